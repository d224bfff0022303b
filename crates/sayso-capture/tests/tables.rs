//! Tables, lists and saved messages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use sayso_capture::{CaptureError, Found};
use sayso_model::MediaType;
use support::{captures, taken, write};

fn texts(found: Vec<Result<Found, CaptureError>>) -> Vec<String> {
    let text = |found: Result<Found, CaptureError>| match found {
        Ok(Found::Capture(capture)) => String::from_utf8(capture.bytes).unwrap(),
        Ok(Found::Address(url)) => format!("-> {url}"),
        Err(error) => format!("!! {error}"),
    };
    found.into_iter().map(text).collect()
}

#[test]
fn rows_of_a_table_become_texts_with_header_lines() {
    let dir = tempfile::tempdir().unwrap();
    let csv = "\u{FEFF}headline;story;paper;id\n\"Quay; shut\";\"It is \"\"shut\"\".\n\nSo they said.\";The Quay;7\n;;;\n";
    let path = write(dir.path(), "a.csv", csv);
    let found = texts(taken(&path, "text=story,outlet=paper"));
    assert_eq!(found[0], "title: Quay; shut\npublisher: The Quay\nid: 7\n\nIt is \"shut\".\n\nSo they said.");
    assert!(found[1].contains("row 3 was not taken: it holds no text"), "{}", found[1]);
    assert_eq!(found.len(), 2);
}

#[test]
fn a_table_without_known_columns_says_which_it_has() {
    let dir = tempfile::tempdir().unwrap();
    let path = write(dir.path(), "a.csv", "kind,story\n1,x\n");
    assert!(texts(taken(&path, ""))[0].contains("it has kind, story"));
    assert!(texts(taken(&path, "text=tale"))[0].contains("no column \"tale\" for text"));
}

#[test]
fn lines_of_json_are_rows_and_bad_lines_are_told() {
    let dir = tempfile::tempdir().unwrap();
    let lines = "{\"title\": \"Quay shut\", \"source\": {\"name\": \"The Quay\"}, \"text\": \"It is.\", \"tags\": [\"a\", \"b\"]}\n\n\
                 {broken\n[1]\n{\"url\": \"https://quay.example/2\"}\n";
    let found = texts(taken(&write(dir.path(), "a.jsonl", lines), ""));
    assert_eq!(found[0], "title: Quay shut\npublisher: The Quay\ntags: a, b\n\nIt is.");
    assert!(found[1].contains("row 3") && found[2].contains("row 4"), "{found:?}");
    assert_eq!(found[3], "-> https://quay.example/2");
}

#[test]
fn a_list_of_addresses_gives_addresses() {
    let dir = tempfile::tempdir().unwrap();
    let path = write(dir.path(), "list.txt", "https://quay.example/1\n# next\nhttps://quay.example/2\n");
    assert_eq!(texts(taken(&path, "")), ["-> https://quay.example/1", "-> https://quay.example/2"]);
    let path = write(dir.path(), "list.csv", "id,link\n1,https://quay.example/3\n");
    assert_eq!(texts(taken(&path, "")), ["-> https://quay.example/3"]);
}

#[test]
fn messages_are_kept_whole() {
    let dir = tempfile::tempdir().unwrap();
    let mail = "From: a@quay.example\r\nSubject: x\r\n\r\nThe quay is shut.\r\n";
    for name in ["a.eml", "a.mht"] {
        let (found, _) = captures(&write(dir.path(), name, mail));
        assert_eq!((found[0].media_type, found[0].bytes.as_slice()), (MediaType::Message, mail.as_bytes()));
    }
    let saved = write(dir.path(), "page", "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\nx");
    assert_eq!(captures(&saved).0[0].media_type, MediaType::Message);
}
