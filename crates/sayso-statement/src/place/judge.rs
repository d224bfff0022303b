//! Is this name a place here? Points for what speaks for it and against it, in the words around each mention and over all
//! mentions of the name in the article.

use super::{
    candidate::{Candidate, Sort},
    evidence::{Evidence, NamedKind},
    lexicon::{is_directional, is_everyday, is_kind_of_place, is_locative, is_part_of_place},
    mention::{Mention, Mentions},
    other::{ends_other_name, is_public, is_title},
    people::People,
    weights::{self as w, ENOUGH, LISTED, MOST_SHARED, SHARED},
};
use crate::{given::is_given_name, text::Word};

/// What the judge looks at.
pub(super) struct Judge<'a, 'w> {
    pub text: &'a str,
    pub words: &'w [Word<'a>],
    pub people: &'w People<'a>,
    pub evidence: &'w Evidence<'w>,
}

/// Which mentions are places, in their order.
pub(super) fn places_among(judge: &Judge<'_, '_>, mentions: &Mentions) -> Vec<bool> {
    let own: Vec<f64> = mentions.list.iter().map(|m| judge.points(mentions, m)).collect();
    // A name that is clearly a place once is one elsewhere too; see `SHARED`.
    let mut best = vec![f64::NEG_INFINITY; mentions.names.len()];
    for (m, points) in mentions.list.iter().zip(&own) {
        best[m.name] = best[m.name].max(*points);
    }
    let shared = |m: &Mention| (best[m.name] - ENOUGH).clamp(0.0, MOST_SHARED) * SHARED;
    let mut points: Vec<f64> = mentions.list.iter().zip(&own).map(|(m, points)| points + shared(m)).collect();
    for i in 1..points.len() {
        if judge.listed(&mentions.list[i - 1], &mentions.list[i]) {
            let (one, two) = (points[i - 1], points[i]);
            points[i] += if one >= ENOUGH { LISTED } else { 0.0 };
            points[i - 1] += if two >= ENOUGH { LISTED } else { 0.0 };
        }
    }
    points.into_iter().map(|p| p >= ENOUGH).collect()
}

impl Judge<'_, '_> {
    fn points(&self, mentions: &Mentions, m: &Mention) -> f64 {
        if m.holds {
            return w::SETTLED;
        }
        let tagged = match self.evidence.named(m.span) {
            Some(n) if n.kind == NamedKind::Place => return w::SETTLED,
            Some(n) if n.kind == NamedKind::Person => return -w::SETTLED,
            Some(_) => w::TAGGED_BODY,
            None => 0.0,
        };
        if self.people.hold(m.first, m.end) {
            return -w::SETTLED;
        }
        let within = if m.within.is_some() { w::WITHIN } else { 0.0 };
        tagged
            + within
            + self.name_points(mentions, m)
            + self.before(m)
            + self.after(m, is_strong(mentions, m))
    }

    /// What the name itself says.
    fn name_points(&self, mentions: &Mentions, m: &Mention) -> f64 {
        let candidates = &mentions.names[m.name].candidates;
        let one_word = m.end == m.first + 1;
        let word = self.words[m.first].text;
        let lower = word.to_lowercase();
        let largest = candidates.iter().map(|c| c.doublings).fold(0.0, f64::max);
        let has = |sort| candidates.iter().any(|c| c.sort == sort && c.usual);
        let mut points = match () {
            () if has(Sort::Country) => w::COUNTRY,
            () if candidates.iter().any(Candidate::is_known_region) => w::KNOWN_REGION,
            () if has(Sort::Feature) => w::FEATURE,
            () if has(Sort::County) && !one_word => w::COUNTY,
            () => w::TOWN.iter().find(|(people, _)| largest > *people).map_or(0.0, |(_, points)| *points),
        };
        if !one_word {
            points += w::SEVERAL_WORDS;
        } else {
            let is_country = has(Sort::Country);
            if word.chars().count() <= 3 && !is_country && !word.contains('.') {
                points += w::SHORT;
            }
            if is_everyday(&lower) && !is_country {
                points += w::EVERYDAY;
            }
            if is_given_name(&lower) {
                points += w::GIVEN_NAME;
            }
            // An acronym, unless it stands in a dateline or a headline in capitals.
            if is_all_capitals(word) && !is_country && !self.is_dateline(m) && !self.amid_capitals(m) {
                points += w::ACRONYM;
            }
            if self.people.have_surname(word) {
                points += w::SURNAME;
            }
        }
        if !one_word && is_everyday(&self.key_word(m)) {
            points += w::EVERYDAY_PHRASE;
        }
        if lower == "st" && self.words.get(m.end - 1).is_some_and(|w| is_given_name(&w.lower())) {
            points += w::SAINT;
        }
        if !candidates.iter().any(|c| c.usual) {
            points += w::NOWHERE_USUAL;
        }
        points
    }

