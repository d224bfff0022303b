//! How well is the article told from its page? Word 4-grams of the text found against those of the text marked by hand.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    io::Read as _,
    path::Path,
};

use flate2::read::GzDecoder;
use jiff::civil::Date;
use serde::Deserialize;

use crate::EvalError;

/// Words in a shingle: the number that the published figures for these pages are computed with.
const SHINGLE: usize = 4;

/// A page with its text as marked by hand.
#[derive(Clone, Debug)]
pub struct MarkedPage {
    /// Its name among the pages.
    pub id: String,
    /// The page's bytes.
    pub html: Vec<u8>,
    /// The text as marked by hand.
    pub text: String,
    /// The page's address.
    pub url: String,
}

#[derive(Deserialize)]
struct Gold {
    #[serde(rename = "articleBody")]
    text: String,
    #[serde(default)]
    url: String,
}

/// Reads the pages of a folder with `ground-truth.json` and `html/*.html.gz`, sorted by name.
///
/// # Errors
/// When a file is missing or damaged.
pub fn read_pages(folder: &Path) -> Result<Vec<MarkedPage>, EvalError> {
    let path = folder.join("ground-truth.json");
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |source| EvalError::File { path, source }
    };
    let json = fs::read(&path).map_err(fail(&path))?;
    let gold: BTreeMap<String, Gold> = serde_json::from_slice(&json).map_err(|e| fail(&path)(e.into()))?;
    let page = |(id, gold): (String, Gold)| {
        let path = folder.join(format!("html/{id}.html.gz"));
        let mut html = Vec::new();
        let packed = fs::read(&path).map_err(fail(&path))?;
        GzDecoder::new(packed.as_slice()).read_to_end(&mut html).map_err(fail(&path))?;
        Ok(MarkedPage { id, html, text: gold.text, url: gold.url })
    };
    gold.into_iter().map(page).collect()
}

/// Precision and recall of shingles, each averaged over pages.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ExtractionScore {
    /// Pages scored.
    pub pages: usize,
    precision: f64,
    recall: f64,
}

impl ExtractionScore {
    /// Adds a page: its text as marked and as found.
    pub fn add(&mut self, marked: &str, found: &str) {
        let (gold, predicted) = (shingles(marked), shingles(found));
        let hits: usize = gold.iter().map(|(s, n)| *n.min(predicted.get(s).unwrap_or(&0))).sum();
        let share = |of: &HashMap<Vec<&str>, usize>, empty: f64| match of.values().sum::<usize>() {
            0 => empty,
            all => hits as f64 / all as f64,
        };
        self.pages += 1;
        self.precision += share(&predicted, if gold.is_empty() { 1.0 } else { 0.0 });
        self.recall += share(&gold, 1.0);
    }

    /// Mean precision over the pages.
    pub fn precision(&self) -> f64 {
        self.precision / self.pages.max(1) as f64
    }

    /// Mean recall over the pages.
    pub fn recall(&self) -> f64 {
        self.recall / self.pages.max(1) as f64
    }

    /// The harmonic mean of the two means.
    pub fn f1(&self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 }
    }
}

/// How often each run of words stands in a text; a text of fewer words is one run.
fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).collect();
    let mut out = HashMap::new();
    if words.len() < SHINGLE && !words.is_empty() {
        out.insert(words, 1);
        return out;
    }
    for run in words.windows(SHINGLE) {
        *out.entry(run.to_vec()).or_default() += 1;
    }
    out
}

/// The day that an address names, as in `/2031/03/04/` or `2031-03-04`; it is the publisher's own word and stands on no page.
pub fn day_in_address(url: &str) -> Option<Date> {
    let parts: Vec<&str> = url.split(|c: char| !c.is_ascii_digit()).collect();
    let day = |three: &[&str]| {
        let [year, month, day] = three else { return None };
        let fits = year.len() == 4 && year.starts_with("20") && month.len() <= 2 && day.len() <= 2;
        fits.then(|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()).flatten()
    };
    parts.windows(3).find_map(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_those_of_shingles() {
        let mut score = ExtractionScore::default();
        score.add("the quay is shut today", "Home the quay is shut today");
        assert!((score.recall() - 1.0).abs() < 1e-9 && (score.precision() - 2.0 / 3.0).abs() < 1e-9);
        score.add("", "");
        score.add("one two", "one two");
        assert!((score.precision() - (2.0 / 3.0 + 2.0) / 3.0).abs() < 1e-9);
    }

    #[test]
    fn addresses_name_days() {
        assert_eq!(day_in_address("https://quay.example/2031/03/04/shut").unwrap().to_string(), "2031-03-04");
        assert_eq!(day_in_address("https://quay.example/a-2031-3-4.html").unwrap().to_string(), "2031-03-04");
        assert_eq!(day_in_address("https://quay.example/2031/13/04"), None);
        assert_eq!(day_in_address("https://quay.example/120310304"), None);
    }
}
