//! Is everything found that is there, and nothing that is not, whatever people type?

use sayso_model::{Article, Statement};
use sayso_store::{Found, Hit, Store};
use sayso_testkit::{article, statement};

use crate::support::{Case, put};

fn articles() -> Vec<Article> {
    let titled = |name, title: &str, text| Article { title: Some(title.to_owned()), ..article(name, text) };
    vec![
        titled(
            "a",
            "Ferry accident",
            "The mayor denied on Friday that the old bridge was closed. The bridge is old.",
        ),
        titled("b", "Harbour news", "Señora Núñez said: “The Brücke is open, the closed road is old.”"),
        titled("c", "Weather", "Rain AND wind. It was NOT warm NEAR the coast (title: none)."),
    ]
}

fn said(article: &Article) -> Statement {
    statement(article, "The mayor", "denied", "that the old bridge was closed")
}

fn filled() -> Case {
    let mut case = Case::new();
    let articles = articles();
    case.act(|act| {
        articles.iter().for_each(|article| assert_eq!(put(act, article), sayso_store::Put::New));
        act.replace_statements(&articles[0].id, &[said(&articles[0])]).unwrap();
    });
    case
}

/// What was found, as letters of articles; a statement has an "s".
fn found(store: &Store, query: &str) -> Vec<String> {
    let letter = |hit: &Hit| {
        let at = articles().iter().position(|a| a.id == hit.article).unwrap();
        let letter = ["a", "b", "c"][at];
        if hit.found == Found::Article { letter.to_owned() } else { format!("{letter}s") }
    };
    let mut found: Vec<String> = store.search(query, 100).unwrap().iter().map(letter).collect();
    found.sort();
    found
}

#[test]
fn all_words_must_occur_in_any_order() {
    let case = filled();
    for (query, expected) in [
        ("bridge", &["a", "as"][..]),
        ("closed old", &["a", "as", "b"]),
        ("closed mayor", &["a", "as"]),
        ("ferry bridge", &["a"]),
        ("friday", &["a"]),
        ("bridge rain", &[]),
        ("brid", &[]),
    ] {
        assert_eq!(found(&case.store, query), expected, "{query}");
    }
}

#[test]
fn quoted_words_must_stand_together_and_an_asterisk_goes_on() {
    let case = filled();
    assert_eq!(found(&case.store, "\"old bridge\""), ["a", "as"]);
    assert_eq!(found(&case.store, "\"bridge old\""), [""; 0]);
    assert_eq!(found(&case.store, "brid*"), ["a", "as"]);
    assert_eq!(found(&case.store, "\"the old bri\"*"), ["a", "as"]);
    assert_eq!(found(&case.store, "“closed road”"), ["b"]);
}

#[test]
fn case_and_diacritics_do_not_matter() {
    let case = filled();
    for query in ["nunez", "NÚÑEZ", "Nu\u{301}n\u{303}ez", "brucke", "senora nunez"] {
        assert_eq!(found(&case.store, query), ["b"], "{query}");
    }
}

#[test]
fn operators_are_ordinary_words() {
    let case = filled();
    for query in ["rain AND wind", "NOT warm", "NEAR", "title: none", "(title"] {
        assert_eq!(found(&case.store, query), ["c"], "{query}");
    }
    assert_eq!(found(&case.store, "rain OR bridge"), [""; 0]);
}

#[test]
fn a_snippet_shows_the_matches() {
    let case = filled();
    let hits = case.store.search("\"old bridge\" mayor", 10).unwrap();
    let id = said(&articles()[0]).id;
    let hit = hits.iter().find(|hit| hit.found == Found::Statement(id.clone())).unwrap();
    assert_eq!(hit.snippet.text, "The mayor denied … that the old bridge was closed");
    let words: Vec<&str> = hit.snippet.matches.iter().map(|m| &hit.snippet.text[m.clone()]).collect();
    assert_eq!(words, ["mayor", "old bridge"]);
}

#[test]
fn a_long_text_is_cut_to_where_the_match_is() {
    let mut case = Case::new();
    let text = format!("{}the zeppelin landed {}", "word ".repeat(500), "other ".repeat(500));
    case.add(&article("a", &text));
    let hits = case.store.search("zeppelin", 10).unwrap();
    let snippet = &hits[0].snippet;
    assert!(snippet.text.len() < 200 && snippet.text.starts_with('…') && snippet.text.ends_with('…'));
    assert_eq!(snippet.matches.len(), 1);
    assert_eq!(&snippet.text[snippet.matches[0].clone()], "zeppelin");
}

#[test]
fn a_word_that_stands_very_often_is_found_in_time() {
    let mut case = Case::new();
    let text = "ferry boat after ferry boat, ".repeat(40_000);
    assert!(text.len() > 1_000_000);
    case.add(&article("a", &text));
    let started = std::time::Instant::now();
    let hits = case.store.search("ferry boat", 10).unwrap();
    // Some hundred times what it takes; comparing all matches with each other takes minutes.
    assert!(started.elapsed() < std::time::Duration::from_secs(20), "{:?}", started.elapsed());
    assert!(hits[0].snippet.matches.len() > 4 && hits[0].snippet.text.ends_with('…'), "{:?}", hits[0]);
}

