//! Where does a text hold one of a list of phrases? All phrases are looked for in one pass.

use sayso_model::Span;

/// The places of `phrases`, which are in lower-case ASCII, in `text`, in order; a phrase has
/// two letters at least and must begin where a word begins.
pub(crate) fn places_of(phrases: &[&str], text: &str) -> Vec<Span> {
    let lower = text.to_ascii_lowercase();
    let begins = Beginnings::of(phrases);
    let (mut found, mut before) = (Vec::new(), b' ');
    for (at, pair) in lower.as_bytes().windows(2).enumerate() {
        if begins.has(pair[0], pair[1]) && !before.is_ascii_alphanumeric() {
            let rest = &lower.as_bytes()[at..];
            let here = phrases.iter().find(|phrase| rest.starts_with(phrase.as_bytes()));
            found.extend(here.map(|phrase| Span::new(at, at + phrase.len())));
        }
        before = pair[0];
    }
    found
}

/// The first two bytes of each phrase, one bit for each possible pair: few words of a text begin like a phrase, and only those are
/// compared with all of them.
struct Beginnings(Box<[u64; 1024]>);

impl Beginnings {
    fn of(phrases: &[&str]) -> Self {
        let mut bits = Box::new([0; 1024]);
        for phrase in phrases {
            if let [first, second, ..] = phrase.as_bytes() {
                let bit = usize::from(*first) << 8 | usize::from(*second);
                bits[bit / 64] |= 1 << (bit % 64);
            }
        }
        Self(bits)
    }

    fn has(&self, first: u8, second: u8) -> bool {
        let bit = usize::from(first) << 8 | usize::from(second);
        self.0[bit / 64] >> (bit % 64) & 1 == 1
    }
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
