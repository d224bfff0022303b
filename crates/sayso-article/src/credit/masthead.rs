//! Which names outside the list are a medium's by their own form? "Channel Nine", "the Harbour Times", "told The Quay", "the
//! Quay, a local daily,".

use std::collections::BTreeSet;

use super::{in_text::Mention, shape::mention};
use crate::pattern::pattern;

/// Last words of names that only media bear: nobody is called "Wire" or "Gazette", and a body's name seldom ends so.
const LAST: &str = r"(?:Times|Post|Herald|Courier|Gazette|Tribune|Chronicle|Telegraph|Examiner|Inquirer|Enquirer|Mirror|Mail|Journal|Dispatch|Bugle|Echo|Argus|Bulletin|Advertiser|Messenger|Newswire|Wire|News|Press|Radio|TV|Television|Today|Daily|Weekly|Broadcasting|Online)";

/// First words of names of stations.
const FIRST: &str = r"(?:Channel|Radio|Television|TV|Kanal|Canal)";

/// Capitalised words of such a name before its last or after its first.
const WORD: &str = r"\p{Lu}[\p{L}\p{N}’'-]*";

/// Single words after "The" that are places or bodies all the same.
const NOT_MASTHEADS: &[&str] =
    &["Hague", "Bahamas", "Gambia", "Netherlands", "Vatican", "Kremlin", "Pentagon"];

/// The media that the text names by the form of their names; whether they are credited is for their sentence to say.
pub(crate) fn mentions(text: &str) -> Vec<Mention> {
    let mut found = by_words(text);
    found.extend(with_capital_article(text));
    found.extend(explained(text));
    found.extend(citing(text));
    found.extend(of_its_people(text));
    found
}

/// "the Harbour Times", "Channel Nine".
fn by_words(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(
        r"(?-u:\b)((?:The )?(?:(?:{WORD} ){{1,3}}{LAST}|{FIRST} {WORD}(?: {WORD})?))(?-u:\b)"
    ));
    // "Foreign Press Office" and "Harbour Press Council" go on: they are no media.
    let goes_on = |end: usize| {
        let next = text[end..].strip_prefix(' ').and_then(|rest| rest.chars().next());
        next.is_some_and(char::is_uppercase)
    };
    let names = form.captures_iter(text).filter_map(|c| c.get(1)).filter(|m| !goes_on(m.end()));
    // "The Times" by itself is a title only where its article has a capital within a sentence.
    let several =
        |m: &regex::Match<'_>| m.as_str().strip_prefix("The ").is_none_or(|bare| bare.contains(' '));
    names.filter(several).filter_map(|m| titled(text, m.start(), m.as_str())).collect()
}

/// "told The Quay": an article with a capital within a sentence belongs to a title.
fn with_capital_article(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(r#"[\p{{L}}\p{{N}},]\s(The {WORD}(?: {WORD}){{0,2}})"#));
    let name = |m: regex::Match<'_>| {
        let name = possessed(m.as_str());
        let last = name.rsplit(' ').next().unwrap_or(name);
        (!NOT_MASTHEADS.contains(&last)).then(|| mention(m.start(), name)).flatten()
    };
    let mut found: Vec<Mention> =
        form.captures_iter(text).filter_map(|c| c.get(1)).filter_map(name).collect();
    let titles: BTreeSet<String> = found.iter().map(|m| m.name.clone()).collect();
    // The same title at the start of a sentence, where every article has a capital.
    let opening = pattern!(&format!(r#"(?:^|[.!?:"”“\n])\s*(The {WORD}(?: {WORD}){{0,2}})"#));
    let known = |m: regex::Match<'_>| {
        let cuts = m.as_str().match_indices(' ').skip(1).map(|(at, _)| at).chain([m.as_str().len()]);
        let names = cuts.map(|at| possessed(&m.as_str()[..at])).filter(|name| titles.contains(*name));
        names.last().and_then(|name| mention(m.start(), name))
    };
    found.extend(opening.captures_iter(text).filter_map(|c| c.get(1)).filter_map(known));
    found
}

/// "The Quay, a local daily, wrote": the apposition says what it is.
fn explained(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(
        r"(?-u:\b)((?:The )?{WORD}(?: {WORD}){{0,3}}), (?:an?|one of the|the (?:\p{{L}}+[ -]){{1,4}}) ?[^,.;:\n]{{0,60}}?(?-u:\b)(?:newspaper|tabloid|broadsheet|magazine|broadcaster|daily|weekly|news agency|news site|news website|news outlet|news portal|TV channel|television channel|radio station)(?-u:\b)[^,.;:\n]{{0,60}},"
    ));
    form.captures_iter(text)
        .filter_map(|c| c.get(1))
        .filter_map(|m| titled(text, m.start(), m.as_str()))
        .collect()
}

