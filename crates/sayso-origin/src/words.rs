//! Which words does a text hold, and where? Words are compared by a hash of their lower-case letters.

use sayso_model::Span;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// Hash of the word in lower case; equal words have equal hashes on every machine. Thirty-two bits, since words are only
    /// compared where four others agree.
    pub hash: u32,
    /// Its bytes in the text.
    pub span: Span,
}

/// FNV-1a offset basis and prime for 64 bits (RFC 9923): stable across machines and versions, ten lines, good enough
/// for words because a collision only joins two words.
const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Adds one number to a hash.
pub(crate) fn mix(hash: u64, value: u64) -> u64 {
    // The shift brings high bits down, which FNV's multiplication alone never does.
    let mixed = (hash ^ value).wrapping_mul(PRIME);
    mixed ^ (mixed >> 29)
}

/// Hashes a sequence of numbers, order included.
pub(crate) fn hash_all(values: impl IntoIterator<Item = u64>) -> u64 {
    values.into_iter().fold(OFFSET, mix)
}

/// Splits `text` into words: runs of letters and digits, and each character of a script that puts no spaces between
/// words. Apostrophes, points and hyphens separate, so that "U.S." and "US-led" do not depend on typography.
pub(crate) fn words(text: &str) -> Vec<Word> {
    // About six bytes make a word and the space behind it.
    let mut found = Vec::with_capacity(text.len() / 6);
    let mut open: Option<(usize, u64)> = None;
    for (at, c) in text.char_indices() {
        // Most characters, told apart without looking into tables.
        if c.is_ascii_alphanumeric() {
            let (start, hash) = open.unwrap_or((at, OFFSET));
            open = Some((start, fold(hash, c)));
            continue;
        }
        if c.is_ascii() {
            found.extend(open.take().map(|(start, hash)| word(hash, start, at)));
            continue;
        }
        if is_ignorable(c) {
            continue;
        }
        let alone = is_unspaced(c);
        if (alone || !c.is_alphanumeric())
            && let Some((start, hash)) = open.take()
        {
            found.push(word(hash, start, at));
        }
        if alone {
            found.push(word(fold(OFFSET, c), at, at + c.len_utf8()));
        } else if c.is_alphanumeric() {
            let (start, hash) = open.unwrap_or((at, OFFSET));
            open = Some((start, fold(hash, c)));
        }
    }
    if let Some((start, hash)) = open {
        found.push(word(hash, start, text.len()));
    }
    found
}

fn word(hash: u64, start: usize, end: usize) -> Word {
    Word { hash: (hash ^ (hash >> 32)) as u32, span: Span::new(start, end) }
}

/// Adds the lower-case form of one character to a hash.
fn fold(hash: u64, c: char) -> u64 {
    if c.is_ascii() {
        return mix(hash, u64::from(u32::from(c.to_ascii_lowercase())));
    }
    c.to_lowercase().fold(hash, |h, l| mix(h, u64::from(u32::from(l))))
}

/// Soft hyphens and zero-width characters: they stand inside words without belonging to them.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Thai to Khmer, kana and Han: scripts without spaces between words.
fn is_unspaced(c: char) -> bool {
    c.is_alphanumeric()
        && matches!(u32::from(c), 0x0e00..=0x0eff | 0x1000..=0x109f | 0x1780..=0x17ff | 0x3040..=0x30ff
            | 0x3400..=0x9fff | 0xf900..=0xfaff | 0x2_0000..=0x3_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        words(text).iter().map(|w| w.span.of(text)).collect()
    }

    #[test]
    fn case_and_punctuation_do_not_make_another_word() {
        let hashes = |t| words(t).iter().map(|w| w.hash).collect::<Vec<_>>();
        assert_eq!(hashes("The Mayor’s “plan”"), hashes("the mayor's PLAN"));
        assert_eq!(hashes("co\u{ad}operate"), hashes("cooperate"));
        assert_ne!(hashes("plan"), hashes("plane"));
    }

    #[test]
    fn words_end_at_separators_and_at_the_end() {
        assert_eq!(split("up to 12,000 Übeltäter"), ["up", "to", "12", "000", "Übeltäter"]);
        assert_eq!(split("港町で a"), ["港", "町", "で", "a"]);
        assert!(words("… – !").is_empty());
    }
}
