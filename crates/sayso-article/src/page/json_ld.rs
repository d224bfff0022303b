//! What does the page say of itself in JSON-LD? The article object of schema.org, however it is wrapped.

use std::collections::HashMap;

use scraper::{Html, Selector};
use serde_json::Value;

/// Types of schema.org that are an article; `WebPage` names the page and often carries its date.
const ARTICLE_TYPES: [&str; 3] = ["Article", "Posting", "Report"];

/// The objects that a page embeds, those that are articles first.
pub(crate) struct JsonLd {
    objects: Vec<Value>,
    /// The place of the first object of each id, which others may refer to any number of times.
    places: HashMap<String, usize>,
}

impl JsonLd {
    /// Collects the objects of all JSON-LD scripts; scripts that are no JSON are passed over.
    pub(crate) fn of(page: &Html) -> Self {
        let Ok(scripts) = Selector::parse("script[type='application/ld+json' i]") else {
            return Self { objects: Vec::new(), places: HashMap::new() };
        };
        let mut objects = Vec::new();
        for script in page.select(&scripts) {
            if let Some(value) = parse(&script.text().collect::<String>()) {
                flatten(value, &mut objects);
            }
        }
        objects.sort_by_key(rank);
        let mut places = HashMap::new();
        for (place, object) in objects.iter().enumerate() {
            if let Some(id) = object["@id"].as_str() {
                places.entry(id.to_owned()).or_insert(place);
            }
        }
        Self { objects, places }
    }

    /// The first article's, else the page's, text under `key`: a string, or the name or address of an object.
    pub(crate) fn text(&self, key: &str) -> Option<String> {
        self.texts(key).into_iter().next()
    }

    /// As [`JsonLd::text`], all of them: an article may have several authors.
    pub(crate) fn texts(&self, key: &str) -> Vec<String> {
        let articles = self.objects.iter().filter(|o| rank(o) < OTHER);
        articles.map(|o| self.names(&o[key])).find(|names| !names.is_empty()).unwrap_or_default()
    }

    /// The values under `key` of the first article, else the page, that has one, each object in full where it was a mere reference.
    pub(crate) fn values(&self, key: &str) -> impl Iterator<Item = &Value> {
        let articles = self.objects.iter().filter(|o| rank(o) < OTHER);
        let value = articles.map(|o| &o[key]).find(|value| !value.is_null());
        let each = match value {
            Some(Value::Array(values)) => values.as_slice(),
            Some(value) => std::slice::from_ref(value),
            None => &[],
        };
        each.iter().map(|value| self.whole(value))
    }

    /// The object that a mere reference names; any other value as it is.
    fn whole<'a>(&'a self, value: &'a Value) -> &'a Value {
        let is_reference = value.as_object().is_some_and(|object| object.len() == 1);
        is_reference.then(|| self.referred(value)).flatten().unwrap_or(value)
    }

    /// The first object with the id of this one.
    fn referred(&self, object: &Value) -> Option<&Value> {
        let place = self.places.get(object["@id"].as_str()?)?;
        self.objects.get(*place)
    }

    fn names(&self, value: &Value) -> Vec<String> {
        match value {
            Value::String(text) => Some(plain(text)).filter(|t| !t.is_empty()).into_iter().collect(),
            Value::Array(values) => values.iter().flat_map(|v| self.names(v)).collect(),
            Value::Object(_) => self.name(value).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// The name of an object, looked up by its id where the object is a mere reference.
    fn name(&self, object: &Value) -> Option<String> {
        let name = object["name"]
            .as_str()
            .or_else(|| self.referred(object)?["name"].as_str())
            .or_else(|| object["@id"].as_str());
        name.map(plain).filter(|n| !n.is_empty())
    }
}

/// Rank of objects that are neither an article nor a page.
const OTHER: usize = 2;

fn rank(object: &Value) -> usize {
    let is = |wanted: &dyn Fn(&str) -> bool| match &object["@type"] {
        Value::String(kind) => wanted(kind),
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).any(wanted),
        _ => false,
    };
    if is(&|kind| ARTICLE_TYPES.iter().any(|t| kind.ends_with(t))) {
        0
    } else if is(&|kind| kind == "WebPage") {
        1
    } else {
        OTHER
    }
}

/// Pages put raw line ends into JSON strings; as spaces they do no harm.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| {
        let spaced: String = script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
        serde_json::from_str(&spaced).ok()
    })
}

fn flatten(value: Value, objects: &mut Vec<Value>) {
    match value {
        Value::Array(values) => values.into_iter().for_each(|v| flatten(v, objects)),
        Value::Object(mut map) => {
            if let Some(graph) = map.remove("@graph") {
                flatten(graph, objects);
            }
            objects.push(Value::Object(map));
        }
        _ => {}
    }
}

/// Text without the markup and character references that some pages leave in their metadata.
pub(crate) fn plain(text: &str) -> String {
    let has_markup = text.contains('<') || text.contains('&');
    let text =
        if has_markup { Html::parse_fragment(text).root_element().text().collect() } else { text.to_owned() };
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> JsonLd {
        JsonLd::of(&Html::parse_document(&format!("<script type='application/ld+json'>{json}</script>")))
    }

    #[test]
    fn the_article_of_a_graph_is_found_and_its_references_followed() {
        let found = read(
            r##"{"@graph": [{"@type": "Organization", "@id": "#org", "name": "The Quay &amp; Tide"}, {"@type": "WebPage", "name": "x"},
              {"@type": ["NewsArticle"], "headline": "Quay
              shut", "publisher": {"@id": "#org"}, "author": [{"name": "Ada Berg"}, "Ivo Lund"]}]}"##,
        );
        assert_eq!(found.text("headline").as_deref(), Some("Quay shut"));
        assert_eq!(found.text("publisher").as_deref(), Some("The Quay & Tide"));
        assert_eq!(found.texts("author"), ["Ada Berg", "Ivo Lund"]);
    }

    /// A list of references beside as many objects: looked up one by one they would be compared a hundred thousand million times.
    #[test]
    fn references_without_end_take_no_longer_than_their_length() {
        let many = 300_000;
        let references = vec![r#"{"@id":"z"}"#; many].join(",");
        let objects = "{},".repeat(many);
        let found = read(&format!(
            r#"{{"@graph":[{{"@type":"Article","image":[{references}],"author":[{references}]}},{objects}{{"@id":"z","name":"Z"}}]}}"#
        ));
        let begin = std::time::Instant::now();
        assert_eq!(found.values("image").filter(|value| value["name"] == "Z").count(), many);
        assert_eq!(found.texts("author").len(), many);
        assert!(begin.elapsed().as_secs() < 10);
    }

    #[test]
    fn other_objects_and_broken_scripts_say_nothing() {
        assert_eq!(read(r#"{"@type": "Product", "headline": "x"}"#).text("headline"), None);
        assert_eq!(read("{").text("headline"), None);
        assert_eq!(read(&"[".repeat(100_000)).text("headline"), None);
    }
}
