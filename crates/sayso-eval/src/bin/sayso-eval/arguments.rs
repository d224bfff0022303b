//! The options of the subcommands.

use std::{fs, path::PathBuf};

use sayso_eval::EvalError;
use sayso_reader::Reader;

/// What the command line asks for.
#[derive(Debug, Default)]
pub struct Arguments {
    /// Folder with the annotated texts.
    pub data: PathBuf,
    /// Model to measure instead of the shipped one.
    pub model: Option<PathBuf>,
    /// Model to compare with.
    pub reference_model: Option<PathBuf>,
    /// File for the attributions.
    pub jsonl: Option<PathBuf>,
    /// File for the rows of a table.
    pub out: Option<PathBuf>,
    /// Program that runs the same windows, with its arguments.
    pub peer: Option<String>,
    /// Invented articles to make.
    pub articles: Option<usize>,
    /// Whether to print what was missed.
    pub misses: bool,
    /// Whether to compare with the floors.
    pub check: bool,
}

impl Arguments {
    /// Reads the options; `None` when one is unknown, lacks its value, or `--data` is missing although it is needed.
    pub fn parse(mut words: impl Iterator<Item = String>, needs_data: bool) -> Option<Self> {
        let mut given = Self::default();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--misses" => given.misses = true,
                "--check" => given.check = true,
                "--data" => given.data = words.next()?.into(),
                "--model" => given.model = Some(words.next()?.into()),
                "--reference-model" => given.reference_model = Some(words.next()?.into()),
                "--peer" => given.peer = Some(words.next()?),
                "--articles" => given.articles = Some(words.next()?.parse().ok()?),
                "--out" => given.out = Some(words.next()?.into()),
                "--jsonl" => given.jsonl = Some(words.next()?.into()),
                _ => return None,
            }
        }
        (!needs_data || !given.data.as_os_str().is_empty()).then_some(given)
    }

    /// The reader to measure.
    pub fn reader(&self) -> Result<Reader, EvalError> {
        match &self.model {
            None => Ok(Reader::shipped()?),
            Some(path) => load(path),
        }
    }
}

/// Loads a model file; its file name becomes its version.
pub fn load(path: &PathBuf) -> Result<Reader, EvalError> {
    let bytes = fs::read(path).map_err(|source| EvalError::File { path: path.clone(), source })?;
    let version = path.file_name().unwrap_or_default().to_string_lossy();
    Ok(Reader::from_bytes(bytes, &version)?)
}
