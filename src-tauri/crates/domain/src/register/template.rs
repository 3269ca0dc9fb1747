//! The form in which a lead firm wants its register.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::field::{Field, FieldKind};

/// The form in which a lead firm wants its register.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Template {
    /// File name.
    pub name: String,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// The sheet.
    pub sheet: String,
    /// The row that holds the headings, from 1.
    pub header_row: u32,
    /// The rows above it, cell by cell.
    pub above: Vec<Vec<String>>,
    /// The columns in their order.
    pub columns: Vec<TemplateColumn>,
}

/// A column of a template.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TemplateColumn {
    /// From 0.
    pub column: u32,
    /// The heading, exactly as it is written.
    pub heading: String,
    /// What Joinder writes there; `None` while nobody has said.
    pub field: Option<Field>,
    /// Somebody said that it stays empty.
    pub left_empty: bool,
    /// A value must be there.
    pub required: bool,
    /// What may be there.
    pub allowed: Allowed,
    /// The number format, such as "dd/mm/yyyy", "@" for text, "General" for none.
    pub format: String,
    /// Width in characters.
    pub width: u16,
    /// It is hidden from whoever opens the template.
    #[serde(default)]
    pub hidden: bool,
    /// Bounds of its rule that are formulas, which are not worked out.
    #[serde(default)]
    pub unread: Vec<String>,
    /// What stands for a value of Joinder's.
    pub values: Vec<(String, String)>,
}

/// What may stand in a column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind", content = "of")]
pub enum Allowed {
    /// Anything.
    #[default]
    Anything,
    /// Text, kept as it is typed: numbers would lose their zeros.
    Words,
    /// One of these.
    OneOf(Vec<String>),
    /// A number.
    Number {
        /// Only a whole one.
        whole: bool,
        /// How large.
        limit: Option<Limit<f64>>,
    },
    /// A day.
    Day {
        /// How early or late.
        limit: Option<Limit<Date>>,
    },
    /// So many characters.
    Length {
        /// How many.
        limit: Option<Limit<f64>>,
    },
    /// What a formula of the template says, which is not worked out.
    Formula(String),
}

/// A comparison with one or two bounds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Limit<T> {
    /// How.
    pub bound: Bound,
    /// With what.
    pub first: T,
    /// With what else, where there are two.
    pub second: T,
}

/// A way to compare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Bound {
    /// From the first to the second.
    Between,
    /// Outside of them.
    NotBetween,
    /// Equal to the first.
    Equal,
    /// Anything else.
    NotEqual,
    /// Above the first.
    GreaterThan,
    /// Below the first.
    LessThan,
    /// The first or above.
    GreaterThanOrEqual,
    /// The first or below.
    LessThanOrEqual,
}

impl Bound {
    /// The way that a workbook spells so.
    pub fn from_code(code: &str) -> Option<Self> {
        serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
    }

    /// The code, as a workbook spells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Between => "between",
            Self::NotBetween => "notBetween",
            Self::Equal => "equal",
            Self::NotEqual => "notEqual",
            Self::GreaterThan => "greaterThan",
            Self::LessThan => "lessThan",
            Self::GreaterThanOrEqual => "greaterThanOrEqual",
            Self::LessThanOrEqual => "lessThanOrEqual",
        }
    }

    /// Whether it needs two bounds.
    pub fn has_two(self) -> bool {
        matches!(self, Self::Between | Self::NotBetween)
    }
}

impl<T: PartialOrd + Copy> Limit<T> {
    /// Whether a value is within.
    pub fn holds(&self, value: T) -> bool {
        let between = self.first <= value && value <= self.second;
        match self.bound {
            Bound::Between => between,
            Bound::NotBetween => !between,
            Bound::Equal => value == self.first,
            Bound::NotEqual => value != self.first,
            Bound::GreaterThan => value > self.first,
            Bound::LessThan => value < self.first,
            Bound::GreaterThanOrEqual => value >= self.first,
            Bound::LessThanOrEqual => value <= self.first,
        }
    }
}

impl TemplateColumn {
    /// Whether days stand in it.
    pub fn holds_days(&self) -> bool {
        match self.allowed {
            Allowed::Day { .. } => true,
            Allowed::Anything => self.field.is_some_and(|field| field.kind() == FieldKind::Day),
            _ => false,
        }
    }

    /// What stands in it for a value of Joinder's.
    pub fn value<'a>(&'a self, ours: &'a str) -> &'a str {
        let chosen = self.values.iter().find(|(from, _)| from == ours);
        chosen.map_or(ours, |(_, to)| to.as_str())
    }

    /// Whether nobody has said what it holds.
    pub fn is_open(&self) -> bool {
        self.field.is_none() && !self.left_empty
    }
}
