//! Texts in, attributions out: cuts texts into windows, runs each different window once, and interprets the scores.

use std::{
    collections::HashMap,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
};

use sayso_model::{ModelDigest, Notice, NoticeCode, Reading, Span};

use crate::{
    attributions::attributions,
    board::Board,
    engine::Engine,
    error::ReaderError,
    name::Names,
    network::Lane,
    outputs::{INTERFACE, Outputs, assemble, tables},
    pairing::Tables,
    scores::Scores,
    shape::shapes,
    shipped,
    windows::{Cut, windows},
};

/// Finds source, cue and content in texts with one model.
///
/// Reading never fails, and a text gets the same reading whatever else is read with it and on however many cores.
pub struct Reader {
    engine: Engine,
    tables: Arc<Tables>,
}

/// A text cut for the network.
struct Prepared {
    /// The bytes of its pieces.
    spans: Vec<Span>,
    windows: Vec<Cut>,
}

/// What the network sees at once, without `[CLS]` and `[SEP]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// Vocabulary numbers of the pieces.
    pub ids: Vec<i32>,
    /// Shapes of the pieces: three times the gap before one, plus its capitals.
    pub shapes: Vec<i32>,
}

impl Reader {
    /// Loads the model that the program carries.
    ///
    /// # Errors
    /// Only if the program was built with damaged model files.
    pub fn shipped() -> Result<Self, ReaderError> {
        Ok(Self::new(Engine::shipped(&shipped::attribution(), &INTERFACE)?))
    }

    /// Loads another model over the same vocabulary: an ONNX or rten file that holds its weights, with the inputs and
    /// outputs of the shipped one (see the model card).
    ///
    /// # Errors
    /// When the bytes are no such model.
    pub fn from_bytes(bytes: Vec<u8>, version: &str) -> Result<Self, ReaderError> {
        Ok(Self::new(Engine::from_bytes(bytes, version, &INTERFACE)?))
    }

    fn new(engine: Engine) -> Self {
        let tables = Arc::new(tables(engine.probe()));
        Self { engine, tables }
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
        self.each(texts, progress, |text, scores| self.reading(texts[text], &scores))
    }

    /// Computes the scores of one text, without interpreting them.
    pub fn scores(&self, text: &str) -> Scores {
        self.scores_all(&[text], &|_| ()).pop().unwrap_or_default()
    }

    /// Computes the scores of many texts, about a kilobyte for each of their pieces.
    pub fn scores_all(&self, texts: &[&str], progress: &(dyn Fn(usize) + Sync)) -> Vec<Scores> {
        self.each(texts, progress, |_, scores| scores)
    }

    /// The different windows into which texts are cut, as the network gets them: for comparison with another runtime.
    pub fn windows(&self, texts: &[&str]) -> Vec<Window> {
        self.prepare(texts).2
    }

    /// Scores many texts and interprets each as soon as its last window is scored; windows with the same pieces are run once.
    fn each<T: Send + Sync>(
        &self,
        texts: &[&str],
        progress: &(dyn Fn(usize) + Sync),
        interpret: impl Fn(usize, Scores) -> T + Sync,
    ) -> Vec<T> {
        let (prepared, of_texts, runs) = self.prepare(texts);
        let board = Board::new(&of_texts, runs.len());
        // One place per text for what was made of it, filled by whichever thread finishes the text.
        let found: Vec<OnceLock<T>> = texts.iter().map(|_| OnceLock::new()).collect();
        let done = AtomicUsize::new(0);
        let finish = |text: usize| {
            // Each text is finished once, so its slot is free.
            let _ = found[text].set(interpret(text, self.assemble(&prepared[text], &board.take(text))));
            progress(1 + done.fetch_add(1, Ordering::Relaxed));
        };
        (0..texts.len()).filter(|&text| of_texts[text].is_empty()).for_each(finish);
        self.engine.workers.map(runs.len(), |run, lane| {
            board.post(run, self.run(&runs[run], lane)).into_iter().for_each(finish);
        });
        found.into_iter().filter_map(OnceLock::into_inner).collect()
    }

