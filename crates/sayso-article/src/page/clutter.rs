//! Which elements of a page are not its article? By their kind, by the names that their makers gave them, and by being hidden.

use scraper::node::Element;

use crate::pattern::pattern;

/// Elements that never hold an article's text.
const NEVER: [&str; 38] = [
    "aside", "embed", "footer", "form", "head", "iframe", "menu", "object", "script", "applet", "audio",
    "canvas", "figure", "map", "picture", "svg", "video", "button", "datalist", "dialog", "frameset",
    "fieldset", "input", "label", "legend", "math", "nav", "noscript", "option", "output", "progress",
    "select", "style", "textarea", "time", "title", "header", "template",
];

/// Elements whose class and id say what they are for. On others (articles, mains, bodies) such words mean little.
const NAMED: [&str; 10] = ["div", "dd", "dt", "li", "ul", "ol", "dl", "p", "section", "span"];

/// Whether an element and all within it is left out wherever it stands.
pub(crate) fn never_text(name: &str) -> bool {
    NEVER.contains(&name)
}

/// Whether the element's names or attributes say that it is not the article.
pub(crate) fn is_clutter(element: &Element) -> bool {
    is_hidden(element)
        || is_comments(element)
        || (NAMED.contains(&element.name()) && is_named_clutter(element))
}

/// Words in the names of what stands around an article, as makers of pages use them.
const WORDS: &str = "footer|social|newsletter|cookie|sidebar|banner|menu|breadcrumb|bread-crumb|author|button|caption|teaser|bottom|link|viral|syndication|tags";

fn is_named_clutter(element: &Element) -> bool {
    let class = element.attr("class").unwrap_or_default();
    let id = element.attr("id").unwrap_or_default();
    let of_class = pattern!(&format!(
        "(?i){WORDS}|^shar|share-|elated|embed|^nav|subnav|avigation|navbar|bar|meta|byline|rating|widget|attachment|timestamp|user-info|user-profile|-ad-|(?-u:\\b)ad(?-u:\\b)|-icon|outbrain|taboola|options|expand|consent|modal|permission|next-|-stories|most-popular|factbox|slide|viewport|overlay|paid-?content"
    ));
    let of_id = pattern!(&format!("(?i){WORDS}|share|related|nav|premium"));
    (!class.is_empty() && of_class.is_match(class))
        || (!id.is_empty() && of_id.is_match(id))
        || element.attr("role").is_some_and(|role| role.contains("nav"))
        || element.attr("style").is_some_and(|style| style.contains("border"))
}

fn is_hidden(element: &Element) -> bool {
    let hides = |style: &str| {
        style.contains("display:none") || style.contains("display: none") || style.contains("hidden")
    };
    let names =
        pattern!("-hide-|^hide-| hide|hide-print| hidden|noprint|-reply-|message|comments-title|nocomments");
    element.attr("aria-hidden") == Some("true")
        || element.attr("hidden").is_some()
        || element.attr("style").is_some_and(hides)
        || element.attr("class").is_some_and(|class| names.is_match(class))
}

fn is_comments(element: &Element) -> bool {
    let names = pattern!("^[Cc]omment|article-comments|post-comments|^disqus_thread|^dsq-comments");
    let is_block = matches!(element.name(), "div" | "ol" | "ul" | "dl" | "section" | "details");
    is_block && ["class", "id"].iter().any(|key| element.attr(key).is_some_and(|value| names.is_match(value)))
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn clutter(html: &str) -> bool {
        let page = Html::parse_fragment(html);
        page.root_element().child_elements().next().is_some_and(|e| is_clutter(e.value()))
    }

    #[test]
    fn names_tell_what_is_around_an_article() {
        for html in [
            "<div class=site-footer>",
            "<div id=related-stories class=x>",
            "<ul class='nav main'>",
            "<section class=comments>",
            "<p hidden>",
            "<div style='display: none'>",
            "<div role=navigation>",
            "<div class='x ad y'>",
        ] {
            assert!(clutter(html), "{html}");
        }
    }

    #[test]
    fn other_names_and_other_elements_do_not() {
        for html in ["<div class=story>", "<p>", "<article class=author-page>", "<div class=shadow>"] {
            assert!(!clutter(html), "{html}");
        }
    }
}
