//! Who runs a mailbox, by the domain of its address.
//!
//! Only providers that many people use are named: a domain of one's own would name its owner.

/// Domains, and the provider that each belongs to.
const PROVIDERS: &[(&str, &[&str])] = &[
    ("gmail", &["gmail.com", "googlemail.com"]),
    ("microsoft", &["hotmail.com", "hotmail.co.uk", "outlook.com", "live.com", "live.co.uk", "msn.com"]),
    ("yahoo", &["yahoo.com", "yahoo.co.uk", "ymail.com", "rocketmail.com"]),
    ("apple", &["icloud.com", "me.com", "mac.com"]),
    ("bt", &["btinternet.com", "btopenworld.com", "talk21.com"]),
    ("virgin", &["virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "virgin.net"]),
    ("sky", &["sky.com"]),
    ("talktalk", &["talktalk.net", "tiscali.co.uk"]),
    ("aol", &["aol.com", "aol.co.uk"]),
    ("proton", &["proton.me", "protonmail.com", "pm.me"]),
    ("gmx", &["gmx.com", "gmx.co.uk", "gmx.net"]),
    ("fastmail", &["fastmail.com", "fastmail.fm"]),
];

/// The provider of an address: a code of its own for a name in wide use, "university", "public" for a public body,
/// "other" for any other domain; `None` where there is no domain.
pub fn provider(address: &str) -> Option<&'static str> {
    let (_, domain) = address.trim().rsplit_once('@')?;
    let domain = domain.trim_end_matches(['.', '>']).to_ascii_lowercase();
    if !domain.contains('.') {
        return None;
    }
    let known = PROVIDERS.iter().find(|(_, domains)| domains.contains(&domain.as_str()));
    Some(match known {
        Some((provider, _)) => provider,
        None if domain.ends_with(".ac.uk") || domain.ends_with(".edu") => "university",
        None if domain.ends_with(".gov.uk") || domain.ends_with(".nhs.uk") || domain == "nhs.net" => "public",
        None => "other",
    })
}

#[cfg(test)]
mod tests {
    use super::provider;

    #[test]
    fn a_provider_is_known_by_all_its_domains() {
        assert_eq!(provider("anwen@googlemail.com"), Some("gmail"));
        assert_eq!(provider("Anwen@HOTMAIL.co.uk"), Some("microsoft"));
        assert_eq!(provider("a.llyr@student.aber.ac.uk"), Some("university"));
    }

    #[test]
    fn a_domain_of_ones_own_is_not_named() {
        assert_eq!(provider("labour@llyr.example"), Some("other"));
        assert_eq!(provider("nonsense"), None);
        assert_eq!(provider("a@localhost"), None);
    }
}
