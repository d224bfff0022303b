//! What a case held when it began to be worked out: what can be taken over, and whether it has changed since.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{ArticleId, Statement};
use sayso_store::{Store, Transaction};

use crate::{error::WorkbenchError, infer::rules};

/// One state of a case, with the statements that it had worked out.
pub(crate) struct Before {
    generation: u64,
    statements: BTreeMap<ArticleId, Vec<Statement>>,
    /// The articles in which the present rules would find the same statements.
    interpreted: BTreeSet<ArticleId>,
}

impl Before {
    /// The state of the case now. To be taken before its articles are read: whatever another program does from here on is noticed.
    pub fn of(store: &Store) -> Result<Self, WorkbenchError> {
        let generation = store.generation()?;
        let interpreted = store.interpreted(&rules())?;
        Ok(Self { generation, statements: by_article(store.statements()?), interpreted })
    }

    /// The statements of the articles in which the present rules would find the same ones, actors open.
    pub fn known(&self) -> BTreeMap<ArticleId, Vec<Statement>> {
        let of = |article: &ArticleId| {
            let mut own = self.statements.get(article).cloned().unwrap_or_default();
            own.iter_mut().for_each(|statement| statement.actor = None);
            (article.clone(), own)
        };
        self.interpreted.iter().map(of).collect()
    }

    /// Whether the case still holds what it held.
    pub fn still_holds(&self, transaction: &Transaction<'_>) -> Result<bool, WorkbenchError> {
        Ok(transaction.generation()? == self.generation)
    }

    /// Writes these statements, sorted by id, for the articles where they are others, and notes by which rules all were read.
    pub fn replace(
        &self,
        transaction: &mut Transaction<'_>,
        articles: impl IntoIterator<Item = ArticleId>,
        statements: Vec<Statement>,
    ) -> Result<(), WorkbenchError> {
        let now = by_article(statements);
        let rules = rules();
        for article in articles {
            let [own, before] =
                [&now, &self.statements].map(|all| all.get(&article).map_or(&[][..], Vec::as_slice));
            if own != before {
                transaction.replace_statements(&article, own)?;
            }
            if !self.interpreted.contains(&article) {
                transaction.mark_interpreted(&article, &rules)?;
            }
        }
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
