//! Ticks and dots of fields that say which state they are in and not how it looks.

use super::super::geometry::number;
use super::face::{Face, operand};
use super::form;
use lopdf::Stream;

/// Bit of the field flags for radio buttons (ISO 32000-1, table 226).
const RADIO: i64 = 1 << 15;

/// A tick, or a dot for a radio button, in the middle of its place and on its ground; ZapfDingbats has them at 4 and l.
pub(super) fn chosen(width: f32, height: f32, flags: i64, ground: &str) -> Stream {
    let (sign, share) = if flags & RADIO != 0 { (b"l", 0.396) } else { (b"4", 0.423) };
    let size = width.min(height) * 0.95;
    let (x, y) = (width / 2.0 - size * share, height / 2.0 - size * 0.35);
    let text = operand(sign);
    let content =
        format!("{ground}q BT 0 g /F {} Tf {} {} Td {text} Tj ET Q", number(size), number(x), number(y));
    form(width, height, content, Face::dingbats().resources())
}
