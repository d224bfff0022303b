//! What do the scores mean? Mentions are found and linked here; no model is needed.

use sayso_model::Attribution;

use crate::{
    decode::{Mention, mentions},
    layout::Layout,
    link::{Link, links},
    repair::{Page, repair},
    scores::Scores,
    turns::take_turns,
};

/// Reads the attributions out of the scores of a text, in the order of their first content.
///
/// The same text and scores always give the same attributions, in time linear in the text.
pub fn attributions(text: &str, scores: &Scores) -> Vec<Attribution> {
    let layout = Layout::new(text, &scores.spans);
    let page = Page { text, scores, layout: &layout };
    let mut mentions = repair(mentions(scores), &page);
    let mut links = links(&mentions, &layout, scores);
    take_turns(&mut mentions, &mut links, &page);
    links.sort_by_key(|link| link.content.first().map(|&content| mentions[content].pieces.start));
    links.iter().map(|link| attribution(text, scores, &mentions, link)).collect()
}

/// Turns linked mentions into spans and their mean probability.
fn attribution(text: &str, scores: &Scores, mentions: &[Mention], link: &Link) -> Attribution {
    let span = |i: usize| scores.hull(&mentions[i].pieces).trimmed(text);
    let parts = || link.source.iter().chain(&link.cue).chain(&link.content).map(|&i| &mentions[i]);
    let pieces: usize = parts().map(|m| m.pieces.len()).sum();
    let mass: f32 = parts().map(|m| m.mass).sum();
    Attribution {
        source: link.source.map(span),
        cue: link.cue.map(span),
        content: link.content.iter().map(|&i| span(i)).collect(),
        score: (mass / pieces.max(1) as f32).clamp(0.0, 1.0),
    }
}
