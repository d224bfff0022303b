//! How much work was it? Processor time, since other programs on the machine make the clock say little.

use std::{fs, time::Instant};

/// Ticks of a second in which Linux counts processor time (`getconf CLK_TCK`, 100 on all common systems).
const TICKS: f64 = 100.0;

/// Seconds of processor time of all threads of this process; seconds by the clock where the system does not tell.
pub fn all_threads(run: impl FnOnce()) -> f64 {
    let (before, began) = (all(), Instant::now());
    run();
    match (before, all()) {
        (Some(before), Some(after)) => after - before,
        _ => began.elapsed().as_secs_f64(),
    }
}

fn all() -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may hold spaces; user and system time are the 12th and 13th after it.
    let mut fields = told.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}
