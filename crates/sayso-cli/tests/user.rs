//! Users for a server that others can reach.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{
    io::Write,
    process::{Command, Output, Stdio},
};

fn user(arguments: &[&str], password: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sayso"))
        .arg("user")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A name that is refused ends the program before it reads: then nobody takes the password.
    let _ = child.stdin.take().unwrap().write_all(password.as_bytes());
    child.wait_with_output().unwrap()
}

#[test]
fn a_line_of_the_users_file_holds_name_role_and_hash_and_no_password() {
    let made = user(&["ana", "--role", "owner"], "sea breeze\n");
    let line = String::from_utf8(made.stdout).unwrap();
    assert!(made.status.success() && line.starts_with("ana owner $argon2id$"), "{line}");
    assert!(!line.contains("sea") && line.ends_with('\n') && line.lines().count() == 1);
}

#[test]
fn short_passwords_and_names_with_spaces_are_refused() {
    for (name, password) in
        [("ana", "sea\n"), ("ana", ""), ("ana brill", "sea breeze\n"), ("#ana", "sea breeze\n")]
    {
        let refused = user(&[name], password);
        assert_eq!(refused.status.code(), Some(2), "{name} {password:?}");
        assert!(refused.stdout.is_empty() && !refused.stderr.is_empty());
    }
}

#[test]
fn an_open_server_is_refused_where_others_could_reach_it() {
    let folder = tempfile::tempdir().unwrap();
    let case = folder.path().join("case");
    let sayso = |arguments: &[&str]| {
        Command::new(env!("CARGO_BIN_EXE_sayso")).args(arguments).arg("--case").arg(&case).output().unwrap()
    };
    assert!(
        Command::new(env!("CARGO_BIN_EXE_sayso")).arg("init").arg(&case).output().unwrap().status.success()
    );
    let refused = sayso(&["serve", "--bind", "0.0.0.0", "--port", "0"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--users"), "{refused:?}");
}
