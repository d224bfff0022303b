//! Texts with attributions marked by hand: a folder with `text/NAME.txt` and `attributions/NAME_ANNOTATOR.ann`.
//!
//! The form is PolNeAR's, brat stand-off: `T1 <tab> Source 3 9;12 20 <tab> words` names a span (in characters of the file),
//! `E1 <tab> Attribution:T4 Content:T3 Cue:T2 Source:T1` links spans. The first annotator by file name counts.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::{Path, PathBuf},
};

use sayso_model::{Digest, Span};
use sayso_reader::Role;

use crate::error::EvalError;

/// One attribution as marked: the spans of each role, none where the role is absent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GoldAttribution {
    /// Who.
    pub source: Vec<Span>,
    /// The words that attribute.
    pub cue: Vec<Span>,
    /// What.
    pub content: Vec<Span>,
}

/// One text and its attributions.
#[derive(Clone, Debug)]
pub struct Document {
    /// File name of the text.
    pub file: String,
    /// The text as it stands in the file.
    pub text: String,
    /// The attributions.
    pub attributions: Vec<GoldAttribution>,
}

/// The annotated texts of a folder, by file name.
#[derive(Clone, Debug)]
pub struct Corpus {
    /// The documents.
    pub documents: Vec<Document>,
    /// Digest of the texts and annotations used.
    pub digest: Digest,
}

impl Corpus {
    /// Reads a folder. Texts without annotation are left out.
    ///
    /// # Errors
    /// When a file cannot be read, an annotation line is damaged, or no text is annotated.
    pub fn read(folder: &Path) -> Result<Self, EvalError> {
        let annotations = files(&folder.join("attributions"))?;
        let (mut documents, mut digests) = (Vec::new(), String::new());
        for (file, path) in files(&folder.join("text"))? {
            let prefix = format!("{}_", file.trim_end_matches(".txt"));
            let first = annotations.range(prefix.clone()..).next();
            let Some((_, ann)) = first.filter(|(name, _)| name.starts_with(&prefix)) else { continue };
            let (text, marks) = (read(&path)?, read(ann)?);
            digests.push_str(Digest::of(text.as_bytes()).as_str());
            digests.push_str(Digest::of(marks.as_bytes()).as_str());
            let attributions = parse(&marks, &text).map_err(|(line, reason)| EvalError::Annotation {
                path: ann.clone(),
                line,
                reason,
            })?;
            documents.push(Document { file, text, attributions });
        }
        if documents.is_empty() {
            return Err(EvalError::NoDocuments { path: folder.to_owned() });
        }
        Ok(Self { documents, digest: Digest::of(digests.as_bytes()) })
    }
}

/// The files of a folder by name.
fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>, EvalError> {
    let fail = |source| EvalError::File { path: folder.to_owned(), source };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(fail)? {
        let entry = entry.map_err(fail)?;
        files.insert(entry.file_name().to_string_lossy().into_owned(), entry.path());
    }
    Ok(files)
}

fn read(path: &Path) -> Result<String, EvalError> {
    fs::read_to_string(path).map_err(|source| EvalError::File { path: path.to_owned(), source })
}

/// Reads stand-off annotation; an error names the line, counted from 1.
fn parse(marks: &str, text: &str) -> Result<Vec<GoldAttribution>, (usize, String)> {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut spans: HashMap<&str, Vec<Span>> = HashMap::new();
    let mut events = Vec::new();
    for (number, line) in (1..).zip(marks.lines()) {
        let mut fields = line.split('\t');
        let (Some(id), Some(body)) = (fields.next(), fields.next()) else { continue };
        if id.starts_with('T') {
            spans.insert(id, places(body, &bytes).ok_or_else(|| (number, format!("no span in {body:?}")))?);
        } else if id.starts_with('E') {
            events.push(body);
        }
    }
    Ok(events.into_iter().map(|event| link(event, &spans)).collect())
}

/// The spans of `Source 3 9;12 20`, turned from characters into bytes.
fn places(body: &str, bytes: &[usize]) -> Option<Vec<Span>> {
    let (_, ranges) = body.split_once(' ')?;
    let byte = |character: &str| {
        let number: usize = character.parse().ok()?;
        bytes.get(number).or(bytes.last()).copied()
    };
    ranges
        .split(';')
        .map(|range| {
            let (start, end) = range.trim().split_once(' ')?;
            Some(Span::new(byte(start)?, byte(end)?))
        })
        .collect()
}

/// The attribution of `Attribution:T4 Content:T3 Content2:T5 Cue:T2 Source:T1`.
fn link(event: &str, spans: &HashMap<&str, Vec<Span>>) -> GoldAttribution {
    let mut gold = GoldAttribution::default();
    for (name, id) in event.split_whitespace().filter_map(|part| part.split_once(':')) {
        let role = match name.trim_end_matches(|c: char| c.is_ascii_digit()) {
            "Source" => Role::Source,
            "Cue" => Role::Cue,
            "Content" => Role::Content,
            _ => continue,
        };
        gold.of_mut(role).extend(spans.get(id).into_iter().flatten());
    }
    gold
}

impl GoldAttribution {
    /// The spans of one role.
    pub fn of(&self, role: Role) -> &[Span] {
        match role {
            Role::Source => &self.source,
            Role::Cue => &self.cue,
            Role::Content => &self.content,
        }
    }

    fn of_mut(&mut self, role: Role) -> &mut Vec<Span> {
        match role {
            Role::Source => &mut self.source,
            Role::Cue => &mut self.cue,
            Role::Content => &mut self.content,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn character_offsets_become_byte_spans_and_parts_stay_apart() {
        let text = "“Né,” Ola said, “gone.”";
        let marks = "T1\tSource 6 9\tOla\nT2\tCue 10 14\tsaid\nT3\tContent 0 5;16 23\tx\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n";
        let gold = parse(marks, text).unwrap();
        assert_eq!(gold.len(), 1);
        assert_eq!(gold[0].source[0].of(text), "Ola");
        let parts: Vec<&str> = gold[0].content.iter().map(|span| span.of(text)).collect();
        assert_eq!(parts, ["“Né,”", "“gone.”"]);
    }

    #[test]
    fn a_damaged_line_is_named() {
        assert_eq!(parse("T1\tSource six nine\tx\n", "text").unwrap_err().0, 1);
    }
}
