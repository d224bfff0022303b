//! From the fields of a form to a decision.

use sayso_model::{
    Act, ActorId, ActorKind, ArticleId, ClaimId, CopyVerdict, Origin, Reliability, Snapshot, Span, Stance,
    StatementId, Status,
};

use crate::{refusal::Refusal, texts};

/// The fields of a form, in order; a name may come several times.
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Reads `application/x-www-form-urlencoded`.
    pub(crate) fn read(body: &[u8]) -> Self {
        Self(form_urlencoded::parse(body).map(|(k, v)| (k.into_owned(), v.into_owned())).collect())
    }

    /// The trimmed value of a field; empty where it is missing.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(k, _)| k == name).map_or("", |(_, v)| v.trim())
    }

    fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(k, _)| k == name).map(|(_, v)| v.trim())
    }

    fn needed(&self, name: &str) -> Result<&str, Refusal> {
        let value = self.get(name);
        let hint = texts::FILL_IN;
        if value.is_empty() { Err(Refusal::bad_value(texts::missing(name), hint)) } else { Ok(value) }
    }

    /// The id in a field, which may be the address of a page.
    fn id(&self, name: &str) -> Result<&str, Refusal> {
        self.needed(name).map(last_part)
    }
}

/// The id at the end of an address, or what was given.
fn last_part(given: &str) -> &str {
    let path = given.split(['?', '#']).next().unwrap_or(given).trim_end_matches('/');
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".json")
}

/// The decision that a form asks for.
pub(crate) fn act(fields: &Fields, now: &Snapshot) -> Result<Act, Refusal> {
    // The small buttons in lists send one field.
    if !fields.get("accept").is_empty() {
        return Ok(Act::Accept { statement: StatementId::from_written(fields.get("accept")) });
    }
    if !fields.get("reject").is_empty() {
        return Ok(Act::Reject { statement: StatementId::from_written(fields.get("reject")) });
    }
    if !fields.get("undo").is_empty() {
        return undo(fields.get("undo"));
    }
    named(fields, now)
}

fn named(fields: &Fields, now: &Snapshot) -> Result<Act, Refusal> {
    let statement = || fields.id("statement").map(StatementId::from_written);
    let claim = |name| fields.id(name).map(ClaimId::from_written);
    let article = |name| fields.id(name).map(ArticleId::from_written);
    Ok(match fields.needed("act")? {
        "accept" => Act::Accept { statement: statement()? },
        "reject" => Act::Reject { statement: statement()? },
        "set-stance" => Act::SetStance {
            statement: statement()?,
            stance: word(fields, "stance", Stance::ALL, Stance::as_str)?,
        },
        "set-source" => {
            let name = fields.needed("name")?.to_owned();
            Act::SetSource {
                statement: statement()?,
                name,
                kind: word(fields, "kind", KINDS, ActorKind::as_str)?,
            }
        }
        "set-source-words" => {
            let statement = statement()?;
            let source = place(fields, "words", &statement, now)?;
            Act::SetSourceWords { statement, source }
        }
        "set-content" => {
            let statement = statement()?;
            let content = place(fields, "content", &statement, now)?;
            Act::SetContent { statement, content }
        }
        "set-reliability" => Act::SetReliability {
            actor: actor(fields, "actor", now)?,
            grade: word(fields, "grade", Reliability::ALL, Reliability::as_str)?,
        },
        "ask-second" => {
            let statement = statement()?;
            let unknown = || Refusal::unknown_id("statement", statement.as_str());
            let first = now.statement(&statement).ok_or_else(unknown)?.stance;
            Act::AskSecond { statement, first }
        }
        "read-second" => Act::ReadSecond { statement: statement()?, stance: reading(fields)? },
        "move" => {
            let to = fields.get("claim");
            let claim = (!to.is_empty()).then(|| ClaimId::from_written(last_part(to)));
            Act::Move { statement: statement()?, claim }
        }
        "merge-claims" => Act::MergeClaims { claim: claim("claim")?, into: claim("into")? },
        "split-claim" => {
            let statements = fields.all("statements").map(StatementId::from_written).collect();
            Act::SplitClaim { claim: claim("claim")?, statements }
        }
        "merge-actors" => {
            Act::MergeActors { actor: actor(fields, "actor", now)?, into: actor(fields, "into", now)? }
        }
        "split-actor" => {
            Act::SplitActor { actor: actor(fields, "actor", now)?, alias: fields.needed("alias")?.to_owned() }
        }
        "set-copy" => {
            let verdict = word(fields, "verdict", CopyVerdict::ALL, CopyVerdict::as_str)?;
            Act::SetCopy { first: article("first")?, second: article("second")?, verdict }
        }
        "set-origin" => {
            Act::SetOrigin { statement: statement()?, origin: origin(fields.needed("origin")?, now) }
        }
        "set-status" => Act::SetStatus {
            claim: claim("claim")?,
            status: word(fields, "status", Status::ALL, Status::as_str)?,
        },
        "note" => {
            let evidence = Some(fields.get("evidence").to_owned()).filter(|e| !e.is_empty());
            Act::Note { subject: fields.needed("subject")?.to_owned(), evidence }
        }
        "undo" => undo(fields.needed("review")?)?,
        other => {
            let hint = texts::ACTS;
            return Err(Refusal::bad_value(texts::no_act(other), hint));
        }
    })
}

