//! Labels, opening view and outline.

use super::lint::Notes;
use super::opened::Opened;
use super::{Rule, label, outline};
use lopdf::{Dictionary, Object};

/// What the catalogue tells.
#[derive(Default)]
pub(super) struct Structure {
    pub(super) bookmarks: Vec<outline::Bookmark>,
    /// Pages of the bundle in files before this one.
    pub(super) offset: usize,
}

/// Holds the catalogue against EB-03, EB-05 and EB-08.
pub(super) fn check(opened: &Opened, notes: &mut Notes) -> Structure {
    let document = &opened.document;
    let Ok(catalog) = document.catalog() else {
        notes.fault(Rule::Opens, None, None, "The file has no catalogue.");
        return Structure::default();
    };
    let offset = label::check(opened, catalog, notes);
    open_action(opened, catalog, notes);
    let bookmarks = outline::read(opened, catalog, notes);
    outline::check(&bookmarks, offset, notes);
    if catalog.get_deref(b"PageMode", document).and_then(Object::as_name).ok() != Some(b"UseOutlines") {
        notes.remark(Rule::Bookmarks, "The list of bookmarks is not shown when the file is opened.");
    }
    Structure { bookmarks, offset }
}

fn open_action(opened: &Opened, catalog: &Dictionary, notes: &mut Notes) {
    let action = catalog.get_deref(b"OpenAction", &opened.document).ok();
    let destination = match action {
        Some(Object::Dictionary(action)) => action.get_deref(b"D", &opened.document).ok(),
        other => other,
    };
    let Some((page, rest)) = destination.and_then(|destination| opened.destination(destination)) else {
        notes.fault(Rule::Zoom, None, None, "The file does not say on which page and how large it opens.");
        return;
    };
    let xyz = rest.first().and_then(|kind| kind.as_name().ok()) == Some(b"XYZ");
    let zoom = rest.get(3).and_then(|zoom| zoom.as_float().ok()).filter(|zoom| *zoom > 0.0);
    match zoom.filter(|_| xyz) {
        Some(zoom) if (zoom - 1.0).abs() < 0.005 => {}
        Some(zoom) => {
            let text = format!("The file opens at {:.0} %.", zoom * 100.0);
            notes.fault(Rule::Zoom, None, None, text);
        }
        None => {
            notes.fault(Rule::Zoom, None, None, "The file opens at another zoom than 100 %.");
        }
    }
    if page != 1 {
        notes.fault(Rule::Zoom, Some(page), None, format!("The file opens on page {page}."));
    }
}
