//! Invented statements in any number, with embeddings that lie near one another where the words do.
//!
//! A case is about some hundred places; each claim is told of one of them in a few wordings, some claims by very many
//! articles and most by one or two, as in news. Everything follows from the number of the statement.

use sayso_claim::Meaning;
use sayso_model::{
    Article, Certainty, EMBEDDING_WIDTH, Embedding, Quotation, Span, Stance, Statement, StatementId, Voice,
};

use crate::blank::blank;

/// One invented statement; the first of an article brings it along.
#[derive(Clone, Debug)]
pub struct Said {
    /// The statement.
    pub statement: Statement,
    /// Its article, with the first of its statements.
    pub article: Option<Article>,
    /// What it means.
    pub meaning: Meaning,
    /// The number of the claim that it makes.
    pub claim: usize,
}

/// Statements of one article.
const EACH: usize = 8;

/// Statements for each claim, on average.
const TOLD: usize = 5;

const DOERS: &[&str] = &[
    "the port",
    "the ferry line",
    "a crew",
    "the council",
    "the army",
    "the mayor",
    "a diver",
    "the bank",
    "the union",
    "the court",
];
const DEEDS: &[&str] = &[
    "closed",
    "flooded",
    "sold",
    "repaired",
    "searched",
    "painted",
    "blew up",
    "inspected",
    "bought",
    "sank",
    "raised",
    "emptied",
    "guarded",
    "dredged",
    "leased",
    "burned",
    "moved",
    "widened",
    "lit",
    "mapped",
];
const THINGS: &[&str] = &[
    "pier",
    "lock",
    "tanker",
    "crane",
    "ferry",
    "depot",
    "bridge",
    "warehouse",
    "tunnel",
    "quay",
    "beacon",
    "cable",
    "dyke",
    "barge",
    "slipway",
    "weir",
    "canal",
    "signal",
    "dock",
    "silo",
    "pump",
    "buoy",
    "winch",
    "mast",
];
const SYLLABLES: &[&str] = &[
    "bren", "holm", "tarn", "vik", "sund", "lar", "ost", "mar", "kel", "dun", "fal", "gro", "nes", "rad",
    "ul", "wey",
];
const OPENINGS: &[&str] = &["", "overnight ", "in secret ", "after the storm ", "without a permit "];
const ENDINGS: &[&str] = &["", " before dawn", " despite warnings", " on its own", " as planned"];

/// A case of `size` statements.
pub fn case(size: usize) -> Vec<Said> {
    let claims = (size / TOLD).max(1);
    let mut out = Vec::with_capacity(size);
    let mut article: Option<(Article, Vec<(Span, usize)>)> = None;
    for i in 0..size {
        let at = i % EACH;
        if at == 0 {
            article = Some(told(i / EACH, claims));
        }
        let Some((article, places)) = &article else { continue };
        let (span, claim) = places[at];
        out.push(Said {
            statement: statement(article, span, at),
            article: (at == 0).then(|| article.clone()),
            meaning: Meaning::from(meaning(span.of(&article.text), i as u64)),
            claim,
        });
    }
    out
}

/// An article of [`EACH`] sentences, with the places and numbers of what they claim.
fn told(number: usize, claims: usize) -> (Article, Vec<(Span, usize)>) {
    let mut text = String::new();
    let mut spans = Vec::new();
    for k in 0..EACH {
        let mut chance = Chance::of((number * EACH + k) as u64);
        text.push_str("Officials said ");
        let start = text.len();
        let claim = chance.claim(claims);
        text.push_str(&wording(claim, &mut chance));
        spans.push((Span::new(start, text.len()), claim));
        text.push_str(". ");
    }
    (blank(&format!("a{number}"), &text), spans)
}

/// The claim of this number in one of its wordings.
fn wording(claim: usize, chance: &mut Chance) -> String {
    let mut own = Chance::of(u64::MAX / 2 + claim as u64);
    let (doer, deed, thing) = (own.pick(DOERS), own.pick(DEEDS), own.pick(THINGS));
    let place: String = [own.pick(SYLLABLES), own.pick(SYLLABLES), own.pick(SYLLABLES)].concat();
    let place = place[..1].to_uppercase() + &place[1..];
    let (opening, ending) = (chance.pick(OPENINGS), chance.pick(ENDINGS));
    format!("{doer} had {opening}{deed} the {thing} of {place}{ending}")
}

fn statement(article: &Article, content: Span, at: usize) -> Statement {
    let source = Span::new(content.start - "Officials said ".len(), content.start - " said ".len());
    Statement {
        id: StatementId::derive(&[article.id.as_str(), &at.to_string()]),
        article: article.id.clone(),
        voice: Voice::Attributed,
        source: Some(source),
        referent: None,
        cue: Some(Span::new(source.end + 1, content.start - 1)),
        content: vec![content],
        quotation: Quotation::Indirect,
        actor: None,
        stance: if at == 7 { Stance::Denies } else { Stance::Asserts },
        certainty: Certainty::Certain,
        grounds: Vec::new(),
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        score: 1.0,
    }
}

/// The sum of a direction for each word, names weighing most and short words least, with a little of the statement's own.
fn meaning(words: &str, own: u64) -> Embedding {
    let weight = |w: &str| match w {
        _ if w.starts_with(char::is_uppercase) => 2.0,
        _ if w.len() > 3 => 1.0,
        _ => 0.2,
    };
    let seed = |w: &str| w.bytes().fold(7, |h: u64, b| h.wrapping_mul(131).wrapping_add(b.into()));
    let mut sum = vec![0.0_f32; EMBEDDING_WIDTH];
    for (seed, weight) in words.split(' ').map(|w| (seed(w), weight(w))).chain([(own, 0.5)]) {
        let mut chance = Chance::of(seed);
        sum.iter_mut().for_each(|s| *s += weight * (chance.below(2001) as f32 / 1000.0 - 1.0));
    }
    Embedding::normalised(sum)
}

/// Numbers that only look like chance (SplitMix64; Steele, Lea & Flood 2014).
struct Chance(u64);

impl Chance {
    fn of(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn pick(&mut self, from: &[&'static str]) -> &'static str {
        from[self.below(from.len())]
    }

    /// A claim: few are told by very many, most by one or two.
    fn claim(&mut self, claims: usize) -> usize {
        let part = self.below(1_000_000) as f64 / 1_000_000.0;
        ((part * part * claims as f64) as usize).min(claims - 1)
    }
}
