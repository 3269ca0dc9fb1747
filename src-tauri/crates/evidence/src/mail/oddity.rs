//! What is odd about a date as it is written: a weekday or a zone that does not fit, and the like.

use jiff::civil::{DateTime, Weekday};
use serde::{Deserialize, Serialize};

use super::value::MailDate;

/// One thing that is odd about a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateOddity {
    /// Which, stable.
    pub code: OddityCode,
    /// In words.
    pub text: String,
}

/// Kinds of oddities of dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OddityCode {
    /// It cannot be read.
    Unreadable,
    /// It was another day of the week.
    Weekday,
    /// It says no zone.
    NoZone,
    /// It says `-0000`: the sender does not tell where it is (RFC 5322 3.3).
    UnknownZone,
    /// No place on earth has this offset.
    ImpossibleOffset,
    /// The zone's name and its offset do not belong together.
    ZoneName,
    /// Before there was email, or far in the future.
    Year,
}

impl OddityCode {
    /// The code as it is written in facts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::Weekday => "weekday",
            Self::NoZone => "no-zone",
            Self::UnknownZone => "unknown-zone",
            Self::ImpossibleOffset => "impossible-offset",
            Self::ZoneName => "zone-name",
            Self::Year => "year",
        }
    }
}

/// Names of zones that mean one offset, in minutes.
const ZONES: &[(&str, i32)] = &[
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("BST", 60),
    ("CET", 60),
    ("CEST", 120),
    ("EST", -300),
    ("EDT", -240),
    ("CDT", -300),
    ("MST", -420),
    ("MDT", -360),
    ("PST", -480),
    ("PDT", -420),
];

impl MailDate {
    /// What is odd about this date; empty when nothing is.
    pub fn oddities(&self) -> Vec<DateOddity> {
        let mut found = Vec::new();
        let mut say = |code, text: String| found.push(DateOddity { code, text });
        let Some(local) = self.local.as_ref().and_then(|local| local.parse::<DateTime>().ok()) else {
            let text = if self.raw.is_empty() { "There is no time." } else { "It cannot be read as a date." };
            say(OddityCode::Unreadable, text.to_owned());
            return found;
        };
        if let Some(written) = self.weekday().filter(|day| *day != local.weekday()) {
            say(
                OddityCode::Weekday,
                format!(
                    "It says {}, but that day was a {}. Mail programs do not make this mistake.",
                    name(written),
                    name(local.weekday())
                ),
            );
        }
        match self.offset_minutes {
            None => say(OddityCode::NoZone, "It names no time zone; it was read as UTC.".to_owned()),
            Some(minutes) if !(-720..=840).contains(&minutes) || minutes % 15 != 0 => {
                say(OddityCode::ImpossibleOffset, "No place on earth has this offset from UTC.".to_owned());
            }
            Some(0) if self.raw.contains("-0000") => {
                say(
                    OddityCode::UnknownZone,
                    "The sender's system does not tell its time zone (-0000).".to_owned(),
                );
            }
            Some(minutes) => {
                let zone = self.zone_name();
                let other = zone.and_then(|zone| ZONES.iter().find(|(known, _)| *known == zone));
                if let Some((zone, _)) = other.filter(|(_, offset)| *offset != minutes) {
                    say(
                        OddityCode::ZoneName,
                        format!("The zone {zone} and the offset do not belong together."),
                    );
                }
            }
        }
        if !(1980..=2060).contains(&local.year()) {
            say(OddityCode::Year, format!("The year {} cannot be right for an email.", local.year()));
        }
        found
    }

    /// The weekday that is written.
    fn weekday(&self) -> Option<Weekday> {
        let word: String = self.raw.chars().take_while(char::is_ascii_alphabetic).take(3).collect();
        Some(match word.to_ascii_lowercase().as_str() {
            "mon" => Weekday::Monday,
            "tue" => Weekday::Tuesday,
            "wed" => Weekday::Wednesday,
            "thu" => Weekday::Thursday,
            "fri" => Weekday::Friday,
            "sat" => Weekday::Saturday,
            "sun" => Weekday::Sunday,
            _ => return None,
        })
    }

    /// The name of the zone, in parentheses or in place of the offset.
    fn zone_name(&self) -> Option<&str> {
        let tail = self.raw.rsplit_once(':').map_or("", |(_, tail)| tail);
        let start = tail.find(|c: char| c.is_ascii_alphabetic())?;
        let word = tail.get(start..)?;
        let end = word.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(word.len());
        word.get(..end)
    }
}

fn name(day: Weekday) -> &'static str {
    match day {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}
