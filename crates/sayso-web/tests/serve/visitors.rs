//! Users, roles, passwords and the header of a proxy.

use std::{fs, net::SocketAddr};

use sayso_web::{Access, Users, hash};
use serde_json::Value;

use crate::support::{ana, ask, get, get_as, own, post, token};

fn users() -> Users {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("users");
    let line = |name: &str, role: &str| format!("{name} {role} {}\n", hash("sea breeze").unwrap());
    fs::write(&file, line("ana", "editor") + &line("bo", "reader") + &line("cem", "owner")).unwrap();
    Users::read(&file).unwrap()
}

/// Signs in; gives the cookie to send.
fn sign_in(at: SocketAddr, name: &str) -> String {
    let answer =
        post(at, "/sign-in", &[("user", name), ("password", "sea breeze"), ("back", "/articles")], "");
    assert_eq!((answer.status, answer.header("location")), (303, "/articles"));
    let cookie = answer.header("set-cookie");
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), "{cookie}");
    cookie.split(';').next().unwrap().to_owned()
}

fn first_statement(at: SocketAddr, cookie: &str) -> String {
    let ledger: Value = serde_json::from_str(&get_as(at, "/claims.json", cookie).body).unwrap();
    let path = format!("/claims/{}.json", ledger["claims"][0]["id"].as_str().unwrap());
    let claim: Value = serde_json::from_str(&get_as(at, &path, cookie).body).unwrap();
    claim["all_statements"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn nothing_of_a_case_is_shown_before_signing_in() {
    let at = own(Access::Users(users()));
    for path in ["/", "/articles", "/claims/c0", "/search?q=a"] {
        let answer = get(at, path);
        assert_eq!(answer.status, 303, "{path}");
        assert!(answer.header("location").starts_with("/sign-in?back="), "{path}");
    }
    for path in ["/claims.json", "/changes.atom", "/api/events"] {
        assert_eq!(get(at, path).status, 401, "{path}");
    }
    assert_eq!(get(at, "/api/health").status, 200);
    assert_eq!(get(at, "/sign-in").status, 200);
    let wrong = post(at, "/sign-in", &[("user", "ana"), ("password", "sea"), ("back", "/")], "");
    assert!(wrong.status == 401 && wrong.header("set-cookie").is_empty());
}

#[test]
fn readers_look_editors_decide_and_owners_undo_for_all() {
    let at = own(Access::Users(users()));
    let [ana, bo, cem] = ["ana", "bo", "cem"].map(|name| sign_in(at, name));
    let statement = first_statement(at, &bo);
    assert!(!get_as(at, "/", &bo).body.contains("action=\"/act\""));
    let token_of = |cookie: &str| token(&get_as(at, "/", cookie).body);
    let act = |cookie: &str, field: &str, value: &str| {
        post(at, "/act", &[("token", &token_of(cookie)), (field, value), ("back", "/")], cookie).status
    };
    assert_eq!(act(&bo, "accept", &statement), 403);
    assert_eq!(act(&cem, "accept", &statement), 303);
    let decisions: Value = serde_json::from_str(&get_as(at, "/decisions.json", &ana).body).unwrap();
    assert_eq!(decisions[0]["author"], "cem");
    let number = decisions[0]["number"].to_string();
    assert_eq!(act(&ana, "undo", &number), 403, "editors undo their own decisions alone");
    assert_eq!(act(&cem, "undo", &number), 303);
    // A form of one visitor is not a form of another.
    let foreign = post(at, "/act", &[("token", &token_of(&ana)), ("accept", &statement)], &cem);
    assert_eq!(foreign.status, 403);
}

#[test]
fn a_session_ends_with_signing_out() {
    let at = own(Access::Users(users()));
    let ana = sign_in(at, "ana");
    let page = get_as(at, "/", &ana);
    assert!(page.status == 200 && page.body.contains("Sign out"));
    assert_eq!(post(at, "/sign-out", &[("token", &token(&page.body))], &ana).status, 303);
    assert_eq!(get_as(at, "/", &ana).status, 303);
}

#[test]
fn passwords_are_not_tried_without_end() {
    let at = own(Access::Users(users()));
    let tried = |_| post(at, "/sign-in", &[("user", "ana"), ("password", "wrong"), ("back", "/")], "").status;
    let answers: Vec<u16> = (0..7).map(tried).collect();
    assert_eq!(answers[..5], [401; 5]);
    assert_eq!(answers[5..], [429; 2]);
}

#[test]
fn a_proxy_names_the_user() {
    let at = own(Access::Proxy { header: "x-remote-user".to_owned(), users: Some(users()) });
    let as_user = |name: &str| {
        ask(
            at,
            &format!(
                "GET / HTTP/1.1\r\nHost: case.example\r\nX-Remote-User: {name}\r\nConnection: close\r\n\r\n"
            ),
        )
    };
    assert!(as_user("ana").body.contains("action=\"/act\""));
    assert!(as_user("bo").status == 200 && !as_user("bo").body.contains("action=\"/act\""));
    assert_eq!((as_user("dina").status, get(at, "/").status), (401, 401));
}

#[test]
fn a_second_reading_is_asked_for_by_one_and_given_blindly_by_another() {
    let at = own(Access::Users(users()));
    let (ana, cem) = (sign_in(at, "ana"), sign_in(at, "cem"));
    let json = |path: &str| -> Value { serde_json::from_str(&get_as(at, path, &cem).body).unwrap() };
    let claims = json("/claims.json");
    let contested = claims["claims"].as_array().unwrap().iter().find(|c| c["status"] == "contested").unwrap();
    let claim = json(&format!("/claims/{}.json", contested["id"].as_str().unwrap()));
    let of = |stance: &str| {
        let all = claim["all_statements"].as_array().unwrap();
        all.iter().find(|s| s["stance"] == stance).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let send = |cookie: &str, fields: &[(&str, &str)]| {
        let token = token(&get_as(at, "/", cookie).body);
        post(at, "/act", &[&[("token", token.as_str())], fields].concat(), cookie).status
    };
    for (statement, second) in [(of("denies"), "denies"), (of("asserts"), "none")] {
        assert_eq!(send(&ana, &[("act", "ask-second"), ("statement", &statement)]), 303);
        let page = get_as(at, &format!("/second/{statement}"), &cem);
        let told = json(&format!("/second/{statement}.json"));
        assert!(page.status == 200 && told.get("stance").is_none() && told.get("first").is_none(), "{told}");
        assert!(!page.body.contains("class=\"stance") && !page.body.contains("selected"), "{}", page.body);
        let give = [("act", "read-second"), ("statement", statement.as_str()), ("stance", second)];
        assert_eq!(send(&ana, &give), 400, "whoever asked does not read it again");
        assert_eq!(send(&cem, &give), 303);
        assert_eq!(get_as(at, &format!("/second/{statement}"), &cem).status, 404);
    }
    let all = json("/second.json");
    assert_eq!((&all["agreement"]["readings"], &all["agreement"]["share"]), (&2.into(), &0.5.into()));
    assert_eq!((&all["given"][1]["first"], &all["given"][1]["second"]), (&"denies".into(), &"denies".into()));
    assert!(all["agreement"]["kappa"].is_number(), "{all}");
    assert!(get_as(at, "/second", &cem).body.contains("1 of 2 statements were read alike"));
}

#[test]
fn a_browser_keeps_when_it_was_here_last_and_asks_what_is_new_since() {
    let at = own(ana());
    let cookie = get(at, "/").header("set-cookie").to_owned();
    assert!(cookie.starts_with(&format!("sayso_visit_{}=0.", at.port())), "{cookie}");
    assert_eq!(get(at, "/changes?since=last-visit").status, 400, "nothing was kept yet");
    // Somebody who was here before the last day of the case, and came back just now.
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap().as_secs();
    let earlier = format!("sayso_visit_{}=1930514400.{now}", at.port());
    let page = get_as(at, "/changes", &earlier);
    assert!(page.body.contains("/changes?since=last-visit"), "{}", page.body);
    assert_eq!(page.header("set-cookie"), "", "the same visit goes on");
    let new = get_as(at, "/changes?since=last-visit", &earlier);
    assert!(new.status == 200 && new.body.contains("New articles"), "{}", new.body);
    let back = get_as(at, "/", &format!("sayso_visit_{}=0.1930514", at.port()));
    assert!(back.header("set-cookie").contains("=1930514."), "{}", back.header("set-cookie"));
}
