//! Texts in, attributions out: cuts texts into windows, runs each different window once, and interprets the scores.

use std::{
    collections::HashMap,
    sync::atomic::{AtomicUsize, Ordering},
};

use sayso_model::{ModelDigest, Notice, NoticeCode, Reading};

use crate::{
    attributions::attributions,
    engine::Engine,
    error::ReaderError,
    network::Lane,
    scores::{Scores, TAGS},
    shipped,
    windows::{Window, windows},
    wordpiece::Pieces,
};

const OUTPUT: &str = "logits";
/// Logits for the three pieces of the probe.
const OUTPUT_SHAPE: [usize; 3] = [1, 3, TAGS];

/// Finds source, cue and content in texts with one model.
///
/// Reading never fails, and a text gets the same reading whatever else is read with it and on however many cores.
pub struct Reader {
    engine: Engine,
}

/// A text cut for the network.
struct Prepared {
    pieces: Pieces,
    windows: Vec<Window>,
    /// For each window the number of the run that computes it.
    runs: Vec<usize>,
}

impl Reader {
    /// Loads the model that the program carries.
    ///
    /// # Errors
    /// Only if the program was built with damaged model files.
    pub fn shipped() -> Result<Self, ReaderError> {
        Ok(Self { engine: Engine::shipped(&shipped::attribution(), OUTPUT, &OUTPUT_SHAPE)? })
    }

    /// Loads another model over the same vocabulary: an ONNX or rten file that holds its weights, with the inputs `ids`
    /// and `mask` [batch, piece] (i32) and the output `logits` [batch, piece, 7].
    ///
    /// # Errors
    /// When the bytes are no such model.
    pub fn from_bytes(bytes: Vec<u8>, version: &str) -> Result<Self, ReaderError> {
        Ok(Self { engine: Engine::from_bytes(bytes, version, OUTPUT, &OUTPUT_SHAPE)? })
    }

    /// Says which model this reader reads with.
    pub fn model(&self) -> &ModelDigest {
        &self.engine.model
    }

    /// Reads one text.
    pub fn read(&self, text: &str) -> Reading {
        self.reading(text, &self.scores(text))
    }

    /// Reads many texts; `progress` gets the number of texts finished so far, from several threads.
    pub fn read_all(&self, texts: &[&str], progress: &(dyn Fn(usize) + Sync)) -> Vec<Reading> {
        let scores = self.scores_all(texts, progress);
        texts.iter().zip(&scores).map(|(text, scores)| self.reading(text, scores)).collect()
    }

    /// Computes the scores of one text, without interpreting them.
    pub fn scores(&self, text: &str) -> Scores {
        self.scores_all(&[text], &|_| ()).pop().unwrap_or_default()
    }

    /// The vocabulary numbers of a text's pieces, as the network gets them: for comparison with another tokenizer.
    pub fn piece_ids(&self, text: &str) -> Vec<i32> {
        self.engine.pieces(text).ids
    }

    /// Computes the scores of many texts; windows with the same pieces are run once.
    pub fn scores_all(&self, texts: &[&str], progress: &(dyn Fn(usize) + Sync)) -> Vec<Scores> {
        let (prepared, runs) = self.prepare(texts);
        let countdown = Countdown::new(&prepared, runs.len(), progress);
        let logits = self.engine.workers.map(runs.len(), |run, lane| {
            let logits = self.run(&runs[run], lane);
            countdown.finished(run);
            logits
        });
        prepared.into_iter().map(|text| assemble(text, &logits)).collect()
    }

    /// Cuts all texts, and lists the different windows as piece ids.
    fn prepare(&self, texts: &[&str]) -> (Vec<Prepared>, Vec<Vec<i32>>) {
        let mut known: HashMap<Vec<i32>, usize> = HashMap::new();
        let mut runs: Vec<Vec<i32>> = Vec::new();
        let prepared = texts.iter().map(|text| {
            let pieces = self.engine.pieces(text);
            let windows = windows(text, &pieces.spans);
            let number = |window: &Window| {
                let ids = &pieces.ids[window.seen.clone()];
                if let Some(&run) = known.get(ids) {
                    return run;
                }
                known.insert(ids.to_vec(), runs.len());
                runs.push(ids.to_vec());
                runs.len() - 1
            };
            let runs = windows.iter().map(number).collect();
            Prepared { pieces, windows, runs }
        });
        let prepared = prepared.collect();
        (prepared, runs)
    }

    /// The logits of the pieces of one window, without those of `[CLS]` and `[SEP]`.
    fn run(&self, pieces: &[i32], lane: &Lane) -> Vec<[f32; TAGS]> {
        let output = self.engine.run(pieces, lane);
        let (logits, _) = output.as_chunks::<TAGS>();
        logits.get(1..=pieces.len()).unwrap_or_default().to_vec()
    }

    fn reading(&self, text: &str, scores: &Scores) -> Reading {
        let empty = scores.is_empty().then(|| Notice::new(NoticeCode::EmptyText, "the text holds no words"));
        Reading {
            model: self.engine.model.clone(),
            attributions: attributions(text, scores),
            notices: empty.into_iter().collect(),
        }
    }
}

/// The logits of a piece of which nothing is known: outside. Only for a run that fails, so that the pieces after it keep
/// their own scores.
const UNKNOWN: [f32; TAGS] = [20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

/// Puts the kept logits of a text's windows together: one row per piece.
fn assemble(text: Prepared, runs: &[Vec<[f32; TAGS]>]) -> Scores {
    let mut logits = Vec::with_capacity(text.pieces.spans.len());
    for (window, &run) in text.windows.iter().zip(&text.runs) {
        let from = window.kept.start - window.seen.start;
        logits.extend_from_slice(runs[run].get(from..from + window.kept.len()).unwrap_or_default());
        logits.resize(window.kept.end, UNKNOWN);
    }
    Scores { spans: text.pieces.spans, logits }
}

/// Counts down the runs that each text still waits for, and reports finished texts.
struct Countdown<'a> {
    /// For each run the texts that wait for it.
    waiting: Vec<Vec<usize>>,
    open: Vec<AtomicUsize>,
    done: AtomicUsize,
    progress: &'a (dyn Fn(usize) + Sync),
}

