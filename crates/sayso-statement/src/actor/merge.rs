//! Actors across articles: descriptions that mean one actor become one, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use sayso_model::{Actor, ActorId, ActorKind, Article, Reason, Statement};

use super::{
    Description, Party,
    describe::describe_sources,
    nouns::{Noun, is},
};

/// Resolves the source of every statement to an actor, across all articles.
///
/// Sets `actor` of the statements and returns the actors, sorted by id. Statements of articles that are not given, and
/// those without source, keep no actor; in the outlet's own voice the actor is the publisher. The result does not depend
/// on the order of articles or statements.
pub fn resolve_actors(articles: &[Article], statements: &mut [Statement]) -> Vec<Actor> {
    let described = describe_all(articles, statements);
    let parties: BTreeSet<&Party> =
        described.iter().flat_map(|(_, d)| std::iter::once(&d.party).chain(d.affiliation.as_ref())).collect();
    let merged = merge_parties(&parties);
    let canonical = |party: &Party| merged.get(party).map_or_else(|| (party.clone(), None), Clone::clone);
    let mut actors: BTreeMap<ActorId, Actor> = BTreeMap::new();
    for (at, description) in &described {
        let (party, why) = canonical(&description.party);
        let affiliation = description.affiliation.as_ref().map(|a| canonical(a).0);
        let actor = entry(&mut actors, &party);
        add(actor, description, why, affiliation.filter(|a| *a != party).map(|a| id_of(&a)));
        statements[*at].actor = Some(id_of(&party));
    }
    for description in described.iter().filter_map(|(_, d)| d.affiliation.as_ref()) {
        entry(&mut actors, &canonical(description).0);
    }
    actors.into_values().collect()
}

fn entry<'a>(actors: &'a mut BTreeMap<ActorId, Actor>, party: &Party) -> &'a mut Actor {
    actors.entry(id_of(party)).or_insert_with(|| Actor {
        id: id_of(party),
        name: party.name.clone(),
        kind: party.kind,
        aliases: Vec::new(),
        affiliation: party.state.map(|state| id_of(&Party::government(state))),
        reasons: Vec::new(),
    })
}

/// The descriptions of all sources with the statement's place, article by article in text order.
fn describe_all(articles: &[Article], statements: &mut [Statement]) -> Vec<(usize, Description)> {
    let mut of_article: BTreeMap<&sayso_model::ArticleId, Vec<usize>> = BTreeMap::new();
    for (i, statement) in statements.iter().enumerate() {
        of_article.entry(&statement.article).or_default().push(i);
    }
    let mut out = Vec::new();
    for article in articles {
        let Some(places) = of_article.get(&article.id) else { continue };
        let mut places = places.clone();
        places.sort_by_key(|&i| {
            (
                statements[i].source.map_or(statements[i].content_hull().start, |s| s.start),
                statements[i].id.clone(),
            )
        });
        let ordered: Vec<&Statement> = places.iter().map(|&i| &statements[i]).collect();
        let described = describe_sources(article, &ordered);
        for (place, description) in places.into_iter().zip(described) {
            let own = || own_voice(article, &statements[place]);
            out.extend(description.or_else(own).map(|d| (place, d)));
        }
    }
    statements.iter_mut().for_each(|s| s.actor = None);
    out
}

/// The publisher, for a statement in the outlet's own voice.
fn own_voice(article: &Article, statement: &Statement) -> Option<Description> {
    if statement.voice != sayso_model::Voice::Publisher {
        return None;
    }
    let name = article.publisher.clone()?;
    Some(Description {
        party: Party::new(ActorKind::Publisher, name.clone()),
        affiliation: None,
        words: name,
        place: sayso_model::Evidence { article: article.id.clone(), span: statement.content_hull() },
        reason: Some("the outlet's own voice".to_owned()),
    })
}

fn add(actor: &mut Actor, description: &Description, why: Option<String>, affiliation: Option<ActorId>) {
    let words = description.words.trim().to_owned();
    if words != actor.name
        && let Err(at) = actor.aliases.binary_search(&words)
    {
        actor.aliases.insert(at, words.clone());
    }
    for text in description.reason.iter().chain(&why) {
        let reason = Reason::with(format!("{words:?}: {text}"), vec![description.place.clone()]);
        // One example of each kind of reason is enough; the aliases are complete.
        if !actor.reasons.iter().any(|r| r.text == reason.text) {
            actor.reasons.push(reason);
        }
    }
    if actor.affiliation.is_none() {
        actor.affiliation = affiliation;
    }
}

fn id_of(party: &Party) -> ActorId {
    ActorId::derive(party.kind.as_str(), &party.name)
}

