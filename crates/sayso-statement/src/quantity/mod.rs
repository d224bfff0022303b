//! Quantities: a figure with its hedge, its unit and how it relates to what is written.
//!
//! One figure is read in five steps, a file each: the bare [`amount`], what it counts ([`unit`]), whether another figure makes
//! it a [`range`], its [`relation`], and whether it only names or dates something ([`names`]).

mod amount;
mod code;
mod currency;
mod fraction;
mod joint;
mod lexicon;
mod measure;
mod names;
mod noun;
mod numeral;
mod range;
mod relation;
#[cfg(test)]
mod tests;
mod token;
mod unit;

use sayso_model::{Quantity, Relation, Span};

pub(crate) use self::joint::with_joint;
use crate::number::Number;

use self::{
    amount::Amount,
    names::Candidate,
    range::Upper,
    relation::Hedge,
    token::{Token, tokens},
    unit::Unit,
};

/// Finds every quantity of `text`; `taken` are spans (dates, clock times) whose numbers count nothing, in text order.
///
/// "a" and "one" as a pronoun, ordinals, scores, and numbers within names, codes and addresses count nothing either.
pub(crate) fn quantities(text: &str, taken: &[Span]) -> Vec<Quantity> {
    let tokens = tokens(text);
    let lower: Vec<&str> = tokens.iter().map(|t| t.lower.as_ref()).collect();
    let reader = Reader { tokens: &tokens, lower: &lower };
    let mut out: Vec<Quantity> = Vec::new();
    let mut taken = taken.iter().copied().peekable();
    let mut last: Option<Figure> = None;
    let mut i = 0;
    while i < tokens.len() {
        while taken.peek().is_some_and(|t| t.end <= tokens[i].span.start) {
            taken.next();
        }
        let free = taken.peek().is_none_or(|t| !t.overlaps(tokens[i].span));
        let found = if free { reader.figure(i, last.as_ref()) } else { Found::Nothing };
        i = match found {
            Found::Nothing => i + 1,
            Found::Passed(next) => next.max(i + 1),
            Found::Figure(figure) => {
                let next = figure.to.max(i + 1);
                out.push(figure.quantity(&tokens));
                last = Some(figure);
                next
            }
        };
    }
    out
}

/// What begins at a token.
enum Found {
    /// No number.
    Nothing,
    /// A number that counts nothing, up to this token.
    Passed(usize),
    /// A quantity.
    Figure(Figure),
}

/// A quantity by its tokens.
struct Figure {
    low: Option<f64>,
    high: Option<f64>,
    unit: Option<String>,
    is_measure: bool,
    relation: Relation,
    from: usize,
    to: usize,
}

impl Figure {
    fn quantity(&self, tokens: &[Token<'_>]) -> Quantity {
        let span = Span::new(tokens[self.from].span.start, tokens[self.to - 1].span.end);
        let (low, high) = (self.low, self.high);
        Quantity { span, low, high, unit: self.unit.clone(), relation: self.relation }
    }
}

/// The tokens of a text. All looks behind and ahead are bounded, so that reading takes linear time.
struct Reader<'a> {
    tokens: &'a [Token<'a>],
    lower: &'a [&'a str],
}

/// A figure while it is read: what stands before it and behind.
struct Draft {
    amount: Amount,
    negative: bool,
    currency: Option<String>,
    /// The first token of sign and currency.
    start: usize,
    upper: Option<Upper>,
    unit: Option<Unit>,
    behind: Option<Relation>,
    to: usize,
}

