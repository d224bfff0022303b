//! What is the main text where the page's own names do not tell? The extraction crate compares several ways, which takes eight times as long.

use std::panic::{AssertUnwindSafe, catch_unwind};

use scraper::Html;
use trafilatura::{ExtractionFocus, Options, extract};

use super::blocks;

/// The main text of a page that is safe to parse, in paragraphs; `None` where none could be told from the rest.
///
/// Precision mode with fallback was chosen on 181 annotated news pages: F1 of word 4-grams 0.969, against 0.960 in balanced
/// mode with fallback and 0.910 in precision mode without. Tables stay: leaving them out loses 0.009.
pub(crate) fn main_text(html: &str) -> Option<String> {
    let options = Options::default()
        .with_exclude_comments(true)
        .with_fallback(true)
        .with_focus(ExtractionFocus::FavorPrecision);
    // A page is hostile input and the extractor is not ours: if it panics on one, the page's visible text is still taken.
    let result = catch_unwind(AssertUnwindSafe(|| extract(html, &options).ok())).ok()??;
    let text = blocks::text(&Html::parse_fragment(&result.content_html));
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_article_is_told_from_its_page() {
        let paragraph = "<p>The harbour office said on Monday that the quay would stay closed until the divers were done.</p>";
        let html = format!(
            "<body><nav><a href=/>Home</a> <a href=/w>Weather</a></nav><article>{}</article><footer>Imprint</footer>",
            paragraph.repeat(4)
        );
        let text = main_text(&html).unwrap();
        assert_eq!(text.split("\n\n").count(), 4);
        assert!(!text.contains("Weather") && !text.contains("Imprint"));
    }

    #[test]
    fn an_empty_page_has_no_main_text() {
        assert_eq!(main_text("<html><body><script>x</script></body></html>"), None);
    }
}
