//! How much work was it? Processor time, since other programs on the machine make the clock say little.

use std::{fs, time::Instant};

/// Ticks of a second in which Linux counts processor time (`getconf CLK_TCK`, 100 on all common systems).
const TICKS: f64 = 100.0;

/// Seconds of processor time of this thread, which other programs do not change much; seconds by the clock where the system does not
/// tell.
pub fn processor_seconds(run: impl FnOnce()) -> f64 {
    measured(run, this_thread)
}

/// The same for all threads of this process.
pub fn all_threads(run: impl FnOnce()) -> f64 {
    measured(run, whole_process)
}

fn measured(run: impl FnOnce(), used: impl Fn() -> Option<f64>) -> f64 {
    let (before, began) = (used(), Instant::now());
    run();
    match (before, used()) {
        (Some(before), Some(after)) => after - before,
        _ => began.elapsed().as_secs_f64(),
    }
}

fn this_thread() -> Option<f64> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = told.split_whitespace().next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}

fn whole_process() -> Option<f64> {
    let told = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program stands in brackets and may hold spaces; user and system time are the 12th and 13th after it.
    let mut fields = told.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()?) / TICKS)
}
