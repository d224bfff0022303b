//! Adding captures: each becomes an article, or a revision of one, in one transaction with its log entry.

use sayso_model::{Article, ArticleId, Capture, Notice, NoticeCode};
use sayso_store::{Put, Sighted, Transaction};

use crate::{act, error::WorkbenchError, root, workbench::Workbench};

/// Says what became of a number of captures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Added {
    /// Articles that the case did not have.
    pub new: usize,
    /// Articles whose text changed.
    pub revised: usize,
    /// Captures that brought nothing new.
    pub unchanged: usize,
    /// The files that were not taken because they hold no text.
    pub without_text: Vec<String>,
    /// What was odd, with the file that it is about.
    pub notices: Vec<(String, Notice)>,
}

impl Added {
    /// Adds the counts and notices of another number of captures.
    pub fn join(&mut self, other: Self) {
        self.new += other.new;
        self.revised += other.revised;
        self.unchanged += other.unchanged;
        self.without_text.extend(other.without_text);
        self.notices.extend(other.notices);
    }

    /// Counts one article that was put, and passes its notices on where it is news.
    fn count(&mut self, put: Put, notices: Vec<(String, Notice)>) {
        match put {
            Put::New => self.new += 1,
            Put::Revised { .. } => self.revised += 1,
            Put::Unchanged => {
                self.unchanged += 1;
                return;
            }
        }
        self.notices.extend(notices);
    }
}

impl Workbench {
    /// Keeps captures and the articles made from them, as one act: all are there afterwards, or none.
    ///
    /// Bytes that the case knows change nothing, wherever they are found: another copy of an article's earlier text does not
    /// bring that text back. Other bytes for a known address are a revision of its article. A capture without any text is not
    /// taken. Nothing is read yet: [`Workbench::refresh`] does that.
    ///
    /// # Errors
    /// When the store cannot be written; then nothing was added.
    pub fn add(&mut self, captures: &[Capture]) -> Result<Added, WorkbenchError> {
        let known = self.known_files()?;
        let mut added = Added::default();
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        for capture in captures {
            match keep(&mut transaction, capture, &known)? {
                Kept::As(put, notices) => added.count(put, notices),
                Kept::Known => added.unchanged += 1,
                Kept::WithoutText(file) => added.without_text.push(file),
            }
        }
        root::keep(&mut transaction, root)?;
        transaction.commit()?;
        Ok(added)
    }

    /// The file and id of every article that has no address.
    fn known_files(&self) -> Result<Vec<(String, ArticleId)>, WorkbenchError> {
        Ok(self.store.articles()?.into_iter().filter(|a| a.url.is_none()).map(|a| (a.file, a.id)).collect())
    }
}

/// What became of one capture.
enum Kept {
    /// An article was made of it and put as said; what was odd about it, with its file.
    As(Put, Vec<(String, Notice)>),
    /// The case has these bytes.
    Known,
    /// There is no text in it; its file.
    WithoutText(String),
}

fn keep(
    transaction: &mut Transaction<'_>,
    capture: &Capture,
    known: &[(String, ArticleId)],
) -> Result<Kept, WorkbenchError> {
    if let Some(article) = known_as(transaction, capture)? {
        see(transaction, capture, &article)?;
        return Ok(Kept::Known);
    }
    let mut article = sayso_article::article(capture);
    if article.text.trim().is_empty() {
        return Ok(Kept::WithoutText(article.file));
    }
    article.notices.extend(same_file(&article, known));
    see(transaction, capture, &article.id)?;
    let put = transaction.put_article(&article)?;
    let Article { file, notices, .. } = article;
    Ok(Kept::As(put, notices.into_iter().map(|notice| (file.clone(), notice)).collect()))
}

/// The article that was made of these bytes when the case first got them.
fn known_as(transaction: &Transaction<'_>, capture: &Capture) -> Result<Option<ArticleId>, WorkbenchError> {
    Ok(transaction.sightings(&capture.digest)?.into_iter().find_map(|sighting| sighting.article))
}

/// Notes where and when the bytes were seen, and enters it into the log; nothing where they were the last seen there.
fn see(
    transaction: &mut Transaction<'_>,
    capture: &Capture,
    article: &ArticleId,
) -> Result<(), WorkbenchError> {
    if transaction.put_capture(capture, Some(article))? != Sighted::Unchanged {
        // What the bytes were taken as first holds, whatever another file's extension says.
        let media_type =
            transaction.capture(&capture.digest)?.map_or(capture.media_type, |kept| kept.media_type);
        let entry = act::capture_entry(capture, media_type, article);
        transaction.append_log(
            &act::leaf(&entry),
            act::CAPTURE,
            capture.digest.as_str(),
            capture.retrieved,
        )?;
    }
    Ok(())
}

/// A notice where another article came from the same file with other bytes, and neither names an address: they may be two
/// versions of one article, which only an address could tell.
fn same_file(article: &Article, known: &[(String, ArticleId)]) -> Option<Notice> {
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
