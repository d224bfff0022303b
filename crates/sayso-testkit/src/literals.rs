//! Does source code hold sentences? For tests that keep the texts that people read in one catalogue.

use std::{fs, path::Path};

/// The literals of the Rust files in this folder that a person would read as words, each with its file; what stands in comments, in
/// tests and in the files that are left out is not looked at.
///
/// # Panics
/// When the folder or a file in it cannot be read.
#[allow(clippy::expect_used)]
pub fn literal_texts(folder: &Path, left_out: &[&str]) -> Vec<(String, String)> {
    let files = fs::read_dir(folder).expect("the folder is there");
    let mut paths: Vec<_> = files.map(|f| f.expect("an entry can be read").path()).collect();
    paths.sort();
    let mut out = Vec::new();
    for path in paths.into_iter().filter(|p| p.extension().is_some_and(|e| e == "rs")) {
        let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        if left_out.contains(&name.as_str()) {
            continue;
        }
        let source = fs::read_to_string(&path).expect("a source file is text");
        out.extend(literals(&source).into_iter().filter(|l| is_text(l)).map(|l| (name.clone(), l)));
    }
    out
}

/// The string literals of Rust source as they are written, without comments and tests.
fn literals(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default().replace("'\"'", "' '");
    let lines = code.lines().filter(|l| !l.trim_start().starts_with("//"));
    let (mut out, mut inside, mut escaped, mut now) = (Vec::new(), false, false, String::new());
    for c in lines.flat_map(|l| l.chars().chain(['\n'])) {
        let ends = c == '"' && !escaped;
        if ends && inside {
            out.push(std::mem::take(&mut now));
        } else if inside {
            now.push(c);
        }
        inside ^= ends;
        escaped = inside && c == '\\' && !escaped;
    }
    out
}

/// Whether a person would read it as words: two words beside one another, or nothing but words of which the first has a capital.
fn is_text(literal: &str) -> bool {
    let is_word = |w: &str| {
        w.len() > 1 && w.chars().all(|c| c.is_alphabetic() || matches!(c, ',' | '.' | ';' | '’' | '\'' | ':'))
    };
    let words: Vec<&str> = literal.split_whitespace().collect();
    let beside = words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]));
    let begins = literal.trim_start().chars().next().is_some_and(char::is_uppercase);
    beside || begins && words.iter().all(|w| is_word(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reads_as_text_is_told_from_names() {
        for text in ["Why this status", " of its words ", "Who", "took text from", "{n} were read alike"] {
            assert!(is_text(text), "{text}");
        }
        for name in ["set-stance", "aria-label", "a", "0 0 10 10", "/claims/", "—", "stance {stance}"] {
            assert!(!is_text(name), "{name}");
        }
    }

    #[test]
    fn comments_and_tests_are_left_out() {
        assert_eq!(literals("x(\"a \\\"b\", '\"', \"c\")\n// \"d\"\n#[cfg(test)] \"e\""), ["a \\\"b", "c"]);
    }
}
