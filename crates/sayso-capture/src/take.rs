//! What does one input hold? An article, or as many as its file has records, rows or addresses.

use std::{
    fs::File,
    io::{Read, Seek as _, SeekFrom},
};

use jiff::Timestamp;
use sayso_model::{Capture, MediaType};

use crate::{
    CaptureError, Input, capture, list,
    media::{self, Container},
    rows::{self, ColumnMap, FromRow},
    wacz,
    warc::Pages,
};

/// What was found in an input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// An article's bytes.
    Capture(Capture),
    /// An address on the web; whoever asked decides whether it is fetched.
    Address(String),
}

/// Gives everything that an input holds to `each`, in order and one at a time, so that memory does not grow with the input.
/// What could not be taken is given as an error in its place, and the rest still comes.
///
/// An archive (WARC, WACZ) gives its pages, a table (JSONL, CSV) its rows, a list of addresses the addresses, and any other file
/// one capture. `map` says which columns of a table hold what.
pub fn take(
    input: &Input,
    map: &ColumnMap,
    retrieved: Timestamp,
    each: &mut dyn FnMut(Result<Found, CaptureError>),
) {
    let container = match input {
        Input::Address(url) => return each(Ok(Found::Address(url.clone()))),
        Input::StandardInput => Ok(None),
        Input::File(path) => media::container(path),
    };
    match container {
        Ok(None) => one(input, retrieved, each),
        Ok(Some(container)) => {
            if let Err(error) = contained(container, input, map, retrieved, each) {
                each(Err(error));
            }
        }
        Err(source) => each(Err(CaptureError::from_io(&input.name(), source))),
    }
}

fn one(input: &Input, retrieved: Timestamp, each: &mut dyn FnMut(Result<Found, CaptureError>)) {
    let taken = capture(input, retrieved);
    let listed = match &taken {
        Ok(capture) if capture.media_type == MediaType::Text => list::addresses(&capture.bytes),
        _ => None,
    };
    match listed {
        Some(addresses) => addresses.into_iter().for_each(|url| each(Ok(Found::Address(url)))),
        None => each(taken.map(Found::Capture)),
    }
}

fn contained(
    container: Container,
    input: &Input,
    map: &ColumnMap,
    retrieved: Timestamp,
    each: &mut dyn FnMut(Result<Found, CaptureError>),
) -> Result<(), CaptureError> {
    let Input::File(path) = input else { return Ok(()) };
    let name = input.name();
    let file = File::open(path).map_err(|source| CaptureError::from_io(&name, source))?;
    let mut count = 0;
    let mut counted = |found: Result<Found, CaptureError>| {
        count += 1;
        each(found);
    };
    let mut of_row = |found: Result<FromRow, CaptureError>| {
        counted(found.map(|found| match found {
            FromRow::Capture(capture) => Found::Capture(capture),
            FromRow::Address(url) => Found::Address(url),
        }));
    };
    match container {
        Container::Csv => rows::csv(file, &name, map, retrieved, &mut of_row)?,
        Container::JsonLines => rows::json_lines(file, &name, map, retrieved, &mut of_row)?,
        Container::Warc => {
            let again = |offset, read: &mut dyn FnMut(&mut dyn Read)| {
                let mut file = File::open(path)?;
                file.seek(SeekFrom::Start(offset))?;
                read(&mut file);
                Ok(())
            };
            let pages = Pages::new(file, &name, retrieved).looking_up(again);
            pages.for_each(|page| counted(page.map(Found::Capture)));
        }
        Container::Wacz => {
            let again = || File::open(path);
            wacz::pages(file, &again, &name, retrieved, &mut |page| counted(page.map(Found::Capture)))?
        }
    }
    if count == 0 { Err(CaptureError::EmptyContainer { file: name }) } else { Ok(()) }
}
