//! Propositions that statements make or deny, and who stands where on them.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    id::{ActorId, ArticleId, ClaimId, StatementId},
    origin::{Evidence, Origin, Reason},
    published::Published,
    revision::Revision,
    shared::Shared,
    statement::{Stance, words},
};

words!(
    /// What positions and origins add up to. Never a verdict on truth.
    Status {
        /// An actor other than the origin confirms it from its own inquiry or position to know.
        Confirmed = "confirmed",
        /// Two or more independent origins assert it and nobody denies it.
        Corroborated = "corroborated",
        /// Someone denies it, or an actor in a position to know doubts it.
        Contested = "contested",
        /// One origin asserts it firmly.
        SingleSource = "single-source",
        /// Nobody named asserts it firmly.
        Unconfirmed = "unconfirmed",
    }
);
words!(
    /// How a claim changed in retelling.
    DriftKind {
        /// "up to 40" became "40"; "suggests" became a flat statement.
        HedgeLost = "hedge-lost",
        /// The figure is another one.
        QuantityChanged = "quantity-changed",
        /// Someone else is said to have said or done it.
        ActorChanged = "actor-changed",
        /// The retelling no longer says who said it.
        AttributionLost = "attribution-lost",
        /// "may" became "will", "suggests" became "shows".
        ModalityStrengthened = "modality-strengthened",
        /// Another change.
        Other = "other",
    }
);
words!(
    /// How one claim bears on another that it is not.
    RelatedKind {
        /// Both cannot be so: another figure for the same count, another doer of the same deed, or the opposite.
        Contradicts = "contradicts",
        /// It speaks of a part of what the other speaks of: "3,000 of the 12,000".
        Specialises = "specialises",
        /// The other speaks of a part of what it speaks of.
        SpecialisedBy = "specialised-by",
        /// Who holds it holds the other: it says the same and more.
        Entails = "entails",
        /// Who holds the other holds it.
        EntailedBy = "entailed-by",
    }
);
words!(
    /// What is new in a case.
    ChangeKind {
        /// A claim that was not there before.
        NewClaim = "new-claim",
        /// A statement joined a claim that was there.
        NewStatement = "new-statement",
        /// A claim's status moved.
        StatusMoved = "status-moved",
        /// A claim is gone: its statements joined another or their article was revised.
        ClaimGone = "claim-gone",
        /// An article was added.
        NewArticle = "new-article",
        /// An article's text changed.
        ArticleRevised = "article-revised",
        /// An outlet corrected or withdrew an article.
        ArticleCorrected = "article-corrected",
    }
);

/// What one actor's statements with one stance add up to on one claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Position {
    /// Who; `None` where no source could be resolved.
    pub actor: Option<ActorId>,
    /// The attitude to the claim.
    pub stance: Stance,
    /// The statements, earliest first.
    #[serde(deserialize_with = "crate::tight::list")]
    pub statements: Vec<StatementId>,
    /// Publication time of the first article that reports it.
    pub first: Option<Published>,
    /// Publication time of the last.
    pub last: Option<Published>,
}

/// One leg that a claim stands on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndependentOrigin {
    /// The origin.
    #[serde(deserialize_with = "crate::origin::recent_origin")]
    pub origin: Shared<Origin>,
    /// The supporting statements that come from it.
    #[serde(deserialize_with = "crate::tight::list")]
    pub statements: Vec<StatementId>,
    /// Why these are one origin.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
}

/// The same proposition in two places, changed on the way.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Drift {
    /// The wording nearer the origin.
    pub from: Evidence,
    /// The changed wording.
    pub to: Evidence,
    /// How it changed.
    pub kind: DriftKind,
    /// Why this is a change and why in this direction.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
}

impl RelatedKind {
    /// The same relation seen from the other claim.
    pub fn inverse(self) -> Self {
        match self {
            Self::Contradicts => Self::Contradicts,
            Self::Specialises => Self::SpecialisedBy,
            Self::SpecialisedBy => Self::Specialises,
            Self::Entails => Self::EntailedBy,
            Self::EntailedBy => Self::Entails,
        }
    }
}

/// Another claim that bears on one: shown beside it, never merged with it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelatedClaim {
    /// The other claim.
    pub claim: ClaimId,
    /// What this claim does to the other.
    pub kind: RelatedKind,
    /// Why, with the words of both.
    pub reasons: Vec<Reason>,
}

/// A proposition that statements assert, deny, doubt or withhold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// The claim's id.
    pub id: ClaimId,
    /// Canonical wording: words of one of its statements, never generated.
    pub text: String,
    /// The place that the wording is taken from.
    pub wording: Evidence,
    /// What positions and origins add up to.
    pub status: Status,
    /// Why that status.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
    /// Its statements, earliest first.
    #[serde(deserialize_with = "crate::tight::list")]
    pub statements: Vec<StatementId>,
    /// The articles that carry them, each once.
    #[serde(deserialize_with = "crate::tight::list")]
    pub articles: Vec<ArticleId>,
    /// Who stands where.
    #[serde(deserialize_with = "crate::tight::list")]
    pub positions: Vec<Position>,
    /// The origins that support it.
    #[serde(deserialize_with = "crate::tight::list")]
    pub independent_origins: Vec<IndependentOrigin>,
    /// How it changed in retelling.
    #[serde(deserialize_with = "crate::tight::list")]
    pub drift: Vec<Drift>,
    /// Claims that bear on it, by kind and id.
    #[serde(default)]
    pub related: Vec<RelatedClaim>,
    /// When the case last got something new about it.
    pub last_change: Option<Timestamp>,
}

/// One line of "what is new".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// The claim, where it is about one.
    pub claim: Option<ClaimId>,
    /// The statement, where it is about one.
    pub statement: Option<StatementId>,
    /// The article, where it is about one.
    pub article: Option<ArticleId>,
    /// Status before, for a move.
    pub before: Option<Status>,
    /// Status after, for a move or a new claim.
    pub after: Option<Status>,
    /// What happened and what caused it.
    #[serde(deserialize_with = "crate::tight::list")]
    pub reasons: Vec<Reason>,
    /// What changed in the article, where it was revised.
    #[serde(default)]
    pub revision: Option<Box<Revision>>,
    /// The articles that still carry what was corrected.
    #[serde(default)]
    pub copies: Vec<ArticleId>,
}
