//! Who says what, how firmly, about when, where and how many?
//!
//! [`statements`] turns an article and what the reader found in it into [`Statement`]s: stance and certainty from a lexicon
//! of cues, negation and hedges; the figures, times and places of each content. [`resolve_actors`] then says who each source
//! is, within one article or across many. Rules only: no model, no file, no clock; nothing here fails.
//!
//! ```
//! use sayso_model::{Attribution, Digest, ModelDigest, Reading, Stance};
//! let article = sayso_testkit::article("x", "The port denied that up to 40 drums were lost.");
//! let span = |words| sayso_testkit::span(&article.text, words);
//! let reading = Reading {
//!     model: ModelDigest { version: "by hand".into(), digest: Digest::of(b"") },
//!     attributions: vec![Attribution {
//!         source: Some(span("The port")),
//!         cue: Some(span("denied")),
//!         content: vec![span("up to 40 drums were lost")],
//!         score: 1.0,
//!     }],
//!     names: vec![],
//!     referents: vec![],
//!     notices: vec![],
//! };
//! let statements = sayso_statement::statements(&article, &reading);
//! assert_eq!(statements[0].stance, Stance::Denies);
//! assert_eq!(statements[0].quantities[0].high, Some(40.0));
//! ```

mod actor;
mod annotate;
mod calendar;
mod carry;
mod certainty;
mod context;
mod country;
mod cue;
mod find;
mod given;
mod headline;
mod joint;
mod likened;
mod number;
mod own_voice;
mod phrases;
mod place;
mod quantity;
mod quotation;
mod refine;
mod speakers;
mod stance;
mod syntax;
mod text;
mod time;

pub use actor::resolve_actors;
pub use annotate::{Annotations, annotate, annotate_with};
pub use context::{Surroundings, surroundings};
pub use country::country_of;
pub use cue::listed_cues;
pub use headline::{headline, headline_statements, resolve_headline};
pub use likened::{LikenedVerb, likened_verbs};
pub use place::{Named, NamedKind};

use std::collections::BTreeMap;

use sayso_model::{Article, Attribution, Reading, Referent, Span, Statement, StatementId, Voice};

/// Turns the attributions of one article into statements, in text order.
///
/// A joint source gives one statement for each speaker; sentences that go on with a report give `carried` statements, hedged sentences of the outlet's own `publisher` ones. The
/// actors are left open: [`resolve_actors`] fills them. An article in a language other than English has no statements yet.
pub fn statements(article: &Article, reading: &Reading) -> Vec<Statement> {
    interpret(article, reading).0
}

/// Does the same and gives what the whole text says of how many, when and where as well, which is read once for both.
pub fn interpret(article: &Article, reading: &Reading) -> (Vec<Statement>, Annotations) {
    if article.language.as_deref().is_some_and(|l| l != "en") {
        return (Vec::new(), Annotations::default());
    }
    let context = Context::of(article, reading);
    let mut out: Vec<Statement> = Vec::new();
    let attributions = refine::refine(article, &context.sentences, &reading.attributions);
    let page = syntax::Page::of(&article.text, &context.sentences);
    for attribution in &attributions {
        if own_voice::is_own(&article.text, attribution) {
            let whole = own_voice::whole_sentence(&page, attribution);
            out.push(context.statement(Voice::Publisher, None, &whole));
            continue;
        }
        for speaker in speakers(article, attribution) {
            let mut said = context.statement(Voice::Attributed, speaker.map(|s| s.source), attribution);
            said.referent = speaker.and_then(|s| s.name).or(said.referent);
            out.push(said);
        }
    }
    for (voice, hedged) in own_voice::hedged(&page, &attributions) {
        out.push(context.statement(voice, None, &hedged));
    }
    for carried in carry::carried(&article.text, &context.sentences, &context.paragraphs, &attributions) {
        let as_read =
            Attribution { source: None, cue: None, content: vec![carried.content], score: carried.score };
        out.push(context.statement(Voice::Carried, Some(carried.source), &as_read));
    }
    out.sort_by_key(|s| (s.content_hull().start, s.source.map(|s| s.start)));
    number_ids(article, &mut out);
    let mut annotations = context.annotations;
    annotations.notices = likened::notices(&article.text, &out);
    (out, annotations)
}

fn speakers(article: &Article, attribution: &Attribution) -> Vec<Option<joint::Speaker>> {
    match attribution.source {
        Some(source) => joint::speakers(article, source).into_iter().map(Some).collect(),
        None => vec![None],
    }
}

/// What the statements of one article share.
struct Context<'a> {
    article: &'a Article,
    referents: &'a [Referent],
    sentences: Vec<Span>,
    paragraphs: Vec<Span>,
    quoted: Vec<Span>,
    annotations: Annotations,
}

