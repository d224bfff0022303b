//! Where a person says who they are.

use maud::{Markup, html};

use super::{address, frame::bare, plain::plain};
use crate::texts::{common, sign_in as texts};

/// The page that asks for name and password; `wrong` after a pair that was not right.
pub fn sign_in(back: &str, wrong: bool) -> Markup {
    bare(
        texts::SIGN_IN,
        "",
        "",
        html! {
            h1 { (texts::SIGN_IN) }
            @if wrong { p.notice role="alert" { (texts::WRONG_PASSWORD) } }
            form.ask method="post" action=(address::SIGN_IN) {
                input type="hidden" name="back" value=(plain(back));
                label for="user" { (common::NAME) }
                input id="user" name="user" autocomplete="username" required maxlength="200";
                label for="password" { (texts::PASSWORD) }
                input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000";
                button type="submit" { (texts::SIGN_IN) }
            }
        },
    )
}
