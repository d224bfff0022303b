//! Times as tokens write them.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Reads the GeneralizedTime of a token: `YYYYMMDDhhmmss`, perhaps a fraction, and `Z` (RFC 3161, section 2.4.2).
pub(crate) fn generalized(bytes: &[u8]) -> Option<Timestamp> {
    let text = std::str::from_utf8(bytes).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = |digits: &str| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
    if whole.len() != 14 || !is_number(whole) || !is_number(fraction) || fraction.len() > 9 {
        return None;
    }
    let part = |from: usize, to: usize| whole[from..to].parse::<i8>().ok();
    let year = whole[..4].parse::<i16>().ok()?;
    let nanoseconds = format!("{fraction:0<9}").parse::<i32>().ok()?;
    let time = DateTime::new(
        year,
        part(4, 6)?,
        part(6, 8)?,
        part(8, 10)?,
        part(10, 12)?,
        part(12, 14)?,
        nanoseconds,
    );
    Some(time.ok()?.to_zoned(TimeZone::UTC).ok()?.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_with_and_without_fractions_are_read() {
        let read = |text: &str| generalized(text.as_bytes()).map(|time| time.to_string());
        assert_eq!(read("20310304060000Z").as_deref(), Some("2031-03-04T06:00:00Z"));
        assert_eq!(read("20310304060000.25Z").as_deref(), Some("2031-03-04T06:00:00.25Z"));
        for wrong in [
            "20310304060000",
            "2031030406000Z",
            "20311304060000Z",
            "20310304060000.Z",
            "2031é304060000Z",
            "Z",
            "",
        ] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
    }
}
