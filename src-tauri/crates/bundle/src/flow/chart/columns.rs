//! Upright bars over steps of time, in one strip.

use super::scale::{Scale, highest, words};
use super::{bar, whisker};
use crate::flow::setter::{Setter, Side};
use crate::flow::{Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Chart, Groups};

/// Height of the picture without its words.
pub(super) const HEIGHT: f32 = 150.0;

impl Setter<'_, '_> {
    pub(super) fn columns(&mut self, chart: &Chart, groups: &Groups) {
        let names = groups.series.iter().map(String::as_str);
        let (mut ink, mut top) = self.key(names, |series| bar(series, 0.0, 0.0, 14.0, 7.0));
        if !chart.measure.is_empty() {
            ink.extend(self.small(&chart.measure, 0.0, top, self.width, Side::Left));
            top += size::SMALL * 1.5;
        }
        top += size::SMALL * 1.5;
        let bottom = top + HEIGHT;
        let scale = Scale::new(highest(groups), chart.unit.is_empty(), bottom, -HEIGHT);
        let left = self.rising_axis(chart, &scale, &mut ink);
        let slot = (self.width - left) / groups.groups.len().max(1) as f32;
        let series = groups.series.len().max(1);
        let width = slot * 0.8 / series as f32;
        let room = width / 0.8;
        // Either all numbers stand above their columns or none does: the others would seem to be missing.
        let amounts = || groups.groups.iter().flat_map(|group| group.amounts.iter().flatten());
        let numbered = amounts().all(|amount| self.small_width(&amount.words) <= room);
        for (index, group) in groups.groups.iter().enumerate() {
            for (series, amount) in group.amounts.iter().enumerate().take(series) {
                let Some(amount) = amount else { continue };
                let x = left + slot * (index as f32 + 0.1) + width * series as f32;
                let mut y = scale.at(amount.value);
                if amount.value > 0 {
                    ink.extend(bar(series, x, y, width, bottom - y));
                }
                if let Some((low, high)) = amount.interval {
                    let middle = x + width / 2.0;
                    ink.extend(whisker((middle, scale.at(low)), (middle, scale.at(high))));
                    y = y.min(scale.at(high));
                }
                if numbered && !amount.words.is_empty() {
                    let left = x + (width - room) / 2.0;
                    ink.extend(self.small(&amount.words, left, y - size::SMALL * 1.5, room, Side::Centre));
                }
            }
        }
        let labels: Vec<f32> =
            groups.groups.iter().map(|group| self.small_width(&group.label) + 6.0).collect();
        let every = (labels.iter().copied().fold(0.0, f32::max) / slot.max(0.01)).ceil().max(1.0);
        // No label is wider than the page, so this is small.
        let every = every as usize;
        for (index, group) in groups.groups.iter().enumerate().step_by(every) {
            let width = slot * every as f32;
            let middle = left + slot * (index as f32 + 0.5);
            ink.extend(self.small(&group.label, middle - width / 2.0, bottom + 2.0, width, Side::Centre));
        }
        self.push(Strip { height: bottom + size::SMALL * 1.6, ink, ..Strip::default() });
    }

    /// Numbers and lines of an axis that rises at the left; where the picture begins.
    pub(super) fn rising_axis(&self, chart: &Chart, scale: &Scale, ink: &mut Vec<Ink>) -> f32 {
        let names: Vec<(u64, String)> = scale.ticks().map(|tick| (tick, words(tick, &chart.unit))).collect();
        let left = names.iter().map(|(_, name)| self.small_width(name)).fold(12.0, f32::max) + 6.0;
        for (tick, name) in &names {
            let y = scale.at(*tick);
            let tone = if *tick == 0 { Tone::Black } else { Tone::Light };
            ink.push(Ink::rule((left, y), (self.width, y), 0.4, tone));
            ink.extend(self.small(name, 0.0, y - size::SMALL * 0.7, left - 5.0, Side::Right));
        }
        left
    }
}
