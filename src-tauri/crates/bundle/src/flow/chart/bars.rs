//! Horizontal bars: a strip for each group, so that a long chart goes on over the page with its axis repeated.

use super::scale::{Scale, highest, words};
use super::{bar, whisker};
use crate::flow::setter::{Setter, Side, leading, line_ink};
use crate::flow::{Strip, size};
use crate::ink::{Ink, Tone};
use joinder_domain::bundle::{Amount, Chart, Group, Groups, Style, plain};

const BAR: f32 = 10.0;
const BETWEEN: f32 = 2.0;
const PADDING: f32 = 4.0;
/// Space between a bar and its number.
const GAP: f32 = 6.0;

struct Frame {
    labels: f32,
    scale: Scale,
    series: usize,
}

impl Setter<'_, '_> {
    pub(super) fn bars(&mut self, chart: &Chart, groups: &Groups) {
        let amounts = || groups.groups.iter().flat_map(|group| group.amounts.iter().flatten());
        let numbers =
            amounts().map(|amount| self.small_width(&amount.words)).fold(0.0, f32::max).min(self.width * 0.3);
        let labels = groups
            .groups
            .iter()
            .map(|group| self.small_width(&group.label))
            .fold(0.0, f32::max)
            .clamp(40.0, self.width * 0.34)
            + 8.0;
        let length = (self.width - labels - numbers - 2.0 * GAP).max(40.0);
        let scale = Scale::new(highest(groups), chart.unit.is_empty(), labels, length);
        let frame = Frame { labels, scale, series: groups.series.len().max(1) };
        let head = self.bars_head(chart, groups, &frame);
        self.flow.heads.push(Strip { keep: false, ..head.clone() });
        self.push(head);
        let head = Some(self.flow.heads.len() - 1);
        for group in &groups.groups {
            let strip = self.bars_group(group, &frame);
            self.push(Strip { head, ..strip });
        }
    }

    /// Key, measure and numbers of the axis, above the bars.
    fn bars_head(&self, chart: &Chart, groups: &Groups, frame: &Frame) -> Strip {
        let names = groups.series.iter().map(String::as_str);
        let (mut ink, mut y) = self.key(names, |series| bar(series, 0.0, 0.0, 14.0, 7.0));
        if !chart.measure.is_empty() {
            ink.extend(self.small(&chart.measure, frame.labels, y, self.width - frame.labels, Side::Left));
            y += size::SMALL * 1.4;
        }
        for tick in frame.scale.ticks() {
            let x = frame.scale.at(tick);
            ink.extend(self.small(&words(tick, &chart.unit), x - 30.0, y, 60.0, Side::Centre));
        }
        y += size::SMALL * 1.5;
        Strip { height: y, keep: true, ink, ..Strip::default() }
    }

    fn bars_group(&self, group: &Group, frame: &Frame) -> Strip {
        let label = self.wrap(&plain(&group.label), size::SMALL, Style::Plain, frame.labels - 8.0);
        let label_height: f32 = label.iter().map(leading).sum();
        let bars = frame.series as f32 * (BAR + BETWEEN) - BETWEEN;
        let height = label_height.max(bars) + 2.0 * PADDING;
        let mut ink = Vec::new();
        for tick in frame.scale.ticks() {
            let x = frame.scale.at(tick);
            let tone = if tick == 0 { Tone::Black } else { Tone::Light };
            ink.push(Ink::rule((x, 0.0), (x, height), 0.4, tone));
        }
        let mut y = (height - label_height) / 2.0;
        for line in &label {
            ink.extend(line_ink(line, 0.0, y, frame.labels - 8.0, Side::Left, Tone::Black));
            y += leading(line);
        }
        let mut y = (height - bars) / 2.0;
        for (series, amount) in group.amounts.iter().enumerate().take(frame.series) {
            if let Some(amount) = amount {
                ink.extend(self.one_bar(series, amount, &frame.scale, y));
            }
            y += BAR + BETWEEN;
        }
        Strip { height, ink, ..Strip::default() }
    }

    fn one_bar(&self, series: usize, amount: &Amount, scale: &Scale, y: f32) -> Vec<Ink> {
        let (zero, mut end) = (scale.at(0), scale.at(amount.value));
        let mut ink = if amount.value > 0 { bar(series, zero, y, end - zero, BAR) } else { Vec::new() };
        if let Some((low, high)) = amount.interval {
            let middle = y + BAR / 2.0;
            ink.extend(whisker((scale.at(low), middle), (scale.at(high), middle)));
            end = end.max(scale.at(high));
        }
        if !amount.words.is_empty() {
            let left = end + GAP;
            let drop = (BAR - size::SMALL * 1.4) / 2.0;
            ink.extend(self.small(&amount.words, left, y + drop, self.width - left, Side::Left));
        }
        ink
    }
}
