//! Whether the clause around an expression tells of what was or of what is to come.

use super::{
    lexicon::{day_of_month, month, short_month, weekday},
    token::Tokens,
};
use crate::text::is_abbreviation;

/// Where the tense points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Direction {
    Past,
    Future,
    /// No verb says so.
    Unknown,
}

/// How many words before an expression can hold the verb that governs it.
const BEFORE: usize = 16;

/// How many words after it can.
const AFTER: usize = 20;

/// The direction of the clause of the tokens `from..to`: the nearest verb before it decides, else the first after it.
pub(super) fn direction(tokens: &Tokens, from: usize, to: usize) -> Direction {
    let start = from.saturating_sub(BEFORE);
    let before = (start..from).rev().take_while(|&i| !ends_sentence(tokens, i)).find_map(|i| verb(tokens, i));
    let end = (to + AFTER).min(tokens.len());
    let after = || (to..end).take_while(|&i| !ends_sentence(tokens, i)).find_map(|i| verb(tokens, i));
    preposition(tokens, from, before).or(before).or_else(after).unwrap_or(Direction::Unknown)
}

/// What the preposition says: "since June" is over, "until June" and "by June" are to come unless it "had" been.
fn preposition(tokens: &Tokens, from: usize, verb: Option<Direction>) -> Option<Direction> {
    // "until 9 a.m. Tuesday", "until mid-November", "by the end of June".
    let inner = |i: usize| {
        let word = tokens.word(i);
        word.starts_with(|c: char| c.is_ascii_digit())
            || matches!(
                word,
                "a.m"
                    | "p.m"
                    | "am"
                    | "pm"
                    | "noon"
                    | "midnight"
                    | "mid"
                    | "early"
                    | "late"
                    | "the"
                    | "end"
                    | "of"
            )
    };
    let from = (from.saturating_sub(3)..from).rev().find(|&i| !inner(i)).map_or(from, |i| i + 1);
    match tokens.before(from) {
        "since" => Some(Direction::Past),
        // "Until Monday, nobody had known ..." tells of what was.
        "until" | "till" if from >= 2 && !tokens.is(from - 2, &["up", "."]) => Some(Direction::Future),
        "by" if verb != Some(Direction::Past) || !tokens.is(from.saturating_sub(3), &["had"]) => {
            Some(Direction::Future)
        }
        // "called a vote for Tuesday"; "the sales for May" are over.
        "for" if names_day(tokens, from) && tokens.possessive(from + 1) == 0 => Some(Direction::Future),
        "of" if from >= 2 && tokens.is(from - 2, &["ahead", "advance"]) => Some(Direction::Future),
        "than" if from >= 2 && tokens.is(from - 2, &["later"]) => Some(Direction::Future),
        "starting" | "beginning" if names_day(tokens, from) && verb != Some(Direction::Past) => {
            Some(Direction::Future)
        }
        "as" if from >= 2 && tokens.is(from - 2, &["soon", "early"]) => Some(Direction::Future),
        _ => None,
    }
}

/// Whether a weekday or a day of a month stands at `i`.
fn names_day(tokens: &Tokens, i: usize) -> bool {
    let stop = usize::from(tokens.word(i + 1) == ".");
    let month = month(tokens.word(i)).or_else(|| short_month(tokens.word(i)));
    weekday(tokens.word(i)).is_some() || month.is_some() && day_of_month(tokens.word(i + 1 + stop)).is_some()
}

pub(super) fn ends_sentence(tokens: &Tokens, i: usize) -> bool {
    match tokens.word(i) {
        "!" | "?" | ";" => true,
        // The stop of an abbreviation or initial ends nothing.
        "." => {
            let initial = tokens.before(i).len() == 1 && i > 0 && tokens.is_capitalised(i - 1);
            i == 0 || !initial && !is_abbreviation(tokens.before(i))
        }
        _ => false,
    }
}

/// The direction of the verb at `i`, if one stands there.
fn verb(tokens: &Tokens, i: usize) -> Option<Direction> {
    let word = tokens.word(i);
    match word {
        "set" if !tokens.is(i + 1, &["to", "for"]) => Some(Direction::Past),
        // "could not be opened Monday" tells of what was.
        "can" | "could" if tokens.word(i + 1) == "be" || tokens.reads(i + 1, &["not", "be"]) => None,
        "will" | "ll" | "shall" | "won't" | "would" | "may" | "might" | "can" | "could" | "must"
        | "should" => (!tokens.is_capitalised(i) || word == "will").then_some(Direction::Future),
        // "is to leave", "are to meet": it is arranged.
        "to" if tokens.word(i + 1) == "be" || promises(tokens.before(i)) || arranged(tokens.before(i)) => {
            Some(Direction::Future)
        }
        "set" | "going" | "likely" if tokens.is(i + 1, &["to", "for"]) => Some(Direction::Future),
        "expected" | "scheduled" | "due" | "planned" | "slated" | "supposed" => {
            // "had been due to sail Monday", "as previously arranged Monday".
            let over = i >= 2 && tokens.reads(i - 2, &["had", "been"]);
            let earlier = matches!(tokens.before(i), "previously" | "originally" | "as");
            Some(if over || earlier { Direction::Past } else { Direction::Future })
        }
        // An infinitive says nothing: what governs it does.
        _ if tokens.before(i) == "to" => None,
        "plans" | "planning" | "plan" | "expects" | "expect" | "expecting" | "intends" | "intend"
        | "hopes" | "hope" | "wants" | "upcoming" | "prepares" | "preparing" | "payable" | "vowed"
        | "promised" | "effective" => Some(Direction::Future),
        _ if is_timetabled(word) || is_under_way(tokens, i) => Some(Direction::Future),
        "was" | "were" | "had" | "did" | "been" | "has" | "have" => Some(Direction::Past),
        _ => (is_past(word) && !is_participle(tokens, i)).then_some(Direction::Past),
    }
}

