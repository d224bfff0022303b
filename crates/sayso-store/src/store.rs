//! How is a case made and opened? The connection to its database, and who may use it how.

use std::{
    cell::Cell,
    fs, io,
    path::{Path, PathBuf},
    time::Duration,
};

use rusqlite::{Connection, OpenFlags};

use crate::{
    error::{Fault, StoreError},
    schema, seal,
    transaction::Transaction,
};

/// The name of the file that makes a folder a case.
pub const CASE_FILE: &str = "case.sqlite";

/// How long a write waits for another program's write to end. The longest act, adding some hundred articles, writes for a few
/// seconds; a person should not wait much longer than that for an answer.
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Compiled statements that a connection keeps: more than this crate has, so that each is compiled once.
const CACHED_STATEMENTS: usize = 64;

/// One case, opened for reading, and for writing through [`Store::transaction`].
///
/// Several stores may be open on one case, in one program or in several: readers see the last committed act and never wait, and
/// one writer writes at a time. A store may be sent to another thread but not shared between threads: open one for each.
#[derive(Debug)]
pub struct Store {
    pub(crate) connection: Connection,
    file: PathBuf,
    /// Whether this store has written since it was opened.
    pub(crate) has_written: Cell<bool>,
}

impl Drop for Store {
    /// Seals what was written. Where that fails the seal is that of an earlier act, which a check notices and allows for.
    fn drop(&mut self) {
        if self.has_written.get() {
            let _ = self.seal();
        }
    }
}

impl Store {
    /// Makes a case without articles in `dir`, which is made too where it is missing.
    ///
    /// # Errors
    /// When `dir` holds a case already, or cannot be made or written.
    pub fn create(dir: impl AsRef<Path>) -> Result<Self, StoreError> {
        let dir = dir.as_ref();
        let inaccessible = |source| StoreError::Inaccessible { path: dir.to_owned(), source };
        fs::create_dir_all(dir).map_err(inaccessible)?;
        let file = dir.join(CASE_FILE);
        // Making the file first decides between two programs that make a case in the same place.
        fs::File::create_new(&file).map_err(|source| match source.kind() {
            io::ErrorKind::AlreadyExists => StoreError::AlreadyACase { dir: dir.to_owned() },
            _ => inaccessible(source),
        })?;
        let store = Self::connect(dir, file.clone());
        if store.is_err() {
            // Nothing is in it yet, so that trying again should find the folder as it was.
            let _ = fs::remove_file(&file);
        }
        sync_folder(dir).map_err(inaccessible)?;
        store
    }

    /// Opens the case in `dir`, bringing one that an older sayso wrote up to date.
    ///
    /// # Errors
    /// When `dir` holds no case, or one that is damaged, cannot be used, or was written by a newer sayso.
    pub fn open(dir: impl AsRef<Path>) -> Result<Self, StoreError> {
        let dir = dir.as_ref();
        let file = dir.join(CASE_FILE);
        match fs::metadata(&file) {
            Ok(found) if found.is_file() && found.len() == 0 => Err(StoreError::Damaged {
                file,
                detail: "it is empty; if it never held articles, remove it and make the case again"
                    .to_owned(),
            }),
            Ok(found) if found.is_file() => Self::connect(dir, file),
            Ok(_) => Err(not_a_case(dir, "its case.sqlite is not a file")),
            Err(source) => match source.kind() {
                io::ErrorKind::NotFound => Err(not_a_case(dir, "there is no case.sqlite in it")),
                io::ErrorKind::NotADirectory => Err(not_a_case(dir, "it is not a folder")),
                _ => Err(StoreError::Inaccessible { path: file, source }),
            },
        }
    }

    /// Whether `dir` holds a file by the name of a case's database. Only [`Store::open`] tells whether it can be used.
    pub fn is_case(dir: impl AsRef<Path>) -> bool {
        dir.as_ref().join(CASE_FILE).is_file()
    }

