//! Which characters are the bytes? UTF-8 first, then what the server or the page declares, then the best guess, and never a failure.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use sayso_model::{MediaType, Notice, NoticeCode};

use crate::pattern::pattern;

/// Bytes in which a page's own declaration is looked for. The standard says 1024; pages put long comments before it.
const DECLARATION_WINDOW: usize = 4096;

/// Decoded text, without a byte order mark.
#[derive(Default)]
pub(crate) struct Decoded {
    /// The characters.
    pub text: String,
    /// Number of places where bytes were no characters and became U+FFFD.
    pub invalid: usize,
    /// A notice where the character set was guessed.
    pub guessed: Option<Notice>,
}

/// Decodes `bytes`; the order of evidence is byte order mark, valid UTF-8, the server's word (`named`), a page's
/// declaration, nearly valid UTF-8, guess.
pub(crate) fn decode(bytes: &[u8], media_type: MediaType, named: Option<&str>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decode_as(encoding, &bytes[mark..]);
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded { text: text.to_owned(), invalid: 0, guessed: None };
    }
    if let Some(encoding) =
        named.and_then(|label| Encoding::for_label(label.as_bytes())).filter(|e| *e != UTF_8)
    {
        return decode_as(encoding, bytes);
    }
    if media_type == MediaType::Html
        && let Some(encoding) = declared(bytes)
    {
        return decode_as(encoding, bytes);
    }
    if is_damaged_utf8(bytes) {
        return decode_as(UTF_8, bytes);
    }
    let encoding = guess(bytes);
    let message =
        format!("the text is not UTF-8 and names no character set; {} was guessed", encoding.name());
    Decoded { guessed: Some(Notice::new(NoticeCode::GuessedCharset, message)), ..decode_as(encoding, bytes) }
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    if encoding == UTF_8 {
        let text = String::from_utf8_lossy(bytes).into_owned();
        return Decoded { text, invalid: invalid_utf8(bytes), guessed: None };
    }
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let invalid = if had_errors { text.matches('\u{FFFD}').count() } else { 0 };
    Decoded { text: text.into_owned(), invalid, guessed: None }
}

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Allow)
}

/// The character set that a page declares in a meta element or an XML declaration.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let form =
        pattern!(r#"(?i)<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#);
    let window = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARATION_WINDOW)]);
    let label = form.captures(&window)?.get(1)?;
    let encoding = Encoding::for_label(label.as_str().as_bytes())?;
    // Where ASCII could be read, the page cannot be UTF-16: the standard takes such a declaration for UTF-8.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Whether the bytes are UTF-8 with some damage: more bytes beyond ASCII stand in whole characters than there are broken places.
/// In other character sets most such bytes are broken UTF-8: its two-byte pattern is met by chance in one pair of five at most.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let whole = bytes.utf8_chunks().map(|chunk| chunk.valid().bytes().filter(|b| !b.is_ascii()).count());
    whole.sum::<usize>() > invalid_utf8(bytes)
}

fn invalid_utf8(bytes: &[u8]) -> usize {
    bytes.utf8_chunks().filter(|c| !c.invalid().is_empty()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> Decoded {
        decode(bytes, MediaType::Text, None)
    }

    #[test]
    fn byte_order_marks_are_obeyed_and_stripped() {
        assert_eq!(text(b"\xEF\xBB\xBFcaf\xC3\xA9").text, "café");
        let little: Vec<u8> = "\u{FEFF}café".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = "\u{FEFF}café".encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(text(&little).text, "café");
        assert_eq!(text(&big).text, "café");
    }

    #[test]
    fn utf_8_is_never_guessed() {
        let decoded = text("Der Bürgermeister sagte „nein“.".as_bytes());
        assert!(decoded.guessed.is_none() && decoded.invalid == 0);
    }

    #[test]
    fn western_text_is_guessed_and_said_so() {
        let decoded = text(b"Le maire a d\xE9clar\xE9 que le port \xE9tait ferm\xE9.");
        assert_eq!(decoded.text, "Le maire a déclaré que le port était fermé.");
        assert_eq!(decoded.guessed.unwrap().code, NoticeCode::GuessedCharset);
        assert_eq!(decoded.invalid, 0);
    }

    #[test]
    fn damaged_utf_8_keeps_its_other_characters() {
        let bytes = [b"\xFF".as_slice(), "“nein”, sagte der Bürgermeister".as_bytes(), b"\xE2\x80"].concat();
        let decoded = text(&bytes);
        assert_eq!(decoded.text, "\u{FFFD}“nein”, sagte der Bürgermeister\u{FFFD}");
        assert_eq!(decoded.invalid, 2);
        assert!(decoded.guessed.is_none());
    }

    #[test]
    fn other_character_sets_are_not_taken_for_damaged_utf_8() {
        let texts = [
            (encoding_rs::GBK, "市长说码头已经关闭，没有人受伤。"),
            (encoding_rs::EUC_KR, "시장은 부두가 폐쇄되었다고 말했다."),
            (encoding_rs::SHIFT_JIS, "市長は埠頭が閉鎖されたと述べた。"),
            (encoding_rs::WINDOWS_1251, "Мэр сказал, что причал закрыт."),
            (encoding_rs::KOI8_U, "Мер сказав, що причал зачинено."),
        ];
        for (encoding, words) in texts {
            let (bytes, _, _) = encoding.encode(words);
            assert!(!is_damaged_utf8(&bytes), "{}", encoding.name());
        }
    }

    #[test]
    fn a_page_says_its_character_set() {
        let page = b"<html><head><meta http-equiv=content-type content='text/html; charset=iso-8859-2'>\xE8";
        assert!(decode(page, MediaType::Html, None).text.ends_with('č'));
        let russian = b"<?xml version='1.0' encoding='windows-1251'?><html>\xCC\xFD\xF0";
        assert!(decode(russian, MediaType::Html, None).text.ends_with("Мэр"));
        let page = b"<meta charset=\"shift_jis\"><p>\x8Ds\x92\xB7";
        assert!(decode(page, MediaType::Html, None).text.ends_with("行長"));
    }

    #[test]
    fn the_servers_word_goes_before_the_pages() {
        let page = b"<meta charset=windows-1251><p>\xE8";
        assert!(decode(page, MediaType::Html, Some("iso-8859-2")).text.ends_with('č'));
        assert!(decode(page, MediaType::Html, Some("no such set")).text.ends_with('и'));
    }

    #[test]
    fn a_genuine_replacement_character_is_not_counted_as_damage() {
        assert_eq!(text("a\u{FFFD}b".as_bytes()).invalid, 0);
    }
}
