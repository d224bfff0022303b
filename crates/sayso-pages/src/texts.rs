//! What do the pages say? Every text that a page shows of its own accord, by name, so that it can be translated in one place.
//!
//! Words that the JSON has too (stances, statuses, kinds) are no part of it: they name values, and stay as they are written there.

pub(crate) mod actor;
pub(crate) mod add;
pub(crate) mod article;
pub(crate) mod articles;
pub(crate) mod capture;
pub(crate) mod change;
pub(crate) mod change_sections;
pub(crate) mod claim;
pub(crate) mod common;
pub(crate) mod credibility;
pub(crate) mod decision;
pub(crate) mod drift;
pub(crate) mod frame;
pub(crate) mod graph;
pub(crate) mod judge;
pub(crate) mod ledger;
pub(crate) mod map;
pub(crate) mod parts;
pub(crate) mod plurals;
pub(crate) mod refusal;
pub(crate) mod review;
pub(crate) mod revision;
pub(crate) mod search;
pub(crate) mod second;
pub(crate) mod sign_in;
pub(crate) mod source;
pub(crate) mod timeline;
pub(crate) mod would_change;

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sayso_testkit::literal_texts;

    /// Literals that read like text and are none: commands, classes of the style sheet, examples of what to type.
    const NO_TEXT: [&str; 6] =
        ["sayso claims", "sayso add FILES", "copy unknown", "dot place", "light dark", "Control+K"];

    #[test]
    fn no_template_holds_a_text_of_its_own() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let found: Vec<String> = [source.join("html"), source]
            .iter()
            .flat_map(|folder| literal_texts(folder, &["tests.rs", "texts.rs"]))
            .filter(|(_, text)| !NO_TEXT.contains(&text.as_str()))
            .map(|(file, text)| format!("{file}: {text:?}"))
            .collect();
        assert!(found.is_empty(), "these belong to src/texts: {found:#?}");
    }
}
