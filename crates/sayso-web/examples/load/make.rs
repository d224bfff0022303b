//! Writes a large case as the workbench would have left it.

use std::{collections::BTreeMap, time::Instant};

use sayso_model::{
    Actor, Article, Capture, Claim, Location, MediaType, Origin, Reason, Statement, StatementOrigin,
    TextReuse,
};
use sayso_store::{Derived, Store};

use crate::made::{ACTORS, STATEMENTS, STATEMENTS_PER_CLAIM, actor, article, claim, pair, statement};

pub fn make(folder: &str, articles: usize) {
    let begun = Instant::now();
    let mut store = Store::create(folder).unwrap();
    let actors: Vec<Actor> = (0..ACTORS).map(actor).collect();
    let claims = articles * STATEMENTS / STATEMENTS_PER_CLAIM;
    let mut of_claim: BTreeMap<usize, Vec<(Statement, Article)>> = BTreeMap::new();
    let mut origins = Vec::new();
    let mut act = store.transaction().unwrap();
    let mut reuse = Vec::new();
    let mut before: Option<Article> = None;
    for n in 0..articles {
        let (article, said) = article(n, claims);
        let bytes = article.text.clone().into_bytes();
        let capture =
            Capture::new(Location::File(article.file.clone()), article.retrieved, MediaType::Text, bytes);
        let article = Article { capture: capture.digest.clone(), ..article };
        act.put_capture(&capture, Some(&article.id)).unwrap();
        act.append_log(&capture.digest, "capture", capture.digest.as_str(), article.retrieved).unwrap();
        act.put_article(&article).unwrap();
        let statements: Vec<Statement> = said
            .iter()
            .enumerate()
            .map(|(i, (who, _, span))| statement(&article, n * STATEMENTS + i, &actors[*who], *span))
            .collect();
        act.replace_statements(&article.id, &statements).unwrap();
        let light = Article { text: String::new(), ..article.clone() };
        for (s, (who, claim, _)) in statements.into_iter().zip(&said) {
            let origin = Origin::actor(&actors[*who].id, &actors[*who].name).into();
            let reasons = vec![Reason::new("the speaker alone vouches for it")];
            origins.push(StatementOrigin { statement: s.id.clone(), origin, reasons });
            of_claim.entry(*claim).or_default().push((s, light.clone()));
        }
        if let Some(other) = before.filter(|_| n % 2 == 1) {
            reuse.push(pair(&other, &article));
        }
        before = Some(article);
    }
    let mut claims: Vec<Claim> = of_claim.into_iter().map(|(n, all)| claim(n, &all)).collect();
    claims.sort_by_key(|c| std::cmp::Reverse(c.articles.len()));
    reuse.sort_by(|a: &TextReuse, b| (&a.first, &a.second).cmp(&(&b.first, &b.second)));
    let (statements, held) = (articles * STATEMENTS, claims.len());
    act.replace_derived(&Derived { actors, reuse, origins, claims }).unwrap();
    act.commit().unwrap();
    println!(
        "{articles} articles, {statements} statements, {held} claims in {:.0} s",
        begun.elapsed().as_secs_f64()
    );
}
