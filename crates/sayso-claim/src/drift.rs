//! Drift: the same proposition in two articles, or in an article and its headline, changed on the way.
//!
//! Compared are statements of one claim that have one origin or stand in articles that share text: only there is a change a
//! change of retelling rather than a second opinion. Each article and each headline gives at most one drift of each kind.

use std::collections::BTreeMap;

use sayso_model::{
    Actor, ActorId, ArticleId, Drift, DriftKind, Reason, Stance, StatementId, StatementOrigin, TextReuse,
    Voice,
};

use crate::{
    figure::figures,
    headline::Headlines,
    hedge::{firmer, firmness, weaker},
    proposition::Proposition,
    relay::is_second_hand,
    speaker::{is_named, speaks_for},
    wordings::SAME_WORDS,
};

/// Likeness from which two contents with one origin are retellings of one utterance. Chosen on the development case.
const RETELLING: f32 = 0.72;

/// Statements of a claim, in the order of publication, with which one is compared: a retelling follows soon, and a claim that thousands
/// of articles carry takes no longer for each than one that hundreds do.
const REACH: usize = 300;

/// What a drift is looked for in.
pub(crate) struct Retellings<'a> {
    pub actors: &'a BTreeMap<&'a ActorId, &'a Actor>,
    pub origins: &'a BTreeMap<&'a StatementId, &'a StatementOrigin>,
    pub reuse: &'a BTreeMap<(&'a ArticleId, &'a ArticleId), &'a TextReuse>,
    pub headlines: &'a Headlines<'a>,
}

