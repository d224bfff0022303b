//! A case in a temporary folder, and articles that are put into it in one line.

use sayso_model::{Article, Capture, Digest, Embedding, Location, MediaType, ModelDigest, Reading};
use sayso_store::{Put, Store, Transaction};
use tempfile::TempDir;

/// A case that goes away with its folder.
pub struct Case {
    pub folder: TempDir,
    pub store: Store,
}

impl Case {
    pub fn new() -> Self {
        let folder = TempDir::new().unwrap();
        let store = Store::create(folder.path()).unwrap();
        Self { folder, store }
    }

    /// Runs an act and commits it.
    pub fn act<T>(&mut self, work: impl FnOnce(&mut Transaction<'_>) -> T) -> T {
        let mut act = self.store.transaction().unwrap();
        let value = work(&mut act);
        act.commit().unwrap();
        value
    }

    /// Puts an article with its capture, in an act of its own.
    pub fn add(&mut self, article: &Article) -> Put {
        self.act(|act| put(act, article))
    }

    /// Closes the store and opens it again.
    pub fn reopened(self) -> Self {
        drop(self.store);
        let store = Store::open(self.folder.path()).unwrap();
        Self { folder: self.folder, store }
    }
}

/// Puts an article with its capture.
pub fn put(act: &mut Transaction<'_>, article: &Article) -> Put {
    act.put_capture(&capture(article), Some(&article.id)).unwrap();
    act.put_article(article).unwrap()
}

/// The capture that an article of the testkit was made from.
pub fn capture(article: &Article) -> Capture {
    let location = Location::File(article.file.clone());
    Capture::new(location, article.retrieved, MediaType::Text, article.text.clone().into_bytes())
}

/// An article with a title, retrieved at this time.
pub fn article_at(name: &str, text: &str, time: &str) -> Article {
    let retrieved = time.parse().unwrap();
    Article { retrieved, title: Some(format!("Report by {name}")), ..sayso_testkit::article(name, text) }
}

/// A reading without attributions by the model of this version.
pub fn reading(version: &str) -> Reading {
    let model = ModelDigest { version: version.to_owned(), digest: Digest::of(version.as_bytes()) };
    Reading { model, attributions: Vec::new(), names: Vec::new(), referents: Vec::new(), notices: Vec::new() }
}

/// An embedding that depends on `seed`.
pub fn embedding(seed: f32) -> Embedding {
    Embedding::normalised(vec![seed, 0.1, 1.0 / 3.0])
}
