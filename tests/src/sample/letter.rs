//! What the mails say. The words are our own; the markers are those of `incident.md` 1.3.

/// A mail before it is addressed.
pub struct Letter {
    /// Name and address of the sender.
    pub from: (&'static str, &'static str),
    /// Domain that signs.
    pub signed_by: &'static str,
    /// Host that sends.
    pub host: &'static str,
    /// Address of that host.
    pub ip: &'static str,
    /// Subject.
    pub subject: &'static str,
    /// Paragraphs.
    pub text: &'static [&'static str],
}

/// The notice of the incident.
pub const NOTICE: Letter = Letter {
    from: ("The Labour Party", "notices@party.example"),
    signed_by: "notices.party.example",
    host: "mta17.notices.party.example",
    ip: "192.0.2.17",
    subject: "Private and Confidential",
    text: &[
        "Wednesday 3 November 2021",
        "Dear Sir / Madam",
        "We are writing to tell you about a cyber incident at a third party that handles data on our behalf, and what it may mean for you.",
        "On 29 October 2021 the third party told us of the incident. Because of it, a significant quantity of the Party’s data can no longer be reached on the third party’s systems.",
        "As soon as we were told, we called in independent experts and reported the matter to the authorities: the National Crime Agency (NCA), the National Cyber Security Centre (NCSC) and the Information Commissioner’s Office (ICO). We are working closely with each of them.",
        "The Party’s own data systems were unaffected.",
        "We understand that the data includes information given to the Party by its members, registered and affiliated supporters, and other individuals who have provided their information to the Party. The full scope and impact of the incident is being urgently investigated.",
        "Meanwhile, please be vigilant about suspicious emails, calls and texts, and use strong and separate passwords. We shall never ask you for your password or your bank details by email.",
        "We take the security of all personal information very seriously and regret the concern that this will cause you. A page of questions and answers is kept up to date on our website.",
        "Yours faithfully",
        "The Labour Party",
    ],
};

/// The notice of the earlier incident of 2020, with the anti-markers of `incident.md` 1.3.
pub const EARLIER_INCIDENT: Letter = Letter {
    from: ("The Labour Party", "donations@party.example"),
    signed_by: "mail.party.example",
    host: "out3.mail.party.example",
    ip: "192.0.2.33",
    subject: "Information about a data security incident at Blackbaud",
    text: &[
        "17 August 2020",
        "Dear member,",
        "Blackbaud, one of the companies that keep our records of donations, has told us that it was the victim of a ransomware attack between February and May 2020.",
        "A copy of a backup file was taken. It held names, email addresses, telephone numbers and the amounts of donations. Blackbaud has told us that no bank account or card details were in it, and that the copy has been destroyed.",
        "We have reported the matter to the Information Commissioner’s Office. There is nothing that you need to do.",
        "The Labour Party",
    ],
};

/// The notice of quite another party, about its own affairs.
pub const OTHER_PARTY: Letter = Letter {
    from: ("The Social Democratic and Labour Party", "office@other-party.example"),
    signed_by: "other-party.example",
    host: "mail.other-party.example",
    ip: "198.51.100.54",
    subject: "Notice of a data breach",
    text: &[
        "12 May 2022",
        "Dear friend,",
        "We regret to tell you that the SDLP has lost a laptop, which was stolen from a constituency office on 9 May 2022. It held the names and addresses of people who had asked for a postal vote form.",
        "The laptop was encrypted and we think it unlikely that anybody has read what was on it. We have told the Information Commissioner’s Office.",
        "The Social Democratic and Labour Party",
    ],
};

/// A swindle that pretends to follow the notice.
pub const PHISH: Letter = Letter {
    from: ("Labour Party Refunds", "claims@labour-refund.example"),
    signed_by: "",
    host: "vps-88.cheap-host.example",
    ip: "203.0.113.88",
    subject: "RE: Private and Confidential - your compensation is waiting",
    text: &[
        "Dear Member,",
        "You are entitled to compensation of £1,250.00 for the Labour Party data breach of 29 October 2021, as confirmed by the NCA, the NCSC and the ICO.",
        "To receive your claim refund today, confirm your bank details and card number at http://labour-refund.example/claim-refund within 24 hours, or the money will be returned.",
        "Refunds Department",
    ],
};

/// An advertisement to an address that nobody else had.
pub const SPAM: Letter = Letter {
    from: ("Crypto Doubler", "winner@bulk-offers.example"),
    signed_by: "",
    host: "host7.bulk-offers.example",
    ip: "203.0.113.7",
    subject: "You have been selected!!",
    text: &[
        "Hello labour,",
        "Double your coins in seven days. Reply with your telephone number and our adviser will call you.",
        "To be taken off this list, open the attachment.",
    ],
};

/// A letter by its name in `people.toml`.
pub fn letter(name: &str) -> &'static Letter {
    match name {
        "" => &NOTICE,
        "earlier-incident" => &EARLIER_INCIDENT,
        "other-party" => &OTHER_PARTY,
        "phish" => &PHISH,
        "spam" => &SPAM,
        other => panic!("people.toml: there is no letter \"{other}\""),
    }
}
