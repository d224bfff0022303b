//! Who is asking? Open on this machine alone, by name and password, or by what a proxy says; and whether a form came from here.

use std::{
    collections::HashMap,
    net::IpAddr,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::http::{HeaderMap, header::COOKIE};
use sayso_model::{Act, Digest, Snapshot};
use sayso_pages::html::Visitor;

use crate::{
    error::WebError,
    refusal::Refusal,
    users::{Role, Users},
};

/// How a server knows its visitors.
#[derive(Clone, Debug)]
pub enum Access {
    /// Whoever reaches the server decides under this name; only for addresses of this machine.
    Open {
        /// The name.
        name: String,
    },
    /// Users sign in.
    Users(Users),
    /// A proxy in front names the user in this header; the users file, where there is one, says who may do what.
    Proxy {
        /// The header.
        header: String,
        /// Who is let in; without it everybody whom the proxy lets through may decide.
        users: Option<Users>,
    },
}

/// How long a session lasts: a working day.
const SESSION: Duration = Duration::from_secs(12 * 60 * 60);
/// Tries with a wrong password for one name or address in a minute.
const TRIES: u32 = 5;
/// Requests that one address may make at once, and in a second after that. A person with many windows makes some tens.
const BURST: f64 = 400.0;
const PER_SECOND: f64 = 200.0;
/// The cookie that holds a session.
const COOKIE_NAME: &str = "sayso_session";

/// Who asks, and what they may do.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) visitor: Visitor,
    pub(crate) role: Role,
}

impl Known {
    /// Somebody who may see what everybody may.
    pub(crate) fn nobody() -> Self {
        Self { visitor: Visitor::default(), role: Role::Reader }
    }

    /// Whether this visitor may do this: only owners undo what others decided.
    pub(crate) fn may(&self, act: &Act, now: &Snapshot) -> Result<(), Refusal> {
        let Act::Undo { review } = act else { return Ok(()) };
        let others = now.reviews.iter().any(|(r, _)| r.number == *review && r.author != self.visitor.name);
        if others && self.role < Role::Owner { Err(Refusal::not_allowed()) } else { Ok(()) }
    }
}

/// The door: sessions, tokens and limits.
pub(crate) struct Door {
    access: Access,
    /// Known to this run of the server alone: forms that it made carry what follows from it.
    secret: String,
    sessions: Mutex<HashMap<String, (String, Role, Instant)>>,
    tries: Mutex<HashMap<String, (u32, Instant)>>,
    rates: Mutex<HashMap<IpAddr, (f64, Instant)>>,
}

impl Door {
    pub(crate) fn new(access: Access) -> Result<Self, WebError> {
        let secret = random()?;
        Ok(Self {
            access,
            secret,
            sessions: Mutex::default(),
            tries: Mutex::default(),
            rates: Mutex::default(),
        })
    }

    /// Whether anybody who reaches the server is let in.
    pub(crate) fn is_open(&self) -> bool {
        matches!(self.access, Access::Open { .. })
    }

    /// Whether users sign in here.
    pub(crate) fn signs_in(&self) -> bool {
        matches!(self.access, Access::Users(_))
    }

    /// Who asks; `None` where they have to say first.
    pub(crate) fn known(&self, headers: &HeaderMap) -> Option<Known> {
        let (name, role, key, signed_in) = match &self.access {
            Access::Open { name } => (name.clone(), Role::Owner, name.clone(), false),
            Access::Proxy { header, users } => {
                let name = headers.get(header)?.to_str().ok()?.trim().to_owned();
                let role = match users {
                    Some(users) => users.role(&name)?,
                    None => Role::Editor,
                };
                (!name.is_empty()).then_some(())?;
                (name.clone(), role, name, false)
            }
            Access::Users(_) => {
                let key = session_of(headers)?;
                let (name, role) = self.session(&key)?;
                (name, role, key, true)
            }
        };
        let token = self.token(&key);
        let visitor = Visitor { name, may_decide: role >= Role::Editor, token, signed_in };
        Some(Known { visitor, role })
    }