impl<'a> Countdown<'a> {
    fn new(texts: &[Prepared], runs: usize, progress: &'a (dyn Fn(usize) + Sync)) -> Self {
        let mut waiting = vec![Vec::new(); runs];
        for (number, text) in texts.iter().enumerate() {
            text.runs.iter().for_each(|&run| waiting[run].push(number));
        }
        let open = texts.iter().map(|text| AtomicUsize::new(text.runs.len())).collect();
        let empty = texts.iter().filter(|text| text.runs.is_empty()).count();
        if empty > 0 {
            progress(empty);
        }
        Self { waiting, open, done: AtomicUsize::new(empty), progress }
    }

    fn finished(&self, run: usize) {
        for &text in &self.waiting[run] {
            if self.open[text].fetch_sub(1, Ordering::Relaxed) == 1 {
                (self.progress)(1 + self.done.fetch_add(1, Ordering::Relaxed));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{network::Network, workers::Workers};
    use std::sync::{Mutex, PoisonError};

    const LEAK: &str = "Mayor Tomas Weller denied on Monday that he had known of the leak. “I read it in the paper,” he said.";
    const FERRY: &str =
        "The ferry company said its ship had left Marnholm late, according to the harbour log.";

    fn reader_on(cores: usize) -> Reader {
        let mut reader = Reader::shipped().unwrap();
        reader.engine.workers = Workers::at_most(cores);
        reader
    }

    /// A text of several windows, no two sentences of it alike.
    fn long_text() -> String {
        let line = |i| format!("Deputy {i} of the harbour board said {} boats had sunk. {LEAK}\n", i * 7);
        (1..40).map(line).collect()
    }

    #[test]
    fn a_text_reads_the_same_alone_beside_others_and_on_any_number_of_cores() {
        let long = long_text();
        let alone = reader_on(1).read(&long);
        assert!(alone.attributions.len() > 40);
        let readings = reader_on(3).read_all(&[LEAK, &long, "", FERRY, &long], &|_| ());
        assert_eq!((&readings[1], &readings[4]), (&alone, &alone));
        assert_eq!(readings[0], reader_on(2).read(LEAK));
        assert_eq!(readings[3], reader_on(1).read(FERRY));
    }

    #[test]
    fn a_failed_run_leaves_the_other_pieces_their_scores() {
        let reader = reader_on(1);
        let (mut prepared, runs) = reader.prepare(&[&long_text()]);
        let mut logits: Vec<Vec<[f32; TAGS]>> = runs.iter().map(|ids| vec![[1.0; TAGS]; ids.len()]).collect();
        logits[1].clear();
        let text = prepared.remove(0);
        let (kept, pieces) = (text.windows[1].kept.clone(), text.pieces.spans.len());
        let scores = assemble(text, &logits);
        assert_eq!(scores.logits.len(), pieces);
        for (i, row) in scores.logits.iter().enumerate() {
            assert_eq!(*row, if kept.contains(&i) { UNKNOWN } else { [1.0; TAGS] });
        }
    }

    #[test]
    fn the_same_window_is_run_once() {
        let reader = reader_on(1);
        let (prepared, runs) = reader.prepare(&[
            LEAK,
            FERRY,
            LEAK,
            "The FERRY company said its ship had left Marnholm late, according to the harbour log.",
        ]);
        assert_eq!(runs.len(), 2);
        assert_eq!(prepared.iter().map(|text| text.runs[0]).collect::<Vec<_>>(), [0, 1, 0, 1]);
    }

    #[test]
    fn progress_counts_every_text_once() {
        let seen = Mutex::new(Vec::new());
        let long = long_text();
        let note = |done| seen.lock().unwrap_or_else(PoisonError::into_inner).push(done);
        reader_on(2).read_all(&["", LEAK, &long, " \n ", LEAK], &note);
        let mut seen = seen.into_inner().unwrap();
        seen.sort_unstable();
        assert_eq!(seen, [2, 3, 4, 5]);
    }

    #[test]
    fn texts_without_words_give_an_empty_reading_and_say_so() {
        let reader = reader_on(1);
        for text in ["", " \n\t ", "\u{0}\u{200b}\u{fffd}"] {
            let reading = reader.read(text);
            assert!(reading.attributions.is_empty());
            assert_eq!(reading.notices[0].code, NoticeCode::EmptyText);
        }
        assert!(reader.read("?!").notices.is_empty());
    }

    #[test]
    fn a_word_of_five_megabytes_is_read() {
        let text = format!("{FERRY} {}", "a".repeat(5_000_000));
        let reading = reader_on(1).read(&text);
        assert!(!reading.attributions.is_empty());
    }

    #[test]
    fn bytes_that_are_no_model_are_refused_with_the_version() {
        let error = Reader::from_bytes(b"no model".to_vec(), "mine-1").err().map(|e| e.to_string());
        assert_eq!(error.as_deref(), Some("model mine-1 cannot be loaded"));
    }

    #[test]
    fn a_model_with_another_output_is_refused() {
        let shipped = shipped::attribution();
        let error = Network::shipped(&shipped, "mine-1", "embedding", &[1, 384]).err().map(|e| e.to_string());
        assert!(error.is_some_and(|words| words.contains("another interface")));
    }
}
