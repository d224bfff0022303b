//! What was decided, as a sentence that goes on after the name of whoever decided.

pub const ACCEPTED: &str = "accepted";
pub const CORRECTED: &str = "corrected";
pub const NOTED: &str = "noted";

pub fn accepted(said: &str) -> String {
    format!("accepted the reading {said}")
}

pub fn rejected(said: &str) -> String {
    format!("rejected the reading {said}")
}

pub fn set_stance(said: &str, stance: &str) -> String {
    format!("set the stance of {said} to {stance}")
}

pub fn set_source(said: &str, name: &str, kind: &str) -> String {
    format!("set the source of {said} to {name} ({kind})")
}

pub fn set_source_words(said: &str) -> String {
    format!("set which words name the source of {said}")
}

pub fn set_reliability(actor: &str, grade: &str) -> String {
    format!("set the reliability of {actor} to {grade}")
}

pub fn asked_second(said: &str) -> String {
    format!("asked for a second reading of {said}")
}

pub fn set_content(said: &str) -> String {
    format!("set what is attributed to: {said}")
}

pub fn moved(said: &str, claim: &str) -> String {
    format!("moved {said} to the claim {claim}")
}

pub fn made_claim(said: &str) -> String {
    format!("made a claim of {said}")
}

pub fn merged_claims(into: &str) -> String {
    format!("merged a claim into {into}")
}

pub fn split_claim(n: usize, claim: &str) -> String {
    format!("split {n} statements from {claim}")
}

pub fn merged_actors(gone: &str, into: &str) -> String {
    format!("merged {gone} into {into}")
}

pub fn split_actor(alias: &str, actor: &str) -> String {
    format!("took the name {alias} from {actor}")
}

pub fn set_copy(first: &str, second: &str, verdict: &str) -> String {
    format!("set how {first} and {second} share text: {verdict}")
}

pub fn set_origin(said: &str, origin: &str) -> String {
    format!("set the origin of {said} to {origin}")
}

pub fn set_status(claim: &str, status: &str) -> String {
    format!("set the status of {claim} to {status}")
}

pub fn noted_about(claim: &str) -> String {
    format!("noted about {claim}")
}

pub fn undid(number: u64) -> String {
    format!("undid decision {number}")
}

pub fn read_second(said: &str, stance: Option<&str>) -> String {
    format!("read {said} a second time: {}", stance.unwrap_or("not said there"))
}
