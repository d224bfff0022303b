//! Is this the page's own outlet? What a publisher says of itself credits nobody else.

use super::outlets;

/// The names by which an article's own outlet goes.
pub(crate) struct Own {
    /// The publisher's name and the labels of its host, as keys.
    keys: Vec<String>,
    /// The list's media that these name.
    listed: Vec<&'static str>,
    /// The publisher's name in short: its initials, its last words.
    short: Vec<String>,
}

impl Own {
    /// From the publisher and the address, as far as they are known. A publisher may itself be given as a host.
    pub(crate) fn new(publisher: Option<&str>, url: Option<&str>) -> Self {
        let host = url.and_then(|u| u.split("://").nth(1)).map(host_of);
        let as_host = publisher.filter(|p| p.contains('.') && !p.contains(' ')).map(host_of);
        let labels = [host, as_host].into_iter().flatten().flat_map(labels_of);
        let keys: Vec<String> =
            publisher.into_iter().chain(labels).map(key).filter(|k| !k.is_empty()).collect();
        let named = publisher.map(outlets::mentions).unwrap_or_default().into_iter().map(|m| m.outlet.name);
        let by_key =
            outlets::all().filter(|(alias, _)| keys.contains(&key(alias))).map(|(_, outlet)| outlet.name);
        let listed = named.chain(by_key).collect();
        let short = publisher.map(short_forms).unwrap_or_default();
        Self { keys, listed, short }
    }

    /// Whether `name` names the article's own outlet.
    pub(crate) fn is(&self, name: &str) -> bool {
        let name_key = key(name);
        self.listed.contains(&name)
            || self.keys.iter().any(|k| *k == name_key || k.strip_prefix("the") == Some(&name_key))
            || self.is_short(name, &name_key)
    }

    /// "the Courier" in the Nordhaven Courier, "NPA" in that of the Nordhaven Press Agency; another medium of the list keeps its name.
    fn is_short(&self, name: &str, name_key: &str) -> bool {
        let bare = name_key.strip_prefix("the").unwrap_or(name_key);
        let other = outlets::named(name).is_some_and(|o| !o.is_ambiguous);
        !other && self.short.iter().any(|s| s == bare)
    }
}

/// The initials of a name of two words or more, and its last words.
fn short_forms(publisher: &str) -> Vec<String> {
    let words: Vec<&str> =
        publisher.split_whitespace().filter(|w| !matches!(key(w).as_str(), "the" | "")).collect();
    let initials: String =
        words.iter().filter_map(|w| w.chars().next()).flat_map(char::to_lowercase).collect();
    let last = (1..words.len()).map(|from| key(&words[from..].concat()));
    last.chain((words.len() > 1).then_some(initials)).collect()
}

fn host_of(rest: &str) -> &str {
    rest.split(['/', '?', ':']).next().unwrap_or(rest)
}

/// The labels of a host without the last, which names a country or a kind.
fn labels_of(host: &str) -> impl Iterator<Item = &str> {
    host.rsplit('.').skip(1)
}

/// A name without case, spaces and signs, for comparison.
pub(crate) fn key(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_outlet_is_known_by_name_alias_and_host() {
        assert!(Own::new(Some("The New York Times"), None).is("New York Times"));
        assert!(Own::new(Some("Reuters India"), None).is("Reuters"));
        assert!(Own::new(None, Some("https://www.reuters.com/world/1")).is("Reuters"));
        assert!(Own::new(Some("The Nordhaven Courier"), None).is("Nordhaven Courier"));
        assert!(Own::new(Some("nytimes.com"), None).is("New York Times"));
        assert!(Own::new(None, Some("https://edition.cnn.com/a")).is("CNN"));
        assert!(!Own::new(Some("The Quay"), Some("https://quay.example/reuters")).is("Reuters"));
        assert!(!Own::new(None, None).is("Reuters"));
        assert!(Own::new(Some("Nordhaven Press Agency"), None).is("NPA"));
        assert!(Own::new(Some("The Nordhaven Courier"), None).is("the Courier"));
        assert!(!Own::new(Some("The Nordhaven Times"), None).is("New York Times"));
    }
}
