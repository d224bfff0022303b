//! Texts of `html/revision.rs`.

use jiff::Timestamp;

pub const ITS_TEXTS_SO_FAR: &str = "Its texts so far";

pub fn two(number: usize, got: Timestamp, next_got: Timestamp) -> String {
    format!("Text {number}, got {got}, and text {}, got {next_got}", number + 1)
}
