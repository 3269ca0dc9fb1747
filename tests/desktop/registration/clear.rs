//! Files searched byte by byte for what must stand in none of them.

use std::fs;
use std::path::{Path, PathBuf};

/// Fails where one of these words stands in one of these files, whatever the size of its letters.
pub(super) fn nothing_of(words: &[&str], files: impl IntoIterator<Item = PathBuf>) {
    for file in files {
        // What a window is writing may be gone the next moment.
        let Ok(bytes) = fs::read(&file) else { continue };
        for word in words {
            // A webview keeps texts in two bytes a letter.
            let wide: Vec<u8> = word.encode_utf16().flat_map(u16::to_le_bytes).collect();
            for letters in [word.as_bytes(), &wide] {
                let found = bytes.windows(letters.len()).any(|part| part.eq_ignore_ascii_case(letters));
                assert!(!found, "“{word}” stands in {}", file.display());
            }
        }
    }
}

pub(super) fn all_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let Ok(entries) = fs::read_dir(folder) else { return found };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() { found.extend(all_files(&path)) } else { found.push(path) }
    }
    found
}
