//! Tables for reading: as wide as the terminal, or 132 columns where there is none.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};

/// Columns where the width of the terminal is not known, so that piped output is the same everywhere: a wide terminal's 132, at
/// which the ledger's names break seldom.
pub const DEFAULT_WIDTH: u16 = 132;

/// What stands in the place of a table where the case is empty.
pub const NO_ARTICLES: &str = "The case holds no articles yet. Add some: sayso add FILES\n";

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

/// Keeps these columns as wide as what they hold: short words, numbers and days are not broken.
pub fn unbroken(table: &mut Table, columns: &[usize]) {
    for &column in columns {
        if let Some(column) = table.column_mut(column) {
            column.set_constraint(ColumnConstraint::ContentWidth);
        }
    }
}

/// Gives a column at least so many characters: what is read most should not be the narrowest.
pub fn at_least(table: &mut Table, column: usize, characters: u16) {
    if let Some(column) = table.column_mut(column) {
        column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(characters)));
    }
}
