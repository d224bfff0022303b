//! Asks for pages at a steady rate, and says how long they took.

use std::{
    collections::BTreeMap,
    env,
    net::SocketAddr,
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use crate::{
    decide::decide,
    http::{get, links},
};

/// The pages of each kind that are asked for.
fn kinds(at: SocketAddr) -> Vec<(&'static str, Vec<String>)> {
    let of = |path: &str, start: &str| links(&get(at, path).2, start);
    let claims = of("/?page=3", "/claims/");
    let statements: Vec<String> = claims.iter().take(5).flat_map(|c| of(c, "/statements/")).collect();
    let articles: Vec<String> = of("/articles?page=7", "/articles/");
    let captures = articles.iter().map(|a| a.replace("/articles/", "/captures/")).collect();
    let pages = |path: &str, query: &str| (1..40).map(|n| format!("{path}?{query}page={n}")).collect();
    vec![
        ("ledger", pages("/", "")),
        ("ledger, latest", pages("/", "all=true&sort=latest&")),
        ("ledger, by actor", pages("/", "group=actor&")),
        ("ledger, words", pages("/", "words=ferry+12&")),
        ("claim", claims.clone()),
        ("claim, JSON", claims.iter().map(|c| format!("{c}.json")).collect()),
        ("statement", statements),
        ("articles", pages("/articles", "")),
        ("article", articles),
        ("capture", captures),
        ("actors", pages("/sources", "")),
        ("actor", of("/sources", "/sources/")),
        ("table", pages("/table", "")),
        ("map", pages("/map", "")),
        ("calendar", vec!["/calendar".to_owned()]),
        ("search", (1..40).map(|n| format!("/search?q=ferry+{n}")).collect()),
        ("decisions", vec!["/decisions".to_owned()]),
        ("health", vec!["/api/health".to_owned()]),
    ]
}

pub fn measure(at: SocketAddr, seconds: usize, rate: usize) {
    let first = get(at, "/").1;
    println!("first page after the start: {first:.0} ms");
    let kinds = Arc::new(kinds(at));
    get(at, "/map");
    get(at, "/calendar");
    let times: Arc<Mutex<BTreeMap<&'static str, Vec<f64>>>> = Arc::default();
    let until = Instant::now() + Duration::from_secs(seconds as u64);
    let deciding = env::var("DECIDE").is_ok().then(|| thread::spawn(move || decide(at, until)));
    let begun = Instant::now();
    let mut asked = Vec::new();
    for n in 0..seconds * rate {
        // Answers that are late do not hold the next request up, as people do not wait for one another.
        let due = begun + Duration::from_secs_f64(n as f64 / rate as f64);
        thread::sleep(due.saturating_duration_since(Instant::now()));
        let (kinds, times) = (kinds.clone(), times.clone());
        asked.push(thread::spawn(move || {
            let (kind, paths) = &kinds[n % kinds.len()];
            let Some(path) = paths.get((n / kinds.len()) % paths.len().max(1)) else { return };
            let (status, ms, _) = get(at, path);
            assert_eq!(status, 200, "{path}");
            times.lock().unwrap().entry(kind).or_default().push(ms);
        }));
    }
    let failed = asked.into_iter().filter_map(|t| t.join().err()).count();
    let mut all = Vec::new();
    println!("{:<18} {:>6} {:>8} {:>8} {:>8}", "page", "asked", "p50 ms", "p99 ms", "max ms");
    for (kind, mut of_kind) in std::mem::take(&mut *times.lock().unwrap()) {
        all.extend_from_slice(&of_kind);
        line(kind, &mut of_kind);
    }
    line("all", &mut all);
    println!("{rate} requests a second for {seconds} s, {failed} without an answer");
    if let Some(mut times) = deciding.and_then(|d| d.join().ok()).filter(|t| !t.is_empty()) {
        line("a decision", &mut times);
    }
    if env::var("LISTS").is_ok() {
        for path in ["/claims.json", "/articles.json", "/sources.json", "/map.json", "/calendar.json"] {
            let answers: Vec<(u16, f64, String)> = (0..20).map(|_| get(at, path)).collect();
            let mut times: Vec<f64> = answers.iter().map(|a| a.1).collect();
            line(path, &mut times);
            println!("    {:.1} MB", answers[0].2.len() as f64 / 1e6);
        }
    }
    let pid = env::var("SERVER").unwrap_or_default();
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    for line in status.lines().filter(|l| l.starts_with("VmHWM") || l.starts_with("VmRSS")) {
        println!("{line}");
    }
}

fn line(kind: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
    println!("{kind:<18} {:>6} {:>8.1} {:>8.1} {:>8.1}", times.len(), at(0.5), at(0.99), at(1.0));
}
