//! People and their papers, built in few words.

use std::sync::OnceLock;

use jiff::civil::{Date, date};
use joinder_domain::claimant::{Claimant, EmailAddress, Episode, Levy, YesNo};
use joinder_domain::classification::{Classification, GradedNotice, GroupFacts, Input, classify};
use joinder_domain::code::Code;
use joinder_domain::date::{DateWords, PartialDate};
use joinder_domain::id::EvidenceId;
use joinder_domain::notice::{
    AddressHeader, BodyHash, HeaderAddress, NoticeFacts, NoticeShape, ReceivedChain, grade,
};
use joinder_domain::profile::Profile;
use uuid::Uuid;

pub const TODAY: Date = date(2026, 11, 23);

macro_rules! files {
    ($($name:literal),+ $(,)?) => {
        [$(($name, include_str!(concat!("../../../../../assets/profiles/labour-2021/", $name)))),+]
    };
}

/// The files of the built-in profile.
pub const FILES: [(&str, &str); 9] = files![
    "profile.toml",
    "incident.toml",
    "categories.toml",
    "unions.toml",
    "notice.toml",
    "consequences.toml",
    "consents.toml",
    "questions.toml",
    "rules.toml",
];

pub fn labour() -> &'static Profile {
    static PROFILE: OnceLock<Profile> = OnceLock::new();
    PROFILE.get_or_init(|| Profile::from_files(&FILES).unwrap_or_else(|error| panic!("{error}")))
}

pub fn when(text: &str) -> Option<PartialDate> {
    (!text.is_empty()).then(|| PartialDate::parse(text, &DateWords::default()).unwrap())
}

/// A spell: kind, start, end ("ongoing", "" for blank), and how it ended ("" for blank).
pub fn spell(kind: &str, start: &str, end: &str, ending: &str) -> Episode {
    let ongoing = end == "ongoing";
    Episode {
        kind: Code::from(kind),
        start: when(start),
        end: if ongoing { None } else { when(end) },
        ongoing,
        ending: (!ending.is_empty()).then(|| Code::from(ending)),
        ..Episode::default()
    }
}

pub fn member(start: &str, end: &str, ending: &str) -> Episode {
    spell("member", start, end, ending)
}

/// A member who stopped paying and never wrote.
pub fn stopped_paying(start: &str, last_payment: &str, reminder: Option<YesNo>) -> Episode {
    let mut episode = member(start, "", "stopped-paying");
    episode.last_payment = when(last_payment);
    episode.arrears_reminder = reminder;
    episode
}

pub fn through(union: &str, levy: Option<Levy>, start: &str, end: &str) -> Episode {
    Episode { union: union.to_owned(), levy, ..spell("affiliated-supporter", start, end, "") }
}

pub fn levy_payer(union: &str, start: &str, end: &str) -> Episode {
    Episode { union: union.to_owned(), levy: Some(Levy::NeverOptedIn), ..spell("levy-payer", start, end, "") }
}

/// A person with their papers.
#[derive(Clone, Debug)]
pub struct Person {
    pub claimant: Claimant,
    pub papers: Vec<NoticeFacts>,
    pub group: GroupFacts,
}

/// The address of everybody's mailbox here.
pub const OWN: &str = "Ada.Sample@gpost.example";

pub fn person(episodes: impl IntoIterator<Item = Episode>) -> Person {
    let mut claimant = Claimant { episodes: episodes.into_iter().collect(), ..Claimant::default() };
    claimant.contact.emails.push(EmailAddress { address: OWN.to_owned(), ..EmailAddress::default() });
    Person { claimant, papers: Vec::new(), group: GroupFacts::default() }
}

impl Person {
    pub fn with(mut self, change: impl FnOnce(&mut Claimant)) -> Self {
        change(&mut self.claimant);
        self
    }

    pub fn holding(mut self, paper: NoticeFacts) -> Self {
        self.papers.push(paper);
        self
    }

    /// Says that a notice came, or that none did.
    pub fn says(self, received: YesNo) -> Self {
        self.with(|claimant| claimant.notification.received = Some(received))
    }

    /// Holds the mail itself.
    pub fn notified(self) -> Self {
        self.says(YesNo::Yes).holding(native(OWN))
    }

    pub fn evidence(&self) -> Vec<GradedNotice> {
        let own: Vec<&str> =
            self.claimant.contact.emails.iter().map(|email| email.address.as_str()).collect();
        let graded = |(at, facts): (usize, &NoticeFacts)| GradedNotice {
            evidence: EvidenceId(Uuid::from_u128(at as u128 + 1)),
            grade: grade(facts, &own, &labour().notice),
        };
        self.papers.iter().enumerate().map(graded).collect()
    }

    pub fn classified(&self) -> Classification {
        self.classified_by(labour())
    }

    pub fn classified_by(&self, profile: &Profile) -> Classification {
        let evidence = self.evidence();
        let input = Input { claimant: &self.claimant, evidence: &evidence, today: TODAY, group: self.group };
        classify(&input, profile)
    }
}

pub const NOTICE: &str = "Wednesday 3 November 2021\n\nDear Sir / Madam,\n\nOn 29 October 2021 we were told of an \
    incident at a third party that handles data on our behalf. A significant quantity of data became inaccessible. We \
    told the National Crime Agency (NCA), the National Cyber Security Centre (NCSC) and the Information Commissioner's \
    Office (ICO). Our own data systems were unaffected. It includes data of members, registered and affiliated \
    supporters, and other individuals who gave their data.\n";

/// The mail itself, with everything that speaks for it.
pub fn native(to: &str) -> NoticeFacts {
    NoticeFacts {
        shape: NoticeShape::NativeMail,
        subject: "Private and Confidential".to_owned(),
        from_domain: "party.example".to_owned(),
        dated: Some(date(2021, 11, 3).at(15, 4, 5, 0)),
        offset_minutes: Some(0),
        body: NOTICE.to_owned(),
        recipients: vec![HeaderAddress { header: AddressHeader::To, address: to.to_owned() }],
        received: ReceivedChain::Full,
        dkim_pass_by_own_provider: true,
        body_hash: BodyHash::Match,
        ..NoticeFacts::default()
    }
}

/// The text within another mail; the quoted lines name the recipient unless it is empty.
pub fn inline(to: &str) -> NoticeFacts {
    NoticeFacts {
        shape: NoticeShape::InlineForward,
        subject: "Fwd: Private and Confidential".to_owned(),
        body: NOTICE.to_owned(),
        visible_recipient: to.to_owned(),
        visible_date: (!to.is_empty()).then(|| date(2021, 11, 3)),
        ..NoticeFacts::default()
    }
}

/// A picture of the screen, as a person described it.
pub fn picture(to: &str) -> NoticeFacts {
    NoticeFacts {
        shape: NoticeShape::Picture,
        visible_recipient: to.to_owned(),
        visible_date: Some(date(2021, 11, 3)),
        ..NoticeFacts::default()
    }
}

/// The message of 2020 about another incident.
pub fn of_2020(to: &str) -> NoticeFacts {
    NoticeFacts {
        subject: "Notification of data breach".to_owned(),
        dated: Some(date(2020, 8, 4).at(9, 0, 0, 0)),
        body: "Dear member, we were told by Blackbaud, a supplier, that a back-up file with data of donors was taken."
            .to_owned(),
        ..native(to)
    }
}

/// A message that pretends to come from the party.
pub fn phish(to: &str) -> NoticeFacts {
    NoticeFacts { body: format!("{NOTICE}\nClick here to claim your refund."), ..native(to) }
}
