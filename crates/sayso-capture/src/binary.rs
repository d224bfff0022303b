//! Is it a text at all? Names what the bytes look like when they are not.

use sayso_model::MediaType;

/// First bytes of a PDF document.
pub(crate) const PDF: &[u8] = b"%PDF-";

/// First bytes of formats that people mistake for articles, with the words that the error uses.
const SIGNATURES: &[(&[u8], &str)] = &[
    (PDF, "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt, .epub)"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document (.doc, .xls)"),
    (b"{\\rtf", "a rich text document (.rtf)"),
    (b"\x89PNG\r\n\x1A\n", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a WebP image or a sound or video file"),
    (b"ID3", "a sound file (MP3)"),
    (b"OggS", "a sound or video file (Ogg)"),
    (b"\x1A\x45\xDF\xA3", "a video file (Matroska, WebM)"),
    (b"\x1F\x8B", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xFD7zXZ\0", "an xz archive"),
    (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
    (b"7z\xBC\xAF\x27\x1C", "a 7z archive"),
    (b"Rar!\x1A\x07", "a RAR archive"),
    (b"\x7FELF", "a program"),
    (b"MZ\x90\0", "a program"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"WARC/1.", "a web archive (WARC)"),
    (b"\xFF\xFE\0\0", "text in UTF-32"),
    (b"\0\0\xFE\xFF", "text in UTF-32"),
];

/// Bytes in which one NUL means binary; git looks at as many.
const NUL_WINDOW: usize = 8000;

/// Share of control characters above which bytes are no text. Old teletype texts and terminal logs stay below 1 in 50;
/// compressed and encrypted bytes hold 27 of 256, about 1 in 10.
const MAX_CONTROL_SHARE: f64 = 0.05;

/// What the bytes look like, where they are nothing that can be read; `None` for text, and for a PDF document that is one.
pub(crate) fn looks_like(bytes: &[u8], media_type: MediaType) -> Option<&'static str> {
    if media_type == MediaType::Pdf && bytes.starts_with(PDF) {
        return None;
    }
    let known = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, name)| *name);
    if known.is_some() {
        return known;
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some("a video or an image (MP4, HEIC, AVIF)");
    }
    if bytes.get(257..262) == Some(b"ustar") {
        return Some("a tar archive");
    }
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return None; // UTF-16 with its byte order mark is text, and half of its bytes may be NUL
    }
    let window = &bytes[..bytes.len().min(NUL_WINDOW)];
    if window.contains(&0) {
        let utf16 = is_utf16_without_mark(window);
        return Some(if utf16 { "text in UTF-16 without a byte order mark" } else { "binary data" });
    }
    let controls = bytes.iter().filter(|b| is_control(**b)).count();
    (controls as f64 > MAX_CONTROL_SHARE * bytes.len() as f64).then_some("binary data")
}

/// Control characters that no text holds; tab, line ends, form feed and the escape of ISO 2022 are left out.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F)
}

/// In UTF-16 of a European language nearly every second byte is NUL, always on the same side.
fn is_utf16_without_mark(bytes: &[u8]) -> bool {
    let count = |side: usize| bytes.iter().skip(side).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (count(0), count(1));
    let half = bytes.len() / 2;
    even.min(odd) * 10 <= half && even.max(odd) * 10 >= half * 7
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_named() {
        assert_eq!(looks_like(b"%PDF-1.7 ...", MediaType::Text), Some("a PDF document"));
        assert_eq!(looks_like(b"%PDF-1.7 \0", MediaType::Pdf), None);
        assert!(looks_like(b"PK\x03\x04rest", MediaType::Text).unwrap().contains("ZIP"));
        assert_eq!(
            looks_like(b"\0\0\0\x18ftypmp42", MediaType::Text),
            Some("a video or an image (MP4, HEIC, AVIF)")
        );
        assert_eq!(looks_like(b"abc\0def", MediaType::Text), Some("binary data"));
    }

    #[test]
    fn text_in_any_eight_bit_character_set_is_text() {
        assert_eq!(looks_like("Der Bürgermeister sagte …\r\n\t“nein”".as_bytes(), MediaType::Text), None);
        assert_eq!(looks_like(b"caf\xE9 na\xEFve", MediaType::Text), None);
        assert_eq!(looks_like(b"\x1B$B\x25\x46\x1B(B is ISO-2022-JP", MediaType::Text), None);
        assert_eq!(looks_like(b"", MediaType::Text), None);
    }

    #[test]
    fn utf_16_needs_its_mark() {
        let plain: Vec<u8> = "The mayor denied it.".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(looks_like(&plain, MediaType::Text), Some("text in UTF-16 without a byte order mark"));
        assert_eq!(looks_like(&[b"\xFF\xFE".as_slice(), &plain].concat(), MediaType::Text), None);
    }

    #[test]
    fn many_control_characters_are_no_text() {
        assert_eq!(looks_like(b"ab\x01\x02\x03cd", MediaType::Text), Some("binary data"));
        let one_in_a_hundred = [vec![b'a'; 99], vec![7]].concat();
        assert_eq!(looks_like(&one_in_a_hundred, MediaType::Text), None);
    }
}
