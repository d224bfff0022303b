//! One article that was read without a case.

use sayso_pages::{ReadView, StatementJson};

use super::heading;

/// The statements with their words.
pub fn read(view: &ReadView) -> String {
    let title = view.article.title.as_deref().unwrap_or("");
    let mut text = heading(&format!("{} {title}", view.file));
    for statement in &view.statements {
        text += &self::statement(statement);
    }
    if view.statements.is_empty() {
        text += "No attributed statement was found.\n";
    }
    text
}

fn statement(s: &StatementJson) -> String {
    let who = s.actor.as_ref().map_or("unnamed", |a| a.name.as_str());
    let source = s.source.as_ref().map_or("–", |w| w.text.as_str());
    let cue = s.cue.as_ref().map_or("–", |w| w.text.as_str());
    let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
    let start = s.content.first().map_or(0, |c| c.span.start);
    format!(
        "{who}: {}, {} (score {:.2}, at byte {start})\n  source: {source}\n  cue: {cue}\n  content: {}\n",
        s.stance,
        s.certainty,
        s.score,
        content.join(" … ")
    )
}
