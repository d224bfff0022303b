//! Which words of a long text are shown for a hit? A table of pieces of the text, in which the database looks for the best one.
//!
//! The database's own `snippet` compares each match of a row with each other one: in an article that holds a word 40,000 times
//! it takes most of a minute. A piece holds so few words that this does not matter, and as the pieces are indexed like the
//! articles, a word matches here as it matches there.

use rusqlite::{Connection, OptionalExtension, params};

use crate::{
    error::Fault,
    snippet::{ELLIPSIS, MATCH_END, MATCH_START, Snippet},
};

/// Words in a snippet at most: about two lines on a page.
const SNIPPET_WORDS: u32 = 24;

/// Bytes of one piece: at most a thousand matches of one letter, which take some 30 milliseconds.
const PIECE: usize = 2000;

/// Bytes that a piece shares with the next one, so that a phrase at the seam stands whole in one of them.
const SHARED: usize = 400;

/// Pieces that are indexed together. Most articles need no more; of longer ones the rest is indexed only where these hold none
/// of the words.
const AT_ONCE: usize = 32;

/// Makes snippets, in a small database of its own in memory.
pub(crate) struct Excerpts {
    pieces: Connection,
}

impl Excerpts {
    pub(crate) fn new() -> Result<Self, Fault> {
        let pieces = Connection::open_in_memory()?;
        pieces.execute_batch(
            r#"CREATE VIRTUAL TABLE piece USING fts5 (words, tokenize = "unicode61 remove_diacritics 2")"#,
        )?;
        Ok(Self { pieces })
    }

    /// The words of title or text around the best matches of the query, among those that come first in a long text; the
    /// beginning of the text where nothing matches.
    pub(crate) fn snippet(&self, query: &str, title: &str, text: &str) -> Result<Snippet, Fault> {
        let pieces = pieces(text);
        let title = (!title.is_empty()).then_some(title);
        for (lot, part) in pieces.chunks(AT_ONCE).enumerate() {
            let title = title.filter(|_| lot == 0);
            if let Some((place, marked)) = self.best(query, title.into_iter().chain(part.iter().copied()))? {
                let Some(at) = (place + lot * AT_ONCE).checked_sub(usize::from(title.is_some())) else {
                    return Ok(Snippet::from_marked(&marked));
                };
                return Ok(Snippet::from_marked(&within(&marked, at > 0, at + 1 < pieces.len())));
            }
        }
        let beginning: String = text.split_inclusive(' ').take(SNIPPET_WORDS as usize).collect();
        Ok(Snippet::from_marked(&within(beginning.trim_end(), false, beginning.len() < text.len())))
    }

    /// The place of the best matching one of these texts, with its snippet.
    fn best<'t>(
        &self,
        query: &str,
        texts: impl Iterator<Item = &'t str>,
    ) -> Result<Option<(usize, String)>, Fault> {
        const BEST: &str = "SELECT rowid FROM piece WHERE piece MATCH ?1 ORDER BY rank, rowid LIMIT 1";
        const SNIPPET: &str =
            "SELECT snippet(piece, 0, ?3, ?4, ?5, ?6) FROM piece WHERE piece MATCH ?1 AND rowid = ?2";
        // What is not committed is gone again afterwards.
        let lot = self.pieces.unchecked_transaction()?;
        for (row, text) in (0_i64..).zip(texts) {
            lot.prepare_cached("INSERT INTO piece (rowid, words) VALUES (?1, ?2)")?
                .execute(params![row, text])?;
        }
        let best: Option<i64> = lot.prepare_cached(BEST)?.query_row([query], |row| row.get(0)).optional()?;
        let Some(best) = best else { return Ok(None) };
        let (start, end, ellipsis) = (MATCH_START.to_string(), MATCH_END.to_string(), ELLIPSIS.to_string());
        let marked = lot
            .prepare_cached(SNIPPET)?
            .query_row(params![query, best, start, end, ellipsis, SNIPPET_WORDS], |row| row.get(0))?;
        Ok(Some((usize::try_from(best).unwrap_or(0), marked)))
    }
}

/// Cuts a text into pieces of about [`PIECE`] bytes, at spaces where there are some; each but the first begins with the end of
/// the one before.
fn pieces(text: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut start = 0;
    while text.len() - start > PIECE + SHARED {
        out.push(&text[start..cut(text, start + PIECE, start + PIECE + SHARED)]);
        start = cut(text, start + PIECE - SHARED, start + PIECE);
    }
    out.push(&text[start..]);
    out
}

/// The last place between `from` and `to` after a space; `to` where there is none.
fn cut(text: &str, from: usize, to: usize) -> usize {
    let (from, to) = (text.floor_char_boundary(from), text.floor_char_boundary(to));
    text[from..to].rfind(char::is_whitespace).map_or(to, |at| text.ceil_char_boundary(from + at + 1))
}

/// The snippet of a piece with an ellipsis at each end where the text goes on.
fn within(marked: &str, goes_before: bool, goes_after: bool) -> String {
    let trimmed = marked.trim();
    let before = if goes_before && !trimmed.starts_with(ELLIPSIS) { "…" } else { "" };
    let after = if goes_after && !trimmed.ends_with(ELLIPSIS) { "…" } else { "" };
    if before.is_empty() && after.is_empty() {
        marked.to_owned()
    } else {
        format!("{before}{trimmed}{after}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_hold_the_whole_text_and_overlap() {
        for text in ["", "one", &"word ".repeat(3000), &"ü".repeat(20_000), &"\u{3000}".repeat(9000)] {
            let pieces = pieces(text);
            assert!(pieces.iter().all(|piece| piece.len() <= PIECE + SHARED));
            let mut reached = 0;
            for piece in pieces {
                let start = piece.as_ptr() as usize - text.as_ptr() as usize;
                assert!(start <= reached && (start == 0 || start < reached), "{start} after {reached}");
                reached = start + piece.len();
            }
            assert_eq!(reached, text.len());
        }
    }

    #[test]
    fn a_match_is_shown_wherever_it_stands() {
        let excerpts = Excerpts::new().unwrap();
        for words in [0, 390, 398, 399, 400, 401, 410, 5_000, 90_000] {
            let text = format!("{}the old zeppelin landed {}", "word ".repeat(words), "other ".repeat(700));
            let snippet = excerpts.snippet("\"old zeppelin\"", "Title", &text).unwrap();
            let found: Vec<&str> = snippet.matches.iter().map(|m| &snippet.text[m.clone()]).collect();
            assert_eq!(found, ["old zeppelin"], "after {words} words");
            assert_eq!(snippet.text.starts_with('…'), words > 30, "{}", snippet.text);
            assert!(snippet.text.ends_with('…') && snippet.text.len() < 250, "{}", snippet.text);
        }
    }

    #[test]
    fn a_title_that_matches_is_shown_as_it_is() {
        let excerpts = Excerpts::new().unwrap();
        let snippet = excerpts.snippet("\"ferry\"", "Ferry late", &"word ".repeat(5_000)).unwrap();
        assert_eq!((snippet.text.as_str(), snippet.matches.len()), ("Ferry late", 1));
        assert_eq!(&snippet.text[snippet.matches[0].clone()], "Ferry");
        let nothing = excerpts.snippet("\"tram\"", "Ferry late", &"word ".repeat(5_000)).unwrap();
        assert!(nothing.matches.is_empty() && nothing.text.starts_with("word word"), "{}", nothing.text);
    }
}
