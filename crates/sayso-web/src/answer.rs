//! What was asked, and what is answered: a page, or the JSON of the same view.

use std::{collections::BTreeMap, net::SocketAddr};

use axum::{
    body::Body,
    http::{HeaderValue, StatusCode, header::CONTENT_TYPE},
    response::Response,
};
use jiff::Timestamp;
use sayso_pages::html::Visitor;
use serde::Serialize;

use crate::{desk::Desk, refusal::Refusal, texts};

/// In which form an answer is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Page,
    Json,
    Style,
    Script,
    Feed,
}

impl Form {
    /// The media type, as the answer and the OpenAPI document name it.
    pub(crate) fn media_type(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Json => "application/json",
            Self::Style => "text/css; charset=utf-8",
            Self::Script => "text/javascript; charset=utf-8",
            Self::Feed => "application/atom+xml; charset=utf-8",
        }
    }

    /// The form that an address asks for, where no route says so.
    pub(crate) fn of(path: &str) -> Self {
        if path.ends_with(".json") || path.starts_with("/api/") { Self::Json } else { Self::Page }
    }
}

/// One request, as far as a page needs to know it.
pub(crate) struct Asked<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) form: Form,
    /// The id in the address; empty where the route has none.
    pub(crate) id: &'a str,
    pub(crate) query: &'a BTreeMap<String, String>,
    pub(crate) visitor: &'a Visitor,
    /// Path and query of this page, to come back to.
    pub(crate) here: &'a str,
    pub(crate) address: SocketAddr,
    /// When this browser was here last before this visit.
    pub(crate) visit: Option<Timestamp>,
}

impl Asked<'_> {
    /// A part of the query; `None` where it is missing or empty.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.query.get(name).map(|v| v.trim()).filter(|v| !v.is_empty())
    }

    /// Which page of a list is asked for, the first being 0.
    pub(crate) fn page(&self) -> Result<usize, Refusal> {
        let Some(given) = self.value("page") else { return Ok(0) };
        let number: Option<usize> = given.parse().ok().filter(|n| *n > 0);
        number
            .map(|n| n - 1)
            .ok_or_else(|| Refusal::bad_value(texts::no_page_number(given), texts::FIRST_PAGE))
    }

    /// Gives the view in the form that was asked for.
    pub(crate) fn give<V: Serialize + ?Sized>(
        &self,
        view: &V,
        page: impl FnOnce() -> String,
    ) -> Result<Answer, Refusal> {
        let body = match self.form {
            Form::Json => serde_json::to_string(view).map_err(|_| Refusal::broken())?,
            _ => page(),
        };
        Ok(Answer::new(self.form, body))
    }
}

/// The body of an answer with its form and HTTP status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) form: Form,
    pub(crate) body: String,
}

impl Answer {
    pub(crate) fn new(form: Form, body: String) -> Self {
        Self { status: StatusCode::OK, form, body }
    }

    /// The refusal as a page or as JSON.
    pub(crate) fn refused(refusal: &Refusal, form: Form) -> Self {
        let body = match form {
            Form::Json => serde_json::to_string(&refusal.view).unwrap_or_default(),
            _ => sayso_pages::html::refusal(&refusal.view).into_string(),
        };
        let form = if form == Form::Json { Form::Json } else { Form::Page };
        Self { status: refusal.status, form, body }
    }

    pub(crate) fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.status_mut() = self.status;
        response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(self.form.media_type()));
        response
    }
}
