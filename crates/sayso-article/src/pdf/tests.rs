//! Documents written for the tests: their pages are drawing instructions, as programs write them.

use super::*;

/// A document with one font and these pages of instructions.
fn document(pages: &[String]) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|page| format!("{} 0 R", 4 + 2 * page)).collect();
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        format!("<</Type/Pages/Count {}/Kids[{}]/MediaBox[0 0 600 800]>>", pages.len(), kids.join(" ")),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>".to_owned(),
    ];
    for (at, page) in pages.iter().enumerate() {
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/Contents {} 0 R/Resources<</Font<</F 3 0 R>>>>>>",
            5 + 2 * at
        ));
        objects.push(format!("<</Length {}>>\nstream\n{page}\nendstream", page.len()));
    }
    objects.push("<</Title(Report on the quay)>>".to_owned());
    file(&objects)
}

/// Objects as a file; the last is what the document says of itself.
fn file(objects: &[String]) -> Vec<u8> {
    let mut file = "%PDF-1.7\n".to_owned();
    let mut places = Vec::new();
    for (at, object) in objects.iter().enumerate() {
        places.push(file.len());
        file += &format!("{} 0 obj\n{object}\nendobj\n", at + 1);
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    places.iter().for_each(|place| file += &format!("{place:010} 00000 n \n"));
    file += &format!(
        "trailer <</Size {0}/Root 1 0 R/Info {1} 0 R>>\nstartxref\n{table}\n%%EOF",
        objects.len() + 1,
        objects.len()
    );
    file.into_bytes()
}

/// Instructions for lines of text, each with its place and size.
fn page(lines: &[(f32, f32, f32, &str)]) -> String {
    let line = |(x, y, size, text): &(f32, f32, f32, &str)| {
        format!("BT /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n")
    };
    lines.iter().map(line).collect()
}

fn codes(document: &Document) -> Vec<NoticeCode> {
    document.notices.iter().map(|notice| notice.code).collect()
}

#[test]
fn lines_become_paragraphs_and_pages_are_known() {
    let first = page(&[
        (50.0, 780.0, 8.0, "Harbour office 1"),
        (50.0, 740.0, 18.0, "Quay shut"),
        (50.0, 700.0, 10.0, "The quay is shut, the harbour master said on Monday, be-"),
        (50.0, 688.0, 10.0, "cause the wall has moved."),
        (50.0, 664.0, 10.0, "Nobody was hurt when the"),
    ]);
    let second =
        page(&[(50.0, 780.0, 8.0, "Harbour office 2"), (50.0, 740.0, 10.0, "wall moved, she said.")]);
    let found = read(&document(&[first, second]));
    assert_eq!(
        found.text,
        "Quay shut\n\nThe quay is shut, the harbour master said on Monday, because the wall has moved.\n\n\
         Nobody was hurt when the wall moved, she said."
    );
    assert_eq!(found.title.as_deref(), Some("Report on the quay"));
    assert_eq!(found.pages.len(), 2);
    assert_eq!(found.pages[1].of(&found.text), "wall moved, she said.");
    assert_eq!(codes(&found), [NoticeCode::GuessedParagraphs]);
    let message = &found.notices[0].message;
    assert!(message.contains("5 lines were put into 3 paragraphs"), "{message}");
    assert!(
        message.contains("1 hyphen at line ends") && message.contains("2 lines at the edge"),
        "{message}"
    );
}

#[test]
fn words_set_letter_by_letter_and_spaces_without_letters_are_read() {
    let instructions =
        "BT /F 10 Tf 1 0 0 1 50 700 Tm [(The) -300 (q) 20 (u) 10 (ay)] TJ 0 -12 Td (is shut.) Tj ET"
            .to_owned();
    assert_eq!(read(&document(&[instructions])).text, "The quay is shut.");
}

#[test]
fn what_stands_upright_at_the_margin_is_no_text() {
    let instructions = format!(
        "BT /F 20 Tf 0 1 -1 0 20 100 Tm (DRAFT) Tj ET {}",
        page(&[(50.0, 700.0, 10.0, "The quay is shut.")])
    );
    assert_eq!(read(&document(&[instructions])).text, "The quay is shut.");
}

#[test]
fn a_document_of_pictures_says_so() {
    let found = read(&document(&["0 0 100 100 re f".to_owned(), String::new()]));
    assert_eq!((found.text.as_str(), codes(&found)), ("", vec![NoticeCode::PartNotRead]));
    assert!(found.notices[0].message.contains("pictures"));
    let mixed = read(&document(&[page(&[(50.0, 700.0, 10.0, "The quay is shut.")]), String::new()]));
    assert_eq!(codes(&mixed), [NoticeCode::PartNotRead, NoticeCode::GuessedParagraphs]);
    assert!(mixed.notices[0].message.starts_with("page 2 is without text"), "{}", mixed.notices[0].message);
}

#[test]
fn locked_and_damaged_documents_are_refused_in_words() {
    let locked =
        String::from_utf8(document(&[String::new()])).unwrap().replace("/Root", "/Encrypt 9 0 R/Root");
    assert_eq!(read(locked.as_bytes()).notices[0].message, guard::ENCRYPTED);
    for bytes in [&b""[..], b"%PDF-1.7\n", b"%PDF-1.7\ntrailer <</Root 1 0 R>>"] {
        let found = read(bytes);
        assert_eq!((found.text.as_str(), codes(&found)), ("", vec![NoticeCode::PartNotRead]));
    }
}

/// Instructions that call others twice, forty times over, would draw a million million times.
#[test]
fn instructions_that_call_each_other_without_end_are_left() {
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</XObject<</A 5 0 R>>>>>>".to_owned(),
        "<</Length 4>>\nstream\n/A Do\nendstream".to_owned(),
    ];
    for at in 5..45 {
        objects.push(format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11/Resources<</XObject<</A {} 0 R>>>>>>\nstream\n/A Do /A Do\nendstream",
            at + 1
        ));
    }
    objects.push(
        "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 11>>\nstream\n0 0 9 9 re f\nendstream".to_owned(),
    );
    let found = read(&file(&objects));
    assert_eq!(found.text, "");
    assert!(
        found.notices.iter().any(|notice| notice.message.contains("read up to page 1 only")),
        "{:?}",
        found.notices
    );
}

