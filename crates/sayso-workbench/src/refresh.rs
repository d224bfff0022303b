//! Working out what follows from the captures: readings first, in steps that are kept, then the rest in one transaction.

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, Claim, Digest, Reading, Snapshot, Statement, StatementOrigin};
use sayso_statement::{Surroundings, headline};
use sayso_store::Derived;

use crate::{
    act,
    engines::Engines,
    error::WorkbenchError,
    infer::{RULES_KEY, contents, infer, rules, statements, text_digest},
    progress::Progress,
    read::is_read,
    root, status,
    titles::Titles,
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
        let known = self.known_statements()?;
        let (found, titles) = self.read_and_embed(&articles, known, engines, progress)?;
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
        self.keep(snapshot)?;
        Ok(true)
    }

    /// The kept statements of the articles in which the present rules would find the same ones, actors open.
    fn known_statements(&self) -> Result<BTreeMap<ArticleId, Vec<Statement>>, WorkbenchError> {
        let read = self.store.interpreted(&rules())?;
        let mut out: BTreeMap<ArticleId, Vec<Statement>> =
            read.into_iter().map(|article| (article, Vec::new())).collect();
        for mut statement in self.store.statements()? {
            if let Some(own) = out.get_mut(&statement.article) {
                statement.actor = None;
                own.push(statement);
            }
        }
        Ok(out)
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
        self.read_unread(articles, engines, progress)?;
        let (old, new): (Vec<&Article>, Vec<&Article>) =
            articles.iter().partition(|a| known.contains_key(&a.id));
        let readings = self.readings_of(new.iter().map(|a| a.text.as_str()), engines)?;
        let mut found = statements(&new, &readings);
        found.extend(old.into_iter().filter_map(|a| known.remove(&a.id)).flatten());
        let titles: Vec<Article> = articles.iter().filter_map(headline).collect();
        let readings = self.readings_of(titles.iter().map(|t| t.text.as_str()), engines)?;
        let titles = Titles::of(articles, &readings);
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

    /// Reads the texts and headlines that this model has not read; the longest last, so that progress is steady.
    fn read_unread(
        &mut self,
        articles: &[Article],
        engines: &Engines,
        progress: &dyn Progress,
    ) -> Result<(), WorkbenchError> {
        let model = &engines.reader.model().digest;
        let known = self.store.read_texts(model)?;
        let titles: Vec<Article> = articles.iter().filter_map(headline).collect();
        let mut open: BTreeMap<Digest, &str> = BTreeMap::new();
        for article in articles.iter().chain(&titles).filter(|a| is_read(a)) {
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

    /// Writes what was worked out, in one transaction. Statements are written only for articles where they changed.
    fn keep(&mut self, snapshot: Snapshot) -> Result<(), WorkbenchError> {
        let before = by_article(self.store.statements()?);
        let now = by_article(snapshot.statements.into());
        let time = self.latest()?;
        let rules = rules();
        let read = self.store.interpreted(&rules)?;
        let mut transaction = self.store.transaction()?;
        let root = root::kept(&transaction)?;
        for article in &snapshot.articles {
            let statements = now.get(&article.id).map_or(&[][..], Vec::as_slice);
            if before.get(&article.id).map_or(&[][..], Vec::as_slice) != statements {
                transaction.replace_statements(&article.id, statements)?;
            }
            if !read.contains(&article.id) {
                transaction.mark_interpreted(&article.id, &rules)?;
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
        transaction.put_meta(RULES_KEY, &rules)?;
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
