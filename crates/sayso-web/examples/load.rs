//! How quick are the pages of a large case? Makes one of invented articles, serves it, asks for pages at a steady rate and prints
//! for each kind of page how long answers took, and how much memory the server had.
//!
//! ```text
//! cargo run --release -p sayso-web --example load -- make FOLDER [ARTICLES]
//! cargo run --release -p sayso-web --example load -- serve FOLDER          # prints the address
//! cargo run --release -p sayso-web --example load -- measure ADDRESS [SECONDS] [PER_SECOND]
//! # with DECIDE=1 decisions are made all the while; with LISTS=1 the JSON of whole lists is asked for afterwards
//! ```
#![allow(clippy::print_stdout, clippy::unwrap_used, clippy::expect_used)]

use std::{
    collections::BTreeMap,
    env,
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

use sayso_model::{
    Actor, ActorId, ActorKind, Article, Capture, Certainty, Claim, ClaimId, Evidence, IndependentOrigin,
    Location, MediaType, Origin, Place, Position, Quotation, Reason, SharedPassage, Span, Stance, Statement,
    StatementId, StatementOrigin, Status, TextReuse, TimeExpression, TimeKind, Voice,
};
use sayso_store::{Derived, Store};
use sayso_web::{Access, Server, interrupted, loopback};

/// Statements in each article, and actors and claims for all: about what cases of real news have.
const STATEMENTS: usize = 10;
const ACTORS: usize = 3_000;
const STATEMENTS_PER_CLAIM: usize = 4;

fn main() {
    let given: Vec<String> = env::args().skip(1).collect();
    let word = |i: usize| given.get(i).map(String::as_str);
    match (word(0), word(1)) {
        (Some("make"), Some(folder)) => make(folder, word(2).map_or(20_000, |n| n.parse().unwrap())),
        (Some("serve"), Some(folder)) => {
            let access = Access::Open { name: "Ana".to_owned() };
            let server = Server::bind(folder, loopback("127.0.0.1", 0).unwrap(), access).unwrap();
            println!("{}", server.address());
            server.run(interrupted()).unwrap();
        }
        (Some("measure"), Some(address)) => measure(
            address.parse().unwrap(),
            word(2).map_or(30, |n| n.parse().unwrap()),
            word(3).map_or(50, |n| n.parse().unwrap()),
        ),
        _ => println!("make FOLDER [ARTICLES] | serve FOLDER | measure ADDRESS [SECONDS] [PER_SECOND]"),
    }
}

/// A number that looks random and is the same every time.
fn mixed(n: usize) -> usize {
    let mut x = n as u64 ^ 0x9e37_79b9_7f4a_7c15;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    usize::try_from((x ^ (x >> 27)) % 0x7fff_ffff).unwrap()
}

fn actor(n: usize) -> Actor {
    let name = format!("Spokeswoman {n} of Orme");
    let id = ActorId::derive("person", &name);
    let (aliases, reasons) =
        (vec![format!("Spokeswoman {n}")], vec![Reason::new("one full name stands in all articles")]);
    Actor { id, name, kind: ActorKind::Person, aliases, affiliation: None, reasons }
}

/// The sentences of one article: for each the actor and what it says.
fn article(n: usize, claims: usize) -> (Article, Vec<(usize, usize, Span)>) {
    let mut text = String::new();
    let mut said = Vec::new();
    for i in 0..STATEMENTS {
        let (who, claim) = (mixed(n * 31 + i) % ACTORS, mixed(n * 17 + i * 7) % claims);
        text += &format!("Spokeswoman {who} of Orme said that ");
        let start = text.len();
        text += &format!(
            "ferry {claim} had left the harbour of Tarve with {} people on board on Monday",
            10 + claim % 90
        );
        said.push((who, claim, Span::new(start, text.len())));
        text += ". Nobody was seen on the quay that night, and the lamps of the pier were out, as they are every winter.\n";
    }
    let bytes = format!(
        "url: https://paper{}.example/{n}\noutlet: Paper {}\npublished: 2031-03-{:02}\nlang: en\ntitle: Ferries, part {n}\n\n{text}",
        n % 400,
        n % 400,
        1 + n % 28
    );
    let time = "2031-04-01T08:00:00Z".parse().unwrap();
    let capture = Capture::new(Location::File(format!("{n}.txt")), time, MediaType::Text, bytes.into_bytes());
    let id = sayso_model::ArticleId::derive(&["load", &n.to_string()]);
    let article = Article {
        id,
        capture: capture.digest,
        retrieved: time,
        file: format!("{n}.txt"),
        url: Some(format!("https://paper{}.example/{n}", n % 400)),
        publisher: Some(format!("Paper {}", n % 400)),
        published: format!("2031-03-{:02}", 1 + n % 28).parse().ok(),
        language: Some("en".to_owned()),
        title: Some(format!("Ferries, part {n}")),
        byline: None,
        text,
        credits: Vec::new(),
        images: Vec::new(),
        pages: Vec::new(),
        headers: Vec::new(),
        notices: Vec::new(),
    };
    (article, said)
}

fn statement(article: &Article, n: usize, who: &Actor, content: Span) -> Statement {
    let cue = Span::new(content.start - "said that ".len(), content.start - " that ".len());
    let place = Place {
        span: Span::new(content.start, content.start + 5),
        name: format!("Place {}", mixed(n) % 900),
        lat: (mixed(n) % 900) as f64 / 10.0 - 40.0,
        lon: (mixed(mixed(n) % 900) % 3_000) as f64 / 10.0 - 150.0,
        geonames: None,
        country: None,
    };
    let value = Some(format!("2031-{:02}-{:02}", 1 + mixed(n) % 6, 1 + mixed(n + 1) % 28));
    let stance = match n % 11 {
        0 => Stance::Denies,
        1 => Stance::Confirms,
        2 => Stance::Doubts,
        _ => Stance::Asserts,
    };
    Statement {
        id: StatementId::derive(&[article.id.as_str(), &n.to_string()]),
        article: article.id.clone(),
        voice: Voice::Attributed,
        source: Some(Span::new(cue.start - 1 - who.name.len(), cue.start - 1)),
        referent: None,
        cue: Some(cue),
        content: vec![content],
        quotation: Quotation::Indirect,
        actor: Some(who.id.clone()),
        stance,
        certainty: Certainty::Certain,
        grounds: Vec::new(),
        quantities: Vec::new(),
        times: vec![TimeExpression {
            span: Span::new(content.end - 6, content.end),
            kind: TimeKind::Date,
            value,
        }],
        places: if n.is_multiple_of(3) { vec![place] } else { Vec::new() },
        score: 0.9,
    }
}

fn make(folder: &str, articles: usize) {
    let begun = Instant::now();
    let mut store = Store::create(folder).unwrap();
    let actors: Vec<Actor> = (0..ACTORS).map(actor).collect();
    let claims = articles * STATEMENTS / STATEMENTS_PER_CLAIM;
    let mut of_claim: BTreeMap<usize, Vec<(Statement, Article)>> = BTreeMap::new();
    let mut origins = Vec::new();
    let mut act = store.transaction().unwrap();
    let mut reuse = Vec::new();
    let mut before: Option<Article> = None;
    for n in 0..articles {
        let (article, said) = article(n, claims);
        let bytes = article.text.clone().into_bytes();
        let capture =
            Capture::new(Location::File(article.file.clone()), article.retrieved, MediaType::Text, bytes);
        let article = Article { capture: capture.digest.clone(), ..article };
        act.put_capture(&capture, Some(&article.id)).unwrap();
        act.append_log(&capture.digest, "capture", capture.digest.as_str(), article.retrieved).unwrap();
        act.put_article(&article).unwrap();
        let statements: Vec<Statement> = said
            .iter()
            .enumerate()
            .map(|(i, (who, _, span))| statement(&article, n * STATEMENTS + i, &actors[*who], *span))
            .collect();
        act.replace_statements(&article.id, &statements).unwrap();
        let light = Article { text: String::new(), ..article.clone() };
        for (s, (who, claim, _)) in statements.into_iter().zip(&said) {
            let origin = Origin::actor(&actors[*who].id, &actors[*who].name);
            let reasons = vec![Reason::new("the speaker alone vouches for it")];
            origins.push(StatementOrigin { statement: s.id.clone(), origin, reasons });
            of_claim.entry(*claim).or_default().push((s, light.clone()));
        }
        if let Some(other) = before.filter(|_| n % 2 == 1) {
            reuse.push(pair(&other, &article));
        }
        before = Some(article);
    }
    let mut claims: Vec<Claim> = of_claim.into_iter().map(|(n, all)| claim(n, &all)).collect();
    claims.sort_by_key(|c| std::cmp::Reverse(c.articles.len()));
    reuse.sort_by(|a: &TextReuse, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
    let (statements, held) = (articles * STATEMENTS, claims.len());
    act.replace_derived(&Derived { actors, reuse, origins, claims }).unwrap();
    act.commit().unwrap();
    println!(
        "{articles} articles, {statements} statements, {held} claims in {:.0} s",
        begun.elapsed().as_secs_f64()
    );
}

fn pair(a: &Article, b: &Article) -> TextReuse {
    let (first, second) = if a.id < b.id { (a, b) } else { (b, a) };
    let passages = vec![SharedPassage { first: Span::new(0, 200), second: Span::new(0, 200) }];
    TextReuse {
        first: first.id.clone(),
        second: second.id.clone(),
        share_of_first: 0.2,
        share_of_second: 0.2,
        passages,
        derived: Some(second.id.clone()),
        reasons: vec![Reason::new("they share a passage")],
    }
}

fn claim(n: usize, all: &[(Statement, Article)]) -> Claim {
    let positions = all.iter().map(|(s, article)| Position {
        actor: s.actor.clone(),
        stance: s.stance,
        statements: vec![s.id.clone()],
        first: article.published,
        last: article.published,
    });
    let legs = all.iter().filter(|(s, _)| s.stance == Stance::Asserts).map(|(s, _)| IndependentOrigin {
        origin: Origin::actor(s.actor.as_ref().unwrap(), "a spokeswoman"),
        statements: vec![s.id.clone()],
        reasons: vec![Reason::new("the speaker alone vouches for it")],
    });
    let mut articles: Vec<_> = all.iter().map(|(_, a)| a.id.clone()).collect();
    articles.sort();
    articles.dedup();
    let evidence = Evidence::in_text(&all[0].1.id, all[0].0.content[0]);
    let denied = all.iter().any(|(s, _)| s.stance == Stance::Denies);
    Claim {
        id: ClaimId::derive(&[all[0].0.id.as_str()]),
        text: format!(
            "ferry {n} had left the harbour of Tarve with {} people on board on Monday",
            10 + n % 90
        ),
        wording: evidence.clone(),
        status: if denied {
            Status::Contested
        } else if all.len() > 1 {
            Status::Corroborated
        } else {
            Status::SingleSource
        },
        reasons: vec![Reason::with("several origins assert it", vec![evidence])],
        statements: all.iter().map(|(s, _)| s.id.clone()).collect(),
        articles,
        positions: positions.collect(),
        independent_origins: legs.collect(),
        drift: Vec::new(),
        related: Vec::new(),
        last_change: Some(all[0].1.retrieved),
    }
}

/// Status, milliseconds and body of one answer.
fn get(at: SocketAddr, path: &str) -> (u16, f64, String) {
    let begun = Instant::now();
    let mut stream = TcpStream::connect(at).unwrap();
    write!(stream, "GET {path} HTTP/1.1\r\nHost: {at}\r\nConnection: close\r\n\r\n").unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let status = text.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
    (status, begun.elapsed().as_secs_f64() * 1000.0, text)
}

/// All links of a page that begin so.
fn links(page: &str, start: &str) -> Vec<String> {
    let found = page.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    found.filter(|l| l.starts_with(start)).map(|l| l.split('#').next().unwrap_or(l).to_owned()).collect()
}

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

fn measure(at: SocketAddr, seconds: usize, rate: usize) {
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

/// Makes decisions of several kinds one after the other, each undone by the next, with a break between them; gives how long each took
/// until its page was there.
fn decide(at: SocketAddr, until: Instant) -> Vec<f64> {
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

fn post(at: SocketAddr, body: &str) -> String {
    let mut stream = TcpStream::connect(at).unwrap();
    let length = body.len();
    write!(
        stream,
        "POST /act HTTP/1.1\r\nHost: {at}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {length}\r\nConnection: \
         close\r\n\r\n{body}"
    )
    .unwrap();
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).unwrap();
    String::from_utf8_lossy(&bytes).into_owned()
}

fn line(kind: &str, times: &mut [f64]) {
    times.sort_by(f64::total_cmp);
    let at = |share: f64| times[((times.len() as f64 * share) as usize).min(times.len() - 1)];
    println!("{kind:<18} {:>6} {:>8.1} {:>8.1} {:>8.1}", times.len(), at(0.5), at(0.99), at(1.0));
}
