//! Gives expressions their values in text order, from the day of publication and from the times told before.

use jiff::{
    Span, ToSpan,
    civil::{Date, Weekday},
};

use super::{
    lexicon::Unit,
    meaning::{Base, Meaning, Part, Reported, Which, YearOf},
    placed::{away, holding, in_year, is_over, just_over, nearest_day, precision, start},
    point::{Point, quarter_of, step},
    tense::Direction,
};

/// After so many sentences a day told of no longer holds for clock times: reports tell of one day for a paragraph or two.
const MEMORY: usize = 4;

/// An event of so many days ago is still called by its day without the year; later on it has become a name.
const RECENT_EVENT: i32 = 60;

/// Days of months that are the names of events for good, whatever has happened on them since.
const NAMESAKES: [(i8, i8); 4] = [(9, 11), (10, 7), (1, 6), (7, 7)];

/// What the article has told so far.
pub(super) struct Story<'a> {
    published: Option<Date>,
    /// The country that the article is about.
    home: Option<&'a str>,
    /// The date told of last.
    told: Option<Point>,
    /// The day told of last, with the number of sentences that have ended since.
    day: Option<(Date, usize)>,
    /// The quarter that the article reports on.
    quarter: Option<(i16, i8)>,
    /// Whether the period spoken of last was that quarter, rather than a year or a run of months.
    quarterly: bool,
}

impl<'a> Story<'a> {
    pub fn new(published: Option<Date>, home: Option<&'a str>) -> Self {
        Self { published, home, told: None, day: None, quarter: None, quarterly: false }
    }

