//! Tokens of an invented authority (`tokens/make.sh`), whole and spoiled; where OpenSSL is there, also one made on the spot.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::{path::Path, process::Command};

use sayso_timestamp::{Attested, Imprint, Roots, Shown, Token, TokenError, Trust, Witnesses, request};

const STAMPED: &[u8] = include_bytes!("tokens/stamped");
const ROOT: &[u8] = include_bytes!("tokens/root.pem");
const OTHER: &[u8] = include_bytes!("tokens/other.pem");
const ECDSA: &[u8] = include_bytes!("tokens/ecdsa.tsr");

fn trusting(root: &[u8]) -> Witnesses {
    let mut roots = Roots::default();
    roots.add(root).unwrap();
    Witnesses { roots, ..Witnesses::default() }
}

fn check(token: &[u8], trusted: &Witnesses) -> Result<Attested, TokenError> {
    match Token::read(token)?.check(STAMPED, trusted)? {
        Shown::Attested(attested) => Ok(attested),
        Shown::Attestations(_) => panic!("an RFC 3161 token is read as another"),
    }
}

#[test]
fn tokens_of_each_kind_lead_to_the_root() {
    let tokens: [(&str, &[u8]); 4] = [
        ("Stamps 1", ECDSA),
        ("Stamps 1", include_bytes!("tokens/bare.tst")),
        ("Stamps 3", include_bytes!("tokens/rsa.tsr")),
        ("Stamps 2", include_bytes!("tokens/sha384.tsr")),
    ];
    for (signer, token) in tokens {
        let shown = check(token, &trusting(ROOT)).unwrap();
        assert!(shown.authority.contains(signer), "{}", shown.authority);
        assert_eq!(shown.accuracy, "1.5 s");
        assert!(shown.time.to_string().starts_with("20"), "{}", shown.time);
        assert!(
            matches!(&shown.trust, Trust::Root(root) if root.contains("Harbour Root")),
            "{:?}",
            shown.trust
        );
    }
}

#[test]
fn without_roots_it_is_said_that_none_was_asked() {
    let shown = check(ECDSA, &Witnesses::default()).unwrap();
    assert_eq!(shown.trust, Trust::NotAsked);
    assert!(shown.to_string().ends_with("was not checked against a trusted root"), "{shown}");
}

#[test]
fn another_root_is_refused() {
    let refused = check(ECDSA, &trusting(OTHER)).unwrap_err();
    assert!(matches!(&refused, TokenError::Untrusted { .. }), "{refused}");
    assert!(refused.to_string().contains("who issued it is not among them"), "{refused}");
    let mut both = trusting(OTHER);
    both.roots.add(ROOT).unwrap();
    assert!(matches!(check(ECDSA, &both).unwrap().trust, Trust::Root(root) if root.contains("Harbour Root")));
}

#[test]
fn other_bytes_are_refused() {
    let refused = Token::read(ECDSA).unwrap().check(b"other", &trusting(ROOT)).unwrap_err();
    assert!(matches!(&refused, TokenError::Imprint { .. }), "{refused}");
}

#[test]
fn what_an_authority_must_not_do_is_refused_with_its_reason() {
    let refused = |token: &[u8]| check(token, &Witnesses::default()).unwrap_err();
    let expired = refused(include_bytes!("tokens/expired.tsr"));
    assert!(
        expired.to_string().contains("Stamps 0") && expired.to_string().contains("had expired"),
        "{expired}"
    );
    let mail = refused(include_bytes!("tokens/mail.tst"));
    assert!(matches!(&mail, TokenError::Purpose(name) if name.contains("Harbour Mail")), "{mail}");
    assert_eq!(refused(include_bytes!("tokens/without_certificate.tsr")), TokenError::NoSigner);
    let rejected = refused(include_bytes!("tokens/refused.tsr"));
    assert!(
        matches!(&rejected, TokenError::Refused { status: 2, text } if text.contains("digest")),
        "{rejected}"
    );
}

/// Each element of a set is sorted in on decoding, which takes time that grows with the square of their number.
#[test]
fn a_token_larger_than_any_genuine_one_is_refused_before_it_is_decoded() {
    let long = |length: usize| {
        let mut bytes = vec![0x30, 0x83];
        bytes.extend_from_slice(&u32::try_from(length - 5).unwrap().to_be_bytes()[1..]);
        bytes.resize(length, 0);
        Token::read(&bytes).unwrap_err()
    };
    let refused = long(Token::LARGEST_RFC3161 + 1);
    assert!(
        matches!(refused, TokenError::TooLarge { size, most } if size == most + 1 && most == Token::LARGEST_RFC3161),
        "{refused}"
    );
    assert!(refused.to_string().contains("32769 bytes"), "{refused}");
    assert!(matches!(long(Token::LARGEST_RFC3161), TokenError::Damaged(_)));
    const { assert!(Token::LARGEST_FILE >= Token::LARGEST_RFC3161) };
}

/// RFC 5280, section 4.2.1.12: an authority that names no purpose may issue for any.
#[test]
fn a_certificate_on_the_way_need_not_name_a_purpose_but_must_not_name_others() {
    let below = check(include_bytes!("tokens/sub.tsr"), &trusting(ROOT)).unwrap();
    assert!(below.authority.contains("Stamps 7"), "{below}");
    assert!(matches!(&below.trust, Trust::Root(root) if root.contains("Harbour Root")), "{below}");
    let mail = check(include_bytes!("tokens/mailsub.tsr"), &trusting(ROOT)).unwrap_err();
    assert!(
        matches!(&mail, TokenError::Untrusted { reason, .. } if reason.contains("is not one for time stamps")),
        "{mail}"
    );
}

