//! Which number do words and figures make? Digits, decimals, words with their magnitudes, dozens.

mod words;

pub(crate) use words::{hour, magnitude, ones, small, tens};

/// What a run of words counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Number {
    /// A figure.
    Exact(f64),
    /// A count that names no figure: "dozens", "several hundred".
    Vague,
}

/// Plurals that count without a figure.
const VAGUE: &[&str] = &["dozens", "hundreds", "thousands", "millions", "billions", "trillions"];

/// Plurals that count only before "of": "tens of thousands" but "he scores".
const VAGUE_BEFORE_OF: &[&str] = &["tens", "scores"];

/// Words that make a following magnitude vague: "several hundred", "a few thousand".
const SEVERAL: &[&str] = &["several", "few", "many", "some", "couple"];

/// The value of one numeral written in digits: "12,000", "2.3", ".5", "5,00,000".
pub(crate) fn digits(word: &str) -> Option<f64> {
    let (whole, decimals) = word.split_once('.').unwrap_or((word, "0"));
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let grouped = whole.is_empty() || (whole.split(',').all(all_digits) && is_grouped(whole));
    if !grouped || !all_digits(decimals) {
        return None;
    }
    let plain: String = word.chars().filter(|c| *c != ',').collect();
    plain.parse().ok()
}

/// Whether the commas of a numeral separate thousands ("12,000") or, as in India, lakhs and crores ("5,00,000").
fn is_grouped(whole: &str) -> bool {
    let mut groups = whole.rsplit(',');
    let last = groups.next().map_or(0, str::len);
    let rest: Vec<usize> = groups.map(str::len).collect();
    let Some((first, inner)) = rest.split_last() else { return true };
    let western = *first <= 3 && inner.iter().all(|n| *n == 3);
    let indian = *first <= 2 && inner.iter().all(|n| *n == 2);
    last == 3 && (western || indian)
}

/// Reads the longest number at the start of lower-case `words`; gives it with how many words it took.
///
/// A hyphenated pair may be one word ("twenty-three") or three ("twenty", "-", "three").
pub(crate) fn parse(words: &[&str]) -> Option<(Number, usize)> {
    if let Some(used) = vague(words) {
        return Some((Number::Vague, used));
    }
    let (mut sum, used) = Sum::begin(words)?;
    let mut used = used;
    while let Some(taken) = sum.take(&words[used..]) {
        used += taken;
    }
    Some((Number::Exact(sum.value()), used))
}

/// How many words a vague count at the start of `words` takes: "dozens", "a few hundred", "tens of thousands".
fn vague(words: &[&str]) -> Option<usize> {
    let at = |i: usize| words.get(i).copied().unwrap_or_default();
    if VAGUE.contains(&at(0)) || VAGUE_BEFORE_OF.contains(&at(0)) && at(1) == "of" {
        let chained = at(1) == "of" && VAGUE.contains(&at(2));
        return Some(if chained { 3 } else { 1 });
    }
    let article = usize::from(matches!(at(0), "a" | "the"));
    if !SEVERAL.contains(&at(article)) {
        return None;
    }
    let counted = article + 1 + usize::from(at(article) == "couple" && at(article + 1) == "of");
    let word = at(counted);
    // Abbreviations ("bn", "mln") follow figures alone; they are the words without a vowel.
    let counts =
        VAGUE.contains(&word) || magnitude(word).is_some() && word.contains(['a', 'e', 'i', 'o', 'u']);
    counts.then_some(counted + 1)
}

/// A number under way.
struct Sum {
    /// What closed magnitudes give: the "two thousand" of "two thousand and five".
    total: f64,
    /// What the next magnitude multiplies.
    current: f64,
    /// The least magnitude so far; what is added has to be less.
    least: f64,
    /// Whether digits began it: then words add nothing to it.
    in_digits: bool,
}

impl Sum {
    /// The first number of `words`, "a" and "an" being one before a magnitude.
    fn begin(words: &[&str]) -> Option<(Self, usize)> {
        let first = *words.first()?;
        let magnitude_follows = words.get(1).and_then(|w| magnitude(w)).is_some();
        let made = |current, in_digits| Self { total: 0.0, current, least: f64::INFINITY, in_digits };
        if matches!(first, "a" | "an") {
            return magnitude_follows.then(|| (made(1.0, false), 1));
        }
        if let Some(value) = digits(first) {
            return Some((made(value, true), 1));
        }
        pair(words).map(|(value, used)| (made(value, false), used))
    }

    fn value(&self) -> f64 {
        self.total + self.current
    }

    /// Takes what goes on with the number, and says how many words it took.
    fn take(&mut self, words: &[&str]) -> Option<usize> {
        let first = *words.first()?;
        let hyphen = usize::from(first == "-");
        if let Some(factor) = magnitude(words.get(hyphen).copied().unwrap_or_default()) {
            return self.multiply(factor).then_some(1 + hyphen);
        }
        if words.starts_with(&["and", "a", "half"]) && self.least.is_infinite() {
            self.current += 0.5;
            return Some(3);
        }
        if words.starts_with(&["-", "and", "-", "a", "-", "half"]) && self.least.is_infinite() {
            self.current += 0.5;
            return Some(6);
        }
        if self.in_digits || self.least.is_infinite() {
            return None;
        }
        let and = usize::from(first == "and");
        let (value, used) = pair(&words[and..])?;
        (value < self.least && self.current % 100.0 == 0.0).then(|| {
            self.current += value;
            self.least = 1.0;
            and + used
        })
    }

