//! Whether "a day" says how often something comes or how long it takes.

use super::token::Tokens;
use crate::number::small;

/// How many words before "a day" can hold the amount that comes so often: "700 barrels of oil a day".
const RATE_REACH: usize = 5;

/// Whether "a day" says how often: "700 barrels a day", "dozens of calls a week"; "lasted a day" and "needs a year" are lengths.
pub(super) fn is_rate(t: &Tokens, i: usize) -> bool {
    const BEFORE_LENGTHS: &[&str] = &[
        "for", "in", "within", "over", "after", "during", "about", "nearly", "almost", "than", "least",
        "just", "only", "barely", "of", "until", "took", "take", "takes", "taking", "last", "lasts",
        "lasted", "lasting", "spent", "spend", "spending", "wait", "waited", "and", "but", "is", "was", "be",
        "by", "to", "around", "roughly", "some", "once", "as", "with", "from", "under", "up", "him", "them",
        "her", "us", "me", "given", "had", "have", "has", "not", "merely", "or", "through", "this", "needs",
        "requires", "gets", "gives", "that", "what",
    ];
    // "a day before the vote" is a length whatever stands before it.
    let follows = t.is(i + 2, &["before", "after", "of", "or", "apart", "ahead", "later", "into"]);
    if i == 0 || follows || t.reads(i + 2, &["and", "a", "half"]) {
        return false;
    }
    // "a weekend performance" is one of a weekend.
    if t.word(i + 1) == "weekend"
        && t.get(i + 2).is_some_and(|w| !w.is_mark())
        && !t.is(i + 2, &["in", "at", "with", "on"])
    {
        return true;
    }
    if t.get(i - 1).is_some_and(|b| b.is_mark() && !matches!(b.text, "%" | "$" | "\"" | "”"))
        || BEFORE_LENGTHS.contains(&t.before(i))
    {
        return false;
    }
    let counted = |k: usize| {
        let word = t.word(k);
        word.starts_with(|c: char| c.is_ascii_digit())
            || small(word).is_some()
            || matches!(
                word,
                "%" | "percent"
                    | "dozens"
                    | "hundreds"
                    | "thousands"
                    | "millions"
                    | "billions"
                    | "trillions"
                    | "million"
                    | "billion"
                    | "several"
                    | "many"
                    | "few"
            )
    };
    let clause = (i.saturating_sub(RATE_REACH)..i).rev().take_while(|k| !t.is(*k, &[",", ".", ";", ":"]));
    clause.into_iter().any(counted) || t.before(i).ends_with('s')
}
