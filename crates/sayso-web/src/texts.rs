//! What does the server say of its own accord? Every sentence of its refusals and of what adding brought, by name, so that it can be
//! translated in one place; the texts of the pages stand in `sayso-pages`.
//!
//! The OpenAPI document is for programs and stays in English, as do the errors that the terminal shows before there are pages.

use std::{fmt, net::SocketAddr};

pub(crate) const FILL_IN: &str = "Go back, fill in what is missing and send the form again.";
pub(crate) const ACTS: &str = "The acts are those of docs/CONTRACT.md: accept, reject, set-stance and so on.";
pub(crate) const WHERE_TO_UNDO: &str =
    "The page of decisions (/decisions) has a button beside each that holds.";
pub(crate) const COPY_WORDS: &str =
    "Copy the words from the article, without leaving any out between the first and the last.";
pub(crate) const NO_SUCH_WORDS: &str = "these words do not stand in the article";
pub(crate) const ADDED: &str = "The article was added.";
pub(crate) const REVISED: &str = "The article was there with another text: this is its latest now.";
pub(crate) const WITHOUT_TEXT: &str = "Nothing was added: there is no text in it.";
pub(crate) const KNOWN_ALREADY: &str = "Nothing was added: the case has this already.";
pub(crate) const FIRST_PAGE: &str = "The first page has page=1.";
pub(crate) const ONE_ADDRESS_A_LINE: &str = "Write one address in each line: https://example.org/article";
pub(crate) const NO_ADDRESS: &str = "no address was given";
pub(crate) const FETCHING: &str = "fetching";
pub(crate) const ANOTHER_SERVER: &str = "this request was meant for another server";
pub(crate) const ONLY_PAGES: &str = "only pages can be asked for here";
pub(crate) const WHERE_TO_DECIDE: &str = "Decisions are sent by the forms on the pages, to /act.";
pub(crate) const WAITING_STATEMENT: &str = "statement that waits for a second reading";
pub(crate) const WRITE_SINCE: &str =
    "Write since=2031-03-05 or since=2031-03-05T18:00:00Z; a + in an address is written %2B.";
pub(crate) const WRITE_SHOW: &str =
    "Write show=START-END, for example show=128-190: bytes of the article's text.";
pub(crate) const NO_LAST_VISIT: &str = "this browser has not kept when you were here last";
pub(crate) const NO_SINCE: &str = "it is not said since when";
pub(crate) const NO_PAGE: &str = "there is no page at this address";
pub(crate) const BEGIN_WITH_CLAIMS: &str = "Begin with the list of claims at /.";
pub(crate) const WHERE_IDS_ARE: &str = "It may be from another case, or an article was revised since. The lists of claims (/), articles (/articles) and sources (/sources) link to all that there is.";
pub(crate) const ASK_AN_OWNER: &str =
    "Ask an owner of the case for the role of an editor, or an owner to do it.";
pub(crate) const NOT_ALLOWED: &str = "your role does not allow this";
pub(crate) const LOAD_THE_FORM: &str =
    "Load the page with the form again and send it from there. It may be older than the server's last start.";
pub(crate) const FOREIGN_FORM: &str = "this form was not made by this server";
pub(crate) const SIGN_IN: &str = "Sign in at /sign-in, or let the proxy in front name a user who is let in.";
pub(crate) const UNKNOWN_VISITOR: &str = "it is not known who you are";
pub(crate) const WAIT_A_MOMENT: &str = "Wait a moment and try again.";
pub(crate) const TOO_OFTEN: &str = "there were too many requests from your address";
pub(crate) const BROKEN: &str = "the program made a mistake while it made this page";
pub(crate) const REPORT_IT: &str = "The case was not changed. Please report it.";
pub(crate) const NOTHING_DECIDED: &str = "Nothing was decided. Go back and look at how it stands now.";
pub(crate) const CASE_IS_BUSY: &str = "Wait until the other command is done and try again.";
pub(crate) const CHECK_THE_FOLDER: &str =
    "Check that the folder of the case is there and can be read, then load the page again.";
pub(crate) const FOLLOW_THE_LINKS: &str = "Follow the links from the list of claims at /.";
pub(crate) const NOT_WELL_FORMED: &str = "this address is not well-formed";
pub(crate) const WRITE_LESS: &str =
    "Choose fewer statements, or write less; a long article can be added with `sayso add`.";
pub(crate) const TOO_LONG: &str = "this form is too long";

pub(crate) fn missing(name: &str) -> String {
    format!("{name:?} is missing")
}

pub(crate) fn no_act(word: &str) -> String {
    format!("there is no act {word:?}")
}

pub(crate) fn no_decision(number: &str) -> String {
    format!("{number:?} is no decision")
}

pub(crate) fn is_no(given: &str, name: &str) -> String {
    format!("{given:?} is no {name}")
}

pub(crate) fn possible(words: &str) -> String {
    format!("One of these is possible: {words}.")
}

pub(crate) fn not_read(error: &impl fmt::Display) -> String {
    format!("It was kept, but could not be read: {error}. `sayso claims` tries again.")
}

pub(crate) fn no_page_number(given: &str) -> String {
    format!("{given:?} is not the number of a page")
}

pub(crate) fn more_than(most: usize) -> String {
    format!("these are more than {most} addresses")
}

pub(crate) fn not_written(error: &impl fmt::Display) -> String {
    format!("The case could not be written: {error}.")
}

pub(crate) fn fetched(new: usize, revised: usize, known: usize) -> String {
    format!("Fetched: {new} new, {revised} with another text than before, {known} that brought nothing new.")
}

pub(crate) fn open_by_address(address: SocketAddr) -> String {
    format!("Open http://{address}/ by this very address.")
}

pub(crate) fn no_status(word: &str) -> String {
    format!("{word:?} is not a status")
}

pub(crate) fn statuses(words: &str) -> String {
    format!("The statuses are {words}.")
}

pub(crate) fn no_time(given: &str) -> String {
    format!("{given:?} is not a time")
}

pub(crate) fn no_place(given: &str) -> String {
    format!("{given:?} is not a place in a text")
}

pub(crate) fn unknown_id(what: &str, id: &str) -> String {
    format!("this case has no {what} with the id {id}")
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use sayso_testkit::literal_texts;

    /// Files whose texts are no part of a page: this one, the errors of the terminal and the two of the OpenAPI document.
    const APART: [&str; 4] = ["texts.rs", "error.rs", "openapi.rs", "routes.rs"];
    /// Literals that read like text and are none: values of headers, and the name under which a program asks other sites.
    const NO_TEXT: [&str; 4] =
        ["DENY", "GET, HEAD", "a person at a browser asked for this page", "event: changed\\ndata: {}\\n\\n"];

    #[test]
    fn no_refusal_holds_a_text_of_its_own() {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let texts = literal_texts(&source, &APART).into_iter();
        let found: Vec<String> = texts
            .filter(|(_, text)| !NO_TEXT.contains(&text.as_str()))
            .map(|(file, text)| format!("{file}: {text:?}"))
            .collect();
        assert!(found.is_empty(), "these belong to src/texts.rs: {found:#?}");
    }
}
