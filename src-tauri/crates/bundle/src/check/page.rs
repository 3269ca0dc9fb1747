//! One page: its printed number, its links, its rotation.

use super::number::Numbers;
use super::{Lint, Opened};
use lopdf::{Dictionary, Object};

pub(super) fn check(opened: &Opened, numbers: &mut Numbers<'_>, number: usize, lint: &mut Lint) {
    let document = &opened.document;
    let Some(id) = number.checked_sub(1).and_then(|index| opened.pages.get(index)) else { return };
    let Ok(page) = document.get_dictionary(*id) else { return };
    match numbers.printed(*id) {
        Some(printed)
            if printed == number.to_string() || printed == format!("{number} of {}", opened.pages.len()) => {}
        Some(printed) => {
            lint.note("EB-02", Some(number), format!("page {number} bears the number {printed}"));
        }
        None => lint.note("EB-02", Some(number), format!("page {number} bears no number")),
    }
    if page.get_deref(b"Rotate", document).and_then(Object::as_i64).unwrap_or(0) % 360 != 0 {
        lint.note("EB-07", Some(number), format!("page {number} is shown turned"));
    }
    let annotations = page.get_deref(b"Annots", document).and_then(Object::as_array);
    for annotation in annotations.into_iter().flatten() {
        let link = document.dereference(annotation).ok().and_then(|(_, link)| link.as_dict().ok());
        if link.is_some_and(|link| leads_nowhere(opened, link)) {
            lint.note("EB-04", Some(number), format!("a link on page {number} leads nowhere"));
        }
    }
}

fn leads_nowhere(opened: &Opened, link: &Dictionary) -> bool {
    let document = &opened.document;
    let named = |entry: &Dictionary, key: &[u8]| {
        entry.get_deref(key, document).and_then(Object::as_name).unwrap_or_default().to_vec()
    };
    if named(link, b"Subtype") != b"Link" {
        return false;
    }
    let action = link.get_deref(b"A", document).and_then(Object::as_dict).ok();
    if action.is_some_and(|action| named(action, b"S") == b"URI") {
        return false;
    }
    let destination = match action {
        Some(action) => action.get_deref(b"D", document),
        None => link.get_deref(b"Dest", document),
    };
    destination.ok().and_then(|destination| opened.destination(destination)).is_none()
}
