//! One TOML table, read key by key; what is not read is a mistake.

use std::cell::RefCell;
use std::collections::BTreeSet;

use jiff::civil::Date;
use toml::Spanned;
use toml::de::{DeString, DeTable, DeValue};

use super::{File, Names, Place};
use crate::code::Code;

/// A table that is being read. [`Table::finish`] names the keys that nobody asked for.
pub(crate) struct Table<'f> {
    file: &'f File<'f>,
    entries: &'f DeTable<'f>,
    /// Where it begins.
    place: Place,
    path: String,
    read: RefCell<BTreeSet<&'static str>>,
}

type Entry<'f> = &'f Spanned<DeValue<'f>>;

impl<'f> Table<'f> {
    pub(super) fn new<'a: 'f>(
        file: &'f File<'a>,
        entries: &'f DeTable<'a>,
        place: Place,
        path: String,
    ) -> Self {
        Self { file, entries, place, path, read: RefCell::default() }
    }

    fn entry(&self, key: &'static str) -> Option<(Place, Entry<'f>)> {
        self.read.borrow_mut().insert(key);
        let (name, value): (&Spanned<DeString<'f>>, Entry<'f>) =
            self.entries.iter().find(|(name, _)| name.get_ref() == key)?;
        Some((self.file.place(name.span().start), value))
    }

    /// Notes a problem at this table's key.
    pub fn problem(&self, key: &'static str, message: impl Into<String>) {
        let place = self.entry(key).map_or(self.place, |(place, _)| place);
        self.file.problem(place, key, message.into());
    }

    fn missing(&self, key: &str, expected: &str) {
        let within = if self.path.is_empty() { String::new() } else { format!(" in [[{}]]", self.path) };
        self.file.problem(self.place, key, format!("missing{within}: expected {expected}"));
    }

    fn wrong(&self, at: Entry<'_>, key: &str, expected: &str) {
        let place = self.file.place(at.span().start);
        self.file.problem(place, key, format!("expected {expected}, found {}", shown(at.get_ref())));
    }

    fn read<T>(
        &self,
        key: &'static str,
        expected: &str,
        take: impl FnOnce(&'f DeValue<'f>) -> Option<T>,
    ) -> Option<T> {
        let (_, value) = self.entry(key)?;
        let taken = take(value.get_ref());
        if taken.is_none() {
            self.wrong(value, key, expected);
        }
        taken
    }

    fn required<T>(&self, key: &'static str, expected: &str, value: Option<T>) -> Option<T> {
        if value.is_none() && self.entry(key).is_none() {
            self.missing(key, expected);
        }
        value
    }

    /// A text that may be absent.
    pub fn maybe_text(&self, key: &'static str) -> Option<String> {
        self.read(key, TEXT, |value| value.as_str().map(str::to_owned))
    }

    /// A text that may be absent or empty.
    pub fn text_or_empty(&self, key: &'static str) -> String {
        self.maybe_text(key).unwrap_or_default()
    }

    /// A text with something in it.
    pub fn text(&self, key: &'static str) -> String {
        let text = self.required(key, TEXT, self.maybe_text(key));
        if text.as_ref().is_some_and(|text| text.trim().is_empty()) {
            self.problem(key, "expected a text in quotes, found an empty one");
        }
        text.unwrap_or_default()
    }

    /// A code that this table defines.
    pub fn code(&self, key: &'static str) -> Code {
        Code(self.text(key))
    }

    /// A code that this table defines, added to the names of its kind; a second definition is a mistake.
    pub fn define(&self, key: &'static str, names: &mut Names) -> Code {
        let code = self.code(key);
        if !code.0.is_empty() && !names.add(&code.0) {
            self.problem(key, format!("expected {} not yet defined, found \"{code}\" again", names.what));
        }
        code
    }

    /// A whole number within bounds, both inclusive, that may be absent.
    pub fn maybe_number(&self, key: &'static str, low: i64, high: i64) -> Option<i64> {
        let expected = format!("a whole number from {low} to {high}");
        self.read(key, &expected, |value| {
            let number = value.as_integer()?;
            let digits: String = number.as_str().chars().filter(|c| *c != '_').collect();
            i64::from_str_radix(&digits, number.radix()).ok().filter(|n| (low..=high).contains(n))
        })
    }

    /// A whole number within bounds, both inclusive.
    pub fn number(&self, key: &'static str, low: i64, high: i64) -> i64 {
        let expected = format!("a whole number from {low} to {high}");
        self.required(key, &expected, self.maybe_number(key, low, high)).unwrap_or(low)
    }

    /// Yes or no, that may be absent.
    pub fn maybe_flag(&self, key: &'static str) -> Option<bool> {
        self.read(key, "true or false", DeValue::as_bool)
    }

    /// A day that may be absent.
    pub fn maybe_date(&self, key: &'static str) -> Option<Date> {
        self.read(key, DATE, |value| {
            let date = value.as_datetime()?;
            if date.time.is_some() || date.offset.is_some() {
                return None;
            }
            let date = date.date?;
            Date::new(date.year.try_into().ok()?, date.month.try_into().ok()?, date.day.try_into().ok()?).ok()
        })
    }