    /// Looks ahead for the quarter that the article reports on: "a year earlier" can stand before it.
    pub fn foresee<'m>(&mut self, meanings: impl Iterator<Item = &'m Meaning>) {
        let named = |m: &&Meaning| matches!(m, Meaning::Part(Part::Quarter(_), YearOf::Open(_)));
        let first = meanings.into_iter().find(named).and_then(|m| self.point(m));
        if let Some(Point::Quarter(year, quarter)) = first {
            self.quarter = Some((year, quarter));
            self.quarterly = true;
        }
    }

    /// So many sentences have ended: clock times hang on a day of their own sentence or of a few before.
    pub fn sentences_end(&mut self, count: usize) {
        let ended = |before: usize| Some(before + count).filter(|&n| n <= MEMORY);
        self.day = self.day.and_then(|(day, before)| Some((day, ended(before)?)));
    }

    /// The value of `meaning`, which from now on is what was told last.
    pub fn value(&mut self, meaning: &Meaning) -> Option<String> {
        match meaning {
            Meaning::Value(value) => {
                // "the nine months": the report goes on about a longer period.
                if matches!(value.as_str(), "P6M" | "P9M" | "P1Y") {
                    self.quarterly = false;
                }
                Some(value.clone())
            }
            Meaning::OnDay(time, day) => {
                let day = match day {
                    Some(meaning) => self.told_point(meaning)?,
                    None => Point::Day(self.day.map(|(day, _)| day).or(self.published)?),
                };
                Some(format!("{day}{time}"))
            }
            _ => self.told_point(meaning).map(|p| p.to_string()),
        }
    }

    /// The point of `meaning`, noted as told.
    fn told_point(&mut self, meaning: &Meaning) -> Option<Point> {
        // "2,000 years ago" is before the years that have four figures.
        let point = self.point(meaning).filter(|point| point.year() > 0)?;
        self.told = Some(point);
        match point {
            Point::Day(day) => self.day = Some((day, 0)),
            Point::Quarter(year, quarter) => self.report(year, quarter, meaning),
            _ => {}
        }
        Some(point)
    }

    /// Notes the quarter that is reported on; that of comparison and those to come are not.
    fn report(&mut self, year: i16, quarter: i8, meaning: &Meaning) {
        self.quarterly = true;
        let compared = matches!(meaning, Meaning::YearBefore(_))
            || matches!(meaning, Meaning::Part(_, YearOf::Given(_) | YearOf::Shifted(-1)));
        let over =
            |(year, quarter)| self.published.is_some_and(|p| is_over(Point::Quarter(year, quarter), p));
        let named = (year, quarter);
        let replaces = self.quarter.is_none_or(|known| over(named) && (named > known || !over(known)));
        if !compared && replaces {
            self.quarter = Some(named);
        }
    }

    fn point(&self, meaning: &Meaning) -> Option<Point> {
        match meaning {
            Meaning::Value(_) | Meaning::OnDay(..) | Meaning::Unplaced => None,
            Meaning::Point(point) => Some(*point),
            Meaning::Shifted(base, by, unit) => self.shifted(*base, *by, *unit),
            Meaning::YearBefore(reported) => self.year_before(*reported),
            Meaning::Reported(reported) => self.reported(*reported),
            // Without a quarter to compare with, the period of a year is as much of it as is known.
            Meaning::Part(Part::Reported, YearOf::Given(year)) if self.quarter.is_none() => {
                Some(Point::Year(*year))
            }
            Meaning::Part(Part::Feast(feast), _) if !feast.is_of(self.home) => None,
            Meaning::Part(part, year) => self.part(*part, *year),
            Meaning::Day => self.day.map(|(day, _)| day).or(self.published).map(Point::Day),
            Meaning::Weekday(day, which) => self.weekday(*day, *which).map(Point::Day),
            Meaning::OfWeek(day, base, by) => {
                let monday = self.shifted(*base, *by, Unit::Week)?.first_day()?;
                monday.checked_add(i64::from(day.to_monday_zero_offset()).days()).ok().map(Point::Day)
            }
            Meaning::Away(by, unit, from) => away(self.point(from)?, *by, *unit),
            Meaning::DayOfMonth(day, name, direction) => self.day_of_month(*day, *name, *direction),
            Meaning::DayIn(day, base, by) => {
                let month = self.shifted(*base, *by, Unit::Month)?.first_day()?;
                Date::new(month.year(), month.month(), *day).ok().map(Point::Day)
            }
            Meaning::Holding(unit, day) => Some(holding(*unit, self.point(day)?.first_day()?)),
            Meaning::Weekend(direction) => self.weekend(*direction),
            Meaning::YearEnd(direction) => {
                let year = self.published?.year() - i16::from(*direction == Direction::Past);
                Date::new(year, 12, 31).ok().map(Point::Day)
            }
        }
    }

    fn shifted(&self, base: Base, by: i64, unit: Unit) -> Option<Point> {
        match base {
            Base::Published => Point::moved(self.published?, by, unit),
            Base::Near => {
                self.shifted(Base::Told, by, unit).or_else(|| self.shifted(Base::Published, by, unit))
            }
            Base::Told => {
                let told = self.told.or(self.published.map(Point::Day))?;
                // A year told of says no month: "two weeks later" has no value then.
                if precision(told) > unit { None } else { Point::moved(told.first_day()?, by, unit) }
            }
        }
    }

    fn year_before(&self, reported: Reported) -> Option<Point> {
        match (reported, self.quarter) {
            (Reported::Quarter(_) | Reported::LatestQuarter, Some((year, quarter))) => {
                Some(Point::Quarter(year - 1, quarter))
            }
            (Reported::Any, Some((year, quarter))) if self.quarterly => {
                Some(Point::Quarter(year - 1, quarter))
            }
            _ => Point::moved(self.published?, -1, Unit::Year),
        }
    }

    fn reported(&self, reported: Reported) -> Option<Point> {
        let known = self.quarter.map(|(year, quarter)| Point::Quarter(year, quarter));
        match reported {
            Reported::Quarter(Some((month, Some(year)))) => Some(Point::Quarter(year, quarter_of(month))),
            Reported::Quarter(Some((month, None))) => {
                let ended = || self.part(Part::Quarter(quarter_of(month)), YearOf::Open(Direction::Past));
                known.or_else(ended)
            }
            Reported::Any | Reported::Quarter(None) => known,
            Reported::LatestQuarter => known.or_else(|| Point::moved(self.published?, -1, Unit::Quarter)),
        }
    }

    fn part(&self, part: Part, year: YearOf) -> Option<Point> {
        let part = match part {
            Part::Reported => Part::Quarter(self.quarter?.1),
            part => part,
        };
        match year {
            YearOf::Given(year) => in_year(part, year),
            YearOf::Shifted(by) => in_year(part, Point::moved(self.published?, by, Unit::Year)?.year()),
            YearOf::Last => {
                self.nearest(part, |at, today| at.first_day().is_some_and(|d| d < start(today)), true)
            }
            YearOf::Next => self.nearest(part, |at, today| at.first_day().is_some_and(|d| d > today), false),
            YearOf::Told(by) => {
                let told = self.told.or(self.published.map(Point::Day))?.first_day()?;
                if by == 0 { in_year(part, told.year()) } else { self.from(told, part, by < 0) }
            }
            YearOf::OfTold(by) => {
                let told = self.told.or(self.published.map(Point::Day))?.first_day()?;
                in_year(part, step(told, by, Unit::Year)?.year())
            }
            YearOf::Open(direction) => self.open(part, direction),
            YearOf::Event => self.event(part),
        }
    }

    /// The one before or after `day`.
    fn from(&self, day: Date, part: Part, back: bool) -> Option<Point> {
        let years = if back { [0, -1] } else { [0, 1] };
        years
            .into_iter()
            .filter_map(|by| in_year(part, day.year() + by))
            .find(|p| p.first_day().is_some_and(|d| if back { d < day } else { d > day }))
    }

    fn nearest(&self, part: Part, fits: impl Fn(Point, Date) -> bool, back: bool) -> Option<Point> {
        let today = self.published?;
        let years = if back { [0, -1] } else { [0, 1] };
        years.into_iter().filter_map(|by| in_year(part, today.year() + by)).find(|p| fits(*p, today))
    }

    /// The day that an event is called by: of the last weeks, or of nobody says which year.
    fn event(&self, part: Part) -> Option<Point> {
        let Part::Day(month, day) = part else { return None };
        let point = self.open(part, Direction::Past).filter(|_| !NAMESAKES.contains(&(month, day)))?;
        let ago = self.published? - point.first_day()?;
        (0..=RECENT_EVENT).contains(&ago.get_days()).then_some(point)
    }

    /// A part of the year without year, as the tense has it.
    fn open(&self, part: Part, direction: Direction) -> Option<Point> {
        let today = self.published?;
        if let Part::Day(..) | Part::Weekday(..) | Part::Feast(_) = part {
            return nearest_day(part, today, direction);
        }
        let years = |by: [i16; 2]| by.into_iter().filter_map(move |by| in_year(part, today.year() + by));
        let begun = |p: &Point| p.first_day().is_some_and(|d| d <= today);
        let past = || years([0, -1]).find(begun);
        // The part that is under way can still be meant.
        let to_come = || years([0, 1]).find(|p| !is_over(*p, today));
        match (direction, part) {
            // Whoever means the month of eleven months ago says "last November".
            (_, Part::Month(month)) if month == today.month() % 12 + 1 => {
                in_year(part, today.year() + i16::from(month == 1))
            }
            // A quarter that has just ended is reported on with verbs to come: "expects to post a third-quarter loss".
            (Direction::Future, Part::Quarter(_)) => past().filter(|p| just_over(*p, today)).or_else(to_come),
            (Direction::Future, _) => to_come(),
            (Direction::Unknown, Part::Month(_)) => nearest_day(part, today, direction),
            _ => past(),
        }
    }

    fn weekday(&self, day: Weekday, which: Which) -> Option<Date> {
        let base = match which {
            Which::Told(_) => self.told.or(self.published.map(Point::Day))?.first_day()?,
            _ => self.published?,
        };
        let back = i64::from(base.weekday().since(day));
        let ahead = (7 - back) % 7;
        let shift = match which {
            Which::Last if back == 0 => -7,
            Which::Last | Which::Open(Direction::Past | Direction::Unknown) => -back,
            Which::Next | Which::Told(1) if ahead == 0 => 7,
            Which::Next | Which::Told(1) | Which::This | Which::Open(Direction::Future) => ahead,
            Which::Weeks(weeks) if weeks > 0 => {
                if ahead == 0 {
                    7 * weeks
                } else {
                    ahead + 7 * weeks
                }
            }
            Which::Weeks(weeks) => 7 * weeks - back,
            Which::Told(_) if back == 0 => -7,
            Which::Told(_) => -back,
        };
        base.checked_add(Span::new().try_days(shift).ok()?).ok()
    }

    /// The nearest such day in the direction of the tense, within a year of publication.
    fn day_of_month(&self, day: i8, name: Option<Weekday>, direction: Direction) -> Option<Point> {
        let today = self.published?;
        let sign = if direction == Direction::Future { 1 } else { -1 };
        let months = (0..=12).filter_map(|by| step(today.first_of_month(), sign * by, Unit::Month));
        let days = months.filter_map(|month| Date::new(month.year(), month.month(), day).ok());
        let mut fits = days.filter(|d| name.is_none_or(|name| d.weekday() == name));
        fits.find(|d| if sign > 0 { *d >= today } else { *d <= today }).map(Point::Day)
    }

    /// The weekend that is under way, the last one, or the coming one.
    fn weekend(&self, direction: Direction) -> Option<Point> {
        let today = self.published?;
        let under_way = matches!(today.weekday(), Weekday::Saturday | Weekday::Sunday);
        let by = if under_way || direction == Direction::Future { 0 } else { -1 };
        Point::moved(today, by, Unit::Weekend)
    }
}
