//! What does the network give for one window, and what of it is kept for a text?

use std::sync::Arc;

use sayso_model::Span;

use crate::{
    bio::{KINDS, TAGS, begin, probabilities},
    network::Interface,
    pairing::{DISTANCES, LAYOUTS, PAIRINGS, Seen, Start, Starts, Tables, VECTORS, WIDTH},
    scores::Scores,
    windows::Cut,
};

/// The inputs and outputs of the reader's model; shapes are those for the three pieces of the probe.
pub(crate) const INTERFACE: Interface = Interface {
    inputs: &["ids", "shapes"],
    outputs: &[
        ("logits", &[1, 3, TAGS]),
        ("names", &[1, 3, TAGS]),
        ("none", &[1, 3, PAIRINGS]),
        ("links", &[1, 3, VECTORS * WIDTH]),
        ("distances", &[PAIRINGS, DISTANCES]),
        ("layouts", &[PAIRINGS, LAYOUTS]),
    ],
};

/// A mention may begin at a piece from this probability of a beginning on; linking vectors of other pieces are not kept,
/// since they would take a kilobyte each. Decoding hardly ever begins a mention at a piece that is less likely to begin one.
const POSSIBLE: f32 = 0.01;

/// The weights of linking, which the model gives whatever its input.
pub(crate) fn tables(probe: &[Vec<f32>]) -> Tables {
    match probe {
        [.., distances, layouts] => Tables { distances: distances.clone(), layouts: layouts.clone() },
        _ => Tables::default(),
    }
}

/// What the network gave for the pieces of one window.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Outputs {
    pub logits: Vec<[f32; TAGS]>,
    pub names: Vec<[f32; TAGS]>,
    /// Possible beginnings; their pieces count from the window's first.
    pub starts: Vec<Start>,
}

impl Outputs {
    /// Takes the outputs of a run on `[CLS]`, this many pieces, and `[SEP]`; nothing if the run failed.
    pub fn new(run: &[Vec<f32>], pieces: usize) -> Self {
        let [logits, names, none, links, ..] = run else { return Self::default() };
        let inner = |values: &[f32]| -> Vec<[f32; TAGS]> {
            values.as_chunks::<TAGS>().0.get(1..=pieces).unwrap_or_default().to_vec()
        };
        let (logits, names) = (inner(logits), inner(names));
        let mut starts = Vec::new();
        for piece in 0..logits.len().min(names.len()) {
            let none = none.as_chunks::<PAIRINGS>().0.get(piece + 1);
            let vectors = links.as_chunks::<{ VECTORS * WIDTH }>().0.get(piece + 1);
            if let (true, Some(&none), Some(vectors)) =
                (may_begin(&logits[piece], &names[piece]), none, vectors)
            {
                starts.push(Start { piece, none, vectors: Box::new(*vectors) });
            }
        }
        Self { logits, names, starts }
    }
}

fn may_begin(logits: &[f32; TAGS], names: &[f32; TAGS]) -> bool {
    let (roles, names) = (probabilities(logits), probabilities(names));
    (0..KINDS).any(|kind| roles[begin(kind)] > POSSIBLE || names[begin(kind)] > POSSIBLE)
}

/// The logits of a piece of which nothing is known: outside. Only for a run that fails, so that the pieces after it keep
/// their own scores.
pub(crate) const UNKNOWN: [f32; TAGS] = [20.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];

/// Puts what is kept of a text's windows together: one row for each of its pieces.
pub(crate) fn assemble<'a>(
    spans: Vec<Span>,
    windows: impl Iterator<Item = (&'a Cut, &'a Arc<Outputs>)>,
    tables: &Arc<Tables>,
) -> Scores {
    let (mut logits, mut names) = (Vec::with_capacity(spans.len()), Vec::with_capacity(spans.len()));
    let mut seen = Vec::new();
    for (window, outputs) in windows {
        let (first, kept) = (window.seen.start, window.kept.clone());
        let own = kept.start - first..kept.end - first;
        for (all, of_window) in [(&mut logits, &outputs.logits), (&mut names, &outputs.names)] {
            all.extend_from_slice(of_window.get(own.clone()).unwrap_or_default());
            all.resize(kept.end, UNKNOWN);
        }
        seen.push(Seen { first, kept_end: kept.end, outputs: Arc::clone(outputs) });
    }
    Scores { spans, logits, names, starts: Starts { windows: seen, tables: Arc::clone(tables) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Reader;
    use serde::Deserialize;

    /// Int8 runs round activations; products (-20 to 20) of two runtimes move with them.
    const INT8_TOLERANCE: f32 = 1.0;

    #[derive(Deserialize)]
    struct Reference {
        texts: Vec<Text>,
    }

    #[derive(Deserialize)]
    struct Text {
        text: String,
        none_int8: Vec<[f32; PAIRINGS]>,
        /// For every piece and vector the product with the same vector of the first piece.
        products_int8: Vec<[f32; VECTORS]>,
    }

    fn near(a: f32, b: f32, what: &str) {
        assert!((a - b).abs() < INT8_TOLERANCE, "{what}: {a} and {b}");
    }

    #[test]
    fn linking_vectors_are_those_of_onnxruntime() {
        let reference: Reference =
            serde_json::from_str(include_str!("../tests/data/reference.json")).unwrap();
        let reader = Reader::shipped().unwrap();
        let mut compared = 0;
        for text in reference.texts {
            let scores = reader.scores(&text.text);
            let starts = &scores.starts.windows[0].outputs.starts;
            let Some(first) = starts.first().filter(|start| start.piece == 0) else { continue };
            for start in starts {
                let vectors =
                    start.vectors.as_chunks::<WIDTH>().0.iter().zip(first.vectors.as_chunks::<WIDTH>().0);
                for (vector, (a, b)) in vectors.enumerate() {
                    let product = a.iter().zip(b).map(|(x, y)| x * y).sum();
                    near(product, text.products_int8[start.piece][vector], &text.text);
                }
                (0..PAIRINGS).for_each(|p| near(start.none[p], text.none_int8[start.piece][p], "none"));
                compared += 1;
            }
        }
        assert!(compared > 10, "only {compared} pieces were compared");
    }

    #[test]
    fn only_pieces_at_which_a_mention_may_begin_keep_their_vectors() {
        let mut run = vec![
            vec![0.0; 4 * TAGS],
            vec![0.0; 4 * TAGS],
            vec![0.5; 4 * PAIRINGS],
            vec![1.0; 4 * VECTORS * WIDTH],
        ];
        for output in &mut run[..2] {
            output.chunks_mut(TAGS).for_each(|row| row[0] = 9.0);
        }
        run[0][2 * TAGS + begin(1)] = 8.0;
        let outputs = Outputs::new(&run, 2);
        assert_eq!(outputs.starts.iter().map(|start| start.piece).collect::<Vec<_>>(), [1]);
        assert_eq!(Outputs::new(&[], 2), Outputs::default());
    }
}
