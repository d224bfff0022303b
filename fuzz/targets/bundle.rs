//! Any bytes taken as a bundle are refused or checked. Most changes break a container's checksums, so the bytes are also taken as parts
//! of a container that is whole.
#![no_main]

use libfuzzer_sys::fuzz_target;
use sayso_capture::zip::ZipWriter;
use sayso_workbench::Bundle;

/// Parts in the order in which a bundle has them.
const PARTS: [&str; 7] = [
    "manifest.json", "log.jsonl", "sightings.jsonl", "readings.jsonl", "claims.jsonl", "checkpoint", "captures/x",
];

fuzz_target!(|bytes: &[u8]| {
    let check = |bytes: &[u8]| Bundle::read(bytes).map(|bundle| bundle.verify()).is_ok();
    check(bytes);
    let mut zip = ZipWriter::new(Vec::new());
    let parts = bytes.split(|byte| *byte == 0);
    let written = PARTS.iter().zip(parts).try_for_each(|(name, part)| zip.file(name, part));
    if let Ok(container) = written.and_then(|()| zip.finish()) {
        check(&container);
    }
});
