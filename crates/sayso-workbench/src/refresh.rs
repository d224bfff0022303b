//! Working out what follows from the captures: readings first, in steps that are kept, then the rest in one transaction.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Article, ArticleId, Claim, Digest, Snapshot, Statement, StatementOrigin};
use sayso_store::Derived;

use crate::{
    act,
    engines::Engines,
    error::WorkbenchError,
    infer::{RULES_KEY, contents, infer, rules, statements, text_digest},
    progress::Progress,
    read::is_read,
    root, status,
    workbench::Workbench,
};

/// Texts read between two commits: about five seconds of work on two cores, which is what an interruption can cost.
const TEXTS_AT_ONCE: usize = 16;
/// Contents embedded between two commits, likewise.
const CONTENTS_AT_ONCE: usize = 512;

impl Workbench {
    /// Reads what has not been read and works out everything that follows. Does nothing where all is current.
    ///
    /// Readings and embeddings are kept as they come, so that an interrupted run goes on where it stopped. Returns whether
    /// anything was worked out.
    ///
    /// # Errors
    /// When the store cannot be read or written.
    pub fn refresh(&mut self, engines: &Engines, progress: &dyn Progress) -> Result<bool, WorkbenchError> {
        if self.is_current()? {
            return Ok(false);
        }
        let articles = self.store.articles()?;
        self.read_unread(&articles, engines, progress)?;
        let readings = self.store.readings(&engines.reader.model().digest)?;
        let found = statements(&articles, &readings);
        self.embed_unknown(&articles, &found, engines, progress)?;
        // Earlier texts are read too: what a case held before is worked out from them.
        for earlier in self.earlier_texts()? {
            self.read_unread(&earlier, engines, progress)?;
            let readings = self.store.readings(&engines.reader.model().digest)?;
            let statements = statements(&earlier, &readings);
            self.embed_unknown(&earlier, &statements, engines, progress)?;
        }
        let embeddings = self.store.embeddings(&engines.embedder.model().digest)?;
        progress.begin("comparing", 1);
        let snapshot = infer(articles, found, &embeddings, &self.first_seen()?);
        progress.reached(1);
        self.keep(snapshot)?;
        Ok(true)
    }

    /// Reads the texts that this model has not read; the longest last, so that progress is steady.
    fn read_unread(
        &mut self,
        articles: &[Article],
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(), WorkbenchError> {
        let model = &engines.reader.model().digest;
        let known: BTreeSet<Digest> = self.store.readings(model)?.into_keys().collect();
        let mut open: BTreeMap<Digest, &str> = BTreeMap::new();
        for article in articles.iter().filter(|a| is_read(a)) {
            let digest = text_digest(&article.text);
            if !known.contains(&digest) {
                open.insert(digest, &article.text);
            }
        }
        let mut open: Vec<(Digest, &str)> = open.into_iter().collect();
        open.sort_by_key(|(_, text)| text.len());
        progress.begin("reading articles", open.len());
        let time = self.latest()?;
        for (batch, texts) in open.chunks(TEXTS_AT_ONCE).enumerate() {
            let before = batch * TEXTS_AT_ONCE;
            let bodies: Vec<&str> = texts.iter().map(|(_, t)| *t).collect();
            let readings = engines.reader.read_all(&bodies, &|done| progress.reached(before + done));
            let mut transaction = self.store.transaction()?;
            let root = root::kept(&transaction)?;
            for ((digest, _), reading) in texts.iter().zip(&readings) {
                let stored = transaction.put_reading(digest, reading)?;
                let subject = act::reading_subject(digest, model, &stored);
                act::append(&mut transaction, act::READING, &subject, time)?;
            }
            root::keep(&mut transaction, root)?;
            transaction.commit()?;
        }
        Ok(())
    }

    /// Embeds the contents that have no embedding yet.
    fn embed_unknown(
        &mut self,
        articles: &[Article],
        statements: &[Statement],
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(), WorkbenchError> {
        let model = engines.embedder.model().digest.clone();
        let known: BTreeSet<Digest> = self.store.embeddings(&model)?.into_keys().collect();
        let open: BTreeMap<Digest, String> = contents(articles, statements)
            .into_values()
            .flat_map(|around| [around.content, around.sentence, around.before])
            .filter(|words| !words.is_empty())
            .map(|words| (text_digest(&words), words))
            .filter(|(digest, _)| !known.contains(digest))
            .collect();
        let open: Vec<(Digest, String)> = open.into_iter().collect();
        progress.begin("comparing statements", open.len());
        for (batch, part) in open.chunks(CONTENTS_AT_ONCE).enumerate() {
            let before = batch * CONTENTS_AT_ONCE;
            let words: Vec<&str> = part.iter().map(|(_, w)| w.as_str()).collect();
            let embeddings = engines.embedder.embed_all(&words, &|done| progress.reached(before + done));
            let mut transaction = self.store.transaction()?;
            for ((digest, _), embedding) in part.iter().zip(&embeddings) {
                transaction.put_embedding(digest, &model, embedding)?;
            }
            transaction.commit()?;
        }
        Ok(())
    }

    /// Writes what was worked out, in one transaction. Statements are written only for articles where they changed.
    fn keep(&mut self, snapshot: Snapshot) -> Result<(), WorkbenchError> {
        let before = by_article(self.store.statements()?);
        let now = by_article(snapshot.statements.into());
        let time = self.latest()?;
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        for article in &snapshot.articles {
            let statements = now.get(&article.id).map_or(&[][..], Vec::as_slice);
            if before.get(&article.id).map_or(&[][..], Vec::as_slice) != statements {
                transaction.replace_statements(&article.id, statements)?;
            }
        }
        let Snapshot { actors, reuse, origins, claims, .. } = snapshot;
        let (actors, reuse) = (actors.into_inner(), reuse.into_inner());
        let (origins, claims): (Vec<StatementOrigin>, Vec<Claim>) = (origins.into(), claims.into());
        for subject in status::news(&transaction.log_entries()?, &claims) {
            act::append(&mut transaction, act::STATUS, &subject, time)?;
        }
        root::keep(&mut transaction, root)?;
        transaction.replace_derived(&Derived { actors, reuse, origins, claims })?;
        transaction.put_meta(RULES_KEY, &rules())?;
        transaction.commit()?;
        Ok(())
    }
}

fn by_article(statements: Vec<Statement>) -> BTreeMap<ArticleId, Vec<Statement>> {
    let mut out: BTreeMap<ArticleId, Vec<Statement>> = BTreeMap::new();
    for statement in statements {
        out.entry(statement.article.clone()).or_default().push(statement);
    }
    out
}