/// "NTA reported, citing the agency's head": only media report and cite in one breath.
fn citing(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(
        r"(?-u:\b)((?:The )?{WORD})(?: (?:has|had|also|earlier|later|first))? (?:reported|reports)[^.,;:\n]{{0,30}}, (?:citing|quoting)(?-u:\b)"
    ));
    form.captures_iter(text)
        .filter_map(|c| c.get(1))
        .filter_map(|m| titled(text, m.start(), m.as_str()))
        .collect()
}

/// "the fact-checkers at Plainsong": only media have them.
fn of_its_people(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(
        r"(?-u:\b)(?i:fact-?checkers?|reporters?|journalists?|correspondents?|newsroom) (?:at|of|from|with) ((?:[Tt]he )?{WORD}(?: {WORD}){{0,2}})"
    ));
    form.captures_iter(text)
        .filter_map(|c| c.get(1))
        .filter_map(|m| {
            let bare = m.as_str().strip_prefix("the ").unwrap_or(m.as_str());
            mention(m.end() - bare.len(), bare)
        })
        .collect()
}

/// A name at whose front an article may have its capital from the sentence: then it is part of a title of one word only.
fn titled(text: &str, start: usize, words: &str) -> Option<Mention> {
    let name = possessed(words);
    let bare = name.strip_prefix("The ").unwrap_or(name);
    let within = text[..start].trim_end().ends_with(|c: char| c.is_alphanumeric() || c == ',');
    let whole = within || !bare.contains(' ');
    let name = if whole { name } else { bare };
    mention(
        start + (if whole { 0 } else { words.len() - words.strip_prefix("The ").unwrap_or(words).len() }),
        name,
    )
}

/// The name without the possessive at its end.
fn possessed(name: &str) -> &str {
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

/// "17.30 Harbour Wire: ...": an entry of a live report that another medium gave.
pub(crate) fn of_ticker(line: &str) -> Option<&str> {
    let form = pattern!(&format!(
        r"^\d{{1,2}}[.:]\d{{2}}(?: ?[ap]\.?m\.?)?\s*[–—-]?\s*((?:The )?{WORD}(?: {WORD}){{0,2}}): "
    ));
    let is_medium = pattern!(&format!(r"(?:^|\s){LAST}$|^{FIRST} "));
    form.captures(line).and_then(|c| c.get(1)).map(|m| m.as_str()).filter(|name| is_medium.is_match(name))
}

/// Whether a name by itself is a medium's: "Continental Press".
pub(crate) fn is_medium(name: &str) -> bool {
    pattern!(&format!(r"^(?:The )?(?:{WORD} ){{1,3}}(?:{LAST}|Agency)$")).is_match(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let found = mentions(text);
        assert!(found.iter().all(|m| m.span.of(text) == m.name), "{found:?}");
        let mut names: Vec<String> = found.into_iter().map(|m| m.name).collect();
        names.dedup();
        names
    }

    #[test]
    fn names_with_the_words_of_media_are_media() {
        assert_eq!(names("She told the Nordhaven Times so."), ["Nordhaven Times"]);
        assert_eq!(names("Channel Nine had reported it."), ["Channel Nine"]);
        assert_eq!(names("The Press Council said so."), [""; 0]);
        assert_eq!(names("the Nordhaven Press Office said"), [""; 0]);
    }

    #[test]
    fn an_article_with_a_capital_within_a_sentence_is_a_titles() {
        assert_eq!(names("She told The Quay so."), ["The Quay"]);
        assert_eq!(names("The crane fell, she told The Quay. The Quay has seen it."), ["The Quay"]);
        assert_eq!(names("The Quay is shut."), [""; 0]);
        assert_eq!(names("a court in The Hague said"), [""; 0]);
    }

    #[test]
    fn a_name_may_be_explained_or_shown_by_what_it_does() {
        assert_eq!(names("Plainsong, a daily in Nordhaven, wrote so."), ["Plainsong"]);
        assert_eq!(names("The Quay, a Nordhaven weekly, wrote so."), ["The Quay"]);
        assert_eq!(names("The master is Mara Lind, the newspaper reported, citing her."), [""; 0]);
        assert_eq!(names("It is shut, NTA reported, citing the mayor."), ["NTA"]);
        assert_eq!(names("It is shut, Mara Lind wrote, citing the mayor."), [""; 0]);
        assert_eq!(names("Even the fact-checkers at Plainsong admit it."), ["Plainsong"]);
    }

    #[test]
    fn entries_of_a_ticker_name_who_gave_them() {
        assert_eq!(of_ticker("17.30 Harbour Wire: The quay is shut."), Some("Harbour Wire"));
        assert_eq!(of_ticker("17.30 Mara Lind: The quay is shut."), None);
    }
}
