//! How credible is what is said, and how far can those be relied on who say it? The two halves of the Admiralty code, kept apart.
//!
//! The figure follows from the claim's status alone; the letter is a person's judgement of an actor and follows from nothing.

use sayso_model::Status;
use serde::Serialize;

/// The credibility of what a claim says: 1 to 6, with the rule that gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Credibility {
    /// The figure of the Admiralty code (NATO AJP-2.1), 1 being the best. 5, "improbable", is never given: the program does not say
    /// that something is false.
    pub figure: u8,
    /// Why, in words.
    pub rule: &'static str,
}

/// The figure that follows from a status.
pub fn credibility(status: Status) -> Credibility {
    let (figure, rule) = match status {
        Status::Confirmed => (1, "the claim is confirmed by an actor other than its origin"),
        Status::Corroborated => (2, "independent origins assert the claim, and nobody denies it"),
        Status::SingleSource => (3, "one origin asserts the claim, and nobody denies it"),
        Status::Contested => (4, "the claim is denied or doubted"),
        Status::Unconfirmed => {
            (6, "nobody who is named asserts the claim firmly, so that it cannot be judged")
        }
    };
    Credibility { figure, rule }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_support_never_gives_a_worse_figure_and_nothing_is_called_improbable() {
        let best_first = [
            Status::Confirmed,
            Status::Corroborated,
            Status::SingleSource,
            Status::Contested,
            Status::Unconfirmed,
        ];
        let figures: Vec<u8> = best_first.iter().map(|s| credibility(*s).figure).collect();
        assert!(figures.is_sorted() && !figures.contains(&5), "{figures:?}");
        assert_eq!(best_first.len(), Status::ALL.len());
    }
}
