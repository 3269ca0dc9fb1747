//! Properties: numbered values, in which Outlook keeps everything (MS-OXPROPS, MS-OXCDATA 2.11).

use std::collections::BTreeMap;

use crate::mail::{cut, text_in, text_of};

/// Bytes of a short text, such as a name or an address.
const SHORT: usize = 4_000;

/// A value as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Text in Unicode.
    Text(String),
    /// Text in the message's code page.
    Bytes8(Vec<u8>),
    /// Bytes.
    Binary(Vec<u8>),
    /// A number or a truth value.
    Number(i64),
    /// A time in tenths of microseconds since 1601, UTC.
    Time(u64),
}

/// What a message, a recipient or an attachment says of itself, by number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Properties {
    values: BTreeMap<u16, Value>,
    /// The code page of texts that are not in Unicode.
    pub(super) code_page: Option<u32>,
}

impl Properties {
    /// No properties yet, of which texts will be in this code page.
    pub(super) fn of_page(code_page: Option<u32>) -> Self {
        Self { values: BTreeMap::new(), code_page }
    }

    pub(super) fn put(&mut self, id: u16, value: Value) {
        // Text in Unicode is the better of two.
        if matches!(value, Value::Bytes8(_)) && self.values.contains_key(&id) {
            return;
        }
        self.values.insert(id, value);
    }

    pub(super) fn get(&self, id: u16) -> Option<&Value> {
        self.values.get(&id)
    }

    /// A text of any length.
    pub(super) fn long_text(&self, id: u16) -> Option<String> {
        let text = match self.values.get(&id)? {
            Value::Text(text) => text.clone(),
            Value::Bytes8(bytes) | Value::Binary(bytes) => decoded(bytes, self.code_page),
            Value::Number(_) | Value::Time(_) => return None,
        };
        let text = text.trim_end_matches('\0');
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// A short text without blanks around it.
    pub(super) fn text(&self, id: u16) -> Option<String> {
        let text = self.long_text(id)?.replace('\0', "");
        let text = cut(text.trim().to_owned(), SHORT).0;
        (!text.is_empty()).then_some(text)
    }

    /// The first of several texts.
    pub(super) fn first_text(&self, ids: &[u16]) -> Option<String> {
        ids.iter().find_map(|&id| self.text(id))
    }

    pub(super) fn number(&self, id: u16) -> Option<i64> {
        match self.values.get(&id)? {
            Value::Number(number) => Some(*number),
            _ => None,
        }
    }

    pub(super) fn bytes(&self, id: u16) -> Option<&[u8]> {
        match self.values.get(&id)? {
            Value::Binary(bytes) | Value::Bytes8(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// A time as an instant.
    pub(super) fn time(&self, id: u16) -> Option<jiff::Timestamp> {
        let Value::Time(ticks) = self.values.get(&id)? else { return None };
        let since_1970 = i64::try_from(ticks / 10_000_000).ok()?.checked_sub(11_644_473_600)?;
        jiff::Timestamp::from_second(since_1970).ok().filter(|_| *ticks > 0)
    }
}

/// Text in a code page of Windows.
pub(crate) fn decoded(bytes: &[u8], code_page: Option<u32>) -> String {
    match code_page {
        None | Some(0 | 65_001) => text_of(bytes).0,
        Some(page) => text_in(bytes, Some(&charset(page))).0,
    }
}

/// The name of a code page as mail programs write it.
fn charset(page: u32) -> String {
    match page {
        874 => "windows-874".into(),
        932 | 943 => "shift_jis".into(),
        936 | 20_936 => "gbk".into(),
        949 | 51_949 => "euc-kr".into(),
        950 => "big5".into(),
        850 => "ibm850".into(),
        866 => "ibm866".into(),
        1200 => "utf-16le".into(),
        1201 => "utf-16be".into(),
        1250..=1258 => format!("windows-{page}"),
        10_000 => "macintosh".into(),
        20_127 => "us-ascii".into(),
        20_866 => "koi8-r".into(),
        21_866 => "koi8-u".into(),
        28_591..=28_606 => format!("iso-8859-{}", page - 28_590),
        50_220..=50_222 => "iso-2022-jp".into(),
        51_932 => "euc-jp".into(),
        54_936 => "gb18030".into(),
        65_000 => "utf-7".into(),
        other => format!("cp{other}"),
    }
}

/// A value of fixed length of a known type (MS-OXCDATA 2.11.1).
pub(super) fn fixed(kind: u16, value: [u8; 8]) -> Option<Value> {
    let [a, b, c, d, ..] = value;
    Some(match kind {
        0x0002 => Value::Number(i64::from(i16::from_le_bytes([a, b]))),
        0x0003 => Value::Number(i64::from(i32::from_le_bytes([a, b, c, d]))),
        0x000B => Value::Number(i64::from(a != 0)),
        0x0014 => Value::Number(i64::from_le_bytes(value)),
        0x0040 => Value::Time(u64::from_le_bytes(value)),
        _ => return None,
    })
}
