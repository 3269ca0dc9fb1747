//! One row of a spreadsheet as a claimant's record.

use std::collections::BTreeMap;

use joinder_domain::claimant::{Address, AddressUse, Claimant, EmailAddress, Episode, OtherFirm, YesNo};
use joinder_domain::code::Code;
use joinder_domain::date::{DateWords, PartialDate, Precision};

use super::column::{Column, EpisodeField, Field};
use super::value;
use crate::profile::{Choice, Choices};
use crate::text;

/// Something in a cell that cannot be taken as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CellProblem {
    /// Which column; `None` when it is the row as a whole.
    pub column: Option<Column>,
    /// What the cell holds.
    pub found: String,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub fix: String,
}

/// What reading a row needs to know.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// What the profile lets people choose from.
    pub choices: &'a Choices,
    /// How vague words become days.
    pub words: &'a DateWords,
}

/// The cells of one row, blanks left out.
pub type Cells<'a> = BTreeMap<Column, &'a str>;

impl Reader<'_> {
    /// The record in `cells`, laid over `base`, and every cell that could not be read. Lists are joined; a blank cell leaves
    /// what is there.
    pub fn read(&self, cells: &Cells<'_>, base: Claimant) -> (Claimant, Vec<CellProblem>) {
        let mut claimant = base;
        let mut problems = Vec::new();
        for (column, cell) in cells {
            let done = match column {
                Column::Claimant(field) => self.field(&mut claimant, *field, cell),
                Column::Episode(number, field) => {
                    while claimant.episodes.len() <= *number {
                        claimant.episodes.push(Episode::default());
                    }
                    claimant.episodes.get_mut(*number).map_or(Ok(()), |e| self.episode(e, *field, cell))
                }
            };
            if let Err(wrong) = done {
                problems.push(wrong.at(*column, cell));
            }
        }
        claimant.episodes.retain(|episode| episode != &Episode::default());
        (claimant, problems)
    }

    fn field(&self, claimant: &mut Claimant, field: Field, cell: &str) -> Result<(), Wrong> {
        let text = cell.to_owned();
        match field {
            // It says which claimant a row is about, not what is true of them.
            Field::Number => {}
            Field::FullName => name(claimant, cell),
            Field::Reference => claimant.external_reference = text,
            Field::Title => claimant.identity.title = text,
            Field::Forenames => claimant.identity.forenames = text,
            Field::Surname => claimant.identity.surname = text,
            Field::PreferredName => claimant.identity.preferred_name = text,
            Field::OtherNames if value::plain(cell) == "none" => claimant.identity.no_other_names = true,
            Field::OtherNames => {
                claimant.identity.no_other_names = false;
                join(&mut claimant.identity.other_names, value::other_names(cell), |a, b| a.name == b.name);
            }
            Field::DateOfBirth => claimant.identity.date_of_birth = Some(self.whole_day(cell)?),
            Field::Emails if value::plain(cell) == "none" => {
                claimant.contact.no_email_given = Some(YesNo::Yes)
            }
            Field::Emails => {
                let same = |a: &EmailAddress, b: &EmailAddress| a.address.eq_ignore_ascii_case(&b.address);
                join(&mut claimant.contact.emails, value::emails(cell), same);
            }
            Field::Mobile => claimant.contact.mobile = text,
            Field::Landline => claimant.contact.landline = text,
            Field::Address => address(claimant, AddressUse::Now).lines = value::address_lines(cell),
            Field::Postcode => address(claimant, AddressUse::Now).postcode = text,
            Field::Country => address(claimant, AddressUse::Now).country = text,
            Field::EarlierAddress => {
                address(claimant, AddressUse::WithDefendant).lines = value::address_lines(cell);
            }
            Field::EarlierPostcode => address(claimant, AddressUse::WithDefendant).postcode = text,
            Field::Nation => {
                claimant.contact.nation_at_incident = Some(one_of(value::nation(cell), NATIONS)?)
            }
            Field::StatusNow => claimant.status_now = Some(choice(&self.choices.statuses, cell)?),
            Field::Roles => {
                let roles = value::several(cell).map(|role| choice(&self.choices.roles, role));
                join(&mut claimant.roles, roles.collect::<Result<_, _>>()?, |a, b| a == b);
            }
            Field::Received => claimant.notification.received = Some(yes_no(cell)?),
            Field::Channel => claimant.notification.channel = Some(one_of(value::channel(cell), CHANNELS)?),
            Field::ReceivedAt => claimant.notification.received_at = text,
            Field::Seen => claimant.notification.seen = Some(self.date(cell)?),
            Field::StillHeld => claimant.notification.still_held = Some(yes_no(cell)?),
            Field::InSpam => claimant.notification.in_spam = Some(yes_no(cell)?),
            Field::EarlierNotice => claimant.notification.earlier_notice = Some(yes_no(cell)?),
            Field::OwnWords => claimant.consequence.own_words = text,
            Field::OtherFirm => claimant.proceedings.other_firm = Some(yes_no(cell)?),
            Field::OtherFirmName => {
                claimant.proceedings.firm.get_or_insert_with(OtherFirm::default).name = text;
            }
            Field::Language => claimant.contact.language = text,
            Field::WithholdAddress => claimant.contact.withhold_address = yes_no(cell)? == YesNo::Yes,
        }
        Ok(())
    }

    fn episode(&self, episode: &mut Episode, field: EpisodeField, cell: &str) -> Result<(), Wrong> {
        match field {
            EpisodeField::Kind => episode.kind = choice(&self.choices.categories, cell)?,
            EpisodeField::Start => episode.start = Some(self.date(cell)?),
            EpisodeField::End if value::is_ongoing(cell) => episode.ongoing = true,
            EpisodeField::End => episode.end = Some(self.date(cell)?),
            EpisodeField::Ending => episode.ending = Some(choice(&self.choices.endings, cell)?),
            EpisodeField::Payment => episode.payment = Some(choice(&self.choices.payments, cell)?),
            EpisodeField::LastPayment => episode.last_payment = Some(self.date(cell)?),
            EpisodeField::Reminder => episode.arrears_reminder = Some(yes_no(cell)?),
            EpisodeField::Suspended => episode.suspended = Some(self.date(cell)?),
            EpisodeField::MembershipNumber => episode.membership_number = cell.to_owned(),
            EpisodeField::LocalParty => episode.local_party = cell.to_owned(),
            // A union that is not listed is still a fact; the rules ask about it.
            EpisodeField::Union => {
                episode.union = choice(&self.choices.unions, cell)
                    .map_or_else(|_| cell.to_owned(), |code| code.as_str().to_owned());
            }
            EpisodeField::Levy => episode.levy = Some(one_of(value::levy(cell), LEVIES)?),
        }
        Ok(())
    }

    fn date(&self, cell: &str) -> Result<PartialDate, Wrong> {
        PartialDate::parse(cell, self.words).map_err(|problem| {
            let (message, fix) = crate::date::explain(&problem);
            Wrong { message, fix }
        })
    }

    fn whole_day(&self, cell: &str) -> Result<jiff::civil::Date, Wrong> {
        let date = self.date(cell)?;
        match (date.precision, date.earliest) {
            (Precision::Day, Some(day)) => Ok(day),
            _ => Err(Wrong::new("csv-bad-date-of-birth", &[("found", cell)])),
        }
    }
}

