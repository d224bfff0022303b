//! Which mentions make up one attribution? Each content goes to the cue, and each cue to the source, that the network links
//! best with it, unless "none" is better.

use std::collections::BTreeMap;

use crate::{
    decode::Mention,
    layout::Layout,
    pairing::Pairing,
    scores::{Role, Scores},
};

/// Furthest distance in pieces between linked mentions: what a window in training could hold.
const REACH: usize = 254;

/// How much better than "none" an answer must be. The network was trained on true mentions; among those that are found, a content
/// rarely lacks its cue, since a wrong content has none to go to, and a wrong cue would take another's source. Chosen on PolNeAR dev.
fn reluctance(pairing: Pairing) -> f32 {
    match pairing {
        Pairing::CueOfContent => -2.4,
        Pairing::SourceOfCue => 0.5,
        Pairing::Antecedent => 0.0,
    }
}

/// Taken off the score of a source in another sentence than its cue. The network learned on US politics that a source can stand
/// elsewhere; in other news it is then mostly wrong, and a statement without a source does less harm than one with somebody else's.
/// On PolNeAR dev it gains 0.2 points of overlap F1.
const OTHER_SENTENCE: f32 = 6.0;

/// The mentions of one attribution, as positions in the list of mentions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Link {
    pub source: Option<usize>,
    pub cue: Option<usize>,
    pub content: Vec<usize>,
}

/// Links mentions, which stand in text order, into attributions in the order of their first content.
///
/// A content without a cue becomes an attribution without one.
pub(crate) fn links(mentions: &[Mention], layout: &Layout, scores: &Scores) -> Vec<Link> {
    let linker = Linker { mentions, layout, scores };
    let (cues, sources) = (linker.of(Role::Cue), linker.of(Role::Source));
    let mut by_cue: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut links = Vec::new();
    for content in linker.of(Role::Content) {
        match linker.best(Pairing::CueOfContent, &cues, content) {
            Some(cue) => by_cue.entry(cue).or_default().push(content),
            None => links.push(Link { source: None, cue: None, content: vec![content] }),
        }
    }
    let with_cue = by_cue.into_iter();
    links.extend(with_cue.map(|(cue, content)| Link {
        source: linker.best(Pairing::SourceOfCue, &sources, cue),
        cue: Some(cue),
        content,
    }));
    links.sort_by_key(|link| link.content.first().copied());
    links
}

/// The mentions of a text, where its sentences and paragraphs begin, and what links mentions.
struct Linker<'a> {
    mentions: &'a [Mention],
    layout: &'a Layout,
    scores: &'a Scores,
}

impl Linker<'_> {
    /// The mentions of one role, in text order.
    fn of(&self, role: Role) -> Vec<usize> {
        (0..self.mentions.len()).filter(|&i| self.mentions[i].role == role).collect()
    }

    /// What speaks against a pair whatever the network says.
    fn strangeness(&self, pairing: Pairing, asking: usize, answer: usize) -> f32 {
        let (asking, answer) = (&self.mentions[asking].pieces, &self.mentions[answer].pieces);
        let shared = |piece: usize| self.layout.same_sentence(piece, asking.start);
        let apart = !shared(answer.start) && !shared(answer.end.saturating_sub(1));
        if pairing == Pairing::SourceOfCue && apart { OTHER_SENTENCE } else { 0.0 }
    }

    /// The candidate that answers best of those that the asking mention's window saw, unless "none" does; the earlier one of
    /// two that are level.
    fn best(&self, pairing: Pairing, candidates: &[usize], asking: usize) -> Option<usize> {
        let pieces = |mention: usize| &self.mentions[mention].pieces;
        let question = self.scores.starts.question(pairing, pieces(asking))?;
        let at = pieces(asking).start;
        let first = candidates.partition_point(|&answer| pieces(answer).start + REACH < at);
        let near = candidates[first..].iter().take_while(|&&answer| pieces(answer).start <= at + REACH);
        let score = |answer: usize| {
            Some(question.score(pieces(answer), self.layout)? - self.strangeness(pairing, asking, answer))
        };
        let scored = near.filter_map(|&answer| Some((score(answer)?, answer)));
        let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
        best.filter(|(score, _)| *score > question.none() + reluctance(pairing)).map(|(_, answer)| answer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairing::tests::starts;
    use Role::{Content, Cue, Source};

    /// Links mentions given as role, first piece, and piece after the last. `pairs` lists which mention answers which, one
    /// network window ending at each of `ends`.
    fn linked(
        given: &[(Role, usize, usize)],
        pairs: &[(Pairing, usize, usize)],
        ends: &[usize],
    ) -> Vec<Link> {
        let mention =
            |&(role, start, end): &(Role, usize, usize)| Mention { role, pieces: start..end, mass: 0.0 };
        let mentions: Vec<Mention> = given.iter().map(mention).collect();
        let pieces: Vec<usize> = mentions.iter().map(|m| m.pieces.start).collect();
        let scores = Scores { starts: starts(&pieces, pairs, ends), ..Scores::default() };
        links(&mentions, &Layout::new("", &[]), &scores)
    }

    fn link(source: Option<usize>, cue: Option<usize>, content: &[usize]) -> Link {
        Link { source, cue, content: content.to_vec() }
    }

    const CUE: Pairing = Pairing::CueOfContent;
    const SOURCE: Pairing = Pairing::SourceOfCue;

    #[test]
    fn two_contents_of_one_cue_are_one_attribution() {
        let given = [(Content, 0, 3), (Source, 4, 5), (Cue, 5, 6), (Content, 7, 9)];
        let found = linked(&given, &[(CUE, 0, 2), (CUE, 3, 2), (SOURCE, 2, 1)], &[10]);
        assert_eq!(found, [link(Some(1), Some(2), &[0, 3])]);
    }

    #[test]
    fn the_linked_cue_wins_over_a_nearer_one() {
        let given = [(Cue, 0, 1), (Cue, 8, 9), (Content, 9, 12), (Content, 14, 15)];
        let found = linked(&given, &[(CUE, 2, 0), (CUE, 3, 1)], &[20]);
        assert_eq!(found, [link(None, Some(0), &[2]), link(None, Some(1), &[3])]);
    }

    #[test]
    fn a_content_without_a_cue_stands_alone_and_a_cue_without_content_is_given_up() {
        assert_eq!(linked(&[(Cue, 0, 1), (Content, 4, 9)], &[], &[10]), [link(None, None, &[1])]);
    }

    #[test]
    fn two_cues_may_share_a_source() {
        let given = [(Source, 0, 1), (Cue, 1, 2), (Content, 2, 5), (Cue, 6, 7), (Content, 7, 9)];
        let pairs = [(CUE, 2, 1), (CUE, 4, 3), (SOURCE, 1, 0), (SOURCE, 3, 0)];
        let found = linked(&given, &pairs, &[10]);
        assert_eq!(found, [link(Some(0), Some(1), &[2]), link(Some(0), Some(3), &[4])]);
    }

    #[test]
    fn a_mention_that_the_window_did_not_see_is_no_answer() {
        let given = [(Cue, 2, 3), (Content, 14, 18), (Cue, 20, 21)];
        assert_eq!(linked(&given, &[(CUE, 1, 0)], &[30]), [link(None, Some(0), &[1])]);
        assert_eq!(linked(&given, &[(CUE, 1, 0)], &[10, 30]), [link(None, None, &[1])]);
    }
}
