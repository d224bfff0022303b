//! Behaviour of inputs and captures against real files and folders.

use std::{
    fs,
    io::{Cursor, Read},
    path::Path,
};

use jiff::Timestamp;
use sayso_capture::{CaptureError, Input, MAX_ARTICLE_BYTES, capture, capture_from, inputs};
use sayso_model::{Digest, Location, MediaType};

fn take(path: &Path) -> Result<sayso_model::Capture, CaptureError> {
    capture(&Input::File(path.to_owned()), Timestamp::UNIX_EPOCH)
}

fn names(args: &[String]) -> Vec<String> {
    inputs(args).into_iter().map(|i| i.map_or_else(|e| format!("error: {e}"), |i| i.name())).collect()
}

#[test]
fn a_file_is_captured_byte_for_byte() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("harbour.txt");
    let bytes = b"\xEF\xBB\xBFtitle: Harbour\r\n\r\nClosed,\r\nthe office said. \r\n\r\n";
    fs::write(&path, bytes).unwrap();
    let taken = take(&path).unwrap();
    assert_eq!(taken.bytes, bytes);
    assert_eq!(taken.digest, Digest::of(bytes));
    assert_eq!(taken.location, Location::File(path.display().to_string()));
    assert_eq!(taken.retrieved, Timestamp::UNIX_EPOCH);
    assert_eq!(taken.media_type, MediaType::Text);
}

#[test]
fn folders_give_their_articles_sorted_and_without_hidden_files() {
    let dir = tempfile::tempdir().unwrap();
    for file in
        ["b/2.html", "b/1.TXT", "a.md", "c", "z.pdf", "y.docx", ".hidden.txt", ".git/x.txt", "b/photo.jpg"]
    {
        let path = dir.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, "x").unwrap();
    }
    let root = dir.path().display().to_string();
    let expected: Vec<_> =
        ["a.md", "b/1.TXT", "b/2.html", "c", "z.pdf"].iter().map(|f| format!("{root}/{f}")).collect();
    assert_eq!(names(std::slice::from_ref(&root)), expected);
}

#[test]
fn a_named_file_is_taken_whatever_its_extension() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("story.dat");
    fs::write(&path, "<!doctype html><p>The quay is shut.").unwrap();
    assert_eq!(names(&[path.display().to_string()]), [path.display().to_string()]);
    assert_eq!(take(&path).unwrap().media_type, MediaType::Html);
}

#[test]
fn one_bad_argument_does_not_keep_the_others_from_coming() {
    let dir = tempfile::tempdir().unwrap();
    let good = dir.path().join("good.txt");
    fs::write(&good, "x").unwrap();
    let empty = dir.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let arg = |p: &Path| p.display().to_string();
    let args = [
        arg(&dir.path().join("missing")),
        arg(&empty),
        "HTTPS://example.org/a".into(),
        "-".into(),
        arg(&good),
    ];
    let found = inputs(&args);
    assert!(matches!(&found[0], Err(CaptureError::NotFound { file }) if *file == args[0]));
    assert!(matches!(&found[1], Err(CaptureError::EmptyFolder { folder }) if *folder == args[1]));
    assert_eq!(*found[2].as_ref().unwrap(), Input::Address(args[2].clone()));
    assert_eq!(*found[3].as_ref().unwrap(), Input::StandardInput);
    assert_eq!(*found[4].as_ref().unwrap(), Input::File(good));
    for error in found.iter().filter_map(|f| f.as_ref().err()) {
        assert!(error.to_string().contains(error.input()) && !error.hint().is_empty());
    }
}

#[test]
fn addresses_are_inputs_of_their_own_and_are_not_read_as_files() {
    let input = inputs(&["https://example.org/a"]).remove(0).unwrap();
    assert_eq!(input.name(), "https://example.org/a");
    let error = capture(&input, Timestamp::UNIX_EPOCH).unwrap_err();
    assert!(
        matches!(error, CaptureError::Address { .. }) && error.to_string().contains("https://example.org/a")
    );
}

#[cfg(unix)]
#[test]
fn links_to_files_are_taken_and_loops_are_not_entered() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a.txt"), "x").unwrap();
    std::os::unix::fs::symlink(dir.path().join("a.txt"), dir.path().join("b.txt")).unwrap();
    std::os::unix::fs::symlink(dir.path(), dir.path().join("loop")).unwrap();
    std::os::unix::fs::symlink(dir.path().join("gone"), dir.path().join("dangling.txt")).unwrap();
    let root = dir.path().display().to_string();
    assert_eq!(names(std::slice::from_ref(&root)), [format!("{root}/a.txt"), format!("{root}/b.txt")]);
}