/// For each party that is another under a different name: that other, and why.
fn merge_parties(parties: &BTreeSet<&Party>) -> BTreeMap<Party, (Party, Option<String>)> {
    let mut out = BTreeMap::new();
    for kind in [
        ActorKind::Person,
        ActorKind::Organization,
        ActorKind::Government,
        ActorKind::Publisher,
        ActorKind::Anonymous,
    ] {
        let mut same: Vec<&Party> =
            parties.iter().copied().filter(|p| p.kind == kind && !out.contains_key(*p)).collect();
        // Longest first: a fuller name stands for its shorter forms; then by the alphabet.
        same.sort_by_key(|p| (std::cmp::Reverse(p.name.split(' ').count()), p.name.clone()));
        let mut kept: Vec<(&Party, String)> = Vec::new();
        for party in same {
            let folded = plain(&party.name);
            // A surname that two people share merges with neither.
            let mut fits = kept.iter().filter_map(|(k, full)| {
                why_same(kind, (&k.name, full), (&party.name, &folded)).map(|why| (*k, why))
            });
            match (fits.next(), fits.next()) {
                (Some((found, why)), None) => {
                    out.insert(party.clone(), (found.clone(), Some(why)));
                }
                _ => kept.push((party, folded)),
            }
        }
    }
    let lone = lone_surnames(parties, &out);
    out.extend(lone);
    out
}

/// A name of one word that looks like a body's, but is the surname of the one person so named: "Holt said".
fn lone_surnames(
    parties: &BTreeSet<&Party>,
    merged: &BTreeMap<Party, (Party, Option<String>)>,
) -> BTreeMap<Party, (Party, Option<String>)> {
    let mut people: BTreeMap<String, BTreeSet<&Party>> = BTreeMap::new();
    for person in parties.iter().filter(|p| p.kind == ActorKind::Person && p.name.contains(' ')) {
        let surname = plain(&person.name).rsplit(' ').next().unwrap_or_default().to_owned();
        people
            .entry(surname)
            .or_default()
            .insert(merged.get(*person).map_or(*person, |(canonical, _)| canonical));
    }
    let mut out = BTreeMap::new();
    for party in parties.iter().filter(|p| p.kind == ActorKind::Organization && !p.name.contains(' ')) {
        let fits = people.get(&plain(&party.name)).into_iter().flatten();
        if let [person] = fits.collect::<Vec<_>>()[..] {
            let why = format!("{:?} is the surname of {:?}", party.name, person.name);
            out.insert((*party).clone(), ((*person).clone(), Some(why)));
        }
    }
    out
}

/// Why two names of one kind, each with its [`plain`] form, are one actor; `None` where nothing says so.
fn why_same(kind: ActorKind, (full, a): (&str, &str), (other, b): (&str, &str)) -> Option<String> {
    if a == b {
        return Some(format!("{other:?} is {full:?} but for case, accents and articles"));
    }
    if !matches!(kind, ActorKind::Person | ActorKind::Organization) {
        return None;
    }
    let (a, b): (Vec<&str>, Vec<&str>) = (a.split(' ').collect(), b.split(' ').collect());
    match kind {
        ActorKind::Person => same_person(&a, &b).map(|why| format!("{other:?} {why} {full:?}")),
        ActorKind::Organization => same_body(&a, &b).map(|why| format!("{other:?} {why} {full:?}")),
        _ => None,
    }
}

/// Lower case, without accents, marks and articles.
fn plain(name: &str) -> String {
    let folded: String = name.to_lowercase().chars().map(unaccented).collect();
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty() && !matches!(*w, "the" | "a" | "an" | "s"))
        .collect::<Vec<_>>()
        .join(" ")
}

/// The letter without its accent, for the accents of European names.
fn unaccented(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'ð' | 'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ğ' => 'g',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ł' => 'l',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ř' => 'r',
        'ś' | 'š' | 'ş' => 's',
        'ť' | 'ţ' => 't',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

fn same_person(full: &[&str], other: &[&str]) -> Option<&'static str> {
    let (first, last) = (full.first()?, full.last()?);
    match other {
        [surname] => (full.len() > 1 && surname == last).then_some("is the surname of"),
        [.., surname] if full.len() != other.len() => {
            let given = other.first()?;
            (given == first && surname == last).then_some("leaves out a middle name of")
        }
        _ => {
            let alike = full.iter().zip(other).all(|(a, b)| a == b || spelled_alike(a, b));
            let equal = full.iter().zip(other).any(|(a, b)| a == b) || full.len() > 2;
            (alike && equal).then_some("is another spelling of")
        }
    }
}

/// Letters that transliterations take for one another.
const INTERCHANGED: &[(char, char)] =
    &[('c', 'k'), ('i', 'y'), ('s', 'z'), ('v', 'w'), ('i', 'j'), ('e', 'i')];

