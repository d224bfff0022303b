//! An annotated case as a case of grouping: the reading is given, and which claim each statement makes is known.

use std::path::Path;

use jiff::Timestamp;

use crate::{
    annotated::{AnnotatedCase, AnnotatedStatement, Places, WordPlaces},
    claim_case::{ClaimCase, Marked, MarkedArticle},
    error::EvalError,
};

/// Reads an annotated case (see [`AnnotatedCase`]) with the texts of its articles.
///
/// # Errors
/// When a file cannot be read or is damaged.
pub fn marked_case(folder: &Path) -> Result<ClaimCase, EvalError> {
    let articles = AnnotatedCase::read(folder)?.articles;
    let marked =
        articles.iter().map(|a| marked(&folder.join("docs").join(format!("{}.txt", a.doc)), &a.statements));
    let heading = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    Ok(ClaimCase { heading, articles: marked.collect::<Result<_, _>>()?, ..ClaimCase::default() })
}

fn marked(path: &Path, statements: &[AnnotatedStatement]) -> Result<MarkedArticle, EvalError> {
    let fault = |reason: String| EvalError::Annotation { path: path.into(), line: 1, reason };
    let input = sayso_capture::inputs(&[path]).into_iter().next();
    let input = input.ok_or_else(|| fault("there is no such document".to_owned()))?;
    let capture = input.and_then(|input| sayso_capture::capture(&input, Timestamp::UNIX_EPOCH));
    let article = sayso_article::article(&capture.map_err(|error| fault(error.to_string()))?);
    let words = WordPlaces::of(&article.text);
    Ok(MarkedArticle {
        outlet: article.publisher.unwrap_or_default(),
        published: article.published.map(|time| time.to_string()),
        marks: statements.iter().filter_map(|statement| mark(statement, &words)).collect(),
        text: article.text,
        headline: None,
    })
}

fn mark(statement: &AnnotatedStatement, words: &WordPlaces) -> Option<Marked> {
    let content = words.all(&statement.content).into_iter().next()?;
    let nearest = |name: &Option<String>| {
        let hits = words.all(name.as_deref()?);
        let gap = |hit: &Places| hit.first().zip(content.first()).map(|(a, b)| a.abs_diff(*b));
        words.bytes(hits.iter().min_by_key(|hit| gap(hit))?)
    };
    Some(Marked {
        source: nearest(&statement.source),
        cue: nearest(&statement.cue),
        content: words.bytes(&content)?,
        claim: statement.claim.clone(),
    })
}
