//! Many rows of one table, some in one statement: to begin and end a statement costs as much as to write a short row.

use rusqlite::types::{ToSqlOutput, ValueRef};

use crate::error::Result;
use crate::write::Reader;

/// Rows in one statement.
const AT_ONCE: usize = 50;

/// Inserts rows of `N` columns `into` a table, which is given with its columns. They should come in the order of its key.
pub(crate) fn insert<'v, T, const N: usize>(
    tx: &Reader<'_>,
    into: &str,
    rows: &'v [T],
    columns: impl Fn(&'v T) -> [ValueRef<'v>; N],
) -> Result<()> {
    let row = format!("({})", ["?"; N].join(", "));
    for block in rows.chunks(AT_ONCE) {
        let all = vec![row.as_str(); block.len()].join(", ");
        let mut statement = tx.conn.prepare_cached(&format!("INSERT INTO {into} VALUES {all}"))?;
        for (at, value) in block.iter().flat_map(&columns).enumerate() {
            statement.raw_bind_parameter(at.saturating_add(1), ToSqlOutput::Borrowed(value))?;
        }
        statement.raw_execute()?;
    }
    Ok(())
}
