//! What one statement asserts, as far as grouping needs it: words, names, doers, figures, modality, polarity, and whether it can
//! stand alone.

use std::{collections::BTreeSet, sync::OnceLock};

use sayso_model::{ActorId, Article, ArticleId, Evidence, Part, Span, Stance, Statement};

use crate::{
    doer::{Doers, doers},
    hedge::Firmness,
    lexicon::{
        DEFINITE, DEPICTIONS, DOCUMENTS, EMPTY, GIVEN, MEANT, NEGATIONS, PLANNED, PLANNING, POINTERS,
        PROMISES, REBUTS, SHARE, SPEECH,
    },
    meaning::Meaning,
    names::{CountryOf, Name, names},
    sides::{LISTS, sides},
    token::Token,
};

/// The content of one statement, prepared for comparison.
#[derive(Clone, Debug)]
pub(crate) struct Proposition<'a> {
    pub statement: &'a Statement,
    /// The article, or its headline as a text of its own.
    pub article: &'a Article,
    /// The article over which this headline stands, where it is one.
    pub title_of: Option<&'a ArticleId>,
    /// For whom the actor speaks, or the actor.
    pub speaker: Option<&'a ActorId>,
    /// The names of the actor and of whom it speaks for.
    pub speaker_names: BTreeSet<Name>,
    pub meaning: &'a Meaning,
    /// On which sides of the planes of each list its content lies.
    pub sides: [u32; LISTS],
    /// Lower-case words of the content, marks left out: equal for reprints.
    pub words: Vec<String>,
    pub names: BTreeSet<Name>,
    pub doers: Doers,
    /// Beginnings of the words that say something, names left out.
    pub stems: BTreeSet<String>,
    pub planned: bool,
    pub negated: bool,
    /// It says what a picture or a recording shows.
    pub depicts: bool,
    /// It says that what happened was meant.
    pub meant: bool,
    /// The content only points back at something said before ("It is false").
    pub points_back: bool,
    /// The speaker denies a part of its own in something ("any part in it").
    pub denies_own_part: bool,
    /// How firmly its sentence puts it, worked out when first asked for: only what may have drifted is.
    pub firmness: OnceLock<Firmness>,
    /// Whether it is told at second hand, likewise.
    pub second_hand: OnceLock<bool>,
}

/// Forms of "be".
const BE: &[&str] = &["is", "are", "was", "were", "been"];

/// Letters that stand for a word: "container" and "containers" are one.
const STEM_LETTERS: usize = 6;

/// Contents of more words than this say themselves what they are about, pointer or not: rebuttals that name nothing ("It is
/// complete fiction") have 2 to 8 words.
const SHORT: usize = 9;
/// Words at the front of a content among which a pointer is what it is about.
const OPENING: usize = 2;
/// Telling words from which a content says itself what it is about, where no pointer opens it.
const TELLS_ITSELF: usize = 3;
/// Words that a rebuttal may have beside those that rebut and still say nothing of its own about the matter.
const REBUTTAL: usize = 28;

impl<'a> Proposition<'a> {
    pub fn new(
        statement: &'a Statement,
        article: &'a Article,
        meaning: &'a Meaning,
        known: &BTreeSet<String>,
        country_of: CountryOf,
    ) -> Self {
        let content = statement.words(&article.text);
        let tokens = Token::all(&content);
        let found = names(&tokens, known, country_of);
        let cue = statement.cue.map_or("", |c| c.of(&article.text)).to_lowercase();
        let doers = doers(&tokens, &found, &cue);
        let named: BTreeSet<usize> = found.iter().flat_map(|n| n.start..n.end).collect();
        let telling = |(i, t): &(usize, &Token<'_>)| {
            t.lower.len() > 2 && !named.contains(i) && !t.is(EMPTY) && !t.is(SPEECH)
        };
        let stems = tokens.iter().enumerate().filter(telling).map(|(_, t)| stem(&t.lower)).collect();
        let has = |list: &[&str]| tokens.iter().any(|t| t.is(list));
        let mut out = Self {
            speaker: statement.actor.as_ref(),
            speaker_names: BTreeSet::new(),
            words: tokens.iter().map(|t| t.lower.clone()).collect(),
            names: found.into_iter().map(|f| f.name).collect(),
            planned: has(PLANNED)
                || tokens.windows(3).any(|w| w[0].is(BE) && w[1].is(PLANNING) && w[2].lower == "to")
                || tokens
                    .windows(2)
                    .any(|w| w[0].is(BE) && w[1].is(&["planning", "considering", "preparing"]))
                || cue.split(' ').any(|w| PROMISES.contains(&w))
                || tokens.first().is_some_and(|t| t.lower == "to"),
            negated: has(NEGATIONS),
            depicts: has(DEPICTIONS),
            meant: is_meant(&tokens),
            points_back: false,
            denies_own_part: false,
            firmness: OnceLock::new(),
            second_hand: OnceLock::new(),
            statement,
            article,
            title_of: None,
            meaning,
            sides: sides(&meaning.content),
            doers,
            stems,
        };
        out.denies_own_part = out.is_own_part();
        out.points_back = !out.denies_own_part && out.is_pointer();
        out
    }

