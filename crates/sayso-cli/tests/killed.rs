//! What was reported as added survives, and an interrupted `sayso add` can simply be run again.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, path::Path, process::Stdio, thread::sleep, time::Duration};

use serde_json::Value;
use support::{command, list, sayso, timeless};

/// Moments after the start, in milliseconds. Loading the models takes some 20, taking the articles some 20 more, reading them
/// about a second: so the first fall into loading and taking, the others into reading, comparing and writing.
const MOMENTS: [u64; 6] = [5, 20, 60, 150, 400, 1000];
/// More than two lots of captures and three of readings are kept in one go.
const ARTICLES: usize = 60;

const PEOPLE: [&str; 6] = ["Ana Brill", "Tomas Varde", "Ilse Quent", "Bo Harrow", "Mina Fells", "Jon Askild"];
const TOPICS: [&str; 5] = [
    "boats had left the harbour before the storm",
    "litres of diesel were stolen from the depot in Orme",
    "teachers would go on strike against the new timetable",
    "houses in Kellick had no electricity overnight",
    "trees in the botanical garden were infected by a fungus",
];

/// Writes the articles to the folder `news` in `dir`. Three have no address; every fourth quotes a second person.
fn articles(dir: &Path) {
    fs::create_dir(dir.join("news")).unwrap();
    for n in 0..ARTICLES {
        let (person, other) = (PEOPLE[n % PEOPLE.len()], PEOPLE[(n + 1) % PEOPLE.len()]);
        let verb = if n % 7 == 3 { "denied" } else { "said" };
        let quote =
            if n % 4 == 0 { format!("“Gate {n} is closed,” {other} said.\n") } else { String::new() };
        let url =
            if n % 25 == 9 { String::new() } else { format!("url: https://outlet{}.example/{n}\n", n % 7) };
        let text = format!(
            "{url}outlet: Outlet {}\npublished: 2031-03-04T{:02}:{n:02}:00Z\nlang: en\n\n{person} {verb} on Tuesday that {} {}.\n\
             {quote}",
            n % 7,
            n % 24,
            n + 3,
            TOPICS[n % TOPICS.len()]
        );
        fs::write(dir.join(format!("news/{n:02}.txt")), text).unwrap();
    }
}

fn export(dir: &Path, case: &str) -> Value {
    sayso(dir, &["export", "--format", "json", "--case", case]).with_code(0).json()
}

/// Runs `add` and kills it after so many milliseconds; gives whether it had not ended by itself.
fn add_killed_after(dir: &Path, case: &str, milliseconds: u64) -> bool {
    let mut add = command(dir, &["add", "--case", case, "news"]);
    let mut child = add.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    sleep(Duration::from_millis(milliseconds));
    child.kill().unwrap();
    child.wait().unwrap().code().is_none()
}

/// The number before " added", " revised" or " unchanged" in the first line of what `add` prints.
fn told(out: &str, what: &str) -> usize {
    let words: Vec<&str> = out.lines().next().unwrap().split([' ', ',']).filter(|w| !w.is_empty()).collect();
    let at = words.iter().position(|w| *w == what).unwrap();
    words[..at].iter().rev().find_map(|w| w.parse().ok()).unwrap()
}

#[test]
fn an_add_that_was_killed_can_be_run_again() {
    let dir = tempfile::tempdir().unwrap();
    articles(dir.path());
    sayso(dir.path(), &["init", "whole"]).with_code(0);
    let whole = sayso(dir.path(), &["add", "--case", "whole", "news"]).with_code(0);
    assert_eq!(told(&whole.out, "added"), ARTICLES);
    let undisturbed = export(dir.path(), "whole");
    assert!(list(&undisturbed["claims"]).len() > TOPICS.len());
    let undisturbed = timeless(undisturbed);
    let mut killed = 0;
    for moment in MOMENTS {
        let case = format!("killed-{moment}");
        sayso(dir.path(), &["init", &case]).with_code(0);
        killed += usize::from(add_killed_after(dir.path(), &case, moment));
        sayso(dir.path(), &["verify", "--case", &case]).with_code(0);
        let again = sayso(dir.path(), &["add", "--case", &case, "news"]).with_code(0);
        assert_eq!(told(&again.out, "added") + told(&again.out, "unchanged"), ARTICLES, "after {moment} ms");
        sayso(dir.path(), &["verify", "--case", &case]).with_code(0);
        let after = timeless(export(dir.path(), &case));
        assert!(after == undisturbed, "killed after {moment} ms, the case ends up with other claims");
    }
    assert!(killed > 0, "no run was killed: all of them ended before");
}

#[test]
fn what_a_killed_add_left_open_is_worked_out_by_whoever_looks_first() {
    let dir = tempfile::tempdir().unwrap();
    articles(dir.path());
    sayso(dir.path(), &["init", "c"]).with_code(0);
    // Until the first lot of captures is kept, however slow the machine is.
    let mut articles = 0;
    for moment in [60, 120, 240, 480, 960, 1920] {
        add_killed_after(dir.path(), "c", moment);
        let verified = sayso(dir.path(), &["verify", "--case", "c"]).with_code(0);
        articles = verified.out.split(' ').next().unwrap().parse().unwrap();
        if articles > 0 {
            break;
        }
    }
    let export = export(dir.path(), "c");
    assert!(articles > 0 && list(&export["articles"]).len() == articles);
    for article in list(&export["articles"]) {
        let says = |statement: &&Value| statement["article"] == article["id"];
        assert!(
            list(&export["statements"]).iter().any(|s| says(&s)),
            "{} has not been read",
            article["file"]
        );
    }
    sayso(dir.path(), &["claims", "--case", "c"]).with_code(0);
}
