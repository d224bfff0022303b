//! What does the headline over an article say, and who says it there? Read as a text of its own, since no span of the article reaches it.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{ActorId, Article, ArticleId, Attribution, Headline, Reading, Span, Statement, Voice};

use crate::{Context, actor::resolve_actors, country::country_of, interpret};

/// Between a headline and the name of an outlet that is put behind it.
const BEFORE_OUTLET: &[&str] = &[" - ", " – ", " — ", " -", " | "];
/// Words that such a name has at most.
const OUTLET_WORDS: usize = 4;
/// Words that a label before a headline has at most.
const LABEL_WORDS: usize = 4;
/// Score of a statement that no network found: nothing was measured, so it stands halfway.
const RULED: f32 = 0.5;

/// The headline of an article as a text that can be read; `None` where it has none.
pub fn headline(article: &Article) -> Option<Article> {
    let title = article.title.as_deref().map(str::trim).filter(|title| !title.is_empty())?;
    let id = ArticleId::derive(&["headline", article.id.as_str()]);
    let (capture, file) = (article.capture.clone(), article.file.clone());
    Some(Article {
        publisher: article.publisher.clone(),
        published: article.published,
        language: article.language.clone(),
        ..Article::of_text(id, capture, article.retrieved, file, title.to_owned())
    })
}

/// What a headline says, by its reading: who is named as saying it, else one statement in the outlet's own voice.
pub fn headline_statements(title: &Article, reading: &Reading) -> Vec<Statement> {
    let (mut said, _) = interpret(title, reading);
    if title.language.as_deref().is_some_and(|l| l != "en") {
        return said;
    }
    for statement in said.iter_mut().filter(|s| is_addressee(&title.text, s)) {
        statement.source = None;
        statement.referent = None;
    }
    if said.is_empty() {
        let (label, content) = without_label(&title.text, without_outlet(&title.text));
        let read = Attribution { source: None, cue: None, content: vec![content], score: RULED };
        // "Aldoria: troops leave the border" and "Pier falls into the sea - divers" may be what these say: not the outlet's own word in any case.
        let names_country = label.is_some_and(|label| country_of(label.of(&title.text)).is_some());
        let behind = title.text[content.end..].trim_matches(|c: char| !c.is_alphanumeric());
        let own = !names_country && (behind.is_empty() || title.publisher.as_deref() == Some(behind));
        let voice = if own { Voice::Publisher } else { Voice::Attributed };
        said.push(Context::of(title, reading).statement(voice, None, &read));
        crate::number_ids(title, &mut said);
    }
    said
}

/// "…, the council told": who stands before a closing "told" has been told it.
fn is_addressee(text: &str, s: &Statement) -> bool {
    let (Some(source), Some(cue)) = (s.source, s.cue) else { return false };
    cue.of(text) == "told"
        && text.get(cue.end..).is_some_and(|rest| rest.trim().is_empty())
        && source.end <= cue.start
}

/// The headline without the outlet's name behind it.
fn without_outlet(text: &str) -> Span {
    let names = |rest: &str| {
        let words: Vec<&str> = rest.split_whitespace().collect();
        !words.is_empty() && words.len() <= OUTLET_WORDS && words[0].starts_with(char::is_uppercase)
    };
    let cut = BEFORE_OUTLET.iter().filter_map(|mark| text.rfind(mark).map(|at| (at, at + mark.len())));
    let cut = cut.filter(|&(at, after)| at > 0 && names(&text[after..])).map(|(at, _)| at).min();
    Span::new(0, text[..cut.unwrap_or(text.len())].trim_end().len())
}

/// The label before a headline ("Aldoria: …", "Latest: …") and the rest.
fn without_label(text: &str, whole: Span) -> (Option<Span>, Span) {
    let label = whole.of(text).split_once(": ").filter(|(label, _)| label.split(' ').count() <= LABEL_WORDS);
    match label {
        Some((label, _)) => {
            let end = whole.start + label.len();
            (Some(Span::new(whole.start, end)), Span::new(end + 2, whole.end))
        }
        None => (None, whole),
    }
}

