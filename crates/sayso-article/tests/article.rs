//! Behaviour of articles made of whole captures: text files, pages, and bytes that are neither.

use std::time::{Duration, Instant};

use jiff::Timestamp;
use sayso_article::article;
use sayso_model::{Article, Capture, CreditKind, Location, MediaType, NoticeCode};

/// Longest time that any one article may take here. The slowest takes a few seconds on a busy machine without optimisation.
const PATIENCE: Duration = Duration::from_secs(60);

fn read(bytes: impl Into<Vec<u8>>, media_type: MediaType) -> Article {
    let location = Location::File("articles/quay.txt".into());
    let began = Instant::now();
    let article = article(&Capture::new(location, Timestamp::UNIX_EPOCH, media_type, bytes.into()));
    assert!(began.elapsed() < PATIENCE, "took {:?}", began.elapsed());
    assert_spans_slice(&article);
    article
}

fn text(bytes: impl Into<Vec<u8>>) -> Article {
    read(bytes, MediaType::Text)
}

fn page(bytes: impl Into<Vec<u8>>) -> Article {
    read(bytes, MediaType::Html)
}

fn assert_spans_slice(article: &Article) {
    let credits = article.credits.iter().filter_map(|c| c.span);
    for span in credits.chain(article.notices.iter().filter_map(|n| n.span)) {
        let words = article.text.get(span.start..span.end);
        assert!(words.is_some_and(|w| !w.is_empty()), "{span:?} slices nothing");
    }
}

fn codes(article: &Article) -> Vec<NoticeCode> {
    article.notices.iter().map(|n| n.code).collect()
}

#[test]
fn a_text_with_headers_is_read_whole() {
    let body = "  The quay is shut,\r\nthe mayor told Reuters.\r\n\r\nNobody said why. \r\n";
    let header = "\u{FEFF}URL: https://Quay.example/1/?utm_source=x\r\noutlet: The Quay\r\npublished: 2026-03-14T09:30:00+01:00\r\n\
                  lang: en-GB\r\ntitle: Quay shut\r\nbyline: Ada Berg\r\nDesk: harbour\r\n\r\n";
    let found = text(format!("{header}{body}"));
    assert_eq!(found.text, body);
    assert_eq!(found.file, "articles/quay.txt");
    assert_eq!(found.publisher.as_deref(), Some("The Quay"));
    assert_eq!(found.published.unwrap().to_string(), "2026-03-14T09:30:00+01:00");
    assert_eq!(found.language.as_deref(), Some("en"));
    assert_eq!((found.title.as_deref(), found.byline.as_deref()), (Some("Quay shut"), Some("Ada Berg")));
    assert_eq!(found.headers, [("Desk".to_owned(), "harbour".to_owned())]);
    assert_eq!(found.credits.len(), 1);
    assert_eq!((found.credits[0].name.as_str(), found.credits[0].kind), ("Reuters", CreditKind::InText));
    assert_eq!(found.credits[0].span.unwrap().of(&found.text), "Reuters");
    assert_eq!(found.notices, []);
}

#[test]
fn the_same_address_is_the_same_article_whatever_its_bytes() {
    let first = text("url: https://quay.example/1?fbclid=7\n\nThe quay is shut.");
    let second = text("url: HTTPS://quay.example/1#top\n\nThe quay is open.");
    assert_eq!(first.id, second.id);
    assert_ne!(first.capture, second.capture);
    assert_ne!(text("The quay is shut.").id, text("The quay is open.").id);
}

#[test]
fn a_text_without_headers_is_all_body() {
    let body = "NORDHAVEN: The quay is shut.\n\nNobody said why.\n";
    let found = text(body);
    assert_eq!(found.text, body);
    assert_eq!((found.title, found.publisher, found.published), (None, None, None));
}