/// The stance of a second reading; "none" where the article does not say this.
fn reading(fields: &Fields) -> Result<Option<Stance>, Refusal> {
    match fields.get("stance") {
        "none" => Ok(None),
        _ => word(fields, "stance", Stance::ALL, Stance::as_str).map(Some),
    }
}

fn undo(number: &str) -> Result<Act, Refusal> {
    let hint = texts::WHERE_TO_UNDO;
    let review = number.parse().map_err(|_| Refusal::bad_value(texts::no_decision(number), hint))?;
    Ok(Act::Undo { review })
}

const KINDS: &[ActorKind] = &[
    ActorKind::Person,
    ActorKind::Organization,
    ActorKind::Government,
    ActorKind::Publisher,
    ActorKind::Anonymous,
];

/// One of a few words.
fn word<T: Copy>(
    fields: &Fields,
    name: &str,
    all: &[T],
    as_str: fn(T) -> &'static str,
) -> Result<T, Refusal> {
    let given = fields.needed(name)?;
    let known = || all.iter().map(|w| as_str(*w)).collect::<Vec<_>>().join(", ");
    all.iter()
        .copied()
        .find(|w| as_str(*w) == given)
        .ok_or_else(|| Refusal::bad_value(texts::is_no(given, name), &texts::possible(&known())))
}

/// An actor by id, by the address of its page or by its name.
fn actor(fields: &Fields, name: &str, now: &Snapshot) -> Result<ActorId, Refusal> {
    let given = fields.needed(name)?;
    let decoded: String = form_urlencoded::parse(format!("x={}", last_part(given)).as_bytes())
        .next()
        .map_or_else(String::new, |(_, v)| v.into_owned());
    let found =
        now.actors.iter().find(|a| a.id.as_str() == given || a.id.as_str() == decoded || a.name == given);
    found.map(|a| a.id.clone()).ok_or_else(|| Refusal::unknown_id("actor", given))
}

/// The actor of this name, or else a medium.
fn origin(name: &str, now: &Snapshot) -> Origin {
    let actor = now.actors.iter().find(|a| a.name == name || a.id.as_str() == name);
    actor.map_or_else(|| Origin::credit(name), |a| Origin::actor(&a.id, &a.name))
}

/// Where the words in a field stand in the article of a statement, white space being like any other: of several places the one nearest to
/// where they were selected, else to what the statement has now.
fn place(fields: &Fields, name: &str, id: &StatementId, now: &Snapshot) -> Result<Span, Refusal> {
    let words = fields.needed(name)?;
    let statement = now.statement(id).ok_or_else(|| Refusal::unknown_id("statement", id.as_str()))?;
    let text = now.article(&statement.article).map_or("", |a| a.text.as_str());
    let words: Vec<&str> = words.split_whitespace().collect();
    let has = statement.source.filter(|_| name == "words").unwrap_or(statement.content_hull()).start;
    let at: usize = fields.get("near").parse().unwrap_or(has);
    let first = words.first().copied().unwrap_or_default();
    let places =
        text.match_indices(first).filter_map(|(start, _)| Some(Span::new(start, ends(text, start, &words)?)));
    places.min_by_key(|p| p.start.abs_diff(at)).ok_or_else(|| {
        let hint = texts::COPY_WORDS;
        Refusal::bad_value(texts::NO_SUCH_WORDS, hint)
    })
}

/// Where the words end that begin here, if they do.
fn ends(text: &str, start: usize, words: &[&str]) -> Option<usize> {
    let mut at = start;
    for (i, word) in words.iter().enumerate() {
        let rest = text.get(at..)?;
        let next = rest.trim_start();
        let gap = rest.len() - next.len();
        if (gap > 0) != (i > 0) || !next.starts_with(word) {
            return None;
        }
        at += gap + word.len();
    }
    (at > start).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_taken_out_of_addresses() {
        for given in
            ["c1", "/claims/c1", "http://127.0.0.1:7878/claims/c1?page=2#x", "/claims/c1.json", "/claims/c1/"]
        {
            assert_eq!(last_part(given), "c1", "{given}");
        }
    }

    #[test]
    fn words_are_found_whatever_stands_between_them() {
        let text = "It is shut. It  is\n shut.";
        assert_eq!(ends(text, 0, &["It", "is"]), Some(5));
        assert_eq!(ends(text, 12, &["It", "is", "shut."]), Some(25));
        assert_eq!((ends(text, 0, &["It", "shut"]), ends(text, 0, &[])), (None, None));
    }
}
