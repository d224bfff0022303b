//! `sayso changes --since T`: what is new, what changed status, and why.

use clap::Args;
use jiff::{SignedDuration, Timestamp, Zoned, civil::Date};
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
    #[arg(long, value_name = "T", allow_hyphen_values = true)]
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

/// The moment that a person means; days begin in the time zone of `now`.
fn moment(text: &str, now: &Zoned) -> Option<Timestamp> {
    if let Ok(time) = text.parse() {
        return Some(time);
    }
    let start_of = |day: Date| day.to_zoned(now.time_zone().clone()).ok().map(|z| z.timestamp());
    if text == "yesterday" {
        return start_of(now.date().yesterday().ok()?);
    }
    if let Ok(day) = text.parse::<Date>() {
        return start_of(day);
    }
    now.timestamp().checked_sub(length(text)?).ok()
}

/// A length of time such as 90m, 12h or 3d; a day has 24 hours. `None` for anything else, and for more than a number holds.
fn length(text: &str) -> Option<SignedDuration> {
    let (number, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let minutes = match unit {
        "m" => 1,
        "h" => 60,
        "d" => 24 * 60,
        _ => return None,
    };
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let seconds = number.parse::<i64>().ok()?.checked_mul(minutes * 60)?;
    Some(SignedDuration::from_secs(seconds))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::tz::TimeZone;

    /// Noon, in a time zone that needs no database.
    fn now() -> Zoned {
        let time: Timestamp = "2031-03-06T12:00:00Z".parse().unwrap();
        time.to_zoned(TimeZone::UTC)
    }

    fn at(text: &str) -> Option<String> {
        moment(text, &now()).map(|time| time.to_string())
    }

    #[test]
    fn times_days_and_lengths_are_understood() {
        assert_eq!(at("2031-03-04T18:00:00Z").as_deref(), Some("2031-03-04T18:00:00Z"));
        assert_eq!(at("90m").as_deref(), Some("2031-03-06T10:30:00Z"));
        assert_eq!(at("12h").as_deref(), Some("2031-03-06T00:00:00Z"));
        assert_eq!(at("3d").as_deref(), Some("2031-03-03T12:00:00Z"));
        assert_eq!(at("2031-03-04").as_deref(), Some("2031-03-04T00:00:00Z"));
        assert_eq!(at("yesterday").as_deref(), Some("2031-03-05T00:00:00Z"));
    }

    #[test]
    fn what_is_no_time_or_lies_outside_the_calendar_is_none() {
        for text in ["soon", "", "é", "d", "3x", "-5d", "+5d", "5.5h", "8000000d", "9223372036854775807m"] {
            assert_eq!(at(text), None, "{text:?}");
        }
        for unit in ["m", "h", "d"] {
            for zeros in 0..25 {
                let _ = at(&format!("9{}{unit}", "0".repeat(zeros)));
            }
        }
    }
}