#[test]
fn a_key_that_cannot_be_checked_is_named_and_not_called_a_forgery() {
    let tokens: [(&[u8], &str); 3] = [
        (include_bytes!("tokens/short.tsr"), "an RSA key of 1024 bits"),
        (include_bytes!("tokens/pss.tst"), "an RSA key for PSS alone"),
        (include_bytes!("tokens/curve.tsr"), "a key of the curve 1.3.132.0.35"),
    ];
    for (token, key) in tokens {
        let refused = check(token, &Witnesses::default()).unwrap_err();
        assert!(matches!(&refused, TokenError::Unsupported(what) if what.contains(key)), "{refused}");
    }
}

#[test]
fn sha_1_of_what_is_signed_is_refused() {
    let refused = check(include_bytes!("tokens/sha1.tsr"), &Witnesses::default());
    assert_eq!(refused, Err(TokenError::Unsupported("SHA-1 for what is signed".into())));
}

/// That an extension is not critical is left out in DER. A certificate that says it is written otherwise than it was read.
#[test]
fn a_certificate_that_is_not_in_strict_der_is_not_called_another() {
    let constraints = [0x55, 0x1D, 0x13, 1, 1, 0xFF];
    let critical = ECDSA.windows(6).position(|w| w == constraints).unwrap() + 5;
    let mut loose = ECDSA.to_vec();
    loose[critical] = 0;
    let refused = check(&loose, &Witnesses::default()).unwrap_err();
    assert!(matches!(&refused, TokenError::Unsupported(what) if what.contains("strict DER")), "{refused}");
}

#[test]
fn the_words_of_an_authority_cannot_move_the_cursor() {
    let mut rejected = include_bytes!("tokens/refused.tsr").to_vec();
    let said = rejected.windows(7).position(|w| w == b"digest ").unwrap();
    // Clears a screen; begins text from right to left; C1's own introducer.
    rejected[said..said + 7].copy_from_slice("\u{1b}\u{202e}\u{9b}c".as_bytes());
    let printed = Token::read(&rejected).unwrap_err().to_string();
    assert!(printed.contains("\u{fffd}\u{fffd}\u{fffd}c"), "{printed:?}");
    assert!(!printed.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{printed:?}");
}

/// Some bits are signed by nobody (the status around the token, a version). They may change, but not what is shown.
#[test]
fn no_flipped_bit_shows_anything_else() {
    let whole = check(ECDSA, &trusting(ROOT)).unwrap();
    let mut refused = 0;
    for bit in 0..8 * ECDSA.len() {
        let mut flipped = ECDSA.to_vec();
        flipped[bit / 8] ^= 1 << (bit % 8);
        match check(&flipped, &trusting(ROOT)) {
            Ok(shown) => assert_eq!(shown, whole, "bit {bit}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused * 100 > 8 * ECDSA.len() * 95, "only {refused} of {} flips are refused", 8 * ECDSA.len());
}

/// The last bytes are the signature; those in the middle of the content are the hash.
#[test]
fn a_changed_signature_or_content_is_called_forged() {
    let mut signature = ECDSA.to_vec();
    *signature.last_mut().unwrap() ^= 1;
    assert_eq!(check(&signature, &Witnesses::default()), Err(TokenError::Forged));
    let time = ECDSA.windows(4).position(|w| w == [0x18, 15, b'2', b'0']).unwrap() + 4;
    let mut earlier = ECDSA.to_vec();
    earlier[time] -= 1;
    assert_eq!(check(&earlier, &Witnesses::default()), Err(TokenError::Forged));
}

#[test]
fn cut_tokens_and_other_bytes_are_none() {
    for end in 0..ECDSA.len() {
        assert!(Token::read(&ECDSA[..end]).is_err());
    }
    assert!(matches!(Token::read(b"a text"), Err(TokenError::Unknown)));
    assert!(Roots::default().add(b"a text").is_err());
    assert!(Roots::default().add(STAMPED).is_err());
}

#[cfg(unix)]
#[test]
fn openssl_reads_our_query() {
    let dir = std::env::temp_dir().join(format!("sayso-query-{}", std::process::id()));
    std::fs::create_dir_all(&dir).unwrap();
    let file = dir.join("query.tsq");
    std::fs::write(&file, request(&Imprint::of(STAMPED))).unwrap();
    let query =
        |file: &Path| Command::new("openssl").args(["ts", "-query", "-text", "-in"]).arg(file).output();
    if let Ok(ran) = query(&file) {
        let text = String::from_utf8_lossy(&ran.stdout).into_owned();
        assert!(
            text.contains("Hash Algorithm: sha256") && text.contains("Certificate required: yes"),
            "{text}"
        );
    }
    std::fs::remove_dir_all(&dir).unwrap();
    // Without OpenSSL, its form is held to the bytes: a sequence, version 1, SHA-256, 32 bytes, true.
    let query = request(&Imprint::of(STAMPED));
    assert_eq!(&query[..5], [0x30, 57, 2, 1, 1]);
    assert_eq!(&query[query.len() - 3..], [1, 1, 0xFF]);
    assert!(query.windows(32).any(|w| Imprint::of(STAMPED).digest == w));
}
