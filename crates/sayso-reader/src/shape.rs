//! How is a piece written? Its gap and its capitals: what an uncased vocabulary loses, and the network is told beside it.

use sayso_model::Span;

/// The shape of every piece of a text, 0 to 8: three times its gap, plus its capitals.
pub(crate) fn shapes(text: &str, pieces: &[Span]) -> Vec<i32> {
    let ends = pieces.iter().map(|piece| piece.end);
    let before = std::iter::once(None).chain(ends.map(Some));
    pieces
        .iter()
        .zip(before)
        .map(|(&piece, before)| 3 * gap(text, before, piece) + capitals(piece.of(text)))
        .collect()
}

/// What stands between a piece and the one before: 0 nothing, 1 white space, 2 a line end or the beginning of the text.
fn gap(text: &str, before: Option<usize>, piece: Span) -> i32 {
    match before.map(|end| Span::new(end, piece.start).of(text)) {
        None => 2,
        Some(between) if between.contains('\n') => 2,
        Some(between) => i32::from(!between.is_empty()),
    }
}

/// Capital letters in a piece: 0 none, 1 only the first, 2 others too.
fn capitals(words: &str) -> i32 {
    let mut characters = words.chars();
    let first = characters.next().is_some_and(char::is_uppercase);
    if characters.any(char::is_uppercase) { 2 } else { i32::from(first) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_capitals_are_told_apart() {
        let text = "The NATO chief’s\nferry";
        let at = |word: &str| {
            let start = text.find(word).unwrap();
            Span::new(start, start + word.len())
        };
        let pieces = ["The", "NATO", "chief", "’", "s", "ferry"].map(at);
        assert_eq!(shapes(text, &pieces), [7, 5, 3, 0, 0, 6]);
    }
}