#[test]
fn what_is_odd_about_a_text_is_noticed() {
    assert_eq!(codes(&text("")), [NoticeCode::UnknownPublicationDate, NoticeCode::EmptyText]);
    assert_eq!(codes(&text("published: 2026-03-14\n\nQuay shut\n")), [NoticeCode::HeadlineOnly]);
    assert_eq!(
        codes(&text("published: 2026-03-14\nlang: sv\n\nKajen är stängd.")),
        [NoticeCode::LanguageNotRead]
    );
    let undated = text("published: soon\nlang: en\n\nThe quay is shut.");
    assert_eq!(codes(&undated), [NoticeCode::UnreadableHeader, NoticeCode::UnknownPublicationDate]);
    assert_eq!(
        codes(&text("published: unknown\nlang: en\n\nThe quay is shut.")),
        [NoticeCode::UnknownPublicationDate]
    );
}

#[test]
fn broken_characters_are_counted_and_placed() {
    let found = text(b"published: 2026-03-14\n\n\xE2\x80\x9CShut\xE2\x80\x9D, \xFFsaid \xFFhe.".to_vec());
    assert_eq!(found.text, "“Shut”, \u{FFFD}said \u{FFFD}he.");
    assert_eq!(codes(&found), [NoticeCode::InvalidCharacters]);
    assert_eq!(found.notices[0].span.unwrap().of(&found.text), "\u{FFFD}");
    assert!(found.notices[0].message.starts_with("2 places"), "{}", found.notices[0].message);
}

#[test]
fn a_guessed_character_set_is_said() {
    let found = text(
        b"published: 2026-03-14\nlang: fr\n\nLe port \xE9tait ferm\xE9, a d\xE9clar\xE9 le maire.".to_vec(),
    );
    assert_eq!(found.text, "Le port était fermé, a déclaré le maire.");
    assert!(codes(&found).contains(&NoticeCode::GuessedCharset));
}

#[test]
fn utf_16_is_read_by_its_mark() {
    let bytes: Vec<u8> =
        "\u{FEFF}title: Quay\n\nIt is “shut”.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let found = text(bytes);
    assert_eq!((found.title.as_deref(), found.text.as_str()), (Some("Quay"), "It is “shut”."));
}

const PARAGRAPHS: &str = "<p>NORDHAVEN (AFP) &mdash; The harbour office said on Monday that the quay would stay closed.</p>\
    <p>Divers were to look at the crane, which had fallen into the basin on Sunday night, said Ada Berg of the office.</p>\
    <p>Nobody had been hurt, she told the newspaper Nordhaven Courier.</p>";

#[test]
fn a_page_gives_its_article_and_what_it_says_of_itself() {
    let found = page(format!(
        "<!doctype html><html lang=en><head><title>Quay shut - The Quay</title>
         <link rel=canonical href='https://quay.example/2026/shut'><meta property='og:site_name' content='The Quay'>
         <script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\"headline\":\"Quay shut\",
         \"datePublished\":\"2026-03-14T09:30:00Z\",\"author\":{{\"name\":\"Ivo Lund\"}}}}</script></head>
         <body><nav><a href=/>Home</a><a href=/w>Weather</a></nav><article><h1>Quay shut</h1>{PARAGRAPHS}</article>
         <footer>© 2026 The Quay</footer></body></html>"
    ));
    assert!(found.text.contains("NORDHAVEN (AFP) — The harbour office said"), "{}", found.text);
    assert!(found.text.contains("closed.\n\nDivers") && !found.text.contains("Weather"), "{}", found.text);
    assert_eq!(found.title.as_deref(), Some("Quay shut"));
    assert_eq!(found.publisher.as_deref(), Some("The Quay"));
    assert_eq!(found.byline.as_deref(), Some("Ivo Lund"));
    assert_eq!(found.published.unwrap().to_string(), "2026-03-14T09:30:00Z");
    assert_eq!(found.url.as_deref(), Some("https://quay.example/2026/shut"));
    assert_eq!(
        found.credits.iter().map(|c| c.name.as_str()).collect::<Vec<_>>(),
        ["AFP", "Nordhaven Courier"]
    );
    assert_eq!(found.notices, []);
}

#[test]
fn a_page_in_an_old_character_set_is_read_by_its_declaration() {
    let found = page(
        b"<html><head><meta charset=windows-1252></head><body><p>It is \x93shut\x94, he said.</p>".to_vec(),
    );
    assert_eq!(found.text, "It is “shut”, he said.");
    assert!(!codes(&found).contains(&NoticeCode::GuessedCharset));
}

