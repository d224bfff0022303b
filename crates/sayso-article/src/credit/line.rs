//! Which lines credit a medium? "Source: X", "© 2026 X", "(KB/X)" at the end, a first line that is only "X | City".

use sayso_model::{Credit, CreditKind};

use super::{lines::Line, masthead, outlets};
use crate::pattern::pattern;

/// Longest line, in bytes, that is a line of credit and no sentence.
const MAX_LINE: usize = 200;

/// Longest value after "Source:"; what is longer is a sentence about sources.
const MAX_NAMES: usize = 80;

/// Lines from either end of an article in which names alone are credits.
const EDGE: usize = 3;

/// A city beside the name of an agency.
const PLACE: &str = r"\p{Lu}[\p{L} .'’-]{1,40}";

/// The credits of one line.
pub(crate) fn credits(line: &Line<'_>) -> Vec<Credit> {
    let names =
        [ticker, after_label, copyright, at_the_end, with_reporting, name_alone].iter().find_map(|rule| {
            let names = rule(line);
            (!names.is_empty()).then_some(names)
        });
    let credit = |(name, words): (String, &str)| Credit {
        name,
        kind: CreditKind::Line,
        span: Some(line.span_of(words)),
    };
    names.unwrap_or_default().into_iter().map(credit).collect()
}

/// A name and the words that give it.
type Found<'a> = Vec<(String, &'a str)>;

/// "17.30 Harbour Wire: ...", an entry of a live report.
fn ticker<'a>(line: &Line<'a>) -> Found<'a> {
    masthead::of_ticker(line.words).map(|name| (name.to_owned(), name)).into_iter().collect()
}

/// "Source: Harbour Press", alone on a line or in brackets at the end of one. Names outside the list count here, too.
fn after_label<'a>(line: &Line<'a>) -> Found<'a> {
    let form = pattern!(
        r"(?i)(?:^\W*|[\[(]\s*)(?:news )?(?:sources?|agency|agencies|via)\s*:\s*([^:\[\]()]+?)[\])\s.]*$"
    );
    let Some(names) = form.captures(line.words).and_then(|c| c.get(1)).map(|m| m.as_str()) else {
        return Vec::new();
    };
    if line.is_about_picture() || names.len() > MAX_NAMES {
        return Vec::new();
    }
    parts(names).filter_map(|part| listed(part).or_else(|| unlisted(part))).collect()
}

/// "© 2026 Reuters": the list's media only, since pages close with their own name.
fn copyright<'a>(line: &Line<'a>) -> Found<'a> {
    let form = pattern!(
        r"(?i)(?:©|\(c\)|(?-u:\b)copyright(?-u:\b))[\s©]*(?:\(c\)\s*)?(?:\d{4}\s*(?:[-–]\s*\d{4})?)?[\s,]*(?:by\s+)?(.{2,60})"
    );
    let Some(rest) = form.captures(line.words).and_then(|c| c.get(1)).map(|m| m.as_str()) else {
        return Vec::new();
    };
    if line.words.len() > MAX_LINE || line.is_about_picture() {
        return Vec::new();
    }
    let first = outlets::mentions(rest).into_iter().find(|m| m.span.start <= "the ".len());
    first.map(|m| (m.outlet.name.to_owned(), m.span.of(rest))).into_iter().collect()
}

/// "(KB/IANS)" or "— Reuters" after the last sentence.
fn at_the_end<'a>(line: &Line<'a>) -> Found<'a> {
    let form =
        pattern!(r#"(?:\(([^()]{2,60})\)|(?:^|[.!?”"]\s*)(?:[-–—]{1,2}|//)\s*([\p{Lu}d][^.()]{1,40}))\.?$"#);
    let Some(found) = form.captures(line.words).and_then(|c| c.get(1).or_else(|| c.get(2))) else {
        return Vec::new();
    };
    if line.from_end > EDGE || line.is_about_picture() || is_picture_credit(found.as_str()) {
        return Vec::new();
    }
    parts(found.as_str()).filter_map(listed).collect()
}

/// "REUTERS/Ada Berg" and "Ada Berg/AP" name a photographer: an agency and a person. Initials, as in "KB/IANS", name an editor.
fn is_picture_credit(names: &str) -> bool {
    let person = pattern!(r"^\p{Lu}\p{Ll}+(?:\s+\p{Lu}[\p{L}.'’-]*)+$");
    names.contains('/') && parts(names).any(|part| outlets::named(part).is_none() && person.is_match(part))
}

/// "With reporting by the AP", "This article first appeared in ...": the list's media, as persons and partners stand there, too.
fn with_reporting<'a>(line: &Line<'a>) -> Found<'a> {
    let form = pattern!(
        r"(?i)(?:^\W*|[.!?]\s+[(\[]?|\()(?:with (?:additional |further )?(?:reporting|inputs?|contributions?|files|material|information) (?:by|from)|with (?:agency|agencies)|additional reporting (?:by|from)|reporting (?:by|from)|(?:this |the )?(?:story|article|report|piece)?\s*(?:was |is |has been |had been )?(?:originally |first |also )?(?:published|appeared|syndicated|republished|reprinted|provided|supplied|distributed)(?: with permission)? (?:by|from|in|on|via|of)|from a syndicated feed (?:of|from|by))\s+(.{2,120})"
    );
    let Some(rest) = form.captures(line.words).and_then(|c| c.get(1)).map(|m| m.as_str()) else {
        return Vec::new();
    };
    outlets::mentions(rest).into_iter().map(|m| (m.outlet.name.to_owned(), m.span.of(rest))).collect()
}