/// Whether two words differ as transliterations do: at most one letter in six with the same first letter ("Zelinsky",
/// "Zelinskiy"), or one letter for another that often stands for it ("Niko", "Nico").
fn spelled_alike(a: &str, b: &str) -> bool {
    let longest = a.chars().count().max(b.chars().count());
    let few = a.chars().next() == b.chars().next() && edits(a, b) <= longest / 6;
    let mut differing = a.chars().zip(b.chars()).filter(|(x, y)| x != y);
    let pair = |(x, y): (char, char)| INTERCHANGED.contains(&(x, y)) || INTERCHANGED.contains(&(y, x));
    let one = a.chars().count() == b.chars().count()
        && differing.next().is_some_and(pair)
        && differing.next().is_none();
    few || one && longest >= 4
}

/// Levenshtein distance in characters.
fn edits(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let next = (diagonal + usize::from(ca != *cb)).min(row[j] + 1).min(row[j + 1] + 1);
            diagonal = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

/// An acronym of a body, or the same words in another order ("Ministry of Defence", "Defence Ministry").
fn same_body(full: &[&str], other: &[&str]) -> Option<&'static str> {
    let content = |words: &[&str]| -> BTreeSet<String> {
        words
            .iter()
            .filter(|w| !matches!(**w, "of" | "for" | "and"))
            .map(|w| w.replace("defense", "defence").replace("center", "centre"))
            .collect()
    };
    if let [acronym] = other {
        let initials: String = full.iter().filter_map(|w| w.chars().next()).collect();
        let short: String = full
            .iter()
            .filter(|w| !matches!(**w, "of" | "for" | "and"))
            .filter_map(|w| w.chars().next())
            .collect();
        if acronym.len() >= 2 && (initials == *acronym || short == *acronym) {
            return Some("is the acronym of");
        }
    }
    let (full, other) = (content(full), content(other));
    if full == other {
        return Some("has the same words as");
    }
    // "the coastguard", where one body of the case has the word in its name; the caller sees to it that it is one.
    let named = other.iter().any(|w| is(w, Noun::Organization));
    (named && other.is_subset(&full)).then_some("is a shorter name for")
}

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, statement};

    fn same(kind: ActorKind, a: &str, b: &str) -> bool {
        why_same(kind, (a, &plain(a)), (b, &plain(b))).is_some()
    }

    #[test]
    fn spellings_middle_names_and_surnames_are_one_person() {
        assert!(same(ActorKind::Person, "Björn Lundqvist", "Bjorn Lundqvist"));
        assert!(same(ActorKind::Person, "Volodar Zelinsky", "Volodar Zelinskiy"));
        assert!(same(ActorKind::Person, "Anna Maria Holt", "Anna Holt"));
        assert!(same(ActorKind::Person, "Anna Holt", "Holt"));
        assert!(!same(ActorKind::Person, "Anna Holt", "Otto Holt"));
        assert!(!same(ActorKind::Person, "Anna Holt", "Anna Kern"));
        assert!(!same(ActorKind::Person, "Maria Lund", "Maria Lind"));
        assert!(!same(ActorKind::Person, "John Kern", "John Kerr"));
        assert!(same(ActorKind::Person, "Niko Larsen", "Nico Larsen"));
    }

    #[test]
    fn acronyms_and_word_order_are_one_body() {
        assert!(same(ActorKind::Organization, "Tide Research Institute", "TRI"));
        assert!(same(ActorKind::Organization, "Ministry of Defence", "Defense Ministry"));
        assert!(same(ActorKind::Organization, "Aldorian Coastguard Service", "coastguard"));
        assert!(!same(ActorKind::Organization, "Tide Institute", "Wave Institute"));
    }

    #[test]
    fn a_surname_of_two_people_merges_with_neither() {
        let a = article("a", "Anna Holt said it fell.");
        let b = article("b", "Otto Holt said it stood.");
        let c = article("c", "Ms Holt said nothing.");
        let mut s = vec![
            statement(&a, "Anna Holt", "said", "it fell"),
            statement(&b, "Otto Holt", "said", "it stood"),
            statement(&c, "Ms Holt", "said", "nothing"),
        ];
        let actors = resolve_actors(&[a, b, c], &mut s);
        assert_eq!(actors.len(), 3, "{actors:?}");
    }

    #[test]
    fn the_order_of_articles_changes_nothing() {
        let a = article("a", "Anna Holt said it fell.");
        let b = article("b", "Holt said it stood.");
        let mut one =
            vec![statement(&a, "Anna Holt", "said", "it fell"), statement(&b, "Holt", "said", "it stood")];
        let mut two = vec![one[1].clone(), one[0].clone()];
        let first = resolve_actors(&[a.clone(), b.clone()], &mut one);
        let second = resolve_actors(&[b, a], &mut two);
        assert_eq!(first, second);
        assert_eq!(first.len(), 1);
        assert_eq!(first[0].aliases, ["Holt"]);
    }
}
