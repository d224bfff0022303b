//! How much work was it? Processor time, since other programs on the machine make the clock say little.

use std::{fs, time::Instant};

/// Seconds of processor time of this thread, which other programs do not change much; seconds by the clock where the system does not
/// tell.
pub fn processor_seconds(run: impl FnOnce()) -> f64 {
    let (before, began) = (processor(), Instant::now());
    run();
    match (before, processor()) {
        (Some(before), Some(after)) => after - before,
        _ => began.elapsed().as_secs_f64(),
    }
}

fn processor() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
