//! Which of the places of a name is meant: all names of an article are resolved together, as those near each other, in one region
//! and in one country speak for one another.

use std::collections::HashMap;

use super::{
    candidate::{Candidate, Sort},
    hints::Hints,
    mention::{Mention, Mentions},
    within::holds,
};

/// Rounds of voting: after three the choices stand still.
const ROUNDS: usize = 3;
/// What a doubling of the population counts. The four that follow were set on every second of 588 annotated articles of local news,
/// `WORLDWIDE`, `CAPITAL` and `KNOWN_REGION` so that national and world news keep their countries and capitals; see
/// `docs/accuracy.md` for how to measure both.
const BY_PEOPLE: f64 = 0.25;
/// What a vote for the same country counts.
const BY_COUNTRY: f64 = 1.0;
/// For the same region.
const BY_REGION: f64 = 2.0;
/// For a place near by.
const BY_NEARNESS: f64 = 2.0;
/// What it counts against a meaning that the name is only another name of it.
const OTHER_NAME: f64 = -2.0;
/// What it counts against a region or county that a larger town of the same name lies in: alone, the name means the town.
const NAMESAKE: f64 = -4.0;
/// A town of 100,000 people is large enough for that.
const NAMESAKE_TOWN: f64 = 16.6;
/// In a region that is known without its country, one of four million: "New York" is the city, "Quebec" the province.
const NAMESAKE_OF_KNOWN: f64 = 22.0;
/// In a county, one of 10,000: a county's name without the word for it mostly means the town.
const NAMESAKE_OF_COUNTY: f64 = 13.3;
/// What it counts for a region where "region" or "province" stands behind the name: it settles it, as words after a comma do.
const AS_REGION: f64 = 12.0;
/// What it counts for an outer name that it holds the place before the comma: more than all else together.
const HOLDS: f64 = 48.0;
/// A capital of fewer than a million people is not so often in the news that it would outweigh what the text speaks of.
const LARGE_CAPITAL: f64 = 20.0;
/// Fewer votes than this for a country or region mean that the text does not speak of it; a clear name counts 1.
const SILENT: f64 = 0.3;
/// So many votes for a region mean that it does.
const SPOKEN: f64 = 0.7;
/// What the words after the comma count: they settle it.
const WITHIN: f64 = 12.0;
/// Voice of a place in the publisher's name: as much as four mentions.
const PUBLISHER: f64 = 2.0;
/// What it counts against a country or a region when the words around speak of a town.
const AS_TOWN: f64 = -5.0;
/// What it counts for a capital: it is in the news for its whole country.
const CAPITAL: f64 = 5.0;
/// What it counts for a state or province that news name without its country.
const KNOWN_REGION: f64 = 4.0;
/// What it counts for a town that English has a name for: it is in the news beyond its country, as small as it may be ("Venice").
const KNOWN_TOWN: f64 = 2.0;
/// What it counts for a country, a continent or a sea: the towns that share their names are meant only where the text says so.
const WORLDWIDE: f64 = 6.0;
/// The share of the population's weight that a township has: it has the name of the town, not its people.
const TOWNSHIP: f64 = 0.3;
/// Side of a map cell in degrees: a place speaks for its own cell and the eight around it.
const CELL: f64 = 1.0;

/// The chosen meaning of each mention, as a position in the candidates of its name.
pub(super) fn resolve(mentions: &Mentions, is_place: &[bool], hints: &Hints) -> Vec<usize> {
    let mut groups = groups(mentions, is_place);
    for _ in 0..ROUNDS {
        let mut votes = Votes::of(mentions, &groups);
        votes.add_hints(hints);
        for group in &mut groups {
            group.weigh(mentions, &votes);
        }
    }
    // What has been chosen for the name before the comma; a mention comes before the one that holds it.
    let mut inner: Vec<Option<&Candidate>> = vec![None; mentions.list.len()];
    let mut chosen = Vec::with_capacity(mentions.list.len());
    for (i, m) in mentions.list.iter().enumerate() {
        let at = choice(mentions, &groups, m, inner[i]);
        if let Some(outer) = m.within {
            inner[outer] = mentions.names[m.name].candidates.get(at);
        }
        chosen.push(at);
    }
    chosen
}

/// A name of the article with how likely each of its meanings is.
struct Group {
    name: usize,
    /// How much its vote counts: more for a name that comes often.
    voice: f64,
    /// Whether the words around it speak of a town, so that being a capital counts nothing.
    as_town: bool,
    /// Points that do not change from round to round.
    base: Vec<f64>,
    share: Vec<f64>,
    points: Vec<f64>,
}

