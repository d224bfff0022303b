//! Which bytes and words are meant? The encodings of mail: base 64, quoted-printable, and encoded words in fields (RFC 2047).

use encoding_rs::Encoding;

use crate::pattern::pattern;

/// Decodes base 64; characters that are no digits are passed over, as RFC 2045 asks.
pub(super) fn base64(text: &[u8]) -> Vec<u8> {
    let (mut out, mut bits, mut count) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0);
    for value in text.iter().filter_map(|c| digit64(*c)) {
        bits = (bits << 6 | value) & 0xFFF;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 0xFF) as u8);
        }
    }
    out
}

fn digit64(c: u8) -> Option<u32> {
    let value = match c {
        b'A'..=b'Z' => c - b'A',
        b'a'..=b'z' => c - b'a' + 26,
        b'0'..=b'9' => c - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

/// Decodes quoted-printable; what is no code stays as it is.
pub(super) fn quoted_printable(text: &[u8]) -> Vec<u8> {
    let (mut out, mut at) = (Vec::with_capacity(text.len()), 0);
    while let Some(&byte) = text.get(at) {
        let rest = &text[at + 1..];
        let (push, length) = match (byte, rest) {
            (b'=', [b'\r', b'\n', ..]) => (None, 3),
            (b'=', [b'\n', ..]) => (None, 2),
            (b'=', [high, low, ..]) => match (digit16(*high), digit16(*low)) {
                (Some(high), Some(low)) => (Some(high << 4 | low), 3),
                _ => (Some(byte), 1),
            },
            _ => (Some(byte), 1),
        };
        out.extend(push);
        at += length;
    }
    out
}

fn digit16(c: u8) -> Option<u8> {
    char::from(c).to_digit(16).and_then(|digit| u8::try_from(digit).ok())
}

/// Reads the encoded words of a field: `=?utf-8?Q?B=C3=A4rg?=`. White space between two of them is no part of the text.
pub(super) fn words(field: &str) -> String {
    let form = pattern!(r"=\?([^?\s]{1,40})\?([QqBb])\?([^?\s]*)\?=");
    let (mut out, mut at, mut after_word) = (String::new(), 0, false);
    for found in form.captures_iter(field) {
        let (Some(whole), Some(label), Some(coding), Some(text)) =
            (found.get(0), found.get(1), found.get(2), found.get(3))
        else {
            continue;
        };
        let between = &field[at..whole.start()];
        if !(after_word && between.trim().is_empty()) {
            out += between;
        }
        let bytes = match coding.as_str() {
            "B" | "b" => base64(text.as_str().as_bytes()),
            _ => quoted_printable(text.as_str().replace('_', " ").as_bytes()),
        };
        let encoding = Encoding::for_label(label.as_str().as_bytes()).unwrap_or(encoding_rs::UTF_8);
        out += &encoding.decode_without_bom_handling(&bytes).0;
        (at, after_word) = (whole.end(), true);
    }
    out += &field[at..];
    out.split_whitespace().collect::<Vec<_>>().join(" ")
}
