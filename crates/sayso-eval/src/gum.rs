//! GUM: texts with entities and coreference marked by hand, in CoNLL-U with `Entity=` (Zeldes 2017, GUM's annotation guide).

use std::{collections::BTreeMap, fs, ops::RangeInclusive, path::Path};

use sayso_model::{Digest, Span};

use crate::error::EvalError;

/// One word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Its bytes in the text.
    pub span: Span,
    /// Universal part of speech.
    pub tag: String,
    /// Dictionary form.
    pub lemma: String,
    /// The word that it hangs on, as a place in the list of tokens; none for the root of a sentence.
    pub head: Option<usize>,
    /// Its relation to that word (Universal Dependencies).
    pub relation: String,
}

/// One mention of somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntityMention {
    /// The same for all mentions of one entity.
    pub entity: String,
    /// GUM's entity type: person, organization, place and others.
    pub kind: String,
    /// The words, as places in the list of tokens.
    pub tokens: RangeInclusive<usize>,
    /// The head word among them.
    pub head: usize,
}

/// One annotated text.
#[derive(Clone, Debug, Default)]
pub struct GumDocument {
    /// File name without its ending.
    pub name: String,
    /// The text, put together from its words: one paragraph per line.
    pub text: String,
    /// Its words.
    pub tokens: Vec<Token>,
    /// The mentions, in the order in which they begin, longer ones first.
    pub mentions: Vec<EntityMention>,
}

/// The documents of a folder whose names begin with one of the given words, by name, and the digest of their files.
///
/// # Errors
/// When the folder or a file cannot be read, a line is damaged, or there is no such document.
pub fn read_gum(folder: &Path, starts: &[&str]) -> Result<(Vec<GumDocument>, Digest), EvalError> {
    let fail = |path: &Path, source| EvalError::File { path: path.to_owned(), source };
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).map_err(|e| fail(folder, e))? {
        let path = entry.map_err(|e| fail(folder, e))?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if path.extension().is_some_and(|e| e == "conllu") && starts.iter().any(|s| name.starts_with(s)) {
            files.insert(name, path);
        }
    }
    let (mut documents, mut digests) = (Vec::new(), String::new());
    for (name, path) in files {
        let lines = fs::read_to_string(&path).map_err(|e| fail(&path, e))?;
        digests.push_str(Digest::of(lines.as_bytes()).as_str());
        let mut document = parse(&lines).map_err(|(line, reason)| EvalError::Annotation {
            path: path.clone(),
            line,
            reason,
        })?;
        document.name = name;
        documents.push(document);
    }
    if documents.is_empty() {
        return Err(EvalError::NoDocuments { path: folder.to_owned() });
    }
    Ok((documents, Digest::of(digests.as_bytes())))
}

/// A mention that has begun: its id, kind, first token and the head's place within it, counted from 1.
type Opened = (String, String, usize, usize);

fn parse(lines: &str) -> Result<GumDocument, (usize, String)> {
    let mut document = GumDocument::default();
    let mut opened: BTreeMap<String, Vec<Opened>> = BTreeMap::new();
    let mut sentence = 0;
    for (number, line) in (1..).zip(lines.lines()) {
        if line.starts_with("# newpar") && !document.text.is_empty() {
            document.text.truncate(document.text.trim_end().len());
            document.text.push('\n');
        }
        if line.is_empty() {
            sentence = document.tokens.len();
        }
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, lemma, tag, _, _, head, relation, _, notes] = fields.as_slice() else { continue };
        if id.parse::<usize>().is_err() {
            continue; // a range of words or an empty node
        }
        let head: usize = head.parse().map_err(|_| (number, format!("{head:?} is no head")))?;
        let at = document.tokens.len();
        let start = document.text.len();
        document.text.push_str(form);
        let span = Span::new(start, document.text.len());
        if note(notes, "SpaceAfter") != Some("No") {
            document.text.push(' ');
        }
        let head = head.checked_sub(1).map(|place| sentence + place);
        document.tokens.push(Token {
            span,
            tag: tag.into(),
            lemma: lemma.into(),
            head,
            relation: relation.into(),
        });
        brackets(note(notes, "Entity").unwrap_or_default(), at, &mut opened, &mut document.mentions);
    }
    document.mentions.sort_by_key(|m| (*m.tokens.start(), std::cmp::Reverse(*m.tokens.end())));
    Ok(document)
}

fn note<'a>(notes: &'a str, name: &str) -> Option<&'a str> {
    notes.split('|').find_map(|note| note.strip_prefix(name)?.strip_prefix('='))
}

