//! Where a person says who they are.

use maud::{Markup, html};

use super::{address, frame::bare, plain::plain};

/// The page that asks for name and password; `wrong` after a pair that was not right.
pub fn sign_in(back: &str, wrong: bool) -> Markup {
    bare(
        "Sign in",
        "",
        "",
        html! {
            h1 { "Sign in" }
            @if wrong { p.notice role="alert" { "Name and password do not belong together. After five tries one has to wait a minute." } }
            form.ask method="post" action=(address::SIGN_IN) {
                input type="hidden" name="back" value=(plain(back));
                label for="user" { "Name" }
                input id="user" name="user" autocomplete="username" required maxlength="200";
                label for="password" { "Password" }
                input id="password" name="password" type="password" autocomplete="current-password" required maxlength="1000";
                button type="submit" { "Sign in" }
            }
        },
    )
}
