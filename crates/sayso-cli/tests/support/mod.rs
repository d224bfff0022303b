//! Runs the built program as a person does, and says how it ended.

// Each test file is a program of its own and uses a part of this one.
#![allow(dead_code)]

pub mod cases;

use std::{
    collections::BTreeMap,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use serde_json::Value;

/// How a run of the program ended.
pub struct Ran {
    /// The exit code.
    pub code: i32,
    /// What stood on standard output.
    pub out: String,
    /// What stood on standard error.
    pub err: String,
}

impl Ran {
    /// Takes a run that has ended. No run may end by a signal or a panic, whatever it was asked to do.
    pub fn of(output: Output) -> Self {
        let err = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!err.contains("panicked"), "the program panicked:\n{err}");
        let code = output.status.code().expect("the program was ended by a signal");
        Self { code, out: String::from_utf8(output.stdout).expect("output is UTF-8"), err }
    }

    /// The same run, which must have ended with this exit code.
    #[track_caller]
    pub fn with_code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "standard output:\n{}\nstandard error:\n{}", self.out, self.err);
        self
    }

    /// Standard output, which must be one JSON value and nothing else.
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out)
            .unwrap_or_else(|e| panic!("standard output is not JSON alone: {e}\n{}", self.out))
    }

    /// The JSON values of standard output, one on each line.
    #[track_caller]
    pub fn json_lines(&self) -> Vec<Value> {
        let value = |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}"));
        self.out.lines().map(value).collect()
    }
}

/// A run of the program in the folder `dir`, undisturbed by the environment of whoever runs the tests.
pub fn command(dir: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_sayso"));
    command.current_dir(dir).args(args).env_remove("SAYSO_CASE").env("TZ", "UTC").stdin(Stdio::null());
    command
}

/// Runs the program in `dir` to its end.
#[track_caller]
pub fn sayso(dir: &Path, args: &[&str]) -> Ran {
    Ran::of(command(dir, args).output().unwrap())
}

/// Runs the program in `dir` to its end with `input` on standard input.
#[track_caller]
pub fn sayso_reading(dir: &Path, args: &[&str], input: &[u8]) -> Ran {
    let mut command = command(dir, args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    Ran::of(child.wait_with_output().unwrap())
}

/// The root of the repository.
pub fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

/// The folders of the sample articles, in the order of their days.
pub fn demo_days() -> Vec<String> {
    let day = |n: u32| repository().join(format!("demo/day-{n}")).to_str().unwrap().to_owned();
    (1..=3).map(day).collect()
}

/// Fails unless `object` has every one of these keys.
#[track_caller]
pub fn has_keys(object: &Value, keys: &[&str]) {
    let map = object.as_object().unwrap_or_else(|| panic!("not an object: {object}"));
    for key in keys {
        assert!(map.contains_key(*key), "no key {key:?} in {object}");
    }
}

/// The members of an array; fails where `value` is none.
#[track_caller]
pub fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("not a list: {value}"))
}

/// The characters of a string; fails where `value` is none.
#[track_caller]
pub fn string(value: &Value) -> &str {
    value.as_str().unwrap_or_else(|| panic!("not a string: {value}"))
}

/// The words at `start..end` of `text`; fails unless these are bytes between whole characters.
#[track_caller]
pub fn slice<'a>(text: &'a str, span: &Value) -> &'a str {
    let at = |key: &str| span[key].as_u64().unwrap_or_else(|| panic!("no {key} in {span}")) as usize;
    text.get(at("start")..at("end")).unwrap_or_else(|| panic!("{span} is no place between characters"))
}

/// Fails unless the words of a span are what stands there in `text`.
#[track_caller]
pub fn stands_in(text: &str, words: &Value) {
    assert_eq!(slice(text, words), string(&words["text"]), "at {words}");
}

