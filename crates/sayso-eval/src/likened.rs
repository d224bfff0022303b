//! Which listed cues are nearest to a verb in meaning, and do they tell what it says?
//!
//! `data/likened.tsv` of `sayso-statement` is made with this, and judged with it: each verb of the lexicon is left out in turn
//! and read by its neighbours.

use sayso_model::Embedding;
use sayso_reader::Embedder;
use sayso_statement::{LikenedVerb, likened_verbs, listed_cues};

/// The sentence in which verbs are compared, for a bare word says little about its use. Of nine sentences this one let the most
/// agreeing neighbours be right when verbs of the lexicon were left out (72 to 84 per cent; print them anew with [`leave_one_out`]).
pub const FRAME: &str = "They {} that the report is true.";

/// How many neighbours have to agree on what the speaker's attitude is: two were right for
/// 75 per cent of 71 verbs, three for 84 of 45.
pub const AGREEING: usize = 3;

/// Listed cues that are no verbs: what they say is in the verbs beside them, so they would make leaving one out too easy.
const NO_VERBS: &[&str] = &[
    "according to",
    "in the words of",
    "conclusion",
    "confirmation",
    "denial",
    "sceptical",
    "skeptical",
    "scepticism",
    "skepticism",
    "no comment",
    "unavailable",
    "reckoning",
    "assessment",
    "allegation",
    "allegedly",
    "reportedly",
    "belief",
    "opinion",
    "view",
    "suspicion",
];

/// A listed verb with its class and its place in meaning space.
pub struct ListedVerb {
    /// Its base form.
    pub verb: &'static str,
    /// The name of its class.
    pub class: &'static str,
    /// The embedding of [`FRAME`] with it.
    pub embedding: Embedding,
}

/// The embeddings of verbs in [`FRAME`].
pub fn embedded(embedder: &Embedder, verbs: &[&str]) -> Vec<Embedding> {
    let framed: Vec<String> = verbs.iter().map(|verb| FRAME.replace("{}", verb)).collect();
    embedder.embed(&framed.iter().map(String::as_str).collect::<Vec<_>>())
}

/// The verbs of the lexicon with their classes and places.
pub fn listed_verbs(embedder: &Embedder) -> Vec<ListedVerb> {
    let cues = listed_cues().into_iter().filter(|(verb, _)| !NO_VERBS.contains(verb));
    let (verbs, classes): (Vec<&str>, Vec<&str>) = cues.unzip();
    let embeddings = embedded(embedder, &verbs);
    let named = verbs.into_iter().zip(classes);
    named.zip(embeddings).map(|((verb, class), embedding)| ListedVerb { verb, class, embedding }).collect()
}

/// What a class says of the speaker's attitude, which is all that a statement keeps of it.
pub fn attitude(class: &str) -> &'static str {
    match class {
        "confirm" => "confirms",
        "deny" => "denies",
        "doubt" => "doubts",
        "withhold" => "withholds",
        "believe" | "estimate" | "suggest" => "probable",
        "speculate" => "possible",
        _ => "says",
    }
}

/// The listed verbs nearest to `embedding`, nearest first, each with its cosine.
pub fn nearest<'a>(
    embedding: &Embedding,
    listed: impl Iterator<Item = &'a ListedVerb>,
) -> Vec<(&'a ListedVerb, f32)> {
    let mut all: Vec<_> = listed.map(|l| (l, l.embedding.cosine(embedding))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.verb.cmp(b.0.verb)));
    all.truncate(AGREEING);
    all
}

/// The class of the nearest where all have one attitude.
pub fn agreed(nearest: &[(&ListedVerb, f32)]) -> Option<&'static str> {
    let first = nearest.first()?.0.class;
    nearest.iter().all(|(l, _)| attitude(l.class) == attitude(first)).then_some(first)
}

/// How many listed verbs their neighbours tell the attitude of, when each is left out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Verbs.
    pub verbs: usize,
    /// Those whose neighbours agree.
    pub decided: usize,
    /// Those whose neighbours agree on the right attitude.
    pub right: usize,
    /// Those whose nearest verb alone has the right attitude.
    pub nearest_right: usize,
    /// Those of the most frequent attitude, which reading every verb as plain saying would get right.
    pub most_frequent: usize,
    /// Of the decided, those that say more than plain saying.
    pub telling: usize,
    /// Of these, the right ones.
    pub telling_right: usize,
}

/// Leaves out each listed verb in turn, with its other spellings.
pub fn leave_one_out(listed: &[ListedVerb]) -> LeftOut {
    let mut sum = LeftOut { verbs: listed.len(), ..LeftOut::default() };
    for left_out in listed {
        let others = listed.iter().filter(|l| spelling(l.verb) != spelling(left_out.verb));
        let near = nearest(&left_out.embedding, others);
        let own = attitude(left_out.class);
        sum.most_frequent += usize::from(own == "says");
        sum.nearest_right += usize::from(near.first().is_some_and(|n| attitude(n.0.class) == own));
        let Some(class) = agreed(&near) else { continue };
        let (right, telling) = (attitude(class) == own, attitude(class) != "says");
        sum.decided += 1;
        sum.right += usize::from(right);
        sum.telling += usize::from(telling);
        sum.telling_right += usize::from(telling && right);
    }
    sum
}

/// A word without what parts British from American spelling, and the verb of "point to" and "point at".
fn spelling(verb: &str) -> String {
    let verb = verb.split(' ').next().unwrap_or(verb);
    verb.replace("our", "or").replace("ise", "ize")
}

/// The rows of the table for the verbs that are in it, with what their neighbours say.
pub fn rows(embedder: &Embedder, listed: &[ListedVerb]) -> Vec<String> {
    let verbs = likened_verbs();
    let words: Vec<&str> = verbs.iter().map(|v| v.verb).collect();
    let places = embedded(embedder, &words);
    verbs.iter().zip(places).map(|(verb, place)| row(verb, &nearest(&place, listed.iter()))).collect()
}

fn row(verb: &LikenedVerb, near: &[(&ListedVerb, f32)]) -> String {
    let neighbours: Vec<String> = near.iter().map(|(l, cosine)| format!("{} {cosine:.2}", l.verb)).collect();
    [verb.verb, verb.irregular, agreed(near).unwrap_or("-"), &neighbours.join(", ")].join("\t")
}
