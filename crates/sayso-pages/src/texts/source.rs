//! Texts of `html/source.rs`.

use super::plurals;

pub const BY_STANCE: &str = "By stance";
pub const ALSO: &str = "also:";
pub const WHY_THESE_ARE_ONE_ACTOR: &str = "Why these are one actor";

pub fn lead(actors: usize) -> String {
    format!("{} speak in the case, those with the most statements first.", plurals::ACTOR.of(actors))
}
