//! Steps from one schema to the next.

use jiff::Timestamp;
use joinder_domain::audit::Digest;
use rusqlite::{Connection, TransactionBehavior};

use crate::column::milliseconds;
use crate::error::{Error, Result};

/// One step. A step that was published never changes: its checksum lies in every matter that took it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Migration {
    pub(crate) number: u32,
    pub(crate) name: &'static str,
    pub(crate) sql: &'static str,
}

/// Every step, in order, numbered from 1 without gaps.
pub(crate) const MIGRATIONS: &[Migration] = &[
    Migration { number: 1, name: "matter", sql: include_str!("../migrations/0001_matter.sql") },
    Migration { number: 2, name: "answers", sql: include_str!("../migrations/0002_answers.sql") },
    Migration { number: 3, name: "runs", sql: include_str!("../migrations/0003_runs.sql") },
    Migration { number: 4, name: "custody", sql: include_str!("../migrations/0004_custody.sql") },
    Migration { number: 5, name: "own words", sql: include_str!("../migrations/0005_own_words.sql") },
    Migration { number: 6, name: "casework", sql: include_str!("../migrations/0006_casework.sql") },
    Migration { number: 7, name: "papers", sql: include_str!("../migrations/0007_papers.sql") },
    Migration { number: 8, name: "register", sql: include_str!("../migrations/0008_register.sql") },
    Migration { number: 9, name: "packets", sql: include_str!("../migrations/0009_packets.sql") },
    Migration { number: 10, name: "matches", sql: include_str!("../migrations/0010_matches.sql") },
    Migration { number: 11, name: "import", sql: include_str!("../migrations/0011_import.sql") },
    Migration { number: 12, name: "rights", sql: include_str!("../migrations/0012_rights.sql") },
    Migration {
        number: 13,
        name: "sealed bundles",
        sql: include_str!("../migrations/0013_sealed_bundles.sql"),
    },
    Migration { number: 14, name: "journal", sql: include_str!("../migrations/0014_journal.sql") },
    Migration { number: 15, name: "text layer", sql: include_str!("../migrations/0015_text_layer.sql") },
    Migration { number: 16, name: "packet paper", sql: include_str!("../migrations/0016_packet_paper.sql") },
    Migration {
        number: 17,
        name: "restricted evidence",
        sql: include_str!("../migrations/0017_restricted_evidence.sql"),
    },
    Migration { number: 18, name: "taken back", sql: include_str!("../migrations/0018_taken_back.sql") },
    Migration { number: 19, name: "words", sql: include_str!("../migrations/0019_words.sql") },
];

/// The schema of an open database.
pub(crate) fn found(conn: &Connection) -> Result<u32> {
    let found: i64 = conn.query_row("SELECT user_version FROM pragma_user_version", (), |row| row.get(0))?;
    u32::try_from(found).map_err(|_| Error::NotAMatter)
}

/// The steps that a database has not taken yet.
///
/// # Errors
/// [`Error::NewerMatter`], [`Error::OtherSchema`].
pub(crate) fn pending<'a>(conn: &Connection, steps: &'a [Migration]) -> Result<&'a [Migration]> {
    let found = found(conn)?;
    let supported = steps.last().map_or(0, |step| step.number);
    if found > supported {
        return Err(Error::NewerMatter { found, supported });
    }
    let (taken, pending) = steps.split_at(steps.iter().take_while(|step| step.number <= found).count());
    for step in taken {
        let sha256: Option<[u8; 32]> = conn
            .prepare("SELECT sha256 FROM migration WHERE number = ?1")?
            .query_map([step.number], |row| row.get(0))?
            .next()
            .transpose()?;
        if sha256 != Some(Digest::of(step.sql.as_bytes()).0) {
            return Err(Error::OtherSchema { number: step.number });
        }
    }
    Ok(pending)
}

/// Takes steps, each in a transaction of its own.
pub(crate) fn take(conn: &mut Connection, steps: &[Migration], now: Timestamp) -> Result<()> {
    for step in steps {
        let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
        tx.execute_batch(step.sql)?;
        tx.execute(
            "INSERT INTO migration (number, name, sha256, applied) VALUES (?1, ?2, ?3, ?4)",
            (step.number, step.name, Digest::of(step.sql.as_bytes()).0, milliseconds(now)),
        )?;
        tx.pragma_update(None, "user_version", step.number)?;
        tx.commit()?;
    }
    Ok(())
}

/// Every statement of the schema, sorted, without the tables that the search index makes for itself.
pub(crate) fn schema(conn: &Connection) -> Result<String> {
    let mut statement = conn.prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'claimant_search_*'
         ORDER BY tbl_name, type = 'trigger', type = 'index', name",
    )?;
    let statements = statement.query_map((), |row| row.get::<_, String>(0))?;
    let mut schema = String::new();
    for statement in statements {
        schema.push_str(&statement?);
        schema.push_str(";\n\n");
    }
    schema.truncate(schema.len().saturating_sub(1));
    Ok(schema)
}

/// Checks the structure and the references of a database.
///
/// # Errors
/// [`Error::Damaged`].
pub(crate) fn check(conn: &Connection) -> Result<()> {
    let sound: String = conn.query_row("PRAGMA quick_check(1)", (), |row| row.get(0))?;
    let dangling: i64 =
        conn.query_row("SELECT count(*) FROM pragma_foreign_key_check", (), |row| row.get(0))?;
    if sound == "ok" && dangling == 0 { Ok(()) } else { Err(Error::Damaged { what: "database" }) }
}
