//! Who may see a case, and who may decide? A file of users, with their roles and password hashes.
//!
//! One user a line: name, role and an argon2id hash, with spaces between them. Lines that begin with `#` are left out.

use std::{collections::BTreeMap, fs, path::Path};

use argon2::{
    Argon2,
    password_hash::{PasswordHasher as _, PasswordVerifier as _, phc::PasswordHash},
};

use crate::error::WebError;

/// What a user may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Looks.
    Reader,
    /// Decides, and undoes own decisions.
    Editor,
    /// Undoes everybody's.
    Owner,
}

impl Role {
    /// The role of this name.
    pub fn parse(word: &str) -> Option<Self> {
        match word {
            "reader" => Some(Self::Reader),
            "editor" => Some(Self::Editor),
            "owner" => Some(Self::Owner),
            _ => None,
        }
    }
}

/// The users of a file.
#[derive(Clone, Debug, Default)]
pub struct Users {
    by_name: BTreeMap<String, (Role, String)>,
    /// Checked in the place of the hash of a name that nobody has, so that an answer takes as long.
    nobody: String,
}

impl Users {
    /// Reads the users of a file.
    ///
    /// # Errors
    /// When the file cannot be read, a line is not one of a user, or there is no user at all.
    pub fn read(file: &Path) -> Result<Self, WebError> {
        let given = || file.display().to_string();
        let text = fs::read_to_string(file).map_err(|source| WebError::Users { file: given(), source })?;
        let mut by_name = BTreeMap::new();
        for (number, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let (name, user) = user(line).ok_or(WebError::UserLine { file: given(), line: number + 1 })?;
            by_name.insert(name, user);
        }
        if by_name.is_empty() {
            return Err(WebError::NoUsers { file: given() });
        }
        Ok(Self { by_name, nobody: hash("nobody")? })
    }

    /// The role of a user.
    pub(crate) fn role(&self, name: &str) -> Option<Role> {
        self.by_name.get(name).map(|(role, _)| *role)
    }

    /// The role of the user whose password this is. Takes a few hundredths of a second, whether there is such a user or not.
    pub(crate) fn check(&self, name: &str, password: &str) -> Option<Role> {
        let found = self.by_name.get(name);
        let hash = PasswordHash::new(found.map_or(self.nobody.as_str(), |(_, hash)| hash)).ok()?;
        let right = Argon2::default().verify_password(password.as_bytes(), &hash).is_ok();
        found.filter(|_| right).map(|(role, _)| *role)
    }
}

fn user(line: &str) -> Option<(String, (Role, String))> {
    let mut parts = line.split_whitespace();
    let (name, role, hash) = (parts.next()?, Role::parse(parts.next()?)?, parts.next()?);
    let is_argon2id = PasswordHash::new(hash).is_ok_and(|h| h.algorithm.as_str() == "argon2id");
    (parts.next().is_none() && is_argon2id).then(|| (name.to_owned(), (role, hash.to_owned())))
}

/// The argon2id hash of a password, with a salt of its own.
///
/// # Errors
/// When the system gives no random numbers.
pub fn hash(password: &str) -> Result<String, WebError> {
    let hash = Argon2::default().hash_password(password.as_bytes());
    hash.map(|h| h.to_string()).map_err(|_| WebError::NoRandomness)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_user_is_known_by_name_and_password_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("users");
        let line = |name: &str, role: &str| format!("{name} {role} {}\n", hash("sea breeze").unwrap());
        fs::write(&file, format!("# people\n\n{}{}", line("ana", "editor"), line("bo", "reader"))).unwrap();
        let users = Users::read(&file).unwrap();
        assert_eq!(users.check("ana", "sea breeze"), Some(Role::Editor));
        assert_eq!(users.role("bo"), Some(Role::Reader));
        assert_eq!((users.check("ana", "sea"), users.check("cem", "sea breeze")), (None, None));
        for bad in ["ana editor sea-breeze", "ana king x", "ana", ""] {
            fs::write(&file, bad).unwrap();
            assert!(Users::read(&file).is_err(), "{bad}");
        }
    }
}
