//! Archives as people pack them.

use std::io::Write as _;

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};

/// A ZIP archive of these files, packed.
///
/// # Panics
/// When there are more than such an archive can hold.
pub fn zip<B: AsRef<[u8]>>(files: &[(&str, B)]) -> Vec<u8> {
    let (mut archive, mut directory) = (Vec::new(), Vec::new());
    for (name, bytes) in files {
        let bytes = bytes.as_ref();
        let mut crc = Crc::new();
        crc.update(bytes);
        let mut packed = DeflateEncoder::new(Vec::new(), Compression::fast());
        packed.write_all(bytes).expect("it fits");
        let packed = packed.finish().expect("it fits");
        let at = u32::try_from(archive.len()).expect("it fits");
        let mut common = Vec::new();
        for value in [20_u16, 0x0800, 8, 0, 0x5363] {
            common.extend(value.to_le_bytes());
        }
        for value in [
            crc.sum(),
            u32::try_from(packed.len()).expect("it fits"),
            u32::try_from(bytes.len()).expect("it fits"),
        ] {
            common.extend(value.to_le_bytes());
        }
        common.extend(u16::try_from(name.len()).expect("it fits").to_le_bytes());
        common.extend(0_u16.to_le_bytes());
        archive.extend(b"PK\x03\x04");
        archive.extend(&common);
        archive.extend(name.as_bytes());
        archive.extend(packed);
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(&common);
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (at, count) =
        (u32::try_from(archive.len()).expect("it fits"), u16::try_from(files.len()).expect("it fits"));
    archive.extend(&directory);
    archive.extend(b"PK\x05\x06\0\0\0\0");
    archive.extend(count.to_le_bytes());
    archive.extend(count.to_le_bytes());
    archive.extend(u32::try_from(directory.len()).expect("it fits").to_le_bytes());
    archive.extend(at.to_le_bytes());
    archive.extend([0; 2]);
    archive
}
