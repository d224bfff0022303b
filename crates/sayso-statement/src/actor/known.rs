//! What do the articles of a case tell together? Which outlets publish in it, which names are bodies', and who alone holds an office:
//! what one article leaves open, another says.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use sayso_model::{ActorKind, Article, Span};

use super::{
    apposition::{affiliation, called, role_after, role_before, role_phrases},
    family::family_name,
    human::is_human,
    kind::{Shown, is_given, shown},
    names::{Name, names},
    nouns::{Noun, is},
    people::is_placed,
    same::{initials, plain},
    states::States,
};
use crate::{
    country::{NameKind, lookup},
    text::{Word, sentences, words},
};

/// Roles that many hold without being named: they lead to nobody from another article.
const COMMON_ROLES: &[&str] = &[
    "senior official",
    "government official",
    "police officer",
    "deputy head",
    "security adviser",
    "former official",
];

/// What the articles of a case say together.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// Usual names of the outlets that publish in the case, by their plain form.
    outlets: HashMap<String, String>,
    /// Names of several words that are bodies'.
    bodies: HashSet<String>,
    /// Full names of the people of whom a role of several words is said ("interior minister"), each with the beginnings of the names
    /// beside it: whose minister.
    roles: BTreeMap<String, BTreeMap<String, BTreeSet<String>>>,
    /// Names of the bodies of which a noun is said beside the name: "regulator".
    called: BTreeMap<String, BTreeSet<String>>,
    /// Full names of firms, by the front of each.
    firms: BTreeMap<String, BTreeSet<String>>,
    /// Names of bodies, by the stem of each of their longer words.
    holding: BTreeMap<String, BTreeSet<String>>,
    /// People by their role and the plain name of the body in which they have it.
    officers: BTreeMap<(String, String), BTreeSet<String>>,
    /// Ministries that an article names with the adjective of a state and without: they are two.
    two_states: BTreeSet<(String, String)>,
    /// Names that stand where places do.
    places: HashSet<String>,
    /// Words that surely are names.
    certain: HashSet<String>,
    /// Full names of people.
    people: HashSet<String>,
    /// States of which the articles use the name and the adjective.
    states: States,
}

/// The names of an article, sentence by sentence.
pub(super) fn names_of(article: &Article) -> Vec<Name> {
    let text = &article.text;
    sentences(text).into_iter().flat_map(|s| names(text, s)).collect()
}

