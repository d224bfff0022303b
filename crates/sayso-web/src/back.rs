//! Where does one go after a decision? Back to the page that it was made on, where that is still there.

use sayso_model::{ActorId, ClaimId, Snapshot, StatementId};

/// The address if it leads to a page of this server, else the start page; without what told of an earlier decision.
pub(crate) fn local(address: &str) -> String {
    let plain = address.len() < 2_000 && address.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    if !plain || !address.starts_with('/') || address.starts_with("//") {
        return "/".to_owned();
    }
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let kept: Vec<&str> = query.split('&').filter(|p| !p.is_empty() && !p.starts_with("done=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

/// A query as an address of this server may have it; empty where it is none.
pub(crate) fn local_query(query: &str) -> String {
    let address = local(&format!("/?{query}"));
    address.strip_prefix("/?").unwrap_or_default().to_owned()
}

/// The page to go on at after a decision, with its number, so that the page tells what it did.
pub(crate) fn after(back: &str, number: u64, now: &Snapshot) -> String {
    let back = local(back);
    let path = back.split('?').next().unwrap_or_default();
    let is_there = match path.trim_start_matches('/').split_once('/') {
        Some(("claims", id)) => now.claim(&ClaimId::from_written(id)).is_some(),
        Some(("statements", id)) => now.statement(&StatementId::from_written(id)).is_some(),
        // The page of a second reading is there for as long as nobody has given it.
        Some(("second", _)) => false,
        Some(("sources", id)) => now.actor(&ActorId::from_written(decoded(id))).is_some(),
        _ => true,
    };
    let back = if is_there { back } else { "/decisions".to_owned() };
    let sign = if back.contains('?') { '&' } else { '?' };
    format!("{back}{sign}done={number}")
}

/// Takes percent signs back.
pub(crate) fn decoded(text: &str) -> String {
    let plus = text.replace('+', "%2B");
    form_urlencoded::parse(format!("x={plus}").as_bytes())
        .next()
        .map_or_else(String::new, |(_, v)| v.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_this_server_are_gone_back_to() {
        for foreign in
            ["http://evil.example/", "//evil.example", "/\\evil.example", "", "claims", "/a\nb", "/é"]
        {
            assert_eq!(local(foreign), "/", "{foreign}");
        }
        assert_eq!(local("/claims/c1?page=2&done=7"), "/claims/c1?page=2");
        assert_eq!(local("/?done=7"), "/");
    }

    #[test]
    fn what_is_gone_is_not_gone_back_to() {
        let now = Snapshot::default();
        assert_eq!(after("/claims/c1", 3, &now), "/decisions?done=3");
        assert_eq!(after("/?all=true", 3, &now), "/?all=true&done=3");
    }
}
