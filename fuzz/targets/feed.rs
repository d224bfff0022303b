//! Any bytes taken as a feed give addresses of the web or nothing.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_capture::Feed;

fuzz_target!(|bytes: &[u8]| {
    if let Some(feed) = Feed::parse(bytes, None) {
        for address in feed.pages.iter().chain(&feed.feeds) {
            assert!(address.starts_with("http://") || address.starts_with("https://"));
        }
    }
});
