//! Which pictures does an article have? Their captions and addresses as text: nothing is fetched from where they are.

use maud::{Markup, html};

use super::plain::words;
use crate::{json::ImageJson, texts::article as texts};

/// The pictures of an article, folded away; nothing where it has none.
pub(super) fn pictures(images: &[ImageJson]) -> Markup {
    html! {
        @if !images.is_empty() {
            details {
                summary { (texts::pictures(images.len())) }
                ul {
                    @for image in images {
                        li {
                            @if let Some(caption) = image.caption.as_ref().or(image.alt.as_ref()) { (words(caption)) " " }
                            code { (image.address) }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_a_caption_and_an_address_and_is_not_fetched() {
        let image = ImageJson {
            address: "https://quay.example/q.jpg?a=\"><script>".to_owned(),
            kind: "picture",
            alt: None,
            caption: Some("The crane <on> Monday".to_owned()),
        };
        let page = pictures(&[image]).into_string();
        assert!(page.contains("The crane &lt;on&gt; Monday") && page.contains("q.jpg"), "{page}");
        assert!(!page.contains("<img") && !page.contains("<script") && !page.contains("href"), "{page}");
        assert_eq!(pictures(&[]).into_string(), "");
    }
}
