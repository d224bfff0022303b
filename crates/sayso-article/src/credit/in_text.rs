//! Which sentences credit a medium? A medium's name in reporting position: "told X", "citing the broadcaster X", "X reported".

use std::collections::BTreeSet;

use sayso_model::{Credit, CreditKind, Span};

use super::{masthead, outlets, shape};
use crate::pattern::pattern;

/// Bytes before and after a name that are looked at: the longest cue with its adjectives is some 120 bytes long.
const REACH: usize = 200;

/// A medium named in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Mention {
    /// The words.
    pub span: Span,
    /// The medium's usual name.
    pub name: String,
    /// Whether the name counts only beside a noun such as "newspaper".
    pub needs_noun: bool,
}

/// Words for media, singular and plural, as they stand before or after a name.
pub(crate) const NOUN: &str = r"(?:(?:news|media|wire|press)[ -])?(?:newspapers?|newsweekly|papers?|dail(?:y|ies)|weekl(?:y|ies)|tabloids?|broadsheets?|magazines?|newsmagazines?|broadcasters?|televisions?|TV(?: (?:channels?|stations?|networks?))?|channels?|radio(?: stations?)?|stations?|networks?|agenc(?:y|ies)|services?|sites?|websites?|outlets?|portals?|publications?|media|programmes?|programs?)";

/// What may stand between a cue and a name: an article and adjectives, possessives or nouns for media.
const BETWEEN: &str = r#"(?:(?:the|The|a|an|its|our)\s+)?(?:(?:\p{Lu}[\p{L}.-]*(?:['’]s|s['’])?|\p{L}+-(?:run|owned|based|language|backed|controlled|funded|government|wing|left|right)|state|public|national|local|private|independent|opposition|regional|business|financial|conservative|liberal|leading|popular|online|investigative|respected|broadcast|NOUN)\s+){0,5}["“„«'‘]?$"#;

/// Cues that a name follows.
const BEFORE: &str = r"(?i:(?-u:\b)(?:told|tells|telling|informed|citing|cites|cited|quoting|quotes|per|according to|as per|referring to|with reference to|(?:reported|quoted|cited|carried|published|released|broadcast|aired|revealed|seen|obtained|reviewed|contacted|asked|interviewed|reports?|run|posted|quoted as saying|cited as saying)\s+(?:first\s+)?(?:by|in|on)|first (?:reported|published) (?:by|in|on)|(?:fact-?checkers|reporters?|journalists?|correspondents?|editors)\s+(?:at|of|from|for|with)|(?:statements?|comments?|remarks?|interviews?|interviewed|e-?mails?|letters?|messages?|repl(?:y|ies)|responses?|speaking|spoke|spoken|talking|talked|article|column|op-ed|report|story|appearance)\s+(?:to|with|by|on|for|in|from)|(?:said|stated|confirmed|explained|admitted|announced|revealed|disclosed|leaked|confided|wrote|written|writing)\s+(?:(?:in writing|in a statement|in an interview|in an e-?mail|by e-?mail|exclusively|by phone|separately|later)\s+)?(?:to|on|in|for|with))\s+)";

/// What follows a name that reports: its noun, an insertion, an adverb, then the verb.
const AFTER: &str = r#"^["”»'’]?(?:['’]s?)?(?:\s+(?:NOUN|news|online|newspaper's))*(?:\s*,[^,.;:\n]{1,80},)?(?:\s+(?:has|have|had|also|first|later|earlier|previously|exclusively|separately|initially|then|on\s+\p{Lu}\p{L}+))*\s+(?:reported|reports?|reporting|said|says?|wrote|writes?|revealed|reveals?|claimed|claims?|quoted|quotes?|quoting|cited|cites?|citing|noted|notes?|learn(?:ed|t)|published|broadcast|aired|disclosed|alleged|alleges?|suggested|investigation|article|interview|exclusive)(?-u:\b)|^["”»'’]?\s*,?\s+(?:citing|quoting|which (?:first )?(?:reported|cited|quoted))(?-u:\b)|^["”»'’]?\s+(?:could not|was unable to|was not able to|has not|had not|had no|did not)(?-u:\b)[^.\n]{0,60}(?-u:\b)(?:verif|corroborat|confirm|proof|authenticat)"#;

