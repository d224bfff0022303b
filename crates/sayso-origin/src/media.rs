//! Which names mean the same medium? One outlet is credited and published as "The Seaview", "Seaview" and
//! "www.seaview.example".

use sayso_model::{Article, Credit, CreditKind, Origin};

/// Second-level labels that stand where a country's domains have three parts.
const SECOND_LEVEL: [&str; 7] = ["co", "com", "org", "net", "gov", "ac", "edu"];

/// The origin that a medium is, under whatever form of its name.
pub(crate) fn medium(name: &str) -> Origin {
    let name = name.trim();
    let plain = if name.contains(char::is_whitespace) { without_the(name) } else { host_label(name) };
    Origin { name: name.to_owned(), ..Origin::credit(plain) }
}

/// Whether a credit says that the report as a whole comes from the medium; one in a sentence speaks of a part.
pub(crate) fn is_for_the_whole(credit: &Credit) -> bool {
    credit.kind != CreditKind::InText
}

/// The medium that publishes an article: its publisher, else the host of its address.
pub(crate) fn publisher(article: &Article) -> Option<Origin> {
    let named = article.publisher.as_deref().filter(|p| p.chars().any(char::is_alphanumeric));
    named.or_else(|| host(article.url.as_deref()?)).map(medium)
}

/// The credit of the report as a whole that says most: a dateline, else an author line, else a line of its own.
pub(crate) fn whole_credit(article: &Article) -> Option<&Credit> {
    [CreditKind::Dateline, CreditKind::Byline, CreditKind::Line]
        .into_iter()
        .find_map(|kind| article.credits.iter().find(|c| c.kind == kind))
}

fn without_the(name: &str) -> &str {
    match name.split_at_checked(4) {
        Some((the, rest)) if the.eq_ignore_ascii_case("the ") => rest.trim_start(),
        _ => name,
    }
}

fn host(url: &str) -> Option<&str> {
    let rest = url.split_once("://")?.1;
    rest.split(['/', '?', '#']).next().filter(|h| !h.is_empty())
}

/// The label by which people call a host: `post` of `www.post.example/news`; other names stay as they are.
fn host_label(name: &str) -> &str {
    let host = name.split('/').next().unwrap_or(name);
    let labels: Vec<&str> = host.split('.').filter(|l| !l.is_empty()).collect();
    // A host has no label of digits alone (that would be an address) and at least two labels ("A.P." has short ones).
    if labels.len() < 2 || labels.iter().any(|l| l.bytes().all(|b| b.is_ascii_digit())) || host.ends_with('.')
    {
        return name;
    }
    let last = labels.len() - 2;
    let chosen = if last > 0 && SECOND_LEVEL.contains(&labels[last]) { last - 1 } else { last };
    if labels[chosen].len() < 2 { name } else { labels[chosen] }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_name_are_one_medium() {
        assert_eq!(medium("The Harbour Post").key, medium("Harbour Post").key);
        assert_eq!(medium("www.seaview.example/news").key, medium("Seaview").key);
        assert_eq!(medium("seaview.co.uk").key, medium("Seaview").key);
        assert_ne!(medium("Harbour Post").key, medium("Harbour Mail").key);
    }

    #[test]
    fn odd_names_are_kept() {
        assert_eq!(medium("A.P.").key, Origin::credit("A.P.").key);
        assert_eq!(medium("").key, Origin::credit("").key);
        assert_eq!(medium("10.0.0.1").key, Origin::credit("10.0.0.1").key);
    }
}
