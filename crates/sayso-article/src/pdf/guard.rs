//! Can the document be read in reasonable time and space? Looks, before a reader is let near it, for locks and for streams that
//! unpack to far more than they are.

use std::borrow::Cow;

use super::{
    dictionary::{self, Filter, Packing},
    unpack,
};

/// Most bytes that one stream may unpack to. Text and fonts of one page take some 100 KB; large photos without other
/// compression some 30 MB.
const MAX_STREAM: u64 = 64 * 1024 * 1024;

/// Most bytes that all streams together may unpack to: they are looked through before anything is read, at some 200 MB a second.
const MAX_TOTAL: u64 = 256 * 1024 * 1024;

/// Most bytes that are looked at, as a multiple of the document: once for the dictionaries, once for each that holds them, and once
/// or twice for what they say is packed. Streams and dictionaries within each other without end would ask for its square.
const MAX_READ: u64 = 16;

/// Bytes that may always be looked at: for less than this many nobody waits.
const FREE: u64 = 1024 * 1024;

/// Why a locked document is not read.
pub(super) const ENCRYPTED: &str =
    "the document is encrypted and was not read; a copy without protection can be (print it into a new PDF)";

const TOO_MUCH: &str = "the document was not read: it would unpack to far more than any article holds";

/// Why a document is not read at all; `None` where it can be.
pub(super) fn refusal(bytes: &[u8]) -> Option<&'static str> {
    // Documents with an empty password can be opened, but not looked through before: what they unpack to is not known.
    if dictionary::has_name(bytes, b"Encrypt") {
        return Some(ENCRYPTED);
    }
    let mut budget = Budget { read: FREE + MAX_READ * bytes.len() as u64, unpacked: MAX_TOTAL };
    let mut at = 0;
    while let Some(found) = find(&bytes[at..], b"<<") {
        at += found;
        if budget.look(&bytes[at..]).is_none() {
            return Some(TOO_MUCH);
        }
        at += 1;
    }
    None
}

/// What may still be looked at and unpacked.
struct Budget {
    read: u64,
    unpacked: u64,
}

impl Budget {
    /// Looks at the dictionary that begins here, and at the stream after it; `None` where that is too much.
    fn look(&mut self, bytes: &[u8]) -> Option<()> {
        let (end, read) = dictionary::end(bytes);
        self.read = self.read.checked_sub(read as u64)?;
        let Some((dictionary, rest)) = end.map(|end| bytes.split_at(end)) else { return Some(()) };
        let (begin, read) = dictionary::data(rest);
        self.read = self.read.checked_sub(read as u64)?;
        let Some(data) = begin.map(|begin| &rest[begin..]) else { return Some(()) };
        let Some(packing) = dictionary::packing(dictionary) else { return Some(()) };
        self.unpack(data, &packing)
    }

    /// Counts what a stream unpacks to.
    fn unpack(&mut self, data: &[u8], packing: &Packing) -> Option<()> {
        let mut data = Cow::Borrowed(data);
        let mut is_packed = false;
        for filter in &packing.filters {
            let (plain, read) = match filter {
                Filter::Picture => return Some(()),
                // Pictures are never unpacked; for anything else this is how a small document becomes a large one.
                Filter::Old | Filter::Unknown => return packing.is_picture.then_some(()),
                _ if is_packed => return packing.is_picture.then_some(()),
                Filter::Flate => {
                    is_packed = true;
                    self.flate(&data, packing)?;
                    continue;
                }
                Filter::Hex => unpack::of_hex(&data),
                Filter::Ascii85 => unpack::of_85(&data, MAX_STREAM as usize),
            };
            self.spend(read as u64, plain.len() as u64)?;
            data = Cow::Owned(plain);
        }
        Some(())
    }

    fn flate(&mut self, data: &[u8], packing: &Packing) -> Option<()> {
        let end = || {
            let marked = find(data, b"endstream").unwrap_or(data.len());
            // Where the length is not stated here, the mark may be part of the data.
            packing.length.map_or(data.len(), |length| length.max(marked).min(data.len()))
        };
        let count = unpack::flate(data, end, MAX_STREAM);
        self.spend(count.read, count.unpacked)
    }

