//! A person who decides one thing after another.

use std::{
    net::SocketAddr,
    thread,
    time::{Duration, Instant},
};

use crate::http::{get, links, post};

/// Makes decisions of several kinds one after the other, each undone by the next, with a break between them; gives how long each took
/// until its page was there.
pub fn decide(at: SocketAddr, until: Instant) -> Vec<f64> {
    let page = get(at, "/?page=3").2;
    let claim = links(&page, "/claims/").remove(0);
    let statements: Vec<String> = links(&get(at, &claim).2, "/statements/");
    let statement = statements[0].trim_start_matches("/statements/");
    let acts = [
        format!("act=set-stance&stance=withholds&statement={statement}"),
        format!("act=reject&statement={statement}"),
        format!("act=set-source&kind=person&name=Nell+Dray&statement={statement}"),
        format!("act=set-status&status=confirmed&reason=seen&claim={}", claim.trim_start_matches("/claims/")),
    ];
    let mut times = Vec::new();
    for n in 0.. {
        if Instant::now() > until {
            break;
        }
        let fields = match n % 2 {
            0 => acts[n / 2 % acts.len()].clone(),
            _ => format!("undo={}", last_decision(at)),
        };
        let begun = Instant::now();
        let answer = post(at, &format!("{fields}&token={}&back=/", token(&page)));
        assert!(answer.starts_with("HTTP/1.1 303"), "{fields}: {answer}");
        get(at, "/");
        times.push(begun.elapsed().as_secs_f64() * 1000.0);
        thread::sleep(Duration::from_secs(1));
    }
    times
}

fn last_decision(at: SocketAddr) -> String {
    let all = get(at, "/decisions.json").2;
    all.split("\"number\":").nth(1).and_then(|rest| rest.split(',').next()).unwrap_or_default().to_owned()
}

fn token(page: &str) -> &str {
    page.split("name=\"token\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default()
}
