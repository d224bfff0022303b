//! Does the store keep what it is given, through mistakes, crashes and updates? One file per question.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used)]

mod articles;
mod captures;
mod cases;
mod concurrency;
mod crash;
mod damage;
mod derived;
mod large_case;
mod log;
mod old_cases;
mod search;
mod support;
