//! Articles that are pasted into the browser are kept, read and shown.

use std::{thread, time::Duration};

use serde_json::Value;

use crate::support::{ana, get, own, post, token};

#[test]
fn a_pasted_article_is_read_and_its_claims_appear() {
    let at = own(ana());
    let token = token(&get(at, "/").body);
    let add =
        |text: &str| post(at, "/add", &[("token", &token), ("name", "../quay.txt"), ("text", text)], "");
    let text = "url: https://quay.example/1\r\noutlet: Quay Gazette\r\nlang: en\r\n\r\nIlse Quent, a pilot, said that the quay in Orme was flooded.\r\n";
    let answer = add(text);
    assert_eq!((answer.status, answer.header("location")), (303, "/add"), "{}", answer.body);
    let json = |path: &str| -> Value { serde_json::from_str(&get(at, path).body).unwrap() };
    for _ in 0..600 {
        if json("/api/health")["current"] == true && json("/add.json")["running"] == false {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let articles = json("/articles.json");
    let added = articles.as_array().unwrap().iter().find(|a| a["publisher"] == "Quay Gazette").unwrap();
    assert_eq!((&added["file"], &added["statements"]), (&"..quay.txt".into(), &1.into()));
    assert!(get(at, "/?all=true&words=flooded").body.contains("the quay in Orme was flooded"));
    assert_eq!(add(text).status, 303);
    assert!(get(at, "/add").body.contains("the case has this already"));
    assert_eq!(add("https://quay.example/2").status, 400);
    assert_eq!(post(at, "/add", &[("text", text)], "").status, 403);
}
