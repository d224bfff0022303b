//! Does every proof hold, and no other? All logs of up to 64 entries, all their proofs, and changes to each of them.

use sayso_log::{Hash, ProofError, Tree, leaf_hash, verify_consistency, verify_inclusion};

/// Large enough for every shape of the last levels up to a height of six.
const LARGEST: u64 = 64;

fn log() -> Tree {
    Tree::from_leaves((0..LARGEST).map(|i| leaf_hash(&i.to_be_bytes())).collect())
}

/// The root by the definition of RFC 6962, section 2.1, written as it stands there.
fn defined_root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Tree::new().root(),
        [leaf] => *leaf,
        _ => {
            let mut left = 1;
            while left * 2 < leaves.len() {
                left *= 2;
            }
            let halves = [defined_root(&leaves[..left]), defined_root(&leaves[left..])];
            Tree::from_leaves(halves.to_vec()).root()
        }
    }
}

/// The hash with its bit `at % 256` flipped.
fn flipped(hash: &Hash, at: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[at / 8 % Hash::LEN] ^= 1 << (at % 8);
    Hash::from_bytes(bytes)
}

/// The proof with one hash changed, one too many, one too few, and in reverse.
fn spoiled(proof: &[Hash], bit: usize) -> Vec<Vec<Hash>> {
    let mut all: Vec<Vec<Hash>> = (0..proof.len())
        .map(|at| {
            let mut changed = proof.to_vec();
            changed[at] = flipped(&changed[at], bit);
            changed
        })
        .collect();
    all.push([proof, &[leaf_hash(b"more")]].concat());
    all.extend(proof.split_last().map(|(_, rest)| rest.to_vec()));
    all.extend(proof.split_first().map(|(_, rest)| rest.to_vec()));
    all.extend((proof.len() > 1).then(|| proof.iter().rev().copied().collect()));
    all
}

#[test]
fn roots_follow_the_definition() {
    let log = log();
    let mut grown = Tree::new();
    for size in 0..=LARGEST {
        let leaves = &log.leaves()[..size as usize];
        let root = defined_root(leaves);
        assert_eq!(log.root_at(size), Ok(root));
        assert_eq!(grown.root(), root);
        assert_eq!(grown, Tree::from_leaves(leaves.to_vec()));
        grown.append(leaf_hash(&size.to_be_bytes()));
    }
}

#[test]
fn every_inclusion_proof_holds_and_no_changed_one_does() {
    let log = log();
    for size in 1..=LARGEST {
        let root = log.root_at(size).unwrap();
        for index in 0..size {
            let leaf = log.leaves()[index as usize];
            let proof = log.inclusion_proof(index, size).unwrap();
            assert_eq!(verify_inclusion(&leaf, index, size, &proof, &root), Ok(()), "{index} of {size}");
            let bit = (size * LARGEST + index) as usize;
            for wrong in spoiled(&proof, bit) {
                assert!(verify_inclusion(&leaf, index, size, &wrong, &root).is_err(), "{index} of {size}");
            }
            assert!(verify_inclusion(&flipped(&leaf, bit), index, size, &proof, &root).is_err());
            assert!(verify_inclusion(&leaf, index, size, &proof, &flipped(&root, bit)).is_err());
            for other in (0..=size).filter(|other| *other != index) {
                assert!(verify_inclusion(&leaf, other, size, &proof, &root).is_err(), "{other} of {size}");
            }
        }
    }
}

#[test]
fn every_consistency_proof_holds_and_no_changed_one_does() {
    let log = log();
    for new in 0..=LARGEST {
        let after = log.root_at(new).unwrap();
        for old in 0..=new {
            let before = log.root_at(old).unwrap();
            let proof = log.consistency_proof(old, new).unwrap();
            assert_eq!(verify_consistency(old, new, &proof, &before, &after), Ok(()), "{old} to {new}");
            let bit = (new * LARGEST + old) as usize;
            for wrong in spoiled(&proof, bit) {
                assert!(verify_consistency(old, new, &wrong, &before, &after).is_err(), "{old} to {new}");
            }
            assert!(verify_consistency(old, new, &proof, &flipped(&before, bit), &after).is_err());
            // From the empty log nothing is promised about the new root.
            assert_eq!(
                verify_consistency(old, new, &proof, &before, &flipped(&after, bit)).is_err(),
                old > 0
            );
        }
    }
}

#[test]
fn every_bit_of_a_proof_counts() {
    let log = log();
    let (root, leaf) = (log.root_at(45).unwrap(), log.leaves()[40]);
    let proof = log.inclusion_proof(40, 45).unwrap();
    for bit in 0..8 * Hash::LEN {
        for wrong in spoiled(&proof, bit) {
            assert!(verify_inclusion(&leaf, 40, 45, &wrong, &root).is_err());
        }
    }
}

#[test]
fn a_rewritten_log_cannot_prove_that_it_is_consistent() {
    let honest = log();
    for changed in [0, 7, 31, 39] {
        let mut leaves = honest.leaves().to_vec();
        leaves[changed] = leaf_hash(b"another story");
        let forged = Tree::from_leaves(leaves);
        for old in changed as u64 + 1..LARGEST {
            let proof = forged.consistency_proof(old, LARGEST).unwrap();
            let before = honest.root_at(old).unwrap();
            assert!(verify_consistency(old, LARGEST, &proof, &before, &forged.root()).is_err());
        }
    }
}

#[test]
fn what_the_log_does_not_hold_is_refused() {
    let log = log();
    assert_eq!(log.root_at(65), Err(ProofError::BeyondEnd { size: 65, len: 64 }));
    assert_eq!(log.inclusion_proof(3, 65), Err(ProofError::BeyondEnd { size: 65, len: 64 }));
    assert_eq!(log.inclusion_proof(5, 5), Err(ProofError::IndexOutside { index: 5, size: 5 }));
    assert_eq!(log.inclusion_proof(u64::MAX, 5), Err(ProofError::BeyondEnd { size: u64::MAX, len: 64 }));
    assert_eq!(log.consistency_proof(6, 5), Err(ProofError::Shrunk { old: 6, new: 5 }));
    let root = log.root();
    assert_eq!(verify_consistency(6, 5, &[], &root, &root), Err(ProofError::Shrunk { old: 6, new: 5 }));
    let far = verify_inclusion(&root, u64::MAX - 1, u64::MAX, &[root; 200], &root);
    assert_eq!(far, Err(ProofError::WrongLength { hashes: 200 }));
}
