//! Texts of `html/timeline.rs`.

pub const WHEN: &str = "When";
pub const TIMELINE: &str = "Timeline";
pub const REPORTED_DAY: &str = "▲ reported day";

pub fn published_on(stance: &str, days: &str) -> String {
    format!("{stance}: published on {days}")
}

pub fn days_named(days: &str) -> String {
    format!("days that the statements name: {days}")
}
