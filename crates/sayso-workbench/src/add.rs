//! Adding captures: each becomes an article, or a revision of one, in one transaction with its log entry.

use jiff::Timestamp;
use sayso_model::{Article, Capture, Notice, NoticeCode};
use sayso_store::{Put, Sighted, Transaction};

use crate::{act, error::WorkbenchError, workbench::Workbench};

/// Says what became of a number of captures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    /// Articles that the case did not have.
    pub new: usize,
    /// Articles whose text changed.
    pub revised: usize,
    /// Captures that brought nothing new.
    pub unchanged: usize,
    /// What was odd, with the file that it is about.
    pub notices: Vec<(String, Notice)>,
}

impl Added {
    /// Adds the counts and notices of another number of captures.
    pub fn join(&mut self, other: Self) {
        self.new += other.new;
        self.revised += other.revised;
        self.unchanged += other.unchanged;
        self.notices.extend(other.notices);
    }
}

impl Workbench {
    /// Keeps captures and the articles made from them, as one act: all are there afterwards, or none.
    ///
    /// The same bytes again change nothing; other bytes for a known address are a revision of its article. Nothing is read
    /// yet: [`Workbench::refresh`] does that.
    ///
    /// # Errors
    /// When the store cannot be written; then nothing was added.
    pub fn add(&mut self, captures: &[Capture]) -> Result<Added, WorkbenchError> {
        let known = self.known_files()?;
        let mut added = Added::default();
        let mut transaction = self.store.transaction()?;
        for capture in captures {
            let mut article = sayso_article::article(capture);
            article.notices.extend(same_file(&article, &known));
            let notices = article.notices.iter().map(|n| (article.file.clone(), n.clone())).collect();
            match keep(&mut transaction, capture, &article)? {
                Kept::New => added.new += 1,
                Kept::Revised => added.revised += 1,
                Kept::Unchanged => {
                    added.unchanged += 1;
                    continue;
                }
            }
            added.notices.extend::<Vec<_>>(notices);
        }
        transaction.commit()?;
        Ok(added)
    }

    /// The file and id of every article that has no address.
    fn known_files(&self) -> Result<Vec<(String, sayso_model::ArticleId)>, WorkbenchError> {
        Ok(self.store.articles()?.into_iter().filter(|a| a.url.is_none()).map(|a| (a.file, a.id)).collect())
    }
}

enum Kept {
    New,
    Revised,
    Unchanged,
}

fn keep(
    transaction: &mut Transaction<'_>,
    capture: &Capture,
    article: &Article,
) -> Result<Kept, WorkbenchError> {
    let sighted = transaction.put_capture(capture, Some(&article.id))?;
    if sighted == Sighted::Unchanged {
        return Ok(Kept::Unchanged);
    }
    let put = transaction.put_article(article)?;
    log(transaction, capture, article, capture.retrieved)?;
    Ok(match put {
        Put::New => Kept::New,
        Put::Revised { .. } => Kept::Revised,
        Put::Unchanged => Kept::Unchanged,
    })
}

/// Enters the capture into the log: its digest, place, time and the article that it gave.
fn log(
    transaction: &mut Transaction<'_>,
    capture: &Capture,
    article: &Article,
    time: Timestamp,
) -> Result<(), WorkbenchError> {
    let entry = act::capture_entry(&capture.digest, &capture.location, &article.id, time);
    transaction.append_log(&act::leaf(&entry), act::CAPTURE, capture.digest.as_str(), time)?;
    Ok(())
}

/// A notice where another article came from the same file with other bytes, and neither names an address: they may be two
/// versions of one article, which only an address could tell.
fn same_file(article: &Article, known: &[(String, sayso_model::ArticleId)]) -> Option<Notice> {
    let other = known.iter().find(|(file, id)| *file == article.file && *id != article.id)?;
    if article.url.is_some() || article.file == "-" {
        return None;
    }
    let message = format!(
        "article {} came from this file with another text; without a `url:` line they are kept as two articles",
        other.1
    );
    Some(Notice::new(NoticeCode::SameFileOtherText, message))
}
