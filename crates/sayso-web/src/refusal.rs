//! What is answered instead of a page, and with which HTTP status.

use axum::http::StatusCode;
use sayso_pages::html::RefusalView;
use sayso_workbench::{ReviewError, StoreError, WorkbenchError};

use crate::texts;

/// Why there is no answer: what is the matter, what to do, and the HTTP status.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) status: StatusCode,
    pub(crate) view: RefusalView,
}

impl Refusal {
    pub(crate) fn new(status: StatusCode, error: impl Into<String>, hint: &str) -> Self {
        Self { status, view: RefusalView { error: error.into(), hint: hint.to_owned() } }
    }

    /// Nothing has this address.
    pub(crate) fn no_page() -> Self {
        Self::new(StatusCode::NOT_FOUND, texts::NO_PAGE, texts::BEGIN_WITH_CLAIMS)
    }

    /// The case has nothing with this id.
    pub(crate) fn unknown_id(what: &str, id: &str) -> Self {
        Self::new(StatusCode::NOT_FOUND, texts::unknown_id(what, id), texts::WHERE_IDS_ARE)
    }

    /// A part of the address does not say what it should.
    pub(crate) fn bad_value(error: impl Into<String>, hint: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error, hint)
    }

    /// Who asks may not do this.
    pub(crate) fn not_allowed() -> Self {
        let hint = texts::ASK_AN_OWNER;
        Self::new(StatusCode::FORBIDDEN, texts::NOT_ALLOWED, hint)
    }

    /// A form that this server did not make, or made before it was started anew.
    pub(crate) fn foreign_form() -> Self {
        let hint = texts::LOAD_THE_FORM;
        Self::new(StatusCode::FORBIDDEN, texts::FOREIGN_FORM, hint)
    }

    /// Somebody has to sign in first.
    pub(crate) fn unknown_visitor() -> Self {
        let hint = texts::SIGN_IN;
        Self::new(StatusCode::UNAUTHORIZED, texts::UNKNOWN_VISITOR, hint)
    }

    /// Too many requests.
    pub(crate) fn too_often() -> Self {
        let hint = texts::WAIT_A_MOMENT;
        Self::new(StatusCode::TOO_MANY_REQUESTS, texts::TOO_OFTEN, hint)
    }

    /// A defect of the program.
    pub(crate) fn broken() -> Self {
        let error = texts::BROKEN;
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error, texts::REPORT_IT)
    }
}

impl Refusal {
    fn refused_decision(reason: &ReviewError) -> Self {
        let status = match reason {
            ReviewError::Unknown { .. } => StatusCode::NOT_FOUND,
            ReviewError::Pointless(_) => StatusCode::BAD_REQUEST,
        };
        Self::new(status, reason.to_string(), texts::NOTHING_DECIDED)
    }
}

impl From<WorkbenchError> for Refusal {
    fn from(error: WorkbenchError) -> Self {
        let hint = match &error {
            WorkbenchError::Store(StoreError::Busy { .. }) => texts::CASE_IS_BUSY,
            WorkbenchError::Review(reason) => return Self::refused_decision(reason),
            _ => texts::CHECK_THE_FOLDER,
        };
        Self::new(StatusCode::SERVICE_UNAVAILABLE, error.to_string(), hint)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        WorkbenchError::from(error).into()
    }
}