    /// The schema version of the open database: after opening, always the newest that this program knows.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn schema_version(&self) -> Result<u32, StoreError> {
        self.run(|connection| pragma(connection, "user_version"))
            .map(|version| u32::try_from(version).unwrap_or(0))
    }

    /// The database file.
    pub fn file(&self) -> &Path {
        &self.file
    }

    /// Begins to write: waits until no other program writes, then keeps the others from writing until it ends.
    ///
    /// # Errors
    /// When another program writes for longer than ten seconds, or the case cannot be written.
    pub fn transaction(&mut self) -> Result<Transaction<'_>, StoreError> {
        Transaction::begin(self)
    }

    fn connect(dir: &Path, file: PathBuf) -> Result<Self, StoreError> {
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&file, flags).and_then(|connection| {
            connection.busy_timeout(BUSY_TIMEOUT)?;
            connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
            Ok(connection)
        });
        let connection = connection.map_err(|error| Fault::Sql(error).about(&file))?;
        let mut store = Self { connection, file, has_written: Cell::new(false) };
        if store.is_outdated(dir)? {
            let version = store.schema_version()?;
            schema::migrate(&mut store.connection).map_err(|fault| fault.about(&store.file))?;
            // New tables change the file, as an act does; a case that is only being made has no seal yet.
            if version > 0 {
                store.run(seal::count_act)?;
                store.has_written.set(true);
            }
        }
        store.run(configure)?;
        Ok(store)
    }

    /// Tells a case from another database, and whether its tables are older than this program.
    fn is_outdated(&self, dir: &Path) -> Result<bool, StoreError> {
        let (mark, version, pages) = self.run(|connection| {
            let read = |name| pragma(connection, name);
            Ok((read("application_id")?, read("user_version")?, read("page_count")?))
        })?;
        // A file without pages is what a case is made in.
        if mark != schema::APPLICATION_ID && pages > 0 {
            return Err(not_a_case(dir, "its case.sqlite is another program's database"));
        }
        if version > i64::from(schema::VERSION) {
            let (file, found) = (self.file.clone(), u32::try_from(version).unwrap_or(u32::MAX));
            return Err(StoreError::Newer { file, found, known: schema::VERSION });
        }
        Ok(version < i64::from(schema::VERSION))
    }

    /// Runs `work` on the database; an error says which file it is about.
    pub(crate) fn run<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Fault>) -> Result<T, StoreError> {
        work(&self.connection).map_err(|fault| fault.about(&self.file))
    }

    /// Runs work whose reads must all see the same state of the case, whatever other programs add meanwhile.
    ///
    /// # Errors
    /// What the work returns, and when the database cannot be read.
    pub fn at_once<T, E: From<StoreError>>(&self, work: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        // Within a transaction, all reads see the same state anyway.
        let begun = self.connection.is_autocommit().then(|| self.connection.unchecked_transaction());
        let _reading = begun.transpose().map_err(|error| Fault::Sql(error).about(&self.file))?;
        work()
    }

    /// Like [`Store::run`], for several reads that must see the same state of the case.
    pub(crate) fn read_at_once<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Fault>,
    ) -> Result<T, StoreError> {
        self.at_once(|| self.run(work))
    }
}

/// Sets what holds for one connection and is not written in the file.
fn configure(connection: &Connection) -> Result<(), Fault> {
    // A commit returns only after the disk has the act; on macOS that needs a request of its own.
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "fullfsync", true)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    // A case may come from someone else: its schema gets no say in what is run, and broken pages are noticed early.
    connection.pragma_update(None, "trusted_schema", false)?;
    connection.pragma_update(None, "cell_size_check", true)?;
    Ok(())
}

fn pragma(connection: &Connection, name: &str) -> Result<i64, Fault> {
    Ok(connection.pragma_query_value(None, name, |row| row.get(0))?)
}

fn not_a_case(dir: &Path, reason: &'static str) -> StoreError {
    StoreError::NotACase { dir: dir.to_owned(), reason }
}

/// Makes the database's name as durable as its contents; the other systems that Rust runs on do so by themselves.
#[cfg(unix)]
pub(crate) fn sync_folder(dir: &Path) -> io::Result<()> {
    fs::File::open(dir)?.sync_all()
}

#[cfg(not(unix))]
pub(crate) fn sync_folder(_dir: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_commit_waits_for_the_disk_and_references_are_checked() {
        let folder = tempfile::tempdir().unwrap();
        drop(Store::create(folder.path()).unwrap());
        let store = Store::open(folder.path()).unwrap();
        // 2 is FULL.
        assert_eq!(pragma(&store.connection, "synchronous").unwrap(), 2);
        assert_eq!(pragma(&store.connection, "foreign_keys").unwrap(), 1);
        let mode = store.connection.pragma_query_value(None, "journal_mode", |row| row.get::<_, String>(0));
        assert_eq!(mode.unwrap(), "wal");
    }
}
