//! Articles that are added from the browser: kept at once, read in the background, one after the other.

use std::sync::{Arc, Mutex, PoisonError};

use jiff::Timestamp;
use sayso_model::{Capture, Location, MediaType};
use sayso_pages::html::AddView;
use sayso_workbench::{Progress, Workbench};

use crate::{desk::Desk, refusal::Refusal, texts};

/// How far it has come; shared with the thread that reads.
#[derive(Clone, Debug, Default)]
pub(crate) struct Adding(Arc<Mutex<AddView>>);

impl Adding {
    /// How far it has come now.
    pub(crate) fn view(&self) -> AddView {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    pub(crate) fn change(&self, how: impl FnOnce(&mut AddView)) {
        how(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }
}

impl Progress for Adding {
    fn begin(&self, stage: &str, steps: usize) {
        self.change(|view| (view.stage, view.steps, view.done) = (stage.to_owned(), steps, 0));
    }

    fn reached(&self, done: usize) {
        self.change(|view| view.done = done);
    }
}

impl Desk {
    /// Keeps a text or a page as an article, and reads it in the background.
    pub(crate) fn add(self: &Arc<Self>, name: &str, text: &str) -> Result<(), Refusal> {
        let one_line = text.trim();
        if !one_line.contains(char::is_whitespace) && one_line.starts_with("http") {
            return self.fetch(one_line);
        }
        let capture = capture(name, text);
        let mut case = Workbench::open(self.folder())?;
        let added = case.add(&[capture])?;
        let told = match () {
            () if added.new > 0 => texts::ADDED,
            () if added.revised > 0 => texts::REVISED,
            () if !added.without_text.is_empty() => texts::WITHOUT_TEXT,
            () => texts::KNOWN_ALREADY,
        };
        self.progress().change(|view| (view.last, view.refused) = (Some(told.to_owned()), Vec::new()));
        if added.new + added.revised > 0 {
            let desk = self.clone();
            std::thread::spawn(move || desk.read_added());
        }
        Ok(())
    }

    /// Reads whatever has been added. Who comes second waits, and then finds nothing left to do.
    pub(crate) fn read_added(&self) {
        let progress = self.progress();
        progress.change(|view| view.running = true);
        let outcome = self.grow(progress);
        progress.change(|view| {
            view.running = false;
            if let Err(error) = outcome {
                view.last = Some(texts::not_read(&error));
            }
        });
    }
}

/// The capture of what was pasted or dropped; what begins like a page is one.
fn capture(name: &str, text: &str) -> Capture {
    let start = text.trim_start().get(..200).unwrap_or(text.trim_start()).to_ascii_lowercase();
    let page = ["<!doctype html", "<html", "<head", "<?xml"].iter().any(|mark| start.starts_with(mark));
    let media_type = if page { MediaType::Html } else { MediaType::Text };
    let name: String =
        name.chars().filter(|c| !c.is_control() && !matches!(c, '/' | '\\')).take(200).collect();
    let ending = if page { "html" } else { "txt" };
    let name = if name.trim().is_empty() { format!("pasted.{ending}") } else { name };
    // Browsers send line ends of forms as two characters, which is not how the text stood.
    let bytes = text.replace("\r\n", "\n").into_bytes();
    Capture::new(Location::File(name), Timestamp::now(), media_type, bytes)
}
