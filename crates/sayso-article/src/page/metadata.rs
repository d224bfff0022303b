//! What does the page say of itself? Title, outlet, author, time, address and language, each from the best place that has it.

use sayso_model::{Image, Published};
use scraper::{ElementRef, Html, Selector};

use super::{
    json_ld::{JsonLd, plain},
    stated,
};
use crate::{dates, language};

/// Names under which pages give their publication time, the most precise first.
const TIME_KEYS: [&str; 14] = [
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publication_date",
    "dcterms.created",
    "dc.date.issued",
    "dc.date",
    "date",
];

/// What a page says of itself; `None` where it says nothing.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Metadata {
    pub url: Option<String>,
    pub publisher: Option<String>,
    pub published: Option<Published>,
    pub language: Option<String>,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// The pictures that it names as its own, their addresses as it gives them.
    pub images: Vec<Image>,
}

/// Reads the metadata of a parsed page.
pub(crate) fn read(page: &Html) -> Metadata {
    let sources = Sources { page, json: JsonLd::of(page), meta: meta_pairs(page) };
    let publisher = sources.publisher();
    Metadata {
        url: sources.url(),
        published: sources.published(),
        language: sources.language(),
        title: sources.title(publisher.as_deref()),
        byline: sources.byline(),
        images: stated::images(&sources.json, &sources.meta),
        publisher,
    }
}

struct Sources<'a> {
    page: &'a Html,
    json: JsonLd,
    /// Keys in lower case with their contents, in page order.
    meta: Vec<(String, String)>,
}

impl Sources<'_> {
    fn meta(&self, keys: &[&str]) -> Option<String> {
        keys.iter()
            .find_map(|key| self.meta.iter().find(|(k, _)| k == key))
            .map(|(_, content)| content.clone())
    }

    fn publisher(&self) -> Option<String> {
        self.meta(&["og:site_name"])
            .or_else(|| self.json.text("publisher"))
            .or_else(|| self.meta(&["publisher", "dc.publisher"]))
    }

    fn title(&self, publisher: Option<&str>) -> Option<String> {
        let shown = || first_text(self.page, "h1").or_else(|| first_text(self.page, "head title"));
        let title = self
            .meta(&["og:title"])
            .or_else(|| self.json.text("headline"))
            .or_else(|| self.meta(&["twitter:title"]));
        title.or_else(shown).map(|t| without_outlet(&t, publisher).to_owned())
    }

    fn byline(&self) -> Option<String> {
        let authors = self.json.texts("author");
        let named = (!authors.is_empty()).then(|| authors.join(", "));
        let shown = || first_text(self.page, "[rel~='author'], [itemprop='author'], .byline, .author");
        let byline = named
            .or_else(|| self.meta(&["author", "parsely-author", "dc.creator", "article:author"]))
            .or_else(shown)?;
        let byline = byline
            .strip_prefix("By ")
            .or_else(|| byline.strip_prefix("by "))
            .unwrap_or(&byline)
            .trim()
            .to_owned();
        (!byline.is_empty() && !byline.contains("://")).then_some(byline)
    }

    fn url(&self) -> Option<String> {
        let canonical = first_attribute(self.page, "link[rel~='canonical' i]", "href");
        let embedded = || self.json.text("url").or_else(|| self.json.text("mainEntityOfPage"));
        let found = [canonical, self.meta(&["og:url"]), embedded()];
        found.into_iter().flatten().find(|url| names_an_article(url))
    }

    fn language(&self) -> Option<String> {
        let stated = [
            first_attribute(self.page, "html[lang]", "lang"),
            self.json.text("inLanguage"),
            self.meta(&["og:locale", "content-language", "language", "dc.language"]),
        ];
        stated.into_iter().flatten().find_map(|tag| language::code(&tag))
    }

    fn published(&self) -> Option<Published> {
        let embedded = self.json.text("datePublished").and_then(|t| dates::parse(&t));
        let meta = || TIME_KEYS.iter().find_map(|key| self.meta(&[key]).and_then(|t| dates::parse(&t)));
        embedded.or_else(meta).or_else(|| shown_time(self.page))
    }
}

