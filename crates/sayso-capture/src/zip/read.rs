//! Which files are in a ZIP archive, and where? Its directory, with ZIP64, and the content of one file as a stream.

use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};

use flate2::bufread::DeflateDecoder;
use thiserror::Error;

/// Largest directory that is read into memory: 16 MiB, some 200,000 files. A WACZ has about ten.
const MAX_DIRECTORY: u64 = 16 * 1024 * 1024;
/// Longest comment after the directory, by the format.
const MAX_COMMENT: u64 = 65_535;
/// Size of the end-of-directory record without its comment.
const END_SIZE: u64 = 22;

/// One file of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its path in the archive.
    pub name: String,
    /// Bytes that it has in the archive.
    pub packed: u64,
    /// Bytes that it has unpacked, as the directory states.
    pub size: u64,
    /// CRC-32 of the content, as the directory states.
    pub crc: u32,
    method: u16,
    header: u64,
}

/// Says why a ZIP archive cannot be read.
#[derive(Debug, Error)]
pub enum ZipError {
    /// It is none, or not whole.
    #[error("it is no whole ZIP archive: {0}")]
    Damaged(&'static str),
    /// A file in it is stored in a way that is not read.
    #[error("{0} is compressed or encrypted in a way that is not read")]
    Method(String),
    /// It cannot be read.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// A ZIP archive that is open for reading.
pub struct ZipReader<F> {
    file: F,
    /// The files in the order of the directory.
    pub entries: Vec<Entry>,
}

impl<F: Read + Seek> ZipReader<F> {
    /// Reads the directory.
    ///
    /// # Errors
    /// When the file is no ZIP archive, is cut or damaged, or cannot be read.
    pub fn open(mut file: F) -> Result<Self, ZipError> {
        let (start, size) = directory(&mut file)?;
        if size > MAX_DIRECTORY {
            return Err(ZipError::Damaged("its directory is too large"));
        }
        file.seek(SeekFrom::Start(start))?;
        let mut bytes = Vec::new();
        file.by_ref().take(size).read_to_end(&mut bytes)?;
        let mut entries = Vec::new();
        let mut rest = bytes.as_slice();
        while rest.starts_with(b"PK\x01\x02") {
            let (entry, length) = entry(rest).ok_or(ZipError::Damaged("its directory is cut"))?;
            entries.push(entry);
            rest = &rest[length..];
        }
        if !rest.is_empty() || bytes.len() as u64 != size {
            return Err(ZipError::Damaged("its directory is damaged"));
        }
        Ok(Self { file, entries })
    }

    /// The content of a file as a stream.
    ///
    /// # Errors
    /// When its header is damaged or it is stored in a way that is not read.
    pub fn content(&mut self, entry: &Entry) -> Result<Box<dyn BufRead + '_>, ZipError> {
        self.file.seek(SeekFrom::Start(entry.header))?;
        let mut header = [0; 30];
        self.file.read_exact(&mut header)?;
        let lengths = (number(&header, 26, 2), number(&header, 28, 2));
        let (Some(name), Some(extra)) = lengths else {
            return Err(ZipError::Damaged("a file has no header"));
        };
        if !header.starts_with(b"PK\x03\x04") || number(&header, 6, 2).is_some_and(|flags| flags & 1 == 1) {
            return Err(ZipError::Method(entry.name.clone()));
        }
        self.file.seek(SeekFrom::Current(i64::try_from(name + extra).unwrap_or(0)))?;
        let content = BufReader::new(self.file.by_ref().take(entry.packed));
        match entry.method {
            0 => Ok(Box::new(content)),
            8 => Ok(Box::new(BufReader::new(DeflateDecoder::new(content)))),
            _ => Err(ZipError::Method(entry.name.clone())),
        }
    }
}

/// A little-endian number of so many bytes.
fn number(bytes: &[u8], at: usize, length: usize) -> Option<u64> {
    let digits = bytes.get(at..at.checked_add(length)?)?;
    Some(digits.iter().rev().fold(0, |number, digit| number << 8 | u64::from(*digit)))
}

/// Where the directory begins and how long it is.
fn directory<F: Read + Seek>(file: &mut F) -> Result<(u64, u64), ZipError> {
    let length = file.seek(SeekFrom::End(0))?;
    let window = length.min(END_SIZE + MAX_COMMENT + 20);
    file.seek(SeekFrom::Start(length - window))?;
    let mut tail = Vec::new();
    file.by_ref().take(window).read_to_end(&mut tail)?;
    let cut = ZipError::Damaged("its end is missing");
    let Some(at) = tail.windows(4).rposition(|four| four == b"PK\x05\x06") else { return Err(cut) };
    if tail.len() - at < END_SIZE as usize {
        return Err(cut);
    }
    let (Some(size), Some(start)) = (number(&tail, at + 12, 4), number(&tail, at + 16, 4)) else {
        return Err(cut);
    };
    let locator = at.checked_sub(20).filter(|at| tail[*at..].starts_with(b"PK\x06\x07"));
    let found = match locator.and_then(|at| number(&tail, at + 8, 8)) {
        Some(end64) => {
            file.seek(SeekFrom::Start(end64))?;
            let mut record = [0; 56];
            file.read_exact(&mut record)?;
            let fields = (number(&record, 48, 8), number(&record, 40, 8));
            let (true, (Some(start), Some(size))) = (record.starts_with(b"PK\x06\x06"), fields) else {
                return Err(cut);
            };
            (start, size)
        }
        None => (start, size),
    };
    let fits = found.0.checked_add(found.1).is_some_and(|end| end <= length);
    fits.then_some(found).ok_or(ZipError::Damaged("its directory lies outside the file"))
}

/// One entry of the directory and how many bytes it takes there.
fn entry(bytes: &[u8]) -> Option<(Entry, usize)> {
    let length_of = |at| number(bytes, at, 2).map(|n| n as usize);
    let (name, extra, comment) = (length_of(28)?, length_of(30)?, length_of(32)?);
    let name_bytes = bytes.get(46..46 + name)?;
    let more = bytes.get(46 + name..46 + name + extra)?;
    let (mut packed, mut size) = (number(bytes, 20, 4)?, number(bytes, 24, 4)?);
    let mut header = number(bytes, 42, 4)?;
    let mut large = large_numbers(more);
    for field in [&mut size, &mut packed, &mut header] {
        if *field == u64::from(u32::MAX) {
            *field = large.next()?;
        }
    }
    let crc = u32::try_from(number(bytes, 16, 4)?).ok()?;
    let name_text = String::from_utf8_lossy(name_bytes).into_owned();
    let total = 46 + name + extra + comment;
    (bytes.len() >= total).then_some(())?;
    Some((
        Entry {
            name: name_text,
            packed,
            size,
            crc,
            method: u16::try_from(number(bytes, 10, 2)?).ok()?,
            header,
        },
        total,
    ))
}

/// The numbers of the ZIP64 field among the extra fields, in order.
fn large_numbers(mut extra: &[u8]) -> impl Iterator<Item = u64> + use<> {
    let mut found = Vec::new();
    while let (Some(kind), Some(length)) = (number(extra, 0, 2), number(extra, 2, 2)) {
        let Some(content) = extra.get(4..4 + length as usize) else { break };
        if kind == 1 {
            found = content.chunks_exact(8).filter_map(|eight| number(eight, 0, 8)).collect();
        }
        extra = &extra[4 + length as usize..];
    }
    found.into_iter()
}
