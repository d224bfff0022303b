//! Which articles share text, kept up from one refresh to the next: an article that comes in costs its own length, not that of the case.

use std::collections::BTreeMap;

use sayso_model::{Article, ArticleId, Digest, TextReuse};
use sayso_origin::ReuseIndex;

/// The index of the articles that an open case has had so far.
#[derive(Default)]
pub(crate) struct KeptReuse {
    index: ReuseIndex,
    /// The articles in it, each with the capture that its text was made from.
    texts: BTreeMap<ArticleId, Digest>,
}

impl KeptReuse {
    /// All pairs of these articles that share text: what [`sayso_origin::text_reuse`] gives. Compared anew are only those articles that were not
    /// among the last ones; where one of these is gone or has another text, all are.
    pub fn pairs(&mut self, articles: &[Article]) -> Vec<TextReuse> {
        let now: BTreeMap<&ArticleId, &Digest> = articles.iter().map(|a| (&a.id, &a.capture)).collect();
        if self.texts.iter().any(|(id, capture)| now.get(id) != Some(&capture)) {
            *self = Self::default();
        }
        for article in articles {
            if !self.texts.contains_key(&article.id) {
                self.index.take(article);
                self.texts.insert(article.id.clone(), article.capture.clone());
            }
        }
        self.index.pairs()
    }
}

#[cfg(test)]
mod tests {
    use sayso_origin::text_reuse;
    use sayso_testkit::article;

    use super::*;

    const REPORT: &str = "The ferry Aurelia ran aground off Lindholm early on Tuesday with 214 passengers on board. Divers found a crack of four \
        metres below the waterline, and the harbour master closed the channel until Friday.";

    #[test]
    fn the_pairs_are_those_of_all_articles_at_once_whatever_came_before() {
        let mut kept = KeptReuse::default();
        let mut articles = vec![article("Seaview", REPORT)];
        assert_eq!(kept.pairs(&articles), []);
        articles.push(article("Harbour Post", &format!("{REPORT} Nobody was hurt.")));
        let both = kept.pairs(&articles);
        assert_eq!((both.len(), &both), (1, &text_reuse(&articles)));
        articles[0] = article(
            "Seaview",
            "The ferry Aurelia was towed to Lindholm and will be mended there by the end of the month.",
        );
        assert_eq!(kept.pairs(&articles), []);
        articles.remove(0);
        assert_eq!(kept.pairs(&articles), []);
    }
}
