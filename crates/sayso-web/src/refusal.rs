//! What is answered instead of a page, and with which HTTP status.

use axum::http::StatusCode;
use sayso_pages::html::RefusalView;
use sayso_workbench::{ReviewError, StoreError, WorkbenchError};

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
        Self::new(
            StatusCode::NOT_FOUND,
            "there is no page at this address",
            "Begin with the list of claims at /.",
        )
    }

    /// The case has nothing with this id.
    pub(crate) fn unknown_id(what: &str, id: &str) -> Self {
        let hint = "It may be from another case, or an article was revised since. The lists of claims (/), articles \
                    (/articles) and sources (/sources) link to all that there is.";
        Self::new(StatusCode::NOT_FOUND, format!("this case has no {what} with the id {id}"), hint)
    }

    /// A part of the address does not say what it should.
    pub(crate) fn bad_value(error: impl Into<String>, hint: &str) -> Self {
        Self::new(StatusCode::BAD_REQUEST, error, hint)
    }

    /// Who asks may not do this.
    pub(crate) fn not_allowed() -> Self {
        let hint = "Ask an owner of the case for the role of an editor, or an owner to do it.";
        Self::new(StatusCode::FORBIDDEN, "your role does not allow this", hint)
    }

    /// A form that this server did not make, or made before it was started anew.
    pub(crate) fn foreign_form() -> Self {
        let hint = "Load the page with the form again and send it from there. It may be older than the server's last start.";
        Self::new(StatusCode::FORBIDDEN, "this form was not made by this server", hint)
    }

    /// Somebody has to sign in first.
    pub(crate) fn unknown_visitor() -> Self {
        let hint = "Sign in at /sign-in, or let the proxy in front name a user who is let in.";
        Self::new(StatusCode::UNAUTHORIZED, "it is not known who you are", hint)
    }

    /// Too many requests.
    pub(crate) fn too_often() -> Self {
        let hint = "Wait a moment and try again.";
        Self::new(StatusCode::TOO_MANY_REQUESTS, "there were too many requests from your address", hint)
    }

    /// A defect of the program.
    pub(crate) fn broken() -> Self {
        let error = "the program made a mistake while it made this page";
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, error, "The case was not changed. Please report it.")
    }
}

impl Refusal {
    fn refused_decision(reason: &ReviewError) -> Self {
        let status = match reason {
            ReviewError::Unknown { .. } => StatusCode::NOT_FOUND,
            ReviewError::Pointless(_) => StatusCode::BAD_REQUEST,
        };
        Self::new(status, reason.to_string(), "Nothing was decided. Go back and look at how it stands now.")
    }
}

impl From<WorkbenchError> for Refusal {
    fn from(error: WorkbenchError) -> Self {
        let hint = match &error {
            WorkbenchError::Store(StoreError::Busy { .. }) => {
                "Wait until the other command is done and try again."
            }
            WorkbenchError::Review(reason) => return Self::refused_decision(reason),
            _ => "Check that the folder of the case is there and can be read, then load the page again.",
        };
        Self::new(StatusCode::SERVICE_UNAVAILABLE, error.to_string(), hint)
    }
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        WorkbenchError::from(error).into()
    }
}
