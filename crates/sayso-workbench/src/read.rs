//! Reading articles without a case.

use sayso_model::{Actor, Article, Capture, Notice, NoticeCode, Published, Reading, Statement};
use sayso_statement::{Annotations, resolve_actors};

use crate::engines::Engines;

/// An article with everything that is read in it.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// What is said in it, in text order, actors resolved within the article.
    pub statements: Vec<Statement>,
    /// Who says it.
    pub actors: Vec<Actor>,
    /// Quantities, times and places of the whole text.
    pub annotations: Annotations,
}

/// Reads captures, on all cores; the result is in the order of the captures. Never fails: what was odd stands in each
/// article's notices. `published` is the publication date of articles that give none; `progress` is told how many texts are
/// read.
pub fn read(
    captures: &[Capture],
    engines: &Engines,
    published: Option<Published>,
    progress: &(dyn Fn(usize) + Sync),
) -> Vec<ReadArticle> {
    let dated = |mut article: Article| {
        if article.published.is_none() && published.is_some() {
            article.published = published;
            article.notices.retain(|n| n.code != NoticeCode::UnknownPublicationDate);
        }
        article
    };
    let articles: Vec<Article> = captures.iter().map(sayso_article::article).map(dated).collect();
    // A text in another language is not read: an empty one stands in its place.
    let texts: Vec<&str> = articles.iter().map(|a| if is_read(a) { a.text.as_str() } else { "" }).collect();
    let readings = engines.reader.read_all(&texts, progress);
    articles.into_iter().zip(readings).map(|(article, reading)| interpret(article, reading)).collect()
}

/// Whether statements are read in an article: in English ones and those whose language could not be told.
pub(crate) fn is_read(article: &Article) -> bool {
    article.language.as_deref().is_none_or(|l| l == "en")
}

fn interpret(mut article: Article, reading: Reading) -> ReadArticle {
    let (mut statements, annotations) = sayso_statement::interpret(&article, &reading);
    // The notices of the reading are about the text that was read: of an article that is not read, that is none. What the
    // article says of itself is not said again.
    let news = reading.notices.into_iter().filter(|n| !article.notices.iter().any(|own| own.code == n.code));
    let news: Vec<Notice> = news.collect();
    if is_read(&article) {
        article.notices.extend(news);
        article.notices.extend(annotations.notices.iter().cloned());
    }
    let actors = resolve_actors(std::slice::from_ref(&article), &mut statements);
    ReadArticle { annotations, article, statements, actors }
}
