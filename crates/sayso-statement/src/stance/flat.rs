//! Flat denials: contents that deny by a negation of their own, "the minister had never given an order", "it was not him".
//!
//! A negation alone is no denial: most are plain news ("no one was hurt", "has not decided"). It is one where it answers a
//! charge: a deed that people are accused of, who someone is, whether a thing took place at all.

use sayso_model::Span;

use super::{
    deed::is_deed,
    tokens::{Token, tokens},
};

/// Words that open a side clause; a negation beyond them is not what the content says.
const SIDE: &str = "\
    which who whom whose because while whereas although though if unless when since until after before whether than \
    that";

/// Words that hedge, and verbs of what is to come or ought to be: what they negate is not flatly denied.
const NOT_FLAT: &str = "\
    would will can could may might should must shall likely probably perhaps apparently yet still longer only \
    necessarily always everyone everything going enough allowed able occasionally often usually sometimes generally";

/// What is plainly not there, or was not given, in everyday news.
const PLAIN: &str = "\
    injury injuries injured casualty casualties death deaths dead victims fatalities survivors damage damages danger \
    risk risks threat threats reason reasons need doubt doubts time question questions word details detail date \
    timetable decision decisions answer answers reply response statement comment comments choice alternative other \
    others change changes end point problem problems report reports arrests arrest suspects interest money plan \
    plans power water electricity news result results way one more further immediate longer shortage sense hope \
    agreement winner winners limit position steps action information figures numbers name names place room space \
    harm rush hurry pain chance signs sign evidence proof indication help vote votes heating food supplies";

/// Ties that people are accused of having.
const TIES: &str = "\
    contact contacts connection connections ties tie link links dealings deal relations relationship motive agents \
    soldiers troops weapons cover-up conspiracy collusion secret agreement pact order instruction plot control";

/// What someone is said to be about to do.
const INTENDED: &str = "\
    planning considering preparing resigning leaving quitting stepping selling closing withdrawing hiding \
    negotiating blocking concealing";

/// What the accused say that they are not.
const CHARGED: &str = "\
    intentional deliberate connected linked related implicated party present affiliated corrupt fake forged doctored \
    edited manipulated staged faked";

/// What follows "have" or "be" for what was lived through, not done: "had never seen", "has never been".
const LIVED: &str = "\
    seen heard felt thought known been had experienced recovered become imagined wanted liked understood expected \
    faced tried happened forgotten lost stopped";

const BE: &[&str] = &["is", "are", "was", "were", "s", "am"];
const WAS: &[&str] = &["was", "were", "been"];
const HAVE: &[&str] = &["has", "have", "had", "ve", "having"];
const DO: &[&str] = &["did", "does", "do"];
const NOBODY: &[&str] = &["nobody", "no-one"];
const THEM: &[&str] = &["him", "her", "his", "hers", "them", "theirs", "us", "ours", "me", "mine"];
const OWN: &[&str] = &["our", "my", "its", "their", "his", "her", "us", "them"];
pub(super) const PRONOUNS: &[&str] =
    &["it", "he", "she", "they", "we", "i", "this", "that", "these", "those"];

/// Adverbs between an auxiliary, its "not" and the verb, and what strengthens a negation.
const ADVERBS: &str = "\
    even ever once also at all any time point been be in fact";

/// Words that are looked at behind a negation for what it negates.
const REACH: usize = 6;

/// The words by which the content denies flatly; `answers` where it goes on with a rebuttal, so that any flat negation does.
pub(super) fn flat_denial(text: &str, content: &[Span], answers: bool) -> Option<Span> {
    let all: Vec<Token> = tokens(text, content);
    let clause = main_clause(&all);
    if is_a_plain_no(&all) {
        return all.first().map(|t| t.span);
    }
    if would_never(clause) {
        return clause.iter().find(|t| t.lower == "never").map(|t| t.span);
    }
    if clause.iter().any(|t| t.among(NOT_FLAT)) {
        return (answers && clause.first().is_some_and(|t| t.is(&["no", "nobody", "none", "nothing"])))
            .then(|| clause[0].span);
    }
    let not = clause
        .iter()
        .position(|t| t.is(&["not", "never", "no", "none", "nothing", "neither"]) || t.is(NOBODY))?;
    let denies = frames(clause, not, &all) || answers && answers_charge(clause, not);
    denies.then(|| clause[not].span)
}

