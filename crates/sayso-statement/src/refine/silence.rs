//! Who keeps back without the reader having marked it: "the police will not comment", "the firm did not respond to four
//! letters", "whether it burned, the port cannot say".

use sayso_model::Span;

use crate::{
    syntax::{hull, is_finite, parts_phrases, subject_before, verb_group},
    text::Word,
};

/// Verbs that keep back where they are negated, with the preposition before what is kept back; "" where it follows at once.
const NEGATED: &[(&str, &[&str])] = &[
    ("comment", &["on", "about"]),
    ("respond", &["to"]),
    ("reply", &["to"]),
    ("react", &["to"]),
    ("elaborate", &["on"]),
    ("mention", &[""]),
    ("address", &[""]),
    ("disclose", &[""]),
    ("specify", &[""]),
    ("discuss", &[""]),
    ("explain", &[""]),
    ("verify", &[""]),
    ("test", &[""]),
    ("check", &[""]),
    ("responded", &["to"]),
    ("replied", &["to"]),
    ("commented", &["on", "about"]),
    ("mentioned", &[""]),
    ("addressed", &[""]),
    ("disclosed", &[""]),
    ("explained", &[""]),
    ("verified", &[""]),
];

/// Documents that an outlet has or has not seen.
const PAPERS: &[&str] = &[
    "email",
    "e-mail",
    "letter",
    "document",
    "documents",
    "report",
    "memo",
    "file",
    "files",
    "paper",
    "papers",
    "recording",
    "video",
    "footage",
    "contract",
    "message",
    "messages",
    "original",
    "evidence",
    "minutes",
    "images",
    "photograph",
    "photographs",
    "list",
];

/// What a sentence begins with whose speaker stands after it: "Whether it burned, the port cannot say."
const FRONTED: &[&str] = &["whether", "who", "what", "why", "how", "when", "where", "that", "which", "if"];

/// Verbs that end such a sentence, as they follow "would not", "cannot" and the like.
const SAYING: &[&str] = &["say", "tell", "confirm", "explain", "disclose", "reveal", "specify", "discuss"];

/// Verbs that end it by themselves.
const LEAVING: &[&str] = &[
    "conceded",
    "concedes",
    "admitted",
    "admits",
    "acknowledged",
    "acknowledges",
    "denied",
    "denies",
    "confirmed",
    "confirms",
    "doubts",
    "doubted",
    "disputes",
    "disputed",
];

type Found = Option<(Span, Span, Span)>;

