//! Which figures must be reached? Floors stand in `floors.json`, are raised when the program gets better, and never lowered.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::error::EvalError;

const SHIPPED: &str = include_str!("../floors.json");

/// Lowest admissible figures, by benchmark and figure.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub struct Floors(BTreeMap<String, BTreeMap<String, f64>>);

impl Floors {
    /// Reads the floors that stand beside the code.
    ///
    /// # Errors
    /// When the file is damaged.
    pub fn shipped() -> Result<Self, EvalError> {
        Self::parse(SHIPPED)
    }

    /// Reads floors from JSON: `{"benchmark": {"figure": floor}}`.
    ///
    /// # Errors
    /// When it is not of that form.
    pub fn parse(json: &str) -> Result<Self, EvalError> {
        serde_json::from_str(json).map_err(EvalError::Floors)
    }

    /// Says in words which figures of a benchmark lie below their floor, and which floors have no figure.
    pub fn broken(&self, benchmark: &str, figures: &[(&str, f64)]) -> Vec<String> {
        let Some(floors) = self.0.get(benchmark) else {
            return vec![format!("no floors for {benchmark}")];
        };
        floors
            .iter()
            .filter_map(|(name, floor)| match figures.iter().find(|(figure, _)| figure == name) {
                Some((_, value)) if value >= floor => None,
                Some((_, value)) => Some(format!("{benchmark} {name}: {value:.2} is below {floor:.2}")),
                None => Some(format!("{benchmark} {name}: not measured")),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_below_its_floor_and_a_missing_one_are_both_broken() {
        let floors = Floors::parse(r#"{"x": {"a": 70, "b": 30}}"#).unwrap();
        assert!(floors.broken("x", &[("a", 70.0), ("b", 31.0)]).is_empty());
        assert_eq!(floors.broken("x", &[("a", 69.99)]).len(), 2);
        assert_eq!(floors.broken("y", &[]).len(), 1);
    }

    #[test]
    fn the_shipped_floors_are_well_formed() {
        assert!(Floors::shipped().is_ok());
    }
}