impl Known {
    /// Reads what the articles say of the names in them.
    pub fn of<'a>(articles: impl IntoIterator<Item = (&'a Article, &'a [Name])> + Clone) -> Self {
        let mut out = Self::default();
        let mut kinds: HashMap<&str, Shown> = HashMap::new();
        for (article, found) in articles.clone() {
            if let Some(name) = &article.publisher {
                out.outlets.entry(plain(name)).or_insert_with(|| name.clone());
            }
            add_kinds(&article.text, found, &mut kinds);
            out.add_certain(&article.text, found);
        }
        let bodies = kinds.iter().filter(|(_, s)| s.body && !s.person);
        out.bodies = bodies.map(|(name, _)| (*name).to_owned()).collect();
        let people = kinds.iter().filter(|(_, s)| !s.body || s.person);
        out.people = people.map(|(name, _)| (*name).to_owned()).collect();
        for (article, found) in articles.clone() {
            out.add_roles(&article.text, found);
            out.add_two_states(&article.text, found);
        }
        let texts = articles.into_iter().map(|(article, _)| article.text.as_str());
        out.states = States::of(texts);
        out
    }

    /// Names and their words where their capitals do not come from a sentence that they open, and where they stand as places do.
    fn add_certain(&mut self, text: &str, found: &[Name]) {
        for name in found.iter().filter(|n| !begins_sentence(text, n.span.start)) {
            self.certain.extend(name.span.of(text).split(' ').map(str::to_owned));
        }
        self.places.extend(found.iter().filter(|n| is_placed(text, n)).map(|n| plain(n.span.of(text))));
    }

    /// Whether a word surely is a name, or a part of one, wherever it stands.
    pub fn is_certain(&self, word: &str) -> bool {
        self.certain.contains(word)
    }

    /// A name by all that the case says of it: of its kind, and without the word before it that is no part of it ("rival Otto Brandt" at
    /// the start of a sentence).
    pub fn revised(&self, text: &str, name: Name) -> Name {
        let words = name.span.of(text);
        let kind = self.kind(text, &name);
        let rest = words
            .split_once(' ')
            .filter(|(first, _)| is_several(text, &name) && !is_given(&first.to_lowercase()));
        match rest.filter(|(_, rest)| rest.contains(' ') && self.people.contains(*rest)) {
            Some((first, _)) => {
                let span = Span::new(name.span.start + first.len() + 1, name.span.end);
                Name { span, kind: ActorKind::Person, ..name }
            }
            None => Name { kind, ..name },
        }
    }

    /// Whether the name stands where places do somewhere.
    pub fn is_place(&self, name: &str) -> bool {
        self.places.contains(&plain(name))
    }

    /// Whether `full` is a ministry of a state that the case speaks less of than of another, and `short` leaves its state out: "the harbour
    /// ministry" is that of the state that the case is about.
    pub fn is_of_another_state(&self, full: &str, short: &str) -> bool {
        let Some((first, rest)) = full.split_once(' ') else { return false };
        let (full, rest, short) = (plain(full), plain(rest), plain(short));
        let bare = rest == short && rest.split(' ').any(|w| is(w, Noun::State));
        bare && self.states.is_adjective(first)
            && (self.states.is_minor(first) || self.two_states.contains(&(full, short)))
    }

    /// "the Aldorian Harbour Ministry said …, the Harbour Ministry said": whoever means one body goes on with "the ministry".
    fn add_two_states(&mut self, text: &str, found: &[Name]) {
        let bodies: BTreeSet<String> = found
            .iter()
            .filter(|n| n.kind == ActorKind::Organization)
            .map(|n| plain(n.span.of(text)))
            .collect();
        for full in &bodies {
            if let Some((_, rest)) =
                full.split_once(' ').filter(|(_, rest)| rest.contains(' ') && bodies.contains(*rest))
            {
                self.two_states.insert((full.clone(), rest.to_owned()));
            }
        }
    }

    /// The one full name of a firm that begins with this name: "Voss Chemicals" for "Voss".
    pub fn firm(&self, name: &str) -> Option<&str> {
        one(self.firms.get(&plain(name))?.iter())
    }

    /// Whether it is a state: the case uses its adjective, too.
    pub fn is_state(&self, name: &str) -> bool {
        self.states.is_name(name)
    }

    /// Whether it is such an adjective, or where something is made ("Brenn-based"), by itself.
    pub fn is_adjective(&self, name: &str) -> bool {
        let last = name.split('-').next_back().filter(|_| name.contains('-'));
        let made = last.is_some_and(|last| matches!(last, "based" | "run" | "owned" | "backed" | "led"));
        made || self.states.is_adjective(name)
            || lookup(name).is_some_and(|(_, kind)| kind == NameKind::Demonym)
    }

    /// The one body whose name holds a word like this.
    pub fn body_with(&self, word: &str) -> Option<&str> {
        one(self.holding.get(&long_stem(word))?.iter())
    }

    /// The one person of whom the case says this role in this body.
    pub fn officer(&self, role: &str, body: &str) -> Option<&str> {
        let full = plain(body);
        let words: Vec<&str> = full.split(' ').collect();
        let [all, telling] = initials(&words);
        let names =
            [full.clone(), all, telling].into_iter().filter_map(|b| self.officers.get(&(role.to_owned(), b)));
        let found: BTreeSet<&String> = names.flatten().collect();
        one(found.iter().copied())
    }

    fn add_body(&mut self, name: &str) {
        let words: Vec<&str> = name.split(' ').collect();
        if words.len() < 2 {
            return;
        }
        if is(&words[words.len() - 1].to_lowercase(), Noun::Firm) {
            for end in 1..words.len() {
                self.firms.entry(plain(&words[..end].join(" "))).or_default().insert(name.to_owned());
            }
        }
        for word in words.iter().filter(|w| w.chars().count() > STEM) {
            self.holding.entry(long_stem(word)).or_default().insert(name.to_owned());
        }
    }

    fn add_officer(&mut self, text: &str, name: &Name) {
        let mut roles = name.titles.clone();
        roles.extend(role_before(text, name.span));
        roles.extend(role_after(text, name.span));
        let Some(body) = affiliation(text, name, &roles).filter(|p| p.kind == ActorKind::Organization) else {
            return;
        };
        for role in roles.into_iter().filter(|r| is_human(r) || is(r, Noun::Title)) {
            self.officers.entry((role, plain(&body.name))).or_default().insert(name.span.of(text).to_owned());
        }
    }

    fn add_roles(&mut self, text: &str, found: &[Name]) {
        for name in found {
            let words = name.span.of(text);
            match self.kind(text, name) {
                ActorKind::Person if words.contains(' ') => {
                    self.add_officer(text, name);
                    for role in role_phrases(text, name)
                        .into_iter()
                        .filter(|r| r.contains(' ') && !COMMON_ROLES.contains(&r.as_str()))
                    {
                        let owners = self.roles.entry(role).or_default().entry(words.to_owned()).or_default();
                        owners.extend(names_beside(text, name).into_iter().map(owner_key));
                    }
                }
                ActorKind::Organization => {
                    self.add_body(words);
                    for noun in called(text, name.span) {
                        self.called.entry(noun).or_default().insert(words.to_owned());
                    }
                }
                _ => {}
            }
        }
    }

    /// What a name is, by all that the case says of it.
    pub fn kind(&self, text: &str, name: &Name) -> ActorKind {
        let body = is_several(text, name) && self.bodies.contains(name.span.of(text));
        if body { ActorKind::Organization } else { name.kind }
    }

    /// The outlet of this name that publishes in the case.
    pub fn outlet(&self, name: &str) -> Option<&str> {
        self.outlets.get(&plain(name)).map(String::as_str)
    }

    /// The one person of whom the case says this role of several words, who may be `owners'`.
    pub fn holder(&self, role: &str, owners: &[&str]) -> Option<&str> {
        let all = self.roles.get(role)?;
        let name = one(all.keys())?;
        let known: BTreeSet<&String> = all.values().flatten().collect();
        let fits =
            known.is_empty() || owners.is_empty() || owners.iter().any(|o| known.contains(&owner_key(o)));
        fits.then_some(name)
    }

    /// The one body of which the case says this noun.
    pub fn body_called(&self, noun: &str) -> Option<&str> {
        one(self.called.get(noun).filter(|_| is(noun, Noun::Firm) || is(noun, Noun::Organization))?.iter())
    }
}

