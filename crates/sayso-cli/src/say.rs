//! Writing to standard error. Where nobody listens any more, that is no reason to stop working.

use std::{
    fmt,
    io::{self, Write},
};

/// Writes one line to standard error, if it can be written.
pub fn line(words: fmt::Arguments<'_>) {
    let _ = writeln!(io::stderr().lock(), "{words}");
}

/// Like `eprintln!`, which ends the program with a panic where standard error is closed.
macro_rules! say {
    ($($words:tt)+) => { $crate::say::line(format_args!($($words)+)) };
}

pub(crate) use say;
