//! Reads the articles of a case with the crate and compares each statement with what is expected of it.

use std::fmt::Display;

use sayso_model::{Actor, ActorId, Article, Span, Statement};
use sayso_statement::{resolve_actors, statements};

use crate::{
    Problem,
    format::{Block, Case, Expected, KEYS},
};

/// Everything in which the code reads the case otherwise than it says.
pub fn check(case: &Case) -> Vec<Problem> {
    let articles: Vec<Article> = case.blocks.iter().map(|b| b.article.clone()).collect();
    let mut all: Vec<Statement> =
        case.blocks.iter().flat_map(|b| statements(&b.article, &b.reading)).collect();
    let actors = resolve_actors(&articles, &mut all);
    let mut out = Vec::new();
    for block in &case.blocks {
        let mine: Vec<Found<'_>> = all
            .iter()
            .filter(|s| s.article == block.article.id)
            .map(|statement| Found { text: &block.article.text, statement, actors: &actors })
            .collect();
        out.extend(check_block(block, &mine).into_iter().map(|(line, text)| Problem {
            line,
            heading: case.heading.clone(),
            text,
        }));
    }
    out
}

fn check_block(block: &Block, found: &[Found<'_>]) -> Vec<(usize, String)> {
    if found.len() != block.expected.len() {
        let list: Vec<String> = found.iter().map(Found::summary).collect();
        let text = format!(
            "    expected  {} statements\n    found     {}: {}",
            block.expected.len(),
            found.len(),
            list.join("; ")
        );
        return vec![(block.line, text)];
    }
    found.iter().zip(&block.expected).flat_map(|(f, e)| f.differences(e)).collect()
}

/// One statement with what it takes to write it down.
struct Found<'a> {
    text: &'a str,
    statement: &'a Statement,
    actors: &'a [Actor],
}

impl Found<'_> {
    fn differences(&self, expected: &[Expected]) -> Vec<(usize, String)> {
        let mut out = Vec::new();
        for key in KEYS {
            let lines: Vec<&Expected> = expected.iter().filter(|e| e.key == *key).collect();
            let Some(first) = lines.first() else { continue };
            let values: Vec<&str> = lines.iter().map(|e| e.value.as_str()).collect();
            let found = self.values(key);
            let same = values.len() == found.len() && values.iter().zip(&found).all(|(e, f)| agrees(e, f));
            if !same {
                let listed = |verb, values: &[&str]| {
                    let lines = values.iter().map(|v| format!("    {verb:<9} {key}: {v}"));
                    lines.collect::<Vec<_>>().join("\n")
                };
                let found: Vec<&str> = found.iter().map(String::as_str).collect();
                out.push((
                    first.line,
                    format!("{}\n{}", listed("expected", &values), listed("found", &found)),
                ));
            }
        }
        out
    }

    /// What the statement has under `key`; `none` where it has nothing.
    fn values(&self, key: &str) -> Vec<String> {
        let s = self.statement;
        let of = |span: Span| span.of(self.text).to_owned();
        let list = match key {
            "voice" => vec![s.voice.to_string()],
            "source" => s.source.map(of).into_iter().collect(),
            "cue" => s.cue.map(of).into_iter().collect(),
            "content" => vec![s.words(self.text)],
            "quotation" => vec![s.quotation.to_string()],
            "stance" => vec![s.stance.to_string()],
            "certainty" => vec![s.certainty.to_string()],
            "grounds" => s.grounds.iter().map(|g| of(*g)).collect(),
            "actor" => self.actor(s.actor.as_ref()).into_iter().collect(),
            "speaks-for" => self.affiliation().into_iter().collect(),
            "quantity" => s
                .quantities
                .iter()
                .map(|q| {
                    let (low, high, unit) = (or_null(&q.low), or_null(&q.high), or_null(&q.unit));
                    format!("{} | {low} | {high} | {unit} | {}", of(q.span), q.relation)
                })
                .collect(),
            "time" => s
                .times
                .iter()
                .map(|t| format!("{} | {} | {}", of(t.span), t.kind, or_null(&t.value)))
                .collect(),
            _ => s
                .places
                .iter()
                .map(|p| format!("{} | {} | {}", of(p.span), p.name, p.country.as_deref().unwrap_or("-")))
                .collect(),
        };
        if list.is_empty() { vec!["none".to_owned()] } else { list }
    }

    fn known(&self, id: &ActorId) -> Option<&Actor> {
        self.actors.iter().find(|a| a.id == *id)
    }

    fn actor(&self, id: Option<&ActorId>) -> Option<String> {
        self.known(id?).map(|a| format!("{} ({})", a.name, a.kind))
    }

    fn affiliation(&self) -> Option<String> {
        self.actor(self.known(self.statement.actor.as_ref()?)?.affiliation.as_ref())
    }

    fn summary(&self) -> String {
        let source = self.statement.source.map_or("no source", |s| s.of(self.text));
        format!("{source:?} says {:?}", self.statement.words(self.text))
    }
}

fn or_null(value: &Option<impl Display>) -> String {
    value.as_ref().map_or_else(|| "null".to_owned(), ToString::to_string)
}

/// Whether a value is the expected one; `* (anonymous)` stands for any actor of the kind.
fn agrees(expected: &str, found: &str) -> bool {
    match expected.strip_prefix('*') {
        Some(rest) => found.ends_with(rest),
        None => expected == found,
    }
}
