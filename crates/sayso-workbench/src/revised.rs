//! How the texts of one article differ from each other, with what was said in each.

use sayso_claim::{Told, revision};
use sayso_model::{Article, ArticleId, Revision, Snapshot, Statement};

use crate::{error::WorkbenchError, infer::text_digest, workbench::Workbench};

impl Workbench {
    /// What changed from each text of an article to the next, the earliest first; nothing for an article that was never revised.
    ///
    /// Claims are those of `snapshot`. A statement whose words are no longer there belongs to none.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn revised(&self, snapshot: &Snapshot, id: &ArticleId) -> Result<Vec<Revision>, WorkbenchError> {
        let texts = self.store.article_revisions(id)?;
        if texts.len() < 2 {
            return Ok(Vec::new());
        }
        let claims = snapshot.claim_of();
        let earlier = texts.split_last().map_or(&[][..], |(_, earlier)| earlier);
        let said: Vec<Vec<Statement>> =
            earlier.iter().map(|text| self.said_in(text)).collect::<Result<_, _>>()?;
        // What people decided holds for the present text.
        let now: Vec<&Statement> = snapshot.statements.iter().filter(|said| said.article == *id).collect();
        let said: Vec<Vec<&Statement>> = said.iter().map(|said| said.iter().collect()).chain([now]).collect();
        let told: Vec<Told<'_>> = (texts.iter().zip(&said))
            .map(|(article, statements)| Told { article, statements, claims: &claims })
            .collect();
        Ok(told.windows(2).map(|pair| revision(pair[0], pair[1])).collect())
    }

    /// The statements of a text by the reading that is kept; none for a text that was never read.
    fn said_in(&self, article: &Article) -> Result<Vec<Statement>, WorkbenchError> {
        let model = sayso_reader::reading_model()?.digest;
        let reading = self.store.reading(&text_digest(&article.text), &model)?;
        Ok(reading.map(|reading| sayso_statement::statements(article, &reading)).unwrap_or_default())
    }
}
