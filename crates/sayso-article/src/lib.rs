//! What is the text, who published it, when, crediting whom?
//!
//! [`article`] makes an [`Article`] of a [`Capture`]: it decodes the characters, takes header lines or a page's metadata, finds
//! the main text of a page, names the language and finds the media that the text credits. Of a text file the body is kept
//! verbatim, so that every byte range can be checked against the file.
//!
//! ```
//! use sayso_model::{Capture, Location, MediaType};
//! let bytes = b"outlet: The Quay\npublished: 2026-03-14\n\nThe quay is shut, the mayor told Reuters.\n".to_vec();
//! let capture = Capture::new(Location::StandardInput, jiff::Timestamp::UNIX_EPOCH, MediaType::Text, bytes);
//! let article = sayso_article::article(&capture);
//! assert_eq!(article.text, "The quay is shut, the mayor told Reuters.\n");
//! assert_eq!(article.publisher.as_deref(), Some("The Quay"));
//! assert_eq!(article.credits[0].name, "Reuters");
//! ```
//!
//! # Errors
//! There are none: any bytes give an article. What was odd about them stands in its notices.

mod address;
mod credit;
mod dates;
mod decode;
mod header;
mod identity;
mod language;
mod message;
mod oddity;
mod page;
mod pattern;
mod pdf;

use sayso_model::{Article, Capture, Image, MediaType, Notice, NoticeCode, Span};

use decode::Decoded;
use header::Header;

/// The one language whose statements are read.
const READ_LANGUAGE: &str = "en";

/// Makes an article of a capture. The same capture always gives the same article.
///
/// Guarantees that every span in credits and notices slices `text` at character boundaries.
pub fn article(capture: &Capture) -> Article {
    match capture.media_type {
        MediaType::Message => return of_message(capture),
        MediaType::Pdf => return complete(capture, &Decoded::default(), of_document(&capture.bytes)),
        MediaType::Text | MediaType::Html => {}
    }
    let decoded = decode::decode(&capture.bytes, capture.media_type, capture.location.charset());
    let content = of_kind(capture.media_type, &decoded.text);
    complete(capture, &decoded, content)
}

/// The content of characters that are a page or a text.
fn of_kind(media_type: MediaType, text: &str) -> Content {
    if media_type == MediaType::Html { of_page(text) } else { of_text(text) }
}

/// Text and header of a capture, before anything is worked out from them.
#[derive(Default)]
struct Content {
    header: Header,
    text: String,
    images: Vec<Image>,
    pages: Vec<Span>,
}

fn of_text(text: &str) -> Content {
    let (header, body) = header::part(text);
    Content { header, text: body.to_owned(), ..Content::default() }
}

fn of_document(bytes: &[u8]) -> Content {
    let document = pdf::read(bytes);
    let header = Header { title: document.title, notices: document.notices, ..Header::default() };
    Content { header, text: document.text, pages: document.pages, images: Vec::new() }
}

/// The article in a mail or in a page that was saved as one file: its page or text, with what the message's head says.
fn of_message(capture: &Capture) -> Article {
    let message = message::read(&capture.bytes);
    let decoded = decode::decode(&message.body, message.media_type, message.charset.as_deref());
    let mut content = of_kind(message.media_type, &decoded.text);
    let header = &mut content.header;
    header.url = header.url.take().or(message.url);
    header.title = header.title.take().or(message.subject);
    header.byline = header.byline.take().or(message.from);
    header.published = header.published.or(message.date);
    complete(capture, &decoded, content)
}

fn of_page(html: &str) -> Content {
    let page = page::read(html);
    let said = page.metadata;
    let message =
        "the main text of the page could not be told from the rest; all text that it shows was taken";
    let notice =
        (page.is_whole && !page.text.is_empty()).then(|| Notice::new(NoticeCode::WholePageTaken, message));
    let header = Header {
        url: said.url,
        publisher: said.publisher,
        published: said.published,
        language: said.language,
        title: said.title,
        byline: said.byline,
        others: Vec::new(),
        notices: notice.into_iter().collect(),
    };
    Content { header, text: page.text, images: page.images, pages: Vec::new() }
}

fn complete(capture: &Capture, decoded: &Decoded, content: Content) -> Article {
    let Content { mut header, text, images, pages } = content;
    // What the page says of itself goes first: it knows which of its addresses is the lasting one.
    header.url =
        header.url.or_else(|| capture.location.url().map(str::to_owned)).filter(|url| !url.is_empty());
    let language = header.language.clone().or_else(|| language::of_text(&text));
    let frame = credit::Frame {
        publisher: header.publisher.as_deref(),
        url: header.url.as_deref(),
        byline: header.byline.as_deref(),
    };
    Article {
        id: identity::article_id(header.url.as_deref(), &capture.digest),
        capture: capture.digest.clone(),
        retrieved: capture.retrieved,
        file: capture.location.as_str().to_owned(),
        credits: credit::credits(&text, frame),
        images: address::absolute(images, capture.location.url().or(header.url.as_deref())),
        pages,
        notices: notices(decoded, &header, language.as_deref(), &text),
        url: header.url,
        publisher: header.publisher,
        published: header.published,
        language,
        title: header.title,
        byline: header.byline,
        headers: header.others,
        text,
    }
}

/// All notices: on the characters first, then on what stands around the text, then on the text.
fn notices(decoded: &Decoded, header: &Header, language: Option<&str>, text: &str) -> Vec<Notice> {
    let undated = header.published.is_none().then(|| {
        let message =
            "no publication date is known, so expressions such as \"on Friday\" stay without a date";
        Notice::new(NoticeCode::UnknownPublicationDate, message)
    });
    let unread = language.filter(|l| *l != READ_LANGUAGE).map(|l| {
        let message = format!("the article's language is {l}; statements are read in English only");
        Notice::new(NoticeCode::LanguageNotRead, message)
    });
    let of_bytes = [decoded.guessed.clone(), oddity::of_characters(decoded, text)];
    let of_text = [undated, unread, oddity::of_length(text)];
    of_bytes
        .into_iter()
        .flatten()
        .chain(header.notices.iter().cloned())
        .chain(of_text.into_iter().flatten())
        .collect()
}
