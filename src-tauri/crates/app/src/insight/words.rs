//! Words and numbers as they are printed.

use jiff::civil::Date;
use joinder_domain::bundle::claim::{Labels as _, Term};
use joinder_domain::classification::NoticeAxis;
use joinder_domain::date::show;
use joinder_domain::insight::statistic::wilson;
use joinder_domain::insight::{Attribute, Place, TableKind};
use rust_decimal::Decimal;

use super::study::Study;
use crate::text;

pub(super) use crate::text::count;

pub(super) fn text(key: &str) -> String {
    text::text(key, &[])
}

pub(super) fn with(key: &str, values: &[(&str, &str)]) -> String {
    text::text(key, values)
}

/// "£1,234.50".
pub(super) fn pounds(amount: Decimal) -> String {
    let rounded = amount.round_dp(2);
    let sign = if rounded.is_sign_negative() && !rounded.is_zero() { "−" } else { "" };
    let plain = format!("{:.2}", rounded.abs());
    let (whole, pence) = plain.split_once('.').unwrap_or((&plain, "00"));
    let whole = whole.parse::<u64>().map_or_else(|_| whole.to_owned(), count);
    format!("{sign}£{whole}.{pence}")
}

/// "40% (35% to 45%)".
pub(super) fn share(part: u64, total: u64) -> String {
    let (low, high) = wilson(part, total);
    let percent = |share: f64| tenths((share * 1000.0).round() as u64);
    let share = if total == 0 { 0.0 } else { part as f64 / total as f64 };
    with("insight-share", &[("share", &percent(share)), ("low", &percent(low)), ("high", &percent(high))])
}

/// Tenths of a percent as "12.5%"; whole ones without a point.
fn tenths(tenths: u64) -> String {
    match tenths % 10 {
        0 => format!("{}%", tenths / 10),
        rest => format!("{}.{rest}%", tenths / 10),
    }
}

/// "3 November 2021".
pub(super) fn day(day: Date) -> String {
    show::long(day)
}

/// "2 years 41 days": years of 365 days and a quarter, as far as they go.
pub(super) fn days(days: i32) -> String {
    let days = days.max(0);
    let years = i64::from(days) * 4 / 1461;
    let rest = i64::from(days) - years * 1461 / 4;
    // The quarter of a day that is left over is no day.
    let (years, rest) = if rest >= 365 { (years + 1, 0) } else { (years, rest) };
    let part = |key: &str, count: i64| with(key, &[("count", &count.to_string())]);
    match (years, rest) {
        (0, rest) => part("insight-days", rest),
        (years, 0) => part("insight-years", years),
        (years, rest) => format!("{} {}", part("insight-years", years), part("insight-days", rest)),
    }
}

/// A p-value: "0.031", or "less than 0.0001".
pub(super) fn p_value(ln_p: f64) -> String {
    let p = ln_p.exp();
    if p < 0.0001 { text("insight-p-tiny") } else { format!("{p:.4}") }
}

/// An odds ratio of three figures at most, or "more than 10,000".
pub(super) fn odds(ratio: f64) -> String {
    match ratio {
        more if more > 10_000.0 => text("insight-odds-huge"),
        large if large >= 100.0 => count(large.round() as u64),
        middle if middle >= 10.0 => format!("{middle:.1}"),
        small => format!("{small:.2}"),
    }
}

/// What a place of an attribute is called.
pub(super) fn place(study: &Study<'_>, attribute: Attribute, place: Place) -> String {
    let code = study.group.code(attribute, place);
    match place {
        Place::Year(year) => year.to_string(),
        Place::Spans => text("insight-place-spans"),
        Place::NotLeft => text("insight-place-not-left"),
        Place::Several => text("insight-place-several"),
        Place::Other => text("insight-place-other"),
        Place::NotKnown if attribute == Attribute::Status => text("insight-place-not-classified"),
        Place::NotKnown => text("insight-place-not-known"),
        Place::Code(_) => match attribute {
            Attribute::Status => study.labels.of(Term::Status, &code.into()),
            Attribute::Category => study.labels.of(Term::Category, &code.into()),
            Attribute::WayOfLeaving => study.labels.of(Term::Ending, &code.into()),
            Attribute::Union => study.labels.of(Term::Union, &code.into()),
            Attribute::Nation => text(&format!("nation-{code}")),
            Attribute::MailProvider => text(&format!("insight-mail-{code}")),
            Attribute::YearOfLeaving | Attribute::YearOfJoining => code.to_owned(),
        },
    }
}

/// Headings of the columns of a table, without the totals.
pub(super) fn columns(study: &Study<'_>, kind: TableKind) -> Vec<String> {
    match kind {
        TableKind::Notice => NoticeAxis::ALL
            .iter()
            .map(|axis| study.labels.of(Term::Notice, &axis.code().into()))
            .chain([text("insight-place-not-classified")])
            .collect(),
        TableKind::Told(_) => {
            ["insight-told", "insight-not-told", "insight-not-known"].iter().map(|key| text(key)).collect()
        }
    }
}
