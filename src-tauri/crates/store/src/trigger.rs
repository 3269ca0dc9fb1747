//! Triggers that guard history, put aside and back within one transaction: whoever looks from outside sees them in place.

use crate::error::Result;
use crate::write::Reader;

/// Puts the triggers aside whose names `which` picks. Returns the statements that make them.
pub(crate) fn put_aside(tx: &Reader<'_>, which: impl Fn(&str) -> bool) -> Result<Vec<String>> {
    let mut statement =
        tx.conn.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid")?;
    let found = statement.query_map((), |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let found = found.collect::<rusqlite::Result<Vec<_>>>()?;
    drop(statement);
    let mut statements = Vec::with_capacity(found.len());
    for (name, sql) in found.into_iter().filter(|(name, _)| which(name)) {
        tx.conn.execute_batch(&format!("DROP TRIGGER \"{name}\""))?;
        statements.push(sql);
    }
    Ok(statements)
}

/// Puts them back as they were.
pub(crate) fn put_back(tx: &Reader<'_>, statements: &[String]) -> Result<()> {
    statements.iter().try_for_each(|sql| Ok(tx.conn.execute_batch(sql)?))
}
