//! Where the pictures of a page are.

use super::super::base64;

/// Where the bytes of a page's picture are; what would have to be fetched is nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PictureSource {
    /// In the part of the message with this content id.
    Part(String),
    /// In the page itself.
    Data(Vec<u8>),
    /// Not in the message.
    Elsewhere,
}

/// Where a picture is, by the address that the page gives.
pub(super) fn source(address: &str) -> PictureSource {
    let address = address.trim();
    let after = |scheme: &str| {
        let start = address.get(..scheme.len())?;
        start.eq_ignore_ascii_case(scheme).then(|| address.get(scheme.len()..)).flatten()
    };
    if let Some(id) = after("cid:") {
        return PictureSource::Part(id.trim().trim_matches(['<', '>']).to_owned());
    }
    let data = after("data:").and_then(picture_data);
    data.map_or(PictureSource::Elsewhere, PictureSource::Data)
}

/// The bytes of a picture that is written into its address (RFC 2397), `data:` left out; `None` where it holds none.
pub fn picture_data(address: &str) -> Option<Vec<u8>> {
    let (kind, data) = address.split_once(',')?;
    let kind = kind.to_ascii_lowercase();
    if !kind.starts_with("image/") || !kind.ends_with(";base64") {
        return None;
    }
    let data = data.replace("%2B", "+").replace("%2F", "/").replace("%3D", "=");
    let bytes = base64::strict(data.as_bytes())?;
    (!bytes.is_empty()).then_some(bytes)
}
