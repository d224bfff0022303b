//! `sayso read` against its contract: exact places, and something sensible for every input that a person may give.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, path::Path};

use serde_json::Value;
use support::{
    PLACE, demo_days, has_keys, is_quantity, is_statement, is_time, list, sayso, sayso_reading,
    statement_stands_in, string,
};

/// Characters of two, three and four bytes stand before everything that is found.
const HEADER: &str =
    "outlet: The Velmora Post\npublished: 2031-03-05T08:00:00+02:00\nlang: en\ntitle: Ferries\n\n";
const BODY: &str = "Café owners in Zürich’s old port wait — 🚢 and wait.\r\n\r\nThe mayor of Velmora, Ana Brill, said on Monday \
    that about 60 people had left for France. “The pier is closed,” she told reporters.\r\n\r\nThe Ferry Company denied that \
    up to 40 cars had been lost at sea.\r\n";
/// A sentence that is read in any surroundings.
const SENTENCE: &str = "The mayor of Velmora said on Monday that the bridge would be closed.\n";

fn write(dir: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    fs::write(dir.join(name), bytes).unwrap();
}

/// Fails unless this is one line of `read --json` as the contract has it.
fn is_reading(line: &Value) {
    has_keys(line, &["file", "article", "statements", "quantities", "times", "places", "notices"]);
    let article = &line["article"];
    has_keys(article, &["text", "title", "publisher", "published", "language", "byline", "url", "credits"]);
    let text = string(&article["text"]);
    for statement in list(&line["statements"]) {
        is_statement(statement);
        statement_stands_in(text, statement);
    }
    list(&line["quantities"]).iter().for_each(is_quantity);
    list(&line["times"]).iter().for_each(is_time);
    list(&line["places"]).iter().for_each(|place| has_keys(place, PLACE));
    for kind in ["quantities", "times", "places"] {
        list(&line[kind]).iter().for_each(|words| support::stands_in(text, words));
    }
    for notice in list(&line["notices"]) {
        has_keys(notice, &["code", "message", "start", "end"]);
        if !notice["start"].is_null() {
            support::slice(text, notice);
        }
    }
}

fn codes(line: &Value) -> Vec<&str> {
    list(&line["notices"]).iter().map(|notice| string(&notice["code"])).collect()
}

#[test]
fn every_part_stands_where_the_json_says() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "ferries.txt", format!("{HEADER}{BODY}"));
    let ran = sayso(dir.path(), &["read", "--json", "ferries.txt"]).with_code(0);
    let lines = ran.json_lines();
    let [line] = &lines[..] else { panic!("one line for one input: {}", ran.out) };
    is_reading(line);
    assert_eq!(line["file"], "ferries.txt");
    assert_eq!(line["article"]["text"], BODY, "the text is the rest of the file, unchanged");
    assert_eq!(line["article"]["publisher"], "The Velmora Post");
    assert_eq!(line["article"]["title"], "Ferries");
    let statements = list(&line["statements"]);
    assert!(statements.iter().any(|s| !s["source"].is_null() && !s["cue"].is_null()));
    assert!(statements.iter().any(|s| s["stance"] == "denies"));
    assert!(statements.iter().any(|s| s["quotation"] != "indirect"));
    for kind in ["quantities", "times", "places"] {
        assert!(!list(&line[kind]).is_empty(), "the text holds {kind}");
    }
}

#[test]
fn bounds_of_figures_follow_their_words() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "a.txt", format!("{HEADER}{BODY}"));
    let line = sayso(dir.path(), &["read", "--json", "a.txt"]).json();
    let figure = |words: &str| {
        let found = list(&line["quantities"]).iter().find(|q| string(&q["text"]).starts_with(words));
        let q = found.unwrap_or_else(|| panic!("no figure {words:?}"));
        (q["low"].as_f64(), q["high"].as_f64(), string(&q["relation"]).to_owned())
    };
    assert_eq!(figure("up to 40"), (None, Some(40.0), "<".to_owned()));
    assert_eq!(figure("about 60"), (Some(60.0), Some(60.0), "~".to_owned()));
}

#[test]
fn the_sample_articles_and_pages_stand_where_the_json_says() {
    let dir = tempfile::tempdir().unwrap();
    let page = format!(
        "<!doctype html><html lang=en><head><meta charset=utf-8><title>Ferries</title></head><body><nav>Home</nav>\
         <article><h1>Ferries</h1><p>{SENTENCE}</p><p>“The pier — caf&eacute; and all — is closed,” said Ana Brill, a \
         spokeswoman for the port of Velmora, after a long night at the quay.</p></article></body></html>"
    );
    write(dir.path(), "page.html", page);
    let days = demo_days();
    let args = ["read", "--json", "page.html", &days[0], &days[1], &days[2]];
    let lines = sayso(dir.path(), &args).with_code(0).json_lines();
    assert_eq!(lines.len(), 1 + 18);
    lines.iter().for_each(is_reading);
    assert!(
        lines.iter().all(|line| !list(&line["statements"]).is_empty()),
        "every one of them quotes somebody"
    );
}

