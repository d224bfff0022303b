//! The canonical wording of a claim: the words of one of its statements, never generated.

use sayso_model::{Certainty, EMBEDDING_WIDTH, Evidence};

use crate::proposition::Proposition;

/// Contents with fewer words seldom say by themselves what is claimed.
const FEWEST_WORDS: usize = 5;
/// Contents with more words say more than one thing.
const MOST_WORDS: usize = 45;

/// Likenesses that differ by less than one in this many are even.
const EVEN: f32 = 10_000.0;

/// The content that speaks best for the group: an assertion, of a readable length, most alike to all others; ties go to the
/// earlier statement in `group`.
pub(crate) fn wording(group: &[&Proposition<'_>]) -> Option<(String, Evidence)> {
    // The likeness to all of them is that to their sum.
    let sum = sum(group);
    let ranks: Vec<(u8, f32)> = group.iter().map(|item| rank(item, &sum, group.len())).collect();
    let best = (0..group.len()).max_by(|&i, &j| {
        ranks[i].0.cmp(&ranks[j].0).then(ranks[i].1.total_cmp(&ranks[j].1)).then(j.cmp(&i))
    })?;
    let item = group[best];
    let text = item.statement.words(&item.article.text);
    Some((tidy(&text), Evidence::in_text(&item.article.id, item.statement.content_hull())))
}

fn sum(group: &[&Proposition<'_>]) -> Vec<f32> {
    let mut sum = vec![0.0; EMBEDDING_WIDTH];
    for item in group {
        sum.iter_mut().zip(item.meaning.content.values()).for_each(|(s, v)| *s += v);
    }
    sum
}

/// What counts more: that it asserts, is a clause, stands alone and is of a readable length; then how alike it is to the rest, with something
/// added where it is firm and in a neutral voice.
fn rank(item: &Proposition<'_>, sum: &[f32], size: usize) -> (u8, f32) {
    let readable = (FEWEST_WORDS..=MOST_WORDS).contains(&item.words.len());
    let firm = item.statement.certainty == Certainty::Certain;
    let alone = !item.waits() && stands_alone(item);
    let first = [item.asserts(), is_clause(item), alone, readable]
        .iter()
        .fold(0, |rank, is| 2 * rank + u8::from(*is));
    let alike: f32 = sum.iter().zip(item.meaning.content.values()).map(|(s, v)| s * v).sum();
    // Sums differ in their last digits with the order of their parts; so little decides nothing.
    let alike = (alike / size as f32 * EVEN).round() / EVEN;
    let bonus = if firm { FIRM } else { 0.0 } + if is_neutral(item) { NEUTRAL } else { 0.0 };
    (first, alike + bonus)
}

/// What firmness and a neutral voice add to likeness: they decide between wordings that are about equally alike.
const FIRM: f32 = 0.02;
const NEUTRAL: f32 = 0.05;

/// Words that begin no wording that can be read alone: they point at what stands before them, or go on with it.
const LEANING: &[&str] = &[
    "it", "they", "he", "she", "this", "these", "those", "which", "who", "whose", "where", "them", "him",
    "her", "his", "its", "their", "there", "such", "of", "and", "but", "to", "both", "so", "as", "for",
];
/// Words of a speaker about itself.
const OWN: &[&str] = &["i", "we", "our", "us", "my", "me", "ours"];
/// Forms of verbs that make a clause, regular pasts apart.
const FINITE: &[&str] = &[
    "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might",
    "must", "should", "shall", "do", "does", "did", "began", "blew", "broke", "brought", "built", "came",
    "caught", "chose", "cut", "drew", "drove", "fell", "fled", "found", "fought", "gave", "got", "grew",
    "held", "hit", "kept", "knew", "led", "left", "lost", "made", "met", "paid", "put", "ran", "rose",
    "sank", "saw", "sent", "set", "shot", "shows", "sold", "spent", "spoke", "stood", "stole", "struck",
    "took", "tore", "went", "won", "wrote",
];

/// Whether the content has a verb of its own: "the West of being behind it" is only a part of somebody's sentence.
fn is_clause(item: &Proposition<'_>) -> bool {
    let verb = |w: &String| FINITE.contains(&w.as_str()) || w.ends_with("ed") && w.len() > 4;
    item.words.iter().skip(1).any(verb)
}

fn stands_alone(item: &Proposition<'_>) -> bool {
    let mut words = item.words.iter().map(String::as_str).skip_while(|w| *w == "that");
    let first = words.next().is_some_and(|w| !LEANING.contains(&w));
    // "One of them", "all of these"
    let of_others = words.next() == Some("of") && words.next().is_some_and(|w| LEANING.contains(&w));
    first && !of_others
}

/// Whether nobody speaks of itself in it and no words are set off by quotation marks.
fn is_neutral(item: &Proposition<'_>) -> bool {
    let content = item.statement.words(&item.article.text);
    !item.words.iter().any(|w| OWN.contains(&w.as_str())) && !content.contains(['“', '”', '"', '‘'])
}

/// The words on one line, without quotation marks or commas at their ends.
fn tidy(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let inner = line.trim_matches(|c: char| matches!(c, '"' | '“' | '”' | ',' | ' ' | ';' | ':'));
    // "said *that* the pier fell": the conjunction belongs to the saying.
    let inner = inner.strip_prefix("that ").unwrap_or(inner);
    // A mark within that lost its partner at the end is given it back.
    if inner.matches('“').count() > inner.matches('”').count() {
        format!("{inner}”")
    } else {
        inner.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use sayso_model::{Article, Embedding};
    use sayso_testkit::{article, statement};

    use super::*;
    use crate::Meaning;

    /// The wording that is chosen among contents that are all equally alike.
    fn chosen(article: &Article, contents: &[&str]) -> String {
        let meaning = Meaning::from(Embedding::normalised(vec![1.0]));
        let said: Vec<_> = contents.iter().map(|c| statement(article, "", "", c)).collect();
        let items: Vec<_> =
            said.iter().map(|s| Proposition::new(s, article, &meaning, &BTreeSet::new(), |_| None)).collect();
        wording(&items.iter().collect::<Vec<_>>()).unwrap().0
    }

    #[test]
    fn a_clause_that_stands_alone_is_chosen_before_a_part_of_one() {
        let a = article(
            "x",
            "Brenn accused the north of being behind the fire at the depot. They had set it in the night. Men from the north set the fire at the depot.",
        );
        let parts = [
            "the north of being behind the fire at the depot",
            "They had set it in the night",
            "Men from the north set the fire at the depot",
        ];
        assert_eq!(chosen(&a, &parts), parts[2]);
    }

    #[test]
    fn a_neutral_voice_is_chosen_before_the_speakers_own() {
        let a = article(
            "x",
            "Our brave crews saw three rows of gaps. Crews saw gaps in three rows of the cargo.",
        );
        let own = "Our brave crews saw three rows of gaps";
        let neutral = "Crews saw gaps in three rows of the cargo";
        assert_eq!(chosen(&a, &[own, neutral]), neutral);
    }
}