const NATIONS: &str = "England, Wales, Scotland, Northern Ireland, elsewhere, don’t know";
const CHANNELS: &str = "email, letter, text message, website, third person";
const LEVIES: &str = "opted in, never opted in, opted out, don’t know";

struct Wrong {
    message: String,
    fix: String,
}

impl Wrong {
    fn new(code: &str, values: &[(&str, &str)]) -> Self {
        Self {
            message: text::text(&format!("err-{code}"), values),
            fix: text::text(&format!("fix-{code}"), values),
        }
    }

    fn at(self, column: Column, found: &str) -> CellProblem {
        CellProblem { column: Some(column), found: found.to_owned(), message: self.message, fix: self.fix }
    }
}

fn one_of<T>(value: Option<T>, expected: &str) -> Result<T, Wrong> {
    value.ok_or_else(|| Wrong::new("csv-not-a-choice", &[("expected", expected)]))
}

fn yes_no(cell: &str) -> Result<YesNo, Wrong> {
    one_of(value::yes_no(cell), "yes, no, don’t know")
}

fn choice(choices: &[Choice], cell: &str) -> Result<Code, Wrong> {
    let wanted = if value::is_dont_know(cell) { "dont know".to_owned() } else { value::plain(cell) };
    let found = choices
        .iter()
        .find(|choice| value::plain(choice.code.as_str()) == wanted || value::plain(&choice.label) == wanted);
    found.map(|choice| choice.code.clone()).ok_or_else(|| {
        let expected: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
        Wrong::new("csv-not-a-choice", &[("expected", &expected.join(", "))])
    })
}

/// Adds what a list does not have yet.
fn join<T>(list: &mut Vec<T>, new: Vec<T>, same: impl Fn(&T, &T) -> bool) {
    for item in new {
        if !list.iter().any(|known| same(known, &item)) {
            list.push(item);
        }
    }
}

/// A name in one cell: "Parry, Bronwen" or "Bronwen Parry", of which the last word is the surname. It is shown before it
/// is taken, and columns of their own count for more.
fn name(claimant: &mut Claimant, cell: &str) {
    let divided = match cell.split_once(',') {
        Some((surname, forenames)) => (forenames, surname),
        None => cell.trim().rsplit_once(' ').unwrap_or(("", cell)),
    };
    claimant.identity.forenames = divided.0.trim().to_owned();
    claimant.identity.surname = divided.1.trim().to_owned();
}

fn address(claimant: &mut Claimant, used: AddressUse) -> &mut Address {
    let addresses = &mut claimant.contact.addresses;
    let at = addresses.iter().position(|address| address.used == used).unwrap_or_else(|| {
        addresses.push(Address { used, ..Address::default() });
        addresses.len() - 1
    });
    // `at` was found or pushed just above.
    #[expect(clippy::indexing_slicing, reason = "the position was found or made in this function")]
    &mut addresses[at]
}