/// What joins two names to one list.
const JOIN: &str = r#"^["”»'’]?(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|as well as|along with)\s+|\s*[/&]\s*)"#;

/// The media credited in the sentences of a text, each at the first place that credits it.
pub(crate) fn credits(text: &str) -> Vec<Credit> {
    let mentions = all_mentions(text);
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    let mut rest = mentions.as_slice();
    while !rest.is_empty() {
        let (list, others) = rest.split_at(list_length(text, rest));
        rest = others;
        if is_credited(text, list) {
            let named = list.iter().filter(|m| !m.needs_noun || has_noun(text, m.span));
            found.extend(named.filter(|m| seen.insert(m.name.as_str())).map(credit));
        }
    }
    found
}

fn credit(mention: &Mention) -> Credit {
    Credit { name: mention.name.clone(), kind: CreditKind::InText, span: Some(mention.span) }
}

/// Names of the list and names by their shape, left to right; where they overlap, the listed name counts.
fn all_mentions(text: &str) -> Vec<Mention> {
    let listed = outlets::mentions(text);
    let shaped: Vec<Mention> = shape::mentions(text).into_iter().chain(masthead::mentions(text)).collect();
    let names: BTreeSet<&str> = listed.iter().map(|m| m.outlet.name).collect();
    let all = names.iter().copied().chain(shaped.iter().map(|m| m.name.as_str()));
    let later: BTreeSet<&str> =
        all.flat_map(|name| name.split(' ').skip(1 + usize::from(name.starts_with("The ")))).collect();
    let of_list = listed.iter().map(|m| Mention {
        span: m.span,
        name: m.outlet.name.to_owned(),
        needs_noun: m.outlet.is_ambiguous,
    });
    let whole = |m: &Mention| !is_short_for_another(&m.name, &later);
    let mut found: Vec<Mention> = of_list.chain(shaped.iter().cloned()).filter(whole).collect();
    // A stable sort keeps listed names before others at one place; a name by its shape that began earlier gives way, too.
    found.sort_by_key(|m| m.span.start);
    let is_listed = |m: &Mention| names.contains(m.name.as_str());
    let mut kept: Vec<Mention> = Vec::with_capacity(found.len());
    for mention in found {
        match kept.last_mut().filter(|last| last.span.overlaps(mention.span)) {
            Some(last) if is_listed(&mention) && !is_listed(last) => {
                let shown = last.span == mention.span && !last.needs_noun;
                *last = Mention { needs_noun: mention.needs_noun && !shown, ..mention };
            }
            // A name that is something else, too, and is shown to be a medium's here.
            Some(last) if last.span == mention.span => last.needs_noun &= mention.needs_noun,
            Some(_) => {}
            None => kept.push(mention),
        }
    }
    kept
}

/// After "the New York Times", "The Times" is the same paper: `later` are the words of all names but their first ones.
fn is_short_for_another(name: &str, later: &BTreeSet<&str>) -> bool {
    let last = name.strip_prefix("The ").filter(|last| !last.contains(' '));
    last.is_some_and(|last| later.contains(last))
}

/// How many mentions at the front are one list: "DR and Berlingske", "the AP, AFP and Reuters".
fn list_length(text: &str, mentions: &[Mention]) -> usize {
    let form = pattern!(&format!("{JOIN}{}", BETWEEN.replace("NOUN", NOUN)));
    let joined = |pair: &[Mention]| form.is_match(Span::new(pair[0].span.end, pair[1].span.start).of(text));
    let is_near = |pair: &[Mention]| pair[0].span.gap(pair[1].span) < REACH;
    1 + mentions.windows(2).take_while(|pair| is_near(pair) && joined(pair)).count()
}

