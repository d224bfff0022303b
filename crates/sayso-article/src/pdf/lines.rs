//! Which letters make a line? Those drawn one after the other on one height, with spaces where they stand apart.

use super::letters::Letter;

/// A gap of more than this share of the size is a space: spaces are drawn as a quarter of it, letters are set apart by less than a tenth.
const SPACE: f32 = 0.18;

/// A gap of more than so many sizes parts columns or cells.
const COLUMN: f32 = 3.0;

/// Letters whose heights differ by less than this share of the size stand on one line: raised figures and initials are in between.
const HEIGHT: f32 = 0.45;

/// A letter that begins further back than this, in sizes, begins a line of its own.
const BACK: f32 = 1.0;

/// Words on one height.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub left: f32,
    pub right: f32,
    pub base: f32,
    /// The size of its largest letter.
    pub size: f32,
}

/// Puts letters into lines, in the order in which they were drawn.
pub(super) fn lines(letters: &[Letter]) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for letter in letters {
        match lines.last_mut().filter(|line| goes_on(line, letter)) {
            Some(line) => line.push(letter),
            None => lines.push(Line::of(letter)),
        }
    }
    for line in &mut lines {
        line.text = line.text.split_whitespace().collect::<Vec<_>>().join(" ");
    }
    lines.retain(|line| !line.text.is_empty());
    lines
}

fn goes_on(line: &Line, letter: &Letter) -> bool {
    let size = line.size.max(letter.size);
    let gap = letter.left - line.right;
    (letter.base - line.base).abs() < HEIGHT * size && gap > -BACK * size && gap < COLUMN * size
}

impl Line {
    fn of(letter: &Letter) -> Self {
        let Letter { letter, left, right, base, size } = *letter;
        Self { text: letter.to_string(), left, right, base, size }
    }

    fn push(&mut self, letter: &Letter) {
        if letter.left - self.right > SPACE * self.size.min(letter.size) {
            self.text.push(' ');
        }
        self.text.push(letter.letter);
        // A raised figure does not move the line.
        if letter.size >= self.size {
            (self.base, self.size) = (letter.base, letter.size);
        }
        self.left = self.left.min(letter.left);
        self.right = letter.right.max(letter.left);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters of half their size, one beside the other.
    fn set(text: &str, left: f32, base: f32, size: f32) -> Vec<Letter> {
        let step = size / 2.0;
        let place = |at: usize| left + step * at as f32;
        let letter = |(at, letter)| Letter { letter, left: place(at), right: place(at) + step, base, size };
        text.chars().enumerate().map(letter).collect()
    }

    fn texts(letters: &[Vec<Letter>]) -> Vec<String> {
        lines(&letters.concat()).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn gaps_are_spaces_and_heights_are_lines() {
        let words =
            [set("The", 0.0, 10.0, 10.0), set("quay", 18.0, 10.0, 10.0), set("is shut", 0.0, 22.0, 10.0)];
        assert_eq!(texts(&words), ["The quay", "is shut"]);
    }

    #[test]
    fn columns_are_lines_of_their_own_and_raised_figures_are_not() {
        assert_eq!(texts(&[set("one", 0.0, 10.0, 10.0), set("two", 100.0, 10.0, 10.0)]), ["one", "two"]);
        assert_eq!(
            texts(&[set("m", 0.0, 10.0, 10.0), set("2", 5.0, 6.0, 6.0), set("wide", 10.5, 10.0, 10.0)]),
            ["m2 wide"]
        );
    }

    #[test]
    fn white_space_alone_is_no_line() {
        assert_eq!(texts(&[set("   ", 0.0, 10.0, 10.0)]), [""; 0]);
    }
}
