//! Where in the file are we? A buffered reader that counts, and gzip members one after the other.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

/// Bytes read at once.
const STEP: usize = 32 * 1024;

/// Bytes that can be looked at ahead, unless the file ends before: enough to see how a record or a gzip member begins.
const AHEAD: usize = 16;

/// A buffered reader that counts the bytes that were taken, and always shows the next few.
pub(crate) struct Counted<R> {
    inner: R,
    buffer: Vec<u8>,
    at: usize,
    ended: bool,
    pub(crate) taken: u64,
}

impl<R: Read> Counted<R> {
    pub(crate) fn new(inner: R) -> Self {
        Self { inner, buffer: Vec::new(), at: 0, ended: false, taken: 0 }
    }
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(out)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Counted<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.buffer.len() - self.at < AHEAD && !self.ended {
            self.buffer.drain(..self.at);
            self.at = 0;
            let before = self.buffer.len();
            self.buffer.resize(before + STEP, 0);
            let read = self.inner.read(&mut self.buffer[before..]);
            self.buffer.truncate(before + read.as_ref().unwrap_or(&0));
            match read {
                Ok(read) => self.ended = read == 0,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(&self.buffer[self.at..])
    }

    fn consume(&mut self, amount: usize) {
        self.at += amount;
        self.taken += amount as u64;
    }
}

/// The bytes of records: the file's own, or those of one gzip member of it.
pub(crate) enum Source<R: Read> {
    /// The file as it is.
    Plain(Counted<R>),
    /// Within a gzip member; the buffer holds what was unpacked and not yet taken.
    Packed(Box<Packed<R>>),
    /// Between two states, or after an error that cannot be passed.
    Spent,
}

/// A gzip member being unpacked.
pub(crate) struct Packed<R: Read> {
    member: GzDecoder<Counted<R>>,
    buffer: Vec<u8>,
    at: usize,
}

impl<R: Read> Packed<R> {
    pub(crate) fn open(file: Counted<R>) -> Self {
        Self { member: GzDecoder::new(file), buffer: Vec::new(), at: 0 }
    }

    pub(crate) fn close(self) -> Counted<R> {
        self.member.into_inner()
    }

    fn fill(&mut self) -> io::Result<&[u8]> {
        if self.at == self.buffer.len() {
            self.buffer.resize(STEP, 0);
            self.at = 0;
            let read = self.member.read(&mut self.buffer);
            self.buffer.truncate(*read.as_ref().unwrap_or(&0));
            read?;
        }
        Ok(&self.buffer[self.at..])
    }
}

impl<R: Read> Read for Source<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let n = self.fill_buf()?.read(out)?;
        self.consume(n);
        Ok(n)
    }
}

impl<R: Read> BufRead for Source<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        match self {
            Self::Plain(file) => file.fill_buf(),
            Self::Packed(packed) => packed.fill(),
            Self::Spent => Ok(&[]),
        }
    }

    fn consume(&mut self, amount: usize) {
        match self {
            Self::Plain(file) => file.consume(amount),
            Self::Packed(packed) => packed.at += amount,
            Self::Spent => {}
        }
    }
}
