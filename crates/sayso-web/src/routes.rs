//! What can be asked for? The one table of routes, from which the router and the OpenAPI document are made.

use crate::{
    answer::{Answer, Asked},
    pages,
    refusal::Refusal,
};

/// What the JSON of a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Object,
    Array,
}

/// In which forms a route answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Forms {
    /// A page only.
    Page,
    /// A page, and under its address with `.json` added the JSON of the same view.
    PageAndJson(Shape),
    /// JSON only.
    Json(Shape),
    /// The style sheet.
    Style,
    /// The script.
    Script,
    /// An Atom feed.
    Feed,
}

/// A part of the query of an address.
#[derive(Debug)]
pub(crate) struct Parameter {
    pub(crate) name: &'static str,
    pub(crate) meaning: &'static str,
    /// Whether the JSON needs it; a page without it asks for it.
    pub(crate) required: bool,
}

/// One thing that can be asked for.
pub(crate) struct Route {
    /// The path, with `{id}` where an id stands.
    pub(crate) path: &'static str,
    /// What it answers, for the OpenAPI document.
    pub(crate) summary: &'static str,
    pub(crate) query: &'static [Parameter],
    pub(crate) forms: Forms,
    /// Whether somebody who has not signed in may see it.
    pub(crate) public: bool,
    pub(crate) answer: fn(&Asked<'_>) -> Result<Answer, Refusal>,
}

impl Route {
    /// Whether an id stands in the path.
    pub(crate) fn has_id(&self) -> bool {
        self.path.ends_with("{id}")
    }
}

const PAGE: Parameter =
    optional("page", "which page of a list, the first being 1; the JSON of a list is always whole");

const LEDGER: &[Parameter] = &[
    optional(
        "status",
        "only claims with this status: confirmed, corroborated, contested, single-source or unconfirmed",
    ),
    optional(
        "all",
        "`true`: the page shows also claims that rest on a single statement; the JSON always has them",
    ),
    optional("actor", "the page shows only claims on which the actor with this id takes a position"),
    optional("words", "the page shows only claims whose wording has these words"),
    optional("sort", "the order of the page: articles, origins or latest"),
    optional("group", "groups of the page: none, status or actor"),
    PAGE,
];

/// Server-sent events: a line whenever the case has changed.
pub(crate) const EVENTS: &str = "/api/events";

/// A page with its JSON.
const fn page(
    path: &'static str,
    summary: &'static str,
    query: &'static [Parameter],
    shape: Shape,
    answer: fn(&Asked<'_>) -> Result<Answer, Refusal>,
) -> Route {
    Route { path, summary, query, forms: Forms::PageAndJson(shape), public: false, answer }
}

/// Something in one form, for everybody where it tells nothing about the case.
const fn single(
    path: &'static str,
    summary: &'static str,
    forms: Forms,
    public: bool,
    answer: fn(&Asked<'_>) -> Result<Answer, Refusal>,
) -> Route {
    Route { path, summary, query: &[], forms, public, answer }
}

/// All routes but those that forms are sent to, and the events.
pub(crate) const ROUTES: &[Route] = &[
    Route {
        path: "/",
        summary: "The ledger: claims with status and positions",
        query: LEDGER,
        forms: Forms::Page,
        public: false,
        answer: pages::ledger,
    },
    page("/claims", "The ledger: claims with status and positions", LEDGER, Shape::Object, pages::ledger),
    page("/claims/{id}", "One claim with everything that it rests on", &[PAGE], Shape::Object, pages::claim),
    page(
        "/statements/{id}",
        "One statement with everything that was read in it",
        &[],
        Shape::Object,
        pages::statement,
    ),
    page(
        "/articles",
        "The articles, with credits, copies and where their reports start",
        &[PAGE],
        Shape::Array,
        pages::articles,
    ),
    page(
        "/articles/{id}",
        "One article with what is said in it",
        &[optional("show", "bytes of the text that the page brings out, as `START-END`"), PAGE],
        Shape::Object,
        pages::article,
    ),
    page(
        "/captures/{id}",
        "The bytes behind an article, and the proof that the log holds them",
        &[],
        Shape::Object,
        pages::capture,
    ),
    page("/sources", "Who speaks in the case", &[PAGE], Shape::Array, pages::sources),
    page("/sources/{id}", "One actor with what it says", &[PAGE], Shape::Object, pages::actor),
    page("/table", "Actors and claims: who stands where", &[PAGE], Shape::Object, pages::table),
    page("/map", "The places that statements name", &[PAGE], Shape::Array, pages::map),
    page("/calendar", "The days that statements name", &[], Shape::Array, pages::calendar),
    page(
        "/add",
        "How far the reading of added articles has come; the page takes texts and files",
        &[],
        Shape::Object,
        pages::add,
    ),
    page(
        "/second",
        "Statements that wait for a second reading, those that were read twice, and how far readings agree",
        &[],
        Shape::Object,
        pages::seconds,
    ),
    page(
        "/second/{id}",
        "The words of one statement that waits for a second reading, and not how it was read",
        &[],
        Shape::Object,
        pages::second,
    ),
    page("/decisions", "What people decided, the latest first", &[PAGE], Shape::Array, pages::decisions),
    page(
        "/search",
        "The best 50 places in articles and statements where all words stand",
        &[required("q", "the words; \"quoted words\" together, word* for beginnings")],
        Shape::Array,
        pages::search,
    ),
    page("/changes", "What the case got new after a time", &[SINCE], Shape::Array, pages::changes),
    Route {
        path: "/changes.atom",
        summary: "The same as an Atom feed",
        query: &[optional("since", "a day or a time; without it, the last seven days")],
        forms: Forms::Feed,
        public: false,
        answer: pages::feed,
    },
    single(
        "/api/filters",
        "The saved filters of the ledger: the query of each by its name",
        Forms::Json(Shape::Object),
        false,
        pages::filters,
    ),
    single(
        "/api/health",
        "Whether the case can be read, and whether everything in it has been worked out",
        Forms::Json(Shape::Object),
        true,
        pages::health,
    ),
    single("/api/openapi.json", "This document", Forms::Json(Shape::Object), true, pages::openapi),
    single(
        sayso_pages::html::STYLE_ADDRESS,
        "The style sheet of the pages",
        Forms::Style,
        true,
        pages::style,
    ),
    single(
        sayso_pages::html::SCRIPT_ADDRESS,
        "Keys and live updates of the pages",
        Forms::Script,
        true,
        pages::script,
    ),
];

const SINCE: Parameter =
    required("since", "a day (2031-03-05), a time (2031-03-05T18:00:00Z), or last-visit");

const fn optional(name: &'static str, meaning: &'static str) -> Parameter {
    Parameter { name, meaning, required: false }
}

const fn required(name: &'static str, meaning: &'static str) -> Parameter {
    Parameter { name, meaning, required: true }
}
