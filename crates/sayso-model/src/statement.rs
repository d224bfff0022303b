//! One attribution, resolved and dated: who said what, how firmly.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::{
    id::{ActorId, ArticleId, StatementId},
    span::Span,
};

/// Writes the JSON word of each variant once, for `Display`, `as_str` and serde alike.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $word)] $variant,)+
        }

        impl $name {
            /// All variants, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The word as it is written in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }
    };
}
pub(crate) use words;

words!(
    /// Who speaks in a statement.
    Voice {
        /// Source or cue stand in the text.
        Attributed = "attributed",
        /// Goes on with an attributed report without a cue.
        Carried = "carried",
        /// The outlet's own voice.
        Publisher = "publisher",
    }
);
words!(
    /// How the content is given.
    Quotation {
        /// Verbatim, wholly within quotation marks.
        Direct = "direct",
        /// Paraphrased.
        Indirect = "indirect",
        /// Both.
        Mixed = "mixed",
    }
);
words!(
    /// The actor's attitude to the content.
    Stance {
        /// Says that it is so.
        Asserts = "asserts",
        /// Says that it is so from its own inquiry or position to know.
        Confirms = "confirms",
        /// Says that it is not so.
        Denies = "denies",
        /// Calls it into question without denying it.
        Doubts = "doubts",
        /// Neither confirms nor denies, or declines to speak.
        Withholds = "withholds",
        /// Speaks under an "if".
        Conditional = "conditional",
    }
);
words!(
    /// How firmly the actor speaks (after FactBank).
    Certainty {
        /// Flatly.
        Certain = "certain",
        /// Believes, expects, estimates.
        Probable = "probable",
        /// May, might, could.
        Possible = "possible",
        /// Withheld, conditional, doubted or hearsay.
        Unspecified = "unspecified",
    }
);
words!(
    /// How a quantity relates to the figure that is written.
    Relation {
        /// Exactly.
        Equal = "=",
        /// About.
        About = "~",
        /// At most.
        AtMost = "<",
        /// At least.
        AtLeast = ">",
        /// A rise by or to.
        Up = "up",
        /// A fall by or to.
        Down = "down",
    }
);
words!(
    /// TIMEX3 type of a time expression.
    TimeKind {
        /// A calendar date.
        Date = "DATE",
        /// A time of day.
        Time = "TIME",
        /// A length of time.
        Duration = "DURATION",
        /// A recurring time.
        Set = "SET",
    }
);

/// A figure with its unit and how firmly it is meant.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The words, hedge and unit included.
    pub span: Span,
    /// Lower bound; `None` where open or vague.
    pub low: Option<f64>,
    /// Upper bound; `None` where open or vague.
    pub high: Option<f64>,
    /// The counted noun or the unit, in its plainest form: `kg`, `%`, `USD`, `soldiers`.
    pub unit: Option<String>,
    /// Relation to the figure.
    pub relation: Relation,
}

/// A time expression with its TIMEX3 value.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimeExpression {
    /// The words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// ISO 8601 / TIMEX3 value; `None` where it depends on an unknown publication date.
    pub value: Option<String>,
}

/// A place name with what it resolves to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// The words.
    pub span: Span,
    /// The place's usual English name.
    pub name: String,
    /// Latitude in degrees north (WGS 84).
    pub lat: f64,
    /// Longitude in degrees east (WGS 84).
    pub lon: f64,
    /// GeoNames id, where known.
    pub geonames: Option<u32>,
    /// ISO 3166-1 alpha-2 code of its country; none for seas and whatever else lies in several or no country.
    pub country: Option<String>,
}

/// Who said what, how firmly, in which article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Statement {
    /// The statement's id.
    pub id: StatementId,
    /// The article whose text the spans refer to.
    pub article: ArticleId,
    /// Who speaks.
    pub voice: Voice,
    /// The words that name the actor.
    pub source: Option<Span>,
    /// The earlier name that the source refers to, where it is a pronoun, role or short name and the reader found one.
    #[serde(default)]
    pub referent: Option<Span>,
    /// The words that attribute.
    pub cue: Option<Span>,
    /// What is attributed, one or more parts in text order.
    #[serde(deserialize_with = "crate::tight::list")]
    pub content: Vec<Span>,
    /// How the content is given.
    pub quotation: Quotation,
    /// Whom the source resolves to.
    pub actor: Option<ActorId>,
    /// The actor's attitude to the content.
    pub stance: Stance,
    /// How firmly.
    pub certainty: Certainty,
    /// The words that stance and certainty rest on besides the cue: negations, hedges, an "if".
    #[serde(deserialize_with = "crate::tight::list")]
    pub grounds: Vec<Span>,
    /// Figures within the content.
    #[serde(deserialize_with = "crate::tight::list")]
    pub quantities: Vec<Quantity>,
    /// Times within the content.
    #[serde(deserialize_with = "crate::tight::list")]
    pub times: Vec<TimeExpression>,
    /// Places within the content.
    #[serde(deserialize_with = "crate::tight::list")]
    pub places: Vec<Place>,
    /// The network's score, 0 to 1; it says nothing about certainty.
    pub score: f32,
}

impl Statement {
    /// The smallest span that holds all parts of the content; empty where there is none.
    pub fn content_hull(&self) -> Span {
        self.content.iter().copied().reduce(Span::hull).unwrap_or(Span::new(0, 0))
    }

    /// The words of the content, parts joined by an ellipsis.
    pub fn words(&self, text: &str) -> String {
        self.content.iter().map(|s| s.of(text)).collect::<Vec<_>>().join(" … ")
    }
}
