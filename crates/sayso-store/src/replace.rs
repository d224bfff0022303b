//! How does a file come whole into the place of another?

use std::{
    fs::{self, File, OpenOptions},
    io::{self, Write as _},
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

use crate::store::sync_folder;

/// Puts a file in the place of another: whoever reads finds the whole of one or of the other, even after a crash. Where two
/// programs do so at once, one of the two files stays.
///
/// # Errors
/// When it cannot be written.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, OpenOptions::new().write(true).create_new(true))
}

/// As [`replace`], for a secret: on Unix nobody but its owner may read the file.
///
/// # Errors
/// When it cannot be written.
pub fn replace_secret(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, owner_only(OpenOptions::new().write(true).create_new(true)))
}

#[cfg(unix)]
fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    std::os::unix::fs::OpenOptionsExt::mode(options, 0o600)
}

#[cfg(not(unix))]
fn owner_only(options: &mut OpenOptions) -> &mut OpenOptions {
    options
}

fn put(path: &Path, bytes: &[u8], options: &OpenOptions) -> io::Result<()> {
    let new = beside(path);
    // One that is there already was left by a program that was killed and had the same number.
    let _ = fs::remove_file(&new);
    let written =
        options.open(&new).and_then(|file| write(file, bytes)).and_then(|()| fs::rename(&new, path));
    if written.is_err() {
        let _ = fs::remove_file(&new);
    }
    written?;
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

fn write(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

/// A name beside this one that no other program and no other thread takes: under one name for all, the first to be done would
/// take away the file that the second is still writing.
fn beside(path: &Path) -> PathBuf {
    static NUMBER: AtomicU64 = AtomicU64::new(0);
    let mut new = path.as_os_str().to_owned();
    new.push(format!(".{}-{}.new", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)));
    new.into()
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn many_writers_leave_one_whole_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        thread::scope(|scope| {
            for writer in 0..4_u8 {
                let path = &path;
                scope.spawn(move || (0..50).for_each(|_| replace(path, &[writer; 100_000]).unwrap()));
            }
        });
        let bytes = fs::read(&path).unwrap();
        assert_eq!(bytes.len(), 100_000);
        assert!(bytes.iter().all(|byte| *byte == bytes[0]));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_put_in_place_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("file");
        fs::create_dir(&path).unwrap();
        replace(&path, b"text").unwrap_err();
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_secret_is_its_owners_alone() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("secret");
        replace(&path, b"known to all").unwrap();
        replace_secret(&path, b"known to one").unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }
}