fn groups(mentions: &Mentions, is_place: &[bool]) -> Vec<Group> {
    let mut count = vec![0_u32; mentions.names.len()];
    let mut within: Vec<Vec<usize>> = vec![Vec::new(); mentions.names.len()];
    let mut as_town = vec![false; mentions.names.len()];
    let mut township = vec![false; mentions.names.len()];
    for (m, _) in mentions.list.iter().zip(is_place).filter(|(_, is)| **is) {
        count[m.name] += 1;
        as_town[m.name] |= m.as_town;
        township[m.name] |= m.township;
        if let Some(outer) = m.within.filter(|_| within[m.name].len() < 4) {
            within[m.name].push(mentions.list[outer].name);
        }
    }
    let named = (0..mentions.names.len()).filter(|n| count[*n] > 0);
    let looks = |name: usize| Looks { as_town: as_town[name], township: township[name] };
    named.map(|name| Group::new(mentions, name, count[name], &within[name], &looks(name))).collect()
}

/// What the words around the mentions of a name say of it.
struct Looks {
    as_town: bool,
    township: bool,
}

impl Looks {
    fn points(&self, c: &Candidate, all: &[Candidate]) -> f64 {
        if has_namesake(c, all) {
            return NAMESAKE;
        }
        let people = BY_PEOPLE * c.doublings * if self.township { TOWNSHIP } else { 1.0 };
        let is_area = matches!(c.sort, Sort::Country | Sort::Region);
        people
            + if self.as_town && is_area { AS_TOWN } else { 0.0 }
            + if c.usual && !self.as_town && c.is_capital() { CAPITAL } else { 0.0 }
            + if c.is_known_region() { KNOWN_REGION } else { 0.0 }
            + if c.sort == Sort::Town && c.usual && c.known { KNOWN_TOWN } else { 0.0 }
            + if matches!(c.sort, Sort::Country | Sort::Feature) { WORLDWIDE } else { 0.0 }
            + if c.usual { 0.0 } else { OTHER_NAME }
    }
}

/// Whether `c` is a region or county in which a large town of the same name lies.
fn has_namesake(c: &Candidate, all: &[Candidate]) -> bool {
    let least = match c.sort {
        Sort::Region if c.is_known_region() => NAMESAKE_OF_KNOWN,
        Sort::Region => NAMESAKE_TOWN,
        Sort::County => NAMESAKE_OF_COUNTY,
        _ => return false,
    };
    all.iter().any(|t| t.sort == Sort::Town && t.region == c.region && t.doublings > least)
}

impl Group {
    fn new(mentions: &Mentions, name: usize, count: u32, within: &[usize], looks: &Looks) -> Self {
        let candidates = &mentions.names[name].candidates;
        let base: Vec<f64> = candidates
            .iter()
            .map(|c| {
                let inside = within.iter().any(|w| mentions.names[*w].candidates.iter().any(|o| holds(o, c)));
                looks.points(c, candidates) + if inside { WITHIN } else { 0.0 }
            })
            .collect();
        let share = shares(&base);
        let voice = f64::from(count.min(9)).sqrt();
        Self { name, voice, as_town: looks.as_town, points: base.clone(), base, share }
    }

    /// Weighs the meanings anew by the votes of the other names.
    fn weigh(&mut self, mentions: &Mentions, votes: &Votes) {
        let candidates = &mentions.names[self.name].candidates;
        let mine = Votes::of(mentions, std::slice::from_ref(self));
        let from_others = |c: &Candidate| {
            let (all, own) = (votes.for_candidate(c), mine.for_candidate(c));
            [0, 1, 2].map(|i| (all[i] - own[i]).max(0.0))
        };
        let heard: Vec<[f64; 3]> = candidates.iter().map(from_others).collect();
        let points = candidates.iter().zip(&self.base).zip(&heard).map(|((c, base), votes)| {
            let [country, region, near] = votes.map(|v| (1.0 + v).ln());
            let capital =
                if !self.as_town && is_outvoted(c, votes, candidates, &heard) { CAPITAL } else { 0.0 };
            base - capital + BY_COUNTRY * country + BY_REGION * region + BY_NEARNESS * near
        });
        self.points = points.collect();
        self.share = shares(&self.points);
    }
}

