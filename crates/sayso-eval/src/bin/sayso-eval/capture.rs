//! `sayso-eval capture`: how fast are the pages of a web archive taken, and does memory grow with the file?

use std::{
    fs::{self, File},
    io::{BufWriter, Write as _},
    path::{Path, PathBuf},
    time::Instant,
};

use jiff::Timestamp;
use sayso_capture::warc::{Exchange, Pages, RecordWriter};
use sayso_eval::{EvalError, read_pages};

use crate::arguments::Arguments;

/// Pages of the archive that is made where a folder of pages is given.
const PAGES: usize = 10_000;

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let fail = |source| EvalError::File { path: given.data.clone(), source };
    let made = if given.data.is_dir() { Some(archive_of(&given.data)?) } else { None };
    let path = made.as_ref().unwrap_or(&given.data);
    let size = fs::metadata(path).map_err(fail)?.len();
    let start = peak_memory();
    println!(
        "archive  {:.0} MB, {} MB of memory in use before it is read",
        size as f64 / 1e6,
        start.unwrap_or(0)
    );
    let read_only = pass(path, false).map_err(fail)?;
    let with_articles = pass(path, true).map_err(fail)?;
    if made.is_some() {
        fs::remove_file(path).map_err(fail)?;
    }
    Ok(vec![("pages-per-second", read_only), ("articles-per-second", with_articles)])
}

/// Reads all pages once, with or without making articles of them; prints and gives how many in a second.
fn pass(path: &Path, articles: bool) -> std::io::Result<f64> {
    let began = Instant::now();
    let (mut pages, mut refused, mut bytes, mut after_tenth) = (0, 0, 0, None);
    let input = File::open(path)?;
    for page in Pages::new(input, path.display().to_string(), Timestamp::UNIX_EPOCH) {
        match page {
            Ok(capture) => {
                pages += 1;
                bytes += capture.bytes.len();
                if articles {
                    drop(sayso_article::article(&capture));
                }
            }
            Err(error) => {
                refused += 1;
                println!("refused: {error}");
            }
        }
        if pages == PAGES / 10 {
            after_tenth = peak_memory();
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    let what = if articles { "captures and articles" } else { "captures alone" };
    let peak = |peak: Option<usize>| peak.map_or("unknown".to_owned(), |mb| format!("{mb} MB"));
    println!(
        "{what:22} {pages} pages ({:.0} MB unpacked), {refused} refused, {seconds:.1} s: {:.0} pages/s on one core; \
         peak memory {} after {} pages, {} at the end",
        bytes as f64 / 1e6,
        pages as f64 / seconds,
        peak(after_tenth),
        PAGES / 10,
        peak(peak_memory())
    );
    Ok(pages as f64 / seconds)
}

/// Writes an archive of 10,000 pages, those of the folder again and again, each with a line of its own.
fn archive_of(folder: &Path) -> Result<PathBuf, EvalError> {
    let path = std::env::temp_dir().join(format!("sayso-eval-{}.warc.gz", std::process::id()));
    let fail = |source| EvalError::File { path: path.clone(), source };
    let pages = read_pages(folder)?;
    let mut writer = RecordWriter::new(BufWriter::new(File::create(&path).map_err(fail)?), 0);
    for (number, page) in pages.iter().cycle().take(PAGES).enumerate() {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nX-Number: {number}\r\n\r\n");
        let exchange = Exchange {
            url: format!("https://pages.example/{number}"),
            time: Timestamp::UNIX_EPOCH,
            address: "192.0.2.1".to_owned(),
            request: format!("GET /{number} HTTP/1.1\r\nHost: pages.example\r\n\r\n").into_bytes(),
            answer: [head.as_bytes(), &page.html, format!("<!-- {number} -->").as_bytes()].concat(),
            truncated: None,
        };
        writer.exchange(&exchange).map_err(fail)?;
    }
    writer.into_inner().flush().map_err(fail)?;
    Ok(path)
}

/// The most memory that the process has held, in MB, where the system says so.
fn peak_memory() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kilobytes: usize = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kilobytes / 1024)
}
