//! Email addresses as keys to look claimants up by (`intake.md` 3.2).

use unicode_normalization::UnicodeNormalization;

/// The keys of one address.
///
/// The standard lets a mail system tell `Ann@` from `ann@`; none in use does, and headers change the case on the way,
/// so both keys ignore it. The address itself is kept as it was given.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailKeys {
    /// The address: evidence must match this.
    pub exact: String,
    /// The mailbox behind it: without a plus tag, for Google without dots. Good enough to suggest a duplicate.
    pub mailbox: String,
}

impl EmailKeys {
    /// The keys of an address; `None` when it is not one.
    pub fn of(address: &str) -> Option<Self> {
        let address = address.trim();
        let exact = match address.is_ascii() {
            true => address.to_ascii_lowercase(),
            false => address.nfc().flat_map(char::to_lowercase).collect(),
        };
        let (local, domain) = exact.rsplit_once('@')?;
        if local.is_empty() || domain.is_empty() {
            return None;
        }
        let untagged = local.split_once('+').map_or(local, |(name, _)| name);
        let mailbox = match domain {
            "gmail.com" | "googlemail.com" => format!("{}@gmail.com", untagged.replace('.', "")),
            _ => format!("{untagged}@{domain}"),
        };
        Some(Self { mailbox, exact })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_dots_lead_to_one_mailbox_and_stay_two_addresses() {
        let keys = |address| EmailKeys::of(address).expect("an address");
        let (plain, tagged) = (keys("maeve@example.org"), keys(" Maeve+Labour@Example.org "));
        assert_eq!(plain.mailbox, tagged.mailbox);
        assert_ne!(plain.exact, tagged.exact);
        assert_eq!(keys("m.o.connor@googlemail.com").mailbox, keys("moconnor@gmail.com").mailbox);
        assert_ne!(keys("m.oconnor@example.org").mailbox, keys("moconnor@example.org").mailbox);
        assert_eq!(EmailKeys::of("not an address"), None);
        assert_eq!(EmailKeys::of("@example.org"), None);
    }
}
