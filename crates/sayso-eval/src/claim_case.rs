//! Cases of grouping: short articles with sources, cues and contents marked, and which contents make the same claim.
//!
//! Written as Markdown (see `crates/sayso-claim/cases/README.md`), or as JSON where annotated data is turned into cases.

use std::path::Path;

use sayso_model::{Article, ArticleId, Attribution, Digest, ModelDigest, Reading, Span};
use serde::Deserialize;

use crate::{annotated_marks::marked_case, blank::blank, error::EvalError};

/// What one heading says, shown on one or more articles.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ClaimCase {
    /// The heading.
    pub heading: String,
    /// The line of the heading.
    #[serde(default)]
    pub line: usize,
    /// The case is right and not met yet.
    #[serde(default)]
    pub known_gap: bool,
    /// The articles, in the order in which they were retrieved.
    pub articles: Vec<MarkedArticle>,
    /// What is expected beside the grouping: "status A contested", "origins A 2".
    #[serde(default)]
    pub expected: Vec<String>,
}

/// One article with what is marked in it.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct MarkedArticle {
    /// The outlet.
    pub outlet: String,
    /// ISO 8601 date.
    pub published: Option<String>,
    /// The text without marks.
    pub text: String,
    /// The attributions.
    pub marks: Vec<Marked>,
    /// The headline with what is marked in it; which claim its marks name does not matter.
    #[serde(default)]
    pub headline: Option<Box<MarkedArticle>>,
}

/// One attribution with the claim that it makes.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct Marked {
    /// First byte and one past the last of the source.
    pub source: Option<(usize, usize)>,
    /// Of the cue.
    pub cue: Option<(usize, usize)>,
    /// Of the content.
    pub content: (usize, usize),
    /// Contents with the same word here make the same claim; `None` where it is left open.
    pub claim: Option<String>,
}

impl MarkedArticle {
    /// The article as the pipeline gets it; `number` keeps articles of one outlet apart.
    pub fn article(&self, number: usize) -> Article {
        Article {
            id: ArticleId::derive(&[&self.outlet, &number.to_string()]),
            retrieved: jiff::Timestamp::UNIX_EPOCH + jiff::SignedDuration::from_secs(60 * number as i64),
            publisher: Some(self.outlet.clone()),
            published: self.published.as_deref().and_then(|p| p.parse().ok()),
            title: self.headline.as_ref().map(|headline| headline.text.clone()),
            ..blank(&number.to_string(), &self.text)
        }
    }

    /// The marks as a reader would give them.
    pub fn reading(&self) -> Reading {
        let span = |(start, end): (usize, usize)| Span::new(start, end);
        let mut attributions: Vec<Attribution> = self
            .marks
            .iter()
            .map(|m| Attribution {
                source: m.source.map(span),
                cue: m.cue.map(span),
                content: vec![span(m.content)],
                score: 1.0,
            })
            .collect();
        attributions.sort_by_key(|a| a.content.first().map(|c| c.start));
        let model = ModelDigest { version: "by hand".to_owned(), digest: Digest::of(b"") };
        Reading { model, attributions, names: Vec::new(), referents: Vec::new(), notices: Vec::new() }
    }

    /// The claim of the mark that shares most with this content, where one covers at least half of it.
    pub fn claim_at(&self, content: Span) -> Option<&str> {
        let shared =
            |m: &&Marked| m.content.1.min(content.end).saturating_sub(m.content.0.max(content.start));
        let length = |m: &Marked| m.content.1 - m.content.0;
        let best = self.marks.iter().max_by_key(|m| (2 * shared(m)).saturating_sub(length(m) / 2))?;
        (2 * shared(&best) >= content.end.saturating_sub(content.start))
            .then_some(best.claim.as_deref())
            .flatten()
    }
}

/// Reads the cases of a file, by its ending, or of a folder with an annotated case.
///
/// # Errors
/// When the file cannot be read or is no file of cases.
pub fn read_claim_cases(path: &Path) -> Result<Vec<ClaimCase>, EvalError> {
    if path.is_dir() {
        return Ok(vec![marked_case(path)?]);
    }
    let text =
        std::fs::read_to_string(path).map_err(|source| EvalError::File { path: path.into(), source })?;
    let fault = |(line, reason): (usize, String)| EvalError::Annotation { path: path.into(), line, reason };
    if path.extension().is_some_and(|e| e == "json") {
        return serde_json::from_str(&text).map_err(|e| fault((e.line(), e.to_string())));
    }
    parse(&text).map_err(fault)
}

type Fault = (usize, String);

