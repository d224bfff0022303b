//! The building blocks of the JSON: spans with their words, statements, actors, reasons.

use sayso_model::{
    Actor, Article, Certainty, Evidence, Image, Notice, Part, Place, Published, Quantity, Quotation, Reason,
    RelatedClaim, Relation, Snapshot, Span, Stance, Statement, TimeExpression, TimeKind, Voice,
};
use serde::Serialize;

/// A byte range of the article's text.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct SpanJson {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Span> for SpanJson {
    fn from(span: Span) -> Self {
        Self { start: span.start, end: span.end }
    }
}

/// A byte range with its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct WordsJson {
    /// The words.
    pub text: String,
    /// Where they stand.
    #[serde(flatten)]
    pub span: SpanJson,
}

impl WordsJson {
    /// The words of `span` in `text`.
    pub fn of(text: &str, span: Span) -> Self {
        Self { text: span.of(text).to_owned(), span: span.into() }
    }
}

/// Whom a source resolves to.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ActorJson {
    /// Its id.
    pub id: String,
    /// Its fullest name.
    pub name: String,
    /// What it is.
    pub kind: &'static str,
}

impl From<&Actor> for ActorJson {
    fn from(actor: &Actor) -> Self {
        Self { id: actor.id.to_string(), name: actor.name.clone(), kind: actor.kind.as_str() }
    }
}

/// A place that a decision rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceJson {
    /// The article's id.
    pub article: String,
    /// Where in it.
    #[serde(flatten)]
    pub span: SpanJson,
    /// `title` where the place is in the headline; left out where it is in the text.
    #[serde(skip_serializing_if = "Part::is_text")]
    pub part: Part,
}

impl From<&Evidence> for EvidenceJson {
    fn from(evidence: &Evidence) -> Self {
        Self { article: evidence.article.to_string(), span: evidence.span.into(), part: evidence.part }
    }
}

impl EvidenceJson {
    /// The words, given their article.
    pub fn words<'a>(&self, article: &'a Article) -> &'a str {
        let span = Span::new(self.span.start, self.span.end);
        Evidence { article: article.id.clone(), span, part: self.part }.words(article)
    }
}

/// Why something was decided.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReasonJson {
    /// In words.
    pub text: String,
    /// The places that show it.
    pub evidence: Vec<EvidenceJson>,
}

impl From<&Reason> for ReasonJson {
    fn from(reason: &Reason) -> Self {
        Self { text: reason.text.clone(), evidence: reason.evidence.iter().map(EvidenceJson::from).collect() }
    }
}

/// Reasons as JSON.
/// A claim that bears on another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RelatedJson {
    /// The other claim.
    pub claim: String,
    /// What this claim does to it.
    pub kind: &'static str,
    /// Why.
    pub reasons: Vec<ReasonJson>,
}

impl From<&RelatedClaim> for RelatedJson {
    fn from(related: &RelatedClaim) -> Self {
        Self {
            claim: related.claim.to_string(),
            kind: related.kind.as_str(),
            reasons: reasons(&related.reasons),
        }
    }
}

pub(crate) fn reasons(reasons: &[Reason]) -> Vec<ReasonJson> {
    reasons.iter().map(ReasonJson::from).collect()
}

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

/// What is known of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ArticleJson {
    /// The one text that all spans refer to.
    pub text: String,
    /// Headline.
    pub title: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// ISO 8601 date, or date and time.
    pub published: Option<Published>,
    /// ISO 639-1 code.
    pub language: Option<String>,
    /// Author line.
    pub byline: Option<String>,
    /// Address.
    pub url: Option<String>,
    /// Media that the article names as where the report comes from, each once.
    pub credits: Vec<String>,
    /// Its pictures.
    pub images: Vec<ImageJson>,
    /// Where the text of each page stands, where it has pages.
    pub pages: Vec<SpanJson>,
}

/// A picture of an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ImageJson {
    /// Its address.
    pub address: String,
    /// `picture`, or `poster` for the still of a video.
    pub kind: &'static str,
    /// What the page gives to readers who cannot see it.
    pub alt: Option<String>,
    /// What stands below it.
    pub caption: Option<String>,
}

impl From<&Image> for ImageJson {
    fn from(i: &Image) -> Self {
        Self {
            address: i.address.clone(),
            kind: i.kind.as_str(),
            alt: i.alt.clone(),
            caption: i.caption.clone(),
        }
    }
}

impl From<&Article> for ArticleJson {
    fn from(a: &Article) -> Self {
        Self {
            text: a.text.clone(),
            title: a.title.clone(),
            publisher: a.publisher.clone(),
            published: a.published,
            language: a.language.clone(),
            byline: a.byline.clone(),
            url: a.url.clone(),
            credits: credits(a),
            images: a.images.iter().map(ImageJson::from).collect(),
            pages: a.pages.iter().copied().map(SpanJson::from).collect(),
        }
    }
}

/// The names of the credited media, each once, in the order of the text.
pub(crate) fn credits(article: &Article) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for credit in &article.credits {
        if !out.contains(&credit.name) {
            out.push(credit.name.clone());
        }
    }
    out
}

/// What was odd about an article.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct NoticeJson {
    code: &'static str,
    message: String,
    start: Option<usize>,
    end: Option<usize>,
}

impl NoticeJson {
    /// The notice in words.
    pub(crate) fn message(&self) -> &str {
        &self.message
    }
}

impl From<&Notice> for NoticeJson {
    fn from(n: &Notice) -> Self {
        Self {
            code: n.code.as_str(),
            message: n.message.clone(),
            start: n.span.map(|s| s.start),
            end: n.span.map(|s| s.end),
        }
    }
}
