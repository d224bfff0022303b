//! What changed between two texts of an article.

use sayso_pages::{RevisionView, RewordingView, ShortIds};

/// Characters of a changed passage that are shown: longer ones are cut, and are whole in the JSON.
const LONGEST: usize = 160;

/// The changes of the headline, then of the text, then what they bear on; each line is indented.
pub fn revised(view: &RevisionView, ids: &ShortIds) -> String {
    let mut text = String::new();
    view.title.iter().for_each(|change| text += &line("headline", change));
    view.text.iter().for_each(|change| text += &line("text", change));
    for touched in &view.statements {
        let claim = touched.claim.as_deref().map_or("no claim now".to_owned(), |id| ids.short(id).to_owned());
        text += &format!("  bears on {claim}, as told {}: {}\n", touched.side, cut(&touched.text));
    }
    text
}

fn line(part: &str, change: &RewordingView) -> String {
    match (change.before.text.as_str(), change.after.text.as_str()) {
        ("", new) => format!("  {part}: + {}\n", cut(new)),
        (old, "") => format!("  {part}: - {}\n", cut(old)),
        (old, new) => format!("  {part}: {} → {}\n", cut(old), cut(new)),
    }
}

/// The words on one line, with their middle left out where they are long.
fn cut(words: &str) -> String {
    let words: Vec<char> = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    if words.len() <= LONGEST {
        return words.into_iter().collect();
    }
    let half = LONGEST / 2;
    let (start, end) = (&words[..half], &words[words.len() - half..]);
    format!(
        "{} … {}",
        start.iter().collect::<String>().trim_end(),
        end.iter().collect::<String>().trim_start()
    )
}
