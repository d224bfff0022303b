//! One function per route: from what was asked, by way of a view, to the answer.

mod changes;

pub(crate) use changes::{changes, feed};

use sayso_model::{ActorId, ArticleId, ClaimId, Span, StatementId, Status};
use sayso_pages::{
    GroupBy, HitView, LedgerQuery, Sort,
    html::{self, Case},
};
use sayso_workbench::{Found, Hit};
use serde::Serialize;

use crate::{
    answer::{Answer, Asked, Form},
    openapi,
    refusal::Refusal,
    seen::Seen,
    texts,
};

/// Hits of a search: some screens full; who wants more asks more precisely.
const MOST_HITS: usize = 50;

type Outcome = Result<Answer, Refusal>;

/// Lines on one page of a list: some screens full.
const PER_PAGE: usize = 100;
/// Statements of an actor on one page.
const SAID: usize = 40;
/// Claims that fit side by side.
const COLUMNS: usize = 12;

/// Runs `page` with what every page looks at.
fn seeing(asked: &Asked<'_>, page: impl FnOnce(&Seen, &Case<'_>) -> Outcome) -> Outcome {
    let seen = asked.desk.look()?;
    let name = asked.desk.name();
    let done = asked.value("done").and_then(|n| asked.desk.done(n.parse().ok()?));
    let case = Case {
        name: &name,
        snapshot: &seen.snapshot,
        index: &seen.index,
        is_current: seen.is_current,
        visitor: asked.visitor,
        done: done.as_deref().filter(|d| d.review.author == asked.visitor.name),
        here: asked.here,
    };
    page(&seen, &case)
}

pub(crate) fn ledger(asked: &Asked<'_>) -> Outcome {
    let query = LedgerQuery {
        status: asked.value("status").map(status).transpose()?,
        actor: asked.value("actor").map(ActorId::from_written),
        words: asked.value("words").unwrap_or_default().to_owned(),
        all: asked.value("all") == Some("true"),
        sort: one_of(
            asked,
            "sort",
            &[("articles", Sort::Articles), ("origins", Sort::Origins), ("latest", Sort::Latest)],
        )?,
        group: one_of(
            asked,
            "group",
            &[("none", GroupBy::Nothing), ("status", GroupBy::Status), ("actor", GroupBy::Actor)],
        )?,
        page: asked.page()?,
    };
    seeing(asked, |_, case| {
        if asked.form == Form::Json {
            let mut view = sayso_pages::ledger(case.snapshot);
            view.claims.retain(|c| query.status.is_none_or(|s| s == c.status));
            return asked.give(&view, String::new);
        }
        let view = sayso_pages::ledger_page(case.snapshot, case.index, &query);
        let filters = asked.desk.filters()?;
        asked.give(&(), || html::ledger(&view, &query, &filters, case).into_string())
    })
}

/// One of a few words; the first where nothing is asked for.
fn one_of<T: Copy>(asked: &Asked<'_>, name: &str, all: &[(&str, T)]) -> Result<T, Refusal> {
    let given = asked.value(name).unwrap_or(all[0].0);
    let known = || all.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ");
    all.iter()
        .find(|(word, _)| *word == given)
        .map(|(_, value)| *value)
        .ok_or_else(|| Refusal::bad_value(texts::is_no(given, name), &texts::possible(&known())))
}

fn status(word: &str) -> Result<Status, Refusal> {
    let known = || Status::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ");
    let found = Status::ALL.iter().copied().find(|s| s.as_str() == word);
    found.ok_or_else(|| Refusal::bad_value(texts::no_status(word), &texts::statuses(&known())))
}

pub(crate) fn claim(asked: &Asked<'_>) -> Outcome {
    let from = html::statements_before(asked.page()?);
    seeing(asked, |_, case| {
        let view = sayso_pages::claim(case.snapshot, case.index, &ClaimId::from_written(asked.id))
            .ok_or_else(|| Refusal::unknown_id("claim", asked.id))?;
        asked.give(&view, || html::claim(&view, from, case).into_string())
    })
}

pub(crate) fn statement(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let view = sayso_pages::statement(case.snapshot, case.index, &StatementId::from_written(asked.id))
            .ok_or_else(|| Refusal::unknown_id("statement", asked.id))?;
        asked.give(&view, || html::statement(&view, case).into_string())
    })
}

pub(crate) fn articles(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |_, case| {
        if asked.form == Form::Json {
            return asked.give(&sayso_pages::articles(case.snapshot, case.index), String::new);
        }
        let rows = sayso_pages::articles_page(case.snapshot, case.index, page, PER_PAGE);
        asked.give(&(), || html::articles(&rows, page, PER_PAGE, case).into_string())
    })
}

pub(crate) fn article(asked: &Asked<'_>) -> Outcome {
    let show = asked.value("show").map(span).transpose()?;
    let page = asked.page()?;
    seeing(asked, |_, case| {
        let id = ArticleId::from_written(asked.id);
        let mut view = sayso_pages::article(case.snapshot, case.index, &id)
            .ok_or_else(|| Refusal::unknown_id("article", asked.id))?;
        if asked.form == Form::Json && view.row.revisions > 1 {
            view.revised = asked.desk.revised(&id, case.snapshot)?.iter().map(Into::into).collect();
        }
        let revised = asked.form == Form::Page && view.row.revisions > 1;
        let texts = if revised { asked.desk.revisions(&id)? } else { Vec::new() };
        asked.give(&view, || html::article(&view, show, &texts, page, case).into_string())
    })
}

