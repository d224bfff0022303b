//! What is in a mail or in a page saved as one file? The head's fields and the one part that is the article (RFC 5322, 2045,
//! 2047, 2557).

mod encoded;

use sayso_model::{MediaType, Published};

use crate::dates;

/// Parts within parts that are looked into: mail programs nest three deep.
const MAX_DEPTH: usize = 8;
/// Parts of one message that are looked at; a saved page has one for each picture and style sheet.
const MAX_PARTS: usize = 2_000;

/// The article's part of a message and what the head says.
#[derive(Debug, PartialEq)]
pub(crate) struct Message {
    pub body: Vec<u8>,
    pub media_type: MediaType,
    pub charset: Option<String>,
    pub url: Option<String>,
    pub subject: Option<String>,
    pub from: Option<String>,
    pub date: Option<Published>,
}

/// Reads a message: a page where it has one, else its text, else everything as text.
pub(crate) fn read(bytes: &[u8]) -> Message {
    let whole = Part::of(bytes);
    let mut found = Vec::new();
    collect(&whole, 0, &mut found);
    let is = |kind: &'static str| move |part: &&Part<'_>| part.kind() == kind;
    let chosen = found.iter().find(is("text/html")).or_else(|| found.iter().find(is("text/plain")));
    let address = |part: &Part<'_>| part.field("content-location").filter(|url| url.starts_with("http"));
    let (body, media_type, charset) = match chosen {
        Some(part) if part.kind() == "text/html" => {
            (part.content(), MediaType::Html, part.parameter("charset"))
        }
        Some(part) => (part.content(), MediaType::Text, part.parameter("charset")),
        None => (whole.body.to_vec(), MediaType::Text, None),
    };
    Message {
        body,
        media_type,
        charset,
        url: whole
            .field("snapshot-content-location")
            .or_else(|| chosen.and_then(address))
            .or_else(|| address(&whole)),
        subject: whole.words("subject"),
        from: whole.words("from").map(|from| name_of(&from)).filter(|from| !from.starts_with("Saved by")),
        date: whole.field("date").and_then(|date| dates::parse(&date)),
    }
}

/// One part: its fields and its body.
struct Part<'a> {
    fields: Vec<(String, String)>,
    body: &'a [u8],
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let (mut fields, mut at) = (Vec::<(String, String)>::new(), 0);
        for line in bytes.split_inclusive(|b| *b == b'\n') {
            at += line.len();
            let text = String::from_utf8_lossy(line);
            let text = text.trim_end_matches(['\r', '\n']);
            match (text.starts_with([' ', '\t']), fields.last_mut(), text.split_once(':')) {
                _ if text.is_empty() => break,
                (true, Some((_, value)), _) => *value += &format!(" {}", text.trim()),
                (false, _, Some((name, value))) => {
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => {}
            }
        }
        Self { fields, body: &bytes[at..] }
    }

    fn field(&self, name: &str) -> Option<String> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.clone())
    }

    /// A field's text with its encoded words read.
    fn words(&self, name: &str) -> Option<String> {
        self.field(name).map(|text| encoded::words(&text)).filter(|text| !text.is_empty())
    }

    fn kind(&self) -> String {
        let kind = self.field("content-type").unwrap_or_else(|| "text/plain".to_owned());
        kind.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
    }

    /// A parameter of the content type.
    fn parameter(&self, name: &str) -> Option<String> {
        let kind = self.field("content-type")?;
        let mut rest = kind.split_once(';')?.1;
        loop {
            let (key, value) = rest.split_once('=')?;
            let value = value.trim_start();
            let (value, after) = match value.strip_prefix('"') {
                Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
                None => value.split_once(';').map_or((value, ""), |(value, after)| (value, after)),
            };
            if key.trim().trim_start_matches(';').trim().eq_ignore_ascii_case(name) {
                return Some(value.trim().to_owned());
            }
            rest = after;
        }
    }

    /// The body without its transfer encoding.
    fn content(&self) -> Vec<u8> {
        match self.field("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().trim() {
            "base64" => encoded::base64(self.body),
            "quoted-printable" => encoded::quoted_printable(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// All parts that hold no further parts, in order. Files that are attached to a mail are passed over.
fn collect<'a>(part: &Part<'a>, depth: usize, out: &mut Vec<Part<'a>>) {
    let boundary = part.kind().starts_with("multipart/").then(|| part.parameter("boundary")).flatten();
    let is_attached =
        part.field("content-disposition").is_some_and(|d| d.to_ascii_lowercase().starts_with("attachment"));
    match boundary {
        Some(boundary) if depth < MAX_DEPTH && !boundary.is_empty() => {
            for bytes in parts(part.body, &boundary) {
                if out.len() < MAX_PARTS {
                    collect(&Part::of(bytes), depth + 1, out);
                }
            }
        }
        None if !is_attached => out.push(Part { fields: part.fields.clone(), body: part.body }),
        _ => {}
    }
}

/// What stands between the lines of a boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let marker = format!("--{boundary}").into_bytes();
    let (mut out, mut begun, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|b| *b == b'\n') {
        let after = line.strip_prefix(marker.as_slice()).map(<[u8]>::trim_ascii_end);
        if after == Some(b"") || after == Some(b"--") {
            out.extend(begun.map(|begin| without_line_end(&body[begin..at])));
            begun = (after == Some(b"")).then_some(at + line.len());
        }
        at += line.len();
    }
    // A message that was cut has no last boundary.
    out.extend(begun.filter(|begin| *begin < body.len()).map(|begin| &body[begin..]));
    out
}

/// The line end before a boundary belongs to the boundary.
fn without_line_end(bytes: &[u8]) -> &[u8] {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes)
}

