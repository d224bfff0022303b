//! Working out what follows from the captures: readings first, in steps that are kept, then the rest in one transaction.

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, Claim, Digest, Reading, Snapshot, Statement, StatementOrigin};
use sayso_statement::Surroundings;
use sayso_store::Derived;

use crate::{
    act,
    before::Before,
    engines::Engines,
    error::WorkbenchError,
    infer::{RULES_KEY, contents, infer, rules, statements, text_digest},
    progress::Progress,
    read::is_read,
    root, status,
    titles::{Titles, heads},
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
        let mut was_current = true;
        // What another program adds meanwhile is worked out too.
        while !self.is_current()? {
            was_current = false;
            self.work_out(engines, progress)?;
        }
        Ok(!was_current)
    }

    /// Works everything out and keeps it, unless another program has changed the case meanwhile.
    fn work_out(&mut self, engines: &Engines, progress: &dyn Progress) -> Result<(), WorkbenchError> {
        let before = Before::of(&self.store)?;
        let articles = self.store.articles()?;
        let (found, titles) = self.read_and_embed(&articles, before.known(), engines, progress)?;
        // Earlier texts are read too: what a case held before is worked out from them.
        for earlier in self.earlier_texts()? {
            self.read_and_embed(&earlier, BTreeMap::new(), engines, progress)?;
        }
        let embeddings = self.store.embeddings(&engines.embedder.model().digest)?;
        progress.begin("comparing", 1);
        let first_seen = self.first_seen()?;
        let reuse = |articles: &[Article]| self.reuse.pairs(articles);
        let snapshot = infer(articles, found, titles, &embeddings, &first_seen, reuse);
        progress.reached(1);
        self.keep(snapshot, &before)
    }

    /// Reads and embeds what is new in these articles and their headlines; gives the statements of both. What is `known` of an article is
    /// taken as it is.
    fn read_and_embed(
        &mut self,
        articles: &[Article],
        mut known: BTreeMap<ArticleId, Vec<Statement>>,
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(Vec<Statement>, Titles), WorkbenchError> {
        let heads = heads(articles);
        let texts: Vec<&Article> = articles.iter().chain(heads.iter().map(|(_, title)| title)).collect();
        self.read_unread(&texts, engines, progress)?;
        let (old, new): (Vec<&Article>, Vec<&Article>) =
            articles.iter().partition(|a| known.contains_key(&a.id));
        let readings = self.readings_of(new.iter().map(|a| a.text.as_str()), engines)?;
        let mut found = statements(&new, &readings);
        found.extend(old.into_iter().filter_map(|a| known.remove(&a.id)).flatten());
        let readings = self.readings_of(heads.iter().map(|(_, title)| title.text.as_str()), engines)?;
        let titles = Titles::of(heads, &readings);
        let mut around = contents(articles, &found);
        around.extend(contents(&titles.texts(), &titles.statements));
        self.embed_unknown(around.into_values(), engines, progress)?;
        Ok((found, titles))
    }

    /// The readings of these texts.
    fn readings_of<'t>(
        &self,
        texts: impl Iterator<Item = &'t str>,
        engines: &Engines,
    ) -> Result<BTreeMap<Digest, Reading>, WorkbenchError> {
        let mut out = BTreeMap::new();
        for digest in texts.map(text_digest) {
            if let Some(reading) = self.store.reading(&digest, &engines.reader.model().digest)? {
                out.insert(digest, reading);
            }
        }
        Ok(out)
    }

    /// Reads the texts that this model has not read; the longest last, so that progress is steady.
    fn read_unread(
        &mut self,
        texts: &[&Article],
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(), WorkbenchError> {
        let model = &engines.reader.model().digest;
        let known = self.store.read_texts(model)?;
        let mut open: BTreeMap<Digest, &str> = BTreeMap::new();
        for article in texts.iter().filter(|a| is_read(a)) {
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
        contents: impl Iterator<Item = Surroundings>,
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(), WorkbenchError> {
        let model = engines.embedder.model().digest.clone();
        let known = self.store.embedded_texts(&model)?;
        let open: BTreeMap<Digest, String> = contents
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

    /// Writes what was worked out, in one transaction; nothing where the case holds other articles by now. Statements are written only for
    /// articles where they changed.
    fn keep(&mut self, snapshot: Snapshot, before: &Before) -> Result<(), WorkbenchError> {
        let time = self.latest()?;
        let mut transaction = self.store.transaction()?;
        if !before.still_holds(&transaction)? {
            return Ok(());
        }
        let root = root::kept(&transaction)?;
        let Snapshot { articles, statements, actors, reuse, origins, claims, .. } = snapshot;
        let articles = articles.into_inner().into_iter().map(|article| article.id);
        before.replace(&mut transaction, articles, statements.into())?;
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
