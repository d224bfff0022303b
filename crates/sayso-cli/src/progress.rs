//! A progress bar on the terminal; nothing where standard error is no terminal.

use std::sync::Mutex;

use indicatif::{ProgressBar, ProgressStyle};
use sayso_workbench::Progress;

/// Shows one bar per stage.
pub struct Bar {
    bar: Mutex<ProgressBar>,
}

impl Bar {
    pub fn new() -> Self {
        Self { bar: Mutex::new(ProgressBar::hidden()) }
    }
}

impl Progress for Bar {
    fn begin(&self, stage: &str, steps: usize) {
        let bar = if steps == 0 { ProgressBar::hidden() } else { ProgressBar::new(steps as u64) };
        if let Ok(style) = ProgressStyle::with_template("{msg:24} {bar:40} {pos}/{len} {eta}") {
            bar.set_style(style);
        }
        bar.set_message(stage.to_owned());
        if let Ok(mut current) = self.bar.lock() {
            current.finish_and_clear();
            *current = bar;
        }
    }

    fn reached(&self, done: usize) {
        if let Ok(bar) = self.bar.lock() {
            bar.set_position(done as u64);
        }
    }
}

impl Drop for Bar {
    fn drop(&mut self) {
        if let Ok(bar) = self.bar.lock() {
            bar.finish_and_clear();
        }
    }
}
