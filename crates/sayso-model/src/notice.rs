//! What was odd about an input that was taken all the same.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The kinds of notice, as they appear in the JSON `code`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoticeCode {
    /// The input holds no text at all.
    EmptyText,
    /// The text is one line without a sentence: a headline at most.
    HeadlineOnly,
    /// Some bytes were not valid in the text's character set and became U+FFFD.
    InvalidCharacters,
    /// The character set was guessed from the bytes.
    GuessedCharset,
    /// A header line was there but could not be read (for example an impossible date).
    UnreadableHeader,
    /// No publication date is known, so relative times stay open.
    UnknownPublicationDate,
    /// The article is in a language whose statements are not read.
    LanguageNotRead,
    /// Another article came from the same file with other bytes, and neither names an address.
    SameFileOtherText,
    /// The main text of a page could not be told from its furniture; all visible text was taken.
    WholePageTaken,
    /// The paragraphs of a document that has none were guessed from where its lines stand.
    GuessedParagraphs,
    /// A part of a document has no text that can be read: it is a picture, is locked or is damaged.
    PartNotRead,
    /// A quotation mark was opened and never closed, or the reverse.
    UnbalancedQuotation,
    /// Scare quotes lower the certainty of a statement.
    ScareQuotes,
    /// A cue that the lexicon does not list was read like the verbs nearest to it in meaning.
    CueByLikeness,
}

impl NoticeCode {
    /// The code as it is written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EmptyText => "empty-text",
            Self::HeadlineOnly => "headline-only",
            Self::InvalidCharacters => "invalid-characters",
            Self::GuessedCharset => "guessed-charset",
            Self::UnreadableHeader => "unreadable-header",
            Self::UnknownPublicationDate => "unknown-publication-date",
            Self::LanguageNotRead => "language-not-read",
            Self::SameFileOtherText => "same-file-other-text",
            Self::WholePageTaken => "whole-page-taken",
            Self::GuessedParagraphs => "guessed-paragraphs",
            Self::PartNotRead => "part-not-read",
            Self::UnbalancedQuotation => "unbalanced-quotation",
            Self::ScareQuotes => "scare-quotes",
            Self::CueByLikeness => "cue-by-likeness",
        }
    }
}

/// Says in words what was odd, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    /// The kind.
    pub code: NoticeCode,
    /// One sentence for a person: what was found and what was done about it.
    pub message: String,
    /// The place in the article's text, where there is one.
    pub span: Option<Span>,
}

impl Notice {
    /// Makes a notice about the article as a whole.
    pub fn new(code: NoticeCode, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), span: None }
    }

    /// Makes a notice about one place of the text.
    pub fn at(code: NoticeCode, message: impl Into<String>, span: Span) -> Self {
        Self { code, message: message.into(), span: Some(span) }
    }
}