/// Whether the past form at `i` is a participle that says nothing of when: "to be paid", "a still unspecified date".
fn is_participle(tokens: &Tokens, i: usize) -> bool {
    matches!(
        tokens.before(i),
        "be" | "is" | "are" | "being" | "a" | "an" | "the" | "still" | "previously" | "newly"
    ) || tokens.glued(i)
}

/// Whether a word is the past form of a verb that news uses, or has its ending.
pub(super) fn is_past(word: &str) -> bool {
    // Sorted, for the search.
    const IRREGULAR: &[&str] = &[
        "arose", "ate", "awoke", "became", "began", "bent", "bit", "bled", "blew", "bore", "bought", "bred",
        "broke", "brought", "built", "came", "caught", "chose", "clung", "crept", "cut", "dealt", "dove",
        "drank", "dreamt", "drew", "drove", "dug", "fed", "fell", "felt", "fled", "flew", "forbade",
        "foresaw", "forgave", "forgot", "fought", "found", "froze", "gave", "got", "grew", "heard", "held",
        "hid", "hit", "hung", "kept", "knelt", "knew", "laid", "leapt", "learnt", "led", "left", "lent",
        "lit", "lost", "made", "meant", "met", "mistook", "outbid", "overcame", "overran", "oversaw",
        "overtook", "paid", "put", "ran", "rang", "reran", "rewrote", "rode", "rose", "said", "sang", "sank",
        "sat", "saw", "sent", "shone", "shook", "shot", "shrank", "slept", "slid", "sold", "sought", "sped",
        "spent", "spilt", "spoke", "sprang", "spun", "stole", "stood", "strode", "strove", "struck", "stuck",
        "stung", "swam", "swept", "swore", "swung", "taught", "thought", "threw", "told", "took", "tore",
        "undid", "upheld", "went", "wept", "withdrew", "woke", "won", "wore", "wove", "wrote",
    ];
    let regular = word.len() > 4 && word.ends_with("ed") && !matches!(word, "united" | "hundred");
    // "succeed", "need", "indeed".
    let base = word.ends_with("eed") && !matches!(word, "agreed" | "freed" | "guaranteed");
    regular && !base || IRREGULAR.binary_search(&word).is_ok() || is_long_past(word)
}

/// Whether "to" after this word says what is arranged.
fn arranged(word: &str) -> bool {
    matches!(word, "is" | "are" | "am" | "re")
}

/// Whether a present progressive of coming and going stands at `i`: "is meeting Friday".
fn is_under_way(tokens: &Tokens, i: usize) -> bool {
    let moves = [
        "meeting",
        "leaving",
        "arriving",
        "visiting",
        "holding",
        "returning",
        "traveling",
        "travelling",
        "flying",
        "coming",
        "starting",
        "beginning",
        "opening",
        "hosting",
    ];
    arranged(tokens.before(i)) && tokens.is(i, &moves)
}

/// Verbs whose present tense tells what stands in a timetable: "the fair opens Friday".
fn is_timetabled(word: &str) -> bool {
    matches!(
        word,
        "begins"
            | "starts"
            | "opens"
            | "reopens"
            | "resumes"
            | "convenes"
            | "meets"
            | "arrives"
            | "departs"
            | "leaves"
            | "expires"
            | "expire"
            | "travels"
            | "returns"
            | "heads"
            | "hosts"
            | "premieres"
            | "airs"
            | "visits"
    )
}

/// The longer ones of the irregular past forms.
fn is_long_past(word: &str) -> bool {
    matches!(word, "overthrew" | "undertook" | "underwent" | "withstood")
}

/// Whether what follows with "to" has yet to be done: "agreed to pay in June".
fn promises(word: &str) -> bool {
    matches!(
        word,
        "agreed"
            | "agreement"
            | "decided"
            | "ready"
            | "willing"
            | "pledged"
            | "offered"
            | "invited"
            | "proposed"
    )
}
