//! Whom does the author line credit? "By The Associated Press", in the text or in a header.

use sayso_model::{Credit, CreditKind};

use super::{lines::Line, masthead, outlets};
use crate::pattern::pattern;

/// Lines from the top in which an author line may stand.
const TOP: usize = 4;

/// Longest author line in bytes: four names with their outlets.
const MAX_LINE: usize = 120;

/// The credits of an author line in the text.
pub(crate) fn credits(line: &Line<'_>) -> Vec<Credit> {
    let names =
        pattern!(r"^(?:By|BY|by)\s+([^.!?]+(?:\.[^.!?]+)*)$").captures(line.words).and_then(|c| c.get(1));
    let Some(names) = names.filter(|_| line.from_start < TOP && line.words.len() <= MAX_LINE) else {
        return Vec::new();
    };
    let credit = |m: outlets::Named| Credit {
        name: m.outlet.name.to_owned(),
        kind: CreditKind::Byline,
        span: Some(m.span.shifted(line.span.start + names.start())),
    };
    let listed: Vec<Credit> = outlets::mentions(names.as_str()).into_iter().map(credit).collect();
    let name = names.as_str().trim_start_matches("the ");
    if listed.is_empty() && masthead::is_medium(name) {
        let span = Some(line.span_of(name));
        return vec![Credit { name: name.to_owned(), kind: CreditKind::Byline, span }];
    }
    listed
}

/// The credits of a byline that stands in a header or in a page's metadata, not in the text.
pub(crate) fn of_header(byline: &str) -> Vec<Credit> {
    let credit =
        |m: outlets::Named| Credit { name: m.outlet.name.to_owned(), kind: CreditKind::Byline, span: None };
    outlets::mentions(byline).into_iter().map(credit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::credit::lines::lines;

    fn found(text: &str) -> Vec<String> {
        lines(text).iter().flat_map(credits).map(|c| c.name).collect()
    }

    #[test]
    fn author_lines_credit_the_media_that_they_name() {
        assert_eq!(found("By The Associated Press\n\nThe quay is shut."), ["AP"]);
        assert_eq!(found("Quay shut\nBy Ada Berg and Ivo Lund, Reuters\nx"), ["Reuters"]);
        assert_eq!(found("By Nordhaven Press\n\nThe quay is shut."), ["Nordhaven Press"]);
        assert_eq!(of_header("Ada Berg, AFP")[0].name, "AFP");
    }

    #[test]
    fn sentences_that_begin_with_by_do_not() {
        assert!(found("By Monday the AP had three reporters in Nordhaven.").is_empty());
        assert!(found("By Ada Berg\nx").is_empty());
    }
}
