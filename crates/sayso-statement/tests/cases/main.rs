//! Runs the language cases in `cases/*.md`; `cases/README.md` says how they are written.
//!
//! Every case is run and every failure reported, with file, line, heading, what was expected and what was found. A case that
//! is marked `known-gap` has to fail: who closes the gap removes the mark.

mod check;
mod format;

use std::{collections::BTreeMap, fmt, fs, path::Path};

/// Something that is wrong with a case, or that the code reads otherwise.
#[derive(Debug, PartialEq)]
struct Problem {
    line: usize,
    heading: String,
    text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}\n{}", self.line, self.heading, self.text)
    }
}

/// All problems of one file, and how many of its cases were run and are known gaps.
fn run(markdown: &str) -> (Vec<Problem>, usize, usize) {
    let (cases, mut problems) = format::cases(markdown);
    if cases.is_empty() {
        let text = "    the file holds no case".to_owned();
        problems.push(Problem { line: 1, heading: String::new(), text });
    }
    for case in &cases {
        let found = check::check(case);
        if case.known_gap && found.is_empty() {
            let text = "    is read as expected now: remove `known-gap`".to_owned();
            problems.push(Problem { line: case.line, heading: case.heading.clone(), text });
        } else if !case.known_gap {
            problems.extend(found);
        }
    }
    (problems, cases.len(), cases.iter().filter(|c| c.known_gap).count())
}

/// The Markdown files of `cases/` by name.
fn files() -> BTreeMap<String, String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| {
            let path = entry.ok()?.path();
            let name = path.file_name()?.to_str().filter(|n| n.ends_with(".md"))?.to_owned();
            Some((name, fs::read_to_string(&path).ok()?))
        })
        .collect()
}

#[test]
fn every_language_case_is_read_as_it_says() {
    let mut files = files();
    assert!(files.remove("README.md").is_some() && !files.is_empty(), "cases/ holds no case files");
    let (mut report, mut all, mut gaps) = (Vec::new(), 0, 0);
    for (name, markdown) in &files {
        let (problems, cases, known_gaps) = run(markdown);
        report.extend(problems.iter().map(|p| format!("crates/sayso-statement/cases/{name}:{p}")));
        all += cases;
        gaps += known_gaps;
    }
    assert!(
        report.is_empty(),
        "{} problems in {all} cases, {gaps} of them known gaps\n\n{}\n",
        report.len(),
        report.join("\n\n")
    );
}

/// The stem by which the forms of a listed word are found in a cue: "denied" by "deni", "said" by its own listed form.
fn forms(line: &str) -> Vec<String> {
    let mut columns = line.split('\t').skip(1);
    let base = columns.next().unwrap_or_default();
    let stem = base.strip_suffix('e').unwrap_or(base);
    let listed = columns.next().unwrap_or_default().split(';').filter(|f| !f.is_empty());
    let changed = base.strip_suffix('y').map(|s| format!("{s}i"));
    [stem.to_owned()].into_iter().chain(changed).chain(listed.map(str::to_owned)).collect()
}

#[test]
fn every_class_of_the_lexicon_has_a_case() {
    let cues: Vec<String> = files()
        .values()
        .flat_map(|markdown| format::cases(markdown).0)
        .filter(|case| !case.known_gap)
        .flat_map(|case| case.blocks)
        .flat_map(|b| {
            b.reading.attributions.into_iter().filter_map(move |a| Some((a.cue?, b.article.text.clone())))
        })
        .map(|(cue, text)| cue.of(&text).to_lowercase())
        .collect();
    let mut classes: BTreeMap<&str, bool> = BTreeMap::new();
    for line in include_str!("../../data/cues.tsv").lines().filter(|l| l.contains('\t')) {
        let class = line.split('\t').next().unwrap_or_default();
        let seen = forms(line).iter().any(|f| cues.iter().any(|c| c.split(' ').any(|w| w.starts_with(f))));
        *classes.entry(class).or_default() |= seen;
    }
    let missing: Vec<&str> = classes.iter().filter(|(_, seen)| !**seen).map(|(class, _)| *class).collect();
    assert!(classes.len() > 10 && missing.is_empty(), "no case has a cue of {missing:?}");
}

#[test]
fn the_example_of_the_readme_is_a_case_that_passes() {
    let files = files();
    let readme = files.get("README.md").map(String::as_str).unwrap_or_default();
    let example: Vec<&str> =
        readme.lines().skip_while(|l| *l != "````markdown").skip(1).take_while(|l| *l != "````").collect();
    assert_eq!(run(&example.join("\n")), (vec![], 1, 0));
}

/// A file with one case: the mayor denies that the pier fell.
fn one_case(fence: &str, mark: &str, expected: &str) -> String {
    format!(
        "# T\n\n## H\n\nReason.\n\n{fence}\nThe mayor denied that it fell.\n^^^^^^^^^ source\n{mark}\n\
                    ^^^^^^^ content\n---\n{expected}\n```\n"
    )
    .replace("\n^^^^^^^ content", "\n                      ^^^^^^^ content")
}

#[test]
fn a_case_that_is_read_as_it_says_passes() {
    let text = one_case("```case", "          ^^^^^^ cue", "stance: denies\nactor: mayor (anonymous)");
    assert_eq!(run(&text), (vec![], 1, 0));
}

#[test]
fn a_failure_gives_line_heading_expected_and_found() {
    let text = one_case("```case", "          ^^^^^^ cue", "certainty: certain\nstance: asserts");
    let (problems, ..) = run(&text);
    assert_eq!(problems.len(), 1);
    assert_eq!((problems[0].line, problems[0].heading.as_str()), (14, "H"));
    assert_eq!(problems[0].text, "    expected  stance: asserts\n    found     stance: denies");
}

#[test]
fn a_known_gap_has_to_fail() {
    let (problems, ..) = run(&one_case("```case known-gap", "          ^^^^^^ cue", "stance: asserts"));
    assert_eq!(problems, vec![]);
    let (problems, _, gaps) = run(&one_case("```case known-gap", "          ^^^^^^ cue", "stance: denies"));
    assert_eq!((problems.len(), gaps), (1, 1));
}

#[test]
fn mistakes_in_a_case_are_reported_and_not_passed_over() {
    let good = "          ^^^^^^ cue";
    for (text, words) in [
        (one_case("```case", "           ^^^^^^ cue", "stance: denies"), "cuts a word"),
        (one_case("```case", "          ^^^^^^ clue", "stance: denies"), "is no mark"),
        (one_case("```case", good, "stanze: denies"), "is no key"),
        (one_case("```case", good, ""), "expects nothing"),
        (one_case("```cases", good, "stance: denies"), "`case` or `case known-gap`"),
        (one_case("```case", good, "stance: denies").replace("Reason.\n", ""), "no sentence of reason"),
        (one_case("```case", good, "stance: denies").replace("---\n", ""), "no line `---`"),
        (one_case("```case", good, "stance: denies") + "\n## Lone heading\n\nText.\n", "has no case"),
    ] {
        let (problems, ..) = run(&text);
        assert!(problems.iter().any(|p| p.text.contains(words)), "{words}: {problems:?}");
    }
}
