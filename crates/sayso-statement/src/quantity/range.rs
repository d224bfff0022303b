//! Ranges: "10 to 12", "10-12", "between 3 and 5", "from £90 a crate to £55", "six to eight hundred", "two or three".

use super::{Reader, amount::Amount, lexicon::MATCHES, unit::Unit};

/// How many tokens may stand between the measure of "from" and its "to": "from 9 knots in the spring to 14".
const GAP: usize = 6;

/// How far from two figures a word of matches makes them a score.
const SCORE_WITHIN: usize = 5;

/// The upper figure of a range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Upper {
    /// Its value.
    pub value: f64,
    /// What the lower figure is multiplied with: "six to eight hundred".
    pub shared: f64,
    /// The token after it.
    pub to: usize,
}

/// What stands before a range.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    From,
    Between,
    Bare,
}

impl Reader<'_> {
    /// The upper figure of a range whose lower is `first`, counted in `unit`, with everything before it from token `start` on.
    pub fn upper(
        &self,
        start: usize,
        first: &Amount,
        unit: Option<&Unit>,
        currency: Option<&str>,
    ) -> Option<Upper> {
        let low = first.value().filter(|_| !first.is_share)?;
        let opened = self.opened(start);
        let (at, is_measured) = self.any_link(first, opened, unit, currency)?;
        let (mark, at) = match self.currency_after(at) {
            Some((code, next)) => (Some(code), next),
            None => (None, at),
        };
        if mark.is_some() && mark.as_deref() != currency {
            return None;
        }
        let last = self.last_of(self.amount(at, currency.is_some())?);
        let value = last.value()?;
        let shared = shared_scale(first, &last, opened);
        let ordered = value > low * shared || opened == Opened::From && value != low * shared;
        let unit_after = self.measure(last.to, false);
        let same_unit = unit_after.as_ref().zip(unit).is_none_or(|(a, b)| a.name == b.name);
        let linked = match opened {
            Opened::From | Opened::Between => same_unit,
            Opened::Bare if self.is_target(start, first, &last) => false,
            // "£6 to 9 men": without its mark the second is money only if it shares a magnitude or a dash.
            Opened::Bare if currency.is_some() => {
                mark.is_some() || shared > 1.0 || !is_measured && self.lower(first.to) != "to"
            }
            // "8 percent to 12 percent", but not "8 percent to 70".
            Opened::Bare => !is_measured || unit_after.is_some() && same_unit,
        };
        (ordered && linked && !self.is_clock(last.to)).then_some(Upper { value, shared, to: last.to })
    }

    /// The token after the link between two figures, and whether the measure of the first stands before it.
    fn any_link(
        &self,
        first: &Amount,
        opened: Opened,
        unit: Option<&Unit>,
        currency: Option<&str>,
    ) -> Option<(usize, bool)> {
        let low = first.value()?;
        if let Some(at) = self.link(first.to, opened, low) {
            return Some((at, false));
        }
        let after = unit.filter(|u| u.is_measure).map(|u| u.to).or(currency.map(|_| first.to))?;
        let at = self.link(after, opened, low).or_else(|| self.distant_link(after, opened))?;
        Some((at, true))
    }

    fn opened(&self, start: usize) -> Opened {
        match start.checked_sub(1).map(|k| self.lower(k)) {
            Some("from") => Opened::From,
            Some("between") => Opened::Between,
            _ => Opened::Bare,
        }
    }

    /// The token after the link of a range at token `at`.
    fn link(&self, at: usize, opened: Opened, low: f64) -> Option<usize> {
        if self.tokens.get(at).is_none_or(|t| t.opens) {
            return None;
        }
        let hanging = usize::from(self.text(at) == "-" && self.lower(at + 1) == "to");
        match self.lower(at + hanging) {
            "to" => Some(at + hanging + 1),
            "and" if opened == Opened::Between => Some(at + 1),
            "–" | "-" | "—" | "‑" if self.glued(at) == self.glued(at + 1) => Some(at + 1),
            "or" => self.next_number(at + 1, low),
            _ => None,
        }
    }

    /// "two or three": the figures follow each other, so they are one estimate.
    fn next_number(&self, at: usize, low: f64) -> Option<usize> {
        let next = self.amount(at, false)?.value()?;
        (next == low + 1.0 && low < 20.0).then_some(at)
    }

    /// The token after the "to" of a "from", behind words that say of what or when.
    fn distant_link(&self, at: usize, opened: Opened) -> Option<usize> {
        if opened != Opened::From {
            return None;
        }
        for k in at..(at + GAP).min(self.tokens.len()) {
            let token = &self.tokens[k];
            if self.lower(k) == "to" {
                return Some(k + 1);
            }
            let year = token.value().is_some_and(|v| super::names::is_year(v, token.text));
            if !(token.is_word() || year) {
                return None;
            }
        }
        None
    }

    /// "from 6 to 8-9 crore": of a range at the upper end the last figure.
    fn last_of(&self, amount: Amount) -> Amount {
        let dashed = matches!(self.text(amount.to), "-" | "–") && self.glued(amount.to);
        let next = dashed.then(|| self.amount(amount.to + 1, false)).flatten();
        next.filter(|n| n.value() > amount.value()).unwrap_or(amount)
    }

    /// "rose 12 to 150": what is reached and no range, since nothing counted follows.
    fn is_target(&self, start: usize, first: &Amount, last: &Amount) -> bool {
        self.lower(first.to) == "to"
            && self.change_before(start, true).is_some()
            && self.measure(last.to, false).is_none()
            && self.noun(last.to, false).is_none()
    }

    /// Whether two small figures with a hyphen at `first.to` are a score: "won 1-3", "a 0-2 defeat".
    pub fn is_score(&self, start: usize, first: &Amount, upper: &Upper) -> bool {
        let small = |v: Option<f64>| v.is_some_and(|v| v <= 20.0 && v.fract() == 0.0);
        let dashed = matches!(self.text(first.to), "-" | "–");
        if !dashed || !small(first.value()) || !small(Some(upper.value)) {
            return false;
        }
        let counted = self.measure(upper.to, false).is_some();
        let near = start.saturating_sub(SCORE_WITHIN)..(upper.to + SCORE_WITHIN).min(self.tokens.len());
        !counted && near.into_iter().any(|k| MATCHES.contains(self.lower(k)))
    }

    /// A currency mark at token `at` and the token after it.
    fn currency_after(&self, at: usize) -> Option<(String, usize)> {
        (at + 1..=at + 2).find_map(|k| {
            self.tokens.get(k)?.value()?;
            let (code, from) = self.currency_before(k)?;
            (from == at).then_some((code, k))
        })
    }
}

/// The magnitude that the lower figure takes from the upper: "six to eight hundred", "£3 to £7 million".
fn shared_scale(first: &Amount, last: &Amount, opened: Opened) -> f64 {
    let (Some(low), Some(high)) = (first.value(), last.value()) else { return 1.0 };
    let rises = low < high / last.scale || opened == Opened::From;
    if first.scale == 1.0 && last.scale > 1.0 && low < 1000.0 && rises { last.scale } else { 1.0 }
}
