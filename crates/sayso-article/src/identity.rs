//! Which article is this? Its address without what does not belong to it, or else its bytes.

use sayso_model::{ArticleId, Digest};

/// Parameters that say how a reader came to the page, not which page it is.
const TRACKING: [&str; 2] = ["fbclid", "gclid"];

/// The id of the article at `url`, or of the article with these bytes where it has no address.
pub(crate) fn article_id(url: Option<&str>, capture: &Digest) -> ArticleId {
    match url {
        Some(url) => ArticleId::derive(&["url", &normalised(url)]),
        None => ArticleId::derive(&["digest", capture.as_str()]),
    }
}

/// The address with scheme and host in lower case, without fragment, tracking parameters and slash at the end.
pub(crate) fn normalised(url: &str) -> String {
    let url = url.trim().split('#').next().unwrap_or_default();
    let (address, query) = url.split_once('?').unwrap_or((url, ""));
    let query: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !is_tracking(p)).collect();
    let address = with_lower_case_host(address);
    let address = address.trim_end_matches('/');
    if query.is_empty() { address.to_owned() } else { format!("{address}?{}", query.join("&")) }
}

fn is_tracking(parameter: &str) -> bool {
    let name = parameter.split('=').next().unwrap_or_default().to_ascii_lowercase();
    name.starts_with("utm_") || TRACKING.contains(&name.as_str())
}

fn with_lower_case_host(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return address.to_owned() };
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    format!("{}://{}{path}", scheme.to_lowercase(), host.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_does_not_name_the_article_is_dropped() {
        for url in [
            "https://example.org/News/1",
            "HTTPS://Example.ORG/News/1/",
            "https://example.org/News/1?utm_source=feed&utm_medium=x&fbclid=1&gclid=2#top",
            " https://example.org/News/1/?UTM_source=feed ",
        ] {
            assert_eq!(normalised(url), "https://example.org/News/1", "{url}");
        }
    }

    #[test]
    fn what_names_the_article_is_kept() {
        assert_eq!(normalised("http://example.org/a?id=7&utm_x=1&p=2"), "http://example.org/a?id=7&p=2");
        assert_ne!(normalised("https://example.org/A"), normalised("https://example.org/a"));
        assert_eq!(normalised("not an address"), "not an address");
    }

    #[test]
    fn an_article_without_address_is_known_by_its_bytes() {
        let (a, b) = (Digest::of(b"a"), Digest::of(b"b"));
        assert_ne!(article_id(None, &a), article_id(None, &b));
        assert_eq!(
            article_id(Some("https://example.org/1/"), &a),
            article_id(Some("https://example.org/1"), &b)
        );
    }
}