#[test]
fn text_with_control_characters_is_found_and_shown() {
    let mut case = Case::new();
    case.add(&article("a", "one\u{0}two \u{2}three\u{3} four"));
    for query in ["two", "three four"] {
        let hits = case.store.search(query, 10).unwrap();
        assert_eq!(hits[0].snippet.text, "one two  three  four", "{query}");
    }
}

#[test]
fn a_revision_is_found_by_its_new_words_only() {
    let mut case = filled();
    let mut revised = articles().remove(0);
    revised.text = "The mayor confirmed that the tunnel is open.".into();
    revised.title = Some("Tunnel".into());
    case.act(|act| act.put_article(&revised).unwrap());
    for gone in ["bridge", "ferry", "denied"] {
        assert_eq!(found(&case.store, gone), [""; 0], "{gone}");
    }
    assert_eq!(found(&case.store, "tunnel"), ["a"]);
    let confirmed = statement(&revised, "The mayor", "confirmed", "the tunnel is open");
    case.act(|act| act.replace_statements(&revised.id, &[confirmed]).unwrap());
    assert_eq!(found(&case.store, "tunnel"), ["a", "as"]);
    case.act(|act| act.replace_statements(&revised.id, &[]).unwrap());
    assert_eq!(found(&case.store, "tunnel"), ["a"]);
    assert_eq!(case.store.check().unwrap(), [""; 0]);
}

#[test]
fn an_act_that_was_not_committed_is_not_found() {
    let mut case = filled();
    let mut act = case.store.transaction().unwrap();
    let mut revised = articles().remove(0);
    revised.text = "Nothing about it.".into();
    act.put_article(&revised).unwrap();
    drop(act);
    assert_eq!(found(&case.store, "bridge"), ["a", "as"]);
}

#[test]
fn the_best_come_first_and_equals_in_the_order_of_their_ids() {
    let mut case = Case::new();
    case.act(|act| {
        for i in 0..30 {
            put(act, &article(&format!("same {i}"), "A ferry and a bridge and a road."));
        }
        put(act, &article("best", "Ferry, ferry."));
    });
    let hits = case.store.search("ferry", 100).unwrap();
    assert_eq!(hits.len(), 31);
    assert_eq!(hits[0].snippet.text, "Ferry, ferry.");
    assert!(hits.is_sorted_by(|a, b| a.rank <= b.rank));
    assert!(hits[1..].is_sorted_by(|a, b| a.article < b.article));
    assert_eq!(case.store.search("ferry", 7).unwrap(), hits[..7]);
    assert!(case.store.search("ferry", 0).unwrap().is_empty());
    assert_eq!(case.store.search("ferry", usize::MAX).unwrap(), hits);
}

/// A small generator of reproducible numbers (SplitMix64), so that a failure can be repeated.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) % bound as u64) as usize
    }
}

#[test]
fn no_query_is_an_error() {
    let case = filled();
    let pieces = [
        "\"", "\"", "“", "”", "*", "*", "(", ")", ":", "^", "-", "+", "{", "}", "[", "]", "'", ";", ",",
        "\\", "%", " ", " ", "\t", "\n", "\0", "\u{2}", "\u{3}", "\u{feff}", "\u{301}", "\u{93f}", "ि", "²",
        "Ⅷ", "🙂", "AND", "OR", "NOT", "NEAR", "NEAR/2", "NEAR(", "title", "text:", "words", "rank",
        "bridge", "old", "ü", "中文", "--", "/*", "?1", "mayor",
    ];
    let mut numbers = Numbers(1);
    for _ in 0..20_000 {
        let count = numbers.below(9);
        let query: String = (0..count).map(|_| pieces[numbers.below(pieces.len())]).collect();
        let hits = case.store.search(&query, 3);
        assert!(hits.is_ok(), "{query:?}: {hits:?}");
    }
}

#[test]
fn every_single_character_may_be_a_query() {
    let case = filled();
    for c in (0..0x3000).filter_map(char::from_u32) {
        for query in [format!("{c}"), format!("{c}*"), format!("bridge {c}"), format!("\"old{c}bridge\"")] {
            let hits = case.store.search(&query, 3);
            assert!(hits.is_ok(), "{query:?}: {hits:?}");
        }
    }
}

#[test]
fn a_whole_page_may_be_a_query() {
    let case = filled();
    let page: String = (0..20_000).map(|i| format!("bridge{i} ")).collect();
    for query in [page.clone(), format!("\"{page}\""), "b".repeat(1_000_000), "b*".repeat(100_000)] {
        assert!(case.store.search(&query, 3).unwrap().is_empty());
    }
    assert_eq!(found(&case.store, &"bridge mayor ".repeat(20_000)), ["a", "as"]);
    let beginning = "mayor denied on friday that the old bridge was closed ".repeat(2);
    assert_eq!(found(&case.store, &format!("{beginning}{}", "the bridge is old ".repeat(9))), ["a"]);
}
