//! One article, and one actor.

use sayso_pages::{ArticleView, ImageJson, ShortIds, SourceRow, StatementJson};

use super::{Copied, heading, reasons, revised};
use crate::table::{count, names};

/// The article with where it comes from, what is said in it, and its text with the copied passages marked.
pub fn article(view: &ArticleView, copied: &Copied, ids: &ShortIds) -> String {
    let (row, article) = (&view.row, &view.article);
    let known = |what: &Option<String>| what.clone().unwrap_or_else(|| "unknown".to_owned());
    let mut text = format!("{}  {}\n", ids.short(&row.id), known(&row.title));
    text += &format!("outlet: {}\n", known(&row.publisher));
    text += &format!("published: {}\n", known(&row.published.map(|p| p.to_string())));
    text += &format!("file: {}\n", row.file);
    text += &format!("address: {}\n", known(&article.url));
    text += &format!("credits: {}\n", names(&row.credits));
    text += &format!("report starts at: {}\n{}", known(&row.origin), reasons(&view.origin_reasons, "  "));
    for copy in &row.copied_from {
        text += &format!(
            "shares {:.0} % of its words with {}\n{}",
            100.0 * copy.share,
            ids.short(&copy.article),
            reasons(&copy.reasons, "  ")
        );
    }
    for (i, change) in view.revised.iter().enumerate() {
        text += &heading(&format!("From text {} to text {}", i + 1, i + 2));
        text += &revised(change, ids);
    }
    text += &heading(&count(view.all_statements.len(), "statement"));
    text.extend(view.all_statements.iter().map(|s| statement(s, ids)));
    text += &pictures(&article.images);
    text += &heading("Text");
    text.extend(copied.sources.iter().map(String::as_str));
    if !copied.sources.is_empty() {
        text += "\n";
    }
    text + copied.text.trim_end() + "\n"
}

/// The pictures with what is written to them; nothing where there are none.
fn pictures(images: &[ImageJson]) -> String {
    if images.is_empty() {
        return String::new();
    }
    let words = |image: &ImageJson| image.caption.clone().or_else(|| image.alt.clone());
    let line = |image: &ImageJson| {
        format!("{}\n  {}\n", words(image).unwrap_or_else(|| "–".to_owned()), image.address)
    };
    heading(&count(images.len(), "picture")) + &images.iter().map(line).collect::<String>()
}

fn statement(s: &StatementJson, ids: &ShortIds) -> String {
    let who = s.actor.as_ref().map_or("unnamed", |a| a.name.as_str());
    let words: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
    let claim = s
        .claim
        .as_ref()
        .and_then(Option::as_deref)
        .map(|c| format!(" → {}", ids.short(c)))
        .unwrap_or_default();
    format!("{who} {}, {}{claim}\n  {}\n", s.stance, s.certainty, words.join(" … "))
}

/// The actor with its names and the reasons why they are one.
pub fn actor(row: &SourceRow) -> String {
    let stances: Vec<String> = row.stances.iter().map(|(stance, n)| format!("{stance} {n}")).collect();
    let mut text = format!("{}\n{} ({})\n", row.id, row.name, row.kind);
    text += &format!("also called: {}\n", names(&row.aliases));
    text += &format!("speaks for: {}\n", row.affiliation.as_deref().unwrap_or("–"));
    text += &format!("{}: {}\n", count(row.statements, "statement"), names(&stances));
    text += &format!("on {} in {}\n", count(row.claims, "claim"), count(row.articles, "article"));
    text + &reasons(&row.reasons, "  ")
}
