//! The change log as a list.

use std::collections::{BTreeMap, BTreeSet};

use joinder_domain::register::{
    Audience, Changes, Entry, Field, FieldChange, FieldKind, ListCell, ListColumn, ListRow,
};

use super::compare::ChangesView;
use super::words;

/// The columns.
pub(super) fn columns() -> Vec<ListColumn> {
    let column = |key: &str, width| ListColumn { heading: words::text(key), width, ..ListColumn::default() };
    vec![
        column("register-change-what", 14),
        column("register-field-number", 10),
        column("register-field-name", 28),
        column("register-change-field", 20),
        column("register-change-before", 32),
        column("register-change-after", 32),
    ]
}

/// A value as a register shows it: days in words.
fn value(field: Field, value: &str) -> String {
    match value.parse() {
        Ok(day) if field.kind() == FieldKind::Day => words::day(day),
        _ => value.to_owned(),
    }
}

fn line(kind: &str, number: ListCell, name: String, [field, before, after]: [String; 3]) -> ListRow {
    let words = |words: String| if words.is_empty() { ListCell::Empty } else { ListCell::Words(words) };
    let what = words(words::text(&format!("register-change-{kind}")));
    ListRow {
        part: String::new(),
        cells: vec![what, number, words(name), words(field), words(before), words(after)],
    }
}

/// A claim form, a field of it, what it said and what it says.
type OfForm = (u32, Field, String, String);

/// What the court said of a claim form is said once, and not once for each who is on it.
fn forms(changes: &Changes, entries: &[Entry]) -> BTreeMap<OfForm, Vec<u32>> {
    let form = |number: u32| {
        let at = entries.binary_search_by_key(&number, |entry| entry.number).ok()?;
        entries.get(at)?.values.get(&Field::ClaimForm)?.parse().ok()
    };
    let mut forms: BTreeMap<OfForm, Vec<u32>> = BTreeMap::new();
    for amended in &changes.amended {
        for change in &amended.fields {
            let of_form = matches!(change.field, Field::ClaimNumber | Field::Issued);
            let Some(form) = form(amended.number).filter(|_| of_form) else { continue };
            let key = (form, change.field, change.before.clone(), change.after.clone());
            forms.entry(key).or_default().push(amended.number);
        }
    }
    forms.retain(|_, numbers| numbers.len() > 1);
    forms
}

/// One row for each who came or left, one for each field that says something else. The public version names no field
/// that is not public, and a cipher in place of a name.
pub(super) fn rows(view: &ChangesView, audience: Audience, entries: &[Entry]) -> Vec<ListRow> {
    let at = |number: u32| entries.binary_search_by_key(&number, |entry| entry.number).ok();
    let shown = |number: u32, field: Field| {
        let entry = at(number).and_then(|at| entries.get(at));
        entry.map(|entry| entry.shown(field, audience).to_owned()).unwrap_or_default()
    };
    let row = |kind: &str, number: u32, values: [String; 3]| {
        line(kind, ListCell::Number(number.into()), shown(number, Field::Name), values)
    };
    let none = || [String::new(), String::new(), String::new()];
    let changes = &view.changes;
    let mut rows: Vec<ListRow> = changes.added.iter().map(|number| row("added", *number, none())).collect();
    rows.extend(changes.withdrawn.iter().map(|number| {
        let ended = shown(*number, Field::Ended);
        let ended = ended.parse().map(words::day).unwrap_or(ended);
        row("withdrawn", *number, [words::field(Field::Ended), String::new(), ended])
    }));
    let forms = forms(changes, entries);
    for ((form, field, before, after), numbers) in &forms {
        let values = [words::field(*field), value(*field, before), value(*field, after)];
        let name = [("form", form.to_string()), ("count", numbers.len().to_string())];
        let name = name.each_ref().map(|(name, value)| (*name, value.as_str()));
        rows.push(line("amended", ListCell::Empty, words::with("register-change-form", &name), values));
    }
    let of_forms: BTreeSet<(u32, Field)> = forms
        .iter()
        .flat_map(|((_, field, ..), numbers)| numbers.iter().map(|number| (*number, *field)))
        .collect();
    for amended in &changes.amended {
        let hidden = audience == Audience::Public
            && at(amended.number)
                .and_then(|at| entries.get(at))
                .is_some_and(|entry| !entry.cipher.is_empty());
        let told = |change: &&FieldChange| {
            // How a membership ended is not for everybody, nor is that it is now told otherwise.
            change.field.is_for(audience)
                && (audience == Audience::Confidential || change.field != Field::Status)
        };
        let of_form = |change: &&FieldChange| of_forms.contains(&(amended.number, change.field));
        for change in amended.fields.iter().filter(told).filter(|change| !of_form(change)) {
            // Behind a cipher the name before and after is nobody's business.
            let of_name =
                matches!(change.field, Field::Name | Field::Forenames | Field::Surname | Field::Reference);
            let values = match hidden && of_name {
                true => [words::field(change.field), String::new(), shown(amended.number, change.field)],
                false => [
                    words::field(change.field),
                    value(change.field, &change.before),
                    value(change.field, &change.after),
                ],
            };
            rows.push(row("amended", amended.number, values));
        }
    }
    rows.extend(changes.missing.iter().map(|number| row("missing", *number, none())));
    rows
}
