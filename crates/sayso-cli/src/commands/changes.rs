//! `sayso changes --since T`: what is new, what changed status, and why.

use clap::Args;
use jiff::{Timestamp, ToSpan, Zoned, civil::Date, tz::TimeZone};
use sayso_pages::{ChangeView, ShortIds};
use sayso_workbench::Engines;

use crate::{
    failure::{Failure, Outcome},
    find::CaseArgument,
    show_text, write,
};

/// Say what is new since a time: claims, statements, revised articles, and which statuses moved and why
///
/// The ledger from what the case held at that time is compared with the present one.
#[derive(Args)]
pub struct Changes {
    #[command(flatten)]
    case: CaseArgument,
    /// A time (2026-03-14T18:00:00Z), a day (2026-03-14), `yesterday`, or so long ago (90m, 12h, 3d)
    #[arg(long, value_name = "T")]
    since: String,
    /// JSON instead of text
    #[arg(long)]
    json: bool,
}

impl Changes {
    pub fn run(self) -> Result<Outcome, Failure> {
        let since = moment(&self.since, &Zoned::now()).ok_or_else(|| {
            Failure::wrong_use(
                format!("{:?} is not a time", self.since),
                "write --since 2026-03-14, 2026-03-14T18:00:00Z, yesterday, 12h or 3d",
            )
        })?;
        let case = self.case.open_current()?;
        let before = case.snapshot_as_of(since, &Engines::shipped()?)?;
        let after = case.snapshot()?;
        let views: Vec<ChangeView> =
            sayso_pages::changes(&before, &after, &sayso_claim::changes(&before, &after));
        if self.json {
            write::json(&views)?;
        } else {
            write::text(&show_text::changes(&views, &ShortIds::of(&after), &since.to_string()))?;
        }
        Ok(Outcome::Done)
    }
}

/// The moment that a person means; days begin in the local time zone.
fn moment(text: &str, now: &Zoned) -> Option<Timestamp> {
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let start_of = |day: Date| day.to_zoned(TimeZone::system()).ok().map(|z| z.timestamp());
    if text == "yesterday" {
        return start_of(now.date().yesterday().ok()?);
    }
    if let Ok(day) = text.parse::<Date>() {
        return start_of(day);
    }
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let n: i64 = number.parse().ok()?;
    let back = match unit {
        "m" => n.minutes(),
        "h" => n.hours(),
        "d" => n.checked_mul(24)?.hours(),
        _ => return None,
    };
    now.timestamp().checked_sub(back).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_days_and_lengths_are_understood() {
        let now: Zoned = "2031-03-06T12:00:00+00:00[UTC]".parse().unwrap();
        let at = |t: &str| moment(t, &now).map(|t| t.to_string());
        assert_eq!(at("2031-03-04T18:00:00Z").as_deref(), Some("2031-03-04T18:00:00Z"));
        assert_eq!(at("12h").as_deref(), Some("2031-03-06T00:00:00Z"));
        assert_eq!(at("3d").as_deref(), Some("2031-03-03T12:00:00Z"));
        assert!(at("2031-03-04").is_some() && at("yesterday").is_some());
        assert_eq!((at("soon"), at(""), at("é")), (None, None, None));
    }
}
