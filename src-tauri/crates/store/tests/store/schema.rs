//! `schema.sql` shows what all migrations together make. `UPDATE_SCHEMA=1 cargo test -p joinder-store schema` writes it.

use crate::stage::*;

#[test]
fn the_schema_on_paper_is_the_schema_in_the_database() {
    let found = stage().matter.schema().unwrap();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/schema.sql");
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        std::fs::write(path, &found).unwrap();
    }
    let written = std::fs::read_to_string(path).unwrap_or_default();
    assert!(written == found, "schema.sql is not up to date: run this test with UPDATE_SCHEMA=1");
}

#[test]
fn every_table_of_ours_is_strict() {
    let schema = stage().matter.schema().unwrap();
    let tables: Vec<_> =
        schema.split("\n\n").filter(|statement| statement.starts_with("CREATE TABLE")).collect();
    assert!(tables.len() > 15);
    for table in tables {
        let last = table.lines().last().unwrap();
        assert!(last.contains("STRICT"), "{table}");
    }
}
