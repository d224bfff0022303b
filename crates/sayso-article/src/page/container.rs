//! Where on a page may the article stand? Elements by the names that makers of pages give to the part that holds it, the surest first.

use scraper::node::Element;

use crate::pattern::pattern;

/// How many kinds of containers there are.
pub(crate) const KINDS: usize = 5;

/// Whether the element is a container of the `kind`-th kind, where 0 is the surest.
pub(crate) fn is_container(element: &Element, kind: usize) -> bool {
    let name = element.name();
    if !matches!(name, "article" | "div" | "main" | "section") {
        return false;
    }
    let class = element.attr("class").unwrap_or_default();
    let id = element.attr("id").unwrap_or_default();
    let role = element.attr("role").unwrap_or_default();
    match kind {
        0 => {
            matches!(class, "post" | "entry")
                || element.attr("itemprop") == Some("articleBody")
                || body_of_article(class)
                || (!id.is_empty() && pattern!("(?i)entry-content|article(?:-|__)?(?:content|body)|body-text|art-content").is_match(id))
        }
        1 => name == "article",
        2 => {
            matches!(class, "text" | "cell" | "story" | "postarea")
                || matches!(id, "article" | "story")
                || role == "article"
                || class.starts_with("article")
                || id.starts_with("primary")
                || pattern!("storycontent|story-content|(?:theme|blog|section|single)-content|single-post|main-column|story-body|field-body|(?i)fulltext").is_match(class)
                || id.contains("story-body")
        }
        3 => {
            class == "content"
                || id == "content"
                || pattern!("content[-_]main|content-body|content__body|(?i)main-content|page-content").is_match(class)
                || pattern!("content-main|content-?[bB]ody|(?i)main-content").is_match(id)
        }
        _ => name == "main" || [class, id, role].iter().any(|value| value.starts_with("main")),
    }
}

fn body_of_article(class: &str) -> bool {
    !class.is_empty()
        && pattern!("(?i)post[-_]text|post-body|post-?entry|post[-_]?content|article-?text|entry-content|article(?:-|__)?(?:content|body)|page-content|text-content|body-text|article__container|art-content").is_match(class)
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::*;

    fn kinds(html: &str) -> Vec<usize> {
        let page = Html::parse_fragment(html);
        let element = page.root_element().child_elements().next().unwrap();
        (0..KINDS).filter(|kind| is_container(element.value(), *kind)).collect()
    }

    #[test]
    fn containers_are_known_by_name_and_kind() {
        assert_eq!(kinds("<div class='x post-content'>"), [0]);
        assert_eq!(kinds("<section itemprop=articleBody>"), [0]);
        assert_eq!(kinds("<article>"), [1]);
        assert_eq!(kinds("<div id=story>"), [2]);
        assert_eq!(kinds("<div id=content>"), [3]);
        assert_eq!(kinds("<main>"), [4]);
        assert_eq!(kinds("<p class=post-content>"), [0; 0]);
        assert_eq!(kinds("<div class=footer>"), [0; 0]);
    }
}
