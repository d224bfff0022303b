//! Which pictures belong to the article, and what is written to them? Those in its container, those with a caption, and those that
//! the page names as its own. One pass over the pieces of the page.

use std::{collections::HashMap, ops::Range};

use sayso_model::{Image, ImageKind};
use scraper::node::Element;

use super::{found::Found, outline::Piece};
use crate::pattern::pattern;

/// Longest caption, in characters: the longest that newspapers print are a paragraph.
const LONGEST_WORDS: usize = 2_000;

/// Pictures that are at most so many pixels wide or high count readers or part lines.
const TINY: u32 = 32;

/// Where pages that load pictures late keep the address, the place where the browser looks for it last.
const LATE: [&str; 5] = ["data-src", "data-original", "data-lazy-src", "data-hi-res-src", "src"];

/// Elements around an article, whose pictures are not its own.
const AROUND: [&str; 10] =
    ["aside", "nav", "footer", "form", "menu", "dialog", "button", "select", "noscript", "template"];

/// The pictures of a page laid out: in the order of the page those in `container` and those with a caption, then the others
/// of `stated`. Each address comes once, with all that is written to it.
pub(crate) fn images(pieces: &[Piece<'_>], container: Option<Range<usize>>, stated: &[Image]) -> Vec<Image> {
    let mut found = Found::default();
    let mut figures: Vec<usize> = Vec::new();
    let captions = captions(pieces);
    let mut at = 0;
    while at < pieces.len() {
        while figures.pop_if(|figure| pieces[*figure].end <= at).is_some() {}
        let piece = &pieces[at];
        let Some(element) = piece.element else {
            at += 1;
            continue;
        };
        // What holds the article is not beside it, whatever its name says of other pages.
        let holds = container.as_ref().is_some_and(|range| at < range.start && range.end <= piece.end);
        if !holds && is_around(piece.name, element) {
            at = piece.end;
            continue;
        }
        if is_figure(piece.name, element) {
            figures.push(at);
        }
        let caption = figures.last().and_then(|figure| captions.get(figure));
        let belongs = caption.is_some() || container.as_ref().is_some_and(|range| range.contains(&at));
        if belongs && let Some(image) = image(piece.name, element, caption) {
            found.add(image);
        }
        at += 1;
    }
    stated.iter().cloned().for_each(|image| found.add(image));
    found.images
}

/// The caption of each figure that has one, by the place of the figure.
fn captions(pieces: &[Piece<'_>]) -> HashMap<usize, String> {
    let mut captions = HashMap::new();
    let mut figures: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < pieces.len() {
        while figures.pop_if(|figure| pieces[*figure].end <= at).is_some() {}
        let piece = &pieces[at];
        let caption = piece.element.filter(|element| is_caption(piece.name, element));
        match (caption, figures.last()) {
            (Some(_), Some(figure)) => {
                let words = words(&pieces[at..piece.end]);
                if !words.is_empty() {
                    captions.entry(*figure).or_insert(words);
                }
                at = piece.end;
                continue;
            }
            _ if piece.element.is_some_and(|element| is_figure(piece.name, element)) => figures.push(at),
            _ => {}
        }
        at += 1;
    }
    captions
}

fn is_around(name: &str, element: &Element) -> bool {
    let names = pattern!(
        r"(?i)\b(?:related|recommend|teaser|promo|newsletter|author|avatar|logo|icon|sidebar|share|social|comments?|sponsor|advert|most-read|read-?more)"
    );
    AROUND.contains(&name)
        || (name != "body"
            && name != "html"
            && ["class", "id"].iter().any(|key| element.attr(key).is_some_and(|value| names.is_match(value))))
}

/// A figure of the standard, or the block that blog programs made before there was one.
fn is_figure(name: &str, element: &Element) -> bool {
    name == "figure" || (name == "div" && has_class(element, "wp-caption"))
}

fn is_caption(name: &str, element: &Element) -> bool {
    name == "figcaption" || has_class(element, "wp-caption-text")
}

fn has_class(element: &Element, class: &str) -> bool {
    element.attr("class").is_some_and(|classes| classes.split_ascii_whitespace().any(|c| c == class))
}

fn image(name: &str, element: &Element, caption: Option<&String>) -> Option<Image> {
    let (address, kind) = match name {
        "img" if !is_tiny(element) => (address_of(element)?, ImageKind::Picture),
        "video" => (element.attr("poster").and_then(usable)?, ImageKind::Poster),
        _ => return None,
    };
    let alt = element.attr("alt").map(|alt| one_line([alt])).filter(|alt| !alt.is_empty());
    Some(Image { address: address.to_owned(), kind, alt, caption: caption.cloned() })
}

fn is_tiny(element: &Element) -> bool {
    let size = |key: &str| element.attr(key).and_then(|size| size.trim_end_matches("px").parse::<u32>().ok());
    ["width", "height"].iter().any(|key| size(key).is_some_and(|size| size <= TINY))
}

/// The address of the picture itself; what stands in `src` until a script has run is often a blank one.
fn address_of(element: &Element) -> Option<&str> {
    let of_set = || ["data-srcset", "srcset"].iter().find_map(|key| first_of_set(element.attr(key)?));
    LATE.iter().find_map(|key| element.attr(key).and_then(usable)).or_else(of_set)
}

fn first_of_set(set: &str) -> Option<&str> {
    set.split_ascii_whitespace().next().map(|address| address.trim_end_matches(',')).and_then(usable)
}

/// An address that leads to a picture; one that holds the picture, a script or nothing is none.
fn usable(address: &str) -> Option<&str> {
    let address = address.trim();
    let scheme = address.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    let is_held = matches!(scheme.as_deref(), Some("data" | "blob" | "javascript" | "about"));
    (!address.is_empty() && !is_held && !address.contains(char::is_whitespace)).then_some(address)
}

fn words(pieces: &[Piece<'_>]) -> String {
    one_line(pieces.iter().map(|piece| piece.text))
}

/// The words of some texts in one line, white space as a browser shows it.
fn one_line<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut line = String::new();
    let mut gap = false;
    for c in texts.into_iter().flat_map(str::chars).take(LONGEST_WORDS) {
        if c.is_whitespace() {
            gap = !line.is_empty();
        } else {
            if std::mem::take(&mut gap) {
                line.push(' ');
            }
            line.push(c);
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::{
        super::{found::MOST, outline::outline},
        *,
    };

    fn read(html: &str) -> Vec<Image> {
        let page = Html::parse_document(html);
        let pieces = outline(&page);
        let container = pieces.iter().position(|p| p.name == "article").map(|at| at + 1..pieces[at].end);
        images(&pieces, container, &[])
    }

    fn addresses(html: &str) -> Vec<String> {
        read(html).into_iter().map(|i| i.address).collect()
    }

    #[test]
    fn a_figure_gives_address_caption_and_words_for_the_blind() {
        let found = read(
            "<figure><a href=x><img src=q.jpg alt=' A  crane '></a><figcaption>The <b>crane</b>,\n on Monday. <i>Photo: Ada Berg</i></figcaption></figure>",
        );
        let caption = Some("The crane, on Monday. Photo: Ada Berg".to_owned());
        let expected = Image {
            address: "q.jpg".to_owned(),
            kind: ImageKind::Picture,
            alt: Some("A crane".to_owned()),
            caption,
        };
        assert_eq!(found, [expected]);
    }

    #[test]
    fn nested_figures_keep_their_own_captions() {
        let found = read(
            "<figure><figure><img src=a><figcaption>One</figcaption></figure><figure><img src=b><figcaption>Two</figcaption></figure>\
             <img src=c><figcaption>All</figcaption></figure>",
        );
        let captions: Vec<_> = found.iter().map(|i| (i.address.as_str(), i.caption.as_deref())).collect();
        assert_eq!(captions, [("a", Some("One")), ("b", Some("Two")), ("c", Some("All"))]);
    }

    #[test]
    fn pictures_around_the_article_are_not_its_own() {
        let html = "<img src=head.jpg><aside><figure><img src=side.jpg><figcaption>x</figcaption></figure></aside>\
            <article><img src=own.jpg><div class='x related-items'><img src=other.jpg></div><img class=avatar src=face.jpg>\
            <img src=pixel.gif width=1 height=1><img src='data:image/gif;base64,R0'></article>";
        assert_eq!(addresses(html), ["own.jpg"]);
    }

    #[test]
    fn what_holds_the_article_is_not_around_it() {
        for (before, after) in [
            ("<div class='layout has-sidebar'><article>", "</article></div>"),
            ("<article class='post tag-social-media'>", "</article>"),
            ("<form><div id=share-page><article>", "</article></div></form>"),
        ] {
            let html = format!("{before}<img src=own.jpg><div class=sidebar><img src=side.jpg></div>{after}");
            assert_eq!(addresses(&html), ["own.jpg"], "{before}");
        }
    }

    #[test]
    fn late_and_sized_addresses_and_stills_of_videos_are_found() {
        let html = "<article><img src='data:image/gif;base64,R0' data-src=late.jpg><img srcset='small.jpg 300w, large.jpg 900w'>\
            <video poster=still.jpg></video><div class=wp-caption><img src=old.jpg><p class=wp-caption-text>Old</p></div></article>";
        assert_eq!(addresses(html), ["late.jpg", "small.jpg", "still.jpg", "old.jpg"]);
        assert_eq!(read(html)[2].kind, ImageKind::Poster);
        assert_eq!(read(html)[3].caption.as_deref(), Some("Old"));
    }

    #[test]
    fn one_picture_in_several_sizes_comes_once_with_all_that_is_written_to_it() {
        let html = "<article><img src='https://a.example/q.jpg?w=300' alt=Crane>\
            <figure><img src='https://a.example/q.jpg?w=900'><figcaption>The crane</figcaption></figure></article>";
        let found = read(html);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].alt.as_deref(), found[0].caption.as_deref()),
            (Some("Crane"), Some("The crane"))
        );
        for two in ["/p?id=1 /p?id=2", "/image.php?id=1 /image.php?id=2", "/v1.2/image?id=1 /v1.2/image?id=2"]
        {
            let html: String = two.split(' ').map(|address| format!("<img src='{address}'>")).collect();
            assert_eq!(addresses(&format!("<article>{html}</article>")).len(), 2, "{two}");
        }
        assert_eq!(addresses("<article><img src=/a.JPG?w=1><img src=/a.JPG?w=2></article>").len(), 1);
    }

    #[test]
    fn a_page_of_many_pictures_and_figures_takes_no_longer_than_its_length() {
        let html = format!("<article>{}", "<figure><img src=a.jpg><figcaption>x</figcaption>".repeat(200));
        assert_eq!(addresses(&html), ["a.jpg"]);
        let many: String = (0..2 * MOST).map(|i| format!("<img src={i}.jpg>")).collect();
        assert_eq!(addresses(&format!("<article>{many}</article>")).len(), MOST);
    }
}
