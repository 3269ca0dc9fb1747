//! Which column of a spreadsheet means what, by its heading.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A field of the claimant.
    Claimant(Field),
    /// A field of the episode with this number, counted from 0.
    Episode(usize, EpisodeField),
}

macro_rules! fields {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $heading:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $heading] $variant),+ }

        impl $name {
            /// Every field, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The heading of its column.
            pub fn heading(self) -> &'static str {
                match self { $(Self::$variant => $heading),+ }
            }
        }
    };
}

fields! {
    /// A field of the claimant.
    Field {
        Number = "claimant number", Reference = "reference", Title = "title", FullName = "full name",
        Forenames = "forenames", Surname = "surname",
        PreferredName = "preferred name", OtherNames = "other names", DateOfBirth = "date of birth",
        Emails = "emails", Mobile = "mobile", Landline = "landline", Address = "address", Postcode = "postcode",
        Country = "country", EarlierAddress = "earlier address", EarlierPostcode = "earlier postcode",
        Nation = "nation at incident", StatusNow = "status now", Roles = "roles",
        Received = "notice received", Channel = "notice channel", ReceivedAt = "notice received at",
        Seen = "notice seen", StillHeld = "notice still held", InSpam = "notice in spam",
        EarlierNotice = "earlier notice", OwnWords = "own words", OtherFirm = "other firm",
        OtherFirmName = "other firm name", Language = "language", WithholdAddress = "withhold address",
    }
}

fields! {
    /// A field of an episode; its heading follows `episode N`.
    EpisodeField {
        Kind = "kind", Start = "start", End = "end", Ending = "ending", Payment = "payment",
        LastPayment = "last payment", Reminder = "reminder", Suspended = "suspended",
        MembershipNumber = "membership number", LocalParty = "local party", Union = "union", Levy = "levy",
    }
}

/// Episodes that a spreadsheet can carry for one person.
pub const EPISODES: usize = 9;

impl Column {
    /// The column that `heading` names, whatever its case, spacing and punctuation.
    pub fn parse(heading: &str) -> Option<Self> {
        let heading = plain(heading);
        if let Some(rest) = heading.strip_prefix("episode ") {
            let (number, field) = rest.split_once(' ')?;
            let number = number.parse::<usize>().ok().filter(|n| (1..=EPISODES).contains(n))?;
            let field = EpisodeField::ALL.iter().find(|f| f.heading() == field)?;
            return Some(Self::Episode(number - 1, *field));
        }
        let heading = match heading.as_str() {
            "email" | "email address" | "email addresses" | "e mail" | "e mail address" | "e mails"
            | "home email" | "work email" | "personal email" | "other email" | "second email"
            | "secondary email" | "alternative email" | "old email" | "previous email" => "emails",
            "dob" | "d o b" | "birth date" | "birthdate" | "born" => "date of birth",
            "first name" | "first names" | "forename" | "given name" | "given names" | "firstname" => {
                "forenames"
            }
            "last name" | "family name" | "lastname" | "second name" => "surname",
            "name" | "fullname" => "full name",
            "phone" | "telephone" | "tel" | "mobile number" | "mobile phone" | "phone number" => "mobile",
            "home phone" | "landline number" => "landline",
            "post code" => "postcode",
            "home address" | "postal address" | "street" | "street address" | "town" | "city"
            | "town city" | "county" => "address",
            "known as" => "preferred name",
            "maiden name" | "previous name" | "former name" | "previous surname" => "other names",
            "ref" | "your reference" => "reference",
            "membership number" | "member number" | "membership no" | "member id" => {
                return Some(Self::Episode(0, EpisodeField::MembershipNumber));
            }
            other if is_address_line(other) => "address",
            other => other,
        };
        Field::ALL.iter().find(|f| f.heading() == heading).map(|f| Self::Claimant(*f))
    }

