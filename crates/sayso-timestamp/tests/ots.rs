//! OpenTimestamps proofs, written here by the public form: what they lead to, and which are none.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use sayso_timestamp::{Attestation, BlockHeader, Imprint, Shown, Token, TokenError, Witnesses};

const STAMPED: &[u8] = b"harbour.example/case-7\n3\nAAAA\n";
const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01\x08";
const BITCOIN: [u8; 8] = [0x05, 0x88, 0x96, 0x0D, 0x73, 0xD7, 0x19, 0x01];
const PENDING: [u8; 8] = [0x83, 0xDF, 0xE3, 0x0D, 0x2E, 0xF9, 0x0C, 0x8E];

fn counted(bytes: &[u8]) -> Vec<u8> {
    [&[u8::try_from(bytes.len()).unwrap()], bytes].concat()
}

fn attestation(tag: [u8; 8], payload: &[u8]) -> Vec<u8> {
    [&[0][..], &tag, &counted(payload)].concat()
}

fn pending(calendar: &str) -> Vec<u8> {
    attestation(PENDING, &counted(calendar.as_bytes()))
}

/// Block 300: 0x12C in groups of seven bits.
fn block_300() -> Vec<u8> {
    attestation(BITCOIN, &[0xAC, 0x02])
}

fn proof(tree: &[u8]) -> Vec<u8> {
    [MAGIC, &Imprint::of(STAMPED).digest, tree].concat()
}

/// `append 01 02`, SHA-256, and below it a fork: a calendar, and `prepend 03`, SHA-256, block 300.
fn forked() -> Vec<u8> {
    let parts: [&[u8]; 6] = [
        &[0xF0, 2, 1, 2, 0x08, 0xFF],
        &pending("https://calendar.example"),
        &[0xF1, 1, 3],
        &[0x08],
        &block_300(),
        &[],
    ];
    parts.concat()
}

fn leads_to(file: &[u8]) -> Result<Vec<Attestation>, TokenError> {
    match Token::read(file)?.check(STAMPED, &Witnesses::default())? {
        Shown::Attestations(all) => Ok(all.into_iter().map(|(attestation, _)| attestation).collect()),
        Shown::Attested(_) => panic!("a proof is read as another token"),
    }
}

#[test]
fn both_branches_of_a_fork_are_followed_from_the_same_bytes() {
    let before = Imprint::of(&[Imprint::of(STAMPED).digest.as_slice(), &[1, 2]].concat()).digest;
    let root = Imprint::of(&[&[3], before.as_slice()].concat()).digest;
    let found = leads_to(&proof(&forked())).unwrap();
    let pending = Attestation::Pending { calendar: "https://calendar.example".into() };
    assert_eq!(found, [pending, Attestation::Bitcoin { height: 300, root }]);
}

#[test]
fn what_cannot_be_checked_offline_is_said() {
    let shown = Token::read(&proof(&forked())).unwrap().check(STAMPED, &Witnesses::default()).unwrap();
    let words = shown.in_words();
    assert!(
        words[0].contains("https://calendar.example") && words[0].contains("shows nothing yet"),
        "{words:?}"
    );
    assert!(
        words[1].contains("Bitcoin block 300") && words[1].contains("cannot be checked offline"),
        "{words:?}"
    );
}

#[test]
fn a_proof_larger_than_any_genuine_one_is_refused() {
    let refused = Token::read(&proof(&vec![0xF3; Token::LARGEST_OPENTIMESTAMPS])).unwrap_err();
    assert!(matches!(refused, TokenError::TooLarge { .. }), "{refused}");
}

#[test]
fn other_bytes_and_other_blocks_are_refused() {
    let token = Token::read(&proof(&forked())).unwrap();
    assert!(matches!(token.check(b"other", &Witnesses::default()), Err(TokenError::Imprint { .. })));
    // The first block of the chain, which holds no proof of ours.
    let first = "0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c";
    let headers = vec![BlockHeader::parse(first).unwrap()];
    let refused = token.check(STAMPED, &Witnesses { headers, ..Witnesses::default() }).unwrap_err();
    assert!(matches!(refused, TokenError::OtherBlock { height: 300, .. }), "{refused}");
}

