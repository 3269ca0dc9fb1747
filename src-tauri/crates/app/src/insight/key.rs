//! The name of a number, and the claimants behind it.

use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::insight::{Attribute, Place, TableKind, losses, retention, silence, which_list};

use super::study::Study;
use crate::error::{Error, Result};

/// A number behind which claimants stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Key {
    /// A cell of a table; all rows or all columns where one is left out.
    Cell(Attribute, TableKind, Option<Place>, Option<usize>),
    /// Claimants who had left and were told.
    Held,
    /// Claimants who had asked for erasure before the incident.
    ErasureAsked,
    /// Those of them who were told.
    ErasureIgnored,
    /// Claimants with an unanswered request.
    Silent,
    /// Claimants who name a head of loss.
    Head(Code),
    /// Claimants who felt a descriptor of distress.
    Descriptor(Code),
    /// Told although the rule would leave them out.
    ToldOutside,
    /// Not told although the rule would take them in.
    UntoldInside,
}

impl Key {
    /// Its name: parts with a stroke between them.
    pub(super) fn name(&self, study: &Study<'_>) -> String {
        match self {
            Self::Cell(attribute, kind, place, column) => {
                let kind = match kind {
                    TableKind::Notice => "notice",
                    TableKind::Told(_) => "told",
                };
                let place =
                    place.map_or_else(|| "*".to_owned(), |place| place_name(study, *attribute, place));
                let column = column.map_or_else(|| "*".to_owned(), |column| column.to_string());
                format!("{}/{kind}/{column}/{place}", attribute.code())
            }
            Self::Held => "held".to_owned(),
            Self::ErasureAsked => "erasure-asked".to_owned(),
            Self::ErasureIgnored => "erasure-ignored".to_owned(),
            Self::Silent => "silent".to_owned(),
            Self::Head(code) => format!("head/{code}"),
            Self::Descriptor(code) => format!("descriptor/{code}"),
            Self::ToldOutside => "told-outside".to_owned(),
            Self::UntoldInside => "untold-inside".to_owned(),
        }
    }

    /// The number with this name.
    ///
    /// # Errors
    /// `no-such-cell`.
    pub(super) fn read(study: &Study<'_>, name: &str) -> Result<Self> {
        let unknown = || Error::new("no-such-cell");
        let (first, rest) = name.split_once('/').unwrap_or((name, ""));
        Ok(match first {
            "held" => Self::Held,
            "erasure-asked" => Self::ErasureAsked,
            "erasure-ignored" => Self::ErasureIgnored,
            "silent" => Self::Silent,
            "told-outside" => Self::ToldOutside,
            "untold-inside" => Self::UntoldInside,
            "head" => Self::Head(rest.into()),
            "descriptor" => Self::Descriptor(rest.into()),
            code => {
                let attribute = Attribute::ALL.into_iter().find(|attribute| attribute.code() == code);
                let attribute = attribute.ok_or_else(unknown)?;
                // The place comes last: a code may hold a stroke.
                let mut parts = rest.splitn(3, '/');
                let mut part = || parts.next().ok_or_else(unknown);
                let kind = match part()? {
                    "notice" => TableKind::Notice,
                    "told" => TableKind::Told(study.told),
                    _ => return Err(unknown()),
                };
                let column = match part()? {
                    "*" => None,
                    number => {
                        Some(number.parse().ok().filter(|at| *at < kind.columns()).ok_or_else(unknown)?)
                    }
                };
                let place = match part()? {
                    "*" => None,
                    place => Some(read_place(study, attribute, place).ok_or_else(unknown)?),
                };
                Self::Cell(attribute, kind, place, column)
            }
        })
    }

    /// The claimants behind it, in order.
    ///
    /// # Errors
    /// `no-such-cell` for a code that nobody has.
    pub(super) fn claimants(&self, study: &Study<'_>) -> Result<Vec<ClaimantNumber>> {
        let unknown = || Error::new("no-such-cell");
        let rule = || which_list(study.group, study.told).rule.ok_or_else(unknown);
        Ok(match self {
            Self::Cell(attribute, kind, place, column) => {
                study.group.cell(*attribute, *kind, *place, *column)
            }
            Self::Held => retention(study.group, study.told).held,
            Self::ErasureAsked => retention(study.group, study.told).erasure_asked,
            Self::ErasureIgnored => retention(study.group, study.told).erasure_ignored,
            Self::Silent => silence(study.group).claimants,
            Self::Head(code) => {
                let heads = losses(study.group).heads;
                heads.into_iter().find(|head| head.head == *code).ok_or_else(unknown)?.claimants
            }
            Self::Descriptor(code) => {
                let found = losses(study.group).descriptors;
                found.into_iter().find(|count| count.kind == *code).ok_or_else(unknown)?.claimants
            }
            Self::ToldOutside => rule()?.told_outside,
            Self::UntoldInside => rule()?.untold_inside,
        })
    }
}

fn place_name(study: &Study<'_>, attribute: Attribute, place: Place) -> String {
    match place {
        Place::Code(_) => format!("={}", study.group.code(attribute, place)),
        Place::Year(year) => year.to_string(),
        Place::Spans => "spans".to_owned(),
        Place::NotLeft => "not-left".to_owned(),
        Place::Several => "several".to_owned(),
        Place::Other => "other".to_owned(),
        Place::NotKnown => "not-known".to_owned(),
    }
}

fn read_place(study: &Study<'_>, attribute: Attribute, name: &str) -> Option<Place> {
    match name {
        "spans" => Some(Place::Spans),
        "not-left" => Some(Place::NotLeft),
        "several" => Some(Place::Several),
        "other" => Some(Place::Other),
        "not-known" => Some(Place::NotKnown),
        _ => match name.strip_prefix('=') {
            Some(code) => study.group.place(attribute, code),
            None => name.parse().ok().map(Place::Year),
        },
    }
}
