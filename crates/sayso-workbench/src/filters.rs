//! Filters of the ledger that people gave names to: kept with the case, no part of the log, since nothing follows from them.

use std::collections::BTreeMap;

use crate::{error::WorkbenchError, review::ReviewError, workbench::Workbench};

/// Under which key they are kept, as one JSON object of queries by name.
const KEY: &str = "filters";
/// Filters that a case keeps: more than a page shows in a line or two.
const MOST: usize = 50;
/// Characters of a name, and of the query behind it: what fits a line, and what fits an address.
const LONGEST: (usize, usize) = (60, 1_000);

impl Workbench {
    /// The filters by name: each with the query of its page, without a question mark.
    ///
    /// # Errors
    /// When the store cannot be read.
    pub fn filters(&self) -> Result<BTreeMap<String, String>, WorkbenchError> {
        let kept = self.store.meta(KEY)?;
        Ok(kept.and_then(|json| serde_json::from_str(&json).ok()).unwrap_or_default())
    }

    /// Keeps a filter under a name, in the place of one that had it; without a query, none has that name any more.
    ///
    /// # Errors
    /// When the name or query is missing or too long, there are too many, or the store cannot be written.
    pub fn keep_filter(&mut self, name: &str, query: Option<&str>) -> Result<(), WorkbenchError> {
        let mut filters = self.filters()?;
        let name = name.trim();
        match query {
            None => filters
                .remove(name)
                .map(|_| ())
                .ok_or(ReviewError::Pointless("there is no filter of this name"))?,
            Some(query) => {
                let fits = |text: &str, most: usize| (1..=most).contains(&text.chars().count());
                if !fits(name, LONGEST.0) || !fits(query, LONGEST.1) {
                    let why = "a filter needs a name that fits a line, and something that it leaves out";
                    return Err(ReviewError::Pointless(why).into());
                }
                filters.insert(name.to_owned(), query.to_owned());
                if filters.len() > MOST {
                    return Err(
                        ReviewError::Pointless("there are fifty filters already: remove one first").into()
                    );
                }
            }
        }
        let json = serde_json::to_string(&filters).unwrap_or_default();
        let mut transaction = self.store.transaction()?;
        transaction.put_meta(KEY, &json)?;
        Ok(transaction.commit()?)
    }
}
