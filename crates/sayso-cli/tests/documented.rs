//! Every command is documented: in `docs/CONTRACT.md` for scripts, and by `--help` for people.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, path::Path};

use support::{repository, sayso};

/// The output of `sayso ARGS --help`.
fn help(args: &[&str]) -> String {
    let ran = sayso(Path::new("."), &[args, &["--help"]].concat()).with_code(0);
    assert_eq!(ran.err, "");
    ran.out
}

/// The lines below a heading of a help text, up to the next empty line.
fn section<'a>(help: &'a str, heading: &'a str) -> impl Iterator<Item = &'a str> {
    help.lines().skip_while(move |line| *line != heading).skip(1).take_while(|line| !line.is_empty())
}

/// The commands that `sayso --help` lists, without `help` itself.
fn commands() -> Vec<String> {
    let all = help(&[]);
    // A line that goes on is indented more deeply.
    let names = section(&all, "Commands:").filter_map(|line| line.strip_prefix("  "));
    let names = names.filter(|line| !line.starts_with(' ')).filter_map(|line| line.split(' ').next());
    names.filter(|name| *name != "help").map(str::to_owned).collect()
}

fn contract() -> String {
    fs::read_to_string(repository().join("docs/CONTRACT.md")).unwrap()
}

/// Whether `text` speaks of `sayso COMMAND`, as a whole word.
fn speaks_of(text: &str, command: &str) -> bool {
    let whole = |after: &str| !after.starts_with(|c: char| c.is_alphanumeric() || c == '-');
    text.split("`sayso ").skip(1).any(|rest| rest.strip_prefix(command).is_some_and(whole))
}

#[test]
fn the_commands_are_found_in_the_help() {
    let commands = commands();
    for command in ["read", "demo", "init", "add", "claims", "show", "export", "verify"] {
        assert!(commands.iter().any(|c| c == command), "{command} is not in {commands:?}");
    }
}

#[test]
fn every_command_stands_in_the_contract() {
    let contract = contract();
    for command in commands() {
        assert!(speaks_of(&contract, &command), "docs/CONTRACT.md does not speak of `sayso {command}`");
    }
}

#[test]
fn every_command_of_the_contract_is_there() {
    let commands = commands();
    let contract = contract();
    for rest in contract.split("`sayso ").skip(1) {
        let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
        assert!(commands.contains(&name), "docs/CONTRACT.md speaks of `sayso {name}`, which is no command");
    }
}

#[test]
fn every_option_of_the_contract_is_there() {
    let helps: String = commands().iter().map(|command| help(&[command])).collect();
    let contract = contract();
    for rest in contract.split("--").skip(1) {
        let name: String = rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect();
        if !name.trim_matches('-').is_empty() {
            assert!(
                helps.contains(&format!("--{name}")),
                "no command has --{name}, which docs/CONTRACT.md names"
            );
        }
    }
}

#[test]
fn every_command_and_everything_it_takes_is_explained() {
    for command in commands() {
        let help = help(&[&command]);
        assert!(help.starts_with(|c: char| c.is_uppercase()), "{command} does not say what it does:\n{help}");
        assert!(help.contains(&format!("Usage: sayso {command}")), "{help}");
        assert_eq!(help, sayso(Path::new("."), &["help", &command]).with_code(0).out);
        let text = help.replace("\n          ", "  ");
        for entry in section(&text, "Arguments:").chain(section(&text, "Options:")) {
            let explained =
                entry.trim_start().split_once("  ").is_some_and(|(_, why)| !why.trim().is_empty());
            assert!(explained, "sayso {command} --help does not explain {entry:?}");
        }
    }
}
