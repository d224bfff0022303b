//! Actors across articles: descriptions that mean one actor become one, with the reason.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;
use sayso_model::{Actor, ActorId, ActorKind, Article, Reason, Statement};

use super::{
    Description, Party,
    acronym::explained_acronyms,
    describe::describe_sources,
    family::family_name,
    known::{Known, names_of},
    names::Name,
    nouns::{Noun, is},
    same::{plain, why_same},
    similar::Similar,
};
use crate::{find::first_phrase, phrases::HEARSAY};

/// Letters of an acronym by which two bodies are one at least: shorter ones stand for too many.
const SHORTEST_ACRONYM: usize = 3;

/// Resolves the source of every statement to an actor, across all articles.
///
/// Sets `actor` of the statements and returns the actors, sorted by id. Statements of articles that are not given, and
/// those without source, keep no actor; in the outlet's own voice the actor is the publisher. The result does not depend
/// on the order of articles or statements.
pub fn resolve_actors(articles: &[Article], statements: &mut [Statement]) -> Vec<Actor> {
    let names: Vec<Vec<Name>> = articles.par_iter().map(names_of).collect();
    let known = Known::of(articles.iter().zip(names.iter().map(Vec::as_slice)));
    let described = describe_all(articles, statements, &known, &names);
    let parties: BTreeSet<&Party> =
        described.iter().flat_map(|(_, d)| std::iter::once(&d.party).chain(d.affiliation.as_ref())).collect();
    let mut merged = merge_parties(&parties, &known);
    let short = short_names(&parties, &merged, &known);
    merged.extend(short);
    let shared = shared_acronyms(articles, &parties, &merged);
    merged.extend(shared);
    let canonical = |party: &Party| {
        let (first, why) = merged.get(party).map_or_else(|| (party.clone(), None), Clone::clone);
        // What a name merges into may be one of two names for one acronym.
        merged
            .get(&first)
            .map_or((first, why.clone()), |(second, shared)| (second.clone(), why.or_else(|| shared.clone())))
    };
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
fn describe_all(
    articles: &[Article],
    statements: &mut [Statement],
    known: &Known,
    names: &[Vec<Name>],
) -> Vec<(usize, Description)> {
    let mut of_article: BTreeMap<&sayso_model::ArticleId, Vec<usize>> = BTreeMap::new();
    for (i, statement) in statements.iter().enumerate() {
        of_article.entry(&statement.article).or_default().push(i);
    }
    let described = articles.par_iter().zip(names).filter_map(|(article, names)| {
        let mut places = of_article.get(&article.id)?.clone();
        places.sort_by_key(|&i| {
            (statements[i].source.map_or(statements[i].content_hull().start, |s| s.start), &statements[i].id)
        });
        let ordered: Vec<&Statement> = places.iter().map(|&i| &statements[i]).collect();
        let described = describe_sources(article, &ordered, known, names);
        let own = |said: &Statement| own_voice(article, said).or_else(|| hearsay(article, said));
        let all = places.into_iter().zip(described);
        Some(
            all.filter_map(|(place, description)| {
                description.or_else(|| own(&statements[place])).map(|d| (place, d))
            })
            .collect::<Vec<_>>(),
        )
    });
    let out = described.flatten_iter().collect();
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
        place: sayso_model::Evidence::in_text(&article.id, statement.content_hull()),
        reason: Some("the outlet's own voice".to_owned()),
    })
}

