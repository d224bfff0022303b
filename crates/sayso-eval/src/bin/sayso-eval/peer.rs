//! Other programs that do the same work beside us: started with their words, asked and answering line by line.

use std::{
    io::BufReader,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
};

use sayso_eval::EvalError;

/// A running program with its two ends.
pub struct Started {
    pub child: Child,
    pub input: ChildStdin,
    pub output: BufReader<ChildStdout>,
}

/// Starts the program that `words` name, with its arguments.
///
/// # Errors
/// When there is no such program.
pub fn start(words: &str) -> Result<Started, EvalError> {
    let fail = |source| failed(words, source);
    let missing = || fail(std::io::ErrorKind::NotFound.into());
    let mut parts = words.split_whitespace();
    let mut child = Command::new(parts.next().ok_or_else(missing)?)
        .args(parts)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(fail)?;
    let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
        return Err(missing());
    };
    Ok(Started { child, input, output: BufReader::new(output) })
}

/// The error that names the program.
pub fn failed(words: &str, source: std::io::Error) -> EvalError {
    EvalError::File { path: words.into(), source }
}