    fn multiply(&mut self, factor: f64) -> bool {
        // "three hundred dozen" and "million million" are no numbers of news; "hundred thousand" and "lakh crore" are.
        let again = self.least >= 12.0 && factor <= 100.0 || self.least >= 1e6 && factor >= 1e6;
        if self.value() == 0.0 || self.least.is_finite() && again {
            return false;
        }
        if factor <= 100.0 {
            self.current *= factor;
        } else {
            let whole = if self.current == 0.0 { std::mem::take(&mut self.total) } else { self.current };
            self.total += whole * factor;
            self.current = 0.0;
        }
        self.least = factor;
        true
    }
}

/// A number word with the ones that may follow its tens: "twenty-three", "twenty", "-", "three", "twenty three".
fn pair(words: &[&str]) -> Option<(f64, usize)> {
    let first = *words.first()?;
    if let Some((tens, ones)) = first.split_once('-') {
        return joined(small(tens)?, small(ones)?).map(|v| (v, 1));
    }
    let tens = small(first)?;
    let hyphen = usize::from(words.get(1) == Some(&"-"));
    let ones = words.get(1 + hyphen).and_then(|w| small(w));
    match ones.and_then(|ones| joined(tens, ones)) {
        Some(value) => Some((value, 2 + hyphen)),
        None => Some((tens, 1)),
    }
}

fn joined(tens: f64, ones: f64) -> Option<f64> {
    (tens >= 20.0 && (1.0..10.0).contains(&ones)).then_some(tens + ones)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<(Number, usize)> {
        parse(&text.split(' ').collect::<Vec<_>>())
    }

    fn exact(text: &str) -> Option<(f64, usize)> {
        match read(text)? {
            (Number::Exact(value), used) => Some((value, used)),
            (Number::Vague, _) => None,
        }
    }

    #[test]
    fn figures_and_words_are_read() {
        assert_eq!(exact("12,000 soldiers"), Some((12000.0, 1)));
        assert_eq!(exact("2.3 on"), Some((2.3, 1)));
        assert_eq!(exact("twenty-three ships"), Some((23.0, 1)));
        assert_eq!(exact("twenty - three ships"), Some((23.0, 3)));
        assert_eq!(exact("three hundred and five men"), Some((305.0, 4)));
        assert_eq!(exact("1.5 million people"), Some((1.5e6, 2)));
        assert_eq!(exact("two dozen"), Some((24.0, 2)));
        assert_eq!(read("ship"), None);
    }

    #[test]
    fn long_number_words_are_one_number() {
        let read = exact("thirty - one thousand two hundred fifty - nine herrings");
        assert_eq!(read, Some((31259.0, 9)));
        assert_eq!(exact("two million three hundred thousand"), Some((2.3e6, 5)));
        assert_eq!(exact("two hundred thousand men"), Some((2e5, 3)));
    }

    #[test]
    fn magnitudes_multiply_what_stands_before() {
        assert_eq!(exact("500 crore"), Some((5e9, 2)));
        assert_eq!(exact("1.2 lakh crore"), Some((1.2e12, 3)));
        assert_eq!(exact("two and a half million"), Some((2.5e6, 5)));
        assert_eq!(exact("a hundred men"), Some((100.0, 2)));
        assert_eq!(exact("a man"), None);
        assert_eq!(exact("2 mln people"), Some((2e6, 2)));
    }

    #[test]
    fn magnitudes_that_do_not_go_together_are_not_multiplied() {
        assert_eq!(exact("two million million"), Some((2e6, 2)));
        assert_eq!(exact("three hundred dozen"), Some((300.0, 2)));
    }

    #[test]
    fn vague_counts_have_no_figure() {
        assert_eq!(read("several hundred kilos"), Some((Number::Vague, 2)));
        assert_eq!(read("a few dozen men"), Some((Number::Vague, 3)));
        assert_eq!(read("a couple of hundred men"), Some((Number::Vague, 4)));
        assert_eq!(read("tens of thousands of men"), Some((Number::Vague, 3)));
        assert_eq!(read("dozens died"), Some((Number::Vague, 1)));
        assert_eq!(read("scores twice"), None);
        assert_eq!(read("some men"), None);
    }

    #[test]
    fn two_figures_in_a_row_are_two_numbers() {
        assert_eq!(exact("3 4"), Some((3.0, 1)));
        assert_eq!(exact("nine million 160"), Some((9e6, 2)));
        assert_eq!(exact("two hundred and 5"), Some((200.0, 2)));
    }

    #[test]
    fn commas_group_thousands_and_lakhs_only() {
        assert_eq!(digits("3,4"), None);
        assert_eq!(digits("5,00,000"), Some(5e5));
        assert_eq!(digits("1,250,000.5"), Some(1250000.5));
        assert_eq!(digits(".001"), Some(0.001));
        assert_eq!(digits("1.2.3"), None);
    }
}
