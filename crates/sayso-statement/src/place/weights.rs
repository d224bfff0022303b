//! What each sign counts for or against a name's being a place, in points that are added up.
//!
//! All were set by hand on every second article of annotated local news, one after another, each to the tenth that found most
//! places with fewest false ones; what they reach on the other articles stands in `docs/accuracy.md`. Signs of one strength
//! share a number; only their order of size carries meaning.

/// A mention with this many points is a place.
pub(super) const ENOUGH: f64 = 0.5;
/// More than all other signs together: what someone else has read, or the words after a comma.
pub(super) const SETTLED: f64 = 9.0;
/// How much of the surplus of a name's best mention its other mentions get: a place once is a place elsewhere.
pub(super) const SHARED: f64 = 0.8;
/// The most surplus that is shared: one clear mention does not settle all.
pub(super) const MOST_SHARED: f64 = 2.0;
/// A neighbour in a list of places: "Tulsa, Reno and Macon".
pub(super) const LISTED: f64 = 1.0;
/// A tagger reads a body's name there; it may be a team's or a government's, named by its town.
pub(super) const TAGGED_BODY: f64 = -2.0;
/// A region that holds it follows: "Macon, Georgia".
pub(super) const WITHIN: f64 = 4.0;

// The name itself.

/// A country bears it.
pub(super) const COUNTRY: f64 = 2.0;
/// A region bears it that news name without its country.
pub(super) const KNOWN_REGION: f64 = 1.5;
/// A sea, a range, a landscape bears it.
pub(super) const FEATURE: f64 = 1.5;
/// A county bears it, with the word for it.
pub(super) const COUNTY: f64 = 2.0;
/// A town bears it of more people than this many doublings (a million, 100,000, 10,000): larger towns are named more often.
pub(super) const TOWN: [(f64, f64); 3] = [(20.0, 1.5), (16.6, 1.3), (13.3, 0.5)];
/// It has several words: few names of people or things are a town's as a whole.
pub(super) const SEVERAL_WORDS: f64 = 1.0;
/// Three letters or fewer: mostly an acronym or a short word.
pub(super) const SHORT: f64 = -3.0;
/// An everyday word.
pub(super) const EVERYDAY: f64 = -3.0;
/// Everyday words side by side: "white house".
pub(super) const EVERYDAY_PHRASE: f64 = -4.0;
/// A given name.
pub(super) const GIVEN_NAME: f64 = -1.0;
/// Capitals alone, outside a headline.
pub(super) const ACRONYM: f64 = -2.0;
/// The surname of somebody whom the article names in full.
pub(super) const SURNAME: f64 = -4.0;
/// "St. Anna" may be a church, a school or a day.
pub(super) const SAINT: f64 = -1.5;
/// No place has it as its usual name.
pub(super) const NOWHERE_USUAL: f64 = -0.7;

// The words before it.

/// Nothing stands before it and a dateline's mark behind.
pub(super) const DATELINE: f64 = 2.0;
/// "in", "near".
pub(super) const LOCATIVE: f64 = 2.5;
/// "the city of".
pub(super) const KIND_OF_PLACE: f64 = 2.5;
/// "to", "from": people too are gone to.
pub(super) const DIRECTIONAL: f64 = 1.0;
/// "northern", "downtown" with a capital.
pub(super) const PART_OF_PLACE: f64 = 0.5;
/// "Mayor" at the start of a sentence, where its capital says nothing.
pub(super) const TITLE_AT_START: f64 = -2.0;
/// "Mayor" within a sentence.
pub(super) const TITLE: f64 = -3.0;
/// A given name at the start of a sentence.
pub(super) const GIVEN_AT_START: f64 = -3.0;
/// A given name within a sentence.
pub(super) const GIVEN_BEFORE: f64 = -4.0;
/// Another word with a capital: the whole is some other name.
pub(super) const CAPITAL_BEFORE: f64 = -1.0;
/// A figure: the name of a thing that is counted.
pub(super) const FIGURE: f64 = -0.5;
/// A party's letter: "D-Tulsa".
pub(super) const PARTY: f64 = 3.0;
/// A word in lower case with a hyphen: "ex-Jordan".
pub(super) const HYPHEN_BEFORE: f64 = -1.0;
/// "said" before or behind: people speak.
pub(super) const SPEAKS: f64 = -1.5;

// The words behind it.

/// "-based", "-born".
pub(super) const HYPHEN_OF_PLACE: f64 = 2.0;
/// Another word with a hyphen.
pub(super) const HYPHEN_AFTER: f64 = -0.5;
/// A public body of it: "Tulsa Police".
pub(super) const PUBLIC: f64 = 1.0;
/// A public body further on: "Tulsa Regional Water Board".
pub(super) const PUBLIC_LATER: f64 = 0.5;
/// A paper, a school, a company, a team, a street.
pub(super) const OTHER_NAME: f64 = -2.5;
/// Another word with a capital behind the name of a country, a known region or one of several words.
pub(super) const CAPITAL_AFTER_STRONG: f64 = -0.3;
/// Another word with a capital.
pub(super) const CAPITAL_AFTER: f64 = -0.7;
/// "had", "did": people act more often than places.
pub(super) const ACTS: f64 = -0.7;
/// "residents", "council": what a town has.
pub(super) const OF_TOWN: f64 = 1.5;
