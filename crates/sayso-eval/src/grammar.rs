//! A small grammar of invented news: names from syllables, sentences from clauses, with set phrases as news has them.

/// A generator of numbers (splitmix64): the same numbers from the same seed on every machine.
pub(crate) struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ 0x5EED)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit.max(1) as u64) as usize
    }

    /// A number of a range that is not empty.
    pub fn within(&mut self, range: std::ops::Range<usize>) -> usize {
        range.start + self.below(range.len())
    }

    fn chance(&mut self, share: f64) -> bool {
        (self.next() >> 11) as f64 / ((1_u64 << 53) as f64) < share
    }

    fn of<'a>(&mut self, words: &'a str) -> &'a str {
        let all: Vec<&str> = words.split('|').collect();
        all[self.below(all.len())]
    }
}

/// Most sentences open without a phrase; of the others few words are the same, as in news.
const OPENERS: &str = "|||||||||||On Tuesday morning |Late on Friday |In a brief statement |As dusk fell |Shortly before noon |\
    After a long night |Speaking on condition of anonymity, |On the telephone |Later |By then |At the gate |In writing ";
const ROLES: &str = "the mayor|a harbour pilot|an investigator|a retired engineer|the fire chief|the owner|one resident|the minister|\
    a union official|the station master|an insurer|the deputy governor|a nurse|the surveyor|two witnesses";
const VERBS: &str = "said that|warned that|explained how|denied that|recalled how|insisted that|was told that|conceded that|\
    learned that|reported that|argued that|had feared that|now believes that|repeated that|could not say whether";
const ADJECTIVES: &str = "old|narrow|northern|empty|flooded|costly|public|secret|damaged|planned|wooden|local|closed|early|final|heavy|\
    missing|private|rusty|second|silent|steep|sudden|unfinished|upper|urgent|vacant|western|young|broken|famous|gentle|hidden|joint";
const NOUNS: &str = "pier|bridge|school|tunnel|market|cable|depot|ferry|archive|tower|canal|quarry|garden|mill|station|vault|reservoir|\
    chapel|workshop|barracks|lighthouse|kitchen|orchard|shelter|stadium|theatre|viaduct|warehouse|clinic|greenhouse|pump|valley|\
    contract|permit|budget|petition|survey|letter|insurance|strike|ballot|lease|drill|manual|report|schedule|signal|tariff|timetable";
const ACTIONS: &str = "outlived|resembled|blocked|replaced|touched|endangered|hid|delayed|supports|crosses|overlooks|needs|faces|\
    could replace|would spare|had crushed|had flooded|was sold beside|was moved behind|lay below|fell onto|depends on";
/// How a sentence ends: a phrase of few words around a thing, so that unrelated sentences share four words at most.
const TAILS: &str = "before|after|in spite of|because of|at the cost of|beside|with help from|under|to the surprise of|instead of|without|\
    for the sake of|during|against|in exchange for|despite";
const SYLLABLES: &str = "ba|be|bo|bra|da|de|dro|fa|fi|ga|gle|go|ha|he|ja|ka|ke|kra|la|le|lin|lo|ma|me|mor|na|ne|no|or|pa|pe|ra|re|ri|sa|se|\
    sel|sta|ta|te|tor|tru|va|ve|vi|wa|we|yo|za|zu";