/// An input, the exit code for it alone, and what has to be said about it: the code of a notice, or words of the error.
enum Expected {
    Taken(&'static str),
    NotTaken(&'static str),
}

/// Makes one input of each odd kind in `dir`.
fn odd_inputs(dir: &Path) -> Vec<(&'static str, Expected)> {
    use Expected::{NotTaken, Taken};
    write(
        dir,
        "invalid.txt",
        [SENTENCE.as_bytes(), "“Café”, said the mayor \u{2014} \n".as_bytes(), b"\xFF\xE2\x80"].concat(),
    );
    write(dir, "latin.txt", b"The mayor of Velmora said the caf\xE9 and the ch\xE2teau would be closed.\n");
    write(dir, "headline.txt", "Bridge closed in Velmora");
    write(dir, "picture.txt", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR");
    write(
        dir,
        "noise",
        (0..4096_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect::<Vec<_>>(),
    );
    fs::File::create(dir.join("large.txt")).unwrap().set_len(20_000_000).unwrap();
    fs::create_dir(dir.join("nothing")).unwrap();
    vec![
        ("invalid.txt", Taken("invalid-characters")),
        ("latin.txt", Taken("guessed-charset")),
        ("headline.txt", Taken("headline-only")),
        ("picture.txt", NotTaken("PNG")),
        ("noise", NotTaken("binary")),
        ("large.txt", NotTaken("too large")),
        ("missing.txt", NotTaken("does not exist")),
        ("nothing", NotTaken("holds no article")),
        ("https://velmora.example/news/1", NotTaken("save the page")),
    ]
}

#[test]
fn every_odd_input_gives_a_notice_or_an_error_that_names_it() {
    let dir = tempfile::tempdir().unwrap();
    for (name, expected) in odd_inputs(dir.path()) {
        let ran = sayso(dir.path(), &["read", "--json", name]);
        match expected {
            Expected::Taken(code) => {
                let line = ran.with_code(0).json();
                is_reading(&line);
                assert_eq!(line["file"], name);
                assert!(codes(&line).contains(&code), "{name}: {:?}", codes(&line));
            }
            Expected::NotTaken(words) => {
                let ran = ran.with_code(1);
                assert_eq!(ran.out, "", "{name}");
                assert!(ran.err.contains(name) && ran.err.contains(words), "{name}: {}", ran.err);
                assert!(ran.err.contains("hint: "), "{name}: {}", ran.err);
            }
        }
    }
}

#[test]
fn an_empty_file_is_told() {
    let dir = tempfile::tempdir().unwrap();
    for (name, bytes) in [("empty.txt", ""), ("blank.txt", " \n\n\t\n"), ("header.txt", "title: Bridge\n\n")]
    {
        write(dir.path(), name, bytes);
        let ran = sayso(dir.path(), &["read", "--json", name]);
        let line = ran.with_code(1).json();
        is_reading(&line);
        let told = codes(&line).into_iter().filter(|code| *code == "empty-text").count();
        assert_eq!(told, 1, "{name}: {:?}", codes(&line));
        assert!(list(&line["statements"]).is_empty());
    }
}

#[test]
fn a_text_in_a_language_that_is_not_read_is_not_called_empty() {
    let dir = tempfile::tempdir().unwrap();
    write(
        dir.path(),
        "de.txt",
        "lang: de\n\nDie Brücke ist geschlossen, sagte die Bürgermeisterin am Montag.\n",
    );
    let line = sayso(dir.path(), &["read", "--json", "de.txt"]).with_code(0).json();
    assert!(codes(&line).contains(&"language-not-read") && !codes(&line).contains(&"empty-text"), "{line}");
}

#[test]
fn inputs_that_cannot_be_taken_do_not_stop_the_others() {
    let dir = tempfile::tempdir().unwrap();
    let odd = odd_inputs(dir.path());
    fs::create_dir(dir.path().join("folder")).unwrap();
    for name in ["z first.txt", "folder/b.txt", "folder/a.txt", "a last.txt"] {
        write(dir.path(), name, SENTENCE);
    }
    // More than are read at one time, so that the order holds from one lot to the next.
    let many: Vec<String> = (0..40).map(|n| format!("many-{:02}.txt", 40 - n)).collect();
    many.iter().for_each(|name| write(dir.path(), name, SENTENCE));
    let mut args = vec!["read", "--json", "z first.txt"];
    args.extend(odd.iter().map(|(name, _)| *name));
    args.push("folder");
    args.extend(many.iter().map(String::as_str));
    args.push("a last.txt");
    let ran = sayso(dir.path(), &args).with_code(1);
    let lines = ran.json_lines();
    let files: Vec<&str> = lines.iter().map(|line| string(&line["file"])).collect();
    let taken =
        odd.iter().filter(|(_, expected)| matches!(expected, Expected::Taken(_))).map(|(name, _)| *name);
    let mut expected = vec!["z first.txt"];
    expected.extend(taken);
    expected.extend(["folder/a.txt", "folder/b.txt"]);
    expected.extend(many.iter().map(String::as_str));
    expected.push("a last.txt");
    assert_eq!(files, expected);
    for (name, expected) in &odd {
        if matches!(expected, Expected::NotTaken(_)) {
            assert!(ran.err.contains(name), "nothing is said of {name}");
        }
    }
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named_and_the_next_one_read() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("locked.txt");
    write(dir.path(), "locked.txt", SENTENCE);
    write(dir.path(), "open.txt", SENTENCE);
    fs::set_permissions(&path, fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(&path).is_ok() {
        return; // The superuser may read everything.
    }
    let ran = sayso(dir.path(), &["read", "--json", "locked.txt", "open.txt"]).with_code(1);
    assert!(ran.err.contains("locked.txt cannot be read"), "{}", ran.err);
    assert_eq!(ran.json()["file"], "open.txt");
}

#[test]
fn standard_input_is_read_where_a_dash_stands() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "a.txt", SENTENCE);
    let article = format!("{HEADER}{BODY}");
    let lines = sayso_reading(dir.path(), &["read", "--json", "a.txt", "-"], article.as_bytes())
        .with_code(0)
        .json_lines();
    lines.iter().for_each(is_reading);
    assert_eq!((&lines[0]["file"], &lines[1]["file"]), (&Value::from("a.txt"), &Value::from("-")));
    assert_eq!(lines[1]["article"]["text"], BODY);
    let lines = sayso_reading(dir.path(), &["read", "--json", "-"], b"%PDF-1.7\n").with_code(1).json_lines();
    assert_eq!(lines[0]["notices"][0]["code"], "part-not-read", "{}", lines[0]);
}

/// The value of "Monday" in a reading.
fn monday(line: &Value) -> Value {
    let found = list(&line["times"]).iter().find(|time| string(&time["text"]).contains("Monday"));
    found.expect("Monday is a time")["value"].clone()
}

#[test]
fn a_day_of_the_week_needs_a_publication_date() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "undated.txt", SENTENCE);
    write(dir.path(), "dated.txt", format!("published: 2031-03-12\n\n{SENTENCE}"));
    let undated = sayso(dir.path(), &["read", "--json", "undated.txt"]).with_code(0).json();
    assert_eq!((&undated["article"]["published"], monday(&undated)), (&Value::Null, Value::Null));
    assert!(codes(&undated).contains(&"unknown-publication-date"));
    // 5 March 2031 is a Wednesday; what an article states itself goes before what is given for all.
    let args = ["read", "--json", "--published", "2031-03-05", "undated.txt", "dated.txt"];
    let lines = sayso(dir.path(), &args).with_code(0).json_lines();
    assert_eq!(monday(&lines[0]), "2031-03-03");
    assert_eq!(lines[0]["article"]["published"], "2031-03-05");
    assert!(!codes(&lines[0]).contains(&"unknown-publication-date"));
    assert_eq!(monday(&lines[1]), "2031-03-10");
    sayso(dir.path(), &["read", "--published", "2031-02-30", "undated.txt"]).with_code(2);
}

#[test]
fn odd_texts_are_read_all_the_same() {
    let dir = tempfile::tempdir().unwrap();
    let texts = [
        "\"".repeat(3000),
        "“".repeat(500) + SENTENCE + &"”".repeat(20),
        "a".repeat(100_000),
        format!("{} said.", "x ".repeat(5_000)),
        "said said said said, said: \"said\" said.\n".repeat(40),
        format!("\u{202e}{SENTENCE}\u{0}").replace('\0', ""),
        "e\u{301}\u{301}\u{301}".repeat(400) + " said it was so.",
        format!("{}\u{FEFF}\u{200B}{SENTENCE}", "\u{1F468}\u{200D}\u{1F469} ".repeat(300)),
        "1,000,000,000,000,000,000,000,000,000,000,000,000 people said 99999999999999999999/0 were 31/31/9999.\n".to_owned(),
        "published: 0000-00-00\nurl: ::::\nlang: zz\n\nHe said so on Monday the 99th.\n".to_owned(),
        "\n".repeat(5_000) + SENTENCE,
        "—".repeat(2_000),
    ];
    let names: Vec<String> = (0..texts.len()).map(|n| format!("odd-{n:02}.txt")).collect();
    names.iter().zip(&texts).for_each(|(name, text)| write(dir.path(), name, text));
    let mut args = vec!["read", "--json"];
    args.extend(names.iter().map(String::as_str));
    let ran = sayso(dir.path(), &args);
    assert!(ran.code <= 1, "{}", ran.err);
    let lines = ran.json_lines();
    lines.iter().for_each(is_reading);
    assert_eq!(lines.len(), texts.len(), "{}", ran.err);
    sayso(dir.path(), &[&["read"], &args[2..]].concat()).with_code(ran.code);
}
