//! Texts of `html/sign_in.rs`.

pub const SIGN_IN: &str = "Sign in";
pub const WRONG_PASSWORD: &str =
    "Name and password do not belong together. After five tries one has to wait a minute.";
pub const PASSWORD: &str = "Password";
