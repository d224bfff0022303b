//! One claim with everything that it rests on.

use sayso_model::{
    Article, Claim, ClaimId, Evidence, Part, Published, Reliability, Snapshot, Span, Stance, Statement,
    Status,
};
use serde::Serialize;

use crate::{
    beside::{BesideView, beside},
    credibility::{Credibility, credibility},
    index::Index,
    json::{ActorJson, ReasonJson, RelatedJson, StatementJson, reasons},
    ledger::LedgerRow,
    review::{ReviewView, judged, reviews_about},
    texts::would_change as texts,
};

/// A claim as its page shows it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimView {
    /// Its line in the ledger.
    #[serde(flatten)]
    pub row: LedgerRow,
    /// The credibility of what the claim says, by the status.
    pub credibility: Credibility,
    /// Why this status.
    pub reasons: Vec<ReasonJson>,
    /// Who stands where.
    pub positions: Vec<PositionView>,
    /// On which origins it rests.
    pub origins: Vec<OriginView>,
    /// How it changed on the way.
    pub drift: Vec<DriftView>,
    /// Claims that bear on it.
    pub related: Vec<RelatedView>,
    /// Every statement, by stance and then by time.
    pub all_statements: Vec<StatementView>,
    /// What would give it another status.
    pub would_change: Vec<&'static str>,
    /// Other claims of the same articles.
    pub beside: Vec<BesideView>,
    /// What people decided about it and its statements, the latest first.
    pub reviews: Vec<ReviewView>,
}

/// What one actor's statements add up to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PositionView {
    /// Who.
    pub actor: Option<ActorJson>,
    /// How far a person relies on them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reliability: Option<Reliability>,
    /// The attitude.
    pub stance: Stance,
    /// Ids of the statements.
    pub statements: Vec<String>,
    /// First publication.
    pub first: Option<Published>,
    /// Last publication.
    pub last: Option<Published>,
}

/// An origin that supports the claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OriginView {
    /// Its key.
    pub origin: String,
    /// Its name.
    pub name: String,
    /// Ids of the statements that come from it.
    pub statements: Vec<String>,
    /// Why they are one origin.
    pub reasons: Vec<ReasonJson>,
}

/// One change of wording.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DriftView {
    /// How it changed.
    pub kind: &'static str,
    /// The wording nearer the origin.
    pub from: DriftSide,
    /// The changed wording.
    pub to: DriftSide,
    /// Why.
    pub reasons: Vec<ReasonJson>,
}

/// One side of a change of wording.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DriftSide {
    /// The words.
    pub text: String,
    /// The article's id.
    pub article: String,
    /// Its outlet, or its file where the outlet is unknown.
    pub outlet: String,
    /// `title` where the words are its headline; left out where they stand in its text.
    #[serde(skip_serializing_if = "Part::is_text")]
    pub part: Part,
}

impl DriftSide {
    /// Where the words stand, for a person: the outlet, and that it is the headline.
    pub fn label(&self) -> String {
        if self.part.is_text() { self.outlet.clone() } else { format!("{}, headline", self.outlet) }
    }
}

/// A statement with the sentence that it stands in.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementView {
    /// The statement.
    #[serde(flatten)]
    pub statement: StatementJson,
    /// The sentence or sentences around source, cue and content.
    pub sentence: String,
    /// The outlet that carries it, or the file where the outlet is unknown.
    pub outlet: String,
    /// When that was published.
    pub published: Option<Published>,
    /// The origin's name.
    pub origin: Option<String>,
    /// Why it has that origin.
    pub origin_reasons: Vec<ReasonJson>,
    /// Who decided about it last, and whether it was `accepted` or `corrected`; `None` where only the program read it.
    pub judged: Option<(String, &'static str)>,
}

/// A claim that bears on the one that is shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelatedView {
    /// Which one, what this claim does to it, and why.
    #[serde(flatten)]
    pub related: RelatedJson,
    /// Its wording.
    pub text: String,
    /// Its status.
    pub status: Status,
}

/// Makes the view of one claim; `None` where the case has no such claim.
pub fn claim(snapshot: &Snapshot, index: &Index, id: &ClaimId) -> Option<ClaimView> {
    let claim = index.claim(snapshot, id)?;
    let ids =
        std::iter::once(id.as_str()).chain(claim.statements.iter().map(sayso_model::StatementId::as_str));
    Some(ClaimView {
        row: crate::ledger::row(snapshot, claim),
        credibility: credibility(claim.status),
        reasons: reasons(&claim.reasons),
        positions: positions(snapshot, index, claim),
        origins: origins(claim),
        drift: claim.drift.iter().map(|d| drift(snapshot, d)).collect(),
        related: claim.related.iter().filter_map(|r| related(snapshot, index, r)).collect(),
        all_statements: statements(snapshot, index, claim),
        would_change: would_change(claim.status),
        beside: beside(snapshot, index, claim),
        reviews: reviews_about(snapshot, index, ids),
    })
}

