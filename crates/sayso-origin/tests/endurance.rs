//! What must hold for any text: no panic, the same result in any order, and work that grows with the length of the text.

use sayso_model::{Article, Credit, CreditKind, Span, Statement};
use sayso_origin::{OriginInput, ReuseIndex, article_origins, statement_origins, text_reuse};
use sayso_testkit::{article, statement};

/// A small generator (xorshift), so that every run sees the same texts.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % n as u64) as usize
    }
}

const PIECES: [&str; 26] = [
    "dam",
    "river ",
    "the ",
    "water ",
    "é",
    "港",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "«",
    "»",
    "\n",
    ". ",
    "\u{ad}",
    "(@x) ",
    "— ",
    "© ",
    "photo: ",
    "all rights reserved ",
    "ß",
    "İ",
    "5,000 ",
    " ",
    "first appeared on ",
];

fn text(dice: &mut Dice, pieces: usize) -> String {
    (0..pieces).map(|_| PIECES[dice.below(PIECES.len())]).collect()
}

fn odd_article(dice: &mut Dice, number: usize, common: &str) -> Article {
    let own = text(dice, 60);
    let mut odd = article(&format!("outlet {}", number % 3), &format!("{own}{common}{}", text(dice, 30)));
    odd.id = sayso_model::ArticleId::derive(&[&number.to_string()]);
    odd.published = [None, "2031-05-03".parse().ok(), "2031-05-03T10:00:00Z".parse().ok()][dice.below(3)];
    // Spans that no text has are taken all the same.
    let span = Some(Span::new(dice.below(500), dice.below(5_000)));
    let name = format!("outlet {}", dice.below(4));
    odd.credits.push(Credit { name, kind: CreditKind::InText, span });
    if dice.below(2) == 0 {
        odd.credits.push(Credit { name: "wire".into(), kind: CreditKind::Line, span });
    }
    odd
}

fn odd_statement(dice: &mut Dice, of: &Article) -> Statement {
    let mut odd = statement(of, "", "", "");
    odd.content = vec![Span::new(dice.below(400), dice.below(4_000))];
    odd
}

#[test]
fn random_texts_never_panic_and_order_never_matters() {
    let mut dice = Dice(0x5EED);
    for round in 0..60 {
        let common = text(&mut dice, 20 + 5 * round);
        let mut articles: Vec<Article> = (0..6).map(|n| odd_article(&mut dice, n, &common)).collect();
        let statements: Vec<Statement> = articles.iter().map(|a| odd_statement(&mut dice, a)).collect();
        let reuse = text_reuse(&articles);
        let origins = article_origins(&articles, &reuse);
        let all = |articles: &[Article]| {
            statement_origins(OriginInput { articles, statements: &statements, actors: &[], reuse: &reuse })
        };
        let expected = all(&articles);
        for pair in &reuse {
            assert!(pair.first < pair.second);
            assert!(
                (0.0..=1.0).contains(&pair.share_of_first) && (0.0..=1.0).contains(&pair.share_of_second)
            );
            assert!(!pair.passages.is_empty() && pair.reasons.len() == 2);
        }
        articles.reverse();
        assert_eq!(text_reuse(&articles), reuse);
        assert_eq!(article_origins(&articles, &reuse), origins);
        assert_eq!(all(&articles), expected);
    }
}

/// Steps for two articles that share all of this text.
fn work(text: &str) -> u64 {
    let mut index = ReuseIndex::new();
    index.insert(&article("a", text));
    index.insert(&article("b", &format!("{text} and more")));
    index.work()
}

/// Twice the text may cost a little more than twice the steps, never four times.
fn grows_with_length(what: &str, make: impl Fn(usize) -> String) {
    let (single, double) = (work(&make(10_000)), work(&make(20_000)));
    assert!(single > 0 && double < 3 * single, "{what}: {single} steps, {double} for twice the length");
}

#[test]
fn work_grows_with_the_length_of_the_text_and_not_with_its_square() {
    grows_with_length("different words", |n| (0..n).map(|i| format!("word{i} ")).collect());
    grows_with_length("one sentence again and again", |n| {
        "the dam above the town broke at noon today. ".repeat(n / 9)
    });
    grows_with_length("few words", |n| {
        let mut dice = Dice(7);
        (0..n).map(|_| ["dam ", "town ", "noon "][dice.below(3)]).collect()
    });
    grows_with_length("open quotation marks", |n| "'a \"b “c ".repeat(n / 3));
}

#[test]
fn work_grows_with_the_number_of_unrelated_articles() {
    let total = |articles: usize| {
        let mut index = ReuseIndex::new();
        for number in 0..articles {
            let text: String = (0..200).map(|i| format!("w{number}x{i} ")).collect();
            index.insert(&article(&number.to_string(), &text));
        }
        index.work()
    };
    assert!(total(200) <= 2 * total(100) + 200);
}
