//! Which media outside the list does a text name? Names beside a noun for media, and "Danish and Swedish media".

use sayso_model::Span;

use super::in_text::Mention;
use crate::pattern::pattern;

/// A name: up to five words with capital letters, small words between them.
const NAME: &str = r"\p{Lu}[\p{L}\p{N}.'’&-]*(?:\s+(?:(?:of|de|del|della|la|le|the|da|do|du|und|el|al)\s+)?\p{Lu}[\p{L}\p{N}'’&-]*){0,3}";

/// Nouns that name a medium beyond doubt; "agency", "site" and "station" alone may be anything.
const SURE_NOUN: &str = r"(?:newspaper|tabloid|broadsheet|magazine|newsmagazine|broadcaster|daily|weekly|news agency|news site|news website|news outlet|news portal|news channel|TV channel|television channel|radio station|media outlet)";

/// The media that the text names by their shape; whether they are credited is for their sentence to say.
pub(crate) fn mentions(text: &str) -> Vec<Mention> {
    let mut found = joint_media(text);
    found.extend(after_noun(text));
    found.extend(before_noun(text));
    found
}

/// "the newspaper Nordhaven Courier".
fn after_noun(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(r#"(?-u:\b){SURE_NOUN}\s+["“„«'‘]?({NAME})"#));
    form.captures_iter(text).filter_map(|c| c.get(1)).filter_map(|m| mention(m.start(), m.as_str())).collect()
}

/// "the Nordhaven Courier newspaper"; "the Swedish newspaper" names none.
fn before_noun(text: &str) -> Vec<Mention> {
    let form = pattern!(&format!(r#"(?:^|[^\p{{L}}])({NAME})["”»'’]?\s+{SURE_NOUN}(?-u:\b)"#));
    // "a Nordhaven daily" says where it is made.
    let is_one_of_many = |at: usize| text[..at].ends_with(" a ") || text[..at].ends_with(" an ");
    let name = |m: regex::Match<'_>| {
        let name = m.as_str();
        if is_one_of_many(m.start()) {
            return None;
        }
        let bare = name.strip_prefix("The ").unwrap_or(name);
        let is_adjective = !bare.contains(' ') && is_nationality(bare);
        (!is_adjective).then(|| mention(m.end() - bare.len(), bare)).flatten()
    };
    form.captures_iter(text).filter_map(|c| c.get(1)).filter_map(name).collect()
}

/// "Danish and Swedish media", "Danish media outlets", but not "the Danish media DR and Politiken", which are named.
fn joint_media(text: &str) -> Vec<Mention> {
    let form = pattern!(
        r"(?-u:\b)((?:\p{Lu}\p{L}+(?:,\s+|\s+and\s+))*\p{Lu}\p{L}+(?:\s+(?:state|state-run|public|local))?\s+media)(?-u:\b)(?:\s+(?:outlets?|reports?)(?-u:\b))?(\s+\p{Lu})?"
    );
    let joint = |c: regex::Captures<'_>| {
        let words = c.get(1).filter(|_| c.get(2).is_none())?;
        let adjectives = words.as_str().split([' ', ',']).filter(|w| w.starts_with(char::is_uppercase));
        let names_a_country = adjectives.clone().all(is_nationality);
        names_a_country.then(|| mention(words.start(), words.as_str())).flatten()
    };
    form.captures_iter(text).filter_map(joint).collect()
}

pub(crate) fn mention(start: usize, name: &str) -> Option<Mention> {
    let is_day = pattern!(
        r"^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|^(?:January|February|March|April|May|June|July|August|September|October|November|December)(?-u:\b)"
    );
    let name = name.trim_end_matches(['.', '\'', '’', '-']);
    let name = name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name);
    // "Sweden's Nordhaven Courier" is the Nordhaven Courier.
    let whole = name;
    let name = ["'s ", "’s "]
        .iter()
        .fold(name, |n, owner| n.split_once(owner).map_or(n, |(_, rest)| rest.trim_start()));
    let start = start + (whole.len() - name.len());
    // "the Nordhaven-based magazine" says where it is made, not its name.
    let is_adjective = pattern!(r"-(?:based|run|owned|backed|language|funded)$");
    let is_name = !name.is_empty() && !is_day.is_match(name) && !is_adjective.is_match(name);
    is_name.then(|| Mention {
        span: Span::new(start, start + name.len()),
        name: collapse(name),
        needs_noun: false,
    })
}

/// A name across a line end is written on one line.
fn collapse(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a word has the ending of an English adjective of nationality or region.
fn is_nationality(word: &str) -> bool {
    let endings = [
        "an", "ch", "sh", "ese", "ek", "eli", "aqi", "awi", "aiti", "ani", "ern", "wiss", "hai", "US", "UK",
        "EU",
    ];
    endings.iter().any(|e| word.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let found = mentions(text);
        assert!(
            found.iter().all(|m| m.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ") == m.name)
        );
        found.into_iter().map(|m| m.name).collect()
    }

    #[test]
    fn names_beside_a_noun_are_media() {
        assert_eq!(names("the newspaper Nordhaven Courier reported"), ["Nordhaven Courier"]);
        assert_eq!(names("the Nordhaven Courier newspaper reported"), ["Nordhaven Courier"]);
        assert_eq!(names("the Swedish news agency Nordpress’s report"), ["Nordpress"]);
        assert_eq!(names("told Sweden’s Nordhaven Courier newspaper"), ["Nordhaven Courier"]);
    }

    #[test]
    fn nationalities_and_days_are_no_names() {
        assert!(names("a Swedish newspaper said on Monday").is_empty());
        assert!(names("told the newspaper Monday that").is_empty());
        assert!(names("the Nordhaven-based magazine said").is_empty());
    }

    #[test]
    fn the_media_of_a_country_are_named_together() {
        assert_eq!(names("according to Danish and Swedish media"), ["Danish and Swedish media"]);
        assert_eq!(names("Norwegian state media outlets report"), ["Norwegian state media"]);
        assert!(names("the German media Nordfunk said").is_empty());
        assert!(names("Social media were full of it").is_empty());
    }
}
