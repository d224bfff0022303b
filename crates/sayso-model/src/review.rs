//! What people decided: each decision takes the place of a computed value, and both stay readable.

use std::{collections::BTreeSet, fmt};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    actor::ActorKind,
    claim::Status,
    id::{ActorId, ArticleId, ClaimId, StatementId},
    origin::Origin,
    span::Span,
    statement::{Stance, words},
};

words!(
    /// What a person says about text that stands in two articles.
    CopyVerdict {
        /// Neither comes from the other: the link is dropped.
        Unrelated = "unrelated",
        /// The first took it from the second.
        FirstFromSecond = "first-from-second",
        /// The second took it from the first.
        SecondFromFirst = "second-from-first",
        /// It is shared, and nobody knows which was first.
        Unknown = "unknown",
    }
);

words!(
    /// How far an actor can be relied on, by a person's judgement: the letters of the Admiralty code (NATO AJP-2.1).
    Reliability {
        /// Has always told what was so.
        A = "A",
        /// Nearly always.
        B = "B",
        /// Mostly.
        C = "C",
        /// Often not.
        D = "D",
        /// Hardly ever.
        E = "E",
        /// Cannot be judged.
        F = "F",
    }
);

/// What a person decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// The statement was read as it stands in the article.
    Accept {
        /// The statement.
        statement: StatementId,
    },
    /// The article does not say this: the statement counts nowhere.
    Reject {
        /// The statement.
        statement: StatementId,
    },
    /// The speaker takes this stance.
    SetStance {
        /// The statement.
        statement: StatementId,
        /// The stance.
        stance: Stance,
    },
    /// This actor speaks.
    SetSource {
        /// The statement.
        statement: StatementId,
        /// The actor's name.
        name: String,
        /// What the actor is.
        kind: ActorKind,
    },
    /// These words name the source.
    SetSourceWords {
        /// The statement.
        statement: StatementId,
        /// The words.
        source: Span,
    },
    /// These words are the content.
    SetContent {
        /// The statement.
        statement: StatementId,
        /// The words.
        content: Span,
    },
    /// The statement belongs to another claim; without one, it makes a claim of its own.
    Move {
        /// The statement.
        statement: StatementId,
        /// The claim.
        claim: Option<ClaimId>,
    },
    /// Two claims are one.
    MergeClaims {
        /// The one that is given up.
        claim: ClaimId,
        /// The one that takes its statements.
        into: ClaimId,
    },
    /// Some statements of a claim make another claim.
    SplitClaim {
        /// The claim.
        claim: ClaimId,
        /// The statements that leave it.
        statements: Vec<StatementId>,
    },
    /// Two actors are one.
    MergeActors {
        /// The one that is given up.
        actor: ActorId,
        /// The one that takes its statements.
        into: ActorId,
    },
    /// One name of an actor is somebody else's.
    SplitActor {
        /// The actor.
        actor: ActorId,
        /// The name, as it stands as a source in the articles.
        alias: String,
    },
    /// The actor is to be relied on so far.
    SetReliability {
        /// The actor.
        actor: ActorId,
        /// The grade.
        grade: Reliability,
    },
    /// Somebody else is to read the statement too, without knowing how it was read.
    AskSecond {
        /// The statement.
        statement: StatementId,
        /// How it was read when this was asked.
        first: Stance,
    },
    /// The second reading of a statement.
    ReadSecond {
        /// The statement.
        statement: StatementId,
        /// The stance; `None` where the article does not say this.
        stance: Option<Stance>,
    },
    /// Who copied whom.
    SetCopy {
        /// One article.
        first: ArticleId,
        /// The other.
        second: ArticleId,
        /// What holds.
        verdict: CopyVerdict,
    },
    /// The statement starts there.
    SetOrigin {
        /// The statement.
        statement: StatementId,
        /// The origin.
        origin: Origin,
    },
    /// The claim has this status, whatever the rules give.
    SetStatus {
        /// The claim.
        claim: ClaimId,
        /// The status.
        status: Status,
    },
    /// Something to be remembered about a claim, a statement, an article or an actor.
    Note {
        /// Its id.
        subject: String,
        /// Where it can be looked up.
        evidence: Option<String>,
    },
    /// An earlier decision does not hold any more. Undoing an undoing brings it back.
    Undo {
        /// The number of that decision.
        review: u64,
    },
}

