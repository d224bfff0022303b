//! The file `data/places.bin`, searched where it lies: nothing is unpacked, so the first look-up costs what any other does.

use crate::{
    Found,
    key::key,
    place::{Kind, Place, PlaceNumber},
};

/// See `data/README.md` for the layout.
static FILE: &[u8] = include_bytes!("../data/places.bin");

/// Magic bytes and five counts of four bytes.
const HEADER: usize = 28;
/// Twelve bytes of code and the number of the region's place.
const CODE: usize = 16;
/// Offset of a block in the names and number of its first place.
const BLOCK: usize = 8;
/// Id, point, weight, kind, code.
const RECORD: usize = 12;
/// In the byte of the kind.
const KNOWN: u8 = 0x80;
/// Names in a block.
const NAMES: usize = 16;
/// Twenty bits.
const STEPS: f64 = 1_048_575.0;

/// The parts of the file.
pub(crate) struct Table {
    codes: &'static [u8],
    blocks: &'static [u8],
    names: &'static [u8],
    records: &'static [u8],
    name_count: usize,
}

/// One name of a block, with what stands after it.
struct Entry {
    own: usize,
    other: usize,
    /// Where the numbers of the other places stand in the names.
    others_at: usize,
}

/// Reads the names of one block in order.
struct Names<'a> {
    table: &'a Table,
    at: usize,
    left: usize,
    name: Vec<u8>,
}

/// The table of this build.
pub(crate) fn table() -> Table {
    let count = |i: usize| number(FILE, 8 + 4 * i, 4);
    let (codes, rest) = FILE[HEADER..].split_at(count(0) * CODE);
    let (blocks, rest) = rest.split_at(count(1) * BLOCK);
    let (names, records) = rest.split_at(count(3));
    Table { codes, blocks, names, records, name_count: count(2) }
}

/// The little-endian number in `size` bytes at `at`; missing bytes count as 0.
fn number(bytes: &[u8], at: usize, size: usize) -> usize {
    let end = (at + size).min(bytes.len());
    bytes[at.min(end)..end].iter().rev().fold(0, |n, b| n << 8 | usize::from(*b))
}

impl Table {
    /// How many places there are.
    #[cfg(test)]
    pub fn places(&self) -> u32 {
        (self.records.len() / RECORD) as u32
    }

    fn block_count(&self) -> usize {
        self.blocks.len() / BLOCK
    }

    fn block_names(&self, block: usize) -> Names<'_> {
        let left = self.name_count.saturating_sub(block * NAMES).min(NAMES);
        Names { table: self, at: number(self.blocks, block * BLOCK, 4), left, name: Vec::new() }
    }

    fn first_place(&self, block: usize) -> usize {
        number(self.blocks, block * BLOCK + 4, 4)
    }

    /// The key of a block's first name.
    fn head(&self, block: usize) -> String {
        let mut names = self.block_names(block);
        names.next_entry();
        names.key()
    }

    /// What stands under this key.
    pub fn find(&self, wanted: &str) -> Found {
        let mut found = Found::default();
        if wanted.is_empty() {
            return found;
        }
        // Names with one key may begin in the block before the first one whose head is not smaller.
        let start = partition(self.block_count(), |b| self.head(b).as_str() < wanted).saturating_sub(1);
        let longer = format!("{wanted} ");
        for block in start..self.block_count() {
            let mut names = self.block_names(block);
            let mut first = self.first_place(block);
            while let Some(entry) = names.next_entry() {
                let name = names.key();
                if name == wanted {
                    found.named.extend((first..first + entry.own).map(|n| PlaceNumber(n as u32)));
                    found.also.extend(self.others(&entry));
                } else if name.starts_with(&longer) {
                    found.longer = true;
                    return found;
                } else if name.as_str() > longer.as_str() {
                    return found;
                }
                first += entry.own;
            }
        }
        found
    }

    fn others(&self, entry: &Entry) -> impl Iterator<Item = PlaceNumber> {
        let at = entry.others_at;
        (0..entry.other).map(move |i| PlaceNumber(number(self.names, at + 3 * i, 3) as u32))
    }

    /// The place with this number.
    pub fn place(&self, PlaceNumber(wanted): PlaceNumber) -> Place {
        let record = &self.records[wanted as usize * RECORD..][..RECORD];
        let point = number(record, 3, 5);
        let id = number(record, 0, 3) as u32;
        Place {
            kind: Kind::ALL[usize::from(record[9] & !KNOWN).min(Kind::ALL.len() - 1)],
            lat: (point & 0xF_FFFF) as f64 / STEPS * 180.0 - 90.0,
            lon: (point >> 20) as f64 / STEPS * 360.0 - 180.0,
            geonames: (id != 0).then_some(id),
            weight: record[8],
            known: record[9] & KNOWN != 0,
            code: self.code(number(record, 10, 2)),
        }
    }

    /// The usual name of the place with this number.
    pub fn name(&self, PlaceNumber(place): PlaceNumber) -> String {
        let place = place as usize;
        let block = partition(self.block_count(), |b| self.first_place(b) <= place).saturating_sub(1);
        let mut names = self.block_names(block);
        let mut first = self.first_place(block);
        while let Some(entry) = names.next_entry() {
            first += entry.own;
            if place < first {
                return names.text();
            }
        }
        String::new()
    }

    fn code(&self, at: usize) -> &'static str {
        let raw = self.codes.get(at * CODE..at * CODE + 12).unwrap_or_default();
        let end = raw.iter().position(|b| *b == 0).unwrap_or(raw.len());
        std::str::from_utf8(&raw[..end]).unwrap_or_default()
    }

    /// The place of the region with this code.
    pub fn region(&self, code: &str) -> Option<PlaceNumber> {
        let at = partition(self.codes.len() / CODE, |i| self.code(i) < code);
        let number = number(self.codes, at * CODE + 12, 4);
        (self.code(at) == code && number != 0xFF_FFFF).then_some(PlaceNumber(number as u32))
    }
}

/// The first of `0..count` that does not hold; those that hold come first.
fn partition(count: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        if holds(middle) { low = middle + 1 } else { high = middle }
    }
    low
}

impl Names<'_> {
    /// Goes on to the next name of the block.
    fn next_entry(&mut self) -> Option<Entry> {
        self.left = self.left.checked_sub(1)?;
        let (shared, rest) = self.pair();
        self.name.truncate(shared);
        self.name.extend_from_slice(self.table.names.get(self.at..self.at + rest).unwrap_or_default());
        self.at += rest;
        let (own, other) = self.pair();
        let others_at = self.at;
        self.at += 3 * other;
        Some(Entry { own, other, others_at })
    }

    /// Two lengths in one byte; from 15 on a length has a byte of its own.
    fn pair(&mut self) -> (usize, usize) {
        let both = self.byte();
        let mut part = |short: usize| if short == 15 { self.byte() } else { short };
        let first = part(both >> 4);
        (first, part(both & 15))
    }

    fn byte(&mut self) -> usize {
        self.at += 1;
        self.table.names.get(self.at - 1).copied().map_or(0, usize::from)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.name).into_owned()
    }

    fn key(&self) -> String {
        key(&String::from_utf8_lossy(&self.name))
    }
}
