//! Texts of `html/refusal.rs`.

pub const NO_PAGE: &str = "No page";
pub const CANNOT_BE_SHOWN: &str = "This page cannot be shown";