/// Fails unless all words of a statement are what stands at their places in the article's text, and figures, times and places
/// stand within the content.
#[track_caller]
pub fn statement_stands_in(text: &str, statement: &Value) {
    for part in ["source", "cue"] {
        if !statement[part].is_null() {
            stands_in(text, &statement[part]);
        }
    }
    let content = list(&statement["content"]);
    for words in content {
        stands_in(text, words);
    }
    for kind in ["quantities", "times", "places"] {
        for words in list(&statement[kind]) {
            stands_in(text, words);
            let holds = |c: &Value| {
                c["start"].as_u64() <= words["start"].as_u64() && c["end"].as_u64() >= words["end"].as_u64()
            };
            assert!(content.iter().any(holds), "{words} is not within the content of {statement}");
        }
    }
}

/// The keys of a statement, wherever one is shown.
pub const STATEMENT: &[&str] = &[
    "id",
    "voice",
    "source",
    "cue",
    "content",
    "quotation",
    "actor",
    "stance",
    "certainty",
    "quantities",
    "times",
    "places",
    "score",
];

/// Fails unless a statement has the keys and words of the contract.
#[track_caller]
pub fn is_statement(statement: &Value) {
    has_keys(statement, STATEMENT);
    one_of(&statement["voice"], &["attributed", "carried", "publisher"]);
    one_of(&statement["quotation"], &["direct", "indirect", "mixed"]);
    one_of(&statement["stance"], STANCES);
    one_of(&statement["certainty"], &["certain", "probable", "possible", "unspecified"]);
    if !statement["actor"].is_null() {
        is_actor(&statement["actor"]);
    }
    for quantity in list(&statement["quantities"]) {
        is_quantity(quantity);
    }
    for time in list(&statement["times"]) {
        is_time(time);
    }
    for place in list(&statement["places"]) {
        has_keys(place, PLACE);
    }
    let score = statement["score"].as_f64().unwrap();
    assert!((0.0..=1.0).contains(&score), "score {score}");
}

/// The words for a stance.
pub const STANCES: &[&str] = &["asserts", "confirms", "denies", "doubts", "withholds", "conditional"];

/// The keys of a place.
pub const PLACE: &[&str] = &["start", "end", "text", "name", "lat", "lon", "geonames", "country"];

/// Fails unless an actor has the keys and words of the contract.
#[track_caller]
pub fn is_actor(actor: &Value) {
    has_keys(actor, &["id", "name", "kind"]);
    one_of(&actor["kind"], &["person", "organization", "government", "publisher", "anonymous"]);
}

/// Fails unless a figure has the keys and words of the contract.
#[track_caller]
pub fn is_quantity(quantity: &Value) {
    has_keys(quantity, &["start", "end", "text", "low", "high", "unit", "relation"]);
    one_of(&quantity["relation"], &["=", "~", "<", ">", "up", "down"]);
}

/// Fails unless a time has the keys and words of the contract.
#[track_caller]
pub fn is_time(time: &Value) {
    has_keys(time, &["start", "end", "text", "type", "value"]);
    one_of(&time["type"], &["DATE", "TIME", "DURATION", "SET"]);
}

/// Fails unless `value` is one of these words.
#[track_caller]
pub fn one_of(value: &Value, words: &[&str]) {
    assert!(words.contains(&string(value)), "{value} is none of {words:?}");
}

/// An export without what depends on when the articles were added: times of retrieval, and the ids of claims, which come from
/// the statement that was there first. In their place stand the statements of the claim. Claims are sorted by their words.
pub fn timeless(mut export: Value) -> Value {
    for article in export["articles"].as_array_mut().unwrap() {
        article["retrieved"] = Value::Null;
    }
    for statement in export["statements"].as_array_mut().unwrap() {
        statement["claim"] = Value::Null;
    }
    let claims = export["claims"].as_array_mut().unwrap();
    let statements: BTreeMap<String, Value> =
        claims.iter().map(|claim| (claim["id"].to_string(), claim["statements"].clone())).collect();
    for claim in claims.iter_mut() {
        claim["id"] = Value::Null;
        let related = claim["related"].as_array_mut().unwrap();
        related.iter_mut().for_each(|other| other["claim"] = statements[&other["claim"].to_string()].clone());
        related.sort_by_key(ToString::to_string);
    }
    claims.sort_by_key(|claim| format!("{}{}", claim["text"], claim["statements"]));
    export
}