/// The time that the page shows as its own: marked as such, or the first within the article, or the only day on the page.
fn shown_time(page: &Html) -> Option<Published> {
    let marked = "time[itemprop='datePublished'], time[pubdate], [itemprop='datePublished']";
    let times = |css: &str| -> Vec<Published> {
        select(page, css)
            .filter_map(|e| dates::parse(e.attr("datetime").or_else(|| e.attr("content"))?))
            .collect()
    };
    let first = |css: &str| times(css).into_iter().next();
    first(marked).or_else(|| first("article time[datetime], main time[datetime]")).or_else(|| {
        let all = times("time[datetime]");
        let first = *all.first()?;
        all.iter().all(|t| t.day() == first.day()).then_some(first)
    })
}

/// "Quay shut | The Quay" is "Quay shut" on a page of The Quay.
fn without_outlet<'a>(title: &'a str, publisher: Option<&str>) -> &'a str {
    let separators = [" | ", " - ", " – ", " — ", " :: "];
    let cut = publisher.and_then(|p| {
        let head = title.strip_suffix(p)?;
        separators.iter().find_map(|s| head.strip_suffix(s))
    });
    cut.unwrap_or(title).trim()
}

/// An absolute address with more than a host: some pages give the outlet's front page as the address of every article.
fn names_an_article(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    rest.and_then(|r| r.split_once(['/', '?'])).is_some_and(|(_, path)| !path.is_empty())
}

fn meta_pairs(page: &Html) -> Vec<(String, String)> {
    let keys = |e: &ElementRef<'_>| {
        let key = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|a| e.attr(a));
        key.map(str::to_ascii_lowercase)
    };
    select(page, "meta[content]")
        .filter_map(|e| Some((keys(&e)?, plain(e.attr("content")?))))
        .filter(|(_, content)| !content.is_empty())
        .collect()
}

fn first_text(page: &Html, css: &str) -> Option<String> {
    select(page, css).map(|e| e.text().collect::<String>()).map(|t| one_line(&t)).find(|t| !t.is_empty())
}

fn first_attribute(page: &Html, css: &str, name: &str) -> Option<String> {
    select(page, css).filter_map(|e| e.attr(name)).map(|v| v.trim().to_owned()).find(|v| !v.is_empty())
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn select<'a>(page: &'a Html, css: &str) -> impl Iterator<Item = ElementRef<'a>> {
    let found: Vec<_> = Selector::parse(css).map(|s| page.select(&s).collect()).unwrap_or_default();
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_page(html: &str) -> Metadata {
        read(&Html::parse_document(html))
    }

    #[test]
    fn open_graph_and_links_are_read() {
        let page = read_page(
            "<html lang=en-GB><head><meta property=og:site_name content='The Quay'>
             <meta property=og:title content='Quay shut | The Quay'><meta name=author content='By Ada Berg'>
             <meta property=article:published_time content='2026-03-14T09:30:00+0100'>
             <link rel=canonical href='https://quay.example/2026/shut'>",
        );
        assert_eq!(page.publisher.as_deref(), Some("The Quay"));
        assert_eq!(page.title.as_deref(), Some("Quay shut"));
        assert_eq!(page.byline.as_deref(), Some("Ada Berg"));
        assert_eq!(page.published.unwrap().to_string(), "2026-03-14T09:30:00+01:00");
        assert_eq!(page.url.as_deref(), Some("https://quay.example/2026/shut"));
        assert_eq!(page.language.as_deref(), Some("en"));
    }

    #[test]
    fn the_page_without_metadata_shows_title_and_time() {
        let page = read_page(
            "<title>x</title><h1>Quay <i>shut</i></h1><article><time datetime=2026-03-14>today</time></article><time datetime=2020-01-01>",
        );
        assert_eq!(page.title.as_deref(), Some("Quay shut"));
        assert_eq!(page.published.unwrap().to_string(), "2026-03-14");
        assert_eq!((page.url, page.publisher, page.byline, page.language), (None, None, None, None));
    }

    #[test]
    fn times_of_several_days_outside_the_article_prove_nothing() {
        assert_eq!(
            read_page("<time datetime=2026-03-14>a</time><time datetime=2026-03-15>b</time>").published,
            None
        );
        assert!(
            read_page("<time datetime=2026-03-14>a</time><time datetime=2026-03-14>b</time>")
                .published
                .is_some()
        );
    }

    #[test]
    fn the_front_page_is_not_the_address_of_an_article() {
        assert_eq!(read_page("<link rel=canonical href='https://quay.example/'>").url, None);
        assert_eq!(read_page("<link rel=canonical href='/a'>").url, None);
        assert!(read_page("<link rel=canonical href='https://quay.example/?id=7'>").url.is_some());
    }
}
