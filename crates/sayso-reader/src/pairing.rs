//! Which mention goes with which? The network gives each piece at which a mention may begin a few short vectors; two mentions
//! go together as far as the vectors of their first pieces, their distance and their places in the text say so.

use std::{ops::Range, sync::Arc};

use crate::{layout::Layout, outputs::Outputs};

/// Numbers in one vector.
pub(crate) const WIDTH: usize = 48;
/// Vectors of one piece, in this order: of a cue that asks for contents, of a cue that asks for its source, of a content, of
/// a source, of a mention that asks whom it means, and of a name.
pub(crate) const VECTORS: usize = 6;
/// Questions that are learned.
pub(crate) const PAIRINGS: usize = 3;
/// Signed distances in pieces, from -[`REACH`] to [`REACH`], which have a weight each.
pub(crate) const DISTANCES: usize = 2 * REACH + 1;
/// Furthest distance in pieces between a question and its answer: the length of a window in training.
pub(crate) const REACH: usize = 254;
/// Whether two pieces share a sentence, plus 2 if they share a paragraph.
pub(crate) const LAYOUTS: usize = 4;

/// A question to which mentions are answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pairing {
    /// Which cue does a content belong to?
    CueOfContent,
    /// Which source does a cue have?
    SourceOfCue,
    /// Which name does a mention refer to?
    Antecedent,
}

impl Pairing {
    /// The vectors of the asking mention and of the answer.
    fn vectors(self) -> (usize, usize) {
        match self {
            Self::CueOfContent => (2, 0),
            Self::SourceOfCue => (1, 3),
            Self::Antecedent => (4, 5),
        }
    }
}

/// What is known of a piece at which a mention may begin.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Start {
    /// The piece, counted from the window's first.
    pub piece: usize,
    /// What the answer "none" scores for each pairing.
    pub none: [f32; PAIRINGS],
    /// The vectors, [`WIDTH`] numbers each.
    pub vectors: Box<[f32; VECTORS * WIDTH]>,
}

/// Weights of a pair that hang on where its two pieces stand.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Tables {
    /// Per pairing [`DISTANCES`] weights.
    pub distances: Vec<f32>,
    /// Per pairing [`LAYOUTS`] weights.
    pub layouts: Vec<f32>,
}

/// The possible beginnings of mentions that one window saw.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Seen {
    /// The piece at which the window begins.
    pub first: usize,
    /// The piece after the last one that the window decides about: it asks for the mentions that begin among those.
    pub kept_end: usize,
    /// What the network gave, also for the context on both sides.
    pub outputs: Arc<Outputs>,
}

/// The possible beginnings of mentions in one text by window, and the weights that go with them.
///
/// Only vectors of one window are compared: a vector also says where in its window the piece stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Starts {
    pub windows: Vec<Seen>,
    pub tables: Arc<Tables>,
}

/// A mention that asks, in the window that decides about it.
pub(crate) struct Question<'a> {
    pairing: Pairing,
    seen: &'a Seen,
    asking: &'a Start,
    tables: &'a Tables,
}

impl Starts {
    /// The question of the mention in these pieces; none where the network saw no mention.
    pub fn question(&self, pairing: Pairing, asking: &Range<usize>) -> Option<Question<'_>> {
        let window = self.windows.partition_point(|seen| seen.kept_end <= asking.start);
        let seen = self.windows.get(window)?;
        Some(Question { pairing, seen, asking: seen.of(asking)?, tables: &self.tables })
    }
}

impl Seen {
    /// The beginning of a stretch of pieces: its first piece of which something is known.
    fn of(&self, pieces: &Range<usize>) -> Option<&Start> {
        let starts = &self.outputs.starts;
        let at = starts.partition_point(|start| self.first + start.piece < pieces.start);
        starts.get(at).filter(|start| self.first + start.piece < pieces.end)
    }
}

impl Question<'_> {
    /// The answer with the best score after its penalty, unless that is no more than `reluctance` above what "none of them"
    /// scores; the first of two that are level. Answers are given with their pieces and penalties (in nats).
    pub fn best<'r, A>(
        &self,
        answers: impl Iterator<Item = (A, &'r Range<usize>, f32)>,
        reluctance: f32,
        layout: &Layout,
    ) -> Option<A> {
        let scored = answers
            .filter_map(|(answer, pieces, penalty)| Some((self.score(pieces, layout)? - penalty, answer)));
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.filter(|(score, _)| *score > self.none() + reluctance).map(|(_, answer)| answer)
    }

    /// How well a mention answers, in nats against other answers and against [`Self::none`]; nothing if the window did not
    /// see it.
    fn score(&self, answer: &Range<usize>, layout: &Layout) -> Option<f32> {
        let answer = self.seen.of(answer)?;
        let (query, key) = self.pairing.vectors();
        let product: f32 =
            vector(self.asking, query).iter().zip(vector(answer, key)).map(|(x, y)| x * y).sum();
        Some(
            product
                + self.tables.place(
                    self.pairing,
                    self.seen.first + self.asking.piece,
                    self.seen.first + answer.piece,
                    layout,
                ),
        )
    }

    /// What "none of them" scores.
    fn none(&self) -> f32 {
        self.asking.none[self.pairing as usize]
    }
}

