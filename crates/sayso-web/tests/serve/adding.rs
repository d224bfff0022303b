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
    assert_eq!(post(at, "/add", &[("text", text)], "").status, 403);
}

#[test]
fn an_address_of_this_machine_is_not_fetched_and_the_page_says_so() {
    let at = own(ana());
    let token = token(&get(at, "/").body);
    let inside = format!("http://{at}/api/health");
    let send = |addresses: &str| post(at, "/add", &[("token", &token), ("addresses", addresses)], "").status;
    assert_eq!(send(&format!("{inside}\n\n ftp://quay.example/1 \n")), 303);
    let mut told = Value::Null;
    for _ in 0..300 {
        told = serde_json::from_str(&get(at, "/add.json").body).unwrap();
        if told["running"] == false && told["last"].is_string() {
            break;
        }
        thread::sleep(Duration::from_millis(100));
    }
    let refused: Vec<&str> =
        told["refused"].as_array().unwrap().iter().map(|r| r.as_str().unwrap()).collect();
    assert!(refused.len() == 2 && refused[0].starts_with(&inside), "{refused:?}");
    assert!(get(at, "/add").body.contains("ftp://quay.example/1: "));
    assert_eq!(send(&"https://quay.example/1\n".repeat(201)), 400);
}