impl Reader<'_> {
    fn lower(&self, i: usize) -> &str {
        self.lower.get(i).copied().unwrap_or_default()
    }

    fn text(&self, i: usize) -> &str {
        self.tokens.get(i).map_or("", |t| t.text)
    }

    fn glued(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.glued)
    }

    fn amount(&self, i: usize, priced: bool) -> Option<Amount> {
        self.tokens.get(i)?;
        amount::amount(self.tokens, self.lower, i, priced || self.counts_millions(i))
    }

    /// The figure whose number starts at token `i`; `last` is the one before it.
    fn figure(&self, i: usize, last: Option<&Figure>) -> Found {
        if let Some(next) = self.code(i) {
            return Found::Passed(next);
        }
        // What an earlier figure took is not read again: "one US $3" has one "US".
        let floor = last.map_or(0, |l| l.to);
        let Some(draft) = self.draft(i, floor) else { return Found::Nothing };
        if let Some(next) = self.failed_range(&draft) {
            return Found::Passed(next);
        }
        let measured = draft.unit.as_ref();
        let hedge = self.hedge_before(draft.start, measured).filter(|h| {
            // "handed over millions": no figure, nothing to be over.
            h.from >= floor && (draft.amount.number != Number::Vague || self.lower(h.from) != "over")
        });
        let candidate = Candidate {
            at: i,
            amount: &draft.amount,
            unit: measured,
            is_marked: draft.currency.is_some() || draft.start < i,
            is_hedged: hedge.is_some_and(|h| !matches!(self.lower(h.from), "about" | "around" | "circa")),
            to: draft.upper.map_or(draft.amount.to, |u| u.to),
        };
        if self.counts_nothing(&candidate) {
            return Found::Passed(candidate.to);
        }
        Found::Figure(self.settle(draft, hedge, last, floor))
    }

    /// Reads sign, currency, amount, range, hedge behind and unit, all from token `floor` on.
    fn draft(&self, i: usize, floor: usize) -> Option<Draft> {
        let currency = self.currency_before(i).filter(|(_, from)| *from >= floor);
        let amount = self.amount(i, currency.is_some())?;
        let start = currency.as_ref().map_or(i, |(_, from)| *from);
        let (start, negative) =
            Some(self.sign(start)).filter(|(from, _)| *from >= floor).unwrap_or((start, false));
        let currency = currency.map(|(code, _)| code);
        let weighed = self.is_weighed(start);
        let first_unit = self.measure(amount.to, weighed);
        let upper = self.upper(start, &amount, first_unit.as_ref(), currency.as_deref());
        let mut to = upper.map_or(amount.to, |u| u.to);
        let mut behind = None;
        if let Some((relation, next)) = self.hedge_after(to) {
            (behind, to) = (Some(relation), next);
        }
        let unit = match currency {
            Some(_) => None,
            None => self.measure(to, weighed).or_else(|| self.vague_measure(to, &amount)).or_else(|| {
                let own = first_unit.filter(|_| upper.is_some()).map(|u| Unit { to, ..u });
                own.or_else(|| self.measure_before(start, to)).or_else(|| self.counted(to, &amount))
            }),
        };
        to = unit.as_ref().map_or(to, |u| u.to);
        if let Some((relation, next)) = self.hedge_after(to).filter(|_| behind.is_none()) {
            (behind, to) = (Some(relation), next);
        }
        Some(Draft { amount, negative, currency, start, upper, unit, behind, to })
    }

    /// "tens of thousands of dollars": a vague count of a measure.
    fn vague_measure(&self, to: usize, amount: &Amount) -> Option<Unit> {
        let vague = amount.number == Number::Vague && self.lower(to) == "of";
        vague.then(|| self.measure(to + 1, true)).flatten()
    }

    /// The counted noun, or that of a compound: "a 15-member council".
    fn counted(&self, to: usize, amount: &Amount) -> Option<Unit> {
        let hyphen = self.text(to) == "-" && self.glued(to) && self.glued(to + 1);
        if hyphen && lexicon::COMPOUNDS.contains(self.lower(to + 1)) {
            let name = noun::plural(self.lower(to + 1));
            return Some(Unit { name, to: to + 2, is_measure: false });
        }
        // "a quarter of the population": the whole may be one.
        let whole = || self.whole(to).filter(|_| amount.is_share);
        self.noun(to, amount.value() == Some(1.0)).or_else(whole)
    }

    /// The sign before token `start`: "-8.5%" and "minus 20", but not the hyphen of a range or a dash.
    fn sign(&self, start: usize) -> (usize, bool) {
        let Some(before) = start.checked_sub(1) else { return (start, false) };
        let opens = !self.tokens[before].glued || before == 0 || self.text(before - 1) == "(";
        match self.lower(before) {
            "-" | "−" | "–" if opens && self.tokens[start].glued => (before, true),
            "+" if opens && self.tokens[start].glued => (before, false),
            "minus" if before == 0 || self.lower(before - 1) != "or" => (before, true),
            "-" if before > 0 && self.lower(before - 1) == "minus" => (before - 1, true),
            _ => (start, false),
        }
    }

    /// Whether a word of weighing stands shortly before, so that pounds are no money.
    fn is_weighed(&self, start: usize) -> bool {
        (start.saturating_sub(4)..start).any(|k| self.lower(k).starts_with("weigh"))
    }

    /// Two figures that a hyphen joins and that are no range: a score, a season, even odds. Gives the token after.
    fn failed_range(&self, draft: &Draft) -> Option<usize> {
        let at = draft.amount.to;
        if self.lower(at) == "to"
            && matches!(self.lower(at + 1), "1" | "one")
            && draft.amount.value() > Some(1.0)
        {
            // "by 3 to 1": a ratio.
            return Some(at + 2);
        }
        if let Some(upper) = &draft.upper {
            let years = self.tokens[at.saturating_sub(1)].value().is_some_and(|v| {
                names::is_year(v, self.text(at - 1)) && draft.currency.is_none() && draft.unit.is_none()
            });
            let dashed = matches!(self.text(at), "-" | "–");
            let named = dashed && draft.currency.is_none() && self.is_make(draft, upper);
            let counts = !(self.is_score(draft.start, &draft.amount, upper) || years && dashed || named);
            return (!counts).then_some(upper.to);
        }
        let joined = matches!(self.text(at), "-" | "–") && self.glued(at) && self.glued(at + 1);
        let second = self.amount(at + 1, false).filter(|_| joined && draft.currency.is_none())?;
        (!draft.amount.is_share).then_some(second.to)
    }

    /// "a 737-800", "737-800 jets": an article counts no range, and a range is not exact below and round above.
    fn is_make(&self, draft: &Draft, upper: &Upper) -> bool {
        let article = draft.start > 0 && matches!(self.lower(draft.start - 1), "a" | "an");
        let uneven =
            draft.amount.value().is_some_and(|v| v >= 100.0 && v % 10.0 != 0.0 && upper.value % 100.0 == 0.0);
        let measured = draft.unit.as_ref().is_some_and(|u| u.is_measure);
        !measured && (uneven || article && draft.unit.is_none())
    }

    /// Gives the draft its bounds and its relation.
    fn settle(&self, draft: Draft, hedge: Option<Hedge>, last: Option<&Figure>, floor: usize) -> Figure {
        let is_measure = draft.currency.is_some() || draft.unit.as_ref().is_some_and(|u| u.is_measure);
        let signed = if draft.negative { -1.0 } else { 1.0 };
        let ends = draft.amount.value().map(|v| match draft.upper {
            Some(upper) => (v * upper.shared, upper.value),
            None => (v * signed, v * signed),
        });
        let relation = self.relation(&draft, hedge, last, is_measure);
        let (mut low, mut high) = (ends.map(|(a, b)| a.min(b)), ends.map(|(a, b)| a.max(b)));
        if draft.upper.is_none() {
            match relation {
                Relation::AtMost => low = None,
                Relation::AtLeast => high = None,
                _ => {}
            }
        }
        let from = hedge.map_or(draft.start, |h| h.from);
        let from = if draft.upper.is_some() && from > floor && self.lower(from - 1) == "between" {
            from - 1
        } else {
            from
        };
        let unit = draft.currency.or_else(|| draft.unit.map(|u| u.name));
        Figure { low, high, unit, is_measure, relation, from, to: draft.to }
    }

    fn relation(
        &self,
        draft: &Draft,
        hedge: Option<Hedge>,
        last: Option<&Figure>,
        is_measure: bool,
    ) -> Relation {
        if let Some(relation) = hedge.map(|h| h.relation).or(draft.behind) {
            return relation;
        }
        let share = self.is_measured(draft.unit.as_ref(), draft.currency.is_some());
        if share && draft.start + 1 == draft.amount.to - 1 && self.tokens[draft.start].is_mark() {
            // A signed share is a change: "lock fees -8.5%".
            return if draft.negative { Relation::Down } else { Relation::Up };
        }
        let from_to = draft.upper.is_some() && draft.start > 0 && self.lower(draft.start - 1) == "from";
        if !from_to && let Some(change) = self.change_before(draft.start, share) {
            return change;
        }
        let again = last.filter(|l| is_measure && self.tells_again(l.to, draft.start));
        match again.map(|l| l.relation) {
            Some(Relation::About) | None => Relation::Equal,
            Some(_) if again.is_some_and(|l| !l.is_measure && self.text(l.to) == "(") => Relation::Equal,
            Some(relation) => relation,
        }
    }
}
