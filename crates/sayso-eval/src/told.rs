//! Who tells which claim in invented coverage, and on whose word does it then rest?

use sayso_model::{
    Actor, ActorId, ActorKind, ArticleId, Certainty, Quotation, Span, Stance, Statement, StatementId, Voice,
};

use crate::grammar::{Dice, Scene, body_name, person_name};

/// Claims of an event.
const CLAIMS: usize = 4;

/// Bodies of an event that speak, and people who speak for each of them.
const BODIES: usize = 2;
const PEOPLE: usize = 2;

/// A sentence of an article.
#[derive(Clone)]
pub(crate) struct Piece {
    /// Its number in the report that it comes from; none for quotations and for what a copy adds.
    pub number: Option<usize>,
    pub words: String,
    /// The claim that it tells, and on whose word.
    telling: Option<(usize, Word)>,
}

impl Piece {
    /// A sentence that tells no claim.
    pub fn plain(words: String) -> Self {
        Self { number: None, words, telling: None }
    }
}

/// On whose word a sentence rests. Outlets are those that wrote it first, by number.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Outlet(usize),
    Unnamed(usize),
    Body(usize),
    Person(usize, usize),
}

/// A statement and what is known of it.
pub struct Told {
    /// The claim of the event that it is about, by number.
    pub claim: usize,
    /// The statement.
    pub statement: Statement,
    /// On whose word it rests: equal for statements that share their origin.
    pub origin: String,
}

/// Whoever speaks on the claims of an event.
pub(crate) struct Claims {
    bodies: Vec<Actor>,
    /// By body.
    people: Vec<Vec<Actor>>,
    unnamed: Actor,
}

impl Claims {
    pub fn new(event: u64) -> Self {
        let mut dice = Dice::new(event ^ 0x00C1_A135_0000_0000);
        let bodies: Vec<Actor> =
            (0..BODIES).map(|_| actor(ActorKind::Organization, body_name(&mut dice), None)).collect();
        let people = bodies.iter().map(|body| {
            let mut person = || actor(ActorKind::Person, person_name(&mut dice), Some(body.id.clone()));
            (0..PEOPLE).map(|_| person()).collect()
        });
        let people = people.collect();
        let unnamed = actor(ActorKind::Anonymous, "an official".to_owned(), None);
        Self { bodies, people, unnamed }
    }

    pub fn actors(self) -> Vec<Actor> {
        let people = self.people.into_iter().flatten();
        self.bodies.into_iter().chain(people).chain([self.unnamed]).collect()
    }

    /// The sentences by which an outlet tells some of the claims in words of its own.
    pub fn told_by(&self, outlet: usize, scene: &Scene, dice: &mut Dice) -> Vec<Piece> {
        let mut told = Vec::new();
        for claim in 0..CLAIMS {
            if dice.below(2) == 0 {
                continue;
            }
            let word = match dice.below(4) {
                0 => Word::Outlet(outlet),
                1 => Word::Unnamed(outlet),
                2 => Word::Body(dice.below(BODIES)),
                _ => Word::Person(dice.below(BODIES), dice.below(PEOPLE)),
            };
            let words = self.sentence(word, scene.sentence(dice));
            told.push(Piece { number: None, words, telling: Some((claim, word)) });
        }
        told
    }

    fn sentence(&self, word: Word, what: String) -> String {
        match word {
            Word::Outlet(_) => what,
            Word::Unnamed(_) => format!("An official who asked not to be named said that {what}"),
            Word::Body(body) => format!("{} said that {what}", self.bodies[body].name),
            Word::Person(body, person) => {
                let (person, body) = (&self.people[body][person].name, &self.bodies[body].name);
                format!("{person}, who speaks for {body}, said that {what}")
            }
        }
    }

    fn actor(&self, word: Word) -> Option<ActorId> {
        let actor = match word {
            Word::Outlet(_) => return None,
            Word::Unnamed(_) => &self.unnamed,
            Word::Body(body) => &self.bodies[body],
            Word::Person(body, person) => &self.people[body][person],
        };
        Some(actor.id.clone())
    }
}

/// Those who speak for one body are one origin; whom nobody names is one with the outlet that has spoken to them.
fn origin(word: Word) -> String {
    match word {
        Word::Outlet(outlet) => format!("outlet {outlet}"),
        Word::Unnamed(outlet) => format!("unnamed through {outlet}"),
        Word::Body(body) | Word::Person(body, _) => format!("body {body}"),
    }
}

fn actor(kind: ActorKind, name: String, affiliation: Option<ActorId>) -> Actor {
    let id = ActorId::derive(kind.as_str(), &name);
    Actor { id, name, kind, aliases: Vec::new(), affiliation, reasons: Vec::new() }
}

/// The statements of an article that consists of these pieces at these places.
pub(crate) fn tellings(pieces: &[Piece], spans: &[Span], article: &ArticleId, claims: &Claims) -> Vec<Told> {
    let told = pieces.iter().zip(spans).filter_map(|(piece, span)| {
        let (claim, word) = piece.telling?;
        let statement = statement(article, *span, claims.actor(word));
        Some(Told { claim, statement, origin: origin(word) })
    });
    told.collect()
}

fn statement(article: &ArticleId, span: Span, actor: Option<ActorId>) -> Statement {
    Statement {
        id: StatementId::derive(&[article.as_str(), &span.start.to_string()]),
        article: article.clone(),
        voice: if actor.is_some() { Voice::Attributed } else { Voice::Publisher },
        source: None,
        referent: None,
        cue: None,
        content: vec![span],
        quotation: Quotation::Indirect,
        actor,
        stance: Stance::Asserts,
        certainty: Certainty::Certain,
        grounds: Vec::new(),
        quantities: Vec::new(),
        times: Vec::new(),
        places: Vec::new(),
        score: 1.0,
    }
}