pub(crate) fn capture(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let unknown = || Refusal::unknown_id("article", asked.id);
        let article = case.snapshot.article(&ArticleId::from_written(asked.id)).ok_or_else(unknown)?;
        let proven = asked.desk.prove(&article.capture)?.ok_or_else(unknown)?;
        let sighting = |s: sayso_workbench::ProvenSighting| {
            let (index, leaf) = s.entry.unzip();
            let (from, retrieved) =
                (s.sighting.location.as_str().to_owned(), s.sighting.retrieved.to_string());
            html::SightingView { from, retrieved, index, leaf, proof: s.proof, verified: s.verified }
        };
        let view = html::CaptureView {
            article: article.id.to_string(),
            digest: article.capture.to_string(),
            bytes: proven.bytes,
            intact: proven.intact,
            sightings: proven.sightings.into_iter().map(sighting).collect(),
            root: proven.root,
            entries: proven.entries,
        };
        asked.give(&view, || html::capture(&view, case).into_string())
    })
}

pub(crate) fn actor(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |_, case| {
        let id = ActorId::from_written(asked.id);
        let view = sayso_pages::actor(case.snapshot, case.index, &id, page, SAID)
            .ok_or_else(|| Refusal::unknown_id("actor", asked.id))?;
        asked.give(&view, || html::actor(&view, page, SAID, case).into_string())
    })
}

pub(crate) fn table(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |_, case| {
        let view = sayso_pages::table(case.snapshot, page, COLUMNS);
        asked.give(&view, || html::table(&view, page, COLUMNS, case).into_string())
    })
}

pub(crate) fn map(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |seen, case| {
        let places = seen.places();
        asked.give(places, || html::map(places, page, PER_PAGE, case).into_string())
    })
}

pub(crate) fn calendar(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |seen, case| {
        let events = seen.events();
        asked.give(events, || html::calendar(events, case).into_string())
    })
}

pub(crate) fn add(asked: &Asked<'_>) -> Outcome {
    let view = asked.desk.adding();
    seeing(asked, |_, case| asked.give(&view, || html::add(&view, case).into_string()))
}

pub(crate) fn decisions(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |_, case| {
        let views = sayso_pages::reviews(case.snapshot, case.index);
        asked.give(&views, || html::decisions(&views, page, PER_PAGE, case).into_string())
    })
}

pub(crate) fn seconds(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let view = sayso_pages::seconds(case.snapshot);
        asked.give(&view, || html::seconds(&view, case).into_string())
    })
}

pub(crate) fn second(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let view = sayso_pages::second(case.snapshot, case.index, &StatementId::from_written(asked.id))
            .ok_or_else(|| Refusal::unknown_id(texts::WAITING_STATEMENT, asked.id))?;
        asked.give(&view, || html::second(&view, case).into_string())
    })
}

pub(crate) fn filters(asked: &Asked<'_>) -> Outcome {
    asked.give(&asked.desk.filters()?, String::new)
}

/// `128-190` as bytes of a text; bounds beyond the text are harmless.
fn span(words: &str) -> Result<Span, Refusal> {
    let parsed = words.split_once('-').and_then(|(a, b)| Some(Span::new(a.parse().ok()?, b.parse().ok()?)));
    parsed.ok_or_else(|| {
        let hint = texts::WRITE_SHOW;
        Refusal::bad_value(texts::no_place(words), hint)
    })
}

pub(crate) fn sources(asked: &Asked<'_>) -> Outcome {
    let page = asked.page()?;
    seeing(asked, |_, case| {
        if asked.form == Form::Json {
            return asked.give(&sayso_pages::sources(case.snapshot, case.index), String::new);
        }
        let rows = sayso_pages::sources_page(case.snapshot, case.index, page, PER_PAGE);
        asked.give(&(), || html::sources(&rows, page, PER_PAGE, case).into_string())
    })
}

pub(crate) fn search(asked: &Asked<'_>) -> Outcome {
    let query = asked.value("q").unwrap_or_default();
    seeing(asked, |_, case| {
        let hits: Vec<HitView> = asked.desk.search(query, MOST_HITS)?.into_iter().map(hit).collect();
        asked.give(&hits, || html::search(query, &hits, MOST_HITS, case).into_string())
    })
}

fn hit(hit: Hit) -> HitView {
    let statement = match &hit.found {
        Found::Article => None,
        Found::Statement(id) => Some(id),
    };
    HitView::new(&hit.article, statement, &hit.snippet.text, &hit.snippet.matches)
}

/// What `/api/health` answers where the case can be read; otherwise the answer is a refusal.
#[derive(Serialize)]
struct Health {
    status: &'static str,
    version: &'static str,
    /// Whether everything that follows from the articles has been worked out.
    current: bool,
}

pub(crate) fn health(asked: &Asked<'_>) -> Outcome {
    let current = asked.desk.look()?.is_current;
    let health = Health { status: "ok", version: env!("CARGO_PKG_VERSION"), current };
    asked.give(&health, String::new)
}

pub(crate) fn openapi(asked: &Asked<'_>) -> Outcome {
    asked.give(&openapi::document(), String::new)
}

pub(crate) fn style(asked: &Asked<'_>) -> Outcome {
    Ok(Answer::new(asked.form, html::STYLE.to_owned()))
}

pub(crate) fn script(asked: &Asked<'_>) -> Outcome {
    Ok(Answer::new(asked.form, html::SCRIPT.to_owned()))
}
