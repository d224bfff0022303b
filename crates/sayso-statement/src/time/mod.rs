//! Time expressions with their TIMEX3 type and value, resolved against the publication date and the story.
//!
//! Values follow the TIMEX3 attribute of TimeML 1.2.1: calendar dates as ISO 8601, months as `2031-10`, weeks as `2031-W10`,
//! quarters and seasons as `2031-Q2` and `2031-SP`, periods as `P3D`, times of day as `2031-10-18T14:00` or `2031-10-18TMO`,
//! recurring times as `P1D` or `XXXX-WXX-1`, and `PAST_REF`, `PRESENT_REF`, `FUTURE_REF` for the vague ones. What is found
//! ([`meaning`]) and what it comes to ([`resolve`]) are two steps: the first sees a few words, the second the whole story.

mod feast;
mod lexicon;
mod meaning;
mod modifier;
mod period;
mod placed;
mod point;
mod rate;
mod resolve;
mod rule_business;
mod rule_calendar;
mod rule_clock;
mod rule_counted;
mod rule_day;
mod rule_decade;
mod rule_deictic;
mod rule_figures;
mod rule_length;
mod rule_month;
mod rule_range;
mod rule_report;
mod rule_run;
mod rule_set;
mod rule_stretch;
mod rule_vague;
mod rule_year;
mod tense;
#[cfg(test)]
mod tests;
mod token;

use jiff::civil::Date;
use sayso_model::TimeExpression;

use self::{meaning::Found, resolve::Story, token::Tokens};

/// Finds every time expression of `text`. Without a publication day, what hangs on it has no value.
///
/// `home` is the country that the article is about: feasts that countries keep on days of their own have no value elsewhere.
pub(crate) fn times(text: &str, published: Option<Date>, home: Option<&str>) -> Vec<TimeExpression> {
    let tokens = Tokens::of(text);
    let found = expressions(&tokens);
    let mut story = Story::new(published, home);
    story.foresee(found.iter().map(|(_, found)| &found.meaning));
    let mut out = Vec::with_capacity(found.len());
    let mut told_in = 0;
    for (sentence, found) in found {
        story.sentences_end(sentence - told_in);
        told_in = sentence;
        let value = story.value(&found.meaning);
        out.push(TimeExpression { span: tokens.span(found.from, found.to), kind: found.kind, value });
    }
    out
}

/// The expressions of a text in order, each with the number of its sentence.
fn expressions(tokens: &Tokens) -> Vec<(usize, Found)> {
    let (mut out, mut sentence, mut i) = (Vec::new(), 0, 0);
    while i < tokens.len() {
        if let Some(found) = modifier::expression(tokens, i) {
            i = found.to;
            out.push((sentence, found));
        } else {
            sentence += usize::from(tense::ends_sentence(tokens, i));
            i += 1;
        }
    }
    out
}

/// The expression that begins at token `i`, without modifiers; the rules are tried from the most specific on.
fn core(t: &Tokens, i: usize) -> Option<Found> {
    if !may_begin(t, i) {
        return None;
    }
    rule_figures::figures(t, i)
        .or_else(|| rule_clock::clock(t, i))
        .or_else(|| rule_set::set(t, i))
        .or_else(|| rule_day::feast_day(t, i))
        .or_else(|| rule_day::weekday_date(t, i))
        .or_else(|| rule_calendar::calendar_date(t, i))
        .or_else(|| rule_day::day_name(t, i))
        .or_else(|| rule_business::year_end(t, i))
        .or_else(|| rule_report::report_period(t, i))
        .or_else(|| rule_deictic::pointed(t, i))
        .or_else(|| rule_decade::decade(t, i))
        .or_else(|| rule_calendar::bare_day(t, i))
        .or_else(|| rule_year::calendar_year(t, i))
        .or_else(|| rule_vague::vague(t, i))
        .or_else(|| rule_stretch::stretch(t, i))
        .or_else(|| rule_length::length(t, i))
        .or_else(|| rule_run::run(t, i))
}

/// Whether any rule begins with this token: a cheap look that passes over most words.
fn may_begin(t: &Tokens, i: usize) -> bool {
    let word = t.word(i);
    // Marks and the parts of hyphenated words begin nothing, apart from "'80s" and "mid-2031".
    match t.get(i) {
        Some(token) if token.is_mark() => matches!(word, "'" | "’" | "‘"),
        Some(token) if token.glued => {
            // "Monday-Friday", "July-September", "1994-1995".
            let range = lexicon::weekday(word).is_some() && lexicon::weekday(t.before(i)).is_some()
                || lexicon::month(word).is_some() && lexicon::month(t.before(i)).is_some()
                || lexicon::year(word).is_some() && lexicon::year(t.before(i)).is_some()
                || lexicon::day_of_month(word).is_some() && lexicon::day_of_month(t.before(i)).is_some()
                || word.len() == 2 && lexicon::year(t.before(i)).is_some();
            range
                || rule_clock::ends_range(t, i)
                || matches!(t.before(i), "mid" | "late" | "early" | "pre" | "post" | "fiscal" | "now" | "to")
        }
        _ => true,
    }
}
