//! One function per route: from what was asked, by way of a view, to the answer.

use sayso_model::{ArticleId, ClaimId, Span, Status};
use sayso_pages::{
    HitView,
    html::{self, Case, ChangesAsked, LedgerFilter},
};
use sayso_workbench::{Found, Hit};
use serde::Serialize;

use crate::{
    answer::{Answer, Asked},
    desk::Seen,
    openapi,
    refusal::Refusal,
    since::moment,
};

/// Hits of a search: some screens full; who wants more asks more precisely.
const MOST_HITS: usize = 50;

type Outcome = Result<Answer, Refusal>;

/// Runs `page` with what every page looks at.
fn seeing(asked: &Asked<'_>, page: impl FnOnce(&Seen, &Case<'_>) -> Outcome) -> Outcome {
    let seen = asked.desk.look()?;
    let name = asked.desk.name();
    page(&seen, &Case { name: &name, snapshot: &seen.snapshot, is_current: seen.is_current })
}

pub(crate) fn ledger(asked: &Asked<'_>) -> Outcome {
    let status = asked.value("status").map(status).transpose()?;
    let filter = LedgerFilter { status, all: asked.value("all") == Some("true") };
    seeing(asked, |_, case| {
        let view = sayso_pages::ledger(case.snapshot);
        let mut wanted = view.clone();
        wanted.claims.retain(|c| status.is_none_or(|s| s == c.status));
        asked.give(&wanted, || html::ledger(&view, filter, case).into_string())
    })
}

fn status(word: &str) -> Result<Status, Refusal> {
    let known = || Status::ALL.iter().map(|s| s.as_str()).collect::<Vec<_>>().join(", ");
    let found = Status::ALL.iter().copied().find(|s| s.as_str() == word);
    found.ok_or_else(|| {
        Refusal::bad_value(format!("{word:?} is not a status"), &format!("The statuses are {}.", known()))
    })
}

pub(crate) fn claim(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let view = sayso_pages::claim(case.snapshot, &ClaimId::from_written(asked.id))
            .ok_or_else(|| Refusal::unknown_id("claim", asked.id))?;
        asked.give(&view, || html::claim(&view, case).into_string())
    })
}

pub(crate) fn articles(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let rows = sayso_pages::articles(case.snapshot);
        asked.give(&rows, || html::articles(&rows, case).into_string())
    })
}

pub(crate) fn article(asked: &Asked<'_>) -> Outcome {
    let show = asked.value("show").map(span).transpose()?;
    seeing(asked, |_, case| {
        let view = sayso_pages::article(case.snapshot, &ArticleId::from_written(asked.id))
            .ok_or_else(|| Refusal::unknown_id("article", asked.id))?;
        asked.give(&view, || html::article(&view, show, case).into_string())
    })
}

/// `128-190` as bytes of a text; bounds beyond the text are harmless.
fn span(words: &str) -> Result<Span, Refusal> {
    let parsed = words.split_once('-').and_then(|(a, b)| Some(Span::new(a.parse().ok()?, b.parse().ok()?)));
    parsed.ok_or_else(|| {
        let hint = "Write show=START-END, for example show=128-190: bytes of the article's text.";
        Refusal::bad_value(format!("{words:?} is not a place in a text"), hint)
    })
}

pub(crate) fn sources(asked: &Asked<'_>) -> Outcome {
    seeing(asked, |_, case| {
        let rows = sayso_pages::sources(case.snapshot);
        asked.give(&rows, || html::sources(&rows, case).into_string())
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

pub(crate) fn changes(asked: &Asked<'_>) -> Outcome {
    const HINT: &str =
        "Write since=2031-03-05 or since=2031-03-05T18:00:00Z; a + in an address is written %2B.";
    let since = asked.value("since").map(|given| {
        moment(given).ok_or_else(|| Refusal::bad_value(format!("{given:?} is not a time"), HINT))
    });
    let Some(since) = since.transpose()? else {
        if asked.form == crate::answer::Form::Json {
            return Err(Refusal::bad_value("it is not said since when", HINT));
        }
        return seeing(asked, |_, case| asked.give(&(), || html::changes(None, case).into_string()));
    };
    seeing(asked, |seen, case| {
        let changes = asked.desk.changes(since, seen)?;
        let since = since.to_string();
        let page = ChangesAsked { since: &since, changes: &changes };
        asked.give(changes.as_slice(), || html::changes(Some(page), case).into_string())
    })
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
