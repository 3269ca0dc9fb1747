//! Words in a cell, as values of a claimant's record.

use joinder_domain::claimant::{Channel, EmailAddress, Levy, NameKind, Nation, OtherName, YesNo};

/// Whether a cell holds one of the ways to write "don't know".
pub fn is_dont_know(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "dont know" | "don t know" | "do not know" | "not sure" | "unsure" | "unknown" | "dk"
    ) || text.trim() == "?"
}

/// Yes, no or don't know.
pub fn yes_no(text: &str) -> Option<YesNo> {
    if is_dont_know(text) {
        return Some(YesNo::DontKnow);
    }
    match plain(text).as_str() {
        "yes" | "y" | "true" | "1" => Some(YesNo::Yes),
        "no" | "n" | "false" | "0" => Some(YesNo::No),
        _ => None,
    }
}

/// A nation of residence.
pub fn nation(text: &str) -> Option<Nation> {
    if is_dont_know(text) {
        return Some(Nation::DontKnow);
    }
    match plain(text).as_str() {
        "england" => Some(Nation::England),
        "wales" | "cymru" => Some(Nation::Wales),
        "scotland" => Some(Nation::Scotland),
        "northern ireland" | "ni" => Some(Nation::NorthernIreland),
        "elsewhere" | "abroad" | "outside the uk" | "overseas" => Some(Nation::Elsewhere),
        _ => None,
    }
}

/// How a notice came.
pub fn channel(text: &str) -> Option<Channel> {
    match plain(text).as_str() {
        "email" | "e mail" => Some(Channel::Email),
        "letter" | "post" => Some(Channel::Letter),
        "sms" | "text" | "text message" => Some(Channel::Sms),
        "website" | "web" => Some(Channel::Website),
        "third person" | "friend" | "from a third person" | "another person" => Some(Channel::ThirdPerson),
        _ => None,
    }
}

/// Political levy.
pub fn levy(text: &str) -> Option<Levy> {
    if is_dont_know(text) {
        return Some(Levy::DontKnow);
    }
    match plain(text).as_str() {
        "opted in" => Some(Levy::OptedIn),
        "never opted in" => Some(Levy::NeverOptedIn),
        "opted out" => Some(Levy::OptedOut),
        _ => None,
    }
}

/// The parts of a cell that holds several values, separated by semicolons.
pub fn several(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// Email addresses of a cell; commas separate too, since an address can hold none unquoted.
pub fn emails(text: &str) -> Vec<EmailAddress> {
    several(text)
        .flat_map(|part| part.split(','))
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|address| EmailAddress { address: address.to_owned(), ..EmailAddress::default() })
        .collect()
}

/// Other names, each `kind: name` or just a name, which is then an alias.
pub fn other_names(text: &str) -> Vec<OtherName> {
    several(text)
        .map(|part| {
            let (kind, name) = match part.split_once(':') {
                Some((kind, name)) => (plain(kind), name.trim()),
                None => (String::new(), part),
            };
            let kind = match kind.as_str() {
                "maiden" | "maiden name" | "nee" | "born" => NameKind::Maiden,
                "deed poll" => NameKind::DeedPoll,
                _ => NameKind::Alias,
            };
            OtherName { kind, name: name.to_owned(), from: None, to: None }
        })
        .collect()
}

/// Lines of an address: separated by line breaks, or by commas when there is only one line.
pub fn address_lines(text: &str) -> Vec<String> {
    let separator = if text.trim().contains('\n') { '\n' } else { ',' };
    text.split(separator)
        .map(|line| line.trim().trim_end_matches(',').to_owned())
        .filter(|l| !l.is_empty())
        .collect()
}

/// Whether a cell for an end says that there is none yet.
pub fn is_ongoing(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "ongoing" | "present" | "current" | "still" | "now" | "to date" | "not ended"
    )
}

/// Lower case, with everything but letters and digits as single spaces.
pub fn plain(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    spaced.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dont_know_is_an_answer_and_not_a_blank() {
        assert_eq!(yes_no("Don’t know"), Some(YesNo::DontKnow));
        assert_eq!(yes_no("dont know"), Some(YesNo::DontKnow));
        assert_eq!(yes_no("maybe"), None);
        assert_eq!(nation("?"), Some(Nation::DontKnow));
    }

    #[test]
    fn bronwen_has_two_mailboxes_and_a_maiden_name() {
        let emails = emails("bronwen@post.example; b.parry@work.example,");
        assert_eq!(
            emails.iter().map(|e| e.address.as_str()).collect::<Vec<_>>(),
            ["bronwen@post.example", "b.parry@work.example"]
        );
        let names = other_names("maiden: Bronwen Pugh; Bron Parry");
        assert_eq!((names[0].kind, names[0].name.as_str()), (NameKind::Maiden, "Bronwen Pugh"));
        assert_eq!((names[1].kind, names[1].name.as_str()), (NameKind::Alias, "Bron Parry"));
    }

    #[test]
    fn an_address_on_one_line_is_split_at_commas() {
        assert_eq!(address_lines("1 Mill Lane, Leeds"), ["1 Mill Lane", "Leeds"]);
        assert_eq!(address_lines("Flat 2, 1 Mill Lane\nLeeds"), ["Flat 2, 1 Mill Lane", "Leeds"]);
    }
}
