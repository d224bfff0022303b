//! Two figures that share one measure: "blasts of 2.3 and 2.1 on the Richter scale" is what one statement says of how much.

use sayso_model::{Quantity, Relation};

use super::measure::is_measure;

/// Joins neighbours of the form "2.3 and 2.1 kg", where only the second names the measure, to one figure from the lesser to the
/// greater. `quantities` are those of one content in text order; those of counted things stay apart: "3 and 4 soldiers" are
/// seven.
pub(crate) fn with_joint(text: &str, quantities: Vec<Quantity>) -> Vec<Quantity> {
    let mut out: Vec<Quantity> = Vec::with_capacity(quantities.len());
    for quantity in quantities {
        match out.last().and_then(|before| joint(text, before, &quantity)) {
            Some(both) => {
                out.pop();
                out.push(both);
            }
            None => out.push(quantity),
        }
    }
    out
}

fn joint(text: &str, first: &Quantity, second: &Quantity) -> Option<Quantity> {
    let between = text.get(first.span.end..second.span.start)?;
    let exact = |q: &Quantity| q.low.filter(|low| q.high == Some(*low) && q.relation == Relation::Equal);
    let shared = first.unit.is_none() && second.unit.as_deref().is_some_and(is_measure);
    // "12 and 14 metres respectively" says which is which.
    let told_apart = text[second.span.end..].trim_start().starts_with("respectively");
    let (a, b) = exact(first).zip(exact(second))?;
    (between == " and " && shared && !told_apart).then(|| Quantity {
        span: first.span.hull(second.span),
        low: Some(a.min(b)),
        high: Some(a.max(b)),
        ..second.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::quantities;

    fn read(text: &str) -> Vec<(Option<f64>, Option<f64>, Option<String>)> {
        with_joint(text, quantities(text, &[])).into_iter().map(|q| (q.low, q.high, q.unit)).collect()
    }

    #[test]
    fn two_figures_of_one_measure_are_one() {
        let magnitude = Some("magnitude".to_owned());
        assert_eq!(
            read("It measured 2.3 and 2.1 on the Richter scale."),
            [(Some(2.1), Some(2.3), magnitude)]
        );
    }

    #[test]
    fn counted_things_and_figures_told_apart_stay_two() {
        assert_eq!(read("They buried 3 and 4 soldiers.").len(), 2);
        assert_eq!(read("The hulls are 12 and 14 metres respectively.").len(), 2);
        assert_eq!(read("It carried 12 kg and 14 kg.").len(), 2);
    }
}
