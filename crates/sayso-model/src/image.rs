//! A picture that belongs to an article, and what is written to it. The picture itself is not kept: its address is.

use serde::{Deserialize, Serialize};

/// What is shown at the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImageKind {
    /// A photo, a drawing, a chart.
    Picture,
    /// The still that stands for a video until it is played.
    Poster,
}

impl ImageKind {
    /// The kind as it is written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Picture => "picture",
            Self::Poster => "poster",
        }
    }
}

/// Says where a picture of an article is and what is written to it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Image {
    /// Its address: absolute where the article's own is known, else as the page gives it.
    pub address: String,
    /// What is shown there.
    pub kind: ImageKind,
    /// What the page gives to readers who cannot see it.
    pub alt: Option<String>,
    /// What stands below it for everybody.
    pub caption: Option<String>,
}
