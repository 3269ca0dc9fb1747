//! Pages of a letter: head, addressee, references, text, close.

use super::margin;
use crate::flow::{Area, Look, Setter, Side, Strip, leading, line_ink, paginate, size};
use crate::font::Shaper;
use crate::ink::{Ink, Tone};
use crate::leaf::{A4, Leaf};
use joinder_domain::bundle::{Style, plain};
use joinder_domain::letter::{Letter, Letterhead};

/// Part of the width that the addressee may fill; references stand at its right.
const LEFT: f32 = 0.6;
/// Room to sign by hand.
const HAND: f32 = 44.0;

/// The pages of a letter; the first has no running header.
pub(crate) fn letter_leaves(shaper: &Shaper<'_>, letter: &Letter) -> Vec<Leaf> {
    let mut setter = Setter::new(shaper, A4.0 - 2.0 * margin::SIDE);
    head(&mut setter, &letter.head);
    parties(&mut setter, letter);
    setter.space(14.0);
    setter.text(&plain(&letter.salutation), Look::plain(size::BODY));
    setter.space(8.0);
    for line in &letter.subject {
        setter.text(&plain(line), Look::bold(size::BODY));
        setter.keep_last();
    }
    setter.space(6.0);
    setter.blocks(&letter.blocks);
    close(&mut setter, letter);
    // The first page's head stands higher than the text of other pages.
    let area = Area {
        left: margin::SIDE,
        top: margin::TOP - 14.0,
        height: A4.1 - margin::TOP + 14.0 - margin::BOTTOM,
    };
    let mut leaves: Vec<Leaf> = paginate(setter.flow, area)
        .into_iter()
        .map(|page| Leaf { headings: page.headings, ..Leaf::drawn(page.ink, page.links) })
        .collect();
    if let Some(first) = leaves.first_mut() {
        first.header = false;
    }
    leaves
}

/// Name, address and numbers of the firm, at the right, over a rule.
fn head(setter: &mut Setter<'_, '_>, head: &Letterhead) {
    let start = setter.flow.strips.len();
    let right = |look: Look| Look { side: Side::Right, ..look };
    let grey = |look: Look| Look { tone: Tone::Grey, ..right(look) };
    setter.text(&plain(&head.firm), right(Look::bold(16.0)));
    setter.space(3.0);
    let lines =
        head.address.iter().chain([&head.telephone, &head.email]).filter(|line| !line.trim().is_empty());
    for line in lines {
        setter.text(&plain(line), grey(Look::plain(size::SMALL + 0.5)));
    }
    setter.space(6.0);
    let rule = Ink::rule((0.0, 1.0), (setter.width, 1.0), 1.2, Tone::Accent);
    setter.push(Strip { height: 2.0, ink: vec![rule], ..Strip::default() });
    setter.flow.strips.iter_mut().skip(start).for_each(|strip| strip.keep = true);
    setter.space(22.0);
}

/// The addressee at the left; date and references at the right.
fn parties(setter: &mut Setter<'_, '_>, letter: &Letter) {
    let left = setter.width * LEFT;
    let right = setter.width - left - 12.0;
    let mut ink = Vec::new();
    let mut down = 0.0;
    for line in &letter.addressee {
        for line in setter.wrap(&plain(line), size::BODY, Style::Plain, left) {
            ink.extend(line_ink(&line, 0.0, down, left, Side::Left, Tone::Black));
            down += leading(&line);
        }
    }
    let mut across = 0.0;
    let rows = [("", letter.dated_words.as_str()), ("Our reference: ", letter.our_reference.as_str())];
    for (label, value) in rows.into_iter().filter(|(_, value)| !value.is_empty()) {
        for line in setter.wrap(&plain(format!("{label}{value}")), size::BODY, Style::Plain, right) {
            ink.extend(line_ink(&line, left + 12.0, across, right, Side::Right, Tone::Black));
            across += leading(&line);
        }
    }
    setter.push(Strip { height: f32::max(down, across), ink, ..Strip::default() });
}

/// "Yours faithfully", room to sign, who signs, what is enclosed: never alone on a page.
fn close(setter: &mut Setter<'_, '_>, letter: &Letter) {
    // The last lines of the text go with the close.
    setter.keep_last();
    setter.space(12.0);
    let start = setter.flow.strips.len();
    setter.text(&plain(&letter.closing), Look::plain(size::BODY));
    setter.push(Strip { height: HAND, ..Strip::default() });
    let head = &letter.head;
    setter.text(&plain(&head.signatory), Look::bold(size::BODY));
    for line in [&head.position, &head.firm].into_iter().filter(|line| !line.trim().is_empty()) {
        setter.text(&plain(line), Look::plain(size::BODY));
    }
    if !letter.enclosures.is_empty() {
        setter.space(10.0);
        setter.text(&plain("Enclosed"), Look { tone: Tone::Grey, ..Look::bold(size::TABLE) });
        for line in &letter.enclosures {
            setter.text(&plain(line), Look { tone: Tone::Grey, ..Look::plain(size::TABLE) });
        }
    }
    let end = setter.flow.strips.len();
    setter.flow.strips.iter_mut().take(end.saturating_sub(1)).skip(start).for_each(|strip| strip.keep = true);
}
