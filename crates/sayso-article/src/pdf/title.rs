//! What is the document called? What it says of itself, where that is a title, else the largest line of its first page.

use super::lines::Line;

/// A heading is larger than the text by this factor at least.
const LARGER: f32 = 1.25;

/// Most characters of a title.
const LONGEST: usize = 250;

/// The title that the document states: UTF-16 or UTF-8 with their marks, else Latin-1, which PDF's own character set is but for a
/// few signs. Names of files and programs are none.
pub(super) fn stated(bytes: &[u8]) -> Option<String> {
    let text = match bytes {
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => String::from_utf8(bytes.to_vec())
            .unwrap_or_else(|_| bytes.iter().map(|byte| char::from(*byte)).collect()),
    };
    let title = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let small = title.to_lowercase();
    let is_file = [".doc", ".docx", ".pdf", ".indd", ".odt", ".rtf", ".qxd", ".html"]
        .iter()
        .any(|end| small.ends_with(end));
    let is_none =
        small.starts_with("microsoft word") || small.starts_with("untitled") || small.starts_with("about:");
    (title.contains(' ') && !is_file && !is_none && title.chars().count() <= LONGEST).then_some(title)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.chunks_exact(2).filter_map(|pair| pair.first_chunk::<2>()).map(|pair| unit(*pair));
    char::decode_utf16(units).map(|c| c.unwrap_or('\u{FFFD}')).collect()
}

/// The largest lines of a page, where they are larger than its text and stand together.
pub(super) fn shown(page: &[Line]) -> Option<String> {
    let mut sizes: Vec<(f32, usize)> = page.iter().map(|line| (line.size, line.text.len())).collect();
    sizes.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = sizes.iter().map(|(_, length)| length).sum::<usize>() / 2;
    let mut sum = 0;
    let usual = sizes
        .iter()
        .find(|(_, length)| {
            sum += length;
            sum > half
        })?
        .0;
    let largest = sizes.last()?.0;
    if largest < LARGER * usual {
        return None;
    }
    let is_largest = |line: &&Line| line.size >= 0.95 * largest;
    let lines: Vec<&str> = page
        .iter()
        .skip_while(|line| !is_largest(line))
        .take_while(is_largest)
        .map(|line| line.text.as_str())
        .collect();
    let title = lines.join(" ");
    (title.contains(' ') && title.chars().count() <= LONGEST).then_some(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_told_from_names_of_files_and_programs() {
        assert_eq!(stated(b"Quay  shut\r\nafter storm").as_deref(), Some("Quay shut after storm"));
        assert_eq!(stated(b"\xFE\xFF\0Q\0 \0\xE9").as_deref(), Some("Q é"));
        assert_eq!(stated(b"Caf\xE9 shut").as_deref(), Some("Café shut"));
        for none in
            [&b"Microsoft Word - report.docx"[..], b"final version.pdf", b"report", b"", b"Untitled document"]
        {
            assert_eq!(stated(none), None);
        }
    }

    #[test]
    fn the_largest_line_is_the_title_where_it_is_larger() {
        let line =
            |text: &str, size: f32| Line { text: text.to_owned(), left: 0.0, right: 0.0, base: 0.0, size };
        let page = [
            line("Harbour office", 9.0),
            line("Quay shut", 18.0),
            line("after storm", 18.0),
            line(&"text ".repeat(30), 10.0),
        ];
        assert_eq!(shown(&page).as_deref(), Some("Quay shut after storm"));
        assert_eq!(shown(&page[3..]), None);
        assert_eq!(shown(&[]), None);
    }
}
