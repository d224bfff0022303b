//! Where is a picture, seen from anywhere? Addresses that a page gives from where it stands, made absolute.

use sayso_model::Image;

use crate::page::Found;

/// Makes the addresses of a page's pictures absolute, where the page's own address is known; the same picture comes once.
pub(crate) fn absolute(images: Vec<Image>, page: Option<&str>) -> Vec<Image> {
    let base = page.and_then(Base::of);
    let resolve = |mut image: Image| {
        if let Some(base) = &base {
            image.address = base.join(&image.address);
        }
        image
    };
    let mut found = Found::default();
    images.into_iter().map(resolve).for_each(|image| found.add(image));
    found.images
}

/// The parts of a page's address that others are seen from.
struct Base<'a> {
    /// "https:"
    scheme: &'a str,
    /// "https://quay.example"
    origin: &'a str,
    /// "/2026/", with the stroke at its end.
    folder: &'a str,
}

impl<'a> Base<'a> {
    fn of(page: &'a str) -> Option<Self> {
        let scheme = &page[..page.find("//")?];
        let host = scheme.len() + 2;
        let page = &page[..page.find(['?', '#']).unwrap_or(page.len())];
        let path = page.get(host..)?.find('/').map_or(page.len(), |at| host + at);
        let folder = page[path..].rfind('/').map_or("/", |at| &page[path..=path + at]);
        let is_web = matches!(scheme, "http:" | "https:") && path > host;
        is_web.then_some(Self { scheme, origin: &page[..path], folder })
    }

    fn join(&self, address: &str) -> String {
        let Self { scheme, origin, folder } = self;
        match address {
            _ if has_scheme(address) => address.to_owned(),
            _ if address.starts_with("//") => format!("{scheme}{address}"),
            _ if address.starts_with('/') => format!("{origin}{address}"),
            _ => format!("{origin}{}", without_dots(folder, address)),
        }
    }
}

/// "photos:" and the like before any stroke (RFC 3986, section 3.1).
fn has_scheme(address: &str) -> bool {
    let scheme = address
        .find([':', '/', '?', '#'])
        .filter(|at| address[*at..].starts_with(':'))
        .map(|at| &address[..at]);
    scheme.is_some_and(|scheme| {
        !scheme.is_empty() && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

/// Follows "./" and "../" at the beginning of an address, which is where pages write them.
fn without_dots(folder: &str, address: &str) -> String {
    let (mut folder, mut rest) = (folder, address);
    loop {
        if let Some(after) = rest.strip_prefix("./") {
            rest = after;
        } else if let Some(after) = rest.strip_prefix("../") {
            rest = after;
            let above = folder.trim_end_matches('/').rfind('/').unwrap_or(0);
            folder = folder.get(..=above).unwrap_or("/");
        } else {
            return format!("{folder}{rest}");
        }
    }
}

#[cfg(test)]
mod tests {
    use sayso_model::ImageKind;

    use super::*;

    fn seen_from(page: &str, address: &str) -> String {
        let image = Image { address: address.to_owned(), kind: ImageKind::Picture, alt: None, caption: None };
        absolute(vec![image], Some(page)).remove(0).address
    }

    #[test]
    fn addresses_are_seen_from_the_page() {
        let page = "https://quay.example/2026/shut.html?x=/y#z";
        assert_eq!(seen_from(page, "a.jpg"), "https://quay.example/2026/a.jpg");
        assert_eq!(seen_from(page, "/a.jpg"), "https://quay.example/a.jpg");
        assert_eq!(seen_from(page, "//b.example/a.jpg"), "https://b.example/a.jpg");
        assert_eq!(seen_from(page, "http://b.example/a.jpg"), "http://b.example/a.jpg");
        assert_eq!(seen_from(page, "./../../../a.jpg?u=http://x"), "https://quay.example/a.jpg?u=http://x");
        assert_eq!(seen_from("https://quay.example", "a.jpg"), "https://quay.example/a.jpg");
    }

    #[test]
    fn a_picture_that_was_written_in_two_ways_comes_once() {
        let image = |address: &str, alt: Option<&str>, caption: Option<&str>| Image {
            address: address.to_owned(),
            kind: ImageKind::Picture,
            alt: alt.map(str::to_owned),
            caption: caption.map(str::to_owned),
        };
        let written = vec![
            image("/img/q.jpg", None, Some("The quay")),
            image("https://quay.example/img/q.jpg", Some("A quay"), Some("x")),
        ];
        let found = absolute(written, Some("https://quay.example/2026/shut.html"));
        assert_eq!(found, [image("https://quay.example/img/q.jpg", Some("A quay"), Some("The quay"))]);
    }

    #[test]
    fn a_page_without_a_place_leaves_them_as_they_are() {
        for page in ["", "//", "https://", "file.html", "cid:x", "https:///x", "ftp://a/b"] {
            assert_eq!(seen_from(page, "a.jpg"), "a.jpg", "{page}");
        }
    }
}
