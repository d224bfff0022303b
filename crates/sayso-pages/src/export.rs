//! The whole case as one object.

use sayso_model::{Article, Claim, Drift, Published, Snapshot, Status};
use serde::Serialize;

use crate::{
    article::{CopyView, copies},
    claim::{OriginView, PositionView, origins, positions},
    index::Index,
    json::{ActorJson, EvidenceJson, ReasonJson, RelatedJson, StatementJson, credits, reasons},
};

/// A case as `sayso export --format json` writes it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportView {
    /// The articles, sorted by id.
    pub articles: Vec<ArticleExport>,
    /// The statements, article by article as they stand in the text.
    pub statements: Vec<StatementJson>,
    /// The claims in ledger order.
    pub claims: Vec<ClaimExport>,
    /// The actors, sorted by id.
    pub actors: Vec<ActorExport>,
}

/// An article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleExport {
    id: String,
    file: String,
    url: Option<String>,
    publisher: Option<String>,
    published: Option<Published>,
    language: Option<String>,
    title: Option<String>,
    byline: Option<String>,
    text: String,
    credits: Vec<String>,
    copied_from: Vec<CopyView>,
    origin: Option<OriginExport>,
    retrieved: String,
    sha256: String,
    revisions: u32,
}

/// Where an article's report starts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OriginExport {
    origin: String,
    name: String,
    reasons: Vec<ReasonJson>,
}

/// A claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClaimExport {
    id: String,
    text: String,
    wording: EvidenceJson,
    status: Status,
    reasons: Vec<ReasonJson>,
    statements: Vec<String>,
    positions: Vec<PositionView>,
    independent_origins: Vec<OriginView>,
    drift: Vec<DriftExport>,
    related: Vec<RelatedJson>,
}

/// A change in retelling.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DriftExport {
    from: EvidenceJson,
    to: EvidenceJson,
    kind: &'static str,
    reasons: Vec<ReasonJson>,
}

/// An actor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorExport {
    #[serde(flatten)]
    actor: ActorJson,
    aliases: Vec<String>,
    affiliation: Option<String>,
    reasons: Vec<ReasonJson>,
}

/// Makes the export of a case.
pub fn export(snapshot: &Snapshot) -> ExportView {
    let claims = snapshot.claim_of();
    let index = Index::of(snapshot);
    let statement = |s: &sayso_model::Statement| {
        let claim = claims.get(&s.id).map(ToString::to_string);
        StatementJson::in_case(snapshot, s, claim)
    };
    let mut statements: Vec<&sayso_model::Statement> = snapshot.statements.iter().collect();
    statements.sort_by_key(|s| (&s.article, s.content_hull().start, s.source.map(|span| span.start), &s.id));
    ExportView {
        articles: snapshot.articles.iter().map(|a| article(snapshot, &index, a)).collect(),
        statements: statements.into_iter().map(statement).collect(),
        claims: snapshot.claims.iter().map(|c| claim(snapshot, &index, c)).collect(),
        actors: snapshot.actors.iter().map(actor).collect(),
    }
}

fn article(snapshot: &Snapshot, index: &Index, a: &Article) -> ArticleExport {
    let origin = snapshot.article_origins.get(&a.id);
    ArticleExport {
        id: a.id.to_string(),
        file: a.file.clone(),
        url: a.url.clone(),
        publisher: a.publisher.clone(),
        published: a.published,
        language: a.language.clone(),
        title: a.title.clone(),
        byline: a.byline.clone(),
        text: a.text.clone(),
        credits: credits(a),
        copied_from: copies(snapshot, index, &a.id),
        origin: origin.map(|(o, why)| OriginExport {
            origin: o.key.clone(),
            name: o.name.clone(),
            reasons: reasons(why),
        }),
        retrieved: a.retrieved.to_string(),
        sha256: a.capture.to_string(),
        revisions: snapshot.revisions.get(&a.id).copied().unwrap_or(1),
    }
}

fn claim(snapshot: &Snapshot, index: &Index, c: &Claim) -> ClaimExport {
    // A claim that a person merged into another is none any more.
    let there = |r: &&sayso_model::RelatedClaim| index.claim(snapshot, &r.claim).is_some();
    ClaimExport {
        id: c.id.to_string(),
        text: c.text.clone(),
        wording: (&c.wording).into(),
        status: c.status,
        reasons: reasons(&c.reasons),
        statements: c.statements.iter().map(ToString::to_string).collect(),
        positions: positions(snapshot, index, c),
        independent_origins: origins(c),
        drift: c.drift.iter().map(drift).collect(),
        related: c.related.iter().filter(there).map(RelatedJson::from).collect(),
    }
}

fn drift(d: &Drift) -> DriftExport {
    DriftExport {
        from: (&d.from).into(),
        to: (&d.to).into(),
        kind: d.kind.as_str(),
        reasons: reasons(&d.reasons),
    }
}

fn actor(a: &sayso_model::Actor) -> ActorExport {
    ActorExport {
        actor: a.into(),
        aliases: a.aliases.clone(),
        affiliation: a.affiliation.as_ref().map(ToString::to_string),
        reasons: reasons(&a.reasons),
    }
}
