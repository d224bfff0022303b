//! What does a table of articles hold? Rows of CSV and lines of JSON, by names of columns that the caller may map.

mod map;

use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};
use serde_json::Value;

use crate::{CaptureError, MAX_ARTICLE_BYTES};

pub use map::{ColumnMap, MapError};

/// One row: names of columns with their texts.
type Row = Vec<(String, String)>;

/// What a row gives.
pub(crate) enum FromRow {
    /// An article.
    Capture(Capture),
    /// An address whose page is the article.
    Address(String),
}

/// Gives what the rows of a CSV file hold to `each`. The first row names the columns; the separator is a comma, a semicolon or a
/// tab, whichever that row has most of.
pub(crate) fn csv(
    file: File,
    name: &str,
    map: &ColumnMap,
    retrieved: Timestamp,
    each: &mut dyn FnMut(Result<FromRow, CaptureError>),
) -> Result<(), CaptureError> {
    let mut input = BufReader::new(file);
    let start = input.fill_buf().map_err(|source| CaptureError::from_io(name, source))?;
    let separator = separator(start);
    let marked = start.starts_with(b"\xEF\xBB\xBF");
    if marked {
        input.consume(3);
    }
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(input);
    let damaged = |error: &csv::Error, at: u64| row_error(name, at, error.to_string());
    let columns: Vec<String> = match rows.byte_headers() {
        Ok(header) => header.iter().map(|c| String::from_utf8_lossy(c).trim().to_owned()).collect(),
        Err(error) => return Err(damaged(&error, 1)),
    };
    map.check(&columns).map_err(|reason| CaptureError::Columns { file: name.to_owned(), reason })?;
    let mut record = csv::ByteRecord::new();
    let mut number = 1;
    loop {
        number += 1;
        match rows.read_byte_record(&mut record) {
            Ok(false) => return Ok(()),
            Ok(true) => {
                let texts = record.iter().map(|text| String::from_utf8_lossy(text).into_owned());
                let row = columns.iter().cloned().zip(texts).collect();
                each(of_row(row, name, number, map, retrieved));
            }
            Err(error) => {
                let is_of_disk = error.is_io_error();
                each(Err(damaged(&error, number)));
                if is_of_disk {
                    return Ok(());
                }
            }
        }
    }
}

/// The separator of which the first line has most.
fn separator(start: &[u8]) -> u8 {
    let line = start.split(|b| *b == b'\n').next().unwrap_or_default();
    let count = |separator: u8| line.iter().filter(|b| **b == separator).count();
    // On a tie the first: a comma.
    [b'\t', b';', b','].into_iter().max_by_key(|separator| count(*separator)).unwrap_or(b',')
}

/// Gives what the lines of a JSONL file hold to `each`. Members of inner objects have names such as `source.name`.
pub(crate) fn json_lines(
    file: File,
    name: &str,
    map: &ColumnMap,
    retrieved: Timestamp,
    each: &mut dyn FnMut(Result<FromRow, CaptureError>),
) -> Result<(), CaptureError> {
    let mut input = BufReader::new(file);
    let (mut line, mut number) = (Vec::new(), 0);
    loop {
        line.clear();
        number += 1;
        let mut limited = input.by_ref().take(MAX_ARTICLE_BYTES + 1);
        let read =
            limited.read_until(b'\n', &mut line).map_err(|source| CaptureError::from_io(name, source))?;
        if read == 0 {
            return Ok(());
        }
        if line.len() as u64 > MAX_ARTICLE_BYTES {
            each(Err(row_error(name, number, "it is too large for one article".to_owned())));
            skip_line(&mut input).map_err(|source| CaptureError::from_io(name, source))?;
        } else if !line.trim_ascii().is_empty() {
            each(of_line(&line, name, number, map, retrieved));
        }
    }
}

fn skip_line(input: &mut impl BufRead) -> std::io::Result<()> {
    loop {
        let buffer = input.fill_buf()?;
        let end = buffer.iter().position(|b| *b == b'\n');
        let (length, done) = (end.map_or(buffer.len(), |at| at + 1), end.is_some() || buffer.is_empty());
        input.consume(length);
        if done {
            return Ok(());
        }
    }
}

fn of_line(
    line: &[u8],
    name: &str,
    number: u64,
    map: &ColumnMap,
    retrieved: Timestamp,
) -> Result<FromRow, CaptureError> {
    let object: Value = serde_json::from_slice(line)
        .map_err(|error| row_error(name, number, format!("it is no JSON: {error}")))?;
    if !object.is_object() {
        return Err(row_error(name, number, "it is no JSON object".to_owned()));
    }
    let mut row = Row::new();
    flatten("", &object, &mut row);
    of_row(row, name, number, map, retrieved)
}

/// The texts of an object by their paths; lists of texts are joined.
fn flatten(path: &str, value: &Value, out: &mut Row) {
    let text = match value {
        Value::Object(members) => {
            for (key, value) in members {
                let inner = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                flatten(&inner, value, out);
            }
            return;
        }
        Value::Null => return,
        Value::String(text) => text.clone(),
        Value::Array(values) => {
            let texts: Vec<&str> = values.iter().filter_map(Value::as_str).collect();
            if texts.len() == values.len() { texts.join(", ") } else { value.to_string() }
        }
        other => other.to_string(),
    };
    out.push((path.to_owned(), text));
}

/// The article of a row, or the address where a row has no text.
fn of_row(
    row: Row,
    name: &str,
    number: u64,
    map: &ColumnMap,
    retrieved: Timestamp,
) -> Result<FromRow, CaptureError> {
    let known = map.known(&row);
    let get = |key: &str| known.iter().find(|(k, _)| *k == key).map(|(_, value)| value.as_str());
    match (get("text").filter(|text| !text.trim().is_empty()), get("url").filter(|url| is_address(url))) {
        (Some(text), _) => {
            let bytes = map.written(&row, &known, text).into_bytes();
            let location = Location::File(format!("{name}#{number}"));
            Ok(FromRow::Capture(Capture::new(location, retrieved, MediaType::Text, bytes)))
        }
        (None, Some(url)) if get("text").is_none() => Ok(FromRow::Address(url.trim().to_owned())),
        (None, _) => Err(row_error(name, number, "it holds no text".to_owned())),
    }
}

fn is_address(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("http://") || text.starts_with("https://")
}

fn row_error(name: &str, row: u64, reason: String) -> CaptureError {
    CaptureError::Row { file: name.to_owned(), row, reason }
}
