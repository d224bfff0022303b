//! When was it said, and when is it reported to have happened? A drawing of both, with a table for those who do not see it.

use std::collections::BTreeMap;

use maud::{Markup, html};
use sayso_model::Stance;

use super::parts::{count, sign};
use crate::texts::plurals;
use crate::texts::timeline as texts;
use crate::{claim::ClaimView, places::day};

/// Width of the drawing and of the names at its left, in its own units.
const WIDTH: usize = 760;
const NAMES: usize = 150;
const LINE: usize = 26;

/// The days of a claim: by stance those on which it was published, and those that its statements name.
struct Days {
    said: BTreeMap<Stance, BTreeMap<String, usize>>,
    happened: BTreeMap<String, usize>,
}

/// The section with the timeline; nothing where no day is known.
pub(super) fn timeline(view: &ClaimView) -> Markup {
    let days = days(view);
    let all: Vec<&String> = days.said.values().flat_map(BTreeMap::keys).chain(days.happened.keys()).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else { return html! {} };
    let axis = Axis::new(first, last);
    let lanes = days.said.len() + usize::from(!days.happened.is_empty());
    let height = LINE * (lanes + 1) + 8;
    html! {
        section aria-labelledby="timeline" {
            h2 id="timeline" { (texts::WHEN) }
            div.scroll.drawing role="region" aria-label=(texts::TIMELINE) tabindex="0" {
                svg viewBox=(format!("0 0 {WIDTH} {height}")) width=(WIDTH) height=(height) role="img" aria-labelledby="timeline-title" {
                    title id="timeline-title" { (in_words(&days)) }
                    (axis.draw(height))
                    @for (i, (stance, said)) in days.said.iter().enumerate() { (lane(&axis, i, &format!("{} {stance}", sign(*stance)), stance.as_str(), said)) }
                    @if !days.happened.is_empty() { (lane(&axis, days.said.len(), texts::REPORTED_DAY, "happened", &days.happened)) }
                }
            }
        }
    }
}

fn days(view: &ClaimView) -> Days {
    let (mut said, mut happened) = (BTreeMap::new(), BTreeMap::new());
    for s in &view.all_statements {
        if let Some(published) = s.published {
            let of: &mut BTreeMap<String, usize> = said.entry(s.statement.stance).or_default();
            *of.entry(published.day().to_string()).or_default() += 1;
        }
        let mut named: Vec<&str> =
            s.statement.times.iter().filter_map(|t| day(t.value.as_deref()?)).collect();
        named.sort_unstable();
        named.dedup();
        named.into_iter().for_each(|d| *happened.entry(d.to_owned()).or_default() += 1);
    }
    Days { said, happened }
}

fn in_words(days: &Days) -> String {
    let listed = |days: &BTreeMap<String, usize>| {
        days.iter().map(|(day, n)| format!("{day} ({n})")).collect::<Vec<_>>().join(", ")
    };
    let mut out: Vec<String> =
        days.said.iter().map(|(stance, days)| texts::published_on(stance.as_str(), &listed(days))).collect();
    if !days.happened.is_empty() {
        out.push(texts::days_named(&listed(&days.happened)));
    }
    out.join("; ")
}

fn lane(axis: &Axis, at: usize, name: &str, class: &str, days: &BTreeMap<String, usize>) -> Markup {
    let y = LINE * at + 18;
    html! {
        text x="0" y=(y + 4) class=(format!("lane {class}")) { (name) }
        line x1=(NAMES) y1=(y) x2=(WIDTH - 10) y2=(y) class="rule" {}
        @for (day, n) in days {
            @let r = 4 + (*n).min(36).isqrt();
            circle cx=(axis.x(day)) cy=(y) r=(r) class=(format!("dot {class}")) { title { (day) ": " (count(*n, &plurals::STATEMENT)) } }
        }
    }
}

/// From days to places on the drawing.
struct Axis {
    first: jiff::civil::Date,
    days: i32,
}

impl Axis {
    fn new(first: &str, last: &str) -> Self {
        let parse = |day: &str| day.parse().unwrap_or(jiff::civil::Date::ZERO);
        let first = parse(first);
        Self { first, days: between(first, parse(last)).max(1) }
    }

    fn x(&self, day: &str) -> usize {
        let at = day.parse().map_or(0, |day| between(self.first, day)).clamp(0, self.days);
        let room = (WIDTH - NAMES - 30) as i64;
        NAMES + 15 + usize::try_from(i64::from(at) * room / i64::from(self.days)).unwrap_or(0)
    }

    /// The first and the last day, written below.
    fn draw(&self, height: usize) -> Markup {
        let last = self.first.checked_add(jiff::Span::new().days(self.days)).unwrap_or(self.first);
        let (from, to) = (self.first.to_string(), last.to_string());
        html! {
            text x=(self.x(&from)) y=(height - 4) class="tick" text-anchor="start" { (from) }
            text x=(self.x(&to)) y=(height - 4) class="tick" text-anchor="end" { (to) }
        }
    }
}

fn between(first: jiff::civil::Date, last: jiff::civil::Date) -> i32 {
    first.until(last).map_or(0, |span| span.get_days())
}
