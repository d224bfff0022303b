//! Decisions over HTTP, as forms send them: what follows is told, and can be undone.

use std::net::SocketAddr;

use serde_json::Value;

use crate::support::{Answer, ana, ask, get, own, post, token};

fn json(at: SocketAddr, path: &str) -> Value {
    serde_json::from_str(&get(at, &format!("{path}.json")).body).unwrap()
}

fn served() -> SocketAddr {
    own(ana())
}

/// The contested claim that most articles carry.
fn contested(at: SocketAddr) -> Value {
    let ledger = json(at, "/claims");
    let id = ledger["claims"].as_array().unwrap().iter().find(|c| c["status"] == "contested").unwrap()["id"]
        .clone();
    json(at, &format!("/claims/{}", id.as_str().unwrap()))
}

fn with_stance<'a>(claim: &'a Value, stance: &str) -> Vec<&'a str> {
    let all = claim["all_statements"].as_array().unwrap().iter();
    all.filter(|s| s["stance"] == stance).map(|s| s["id"].as_str().unwrap()).collect()
}

/// Sends a decision from the claim's page and gives the page that it leads to.
fn decide(at: SocketAddr, back: &str, fields: &[(&str, &str)]) -> Answer {
    let token = token(&get(at, "/").body);
    let mut all = vec![("token", token.as_str()), ("back", back)];
    all.extend_from_slice(fields);
    let answer = post(at, "/act", &all, "");
    assert_eq!(answer.status, 303, "{}", answer.body);
    let page = get(at, answer.header("location"));
    assert_eq!(page.status, 200, "{}", answer.header("location"));
    page
}

fn undo_last(at: SocketAddr) {
    let number = json(at, "/decisions")[0]["number"].as_u64().unwrap().to_string();
    decide(at, "/decisions", &[("undo", &number)]);
}

#[test]
fn every_decision_changes_what_it_says_and_its_undoing_brings_it_back() {
    let at = served();
    let before = contested(at);
    let id = before["id"].as_str().unwrap();
    let page = format!("/claims/{id}");
    let denial = with_stance(&before, "denies")[0];
    let said = with_stance(&before, "asserts")[0];
    let ledger = json(at, "/claims");
    let other =
        ledger["claims"].as_array().unwrap().iter().find(|c| c["id"] != id).unwrap()["id"].as_str().unwrap();
    let sources = json(at, "/sources");
    let actor = |i: usize| sources[i]["id"].as_str().unwrap();
    let article = before["all_statements"][0]["article"].as_str().unwrap();
    let articles = json(at, "/articles");
    let second =
        articles.as_array().unwrap().iter().find(|a| a["id"] != article).unwrap()["id"].as_str().unwrap();
    let alias_of =
        sources.as_array().unwrap().iter().find(|s| !s["aliases"].as_array().unwrap().is_empty()).unwrap();
    let text = json(at, &format!("/articles/{article}"))["article"]["text"].as_str().unwrap().to_owned();
    let words = text.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    let words = words.as_str();
    let other_address = format!("http://{at}/claims/{other}?page=1");
    let cases: &[&[(&str, &str)]] = &[
        &[("reject", denial)],
        &[("act", "set-stance"), ("statement", denial), ("stance", "asserts")],
        &[("act", "set-source"), ("statement", said), ("name", "Nell Dray"), ("kind", "person")],
        &[("act", "set-source-words"), ("statement", said), ("words", words), ("near", "0")],
        &[("act", "set-reliability"), ("actor", actor(0)), ("grade", "C")],
        &[("act", "ask-second"), ("statement", said)],
        &[("act", "move"), ("statement", denial), ("claim", "")],
        &[("act", "move"), ("statement", said), ("claim", &other_address)],
        &[("act", "split-claim"), ("claim", id), ("statements", denial)],
        &[("act", "merge-claims"), ("claim", other), ("into", id)],
        &[("act", "merge-actors"), ("actor", actor(1)), ("into", actor(0))],
        &[("act", "set-copy"), ("first", article), ("second", second), ("verdict", "first-from-second")],
        &[("act", "set-origin"), ("statement", said), ("origin", "Nell Dray")],
        &[("act", "set-status"), ("claim", id), ("status", "confirmed"), ("reason", "I was there")],
        &[
            ("act", "note"),
            ("subject", id),
            ("reason", "seen <b>twice</b>"),
            ("evidence", "https://map.example/"),
        ],
        &[("accept", said)],
        &[
            ("act", "split-actor"),
            ("actor", alias_of["id"].as_str().unwrap()),
            ("alias", alias_of["aliases"][0].as_str().unwrap()),
        ],
    ];
    let whole = |at| {
        let mut claims = json(at, "/claims");
        let text = get(at, "/sources.json").body + &get(at, "/articles.json").body;
        claims["rest"] = text.into();
        claims
    };
    let first = whole(at);
    for fields in cases {
        let told = decide(at, &page, fields);
        assert!(told.body.contains("What was decided"), "{fields:?}");
        assert!(told.body.contains(">Undo<"), "{fields:?}");
        assert!(!told.body.contains("seen <b>"));
        let made = json(at, "/decisions");
        assert_eq!(
            (&made[0]["author"], &made[0]["standing"]),
            (&"Ana".into(), &"holds".into()),
            "{fields:?}"
        );
        undo_last(at);
        assert_eq!(whole(at), first, "{fields:?} left something behind");
        assert_eq!(contested(at)["positions"], before["positions"], "{fields:?}");
    }
}

