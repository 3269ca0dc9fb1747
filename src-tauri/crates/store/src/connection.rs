//! Connections to the encrypted database: one that writes, a few that read.

use std::path::{Path, PathBuf};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::error::{Error, Result};
use crate::key::MatterKey;

/// Marks the file as a matter of Joinder: "JOIN".
pub(crate) const APPLICATION: i32 = 0x4A4F_494E;

const READERS: usize = 4;
const WRITER_CACHE_KIB: i32 = 64 * 1024;
/// As much as the indexes of 620,000 claimants that lists walk; it is taken as it is needed.
const READER_CACHE_KIB: i32 = 64 * 1024;
/// The log is cut back to this after a large import.
const LOG_BYTES: i64 = 16 * 1024 * 1024;

/// The connection that writes. With `create`, the file is made when there is none.
pub(crate) fn writer(path: &Path, key: &MatterKey, create: bool) -> Result<Connection> {
    let conn = keyed(path, key, create)?;
    conn.pragma_update(None, "cache_size", -WRITER_CACHE_KIB)?;
    conn.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()))?;
    // A commit is on the disk before anybody is told of it, so a power cut loses nothing that was reported as saved.
    conn.pragma_update(None, "synchronous", "full")?;
    conn.pragma_update(None, "secure_delete", true)?;
    conn.pragma_update_and_check(None, "journal_size_limit", LOG_BYTES, |_| Ok(()))?;
    Ok(conn)
}

fn reader(path: &Path, key: &MatterKey) -> Result<Connection> {
    let conn = keyed(path, key, false)?;
    conn.pragma_update(None, "cache_size", -READER_CACHE_KIB)?;
    conn.pragma_update(None, "query_only", true)?;
    Ok(conn)
}

/// A connection that copies the database, without keeping whoever writes waiting.
pub(crate) fn copier(path: &Path, key: &MatterKey) -> Result<Connection> {
    keyed(path, key, false)
}

fn keyed(path: &Path, key: &MatterKey, create: bool) -> Result<Connection> {
    let mut flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    if create {
        flags |= OpenFlags::SQLITE_OPEN_CREATE;
    }
    let conn = Connection::open_with_flags(path, flags)?;
    // SQLCipher otherwise writes to the terminal when a page fails its check; the error says so already.
    conn.pragma_update_and_check(None, "cipher_log_level", "NONE", |_| Ok(()))?;
    conn.pragma_update_and_check(None, "key", key.pragma().as_str(), |_| Ok(()))?;
    conn.pragma_update(None, "temp_store", "memory")?;
    conn.pragma_update_and_check(None, "mmap_size", 0, |_| Ok(())).or_else(no_rows)?;
    conn.pragma_update(None, "foreign_keys", true)?;
    // Otherwise REPLACE would delete rows past the triggers that forbid it.
    conn.pragma_update(None, "recursive_triggers", true)?;
    conn.pragma_update(None, "trusted_schema", false)?;
    conn.pragma_update(None, "cell_size_check", true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    conn.set_prepared_statement_cache_capacity(96);
    conn.busy_timeout(std::time::Duration::from_secs(10))?;
    // The key is known to be right: it came out of an authenticated key file. So a first page that does not open is
    // a damaged one.
    let tables: u32 = conn.query_row("SELECT count(*) FROM sqlite_schema", (), |row| row.get(0))?;
    if !create && tables == 0 {
        // SQLite takes an empty file for a new database and would begin to write it.
        return Err(Error::Damaged { what: "database" });
    }
    Ok(conn)
}

fn no_rows(error: rusqlite::Error) -> rusqlite::Result<()> {
    if error == rusqlite::Error::QueryReturnedNoRows { Ok(()) } else { Err(error) }
}

/// Connections that cannot write, opened as they are needed.
pub(crate) struct Readers {
    path: PathBuf,
    key: MatterKey,
    pool: Mutex<Pool>,
    returned: Condvar,
}

#[derive(Default)]
struct Pool {
    idle: Vec<Connection>,
    lent: usize,
}

impl Readers {
    pub(crate) fn new(path: PathBuf, key: MatterKey) -> Self {
        Self { path, key, pool: Mutex::default(), returned: Condvar::new() }
    }

    /// Lends a connection to `work`; waits while all are lent.
    pub(crate) fn lend<T>(&self, work: impl FnOnce(&Connection) -> T) -> Result<T> {
        let mut lent = self.take();
        let conn = match lent.conn.take() {
            Some(idle) => idle,
            None => reader(&self.path, &self.key)?,
        };
        Ok(work(lent.conn.insert(conn)))
    }

    /// Closes the connections that nobody uses.
    pub(crate) fn close(&self) {
        self.pool().idle.clear();
    }

    fn take(&self) -> Lent<'_> {
        let mut pool = self.pool();
        while pool.idle.is_empty() && pool.lent >= READERS {
            pool = self.returned.wait(pool).unwrap_or_else(PoisonError::into_inner);
        }
        pool.lent = pool.lent.saturating_add(1);
        Lent { readers: self, conn: pool.idle.pop() }
    }

    fn pool(&self) -> MutexGuard<'_, Pool> {
        self.pool.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A place in the pool, given back whatever happens.
struct Lent<'a> {
    readers: &'a Readers,
    conn: Option<Connection>,
}

impl Drop for Lent<'_> {
    fn drop(&mut self) {
        let mut pool = self.readers.pool();
        pool.lent = pool.lent.saturating_sub(1);
        pool.idle.extend(self.conn.take());
        drop(pool);
        self.readers.returned.notify_one();
    }
}
