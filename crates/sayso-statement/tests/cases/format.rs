//! Reads case files: Markdown in which `##` headings name cases and fenced blocks hold marked texts.

use sayso_model::{Article, Attribution, Credit, CreditKind, Digest, ModelDigest, Reading, Span};

use crate::Problem;

/// One case: what a heading says, shown on one or more articles.
pub struct Case {
    pub line: usize,
    pub heading: String,
    pub known_gap: bool,
    pub blocks: Vec<Block>,
}

/// One article with what is marked in it and what is expected of each of its statements, in text order.
pub struct Block {
    pub line: usize,
    pub article: Article,
    pub reading: Reading,
    pub expected: Vec<Vec<Expected>>,
}

/// One line `key: value`.
pub struct Expected {
    pub line: usize,
    pub key: String,
    pub value: String,
}

/// What a line within a block can be marked as.
const ROLES: &[&str] = &["source", "cue", "content"];

/// Settings that can stand before a text.
const SETTINGS: &[&str] = &["published", "outlet", "lang", "credit"];

/// What can be expected of a statement.
pub const KEYS: &[&str] = &[
    "voice",
    "source",
    "cue",
    "content",
    "quotation",
    "stance",
    "certainty",
    "grounds",
    "actor",
    "speaks-for",
    "quantity",
    "time",
    "place",
];

/// All cases of a file, and what is wrong with how they are written.
pub fn cases(markdown: &str) -> (Vec<Case>, Vec<Problem>) {
    let mut file = File::default();
    let mut lines = markdown.lines().enumerate().map(|(i, l)| (i + 1, l));
    while let Some((number, line)) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            file.close();
            file.open = Some((number, heading.trim().to_owned()));
        } else if let Some(fence) = line.strip_prefix("```") {
            let body = lines.by_ref().take_while(|(_, l)| *l != "```").collect();
            file.fence(number, fence.trim(), body);
        } else if !line.trim().is_empty() && !line.starts_with('#') {
            file.prose = true;
        }
    }
    file.close();
    (file.cases, file.problems)
}

/// What has been read of a file so far.
#[derive(Default)]
struct File {
    cases: Vec<Case>,
    problems: Vec<Problem>,
    /// Line and words of the heading that we are under.
    open: Option<(usize, String)>,
    prose: bool,
    known_gap: bool,
    blocks: Vec<Block>,
}

impl File {
    fn problem(&mut self, line: usize, text: impl Into<String>) {
        let heading = self.open.as_ref().map(|(_, h)| h.clone()).unwrap_or_default();
        self.problems.push(Problem { line, heading, text: format!("    {}", text.into()) });
    }

    fn fence(&mut self, line: usize, fence: &str, body: Vec<(usize, &str)>) {
        // A block with another word, such as ```text, is not ours; one that nearly says `case` is a slip.
        if !fence.starts_with("case") {
            return;
        }
        if !matches!(fence, "case" | "case known-gap") {
            return self.problem(line, "a block is opened with `case` or `case known-gap`");
        }
        if self.open.is_none() {
            return self.problem(line, "this case has no heading of its own");
        }
        if !self.prose {
            self.problem(line, "this case has no sentence of reason before it");
        }
        self.known_gap |= fence.ends_with("known-gap");
        let name = format!("{}-{}", self.open.as_ref().map_or(0, |(l, _)| *l), self.blocks.len());
        match block(&name, line, body) {
            Ok(block) => self.blocks.push(block),
            Err((line, text)) => self.problem(line, text),
        }
    }

    /// Ends the case whose heading is open. A heading whose block was faulty has been reported already.
    fn close(&mut self) {
        let blocks = std::mem::take(&mut self.blocks);
        let known_gap = std::mem::take(&mut self.known_gap);
        self.prose = false;
        let Some((line, heading)) = self.open.clone() else { return };
        if blocks.is_empty() && !self.problems.iter().any(|p| p.heading == heading) {
            self.problem(line, "this heading has no case");
        }
        if self.cases.iter().any(|c| c.heading == heading) {
            self.problem(line, "two cases have this heading");
        }
        if !blocks.is_empty() {
            self.cases.push(Case { line, heading, known_gap, blocks });
        }
        self.open = None;
    }
}

