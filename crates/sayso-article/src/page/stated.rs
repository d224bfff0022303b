//! Which pictures does the page name as its article's? Those of its JSON-LD, of Open Graph and of Twitter's cards.

use sayso_model::{Image, ImageKind};
use serde_json::Value;

use super::json_ld::{JsonLd, plain};

/// Most pictures taken from JSON-LD: pages name a few sizes of one picture, and a list without end would be copied.
const MOST: usize = 20;

/// The pictures that the page's metadata names, the surest first. `meta` are keys in lower case with their contents.
pub(crate) fn images(json: &JsonLd, meta: &[(String, String)]) -> Vec<Image> {
    let of_meta = |key: &str| meta.iter().find(|(k, _)| k == key).map(|(_, content)| content.clone());
    let card = |address: &str, alt: &str| {
        Some(Image { address: of_meta(address)?, kind: ImageKind::Picture, alt: of_meta(alt), caption: None })
    };
    let graph = card("og:image", "og:image:alt").or_else(|| card("og:image:url", "og:image:alt"));
    let shared = graph.or_else(|| card("twitter:image", "twitter:image:alt"));
    let embedded = json.values("image").take(MOST).filter_map(of_json);
    embedded.chain(shared).collect()
}

/// A picture of schema.org: an address, or an object that has one.
fn of_json(value: &Value) -> Option<Image> {
    let text = |key: &str| value[key].as_str().map(plain).filter(|text| !text.is_empty());
    let address = match value {
        Value::String(address) => plain(address),
        _ => text("url").or_else(|| text("contentUrl"))?,
    };
    let has_address = !address.is_empty();
    has_address.then(|| Image { address, kind: ImageKind::Picture, alt: None, caption: text("caption") })
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn read(json: &str, meta: &[(&str, &str)]) -> Vec<(String, Option<String>, Option<String>)> {
        let page = Html::parse_document(&format!("<script type='application/ld+json'>{json}</script>"));
        let meta: Vec<_> = meta.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        images(&JsonLd::of(&page), &meta).into_iter().map(|i| (i.address, i.alt, i.caption)).collect()
    }

    #[test]
    fn addresses_objects_and_references_are_pictures() {
        let found = read(
            r##"{"@graph": [{"@type": "ImageObject", "@id": "#i", "contentUrl": "c.jpg", "caption": "The quay &amp; the crane"},
                {"@type": "NewsArticle", "image": ["a.jpg", {"@type": "ImageObject", "url": "b.jpg"}, {"@id": "#i"}, 7, {"width": 3}]}]}"##,
            &[],
        );
        let caption = Some("The quay & the crane".to_owned());
        assert_eq!(
            found,
            [
                ("a.jpg".to_owned(), None, None),
                ("b.jpg".to_owned(), None, None),
                ("c.jpg".to_owned(), None, caption)
            ]
        );
    }

    #[test]
    fn open_graph_goes_before_cards_and_brings_its_words() {
        let meta = [("twitter:image", "t.jpg"), ("og:image", "o.jpg"), ("og:image:alt", "A crane")];
        assert_eq!(read("{}", &meta), [("o.jpg".to_owned(), Some("A crane".to_owned()), None)]);
        assert_eq!(read("{}", &meta[..1]), [("t.jpg".to_owned(), None, None)]);
    }
}
