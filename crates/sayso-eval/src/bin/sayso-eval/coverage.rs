//! `sayso-eval coverage`: in invented coverage whose copies are known, which pairs are found, with which direction, and on how many
//! independent origins do the claims rest?

use std::collections::{BTreeMap, BTreeSet, HashMap};

use sayso_eval::{Covered, PARAPHRASED, Prf, actors, descends, events, share_text};
use sayso_model::{Actor, Article, ArticleId, Statement, StatementId, TextReuse};
use sayso_origin::{OriginInput, statement_origins, text_reuse};

use crate::arguments::Arguments;

/// Articles without `--articles`: enough that a point of F1 is hundreds of pairs.
const ARTICLES: usize = 5_000;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Vec<(&'static str, f64)> {
    let mut coverage: Vec<Vec<Covered>> = Vec::new();
    let wanted = given.articles.unwrap_or(ARTICLES);
    let mut articles: Vec<Article> = Vec::new();
    for event in events(0..u64::MAX) {
        if articles.len() >= wanted {
            break;
        }
        articles.extend(event.iter().filter(|c| !c.is_absent).map(|covered| covered.article.clone()));
        coverage.push(event);
    }
    let reuse = text_reuse(&articles);
    println!("data    {} invented articles on {} events", articles.len(), coverage.len());
    println!(
        "        of five copies two are reprints, one is abridged, one extended, one has {:.0} % of its words changed",
        100.0 * PARAPHRASED
    );
    let tally = tally(&coverage, &reuse);
    let pairs = Prf { hit: tally.hit, predicted: tally.predicted, gold: tally.gold };
    println!("pairs that share text              {pairs}");
    println!(
        "  of {} that only quote the same words {} were taken for copies",
        tally.quoting, tally.quoting_found
    );
    println!("direction, where it can be told    {} of {} right", tally.right, tally.told);
    println!("neither comes from the other       {} of {} left open", tally.open, tally.siblings);
    let (exact, claims) = independence(&coverage, &articles, &reuse);
    println!("independent origins                exact for {exact} of {claims} claims");
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    vec![
        ("pairs-f1", 100.0 * pairs.f1()),
        ("direction", share(tally.right, tally.told)),
        ("origin-counts", share(exact, claims)),
    ]
}

fn tally(coverage: &[Vec<Covered>], reuse: &[TextReuse]) -> Tally {
    let mut places: HashMap<&ArticleId, (usize, usize)> = HashMap::new();
    for (number, event) in coverage.iter().enumerate() {
        places.extend(event.iter().enumerate().map(|(place, c)| (&c.article.id, (number, place))));
    }
    let mut tally = Tally::default();
    for pair in reuse {
        let (a, b) = (places[&pair.first], places[&pair.second]);
        tally.predicted += 1;
        if a.0 == b.0 {
            tally.found(&coverage[a.0], a.1, b.1, pair);
        }
    }
    for event in coverage {
        for (a, b) in (0..event.len()).flat_map(|b| (0..b).map(move |a| (a, b))) {
            tally.gold += usize::from(share_text(&event[a], &event[b]));
            tally.quoting += usize::from(only_quote(&event[a], &event[b]));
        }
    }
    tally
}

/// Whether two articles quote the same words and have no report in common.
fn only_quote(a: &Covered, b: &Covered) -> bool {
    let quoted = |c: &Covered| -> Vec<String> {
        c.article
            .text
            .split('“')
            .skip(1)
            .filter_map(|rest| Some(rest.split_once('”')?.0.to_owned()))
            .collect()
    };
    let others = quoted(b);
    a.report != b.report
        && !a.is_absent
        && !b.is_absent
        && quoted(a).iter().any(|words| others.contains(words))
}

#[derive(Default)]
struct Tally {
    hit: usize,
    predicted: usize,
    gold: usize,
    right: usize,
    told: usize,
    siblings: usize,
    open: usize,
    quoting: usize,
    quoting_found: usize,
}

impl Tally {
    fn found(&mut self, event: &[Covered], a: usize, b: usize, pair: &TextReuse) {
        if !share_text(&event[a], &event[b]) {
            self.quoting_found += usize::from(only_quote(&event[a], &event[b]));
            return;
        }
        self.hit += 1;
        let (derived, other) = match (descends(event, a, b), descends(event, b, a)) {
            (true, _) => (a, b),
            (_, true) => (b, a),
            // Two copies of a third: time may put them in an order that says nothing, credits can keep it open.
            _ => {
                self.siblings += 1;
                self.open += usize::from(pair.derived.is_none());
                return;
            }
        };
        if can_be_told(&event[derived].article, &event[other].article) {
            self.told += 1;
            self.right += usize::from(pair.derived.as_ref() == Some(&event[derived].article.id));
        }
    }
}

/// Whether text or time tell that one article comes from the other: it says so, or it is the later one; not where it names a
/// third as its source, nor where neither time nor words tell.
fn can_be_told(younger: &Article, older: &Article) -> bool {
    let says = |article: &Article| article.text.contains("originally published by");
    match younger.credits.first() {
        Some(credit) => Some(&credit.name) == older.publisher.as_ref(),
        None if says(younger) => !says(older),
        None => older.published.zip(younger.published).is_some_and(|(old, young)| old.is_before(young)),
    }
}

/// The origins of a claim that are known, and those found.
type Counted<'a> = (BTreeSet<&'a str>, BTreeSet<&'a str>);

/// Of how many claims the number of independent origins is right, and how many there are.
fn independence(coverage: &[Vec<Covered>], articles: &[Article], reuse: &[TextReuse]) -> (usize, usize) {
    let present = || coverage.iter().flatten().filter(|covered| !covered.is_absent);
    let statements: Vec<Statement> =
        present().flat_map(|covered| covered.told.iter().map(|told| told.statement.clone())).collect();
    let actors: BTreeMap<_, Actor> = coverage
        .iter()
        .filter_map(|event| Some(actors(event.first()?.event)))
        .flatten()
        .map(|actor| (actor.id.clone(), actor))
        .collect();
    let actors: Vec<Actor> = actors.into_values().collect();
    let found = statement_origins(OriginInput { articles, statements: &statements, actors: &actors, reuse });
    let keys: HashMap<StatementId, String> =
        found.into_iter().map(|origin| (origin.statement, origin.origin.key.clone())).collect();
    let mut claims: BTreeMap<(u64, usize), Counted<'_>> = BTreeMap::new();
    for covered in present() {
        for told in &covered.told {
            let (known, found) = claims.entry((covered.event, told.claim)).or_default();
            known.insert(&told.origin);
            found.extend(keys.get(&told.statement.id).map(String::as_str));
        }
    }
    let exact = claims.values().filter(|(known, found)| known.len() == found.len()).count();
    (exact, claims.len())
}
