//! A statement as JSON, with the figures, times and places in it.

use sayso_model::{
    Actor, Certainty, Place, Quantity, Quotation, Relation, Snapshot, Span, Stance, Statement,
    TimeExpression, TimeKind, Voice,
};
use serde::Serialize;

use super::{ActorJson, WordsJson};

/// A figure.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QuantityJson {
    /// The words, hedge and unit included.
    #[serde(flatten)]
    pub words: WordsJson,
    /// Lower bound.
    pub low: Option<f64>,
    /// Upper bound.
    pub high: Option<f64>,
    /// What is counted.
    pub unit: Option<String>,
    /// `=`, `~`, `<`, `>`, `up` or `down`.
    pub relation: Relation,
}

impl QuantityJson {
    /// The JSON of a quantity of `text`.
    pub fn of(text: &str, q: &Quantity) -> Self {
        Self {
            words: WordsJson::of(text, q.span),
            low: q.low,
            high: q.high,
            unit: q.unit.clone(),
            relation: q.relation,
        }
    }
}

/// A time expression.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimeJson {
    /// The words.
    #[serde(flatten)]
    pub words: WordsJson,
    /// TIMEX3 type.
    pub r#type: TimeKind,
    /// TIMEX3 value.
    pub value: Option<String>,
}

impl TimeJson {
    /// The JSON of a time expression of `text`.
    pub fn of(text: &str, t: &TimeExpression) -> Self {
        Self { words: WordsJson::of(text, t.span), r#type: t.kind, value: t.value.clone() }
    }
}

/// A place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceJson {
    /// The words.
    #[serde(flatten)]
    pub words: WordsJson,
    /// Usual English name.
    pub name: String,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
}

impl PlaceJson {
    /// The JSON of a place of `text`.
    pub fn of(text: &str, p: &Place) -> Self {
        Self {
            words: WordsJson::of(text, p.span),
            name: p.name.clone(),
            lat: p.lat,
            lon: p.lon,
            geonames: p.geonames,
            country: p.country.clone(),
        }
    }
}

/// A statement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatementJson {
    /// Its id.
    pub id: String,
    /// Who speaks.
    pub voice: Voice,
    /// The words that name the actor.
    pub source: Option<WordsJson>,
    /// The words that attribute.
    pub cue: Option<WordsJson>,
    /// What is attributed.
    pub content: Vec<WordsJson>,
    /// How it is given.
    pub quotation: Quotation,
    /// Whom the source resolves to.
    pub actor: Option<ActorJson>,
    /// The attitude to the content.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// The words that stance and certainty rest on besides the cue.
    pub grounds: Vec<WordsJson>,
    /// Figures in the content.
    pub quantities: Vec<QuantityJson>,
    /// Times in the content.
    pub times: Vec<TimeJson>,
    /// Places in the content.
    pub places: Vec<PlaceJson>,
    /// The network's score.
    pub score: f32,
    /// The article, in an export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// The claim, in an export.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub claim: Option<Option<String>>,
}

impl StatementJson {
    /// The JSON of a statement of an article with this text.
    pub fn of(text: &str, s: &Statement, actor: Option<&Actor>) -> Self {
        let words = |span: &Span| WordsJson::of(text, *span);
        Self {
            id: s.id.to_string(),
            voice: s.voice,
            source: s.source.as_ref().map(words),
            cue: s.cue.as_ref().map(words),
            content: s.content.iter().map(words).collect(),
            quotation: s.quotation,
            actor: actor.map(ActorJson::from),
            stance: s.stance,
            certainty: s.certainty,
            grounds: s.grounds.iter().map(words).collect(),
            quantities: s.quantities.iter().map(|q| QuantityJson::of(text, q)).collect(),
            times: s.times.iter().map(|t| TimeJson::of(text, t)).collect(),
            places: s.places.iter().map(|p| PlaceJson::of(text, p)).collect(),
            score: s.score,
            article: None,
            claim: None,
        }
    }

    /// The same, with the article and the claim that it belongs to.
    pub(crate) fn in_case(snapshot: &Snapshot, s: &Statement, claim: Option<String>) -> Self {
        let text = snapshot.article(&s.article).map_or("", |a| a.text.as_str());
        let actor = s.actor.as_ref().and_then(|id| snapshot.actor(id));
        Self { article: Some(s.article.to_string()), claim: Some(claim), ..Self::of(text, s, actor) }
    }
}