#[test]
fn a_page_that_nests_fifty_thousand_deep_keeps_its_words() {
    let (open, close) = ("<div>".repeat(50_000), "</div>".repeat(50_000));
    let found = page(format!("<html><body>{open}The quay is shut.{close}</body></html>"));
    assert_eq!(found.text, "The quay is shut.");
    assert!(codes(&found).contains(&NoticeCode::WholePageTaken));
}

#[test]
fn nesting_just_within_bounds_does_not_overflow_a_test_thread() {
    for (open, close) in
        [("<div>", "</div>"), ("<span>", "</span>"), ("<ul><li>", "</ul>"), ("<blockquote>", "</blockquote>")]
    {
        let found =
            page(format!("{}The quay is shut, the mayor said.{}", open.repeat(240), close.repeat(240)));
        assert_eq!(found.text, "The quay is shut, the mayor said.", "{open}");
    }
}

#[test]
fn nine_megabytes_on_one_line_are_read() {
    let sentence = "The mayor told Reuters that the quay was shut. ";
    let line = sentence.repeat(9_000_000 / sentence.len());
    assert_eq!(text(line.clone()).text, line);
    assert_eq!(page(format!("<p>{line}</p>")).text, line.trim_end());
}

#[test]
fn pages_that_would_make_a_parser_hang_are_read_flat() {
    let blocks = "<p>x".repeat(500_000);
    let hostile = [
        format!("{}{blocks}", "<b id=1>".repeat(200)),
        format!("<p {}>x", "a ".repeat(1_000_000)),
        "<".repeat(1_000_000),
        "<!--".repeat(500_000),
        format!("<script>{}", "</scrip".repeat(300_000)),
    ];
    for html in hostile {
        page(html);
    }
}

/// A linear congruential generator: the same numbers on every run, without a dependency.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % bound
    }
}

#[test]
fn random_bytes_never_fail() {
    let mut numbers = Numbers(7);
    for round in 0..1_500 {
        let bytes: Vec<u8> = (0..numbers.below(200)).map(|_| numbers.below(256) as u8).collect();
        read(bytes, if round % 2 == 0 { MediaType::Text } else { MediaType::Html });
    }
}

/// Pieces that headers, credits, pages and character sets are made of, so that random rows of them reach every rule.
const PIECES: [&str; 56] = [
    "title: ",
    "published: ",
    "url: https://",
    "lang: ",
    "\n",
    "\n\n",
    "\r\n",
    " ",
    "(",
    ")",
    "/",
    " - ",
    " — ",
    "©",
    "2026",
    "By ",
    "Source: ",
    "Reuters",
    "AP",
    "The Times",
    "New York Times",
    "Nordhaven",
    "told ",
    "citing ",
    "reported",
    "the newspaper ",
    "Danish and Swedish media",
    "“",
    "”",
    "’s",
    "é",
    "\u{FFFD}",
    "日本",
    "\u{200B}",
    "\u{AD}",
    ", ",
    " and ",
    ".",
    "<p>",
    "</p>",
    "<div class='",
    "<b>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<meta charset=",
    "&amp;",
    "&#x",
    "<table><tr><td>",
    "<br>",
    "'",
    "\"",
    ">",
    "<time datetime=",
    "<title>",
];

#[test]
fn random_rows_of_telling_pieces_never_fail() {
    let mut numbers = Numbers(11);
    for round in 0..3_000 {
        let row: String = (0..numbers.below(40)).map(|_| PIECES[numbers.below(PIECES.len())]).collect();
        let mut bytes = row.into_bytes();
        if round % 3 == 0 && !bytes.is_empty() {
            let at = numbers.below(bytes.len());
            bytes[at] = numbers.below(256) as u8;
        }
        let media_type = if round % 2 == 0 { MediaType::Text } else { MediaType::Html };
        let first = read(bytes.clone(), media_type);
        assert_eq!(first, read(bytes, media_type), "the same capture gave two articles");
    }
}
