//! Figures that changed on the way.

use sayso_model::{DriftKind, Reason, Relation};

use crate::proposition::{Proposition, stem};

/// A lost hedge before a figure, or another figure of the same unit.
pub(crate) fn figures(from: &Proposition<'_>, to: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
    for a in &from.statement.quantities {
        for b in to.statement.quantities.iter().filter(|b| b.unit == a.unit && a.unit.is_some()) {
            let (x, y) = (a.high.or(a.low), b.high.or(b.low));
            let words = vec![from.evidence(a.span), to.evidence(b.span)];
            let hedged = matches!(a.relation, Relation::AtMost | Relation::AtLeast | Relation::About)
                && b.relation == Relation::Equal;
            let (before, after) = (a.span.of(&from.article.text), b.span.of(&to.article.text));
            if x.is_some() && x == y && hedged {
                return Some((
                    DriftKind::HedgeLost,
                    Reason::with(format!("“{before}” became “{after}”"), words),
                ));
            }
            // Figures that the other content has as well are not changed, only told in another order.
            let elsewhere = |v: Option<f64>, p: &Proposition<'_>| p.figures().any(|(w, _)| Some(w) == v);
            if x.is_some() && y.is_some() && x != y && !elsewhere(x, to) && !elsewhere(y, from) {
                return Some((
                    DriftKind::QuantityChanged,
                    Reason::with(format!("“{before}” became “{after}”"), words),
                ));
            }
        }
    }
    moved(from, to)
}

/// A count that went to another thing: “four leaks” that explosions made become “four explosions”.
fn moved(from: &Proposition<'_>, to: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
    for a in &from.statement.quantities {
        for b in to.statement.quantities.iter().filter(|b| b.low == a.low && b.high == a.high) {
            let (Some(x), Some(y)) = (a.unit.as_deref(), b.unit.as_deref()) else { continue };
            let known = a.low.or(a.high).is_some_and(|value| value > 1.0);
            // Both things are in both contents, and only one of them is counted in each.
            let names = |p: &Proposition<'_>, thing: &str| p.stems.contains(&stem(thing));
            let counts = |p: &Proposition<'_>, thing: &str| {
                p.statement.quantities.iter().any(|q| q.unit.as_deref() == Some(thing))
            };
            if known && x != y && names(from, y) && names(to, x) && !counts(from, y) && !counts(to, x) {
                let (before, after) = (a.span.of(&from.article.text), b.span.of(&to.article.text));
                let words = vec![from.evidence(a.span), to.evidence(b.span)];
                let text = format!("“{before}” became “{after}”");
                return Some((DriftKind::QuantityChanged, Reason::with(text, words)));
            }
        }
    }
    None
}