/// Nobody in particular, for "reportedly" and the like without a holder.
fn hearsay(article: &Article, statement: &Statement) -> Option<Description> {
    let cue = statement.cue.filter(|_| statement.source.is_none())?;
    first_phrase(&article.text, cue, HEARSAY)?;
    Some(Description {
        party: Party::new(ActorKind::Anonymous, "unspecified"),
        affiliation: None,
        words: cue.of(&article.text).to_owned(),
        place: sayso_model::Evidence::in_text(&article.id, cue),
        reason: Some("the text names nobody who says it".to_owned()),
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
fn merge_parties(parties: &BTreeSet<&Party>, known: &Known) -> BTreeMap<Party, (Party, Option<String>)> {
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
        // A name with its accents comes before one without.
        same.sort_by_key(|p| {
            (std::cmp::Reverse(p.name.split(' ').count()), p.name.is_ascii(), p.name.clone())
        });
        let mut kept: Vec<(&Party, String)> = Vec::new();
        let mut similar = Similar::default();
        for party in same {
            let folded = plain(&party.name);
            // A surname that two people share merges with neither.
            let near = similar.to(kind, &folded);
            let mut fits = near.into_iter().filter_map(|at| {
                let (k, full) = &kept[at];
                if known.is_of_another_state(&k.name, &party.name) {
                    return None;
                }
                why_same(kind, (&k.name, full), (&party.name, &folded)).map(|why| (*k, why))
            });
            match (fits.next(), fits.next()) {
                (Some((found, why)), None) => {
                    out.insert(party.clone(), (found.clone(), Some(why)));
                }
                _ => {
                    similar.push(kind, &party.name, &folded);
                    kept.push((party, folded));
                }
            }
        }
    }
    let lone = lone_surnames(parties, &out);
    out.extend(lone);
    out
}

/// Bodies for which different articles explain one acronym: "Tide Network (TIN)" and "Tide Institute (TIN)". The fuller name stands.
fn shared_acronyms(
    articles: &[Article],
    parties: &BTreeSet<&Party>,
    merged: &BTreeMap<Party, (Party, Option<String>)>,
) -> BTreeMap<Party, (Party, Option<String>)> {
    let explained: Vec<(String, String)> = articles.par_iter().flat_map_iter(explained_acronyms).collect();
    let mut groups: BTreeMap<&str, BTreeSet<&Party>> = BTreeMap::new();
    let bodies = parties.iter().filter(|p| p.kind == ActorKind::Organization && !merged.contains_key(**p));
    let by_name: BTreeMap<&str, &Party> = bodies.map(|p| (p.name.as_str(), *p)).collect();
    for (acronym, full) in explained.iter().filter(|(a, _)| a.len() >= SHORTEST_ACRONYM) {
        groups.entry(acronym).or_default().extend(by_name.get(full.as_str()));
    }
    let mut out = BTreeMap::new();
    for (acronym, same) in groups {
        let fullest = same.iter().max_by_key(|p| (p.name.split(' ').count(), std::cmp::Reverse(&p.name)));
        for other in same.iter().filter(|p| Some(*p) != fullest) {
            let why = format!("the articles explain {acronym} by both names");
            out.extend(fullest.map(|f| ((*other).clone(), ((*f).clone(), Some(why)))));
        }
    }
    out
}

/// A name that is the front of one other body's, whose last word is a firm's or the like: "Voss" of Voss Chemicals. A place lends its name
/// to too many.
fn short_names(
    parties: &BTreeSet<&Party>,
    merged: &BTreeMap<Party, (Party, Option<String>)>,
    known: &Known,
) -> BTreeMap<Party, (Party, Option<String>)> {
    let bodies = || parties.iter().filter(|p| p.kind == ActorKind::Organization && !merged.contains_key(**p));
    let mut fronts: BTreeMap<String, Vec<&Party>> = BTreeMap::new();
    for body in bodies().filter(|p| is_firm(&p.name)) {
        let words: Vec<&str> = body.name.split(' ').collect();
        for end in 1..words.len() {
            fronts.entry(plain(&words[..end].join(" "))).or_default().push(body);
        }
    }
    let mut out = BTreeMap::new();
    for party in bodies().filter(|p| !known.is_place(&p.name) && !is_firm(&p.name)) {
        if let Some([full]) = fronts.get(&plain(&party.name)).map(Vec::as_slice) {
            let why = format!("{:?} is the front of {:?}", party.name, full.name);
            out.insert((*party).clone(), ((*full).clone(), Some(why)));
        }
    }
    out
}

/// Whether the last of several words is a firm's or the like.
fn is_firm(name: &str) -> bool {
    name.rsplit_once(' ')
        .is_some_and(|(_, last)| last.starts_with(char::is_uppercase) && is(&last.to_lowercase(), Noun::Firm))
}

/// A name of one word that looks like a body's, but is the surname of the one person so named: "Holt said".
fn lone_surnames(
    parties: &BTreeSet<&Party>,
    merged: &BTreeMap<Party, (Party, Option<String>)>,
) -> BTreeMap<Party, (Party, Option<String>)> {
    let mut people: BTreeMap<String, BTreeSet<&Party>> = BTreeMap::new();
    for person in parties.iter().filter(|p| p.kind == ActorKind::Person && p.name.contains(' ')) {
        let surname = plain(family_name(&person.name));
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

#[cfg(test)]
mod tests {
    use super::*;
    use sayso_testkit::{article, statement};

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
