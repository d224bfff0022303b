//! `sayso-eval referents`: whom do speakers that are not named in full mean? The network, the rules and the simplest rule.

use sayso_eval::{EvalError, GumDocument, ReferentScore, Speaker, blank, read_gum, speakers};
use sayso_model::{Attribution, Reading, Referent, Span};
use sayso_reader::{Names, Reader, Scores};
use sayso_statement::{resolve_actors, statements};

use crate::arguments::Arguments;

/// The genres that come nearest to what the program reads.
const GENRES: &[&str] = &["GUM_news_", "GUM_interview_"];

/// Words of a name that say nothing about who it is.
const TITLES: &[&str] = &["Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.", "of", "the", "The", "and"];

/// Who answers.
const ANSWERS: [&str; 4] = ["last person named", "network", "rules", "rules and network"];

/// Runs the benchmark and prints its figures.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let (documents, digest) = read_gum(&given.data, GENRES)?;
    let reader = given.reader()?;
    let texts: Vec<&str> = documents.iter().map(|document| document.text.as_str()).collect();
    let scores = reader.scores_all(&texts, &|_| ());
    let (mut seen, mut unseen) = ([ReferentScore::default(); 4], [ReferentScore::default(); 4]);
    for (document, scores) in documents.iter().zip(&scores) {
        let side = if held_out(&document.name) { &mut unseen } else { &mut seen };
        add(document, scores, &reader, side);
    }
    println!("data    {} documents, {digest:?}", documents.len());
    println!("model   {} {:?}", reader.model().version, reader.model().digest);
    for (title, side) in [("documents kept from training", unseen), ("documents used in training", seen)] {
        println!("{title}");
        for (name, score) in ANSWERS.iter().zip(&side) {
            let [pronouns, short, roles] = score.forms;
            let share = |prf: sayso_eval::Prf| format!("{:>3} of {:>3}", prf.hit, prf.gold);
            println!(
                "  {name:20} pronouns {}   short names {}   roles {}   all {:.1} %",
                share(pronouns),
                share(short),
                share(roles),
                score.accuracy()
            );
        }
    }
    let [_, network, rules, both] = unseen.map(|score| score.accuracy());
    Ok(vec![("network", network), ("rules", rules), ("rules-and-network", both)])
}

/// Whether training keeps a document for judging: the same rule as in `training/measure.py`.
fn held_out(name: &str) -> bool {
    name.chars().map(u32::from).sum::<u32>().is_multiple_of(3)
}

fn add(document: &GumDocument, scores: &Scores, reader: &Reader, side: &mut [ReferentScore; 4]) {
    let names = Names::new(&document.text, scores);
    let speakers = speakers(document);
    let linked: Vec<Option<Span>> = speakers.iter().map(|speaker| names.referent(speaker.mention)).collect();
    let pairs = speakers.iter().zip(&linked);
    let referents =
        pairs.filter_map(|(speaker, &name)| Some(Referent { mention: speaker.mention, name: name? }));
    let by_rules = resolved(document, reader, &speakers, Vec::new());
    let by_both = resolved(document, reader, &speakers, referents.collect());
    for (i, speaker) in speakers.iter().enumerate() {
        let answers = [speaker.last_person, linked[i], by_rules[i], by_both[i]];
        side.iter_mut().zip(answers).for_each(|(score, answer)| score.add(speaker, answer));
    }
}

/// The name that the statement stage gives each speaker, as a place in the text: one of the speaker's own names if the words
/// agree, else the mention itself, which is no right answer.
fn resolved(
    document: &GumDocument,
    reader: &Reader,
    speakers: &[Speaker],
    referents: Vec<Referent>,
) -> Vec<Option<Span>> {
    let article = blank(&document.name, &document.text);
    let attributions = speakers.iter().map(|speaker| Attribution {
        source: Some(speaker.mention),
        cue: Some(speaker.verb),
        content: vec![rest_of_line(&document.text, speaker)],
        score: 1.0,
    });
    let reading = Reading {
        model: reader.model().clone(),
        attributions: attributions.collect(),
        names: Vec::new(),
        referents,
        notices: Vec::new(),
    };
    let mut statements = statements(&article, &reading);
    let actors = resolve_actors(std::slice::from_ref(&article), &mut statements);
    speakers
        .iter()
        .map(|speaker| {
            let statement = statements.iter().find(|s| s.source == Some(speaker.mention))?;
            let actor = actors.iter().find(|a| Some(&a.id) == statement.actor.as_ref())?;
            let called = |word: &str| {
                actor.aliases.iter().chain([&actor.name]).any(|alias| alias.split(' ').any(|own| own == word))
            };
            let agrees = |name: &&Span| {
                name.of(&document.text).split(' ').any(|word| !TITLES.contains(&word) && called(word))
            };
            Some(speaker.names.iter().find(agrees).copied().unwrap_or(speaker.mention))
        })
        .collect()
}

/// What stands between the verb and the end of its line; the verb itself where nothing does.
fn rest_of_line(text: &str, speaker: &Speaker) -> Span {
    let end = text[speaker.verb.end..].find('\n').map_or(text.len(), |end| speaker.verb.end + end);
    let rest =
        Span::new(speaker.verb.end.max(speaker.mention.end), end.max(speaker.mention.end)).trimmed(text);
    if rest.is_empty() { speaker.verb } else { rest }
}
