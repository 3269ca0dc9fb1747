//! When a document or picture was made, as the program that made it wrote it.

use jiff::{civil::DateTime, tz::Offset};

use crate::mail::MailDate;

/// Reads a date of a PDF, `D:20211103154210+00'00'` (ISO 32000-1, 7.9.4), of which all after the year may be missing.
pub(crate) fn pdf_date(raw: &str) -> MailDate {
    let digits = raw.trim().strip_prefix("D:").unwrap_or(raw.trim());
    let count = digits.bytes().take(14).take_while(u8::is_ascii_digit).count();
    let (time, zone) = digits.split_at_checked(count).unwrap_or_default();
    let at = |from: usize, to: usize, missing: i16| match time.get(from..to) {
        Some(number) => number.parse::<i16>().ok(),
        None if time.len() <= from => Some(missing),
        None => None,
    };
    let local = (|| {
        date_time([at(0, 4, -1)?, at(4, 6, 1)?, at(6, 8, 1)?, at(8, 10, 0)?, at(10, 12, 0)?, at(12, 14, 0)?])
    })();
    of_parts(raw, local, zone_minutes(zone))
}

/// Reads a date of EXIF, `2021:11:03 18:22:01`, with the zone that stands beside it, `+00:00`.
pub(crate) fn exif_date(raw: &str, zone: Option<&str>) -> MailDate {
    let numbers: Vec<i16> =
        raw.split([':', ' ', '-', 'T']).filter_map(|piece| piece.trim().parse().ok()).collect();
    let local = numbers.first_chunk::<6>().copied().and_then(date_time);
    of_parts(raw, local, zone.and_then(zone_minutes))
}

fn date_time([year, month, day, hour, minute, second]: [i16; 6]) -> Option<DateTime> {
    let small = |number: i16| i8::try_from(number).ok();
    let (month, day, hour, minute) = (small(month)?, small(day)?, small(hour)?, small(minute)?);
    DateTime::new(year, month, day, hour, minute, small(second)?, 0).ok().filter(|_| year > 0)
}

/// `Z`, `+00'00'` or `+00:00` in minutes.
fn zone_minutes(zone: &str) -> Option<i32> {
    let sign = match zone.chars().next()? {
        'Z' | 'z' => return Some(0),
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let mut numbers = zone.get(1..)?.split(['\'', ':']).map(str::parse::<i32>);
    let hours = numbers.next()?.ok().filter(|hours| (0..24).contains(hours))?;
    let minutes =
        numbers.next().and_then(Result::ok).filter(|minutes| (0..60).contains(minutes)).unwrap_or_default();
    Some(sign * (hours * 60 + minutes))
}

/// Without a zone the instant is not known.
fn of_parts(raw: &str, local: Option<DateTime>, offset_minutes: Option<i32>) -> MailDate {
    let offset = offset_minutes.and_then(|minutes| Offset::from_seconds(minutes * 60).ok());
    let instant = offset.zip(local).and_then(|(offset, local)| offset.to_timestamp(local).ok());
    MailDate {
        raw: raw.to_owned(),
        utc: instant.map(|instant| instant.to_string()),
        local: local.map(|local| local.to_string()),
        offset_minutes: offset_minutes.filter(|_| local.is_some()),
        seconds: instant.map(|instant| instant.as_second()),
    }
}
