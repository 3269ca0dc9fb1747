//! Streams packed as one would expect: zlib at its usual level, and only where that helps.

use flate2::Compression;
use flate2::write::ZlibEncoder;
use lopdf::{Object, Stream};
use std::io::Write;

/// Packs a stream that has no filter yet; leaves it alone where packing gains nothing.
pub(crate) fn pack(mut stream: Stream) -> Stream {
    if stream.dict.has(b"Filter") || stream.content.len() < 64 {
        return stream;
    }
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(stream.content.len() / 2), Compression::new(6));
    if let Ok(packed) = encoder.write_all(&stream.content).and_then(|()| encoder.finish())
        && packed.len() < stream.content.len()
    {
        stream.dict.set("Filter", Object::Name(b"FlateDecode".to_vec()));
        stream.set_content(packed);
    }
    stream
}