/// "No", "Absolutely not": the whole answer.
fn is_a_plain_no(all: &[Token]) -> bool {
    let said: Vec<&str> = all.iter().filter(|t| !t.mark).map(|t| t.lower.as_str()).collect();
    match said[..] {
        ["no" | "never"] | ["not", "at", "all"] | ["of", "course", "not"] => true,
        [sure, "not"] => sure.ends_with("ly"),
        _ => false,
    }
}

/// "We would never sell arms": the usual oath of those who are accused.
fn would_never(clause: &[Token]) -> bool {
    let at = clause.windows(2).position(|w| w[0].lower == "would" && w[1].lower == "never");
    at.is_some_and(|at| at > 0 && near_deed(&clause[at + 2..]))
}

/// The words up to the first mark or side clause, without an opening "that".
pub(super) fn main_clause(all: &[Token]) -> &[Token] {
    let opens = |t: &Token| t.mark || t.is(&["that", "but", "and"]);
    let start = all.iter().take_while(|t| opens(t)).count();
    let stops = |t: &Token| t.among(SIDE) || t.mark;
    let end = all[start..].iter().position(stops).map_or(all.len(), |i| start + i);
    &all[start..end]
}

/// Whether one of the ways to deny flatly stands around the negation at `not`.
fn frames(clause: &[Token], not: usize, all: &[Token]) -> bool {
    let (before, word, after) = (&clause[..not], clause[not].lower.as_str(), &clause[not + 1..]);
    match word {
        "never" => never(before, after),
        "nobody" | "no-one" => nobody_did(after),
        "no" if after.first().is_some_and(|t| t.lower == "one") => nobody_did(&after[1..]),
        "no" => no_such(before, after, all),
        "none" => before.is_empty() && after.len() > 1 && after[0].lower == "of" && after[1].is(OWN),
        "nothing" => before.is_empty() && done(after),
        "neither" => before.len() == 1 && before[0].is(PRONOUNS) && near_deed(after),
        _ => negated(before, after, all),
    }
}

/// "had never given an order", "and never has".
fn never(before: &[Token], after: &[Token]) -> bool {
    let has = before.last().is_some_and(|t| t.is(HAVE));
    let ends = after.first().is_none_or(|t| t.is(HAVE) && after.len() == 1);
    let verb = after.iter().find(|t| !t.among(ADVERBS) || t.lower == "been");
    let passive = after.first().is_some_and(|t| t.lower == "been") && near_deed(after);
    let of_things = before.first().is_some_and(|t| t.is(&["it", "this", "that"]));
    !before.is_empty()
        && (ends
            || passive
            || verb.is_some_and(|v| has && !v.among(LIVED) || !of_things && is_deed(&v.lower)))
}

/// "nobody stuffed anything", "no one at the meeting had talked about it"; not "nobody was hurt".
fn nobody_did(after: &[Token]) -> bool {
    let deed = after.iter().take(REACH).position(|t| is_deed(&t.lower));
    deed.is_some_and(|d| !after[..d].iter().any(|t| t.is(WAS) || t.is(BE) || t.is(&["to", "got", "told"])))
        && after.first().is_some_and(|t| !t.is(&["has", "is", "was"]))
}

/// Whether what is said not to be there is plainly missing in everyday news: "no injuries", "no further details".
pub(super) fn is_plain_absence(after: &[Token]) -> bool {
    let noun = after.iter().take(REACH).take_while(|t| !t.among(BEHIND_NOUN));
    noun.filter(|t| !t.mark).any(|t| t.among(PLAIN))
}

/// Words at which a noun phrase has ended.
const BEHIND_NOUN: &str = "\
    of in on at by to for with that which was were had has and or";

/// "There was no fire", "no order was given", "had no contact with".
fn no_such(before: &[Token], after: &[Token], all: &[Token]) -> bool {
    // "no specific, credible threats": the noun may stand behind a comma.
    let noun = all.iter().position(|t| t.lower == "no").map_or(after, |no| &all[no + 1..]);
    if is_plain_absence(noun) {
        return false;
    }
    let tied = after.iter().take(REACH / 2).any(|t| t.among(TIES));
    let there = before.first().is_some_and(|t| t.lower == "there");
    let past = before.iter().any(|t| t.is(WAS));
    match before.last() {
        None => passive_deed(after),
        Some(_) if there => past || tied,
        Some(last) => last.is(HAVE) && tied,
    }
}

/// "… was given", "… had been paid".
fn passive_deed(after: &[Token]) -> bool {
    let be = after.iter().take(REACH).position(|t| t.is(WAS) || t.is(HAVE));
    be.is_some_and(|b| b > 0 && done(&after[b..]))
}

