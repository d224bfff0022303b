//! A case is made, found and added to, as its contract says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{collections::BTreeSet, fs, path::Path, process::Stdio};

use support::{
    Ran,
    cases::{all, empty_case, export, first_line, in_case, write},
    command, demo_days, list, sayso, string, timeless,
};

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
