//! All claimants of a matter, ready to be counted.

use std::collections::HashMap;

use jiff::civil::Date;

use super::person::{Attribute, Person, Place, Position};
use crate::claimant::Claimant;
use crate::classification::NoticeAxis;
use crate::code::Code;
use crate::id::ClaimantNumber;
use crate::profile::Unions;

/// What counts as having been told of the incident.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Told {
    /// The notice is proved, supported or claimed.
    #[default]
    Said,
    /// The notice is proved or supported; a bare claim is left out.
    Proved,
}

impl Told {
    /// Whether a claimant was told; `None` where it is not known, or where what came was about something else.
    pub fn of(self, notice: Option<NoticeAxis>) -> Option<bool> {
        match notice? {
            NoticeAxis::Proven | NoticeAxis::Supported => Some(true),
            NoticeAxis::Claimed => (self == Self::Said).then_some(true),
            NoticeAxis::NotReceived => Some(false),
            NoticeAxis::WrongNotice | NoticeAxis::Unknown => None,
        }
    }
}

/// All claimants of a matter.
#[derive(Clone, Debug)]
pub struct Group {
    /// The day of the incident.
    pub incident: Date,
    /// The day that the counts speak for.
    pub as_at: Date,
    people: Vec<Person>,
    names: Names,
}

/// The codes that people's places are numbered by.
#[derive(Clone, Debug, Default)]
pub(super) struct Names {
    numbers: HashMap<(u8, String), u16>,
    codes: HashMap<u8, Vec<String>>,
}

/// Kinds of name beside the attributes.
const HEAD: u8 = 100;
const DESCRIPTOR: u8 = 101;

impl Names {
    pub(super) fn place(&mut self, attribute: Attribute, code: &str) -> Place {
        if code.is_empty() { Place::NotKnown } else { Place::Code(self.number(attribute as u8, code)) }
    }

    pub(super) fn loss_head(&mut self, code: &Code) -> u16 {
        self.number(HEAD, code.as_str())
    }

    pub(super) fn descriptor(&mut self, code: &Code) -> u16 {
        self.number(DESCRIPTOR, code.as_str())
    }

    fn number(&mut self, kind: u8, code: &str) -> u16 {
        // A look-up without a new string for what is known already would need a map in a map.
        if let Some(number) = self.numbers.get(&(kind, code.to_owned())) {
            return *number;
        }
        let codes = self.codes.entry(kind).or_default();
        let number = u16::try_from(codes.len()).unwrap_or(u16::MAX);
        codes.push(code.to_owned());
        self.numbers.insert((kind, code.to_owned()), number);
        number
    }

    fn code(&self, kind: u8, number: u16) -> &str {
        self.codes.get(&kind).and_then(|codes| codes.get(usize::from(number))).map_or("", String::as_str)
    }
}

impl Group {
    /// A group without claimants.
    pub fn new(incident: Date, as_at: Date) -> Self {
        Self { incident, as_at, people: Vec::new(), names: Names::default() }
    }

    /// Adds a claimant; `position` is `None` before the first classification.
    pub fn add(
        &mut self,
        number: ClaimantNumber,
        claimant: &Claimant,
        position: Option<&Position>,
        unions: &Unions,
    ) {
        self.people.push(Person::new(number, claimant, position, &mut self.names, unions));
    }

    /// The claimants, in the order in which they were added.
    pub fn people(&self) -> &[Person] {
        &self.people
    }

    /// The code that a place of an attribute stands for; empty for places without one.
    pub fn code(&self, attribute: Attribute, place: Place) -> &str {
        match place {
            Place::Code(number) => self.names.code(attribute as u8, number),
            _ => "",
        }
    }

    /// The place of an attribute that a code stands for; `None` where nobody has it.
    pub fn place(&self, attribute: Attribute, code: &str) -> Option<Place> {
        self.names.numbers.get(&(attribute as u8, code.to_owned())).map(|number| Place::Code(*number))
    }

    pub(super) fn head(&self, number: u16) -> &str {
        self.names.code(HEAD, number)
    }

    pub(super) fn descriptor(&self, number: u16) -> &str {
        self.names.code(DESCRIPTOR, number)
    }
}
