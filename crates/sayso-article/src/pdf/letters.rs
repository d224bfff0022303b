//! Which letters does a page show, and where? Those that a reader of the page's drawing instructions comes upon, in their order.

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};

use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps, InterpreterCache,
    InterpreterSettings, RenderContent, SoftMask, TransformExt,
    font::{Glyph, GlyphRun},
    hayro_cmap::BfString,
    hayro_syntax::{Pdf, page::Page},
    interpret_page,
    kurbo::{Affine, BezPath, Point, Rect},
};

/// Most pages that are read: the longest reports have some hundred.
pub(super) const MAX_PAGES: usize = 2_000;

/// Most things that the pages of one document may draw. Instructions may call others many times over, so that a short document
/// can ask for more than anyone can wait for.
const MAX_DRAWN: usize = 4_000_000;

/// Most bytes that the instructions of all pages may take, unpacked: pages may share them.
const MAX_INSTRUCTIONS: usize = 256 * 1024 * 1024;

/// Units of a font's measures in which letters are given, to its size.
const UNITS: f64 = 1_000.0;

/// Steepest rise of a line that is read, as a share of its run: what stands upright at the margin is no part of the text.
const STEEPEST: f64 = 0.2;

/// A letter and where it stands, in points from the page's upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Letter {
    pub letter: char,
    /// Where it begins and ends along the line.
    pub left: f32,
    pub right: f32,
    /// The line that it stands on, downwards.
    pub base: f32,
    /// Its size.
    pub size: f32,
}

/// The letters of one page.
#[derive(Default)]
pub(super) struct Letters {
    pub letters: Vec<Letter>,
    /// Letters of which the font does not say what they mean.
    pub unknown: usize,
    /// Whether the page was left before its end.
    pub is_cut: bool,
}

/// Reads the pages of a document one by one, with what is left for all of them.
pub(super) struct Reader {
    drawn: usize,
    instructions: usize,
}

impl Reader {
    pub(super) fn new() -> Self {
        Self { drawn: 0, instructions: 0 }
    }

    /// The letters of a page.
    pub(super) fn read(&mut self, pdf: &Pdf, page: &Page<'_>) -> Letters {
        self.instructions += page.page_stream().map_or(0, <[u8]>::len);
        if self.instructions > MAX_INSTRUCTIONS {
            return Letters { is_cut: true, ..Letters::default() };
        }
        let mut seen = Seen { drawn: self.drawn, letters: Letters::default() };
        let whole = catch_unwind(AssertUnwindSafe(|| {
            let settings =
                InterpreterSettings { render_content: RenderContent::PAGE, ..InterpreterSettings::default() };
            let (width, height) = page.render_dimensions();
            let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
            let upright = page.initial_transform(true).to_kurbo();
            let mut context = Context::new(upright, bounds, &InterpreterCache::new(), pdf.xref(), settings);
            interpret_page(page, &mut context, &mut seen);
        }));
        self.drawn = seen.drawn;
        Letters { is_cut: whole.is_err(), ..seen.letters }
    }
}

/// What a page has drawn so far.
struct Seen {
    drawn: usize,
    letters: Letters,
}

/// Thrown where a page draws too much: a device has no other way to stop the one who draws.
struct TooMuch;

impl Seen {
    fn draw(&mut self, count: usize) {
        self.drawn += count;
        if self.drawn > MAX_DRAWN {
            resume_unwind(Box::new(TooMuch));
        }
    }

    fn letter(&mut self, glyph: &Glyph<'_>, place: Affine) {
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let begin = place * Point::ZERO;
        let end = place * Point::new(f64::from(advance.unwrap_or(0.0)), 0.0);
        let run = place * Point::new(UNITS, 0.0) - begin;
        let rise = place * Point::new(0.0, UNITS) - begin;
        let is_level = run.x > 0.0 && run.y.abs() <= STEEPEST * run.x;
        let is_somewhere = [begin.x, begin.y, end.x, rise.hypot()].iter().all(|at| at.is_finite());
        if !is_level || !is_somewhere {
            return;
        }
        let (left, right) = (begin.x as f32, end.x.max(begin.x) as f32);
        let whole =
            Letter { letter: '\u{FFFD}', left, right, base: begin.y as f32, size: rise.hypot() as f32 };
        match glyph.as_unicode() {
            Some(BfString::Char(letter)) => self.push(letter.encode_utf8(&mut [0; 4]), whole),
            Some(BfString::String(letters)) => self.push(&letters, whole),
            None => {
                self.letters.unknown += 1;
                self.letters.letters.push(whole);
            }
        }
    }

    /// Adds the letters that one drawing stands for, side by side in its place.
    fn push(&mut self, letters: &str, whole: Letter) {
        let spelled: String = letters.chars().fold(String::new(), |out, c| match spelled_out(c) {
            Some(letters) => out + letters,
            None if c.is_control() && !c.is_whitespace() => out,
            None => out + c.encode_utf8(&mut [0; 4]),
        });
        let count = spelled.chars().count();
        // A font may let one drawing stand for thousands of letters.
        self.draw(count);
        let step = (whole.right - whole.left) / count.max(1) as f32;
        let mut left = whole.left;
        for letter in spelled.chars() {
            self.letters.letters.push(Letter { letter, left, right: left + step, ..whole });
            left += step;
        }
    }
}

/// The letters of a ligature, which a font draws as one.
fn spelled_out(letter: char) -> Option<&'static str> {
    Some(match letter {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        '\u{FB05}' | '\u{FB06}' => "st",
        _ => return None,
    })
}

impl<'a> Device<'a> for Seen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        self.draw(run.glyphs().len());
        for glyph in run.glyphs() {
            self.letter(glyph, props.transform * glyph.transform());
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {
        self.draw(1);
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.draw(1);
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {
        self.draw(1);
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {
        self.draw(1);
    }

    fn pop_clip(&mut self) {}

    fn pop_transparency_group(&mut self) {}
}