#[test]
fn a_file_at_the_limit_is_taken_and_one_byte_more_is_not() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("long.txt");
    fs::write(&path, vec![b'a'; MAX_ARTICLE_BYTES as usize]).unwrap();
    assert_eq!(take(&path).unwrap().bytes.len() as u64, MAX_ARTICLE_BYTES);
    fs::write(&path, vec![b'a'; MAX_ARTICLE_BYTES as usize + 2]).unwrap();
    let error = take(&path).unwrap_err();
    for part in [path.display().to_string(), "10485762 bytes".into(), "10485760".into()] {
        assert!(error.to_string().contains(&part), "{error}");
    }
    assert!(error.hint().contains("split"));
}

#[test]
fn an_endless_stream_is_read_to_the_limit_only() {
    let error = capture_from(std::io::repeat(b'a'), Timestamp::UNIX_EPOCH).unwrap_err();
    assert!(error.to_string().starts_with("- is too large"), "{error}");
    assert!(error.to_string().contains("at least"), "{error}");
}

#[test]
fn a_stream_is_named_by_a_dash_and_sniffed() {
    let taken = capture_from(Cursor::new("<html><p>Shut."), Timestamp::UNIX_EPOCH).unwrap();
    assert_eq!((taken.location.as_str(), taken.media_type), ("-", MediaType::Html));
}

#[test]
fn a_failing_stream_gives_what_the_system_said() {
    struct Broken;
    impl Read for Broken {
        fn read(&mut self, _: &mut [u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("disk on fire"))
        }
    }
    let error = capture_from(Broken, Timestamp::UNIX_EPOCH).unwrap_err();
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "disk on fire");
}

#[test]
fn binary_files_are_named_with_what_they_look_like() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("report.txt");
    fs::write(&path, b"%PDF-1.7\n%\xE2\xE3\xCF\xD3").unwrap();
    let error = take(&path).unwrap_err();
    assert!(
        error.to_string().contains("report.txt") && error.to_string().contains("a PDF document"),
        "{error}"
    );
    assert!(error.hint().contains("plain text"));
}

#[test]
fn a_folder_is_no_file() {
    let dir = tempfile::tempdir().unwrap();
    assert!(matches!(take(dir.path()), Err(CaptureError::IsFolder { .. })));
}

/// A linear congruential generator: the same bytes on every run, without a dependency.
fn random_bytes(seed: u64, len: usize) -> Vec<u8> {
    let mut state = seed.wrapping_mul(2).wrapping_add(1);
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (state >> 56) as u8
    })
    .take(len)
    .collect()
}

#[test]
fn random_bytes_give_a_capture_of_the_same_bytes_or_an_error() {
    for seed in 0..500 {
        let bytes = random_bytes(seed, (seed % 97) as usize);
        match capture_from(Cursor::new(&bytes), Timestamp::UNIX_EPOCH) {
            Ok(taken) => assert_eq!(taken.bytes, bytes),
            Err(error) => assert!(matches!(error, CaptureError::Binary { .. }), "{error}"),
        }
    }
}

#[cfg(unix)]
#[test]
fn a_path_that_is_not_unicode_is_taken_or_refused_alone() {
    use std::{ffi::OsString, os::unix::ffi::OsStringExt};
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &[u8]| dir.path().join(OsString::from_vec(name.to_vec()));
    fs::write(path(b"caf\xE9.txt"), "x").unwrap();
    fs::write(path(b"good.txt"), "y").unwrap();
    let args = [path(b"caf\xE9.txt"), path(b"missing\xFF.txt"), path(b"good.txt")];
    let found = inputs(&args);
    assert_eq!(take(&args[0]).unwrap().location, Location::File(args[0].to_string_lossy().into_owned()));
    assert_eq!(*found[0].as_ref().unwrap(), Input::File(args[0].clone()));
    assert!(
        matches!(&found[1], Err(CaptureError::NotFound { file }) if file.ends_with("missing\u{FFFD}.txt"))
    );
    assert_eq!(*found[2].as_ref().unwrap(), Input::File(args[2].clone()));
}
