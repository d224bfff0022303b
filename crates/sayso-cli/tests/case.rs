//! A case, from `sayso init` to `sayso verify`, against its contract.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::Stdio,
    sync::OnceLock,
};

use jiff::Timestamp;
use serde_json::Value;
use support::{
    Ran, STANCES, STATEMENT, command, demo_days, has_keys, is_actor, is_statement, list, one_of, sayso,
    slice, statement_stands_in, string, timeless,
};
use tempfile::TempDir;

/// A new folder that holds the case `c`, without articles.
fn empty_case() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    sayso(dir.path(), &["init", "c"]).with_code(0);
    dir
}

/// A new folder that holds the case `c` with the sample articles of all three days.
fn demo_case() -> TempDir {
    static FILE: OnceLock<Vec<u8>> = OnceLock::new();
    let file = FILE.get_or_init(|| {
        let dir = empty_case();
        let days = demo_days();
        let ran = in_case(&dir, &["add", &days[0], &days[1], &days[2]]).with_code(0);
        assert!(ran.out.starts_with("17 articles added, 1 revised, 0 unchanged\n"), "{}", ran.out);
        let files: Vec<_> =
            fs::read_dir(dir.path().join("c")).unwrap().map(|f| f.unwrap().file_name()).collect();
        assert_eq!(files, ["case.sqlite"], "a case that nobody uses is one file");
        fs::read(dir.path().join("c/case.sqlite")).unwrap()
    });
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("c")).unwrap();
    fs::write(dir.path().join("c/case.sqlite"), file).unwrap();
    dir
}

/// Runs the program beside the case `c`.
#[track_caller]
fn in_case(dir: &TempDir, args: &[&str]) -> Ran {
    sayso(dir.path(), &[args, &["--case", "c"]].concat())
}

#[track_caller]
fn export(dir: &TempDir) -> Value {
    in_case(dir, &["export", "--format", "json"]).with_code(0).json()
}

fn write(dir: &TempDir, name: &str, text: &str) {
    fs::write(dir.path().join(name), text).unwrap();
}

/// The first line of what `add` prints.
fn first_line(ran: &Ran) -> &str {
    ran.out.lines().next().unwrap_or_default()
}

/// The values that all objects of a list have for a key.
fn all<'a>(of: &'a Value, key: &str) -> Vec<&'a str> {
    list(of).iter().map(|object| string(&object[key])).collect()
}

// Making and finding a case

#[test]
fn a_case_is_made_once() {
    let dir = tempfile::tempdir().unwrap();
    sayso(dir.path(), &["init", "news/harbour"]).with_code(0);
    let before = fs::read(dir.path().join("news/harbour/case.sqlite")).unwrap();
    let again = sayso(dir.path(), &["init", "news/harbour"]).with_code(3);
    assert!(
        again.err.contains("news/harbour already holds a case") && again.err.contains("hint: "),
        "{}",
        again.err
    );
    assert!(fs::read(dir.path().join("news/harbour/case.sqlite")).unwrap() == before);
    write(&dir, "file", "");
    assert!(sayso(dir.path(), &["init", "file/case"]).with_code(3).err.contains("file"));
}

