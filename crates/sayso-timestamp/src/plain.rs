//! Text of others, so that it can be printed: an authority chooses what it is called and what it says.

/// The text with a mark in place of whatever would move the cursor, break the line or turn the direction of writing.
pub(crate) fn plain(text: &str) -> String {
    text.chars().map(|char| if is_active(char) { char::REPLACEMENT_CHARACTER } else { char }).collect()
}

/// Control characters (C0, DEL, C1), the separators of lines and paragraphs, and the marks of direction (Unicode's `Bidi_Control`).
fn is_active(char: char) -> bool {
    let is_direction = matches!(char, '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    char.is_control() || is_direction || matches!(char, '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_acts_is_replaced() {
        assert_eq!(plain("Zürich, 時刻 (a b)"), "Zürich, 時刻 (a b)");
        for active in
            ['\n', '\u{1b}', '\u{7f}', '\u{9b}', '\u{61c}', '\u{200f}', '\u{202e}', '\u{2069}', '\u{2028}']
        {
            assert_eq!(plain(&format!("a{active}b")), "a\u{fffd}b");
        }
    }
}
