//! The native menu. The shell only tells the page which item was chosen, as event `menu`.

use tauri::menu::{Menu, MenuItem, PredefinedMenuItem, Submenu};
use tauri::{AppHandle, Emitter as _, Wry};

use crate::text::text;

/// One item: its id, which is also what the page hears and the end of its text's key, and its shortcut.
type Item = (&'static str, Option<&'static str>);

/// A line between items.
const LINE: Item = ("", None);

/// Every submenu and its items, in order.
const MENU: &[(&str, &[Item])] = &[
    (
        "matter",
        &[
            ("matter-new", None),
            ("matter-open", Some("CmdOrCtrl+O")),
            ("matter-lock", Some("CmdOrCtrl+L")),
            LINE,
            ("matter-backup", None),
            ("matter-right", None),
            LINE,
            ("print", Some("CmdOrCtrl+P")),
            ("settings", Some("CmdOrCtrl+Comma")),
            ("quit", Some("CmdOrCtrl+Q")),
        ],
    ),
    (
        "claimant",
        &[
            ("undo", None),
            LINE,
            ("claimant-new", Some("CmdOrCtrl+N")),
            ("import", Some("CmdOrCtrl+I")),
            LINE,
            ("evidence-add", Some("CmdOrCtrl+E")),
            ("mailbox", Some("CmdOrCtrl+Shift+E")),
            LINE,
            ("bundle-one", Some("CmdOrCtrl+B")),
            ("bundle-all", Some("CmdOrCtrl+Shift+B")),
        ],
    ),
    (
        "view",
        &[
            ("view-today", Some("CmdOrCtrl+T")),
            ("view-claimants", Some("CmdOrCtrl+1")),
            ("view-unassigned", Some("CmdOrCtrl+2")),
            ("view-match", None),
            ("view-conflict", None),
            ("view-consensus", None),
            ("view-register", Some("CmdOrCtrl+Shift+R")),
            ("view-howto", Some("CmdOrCtrl+9")),
            ("view-insight", Some("CmdOrCtrl+5")),
            ("view-people", Some("CmdOrCtrl+3")),
            ("view-audit", Some("CmdOrCtrl+4")),
            ("view-rules", Some("CmdOrCtrl+6")),
            ("view-whatif", Some("CmdOrCtrl+7")),
            ("view-limitation", Some("CmdOrCtrl+8")),
            LINE,
            ("theme-system", None),
            ("theme-light", None),
            ("theme-dark", None),
            ("theme-contrast", None),
            LINE,
            ("zoom-in", Some("CmdOrCtrl+Plus")),
            ("zoom-out", Some("CmdOrCtrl+Minus")),
            ("zoom-reset", Some("CmdOrCtrl+0")),
        ],
    ),
    ("help", &[("shortcuts", Some("F1"))]),
];

/// Builds the menu.
///
/// # Errors
/// When the system refuses an item.
pub(crate) fn build(handle: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = Menu::new(handle)?;
    #[cfg(target_os = "macos")]
    menu.append(&editing(handle)?)?;
    for (name, items) in MENU {
        let submenu = Submenu::new(handle, text(&format!("menu-{name}")), true)?;
        for (id, shortcut) in *items {
            if id.is_empty() {
                submenu.append(&PredefinedMenuItem::separator(handle)?)?;
            } else {
                let label = text(&format!("menu-{id}"));
                submenu.append(&MenuItem::with_id(handle, *id, label, true, *shortcut)?)?;
            }
        }
        menu.append(&submenu)?;
    }
    Ok(menu)
}

/// On macOS the keys for copy and paste work only through a menu.
#[cfg(target_os = "macos")]
fn editing(handle: &AppHandle) -> tauri::Result<Submenu<Wry>> {
    Submenu::with_items(
        handle,
        text("menu-edit"),
        true,
        &[
            &PredefinedMenuItem::undo(handle, None)?,
            &PredefinedMenuItem::redo(handle, None)?,
            &PredefinedMenuItem::cut(handle, None)?,
            &PredefinedMenuItem::copy(handle, None)?,
            &PredefinedMenuItem::paste(handle, None)?,
            &PredefinedMenuItem::select_all(handle, None)?,
        ],
    )
}

/// Tells the page which item was chosen.
pub(crate) fn tell(handle: &AppHandle, id: &str) {
    // A page that is gone has nothing to do.
    let _ = handle.emit("menu", id);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_has_words_and_no_shortcut_is_given_twice() {
        let mut shortcuts = Vec::new();
        for (name, items) in MENU {
            let items = items.iter().filter(|(id, _)| !id.is_empty());
            for (id, shortcut) in std::iter::once(&(*name, None)).chain(items) {
                let key = format!("menu-{id}");
                assert_ne!(text(&key), key, "{key} has no words");
                if let Some(shortcut) = shortcut {
                    assert!(!shortcuts.contains(shortcut), "{shortcut} is given twice");
                    shortcuts.push(*shortcut);
                }
            }
        }
    }
}
