//! Which class is a character in, as BERT's tokenizer sees it? ASCII by rule, the rest by generated tables.

mod tables;

/// Whether the class table holds the character (binary search over inclusive ranges).
fn within(table: &[(u32, u32)], character: char) -> bool {
    let code = u32::from(character);
    let after = table.partition_point(|&(first, _)| first <= code);
    after > 0 && code <= table[after - 1].1
}

/// Whether BERT splits words at this character: every ASCII symbol, and Unicode punctuation beyond ASCII.
pub(crate) fn is_punctuation(character: char) -> bool {
    character.is_ascii_punctuation() || (!character.is_ascii() && within(tables::PUNCTUATION, character))
}

/// Whether the character separates words.
pub(crate) fn is_space(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r') || (character.is_whitespace() && !character.is_control())
}

/// Whether the character is dropped before words are made: controls, format characters, U+FFFD.
pub(crate) fn is_dropped(character: char) -> bool {
    character.is_control()
        || character == '\u{fffd}'
        || (!character.is_ascii() && within(tables::INVISIBLE, character))
}

/// Whether the character is an accent that falls off a letter.
pub(crate) fn is_nonspacing_mark(character: char) -> bool {
    !character.is_ascii() && within(tables::NONSPACING, character)
}

/// Whether the character is a word by itself: the CJK ideographs as BERT lists them.
pub(crate) fn is_ideograph(character: char) -> bool {
    matches!(u32::from(character),
        0x4e00..=0x9fff | 0x3400..=0x4dbf | 0x20000..=0x2a6df | 0x2a700..=0x2b73f | 0x2b740..=0x2b81f
        | 0x2b820..=0x2ceaf | 0xf900..=0xfaff | 0x2f800..=0x2fa1f)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_and_symbols_split_words_and_letters_do_not() {
        assert!(['"', '$', '“', '’', '—', '«', '。'].into_iter().all(is_punctuation));
        assert!(!['a', 'é', '€', '5', '字'].into_iter().any(is_punctuation));
    }

    #[test]
    fn invisible_characters_are_dropped_but_line_ends_are_spaces() {
        assert!(['\0', '\u{200b}', '\u{ad}', '\u{fffd}', '\u{e000}'].into_iter().all(is_dropped));
        assert!(['\n', '\t', '\u{a0}', '\u{2003}'].into_iter().all(is_space));
        assert!(is_nonspacing_mark('\u{301}') && !is_nonspacing_mark('e'));
    }
}
