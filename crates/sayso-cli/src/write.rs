//! Writing to standard output: text, or JSON alone.

use std::{
    fs::File,
    io::{self, Write},
    path::Path,
};

use serde::Serialize;

use crate::failure::Failure;

/// Writes one JSON value, indented, and a line end.
pub fn json(value: &impl Serialize) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    serde_json::to_writer_pretty(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    Ok(())
}

/// Writes one JSON value on one line.
pub fn json_line(value: &impl Serialize) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, value).map_err(io::Error::from)?;
    writeln!(out)?;
    out.flush()?;
    Ok(())
}

/// Writes bytes as they are.
pub fn bytes(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(bytes)?;
    out.flush()?;
    Ok(())
}

/// Writes text as it is.
pub fn text(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Writes a file that must not be there yet, and waits until the disk has it.
pub fn new_file(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let made = File::create_new(path).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    made.map_err(|source| match source.kind() {
        io::ErrorKind::AlreadyExists => Failure::wrong_use(
            format!("{} is there already", path.display()),
            "choose another name, or remove it",
        ),
        _ => Failure::Surroundings { doing: "write the file", source },
    })
}
