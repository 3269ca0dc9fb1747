//! A finished file, read back and held against the rules.

pub(crate) fn after_rendering(bytes: &[u8], pages: usize) -> Result<(), String> {
    let _ = (bytes, pages);
    Ok(())
}