#[test]
fn the_nearest_case_upwards_is_used_unless_another_is_named() {
    let dir = tempfile::tempdir().unwrap();
    for (case, articles) in [("outer", 1), ("outer/inner", 2), ("third", 0), ("fourth", 3)] {
        sayso(dir.path(), &["init", case]).with_code(0);
        let names: Vec<String> = (0..articles).map(|n| format!("{n}.txt")).collect();
        names
            .iter()
            .for_each(|name| write(&dir, name, &format!("Ana Brill said that bridge {name} was closed.\n")));
        if !names.is_empty() {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            sayso(dir.path(), &[&["add", "--case", case], &names[..]].concat()).with_code(0);
        }
    }
    let deep = dir.path().join("outer/inner/notes/today");
    fs::create_dir_all(&deep).unwrap();
    let third = dir.path().join("third");
    let fourth = dir.path().join("fourth");
    let held = |from: &Path, variable: Option<&Path>, args: &[&str]| {
        let mut run = command(from, &[&["articles", "--json"], args].concat());
        variable.map(|case| run.env("SAYSO_CASE", case));
        list(&Ran::of(run.output().unwrap()).with_code(0).json()).len()
    };
    assert_eq!(held(&dir.path().join("outer"), None, &[]), 1);
    assert_eq!(held(&deep, None, &[]), 2);
    assert_eq!(held(&deep, Some(&third), &[]), 0);
    assert_eq!(held(&deep, Some(&third), &["--case", fourth.to_str().unwrap()]), 3);
    assert_eq!(held(&deep, Some(Path::new("")), &[]), 2, "an empty variable names no case");
    let nowhere = sayso(dir.path(), &["articles"]).with_code(2);
    assert!(nowhere.err.contains("sayso init") && nowhere.err.contains("--case"), "{}", nowhere.err);
}

#[test]
fn a_folder_that_is_no_case_is_named_with_advice() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("plain")).unwrap();
    fs::create_dir(dir.path().join("other")).unwrap();
    write(
        &dir,
        "other/case.sqlite",
        "not a database, but a text that is long enough to be taken for one at first",
    );
    for folder in ["plain", "other", "missing"] {
        for args in [&["claims"][..], &["add", "x.txt"], &["verify"], &["export", "--format", "json"]] {
            let ran = sayso(dir.path(), &[args, &["--case", folder]].concat()).with_code(3);
            assert!(ran.err.contains(folder) && ran.err.contains("hint: "), "{folder}: {}", ran.err);
            assert_eq!(ran.out, "");
        }
    }
    assert!(!dir.path().join("missing").exists() && !dir.path().join("plain/case.sqlite").exists());
}

#[test]
fn wrong_use_is_told_apart_from_failure() {
    let dir = empty_case();
    for args in [
        &[][..],
        &["nonsense"],
        &["read"],
        &["add"],
        &["init"],
        &["show"],
        &["search"],
        &["changes"],
        &["export"],
        &["claims", "--nonsense"],
        &["claims", "--status", "true"],
        &["export", "--format", "xml"],
        &["read", "--published", "soon", "x.txt"],
        &["search", "--limit", "many", "x"],
    ] {
        let ran = sayso(dir.path(), args).with_code(2);
        assert!(ran.out.is_empty() && !ran.err.is_empty(), "{args:?}");
    }
    for since in [
        "nonsense",
        "",
        "2031-13-01",
        "3x",
        "d",
        "é",
        "-5d",
        "8000000d",
        "999999999999h",
        "9223372036854775807m",
    ] {
        let ran = in_case(&dir, &["changes", "--since", since]).with_code(2);
        assert!(ran.err.contains("hint: "), "{since:?}: {}", ran.err);
    }
}

// Adding

#[test]
fn adding_tells_three_lines_and_adding_again_changes_nothing() {
    let dir = empty_case();
    let day = &demo_days()[0];
    let first = in_case(&dir, &["add", day]).with_code(0);
    assert_eq!(first_line(&first), "8 articles added, 0 revised, 0 unchanged");
    let lines: Vec<&str> = first.out.lines().collect();
    assert_eq!(lines.len(), 3, "{}", first.out);
    let before = export(&dir);
    let count = |key: &str| list(&before[key]).len();
    assert!(lines[1].starts_with(&format!("{} statements by ", count("statements"))), "{}", lines[1]);
    assert!(lines[1].ends_with(" in 8 articles"), "{}", lines[1]);
    assert!(lines[2].starts_with(&format!("{} claims: ", count("claims"))), "{}", lines[2]);
    let before = in_case(&dir, &["export", "--format", "json"]).out;
    let again = in_case(&dir, &["add", day]).with_code(0);
    assert_eq!(first_line(&again), "0 articles added, 0 revised, 8 unchanged");
    assert!(in_case(&dir, &["export", "--format", "json"]).out == before);
    // The same bytes under another name are no news either.
    fs::copy(Path::new(day).join("07-harbour-and-freight.txt"), dir.path().join("copy.txt")).unwrap();
    let renamed = in_case(&dir, &["add", "copy.txt"]).with_code(0);
    assert_eq!(first_line(&renamed), "0 articles added, 0 revised, 1 unchanged");
    assert!(in_case(&dir, &["export", "--format", "json"]).out == before);
}