    /// The column that fills the field at `path` of a record, such as `episodes[1].end`.
    pub fn of_field(path: &str) -> Option<Self> {
        if let Some(rest) = path.strip_prefix("episodes[") {
            let (number, field) = rest.split_once(']')?;
            let field = match field.trim_start_matches('.') {
                "kind" | "" => EpisodeField::Kind,
                "start" => EpisodeField::Start,
                "end" | "ongoing" => EpisodeField::End,
                "ending" => EpisodeField::Ending,
                "payment" => EpisodeField::Payment,
                "last_payment" => EpisodeField::LastPayment,
                "arrears_reminder" => EpisodeField::Reminder,
                "suspended" | "suspension_lifted" => EpisodeField::Suspended,
                "membership_number" => EpisodeField::MembershipNumber,
                "local_party" => EpisodeField::LocalParty,
                "union" => EpisodeField::Union,
                "levy" => EpisodeField::Levy,
                _ => return None,
            };
            return Some(Self::Episode(number.parse().ok()?, field));
        }
        let starts = |start: &str| path.starts_with(start);
        let field = match path {
            "external_reference" => Field::Reference,
            "identity.title" => Field::Title,
            "identity.forenames" | "identity" => Field::Forenames,
            "identity.surname" => Field::Surname,
            "number" => Field::Number,
            "identity.preferred_name" => Field::PreferredName,
            "identity.date_of_birth" => Field::DateOfBirth,
            "contact.mobile" => Field::Mobile,
            "contact.landline" => Field::Landline,
            "contact.nation_at_incident" => Field::Nation,
            "contact.language" => Field::Language,
            "status_now" => Field::StatusNow,
            "notification.received" => Field::Received,
            "notification.channel" => Field::Channel,
            "notification.received_at" => Field::ReceivedAt,
            "notification.seen" => Field::Seen,
            "consequence.own_words" => Field::OwnWords,
            _ if starts("identity.other_names") => Field::OtherNames,
            _ if starts("contact.emails") => Field::Emails,
            _ if path.ends_with("postcode") => Field::Postcode,
            _ if starts("contact.addresses") => Field::Address,
            _ if starts("roles") => Field::Roles,
            _ if starts("proceedings") => Field::OtherFirm,
            _ => return None,
        };
        Some(Self::Claimant(field))
    }

    /// Every column that there can be, those of the first `episodes` episodes with them.
    pub fn all(episodes: usize) -> impl Iterator<Item = Self> {
        let of_episode = |number| EpisodeField::ALL.iter().map(move |field| Self::Episode(number, *field));
        let fields = Field::ALL.iter().map(|field| Self::Claimant(*field));
        fields.chain((0..episodes.min(EPISODES)).flat_map(of_episode))
    }

    /// It holds days that may be known in part.
    pub fn is_date(self) -> bool {
        matches!(
            self,
            Self::Claimant(Field::DateOfBirth | Field::Seen)
                | Self::Episode(
                    _,
                    EpisodeField::Start
                        | EpisodeField::End
                        | EpisodeField::LastPayment
                        | EpisodeField::Suspended
                )
        )
    }

    /// Several columns may mean this; what stands in them is joined, in their order.
    pub fn is_joined(self) -> bool {
        matches!(
            self,
            Self::Claimant(
                Field::Emails
                    | Field::OtherNames
                    | Field::Roles
                    | Field::Address
                    | Field::EarlierAddress
                    | Field::OwnWords
            )
        )
    }

    /// It holds a telephone number.
    pub fn is_phone(self) -> bool {
        matches!(self, Self::Claimant(Field::Mobile | Field::Landline))
    }

    /// It holds a number or mark that somebody gave, of which every character counts.
    pub fn is_mark(self) -> bool {
        matches!(self, Self::Claimant(Field::Reference) | Self::Episode(_, EpisodeField::MembershipNumber))
    }

    /// The heading as the documentation writes it.
    pub fn heading(self) -> String {
        match self {
            Self::Claimant(field) => field.heading().to_owned(),
            Self::Episode(number, field) => format!("episode {} {}", number + 1, field.heading()),
        }
    }
}

/// "Address 1", "address line 2", "Address3".
fn is_address_line(heading: &str) -> bool {
    let number =
        heading.strip_prefix("address").map(|rest| rest.strip_prefix(" line").unwrap_or(rest).trim());
    number.is_some_and(|number| number.len() == 1 && number.bytes().all(|figure| figure.is_ascii_digit()))
}

pub(super) fn plain(heading: &str) -> String {
    let spaced: String =
        heading.chars().map(|c| if c.is_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_read_as_people_write_them() {
        assert_eq!(Column::parse(" Date_of_Birth "), Some(Column::Claimant(Field::DateOfBirth)));
        assert_eq!(Column::parse("E-mail"), Some(Column::Claimant(Field::Emails)));
        assert_eq!(Column::parse("Episode 2: ending"), Some(Column::Episode(1, EpisodeField::Ending)));
        assert_eq!(Column::parse("episode 0 start"), None);
        for line in ["Address 1", "Address Line 2", "ADDRESS3", "Town/City", "County"] {
            assert_eq!(Column::parse(line), Some(Column::Claimant(Field::Address)), "{line}");
        }
        assert_eq!(Column::parse("addressee"), None);
        assert_eq!(Column::parse("shoe size"), None);
    }

    #[test]
    fn every_column_reads_its_own_heading() {
        for field in Field::ALL {
            assert_eq!(Column::parse(field.heading()), Some(Column::Claimant(*field)));
        }
        for field in EpisodeField::ALL {
            let column = Column::Episode(3, *field);
            assert_eq!(Column::parse(&column.heading()), Some(column));
        }
    }
}
