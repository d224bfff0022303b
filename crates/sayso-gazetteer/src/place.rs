//! One place of the gazetteer.

/// Names a place of the gazetteer; it is good for this build of the table only.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceNumber(pub(crate) u32);

/// What a place is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A town, city or village, or a part of one.
    Town,
    /// A first-level region of a country: a state, a province.
    Region,
    /// A county within a region.
    County,
    /// A larger area: a continent, a landscape, a contested territory, a park.
    Area,
    /// An island or a group of islands.
    Island,
    /// A sea, a bay, a strait or a ship canal.
    Sea,
    /// A lake.
    Lake,
    /// A river.
    River,
    /// A mountain or a range.
    Mountain,
}

impl Kind {
    /// In the order in which the file counts them.
    pub(crate) const ALL: [Self; 9] = [
        Self::Town,
        Self::Region,
        Self::County,
        Self::Area,
        Self::Island,
        Self::Sea,
        Self::Lake,
        Self::River,
        Self::Mountain,
    ];
}

/// A place with its point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// What it is.
    pub kind: Kind,
    /// Degrees north, to about twenty metres.
    pub lat: f64,
    /// Degrees east, to about forty metres at the equator.
    pub lon: f64,
    /// GeoNames id, where the place has one here.
    pub geonames: Option<u32>,
    /// Population on a logarithmic scale, ten steps for each doubling; 0 where it is unknown.
    pub weight: u8,
    /// Whether news in English name it without its country: "Texas", "Bavaria", but not every province.
    pub known: bool,
    /// Country and region: `US.TX`; of features the country alone, or nothing.
    pub(crate) code: &'static str,
}

impl Place {
    /// ISO 3166-1 alpha-2 code of the country; empty for seas and other features that lie in several or in none.
    pub fn country(&self) -> &'static str {
        self.code.split('.').next().unwrap_or_default()
    }

    /// Code of the first-level region, `US.TX`; of features the country alone, empty where there is none.
    pub fn region(&self) -> &'static str {
        self.code
    }
}