#[test]
fn the_file_of_an_article_is_the_path_as_it_was_given() {
    let dir = empty_case();
    fs::create_dir_all(dir.path().join("news/today")).unwrap();
    write(&dir, "news/today/b.txt", "Ana Brill said that the bridge was closed.\n");
    write(&dir, "a.txt", "Ana Brill said that the tunnel was closed.\n");
    in_case(&dir, &["add", "./news", "a.txt"]).with_code(0);
    let export = export(&dir);
    let files: BTreeSet<&str> = all(&export["articles"], "file").into_iter().collect();
    assert_eq!(files, BTreeSet::from(["./news/today/b.txt", "a.txt"]));
}

#[test]
fn other_bytes_under_a_known_address_are_a_revision() {
    let dir = empty_case();
    let header = "url: https://post.example/ferry\noutlet: The Velmora Post\npublished: 2031-03-04T06:00:00Z\nlang: en\n\n";
    let old =
        format!("{header}The mayor of Velmora, Ana Brill, said that 17 people had been hurt on the ferry.\n");
    let new =
        format!("{header}The mayor of Velmora, Ana Brill, said that nobody had been hurt at the old quay.\n");
    write(&dir, "ferry.txt", &old);
    in_case(&dir, &["add", "ferry.txt"]).with_code(0);
    let before = export(&dir);
    write(&dir, "ferry.txt", &new);
    let revised = in_case(&dir, &["add", "ferry.txt"]).with_code(0);
    assert_eq!(first_line(&revised), "0 articles added, 1 revised, 0 unchanged");
    let after = export(&dir);
    assert_eq!(all(&before["articles"], "id"), all(&after["articles"], "id"));
    assert!(string(&after["articles"][0]["text"]).contains("nobody"));
    for claim in list(&after["claims"]) {
        assert!(!string(&claim["text"]).contains("17 people"), "{claim}");
    }
    assert!(
        all(&after["claims"], "text").iter().any(|text| text.contains("nobody had been hurt")),
        "{after}"
    );
    assert!(in_case(&dir, &["search", "nobody", "--json"]).with_code(0).out.contains("nobody"));
    let again = in_case(&dir, &["add", "ferry.txt"]).with_code(0);
    assert_eq!(first_line(&again), "0 articles added, 0 revised, 1 unchanged");
    assert!(export(&dir) == after);
    in_case(&dir, &["verify"]).with_code(0);
}

#[test]
fn what_cannot_be_taken_is_named_and_the_rest_added() {
    let dir = empty_case();
    write(&dir, "a.txt", "Ana Brill said that the bridge was closed.\n");
    write(&dir, "b.txt", "Bo Harrow denied that the tunnel was closed.\n");
    fs::write(dir.path().join("c.pdf"), b"%PDF-1.7\n").unwrap();
    let inputs = ["add", "a.txt", "missing.txt", "c.pdf", "https://post.example/1", "b.txt"];
    let ran = in_case(&dir, &inputs).with_code(1);
    assert_eq!(first_line(&ran), "2 articles added, 0 revised, 0 unchanged, 3 inputs not taken");
    assert_eq!(ran.out.lines().count(), 3);
    for name in ["missing.txt", "c.pdf", "https://post.example/1"] {
        assert!(ran.err.contains(&format!("not taken: {name}")), "{name}: {}", ran.err);
    }
    assert_eq!(list(&export(&dir)["articles"]).len(), 2);
}

