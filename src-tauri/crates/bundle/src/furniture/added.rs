//! What was added to a sealed bundle: a list of its own, since the index in front cannot grow (outputs.md 4.1, EB-12).

use super::{Entry, leaves, margin, setter};
use crate::flow::{RowLook, Setter};
use crate::font::Shaper;
use crate::leaf::Leaf;
use joinder_domain::bundle::{Added, Additions, Block, Column, plain};

/// The list with the pages that its documents have, and the pages of those that they take over from.
///
/// What was added `earlier` stands under it, so that the newest list names everything that came late.
pub(crate) fn added(
    shaper: &Shaper<'_>,
    additions: &Additions,
    earlier: &[&Additions],
    entries: &[Entry],
    own: usize,
) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    setter.heading(1, &format!("Documents added on {}", additions.on));
    let before = entries.get(own).map_or(0, |entry| entry.page.saturating_sub(1));
    let words = format!(
        "Pages 1 to {before} stand where they stood when the bundle was sealed: no page number has moved. \
         A document that takes over from an earlier one leaves the earlier one in its place."
    );
    setter.blocks(&[Block::Paragraph(plain(words))]);
    if !additions.added.is_empty() {
        table(&mut setter, &columns_of_added(), additions, entries);
    }
    if !additions.withdrawn.is_empty() {
        setter.heading(2, "Not relied on any more");
        let columns = [Column::left("No.", 8), Column::left("Document", 77), Column::right("Page", 15)];
        let head = setter.table_head(&columns);
        for entry in additions.withdrawn.iter().filter_map(|at| entries.get(*at)) {
            let cells = [plain(&entry.number), plain(&entry.title), plain(format!("page {}", entry.page))];
            setter.table_row(&columns, &cells, head, RowLook { bold_first: false, page: Some(entry.page) });
        }
    }
    let earlier: Vec<&&Additions> = earlier.iter().filter(|before| !before.added.is_empty()).collect();
    if !earlier.is_empty() {
        setter.heading(2, "Added before");
        earlier.iter().for_each(|before| table(&mut setter, &columns_of_added(), before, entries));
    }
    leaves(setter.flow, margin::SIDE)
}

fn columns_of_added() -> [Column; 4] {
    [
        Column::left("No.", 8),
        Column::left("Document", 50),
        Column::left("Takes over from", 27),
        Column::right("Page", 15),
    ]
}

fn table(setter: &mut Setter<'_, '_>, columns: &[Column], additions: &Additions, entries: &[Entry]) {
    let head = setter.table_head(columns);
    for Added { document, replaces } in &additions.added {
        let Some(entry) = entries.get(*document) else { continue };
        let earlier = replaces.and_then(|at| entries.get(at));
        let cells = [
            plain(&entry.number),
            plain(&entry.title),
            plain(earlier.map_or(String::new(), |entry| format!("{}, page {}", entry.number, entry.page))),
            plain(format!("page {}", entry.page)),
        ];
        setter.table_row(columns, &cells, head, RowLook { bold_first: false, page: Some(entry.page) });
    }
}

/// A page in the place of one that is not there any more.
pub(crate) fn filler(shaper: &Shaper<'_>) -> Leaf {
    said(
        shaper,
        "What stood on this page when the bundle was sealed is not in the matter any more. The page is kept, so that later \
         pages keep their numbers.",
    )
}

/// A page of the confidential version that is not in the public one.
pub(crate) fn left_out(shaper: &Shaper<'_>) -> Leaf {
    said(
        shaper,
        "This page is left out of the public version. It is kept, so that the pages of both versions have the same numbers.",
    )
}

fn said(shaper: &Shaper<'_>, words: &str) -> Leaf {
    let mut setter = setter(shaper, margin::SIDE);
    setter.blocks(&[Block::Paragraph(plain(words))]);
    leaves(setter.flow, margin::SIDE)
        .into_iter()
        .next()
        .unwrap_or_else(|| Leaf::drawn(Vec::new(), Vec::new()))
}
