//! The invented actors, articles, statements and claims of a large case.

use sayso_model::{
    Actor, ActorId, ActorKind, Article, Capture, Certainty, Claim, ClaimId, Evidence, IndependentOrigin,
    Location, MediaType, Origin, Place, Position, Quotation, Reason, SharedPassage, Span, Stance, Statement,
    StatementId, Status, TextReuse, TimeExpression, TimeKind, Voice,
};

/// Statements in each article, and actors and claims for all: about what cases of real news have.
pub const STATEMENTS: usize = 10;
pub const ACTORS: usize = 3_000;
pub const STATEMENTS_PER_CLAIM: usize = 4;

/// A number that looks random and is the same every time.
pub fn mixed(n: usize) -> usize {
    let mut x = n as u64 ^ 0x9e37_79b9_7f4a_7c15;
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    usize::try_from((x ^ (x >> 27)) % 0x7fff_ffff).unwrap()
}

pub fn actor(n: usize) -> Actor {
    let name = format!("Spokeswoman {n} of Orme");
    let id = ActorId::derive("person", &name);
    let (aliases, reasons) =
        (vec![format!("Spokeswoman {n}")], vec![Reason::new("one full name stands in all articles")]);
    Actor { id, name, kind: ActorKind::Person, aliases, affiliation: None, reasons }
}

/// The sentences of one article: for each the actor and what it says.
pub fn article(n: usize, claims: usize) -> (Article, Vec<(usize, usize, Span)>) {
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
        url: Some(format!("https://paper{}.example/{n}", n % 400)),
        publisher: Some(format!("Paper {}", n % 400)),
        published: format!("2031-03-{:02}", 1 + n % 28).parse().ok(),
        title: Some(format!("Ferries, part {n}")),
        ..sayso_testkit::article(&n.to_string(), &text)
    };
    (article, said)
}

pub fn statement(article: &Article, n: usize, who: &Actor, content: Span) -> Statement {
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

pub fn pair(a: &Article, b: &Article) -> TextReuse {
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

pub fn claim(n: usize, all: &[(Statement, Article)]) -> Claim {
    let positions = all.iter().map(|(s, article)| Position {
        actor: s.actor.clone(),
        stance: s.stance,
        statements: vec![s.id.clone()],
        first: article.published,
        last: article.published,
    });
    let legs = all.iter().filter(|(s, _)| s.stance == Stance::Asserts).map(|(s, _)| IndependentOrigin {
        origin: Origin::actor(s.actor.as_ref().unwrap(), "a spokeswoman").into(),
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