    fn session(&self, key: &str) -> Option<(String, Role)> {
        let mut sessions = lock(&self.sessions);
        sessions.retain(|_, (_, _, since)| since.elapsed() < SESSION);
        sessions.get(key).map(|(name, role, _)| (name.clone(), *role))
    }

    /// What a form of this visitor has to send back.
    fn token(&self, key: &str) -> String {
        Digest::of(format!("{}\n{key}", self.secret).as_bytes()).as_str().to_owned()
    }

    /// Opens a session where name and password belong together; gives the cookie.
    pub(crate) fn sign_in(&self, name: &str, password: &str, from: IpAddr) -> Result<String, Refused> {
        let Access::Users(users) = &self.access else { return Err(Refused::Wrong) };
        let (by_name, by_address) = (format!("name {name}"), format!("address {from}"));
        if self.tried(&by_name) || self.tried(&by_address) {
            return Err(Refused::TooOften);
        }
        let Some(role) = users.check(name, password) else {
            self.count_try(by_name);
            self.count_try(by_address);
            return Err(Refused::Wrong);
        };
        let key = random().map_err(|_| Refused::Wrong)?;
        lock(&self.sessions).insert(key.clone(), (name.to_owned(), role, Instant::now()));
        Ok(format!("{COOKIE_NAME}={key}; HttpOnly; SameSite=Strict; Path=/; Max-Age={}", SESSION.as_secs()))
    }

    fn tried(&self, key: &str) -> bool {
        let mut tries = lock(&self.tries);
        tries.retain(|_, (_, since)| since.elapsed() < Duration::from_secs(60));
        tries.get(key).is_some_and(|(n, _)| *n >= TRIES)
    }

    fn count_try(&self, key: String) {
        lock(&self.tries).entry(key).or_insert((0, Instant::now())).0 += 1;
    }

    /// Ends the session of this request; gives the cookie that takes the other away.
    pub(crate) fn sign_out(&self, headers: &HeaderMap) -> String {
        if let Some(key) = session_of(headers) {
            lock(&self.sessions).remove(&key);
        }
        format!("{COOKIE_NAME}=; HttpOnly; SameSite=Strict; Path=/; Max-Age=0")
    }

    /// Whether an address may ask once more now.
    pub(crate) fn admits(&self, from: IpAddr) -> bool {
        let mut rates = lock(&self.rates);
        // Addresses that have been quiet for long have all their requests again, so that they need not be remembered.
        if rates.len() > 10_000 {
            rates.retain(|_, (_, last)| last.elapsed() < Duration::from_secs(60));
        }
        let (left, last) = rates.entry(from).or_insert((BURST, Instant::now()));
        *left = (*left + last.elapsed().as_secs_f64() * PER_SECOND).min(BURST);
        *last = Instant::now();
        let admitted = *left >= 1.0;
        *left -= if admitted { 1.0 } else { 0.0 };
        admitted
    }
}

/// Why nobody was signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refused {
    Wrong,
    TooOften,
}

fn session_of(headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(COOKIE).iter().filter_map(|c| c.to_str().ok()).flat_map(|c| c.split(';'));
    let mut of_ours = cookies.filter_map(|c| c.trim().strip_prefix(COOKIE_NAME)?.strip_prefix('='));
    of_ours.next().filter(|v| !v.is_empty()).map(str::to_owned)
}

/// 256 random bits as hexadecimal digits.
fn random() -> Result<String, WebError> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).map_err(|_| WebError::NoRandomness)?;
    Ok(Digest::of(&bytes).as_str().to_owned())
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_asks_too_often_has_to_wait() {
        let door = Door::new(Access::Open { name: "Ana".to_owned() }).unwrap();
        let from: IpAddr = "192.0.2.7".parse().unwrap();
        let admitted = (0..1_000).filter(|_| door.admits(from)).count();
        assert!((400..900).contains(&admitted), "{admitted}");
        assert!(door.admits("192.0.2.8".parse().unwrap()), "another address is not held back");
    }

    #[test]
    fn tokens_differ_from_run_to_run() {
        let token = || {
            let door = Door::new(Access::Open { name: "Ana".to_owned() }).unwrap();
            door.known(&HeaderMap::new()).unwrap().visitor.token
        };
        assert_ne!(token(), token());
    }
}
