//! Strips to pages.

use super::{Flow, Heading, Strip};
use crate::ink::{Ink, Link};

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
pub(crate) fn paginate(flow: Flow, area: Area) -> Vec<Filled> {
    let mut pages = Pages { done: Vec::new(), current: Filled::default(), used: 0.0, area };
    let mut strips = flow.strips.into_iter().peekable();
    while strips.peek().is_some() {
        let mut group = Vec::new();
        for strip in strips.by_ref() {
            let keep = strip.keep;
            group.push(strip);
            if !keep {
                break;
            }
        }
        pages.place(group, &flow.heads);
    }
    pages.done.push(pages.current);
    pages.done
}

struct Pages {
    done: Vec<Filled>,
    current: Filled,
    used: f32,
    area: Area,
}

impl Pages {
    fn place(&mut self, group: Vec<Strip>, heads: &[Strip]) {
        let needed: f32 = group.iter().map(|strip| strip.before + strip.height).sum();
        let first = group.first();
        let new_page = first.is_some_and(|strip| strip.new_page);
        if self.used > 0.0 && (new_page || self.used + needed > self.area.height) {
            self.turn();
            if let Some(head) = first.and_then(|strip| strip.head).and_then(|head| heads.get(head)) {
                self.put(head.clone());
            }
        }
        for strip in group {
            if self.used > 0.0 && self.used + strip.before + strip.height > self.area.height + 0.01 {
                self.turn();
            }
            self.put(strip);
        }
    }

    fn put(&mut self, strip: Strip) {
        if self.used > 0.0 {
            self.used += strip.before;
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