/// A document with bytes changed, cut out or doubled is read or refused: nothing panics.
#[test]
fn damage_anywhere_gives_an_answer() {
    let lines: Vec<String> =
        (0..20).map(|at| format!("Line {at} of the report says that the quay is shut.")).collect();
    let placed: Vec<_> = lines
        .iter()
        .enumerate()
        .map(|(at, text)| (50.0, 760.0 - 12.0 * at as f32, 10.0, text.as_str()))
        .collect();
    let whole = document(&[page(&placed), page(&placed[..3])]);
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut next = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let mut with_text = 0;
    for _ in 0..300 {
        let mut bytes = whole.clone();
        for _ in 0..=next(8) {
            let at = next(bytes.len());
            match next(3) {
                0 => bytes[at] = u8::try_from(next(256)).unwrap(),
                1 => drop(bytes.drain(at..(at + next(20)).min(bytes.len()))),
                _ => bytes.extend_from_within(at..),
            }
        }
        let found = read(&bytes);
        with_text += usize::from(!found.text.is_empty());
        for span in &found.pages {
            assert!(found.text.get(span.start..span.end).is_some());
        }
    }
    assert!(with_text > 100, "{with_text} of 300 were read");
}

/// A document of one page whose font writes the letter W as what `letters` says in UTF-16.
fn with_font(letters: &str, page: &str) -> Vec<u8> {
    let map =
        format!("1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <57> <{letters}> endbfchar");
    let map = format!("/CIDInit /ProcSet findresource begin 12 dict begin begincmap {map} endcmap end end");
    file(&[
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        "<</Type/Pages/Count 1/Kids[3 0 R]/MediaBox[0 0 600 800]>>".to_owned(),
        "<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>".to_owned(),
        format!("<</Length {}>>\nstream\n{page}\nendstream", page.len()),
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/FirstChar 87/LastChar 87/Widths[1200]/ToUnicode 6 0 R>>".to_owned(),
        format!("<</Length {}>>\nstream\n{map}\nendstream", map.len()),
    ])
}

/// One drawing may stand for several letters, and be wider than its size.
#[test]
fn ligatures_are_spelled_out_in_their_place() {
    let found = read(&with_font("006600660069", "BT /F 20 Tf 1 0 0 1 50 700 Tm (oWce) Tj ET"));
    assert!(found.text.contains("ffi") && !found.text.contains(' '), "{}", found.text);
}

#[test]
fn a_font_that_makes_thousands_of_letters_of_each_is_left() {
    let page = format!("BT /F 20 Tf 1 0 0 1 50 700 Tm ({}) Tj ET", "W".repeat(5_000));
    let found = read(&with_font(&"0066".repeat(1_000), &page));
    let is_cut = found.notices.iter().any(|notice| notice.message.contains("read up to page 1 only"));
    assert!(is_cut, "{} bytes, {:?}", found.text.len(), found.notices);
}
