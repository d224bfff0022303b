//! Second readings: which are waited for, and how far two people who did not know of each other read alike.

use std::collections::BTreeMap;

use sayso_model::{SecondReading, Snapshot, Stance, StatementId, second_readings};
use serde::Serialize;

use crate::{
    claim::{one_line, outlet},
    index::Index,
    json::WordsJson,
};

/// All second readings of a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SecondView {
    /// Those that nobody has given yet, the one that was asked for first being first. How it was read first is not told.
    pub open: Vec<OpenReading>,
    /// Those that were given, the latest first.
    pub given: Vec<GivenReading>,
    /// How far they agree.
    pub agreement: Agreement,
}

/// A statement that waits for its second reading: its words alone.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OpenReading {
    /// The statement's id.
    pub statement: String,
    /// Who asked, and so cannot give it.
    pub asked_by: String,
    /// The words that name the source.
    pub source: Option<WordsJson>,
    /// The words that are attributed.
    pub content: Vec<WordsJson>,
    /// The article's id.
    pub article: String,
    /// The outlet, or the file where that is unknown.
    pub outlet: String,
}

/// A statement that was read twice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GivenReading {
    /// The statement's id.
    pub statement: String,
    /// Its words; empty where it is no longer in the case.
    pub words: String,
    /// Who stands for the first reading.
    pub first_by: String,
    /// The first reading.
    pub first: Stance,
    /// Who read it second.
    pub second_by: String,
    /// The second reading; `None` where the article does not say this.
    pub second: Option<Stance>,
}

/// How far first and second readings agree.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Agreement {
    /// How many statements were read twice.
    pub readings: usize,
    /// How many of them alike.
    pub alike: usize,
    /// The share that was read alike (simple agreement); `None` without readings.
    pub share: Option<f64>,
    /// Cohen's kappa: agreement beyond what chance would give by how often each stance was read. `None` where chance alone would give
    /// full agreement, so that there is nothing beyond it.
    pub kappa: Option<f64>,
}

/// Makes the view of all second readings.
pub fn seconds(snapshot: &Snapshot) -> SecondView {
    let all = second_readings(snapshot.reviews.iter());
    let pairs: Vec<(Stance, Option<Stance>)> =
        all.iter().filter_map(|s| Some((s.first, s.second.as_ref()?.1))).collect();
    SecondView {
        open: all.iter().filter(|s| s.second.is_none()).filter_map(|s| open(snapshot, s)).collect(),
        given: all.iter().rev().filter_map(|s| given(snapshot, s)).collect(),
        agreement: agreement(&pairs),
    }
}

/// The statement that waits for a second reading; `None` where none was asked for, or it was given.
pub fn second(snapshot: &Snapshot, index: &Index, id: &StatementId) -> Option<OpenReading> {
    let all = second_readings(index.reviews_of(snapshot, id.as_str()));
    open(snapshot, all.iter().find(|s| s.second.is_none())?)
}

fn open(snapshot: &Snapshot, reading: &SecondReading) -> Option<OpenReading> {
    let statement = snapshot.statement(&reading.statement)?;
    let article = snapshot.article(&statement.article)?;
    let words = |span| WordsJson::of(&article.text, span);
    Some(OpenReading {
        statement: reading.statement.to_string(),
        asked_by: reading.asked_by.clone(),
        source: statement.source.map(words),
        content: statement.content.iter().copied().map(words).collect(),
        article: article.id.to_string(),
        outlet: outlet(article),
    })
}

fn given(snapshot: &Snapshot, reading: &SecondReading) -> Option<GivenReading> {
    let (second_by, second) = reading.second.clone()?;
    let statement = snapshot.statement(&reading.statement);
    let words = statement.and_then(|s| Some(one_line(&s.words(&snapshot.article(&s.article)?.text))));
    Some(GivenReading {
        statement: reading.statement.to_string(),
        words: words.unwrap_or_default(),
        first_by: reading.asked_by.clone(),
        first: reading.first,
        second_by,
        second,
    })
}

/// Simple agreement and Cohen's kappa (1960) of pairs of readings.
fn agreement(pairs: &[(Stance, Option<Stance>)]) -> Agreement {
    let readings = pairs.len();
    let alike = pairs.iter().filter(|(first, second)| Some(*first) == *second).count();
    if readings == 0 {
        return Agreement::default();
    }
    let all = readings as f64;
    let share = alike as f64 / all;
    let mut often: BTreeMap<Option<Stance>, (f64, f64)> = BTreeMap::new();
    for (first, second) in pairs {
        often.entry(Some(*first)).or_default().0 += 1.0;
        often.entry(*second).or_default().1 += 1.0;
    }
    let chance: f64 = often.values().map(|(first, second)| first / all * (second / all)).sum();
    let kappa = (chance < 1.0).then(|| (share - chance) / (1.0 - chance));
    Agreement { readings, alike, share: Some(share), kappa }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kappa_is_what_a_textbook_table_gives() {
        // 20 both yes, 15 both no, 5 and 10 against each other: agreement 0.7, by chance 0.5, kappa 0.4.
        let (yes, no) = (Stance::Asserts, Stance::Denies);
        let times = |n: usize, pair| std::iter::repeat_n(pair, n);
        let pairs: Vec<_> = times(20, (yes, Some(yes)))
            .chain(times(5, (yes, Some(no))))
            .chain(times(10, (no, Some(yes))))
            .chain(times(15, (no, Some(no))))
            .collect();
        let found = agreement(&pairs);
        assert_eq!((found.readings, found.alike), (50, 35));
        assert!((found.share.unwrap() - 0.7).abs() < 1e-9 && (found.kappa.unwrap() - 0.4).abs() < 1e-9);
    }

    #[test]
    fn where_all_is_read_as_one_stance_there_is_nothing_beyond_chance() {
        assert_eq!(agreement(&[]), Agreement::default());
        let same = agreement(&[(Stance::Asserts, Some(Stance::Asserts)); 3]);
        assert_eq!((same.share, same.kappa), (Some(1.0), None));
        let missed = agreement(&[(Stance::Asserts, None), (Stance::Denies, Some(Stance::Denies))]);
        assert!(missed.kappa.unwrap() > 0.0);
    }
}