/// Reads what opens and closes at a token: "(id-kind-…-head-…" opens, ")" right after it closes it at once, "id)" later.
fn brackets(
    mut words: &str,
    at: usize,
    opened: &mut BTreeMap<String, Vec<Opened>>,
    mentions: &mut Vec<EntityMention>,
) {
    while !words.is_empty() {
        if let Some(rest) = words.strip_prefix('(') {
            let end = rest.find(['(', ')']).unwrap_or(rest.len());
            let new = open(&rest[..end], at);
            words = &rest[end..];
            match words.strip_prefix(')') {
                Some(after) => {
                    mentions.push(close(new, at));
                    words = after;
                }
                None => opened.entry(new.0.clone()).or_default().push(new),
            }
        } else {
            let end = words.find(')').map_or(words.len(), |end| end + 1);
            let id = words[..end].trim_end_matches(')');
            mentions.extend(opened.get_mut(id).and_then(Vec::pop).map(|open| close(open, at)));
            words = &words[end..];
        }
    }
}

fn open(words: &str, at: usize) -> Opened {
    let parts: Vec<&str> = words.split('-').collect();
    let part = |i: usize| parts.get(i).copied().unwrap_or_default();
    let head = part(5).split(',').next().and_then(|head| head.parse().ok()).unwrap_or(0);
    (part(0).to_owned(), part(1).to_owned(), at, head)
}

fn close((entity, kind, first, head): Opened, last: usize) -> EntityMention {
    let head = head.checked_sub(1).map_or(last, |place| (first + place).min(last));
    EntityMention { entity, kind, tokens: first..=last, head }
}

impl GumDocument {
    /// The bytes of a mention.
    pub fn span(&self, mention: &EntityMention) -> Span {
        self.tokens[*mention.tokens.start()].span.hull(self.tokens[*mention.tokens.end()].span)
    }

    /// The proper nouns around the head of a mention: its name. The head itself where it is none.
    pub fn name(&self, mention: &EntityMention) -> Span {
        let proper = |at: &usize| self.tokens[*at].tag == "PROPN";
        let first = (*mention.tokens.start()..mention.head).rev().take_while(proper).last();
        let last = (mention.head + 1..=*mention.tokens.end()).take_while(proper).last();
        let at = |token: usize| self.tokens[token].span;
        at(first.unwrap_or(mention.head)).hull(at(last.unwrap_or(mention.head)))
    }

    /// Whether the head of a mention is a proper noun.
    pub fn is_named(&self, mention: &EntityMention) -> bool {
        self.tokens[mention.head].tag == "PROPN"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO_SENTENCES: &str = "# newpar\n\
        1\tAnna\tAnna\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-n-cf1-1,2-sgl\n\
        2\tLange\tLange\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)\n\
        3\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\tSpaceAfter=No\n\
        4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_\n\
        \n\
        # newpar\n\
        1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-n-cf1-1-ana)\n\
        2\tsmiled\tsmile\tVERB\tVBD\t_\t0\troot\t_\t_\n";

    #[test]
    fn words_heads_and_mentions_are_read() {
        let document = parse(TWO_SENTENCES).unwrap();
        assert_eq!(document.text, "Anna Lange left.\nShe smiled ");
        assert_eq!(document.tokens[4].head, Some(5));
        let mentions: Vec<&str> =
            document.mentions.iter().map(|m| document.span(m).of(&document.text)).collect();
        assert_eq!(mentions, ["Anna Lange", "She"]);
        assert_eq!(document.name(&document.mentions[0]).of(&document.text), "Anna Lange");
        assert_eq!(document.mentions[0].head, 0);
        assert!(document.is_named(&document.mentions[0]) && !document.is_named(&document.mentions[1]));
    }

    #[test]
    fn brackets_that_open_and_close_at_one_word_are_told_apart() {
        let (mut opened, mut found) = (BTreeMap::new(), Vec::new());
        brackets("(5-person-new-n-cf1-1-coref(6-place-new-n-cf1-1-sgl)", 0, &mut opened, &mut found);
        brackets("5)", 2, &mut opened, &mut found);
        let shown: Vec<_> = found.iter().map(|m| (m.entity.as_str(), m.tokens.clone())).collect();
        assert_eq!(shown, [("6", 0..=0), ("5", 0..=2)]);
    }

    #[test]
    fn a_damaged_line_is_named() {
        let line = "1\tAnna\tAnna\tPROPN\tNNP\t_\tx\tnsubj\t_\t_\n";
        assert_eq!(parse(line).unwrap_err().0, 1);
    }
}
