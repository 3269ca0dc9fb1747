//! Large providers of mailboxes: the domains of their addresses, and the organisations whose servers take mail in for them.

use super::organisation::organisation;

/// One provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Provider {
    /// What people call it.
    pub name: &'static str,
    /// Domains of its customers' addresses.
    pub domains: &'static [&'static str],
    /// Organisations to which its servers' names belong.
    pub servers: &'static [&'static str],
}

/// Well-known providers in the United Kingdom. A provider that is not listed is judged by the names alone.
const PROVIDERS: &[Provider] = &[
    Provider {
        name: "Gmail",
        domains: &["gmail.com", "googlemail.com"],
        servers: &["google.com", "gmail.com"],
    },
    Provider {
        name: "Outlook.com",
        domains: &[
            "outlook.com",
            "hotmail.com",
            "hotmail.co.uk",
            "live.com",
            "live.co.uk",
            "msn.com",
            "outlook.co.uk",
        ],
        servers: &["outlook.com", "hotmail.com", "live.com", "office365.com", "office.com"],
    },
    Provider {
        name: "Yahoo Mail",
        domains: &["yahoo.com", "yahoo.co.uk", "ymail.com", "rocketmail.com", "yahoo.ie"],
        servers: &["yahoo.com", "yahoodns.net", "yahoo.co.uk"],
    },
    Provider {
        name: "AOL",
        domains: &["aol.com", "aol.co.uk", "aim.com"],
        servers: &["aol.com", "yahoo.com", "yahoodns.net"],
    },
    Provider {
        name: "iCloud",
        domains: &["icloud.com", "me.com", "mac.com"],
        servers: &["icloud.com", "apple.com", "me.com", "mac.com"],
    },
    Provider {
        name: "BT",
        domains: &["btinternet.com", "btopenworld.com", "talk21.com", "bt.com"],
        servers: &["btinternet.com", "bt.com", "bt.net", "btconnect.com", "cpcloud.co.uk", "yahoo.com"],
    },
    Provider { name: "Sky", domains: &["sky.com"], servers: &["sky.com", "yahoo.com", "yahoodns.net"] },
    Provider {
        name: "Virgin Media",
        domains: &["virginmedia.com", "ntlworld.com", "blueyonder.co.uk", "virgin.net"],
        servers: &["virginmedia.com", "virginmedia.net", "ntlworld.com", "upcmail.net"],
    },
    Provider {
        name: "TalkTalk",
        domains: &["talktalk.net", "tiscali.co.uk", "lineone.net"],
        servers: &["talktalk.net", "tiscali.co.uk", "tiscali.net", "opal.co.uk"],
    },
    Provider {
        name: "Plusnet",
        domains: &["plus.com", "plus.net", "force9.co.uk"],
        servers: &["plus.net", "plus.com", "force9.net"],
    },
    Provider {
        name: "Proton Mail",
        domains: &["protonmail.com", "proton.me", "pm.me", "protonmail.ch"],
        servers: &["protonmail.ch", "proton.ch", "protonmail.com", "proton.me"],
    },
    Provider {
        name: "GMX",
        domains: &["gmx.com", "gmx.co.uk", "gmx.net", "gmx.de", "mail.com"],
        servers: &["gmx.net", "gmx.com", "mail.com", "kundenserver.de"],
    },
    Provider {
        name: "Fastmail",
        domains: &["fastmail.com", "fastmail.fm", "fastmail.co.uk"],
        servers: &["messagingengine.com", "fastmail.com"],
    },
    Provider {
        name: "Zoho Mail",
        domains: &["zoho.com", "zohomail.com", "zoho.eu"],
        servers: &["zoho.com", "zoho.eu"],
    },
];

impl Provider {
    /// The provider of an address with this domain.
    pub fn of_domain(domain: &str) -> Option<&'static Self> {
        let domain = domain.to_ascii_lowercase();
        PROVIDERS.iter().find(|provider| provider.domains.contains(&domain.as_str()))
    }

    /// The provider to which a server of this name belongs.
    pub fn of_server(host: &str) -> Option<&'static Self> {
        let organisation = organisation(host);
        PROVIDERS.iter().find(|provider| provider.servers.contains(&organisation.as_str()))
    }

    /// Whether a server of this organisation takes mail in for the provider.
    pub fn takes_in(&self, organisation: &str) -> bool {
        self.servers.contains(&organisation)
    }
}

/// Whether a server of `organisation` is at home with addresses of `domain`; `None` when the names do not say.
///
/// Many domains have their mail kept by a company of another name, so that a difference means something only for
/// providers whose servers are known.
pub(super) fn at_home(organisation: &str, domain: &str) -> Option<bool> {
    if organisation.is_empty() || domain.is_empty() {
        return None;
    }
    match Provider::of_domain(domain) {
        Some(provider) => Some(provider.takes_in(organisation)),
        None if super::organisation::organisation(domain) == organisation => Some(true),
        None => None,
    }
}
