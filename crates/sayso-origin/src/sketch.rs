//! Which few runs of five words stand for an article when candidates are looked for? Those that are smallest among their
//! neighbours (winnowing), so that a passage picks the same runs wherever it stands.

use crate::{
    fingerprint::{grams, is_counted},
    prepared::Prepared,
};

/// Runs of five words in a row of which at least one is kept (Schleimer, Wilkerson & Aiken 2003). With four, any eight words in a
/// row that two articles share give them a common run, and two runs in five are kept.
const WINDOW: usize = 4;

/// A run of five words that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sampled {
    /// Hash of the words in order. Thirty-two bits: two different runs that meet only cost a comparison.
    pub hash: u32,
    /// Number of its first word.
    pub at: u32,
}

/// The runs that are kept of an article, each once, sorted by hash.
pub(crate) fn sketch(article: &Prepared) -> Vec<Sampled> {
    let hashes = grams(&article.words).map(spread);
    let counted = is_counted(&article.standing);
    let runs: Vec<Option<u32>> = hashes.zip(counted).map(|(hash, counted)| counted.then_some(hash)).collect();
    by_hash(smallest_of_windows(&runs))
}

/// The runs that are kept of a text of which all counts, by the hashes of its runs in order.
pub(crate) fn sketch_of_runs(runs: &[u64]) -> Vec<Sampled> {
    let runs: Vec<Option<u32>> = runs.iter().map(|&hash| Some(spread(hash))).collect();
    by_hash(smallest_of_windows(&runs))
}

fn by_hash(mut kept: Vec<Sampled>) -> Vec<Sampled> {
    kept.sort_unstable();
    kept.dedup_by_key(|sampled| sampled.hash);
    kept
}

/// The smallest run of each window, the last of equal ones; a text shorter than a window is one.
fn smallest_of_windows(runs: &[Option<u32>]) -> Vec<Sampled> {
    let mut kept: Vec<Sampled> = Vec::with_capacity(runs.len() / 2);
    for (start, window) in runs.windows(WINDOW.min(runs.len()).max(1)).enumerate() {
        let mut smallest: Option<(u32, usize)> = None;
        for (k, run) in window.iter().enumerate() {
            if let Some(hash) = *run
                && smallest.is_none_or(|(least, _)| hash <= least)
            {
                smallest = Some((hash, start + k));
            }
        }
        if let Some((hash, at)) = smallest
            && kept.last().is_none_or(|last| last.at != at as u32)
        {
            kept.push(Sampled { hash, at: at as u32 });
        }
    }
    kept
}

/// Thirty-two bits that all depend on the hash: the smallest are kept, so the order must have nothing to do with the words.
fn spread(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed >> 32) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<u32> {
        sketch(&Prepared::new(&sayso_testkit::article("a", text))).iter().map(|s| s.hash).collect()
    }

    fn numbered(prefix: &str, words: usize) -> String {
        (0..words).map(|n| format!("{prefix}{n} ")).collect()
    }

    #[test]
    fn any_eight_words_in_a_row_share_a_run() {
        for start in 0..40 {
            let all = numbered("w", 48);
            let eight: Vec<&str> = all.split(' ').skip(start).take(8).collect();
            let other = of(&format!("{} {} {}.", numbered("x", 20), eight.join(" "), numbered("y", 20)));
            assert!(of(&format!("{all}.")).iter().any(|hash| other.contains(hash)), "{start}");
        }
    }

    #[test]
    fn two_runs_in_five_are_kept() {
        let kept = of(&format!("{}.", numbered("w", 10_000))).len();
        assert!((3_700..4_300).contains(&kept), "{kept}");
    }

    #[test]
    fn the_shortest_texts_have_a_sketch_or_none() {
        assert_eq!(of("The dam above the town broke.").len(), 1);
        assert!(of("The dam broke.").is_empty());
    }
}
