//! Which pages does a feed, a sitemap or a list of feeds name? RSS, Atom, JSON Feed, OPML and the sitemaps of sitemaps.org.
//!
//! Only addresses are taken from them. What an article says, when it was published and by whom is read from the article itself.

use quick_xml::{
    Reader,
    escape::resolve_predefined_entity,
    events::{BytesStart, Event},
};
use serde_json::Value;
use url::Url;

/// Addresses that one file may name; a sitemap holds 50,000 at most.
const MAX_ADDRESSES: usize = 50_000;
/// Deepest nesting; feeds nest five deep.
const MAX_DEPTH: usize = 64;
/// Longest address.
const MAX_ADDRESS: usize = 4096;

/// What a feed, a sitemap or a list names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Feed {
    /// Pages, in the order of the file.
    pub pages: Vec<String>,
    /// Further feeds or sitemaps.
    pub feeds: Vec<String>,
}

impl Feed {
    /// Reads a feed that was found at `base`; `None` for anything that is none. A file that ends too early gives what it names
    /// until there.
    pub fn parse(bytes: &[u8], base: Option<&Url>) -> Option<Self> {
        let mut feed = json(bytes).or_else(|| xml(bytes))?;
        for list in [&mut feed.pages, &mut feed.feeds] {
            let whole = |address: &String| absolute(address, base);
            let mut known = std::collections::BTreeSet::new();
            *list = list.iter().filter_map(whole).filter(|address| known.insert(address.clone())).collect();
            list.truncate(MAX_ADDRESSES);
        }
        Some(feed)
    }
}

fn absolute(address: &str, base: Option<&Url>) -> Option<String> {
    let address = address.trim();
    let url = match base {
        Some(base) => base.join(address),
        None => Url::parse(address),
    };
    url.ok()
        .filter(|url| matches!(url.scheme(), "http" | "https"))
        .map(String::from)
        .filter(|u| u.len() <= MAX_ADDRESS)
}

/// A JSON Feed (jsonfeed.org, versions 1 and 1.1).
fn json(bytes: &[u8]) -> Option<Feed> {
    bytes.trim_ascii_start().starts_with(b"{").then_some(())?;
    let feed: Value = serde_json::from_slice(bytes).ok()?;
    feed["version"].as_str().filter(|version| version.contains("jsonfeed.org"))?;
    let page =
        |item: &Value| item["url"].as_str().or_else(|| item["external_url"].as_str()).map(str::to_owned);
    Some(Feed { pages: feed["items"].as_array()?.iter().filter_map(page).collect(), feeds: Vec::new() })
}

fn xml(bytes: &[u8]) -> Option<Feed> {
    let mut reader = Reader::from_reader(bytes);
    reader.config_mut().check_end_names = false;
    let mut walk = Walk::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => walk.open(&tag)?,
            Ok(Event::Empty(tag)) => {
                walk.open(&tag)?;
                walk.close();
            }
            Ok(Event::End(_)) => walk.close(),
            Ok(Event::Text(text)) => walk.say(&String::from_utf8_lossy(&text)),
            Ok(Event::CData(text)) => walk.say(&String::from_utf8_lossy(&text)),
            Ok(Event::GeneralRef(name)) => match name.resolve_char_ref() {
                Ok(Some(character)) => walk.say(character.encode_utf8(&mut [0; 4])),
                _ => walk.say(resolve_predefined_entity(&String::from_utf8_lossy(&name)).unwrap_or_default()),
            },
            Ok(Event::Eof) | Err(_) => return walk.is_feed.then_some(walk.feed),
            Ok(_) => {}
        }
    }
}

/// Where in the file we are, and what was found.
#[derive(Default)]
struct Walk {
    feed: Feed,
    is_feed: bool,
    /// Local names of the open elements, in lower case.
    open: Vec<String>,
    text: String,
    /// Whether the present item has named its page already.
    has_page: bool,
}

impl Walk {
    /// Opens an element; `None` once the file is no feed.
    fn open(&mut self, tag: &BytesStart<'_>) -> Option<()> {
        let name = String::from_utf8_lossy(tag.local_name().as_ref()).to_ascii_lowercase();
        if self.open.is_empty() {
            self.is_feed =
                matches!(name.as_str(), "rss" | "rdf" | "feed" | "opml" | "urlset" | "sitemapindex");
        }
        (self.is_feed && self.open.len() < MAX_DEPTH).then_some(())?;
        match name.as_str() {
            "item" | "entry" => self.has_page = false,
            "outline" => self.feed.feeds.extend(attribute(tag, "xmlUrl")),
            "link" if self.is_in(&["entry"]) => self.atom_link(tag),
            _ => {}
        }
        self.text.clear();
        self.open.push(name);
        Some(())
    }