    /// Several words as the list of everyday words has them: `white_house`.
    fn key_word(&self, m: &Mention) -> String {
        m.span.of(self.text).to_lowercase().replace(' ', "_")
    }

    /// What the words before say.
    fn before(&self, m: &Mention) -> f64 {
        if let Some(points) = self.before_hyphen(m) {
            return points;
        }
        let Some(before) = self.neighbour_before(m.first) else {
            // The first word of the text or after a mark: a dateline, a headline, an item of a list.
            return if self.is_dateline(m) { w::DATELINE } else { 0.0 };
        };
        let lower = before.lower();
        if !before.is_capitalised() || self.starts_sentence(m.first - 1) {
            let further = m.first.checked_sub(2).map(|i| self.words[i].lower()).unwrap_or_default();
            return match () {
                () if is_locative(&lower) => w::LOCATIVE,
                () if lower == "of" && is_kind_of_place(&further) => w::KIND_OF_PLACE,
                () if is_directional(&lower) => w::DIRECTIONAL,
                () if is_title(&lower) && before.is_capitalised() => w::TITLE_AT_START,
                () if matches!(lower.as_str(), "said" | "says" | "told" | "added" | "asked") => w::SPEAKS,
                () if is_given_name(&lower) && before.is_capitalised() => w::GIVEN_AT_START,
                () if before.text.chars().all(|c| c.is_ascii_digit()) => w::FIGURE,
                () => 0.0,
            };
        }
        match () {
            () if is_part_of_place(&lower) => w::PART_OF_PLACE,
            () if is_title(&lower) => w::TITLE,
            () if is_given_name(&lower) => w::GIVEN_BEFORE,
            () => w::CAPITAL_BEFORE,
        }
    }

    /// What a hyphen before says: "D-Tulsa" names a party's seat, "Hale-Jordan" a person.
    fn before_hyphen(&self, m: &Mention) -> Option<f64> {
        let hyphen = self.words.get(m.first.checked_sub(1)?)?;
        let before = self.words.get(m.first.checked_sub(2)?)?;
        if hyphen.text != "-" || before.span.end != hyphen.span.start || hyphen.span.end != m.span.start {
            return None;
        }
        let party = matches!(before.text, "D" | "R" | "I");
        Some(if party {
            w::PARTY
        } else if before.is_capitalised() {
            0.0
        } else {
            w::HYPHEN_BEFORE
        })
    }

    /// What the words after say.
    fn after(&self, m: &Mention, strong: bool) -> f64 {
        if self.words.get(m.end).is_some_and(|w| w.text == "-" && w.span.start == m.span.end) {
            let next = self.words.get(m.end + 1).map(|w| w.text).unwrap_or_default();
            return if matches!(next, "based" | "area" | "born" | "bound" | "wide") {
                w::HYPHEN_OF_PLACE
            } else {
                w::HYPHEN_AFTER
            };
        }
        let run = self.run_after(m.end);
        let Some(first) = run.first() else { return if strong { 0.0 } else { self.after_lower(m) } };
        if is_public(first) && !run.iter().any(|word| matches!(word.as_str(), "university" | "college")) {
            return w::PUBLIC;
        }
        if run.iter().any(|word| ends_other_name(word)) || !strong && is_plural(first) {
            return w::OTHER_NAME;
        }
        if run.iter().any(|word| is_public(word)) {
            return w::PUBLIC_LATER;
        }
        if strong { w::CAPITAL_AFTER_STRONG } else { w::CAPITAL_AFTER }
    }