    /// A day.
    pub fn date(&self, key: &'static str) -> Date {
        self.required(key, DATE, self.maybe_date(key)).unwrap_or(Date::ZERO)
    }

    /// A list of texts; absent is empty.
    pub fn texts(&self, key: &'static str) -> Vec<String> {
        self.items(key, "a list of texts")
            .into_iter()
            .filter_map(|item| {
                let text = item.get_ref().as_str().map(str::to_owned);
                if text.is_none() {
                    self.wrong(item, key, TEXT);
                }
                text
            })
            .collect()
    }

    /// A list of whole numbers within bounds, both inclusive; absent is empty.
    pub fn numbers(&self, key: &'static str, low: i32, high: i32) -> Vec<i32> {
        let expected = format!("whole numbers from {low} to {high}");
        let items = self.items(key, "a list of whole numbers").into_iter();
        items
            .filter_map(|item| {
                let number = item.get_ref().as_integer().and_then(|number| number.as_str().parse().ok());
                let number = number.filter(|number| (low..=high).contains(number));
                if number.is_none() {
                    self.wrong(item, key, &expected);
                }
                number
            })
            .collect()
    }

    /// Whether a key is there.
    pub fn has(&self, key: &'static str) -> bool {
        self.entry(key).is_some()
    }

    /// The position of a code among the names of its kind, that may be absent.
    pub fn maybe_name(&self, key: &'static str, names: &Names) -> Option<usize> {
        let (_, value) = self.entry(key)?;
        self.lookup(key, value, names)
    }

    /// The position of a code among the names of its kind.
    pub fn name(&self, key: &'static str, names: &Names) -> Option<usize> {
        self.required(key, &names.expected(), self.maybe_name(key, names))
    }

    /// The positions of a list of codes; absent is empty.
    pub fn names(&self, key: &'static str, names: &Names) -> Vec<usize> {
        self.items(key, "a list of codes")
            .into_iter()
            .filter_map(|item| self.lookup(key, item, names))
            .collect()
    }

    /// The positions of one code, or of a list of codes; absent is empty.
    pub fn name_or_names(&self, key: &'static str, names: &Names) -> Vec<usize> {
        match self.entry(key) {
            Some((_, value)) if value.get_ref().as_array().is_none() => {
                self.lookup(key, value, names).into_iter().collect()
            }
            _ => self.names(key, names),
        }
    }

    fn lookup(&self, key: &'static str, value: Entry<'f>, names: &Names) -> Option<usize> {
        let code = value.get_ref().as_str();
        let found = code.and_then(|code| names.get(code));
        if found.is_none() {
            self.wrong(value, key, &names.expected_for(code.unwrap_or_default()));
        }
        found
    }

    fn items(&self, key: &'static str, expected: &str) -> Vec<Entry<'f>> {
        self.read(key, expected, |value| value.as_array().map(|array| array.iter().collect()))
            .unwrap_or_default()
    }

    /// The tables of a list; absent is empty.
    pub fn tables(&self, key: &'static str) -> Vec<Self> {
        self.items(key, "a list of tables").into_iter().filter_map(|item| self.inner(key, item)).collect()
    }

    /// A table that may be absent.
    pub fn maybe_table(&self, key: &'static str) -> Option<Self> {
        let (_, value) = self.entry(key)?;
        self.inner(key, value)
    }

    /// A table.
    pub fn table(&self, key: &'static str) -> Option<Self> {
        self.required(key, "a table", self.maybe_table(key))
    }

    fn inner(&self, key: &'static str, value: Entry<'f>) -> Option<Self> {
        let Some(entries) = value.get_ref().as_table() else {
            self.wrong(value, key, "a table");
            return None;
        };
        let path = if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) };
        Some(Self {
            file: self.file,
            entries,
            place: self.file.place(value.span().start),
            path,
            read: RefCell::default(),
        })
    }

    /// Names every key that was not asked for.
    pub fn finish(&self) {
        let read = self.read.borrow();
        for (name, _) in self.entries {
            if !read.contains(name.get_ref().as_ref()) {
                let known: Vec<_> = read.iter().copied().collect();
                let place = self.file.place(name.span().start);
                let message = format!("not known here: expected one of {}", known.join(", "));
                self.file.problem(place, name.get_ref(), message);
            }
        }
    }
}

const TEXT: &str = "a text in quotes";
const DATE: &str = "a date like 2021-09-28";

fn shown(value: &DeValue<'_>) -> String {
    match value {
        DeValue::String(text) => format!("{:?}", text.as_ref()),
        DeValue::Integer(number) => number.as_str().to_owned(),
        DeValue::Float(number) => number.as_str().to_owned(),
        DeValue::Boolean(known) => known.to_string(),
        DeValue::Datetime(date) => date.to_string(),
        DeValue::Array(_) => "a list".to_owned(),
        DeValue::Table(_) => "a table".to_owned(),
    }
}