/// The only name; names that are a part of the longest count as that one: "Voss" and "Voss Line".
fn one<'n>(mut names: impl Iterator<Item = &'n String> + Clone) -> Option<&'n str> {
    let longest = names.clone().max_by_key(|n| n.len())?;
    let part = |n: &String| longest.split(' ').any(|w| w == n) || longest.starts_with(n.as_str());
    names.all(part).then_some(longest.as_str())
}

/// Letters by which a state's name and its adjective agree: "Aldoria", "Aldorian".
const STEM: usize = 5;

/// Letters by which a word in a body's name and one that describes the body agree: "electoral" and "elections" do not.
const LONG_STEM: usize = 7;

fn long_stem(word: &str) -> String {
    word.chars().take(LONG_STEM).flat_map(char::to_lowercase).collect()
}

fn stem(name: impl AsRef<str>) -> String {
    name.as_ref().chars().take(STEM).flat_map(char::to_lowercase).collect()
}

/// A name or adjective by which owners are compared: that of the country, else the beginning that both share.
pub(super) fn owner_key(word: impl AsRef<str>) -> String {
    lookup(word.as_ref()).map_or_else(|| stem(word.as_ref()), |(country, _)| country.name.to_owned())
}

/// Whether a capitalised word right before a title says whose it is: "Aldorian", "Republican", and not "Public".
fn is_adjectival(word: &str) -> bool {
    let ending = ["an", "ish", "ese", "ic"].iter().any(|e| word.ends_with(e));
    lookup(word).is_some() || ending && word != "Public"
}

