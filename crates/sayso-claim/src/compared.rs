//! The propositions of a case, prepared for comparing very many pairs: what most comparisons need lies close together in memory,
//! since looking things up takes longer than comparing them.

use rustc_hash::FxHashMap;

use crate::{
    nearness::Nearness, proposition::Proposition, related::has_part, telling::Telling, wordings::Wordings,
};

/// All propositions of a case.
#[derive(Debug)]
pub(crate) struct Compared<'a> {
    pub items: &'a [Proposition<'a>],
    pub stems: Telling,
    pub names: Telling,
    pub nearness: Nearness,
    pub traits: Vec<Traits>,
}

/// What a comparison asks of one proposition first.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traits {
    /// Numbers that stand for its words and its speaker.
    pub words: u32,
    pub speaker: Option<u32>,
    /// How many words it has.
    pub length: u32,
    pub planned: bool,
    pub negated: bool,
    pub depicts: bool,
    /// It says that what happened was meant, and not who did it.
    pub meant: bool,
    pub asserts: bool,
    pub objects: bool,
    /// It is about who did it.
    pub asked: bool,
    pub has_doers: bool,
    pub has_figures: bool,
    /// A figure is told as a part of another: "3,000 of the 12,000".
    pub has_part: bool,
    /// A figure measures something ("40,000 tonnes") rather than counts it.
    pub measures: bool,
}

impl<'a> Compared<'a> {
    pub fn of(items: &'a [Proposition<'a>]) -> Self {
        let wordings = Wordings::of(items);
        let mut speakers = Numbers::default();
        let traits = items.iter().enumerate().map(|(i, item)| Traits {
            words: wordings.number(i),
            speaker: item.speaker.map(|id| speakers.of(id)),
            length: u32::try_from(item.words.len()).unwrap_or(u32::MAX),
            planned: item.planned,
            negated: item.negated,
            depicts: item.depicts,
            meant: item.meant && item.doers.names.is_empty(),
            asserts: item.asserts(),
            objects: item.objects(),
            asked: item.doers.asked,
            has_doers: !item.doers.names.is_empty(),
            has_part: has_part(item),
            has_figures: item.figures().next().is_some(),
            measures: item.statement.quantities.iter().any(|q| q.unit.as_deref().is_some_and(is_measure)),
        });
        let traits = traits.collect();
        Self {
            items,
            stems: Telling::of(items, &wordings, |i| &i.stems),
            names: Telling::of(items, &wordings, |i| &i.names),
            nearness: Nearness::of(items.iter().map(|i| i.meaning)),
            traits,
        }
    }

    /// The numbers of an item's words that tell something, and behind those of all words the numbers of its names.
    pub fn telling_words(&self, i: usize) -> impl Iterator<Item = usize> {
        let names = self.names.set(i).iter().map(|&name| self.stems.len() + name as usize);
        self.stems.set(i).iter().map(|&word| word as usize).chain(names)
    }

    /// How many such numbers there are.
    pub fn telling_words_in_all(&self) -> usize {
        self.stems.len() + self.names.len()
    }
}

/// Numbers for keys, in the order in which they come.
struct Numbers<K>(FxHashMap<K, u32>);

impl<K> Default for Numbers<K> {
    fn default() -> Self {
        Self(FxHashMap::default())
    }
}

impl<K: std::hash::Hash + Eq> Numbers<K> {
    fn of(&mut self, key: K) -> u32 {
        let next = u32::try_from(self.0.len()).unwrap_or(u32::MAX);
        *self.0.entry(key).or_insert(next)
    }
}

/// Whether a unit is one of mass, length, energy, money and the like, as `sayso-statement` writes them.
fn is_measure(unit: &str) -> bool {
    MEASURES.contains(&unit) || unit.len() == 3 && unit.bytes().all(|b| b.is_ascii_uppercase())
}

/// Units that measure.
const MEASURES: &[&str] = &[
    "kg",
    "g",
    "t",
    "lb",
    "km",
    "m",
    "cm",
    "mi",
    "ft",
    "ha",
    "acres",
    "l",
    "barrels",
    "°C",
    "°F",
    "MW",
    "GW",
    "kW",
    "GWh",
    "TWh",
    "kt TNT",
    "magnitude",
    "knots",
    "mph",
    "km/h",
    "m³",
    "m²",
    "km²",
];
