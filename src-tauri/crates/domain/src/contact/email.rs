//! Email addresses, read leniently (RFC 5322, `intake.md` 3.2).

use unicode_normalization::UnicodeNormalization;

/// Domains in wide use in the United Kingdom, for guessing at slips of the finger.
const WELL_KNOWN: &[&str] = &[
    "aol.com",
    "aol.co.uk",
    "blueyonder.co.uk",
    "btinternet.com",
    "btopenworld.com",
    "fastmail.com",
    "gmail.com",
    "gmx.com",
    "gmx.co.uk",
    "googlemail.com",
    "hotmail.co.uk",
    "hotmail.com",
    "icloud.com",
    "live.co.uk",
    "live.com",
    "mail.com",
    "msn.com",
    "ntlworld.com",
    "outlook.com",
    "proton.me",
    "protonmail.com",
    "rocketmail.com",
    "sky.com",
    "talktalk.net",
    "tiscali.co.uk",
    "virginmedia.com",
    "yahoo.co.uk",
    "yahoo.com",
    "ymail.com",
];

/// An email address. Letter case is kept as given; [`Email::evidence_key`] and its fellows are for comparing.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email {
    local: String,
    domain: String,
}

/// Why text is not an email address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EmailProblem {
    /// No `@`, or nothing before it.
    #[error("the email address is not complete: write it like name@example.org")]
    Incomplete,
    /// A space, a comma or another character that an address does not have; perhaps there are two.
    #[error(
        "the email address has a character that does not belong there: write one address, without spaces"
    )]
    Character,
    /// What follows the `@` is not a domain.
    #[error("the part after the @ is not a domain: it has at least one dot, like example.org")]
    Domain,
    /// Longer than mail systems allow (RFC 5321, 4.5.3.1): 64 octets before the `@`, 254 in all.
    #[error("the email address is too long: check that it is one address")]
    TooLong,
}

impl EmailProblem {
    /// The code under which the texts stand.
    pub fn code(self) -> &'static str {
        match self {
            Self::Incomplete => "email-incomplete",
            Self::Character => "email-character",
            Self::Domain => "email-domain",
            Self::TooLong => "email-too-long",
        }
    }
}

impl Email {
    /// Reads an address, also with "mailto:", angle brackets or spaces around it.
    ///
    /// # Errors
    /// [`EmailProblem`] when it cannot be one. Whether the mailbox exists is not asked.
    pub fn parse(text: &str) -> Result<Self, EmailProblem> {
        let text = text.trim();
        let text = text.strip_prefix("mailto:").unwrap_or(text);
        let text = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text).trim();
        let (local, domain) = text.rsplit_once('@').ok_or(EmailProblem::Incomplete)?;
        if local.is_empty() {
            return Err(EmailProblem::Incomplete);
        }
        if local.len() > 64 || text.len() > 254 {
            return Err(EmailProblem::TooLong);
        }
        let quoted = local.len() > 2 && local.starts_with('"') && local.ends_with('"');
        let foreign = |c: char| c.is_whitespace() || c.is_control() || "\"(),:;<>@[]\\".contains(c);
        if (!quoted && local.chars().any(foreign))
            || domain.chars().any(foreign)
            || local.contains(char::is_control)
        {
            return Err(EmailProblem::Character);
        }
        let label = |label: &str| {
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                // Marks are letters' companions in Indic and other scripts.
                && label.chars().all(|c| c.is_alphanumeric() || c == '-' || !c.is_ascii())
        };
        let last_is_name =
            domain.rsplit('.').next().is_some_and(|top| !top.chars().all(|c| c.is_ascii_digit()));
        if !domain.contains('.') || !domain.split('.').all(label) || !last_is_name {
            return Err(EmailProblem::Domain);
        }
        Ok(Self { local: local.to_owned(), domain: domain.to_owned() })
    }

    /// The address as given.
    pub fn as_given(&self) -> String {
        format!("{}@{}", self.local, self.domain)
    }

    /// The domain in lower case.
    pub fn domain(&self) -> String {
        self.domain.nfc().flat_map(char::to_lowercase).collect()
    }

    /// The key for evidence: the local part as given, the domain in lower case, both in NFC.
    ///
    /// A tag after a plus sign and Gmail's dots make a different address here: which one the defendant held is part of
    /// the proof.
    pub fn evidence_key(&self) -> String {
        format!("{}@{}", self.local.nfc().collect::<String>(), self.domain())
    }

    /// As [`Email::evidence_key`], with the local part in lower case too.
    ///
    /// RFC 5321 lets the case of the local part matter; no mail provider in use does so, and people write their own
    /// address in many ways. This is the key by which a notice's recipient is compared with a claimant's addresses.
    pub fn caseless_key(&self) -> String {
        format!("{}@{}", self.local.nfc().flat_map(char::to_lowercase).collect::<String>(), self.domain())
    }

    /// The key for suggesting duplicates: what leads to the same mailbox is the same (`intake.md` 3.2).
    ///
    /// The tag after a plus sign is dropped everywhere, dots before the `@` at Gmail only.
    pub fn mailbox_key(&self) -> String {
        let caseless = self.caseless_key();
        let Some((local, domain)) = caseless.rsplit_once('@') else { return caseless };
        let mailbox = local.split_once('+').map_or(local, |(mailbox, _)| mailbox);
        let mailbox = if mailbox.is_empty() { local } else { mailbox };
        match domain {
            "gmail.com" | "googlemail.com" => format!("{}@gmail.com", mailbox.replace('.', "")),
            _ => format!("{mailbox}@{domain}"),
        }
    }

    /// The address with the well-known domain that may be meant, when this one is a slip of one letter away from it.
    pub fn suggestion(&self) -> Option<String> {
        let domain = self.domain();
        if WELL_KNOWN.contains(&domain.as_str()) {
            return None;
        }
        // Short names are one letter away from too much.
        let near =
            WELL_KNOWN.iter().filter(|known| known.len() >= 8).find(|known| one_slip(&domain, known))?;
        Some(format!("{}@{near}", self.local))
    }
}

/// One letter added, left out or changed, or two neighbours swapped.
fn one_slip(written: &str, meant: &str) -> bool {
    if written.len().abs_diff(meant.len()) > 1 {
        return false;
    }
    let alike = written.chars().zip(meant.chars()).take_while(|(a, b)| a == b).count();
    let (mut rest, mut wanted) = (written.chars().skip(alike), meant.chars().skip(alike));
    let (left, right) = (rest.clone(), wanted.clone());
    let added = left.clone().skip(1).eq(right.clone());
    let left_out = left.clone().eq(right.clone().skip(1));
    let changed = left.skip(1).eq(right.skip(1));
    let swapped = match (rest.next(), rest.next(), wanted.next(), wanted.next()) {
        (Some(a), Some(b), Some(c), Some(d)) => a == d && b == c && rest.eq(wanted),
        _ => false,
    };
    written != meant && (added || left_out || changed || swapped)
}