/// Bytes before a name within which whoever it belongs to is named.
const BESIDE: usize = 60;

/// The names right before a person's title: "Aldoria" in "Aldoria's harbour minister, Otto Brandt".
pub(super) fn names_beside<'t>(text: &'t str, name: &Name) -> Vec<&'t str> {
    let from = text.floor_char_boundary(name.span.start.saturating_sub(BESIDE));
    let all = words(&text[from..name.span.start]);
    let role = |w: &Word<'_>| {
        w.text == ","
            || is(&w.lower(), Noun::Title)
            || !w.is_capitalised() && !w.is_mark() && w.text.len() > 3
    };
    let end = all.iter().rposition(|w| !role(w)).map_or(0, |at| at + 1);
    match &all[..end] {
        [.., owner, mark, s] if matches!(mark.text, "'" | "’") && s.text == "s" && owner.is_capitalised() =>
        {
            vec![owner.text]
        }
        [.., owner] if owner.is_capitalised() && end < all.len() && is_adjectival(owner.text) => {
            vec![owner.text]
        }
        _ => Vec::new(),
    }
}

/// Whether the name looks like a person's only because it has several words.
fn is_several(text: &str, name: &Name) -> bool {
    name.kind == ActorKind::Person && name.titles.is_empty() && name.span.of(text).contains(' ')
}

/// What the words beside the names of several words show of each.
fn add_kinds<'t>(text: &'t str, found: &[Name], all: &mut HashMap<&'t str, Shown>) {
    let titled = found.iter().filter(|n| n.kind == ActorKind::Person && !n.titles.is_empty());
    let surnames: HashSet<&str> = titled.map(|n| family_name(n.span.of(text))).collect();
    let words = text.split(|c: char| !c.is_alphanumeric());
    let lower: HashSet<&str> = words.filter(|w| w.starts_with(char::is_lowercase)).collect();
    for name in found.iter().filter(|n| is_several(text, n)) {
        let words = name.span.of(text);
        let here = shown(text, name);
        let known = all.entry(words).or_default();
        known.person |= here.person || surnames.contains(family_name(words));
        known.body |= here.body || is_common(words, &lower);
    }
}

/// Letters of a name's first word at least by which it is told from a particle: "De Groot".
const SHORTEST_WORD: usize = 4;

/// Whether a name of two words begins with one that the text uses in small letters and that says nothing of people: "Quay Truth".
fn is_common(words: &str, lower: &HashSet<&str>) -> bool {
    let Some((first, last)) = words.split_once(' ') else { return false };
    let first = first.to_lowercase();
    let of_people = is_human(&first) || is(&first, Noun::Title) || is_human(&last.to_lowercase());
    first.len() >= SHORTEST_WORD && !last.contains(' ') && !of_people && lower.contains(first.as_str())
}

/// Whether the word at byte `at` has its capital from the sentence that it opens.
fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text[..at].trim_end_matches([' ', '"', '“', '‘', '\'', '(']);
    before.is_empty() || before.ends_with(['.', '!', '?', ':', '\n', '”', '—', '–', '•'])
}
