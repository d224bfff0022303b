//! What is the text of a PDF document? Its letters are put into lines, its lines into paragraphs; what was guessed is said in notices.

mod dictionary;
mod furniture;
mod guard;
mod hyphen;
mod letters;
mod lines;
mod paragraphs;
mod title;
mod unpack;

use std::panic::{AssertUnwindSafe, catch_unwind};

use hayro_interpret::hayro_syntax::{LoadPdfError, Pdf};
use sayso_model::{Notice, NoticeCode, Span};

use letters::Reader;
use lines::{Line, lines};

/// What was read of a document.
#[derive(Default)]
pub(crate) struct Document {
    /// Paragraphs, separated by blank lines.
    pub text: String,
    /// Where the text of each page stands.
    pub pages: Vec<Span>,
    /// The title that the document states, else its largest line.
    pub title: Option<String>,
    /// What was guessed, and what could not be read.
    pub notices: Vec<Notice>,
}

/// Reads a document. Whatever the bytes are, there is an answer: what cannot be read is empty and has a notice that says why.
pub(crate) fn read(bytes: &[u8]) -> Document {
    // The guard reads dictionaries by the reader's parser, which is not ours either.
    match catch_unwind(|| guard::refusal(bytes)) {
        Ok(None) => {}
        Ok(Some(why)) => return refused(why),
        Err(_) => return refused("the document is damaged: its objects cannot be read"),
    }
    let mut pages = Pages::default();
    // A document is hostile input and its reader is not ours: if it panics on a page, the pages before it are kept.
    let read = catch_unwind(AssertUnwindSafe(|| pages.read(bytes)));
    match read {
        Ok(Ok(())) => {}
        Ok(Err(LoadPdfError::Decryption(_))) => return refused(guard::ENCRYPTED),
        Ok(Err(LoadPdfError::Invalid)) => {
            return refused("the document is damaged: no page could be found in it");
        }
        Err(_) => pages.is_cut = true,
    }
    pages.document()
}

fn refused(why: &str) -> Document {
    Document { notices: vec![Notice::new(NoticeCode::PartNotRead, why)], ..Document::default() }
}

/// The pages read so far.
#[derive(Default)]
struct Pages {
    lines: Vec<Vec<Line>>,
    stated_title: Option<String>,
    unknown: usize,
    is_cut: bool,
}

impl Pages {
    fn read(&mut self, bytes: &[u8]) -> Result<(), LoadPdfError> {
        let pdf = Pdf::new(bytes.to_vec())?;
        self.stated_title = pdf.metadata().title.as_deref().and_then(title::stated);
        let mut reader = Reader::new();
        for page in pdf.pages().iter().take(letters::MAX_PAGES) {
            let read = reader.read(&pdf, page);
            self.unknown += read.unknown;
            self.lines.push(lines(&read.letters));
            self.is_cut |= read.is_cut;
            if read.is_cut {
                break;
            }
        }
        self.is_cut |= self.lines.len() < pdf.pages().len();
        Ok(())
    }

    fn document(mut self) -> Document {
        let empty: Vec<usize> =
            (0..self.lines.len()).filter(|page| self.lines[*page].is_empty()).map(|page| page + 1).collect();
        let mut notices = self.unread(&empty);
        let title =
            self.stated_title.take().or_else(|| self.lines.first().and_then(|page| title::shown(page)));
        let repeated = furniture::remove(&mut self.lines);
        let written = paragraphs::paragraphs(&self.lines);
        if !written.text.is_empty() {
            notices.push(guessed(&written, repeated));
        }
        Document { text: written.text, pages: written.pages, title, notices }
    }

    /// What of the document was not read, and why.
    fn unread(&self, empty: &[usize]) -> Vec<Notice> {
        let mut whys = Vec::new();
        if !empty.is_empty() && empty.len() == self.lines.len() {
            whys.push("the document holds no text: its pages are pictures, which text recognition would have to read first".to_owned());
        } else if !empty.is_empty() {
            whys.push(format!("{} without text: it may be a picture", listed(empty)));
        }
        if self.unknown > 0 {
            whys.push(format!(
                "{} of the document are in a font that does not say what they mean; each is written as U+FFFD",
                counted(self.unknown, "character")
            ));
        }
        if self.is_cut {
            whys.push(format!(
                "the document was read up to page {} only: the rest is damaged or too much",
                self.lines.len()
            ));
        }
        whys.into_iter().map(|why| Notice::new(NoticeCode::PartNotRead, why)).collect()
    }
}

/// Pages in a list for people, which of a long list gives the beginning.
const LISTED: usize = 10;

fn listed(pages: &[usize]) -> String {
    let names: Vec<String> = pages.iter().take(LISTED).map(usize::to_string).collect();
    let more =
        if pages.len() > LISTED { format!(" and {} more are", pages.len() - LISTED) } else { String::new() };
    match pages.len() {
        1 => format!("page {} is", names[0]),
        _ if more.is_empty() => format!("pages {} are", names.join(", ")),
        _ => format!("pages {}{more}", names.join(", ")),
    }
}

fn guessed(written: &paragraphs::Written, repeated: usize) -> Notice {
    let mut message = format!(
        "a document says where its lines stand, not where its paragraphs begin: {} were put into {}",
        counted(written.lines, "line"),
        counted(written.paragraphs, "paragraph")
    );
    if written.hyphens > 0 {
        message += &format!(", {} at line ends taken out", counted(written.hyphens, "hyphen"));
    }
    if repeated > 0 {
        message += &format!(
            ", {} at the edge of pages (repeated ones, page numbers) left out",
            counted(repeated, "line")
        );
    }
    Notice::new(NoticeCode::GuessedParagraphs, message)
}

fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests;
