//! Numbers as news writes them: digits, decimals, words, dozens.

/// What a run of words counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    /// A figure.
    Exact(f64),
    /// A count that names no figure: "dozens", "several hundred".
    Vague,
}

const SMALL: &[(&str, f64)] = &[
    ("zero", 0.0),
    ("one", 1.0),
    ("two", 2.0),
    ("three", 3.0),
    ("four", 4.0),
    ("five", 5.0),
    ("six", 6.0),
    ("seven", 7.0),
    ("eight", 8.0),
    ("nine", 9.0),
    ("ten", 10.0),
    ("eleven", 11.0),
    ("twelve", 12.0),
    ("thirteen", 13.0),
    ("fourteen", 14.0),
    ("fifteen", 15.0),
    ("sixteen", 16.0),
    ("seventeen", 17.0),
    ("eighteen", 18.0),
    ("nineteen", 19.0),
    ("twenty", 20.0),
    ("thirty", 30.0),
    ("forty", 40.0),
    ("fifty", 50.0),
    ("sixty", 60.0),
    ("seventy", 70.0),
    ("eighty", 80.0),
    ("ninety", 90.0),
    ("half", 0.5),
    ("dozen", 12.0),
];

const LARGE: &[(&str, f64)] = &[
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("mn", 1e6),
    ("bn", 1e9),
];

const VAGUE: &[&str] = &["dozens", "scores", "hundreds", "thousands", "millions", "billions", "tens"];

/// Words that make a following magnitude vague: "several hundred", "a few thousand".
const VAGUE_BEFORE: &[&str] = &["several", "few", "many", "some", "couple"];

/// The value of one numeral written in digits: "12,000", "2.3", "1.5bn" is left to [`parse`].
pub(crate) fn digits(word: &str) -> Option<f64> {
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    let ok = plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.chars().all(|c| c.is_ascii_digit() || c == '.')
        && plain.matches('.').count() <= 1
        && thousands_are_whole(word);
    ok.then(|| plain.trim_end_matches('.').parse().ok()).flatten()
}

/// Whether each comma of a numeral separates three digits: "12,000" but not "3,4".
fn thousands_are_whole(word: &str) -> bool {
    let whole = word.split('.').next().unwrap_or_default();
    whole.split(',').skip(1).all(|group| group.len() == 3)
}

fn lookup(table: &[(&str, f64)], word: &str) -> Option<f64> {
    table.iter().find(|(w, _)| *w == word).map(|(_, v)| *v)
}

/// The value of one word: digits, a number word, or a hyphenated pair ("twenty-three").
fn small(word: &str) -> Option<f64> {
    digits(word).or_else(|| lookup(SMALL, word)).or_else(|| {
        let (tens, ones) = word.split_once('-')?;
        let (tens, ones) = (lookup(SMALL, tens)?, lookup(SMALL, ones)?);
        (tens >= 20.0 && (1.0..10.0).contains(&ones)).then_some(tens + ones)
    })
}

/// Reads the longest number at the start of lower-case `words`; gives it with how many words it took.
pub(crate) fn parse(words: &[&str]) -> Option<(Number, usize)> {
    let first = *words.first()?;
    if VAGUE.contains(&first) {
        return Some((Number::Vague, vague_length(words)));
    }
    if VAGUE_BEFORE.contains(&first) {
        let second =
            words.get(1).filter(|w| lookup(LARGE, w).is_some_and(|v| v >= 100.0) || **w == "dozen")?;
        return (second.len() > 2).then_some((Number::Vague, 2));
    }
    let mut total = 0.0;
    let mut current = small(first)?;
    let mut used = 1;
    let mut closed = digits(first).is_some();
    while let Some(&word) = words.get(used) {
        if let Some(scale) = lookup(LARGE, word) {
            if scale == 100.0 || word == "dozen" {
                current *= scale;
            } else {
                total += current * scale;
                current = 0.0;
            }
            closed = false;
            used += 1;
        } else if word == "and"
            && !closed
            && used > 1
            && words.get(used + 1).is_some_and(|w| lookup(SMALL, w).is_some())
        {
            used += 1;
        } else if word == "dozen" {
            current *= 12.0;
            used += 1;
        } else if let Some(value) =
            lookup(SMALL, word).or_else(|| small(word)).filter(|_| !closed && used > 1)
        {
            current += value;
            used += 1;
        } else {
            break;
        }
    }
    Some((Number::Exact(total + current), used))
}

/// "tens of thousands" is one vague count of three words.
fn vague_length(words: &[&str]) -> usize {
    let longer = words.get(1) == Some(&"of") && words.get(2).is_some_and(|w| VAGUE.contains(w));
    if longer { 3 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Number, usize)> {
        parse(&text.split(' ').collect::<Vec<_>>())
    }

    #[test]
    fn figures_and_words_are_read() {
        assert_eq!(read("12,000 soldiers"), Some((Number::Exact(12000.0), 1)));
        assert_eq!(read("2.3 on"), Some((Number::Exact(2.3), 1)));
        assert_eq!(read("twenty-three ships"), Some((Number::Exact(23.0), 1)));
        assert_eq!(read("three hundred and five men"), Some((Number::Exact(305.0), 4)));
        assert_eq!(read("1.5 million people"), Some((Number::Exact(1.5e6), 2)));
        assert_eq!(read("two dozen"), Some((Number::Exact(24.0), 2)));
        assert_eq!(read("ship"), None);
    }

    #[test]
    fn vague_counts_have_no_figure() {
        assert_eq!(read("several hundred kilos"), Some((Number::Vague, 2)));
        assert_eq!(read("tens of thousands of men"), Some((Number::Vague, 3)));
        assert_eq!(read("dozens died"), Some((Number::Vague, 1)));
        assert_eq!(read("some men"), None);
    }

    #[test]
    fn two_figures_in_a_row_are_two_numbers() {
        assert_eq!(read("3 4"), Some((Number::Exact(3.0), 1)));
        assert_eq!(digits("3,4"), None);
    }
}