/// A line at the top or the end that holds only a listed name, perhaps with a city or an author: "Reuters | Nordhaven",
/// "Nordhaven, AFP". A slash stands between a photographer and an agency and makes no credit.
fn name_alone<'a>(line: &Line<'a>) -> Found<'a> {
    if line.from_start.min(line.from_end) >= EDGE || line.words.len() > MAX_NAMES || line.is_about_picture() {
        return Vec::new();
    }
    let form = pattern!(&format!(r"^(.{{2,40}}?)(?:\s*[|·•,]\s*{PLACE}|\s+[–—-]\s+{PLACE}|\s+[Ss]taff)$"));
    let reversed = pattern!(&format!(r"^(?:{PLACE})\s*[|,·•]\s*([^|,/·•]{{2,40}})$"));
    let name = |form: &regex::Regex| form.captures(line.words).and_then(|c| c.get(1)).map(|m| m.as_str());
    let bare = line.words.trim_matches(['[', ']', '(', ')']);
    listed(bare).or_else(|| listed(name(form)?)).or_else(|| listed(name(reversed)?)).into_iter().collect()
}

/// The names that a slash, a comma, "and" or a dash parts.
pub(crate) fn parts(names: &str) -> impl Iterator<Item = &str> {
    pattern!(r"\s*(?:/|,|;|&|\||\s[-–—]\s|(?-u:\b)and(?-u:\b))\s*")
        .split(names)
        .map(str::trim)
        .filter(|p| !p.is_empty())
}

fn listed(words: &str) -> Option<(String, &str)> {
    outlets::named(words).map(|outlet| (outlet.name.to_owned(), words))
}

/// A name outside the list: a few words, the first with a capital letter, and no office or address.
fn unlisted(words: &str) -> Option<(String, &str)> {
    let is_body = pattern!(
        r"(?i)(?-u:\b)(?:ministry|government|office|department|universit\w*|police|council|bureau|statistics|data|institute|bank|commission|agency for|company|own|staff|various|author|wikipedia|compiled|https?|www)(?-u:\b)|[:@]|\.\w{2,4}/"
    );
    let name = words.trim_start_matches("the ").trim_start_matches("The ");
    let is_name = name.chars().next().is_some_and(char::is_uppercase) && name.split_whitespace().count() <= 4;
    (is_name && !is_body.is_match(name)).then(|| (name.to_owned(), words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::lines::lines;

    /// Names credited in a text whose first and last lines are given.
    fn found(first: &str, last: &str) -> Vec<String> {
        let text = format!(
            "{first}\nThe quay is shut.\nIt was shut on Monday.\nNobody said why.\nIt stays so.\n{last}"
        );
        lines(&text).iter().flat_map(credits).map(|c| c.name).collect()
    }

    #[test]
    fn labelled_lines_name_any_medium() {
        assert_eq!(found("[Source: Reuters]", "x"), ["Reuters"]);
        assert_eq!(
            found("x", "Sources: Nordhaven Courier, AFP and the Associated Press"),
            ["Nordhaven Courier", "AFP", "AP"]
        );
        assert_eq!(found("x", "The quay is shut. (Source: The Quay)"), ["Quay"]);
        assert!(found("Source: Ministry of Ports", "Photo source: Reuters").is_empty());
    }

    #[test]
    fn copyright_lines_name_the_list_s_media_only() {
        assert_eq!(found("x", "© 2026 Reuters"), ["Reuters"]);
        assert_eq!(found("x", "Copyright 2026 The Associated Press. All rights reserved."), ["AP"]);
        assert!(found("x", "© 2026 Nordhaven Courier").is_empty());
    }

    #[test]
    fn names_after_the_last_sentence_are_credits() {
        assert_eq!(found("x", "It stays shut. (KB/IANS)"), ["IANS"]);
        assert_eq!(found("x", "It stays shut. — Bernama"), ["Bernama"]);
        assert_eq!(found("x", "—AFP"), ["AFP"]);
        assert!(found("The quay is shut (AFP)", "It stays shut. (REUTERS/Ada Berg)").is_empty());
        assert!(found("x", "(Ada Berg/AP)").is_empty());
    }

    #[test]
    fn reporting_by_a_medium_is_credited() {
        assert_eq!(found("x", "With reporting by Ada Berg and The Associated Press."), ["AP"]);
        assert_eq!(
            found("x", "This article was originally published by the Kyiv Independent."),
            ["Kyiv Independent"]
        );
        assert_eq!(found("x", "(With inputs from PTI)"), ["PTI"]);
    }

    #[test]
    fn a_line_that_is_only_a_name_is_a_credit_at_the_edges() {
        assert_eq!(found("Reuters", "x"), ["Reuters"]);
        assert_eq!(found("Reuters | Nordhaven", "x"), ["Reuters"]);
        assert_eq!(found("New Delhi, PTI", "x"), ["PTI"]);
        assert_eq!(found("x", "Agence France-Presse"), ["AFP"]);
        assert!(found("The quay", "Nobody said why").is_empty());
        assert!(found("Ada Berg / Reuters", "Reuters / Nordbild").is_empty());
    }
}