/// The first block of the chain has one transaction, and that hashed twice is its Merkle root: a proof for a file that is the transaction.
#[test]
fn a_header_with_the_root_confirms_the_time() {
    let header = BlockHeader::parse("0100000000000000000000000000000000000000000000000000000000000000000000003ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c").unwrap();
    // The block's only transaction: its hash, taken twice, is the Merkle root.
    let transaction = hex(
        "01000000010000000000000000000000000000000000000000000000000000000000000000ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e206272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c384df7ba0b8d578a4c702b6bf11d5fac00000000",
    );
    // One SHA-256 is the file's own hash, the step makes the second.
    let file = [MAGIC, &Imprint::of(&transaction).digest, &[0x08], &attestation(BITCOIN, &[0])].concat();
    let witnesses = Witnesses { headers: vec![header], ..Witnesses::default() };
    let shown = Token::read(&file).unwrap().check(&transaction, &witnesses).unwrap();
    assert!(
        shown.in_words()[0].starts_with("it was there at 2009-01-03T18:15:05Z"),
        "{:?}",
        shown.in_words()
    );
    // The header has no height: only the proof says which block it is.
    assert!(shown.in_words()[0].contains("the proof names it Bitcoin block 0"), "{:?}", shown.in_words());
}

fn hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

#[test]
fn steps_that_are_not_done_here_are_named() {
    let found = leads_to(&proof(&[&[0x03, 0x08], block_300().as_slice()].concat())).unwrap();
    assert_eq!(found, [Attestation::NotReplayed { step: "RIPEMD-160" }]);
    let unknown = leads_to(&proof(&attestation([7; 8], &[1, 2, 3]))).unwrap();
    assert_eq!(unknown, [Attestation::Unknown { tag: "0707070707070707".into() }]);
}

/// Each flip of the steps leads elsewhere, is no proof any more, or is read as another attestation: never as the same one.
#[test]
fn a_flipped_bit_leads_elsewhere() {
    let whole = proof(&forked());
    let found = leads_to(&whole).unwrap();
    for bit in 0..8 * whole.len() {
        let mut flipped = whole.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        assert_ne!(leads_to(&flipped), Ok(found.clone()), "bit {bit}");
    }
}

#[test]
fn what_is_cut_or_endless_is_no_proof() {
    let whole = proof(&forked());
    for end in 0..whole.len() {
        assert!(Token::read(&whole[..end]).is_err(), "{end}");
    }
    assert!(Token::read(&[whole.as_slice(), &[0]].concat()).is_err());
    for endless in [vec![0xFF; 100_000], vec![0x08; 100_000], vec![0xF3; 1000]] {
        assert!(Token::read(&proof(&endless)).is_err());
    }
    assert!(Token::read(&proof(&[0xF0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1])).is_err());
    assert!(Token::read(&proof(&attestation(BITCOIN, &[1, 2, 3]))).is_err());
}

/// The same proof was written once by `opentimestamps` 0.4 of PyPI, to the same bytes, and its `all_attestations` gave these hashes.
#[test]
fn the_reference_implementation_reaches_the_same_hashes() {
    let litecoin = attestation([0x06, 0x86, 0x9A, 0x0D, 0x73, 0xD7, 0x1B, 0x45], &[0xF0, 0xA2, 0x04]);
    let parts: [&[u8]; 9] = [
        &[0xF0, 2, 1, 2, 0x08, 0xFF],
        &pending("https://calendar.example"),
        &[0xFF],
        &[0xF1, 1, 3, 0x08],
        &block_300(),
        &[0xF2, 0xF3],
        &[0x02, 0x08],
        &litecoin,
        &[],
    ];
    let found = leads_to(&proof(&parts.concat())).unwrap();
    let bitcoin = hex("c13898b13205d11ae70146093ec232c0ce85e8f97670ea58937272083b3734cd");
    let other = hex("c5f2fb23816965c50be090846cc464a2ab042ffbc29961006d023dd7bc70197c");
    assert_eq!(found[1], Attestation::Bitcoin { height: 300, root: bitcoin });
    assert_eq!(found[2], Attestation::OtherChain { chain: "Litecoin", height: 70_000, root: other });
}