/// What would give a claim of this status another one, by the rules of the glossary.
fn would_change(status: Status) -> Vec<&'static str> {
    let texts: &[&str] = match status {
        Status::Contested => &[texts::CONFIRMED_INDEPENDENTLY, texts::DENIALS_MISREAD],
        Status::Confirmed => &[texts::CONFIRMATION_FALLS],
        Status::Corroborated => &[texts::DENIED, texts::CONFIRMED_BY_INQUIRY, texts::ORIGINS_ARE_ONE],
        Status::SingleSource => &[texts::SECOND_ORIGIN, texts::CONFIRMED_BY_ANOTHER, texts::DENIED],
        Status::Unconfirmed => &[texts::ASSERTED_FIRMLY, texts::DENIED],
    };
    texts.to_vec()
}

pub(crate) fn positions(snapshot: &Snapshot, index: &Index, claim: &Claim) -> Vec<PositionView> {
    let view = |p: &sayso_model::Position| PositionView {
        actor: p.actor.as_ref().and_then(|id| snapshot.actor(id)).map(ActorJson::from),
        reliability: p.actor.as_ref().and_then(|id| index.reliability(id)),
        stance: p.stance,
        statements: p.statements.iter().map(ToString::to_string).collect(),
        first: p.first,
        last: p.last,
    };
    claim.positions.iter().map(view).collect()
}

pub(crate) fn origins(claim: &Claim) -> Vec<OriginView> {
    let view = |o: &sayso_model::IndependentOrigin| OriginView {
        origin: o.origin.key.clone(),
        name: o.origin.name.clone(),
        statements: o.statements.iter().map(ToString::to_string).collect(),
        reasons: reasons(&o.reasons),
    };
    claim.independent_origins.iter().map(view).collect()
}

fn drift(snapshot: &Snapshot, drift: &sayso_model::Drift) -> DriftView {
    DriftView {
        kind: drift.kind.as_str(),
        from: side(snapshot, &drift.from),
        to: side(snapshot, &drift.to),
        reasons: reasons(&drift.reasons),
    }
}

fn related(snapshot: &Snapshot, index: &Index, related: &sayso_model::RelatedClaim) -> Option<RelatedView> {
    let other = index.claim(snapshot, &related.claim)?;
    Some(RelatedView { related: related.into(), text: other.text.clone(), status: other.status })
}

fn side(snapshot: &Snapshot, evidence: &Evidence) -> DriftSide {
    let article = snapshot.article(&evidence.article);
    DriftSide {
        text: article.map(|a| one_line(evidence.words(a))).unwrap_or_default(),
        article: evidence.article.to_string(),
        outlet: article.map(outlet).unwrap_or_default(),
        part: evidence.part,
    }
}

fn statements(snapshot: &Snapshot, index: &Index, claim: &Claim) -> Vec<StatementView> {
    let mut found: Vec<&Statement> =
        claim.statements.iter().filter_map(|id| snapshot.statement(id)).collect();
    found.sort_by_key(|s| s.stance);
    found.into_iter().filter_map(|s| statement(snapshot, index, s)).collect()
}

/// Makes the view of one statement; `None` where its article is not there.
pub(crate) fn statement(snapshot: &Snapshot, index: &Index, s: &Statement) -> Option<StatementView> {
    let article = snapshot.article(&s.article)?;
    let claim = index.claim_of(snapshot, &s.id).map(|c| c.id.to_string());
    let origin = snapshot.origin(&s.id);
    Some(StatementView {
        statement: StatementJson::in_case(snapshot, s, claim),
        sentence: one_line(around(&article.text, s).of(&article.text)),
        outlet: outlet(article),
        published: article.published,
        origin: origin.map(|o| o.origin.name.clone()),
        origin_reasons: origin.map(|o| reasons(&o.reasons)).unwrap_or_default(),
        judged: judged(snapshot, index, s.id.as_str()),
    })
}

/// The outlet's name, or the file's.
pub(crate) fn outlet(article: &Article) -> String {
    article.publisher.clone().unwrap_or_else(|| article.file.clone())
}

/// The paragraph part from the sentence start before the statement's first word to the sentence end after its last.
fn around(text: &str, s: &Statement) -> Span {
    let hull = s.source.iter().chain(&s.cue).fold(s.content_hull(), |hull, span| hull.hull(*span));
    let (before, after) = (text.floor_char_boundary(hull.start), text.ceil_char_boundary(hull.end));
    let start = text[..before]
        .char_indices()
        .rev()
        .find(|(i, _)| ends_sentence(text, *i))
        .map_or(0, |(i, c)| i + c.len_utf8());
    let end = text[after..].char_indices().find(|(i, _)| ends_sentence(text, after + i));
    Span::new(start, end.map_or(text.len(), |(i, c)| after + i + c.len_utf8())).trimmed(text)
}

/// Whether the character at byte `i` ends a sentence: a line break, or a final mark before white space and a capital, which the
/// stops of "3.1" and of an abbreviation before a small letter are not.
fn ends_sentence(text: &str, i: usize) -> bool {
    let mut rest = text[i..].chars();
    match rest.next() {
        Some('\n') => true,
        Some('.' | '!' | '?') => {
            let mut after = rest.skip_while(|c| matches!(c, '”' | '"' | '’' | ')'));
            after.next().is_none_or(char::is_whitespace) && !after.next().is_some_and(char::is_lowercase)
        }
        _ => false,
    }
}

pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
