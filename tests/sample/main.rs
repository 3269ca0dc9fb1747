//! The sample matter is what its source says, and what it claims to be.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use joinder_tests::sample;

#[test]
fn the_sample_is_made_anew_byte_for_byte() {
    let folder = Path::new(sample::FOLDER);
    let files = sample::make();
    for (name, bytes) in &files {
        let kept = fs::read(folder.join(name)).unwrap_or_default();
        assert!(
            kept == *bytes,
            "{name} differs: run `cargo run -p joinder-tests --bin sample` and look at the change"
        );
    }
    let kept: BTreeSet<String> = fs::read_dir(folder.join("evidence"))
        .unwrap()
        .map(|entry| format!("evidence/{}", entry.unwrap().file_name().to_string_lossy()))
        .collect();
    let made: BTreeSet<String> = files.into_keys().filter(|name| name.starts_with("evidence/")).collect();
    assert_eq!(kept, made);
}

#[test]
fn the_sample_is_small_enough_to_live_in_the_repository() {
    let size: usize = sample::make().values().map(Vec::len).sum();
    assert!(size < 6_000_000, "{size} bytes");
}
