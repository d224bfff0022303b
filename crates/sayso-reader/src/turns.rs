//! Who speaks in a transcript? A paragraph that begins with a speaker's name in capitals and a colon is that speaker's words, as
//! are the quoted paragraphs after it up to the next speaker.

use std::{collections::HashMap, ops::Range};

use crate::{
    decode::{Mention, mention},
    link::Link,
    repair::Page,
    scores::Role,
};

/// Turns that make a transcript: two speakers in turn, and one of them again. Fewer may be headings.
const FEWEST_TURNS: usize = 3;

/// Most words of a speaker's label: title, first names and surname.
const LONGEST_LABEL: usize = 4;

/// Capitals before a colon that name nobody: what editors put before notes and links.
const NO_SPEAKERS: [&str; 18] = [
    "ANALYSIS",
    "BREAKING",
    "CLARIFICATION",
    "CORRECTION",
    "EXCLUSIVE",
    "LIVE",
    "MORE",
    "NB",
    "NOTE",
    "OPINION",
    "PHOTO",
    "PHOTOS",
    "READ",
    "RELATED",
    "SOURCE",
    "UPDATE",
    "VIDEO",
    "WATCH",
];

/// One speaker's words between two others'.
struct Turn {
    /// Who speaks.
    source: Range<usize>,
    /// The colon.
    cue: usize,
    /// What is said, a stretch of pieces for each paragraph.
    content: Vec<Range<usize>>,
}

/// Puts the turns of a transcript in the place of what the network found for them, mentions and links alike. Attributions inside a
/// turn stay.
pub(crate) fn take_turns(mentions: &mut Vec<Mention>, links: &mut Vec<Link>, page: &Page) {
    let turns = turns(page);
    let (mut label, mut said) = (vec![false; page.scores.len()], vec![false; page.scores.len()]);
    for turn in &turns {
        label[turn.source.start..=turn.cue].fill(true);
        turn.content.iter().for_each(|part| said[part.clone()].fill(true));
    }
    let stands_in = |part: usize, place: &[bool]| mentions[part].pieces.clone().any(|piece| place[piece]);
    links.retain(|link| {
        let mut parts = link.source.iter().chain(&link.cue).chain(&link.content);
        !parts.any(|&part| stands_in(part, &label) || (link.cue.is_none() && stands_in(part, &said)))
    });
    for turn in turns {
        let mut add = |role, pieces| {
            mentions.push(mention(page.scores, role, pieces));
            mentions.len() - 1
        };
        let source = Some(add(Role::Source, turn.source));
        let cue = Some(add(Role::Cue, turn.cue..turn.cue + 1));
        let content = turn.content.into_iter().map(|pieces| add(Role::Content, pieces)).collect();
        links.push(Link { source, cue, content });
    }
}

/// The turns of a text, in text order; none unless it holds a transcript.
fn turns(page: &Page) -> Vec<Turn> {
    let mut turns: Vec<Turn> = Vec::new();
    let mut pending = Vec::new();
    for paragraph in page.layout.paragraphs() {
        if let Some(turn) = labelled(&paragraph, page) {
            // Paragraphs between two labels are the earlier speaker's; after the last label the article may go on.
            if let Some(last) = turns.last_mut() {
                last.content.append(&mut pending);
            }
            turns.push(turn);
        } else if is_quoted(paragraph.start, page) {
            let words = words_of(paragraph, page);
            pending.extend(words.filter(|_| !turns.is_empty()));
        } else {
            pending.clear();
        }
    }
    if is_transcript(&turns, page) { turns } else { Vec::new() }
}

/// Whether there are turns enough, of at least two speakers of whom one speaks again.
fn is_transcript(turns: &[Turn], page: &Page) -> bool {
    let mut times: HashMap<&str, usize> = HashMap::new();
    turns.iter().for_each(|turn| *times.entry(page.words(&turn.source)).or_default() += 1);
    turns.len() >= FEWEST_TURNS && (2..turns.len()).contains(&times.len())
}

