//! Number formats of cells, and which of them make a day of a number (ISO/IEC 29500-1, 18.8.30).

use super::xml::{Token, walk};
use jiff::civil::{Date, date};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Formats by the number of a cell's style.
pub(super) struct Formats {
    styles: Vec<(Arc<str>, bool)>,
    general: Arc<str>,
}

/// Styles that are kept; spreadsheets allow 65,490.
const STYLES: usize = 70_000;

impl Formats {
    pub(super) fn read(text: &str) -> Self {
        let mut own: BTreeMap<u32, Arc<str>> = BTreeMap::new();
        let mut styles = Vec::new();
        let mut inside = false;
        walk(text, &mut |token| {
            match token {
                Token::Open("numFmt", element) => {
                    if let (Some(id), Some(code)) = (element.number("numFmtId"), element.get("formatCode")) {
                        own.insert(id, code.into());
                    }
                }
                Token::Open("cellXfs", _) => inside = true,
                Token::Close("cellXfs") => inside = false,
                Token::Open("xf", element) if inside => {
                    let id: u32 = element.number("numFmtId").unwrap_or(0);
                    let code = own.get(&id).cloned().unwrap_or_else(|| built_in(id).into());
                    let days = is_date(&code);
                    styles.push((code, days));
                }
                _ => {}
            }
            styles.len() < STYLES && own.len() < STYLES
        });
        Self { styles, general: "General".into() }
    }

    /// The format of a style and whether it shows days.
    pub(super) fn of(&self, style: u32) -> (Arc<str>, bool) {
        let found = usize::try_from(style).ok().and_then(|style| self.styles.get(style));
        found.cloned().unwrap_or_else(|| (Arc::clone(&self.general), false))
    }
}

/// The formats that have a number of their own.
fn built_in(id: u32) -> &'static str {
    match id {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        // What programs in Britain show under this number.
        14 | 27..=31 | 36 | 50..=54 | 57 | 58 => "dd/mm/yyyy",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "dd/mm/yyyy h:mm",
        37 | 38 => "#,##0;-#,##0",
        39 | 40 => "#,##0.00;-#,##0.00",
        45 => "mm:ss",
        46 => "[h]:mm:ss",
        47 => "mm:ss.0",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}

/// Whether a format shows a day: it has a day or a year outside quotes and brackets.
pub fn is_date(code: &str) -> bool {
    let mut characters = code.chars();
    let (mut quoted, mut bracket) = (false, false);
    while let Some(character) = characters.next() {
        match character {
            '"' => quoted = !quoted,
            '\\' | '_' | '*' if !quoted => {
                characters.next();
            }
            '[' if !quoted => bracket = true,
            ']' if !quoted => bracket = false,
            ';' if !quoted => return false,
            'd' | 'D' | 'y' | 'Y' if !quoted && !bracket => return true,
            _ => {}
        }
    }
    false
}

/// The day behind a serial number (ISO/IEC 29500-1, 18.17.4); none for day 60 of 1900, which never was.
pub fn day(serial: f64, from_1904: bool) -> Option<Date> {
    if !(0.0..2_958_466.0).contains(&serial) {
        return None;
    }
    let whole = serial.floor() as i64;
    let (first, days) = match (from_1904, whole) {
        (true, days) => (date(1904, 1, 1), days),
        (false, 0 | 60) => return None,
        (false, days @ 1..=59) => (date(1899, 12, 31), days),
        (false, days) => (date(1899, 12, 30), days),
    };
    first.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// The serial number of a day: what [`day`] reads back.
pub(super) fn serial(day: Date, from_1904: bool) -> f64 {
    let first = match from_1904 {
        true => date(1904, 1, 1),
        false if day < date(1900, 3, 1) => date(1899, 12, 31),
        false => date(1899, 12, 30),
    };
    f64::from(day.since((jiff::Unit::Day, first)).map_or(0, |span| span.get_days()))
}

#[cfg(test)]
mod tests {
    use super::{day, is_date, serial};
    use jiff::civil::date;

    #[test]
    fn formats_with_a_day_or_year_are_dates() {
        for yes in ["dd/mm/yyyy", "d-mmm-yy", "[$-809]dd mmmm yyyy;@", "yyyy\\-mm\\-dd", "m/d/yy h:mm"] {
            assert!(is_date(yes), "{yes}");
        }
        for no in ["General", "@", "0.00", "\"day\" 0", "[Red]0", "h:mm:ss", "[h]:mm", "0\\d", "#,##0;d"] {
            assert!(!is_date(no), "{no}");
        }
    }

    #[test]
    fn days_are_counted_from_1900_or_1904() {
        assert_eq!(day(44_503.0, false), Some(date(2021, 11, 3)));
        assert_eq!(day(44_503.75, false), Some(date(2021, 11, 3)));
        assert_eq!(day(43_041.0, true), Some(date(2021, 11, 3)));
        assert_eq!(day(1.0, false), Some(date(1900, 1, 1)));
        assert_eq!(day(59.0, false), Some(date(1900, 2, 28)));
        assert_eq!(day(60.0, false), None, "29 February 1900 never was");
        assert_eq!(day(61.0, false), Some(date(1900, 3, 1)));
        assert_eq!(day(0.0, true), Some(date(1904, 1, 1)));
        for (one, from_1904) in
            [(date(1900, 1, 1), false), (date(2010, 1, 1), false), (date(2010, 1, 1), true)]
        {
            assert_eq!(day(serial(one, from_1904), from_1904), Some(one));
        }
        for never in [-1.0, f64::NAN, f64::INFINITY, 3e9] {
            assert_eq!(day(never, false), None);
        }
    }
}
