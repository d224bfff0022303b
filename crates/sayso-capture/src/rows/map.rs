//! Which column is which? The names that sayso knows, what else they are often called, and what the caller says.

use std::{fmt, str::FromStr};

use thiserror::Error;

use super::Row;

/// What sayso knows of a row, and the names that columns with it commonly have, the usual first.
const KNOWN: [(&str, &[&str]); 7] = [
    ("url", &["url", "link", "address", "uri"]),
    ("title", &["title", "headline"]),
    ("publisher", &["publisher", "outlet", "site_name", "source.name"]),
    (
        "published",
        &["published", "published_at", "publishedat", "date_published", "pubdate", "published_date", "date"],
    ),
    ("lang", &["lang", "language"]),
    ("byline", &["byline", "author", "authors"]),
    ("text", &["text", "body", "content", "article", "full_text"]),
];

/// Which column of a table holds what: `title=headline,text=story`. What is not named is found by its usual name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ColumnMap(Vec<(&'static str, String)>);

/// Says what is wrong with a map of columns.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum MapError {
    /// A part is not of the form `name=column`.
    #[error("{0:?} is not of the form name=column")]
    Form(String),
    /// A name is none that sayso knows.
    #[error("{0:?} is not known; known are url, title, publisher, published, lang, byline and text")]
    Name(String),
}

impl FromStr for ColumnMap {
    type Err = MapError;

    fn from_str(text: &str) -> Result<Self, MapError> {
        let pair = |part: &str| {
            let (name, column) = part.split_once('=').ok_or_else(|| MapError::Form(part.to_owned()))?;
            let name = if name.trim() == "outlet" { "publisher" } else { name.trim() };
            let known = KNOWN
                .iter()
                .find(|(known, _)| *known == name)
                .ok_or_else(|| MapError::Name(name.to_owned()))?;
            if column.trim().is_empty() {
                return Err(MapError::Form(part.to_owned()));
            }
            Ok((known.0, column.trim().to_owned()))
        };
        text.split(',')
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(pair)
            .collect::<Result<_, _>>()
            .map(Self)
    }
}

impl fmt::Display for ColumnMap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.0.iter().map(|(name, column)| format!("{name}={column}")).collect();
        f.write_str(&parts.join(","))
    }
}

impl ColumnMap {
    /// Whether a table with these columns holds articles or addresses, in words where it does not.
    pub(super) fn check(&self, columns: &[String]) -> Result<(), String> {
        let row: Row = columns.iter().map(|column| (column.clone(), "x".to_owned())).collect();
        if let Some((name, column)) = self.0.iter().find(|(_, column)| !columns.contains(column)) {
            return Err(format!("it has no column {column:?} for {name}; it has {}", columns.join(", ")));
        }
        let known = self.known(&row);
        let has = known.iter().any(|(name, _)| *name == "text" || *name == "url");
        if has {
            Ok(())
        } else {
            Err(format!("none of its columns holds a text or an address; it has {}", columns.join(", ")))
        }
    }

    /// What is known of a row.
    pub(super) fn known(&self, row: &Row) -> Vec<(&'static str, String)> {
        let known = |(name, usual): &(&'static str, &[&str])| {
            let column = self.column(name, usual, row)?;
            Some((*name, row.iter().find(|(key, _)| *key == column)?.1.clone()))
        };
        KNOWN.iter().filter_map(known).collect()
    }

    fn column(&self, name: &str, usual: &[&str], row: &Row) -> Option<String> {
        let told = self.0.iter().find(|(known, _)| *known == name).map(|(_, column)| column.clone());
        let found = || usual.iter().find_map(|u| row.iter().find(|(key, _)| key.eq_ignore_ascii_case(u)));
        told.or_else(|| found().map(|(key, _)| key.clone()))
    }

    /// The row as a text with header lines: first what is known, then all other columns, then the text itself.
    pub(super) fn written(&self, row: &Row, known: &[(&'static str, String)], text: &str) -> String {
        let mut out = String::new();
        for (name, value) in known.iter().filter(|(name, value)| *name != "text" && !value.trim().is_empty())
        {
            out += &line(name, value);
        }
        if out.is_empty() {
            // Without a known line the others would be taken for the beginning of the text.
            out += "publisher: unknown\n";
        }
        let used: Vec<String> =
            KNOWN.iter().filter_map(|(name, usual)| self.column(name, usual, row)).collect();
        for (key, value) in row.iter().filter(|(key, value)| !used.contains(key) && !value.trim().is_empty())
        {
            out += &line(&header_name(key), value);
        }
        out.push('\n');
        out + text
    }
}

fn line(name: &str, value: &str) -> String {
    format!("{name}: {}\n", value.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A column's name as a header line can have it: letters, digits, `_`, `-`, at most 31, a letter first.
fn header_name(column: &str) -> String {
    let fit = |c: char| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' };
    let name: String = column.chars().map(fit).take(25).collect();
    let known = KNOWN.iter().any(|(known, _)| known.eq_ignore_ascii_case(&name))
        || name.eq_ignore_ascii_case("outlet");
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) && !known { name } else { format!("other-{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_map_is_read_and_written() {
        let map: ColumnMap = " title=headline, outlet=paper ".parse().unwrap();
        assert_eq!(map.to_string(), "title=headline,publisher=paper");
        assert_eq!("title".parse::<ColumnMap>(), Err(MapError::Form("title".into())));
        assert_eq!("colour=red".parse::<ColumnMap>(), Err(MapError::Name("colour".into())));
    }

    #[test]
    fn a_row_becomes_header_lines_and_text() {
        let row: Row =
            [("Headline", "Quay\nshut"), ("id", "7"), ("1st seen", "x"), ("body", "url: no header\n\nText")]
                .map(|(k, v)| (k.to_owned(), v.to_owned()))
                .into();
        let map = ColumnMap::default();
        let known = map.known(&row);
        let written = map.written(&row, &known, "url: no header\n\nText");
        assert_eq!(written, "title: Quay shut\nid: 7\nother-1st_seen: x\n\nurl: no header\n\nText");
    }
}
