//! Which organisation a mail server or an address belongs to, by its name alone.

use std::net::IpAddr;

/// Second-level names under which countries register organisations, such as `co` in `co.uk`.
const SECOND_LEVEL: &[&str] = &[
    "ac", "co", "com", "edu", "gob", "gov", "govt", "gv", "id", "ltd", "me", "mod", "ne", "net", "nhs",
    "nom", "or", "org", "plc", "police", "sch",
];

/// The registered name that a host name ends in, lower case: `mx.mail.example.co.uk` gives `example.co.uk`.
///
/// It tells one organisation from another in headers; it is no proof, since whoever writes a header chooses its words.
pub fn organisation(host: &str) -> String {
    let host = host.trim().trim_end_matches('.').to_ascii_lowercase();
    let labels: Vec<&str> = host.rsplit('.').collect();
    let kept = match labels.as_slice() {
        [country, second, _, ..] if country.len() == 2 && SECOND_LEVEL.contains(second) => 3,
        _ => 2,
    };
    let mut kept: Vec<&str> = labels.into_iter().take(kept).collect();
    kept.reverse();
    kept.join(".")
}

/// The host name at the start of a `from` or `by` clause, lower case; `None` for an address of numbers or a bare name.
pub(super) fn host_of(clause: &str) -> Option<String> {
    let word = clause.split_whitespace().next()?.trim_matches(['(', ')', '[', ']', ',']);
    let host = word.trim_end_matches('.').to_ascii_lowercase();
    let named = host.contains('.') && !host.contains(':') && host.parse::<IpAddr>().is_err();
    named.then_some(host)
}

/// Every numeric address that a clause names, in order; at most ten.
pub(super) fn numbers_of(clause: &str) -> Vec<IpAddr> {
    let edge = |c: char| !(c.is_ascii_hexdigit() || matches!(c, '.' | ':'));
    let read = |word: &str| {
        let word = word.trim_end_matches(['.', ':']);
        word.parse::<IpAddr>().ok()
    };
    clause.split(edge).filter(|word| word.len() > 2).filter_map(read).take(10).collect()
}

/// Whether a numeric address is used inside houses only (RFC 1918, 4193, 3927, 4291, 6598).
pub(super) fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [first, second, ..] = v4.octets();
            v4.is_private() || v4.is_loopback() || v4.is_link_local() || (first == 100 && second & 0xC0 == 64)
        }
        IpAddr::V6(v6) => v6.is_loopback() || v6.is_unique_local() || v6.is_unicast_link_local(),
    }
}

/// Whether a host name is used inside houses only.
pub(super) fn is_private_name(host: &str) -> bool {
    let last = host.rsplit('.').next().unwrap_or_default();
    !host.contains('.')
        || matches!(
            last,
            "local" | "internal" | "lan" | "localdomain" | "localhost" | "home" | "corp" | "intranet"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn british_names_have_one_label_more() {
        assert_eq!(organisation("mx1.gpost.example"), "gpost.example");
        assert_eq!(organisation("mail.evil.co.uk"), "evil.co.uk");
        assert_eq!(organisation("mx.home.co.uk."), "home.co.uk");
        assert_eq!(organisation("localhost"), "localhost");
        assert_eq!(organisation("MX.Google.COM"), "google.com");
    }

    #[test]
    fn numbers_are_found_wherever_they_stand() {
        let clause = "app4.internal (app4.internal [10.4.0.14]) (2001:db8::1)";
        let found: Vec<String> = numbers_of(clause).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["10.4.0.14", "2001:db8::1"]);
        assert!(is_private("100.64.0.1".parse().unwrap_or([0, 0, 0, 0].into())));
        assert_eq!(host_of("2002:a05:2d2e:76c8:0:0:0:0"), None);
        assert_eq!(host_of("[192.0.2.1]"), None);
    }
}
