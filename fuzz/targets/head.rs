//! Any bytes taken as an answer, a mail or a text with header lines are read to their end; what was unwrapped keeps its limit.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_capture::http::{self, Head};
use sayso_model::{Capture, Location, MediaType};

/// Small, so that a bomb shows.
const LIMIT: u64 = 1 << 20;

fuzz_target!(|bytes: &[u8]| {
    if let Some((head, body)) = Head::of_answer(bytes)
        && let Ok(content) = http::decoded(&head, &bytes[body..], LIMIT)
    {
        assert!(content.len() as u64 <= LIMIT);
    }
    for media_type in [MediaType::Text, MediaType::Message] {
        let place = Location::File("text".to_owned());
        sayso_article::article(&Capture::new(place, jiff::Timestamp::UNIX_EPOCH, media_type, bytes.to_vec()));
    }
});
