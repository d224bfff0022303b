//! The document that the fuzz target `pdf` begins with: small, whole, and read here to the end.
//!
//! `SAYSO_SEEDS=fuzz/corpus cargo test -p sayso-article --test seeds` writes it into that folder.
#![allow(clippy::unwrap_used)]

use std::{fs, path::Path};

use sayso_model::{Capture, Location, MediaType};

/// Two pages that differ: a line that stands at the edge of each would be left out as furniture.
const OBJECTS: [&str; 7] = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Count 2/Kids[4 0 R 5 0 R]/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>>>",
    "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    "<</Type/Page/Parent 2 0 R/Contents 6 0 R>>",
    "<</Type/Page/Parent 2 0 R/Contents 7 0 R>>",
    "<</Length 57>>\nstream\nBT /F 10 Tf 50 700 Td (The quay is shut, she said.) Tj ET\nendstream",
    "<</Length 49>>\nstream\nBT /F 10 Tf 50 700 Td (A crane fell on it.) Tj ET\nendstream",
];

fn document() -> Vec<u8> {
    let (mut file, mut places) = ("%PDF-1.7\n".to_owned(), Vec::new());
    for (object, number) in OBJECTS.iter().zip(1..) {
        places.push(file.len());
        file += &format!("{number} 0 obj\n{object}\nendobj\n");
    }
    let table = file.len();
    file += &format!("xref\n0 {}\n0000000000 65535 f \n", OBJECTS.len() + 1);
    places.iter().for_each(|place| file += &format!("{place:010} 00000 n \n"));
    file += &format!("trailer <</Size {}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF", OBJECTS.len() + 1);
    file.into_bytes()
}

#[test]
fn a_small_document_is_read() {
    let (place, seed) = (Location::File("quay.pdf".to_owned()), document());
    let capture = Capture::new(place, jiff::Timestamp::UNIX_EPOCH, MediaType::Pdf, seed.clone());
    let article = sayso_article::article(&capture);
    assert!(article.text.contains("The quay is shut, she said.") && article.pages.len() == 2, "{article:?}");
    if let Some(folder) = std::env::var_os("SAYSO_SEEDS") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(folder).join("pdf");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("seed-0"), seed).unwrap();
    }
}
