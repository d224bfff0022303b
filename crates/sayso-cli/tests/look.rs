//! The commands that look into a case.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde_json::Value;
use support::{
    cases::{LOOKS, all, demo_case, empty_case, export, in_case},
    demo_days, has_keys, list, sayso, string,
};

#[test]
fn every_command_works_on_an_empty_case() {
    let dir = empty_case();
    for look in LOOKS {
        let ran = in_case(&dir, look).with_code(0);
        assert!(!ran.out.is_empty() && ran.err.is_empty(), "{look:?}");
        in_case(&dir, &[look, &["--json"]].concat()).with_code(0).json();
    }
    for key in ["articles", "statements", "claims", "actors"] {
        assert!(list(&export(&dir)[key]).is_empty());
    }
    for list in ["claims", "articles", "sources"] {
        assert!(in_case(&dir, &[list]).out.contains("sayso add"), "{list} does not say what to do");
    }
    in_case(&dir, &["verify", "--derived"]).with_code(0);
    assert!(in_case(&dir, &["show", "c1234"]).with_code(2).err.contains("hint: "));
}

#[test]
fn every_command_works_on_the_sample_case() {
    let dir = demo_case();
    for look in LOOKS {
        let ran = in_case(&dir, look).with_code(0);
        assert!(ran.out.lines().count() > 3 && ran.err.is_empty(), "{look:?}:\n{}", ran.out);
        let json = in_case(&dir, &[look, &["--json"]].concat()).with_code(0);
        assert!(json.err.is_empty());
        let claims = json.json();
        assert!(!list(if claims.is_object() { &claims["claims"] } else { &claims }).is_empty(), "{look:?}");
    }
    for status in ["confirmed", "corroborated", "contested", "single-source", "unconfirmed"] {
        let rows = in_case(&dir, &["claims", "--json", "--status", status]).with_code(0).json();
        assert!(list(&rows["claims"]).iter().all(|row| row["status"] == status));
    }
    let single = in_case(&dir, &["claims"]).out;
    assert!(
        single.ends_with(" more claims, each resting on a single statement: sayso claims --all\n"),
        "{single}"
    );
    let verified = in_case(&dir, &["verify", "--derived"]).with_code(0);
    assert_eq!(verified.err, "");
}

#[test]
fn show_explains_an_actor_for_whom_others_speak() {
    let dir = demo_case();
    let speaking = in_case(&dir, &["sources", "--json"]).json();
    let speaking: BTreeSet<String> = all(&speaking, "id").into_iter().map(str::to_owned).collect();
    let export = export(&dir);
    let silent = all(&export["actors"], "id").into_iter().find(|id| !speaking.contains(*id));
    let silent = silent.expect("the sample names an employer that says nothing itself");
    let text = in_case(&dir, &["show", silent]).with_code(0);
    assert!(text.out.contains("0 statements"), "{}", text.out);
    assert_eq!(in_case(&dir, &["show", silent, "--json"]).with_code(0).json()["id"], silent);
}

#[test]
fn show_marks_the_words_that_an_article_has_from_another_and_names_where_they_start() {
    let dir = demo_case();
    let export = export(&dir);
    let of = |outlet: &str| {
        let article = list(&export["articles"]).iter().find(|a| a["publisher"] == outlet);
        in_case(&dir, &["show", string(&article.expect("the sample has it")["id"])]).with_code(0).out
    };
    let text = of("The Daily Anchor");
    assert!(text.contains("⟦1 …⟧ from Meridian Wire ("), "{text}");
    assert!(text.contains("\n⟦1 The Tarvenian Coastguard Service (TCS) said on Tuesday"), "{text}");
    let own = text.lines().find(|line| line.starts_with("Ferries between Skarnhaven"));
    assert!(own.is_some_and(|line| !line.contains(['⟦', '⟧'])), "{text}");
    assert!(!of("Meridian Wire").contains('⟦'), "the first to have the words has copied nothing");
}

#[test]
fn show_explains_what_an_id_or_its_beginning_names() {
    let dir = demo_case();
    let export = export(&dir);
    let sources = in_case(&dir, &["sources", "--json"]).json();
    // One in six of each kind: all of them take long.
    let some = |of| all(of, "id").into_iter().step_by(6);
    let ids = some(&export["claims"]).chain(some(&export["articles"])).chain(some(&export["statements"]));
    for id in ids.chain(some(&sources)) {
        let text = in_case(&dir, &["show", id]).with_code(0);
        assert!(text.out.lines().count() > 3 && text.err.is_empty(), "{id}:\n{}", text.out);
        has_keys(&in_case(&dir, &["show", id, "--json"]).with_code(0).json(), &["id"]);
        if !id.contains(':') {
            assert_eq!(in_case(&dir, &["show", &id[..12]]).with_code(0).out, text.out);
        }
    }
}

