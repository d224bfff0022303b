//! The bare amount: sign, number, magnitude and fraction, before anybody asks what it counts.

use super::{
    fraction::fraction,
    token::{Kind, Token},
};
use crate::number::{Number, magnitude, parse};

/// The most words that a number takes: "nine hundred and ninety-nine thousand nine hundred and ninety-nine" has 14 tokens.
const LONGEST: usize = 16;

/// A number with where it ends.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Amount {
    /// What it counts.
    pub number: Number,
    /// The factor of its last magnitude; 1 where it has none.
    pub scale: f64,
    /// The token after it.
    pub to: usize,
    /// Whether it is a share: "two-thirds", "one in five".
    pub is_share: bool,
}

impl Amount {
    fn exact(value: f64, scale: f64, to: usize) -> Self {
        Self { number: Number::Exact(whole(value)), scale, to, is_share: false }
    }

    /// The figure, if it names one.
    pub fn value(&self) -> Option<f64> {
        match self.number {
            Number::Exact(value) => Some(value),
            Number::Vague => None,
        }
    }
}

/// The amount that starts at token `i`. `priced` says that a currency stands before it: then "40m" is no length.
pub(super) fn amount(tokens: &[Token<'_>], lower: &[&str], i: usize, priced: bool) -> Option<Amount> {
    if let Some((value, to)) = fraction(lower, i) {
        return Some(Amount { number: Number::Exact(value), scale: 1.0, to, is_share: true });
    }
    if let Some(value) = tokens[i].value() {
        return Some(numeral(tokens, lower, i, value, priced));
    }
    let (number, used) = parse(&lower[i..(i + LONGEST).min(lower.len())])?;
    let to = i + used;
    Some(Amount { number, scale: scale(lower, i, to), to, is_share: false })
}

/// A product without the dust of binary fractions: 70.3 times a billion is a whole number.
fn whole(value: f64) -> f64 {
    // Doubles carry 15 to 16 digits; news gives a few.
    if (value - value.round()).abs() < value.abs() * 1e-13 { value.round() } else { value }
}

/// A number that begins with digits: with a fraction, a magnitude that touches it, or magnitudes after it.
fn numeral(tokens: &[Token<'_>], lower: &[&str], i: usize, value: f64, priced: bool) -> Amount {
    if let Some((value, to)) = scientific(tokens, i, value) {
        return Amount::exact(value, 1.0, to);
    }
    if let Some((part, to)) = mixed(tokens, i, value) {
        return times(lower, value + part, to);
    }
    if let Some(next) = tokens.get(i + 1).filter(|t| t.glued && t.is_word())
        && let Some(factor) = suffix(value, next.text, &next.lower, priced)
    {
        return Amount::exact(value * factor, factor, i + 2);
    }
    times(lower, value, i + 1)
}

/// The magnitudes that follow, as in "1.5 million" or "2 and a half million".
fn times(lower: &[&str], value: f64, at: usize) -> Amount {
    let mut words = vec![".1"];
    words.extend(&lower[at..(at + LONGEST).min(lower.len())]);
    let used = parse(&words).map_or(0, |(_, used)| used - 1);
    let half = if lower[at..at + used].first() == Some(&"and") { 0.5 } else { 0.0 };
    let factor: f64 = lower[at..at + used].iter().filter_map(|w| magnitude(w)).product();
    Amount::exact((value + half) * factor, factor, at + used)
}

/// The factor of the last magnitude of a number in words.
fn scale(lower: &[&str], from: usize, to: usize) -> f64 {
    lower[from..to].last().and_then(|w| magnitude(w)).unwrap_or(1.0)
}

/// "1 1/2" and "1½": what is added to the whole number, and the token after.
fn mixed(tokens: &[Token<'_>], i: usize, value: f64) -> Option<(f64, usize)> {
    let next = tokens.get(i + 1)?;
    let part = next.value().filter(|p| *p > 0.0 && *p < 1.0 && value.fract() == 0.0)?;
    let written = next.text.contains('/') && !next.glued || !next.text.contains('.') && next.glued;
    written.then_some((part, i + 2))
}

/// "2.9×10−8": the value and the token after.
fn scientific(tokens: &[Token<'_>], i: usize, value: f64) -> Option<(f64, usize)> {
    let at = |k: usize| tokens.get(i + k).map_or("", |t| t.text);
    if !matches!(at(1), "×" | "x") || at(2) != "10" {
        return None;
    }
    let caret = usize::from(at(3) == "^");
    let minus = matches!(at(3 + caret), "-" | "−" | "–");
    let exponent = tokens.get(i + 3 + caret + usize::from(minus)).filter(|t| t.glued)?;
    let power = exponent.value().filter(|p| p.fract() == 0.0 && *p < 100.0)?;
    let signed = if minus { -power } else { power };
    Some((value * 10f64.powf(signed), i + 4 + caret + usize::from(minus)))
}

/// The factor of a magnitude that touches its figure `value`: "3bn", and after a currency "40m" and "4.2b".
fn suffix(value: f64, text: &str, lower: &str, priced: bool) -> Option<f64> {
    Some(match lower {
        "bn" | "bln" => 1e9,
        "tn" | "trn" => 1e12,
        "mn" | "mln" | "mil" => 1e6,
        "cr" if priced => 1e7,
        "m" if priced || text == "M" => 1e6,
        "b" if priced || text == "B" => 1e9,
        "t" if priced => 1e12,
        // "4K" and "8K" are pictures, "5K" and "10K" runs.
        "k" if priced || text == "k" || value > 10.0 => 1e3,
        "k" => return None,
        _ => return magnitude(lower),
    })
}

/// Whether the token is digits of any kind.
pub(super) fn is_digits(token: &Token<'_>) -> bool {
    matches!(token.kind, Kind::Numeral(_) | Kind::Code)
}