#[test]
fn two_programs_may_add_at_once() {
    let dir = empty_case();
    let days = demo_days();
    let start = |day: &str| {
        let mut add = command(dir.path(), &["add", day, "--case", "c"]);
        add.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
    };
    let both = [start(&days[1]), start(&days[2])];
    for add in both {
        Ran::of(add.wait_with_output().unwrap()).with_code(0);
    }
    in_case(&dir, &["verify"]).with_code(0);
    let one_after_the_other = empty_case();
    in_case(&one_after_the_other, &["add", &days[1], &days[2]]).with_code(0);
    assert!(timeless(export(&dir)) == timeless(export(&one_after_the_other)));
}

#[test]
fn known_bytes_at_another_path_change_nothing() {
    let dir = empty_case();
    let days = demo_days();
    let day = |n: usize| dir.path().join(format!("day-{}", n + 1));
    for n in [0, 2] {
        fs::create_dir(day(n)).unwrap();
        for file in fs::read_dir(&days[n]).unwrap().map(|entry| entry.unwrap().path()) {
            fs::copy(&file, day(n).join(file.file_name().unwrap())).unwrap();
        }
    }
    let first = in_case(&dir, &["add", "day-1", "day-3"]).with_code(0);
    assert_eq!(first_line(&first), "11 articles added, 1 revised, 0 unchanged");
    let before = in_case(&dir, &["export", "--format", "json"]).out;
    let again = in_case(&dir, &["add", "./day-1", "./day-3"]).with_code(0);
    assert_eq!(first_line(&again), "0 articles added, 0 revised, 12 unchanged");
    // The text that was revised since, once more at another path, is no news.
    fs::copy(day(0).join("02-skarnhaven-herald.txt"), dir.path().join("old.txt")).unwrap();
    let old = in_case(&dir, &["add", "old.txt"]).with_code(0);
    assert_eq!(first_line(&old), "0 articles added, 0 revised, 1 unchanged");
    assert!(in_case(&dir, &["export", "--format", "json"]).out == before);
    in_case(&dir, &["verify", "--derived"]).with_code(0);
}

#[test]
fn a_file_without_text_is_not_taken() {
    let dir = empty_case();
    write(&dir, "a.txt", "Ana Brill said that the bridge was closed.\n");
    write(&dir, "empty.txt", "");
    let ran = in_case(&dir, &["add", "empty.txt", "a.txt"]).with_code(1);
    assert_eq!(first_line(&ran), "1 article added, 0 revised, 0 unchanged, 1 input not taken");
    assert!(
        ran.err.contains("not taken: empty.txt holds no text\n") && ran.err.contains("hint: "),
        "{}",
        ran.err
    );
    assert_eq!(list(&export(&dir)["articles"]).len(), 1);
}

#[cfg(target_os = "linux")]
#[test]
fn a_name_that_is_not_unicode_does_not_stop_the_others() {
    use std::{ffi::OsString, os::unix::ffi::OsStringExt};
    let dir = empty_case();
    let name = OsString::from_vec(b"caf\xE9.txt".to_vec());
    fs::write(dir.path().join(&name), "Bo Harrow denied that the tunnel was closed.\n").unwrap();
    write(&dir, "a.txt", "Ana Brill said that the bridge was closed.\n");
    let missing = OsString::from_vec(b"missing\xFF.txt".to_vec());
    let mut run = command(dir.path(), &["add", "--case", "c", "a.txt"]);
    let ran = Ran::of(run.args([&name, &missing]).output().unwrap()).with_code(1);
    assert_eq!(first_line(&ran), "2 articles added, 0 revised, 0 unchanged, 1 input not taken");
    assert!(ran.err.contains("not taken: missing\u{FFFD}.txt does not exist"), "{}", ran.err);
    let files = export(&dir);
    assert!(all(&files["articles"], "file").contains(&"caf\u{FFFD}.txt"));
}

// Looking

/// Every command that only looks, without `show`, which needs an id.
const LOOKS: [&[&str]; 6] = [
    &["claims"],
    &["claims", "--all"],
    &["articles"],
    &["sources"],
    &["search", "containers"],
    &["changes", "--since", "1d"],
];

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

