//! The annotated cases are sound: what they quote stands in the text, and what they name is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{collections::BTreeSet, fs, path::Path};

use sayso_eval::{AnnotatedCase, WordPlaces};
use sayso_model::{Certainty, Stance, Status};

const CASES: [&str; 3] = ["troops", "spill", "election"];

/// Whether a word is one of those that values of this kind are written with.
fn is_word<T: serde::de::DeserializeOwned>(word: &str) -> bool {
    serde_json::from_value::<T>(word.into()).is_ok()
}

#[test]
fn every_annotation_is_about_words_of_its_article() {
    for name in CASES {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases").join(name);
        let case = AnnotatedCase::read(&folder).unwrap();
        let claims: BTreeSet<&str> = case.claims.iter().map(|c| c.id.as_str()).collect();
        assert_eq!((case.articles.len(), claims.len()), (16, 14), "{name}");
        assert!(case.claims.iter().all(|c| is_word::<Status>(&c.status)), "{name}");
        for article in &case.articles {
            let text = fs::read_to_string(folder.join("docs").join(format!("{}.txt", article.doc))).unwrap();
            let words = WordPlaces::of(text.split_once("\n\n").unwrap().1);
            for statement in &article.statements {
                let place = format!("{name} {}: {}", article.doc, statement.content);
                assert!(!words.all(&statement.content).is_empty(), "{place}");
                let named = statement.source.as_deref().is_none_or(|source| !words.all(source).is_empty());
                assert!(named, "{place}: {:?}", statement.source);
                assert!(statement.claim.as_deref().is_none_or(|claim| claims.contains(claim)), "{place}");
                assert!(is_word::<Stance>(&statement.stance), "{place}");
                assert!(is_word::<Certainty>(&statement.certainty), "{place}");
            }
        }
    }
}
