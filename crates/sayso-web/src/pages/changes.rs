//! What is new since a time: as a page, as JSON and as a feed.

use jiff::Timestamp;
use sayso_pages::html::{self, ChangesAsked};

use super::{Outcome, seeing};
use crate::{
    answer::{Answer, Asked, Form},
    refusal::Refusal,
    since::moment,
    texts,
};

pub(crate) fn changes(asked: &Asked<'_>) -> Outcome {
    let since = asked.value("since").map(|given| match (given, asked.visit) {
        (html::LAST_VISIT, Some(visit)) => Ok(visit),
        (html::LAST_VISIT, None) => Err(Refusal::bad_value(texts::NO_LAST_VISIT, texts::WRITE_SINCE)),
        _ => moment(given).ok_or_else(|| Refusal::bad_value(texts::no_time(given), texts::WRITE_SINCE)),
    });
    let Some(since) = since.transpose()? else {
        if asked.form == Form::Json {
            return Err(Refusal::bad_value(texts::NO_SINCE, texts::WRITE_SINCE));
        }
        return seeing(asked, |_, case| {
            asked.give(&(), || html::changes(None, asked.visit, case).into_string())
        });
    };
    seeing(asked, |seen, case| {
        let changes = asked.desk.changes(since, seen)?;
        let since = since.to_string();
        let page = ChangesAsked { since: &since, changes: &changes };
        asked.give(changes.as_slice(), || html::changes(Some(page), asked.visit, case).into_string())
    })
}

pub(crate) fn feed(asked: &Asked<'_>) -> Outcome {
    let since = match asked.value("since") {
        Some(given) => {
            moment(given).ok_or_else(|| Refusal::bad_value(texts::no_time(given), texts::WRITE_SINCE))?
        }
        None => Timestamp::now().checked_sub(WEEK).unwrap_or(Timestamp::UNIX_EPOCH),
    };
    seeing(asked, |seen, case| {
        let changes = asked.desk.changes(since, seen)?;
        let articles = case.snapshot.articles.iter().map(|a| a.retrieved);
        let decisions = case.snapshot.reviews.iter().map(|(r, _)| r.time);
        let updated = articles.chain(decisions).max().unwrap_or(since).to_string();
        let base = format!("http://{}", asked.address);
        Ok(Answer::new(asked.form, html::feed(&changes, &base, &updated, case.name)))
    })
}

/// What a feed tells of where nothing else is asked for.
const WEEK: jiff::SignedDuration = jiff::SignedDuration::from_hours(7 * 24);
