//! How credible is what is said, and how far can those be relied on who say it? The two halves of the Admiralty code, kept apart.
//!
//! The figure follows from the claim's status alone; the letter is a person's judgement of an actor and follows from nothing.

use sayso_model::Status;
use serde::Serialize;

use crate::texts::credibility as texts;

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
        Status::Confirmed => (1, texts::CONFIRMED),
        Status::Corroborated => (2, texts::CORROBORATED),
        Status::SingleSource => (3, texts::SINGLE_SOURCE),
        Status::Contested => (4, texts::CONTESTED),
        Status::Unconfirmed => (6, texts::UNCONFIRMED),
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
