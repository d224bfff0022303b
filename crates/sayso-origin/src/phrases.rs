//! Where does a text hold one of a list of phrases? All phrases are looked for in one pass.

use sayso_model::Span;

/// The places of `phrases`, which are in lower-case ASCII, in `text`, in order; a phrase must begin where a word begins.
pub(crate) fn places_of(phrases: &[&str], text: &str) -> Vec<Span> {
    let lower = text.to_ascii_lowercase();
    let mut begins = [false; 256];
    phrases
        .iter()
        .filter_map(|phrase| phrase.bytes().next())
        .for_each(|byte| begins[usize::from(byte)] = true);
    let (mut found, mut before) = (Vec::new(), b' ');
    for (at, byte) in lower.bytes().enumerate() {
        if begins[usize::from(byte)] && !before.is_ascii_alphanumeric() {
            let rest = &lower[at..];
            let here = phrases.iter().find(|phrase| rest.starts_with(**phrase));
            found.extend(here.map(|phrase| Span::new(at, at + phrase.len())));
        }
        before = byte;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_found_in_any_case_at_the_start_of_words() {
        let text = "É Use Cookies, reuse cookies\nuse cookies";
        assert_eq!(places_of(&["use cookies", "cookie policy"], text), [Span::new(3, 14), Span::new(30, 41)]);
        assert!(places_of(&[], text).is_empty());
    }
}
