//! The sheet in front of an exhibit; for one that cannot be printed it says why, and stands alone.

use super::{leaves, margin, setter};
use crate::flow::{Look, Side, Strip, size};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::Leaf;
use joinder_domain::bundle::{Block, BundlePlan, Exhibit, NoteKind, plain};

/// Where the evidence itself can be had.
const KEPT: &str = "The original is kept unchanged in the matter and can be produced in its own format.";

/// What the sheet says of the pages behind it.
pub(crate) enum Behind<'b> {
    /// They follow, with these remarks.
    Pages(&'b [String]),
    /// There are none, for this reason.
    Nothing(&'b str),
}

/// Label and description, why pages are missing, what the plan says of the exhibit, and remarks of the import.
pub(crate) fn exhibit_sheet(
    shaper: &Shaper<'_>,
    plan: &BundlePlan,
    exhibit: &Exhibit,
    behind: &Behind<'_>,
) -> Vec<Leaf> {
    let mut setter = setter(shaper, margin::SIDE);
    let small = Look { side: Side::Right, ..Look::plain(size::TABLE) };
    setter.text(&plain(&plan.claimant_name), small);
    setter.text(&plain(format!("Exhibit {}", exhibit.label)), small);
    if !plan.prepared_on.is_empty() {
        setter.text(&plain(&plan.prepared_on), small);
    }
    setter.space(64.0);
    setter.text(&plain("EXHIBIT"), Look { tone: Tone::Grey, ..Look::bold(12.0) }.centred());
    setter.space(4.0);
    setter.text(&plain(&exhibit.label), Look::bold(32.0).centred());
    setter.space(14.0);
    let rule = Ink::rule((0.0, 1.0), (setter.width, 1.0), 1.5, Tone::Accent);
    setter.push(Strip { height: 2.0, ink: vec![rule], ..Strip::default() });
    setter.space(14.0);
    setter.text(&plain(&exhibit.description), Look::plain(13.0).centred());
    setter.space(34.0);
    if let Behind::Nothing(reason) = behind {
        let words = format!("This exhibit could not be printed. {reason}");
        setter.note(NoteKind::Warning, &plain(words));
    }
    setter.blocks(&exhibit.sheet);
    match behind {
        Behind::Pages(remarks) => {
            for remark in *remarks {
                setter.note(NoteKind::Warning, &plain(remark));
            }
        }
        // Its hash stands on the sheet.
        Behind::Nothing(_) => setter.blocks(&[Block::Paragraph(plain(KEPT))]),
    }
    leaves(setter.flow, margin::SIDE)
}
