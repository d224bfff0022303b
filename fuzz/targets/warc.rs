//! Any bytes taken as a web archive give pages or refusals, and reading ends.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_capture::{MAX_ARTICLE_BYTES, warc::Pages};

fuzz_target!(|bytes: &[u8]| {
    let mut refused = 0;
    for page in Pages::new(bytes, "fuzz.warc", jiff::Timestamp::UNIX_EPOCH) {
        match page {
            Ok(capture) => assert!(capture.bytes.len() as u64 <= MAX_ARTICLE_BYTES),
            Err(_) => refused += 1,
        }
    }
    assert!(refused <= bytes.len() + 1);
});
