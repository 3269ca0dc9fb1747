//! The guides: which there are, whom they suit, and what their figures show. Their words are in `howto.ftl`.

use super::figure::Figure;

/// One guide.
#[derive(Clone, Copy, Debug)]
pub(super) struct Guide {
    /// Its name in commands and text keys.
    pub(super) id: &'static str,
    /// Domains of addresses whose owners mostly read their mail this way.
    pub(super) domains: &'static [&'static str],
    /// Its steps; `None` for a step without a figure.
    pub(super) steps: &'static [Option<Figure>],
}

const fn menu(opener: &'static str, entries: &'static [&'static str], chosen: usize) -> Option<Figure> {
    Some(Figure::Menu { opener, entries, chosen })
}

/// Every guide, in the order in which they are listed.
pub(super) const GUIDES: &[Guide] = &[
    Guide {
        id: "gmail",
        domains: &["gmail.com", "googlemail.com"],
        steps: &[
            None,
            menu("", &["Print", "Report spam", "Show original"], 2),
            menu("Original message", &["Download original", "Copy to clipboard"], 0),
        ],
    },
    Guide {
        id: "outlook-web",
        domains: &[
            "outlook.com",
            "hotmail.com",
            "hotmail.co.uk",
            "live.com",
            "live.co.uk",
            "msn.com",
            "outlook.co.uk",
        ],
        steps: &[None, menu("", &["Forward", "Print", "Save as"], 2), menu("Save as", &["EML", "MSG"], 0)],
    },
    Guide {
        id: "outlook-new",
        domains: &[],
        steps: &[None, menu("", &["Forward", "Print", "Save as"], 2), menu("Save as", &["EML", "MSG"], 0)],
    },
    Guide {
        id: "outlook-classic",
        domains: &[],
        steps: &[None, menu("File", &["Info", "Save As", "Print"], 1), Some(Figure::Attach)],
    },
    Guide {
        id: "apple-mail",
        domains: &["icloud.com", "me.com", "mac.com"],
        steps: &[None, menu("File", &["Open Message", "Save As…", "Print…"], 1), Some(Figure::Drag)],
    },
    Guide {
        id: "yahoo",
        domains: &[
            "yahoo.com",
            "yahoo.co.uk",
            "ymail.com",
            "rocketmail.com",
            "sky.com",
            "aol.com",
            "aol.co.uk",
        ],
        steps: &[
            None,
            menu("", &["Print", "Block sender", "View raw message"], 2),
            menu("Ctrl + S", &["Save page as…"], 0),
        ],
    },
    Guide {
        id: "thunderbird",
        domains: &[],
        steps: &[None, menu("right button", &["Forward As", "Save As…", "Print…"], 1), Some(Figure::Drag)],
    },
    Guide {
        id: "iphone",
        domains: &[],
        steps: &[None, None, menu("page menu", &["Find on Page", "Request Desktop Website"], 1), None],
    },
    Guide {
        id: "android",
        domains: &[],
        steps: &[None, None, menu("", &["New tab", "Bookmarks", "Desktop site"], 2), None],
    },
];

/// The guide with this id.
pub(super) fn find(id: &str) -> Option<&'static Guide> {
    GUIDES.iter().find(|guide| guide.id == id)
}

/// The guide that suits the owner of an address; `None` where the domain does not say.
pub(super) fn of_address(address: &str) -> Option<&'static Guide> {
    let (_, domain) = address.trim().rsplit_once('@')?;
    let domain = domain.to_ascii_lowercase();
    GUIDES.iter().find(|guide| guide.domains.contains(&domain.as_str()))
}
