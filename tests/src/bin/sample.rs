//! Writes the sample matter: `cargo run -p joinder-tests --bin sample` makes `assets/sample` anew, byte for byte.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use joinder_tests::sample;

fn main() -> io::Result<()> {
    let out = env::args_os().nth(1).map_or_else(|| PathBuf::from(sample::FOLDER), PathBuf::from);
    for known in ["evidence"] {
        match fs::remove_dir_all(out.join(known)) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    let files = sample::make();
    for (name, bytes) in &files {
        let path = out.join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
        fs::write(path, bytes)?;
    }
    let size: usize = files.values().map(Vec::len).sum();
    println!("{} files, {} kB, in {}", files.len(), size / 1000, out.display());
    Ok(())
}
