//! What was written down by hand for the sample case must stand in its articles, or nothing can be measured against it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;

fn demo() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../demo")
}

/// The texts of the articles by the stems of their files; of two with one stem, that of the later day. Header lines are left out.
fn texts(days: &[&str]) -> BTreeMap<String, String> {
    let mut out = BTreeMap::new();
    for day in days {
        for file in fs::read_dir(demo().join(day)).unwrap() {
            let path = file.unwrap().path();
            let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let whole = fs::read_to_string(&path).unwrap();
            let (_, body) = whole.split_once("\n\n").expect("an empty line ends the header");
            out.insert(stem, body.to_owned());
        }
    }
    out
}

/// The JSON lines of `gold.jsonl` in a folder.
fn gold(folder: &str) -> Vec<Value> {
    let text = fs::read_to_string(demo().join(folder).join("gold.jsonl")).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn json(folder: &str, file: &str) -> Value {
    serde_json::from_str(&fs::read_to_string(demo().join(folder).join(file)).unwrap()).unwrap()
}

fn word<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("no {key} in {value}"))
}

fn members<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("no list {key} in {value}"))
}

/// Each folder of annotations with the days that it is about.
const STATES: [(&str, &[&str]); 2] =
    [("gold/after-day-1", &["day-1"]), ("gold", &["day-1", "day-2", "day-3"])];

#[test]
fn every_article_is_annotated_once() {
    for (folder, days) in STATES {
        let annotated = gold(folder);
        let stems: BTreeSet<&str> = annotated.iter().map(|line| word(line, "doc")).collect();
        assert_eq!(stems.len(), annotated.len(), "{folder} has two lines for one article");
        assert_eq!(stems, texts(days).keys().map(String::as_str).collect(), "{folder}");
    }
}

#[test]
fn source_cue_and_content_stand_word_for_word_in_the_article() {
    for (folder, days) in STATES {
        let texts = texts(days);
        let mut found = 0;
        for line in gold(folder) {
            let text = &texts[word(&line, "doc")];
            for statement in members(&line, "statements") {
                for part in ["source", "cue", "content"] {
                    if statement[part].is_null() {
                        continue;
                    }
                    let words = word(statement, part);
                    assert!(
                        !words.trim().is_empty() && text.contains(words),
                        "{folder}, {}: {part} {words:?}",
                        line["doc"]
                    );
                    found += 1;
                }
                assert!(
                    !statement["content"].is_null(),
                    "{folder}, {}: a statement says nothing",
                    line["doc"]
                );
                if !statement["quantity"].is_null() {
                    let figure = word(&statement["quantity"], "text");
                    assert!(
                        word(statement, "content").contains(figure),
                        "{folder}, {}: {figure:?}",
                        line["doc"]
                    );
                }
            }
        }
        assert!(found > 20 * days.len(), "{folder} has {found} annotated places");
    }
}

#[test]
fn copies_claims_and_drift_refer_to_what_is_there() {
    for (folder, days) in STATES {
        let lines = gold(folder);
        let docs: BTreeMap<&str, &Value> = lines.iter().map(|line| (word(line, "doc"), line)).collect();
        let claims = json(folder, "claims.json");
        let claims: BTreeSet<&str> =
            claims.as_array().unwrap().iter().map(|claim| word(claim, "id")).collect();
        for line in &lines {
            for other in members(line, "copied_from").iter().map(|doc| doc.as_str().unwrap()) {
                let back = members(docs[other], "copied_from");
                assert!(
                    back.contains(&line["doc"]),
                    "{folder}: {other} does not name {} in return",
                    line["doc"]
                );
            }
            for statement in members(line, "statements").iter().filter(|s| !s["claim"].is_null()) {
                assert!(claims.contains(word(statement, "claim")), "{folder}: {statement}");
            }
        }
        let texts = texts(days);
        for drift in json(folder, "drift.json").as_array().unwrap() {
            for (doc, words) in [("from_doc", "from"), ("to_doc", "to")] {
                let text = &texts[word(drift, doc)];
                assert!(
                    text.contains(word(drift, words)),
                    "{folder}: {words} of {drift} is not in the article"
                );
            }
        }
    }
}