#[test]
fn a_moved_status_is_told_on_the_next_page() {
    let at = served();
    let claim = contested(at);
    let page = format!("/claims/{}", claim["id"].as_str().unwrap());
    let mut last = String::new();
    for denial in with_stance(&claim, "denies").into_iter().chain(with_stance(&claim, "doubts")) {
        last = decide(at, &page, &[("reject", denial)]).body;
    }
    assert!(last.contains("status contested") && last.contains("became"), "{last}");
    assert_ne!(json(at, &page)["status"], "contested");
    let decisions = get(at, "/decisions").body;
    assert!(decisions.contains("rejected the reading"), "{decisions}");
}

#[test]
fn forms_that_this_server_did_not_make_are_refused() {
    let at = served();
    let claim = contested(at);
    let denial = with_stance(&claim, "denies")[0];
    assert_eq!(post(at, "/act", &[("reject", denial)], "").status, 403);
    assert_eq!(post(at, "/act", &[("reject", denial), ("token", &"0".repeat(64))], "").status, 403);
    let token = token(&get(at, "/").body);
    let body = format!("reject={denial}&token={token}");
    let foreign = format!(
        "POST /act HTTP/1.1\r\nHost: {at}\r\nSec-Fetch-Site: cross-site\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    );
    assert_eq!(ask(at, &foreign).status, 403);
    assert_eq!(json(at, "/decisions"), Value::Array(Vec::new()));
}

#[test]
fn what_cannot_be_decided_is_explained_and_leaves_no_trace() {
    let at = served();
    let token = token(&get(at, "/").body);
    let claim = contested(at);
    let (id, said) = (claim["id"].as_str().unwrap(), with_stance(&claim, "asserts")[0]);
    let cases: &[(&[(&str, &str)], u16)] = &[
        (&[("accept", "s0")], 404),
        (&[("undo", "99")], 404),
        (&[("undo", "x")], 400),
        (&[("act", "dance")], 400),
        (&[], 400),
        (&[("act", "set-stance"), ("statement", said), ("stance", "loves")], 400),
        (&[("act", "set-stance"), ("statement", said), ("stance", "asserts")], 400),
        (&[("act", "set-status"), ("claim", id), ("status", "confirmed")], 400),
        (&[("act", "set-content"), ("statement", said), ("content", "words that stand nowhere")], 400),
        (&[("act", "merge-claims"), ("claim", id), ("into", id)], 400),
        (&[("act", "merge-actors"), ("actor", "person:nobody"), ("into", "person:nobody")], 404),
    ];
    for (fields, status) in cases {
        let mut all = vec![("token", token.as_str()), ("back", "//evil.example")];
        all.extend_from_slice(fields);
        let answer = post(at, "/act", &all, "");
        assert_eq!(answer.status, *status, "{fields:?}: {}", answer.body);
        assert!(answer.body.contains("<h1>"), "{fields:?}");
    }
    assert_eq!(json(at, "/decisions"), Value::Array(Vec::new()));
    let answer = post(at, "/act", &[("token", &token), ("back", "//evil.example"), ("accept", said)], "");
    assert!(answer.header("location").starts_with("/?done="), "nobody is led elsewhere");
}

#[test]
fn an_actors_grade_stands_beside_what_it_says_and_is_gone_when_undone() {
    let at = served();
    let claim = contested(at);
    let id = claim["id"].as_str().unwrap();
    let actor = claim["positions"][0]["actor"]["id"].as_str().unwrap();
    let page = format!("/claims/{id}");
    assert_eq!(claim["credibility"]["figure"], 4, "a contested claim");
    decide(
        at,
        &page,
        &[("act", "set-reliability"), ("actor", actor), ("grade", "D"), ("reason", "wrong twice")],
    );
    decide(at, &page, &[("act", "set-reliability"), ("actor", actor), ("grade", "B")]);
    let of_actor = |at| contested(at)["positions"][0]["reliability"].clone();
    assert_eq!(of_actor(at), "B");
    let told = json(at, "/decisions");
    assert_eq!((&told[0]["before"], &told[1]["reason"]), (&"D".into(), &"wrong twice".into()));
    undo_last(at);
    assert_eq!(of_actor(at), "D");
}

#[test]
fn filters_have_names_until_they_are_removed() {
    let at = served();
    let token = token(&get(at, "/").body);
    let send = |fields: &[(&str, &str)]| {
        post(at, "/filters", &[&[("token", token.as_str())], fields].concat(), "").status
    };
    assert_eq!(send(&[("name", "open <b>"), ("query", "status=contested&sort=latest")]), 303);
    assert!(get(at, "/").body.contains("href=\"/?status=contested&amp;sort=latest\""));
    assert!(!get(at, "/").body.contains("open <b>"));
    assert_eq!(json_at(at, "/api/filters")["open <b>"], "status=contested&sort=latest");
    assert_eq!(send(&[("name", ""), ("query", "status=contested")]), 400);
    assert_eq!(send(&[("name", "x"), ("query", "a\nb")]), 400);
    assert_eq!(send(&[("remove", "open <b>")]), 303);
    assert_eq!(json_at(at, "/api/filters"), serde_json::json!({}));
    assert_eq!(post(at, "/filters", &[("name", "x"), ("query", "all=true")], "").status, 403);
}

fn json_at(at: SocketAddr, path: &str) -> Value {
    serde_json::from_str(&get(at, path).body).unwrap()
}
