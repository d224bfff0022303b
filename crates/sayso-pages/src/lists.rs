//! Many short lists and many short texts, each kind in two pieces of memory.

/// For each of so many things the numbers that belong to it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lists {
    /// Where the list of each thing ends; it begins where the one before ends.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Lists {
    /// Makes them from pairs of a thing and a number, sorted by thing.
    pub(crate) fn of(things: usize, pairs: impl Iterator<Item = (u32, u32)>) -> Self {
        let mut lists =
            Self { ends: Vec::with_capacity(things), items: Vec::with_capacity(pairs.size_hint().0) };
        for (thing, item) in pairs {
            lists.end_until(thing as usize);
            lists.items.push(item);
        }
        lists.end_until(things);
        lists
    }

    /// Ends the lists of all things before this one.
    fn end_until(&mut self, thing: usize) {
        let end = u32::try_from(self.items.len()).unwrap_or(u32::MAX);
        let open = thing.saturating_sub(self.ends.len());
        self.ends.extend(std::iter::repeat_n(end, open));
    }

    /// The numbers that belong to a thing; none where there is no such thing.
    pub(crate) fn get(&self, thing: usize) -> &[u32] {
        let start = thing.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |e| *e as usize);
        let end = self.ends.get(thing).map_or(start, |e| *e as usize);
        self.items.get(start..end).unwrap_or(&[])
    }
}

/// Texts in small letters, one after the other.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wordings {
    ends: Vec<usize>,
    text: String,
}

impl Wordings {
    /// Adds a text.
    pub(crate) fn push(&mut self, text: &str) {
        // A sigma at the end of a word has a small letter of its own, which only the whole text tells.
        self.text.push_str(&text.to_lowercase());
        self.ends.push(self.text.len());
    }

    /// The text in this place; empty where there is none.
    pub(crate) fn get(&self, at: usize) -> &str {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(at).and_then(|end| self.text.get(start..*end)).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_thing_has_its_own_numbers() {
        let lists = Lists::of(5, [(1, 7), (1, 3), (3, 9)].into_iter());
        let all: Vec<&[u32]> = (0..7).map(|thing| lists.get(thing)).collect();
        assert_eq!(all, [&[][..], &[7, 3], &[], &[9], &[], &[], &[]]);
        assert_eq!(Lists::default().get(0), &[] as &[u32]);
    }

    #[test]
    fn texts_are_found_in_small_letters() {
        let mut wordings = Wordings::default();
        ["The PIER", "", "ΛΙΜΗΝ ΑΣ"].iter().for_each(|text| wordings.push(text));
        let all: Vec<&str> = (0..4).map(|at| wordings.get(at)).collect();
        assert_eq!(all, ["the pier", "", "λιμην ας", ""]);
    }
}
