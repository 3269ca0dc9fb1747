//! Strips to pages.

use super::{Flow, Heading, Strip};
use crate::ink::{Ink, Link};

/// A last page that is filled no higher than this, in points, is avoided: three lines, that a reader may miss.
const SPILL: f32 = 48.0;
/// Shares to which the gaps may be narrowed for it.
const GAPS: [f32; 3] = [0.85, 0.7, 0.55];
/// Points by which pages may end higher for it, so that more stands on the last one.
const HIGHER: [f32; 3] = [45.0, 75.0, 110.0];

/// The part of a page that text may fill, in points from the top left corner.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Area {
    pub(crate) left: f32,
    pub(crate) top: f32,
    pub(crate) height: f32,
}

/// What stands on one page.
#[derive(Clone, Debug, Default)]
pub(crate) struct Filled {
    pub(crate) ink: Vec<Ink>,
    pub(crate) links: Vec<Link>,
    pub(crate) headings: Vec<Heading>,
}

/// Fills pages from the first strip to the last; at least one page.
///
/// Where only a few lines would stand on the last page, or on the last before one that begins by order, the gaps are narrowed
/// until they fit, or else more goes with them.
pub(crate) fn paginate(flow: Flow, area: Area) -> Vec<Filled> {
    let Flow { strips, heads } = flow;
    let bare_heads: Vec<Strip> = heads.iter().map(bare).collect();
    let mut pages = Vec::new();
    let mut strips = strips.into_iter().peekable();
    while pages.is_empty() || strips.peek().is_some() {
        let mut run: Vec<Strip> = strips.next().into_iter().collect();
        while let Some(strip) = strips.next_if(|strip| !strip.new_page) {
            run.push(strip);
        }
        let mut filling = Pages::new(area, Fit::of(&run, &bare_heads, area));
        filling.fill(&heads, run);
        filling.done.push(filling.current);
        pages.append(&mut filling.done);
    }
    pages
}

/// How closely pages are filled.
#[derive(Clone, Copy)]
struct Fit {
    /// Share of the gaps that is left.
    gap: f32,
    /// How high a page may be filled.
    height: f32,
}

impl Fit {
    fn of(strips: &[Strip], heads: &[Strip], area: Area) -> Self {
        let plain = Self { gap: 1.0, height: area.height };
        let (pages, last) = plain.measure(strips, heads);
        if pages < 2 || last > SPILL {
            return plain;
        }
        let closer = GAPS.iter().map(|&gap| Self { gap, ..plain });
        let higher = HIGHER.iter().map(|less| Self { height: area.height - less, ..plain });
        let fewer = closer.into_iter().find(|fit| fit.measure(strips, heads).0 < pages);
        let fuller = || {
            higher.into_iter().find(|fit| {
                let (count, last) = fit.measure(strips, heads);
                count == pages && last > SPILL
            })
        };
        fewer.or_else(fuller).unwrap_or(plain)
    }

    /// How many pages there are, and how high the last one is filled.
    fn measure(self, strips: &[Strip], bare_heads: &[Strip]) -> (usize, f32) {
        let mut pages = Pages::new(Area { left: 0.0, top: 0.0, height: self.height }, self);
        pages.fill(bare_heads, strips.iter().map(bare));
        (pages.done.len() + 1, pages.used)
    }
}

/// A strip's measures without what stands on it.
fn bare(strip: &Strip) -> Strip {
    Strip {
        height: strip.height,
        before: strip.before,
        keep: strip.keep,
        new_page: strip.new_page,
        head: strip.head,
        ..Strip::default()
    }
}

struct Pages {
    done: Vec<Filled>,
    current: Filled,
    used: f32,
    area: Area,
    fit: Fit,
}

impl Pages {
    fn new(area: Area, fit: Fit) -> Self {
        Self { done: Vec::new(), current: Filled::default(), used: 0.0, area, fit }
    }

    fn fill(&mut self, heads: &[Strip], strips: impl IntoIterator<Item = Strip>) {
        let mut strips = strips.into_iter().peekable();
        while strips.peek().is_some() {
            let mut group = Vec::new();
            for strip in strips.by_ref() {
                let keep = strip.keep;
                group.push(strip);
                if !keep {
                    break;
                }
            }
            self.place(group, heads);
        }
    }

    fn place(&mut self, group: Vec<Strip>, heads: &[Strip]) {
        let needed: f32 = group.iter().map(|strip| strip.before * self.fit.gap + strip.height).sum();
        let first = group.first();
        let new_page = first.is_some_and(|strip| strip.new_page);
        if self.used > 0.0 && (new_page || self.used + needed > self.fit.height) {
            self.turn();
            if let Some(head) = first.and_then(|strip| strip.head).and_then(|head| heads.get(head)) {
                self.put(head.clone());
            }
        }
        for strip in group {
            let end = self.used + strip.before * self.fit.gap + strip.height;
            if self.used > 0.0 && end > self.fit.height + 0.01 {
                self.turn();
            }
            self.put(strip);
        }
    }

    fn put(&mut self, strip: Strip) {
        if self.used > 0.0 {
            self.used += strip.before * self.fit.gap;
        }
        let (dx, dy) = (self.area.left, self.area.top + self.used);
        self.current.ink.extend(strip.ink.into_iter().map(|ink| ink.moved(dx, dy)));
        self.current.links.extend(strip.links.into_iter().map(|link| link.moved(dx, dy)));
        self.current.headings.extend(strip.heading);
        self.used += strip.height;
    }

    fn turn(&mut self) {
        self.done.push(std::mem::take(&mut self.current));
        self.used = 0.0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area { left: 0.0, top: 0.0, height: 700.0 };

    /// Lines of 10 points with gaps of 5 above them.
    fn lines(count: usize) -> Flow {
        let line = Strip { height: 10.0, before: 5.0, ..Strip::default() };
        Flow { strips: vec![line; count], heads: Vec::new() }
    }

    fn filled(count: usize) -> (usize, usize) {
        let mut flow = lines(count);
        for strip in &mut flow.strips {
            strip.heading = Some(Heading { level: 3, text: String::new() });
        }
        let pages = paginate(flow, AREA);
        (pages.len(), pages.last().map_or(0, |page| page.headings.len()))
    }

    #[test]
    fn one_line_more_than_fits_does_not_begin_a_page() {
        assert_eq!(filled(47), (1, 47), "as many as fit");
        assert_eq!(filled(48), (1, 48), "the gaps are narrowed for one more");
        assert_eq!(filled(94), (2, 47), "nothing is changed where both pages are full");
    }

    #[test]
    fn where_gaps_do_not_help_more_lines_go_with_the_last_one() {
        let mut flow = lines(0);
        let line = Strip {
            height: 10.0,
            heading: Some(Heading { level: 3, text: String::new() }),
            ..Strip::default()
        };
        flow.strips = vec![line; 71];
        let pages = paginate(flow, AREA);
        let last = pages.last().map_or(0, |page| page.headings.len());
        assert_eq!((pages.len(), last), (2, 6));
    }
}