fn vector(start: &Start, number: usize) -> &[f32] {
    start.vectors.get(number * WIDTH..(number + 1) * WIDTH).unwrap_or_default()
}

impl Tables {
    fn place(&self, pairing: Pairing, asking: usize, answer: usize, layout: &Layout) -> f32 {
        let distance = if answer >= asking {
            REACH + (answer - asking).min(REACH)
        } else {
            REACH - (asking - answer).min(REACH)
        };
        let shared = usize::from(layout.same_sentence(asking, answer))
            + 2 * usize::from(layout.same_paragraph(asking, answer));
        let weight = |table: &[f32], at: usize| table.get(at).copied().unwrap_or_default();
        weight(&self.distances, pairing as usize * DISTANCES + distance)
            + weight(&self.layouts, pairing as usize * LAYOUTS + shared)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Beginnings at these pieces, in windows that end at `ends` and see nothing beyond; each pair of places in `pieces` scores
    /// 9 as question and answer, every other 0, "none" 4.
    pub fn starts(pieces: &[usize], pairs: &[(Pairing, usize, usize)], ends: &[usize]) -> Starts {
        let mut all: Vec<Start> = pieces
            .iter()
            .map(|&piece| Start { piece, none: [4.0; PAIRINGS], vectors: Box::new([0.0; VECTORS * WIDTH]) })
            .collect();
        for (dimension, &(pairing, asking, answer)) in pairs.iter().enumerate() {
            let (query, key) = pairing.vectors();
            all[asking].vectors[query * WIDTH + dimension] = 9.0;
            all[answer].vectors[key * WIDTH + dimension] = 1.0;
        }
        let firsts = std::iter::once(0).chain(ends.iter().copied());
        let window = |(first, &kept_end): (usize, &usize)| {
            let own = all.iter().filter(|start| (first..kept_end).contains(&start.piece));
            let starts = own.map(|start| Start { piece: start.piece - first, ..start.clone() }).collect();
            Seen { first, kept_end, outputs: Arc::new(Outputs { starts, ..Outputs::default() }) }
        };
        Starts { windows: firsts.zip(ends).map(window).collect(), tables: Arc::default() }
    }

    #[test]
    fn distance_and_layout_add_their_weights() {
        let mut found = starts(&[3, 9], &[(Pairing::CueOfContent, 1, 0)], &[10]);
        let mut tables =
            Tables { distances: vec![0.0; PAIRINGS * DISTANCES], layouts: vec![0.0; PAIRINGS * LAYOUTS] };
        tables.distances[REACH - 6] = 0.5;
        tables.layouts[3] = 0.25;
        found.tables = Arc::new(tables);
        let layout = Layout::new("", &[]);
        let question = found.question(Pairing::CueOfContent, &(9..10)).unwrap();
        assert_eq!(question.score(&(3..5), &layout), Some(9.75));
        assert_eq!(question.none(), 4.0);
    }

    #[test]
    fn a_mention_begins_at_its_first_piece_of_which_something_is_known() {
        let found = starts(&[3, 9], &[(Pairing::CueOfContent, 1, 0)], &[10]);
        let layout = Layout::new("", &[]);
        let question = found.question(Pairing::CueOfContent, &(8..10)).unwrap();
        assert_eq!(question.score(&(2..5), &layout), Some(9.0));
        assert_eq!(question.score(&(4..5), &layout), None);
    }

    #[test]
    fn the_best_answer_must_beat_none_by_the_reluctance_after_its_penalty() {
        let pairs = [(Pairing::SourceOfCue, 2, 0), (Pairing::SourceOfCue, 2, 1)];
        let found = starts(&[3, 5, 9], &pairs, &[10]);
        let layout = Layout::new("", &[]);
        let question = found.question(Pairing::SourceOfCue, &(9..10)).unwrap();
        let (near, far) = (5..6, 3..4);
        let best = |penalty: f32, reluctance: f32| {
            question.best([("near", &near, penalty), ("far", &far, 0.0)].into_iter(), reluctance, &layout)
        };
        assert_eq!(best(0.0, 0.0), Some("near"));
        assert_eq!(best(1.0, 0.0), Some("far"));
        assert_eq!(best(0.0, 6.0), None);
    }
}
