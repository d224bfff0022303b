//! A checkpoint is stamped by an authority that OpenSSL plays, and the stamp is attached and checked. Without OpenSSL nothing is
//! tried here: `sayso-timestamp` keeps tokens of such an authority for its own tests.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod support;

use std::{fs, process::Command};

use support::cases::{empty_case, in_case, write};
use tempfile::TempDir;

/// Makes a root, an authority below it, and its answer to the one query in the case.
const AUTHORITY: &str = r#"
set -e
printf '[req]\ndistinguished_name=n\n[n]\n[root]\nbasicConstraints=critical,CA:true\n[stamps]\nextendedKeyUsage=critical,timeStamping\n' > ca.cnf
printf '[tsa]\ndefault_tsa=t\n[t]\nserial=serial\ndefault_policy=1.2.3.4.1\ndigests=sha256\nsigner_digest=sha256\n' >> ca.cnf
echo 01 > serial
for name in root other stamps; do openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out $name.key; done
for name in root other; do openssl req -x509 -new -key $name.key -subj "/CN=Pier $name" -days 9 -config ca.cnf -extensions root -out $name.pem; done
openssl req -new -key stamps.key -subj "/CN=Pier Stamps" -config ca.cnf -out stamps.csr
openssl x509 -req -in stamps.csr -CA root.pem -CAkey root.key -set_serial 7 -days 9 -extfile ca.cnf -extensions stamps -out stamps.pem
openssl ts -reply -config ca.cnf -queryfile c/timestamps/*.tsq -signer stamps.pem -inkey stamps.key -out token.tsr
"#;

/// Runs the authority; `None` where there is no OpenSSL.
fn stamped(dir: &TempDir) -> Option<()> {
    Command::new("openssl").arg("version").output().ok()?;
    let ran = Command::new("sh").args(["-c", AUTHORITY]).current_dir(dir.path()).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    Some(())
}

#[test]
fn a_stamp_is_asked_for_attached_and_checked() {
    let dir = empty_case();
    in_case(&dir, &["timestamp", "request"]).with_code(2);
    write(&dir, "a.txt", "outlet: The Quay\n\nAna Brill said that the bridge was closed.\n");
    in_case(&dir, &["add", "a.txt"]).with_code(0);
    let asked = in_case(&dir, &["timestamp", "request"]).with_code(0);
    assert!(asked.out.starts_with("checkpoint of ") && asked.out.contains(".tsq"), "{}", asked.out);
    if stamped(&dir).is_none() {
        return;
    }
    let (root, other) = (dir.path().join("root.pem"), dir.path().join("other.pem"));
    let (root, other) = (root.to_str().unwrap(), other.to_str().unwrap());
    let refused = in_case(&dir, &["timestamp", "attach", "token.tsr", "--trust", other]).with_code(2);
    assert!(refused.err.contains("none of the roots that were given"), "{}", refused.err);
    let attached = in_case(&dir, &["timestamp", "attach", "token.tsr", "--trust", root]).with_code(0);
    assert!(attached.out.contains("leads to the trusted root CN=Pier root"), "{}", attached.out);
    in_case(&dir, &["verify", "--trust", root]).with_code(0);
    let unasked = in_case(&dir, &["verify"]).with_code(0);
    assert!(unasked.out.contains("was not checked against a trusted root"), "{}", unasked.out);
    let differs = in_case(&dir, &["verify", "--trust", other]).with_code(1);
    assert!(differs.err.contains(".tsr: the certificate of CN=Pier Stamps leads to none"), "{}", differs.err);
    in_case(&dir, &["bundle", "b.zip"]).with_code(0);
    let alone = support::sayso(dir.path(), &["verify", "--bundle", "b.zip", "--trust", root]).with_code(0);
    assert!(alone.out.contains("leads to the trusted root CN=Pier root"), "{}", alone.out);
}

#[test]
fn what_is_no_token_or_no_root_is_refused_with_advice() {
    let dir = empty_case();
    write(&dir, "a.txt", "outlet: The Quay\n\nAna Brill said that the bridge was closed.\n");
    in_case(&dir, &["add", "a.txt"]).with_code(0);
    for args in [
        &["timestamp", "attach", "a.txt"][..],
        &["timestamp", "attach", "missing.tsr"],
        &["verify", "--trust", "a.txt"],
        &["verify", "--block-header", "a.txt"],
    ] {
        let ran = in_case(&dir, args).with_code(2);
        assert!(ran.err.contains("hint: "), "{args:?}: {}", ran.err);
    }
    assert!(!fs::exists(dir.path().join("c/timestamps")).unwrap());
}