fn is_credited(text: &str, list: &[Mention]) -> bool {
    let (Some(first), Some(last)) = (list.first(), list.last()) else { return false };
    let before = pattern!(&format!("{BEFORE}{}", BETWEEN.replace("NOUN", NOUN)));
    let after = pattern!(&AFTER.replace("NOUN", NOUN));
    before.is_match(words_before(text, first.span.start)) || after.is_match(words_after(text, last.span.end))
}

fn has_noun(text: &str, span: Span) -> bool {
    let before = pattern!(&format!(r#"(?-u:\b){NOUN}\s+["“„«'‘]?$"#));
    let after = pattern!(&format!(r#"^["”»'’]?\s+{NOUN}(?-u:\b)"#));
    before.is_match(words_before(text, span.start)) || after.is_match(words_after(text, span.end))
}

/// The words before a place, at most [`REACH`] bytes and not beyond its paragraph.
fn words_before(text: &str, at: usize) -> &str {
    let words = Span::new(at.saturating_sub(REACH), at).of(text);
    words.rsplit("\n\n").next().unwrap_or(words)
}

/// The words after a place, at most [`REACH`] bytes and not beyond its paragraph.
fn words_after(text: &str, at: usize) -> &str {
    let words = Span::new(at, at + REACH).of(text);
    words.split("\n\n").next().unwrap_or(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        credits(text).into_iter().map(|c| c.name).collect()
    }

    #[test]
    fn media_that_were_spoken_to_are_credited() {
        for text in [
            "The mayor told SVT.",
            "The mayor told the public broadcaster SVT over the phone that the quay was shut.",
            "It is shut, the mayor said in an interview with Sweden's SVT.",
            "She confirmed in an e-mail to SVT that it was shut.",
            "The mayor denied it in an e-mail to SVT.",
            "The mayor, quoted by SVT, denied it.",
            "The closure was first reported by SVT.",
            "The quay is shut, wrote a blog, citing the Swedish state broadcaster SVT.",
            "According to “SVT” the quay is shut.",
        ] {
            assert_eq!(found(text), ["SVT"], "{text}");
        }
    }

    #[test]
    fn media_that_report_are_credited() {
        for (text, name) in [
            ("The Guardian also reported the closure.", "The Guardian"),
            ("The quay is shut, the New York Times had earlier reported.", "New York Times"),
            ("The Washington Post, citing two divers, wrote that it is shut.", "Washington Post"),
            ("A Washington Post investigation found the crane rusty.", "Washington Post"),
            ("Reuters could not independently verify the claim.", "Reuters"),
            ("Two divers interviewed by the weekly magazine Spiegel doubt it.", "Der Spiegel"),
        ] {
            assert_eq!(found(text), [name], "{text}");
        }
    }

    #[test]
    fn a_list_is_credited_as_one() {
        assert_eq!(found("Last week the Danish media DR and Berlingske wrote so."), ["DR", "Berlingske"]);
        assert_eq!(found("The mayor told the AP, AFP and the daily Le Monde."), ["AP", "AFP", "Le Monde"]);
    }

    #[test]
    fn media_that_are_only_mentioned_are_not() {
        for text in [
            "The mayor once worked for the New York Times.",
            "The building of the BBC was lit in blue.",
            "She reads Der Spiegel. The mayor reported nothing.",
            "Dawn said that she had seen nothing.",
            "The time told us nothing.",
        ] {
            assert!(found(text).is_empty(), "{text}");
        }
        assert_eq!(found("The mayor told the newspaper Dawn."), ["Dawn"]);
    }

    #[test]
    fn the_times_is_the_times_that_was_named() {
        assert_eq!(found("The New York Times reported it. The Times said so twice."), ["New York Times"]);
        assert_eq!(found("The Times said so."), ["The Times"]);
    }

    #[test]
    fn each_medium_is_credited_once_where_it_is_credited_first() {
        let text = "Reuters is an agency. The mayor told Reuters. Reuters reported it.";
        let all = credits(text);
        assert_eq!(all.len(), 1);
        assert_eq!(all[0].span.unwrap().start, text.find("told Reuters").unwrap() + 5);
    }
}
