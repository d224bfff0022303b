//! Regular expressions that are written once, compiled once, and cannot be wrong at run time.

use regex::Regex;

/// Compiles a literal pattern. Every pattern of the crate is a literal that a test of its module runs through.
#[allow(clippy::expect_used)]
pub(crate) fn compiled(pattern: &str) -> Regex {
    Regex::new(pattern).expect("literal patterns are well-formed")
}

/// Gives the compiled form of a literal pattern.
macro_rules! pattern {
    ($pattern:expr) => {{
        static PATTERN: std::sync::LazyLock<regex::Regex> =
            std::sync::LazyLock::new(|| $crate::pattern::compiled($pattern));
        &*PATTERN
    }};
}
pub(crate) use pattern;