/// Line and words of what is wrong with a block.
type Fault = (usize, String);

fn block(name: &str, line: usize, body: Vec<(usize, &str)>) -> Result<Block, Fault> {
    let end = body
        .iter()
        .position(|(_, l)| *l == "---")
        .ok_or((line, "no line `---` stands between the text and what is expected".to_owned()))?;
    let settings = body[..end].iter().take_while(|(_, l)| setting(l).is_some()).count();
    let marked = marked_text(&body[settings..end])?;
    let expected = expected(line, &body[end + 1..])?;
    let mut article = sayso_testkit::article(name, &marked.text);
    for (number, line) in &body[..settings] {
        set(&mut article, setting(line).unwrap_or_default()).map_err(|text| (*number, text))?;
    }
    Ok(Block { line, reading: marked.reading(line)?, article, expected })
}

fn setting(line: &str) -> Option<(&str, &str)> {
    line.split_once(": ").filter(|(key, _)| SETTINGS.contains(key))
}

fn set(article: &mut Article, (key, value): (&str, &str)) -> Result<(), String> {
    match key {
        "published" => article.published = Some(value.parse().map_err(|e| format!("{e}"))?),
        "outlet" => article.publisher = Some(value.to_owned()),
        "lang" => article.language = Some(value.to_owned()),
        _ => {
            let at = article.text.find(value).ok_or(format!("{value:?} does not stand in the text"))?;
            let span = Some(Span::new(at, at + value.len()));
            article.credits.push(Credit { name: value.to_owned(), kind: CreditKind::InText, span });
        }
    }
    Ok(())
}

/// A text without its marks, and the marks: number of the attribution, role and place.
#[derive(Default)]
struct Marked {
    text: String,
    marks: Vec<(usize, &'static str, Span)>,
}

fn marked_text(lines: &[(usize, &str)]) -> Result<Marked, Fault> {
    let mut out = Marked::default();
    // Where the last text line begins, and its words.
    let mut last = (0, "");
    for (number, line) in lines {
        if line.trim_start().starts_with('^') {
            out.mark(last, line).map_err(|text| (*number, text))?;
        } else if line.trim().is_empty() {
            out.text.truncate(out.text.trim_end().len());
            out.text.push_str(if out.text.is_empty() { "" } else { "\n\n" });
        } else {
            let joint = if out.text.is_empty() || out.text.ends_with('\n') { "" } else { " " };
            out.text.push_str(joint);
            last = (out.text.len(), line.trim_end());
            out.text.push_str(last.1);
        }
    }
    out.text.truncate(out.text.trim_end().len());
    Ok(out)
}

impl Marked {
    /// Reads one line of carets below `line`, which begins at byte `start` of the text.
    fn mark(&mut self, (start, line): (usize, &str), carets: &str) -> Result<(), String> {
        let label_at = carets.find(|c: char| c != '^' && c != ' ').unwrap_or(carets.len());
        let mut label = carets[label_at..].split(' ');
        let word = label.next().unwrap_or_default();
        let role = ROLES
            .iter()
            .find(|r| **r == word)
            .ok_or(format!("{word:?} is no mark: write source, cue or content after the carets"))?;
        let numbers: Vec<usize> = label
            .map(|n| n.parse().map_err(|_| format!("{n:?} is no number of an attribution")))
            .collect::<Result<_, _>>()?;
        for span in runs(&carets[..label_at]) {
            let words = span_of_columns(line, span).ok_or("the carets reach beyond the line above")?;
            if cuts_word(line, words) {
                return Err(format!("this mark cuts a word: it covers {:?}", words.of(line)));
            }
            for number in if numbers.is_empty() { &[1][..] } else { &numbers } {
                self.add(*number, role, words.shifted(start));
            }
        }
        Ok(())
    }

