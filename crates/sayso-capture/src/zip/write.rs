//! How is a ZIP archive written? Files stored as they are, which lets others read a range of an archive without unpacking.

use std::io::{self, Write};

use flate2::Crc;

/// The first day that the format can name. Files get it so that the same case gives the same archive.
const FIRST_DAY: [u8; 4] = [0, 0, 0x21, 0];

/// Writes a ZIP archive, one file after the other.
pub struct ZipWriter<W: Write> {
    out: W,
    at: u64,
    directory: Vec<u8>,
    count: u64,
}

impl<W: Write> ZipWriter<W> {
    /// Begins an archive.
    pub fn new(out: W) -> Self {
        Self { out, at: 0, directory: Vec::new(), count: 0 }
    }

    /// Adds a file.
    ///
    /// # Errors
    /// When the output cannot be written, or the archive would grow beyond 4 GiB or 65,535 files, which this writer does not do.
    pub fn file(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        let too_large =
            || io::Error::new(io::ErrorKind::FileTooLarge, "the archive would be larger than 4 GiB");
        let at = u32::try_from(self.at).map_err(|_| too_large())?;
        let size = u32::try_from(content.len()).map_err(|_| too_large())?;
        let name_length = u16::try_from(name.len()).map_err(|_| too_large())?;
        let mut crc = Crc::new();
        crc.update(content);
        let mut common = Vec::new();
        // Version 2.0; names are UTF-8; stored.
        common.extend_from_slice(&[20, 0, 0, 8, 0, 0]);
        common.extend_from_slice(&FIRST_DAY);
        common.extend_from_slice(&crc.sum().to_le_bytes());
        common.extend_from_slice(&size.to_le_bytes());
        common.extend_from_slice(&size.to_le_bytes());
        common.extend_from_slice(&name_length.to_le_bytes());
        common.extend_from_slice(&[0, 0]);
        self.write(b"PK\x03\x04")?;
        self.write(&common)?;
        self.write(name.as_bytes())?;
        self.write(content)?;
        self.directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        self.directory.extend_from_slice(&common);
        // No comment, first disk, no attributes.
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&at.to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.count += 1;
        Ok(())
    }

    /// Writes the directory and gives the output back.
    ///
    /// # Errors
    /// When the output cannot be written or the archive became too large.
    pub fn finish(mut self) -> io::Result<W> {
        let too_large =
            |_| io::Error::new(io::ErrorKind::FileTooLarge, "the archive would be larger than 4 GiB");
        let (at, size) = (
            u32::try_from(self.at).map_err(too_large)?,
            u32::try_from(self.directory.len()).map_err(too_large)?,
        );
        let count = u16::try_from(self.count).map_err(too_large)?.to_le_bytes();
        let directory = std::mem::take(&mut self.directory);
        self.write(&directory)?;
        let end = [
            b"PK\x05\x06\0\0\0\0".as_slice(),
            &count,
            &count,
            &size.to_le_bytes(),
            &at.to_le_bytes(),
            &[0, 0],
        ]
        .concat();
        self.write(&end)?;
        Ok(self.out)
    }

    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.out.write_all(bytes)?;
        self.at += bytes.len() as u64;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::super::ZipReader;
    use super::*;

    #[test]
    fn what_was_written_is_read() {
        let mut zip = ZipWriter::new(Vec::new());
        zip.file("archive/data.warc.gz", b"WARC").unwrap();
        zip.file("ä.json", b"").unwrap();
        let bytes = zip.finish().unwrap();
        let mut zip = ZipReader::open(Cursor::new(&bytes)).unwrap();
        let names: Vec<_> = zip.entries.iter().map(|e| e.name.clone()).collect();
        assert_eq!(names, ["archive/data.warc.gz", "ä.json"]);
        let entry = zip.entries[0].clone();
        let mut content = Vec::new();
        zip.content(&entry).unwrap().read_to_end(&mut content).unwrap();
        assert_eq!(content, b"WARC");
        for cut in 0..bytes.len() {
            assert!(ZipReader::open(Cursor::new(&bytes[..cut])).is_err(), "{cut}");
        }
    }
}