impl<'a> Context<'a> {
    fn of(article: &'a Article, reading: &'a Reading) -> Self {
        let paragraphs = text::paragraphs(&article.text);
        Self {
            article,
            referents: &reading.referents,
            sentences: text::sentences(&article.text),
            quoted: quotation::quoted(&article.text, &paragraphs),
            // Without the names that the reader recognises: they were measured and find fewer places, see `docs/accuracy.md`.
            annotations: annotate(article),
            paragraphs,
        }
    }

    fn statement(&self, voice: Voice, source: Option<Span>, read: &Attribution) -> Statement {
        let text = &self.article.text;
        let first = read.content.first().map_or(0, |c| c.start);
        let sentence = text::sentence_at(&self.sentences, read.cue.map_or(first, |c| c.start));
        let attitude = stance::attitude_of(stance::Said {
            text,
            source: source.or(read.source),
            cue: read.cue,
            content: &read.content,
            sentence: sentence.unwrap_or(Span::new(first, first)),
        });
        Statement {
            id: StatementId::derive(&[]),
            article: self.article.id.clone(),
            voice,
            source,
            referent: self.referents.iter().find(|r| Some(r.mention) == source).map(|r| r.name),
            cue: read.cue,
            content: read.content.clone(),
            quotation: quotation::quotation(text, &read.content, &self.quoted),
            actor: None,
            stance: attitude.stance,
            certainty: attitude.certainty,
            grounds: attitude.grounds,
            quantities: quantity::with_joint(
                text,
                within(&self.annotations.quantities, &read.content, |q| q.span),
            ),
            times: within(&self.annotations.times, &read.content, |t| t.span),
            places: within(&self.annotations.places, &read.content, |p| p.span),
            score: read.score,
        }
    }
}

/// Those of `all`, which are in text order, that lie within a part of a content; each is looked for where it can stand.
fn within<T: Clone>(all: &[T], content: &[Span], span: impl Fn(&T) -> Span) -> Vec<T> {
    let mut inside: Vec<usize> = Vec::new();
    for part in content {
        let first = all.partition_point(|one| span(one).start < part.start);
        let begun = (first..all.len()).take_while(|i| span(&all[*i]).start < part.end);
        inside.extend(begun.filter(|i| part.contains(span(&all[*i]))));
    }
    inside.sort_unstable();
    inside.dedup();
    inside.into_iter().map(|i| all[i].clone()).collect()
}

/// Derives each statement's id from its words and, where the same words stand there twice, from their count: so a revision
/// that leaves the words alone leaves the id alone.
fn number_ids(article: &Article, statements: &mut [Statement]) {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for statement in statements {
        let words = |span: Option<Span>| span.map_or("", |s| s.of(&article.text));
        let key =
            [words(statement.source), words(statement.cue), &statement.words(&article.text)].join("\u{1e}");
        let count = seen.entry(key.clone()).or_default();
        *count += 1;
        statement.id = StatementId::derive(&[article.id.as_str(), &key, &count.to_string()]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, reading, span};

    #[test]
    fn a_joint_source_gives_a_statement_for_each_speaker() {
        let a = article("x", "Seoul and Washington deny that troops left.");
        let read = reading(vec![Attribution {
            source: Some(span(&a.text, "Seoul and Washington")),
            cue: Some(span(&a.text, "deny")),
            content: vec![span(&a.text, "troops left")],
            score: 1.0,
        }]);
        let s = statements(&a, &read);
        assert_eq!(s.len(), 2);
        assert_ne!(s[0].id, s[1].id);
        assert!(s.iter().all(|s| s.stance == sayso_model::Stance::Denies));
    }

    #[test]
    fn other_languages_give_no_statements() {
        let mut a = article("x", "Der Hafen sagt nichts.");
        a.language = Some("de".to_owned());
        let read = reading(vec![Attribution {
            source: None,
            cue: None,
            content: vec![Span::new(0, 9)],
            score: 1.0,
        }]);
        assert!(statements(&a, &read).is_empty());
    }

    #[test]
    fn the_same_words_twice_are_two_statements() {
        let a = article("x", "“No.” he said. “No.” he said.");
        let at = |n: usize| Attribution {
            source: Some(Span::new(n + 10, n + 12)),
            cue: Some(Span::new(n + 13, n + 17)),
            content: vec![Span::new(n, n + 9)],
            score: 1.0,
        };
        let s = statements(&a, &reading(vec![at(0), at(19)]));
        assert_eq!(s.len(), 2);
        assert_ne!(s[0].id, s[1].id);
    }
}