    fn atom_link(&mut self, tag: &BytesStart<'_>) {
        let is_page = attribute(tag, "rel").is_none_or(|rel| rel == "alternate");
        if let Some(address) = attribute(tag, "href").filter(|_| is_page && !self.has_page) {
            self.page(address);
        }
    }

    fn say(&mut self, text: &str) {
        if self.text.len() + text.len() <= MAX_ADDRESS {
            self.text += text;
        }
    }

    fn close(&mut self) {
        let Some(name) = self.open.pop() else { return };
        let text = std::mem::take(&mut self.text).trim().to_owned();
        if text.is_empty() {
            return;
        }
        match name.as_str() {
            "link" if self.is_in(&["item"]) && !self.has_page => self.page(text),
            "guid" if self.is_in(&["item"]) && !self.has_page && text.starts_with("http") => self.page(text),
            "loc" if self.is_in(&["url"]) => self.feed.pages.push(text),
            "loc" if self.is_in(&["sitemap"]) => self.feed.feeds.push(text),
            _ => {}
        }
    }

    fn page(&mut self, address: String) {
        if self.feed.pages.len() < MAX_ADDRESSES {
            self.feed.pages.push(address);
            self.has_page = true;
        }
    }

    fn is_in(&self, names: &[&str]) -> bool {
        self.open.last().is_some_and(|last| names.contains(&last.as_str()))
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = tag.html_attributes();
    let mut found = attributes.with_checks(false).filter_map(Result::ok);
    let value = found.find(|a| a.key.as_ref().eq_ignore_ascii_case(name.as_bytes()))?.value;
    let text = String::from_utf8_lossy(&value).into_owned();
    Some(quick_xml::escape::unescape(&text).map_or(text.clone(), |t| t.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(text: &str) -> Vec<String> {
        let base = Url::parse("https://quay.example/feeds/all").unwrap();
        Feed::parse(text.as_bytes(), Some(&base)).unwrap().pages
    }

    #[test]
    fn each_kind_of_feed_names_its_pages() {
        let rss = "<?xml version='1.0'?><rss><channel><link>https://quay.example/</link><item><title>x</title>\
            <link> https://quay.example/1?a=1&amp;b=2 </link><guid>https://quay.example/g</guid></item>\
            <item><guid>https://quay.example/2</guid></item><item><link><![CDATA[/3]]></link></item></channel></rss>";
        assert_eq!(
            pages(rss),
            ["https://quay.example/1?a=1&b=2", "https://quay.example/2", "https://quay.example/3"]
        );
        let atom = "<feed xmlns='http://www.w3.org/2005/Atom'><link href='/'/><entry><link rel='self' href='/s'/>\
            <link href='https://quay.example/4?x&amp;y'/><link rel='alternate' href='/5'/></entry></feed>";
        assert_eq!(pages(atom), ["https://quay.example/4?x&y"]);
        let json = r#"{"version": "https://jsonfeed.org/version/1.1", "items": [{"url": "6"}, {"id": "7"}]}"#;
        assert_eq!(pages(json), ["https://quay.example/feeds/6"]);
        let rdf =
            "<rdf:RDF><channel/><item rdf:about='x'><link>https://quay.example/8</link></item></rdf:RDF>";
        assert_eq!(pages(rdf), ["https://quay.example/8"]);
        let sitemap = "<urlset><url><loc>https://quay.example/9</loc><lastmod>x</lastmod></url></urlset>";
        assert_eq!(pages(sitemap), ["https://quay.example/9"]);
    }

    #[test]
    fn lists_of_feeds_name_feeds() {
        let opml = "<opml><body><outline text='a'><outline xmlUrl='https://quay.example/rss'/></outline></body></opml>";
        assert_eq!(Feed::parse(opml.as_bytes(), None).unwrap().feeds, ["https://quay.example/rss"]);
        let index = "<sitemapindex><sitemap><loc>https://quay.example/s1.xml</loc></sitemap></sitemapindex>";
        assert_eq!(Feed::parse(index.as_bytes(), None).unwrap().feeds, ["https://quay.example/s1.xml"]);
    }

    #[test]
    fn pages_and_texts_are_no_feeds() {
        for text in
            ["", "<html><item><link>x</link></item></html>", "{\"version\": 1}", "The quay.", "<?xml?>", "[]"]
        {
            assert_eq!(Feed::parse(text.as_bytes(), None), None, "{text}");
        }
        let cut = "<rss><channel><item><link>https://quay.example/1</link></item><item><li";
        assert_eq!(Feed::parse(cut.as_bytes(), None).unwrap().pages.len(), 1);
        let other = "<rss><item><link>javascript:alert(1)</link></item></rss>";
        assert!(Feed::parse(other.as_bytes(), None).unwrap().pages.is_empty());
        assert_eq!(Feed::parse("<rss>".repeat(1000).as_bytes(), None), None);
    }
}