    /// Cuts all texts; gives for each the numbers of its runs, and the inputs of the different runs.
    fn prepare(&self, texts: &[&str]) -> (Vec<Prepared>, Vec<Vec<usize>>, Vec<Window>) {
        let mut known: HashMap<Window, usize> = HashMap::new();
        let mut runs: Vec<Window> = Vec::new();
        let (mut prepared, mut of_texts) = (Vec::new(), Vec::new());
        for text in texts {
            let pieces = self.engine.pieces(text);
            let (shapes, windows) = (shapes(text, &pieces.spans), windows(text, &pieces.spans));
            let number = |cut: &Cut| {
                let of = |values: &[i32]| values[cut.seen.clone()].to_vec();
                *known.entry(Window { ids: of(&pieces.ids), shapes: of(&shapes) }).or_insert_with_key(
                    |window| {
                        runs.push(window.clone());
                        runs.len() - 1
                    },
                )
            };
            of_texts.push(windows.iter().map(number).collect());
            prepared.push(Prepared { spans: pieces.spans, windows });
        }
        (prepared, of_texts, runs)
    }

    /// What the network gives for the pieces of one window.
    fn run(&self, window: &Window, lane: &Lane) -> Outputs {
        Outputs::new(&self.engine.run(&window.ids, Some(&window.shapes), lane), window.ids.len())
    }

    /// Puts what is kept of a text's windows together: one row per piece.
    fn assemble(&self, text: &Prepared, outputs: &[Arc<Outputs>]) -> Scores {
        assemble(text.spans.clone(), text.windows.iter().zip(outputs), &self.tables)
    }

    fn reading(&self, text: &str, scores: &Scores) -> Reading {
        let empty = scores.is_empty().then(|| Notice::new(NoticeCode::EmptyText, "the text holds no words"));
        let (attributions, names) = (attributions(text, scores), Names::new(text, scores));
        Reading {
            model: self.engine.model.clone(),
            names: names.all(),
            referents: names.referents(&attributions),
            attributions,
            notices: empty.into_iter().collect(),
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
        let (prepared, of_texts, windows) = reader.prepare(&[&long_text()]);
        let lane = Lane::new();
        let mut outputs: Vec<Arc<Outputs>> =
            of_texts[0].iter().map(|&run| Arc::new(reader.run(&windows[run], &lane))).collect();
        let whole = reader.assemble(&prepared[0], &outputs);
        outputs[1] = Arc::default();
        let broken = reader.assemble(&prepared[0], &outputs);
        let failed = prepared[0].windows[1].kept.clone();
        assert_eq!(broken.logits.len(), whole.logits.len());
        for i in 0..whole.len() {
            if failed.contains(&i) {
                assert_eq!(broken.tag(i), crate::scores::Tag::Outside);
            } else {
                assert_eq!(broken.logits[i], whole.logits[i]);
            }
        }
    }

    #[test]
    fn the_same_window_is_run_once_and_capitals_count() {
        let reader = reader_on(1);
        let shouted = "The FERRY company said its ship had left Marnholm late, according to the harbour log.";
        let (_, of_texts, windows) = reader.prepare(&[LEAK, FERRY, LEAK, shouted]);
        assert_eq!(windows.len(), 3);
        assert_eq!(of_texts, [[0], [1], [0], [2]]);
    }

    #[test]
    fn progress_counts_every_text_once() {
        let seen = Mutex::new(Vec::new());
        let long = long_text();
        let note = |done| seen.lock().unwrap_or_else(PoisonError::into_inner).push(done);
        reader_on(2).read_all(&["", LEAK, &long, " \n ", LEAK], &note);
        let mut seen = seen.into_inner().unwrap();
        seen.sort_unstable();
        assert_eq!(seen, [1, 2, 3, 4, 5]);
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
        let interface = crate::network::Interface { inputs: &["ids"], outputs: &[("embedding", &[1, 384])] };
        let error = Network::shipped(&shipped, "mine-1", &interface).err().map(|e| e.to_string());
        assert!(error.is_some_and(|words| words.contains("another interface")));
    }
}
