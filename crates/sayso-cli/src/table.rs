//! Tables for reading: as wide as the terminal, or 120 columns where there is none.

use comfy_table::{ContentArrangement, Table, presets};

/// Columns where the width of the terminal is not known: piped output stays the same everywhere.
pub const DEFAULT_WIDTH: u16 = 120;

/// Makes an empty table with these headings.
pub fn table(headings: &[&str]) -> Table {
    let mut table = Table::new();
    table.load_style(presets::UTF8_HORIZONTAL_ONLY);
    table.set_content_arrangement(ContentArrangement::Dynamic);
    if !table.is_tty() {
        table.set_width(DEFAULT_WIDTH);
    }
    table.set_header(headings.iter().copied());
    table
}

/// Names in one cell; more are counted, and `show` has them all.
const NAMES_IN_A_CELL: usize = 6;

/// Names joined for one cell; `–` where there is none.
pub fn names(names: &[String]) -> String {
    match names {
        [] => "–".to_owned(),
        few if few.len() <= NAMES_IN_A_CELL => few.join(", "),
        many => format!(
            "{} and {} others",
            many[..NAMES_IN_A_CELL - 1].join(", "),
            many.len() - NAMES_IN_A_CELL + 1
        ),
    }
}

/// The day of a time that is written as ISO 8601.
pub fn day(time: Option<&str>) -> String {
    time.map_or_else(|| "–".to_owned(), |t| t.chars().take(10).collect())
}

/// "1 article", "2 articles".
pub fn count(n: usize, noun: &str) -> String {
    if n == 1 { format!("1 {noun}") } else { format!("{n} {noun}s") }
}