// The export

const ARTICLE: &[&str] = &[
    "id",
    "file",
    "url",
    "publisher",
    "published",
    "language",
    "title",
    "text",
    "credits",
    "copied_from",
    "origin",
];
const CLAIM: &[&str] = &["id", "text", "status", "reasons", "positions", "independent_origins", "drift"];
const STATUSES: &[&str] = &["confirmed", "corroborated", "contested", "single-source", "unconfirmed"];

/// The objects of an export by id.
struct Known<'a> {
    articles: BTreeMap<&'a str, &'a Value>,
    statements: BTreeMap<&'a str, &'a Value>,
    claims: BTreeMap<&'a str, &'a Value>,
    actors: BTreeMap<&'a str, &'a Value>,
}

impl<'a> Known<'a> {
    fn of(export: &'a Value) -> Self {
        let by_id = |key: &str| {
            let objects = list(&export[key]);
            let map: BTreeMap<&str, &Value> = objects.iter().map(|o| (string(&o["id"]), o)).collect();
            assert_eq!(map.len(), objects.len(), "two {key} have one id");
            map
        };
        Self {
            articles: by_id("articles"),
            statements: by_id("statements"),
            claims: by_id("claims"),
            actors: by_id("actors"),
        }
    }

    fn text(&self, article: &Value) -> &'a str {
        let id = string(article);
        string(&self.articles.get(id).unwrap_or_else(|| panic!("there is no article {id}"))["text"])
    }

    fn statement(&self, id: &Value) -> &'a Value {
        self.statements.get(string(id)).unwrap_or_else(|| panic!("there is no statement {id}"))
    }

    /// Fails unless this place stands in an article of the export.
    fn is_place(&self, place: &Value) -> &'a str {
        has_keys(place, &["article", "start", "end"]);
        slice(self.text(&place["article"]), place)
    }

    fn are_reasons(&self, reasons: &Value) {
        for reason in list(reasons) {
            has_keys(reason, &["text", "evidence"]);
            assert!(!string(&reason["text"]).is_empty());
            list(&reason["evidence"]).iter().for_each(|place| assert!(!self.is_place(place).is_empty()));
        }
    }
}

#[test]
fn the_export_has_every_key_and_every_id_that_it_names() {
    let dir = demo_case();
    let export = export(&dir);
    has_keys(&export, &["articles", "statements", "claims", "actors"]);
    let known = Known::of(&export);
    assert_eq!((known.articles.len(), list(&export["articles"]).len()), (17, 17));
    known.articles.values().for_each(|article| is_article(&known, article));
    for statement in known.statements.values() {
        has_keys(statement, STATEMENT);
        is_statement(statement);
        statement_stands_in(known.text(&statement["article"]), statement);
        has_keys(statement, &["claim"]);
        if !statement["claim"].is_null() {
            assert!(known.claims.contains_key(string(&statement["claim"])), "{statement}");
        }
        if !statement["actor"].is_null() {
            assert!(known.actors.contains_key(string(&statement["actor"]["id"])), "{statement}");
        }
    }
    known.claims.values().for_each(|claim| is_claim(&known, claim));
    for actor in known.actors.values() {
        is_actor(actor);
        has_keys(actor, &["aliases"]);
        list(&actor["aliases"]).iter().for_each(|alias| assert!(!string(alias).is_empty()));
    }
}

fn is_article(known: &Known<'_>, article: &Value) {
    has_keys(article, ARTICLE);
    list(&article["credits"]).iter().for_each(|credit| assert!(!string(credit).is_empty()));
    for copy in list(&article["copied_from"]) {
        has_keys(copy, &["article", "share", "kind", "reasons"]);
        known.text(&copy["article"]);
        assert_ne!(copy["article"], article["id"]);
        one_of(&copy["kind"], &["whole", "partial"]);
        let share = copy["share"].as_f64().unwrap();
        assert!(share > 0.0 && share <= 1.0, "{copy}");
        known.are_reasons(&copy["reasons"]);
        assert!(!list(&copy["reasons"]).is_empty(), "no reason is given for {copy}");
    }
}

