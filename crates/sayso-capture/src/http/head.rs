//! Where does the head of a message end, and which fields does it hold?

/// Longest head that is read: 64 KiB. Servers accept 8 to 16 KiB of request head, and answers seldom have more than 10 KiB.
pub const MAX_HEAD_BYTES: usize = 64 * 1024;

/// The first line and the fields of an HTTP message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// The status of an answer; 0 where the first line is none of an answer.
    pub status: u16,
    /// Names in lower case with their values, in order.
    pub fields: Vec<(String, String)>,
}

impl Head {
    /// Reads the head at the start of `bytes`; gives it with the place where the body begins. `None` where no head ends within
    /// [`MAX_HEAD_BYTES`] or its first line is that of no answer.
    pub fn of_answer(bytes: &[u8]) -> Option<(Self, usize)> {
        let end = end_of_head(bytes)?;
        let text = String::from_utf8_lossy(&bytes[..end]);
        let mut lines = text.lines();
        let mut first = lines.next()?.splitn(3, ' ');
        first.next().filter(|version| version.starts_with("HTTP/"))?;
        let status = first.next()?.trim().parse().ok().filter(|status| (100..1000).contains(status))?;
        Some((Self { status, fields: fields(lines) }, end))
    }

    /// The first value of a field, by its name in lower case.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The kind of content without its parameters, in lower case.
    pub fn media_type(&self) -> Option<String> {
        let kind = self.get("content-type")?.split(';').next()?.trim().to_ascii_lowercase();
        (!kind.is_empty()).then_some(kind)
    }

    /// The character set that the content type names.
    pub fn charset(&self) -> Option<String> {
        let parameters = self.get("content-type")?.split(';').skip(1);
        let mut named = parameters.filter_map(|p| p.split_once('='));
        let (_, value) = named.find(|(key, _)| key.trim().eq_ignore_ascii_case("charset"))?;
        let label = value.trim().trim_matches(['"', '\'']).trim();
        encoding_rs::Encoding::for_label(label.as_bytes()).map(|encoding| encoding.name().to_owned())
    }
}

/// Reads `Name: value` lines up to the end; a line that begins with white space goes on with the one before.
pub(crate) fn fields<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for line in lines {
        match (line.starts_with([' ', '\t']), out.last_mut(), line.split_once(':')) {
            (true, Some((_, value)), _) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            (false, _, Some((name, value))) => {
                out.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
            }
            _ => {}
        }
    }
    out
}

/// The place after the empty line that ends a head. Bare line feeds are accepted, as browsers do.
pub(crate) fn end_of_head(bytes: &[u8]) -> Option<usize> {
    let window = &bytes[..bytes.len().min(MAX_HEAD_BYTES)];
    let mut at = 0;
    for line in window.split_inclusive(|b| *b == b'\n') {
        at += line.len();
        if line == b"\r\n" || line == b"\n" {
            return Some(at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_read_whatever_their_case_and_folding() {
        let (head, at) = Head::of_answer(
            b"HTTP/1.1 200 OK\r\nCONTENT-Type: Text/HTML; Charset=\"latin1\"\r\nX: a\r\n b\r\n\r\nbody",
        )
        .unwrap();
        assert_eq!((head.status, at), (200, 72));
        assert_eq!(head.media_type().as_deref(), Some("text/html"));
        assert_eq!(head.charset().as_deref(), Some("windows-1252"));
        assert_eq!(head.get("x"), Some("a b"));
    }

    #[test]
    fn what_is_no_head_is_none() {
        for bytes in
            [&b"HTTP/1.1 200 OK\r\nA: b\r\n"[..], b"GET / HTTP/1.1\r\n\r\n", b"", b"HTTP/1.1 9\r\n\r\n"]
        {
            assert_eq!(Head::of_answer(bytes), None);
        }
        let endless =
            [b"HTTP/1.1 200 OK\r\n".to_vec(), vec![b'a'; 2 * MAX_HEAD_BYTES], b"\r\n\r\n".to_vec()].concat();
        assert_eq!(Head::of_answer(&endless), None);
    }
}
