//! What is a user looking for? Free input becomes a full-text query that the database always accepts.

use std::collections::BTreeSet;

/// Quotation marks that enclose a phrase: straight, English and German.
const QUOTATION_MARKS: [char; 4] = ['"', '“', '”', '„'];

/// Terms of one query at most. The database's time grows with their square (20,000 take half a minute), and no one types so many:
/// such a query is a pasted page, of which this many different words already say which text is meant.
const MOST_TERMS: usize = 100;

/// A word or a quoted phrase that must occur.
#[derive(Debug, PartialEq, Eq)]
struct Term {
    words: String,
    /// Whether the last word may go on.
    is_prefix: bool,
}

/// What to hand over to the database.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Query {
    /// Finds what holds all terms.
    pub(crate) all: String,
    /// Finds what holds any of them.
    pub(crate) any: String,
}

/// Turns a user's words into FTS5 queries; `None` where there is nothing to look for.
///
/// All words must occur, in any order. Words in quotation marks must stand together. A word or phrase with `*` at its end also finds
/// words that go on. Everything else that means something to FTS5 (AND, OR, NOT, NEAR, parentheses, colons, stray quotation marks)
/// means nothing here: each term is handed over as an FTS5 string. Terms after the first [`MOST_TERMS`] different ones are not
/// looked for.
pub(crate) fn to_fts5(input: &str) -> Option<Query> {
    let mut known = BTreeSet::new();
    let all = terms(input).into_iter().map(|term| term.to_fts5());
    let terms: Vec<String> = all.filter(|term| known.insert(term.clone())).take(MOST_TERMS).collect();
    (!terms.is_empty()).then(|| Query { all: terms.join(" AND "), any: terms.join(" OR ") })
}

impl Term {
    /// Makes a term; `None` where no letter or digit is left to look for.
    fn new(words: &str, is_prefix: bool) -> Option<Self> {
        // A NUL would end the query for the database, which is written in C.
        let words: String = words.chars().filter(|c| *c != '"' && *c != '\0').collect();
        words.contains(char::is_alphanumeric).then_some(Self { words, is_prefix })
    }

    fn to_fts5(&self) -> String {
        format!("\"{}\"{}", self.words, if self.is_prefix { "*" } else { "" })
    }
}

/// Splits the input into quoted phrases and the words between them. A quotation mark that nothing closes is no more than a space.
fn terms(input: &str) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = input;
    while let Some((before, quoted)) = rest.split_once(QUOTATION_MARKS) {
        terms.extend(words(before));
        rest = quoted;
        if let Some((phrase, after)) = quoted.split_once(QUOTATION_MARKS) {
            rest = after.trim_start_matches('*');
            let asterisks = after.len() - rest.len();
            terms.extend(Term::new(phrase.trim_end_matches('*'), asterisks > 0 || phrase.ends_with('*')));
        }
    }
    terms.extend(words(rest));
    terms
}

fn words(input: &str) -> impl Iterator<Item = Term> {
    input.split_whitespace().filter_map(|word| {
        let bare = word.trim_end_matches('*');
        Term::new(bare, bare.len() < word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn query(input: &str) -> String {
        to_fts5(input).map(|query| query.all).unwrap_or_default()
    }

    #[test]
    fn any_term_is_enough_for_an_excerpt() {
        assert_eq!(to_fts5("mayor \"old bridge\"").unwrap().any, r#""mayor" OR "old bridge""#);
    }

    #[test]
    fn words_are_joined_and_phrases_kept() {
        assert_eq!(query("bridge  closed"), r#""bridge" AND "closed""#);
        assert_eq!(query(r#"mayor "old bridge" clos*"#), r#""mayor" AND "old bridge" AND "clos"*"#);
        assert_eq!(query("„alte Brücke“*"), r#""alte Brücke"*"#);
        assert_eq!(query(r#""old bri*""#), r#""old bri"*"#);
    }

    #[test]
    fn operators_are_words_and_signs_are_nothing() {
        assert_eq!(query("bridge OR NOT (mayor)"), r#""bridge" AND "OR" AND "NOT" AND "(mayor)""#);
        assert_eq!(query("title:x ^y -z"), r#""title:x" AND "^y" AND "-z""#);
        for empty in ["", "  ", "\"", "\"\"", "*", "( ) - : ^", "\0"] {
            assert_eq!(to_fts5(empty), None, "{empty:?}");
        }
    }

    #[test]
    fn a_word_counts_once_and_a_pasted_page_is_cut() {
        assert_eq!(query("ferry ferry bridge ferry"), r#""ferry" AND "bridge""#);
        let page: String = (0..500).map(|i| format!("word{i} ")).collect();
        assert_eq!(query(&page).matches(" AND ").count(), MOST_TERMS - 1);
    }

    #[test]
    fn a_stray_quotation_mark_is_a_space() {
        assert_eq!(query("old\"bridge"), r#""old" AND "bridge""#);
        assert_eq!(query(r#"a "b" c" d"#), r#""a" AND "b" AND "c" AND "d""#);
    }
}