    /// Adds a mark; one that only a space parts from the one before, as at a line break, goes on with it.
    fn add(&mut self, number: usize, role: &'static str, span: Span) {
        let before = self.marks.iter_mut().rev().find(|(n, r, _)| *n == number && *r == role);
        match before {
            Some((_, _, s)) if s.end + 1 == span.start && self.text[s.end..].starts_with(' ') => {
                *s = s.hull(span);
            }
            _ => self.marks.push((number, role, span)),
        }
    }

    fn reading(&self, line: usize) -> Result<Reading, Fault> {
        let mut numbers: Vec<usize> = self.marks.iter().map(|m| m.0).collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut attributions = Vec::new();
        for number in numbers {
            let of = |role: &str| {
                self.marks.iter().filter(|m| m.0 == number && m.1 == role).map(|m| m.2).collect::<Vec<_>>()
            };
            let (source, cue, content) = (of("source"), of("cue"), of("content"));
            if source.len() > 1 || cue.len() > 1 {
                return Err((line, format!("attribution {number} has two sources or two cues")));
            }
            if content.is_empty() {
                return Err((line, format!("attribution {number} has no content")));
            }
            attributions.push(Attribution {
                source: source.first().copied(),
                cue: cue.first().copied(),
                content,
                score: 1.0,
            });
        }
        attributions.sort_by_key(|a| a.content.first().map(|c| c.start));
        let model = ModelDigest { version: "by hand".to_owned(), digest: Digest::of(b"") };
        Ok(Reading { model, attributions, names: Vec::new(), referents: Vec::new(), notices: Vec::new() })
    }
}

/// The runs of carets as ranges of columns.
fn runs(carets: &str) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    for (column, _) in carets.chars().enumerate().filter(|(_, c)| *c == '^') {
        match out.last_mut() {
            Some(run) if run.end == column => run.end += 1,
            _ => out.push(Span::new(column, column + 1)),
        }
    }
    out
}

/// The bytes of these columns, which count characters; `None` beyond the end of the line.
fn span_of_columns(line: &str, columns: Span) -> Option<Span> {
    let byte = |column: usize| line.char_indices().map(|(i, _)| i).chain([line.len()]).nth(column);
    Some(Span::new(byte(columns.start)?, byte(columns.end)?))
}

fn cuts_word(line: &str, span: Span) -> bool {
    let inside = |at: usize| {
        let before = line[..at].chars().next_back().is_some_and(char::is_alphanumeric);
        before && line[at..].chars().next().is_some_and(char::is_alphanumeric)
    };
    span.of(line).trim().len() != span.len() || inside(span.start) || inside(span.end)
}

/// The expected values, one group for each statement; an empty line ends a group. `no statement` expects none.
fn expected(line: usize, lines: &[(usize, &str)]) -> Result<Vec<Vec<Expected>>, Fault> {
    if let [(_, "no statement")] = lines {
        return Ok(Vec::new());
    }
    let mut out: Vec<Vec<Expected>> = vec![Vec::new()];
    for (number, text) in lines {
        if text.trim().is_empty() {
            out.push(Vec::new());
            continue;
        }
        let (key, value) = text.split_once(": ").unwrap_or((text, ""));
        if !KEYS.contains(&key) || value.is_empty() {
            return Err((*number, format!("{key:?} is no key with a value; there are {}", KEYS.join(", "))));
        }
        let one = Expected { line: *number, key: key.to_owned(), value: value.trim().to_owned() };
        if let Some(group) = out.last_mut() {
            group.push(one);
        }
    }
    out.retain(|group| !group.is_empty());
    if out.is_empty() { Err((line, "this case expects nothing".to_owned())) } else { Ok(out) }
}
