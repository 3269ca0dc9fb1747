//! Counts that add up, as flows through nodes: whatever comes into a node goes out of it.

use std::collections::VecDeque;

/// Counts on the edges of a graph; at every node but the first and the last they add up.
#[derive(Clone, Debug, Default)]
pub struct Network {
    edges: Vec<Edge>,
    /// The edges at each node.
    at: Vec<Vec<usize>>,
}

#[derive(Clone, Copy, Debug)]
struct Edge {
    from: usize,
    to: usize,
    count: u64,
    /// It must not be possible to work it out.
    small: bool,
    withheld: bool,
    /// It is published whatever happens.
    fixed: bool,
}

impl Network {
    /// A network of so many nodes. The sum of all counts that leave node 0 is public.
    pub fn new(nodes: usize) -> Self {
        Self { edges: Vec::new(), at: vec![Vec::new(); nodes] }
    }

    /// Adds a count that is withheld if it must be.
    pub fn add(&mut self, from: usize, to: usize, count: u64) {
        self.push(Edge { from, to, count, small: false, withheld: false, fixed: false });
    }

    /// Adds a count that is published elsewhere.
    pub fn add_published(&mut self, from: usize, to: usize, count: u64) {
        self.push(Edge { from, to, count, small: false, withheld: false, fixed: true });
    }

    /// Adds a count that is withheld elsewhere, so that it must not come out here.
    pub fn add_withheld(&mut self, from: usize, to: usize, count: u64) {
        self.push(Edge { from, to, count, small: count > 0, withheld: count > 0, fixed: true });
    }

    fn push(&mut self, edge: Edge) {
        for node in [edge.from, edge.to] {
            if let Some(at) = self.at.get_mut(node) {
                at.push(self.edges.len());
            }
        }
        self.edges.push(edge);
    }

    /// Whether each count is withheld, in the order in which they were added.
    ///
    /// Counts from 1 to below the threshold are; then others, the smallest first, until each of them could have at
    /// least `threshold` values, of which one is as large as the threshold. Where that cannot be reached, all are.
    pub fn protect(mut self, threshold: u64) -> Vec<bool> {
        for edge in &mut self.edges {
            if !edge.fixed && edge.count > 0 && edge.count < threshold {
                edge.small = true;
                edge.withheld = true;
            }
        }
        let small: Vec<usize> =
            self.edges.iter().enumerate().filter(|(_, edge)| edge.small).map(|(index, _)| index).collect();
        let mut others = Vec::new();
        for index in &small {
            while !self.is_safe(*index, threshold) {
                let Some(other) = self.next(*index) else { break };
                self.withhold(other, true);
                others.push(other);
            }
        }
        self.give_back(&small, &others, threshold);
        self.edges.iter().map(|edge| edge.withheld).collect()
    }

    /// Publishes again what turned out not to be needed.
    fn give_back(&mut self, small: &[usize], others: &[usize], threshold: u64) {
        let all_safe = |network: &Self| small.iter().all(|index| network.is_safe(*index, threshold));
        if !all_safe(self) {
            return;
        }
        for other in others {
            self.withhold(*other, false);
            if !all_safe(self) {
                self.withhold(*other, true);
            }
        }
    }

    fn withhold(&mut self, index: usize, withheld: bool) {
        if let Some(edge) = self.edges.get_mut(index) {
            edge.withheld = withheld;
        }
    }

    /// What to withhold next for the sake of an edge: the smallest at one of its nodes, or else the smallest of all.
    fn next(&self, index: usize) -> Option<usize> {
        let target = self.edges.get(index)?;
        let free =
            self.edges.iter().enumerate().filter(|(_, edge)| !edge.withheld && !edge.fixed && edge.count > 0);
        let touches = |edge: &Edge| {
            [edge.from, edge.to].iter().any(|node| {
                *node != 0 && *node + 1 != self.at.len() && (*node == target.from || *node == target.to)
            })
        };
        free.min_by_key(|(index, edge)| (!touches(edge), edge.count, *index)).map(|(index, _)| index)
    }

    /// Whether the published counts leave an edge enough room.
    fn is_safe(&self, index: usize, threshold: u64) -> bool {
        let Some(edge) = self.edges.get(index) else { return true };
        let up = self.room(index, edge.to, edge.from, threshold);
        let down = self.room(index, edge.from, edge.to, threshold).min(edge.count - 1);
        up + down + 1 >= threshold && edge.count + up >= threshold
    }

    /// How much more can flow from one node to another through withheld counts but this one, up to `most`. Withheld
    /// counts can grow without bound and shrink to 1, since zeros are published.
    fn room(&self, without: usize, from: usize, to: usize, most: u64) -> u64 {
        let mut flows: Vec<i64> = vec![0; self.edges.len()];
        let mut found = 0;
        while found < most {
            let Some(path) = self.path(without, from, to, &flows) else { break };
            let room = path.iter().map(|(edge, forward)| self.spare(*edge, *forward, &flows)).min();
            let step = room.unwrap_or(0).min(most - found);
            for (edge, forward) in path {
                if let Some(flow) = flows.get_mut(edge) {
                    let step = i64::try_from(step).unwrap_or(i64::MAX);
                    *flow += if forward { step } else { -step };
                }
            }
            found += step;
        }
        found
    }

    fn spare(&self, index: usize, forward: bool, flows: &[i64]) -> u64 {
        if forward {
            return u64::from(u32::MAX);
        }
        let count = self.edges.get(index).map_or(0, |edge| i64::try_from(edge.count).unwrap_or(i64::MAX));
        let now = count.saturating_add(flows.get(index).copied().unwrap_or(0));
        u64::try_from(now - 1).unwrap_or(0)
    }

    /// The shortest way on which more can flow.
    fn path(&self, without: usize, from: usize, to: usize, flows: &[i64]) -> Option<Vec<(usize, bool)>> {
        let mut reached: Vec<Option<(usize, bool, usize)>> = vec![None; self.at.len()];
        let mut waiting = VecDeque::from([from]);
        while let Some(node) = waiting.pop_front() {
            for index in self.at.get(node).into_iter().flatten().copied() {
                let Some(edge) = self.edges.get(index) else { continue };
                if index == without || !edge.withheld {
                    continue;
                }
                for (start, end, forward) in [(edge.from, edge.to, true), (edge.to, edge.from, false)] {
                    let new = end != from && reached.get(end).is_some_and(Option::is_none);
                    if start == node && new && self.spare(index, forward, flows) > 0 {
                        if let Some(slot) = reached.get_mut(end) {
                            *slot = Some((index, forward, node));
                        }
                        waiting.push_back(end);
                    }
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let (edge, forward, before) = reached.get(node).copied().flatten()?;
            path.push((edge, forward));
            node = before;
        }
        Some(path)
    }
}
