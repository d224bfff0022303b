//! Decisions as pages show them: who decided what, when and why, and whether it still counts.

use jiff::Timestamp;
use sayso_model::{Act, ActorId, ArticleId, ClaimId, Review, Snapshot, Stance, Standing, StatementId};
use serde::Serialize;

use crate::{
    claim::{one_line, outlet},
    index::Index,
    texts::review as texts,
};

/// One decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReviewView {
    /// Its number, which is its place in the log.
    pub number: u64,
    /// Who decided.
    pub author: String,
    /// When.
    pub time: Timestamp,
    /// Which kind of act: `set-stance`.
    pub act: &'static str,
    /// What was decided, as a sentence for people.
    pub text: String,
    /// Why, in the person's words.
    pub reason: String,
    /// What it took the place of.
    pub before: Option<String>,
    /// Where it can be looked up, for a note.
    pub evidence: Option<String>,
    /// Whether it counts.
    pub standing: Standing,
    /// The ids of what it is about.
    pub subjects: Vec<String>,
}

impl ReviewView {
    /// Makes the view of one decision.
    pub fn of(snapshot: &Snapshot, index: &Index, review: &Review, standing: Standing) -> Self {
        let evidence = match &review.act {
            Act::Note { evidence, .. } => evidence.clone(),
            _ => None,
        };
        Self {
            number: review.number,
            author: review.author.clone(),
            time: review.time,
            act: review.act.kind(),
            text: in_words(snapshot, index, &review.act),
            reason: review.reason.clone(),
            before: review.before.clone(),
            evidence,
            standing,
            subjects: review.act.subjects().into_iter().map(str::to_owned).collect(),
        }
    }
}

/// All decisions, the latest first.
pub fn reviews(snapshot: &Snapshot, index: &Index) -> Vec<ReviewView> {
    snapshot.reviews.iter().rev().map(|(r, s)| ReviewView::of(snapshot, index, r, *s)).collect()
}

/// The decisions about any of these ids, the latest first, each once.
pub(crate) fn reviews_about<'a>(
    snapshot: &Snapshot,
    index: &Index,
    ids: impl Iterator<Item = &'a str>,
) -> Vec<ReviewView> {
    let mut found: Vec<&(Review, Standing)> = ids.flat_map(|id| index.reviews_of(snapshot, id)).collect();
    found.sort_by_key(|(review, _)| std::cmp::Reverse(review.number));
    found.dedup_by_key(|(review, _)| review.number);
    found.into_iter().map(|(r, s)| ReviewView::of(snapshot, index, r, *s)).collect()
}

/// Whether a person accepted or changed this and the decision counts.
pub(crate) fn judged(snapshot: &Snapshot, index: &Index, id: &str) -> Option<(String, &'static str)> {
    let decides =
        |act: &Act| !matches!(act, Act::Note { .. } | Act::AskSecond { .. } | Act::ReadSecond { .. });
    let counts = |(r, s): &&(Review, Standing)| *s == Standing::Holds && decides(&r.act);
    let last = index.reviews_of(snapshot, id).filter(counts).last()?;
    Some((
        last.0.author.clone(),
        if matches!(last.0.act, Act::Accept { .. }) { texts::ACCEPTED } else { texts::CORRECTED },
    ))
}

fn in_words(snapshot: &Snapshot, index: &Index, act: &Act) -> String {
    let claim = |id: &ClaimId| {
        index.claim(snapshot, id).map_or_else(|| id.to_string(), |c| format!("“{}”", one_line(&c.text)))
    };
    let actor = |id: &ActorId| snapshot.actor(id).map_or_else(|| id.to_string(), |a| a.name.clone());
    let article = |id: &ArticleId| snapshot.article(id).map_or_else(|| id.to_string(), outlet);
    let said = |id: &StatementId| said(snapshot, id);
    match act {
        Act::Accept { statement } => texts::accepted(&said(statement)),
        Act::Reject { statement } => texts::rejected(&said(statement)),
        Act::SetStance { statement, stance } => texts::set_stance(&said(statement), stance.as_str()),
        Act::SetSource { statement, name, kind } => texts::set_source(&said(statement), name, kind.as_str()),
        Act::SetSourceWords { statement, .. } => texts::set_source_words(&said(statement)),
        Act::SetReliability { actor: of, grade } => texts::set_reliability(&actor(of), grade.as_str()),
        // How it was read first is not told here: whoever reads it second may see this.
        Act::AskSecond { statement, .. } => texts::asked_second(&said(statement)),
        Act::ReadSecond { statement, stance } => {
            texts::read_second(&said(statement), stance.map(Stance::as_str))
        }
        Act::SetContent { statement, .. } => texts::set_content(&said(statement)),
        Act::Move { statement, claim: Some(to) } => texts::moved(&said(statement), &claim(to)),
        Act::Move { statement, claim: None } => texts::made_claim(&said(statement)),
        Act::MergeClaims { into, .. } => texts::merged_claims(&claim(into)),
        Act::SplitClaim { claim: of, statements } => texts::split_claim(statements.len(), &claim(of)),
        Act::MergeActors { actor: gone, into } => texts::merged_actors(&actor(gone), &actor(into)),
        Act::SplitActor { actor: of, alias } => texts::split_actor(alias, &actor(of)),
        Act::SetCopy { first, second, verdict } => {
            texts::set_copy(&article(first), &article(second), verdict.as_str())
        }
        Act::SetOrigin { statement, origin } => texts::set_origin(&said(statement), &origin.name),
        Act::SetStatus { claim: of, status } => texts::set_status(&claim(of), status.as_str()),
        Act::Note { subject, .. } => {
            let about = index.claim(snapshot, &ClaimId::from_written(subject.as_str()));
            about.map_or_else(|| texts::NOTED.to_owned(), |c| texts::noted_about(&claim(&c.id)))
        }
        Act::Undo { review } => texts::undid(*review),
    }
}

/// Letters of a statement's words in a sentence about it.
const LONGEST: usize = 90;

fn said(snapshot: &Snapshot, id: &StatementId) -> String {
    let statement = snapshot.statement(id);
    let words = statement.and_then(|s| Some(s.words(&snapshot.article(&s.article)?.text)));
    match words.map(|w| one_line(&w)) {
        Some(words) if words.chars().count() > LONGEST => {
            format!("“{}…”", words.chars().take(LONGEST).collect::<String>().trim_end())
        }
        Some(words) => format!("“{words}”"),
        None => id.to_string(),
    }
}