fn is_claim(known: &Known<'_>, claim: &Value) {
    has_keys(claim, CLAIM);
    one_of(&claim["status"], STATUSES);
    known.are_reasons(&claim["reasons"]);
    assert!(!list(&claim["reasons"]).is_empty(), "no reason is given for the status of {claim}");
    let mut own = BTreeSet::new();
    for position in list(&claim["positions"]) {
        is_position(known, claim, position);
        own.extend(list(&position["statements"]).iter().map(string));
    }
    let named: BTreeSet<&str> = known
        .statements
        .values()
        .filter(|statement| statement["claim"] == claim["id"])
        .map(|statement| string(&statement["id"]))
        .collect();
    assert_eq!(own, named, "positions and statements of {} differ", claim["id"]);
    for origin in list(&claim["independent_origins"]) {
        has_keys(origin, &["origin", "statements", "reasons"]);
        known.are_reasons(&origin["reasons"]);
        let statements = list(&origin["statements"]);
        assert!(!statements.is_empty() && statements.iter().all(|id| own.contains(string(id))), "{origin}");
    }
    for drift in list(&claim["drift"]) {
        has_keys(drift, &["from", "to", "kind", "reasons"]);
        known.are_reasons(&drift["reasons"]);
        assert!(!known.is_place(&drift["from"]).is_empty() && !known.is_place(&drift["to"]).is_empty());
    }
    is_wording(known, claim, &own);
}

fn is_position(known: &Known<'_>, claim: &Value, position: &Value) {
    has_keys(position, &["actor", "stance", "statements", "first", "last"]);
    one_of(&position["stance"], STANCES);
    if !position["actor"].is_null() {
        is_actor(&position["actor"]);
        assert!(known.actors.contains_key(string(&position["actor"]["id"])), "{position}");
    }
    let times: Vec<Timestamp> = list(&position["statements"])
        .iter()
        .map(|id| {
            let statement = known.statement(id);
            assert_eq!(statement["claim"], claim["id"], "{statement}");
            string(&known.articles[string(&statement["article"])]["published"]).parse().unwrap()
        })
        .collect();
    let time = |key: &str| Some(string(&position[key]).parse::<Timestamp>().unwrap());
    assert_eq!((time("first"), time("last")), (times.iter().min().copied(), times.iter().max().copied()));
}

/// Fails unless the claim's text is the wording of one of its statements; quotation marks, line ends and a first "that" may be
/// left out.
fn is_wording(known: &Known<'_>, claim: &Value, own: &BTreeSet<&str>) {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let wording = letters(string(&claim["text"]));
    let says = |id: &&str| {
        let content = list(&known.statements[id]["content"]);
        content.iter().map(|words| letters(string(&words["text"]))).collect::<String>().contains(&wording)
    };
    assert!(!wording.is_empty() && own.iter().any(says), "no statement says {}", claim["text"]);
}

#[test]
fn the_export_is_the_same_every_time() {
    let dir = demo_case();
    let one = in_case(&dir, &["export", "--format", "json"]).out;
    assert!(in_case(&dir, &["export", "--format", "json"]).out == one);
    // In steps or at once makes no difference, but for what depends on the time of adding.
    let in_steps = empty_case();
    for day in demo_days() {
        in_case(&in_steps, &["add", &day]).with_code(0);
    }
    assert!(timeless(export(&in_steps)) == timeless(export(&dir)));
}

// Verifying