/// A name of so many syllables.
fn name(dice: &mut Dice, syllables: usize) -> String {
    let lower: String = (0..syllables).map(|_| dice.of(SYLLABLES).trim()).collect();
    let mut letters = lower.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a person.
pub(crate) fn person_name(dice: &mut Dice) -> String {
    format!("{} {}", name(dice, 2), name(dice, 3))
}

/// The name of a body that speaks.
pub(crate) fn body_name(dice: &mut Dice) -> String {
    let what = dice.of("Ministry|Coastguard|Council|Board|Institute|Company|Railway|Union");
    format!("the {} {what}", name(dice, 3))
}

/// The name of the outlet with this number.
pub(crate) fn outlet(number: usize) -> String {
    let mut dice = Dice::new(0x0071_E700 + number as u64);
    format!("{} {}", name(&mut dice, 3), dice.of("Post|Courier|Herald|Tribune|Mail|Echo|Wire|Gazette"))
}

/// The line that an outlet puts under everything it publishes.
pub(crate) fn footer(number: usize) -> String {
    let mut dice = Dice::new(0x000F_0073 + number as u64);
    let words: Vec<&str> =
        (0..24).map(|n| dice.of(if n % 3 == 2 { NOUNS } else { ADJECTIVES }).trim()).collect();
    format!("The {} lives on {}.\n", outlet(number), words.join(" "))
}

/// The people and places of one event.
pub(crate) struct Scene {
    people: Vec<String>,
    places: Vec<String>,
    /// What was said at a press conference.
    said: Vec<String>,
}

/// Sentences of a press conference.
const SAID: usize = 4;

impl Scene {
    pub fn new(event: u64) -> Self {
        let mut dice = Dice::new(event ^ 0xABCD_0000_0000);
        let people = (0..5).map(|_| person_name(&mut dice)).collect();
        let places = (0..4).map(|_| name(&mut dice, 3)).collect();
        let mut scene = Self { people, places, said: Vec::new() };
        scene.said = (0..SAID).map(|_| scene.sentence(&mut dice)).collect();
        scene
    }

    /// Up to three of the sentences that were said before the press, each in a sentence of the reporter's own around it.
    pub fn quotations(&self, dice: &mut Dice) -> Vec<String> {
        let first = dice.below(SAID);
        (0..dice.below(4))
            .map(|k| {
                let (words, who) = (&self.said[(first + k) % SAID], &self.people[0]);
                let how =
                    dice.of("told reporters|said before the press|answered|explained|added|said at the gate");
                let (adjective, noun) = (dice.of(ADJECTIVES).trim(), dice.of(NOUNS).trim());
                format!("“{},” {who} {how} beside the {adjective} {noun}.", words.trim_end_matches('.'))
            })
            .collect()
    }

    /// A sentence of twenty to thirty words.
    pub fn sentence(&self, dice: &mut Dice) -> String {
        let place = &self.places[dice.below(self.places.len())];
        let who = match dice.below(3) {
            0 => self.people[dice.below(self.people.len())].clone(),
            1 => format!("{} of {place}", dice.of(ROLES).trim()),
            _ => format!("{}, {},", dice.of(ROLES).trim(), self.people[dice.below(self.people.len())]),
        };
        let thing = |dice: &mut Dice| {
            // Half of the things bear a name of their own, as things in news do.
            let own = if dice.chance(0.5) { name(dice, 2) + " " } else { String::new() };
            format!("the {} {own}{}", dice.of(ADJECTIVES).trim(), dice.of(NOUNS).trim())
        };
        let (a, b, c) = (thing(dice), thing(dice), thing(dice));
        let number = dice.within(2..900);
        let extra = match dice.below(4) {
            0 => format!(" and that {number} people near {} saw {}", self.places[dice.below(4)], thing(dice)),
            1 => format!(", some {number} metres from {}", thing(dice)),
            2 => format!(
                ", although {} {}",
                thing(dice),
                dice.of("was spared|came later|stayed shut|had been insured")
            ),
            _ => String::new(),
        };
        let (opener, verb) = (dice.of(OPENERS).trim_start(), dice.of(VERBS).trim());
        let (action, tail) = (dice.of(ACTIONS).trim(), dice.of(TAILS).trim());
        format!("{opener}{who} {verb} {a} {action} {b} {tail} {c}{extra}.")
    }

    /// The sentence with so large a share of its words replaced or dropped.
    pub fn paraphrase(&self, sentence: &str, share: f64, dice: &mut Dice) -> String {
        let words = sentence.split(' ').filter_map(|word| match dice.chance(share) {
            false => Some(word.to_owned()),
            true if dice.chance(0.3) => None,
            true => Some(dice.of(ADJECTIVES).trim().to_owned()),
        });
        let words: Vec<String> = words.collect();
        format!("{}.", words.join(" ").trim_end_matches('.'))
    }
}
