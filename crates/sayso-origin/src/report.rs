//! How is a pair of articles that share text put into words? With all passages, and with reasons that show the longest.

use std::cmp::Reverse;

use sayso_model::{Evidence, Reason, SharedPassage, TextReuse};

use crate::{direction::direction, places::hull, prepared::Prepared, verdict::Shared};

/// Passages shown as evidence in a reason; the rest is in the pair's list.
const SHOWN: usize = 3;

pub(crate) fn in_words(first: &Prepared, second: &Prepared, shared: &Shared<'_>) -> TextReuse {
    let (of_first, of_second) = (first.places.spans(), second.places.spans());
    let mut passages: Vec<SharedPassage> = shared
        .passages
        .iter()
        .map(|p| SharedPassage {
            first: hull(&of_first, p.in_first()),
            second: hull(&of_second, p.in_second()),
        })
        .collect();
    passages.sort_unstable();
    let direction = direction(first, second);
    TextReuse {
        first: first.id.clone(),
        second: second.id.clone(),
        share_of_first: shared.of_first,
        share_of_second: shared.of_second,
        reasons: vec![sharing(first, second, shared, &passages), direction.reason],
        passages,
        derived: direction.derived,
    }
}

/// Says how much the two share and shows the longest passages.
fn sharing(first: &Prepared, second: &Prepared, shared: &Shared<'_>, passages: &[SharedPassage]) -> Reason {
    let percent = |share: f64| (100.0 * share).round();
    let text = format!(
        "{} % of the words of {} stand in the same order in {}, {} % the other way round",
        percent(shared.of_first),
        first.name,
        second.name,
        percent(shared.of_second)
    );
    let mut longest: Vec<&SharedPassage> = passages.iter().collect();
    longest.sort_by_key(|p| (Reverse(p.first.len()), p.first));
    let place = |article: &Prepared, span| Evidence::in_text(&article.id, span);
    let evidence = longest.iter().take(SHOWN).flat_map(|p| [place(first, p.first), place(second, p.second)]);
    Reason::with(text, evidence.collect())
}