    /// Whether a denial names no doer, only a share in something: the speaker's own.
    fn is_own_part(&self) -> bool {
        let share = self.words.iter().any(|w| SHARE.contains(&w.as_str()) || w == "involved")
            || self.words.windows(4).any(|w| w == ["nothing", "to", "do", "with"]);
        self.statement.stance == Stance::Denies
            && share
            && self.doers.names.is_empty()
            && self.words.len() <= 2 * SHORT
    }

    fn is_pointer(&self) -> bool {
        let has = |list: &[&str]| self.words.iter().any(|w| list.contains(&w.as_str()));
        if !self.objects() {
            return false;
        }
        let rebuts = has(REBUTS) && self.statement.stance == Stance::Denies;
        let tells = self.words.iter().any(|w| w == "that") && self.doers.asked;
        if rebuts && !tells && self.words.len() <= REBUTTAL {
            return true;
        }
        // "The alarm went off as it should" says itself what it is about; "it went off" does not.
        let opens = self.words.iter().take(OPENING).any(|w| POINTERS.contains(&w.as_str()));
        let points = opens || self.stems.len() < TELLS_ITSELF && has(POINTERS);
        self.words.len() <= SHORT
            && self.names.is_empty()
            && (points || self.documents().next().is_some() || self.stems.len() < 2)
    }

    /// The documents that it takes up again: "the intelligence".
    pub fn documents(&self) -> impl Iterator<Item = &str> {
        let taken_up = self.words.windows(2).filter(|w| DEFINITE.contains(&w[0].as_str()));
        taken_up.map(|w| w[1].as_str()).filter(|word| DOCUMENTS.contains(word))
    }

    /// Whether it objects to what others say.
    pub fn objects(&self) -> bool {
        matches!(self.statement.stance, Stance::Denies | Stance::Doubts | Stance::Withholds)
    }

    /// Whether it says that it is so.
    pub fn asserts(&self) -> bool {
        matches!(self.statement.stance, Stance::Asserts | Stance::Confirms)
    }

    /// Whether it says nothing of its own, so that it goes where what it answers goes.
    pub fn waits(&self) -> bool {
        self.points_back || self.denies_own_part
    }

    /// Words of the article, or of its headline, as evidence.
    pub fn evidence(&self, span: Span) -> Evidence {
        let part = if self.title_of.is_some() { Part::Title } else { Part::Text };
        Evidence { article: self.title_of.unwrap_or(&self.article.id).clone(), span, part }
    }

    /// Where the content stands.
    pub fn place(&self) -> Evidence {
        self.evidence(self.statement.content_hull())
    }

    /// Where the speaker is named; the content where none is.
    pub fn source_or_content(&self) -> Evidence {
        self.evidence(self.statement.source.unwrap_or_else(|| self.statement.content_hull()))
    }

    /// The figures of the content with their units, without relation.
    pub fn figures(&self) -> impl Iterator<Item = (f64, Option<&str>)> {
        self.statement.quantities.iter().filter_map(|q| q.high.or(q.low).map(|v| (v, q.unit.as_deref())))
    }
}

/// Whether the content says that a deed was meant: "an act of sabotage", "blown up on purpose", "no accident".
fn is_meant(tokens: &[Token<'_>]) -> bool {
    let pair =
        |first: &str, second: &str| tokens.windows(2).any(|w| w[0].lower == first && w[1].lower == second);
    let said = |i: usize| tokens[i].is(MEANT) && (i == 0 || !tokens[i - 1].is(GIVEN));
    (0..tokens.len()).any(said) || pair("on", "purpose") || pair("no", "accident")
}

/// The beginning of a word that stands for its forms.
pub(crate) fn stem(lower: &str) -> String {
    lower.trim_end_matches("'s").trim_end_matches("’s").chars().take(STEM_LETTERS).collect()
}
