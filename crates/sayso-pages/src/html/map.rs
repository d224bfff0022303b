//! Where and on which days? The map of places and the calendar of reported events. The map is drawn here: no tiles, nothing from elsewhere.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::{
    address,
    frame::{Case, page},
    parts::{count, head, known, pages, table},
    plain::{plain, words},
};
use crate::places::{EventView, PlaceView};
use crate::texts::plurals;
use crate::texts::{common, map as texts};

const WIDTH: f64 = 900.0;
const HEIGHT: f64 = 460.0;
/// Degrees around the outermost places, so that they do not stand on the edge.
const MARGIN: f64 = 2.0;
/// Places that are drawn: those that most statements name.
const DRAWN: usize = 400;
/// Names that are written on the map; the table has all places.
const NAMED: usize = 25;

/// The page of the map.
pub fn map(places: &[PlaceView], page_number: usize, per_page: usize, case: &Case<'_>) -> Markup {
    let shown = places.iter().skip(page_number.saturating_mul(per_page)).take(per_page);
    let main = html! {
        h1 { (common::MAP) }
        p.lead { (texts::places(places.len())) }
        @if !places.is_empty() {
            (drawing(&places[..places.len().min(DRAWN)]))
            (table(common::PLACES, html! {
                (head(&[texts::PLACE, texts::COUNTRY, common::STATEMENTS, common::CLAIMS]))
                tbody { @for place in shown {
                    tr data-line="" {
                        th scope="row" { (words(&place.name)) }
                        td { (known(place.country.as_deref())) }
                        td.number { (place.statements) }
                        td { (claims(&place.claims)) }
                    }
                } }
            }))
            (pages(address::MAP, "", page_number, per_page, places.len()))
        }
    };
    page(common::MAP, address::MAP, case, main)
}

fn claims(claims: &[(String, String)]) -> Markup {
    html! { ul.plain { @for (id, text) in claims { li { a href=(address::claim(id)) { (words(text)) } } } } }
}

/// A part of the earth, every degree as long as any other, which is good enough to see what lies near what.
struct Frame {
    west: f64,
    north: f64,
    scale: f64,
}

impl Frame {
    fn of(places: &[PlaceView]) -> Self {
        let edge = |of: fn(&PlaceView) -> f64, pick: fn(f64, f64) -> f64| {
            places.iter().map(of).reduce(pick).unwrap_or(0.0)
        };
        let (west, east) = (edge(|p| p.lon, f64::min) - MARGIN, edge(|p| p.lon, f64::max) + MARGIN);
        let (south, north) = (edge(|p| p.lat, f64::min) - MARGIN, edge(|p| p.lat, f64::max) + MARGIN);
        let scale = (WIDTH / (east - west)).min(HEIGHT / (north - south));
        Self { west, north, scale }
    }

    fn at(&self, lat: f64, lon: f64) -> (f64, f64) {
        ((lon - self.west) * self.scale, (self.north - lat) * self.scale)
    }

    /// Meridians and parallels at a distance that leaves room between them.
    fn lines(&self) -> Vec<(bool, f64, f64)> {
        let across = WIDTH / self.scale;
        let step = [1.0, 2.0, 5.0, 10.0, 20.0, 30.0].into_iter().find(|s| across / s <= 9.0).unwrap_or(60.0);
        let ticks = |from: f64, to: f64| {
            let first = (from / step).ceil();
            (0..40).map(move |i| (first + f64::from(i)) * step).take_while(move |at| *at <= to)
        };
        let (south, east) = (self.north - HEIGHT / self.scale, self.west + across);
        let meridians = ticks(self.west, east).map(|lon| (true, lon, self.at(0.0, lon).0));
        meridians.chain(ticks(south, self.north).map(|lat| (false, lat, self.at(lat, 0.0).1))).collect()
    }
}

fn drawing(places: &[PlaceView]) -> Markup {
    let frame = Frame::of(places);
    #[allow(clippy::cast_precision_loss)]
    let radius = |place: &PlaceView| 3.0 + (place.statements.min(400) as f64).sqrt();
    html! {
        div.scroll.drawing role="region" aria-label=(texts::MAP_OF_THE_PLACES) tabindex="0" {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) width=(WIDTH) height=(HEIGHT) role="img" aria-labelledby="map-title" {
                title id="map-title" { (texts::drawn(places.len())) }
                @for (meridian, degrees, at) in frame.lines() {
                    @if meridian {
                        line class="rule" x1=(px(at)) x2=(px(at)) y1="0" y2=(HEIGHT) {}
                        text class="tick" x=(px(at + 3.0)) y=(HEIGHT - 4.0) { (degrees) "°" }
                    } @else {
                        line class="rule" x1="0" x2=(WIDTH) y1=(px(at)) y2=(px(at)) {}
                        text class="tick" x="3" y=(px(at - 3.0)) { (degrees) "°" }
                    }
                }
                @for (i, place) in places.iter().enumerate() {
                    @let (x, y) = frame.at(place.lat, place.lon);
                    circle class="dot place" cx=(px(x)) cy=(px(y)) r=(px(radius(place))) { title { (plain(&place.name)) ": " (count(place.statements, &plurals::STATEMENT)) } }
                    @if i < NAMED { text class="article" x=(px(x + radius(place) + 3.0)) y=(px(y + 4.0)) { (plain(&place.name)) } }
                }
            }
        }
    }
}

fn px(value: f64) -> String {
    format!("{value:.1}")
}

/// The page of the calendar: one month below the other.
pub fn calendar(events: &[EventView], case: &Case<'_>) -> Markup {
    let mut months: BTreeMap<&str, Vec<&EventView>> = BTreeMap::new();
    for event in events {
        months.entry(event.day.get(..7).unwrap_or_default()).or_default().push(event);
    }
    let main = html! {
        h1 { (common::CALENDAR) }
        p.lead { (texts::days(events.len())) }
        @for (month, days) in months {
            section.month {
                h2 { (month) " " span.number { (count(days.iter().map(|d| d.statements).sum(), &plurals::STATEMENT)) } }
                ol.days { @for day in days {
                    li data-line="" {
                        h3 { time datetime=(day.day) { (day.day) } " " span.number { (day.statements) } }
                        (claims(&day.claims))
                    }
                } }
            }
        }
    };
    page(common::CALENDAR, address::CALENDAR, case, main)
}
