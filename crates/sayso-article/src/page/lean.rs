//! What of a page has to be parsed? Everything but what is neither read nor shown: scripts, styles, drawings and comments, half of most pages.

use super::scan::{Tag, tags};

/// Elements that are left out with their content. Of scripts those with JSON-LD stay, which says what the page is.
const LEFT_OUT: [&str; 6] = ["script", "style", "noscript", "svg", "iframe", "math"];

/// The page without what a parser would only build to be passed over, in one pass.
pub(crate) fn lean(html: &str) -> String {
    let mut out = String::with_capacity(html.len() / 2);
    let mut from = 0;
    let mut leaving: Option<(&str, usize)> = None;
    for tag in tags(html) {
        leaving = match leaving {
            None => {
                let left = left_out(html, &tag);
                if left.is_some() || is_comment(html, &tag) {
                    out.push_str(&html[from..tag.start]);
                    from = tag.end;
                }
                left.map(|name| (name, 1))
            }
            Some((name, depth)) => {
                from = tag.end;
                let same = name.eq_ignore_ascii_case(tag.name) && !closes_itself(html, &tag);
                let depth = if same && tag.closes { depth - 1 } else { depth + usize::from(same) };
                (depth > 0).then_some((name, depth))
            }
        };
    }
    if leaving.is_none() {
        out.push_str(&html[from..]);
    }
    out
}

/// The name of the element that the tag opens, where its content is left out.
fn left_out<'a>(html: &str, tag: &Tag<'a>) -> Option<&'a str> {
    let known = !tag.closes && LEFT_OUT.iter().any(|name| name.eq_ignore_ascii_case(tag.name));
    let kept = || tag.name.eq_ignore_ascii_case("script") && is_json_ld(&html[tag.start..tag.end]);
    (known && !closes_itself(html, tag) && !kept()).then_some(tag.name)
}

fn is_json_ld(tag: &str) -> bool {
    tag.as_bytes().windows(7).any(|w| w.eq_ignore_ascii_case(b"ld+json"))
}

/// Whether a tag of a drawing or a formula has no content; in other elements the stroke means nothing.
fn closes_itself(html: &str, tag: &Tag<'_>) -> bool {
    let foreign = ["svg", "math"].iter().any(|name| name.eq_ignore_ascii_case(tag.name));
    foreign && html[tag.start..tag.end].ends_with("/>")
}

/// The doctype is kept: without it a parser takes the page for an old one.
fn is_comment(html: &str, tag: &Tag<'_>) -> bool {
    tag.name.is_empty() && html[tag.start..tag.end].starts_with("<!--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_shown_goes_and_json_ld_stays() {
        let html = "<!doctype html><!-- <p> --><SCRIPT>a<b</SCRIPT>\
                    <script type='application/LD+json'>{}</script><svg><g/><svg></svg><text>t</text></svg><svg/><p>Quay<style>x</style> shut";
        assert_eq!(
            lean(html),
            "<!doctype html><script type='application/LD+json'>{}</script><svg/><p>Quay shut"
        );
    }

    #[test]
    fn what_is_never_closed_ends_with_the_page() {
        for (html, left) in
            [("a<script>b", "a"), ("a<svg><p>b", "a"), ("a<!-- b", "a"), ("a</script>b", "a</script>b")]
        {
            assert_eq!(lean(html), left);
        }
    }
}
