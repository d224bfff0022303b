//! To whom do pronouns, short names and roles that are said to speak refer? Answers against GUM's coreference.

use sayso_model::Span;

use crate::{
    gum::{EntityMention, GumDocument},
    prf::Prf,
};

/// Pronouns of the third person; the others mean whoever speaks or writes.
const PRONOUNS: &[&str] = &["he", "she", "they", "it"];

/// How a speaker is referred to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "he", "she", "they", "it".
    Pronoun,
    /// A name, when a longer or equal one came before ("Lange").
    ShortName,
    /// A common noun ("the agency").
    Role,
}

/// A mention that is said to say, think or know something, of an entity that was named before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// How it is referred to.
    pub form: Form,
    /// The words.
    pub mention: Span,
    /// The verb of saying.
    pub verb: Span,
    /// The entity's earlier names: an answer is right if it overlaps one of them.
    pub names: Vec<Span>,
    /// The nearest earlier name of a person, whoever it is: the answer of the simplest rule.
    pub last_person: Option<Span>,
}

/// The speakers of a document: subjects of verbs that have a clause as their object or beside them.
pub fn speakers(document: &GumDocument) -> Vec<Speaker> {
    let mut reporting = vec![false; document.tokens.len()];
    for token in &document.tokens {
        if let (Some(head), "ccomp" | "parataxis") = (token.head, token.relation.as_str())
            && let Some(verb) = reporting.get_mut(head)
        {
            *verb = true;
        }
    }
    document.mentions.iter().filter_map(|mention| speaker(document, mention, &reporting)).collect()
}

fn speaker(document: &GumDocument, mention: &EntityMention, reporting: &[bool]) -> Option<Speaker> {
    let head = &document.tokens[mention.head];
    let verb = head.head.filter(|&verb| head.relation.starts_with("nsubj") && reporting[verb])?;
    if !["person", "organization", "place"].contains(&mention.kind.as_str()) {
        return None;
    }
    let earlier = document.mentions.iter().filter(|m| m.tokens.end() < mention.tokens.start());
    let named: Vec<&EntityMention> = earlier.filter(|m| document.is_named(m)).collect();
    let own: Vec<&&EntityMention> = named.iter().filter(|m| m.entity == mention.entity).collect();
    let longest = own.iter().map(|m| document.span(m).len()).max()?;
    let form = match head.tag.as_str() {
        "PRON" if PRONOUNS.contains(&head.lemma.as_str()) => Form::Pronoun,
        "PROPN" if document.span(mention).len() <= longest => Form::ShortName,
        "NOUN" => Form::Role,
        _ => return None,
    };
    Some(Speaker {
        form,
        mention: document.span(mention),
        verb: document.tokens[verb].span,
        names: own.iter().map(|m| document.name(m)).collect(),
        last_person: named.iter().rev().find(|m| m.kind == "person").map(|m| document.name(m)),
    })
}

/// How often answers are right, by form: pronouns, short names, roles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReferentScore {
    /// `hit` right ones of `predicted` answers to `gold` questions.
    pub forms: [Prf; 3],
}

impl ReferentScore {
    /// Adds one speaker and the answer given, if there was one.
    pub fn add(&mut self, speaker: &Speaker, answer: Option<Span>) {
        let right = answer.is_some_and(|answer| speaker.names.iter().any(|name| name.overlaps(answer)));
        self.forms[speaker.form as usize].add(usize::from(right), usize::from(answer.is_some()), 1);
    }

    /// The share of all speakers that were answered rightly, in per cent.
    pub fn accuracy(&self) -> f64 {
        let sum = |count: fn(&Prf) -> usize| self.forms.iter().map(count).sum::<usize>();
        100.0 * sum(|form| form.hit) as f64 / sum(|form| form.gold).max(1) as f64
    }
}