#[test]
fn a_flipped_byte_of_a_capture_is_found() {
    let dir = demo_case();
    let verified = in_case(&dir, &["verify"]).with_code(0);
    assert!(
        verified.out.starts_with("18 captures and 18 log entries checked, 0 differences found\n"),
        "{}",
        verified.out
    );
    let path = dir.path().join("c/case.sqlite");
    let whole = fs::read(&path).unwrap();
    // A header line as it stands in the file, so that the place is in the capture and in nothing that was made of it.
    let marker = b"url: https://harbourandfreight.example";
    let places: Vec<usize> =
        (0..whole.len() - marker.len()).filter(|&at| whole[at..].starts_with(marker)).collect();
    assert_eq!(places.len(), 1, "the capture's bytes stand in the case as they are");
    for offset in [0, 5, marker.len() - 1] {
        let mut flipped = whole.clone();
        flipped[places[0] + offset] ^= 1;
        fs::write(&path, &flipped).unwrap();
        let ran = in_case(&dir, &["verify"]);
        assert!(matches!(ran.code, 1 | 3), "exit code {}: {}", ran.code, ran.err);
        assert!(ran.err.contains("capture"), "the problem is not named: {}", ran.err);
    }
    fs::write(&path, &whole).unwrap();
    in_case(&dir, &["verify"]).with_code(0);
}

#[test]
fn a_cut_or_scrambled_file_is_an_error_and_never_a_panic() {
    let dir = demo_case();
    let path = dir.path().join("c/case.sqlite");
    let whole = fs::read(&path).unwrap();
    let scrambled = |from: usize, to: usize| {
        let mut bytes = whole.clone();
        bytes[from..to].iter_mut().for_each(|byte| *byte = byte.wrapping_add(101));
        bytes
    };
    let middle = whole.len() / 2;
    let damaged = [
        whole[..100].to_vec(),
        whole[..middle].to_vec(),
        scrambled(0, 16),
        scrambled(100, 4096),
        scrambled(middle, middle + 40_000),
    ];
    for bytes in damaged {
        fs::write(&path, &bytes).unwrap();
        let verified = in_case(&dir, &["verify"]);
        assert!(matches!(verified.code, 1 | 3) && !verified.err.is_empty(), "exit code {}", verified.code);
        for look in LOOKS {
            let ran = in_case(&dir, look);
            assert!(matches!(ran.code, 0 | 3), "{look:?}: exit code {}: {}", ran.code, ran.err);
        }
    }
}

#[test]
fn an_empty_file_is_no_empty_case() {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("c")).unwrap();
    write(&dir, "c/case.sqlite", "");
    for args in [&["claims"][..], &["verify"], &["add", "x.txt"]] {
        let ran = in_case(&dir, args).with_code(3);
        assert!(
            ran.err.contains("case.sqlite is damaged: it is empty") && ran.err.contains("hint: "),
            "{}",
            ran.err
        );
    }
}

// Output that nobody takes

#[cfg(target_os = "linux")]
#[test]
fn a_closed_standard_error_is_no_reason_to_stop() {
    let dir = empty_case();
    write(&dir, "a.txt", "Ana Brill said that the bridge was closed.\n");
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    let run = |args: &[&str]| command(dir.path(), args).stderr(closed()).output().unwrap();
    let added = run(&["add", "--case", "c", "missing.txt", "a.txt"]);
    assert_eq!(added.status.code(), Some(1));
    assert!(String::from_utf8(added.stdout).unwrap().starts_with("1 article added"));
    assert_eq!(run(&["claims", "--case", "missing"]).status.code(), Some(3));
    assert_eq!(run(&["changes", "--case", "c", "--since", "soon"]).status.code(), Some(2));
    assert_eq!(run(&["nonsense"]).status.code(), Some(2));
}

#[test]
fn a_reader_that_stops_reading_is_no_error() {
    let dir = demo_case();
    for args in [
        &["claims", "--all", "--case", "c"][..],
        &["claims", "--json", "--case", "c"],
        &["export", "--format", "json", "--case", "c"],
        &["read", "--json", &demo_days()[0]],
    ] {
        let mut run = command(dir.path(), args);
        let mut child = run.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut first = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut first).unwrap();
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{args:?}");
        assert!(!first.is_empty());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let dir = demo_case();
    let full = fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let ran = Ran::of(command(dir.path(), &["claims", "--case", "c"]).stdout(full).output().unwrap());
    assert!(ran.with_code(3).err.contains("could not be written"));
}
