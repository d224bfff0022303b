//! Which records are pages that could be articles? Answers and resources that hold HTML or text.

use std::io::Read;

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};

use super::{
    reader::WarcReader,
    record::{Record, RecordError},
    revisit::{Lookup, Payloads},
};
use crate::{CaptureError, MAX_ARTICLE_BYTES, binary, http, media};

/// Largest block that is kept in memory: an article with its HTTP head, as it was sent.
const MAX_BLOCK_BYTES: u64 = MAX_ARTICLE_BYTES + http::MAX_HEAD_BYTES as u64;

/// The pages of an archive as captures, one at a time.
///
/// Taken are answers with status 200, resources and conversions that hold HTML or plain text. Requests, metadata, pictures,
/// redirects and error pages are passed over. A revisit says that bytes were seen again: it gives the page of the earlier record
/// with its own address and time, where the archive can be read again at that place ([`Pages::looking_up`]).
/// What is damaged is given as an error with the record's offset, and so is a revisit whose page is not there.
pub struct Pages<'a, R: Read> {
    records: WarcReader<R>,
    payloads: Payloads,
    lookup: Option<Box<Lookup<'a>>>,
    name: String,
    retrieved: Timestamp,
}

impl<'a, R: Read> Pages<'a, R> {
    /// Begins to read the archive `name`; `retrieved` is when sayso read it, not when the archive was made.
    pub fn new(reader: R, name: impl Into<String>, retrieved: Timestamp) -> Self {
        let records = WarcReader::new(reader, MAX_BLOCK_BYTES);
        Self { records, payloads: Payloads::default(), lookup: None, name: name.into(), retrieved }
    }

    /// Lets revisits be resolved: `lookup` reads the same archive again from a place on.
    #[must_use]
    pub fn looking_up(
        mut self,
        lookup: impl FnMut(u64, &mut dyn FnMut(&mut dyn Read)) -> std::io::Result<()> + 'a,
    ) -> Self {
        self.lookup = Some(Box::new(lookup));
        self
    }

    fn refused(&self, offset: u64, reason: impl ToString) -> CaptureError {
        CaptureError::Record { archive: self.name.clone(), offset, reason: reason.to_string() }
    }

    /// The page of a record; `None` where it holds none.
    fn page(&mut self, record: &Record) -> Option<Result<Capture, CaptureError>> {
        let content = match record.get("warc-type")? {
            "revisit" => self.repeated(record)?,
            _ => {
                self.payloads.remember(record);
                content(record)?
            }
        };
        Some(
            content
                .and_then(|content| self.capture(record, content))
                .map_err(|e| self.refused(record.offset, e)),
        )
    }

    /// The page that a revisit repeats; `None` where it repeats something else.
    fn repeated(&mut self, record: &Record) -> Option<Result<Content, String>> {
        let head = record.answer().map(|(head, _)| head);
        let kind = head.and_then(|head| head.media_type());
        if kind.is_some_and(|kind| media::of_type(Some(&kind)).is_none()) {
            return None;
        }
        let found = match &mut self.lookup {
            Some(lookup) => self.payloads.find(record, MAX_BLOCK_BYTES, lookup),
            None => Ok(None),
        };
        match found {
            Ok(Some(original)) => content(&original),
            Ok(None) => Some(Err(missing(record))),
            Err(error) => Some(Err(format!("it repeats a page that cannot be read again ({error})"))),
        }
    }

    fn capture(&self, record: &Record, content: Content) -> Result<Capture, String> {
        let Content { bytes, media_type, charset } = content;
        if let Some(looks_like) = binary::looks_like(&bytes, media_type) {
            return Err(format!("its content looks like {looks_like}"));
        }
        if let Some(why) = record.get("warc-truncated") {
            return Err(format!("its content was cut when it was archived ({why})"));
        }
        let url = record.get("warc-target-uri").unwrap_or_default().trim_matches(['<', '>']).to_owned();
        let archived = record.get("warc-date").and_then(|date| date.parse().ok());
        let shown = format!("{}#{}", self.name, record.offset);
        let location = Location::Record { shown, url, archived, charset };
        Ok(Capture::new(location, self.retrieved, media_type, bytes))
    }
}

/// Says which page a revisit repeats, as far as it says so itself.
fn missing(revisit: &Record) -> String {
    let field = |name| revisit.get(name).map(|value| value.trim_matches(['<', '>']));
    let of = field("warc-refers-to-target-uri").or_else(|| field("warc-target-uri")).unwrap_or("a page");
    let when = field("warc-refers-to-date").map_or(String::new(), |date| format!(", archived {date}"));
    format!("it repeats {of}{when}, which is not in this archive before it")
}

/// The page in a record; `None` where it holds something else.
fn content(record: &Record) -> Option<Result<Content, String>> {
    match record.get("warc-type")? {
        "response" => answer(record),
        "resource" | "conversion" => resource(record),
        _ => None,
    }
}

impl<R: Read> Iterator for Pages<'_, R> {
    type Item = Result<Capture, CaptureError>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            match self.records.next()? {
                Ok(record) => match self.page(&record) {
                    Some(page) => return Some(page),
                    None => continue,
                },
                Err((_, RecordError::Unreadable(source))) if is_of_the_disk(&source) => {
                    return Some(Err(CaptureError::from_io(&self.name, source)));
                }
                Err((offset, error)) => return Some(Err(self.refused(offset, error))),
            }
        }
    }
}

/// Damaged compression is the archive's fault and comes as one of these; what else fails is the disk's.
fn is_of_the_disk(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{InvalidData, InvalidInput, UnexpectedEof};
    !matches!(error.kind(), InvalidData | InvalidInput | UnexpectedEof)
}

/// What a record holds as a page.
struct Content {
    bytes: Vec<u8>,
    media_type: MediaType,
    charset: Option<String>,
}

/// The page in an answer; `None` where it answers with something else.
fn answer(record: &Record) -> Option<Result<Content, String>> {
    if !record.is_whole() {
        let kind = record.get("warc-identified-payload-type").is_none_or(|kind| kind.contains("html"));
        return kind.then(|| Err(format!("it is too large for one article: {} bytes", record.length)));
    }
    let (head, body) = record.answer()?;
    let media_type = (head.status == 200).then(|| media::of_type(head.media_type().as_deref())).flatten()?;
    let bytes = http::decoded(&head, body, MAX_ARTICLE_BYTES).map_err(|error| error.to_string());
    Some(bytes.map(|bytes| Content { bytes, media_type, charset: head.charset() }))
}

fn resource(record: &Record) -> Option<Result<Content, String>> {
    let kind = record.get("content-type")?;
    let fields = vec![("content-type".to_owned(), kind.to_owned())];
    let head = http::Head { status: 200, fields };
    let media_type = media::of_type(head.media_type().as_deref())?;
    if !record.is_whole() || record.length > MAX_ARTICLE_BYTES {
        return Some(Err(format!("it is too large for one article: {} bytes", record.length)));
    }
    Some(Ok(Content { bytes: record.block.clone(), media_type, charset: head.charset() }))
}
