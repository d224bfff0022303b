//! `sayso-eval cues`: how well do their neighbours in meaning space tell what verbs of speech say, and what do they say of those
//! that the lexicon lacks?

use std::fs;

use sayso_eval::{EvalError, likened};
use sayso_reader::Embedder;

use crate::arguments::Arguments;

/// Prints what leaving out each verb of the lexicon gives, and with `--out` writes the rows of the table.
pub fn run(given: &Arguments) -> Result<Vec<(&'static str, f64)>, EvalError> {
    let embedder = Embedder::shipped()?;
    println!("model   {} {:?}", embedder.model().version, embedder.model().digest);
    let listed = likened::listed_verbs(&embedder);
    let sum = likened::leave_one_out(&listed);
    let share = |part: usize, of: usize| 100.0 * part as f64 / of.max(1) as f64;
    println!("{} listed verbs, each left out in turn; attitude right, per cent:", sum.verbs);
    println!("  all read as plain saying              {:.1}", share(sum.most_frequent, sum.verbs));
    println!("  as the nearest verb                   {:.1}", share(sum.nearest_right, sum.verbs));
    println!(
        "  as the {} nearest, where they agree    {:.1} of {} ({:.1} decided)",
        likened::AGREEING,
        share(sum.right, sum.decided),
        sum.decided,
        share(sum.decided, sum.verbs)
    );
    println!(
        "  of these, those that say more than that something is said: {:.1} of {}",
        share(sum.telling_right, sum.telling),
        sum.telling
    );
    if let Some(path) = &given.out {
        let rows = likened::rows(&embedder, &listed).join("\n") + "\n";
        fs::write(path, rows).map_err(|source| EvalError::File { path: path.clone(), source })?;
    }
    Ok(vec![("agreed-right", share(sum.right, sum.decided))])
}
