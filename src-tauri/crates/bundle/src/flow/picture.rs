//! Pictures that stand in the text of a message.

use super::setter::{Look, Setter, Side};
use super::{Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{PagePicture, Span, Style, plain};
use std::rc::Rc;

/// Highest picture in a text, in points: two thirds of a page.
const HEIGHT: f32 = 460.0;
/// Points of a pixel at 96 to the inch.
const PIXEL: f32 = 0.75;
/// Smallest side that is worth a line of its own, in points: less is a line or a dot of the layout.
const LEAST: f32 = 4.0;

impl Setter<'_, '_> {
    /// The picture with its words under it; its words alone where it cannot be drawn.
    pub(super) fn page_picture(&mut self, picture: &PagePicture) {
        let Some(natural) = self.pictures.get(&picture.sha256).copied() else {
            self.space(5.0);
            self.text(
                &[Span::italic(&picture.words)],
                Look { side: Side::Script, ..Look::plain(size::BODY) },
            );
            self.space(5.0);
            return;
        };
        // By its own size: one that is long and narrow is a picture too, however little of its width is left.
        if natural.0 < LEAST || natural.1 < LEAST {
            return;
        }
        let (width, height) = self.fitted(natural, picture.width);
        let ink = vec![Ink::Picture {
            at: (0.0, 0.0),
            size: (width, height),
            sha256: Rc::from(picture.sha256.as_str()),
        }];
        self.space(6.0);
        self.push(Strip { height: height + 3.0, keep: true, ink, ..Strip::default() });
        let look = Look { tone: Tone::Grey, style: Style::Plain, ..Look::plain(size::SMALL) };
        self.text(&plain(&picture.words), look);
        self.space(6.0);
    }

    /// As wide as the message shows it, within the page.
    fn fitted(&self, (width, height): (f32, f32), shown: Option<u16>) -> (f32, f32) {
        let wanted = shown.filter(|shown| *shown > 0).map_or(width, |shown| f32::from(shown) * PIXEL);
        let scale = (wanted.min(self.width) / width.max(1.0)).min(HEIGHT / height.max(1.0));
        (width * scale, height * scale)
    }
}
