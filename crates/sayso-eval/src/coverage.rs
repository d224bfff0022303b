//! Invented coverage of invented events whose copies are known: which article took which sentences from which, and on whose word
//! each claim rests.
//!
//! Each event is drawn from its own number, so any part of a large coverage can be made by itself, always the same.

use std::ops::Range;

use jiff::{Timestamp, tz::Offset};
use sayso_model::{Actor, Article, Credit, CreditKind, Published, Span};

use crate::{
    blank::blank,
    grammar::{Dice, Scene, footer, outlet},
    told::{Claims, Piece, Told, tellings},
};

/// Outlets in the invented world. A few hundred, as in a country's press; each puts its line at the foot of every page.
const OUTLETS: usize = 300;

/// Agencies in the invented world; their names are those of outlets beyond the others.
const AGENCIES: usize = 4;

/// Share of words that a paraphrase replaces or drops: one in eight leaves most runs of five words broken and some whole.
pub const PARAPHRASED: f64 = 0.12;

/// Of so many agency reports one is not among the articles itself, only its copies.
const ABSENT_ONE_IN: usize = 5;

/// Sentences of one report that two articles must both hold for the pair to count as sharing text.
const SHARED: usize = 2;

/// One article and what is known of how it came about.
pub struct Covered {
    /// The article.
    pub article: Article,
    /// Whether nobody has collected it: the articles that were copied from it are there, it is not.
    pub is_absent: bool,
    /// The event it is about.
    pub event: u64,
    /// The report of the event that its text comes from, by the place of that report's first article in the event.
    pub report: usize,
    /// The article of the event that it was copied from, by its place.
    pub parent: Option<usize>,
    /// Which sentences of the report it holds, quotations left out.
    pub sentences: Vec<usize>,
    /// The statements in it.
    pub told: Vec<Told>,
}

/// What a copy does to the text.
#[derive(Clone, Copy)]
enum Way {
    Reprint,
    Abridged,
    Extended,
    Paraphrased,
}

/// All articles on one event: two agency reports with their copies, and two reports by outlets of their own. All four may
/// quote what was said before the press.
pub fn event(number: u64) -> Vec<Covered> {
    let mut maker = Maker {
        dice: Dice::new(number),
        scene: Scene::new(number),
        claims: Claims::new(number),
        event: number,
        made: Vec::new(),
        texts: Vec::new(),
    };
    for _ in 0..2 {
        let agency = OUTLETS + maker.dice.below(AGENCIES);
        let length = maker.dice.within(5..10);
        maker.original(agency, length);
        let report = maker.made.len() - 1;
        for _ in 0..maker.dice.below(5) {
            maker.copy(report);
        }
        maker.made[report].is_absent = maker.dice.below(ABSENT_ONE_IN) == 0;
    }
    for _ in 0..2 {
        let (own, length) = (maker.dice.below(OUTLETS), maker.dice.within(4..9));
        maker.original(own, length);
    }
    maker.made
}

/// Whoever speaks in an event.
pub fn actors(event: u64) -> Vec<Actor> {
    Claims::new(event).actors()
}

/// Whether two articles of one event hold enough of one report for the pair to be text reuse.
pub fn share_text(a: &Covered, b: &Covered) -> bool {
    let both = a.sentences.iter().filter(|sentence| b.sentences.contains(sentence)).count();
    a.event == b.event && a.report == b.report && both >= SHARED && !a.is_absent && !b.is_absent
}

/// Whether the article at place `older` of an event is one that the article at `younger` comes from, through any copies.
pub fn descends(event: &[Covered], younger: usize, older: usize) -> bool {
    let parents = std::iter::successors(event[younger].parent, |&place| event[place].parent);
    parents.into_iter().any(|place| place == older)
}

struct Maker {
    dice: Dice,
    scene: Scene,
    claims: Claims,
    event: u64,
    made: Vec<Covered>,
    /// The sentences of each article.
    texts: Vec<Vec<Piece>>,
}

impl Maker {
    fn original(&mut self, publisher: usize, sentences: usize) {
        let mut text: Vec<Piece> =
            (0..sentences).map(|_| Piece::plain(self.scene.sentence(&mut self.dice))).collect();
        for piece in self.claims.told_by(publisher, &self.scene, &mut self.dice) {
            text.insert(self.dice.within(1..text.len() + 1), piece);
        }
        text.iter_mut().enumerate().for_each(|(number, piece)| piece.number = Some(number));
        for quotation in self.scene.quotations(&mut self.dice) {
            text.insert(self.dice.within(1..text.len() + 1), Piece::plain(quotation));
        }
        let minutes = self.dice.below(600) as i64;
        self.push(publisher, minutes, None, Sign::Nothing, text);
    }

    /// A copy of the report or, in a chain, of one of its copies.
    fn copy(&mut self, report: usize) {
        let parent = self.dice.within(report..self.made.len());
        let ways = [Way::Reprint, Way::Reprint, Way::Abridged, Way::Extended, Way::Paraphrased];
        let way = ways[self.dice.below(ways.len())];
        let publisher = self.dice.below(OUTLETS);
        let text = self.changed(parent, way, publisher);
        let name = |place: usize| self.made[place].article.publisher.clone().unwrap_or_default();
        // Six in ten credit the agency, one in ten says where it took the text from, three in ten say nothing.
        let sign = match self.dice.below(10) {
            0..6 => Sign::Agency(name(report)),
            6 => Sign::Syndicated(name(parent)),
            _ => Sign::Nothing,
        };
        let minutes = self.minutes_of(parent) + self.dice.within(5..300) as i64;
        self.push(publisher, minutes, Some(parent), sign, text);
    }

