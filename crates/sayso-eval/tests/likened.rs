//! Is the table of verbs that the lexicon lacks what the shipped model makes of them?

use sayso_eval::likened::{leave_one_out, listed_verbs, rows};
use sayso_reader::Embedder;
use sayso_statement::likened_verbs;

/// The neighbours without their cosines, whose last digit may differ from one processor to another.
fn names(neighbours: &str) -> Vec<&str> {
    neighbours.split(", ").filter_map(|n| n.rsplit_once(' ')).map(|(verb, _)| verb).collect()
}

#[test]
fn the_table_is_what_the_model_makes_of_its_verbs() {
    let embedder = Embedder::shipped().unwrap();
    let made = rows(&embedder, &listed_verbs(&embedder));
    for (verb, row) in likened_verbs().iter().zip(&made) {
        let columns: Vec<&str> = row.split('\t').collect();
        assert_eq!(columns[2], verb.class.unwrap_or("-"), "{row}");
        assert_eq!(names(columns[3]), names(verb.neighbours), "{row}");
    }
}

#[test]
fn agreeing_neighbours_do_better_than_reading_all_verbs_as_plain_saying() {
    let embedder = Embedder::shipped().unwrap();
    let sum = leave_one_out(&listed_verbs(&embedder));
    assert!(sum.right * sum.verbs > sum.most_frequent * sum.decided, "{sum:?}");
}