/// Whether the text speaks of the region of another place of this name, and not at all of the country whose small capital `c` is.
fn is_outvoted(c: &Candidate, own: &[f64; 3], all: &[Candidate], heard: &[[f64; 3]]) -> bool {
    let small_capital = c.usual && c.doublings < LARGE_CAPITAL && c.is_capital();
    let rival = |(r, votes): (&Candidate, &[f64; 3])| r.usual && r.country != c.country && votes[1] > SPOKEN;
    small_capital && own[0] < SILENT && all.iter().zip(heard).any(rival)
}

/// Points as shares that sum to one.
fn shares(points: &[f64]) -> Vec<f64> {
    let most = points.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let raised: Vec<f64> = points.iter().map(|p| (p - most).exp()).collect();
    let sum: f64 = raised.iter().sum();
    raised.into_iter().map(|r| r / sum).collect()
}

/// How many names speak for each country, region and map cell.
#[derive(Default)]
struct Votes {
    countries: HashMap<&'static str, f64>,
    regions: HashMap<&'static str, f64>,
    cells: HashMap<(i32, i32), f64>,
}

impl Votes {
    fn of(mentions: &Mentions, groups: &[Group]) -> Self {
        let mut votes = Self::default();
        for group in groups {
            for (c, share) in mentions.names[group.name].candidates.iter().zip(&group.share) {
                votes.add(c, group.voice * share);
            }
        }
        votes
    }

    fn add_hints(&mut self, hints: &Hints) {
        for (country, voice) in &hints.countries {
            *self.countries.entry(country).or_default() += voice;
        }
        for name in &hints.publisher.names {
            let points: Vec<f64> = name.candidates.iter().map(|c| BY_PEOPLE * c.doublings).collect();
            for (c, share) in name.candidates.iter().zip(shares(&points)) {
                self.add(c, PUBLISHER * share);
            }
        }
    }

    fn add(&mut self, c: &Candidate, voice: f64) {
        if c.country.is_empty() || voice < 0.001 {
            return;
        }
        *self.countries.entry(c.country).or_default() += voice;
        if c.sort != Sort::Country {
            *self.regions.entry(c.region).or_default() += voice;
        }
        if matches!(c.sort, Sort::Town | Sort::County) {
            *self.cells.entry(cell(c.at)).or_default() += voice;
        }
    }

    /// The votes for the country, the region and the neighbourhood of a meaning.
    fn for_candidate(&self, c: &Candidate) -> [f64; 3] {
        let of = |map: &HashMap<&'static str, f64>, key| map.get(key).copied().unwrap_or_default();
        let (row, column) = cell(c.at);
        let near = |r: i32, k: i32| self.cells.get(&(row + r, column + k)).copied().unwrap_or_default();
        let around = (-1..=1).flat_map(|r| (-1..=1).map(move |k| (r, k))).map(|(r, k)| near(r, k)).sum();
        let is_area = matches!(c.sort, Sort::Country | Sort::Feature);
        [
            if c.country.is_empty() { 0.0 } else { of(&self.countries, c.country) },
            if is_area { 0.0 } else { of(&self.regions, c.region) },
            if is_area || c.sort == Sort::Region { 0.0 } else { around },
        ]
    }
}

fn cell((lat, lon): (f64, f64)) -> (i32, i32) {
    ((lat / CELL).floor() as i32, (lon / CELL).floor() as i32)
}

/// The meaning of a mention with the most points, among those that the words after the comma allow and that hold `inner`, the
/// place before the comma.
fn choice(mentions: &Mentions, groups: &[Group], m: &Mention, inner: Option<&Candidate>) -> usize {
    let (name, within) = (m.name, m.within.map(|w| mentions.list[w].name));
    let candidates = &mentions.names[name].candidates;
    let at = groups.partition_point(|g| g.name < name);
    let points = groups.get(at).filter(|g| g.name == name).map(|g| g.points.as_slice()).unwrap_or_default();
    let allowed =
        |c: &Candidate| within.is_none_or(|w| mentions.names[w].candidates.iter().any(|o| holds(o, c)));
    let mut best = (f64::NEG_INFINITY, 0);
    for (i, c) in candidates.iter().enumerate() {
        let p = points.get(i).copied().unwrap_or(c.doublings)
            + if allowed(c) { WITHIN } else { 0.0 }
            + if m.as_region && c.sort == Sort::Region { AS_REGION } else { 0.0 }
            + if inner.is_some_and(|i| holds(c, i)) { HOLDS } else { 0.0 };
        if p > best.0 {
            best = (p, i);
        }
    }
    best.1
}
