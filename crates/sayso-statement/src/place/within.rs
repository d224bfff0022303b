//! Where does the text say that a place lies? "Paris, Texas", "Brest in Belarus", "Tulsa, OK".

use super::{
    candidate::{Candidate, Sort},
    mention::{DEEPEST, Finder},
};

impl Finder<'_, '_> {
    /// What stands behind the comma after mention `mine`, where it holds one of its candidates: the word after it, and itself
    /// as a mention. At most `depth` names follow one another, so that a long list of names is no deep nest.
    pub(super) fn container(&mut self, mine: usize, end: usize, depth: usize) -> Option<(usize, usize)> {
        if depth == 0 {
            return None;
        }
        let inner = self.out.list[mine].name;
        let (first, by_comma) = self.bridge(inner, end)?;
        self.words.get(first)?;
        let short =
            if by_comma { self.postal_code(first).or_else(|| self.abbreviation(first)) } else { None };
        let (after, outer) = short.or_else(|| self.longest(first))?;
        let holds = self.out.names[inner].candidates.iter().any(|c| self.holds(outer, c));
        // "New York, New York" says where the city is; a third one only repeats.
        let repeats = inner == outer && depth < DEEPEST;
        if !holds || repeats {
            return None;
        }
        let at = self.push(first, after, outer, true);
        // "Bath, Kent County, Michigan" goes on.
        if let Some((next, further)) = self.container(at, after, depth - 1) {
            self.out.list[at].within = Some(further);
            return Some((next, at));
        }
        Some((after, at))
    }

    /// Where the name begins that may say where `inner` is, and whether only a comma stands between: "Brest, Belarus",
    /// "Brest, in Belarus", "Brest in Belarus", "Brest (Belarus)".
    fn bridge(&self, inner: usize, end: usize) -> Option<(usize, bool)> {
        let is = |at: usize, word: &str| self.words.get(at).is_some_and(|w| w.text == word);
        if is(end, "(") {
            return Some((end + 1, false));
        }
        let comma = usize::from(is(end, ","));
        if !is(end + comma, "in") {
            return (comma == 1).then_some((end + 1, true));
        }
        // "aid for Jordan in Georgia" speaks of two countries.
        let is_country = self.out.names[inner].candidates.iter().any(|c| c.sort == Sort::Country);
        let the = usize::from(is(end + comma + 1, "the"));
        (!is_country).then_some((end + comma + 1 + the, false))
    }

    /// "IL" after a comma.
    fn postal_code(&mut self, at: usize) -> Option<(usize, usize)> {
        let word = self.words.get(at)?;
        let is_code = word.text.len() == 2 && word.text.chars().all(|c| c.is_ascii_uppercase());
        let number = is_code.then(|| sayso_gazetteer::region(&format!("US.{}", word.text))).flatten()?;
        let name = self.name(&sayso_gazetteer::name(number), vec![Candidate::of_place(number, true)]);
        Some((at + 1, name))
    }

    /// Whether some meaning of `outer` holds `inner`.
    fn holds(&self, outer: usize, inner: &Candidate) -> bool {
        self.out.names[outer].candidates.iter().any(|o| holds(o, inner))
    }
}

/// Degrees within which a place counts as in a county: half the width of a large one.
const COUNTY_REACH: f64 = 0.7;

/// Whether `outer` is a country, region or county that `inner` lies in.
pub(super) fn holds(outer: &Candidate, inner: &Candidate) -> bool {
    match outer.sort {
        Sort::Country => inner.country == outer.country && inner.sort != Sort::Country,
        Sort::Region => inner.region == outer.region && matches!(inner.sort, Sort::Town | Sort::County),
        Sort::County => {
            let near = (inner.at.0 - outer.at.0).abs().max((inner.at.1 - outer.at.1).abs()) < COUNTY_REACH;
            inner.sort == Sort::Town && inner.region == outer.region && near
        }
        Sort::Town | Sort::Feature => false,
    }
}
