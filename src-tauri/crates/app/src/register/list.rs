//! The rows and columns of the lists that go out.

use jiff::civil::Date;
use joinder_domain::register::{
    Allowed, Audience, Entry, Field, FieldKind, ListCell, ListColumn, ListRow, Template, TemplateColumn,
    show_day,
};

use super::template::is_number;
use super::words;

/// How days are written where no template says.
pub(super) const DAY: &str = "dd/mm/yyyy";

/// The fields of a list without a template: those of the audience, but for the parts of the name.
pub(super) fn fields(audience: Audience) -> Vec<Field> {
    let shown =
        |field: &&Field| field.is_for(audience) && !matches!(field, Field::Forenames | Field::Surname);
    Field::ALL.iter().filter(shown).copied().collect()
}

/// Takes out the claim form and every field that says nothing of anybody; names the latter.
pub(super) fn without_empty(
    fields: &mut Vec<Field>,
    entries: &[Entry],
    audience: Audience,
) -> Option<String> {
    let said = |field: &Field| entries.iter().any(|entry| !entry.shown(*field, audience).is_empty());
    let always = |field: &Field| matches!(field, Field::Number | Field::Name);
    fields.retain(|field| *field != Field::ClaimForm);
    let (kept, empty): (Vec<Field>, Vec<Field>) =
        fields.iter().copied().partition(|field| always(field) || said(field));
    *fields = kept;
    let names: Vec<String> = empty.into_iter().map(words::field).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

/// Takes out what is the same of everybody: it is said once above the list. Gives it in words.
pub(super) fn without_constant(
    fields: &mut Vec<Field>,
    entries: &[Entry],
    audience: Audience,
) -> Vec<String> {
    let [first, rest @ ..] = entries else { return Vec::new() };
    let same = |field: &Field| {
        let value = first.shown(*field, audience);
        matches!(field, Field::Firm | Field::Issues | Field::ClaimNumber | Field::Issued)
            && !value.is_empty()
            && !rest.is_empty()
            && rest.iter().all(|entry| entry.shown(*field, audience) == value)
    };
    let (constant, kept): (Vec<Field>, Vec<Field>) = fields.iter().copied().partition(same);
    *fields = kept;
    let said = |field: Field| {
        let value = first.shown(field, audience);
        let value = match value.parse() {
            Ok(day) if field.kind() == FieldKind::Day => words::day(day),
            _ => value.to_owned(),
        };
        words::with("register-same-note", &[("what", &words::field(field)), ("value", &value)])
    };
    constant.into_iter().map(said).collect()
}

/// The columns of some fields.
pub(super) fn columns(fields: &[Field]) -> Vec<ListColumn> {
    let column = |field: &Field| ListColumn {
        heading: words::field(*field),
        width: field.width(),
        format: if field.kind() == FieldKind::Day { DAY.to_owned() } else { String::new() },
        values: Vec::new(),
        hidden: false,
    };
    fields.iter().map(column).collect()
}

/// A line as some fields show it; a claim form that begins is a part of the list.
pub(super) fn row(entry: &Entry, fields: &[Field], audience: Audience, before: Option<&Entry>) -> ListRow {
    let form = |entry: &Entry| entry.values.get(&Field::ClaimForm).cloned().unwrap_or_default();
    let begins = before.is_none_or(|before| form(before) != form(entry));
    let part = if begins { part(entry) } else { String::new() };
    let cells = fields.iter().map(|field| plain(entry.shown(*field, audience), *field));
    ListRow { part, cells: cells.collect() }
}

/// "Claim form 3 (KB-2026-000123)".
fn part(entry: &Entry) -> String {
    let value = |field| entry.values.get(&field).map_or("", String::as_str);
    let form = [("form", value(Field::ClaimForm)), ("claim", value(Field::ClaimNumber))];
    let key = if value(Field::ClaimNumber).is_empty() { "register-part" } else { "register-part-issued" };
    words::with(key, &form)
}

fn plain(value: &str, field: Field) -> ListCell {
    if value.is_empty() {
        return ListCell::Empty;
    }
    let words = || ListCell::Words(value.to_owned());
    match field.kind() {
        FieldKind::Words => words(),
        FieldKind::Number => value.parse().map_or_else(|_| words(), ListCell::Number),
        FieldKind::Day => value.parse().map_or_else(|_| words(), ListCell::Day),
    }
}

/// The columns of a template, those that it leaves out before its first one included.
pub(super) fn template_columns(template: &Template) -> Vec<ListColumn> {
    let last = template.columns.iter().map(|column| column.column).max().unwrap_or(0);
    let column = |at| {
        let Some(column) = template.columns.iter().find(|column| column.column == at) else {
            return ListColumn::default();
        };
        let values = match &column.allowed {
            Allowed::OneOf(values) => values.clone(),
            _ => Vec::new(),
        };
        let format = match column.format.as_str() {
            "General" if column.holds_days() => DAY.to_owned(),
            "General" => String::new(),
            format => format.to_owned(),
        };
        let (heading, width, hidden) = (column.heading.clone(), column.width, column.hidden);
        ListColumn { heading, width, format, values, hidden }
    };
    (0..=last).map(column).collect()
}

/// A line in the form of a template.
pub(super) fn template_row(entry: &Entry, template: &Template, audience: Audience) -> ListRow {
    let last = template.columns.iter().map(|column| column.column).max().unwrap_or(0);
    let cells = (0..=last).map(|at| {
        let column = template.columns.iter().find(|column| column.column == at);
        column.map_or(ListCell::Empty, |column| cell(entry, column, audience))
    });
    ListRow { part: String::new(), cells: cells.collect() }
}

/// What stands in a column of a template.
pub(super) fn cell(entry: &Entry, column: &TemplateColumn, audience: Audience) -> ListCell {
    let Some(field) = column.field else { return ListCell::Empty };
    let value = column.value(entry.shown(field, audience));
    if value.is_empty() {
        return ListCell::Empty;
    }
    let words = || ListCell::Words(value.to_owned());
    let day = || value.parse::<Date>().ok();
    if column.holds_days() {
        return day().map_or_else(words, ListCell::Day);
    }
    match &column.allowed {
        Allowed::Number { .. } => value.parse().map_or_else(|_| words(), ListCell::Number),
        // A day where the template keeps words is written as people write it.
        _ if field.kind() == FieldKind::Day => {
            day().map_or_else(words, |day| ListCell::Words(show_day(day, DAY)))
        }
        _ if is_number(column) => value.parse().map_or_else(|_| words(), ListCell::Number),
        _ => words(),
    }
}
