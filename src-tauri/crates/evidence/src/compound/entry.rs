//! One entry of a compound file's directory (MS-CFB 2.6).

/// Bytes of an entry.
pub(super) const SIZE: usize = 128;

/// A storage, which holds others, or a stream of bytes.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) is_storage: bool,
    pub(super) is_stream: bool,
    pub(super) left: u32,
    pub(super) right: u32,
    pub(super) child: u32,
    pub(super) start: u32,
    pub(super) size: u64,
}

impl Entry {
    /// Reads an entry; in files with small sectors only half of the size is meant.
    pub(super) fn read(bytes: &[u8], wide: bool) -> Self {
        let number = |at: usize| u32_at(bytes, at).unwrap_or(u32::MAX);
        let units = bytes.get(..64).unwrap_or_default().chunks_exact(2);
        let units = units.filter_map(|pair| pair.try_into().ok()).map(u16::from_le_bytes);
        let name = char::decode_utf16(units.take_while(|&unit| unit != 0));
        let kind = bytes.get(66).copied().unwrap_or_default();
        let high = if wide { u64::from(number(124)) << 32 } else { 0 };
        Self {
            name: name.map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect(),
            is_storage: kind == 1,
            is_stream: kind == 2,
            left: number(68),
            right: number(72),
            child: number(76),
            start: number(116),
            size: high | u64::from(number(120)),
        }
    }
}

/// A little-endian number.
pub(super) fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}