impl Retellings<'_> {
    /// The changes within one claim, in the order of its statements (which is that of publication).
    ///
    /// Told is where a change begins: one drift of each kind for an article, against the first wording that differs, and none
    /// for articles that took the changed words from another.
    pub fn drift(&self, group: &[&Proposition<'_>]) -> Vec<Drift> {
        let mut out: Vec<Drift> = Vec::new();
        let beside = Beside::of(group);
        for (i, a) in group.iter().enumerate() {
            for b in group[i + 1..].iter().take(REACH) {
                if a.article.id == b.article.id {
                    continue;
                }
                let (from, to) = self.ordered(a, b);
                let Some((kind, reason)) = self.change(from, to) else { continue };
                if !beside.are_nearest(a, b) {
                    continue;
                }
                let drift = Drift {
                    from: from.place(),
                    to: to.place(),
                    kind,
                    reasons: vec![reason, self.why_ordered(from, to)],
                };
                self.put(drift, &mut out);
            }
        }
        for below in group {
            for (over, kind, reason) in self.headlines.changes(below, self.actors) {
                let reasons = vec![reason, Reason::new("the headline stands over the article")];
                self.put(Drift { from: below.place(), to: over.place(), kind, reasons }, &mut out);
            }
        }
        out
    }

    /// Adds a change, unless the article has one of this kind or took its words from one that has.
    fn put(&self, drift: Drift, known: &mut Vec<Drift>) {
        let (to, part) = (&drift.to.article, drift.to.part);
        let told = |d: &Drift| {
            d.kind == drift.kind
                && d.to.part == part
                && (d.to.article == *to || self.share_text(&d.to.article, to))
        };
        if !known.iter().any(told) {
            known.push(drift);
        }
    }

    /// The wording nearer the origin first: by derivation, else by publication, else the one that does not have it from other media. Where
    /// none of these is known, the one that hedges: in retelling hedges are lost, seldom gained.
    fn ordered<'p>(
        &self,
        a: &'p Proposition<'p>,
        b: &'p Proposition<'p>,
    ) -> (&'p Proposition<'p>, &'p Proposition<'p>) {
        let turned = match self.relayed(a, b) {
            _ if self.is_dated(a, b) => self.derives(a, b),
            Some(relayed) => std::ptr::eq(relayed, a),
            None => firmness(b).rank < firmness(a).rank,
        };
        if turned { (b, a) } else { (a, b) }
    }

    /// The one of two that has it from other media, where the other has not.
    fn relayed<'p>(&self, a: &'p Proposition<'p>, b: &'p Proposition<'p>) -> Option<&'p Proposition<'p>> {
        match (is_second_hand(a), is_second_hand(b)) {
            (true, false) => Some(a),
            (false, true) => Some(b),
            _ => None,
        }
    }

    /// Whether the order of two is known rather than taken from how firm they are.
    fn is_ordered(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
        self.is_dated(a, b) || self.relayed(a, b).is_some()
    }

    /// Whether it is known which article derives from the other, or which came out first.
    fn is_dated(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
        self.shared_text(a, b).is_some_and(|r| r.derived.is_some()) || published_in_order(a, b)
    }

    /// Whether the first is known to derive from the second.
    fn derives(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
        self.shared_text(a, b).is_some_and(|r| r.derived.as_ref() == Some(&a.article.id))
    }

    fn shared_text(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> Option<&TextReuse> {
        self.reuse_of(&a.article.id, &b.article.id)
    }

    fn reuse_of(&self, a: &ArticleId, b: &ArticleId) -> Option<&TextReuse> {
        self.reuse.get(&if a < b { (a, b) } else { (b, a) }).copied()
    }

    fn share_text(&self, a: &ArticleId, b: &ArticleId) -> bool {
        self.reuse_of(a, b).is_some()
    }

    fn change(&self, from: &Proposition<'_>, to: &Proposition<'_>) -> Option<(DriftKind, Reason)> {
        // A retelling cuts the content shorter or leaves the sentences around it out, seldom both.
        let content = from.meaning.content.cosine(&to.meaning.content);
        let likeness = content.max(from.meaning.context.cosine(&to.meaning.context));
        if !from.asserts() || !to.asserts() || likeness < RETELLING {
            return None;
        }
        let one_origin = self.origin(from).is_some() && self.origin(from) == self.origin(to);
        let copies = self.shared_text(from, to).is_some();
        let same_words = if copies { RETELLING } else { SAME_WORDS };
        // Who confirms in the same words speaks for itself: only two assertions can be one that changed its speaker.
        let both_assert = [from, to].iter().all(|p| p.statement.stance == Stance::Asserts);
        if likeness >= same_words && !one_origin && both_assert && self.other_actor(from, to) {
            let text = format!(
                "{} says it in one, {} in the other, in nearly the same words",
                self.name(from),
                self.name(to)
            );
            return Some((
                DriftKind::ActorChanged,
                Reason::with(text, vec![from.source_or_content(), to.source_or_content()]),
            ));
        }
        let one_actor = from.statement.actor.is_some() && from.statement.actor == to.statement.actor;
        if !(one_origin || copies || one_actor) {
            return None;
        }
        if from.statement.voice == Voice::Attributed && to.statement.voice == Voice::Publisher {
            return Some((
                DriftKind::AttributionLost,
                Reason::new("the retelling no longer says who said it"),
            ));
        }
        let hedged = || weaker(from, to).filter(|_| self.is_ordered(from, to));
        figures(from, to).or_else(|| firmer(from, to)).or_else(hedged)
    }

    fn origin(&self, p: &Proposition<'_>) -> Option<&str> {
        self.origins.get(&p.statement.id).map(|o| o.origin.key.as_str())
    }

    /// Two different named actors of whom neither speaks for the other.
    fn other_actor(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
        let actor =
            |p: &Proposition<'_>| p.statement.actor.as_ref().and_then(|id| self.actors.get(id)).copied();
        let (Some(x), Some(y)) = (actor(a), actor(b)) else { return false };
        let find = |id: &ActorId| self.actors.get(id).copied();
        let apart = !speaks_for(&x.id, y, &find) && !speaks_for(&y.id, x, &find);
        x.id != y.id && is_named(x) && is_named(y) && apart
    }

    fn name(&self, p: &Proposition<'_>) -> String {
        let actor = p.statement.actor.as_ref().and_then(|id| self.actors.get(id));
        actor.map_or_else(|| "someone unnamed".to_owned(), |a| a.name.clone())
    }

    fn why_ordered(&self, from: &Proposition<'_>, to: &Proposition<'_>) -> Reason {
        if self.shared_text(from, to).is_some_and(|r| r.derived.as_ref() == Some(&to.article.id)) {
            return Reason::new("the second article derives from the first");
        }
        match (from.article.published, to.article.published) {
            (Some(a), Some(b)) if a.is_before(b) => Reason::new(format!("published {a}, then {b}")),
            _ if self.relayed(from, to).is_some() => {
                Reason::with("the second has it from other media", vec![to.place()])
            }
            _ => {
                Reason::new("which came first is not known; the wording that hedges is taken for the earlier")
            }
        }
    }
}

/// The assertions of a claim by article.
struct Beside<'g, 'p>(BTreeMap<&'g ArticleId, Vec<&'g Proposition<'p>>>);

impl<'g, 'p> Beside<'g, 'p> {
    fn of(group: &[&'g Proposition<'p>]) -> Self {
        let mut out: BTreeMap<&ArticleId, Vec<&Proposition<'_>>> = BTreeMap::new();
        for item in group.iter().filter(|item| item.asserts()) {
            out.entry(&item.article.id).or_default().push(item);
        }
        Self(out)
    }

    /// Whether neither of two has in its own article an assertion that is more like the other: that one would be the retelling.
    fn are_nearest(&self, a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
        let alike = |x: &Proposition<'_>, y: &Proposition<'_>| x.meaning.content.cosine(&y.meaning.content);
        let likeness = alike(a, b);
        let nearer = |of: &Proposition<'_>, to: &Proposition<'_>| {
            self.0.get(&of.article.id).into_iter().flatten().any(|other| alike(other, to) > likeness)
        };
        !nearer(a, b) && !nearer(b, a)
    }
}

fn published_in_order(a: &Proposition<'_>, b: &Proposition<'_>) -> bool {
    matches!((a.article.published, b.article.published), (Some(x), Some(y)) if x.is_before(y) || y.is_before(x))
}