impl Act {
    /// The word by which JSON and forms name the act.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Accept { .. } => "accept",
            Self::Reject { .. } => "reject",
            Self::SetStance { .. } => "set-stance",
            Self::SetSource { .. } => "set-source",
            Self::SetSourceWords { .. } => "set-source-words",
            Self::SetContent { .. } => "set-content",
            Self::Move { .. } => "move",
            Self::MergeClaims { .. } => "merge-claims",
            Self::SplitClaim { .. } => "split-claim",
            Self::MergeActors { .. } => "merge-actors",
            Self::SplitActor { .. } => "split-actor",
            Self::SetReliability { .. } => "set-reliability",
            Self::AskSecond { .. } => "ask-second",
            Self::ReadSecond { .. } => "read-second",
            Self::SetCopy { .. } => "set-copy",
            Self::SetOrigin { .. } => "set-origin",
            Self::SetStatus { .. } => "set-status",
            Self::Note { .. } => "note",
            Self::Undo { .. } => "undo",
        }
    }

    /// The ids of what the act is about, the first first.
    pub fn subjects(&self) -> Vec<&str> {
        match self {
            Self::Accept { statement }
            | Self::Reject { statement }
            | Self::SetStance { statement, .. }
            | Self::SetSource { statement, .. }
            | Self::SetSourceWords { statement, .. }
            | Self::SetContent { statement, .. }
            | Self::AskSecond { statement, .. }
            | Self::ReadSecond { statement, .. }
            | Self::SetOrigin { statement, .. } => vec![statement.as_str()],
            Self::Move { statement, claim } => {
                std::iter::once(statement.as_str()).chain(claim.iter().map(ClaimId::as_str)).collect()
            }
            Self::MergeClaims { claim, into } => vec![into.as_str(), claim.as_str()],
            Self::SplitClaim { claim, statements } => {
                std::iter::once(claim.as_str()).chain(statements.iter().map(StatementId::as_str)).collect()
            }
            Self::MergeActors { actor, into } => vec![into.as_str(), actor.as_str()],
            Self::SplitActor { actor, .. } | Self::SetReliability { actor, .. } => vec![actor.as_str()],
            Self::SetCopy { first, second, .. } => vec![first.as_str(), second.as_str()],
            Self::SetStatus { claim, .. } => vec![claim.as_str()],
            Self::Note { subject, .. } => vec![subject],
            Self::Undo { .. } => Vec::new(),
        }
    }
}

/// A decision with who made it, when and why. The log records exactly this.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Review {
    /// Its place in the log.
    pub number: u64,
    /// Who decided.
    pub author: String,
    /// When.
    pub time: Timestamp,
    /// What.
    #[serde(flatten)]
    pub act: Act,
    /// Why, in the person's own words; empty where none were given.
    pub reason: String,
    /// What it took the place of, in words: "asserts".
    pub before: Option<String>,
}

/// Whether a decision counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// It counts.
    Holds,
    /// It was undone.
    Undone,
    /// What it was about is no longer in the case.
    WithoutEffect,
}

/// The numbers of the decisions that were not undone. `reviews` are in their order.
pub fn standing(reviews: &[Review]) -> BTreeSet<u64> {
    let mut holds: BTreeSet<u64> = reviews.iter().map(|r| r.number).collect();
    // From the last to the first: an undoing counts only where no later one undid it.
    for review in reviews.iter().rev() {
        if let Act::Undo { review: earlier } = review.act
            && earlier < review.number
            && holds.contains(&review.number)
        {
            holds.remove(&earlier);
        }
    }
    holds
}

#[cfg(test)]
mod tests {
    use super::*;

    fn review(number: u64, act: Act) -> Review {
        let (author, reason) = ("Ana".to_owned(), String::new());
        Review { number, author, time: Timestamp::UNIX_EPOCH, act, reason, before: None }
    }

    #[test]
    fn an_undone_undoing_brings_the_decision_back() {
        let accept = Act::Accept { statement: StatementId::from_written("s1") };
        let mut all = vec![review(0, accept), review(1, Act::Undo { review: 0 })];
        assert!(!standing(&all).contains(&0));
        all.push(review(2, Act::Undo { review: 1 }));
        assert_eq!(standing(&all), BTreeSet::from([0, 2]));
        // Nobody can undo what is still to come.
        assert!(
            standing(&[review(3, Act::Undo { review: 4 }), review(4, Act::Undo { review: 9 })]).contains(&4)
        );
    }

    #[test]
    fn a_decision_is_read_as_it_was_written() {
        let act = Act::SetStance { statement: StatementId::from_written("s1"), stance: Stance::Denies };
        let json = serde_json::to_string(&review(7, act.clone())).unwrap();
        assert!(json.contains(r#""act":"set-stance","statement":"s1","stance":"denies""#), "{json}");
        assert_eq!(serde_json::from_str::<Review>(&json).unwrap().act, act);
    }
}