/// The turn that a paragraph begins, if it begins with a label.
fn labelled(paragraph: &Range<usize>, page: &Page) -> Option<Turn> {
    let start = paragraph.start + usize::from(is_quoted(paragraph.start, page));
    let colon = (start..paragraph.end).take(4 * LONGEST_LABEL).find(|&i| page.word(i) == ":")?;
    let source = start..colon;
    let content = words_of(colon + 1..paragraph.end, page)?;
    is_label(page.words(&source)).then(|| Turn { source, cue: colon, content: vec![content] })
}

/// Whether words are a speaker's name as transcripts write it: all in capitals, more than one letter.
fn is_label(words: &str) -> bool {
    let count = words.split_whitespace().count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    (1..=LONGEST_LABEL).contains(&count)
        && letters > 1
        && !words.chars().any(|c| c.is_lowercase() || c.is_numeric())
        && !NO_SPEAKERS.contains(&words)
}

/// Whether a paragraph begins with a quotation mark, as each does in a transcript that is quoted.
fn is_quoted(first: usize, page: &Page) -> bool {
    ["\"", "“"].contains(&page.word(first))
}

/// What is said in a paragraph: without its quotation marks and final stop, and nothing of "(Laughter.)".
fn words_of(mut pieces: Range<usize>, page: &Page) -> Option<Range<usize>> {
    pieces.start += usize::from(is_quoted(pieces.start, page));
    if ["(", "["].contains(&page.word(pieces.start)) {
        return None;
    }
    while pieces.end > pieces.start && ["\"", "”", "."].contains(&page.word(pieces.end - 1)) {
        pieces.end -= 1;
    }
    (!pieces.is_empty()).then_some(pieces)
}

#[cfg(test)]
mod tests {
    use crate::{
        attributions::attributions,
        scores::{Scores, TAGS},
        shipped::VOCABULARY,
        wordpiece::WordPiece,
    };

    /// Who says what by the turns alone: the network finds nothing.
    fn read(text: &str) -> Vec<(String, Vec<String>)> {
        let spans = WordPiece::new(VOCABULARY).unwrap().pieces(text).spans;
        let mut outside = [0.0; TAGS];
        outside[0] = 9.0;
        let scores = Scores { logits: vec![outside; spans.len()], spans, ..Scores::default() };
        let found = attributions(text, &scores);
        let of = |span: sayso_model::Span| span.of(text).to_owned();
        found
            .into_iter()
            .map(|a| (a.source.map(of).unwrap(), a.content.into_iter().map(of).collect()))
            .collect()
    }

    fn turn(source: &str, content: &[&str]) -> (String, Vec<String>) {
        (source.to_owned(), content.iter().map(|part| (*part).to_owned()).collect())
    }

    #[test]
    fn each_turn_of_a_transcript_is_its_speakers() {
        let text = "They spoke on Radio Marnholm.\nHOST: Did the ferry sink?\nMS. OLANDER: It did not.\nHOST: Thank you.\nThe ferry is old.";
        let wanted = [
            turn("HOST", &["Did the ferry sink?"]),
            turn("MS. OLANDER", &["It did not"]),
            turn("HOST", &["Thank you"]),
        ];
        assert_eq!(read(text), wanted);
    }

    #[test]
    fn quoted_paragraphs_up_to_the_next_speaker_go_on_with_a_turn() {
        let text =
            "“HOST: Did it sink?\n“OLANDER: No.\n“(LAUGHTER.)\n“It is old.”\n“HOST: Thank you.\n“Follow us.”";
        let wanted = [
            turn("HOST", &["Did it sink?"]),
            turn("OLANDER", &["No", "It is old"]),
            turn("HOST", &["Thank you"]),
        ];
        assert_eq!(read(text), wanted);
    }

    #[test]
    fn headings_and_notes_with_a_colon_make_no_transcript() {
        assert_eq!(
            read("WATCH: The ferry\nThe ferry sank.\nWATCH: The harbour\nREAD: The board\nWATCH: The mayor"),
            []
        );
        assert_eq!(read("FERRIES: They sink.\nHARBOURS: They silt.\nMAYORS: They go."), []);
        assert_eq!(read("HOST: Good evening.\nThe ferry sank.\nOLANDER: No."), []);
    }
}
