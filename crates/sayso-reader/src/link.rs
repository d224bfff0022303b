//! Which mentions make up one attribution? Each content goes to the cue, and each cue to the source, that the network links
//! best with it, unless "none" is better.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    decode::Mention,
    layout::Layout,
    pairing::{Pairing, REACH},
    scores::{Role, Scores},
};

/// How much better than "none" the cue of a content must be. The network was trained on true mentions; among those that are found,
/// a content rarely lacks its cue, since a wrong content has none to go to. Chosen on PolNeAR dev.
const CUE_RELUCTANCE: f32 = -2.4;

/// The same for the source of a cue: a wrong cue would take another's source. Chosen on PolNeAR dev.
const SOURCE_RELUCTANCE: f32 = 0.5;

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

/// Links mentions, which stand in text order, into attributions. A content without a cue becomes an attribution without one.
pub(crate) fn links(mentions: &[Mention], layout: &Layout, scores: &Scores) -> Vec<Link> {
    let linker = Linker { mentions, layout, scores };
    let (cues, sources) = (linker.of(Role::Cue), linker.of(Role::Source));
    let mut by_cue: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let mut links = Vec::new();
    for content in linker.of(Role::Content) {
        match linker.cue_of(content, &cues) {
            Some(cue) => by_cue.entry(cue).or_default().push(content),
            None => links.push(Link { source: None, cue: None, content: vec![content] }),
        }
    }
    let with_cue = by_cue.into_iter();
    links.extend(with_cue.map(|(cue, content)| Link {
        source: linker.source_of(cue, &sources),
        cue: Some(cue),
        content,
    }));
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

    fn pieces(&self, mention: usize) -> &Range<usize> {
        &self.mentions[mention].pieces
    }

    fn cue_of(&self, content: usize, cues: &[usize]) -> Option<usize> {
        let question = self.scores.starts.question(Pairing::CueOfContent, self.pieces(content))?;
        let answers = self.near(cues, content).map(|cue| (cue, self.pieces(cue), 0.0));
        question.best(answers, CUE_RELUCTANCE, self.layout)
    }

    fn source_of(&self, cue: usize, sources: &[usize]) -> Option<usize> {
        let question = self.scores.starts.question(Pairing::SourceOfCue, self.pieces(cue))?;
        let penalty = |source| if self.share_a_sentence(cue, source) { 0.0 } else { OTHER_SENTENCE };
        let answers = self.near(sources, cue).map(|source| (source, self.pieces(source), penalty(source)));
        question.best(answers, SOURCE_RELUCTANCE, self.layout)
    }

    /// Whether the cue begins in the sentence in which the source begins or ends.
    fn share_a_sentence(&self, cue: usize, source: usize) -> bool {
        let (at, source) = (self.pieces(cue).start, self.pieces(source));
        self.layout.same_sentence(source.start, at)
            || self.layout.same_sentence(source.end.saturating_sub(1), at)
    }

    /// Those of the mentions, which stand in text order, that one window may hold together with `asking`.
    fn near(&self, mentions: &[usize], asking: usize) -> impl Iterator<Item = usize> {
        let at = self.pieces(asking).start;
        let first = mentions.partition_point(|&mention| self.pieces(mention).start + REACH < at);
        mentions[first..].iter().copied().take_while(move |&mention| self.pieces(mention).start <= at + REACH)
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
        let mut found = links(&mentions, &Layout::new("", &[]), &scores);
        found.sort_by_key(|link| link.content.first().copied());
        found
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
