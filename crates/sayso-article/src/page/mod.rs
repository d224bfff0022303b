//! What is on the page? The article's text and what the page says of itself, whatever state the page is in.

mod blocks;
mod clutter;
mod container;
mod flat;
mod found;
mod guard;
mod images;
mod json_ld;
mod lean;
mod links;
mod main_text;
mod metadata;
mod outline;
mod part;
mod scan;
mod shown;
mod stated;

use sayso_model::Image;
use scraper::Html;

pub(crate) use found::Found;
pub(crate) use metadata::Metadata;

/// What was read off a page.
pub(crate) struct Page {
    /// The text in paragraphs, separated by blank lines.
    pub text: String,
    /// Whether `text` is all that the page shows, since its main text could not be told.
    pub is_whole: bool,
    /// What the page says of itself.
    pub metadata: Metadata,
    /// Its pictures, their addresses as the page gives them.
    pub images: Vec<Image>,
}

/// Reads a page: parsed once, and where its article leaves no doubt nothing else is tried. Pages that would take a parser too much time or space are read flat: their words, and their head's metadata.
pub(crate) fn read(html: &str) -> Page {
    let lean = lean::lean(html);
    if !guard::is_safe_to_parse(&lean) {
        return read_flat(html);
    }
    let tree = Html::parse_document(&lean);
    let metadata = metadata::read(&tree);
    let pieces = outline::outline(&tree);
    let part = part::part(&pieces);
    let images = images::images(&pieces, part.container, &metadata.images);
    let found = if part.is_sure { Some(part.text) } else { main_text::main_text(&lean) };
    let (text, is_whole) = found.map_or_else(|| (blocks::text(&tree), true), |text| (text, false));
    Page { text, is_whole, metadata, images }
}

fn read_flat(html: &str) -> Page {
    let head = flat::head(html);
    let metadata = match guard::is_safe_to_parse(head) {
        true => metadata::read(&Html::parse_document(head)),
        false => Metadata::default(),
    };
    let text = blocks::text(&Html::parse_document(&flat::flattened(html)));
    Page { text, is_whole: true, images: metadata.images.clone(), metadata }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_nests_too_deep_keeps_its_words_and_its_head() {
        let html = format!(
            "<html><head><meta property=og:title content='Quay shut'></head><body>{}The quay is <b>shut</b>.{}",
            "<div>".repeat(50_000),
            "</div>".repeat(50_000)
        );
        let page = read(&html);
        assert_eq!(page.text, "The quay is shut.");
        assert!(page.is_whole);
        assert_eq!(page.metadata.title.as_deref(), Some("Quay shut"));
    }

    #[test]
    fn a_page_without_a_main_text_gives_what_it_shows() {
        let page = read("<body><nav><ul><li><a href=a>Weather</a><li><a href=b>Tides</a></ul></nav></body>");
        assert!(page.is_whole && page.text.contains("Tides"), "{}", page.text);
    }
}