#[test]
fn show_names_the_candidates_of_an_ambiguous_beginning() {
    let dir = demo_case();
    let export = export(&dir);
    for (beginning, of) in [("c", "claims"), ("a", "articles"), ("s", "statements"), ("person:", "actors")] {
        let ran = in_case(&dir, &["show", beginning]).with_code(2);
        let named = all(&export[of], "id").into_iter().filter(|id| ran.err.contains(id)).count();
        assert!(named >= 2, "{beginning:?} names {named} candidates: {}", ran.err);
        assert!(ran.out.is_empty());
    }
    assert!(in_case(&dir, &["show", ""]).with_code(2).err.contains("no id was given"));
    for unknown in ["c0000000000000000", "zzz", "ü", "person:nobody-at-all", "%", "'"] {
        let ran = in_case(&dir, &["show", unknown]).with_code(2);
        assert!(ran.err.contains(unknown) && ran.err.contains("hint: "), "{unknown}: {}", ran.err);
    }
}

#[test]
fn search_takes_any_words() {
    let dir = demo_case();
    for query in [
        "\"",
        "a\"b",
        "AND",
        "NOT OR",
        "*",
        "(",
        "text:x",
        "-",
        "'; DROP TABLE article",
        "é*",
        "^containers",
        "",
    ] {
        sayso(dir.path(), &["search", "--json", "--case", "c", "--", query]).with_code(0).json();
    }
    let hits = in_case(&dir, &["search", "--json", "--limit", "3", "containers"]).with_code(0).json();
    assert_eq!(list(&hits).len(), 3);
    for hit in list(&hits) {
        has_keys(hit, &["kind", "id", "article", "snippet", "matches"]);
        for found in list(&hit["matches"]) {
            let (start, end) = (found[0].as_u64().unwrap() as usize, found[1].as_u64().unwrap() as usize);
            assert_eq!(string(&hit["snippet"])[start..end].to_lowercase(), "containers");
        }
    }
}

#[test]
fn changes_compare_with_what_the_case_held_then() {
    let dir = empty_case();
    let days = demo_days();
    in_case(&dir, &["add", &days[0], &days[1]]).with_code(0);
    let between = Timestamp::now().to_string();
    in_case(&dir, &["add", &days[2]]).with_code(0);
    let kinds = |since: &str| {
        let changes = in_case(&dir, &["changes", "--json", "--since", since]).with_code(0).json();
        all(&changes, "kind").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let since_day_2 = kinds(&between);
    let count = |kind: &str| since_day_2.iter().filter(|k| *k == kind).count();
    assert_eq!((count("new-article"), count("article-revised")), (3, 1), "{since_day_2:?}");
    assert!(count("status-moved") > 0 && count("new-statement") + count("new-claim") > 0, "{since_day_2:?}");
    assert!(kinds(&Timestamp::now().to_string()).is_empty());
    assert_eq!(kinds("1d").iter().filter(|k| *k == "new-article").count(), 17);
    let text = in_case(&dir, &["changes", "--since", &between]).with_code(0).out;
    assert!(text.contains(" → confirmed"), "{text}");
}

#[test]
fn a_revision_says_what_changed_and_a_correction_is_listed() {
    let dir = empty_case();
    let days = demo_days();
    in_case(&dir, &["add", &days[0], &days[1]]).with_code(0);
    let between = Timestamp::now().to_string();
    in_case(&dir, &["add", &days[2]]).with_code(0);
    let changes = in_case(&dir, &["changes", "--json", "--since", &between]).with_code(0).json();
    let of_kind = |kind: &str| -> Vec<Value> {
        list(&changes).iter().filter(|change| change["kind"] == kind).cloned().collect()
    };
    let revised = of_kind("article-revised");
    let revision = &revised[0]["revision"];
    let words =
        |change: &Value| [&change["before"], &change["after"]].map(|side| string(&side["text"]).to_owned());
    let text: Vec<_> = list(&revision["text"]).iter().map(words).collect();
    assert!(text.contains(&["17".to_owned(), "11".to_owned()]), "{text:?}");
    assert!(
        list(&revision["title"]).iter().any(|change| words(change)[1].contains("corrected")),
        "{revision}"
    );
    let touched = list(&revision["statements"]);
    assert!(touched.iter().any(|one| one["side"] == "after" && one["claim"].is_string()), "{touched:?}");
    let corrected = of_kind("article-corrected");
    assert_eq!(corrected.len(), 1, "{corrected:?}");
    assert_eq!(corrected[0]["article"], revised[0]["article"]);
    let id = string(&revised[0]["article"]);
    let shown = in_case(&dir, &["show", id]).with_code(0).out;
    assert!(shown.contains("From text 1 to text 2") && shown.contains("  text: 17 → 11\n"), "{shown}");
    let json = in_case(&dir, &["show", id, "--json"]).with_code(0).json();
    assert_eq!(json["revised"][0]["text"], revision["text"]);
}
