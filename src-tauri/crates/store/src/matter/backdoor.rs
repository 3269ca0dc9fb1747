//! What only tests may do with a matter: act as a full disk does, alter rows as another program would, and look at
//! everything that is stored. Built with the feature `backdoor` alone, so that no program that ships has it.

use rusqlite::types::ValueRef;

use super::Matter;
use crate::error::Result;

impl Matter {
    /// Lets the database file grow to this many pages of 4 KiB and no further, as a full disk would.
    ///
    /// # Errors
    /// Those of the database.
    pub fn limit_pages(&self, most: Option<u32>) -> Result<()> {
        let most = most.unwrap_or(u32::MAX - 1);
        Ok(self.writer().pragma_update_and_check(None, "max_page_count", most, |_| Ok(()))?)
    }

    /// Runs SQL with every trigger gone, as somebody would who has the key and another program.
    ///
    /// # Errors
    /// Those of the database.
    pub fn edit_behind_the_back(&self, sql: &str) -> Result<()> {
        let conn = self.writer();
        let triggers: Vec<String> = conn
            .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        for trigger in triggers {
            conn.execute_batch(&format!("DROP TRIGGER {trigger}"))?;
        }
        Ok(conn.execute_batch(sql)?)
    }

    /// Every page of the database without its cipher, those that nothing uses any more too.
    ///
    /// # Errors
    /// Those of the database.
    pub fn every_page(&self) -> Result<Vec<u8>> {
        Ok(self.writer().serialize(rusqlite::MAIN_DB)?.to_vec())
    }

    /// Every text and every blob in every table, one after the other.
    ///
    /// # Errors
    /// Those of the database.
    pub fn everything_stored(&self) -> Result<String> {
        let conn = self.writer();
        let tables: Vec<String> = conn
            .prepare(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'",
            )?
            .query_map((), |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        let mut everything = String::new();
        for table in tables {
            let mut statement = conn.prepare(&format!("SELECT * FROM {table}"))?;
            let columns = statement.column_count();
            let mut rows = statement.query(())?;
            while let Some(row) = rows.next()? {
                for column in 0..columns {
                    if let ValueRef::Text(bytes) | ValueRef::Blob(bytes) = row.get_ref(column)? {
                        everything.push_str(&String::from_utf8_lossy(bytes));
                        everything.push('\n');
                    }
                }
            }
        }
        Ok(everything)
    }
}
