//! Short forms of ids: the first letters that no other id of the case has, as version control shows commits.

use sayso_model::Snapshot;

/// Fewest characters of a short id: the letter of its kind and four digits, which people can still tell apart.
const SHORTEST: usize = 5;

/// All ids of a case, for shortening and for finding one by its beginning.
#[derive(Clone, Debug, Default)]
pub struct ShortIds {
    sorted: Vec<String>,
}

impl ShortIds {
    /// Takes the ids of the claims, articles, statements and actors of a case.
    pub fn of(snapshot: &Snapshot) -> Self {
        let claims = snapshot.claims.iter().map(|c| c.id.to_string());
        let articles = snapshot.articles.iter().map(|a| a.id.to_string());
        let statements = snapshot.statements.iter().map(|s| s.id.to_string());
        let actors = snapshot.actors.iter().map(|a| a.id.to_string());
        let mut sorted: Vec<String> = claims.chain(articles).chain(statements).chain(actors).collect();
        sorted.sort_unstable();
        Self { sorted }
    }

    /// The shortest beginning of `id` that is no other id's; actors keep their readable id.
    pub fn short<'a>(&self, id: &'a str) -> &'a str {
        if id.contains(':') {
            return id;
        }
        let at = self.sorted.partition_point(|other| other.as_str() < id);
        let shared = |other: Option<&String>| {
            other.map_or(0, |o| o.bytes().zip(id.bytes()).take_while(|(a, b)| a == b).count())
        };
        let before = shared(at.checked_sub(1).and_then(|i| self.sorted.get(i)));
        let after = shared(self.sorted[at.min(self.sorted.len())..].iter().find(|o| o.as_str() != id));
        let length = (before.max(after) + 1).max(SHORTEST).min(id.len());
        &id[..length]
    }

    /// All ids that begin with `prefix`.
    pub fn beginning_with<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = &'a str> {
        let from = self.sorted.partition_point(|id| id.as_str() < prefix);
        self.sorted[from..].iter().map(String::as_str).take_while(move |id| id.starts_with(prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_ids_are_as_long_as_it_takes() {
        let ids = ShortIds { sorted: ["a12345678", "a12345999", "c777777"].map(String::from).to_vec() };
        assert_eq!(ids.short("a12345678"), "a123456");
        assert_eq!(ids.short("c777777"), "c7777");
        assert_eq!(ids.beginning_with("a1234").count(), 2);
        assert_eq!(ids.beginning_with("x").count(), 0);
    }
}
