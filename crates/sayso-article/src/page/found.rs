//! Which pictures were found, each once? The same picture is written in several sizes, and on a page in several places.

use std::collections::HashMap;

use sayso_model::Image;

/// Most pictures of one article. Galleries have some hundred; what has more is no article, and addresses are long.
pub(super) const MOST: usize = 200;

/// Endings of files that hold a picture, in the formats that browsers show.
const ENDINGS: [&str; 7] = ["jpg", "jpeg", "png", "webp", "gif", "avif", "svg"];

/// What was found so far, each address once.
#[derive(Default)]
pub(crate) struct Found {
    pub images: Vec<Image>,
    places: HashMap<String, usize>,
}

impl Found {
    /// Adds a picture, or to the same picture what was not known of it.
    pub(crate) fn add(&mut self, image: Image) {
        if let Some(place) = self.places.get(key(&image.address)) {
            let known = &mut self.images[*place];
            known.alt = known.alt.take().or(image.alt);
            known.caption = known.caption.take().or(image.caption);
        } else if self.images.len() < MOST {
            self.places.insert(key(&image.address).to_owned(), self.images.len());
            self.images.push(image);
        }
    }
}

/// The address without scheme, and without the query where that only asks for a size. Where the path does not name a picture it
/// is a program, which is told in the query what to give.
fn key(address: &str) -> &str {
    let address = address.split_once("://").map_or(address, |(_, rest)| rest).trim_start_matches("//");
    match address.split_once('?') {
        Some((path, _)) if names_a_picture(path) => path,
        _ => address,
    }
}

fn names_a_picture(path: &str) -> bool {
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    ending.is_some_and(|ending| ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}
