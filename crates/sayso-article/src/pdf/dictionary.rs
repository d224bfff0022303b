//! Which streams does a document hold, and how are they packed? Found without unpacking anything, and told by the reader's own
//! parser, so that both see the same.

use hayro_interpret::hayro_syntax::object::{Array, Dict, FromBytes, MaybeRef, Name, Object};

/// Deepest nesting that is followed. The reader itself gives up at 512.
const DEEPEST: usize = 512;

/// A way of packing that is looked into, or not allowed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Filter {
    Hex,
    Ascii85,
    Flate,
    /// What unpacks to many times its size, and no program has written for text since 1996.
    Old,
    /// Named elsewhere in the document, so that nobody can tell yet.
    Unknown,
    /// Of pictures only; the reader refuses it anywhere else.
    Picture,
}

/// What a stream's dictionary says.
pub(super) struct Packing {
    pub filters: Vec<Filter>,
    pub is_picture: bool,
    /// The stated length, where it stands here.
    pub length: Option<usize>,
}

/// Reads the dictionary that stands before a stream; what cannot be read here cannot be read by the reader.
pub(super) fn packing(dictionary: &[u8]) -> Option<Packing> {
    let dict = Dict::from_bytes(dictionary)?;
    let subtype = dict.get_raw::<Name<'_>>("Subtype");
    let is_named = matches!(subtype, Some(MaybeRef::NotRef(name)) if name.as_ref() == b"Image");
    let length = match dict.get_raw::<Object<'_>>("Length") {
        Some(MaybeRef::NotRef(_)) => dict.get::<u32>("Length").and_then(|length| length.try_into().ok()),
        _ => None,
    };
    let filters = ["F", "Filter"].iter().filter_map(|key| dict.get_raw::<Object<'_>>(key));
    // Small pictures of pages have a width and no subtype.
    Some(Packing {
        filters: filters.flat_map(of_value).collect(),
        is_picture: is_named || dict.contains_key("Width"),
        length,
    })
}

fn of_value(value: MaybeRef<Object<'_>>) -> Vec<Filter> {
    match value {
        MaybeRef::NotRef(Object::Array(list)) => of_list(&list),
        value => of_name(value).into_iter().collect(),
    }
}

fn of_list(list: &Array<'_>) -> Vec<Filter> {
    list.raw_iter().filter_map(of_name).collect()
}

fn of_name(value: MaybeRef<Object<'_>>) -> Option<Filter> {
    match value {
        MaybeRef::Ref(_) => Some(Filter::Unknown),
        MaybeRef::NotRef(Object::Name(name)) => match name.as_ref() {
            b"ASCIIHexDecode" | b"AHx" => Some(Filter::Hex),
            b"ASCII85Decode" | b"A85" => Some(Filter::Ascii85),
            b"FlateDecode" | b"Fl" => Some(Filter::Flate),
            b"LZWDecode" | b"LZW" | b"RunLengthDecode" | b"RL" => Some(Filter::Old),
            b"CCITTFaxDecode" | b"CCF" | b"JBIG2Decode" | b"DCTDecode" | b"DCT" | b"JPXDecode" => {
                Some(Filter::Picture)
            }
            _ => None,
        },
        MaybeRef::NotRef(_) => None,
    }
}

/// Where a dictionary ends that begins here, and how many bytes were looked at to tell.
pub(super) fn end(bytes: &[u8]) -> (Option<usize>, usize) {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        let rest = &bytes[at..];
        at += match byte {
            b'<' if rest.starts_with(b"<<") => {
                depth += 1;
                2
            }
            b'>' if rest.starts_with(b">>") => {
                depth = depth.saturating_sub(1);
                2
            }
            b'<' => until(rest, |byte| byte == b'>') + 1,
            b'%' => until(rest, |byte| matches!(byte, b'\n' | b'\r')),
            b'(' => string(rest),
            _ => 1,
        };
        if depth == 0 {
            return (Some(at), at);
        }
        if depth > DEEPEST {
            break;
        }
    }
    (None, at.min(bytes.len()))
}

/// Where the data of a stream begins, counted from the end of its dictionary, and how many bytes were looked at to tell.
pub(super) fn data(bytes: &[u8]) -> (Option<usize>, usize) {
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'%' => at += until(&bytes[at..], |byte| matches!(byte, b'\n' | b'\r')),
            b'\0' | b'\t' | b'\n' | b'\x0C' | b'\r' | b' ' => at += 1,
            _ => break,
        }
    }
    let begin = bytes[at..].strip_prefix(b"stream").and_then(|rest| {
        let line_ends: [&[u8]; 3] = [b"\r\n", b"\n", b"\r"];
        let after = line_ends.iter().find_map(|end| rest.strip_prefix(*end))?;
        Some(bytes.len() - after.len())
    });
    (begin, at)
}

fn until(bytes: &[u8], is_end: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|byte| is_end(*byte)).unwrap_or(bytes.len())
}

/// The length of a string in brackets, which may hold others.
fn string(bytes: &[u8]) -> usize {
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'\\' => at += 1,
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return at;
        }
    }
    bytes.len()
}

/// Whether a name that begins as `wanted` does stands anywhere, however it is spelled: any letter may be written as #xx.
pub(super) fn has_name(bytes: &[u8], wanted: &[u8]) -> bool {
    let names = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'/');
    names.map(|(at, _)| &bytes[at + 1..]).any(|name| begins(name, wanted))
}

fn begins(mut name: &[u8], wanted: &[u8]) -> bool {
    wanted.iter().all(|letter| {
        let (spelled, rest) = match name {
            [b'#', high, low, rest @ ..] => match (hex(*high), hex(*low)) {
                (Some(high), Some(low)) => (high << 4 | low, rest),
                _ => return false,
            },
            [plain, rest @ ..] => (*plain, rest),
            [] => return false,
        };
        name = rest;
        spelled == *letter
    })
}

/// The value of a hexadecimal digit.
pub(super) fn hex(digit: u8) -> Option<u8> {
    char::from(digit).to_digit(16).and_then(|value| value.try_into().ok())
}
