//! Which articles likely tell others again in other words: on invented reports by invented outlets.

#![allow(clippy::unwrap_used)] // helpers of tests

use sayso_model::{Article, Credit, CreditKind};
use sayso_origin::{article_origins, retellings, text_reuse};
use sayso_testkit::{article, span};

const REPORT: &str = "The ferry Aurelia ran aground off Lindholm with 214 passengers and 1,200 tonnes of cargo on board. \
    Divers found a crack of 4.5 metres, and 38 boats came to help.";
/// The same in an invented language: no common words but names and figures.
const RETOLD: &str = "Nordwire brelt, Aurelia sankur Lindholmo vesta: 214 pasager, kargo 1.200 tonur. Krako 4,5 metar \
    lang, 38 botur kom hjelpa.";

fn crediting(name: &str, mut article: Article) -> Article {
    let span = Some(span(&article.text, name));
    article.credits.push(Credit { name: name.to_owned(), kind: CreditKind::InText, span });
    article
}

#[test]
fn a_translation_with_credit_and_figures_in_order_is_likely_derived_and_no_proven_copy() {
    let (original, retold) =
        (article("Nordwire", REPORT), crediting("Nordwire", article("Vesta Blad", RETOLD)));
    let articles = [retold.clone(), original.clone()];
    let reuse = text_reuse(&articles);
    assert_eq!(reuse, []);
    let found = retellings(&articles, &reuse);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].derived, &found[0].from), (&retold.id, &original.id));
    assert_eq!(
        found[0].reasons[0].text,
        "likely tells Nordwire again in other words: 4 quotations and figures come in the same order, among them 214, 1.200, 4,5"
    );
    assert_eq!(found[0].reasons[0].evidence[1].span.of(&original.text), "214");
    let turned = [original, retold.clone()];
    assert_eq!(retellings(&turned, &reuse), found);
    let (_, reasons) = &article_origins(&articles, &reuse)[&retold.id];
    assert!(reasons.contains(&found[0].reasons[0]));
}

#[test]
fn without_credit_or_order_or_before_the_original_nothing_is_likely() {
    let original = article("Nordwire", REPORT);
    let none = |other: Article| assert_eq!(retellings(&[original.clone(), other], &[]), []);
    none(article("Vesta Blad", RETOLD));
    none(crediting(
        "Nordwire",
        article("Vesta Blad", "Nordwire: 38 botur, 4,5 metar, 1.200 tonur, 214 pasager."),
    ));
    none(crediting("Nordwire", article("Vesta Blad", "Nordwire: 214 pasager.")));
    let mut early = crediting("Nordwire", article("Vesta Blad", RETOLD));
    early.published = Some("2031-05-02".parse().unwrap());
    let mut late = original.clone();
    late.published = Some("2031-05-03".parse().unwrap());
    assert_eq!(retellings(&[late, early], &[]), []);
}

#[test]
fn what_shares_text_is_left_to_text_reuse() {
    let original = article("Nordwire", REPORT);
    let copy = crediting("Nordwire", article("Harbour Post", &format!("{REPORT} Source: Nordwire")));
    let articles = [original, copy];
    let reuse = text_reuse(&articles);
    assert_eq!(reuse.len(), 1);
    assert_eq!(retellings(&articles, &reuse), []);
}

#[test]
fn a_reprint_stands_for_the_credited_report_where_it_is_the_earlier() {
    let mut reprint = article("Harbour Post", &format!("{REPORT} Source: Nordwire"));
    reprint.credits.push(Credit {
        name: "Nordwire".to_owned(),
        kind: CreditKind::Line,
        span: Some(span(&reprint.text, "Nordwire")),
    });
    let retold = crediting("Nordwire", article("Vesta Blad", RETOLD));
    assert_eq!(retellings(&[reprint.clone(), retold.clone()], &[]), []);
    reprint.published = "2031-05-03".parse().ok();
    let mut later = retold;
    later.published = "2031-05-04".parse().ok();
    let found = retellings(&[reprint.clone(), later.clone()], &[]);
    assert_eq!(found.len(), 1);
    assert_eq!((&found[0].derived, &found[0].from), (&later.id, &reprint.id));
}