    fn spend(&mut self, read: u64, unpacked: u64) -> Option<()> {
        self.read = self.read.checked_sub(read)?;
        self.unpacked = self.unpacked.checked_sub(unpacked)?;
        (unpacked <= MAX_STREAM).then_some(())
    }
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut at = 0;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| *byte == first)?;
        if bytes[at..].starts_with(wanted) {
            return Some(at);
        }
        at += 1;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    fn document(dictionary: &str, bytes: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.7\n1 0 obj <<{dictionary}>> stream\r\n");
        [head.as_bytes(), bytes, b"\nendstream"].concat()
    }

    fn stream(bytes: &[u8]) -> Vec<u8> {
        document("/Filter /FlateDecode", bytes)
    }

    fn zeros() -> Vec<u8> {
        vec![0; usize::try_from(MAX_STREAM).unwrap() + 1]
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_also_when_it_is_packed_twice() {
        let bomb = packed(&zeros());
        assert_eq!(refusal(&stream(&bomb)), Some(TOO_MUCH));
        assert_eq!(refusal(&stream(&packed(&zeros()[..1_000_000]))), None);
        let twice = document("/Filter [/FlateDecode /Fl]", &packed(&bomb));
        assert_eq!(refusal(&twice), Some(TOO_MUCH));
    }

    #[test]
    fn a_bomb_without_a_head_or_with_damage_is_refused() {
        let bomb = packed(&zeros());
        assert_eq!(refusal(&stream(&bomb[2..])), Some(TOO_MUCH), "no head");
        assert_eq!(refusal(&document("/F/Fl/X(>> stream)%>>\n", &bomb)), Some(TOO_MUCH), "brackets within");
        // The reader goes on after a block whose lengths disagree; the one who counts stops.
        let damaged = [b"\x78\x9c\0\x01\0\0\0x", &bomb[2..]].concat();
        assert_eq!(refusal(&stream(&damaged)), Some(TOO_MUCH), "damage");
        let mut unsure = packed(b"The quay is shut.");
        *unsure.last_mut().unwrap() ^= 1;
        assert_eq!(refusal(&stream(&unsure)), None, "a wrong sum");
    }

    #[test]
    fn bombs_spelled_in_letters_are_refused_and_documents_are_not() {
        let hex =
            |bytes: &[u8]| bytes.iter().fold(String::new(), |out, byte| format!("{out}{byte:02x}")) + ">";
        let named = "/Filter [/ASCII#48exDecode /FlateDecode]";
        assert_eq!(refusal(&document(named, hex(&packed(&zeros())).as_bytes())), Some(TOO_MUCH));
        assert_eq!(refusal(&document(named, hex(&packed(b"The quay")).as_bytes())), None);
        // What Python's base64.a85encode makes of zlib.compress(b"The quay"), as ReportLab does for each page.
        let page = b"Gao/`86%&h9rnHt%,:pd~>";
        assert_eq!(refusal(&document("/Filter [/ASCII85Decode /FlateDecode]", page)), None);
        let run = "z".repeat(usize::try_from(MAX_STREAM).unwrap() / 4 + 1);
        assert_eq!(refusal(&document("/Filter/A85", run.as_bytes())), Some(TOO_MUCH));
    }

    #[test]
    fn old_and_unknown_ways_of_packing_are_for_pictures_only() {
        for filter in ["/LZWDecode", "/RL", "[/A85/LZW]", "9 0 R", "[9 0 R]", "[/Fl/RunLengthDecode]"] {
            let text = document(&format!("/Filter {filter}"), b"x");
            assert_eq!(refusal(&text), Some(TOO_MUCH), "{filter}");
            let picture = document(&format!("/Subtype/Image/Filter {filter}"), b"x");
            assert_eq!(refusal(&picture), None, "{filter}");
        }
    }

    #[test]
    fn marks_within_marks_take_no_longer_than_the_document() {
        for part in ["<<(", "<</Filter/Fl>>stream\n\0\0\0\u{7f}\u{7f}", "<< /X [", "<<>>%"] {
            assert_eq!(refusal(part.repeat(100_000).as_bytes()), Some(TOO_MUCH), "{part}");
        }
        // Two bytes that are an empty stream: each ends at once, and where its data ends is not looked for.
        assert_eq!(refusal("<</Filter/Fl>>stream\n\u{3}\0".repeat(400_000).as_bytes()), None);
    }

    #[test]
    fn locked_documents_are_refused_and_other_bytes_are_not() {
        assert_eq!(refusal(b"%PDF-1.7 trailer <</Encrypt 5 0 R>>"), Some(ENCRYPTED));
        assert_eq!(refusal(b"%PDF-1.7 trailer <</#45ncr#79pt 5 0 R>>"), Some(ENCRYPTED));
        for bytes in [
            &b""[..],
            b"stream",
            b"stream\n",
            b"<<>>stream\nx\x9c",
            b"<<<<>>",
            b"<<",
            b"<<%",
            b"<<(\\",
            b"/#4",
        ] {
            assert_eq!(refusal(bytes), None);
        }
    }
}