/// "had passed the border", "was taken": an auxiliary and a deed.
fn done(after: &[Token]) -> bool {
    after.first().is_some_and(|t| t.is(WAS) || t.is(HAVE)) && near_deed(&after[1..])
}

/// Whether the first word that is no adverb is a deed.
fn near_deed(after: &[Token]) -> bool {
    let verb = after.iter().find(|t| !t.among(ADVERBS) && !is_adverb(t));
    verb.is_some_and(|v| is_deed(&v.lower))
}

fn is_adverb(token: &Token) -> bool {
    token.lower.ends_with("ly") && token.lower.len() > 4
}

/// "did not sell arms", "it was not him", "is not resigning", "not a cent".
fn negated(before: &[Token], after: &[Token], all: &[Token]) -> bool {
    let Some(aux) = before.iter().rev().find(|t| !t.among(ADVERBS) && !is_adverb(t)) else {
        return after.len() > 1
            && after[0].is(&["a", "one", "single"])
            && !after.iter().take(REACH).any(|t| t.among(PLAIN));
    };
    let of_pronoun = before.len() <= 3 && before[0].is(PRONOUNS);
    if after.is_empty() && ends_here(all, before) {
        return of_pronoun && (aux.is(BE) || aux.is(DO) || aux.is(HAVE));
    }
    match () {
        _ if aux.is(BE) => is_not(after, all) || of_pronoun && is_not_ones_own(before, after),
        _ if aux.is(DO) => before.len() > 1 && did_not(after),
        _ if aux.is(HAVE) => before.len() > 1 && did_not(after) && !lived_through(after),
        _ => false,
    }
}

/// Whether what follows "had not" was lived through; "had not been drinking" is a deed.
fn lived_through(after: &[Token]) -> bool {
    let doing = after.get(1).is_some_and(|t| t.lower.ends_with("ing"));
    after.first().is_some_and(|t| t.among(LIVED) && !(t.lower == "been" && doing))
}

/// Whether nothing of the same sentence follows the negation: "it was not", "it was not, and …".
fn ends_here(all: &[Token], before: &[Token]) -> bool {
    let Some(at) = before.last().and_then(|b| all.iter().position(|t| t.span == b.span)) else {
        return false;
    };
    let rest = all[at + 1..].iter().find(|t| t.lower != "not");
    rest.is_none_or(|t| t.mark || t.is(&["and", "but"]))
}

/// "it was not his signature": whose it is was said before.
fn is_not_ones_own(before: &[Token], after: &[Token]) -> bool {
    before[0].is(&["it", "that", "this", "these", "those"])
        && after.len() > 1
        && after[0].is(OWN)
        && !after.iter().take(REACH / 2).any(|t| t.among(NOT_OWNED))
}

/// What is said not to be one's own without any charge: "it is not our job".
const NOT_OWNED: &str =
    "job role place business problem priority decision goal aim task first last only turn call best";

/// "not him", "not even Brandt's", "not cuts at all but …", "not resigning".
fn is_not(after: &[Token], all: &[Token]) -> bool {
    let Some(first) = after.iter().find(|t| !t.mark && !t.among(ADVERBS) && !is_adverb(t)) else {
        return false;
    };
    let pair = |a: &str, b: &str| after.windows(2).any(|w| w[0].lower == a && w[1].lower == b);
    let contrast = || {
        let but = all.iter().position(|t| t.lower == "but");
        let only = first.is(&["just", "merely", "simply", "so", "as"]);
        but.is_some_and(|b| all[b].span.start > first.span.start && b + 1 < all.len())
            && !only
            && first.is(&["a", "an", "the"])
    };
    // "not her view" owns something, "not her" and "not him on the tape" name someone.
    let goes_on = |t: &Token| t.mark || t.is(&["on", "in", "at", "who", "but", "and", "behind", "to"]);
    let named = after.iter().skip_while(|t| t.span != first.span).nth(1).is_none_or(goes_on);
    first.is(THEM) && named
        || first.capital
        || first.among(INTENDED)
        || first.among(CHARGED)
        || after.iter().take(2).any(|t| t.among(CHARGED))
        || pair("at", "all")
        || contrast()
}

/// A deed, whose object is none that is plainly not given: "did not give a reason".
fn did_not(after: &[Token]) -> bool {
    near_deed(after) && !after.iter().take(REACH).any(|t| t.among(PLAIN))
}

/// In answer to a charge any negation denies but of what one thinks or knows.
fn answers_charge(clause: &[Token], not: usize) -> bool {
    const MINDS: &str = "\
    know known think want believe expect understand see remember comment care matter decided";
    !clause[not..].iter().take(REACH / 2).any(|t| t.among(MINDS))
}