    fn after_lower(&self, m: &Mention) -> f64 {
        let Some(next) = self.words.get(m.end) else { return 0.0 };
        match next.lower().as_str() {
            "said" | "says" | "told" | "added" | "who" => w::SPEAKS,
            "has" | "had" | "did" | "does" => w::ACTS,
            "police" | "residents" | "resident" | "area" | "man" | "woman" | "city" | "school"
            | "officials" | "council" | "authorities" | "county" | "native" | "mayor" | "firefighters"
            | "couple" | "family" | "teen" | "home" => w::OF_TOWN,
            _ => 0.0,
        }
    }

    /// Whether only a comma, an "and" or an "or" stands between two mentions.
    fn listed(&self, one: &Mention, two: &Mention) -> bool {
        let between = self.words.get(one.end..two.first).unwrap_or_default();
        !between.is_empty()
            && between.len() <= 2
            && between.iter().all(|w| matches!(w.text, "," | "and" | "or" | "&" | "/"))
    }

    /// The word right before, without a mark between.
    fn neighbour_before(&self, first: usize) -> Option<&Word<'_>> {
        let before = self.words.get(first.checked_sub(1)?)?;
        let gap = &self.text[before.span.end..self.words[first].span.start];
        let stop = before.text == "." && first >= 2 && is_title(&self.words[first - 2].lower());
        if stop {
            return self.words.get(first - 2);
        }
        (!before.is_mark() && !gap.contains('\n')).then_some(before)
    }

    fn starts_sentence(&self, i: usize) -> bool {
        i.checked_sub(1).is_none_or(|b| {
            let before = &self.words[b];
            before.is_mark() && !matches!(before.text, "," | "-" | "'" | "’" | "&" | "/")
                || self.text[before.span.end..self.words[i].span.start].contains('\n')
        })
    }

    /// Whether the mention stands where a dateline does: in capitals at the start of a line, or before a dash.
    fn is_dateline(&self, m: &Mention) -> bool {
        let dash = |i: usize| self.words.get(i).is_some_and(|w| matches!(w.text, "-" | "–" | "—" | "("));
        let capitals = m.span.of(self.text).chars().all(|c| !c.is_lowercase());
        let next = self.words.get(m.end);
        (capitals && next.is_some_and(|w| w.text == ",")) || dash(m.end)
    }

    /// Whether one of the words beside it is in capitals too.
    fn amid_capitals(&self, m: &Mention) -> bool {
        let beside = [m.first.checked_sub(1), Some(m.end)];
        beside.into_iter().flatten().filter_map(|i| self.words.get(i)).any(|w| is_all_capitals(w.text))
    }

    /// The lower-case words with a capital that go on right behind word `end`; ten at most.
    fn run_after(&self, end: usize) -> Vec<String> {
        let mut out = Vec::new();
        for at in end..self.words.len().min(end + 10) {
            let word = &self.words[at];
            let gap = &self.text[self.words[at - 1].span.end..word.span.start];
            let links =
                !out.is_empty() && matches!(word.text, "of" | "and" | "for" | "the" | "&" | "'" | "’" | "s");
            if gap.contains('\n') || !(links || word.is_capitalised() && !gap.is_empty()) {
                break;
            }
            if word.is_capitalised() {
                out.push(word.lower());
            }
        }
        out
    }
}

/// Whether the name is a country's, a region's or of several words: then a capital behind it says little against it.
fn is_strong(mentions: &Mentions, m: &Mention) -> bool {
    let candidates = &mentions.names[m.name].candidates;
    m.end > m.first + 1 || candidates.iter().any(|c| c.sort == Sort::Country || c.is_known_region())
}

/// Whether a word ends as a plural does: a plural with a capital behind a place's name is a team or a party of it.
fn is_plural(word: &str) -> bool {
    word.len() > 4
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !word.ends_with("us")
        && !word.ends_with("is")
}

fn is_all_capitals(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_uppercase)
}
