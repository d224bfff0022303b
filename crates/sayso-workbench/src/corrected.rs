//! The case with what people decided laid over what was worked out.

use std::collections::BTreeMap;

use sayso_claim::Meaning;
use sayso_model::{Article, Digest, Embedding, Review, Snapshot, Statement, StatementId};

use crate::{
    error::WorkbenchError,
    infer::{contents, meaning, text_digest},
    review::{Lookup, correct},
    titles::{Titles, heads},
    workbench::Workbench,
};

impl Workbench {
    /// Lays these decisions over what was worked out; what follows from them is worked out again, and nothing else.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn corrected(&self, worked_out: Snapshot, reviews: Vec<Review>) -> Result<Snapshot, WorkbenchError> {
        if reviews.is_empty() {
            return Ok(worked_out);
        }
        let model = sayso_reader::embedding_model()?.digest;
        let meanings = |articles: &[Article], statements: &[Statement]| {
            self.meanings(articles, statements, &model).unwrap_or_default()
        };
        let first_seen = |articles: &[Article]| self.first_seen_of(articles).unwrap_or_default();
        let titles = |articles: &[Article]| self.titles(articles).unwrap_or_default();
        Ok(correct(
            worked_out,
            reviews,
            &Lookup { meanings: &meanings, first_seen: &first_seen, titles: &titles },
        ))
    }

    /// The headlines of these articles, by the readings that are kept.
    fn titles(&self, articles: &[Article]) -> Result<Titles, WorkbenchError> {
        let model = sayso_reader::reading_model()?.digest;
        let mut readings = BTreeMap::new();
        let heads = heads(articles);
        for (_, title) in &heads {
            let digest = text_digest(&title.text);
            if let Some(reading) = self.store.reading(&digest, &model)? {
                readings.insert(digest, reading);
            }
        }
        Ok(Titles::of(heads, &readings))
    }

    /// What the statements of these articles mean, by the embeddings that are kept.
    fn meanings(
        &self,
        articles: &[Article],
        statements: &[Statement],
        model: &Digest,
    ) -> Result<BTreeMap<StatementId, Meaning>, WorkbenchError> {
        let mut out = BTreeMap::new();
        for (id, around) in contents(articles, statements) {
            let mut known: BTreeMap<Digest, Embedding> = BTreeMap::new();
            for words in [&around.content, &around.sentence, &around.before] {
                let digest = text_digest(words);
                if let Some(embedding) = self.store.embedding(&digest, model)? {
                    known.insert(digest, embedding);
                }
            }
            out.extend(meaning(&around, &known).map(|m| (id, m)));
        }
        Ok(out)
    }
}
