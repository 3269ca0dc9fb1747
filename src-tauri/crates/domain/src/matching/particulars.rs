//! What of a record is compared.

use crate::claimant::Claimant;

/// What of a record is compared, as given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Particulars {
    /// Names, the present one first.
    pub names: Vec<PersonName>,
    /// Date of birth.
    pub born: Option<Birth>,
    /// National Insurance numbers or the like.
    pub national: Vec<String>,
    /// Membership numbers.
    pub memberships: Vec<String>,
    /// Email addresses.
    pub emails: Vec<String>,
    /// Telephone numbers.
    pub phones: Vec<String>,
    /// Addresses.
    pub places: Vec<Place>,
    /// Sex.
    pub sex: String,
    /// Place of birth.
    pub birthplace: String,
    /// Occupation.
    pub occupation: String,
}

/// A name in two parts, either of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonName {
    /// First names.
    pub given: String,
    /// Surname.
    pub family: String,
    /// How it is used.
    pub used: NameUse,
}

/// How a person uses a name.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NameUse {
    /// The name of the record.
    #[default]
    Present,
    /// Another name of the person, former or informal.
    Other,
}

/// A date of birth as written: a part that is not known is 0, and the parts need not make a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Birth {
    /// Year, four digits.
    pub year: u16,
    /// Month.
    pub month: u8,
    /// Day of the month.
    pub day: u8,
}

/// An address in its parts, any of which may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Number or name of the house.
    pub number: String,
    /// Street.
    pub street: String,
    /// Part of a town, or the second line.
    pub district: String,
    /// Town.
    pub locality: String,
    /// County, state or country.
    pub region: String,
    /// Postcode.
    pub postcode: String,
}

impl PersonName {
    /// A name in one piece, the last word of which is taken for the surname; "Kaur, Simran" is read from its comma.
    pub fn whole(name: &str, used: NameUse) -> Self {
        let (given, family) = match name.split_once(',') {
            Some((family, given)) => (given, family),
            None => name.trim().rsplit_once(char::is_whitespace).unwrap_or(("", name)),
        };
        Self { given: given.trim().to_owned(), family: family.trim().to_owned(), used }
    }
}

impl Birth {
    /// Reads the figures of a date: "1968-03-07", "19680307", or "07/03/1968" with the day first.
    ///
    /// Nothing is refused but what has no figures of a year: a date that does not exist is compared figure by figure.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        // A time after the date, as databases write it.
        let text = text.split_once(['T', ' ']).map_or(text, |(date, _)| date);
        let groups: Vec<&str> =
            text.split(|c: char| !c.is_ascii_digit()).filter(|group| !group.is_empty()).collect();
        let number = |text: &str| text.parse::<u16>().ok();
        let small = |text: &str| text.parse::<u8>().ok();
        match groups.as_slice() {
            [all] if all.len() == 8 => Some(Self {
                year: number(all.get(..4)?)?,
                month: small(all.get(4..6)?)?,
                day: small(all.get(6..)?)?,
            }),
            [year] if year.len() == 4 => Some(Self { year: number(year)?, month: 0, day: 0 }),
            [year, month] if year.len() == 4 => {
                Some(Self { year: number(year)?, month: small(month)?, day: 0 })
            }
            [year, month, day] if year.len() == 4 => {
                Some(Self { year: number(year)?, month: small(month)?, day: small(day)? })
            }
            [day, month, year] if year.len() == 4 => {
                Some(Self { year: number(year)?, month: small(month)?, day: small(day)? })
            }
            _ => None,
        }
        .filter(|birth| birth.year > 0)
    }
}

impl Place {
    /// An address as lines and a postcode: the number is taken from the first line, the last line is the town.
    pub fn of_lines(lines: &[String], postcode: &str, region: &str) -> Self {
        let mut lines = lines.iter().map(|line| line.trim()).filter(|line| !line.is_empty());
        let (number, street) = split_number(lines.next().unwrap_or_default());
        let rest: Vec<&str> = lines.collect();
        let (district, locality) = match rest.as_slice() {
            [] => ("", ""),
            [town] => ("", *town),
            [district, .., town] => (*district, *town),
        };
        Self {
            number: number.to_owned(),
            street: street.to_owned(),
            district: district.to_owned(),
            locality: locality.to_owned(),
            region: region.to_owned(),
            postcode: postcode.to_owned(),
        }
    }
}

impl Place {
    /// Takes the number of the house from the front of the street, where it stands there.
    pub fn divide_street(&mut self) {
        let (number, street) = split_number(&self.street);
        let (number, street) = (number.to_owned(), street.to_owned());
        (self.number, self.street) = (number, street);
    }
}

/// "12a High Street" as "12a" and "High Street"; the words of a house without a number stay in the street.
fn split_number(line: &str) -> (&str, &str) {
    let mut end = 0;
    for word in line.split_inclusive(|c: char| c.is_whitespace() || c == ',') {
        let plain = word.trim_matches(|c: char| !c.is_alphanumeric());
        let flat = matches!(plain.to_lowercase().as_str(), "flat" | "apartment" | "apt" | "unit");
        if plain.chars().any(|c| c.is_ascii_digit()) || flat {
            end += word.len();
        } else {
            break;
        }
    }
    let (number, street) = line.split_at_checked(end).unwrap_or(("", line));
    if street.trim().is_empty() { ("", line) } else { (number.trim().trim_end_matches(','), street.trim()) }
}

impl From<&Claimant> for Particulars {
    fn from(claimant: &Claimant) -> Self {
        let (identity, contact) = (&claimant.identity, &claimant.contact);
        let mut names = vec![PersonName {
            given: identity.forenames.clone(),
            family: identity.surname.clone(),
            used: NameUse::Present,
        }];
        if !identity.preferred_name.trim().is_empty() {
            names.push(PersonName {
                given: identity.preferred_name.clone(),
                family: identity.surname.clone(),
                used: NameUse::Other,
            });
        }
        for other in &identity.other_names {
            let mut name = PersonName::whole(&other.name, NameUse::Other);
            // A former surname alone belongs to the present first names.
            if name.given.is_empty() {
                name.given.clone_from(&identity.forenames);
            }
            names.push(name);
        }
        names.truncate(NAMES_MOST);
        let some = |text: &String| Some(text.clone()).filter(|text| !text.trim().is_empty());
        Self {
            names,
            born: identity.date_of_birth.and_then(|date| {
                Some(Birth {
                    year: u16::try_from(date.year()).ok()?,
                    month: u8::try_from(date.month()).ok()?,
                    day: u8::try_from(date.day()).ok()?,
                })
            }),
            national: some(&identity.national_insurance_number).into_iter().collect(),
            memberships: claimant
                .episodes
                .iter()
                .filter_map(|episode| some(&episode.membership_number))
                .collect(),
            emails: contact.emails.iter().filter_map(|email| some(&email.address)).collect(),
            phones: [&contact.mobile, &contact.landline].into_iter().filter_map(some).collect(),
            places: contact
                .addresses
                .iter()
                .map(|place| Place::of_lines(&place.lines, &place.postcode, &place.country))
                .collect(),
            ..Self::default()
        }
    }
}

/// More names than this do not make a person easier to know.
const NAMES_MOST: usize = 8;
