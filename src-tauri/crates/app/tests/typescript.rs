//! The window's types are those of the command table: they are generated, and a difference fails.
//!
//! `JOINDER_WRITE_TYPES=1 cargo test -p joinder-app --features ts --test typescript` writes them anew.
#![cfg(feature = "ts")]
#![expect(clippy::expect_used, reason = "a test stops at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use joinder_app::{Error, Progress, command};
use ts_rs::TS;

fn generated(folder: &Path) -> BTreeMap<PathBuf, String> {
    let config = ts_rs::Config::new().with_out_dir(folder);
    command::export(&config).expect("the types can be written");
    command::Change::export_all(&config).expect("the types can be written");
    Error::export_all(&config).expect("the types can be written");
    Progress::export_all(&config).expect("the types can be written");
    let names: Vec<String> = read(folder)
        .keys()
        .filter_map(|path| path.file_stem().map(|stem| stem.to_string_lossy().into_owned()))
        .collect();
    let mut index = String::from(
        "// Generated from the command table of the core; see crates/app/tests/typescript.rs.\n\n",
    );
    for name in &names {
        index.push_str(&format!("import type {{ {name} }} from \"./{name}\";\n"));
    }
    index.push_str(&format!("\nexport type {{ {} }};\n\n", names.join(", ")));
    index.push_str(&command::typescript(&config));
    fs::write(folder.join("index.ts"), index).expect("the index can be written");
    read(folder)
}

fn read(folder: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = PathBuf::from(path.file_name().expect("a name"));
        files.insert(name, fs::read_to_string(&path).expect("text"));
    }
    files
}

#[test]
fn the_window_knows_the_command_table_as_it_is() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/src/backend/generated");
    if std::env::var_os("JOINDER_WRITE_TYPES").is_some() {
        fs::remove_dir_all(&here).ok();
        fs::create_dir_all(&here).expect("the folder can be made");
        generated(&here);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let expected = generated(folder.path());
    let found = read(&here);
    assert_eq!(
        found.keys().collect::<Vec<_>>(),
        expected.keys().collect::<Vec<_>>(),
        "types were added or removed; write them anew (see the head of this file)"
    );
    for (name, text) in &expected {
        assert_eq!(found.get(name), Some(text), "{} differs; write the types anew", name.display());
    }
}