/// Someone who keeps back, with the cue and what is kept back: the whole clause where the sentence does not say what.
pub(super) fn silence(words: &[Word<'_>]) -> Found {
    fronted(words).or_else(|| (1..words.len()).find_map(|i| negated(words, i).or_else(|| unseen(words, i))))
}

/// "The firm did not respond to four letters."
fn negated(words: &[Word<'_>], verb: usize) -> Found {
    let (_, links) = NEGATED.iter().find(|(v, _)| *v == words[verb].text)?;
    let group = verb_group(words, verb);
    words[group..verb].iter().any(is_not).then_some(())?;
    let subject = subject_before(words, verb)?;
    let (source, cue) = (hull(&words[subject.clone()])?, hull(&words[group..=verb])?);
    let next = words.get(verb + 1);
    if links.contains(&"") {
        return Some((source, cue, object(words.get(verb + 1..)?)?));
    }
    match next {
        Some(link) if links.contains(&link.text) => Some((source, cue, object(words.get(verb + 2..)?)?)),
        // Nothing is said of what they are silent about: the clause itself is the report.
        Some(word) if word.is_mark() => Some((source, cue, source.hull(cue))),
        None => Some((source, cue, source.hull(cue))),
        _ => None,
    }
}

fn is_not(word: &Word<'_>) -> bool {
    let lower = word.lower().replace('’', "'");
    matches!(lower.as_str(), "not" | "never" | "cannot") || lower.ends_with("n't")
}

/// "Quay Radio has not seen the letter."
fn unseen(words: &[Word<'_>], verb: usize) -> Found {
    let group = verb_group(words, verb);
    let seen = words[verb].text == "seen" && words[group..verb].iter().any(is_not);
    let content = object(words.get(verb + 1..)?).filter(|_| seen)?;
    let paper =
        words[verb + 1..].iter().take_while(|w| content.contains(w.span)).any(|w| PAPERS.contains(&w.text));
    let subject = subject_before(words, verb).filter(|_| paper)?;
    Some((hull(&words[subject])?, hull(&words[group..=verb])?, content))
}

/// "Whether it burned, the port cannot say", "That it burned the mayor conceded", "Whether it burned she left open".
fn fronted(words: &[Word<'_>]) -> Found {
    let end = words.iter().rposition(|w| !w.is_mark())? + 1;
    let start = words[..end].iter().rposition(|w| w.text == ";").map_or(0, |i| i + 1);
    let clause = &words[start..end];
    FRONTED.contains(&clause.first()?.lower().as_str()).then_some(())?;
    let verb = clause.iter().skip(1).rposition(|w| is_last_verb(w)).map(|i| i + 1)?;
    let tail = &clause[verb + 1..];
    let group = verb_group(clause, verb);
    let negated = clause[group..verb].iter().any(is_not);
    let saying = SAYING.contains(&clause[verb].text);
    let open = clause[verb].text == "left" || clause[verb].text == "leaves";
    let whole = match (saying, open) {
        (true, _) => negated && tail.iter().all(Word::is_mark),
        (_, true) => tail.len() == 1 && tail[0].text == "open",
        // "last week", "on Monday": a time may follow.
        _ => {
            tail.len() <= 3
                && !tail
                    .iter()
                    .any(|w| w.is_mark() || is_finite(w) || matches!(w.text, "that" | "it" | "this"))
        }
    };
    whole.then_some(())?;
    let subject = speaker(clause, group)?;
    let comma = subject.0.checked_sub(1)?;
    let before = if clause[comma].text == "," { comma } else { subject.0 };
    let asked = clause[..before].iter().any(is_finite) || before >= 4;
    let cue_end = if open { verb + 1 } else { verb };
    let content = hull(&clause[..before]).filter(|_| asked && before >= 3)?;
    Some((hull(&clause[subject.0..subject.1])?, hull(&clause[group..=cue_end])?, content))
}

fn is_last_verb(word: &Word<'_>) -> bool {
    SAYING.contains(&word.text) || LEAVING.contains(&word.text) || matches!(word.text, "left" | "leaves")
}

/// The speaker before the verb group: a noun phrase after a comma, or a pronoun right before it.
fn speaker(clause: &[Word<'_>], group: usize) -> Option<(usize, usize)> {
    let last = group.checked_sub(1)?;
    if matches!(clause[last].text, "he" | "she" | "they" | "it" | "we") {
        return Some((last, group));
    }
    if let Some(named) = with_name(clause, group) {
        return Some(named);
    }
    let subject = subject_before(clause, group)?;
    (subject.start > 0 && clause[subject.start - 1].text == ",").then_some((subject.start, subject.end))
}

/// "…, its manager, Otto Brandt, conceded": a role and a name between commas.
fn with_name(clause: &[Word<'_>], group: usize) -> Option<(usize, usize)> {
    let close = group.checked_sub(1).filter(|&i| clause[i].text == ",")?;
    let open = clause[..close].iter().rposition(|w| w.text == ",")?;
    let name = &clause[open + 1..close];
    let named = (2..=4).contains(&name.len()) && name.iter().all(Word::is_capitalised);
    let start = clause[..open].iter().rposition(|w| w.text == ",")? + 1;
    (named && (1..=6).contains(&(open - start))).then_some((start, close))
}

/// The words up to the next mark that parts phrases.
fn object(rest: &[Word<'_>]) -> Option<Span> {
    let stop = rest.iter().position(|w| parts_phrases(w) || matches!(w.text, "." | "!" | "?"));
    hull(&rest[..stop.unwrap_or(rest.len())])
}