/// "Ada Berg" of "Ada Berg <ada@quay.example>".
fn name_of(from: &str) -> String {
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"').trim();
    if name.is_empty() { from.trim().trim_matches(['<', '>']).to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAIL: &str = "Date: Sat, 14 Mar 2026 09:30:00 +0100\r\nFrom: =?utf-8?Q?Ada_B=C3=A4rg?= <ada@quay.example>\r\n\
        Subject: =?UTF-8?B?UXVheSBzaHV0?=\r\n =?UTF-8?Q?_again?=\r\nContent-Type: multipart/alternative;\r\n boundary=\"b=1\"\r\n\r\n\
        for old programs\r\n--b=1\r\nContent-Type: text/plain; charset=\"iso-8859-1\"\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\nThe quay is shut=2C the caf=E9 =\r\ntoo.\r\n--b=1--\r\nafter\r\n";

    #[test]
    fn a_mail_gives_its_text_and_head() {
        let message = read(MAIL.as_bytes());
        assert_eq!(message.body, b"The quay is shut, the caf\xE9 too.");
        assert_eq!(message.charset.as_deref(), Some("iso-8859-1"));
        assert_eq!(message.subject.as_deref(), Some("Quay shut again"));
        assert_eq!(message.from.as_deref(), Some("Ada Bärg"));
        assert_eq!(message.date.unwrap().to_string(), "2026-03-14T09:30:00+01:00");
    }

    #[test]
    fn a_page_goes_before_its_text_and_attached_files_do_not_count() {
        let mail = "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\nContent-Disposition: attachment\n\n<p>no\n\
            --x\nContent-Type: multipart/related; boundary=y\n\n--y\nContent-Type: text/plain\n\ntext\n--y\n\
            Content-Type: text/html\nContent-Location: https://quay.example/a\nContent-Transfer-Encoding: base64\n\nPHA+eWVz\n--y--\n--x--\n";
        let message = read(mail.as_bytes());
        assert_eq!((message.body.as_slice(), message.media_type), (&b"<p>yes"[..], MediaType::Html));
        assert_eq!(message.url.as_deref(), Some("https://quay.example/a"));
    }

    #[test]
    fn anything_gives_a_message() {
        for bytes in [
            &b""[..],
            b"\n",
            b"no head at all",
            b"Content-Type: multipart/mixed; boundary=\n\nx",
            b"Content-Type: multipart/x; boundary=q\n\n--q\n",
        ] {
            read(bytes);
        }
        let deep = "Content-Type: multipart/mixed; boundary=q\n\n--q\n".repeat(10_000);
        read(deep.as_bytes());
    }
}