/// Says who speaks in a headline: the actors of the case where they are the same, with the statements of its article to tell by.
///
/// `own` are the statements of the article, their actors resolved; `known` are all actors of the case.
pub fn resolve_headline(
    article: &Article,
    own: &[&Statement],
    known: &BTreeSet<&ActorId>,
    title: Article,
    mut statements: Vec<Statement>,
) -> Headline {
    let (both, mut all) = joined(article, own, &title, &statements);
    let found = resolve_actors(std::slice::from_ref(&both), &mut all);
    let mut same: BTreeMap<&ActorId, &ActorId> = BTreeMap::new();
    for (here, there) in all.iter().zip(own) {
        if let (Some(here), Some(there)) = (&here.actor, &there.actor) {
            same.entry(here).or_insert(there);
        }
    }
    let of_case = |id: &ActorId| same.get(id).map_or_else(|| id.clone(), |id| (*id).clone());
    for (statement, resolved) in statements.iter_mut().zip(&all[own.len()..]) {
        statement.actor = resolved.actor.as_ref().map(of_case);
    }
    let speaks = |id: &ActorId| statements.iter().any(|s| s.actor.as_ref() == Some(id));
    let speakers = found.into_iter().filter(|a| speaks(&a.id) && !known.contains(&a.id)).map(|mut actor| {
        actor.affiliation = actor.affiliation.map(|id| of_case(&id));
        actor
    });
    Headline { of: article.id.clone(), speakers: speakers.collect(), title, statements }
}

/// One text in which the headline follows the article, with the statements of both: a short name in the headline so has its full name before it.
fn joined(
    article: &Article,
    own: &[&Statement],
    title: &Article,
    statements: &[Statement],
) -> (Article, Vec<Statement>) {
    let from = article.text.len() + 2;
    let both = Article { text: format!("{}\n\n{}", article.text, title.text), ..article.clone() };
    let moved = |span: Span| Span::new(span.start + from, span.end + from);
    let here = statements.iter().map(|s| Statement {
        article: article.id.clone(),
        source: s.source.map(moved),
        referent: s.referent.map(moved),
        cue: s.cue.map(moved),
        content: s.content.iter().copied().map(moved).collect(),
        ..s.clone()
    });
    let all = own.iter().map(|s| (*s).clone()).chain(here).collect();
    (both, all)
}

#[cfg(test)]
mod tests {
    use sayso_model::Attribution;
    use sayso_testkit::{article, reading, span, statement};

    use super::*;

    fn over(body: &str, title: &str) -> Article {
        Article { title: Some(title.to_owned()), ..article("Meridian Post", body) }
    }

    #[test]
    fn a_headline_that_names_nobody_is_the_outlets_own() {
        let title = headline(&over("The pier fell.", "Old pier falls into the sea - Meridian Post")).unwrap();
        let said = headline_statements(&title, &reading(vec![]));
        assert_eq!((said.len(), said[0].voice), (1, Voice::Publisher));
        assert_eq!(said[0].words(&title.text), "Old pier falls into the sea");
    }

    #[test]
    fn whoever_stands_before_or_behind_a_headline_may_have_said_it() {
        for words in ["Kenya: Old pier falls into the sea", "Old pier falls into the sea - Tide researchers"]
        {
            let title = headline(&over("The pier fell.", words)).unwrap();
            let said = headline_statements(&title, &reading(vec![])).pop().unwrap();
            assert_eq!((said.voice, said.source), (Voice::Attributed, None), "{words}");
            assert_eq!(said.words(&title.text), "Old pier falls into the sea");
        }
    }

    #[test]
    fn who_is_told_does_not_say_it() {
        let title = headline(&over("The pier fell.", "Pier was rotten for years, council told")).unwrap();
        let read = Attribution {
            source: Some(span(&title.text, "council")),
            cue: Some(span(&title.text, "told")),
            content: vec![span(&title.text, "Pier was rotten for years")],
            score: 1.0,
        };
        assert_eq!(headline_statements(&title, &reading(vec![read])).pop().unwrap().source, None);
    }

    #[test]
    fn a_short_name_in_a_headline_is_the_actor_of_the_article() {
        let a = over("Harbour master Ilse Brandt said the pier was rotten.", "Brandt says pier was rotten");
        let mut own = vec![statement(&a, "Harbour master Ilse Brandt", "said", "the pier was rotten")];
        let actors = resolve_actors(std::slice::from_ref(&a), &mut own);
        let title = headline(&a).unwrap();
        let said = vec![statement(&title, "Brandt", "says", "pier was rotten")];
        let known = actors.iter().map(|a| &a.id).collect();
        let read = resolve_headline(&a, &[&own[0]], &known, title, said);
        assert_eq!(read.statements[0].actor, own[0].actor);
        assert!(read.statements[0].actor.is_some() && read.speakers.is_empty());
    }

    #[test]
    fn who_speaks_in_a_headline_alone_comes_with_it() {
        let a =
            over("Harbour master Ilse Brandt said the pier was rotten.", "Pier was rotten, Greenpeace says");
        let title = headline(&a).unwrap();
        let said = vec![statement(&title, "Greenpeace", "says", "Pier was rotten")];
        let read = resolve_headline(&a, &[], &BTreeSet::new(), title, said);
        assert_eq!(read.speakers[0].name, "Greenpeace");
        assert_eq!(read.statements[0].actor.as_ref(), Some(&read.speakers[0].id));
    }
}
