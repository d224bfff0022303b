//! What a headline makes of what stands below it: set beside the one statement of its article that says the same.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Actor, ActorId, ActorKind, ArticleId, DriftKind, Reason, StatementId, Voice};

use crate::{
    build::ClaimInput,
    figure::figures,
    hedge::firmer,
    names::known_names,
    proposition::Proposition,
    rank::other_rank,
    speaker::{is_named, speaks_for},
    wordings::SAME_WORDS,
};

/// Likeness from which a headline says what a statement of its article says, in meaning and words together. Chosen on the development case.
const SAME_MATTER: f32 = 0.72;
/// Weight of the share of the headline's words that the statement has too, beside how alike they are in meaning: a headline is cut from
/// a longer sentence, which alone makes the two less alike.
const WORDS: f32 = 0.4;

/// What the headlines of a case say, each with the statement of its article that is most like it.
#[derive(Default)]
pub(crate) struct Headlines<'a> {
    over: BTreeMap<&'a StatementId, Vec<Over<'a>>>,
    speakers: BTreeMap<&'a ActorId, &'a Actor>,
}

/// One statement of a headline.
struct Over<'a> {
    said: Proposition<'a>,
    likeness: f32,
    /// All who say the like in the article.
    sayers: Vec<&'a ActorId>,
}

impl<'a> Headlines<'a> {
    /// Finds what each headline is about among the statements of its article.
    pub fn of(input: &ClaimInput<'a>, items: &[Proposition<'a>]) -> Self {
        let mut own: BTreeMap<&ArticleId, Vec<&Proposition<'a>>> = BTreeMap::new();
        for item in items.iter().filter(|item| item.asserts()) {
            own.entry(&item.article.id).or_default().push(item);
        }
        let mut out = Self::default();
        for headline in input.headlines {
            let Some(own) = own.get(&headline.of) else { continue };
            out.speakers.extend(headline.speakers.iter().map(|actor| (&actor.id, actor)));
            let known = known_names(&headline.title.text);
            for statement in &headline.statements {
                let Some(meaning) = input.meanings.get(&statement.id) else { continue };
                let mut said =
                    Proposition::new(statement, &headline.title, meaning, &known, input.country_of);
                said.title_of = Some(&headline.of);
                out.put(said, own);
            }
        }
        out
    }

    fn put(&mut self, said: Proposition<'a>, own: &[&Proposition<'a>]) {
        let alike = |item: &Proposition<'_>| {
            item.meaning.content.cosine(&said.meaning.content) + WORDS * contained(&said.stems, &item.stems)
        };
        let near: Vec<(f32, &&Proposition<'a>)> =
            own.iter().map(|item| (alike(item), item)).filter(|(alike, _)| *alike >= SAME_MATTER).collect();
        let best = near
            .iter()
            .max_by(|a, b| a.0.total_cmp(&b.0).then_with(|| b.1.statement.id.cmp(&a.1.statement.id)));
        let Some((_, best)) = best else { return };
        let (below, likeness) = (best.statement, best.meaning.content.cosine(&said.meaning.content));
        if said.asserts() {
            let sayers = near.iter().filter_map(|(_, item)| item.statement.actor.as_ref()).collect();
            self.over.entry(&below.id).or_default().push(Over { said, likeness, sayers });
        }
    }

    /// The changes that the headline over a statement makes, with the words of the headline.
    pub fn changes<'s>(
        &'s self,
        below: &Proposition<'_>,
        actors: &BTreeMap<&ActorId, &Actor>,
    ) -> Vec<(&'s Proposition<'a>, DriftKind, Reason)> {
        let mut out = Vec::new();
        for over in self.over.get(&below.statement.id).into_iter().flatten() {
            let found = self
                .other_speaker(below, over, actors)
                .or_else(|| other_rank(below, &over.said))
                .into_iter()
                .chain(figures(below, &over.said))
                .chain(self.firmer(below, over, actors))
                .chain(without_speaker(below, over));
            out.extend(found.map(|(kind, reason)| (&over.said, kind, reason)));
        }
        out
    }

    /// The headline says it more firmly: in its own voice or that of the one who says it below. What stands in quotation marks there is
    /// not vouched for.
    fn firmer(
        &self,
        below: &Proposition<'_>,
        over: &Over<'_>,
        actors: &BTreeMap<&ActorId, &Actor>,
    ) -> Option<(DriftKind, Reason)> {
        let speaker = over.said.statement.actor.as_ref();
        let own = over.said.statement.voice == Voice::Publisher;
        let same = speaker.is_some() && speaker == below.statement.actor.as_ref();
        let for_it = speaker.and_then(|id| self.find(id, actors)).is_some_and(|named| {
            let find = |id: &ActorId| self.find(id, actors);
            below.statement.actor.as_ref().is_some_and(|id| speaks_for(id, named, &find))
        });
        let words = over.said.statement.words(&over.said.article.text);
        let quotes = words.contains(['‘', '“', '"']) || words.contains(" '") || words.starts_with('\'');
        (own || same || for_it).then(|| firmer(below, &over.said))?.filter(|_| !quotes)
    }

    fn find<'s>(&self, id: &ActorId, actors: &BTreeMap<&ActorId, &'s Actor>) -> Option<&'s Actor>
    where
        'a: 's,
    {
        self.speakers.get(id).or_else(|| actors.get(id)).copied()
    }

    /// The headline names as its speaker someone whom the article does not have say it.
    ///
    /// A state in a headline may stand for whoever speaks for it below; a person stands for nobody else.
    fn other_speaker(
        &self,
        below: &Proposition<'_>,
        over: &Over<'_>,
        actors: &BTreeMap<&ActorId, &Actor>,
    ) -> Option<(DriftKind, Reason)> {
        let find = |id: &ActorId| self.find(id, actors);
        let named = find(over.said.statement.actor.as_ref()?)?;
        let below_name = find(below.statement.actor.as_ref()?)?;
        let stands_for = |id: &&ActorId| {
            **id == named.id || named.kind != ActorKind::Person && speaks_for(id, named, &find)
        };
        if !is_named(named) || !is_named(below_name) || over.sayers.iter().any(stands_for) {
            return None;
        }
        let text = format!("{} in the article, {} in its headline", below_name.name, named.name);
        Some((
            DriftKind::ActorChanged,
            Reason::with(text, vec![below.source_or_content(), over.said.source_or_content()]),
        ))
    }
}

/// Share of the words of one that the other has.
fn contained(words: &BTreeSet<String>, others: &BTreeSet<String>) -> f32 {
    words.intersection(others).count() as f32 / words.len().max(1) as f32
}

/// The headline says flatly, in its own voice, what the article has someone say.
fn without_speaker(below: &Proposition<'_>, over: &Over<'_>) -> Option<(DriftKind, Reason)> {
    let attributed = below.statement.voice == Voice::Attributed && below.statement.actor.is_some();
    let lost = attributed && over.said.statement.voice == Voice::Publisher && over.likeness >= SAME_WORDS;
    lost.then(|| (DriftKind::AttributionLost, Reason::new("the headline does not say who said it")))
}
