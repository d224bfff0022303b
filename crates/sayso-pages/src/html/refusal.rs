//! What is shown instead of a page: what is the matter, and what to do.

use maud::{Markup, html};
use serde::Serialize;

use super::{frame::bare, plain::words};
use crate::texts::refusal as texts;

/// Says why there is no page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RefusalView {
    /// What is the matter; lower case, without a full stop.
    pub error: String,
    /// What to do about it.
    pub hint: String,
}

/// The page that stands in for one that cannot be shown.
pub fn refusal(view: &RefusalView) -> Markup {
    bare(
        texts::NO_PAGE,
        "",
        "",
        html! {
            h1 { (texts::CANNOT_BE_SHOWN) }
            p.lead { (words(&view.error)) }
            p { (words(&view.hint)) }
        },
    )
}