/// Parses Markdown with `## headings` and fenced blocks `claims`.
fn parse(text: &str) -> Result<Vec<ClaimCase>, Fault> {
    let mut cases: Vec<ClaimCase> = Vec::new();
    let mut heading: Option<(usize, String)> = None;
    let mut reason = false;
    let mut block: Option<(usize, Vec<&str>)> = None;
    for (n, line) in (1..).zip(text.lines()) {
        if let Some((start, mut lines)) = block.take() {
            if line != "```" {
                lines.push(line);
                block = Some((start, lines));
                continue;
            }
            let (at, words) = heading.clone().ok_or((n, "a case without a heading".to_owned()))?;
            if !reason {
                return Err((at, "a case needs a sentence that says why".to_owned()));
            }
            let mut case = of_block(start, &lines)?;
            case.known_gap = text.lines().nth(start - 1).is_some_and(|l| l.contains("known-gap"));
            (case.line, case.heading) = (at, words);
            cases.push(case);
        } else if line.starts_with("```claims") {
            block = Some((n, Vec::new()));
        } else if let Some(words) = line.strip_prefix("## ") {
            if cases.iter().any(|c| c.heading == words) {
                return Err((n, "the heading stands twice".to_owned()));
            }
            (heading, reason) = (Some((n, words.to_owned())), false);
        } else if !line.trim().is_empty() {
            reason = true;
        }
    }
    match block {
        Some((start, _)) => Err((start, "the block is not closed".to_owned())),
        None => Ok(cases),
    }
}

fn of_block(start: usize, lines: &[&str]) -> Result<ClaimCase, Fault> {
    let mut case = ClaimCase::default();
    let expected = lines.iter().position(|l| *l == "===").unwrap_or(lines.len());
    case.expected =
        lines[expected..].iter().skip(1).map(|l| (*l).to_owned()).filter(|l| !l.is_empty()).collect();
    let mut at = start + 1;
    for part in lines[..expected].split(|l| *l == "---") {
        case.articles.push(article(at, part)?);
        at += part.len() + 1;
    }
    Ok(case)
}

fn article(start: usize, lines: &[&str]) -> Result<MarkedArticle, Fault> {
    let mut out = MarkedArticle::default();
    let head = lines
        .iter()
        .position(|l| l.is_empty())
        .ok_or((start, "no empty line after the settings".to_owned()))?;
    for (n, line) in (start..).zip(&lines[..head]) {
        match line.split_once(": ") {
            Some(("outlet", value)) => value.clone_into(&mut out.outlet),
            Some(("published", value)) => out.published = Some(value.to_owned()),
            Some(("title", value)) => {
                let mut headline = Box::<MarkedArticle>::default();
                mark(&mut headline, value).map_err(|reason| (n, reason))?;
                out.headline = Some(headline);
            }
            _ => return Err((n, format!("{line:?} is no setting"))),
        }
    }
    for (n, line) in (start + head + 1..).zip(&lines[head + 1..]) {
        mark(&mut out, line).map_err(|reason| (n, reason))?;
        out.text.push('\n');
    }
    out.text.truncate(out.text.trim_end().len());
    Ok(out)
}

/// Adds one line: its `<source>` and `{cue}` belong to all its `[A: content]`.
fn mark(out: &mut MarkedArticle, line: &str) -> Result<(), String> {
    let (mut source, mut cue, mut contents) = (None, None, Vec::new());
    let mut open: Vec<(char, usize, Option<String>)> = Vec::new();
    let mut chars = line.char_indices();
    while let Some((at, c)) = chars.next() {
        let here = out.text.len();
        match c {
            '<' | '{' => open.push((c, here, None)),
            '[' => {
                let (claim, _) = line[at + 1..].split_once(": ").ok_or("a content without its claim")?;
                let claim = claim.to_owned();
                chars.nth(claim.chars().count() + 1);
                open.push((c, here, Some(claim)));
            }
            '>' | '}' | ']' => {
                let (opened, from, claim) = open.pop().ok_or("a mark that was not opened")?;
                match (opened, c, claim) {
                    ('<', '>', _) => source = Some((from, here)),
                    ('{', '}', _) => cue = Some((from, here)),
                    ('[', ']', Some(claim)) => contents.push(((from, here), claim)),
                    _ => return Err("marks are not closed in order".to_owned()),
                }
            }
            _ => out.text.push(c),
        }
    }
    if !open.is_empty() {
        return Err("a mark is not closed".to_owned());
    }
    let marks =
        contents.into_iter().map(|(content, claim)| Marked { source, cue, content, claim: Some(claim) });
    out.marks.extend(marks);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_out_of_the_text() {
        let text = "## One\n\nA reason.\n\n```claims\noutlet: Post\n\n<The port> {said} that [A: the pier fell].\n===\nstatus A single-source\n```\n";
        let case = parse(text).unwrap().pop().unwrap();
        let article = &case.articles[0];
        assert_eq!(article.text, "The port said that the pier fell.");
        assert_eq!(&article.text[article.marks[0].content.0..article.marks[0].content.1], "the pier fell");
        assert_eq!(case.expected, ["status A single-source"]);
        assert_eq!(article.claim_at(Span::new(19, 32)), Some("A"));
    }

    #[test]
    fn faults_name_their_line() {
        assert_eq!(parse("## One\n\n```claims\noutlet: P\n\nx\n```\n").unwrap_err().0, 1);
        assert_eq!(parse("## One\n\nWhy.\n```claims\noutlet: P\n\n<x\n```\n").unwrap_err().0, 7);
    }
}
