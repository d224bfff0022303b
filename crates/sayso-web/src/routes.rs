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
    pub(crate) answer: fn(&Asked<'_>) -> Result<Answer, Refusal>,
}

impl Route {
    /// Whether an id stands in the path.
    pub(crate) fn has_id(&self) -> bool {
        self.path.ends_with("{id}")
    }
}

const LEDGER: &[Parameter] = &[
    optional(
        "status",
        "only claims with this status: confirmed, corroborated, contested, single-source or unconfirmed",
    ),
    optional(
        "all",
        "`true`: the page shows also claims that rest on a single statement; the JSON always has them",
    ),
];

/// All routes.
pub(crate) const ROUTES: &[Route] = &[
    Route {
        path: "/",
        summary: "The ledger: all claims with status and positions",
        query: LEDGER,
        forms: Forms::Page,
        answer: pages::ledger,
    },
    Route {
        path: "/claims",
        summary: "The ledger: all claims with status and positions",
        query: LEDGER,
        forms: Forms::PageAndJson(Shape::Object),
        answer: pages::ledger,
    },
    Route {
        path: "/claims/{id}",
        summary: "One claim with everything that it rests on",
        query: &[],
        forms: Forms::PageAndJson(Shape::Object),
        answer: pages::claim,
    },
    Route {
        path: "/articles",
        summary: "The articles, with credits, copies and where their reports start",
        query: &[],
        forms: Forms::PageAndJson(Shape::Array),
        answer: pages::articles,
    },
    Route {
        path: "/articles/{id}",
        summary: "One article with what is said in it",
        query: &[optional("show", "bytes of the text that the page brings out, as `START-END`")],
        forms: Forms::PageAndJson(Shape::Object),
        answer: pages::article,
    },
    Route {
        path: "/sources",
        summary: "Who speaks in the case",
        query: &[],
        forms: Forms::PageAndJson(Shape::Array),
        answer: pages::sources,
    },
    Route {
        path: "/search",
        summary: "The best 50 places in articles and statements where all words stand",
        query: &[required("q", "the words; \"quoted words\" together, word* for beginnings")],
        forms: Forms::PageAndJson(Shape::Array),
        answer: pages::search,
    },
    Route {
        path: "/changes",
        summary: "What the case got new after a time",
        query: &[required("since", "a day (2031-03-05) or a time (2031-03-05T18:00:00Z)")],
        forms: Forms::PageAndJson(Shape::Array),
        answer: pages::changes,
    },
    Route {
        path: "/api/health",
        summary: "Whether the case can be read, and whether everything in it has been worked out",
        query: &[],
        forms: Forms::Json(Shape::Object),
        answer: pages::health,
    },
    Route {
        path: "/api/openapi.json",
        summary: "This document",
        query: &[],
        forms: Forms::Json(Shape::Object),
        answer: pages::openapi,
    },
    Route {
        path: sayso_pages::html::STYLE_ADDRESS,
        summary: "The style sheet of the pages",
        query: &[],
        forms: Forms::Style,
        answer: pages::style,
    },
];

const fn optional(name: &'static str, meaning: &'static str) -> Parameter {
    Parameter { name, meaning, required: false }
}

const fn required(name: &'static str, meaning: &'static str) -> Parameter {
    Parameter { name, meaning, required: true }
}
