//! Any bytes taken as a PDF document give an article whose spans lie in its text, and the same one each time.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_model::{Capture, Location, MediaType};

fuzz_target!(|bytes: &[u8]| {
    let place = Location::File("page.pdf".to_owned());
    let capture = Capture::new(place, jiff::Timestamp::UNIX_EPOCH, MediaType::Pdf, bytes.to_vec());
    let article = sayso_article::article(&capture);
    assert!(article.pages.iter().all(|page| article.text.get(page.start..page.end).is_some()));
    let credits = article.credits.iter().filter_map(|credit| credit.span);
    for span in credits.chain(article.notices.iter().filter_map(|notice| notice.span)) {
        assert!(article.text.get(span.start..span.end).is_some());
    }
});
