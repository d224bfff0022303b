//! `sayso-eval speed`: how fast does it read, and how fast does another runtime run the same model on the same windows?

use std::{
    collections::BTreeMap,
    fs,
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, ChildStdout},
    time::Instant,
};

use sayso_eval::{Corpus, EvalError};
use sayso_reader::{Reader, Window};
use serde_json::json;

use crate::{
    arguments::Arguments,
    peer::{Started, failed, start},
};

/// Rounds, in each of which everybody runs once; medians are reported, since machines are noisy.
const ROUNDS: usize = 5;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let corpus = Corpus::read(&given.data)?;
    let texts: Vec<&str> = corpus.documents.iter().map(|document| document.text.as_str()).collect();
    let start = Instant::now();
    let reader = given.reader()?;
    texts.iter().take(1).for_each(|text| drop(reader.read(text)));
    let first = start.elapsed();
    let windows = reader.windows(&texts);
    let mut peer = given.peer.as_deref().map(|words| Peer::start(words, &windows)).transpose()?;
    let (mut own, mut others) = (Vec::new(), BTreeMap::<String, Vec<f64>>::new());
    for _ in 0..ROUNDS {
        own.push(seconds(&reader, &texts));
        if let Some(peer) = &mut peer {
            for (way, seconds) in peer.round()? {
                others.entry(way).or_default().push(seconds);
            }
        }
    }
    println!("data    {} documents, {:?}", texts.len(), corpus.digest);
    println!("model   {} {:?}", reader.model().version, reader.model().digest);
    println!("start   loaded and first text read in {} ms", first.as_millis());
    if let Some(peak) = peak_memory() {
        println!("memory  {peak} MB at most");
    }
    let pieces: usize = windows.iter().map(|window| window.ids.len()).sum();
    println!("medians of {ROUNDS} rounds, {} windows of together {pieces} pieces", windows.len());
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let own = median(own);
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    let per_second = |count: usize, seconds: f64| count as f64 / seconds;
    println!(
        "  text to attributions                 {:>7.0} pieces/s, {:.0} words/s, {:.1} articles/s per core",
        per_second(pieces, own),
        per_second(words, own),
        per_second(texts.len(), own) / cores as f64
    );
    let mut best = f64::INFINITY;
    for (way, seconds) in others {
        let seconds = median(seconds);
        best = best.min(seconds);
        println!(
            "  peer, {way:34} {:>7.0} pieces/s: {:.2} times",
            per_second(pieces, seconds),
            seconds / own
        );
    }
    Ok(if best.is_finite() { vec![("times-peer", best / own)] } else { Vec::new() })
}

fn seconds(reader: &Reader, texts: &[&str]) -> f64 {
    let began = Instant::now();
    drop(reader.read_all(texts, &|_| ()));
    began.elapsed().as_secs_f64()
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
}

/// The most memory that the process has held, in MB, where the system says so.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1024)
}

/// Another program that runs the same windows; see `training/peer.py` for what is said between the two.
struct Peer {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Peer {
    fn start(words: &str, windows: &[Window]) -> Result<Self, EvalError> {
        let fail = |source| failed(words, source);
        let Started { child, mut input, output } = start(words)?;
        for window in windows {
            writeln!(input, "{}", json!({"ids": window.ids, "shapes": window.shapes})).map_err(fail)?;
        }
        writeln!(input).map_err(fail)?;
        let mut peer = Self { child, input, output };
        let hello = peer.line().map_err(fail)?;
        println!("peer    {}", hello.trim());
        Ok(peer)
    }

    fn line(&mut self) -> std::io::Result<String> {
        let mut line = String::new();
        self.output.read_line(&mut line)?;
        Ok(line)
    }

    /// Has the windows run once in each of the peer's ways; gives the seconds.
    fn round(&mut self) -> Result<BTreeMap<String, f64>, EvalError> {
        let fail = |source| EvalError::File { path: "the peer".into(), source };
        writeln!(self.input, "go").map_err(fail)?;
        let line = self.line().map_err(fail)?;
        serde_json::from_str(&line).map_err(|e| fail(e.into()))
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended by itself, and nothing hangs on its exit code.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
