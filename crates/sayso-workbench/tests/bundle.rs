//! A bundle is checked without the case, and another desk makes the same ledger of it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::io::{Cursor, Read as _};

use jiff::Timestamp;
use sayso_capture::zip::{ZipReader, ZipWriter};
use sayso_model::{Capture, Location, MediaType};
use sayso_workbench::{Bundle, Engines, Silent, Workbench};

const TEXTS: [&str; 2] = [
    "url: https://quay.example/1\noutlet: The Quay\n\nThe quay is shut, Ada Berg said on Monday.\n",
    "outlet: The Pier\n\nAda Berg denied on Monday that the quay was shut.\n",
];

/// The bundle of a small case, with the root of its log.
fn bundle(engines: &Engines) -> (Vec<u8>, String) {
    let dir = tempfile::tempdir().unwrap();
    let mut case = Workbench::create(dir.path().join("c")).unwrap();
    let time: Timestamp = "2031-03-04T06:00:00Z".parse().unwrap();
    case.keep_archive(b"what stands for an archive", time).unwrap();
    let capture = |n: usize| {
        Capture::new(Location::File(format!("{n}.txt")), time, MediaType::Text, TEXTS[n].as_bytes().to_vec())
    };
    case.add(&[capture(0), capture(1)]).unwrap();
    case.refresh(engines, &Silent).unwrap();
    case.sign().unwrap();
    (case.bundle(engines).unwrap(), case.verify().unwrap().root)
}

#[test]
fn another_desk_makes_the_same_ledger_of_a_bundle() {
    let engines = Engines::shipped().unwrap();
    let (bytes, root) = bundle(&engines);
    let bundle = Bundle::read(&bytes).unwrap();
    let verified = bundle.verify();
    assert_eq!((verified.differences, verified.captures, &verified.root), (Vec::new(), 2, &root));
    let dir = tempfile::tempdir().unwrap();
    let (case, differences) =
        Workbench::open_bundle(dir.path().join("c"), &bundle, &engines, &Silent).unwrap();
    assert_eq!(differences, [""; 0]);
    let verified = case.verify().unwrap();
    assert_eq!((verified.differences, &verified.root), (Vec::new(), &root));
    assert_eq!(case.bundle(&engines).unwrap(), bytes, "the bundle of the bundle is the bundle");
    let snapshot = case.snapshot().unwrap();
    let proofs = case.proofs(&snapshot, snapshot.claims[0].id.as_str()).unwrap().unwrap();
    assert_eq!(proofs.root, root);
    for proof in &proofs.proofs {
        let hashes: Vec<_> = proof.hashes.iter().map(|hash| sayso_log::Hash::parse(hash).unwrap()).collect();
        let (leaf, root) =
            (sayso_log::leaf_hash(proof.entry.as_bytes()), sayso_log::Hash::parse(&root).unwrap());
        sayso_log::verify_inclusion(&leaf, proof.index, proofs.size, &hashes, &root).unwrap();
    }
}

#[test]
fn a_flipped_bit_anywhere_in_a_bundle_is_found() {
    let engines = Engines::shipped().unwrap();
    let (bytes, _) = bundle(&engines);
    for bit in (0..8 * bytes.len()).step_by(101) {
        let mut flipped = bytes.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let found = Bundle::read(&flipped).map(|bundle| bundle.verify().differences);
        assert!(found.is_err() || found.is_ok_and(|differences| !differences.is_empty()), "bit {bit}");
    }
    for cut in (0..bytes.len()).step_by(97) {
        assert!(Bundle::read(&bytes[..cut]).is_err(), "cut at {cut}");
    }
}

#[test]
fn a_directory_that_names_the_same_bytes_many_times_is_refused() {
    let mut zip = ZipWriter::new(Vec::new());
    zip.file("captures/x", &b" ".repeat(100_000)).unwrap();
    let whole = zip.finish().unwrap();
    let end = whole.len() - 22;
    let number = |at: usize| u32::from_le_bytes(whole[at..at + 4].try_into().unwrap()) as usize;
    let (size, start) = (number(end + 12), number(end + 16));
    let directory = whole[start..start + size].repeat(50);
    let mut last = whole[end..].to_vec();
    last[12..16].copy_from_slice(&u32::try_from(directory.len()).unwrap().to_le_bytes());
    let error = Bundle::read(&[&whole[..start], &directory, &last].concat()).unwrap_err();
    assert!(error.to_string().contains("its parts are larger than the whole"), "{error}");
}

#[test]
fn a_part_that_is_in_a_bundle_twice_is_refused() {
    let (bytes, _) = bundle(&Engines::shipped().unwrap());
    let mut old = ZipReader::open(Cursor::new(&bytes)).unwrap();
    let mut again = ZipWriter::new(Vec::new());
    for entry in old.entries.clone() {
        let mut content = Vec::new();
        old.content(&entry).unwrap().read_to_end(&mut content).unwrap();
        again.file(&entry.name, &content).unwrap();
        if entry.name == "checkpoint" {
            again.file(&entry.name, b"another one").unwrap();
        }
    }
    let refused = Bundle::read(&again.finish().unwrap()).unwrap_err();
    assert!(refused.to_string().contains("twice") || format!("{refused:?}").contains("twice"), "{refused:?}");
}
