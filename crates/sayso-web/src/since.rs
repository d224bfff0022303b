//! Which moment do words such as 2031-03-05 mean?

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// The moment: one with an offset as it stands there, a day or local time in the time zone of this machine.
///
/// Lengths such as `3d` are not taken: an address should show the same tomorrow.
pub(crate) fn moment(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    if let Ok(moment) = text.parse() {
        return Some(moment);
    }
    let local: DateTime = text.parse().ok()?;
    local.to_zoned(TimeZone::system()).ok().map(|z| z.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_days_and_local_times_are_understood() {
        let at = moment("2031-03-04T18:00:00+01:00").map(|t| t.to_string());
        assert_eq!(at.as_deref(), Some("2031-03-04T17:00:00Z"));
        assert!(moment("2031-03-04").is_some() && moment(" 2031-03-04T18:00 ").is_some());
        assert_eq!(
            (moment("soon"), moment(""), moment("3d"), moment("2031-02-30")),
            (None, None, None, None)
        );
    }
}
