//! Whose address a message was sent to.

use unicode_normalization::UnicodeNormalization;

/// How an address in an item compares with those that a claimant declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Addressed {
    /// One of the claimant's own.
    Own,
    /// A plus-tag or dots apart from one of the claimant's own: the same mailbox perhaps, another address as
    /// evidence (`intake.md` 3.2).
    Variant,
    /// Somebody else's.
    Other,
    /// There is an address, and the claimant declared none to compare it with.
    Undeclared,
    /// There is no address.
    Nobody,
}

fn bare(address: &str) -> String {
    let inner = address.rsplit_once('<').map_or(address, |(_, rest)| rest);
    let inner = inner.split('>').next().unwrap_or(inner);
    inner.trim().trim_start_matches("mailto:").nfc().flat_map(char::to_lowercase).collect()
}

fn mailbox(address: &str) -> String {
    let Some((local, domain)) = address.rsplit_once('@') else { return address.to_owned() };
    let local = local.split('+').next().unwrap_or(local);
    match domain {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", local.replace('.', "")),
        _ => format!("{local}@{domain}"),
    }
}

/// Compares the addresses in an item with the claimant's own.
pub(super) fn addressed<'a>(found: impl Iterator<Item = &'a str>, own: &[&str]) -> Addressed {
    let found: Vec<_> = found.map(bare).filter(|address| !address.is_empty()).collect();
    let own: Vec<_> = own.iter().map(|address| bare(address)).filter(|address| !address.is_empty()).collect();
    if found.is_empty() {
        return Addressed::Nobody;
    }
    if own.is_empty() {
        return Addressed::Undeclared;
    }
    if found.iter().any(|address| own.contains(address)) {
        return Addressed::Own;
    }
    let boxes: Vec<_> = own.iter().map(|address| mailbox(address)).collect();
    if found.iter().any(|address| boxes.contains(&mailbox(address))) {
        Addressed::Variant
    } else {
        Addressed::Other
    }
}