    fn changed(&mut self, parent: usize, way: Way, publisher: usize) -> Vec<Piece> {
        let mut text = self.texts[parent].clone();
        match way {
            Way::Reprint => {}
            Way::Abridged => {
                // Editors cut from the end: half to four fifths stay.
                let kept = (text.len() * self.dice.within(50..80)).div_ceil(100).max(3);
                text.truncate(kept);
            }
            Way::Extended => {
                let own = self.claims.told_by(publisher, &self.scene, &mut self.dice).into_iter().take(1);
                let plain =
                    (0..self.dice.within(2..8)).map(|_| Piece::plain(self.scene.sentence(&mut self.dice)));
                for piece in plain.collect::<Vec<_>>().into_iter().chain(own) {
                    text.insert(self.dice.within(1..text.len() + 1), piece);
                }
            }
            Way::Paraphrased => {
                for piece in &mut text {
                    piece.words = self.scene.paraphrase(&piece.words, PARAPHRASED, &mut self.dice);
                }
            }
        }
        text
    }

    /// Minutes since the day of the event began at which an article came out, whatever of that it tells.
    fn minutes_of(&self, place: usize) -> i64 {
        self.made[place].article.retrieved.as_second() / 60 - day_of(self.event) * 1440
    }

    fn push(&mut self, publisher: usize, minutes: i64, parent: Option<usize>, sign: Sign, text: Vec<Piece>) {
        let place = self.made.len();
        let report = parent.map_or(place, |parent| self.made[parent].report);
        let (mut body, mut spans) = (String::new(), Vec::new());
        for (number, piece) in text.iter().enumerate() {
            spans.push(Span::new(body.len(), body.len() + piece.words.len()));
            body += &piece.words;
            // Three sentences make a paragraph.
            body += if number % 3 == 2 { "\n" } else { " " };
        }
        body += "\n";
        let credits = sign.write(&mut body).into_iter().collect();
        body += &footer(publisher);
        let mut article = blank(&format!("{}-{place}", self.event), &body);
        let minutes = day_of(self.event) * 1440 + minutes;
        article.publisher = Some(outlet(publisher));
        article.retrieved = instant(minutes);
        article.published = told_time(publisher, minutes);
        article.credits = credits;
        let told = tellings(&text, &spans, &article.id, &self.claims);
        let sentences = text.iter().filter_map(|piece| piece.number).collect();
        self.made.push(Covered {
            article,
            is_absent: false,
            event: self.event,
            report,
            parent,
            sentences,
            told,
        });
        self.texts.push(text);
    }
}

/// How an article says where it comes from.
enum Sign {
    Nothing,
    Agency(String),
    Syndicated(String),
}

impl Sign {
    /// Adds its line to the text; gives the credit, if it is one.
    fn write(self, body: &mut String) -> Option<Credit> {
        match self {
            Self::Nothing => None,
            Self::Syndicated(from) => {
                *body += &format!("This article was originally published by {from}.\n");
                None
            }
            Self::Agency(name) => {
                let start = body.len() + "Source: ".len();
                *body += &format!("Source: {name}\n");
                let span = Some(Span::new(start, start + name.len()));
                Some(Credit { name, kind: CreditKind::Line, span })
            }
        }
    }
}

/// Events of the invented world fall into one of a thousand days from 2031 on.
fn day_of(event: u64) -> i64 {
    22_280 + (event % 1000) as i64
}

fn instant(minutes: i64) -> Timestamp {
    Timestamp::from_second(minutes * 60).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// When an article says it came out: of ten outlets two give only the day and one gives nothing; agencies give the minute.
fn told_time(publisher: usize, minutes: i64) -> Option<Published> {
    let at = Offset::UTC.to_datetime(instant(minutes));
    match publisher % 10 {
        _ if publisher >= OUTLETS => Some(Published::At(at, Offset::UTC)),
        0 => None,
        1 | 2 => Some(Published::Day(at.date())),
        _ => Some(Published::At(at, Offset::UTC)),
    }
}

/// The events of a range, one after the other.
pub fn events(numbers: Range<u64>) -> impl Iterator<Item = Vec<Covered>> {
    numbers.map(event)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_always_the_same_and_others_are_others() {
        let texts = |n| event(n).into_iter().map(|c| c.article.text).collect::<Vec<_>>();
        assert_eq!(texts(7), texts(7));
        assert!(texts(7).iter().all(|text| !texts(8).contains(text)));
    }

    #[test]
    fn copies_come_later_than_what_they_copy() {
        for event in events(0..50) {
            for (place, copy) in event.iter().enumerate() {
                let Some(parent) = copy.parent else { continue };
                assert!(copy.article.retrieved > event[parent].article.retrieved);
                assert!(descends(&event, place, copy.report) && !descends(&event, copy.report, place));
            }
        }
    }

    #[test]
    fn what_is_told_stands_in_the_text_and_copies_keep_its_origin() {
        let mut kept = 0;
        for event in events(0..20) {
            for copy in &event {
                for told in &copy.told {
                    assert!(told.statement.words(&copy.article.text).ends_with('.'));
                }
                let Some(parent) = copy.parent.map(|place| &event[place]) else { continue };
                let origins =
                    |c: &Covered| c.told.iter().map(|t| (t.claim, t.origin.clone())).collect::<Vec<_>>();
                kept += origins(copy).iter().filter(|told| origins(parent).contains(told)).count();
            }
        }
        assert!(kept > 20, "{kept}");
    }
}
