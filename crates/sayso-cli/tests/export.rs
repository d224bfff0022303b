//! The whole case as one JSON object, against its contract.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde_json::Value;
use support::{
    STANCES, STATEMENT,
    cases::{demo_case, empty_case, export, in_case},
    demo_days, has_keys, is_actor, is_statement, list, one_of, slice, statement_stands_in, string, timeless,
};

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
