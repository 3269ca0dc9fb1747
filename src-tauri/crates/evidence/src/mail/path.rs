//! What the path of a message shows: which hop disagrees, where it waited, and in whose house it ended.

use serde::{Deserialize, Serialize};

use super::{
    Message,
    organisation::{host_of, is_private, is_private_name, numbers_of, organisation},
    provider::at_home,
    received::Hop,
};

/// Clocks of servers that are this far apart, in seconds, are no sign of anything.
pub const DRIFT: i64 = 120;
/// A wait longer than this, in seconds, is said.
const WAIT: i64 = 3_600;
/// Hops that are compared with one another, counted from the recipient.
const COMPARED: usize = 200;

/// Where a hop lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Place {
    /// From one organisation to another.
    Between,
    /// Inside one organisation, by names.
    Within,
    /// Inside a house, by addresses or names that exist only there.
    Internal,
    /// The header does not name both servers.
    Unnamed,
}

/// What one hop shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HopJudgement {
    /// Where it lies.
    pub place: Place,
    /// Its time does not fit those of the others, and it is the one that is wrong.
    pub disagrees: bool,
    /// The server that it came from is of the organisation that the hop before it ended in; `None` where names are missing.
    pub handed_over: Option<bool>,
}

/// Whether times run forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Every time that can be read is in order.
    InOrder,
    /// At least one is not.
    OutOfOrder,
    /// There are no hops.
    Absent,
}

/// What the whole path shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathJudgement {
    /// For each hop of [`Message::received`], in the same order.
    pub hops: Vec<HopJudgement>,
    /// Whether times run forward.
    pub order: Order,
    /// The message's own date is what does not fit.
    pub date_disagrees: bool,
    /// Seconds from the message's own date to the first server's; negative when it was received before it was written.
    pub seconds_from_date: Option<i64>,
    /// The organisation whose server took the message in for the recipient: the last one that is named.
    pub taken_in_by: Option<String>,
    /// Whether that is the house of a recipient's address; `None` when names do not say.
    pub at_home: Option<bool>,
    /// Everything worth saying, in words, in the order of the path.
    pub findings: Vec<PathFinding>,
}

/// One thing worth saying about a path.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PathFinding {
    /// Which, stable.
    pub code: PathCode,
    /// The hop that it is about, counted from 0, oldest first; `None` for the path as a whole.
    pub hop: Option<u32>,
    /// In words.
    pub text: String,
}

/// Kinds of findings about a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PathCode {
    /// There are no hops.
    NoPath,
    /// A hop's time cannot be read.
    Undated,
    /// A hop's time does not fit those of the others.
    HopDisagrees,
    /// The message's own date does not fit the hops.
    DateDisagrees,
    /// Clocks differ a little.
    Drift,
    /// The message waited.
    Waited,
    /// One server handed it over, and another says it had it from somebody else.
    HandOver,
    /// The last server is not of the recipient's provider.
    NotAtHome,
}

impl PathCode {
    /// The code as it is written in facts.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoPath => "no-path",
            Self::Undated => "undated",
            Self::HopDisagrees => "hop-disagrees",
            Self::DateDisagrees => "date-disagrees",
            Self::Drift => "drift",
            Self::Waited => "waited",
            Self::HandOver => "hand-over",
            Self::NotAtHome => "not-at-home",
        }
    }
}

impl Message {
    /// What the path of this message shows.
    pub fn judge_path(&self) -> PathJudgement {
        let hops = &self.received;
        let sent = self.date.as_ref().and_then(|date| date.seconds);
        // Of all times, the largest set that runs forward is believed; the rest disagree.
        let times = std::iter::once(sent).chain(hops.iter().map(|hop| hop.date.seconds)).collect::<Vec<_>>();
        let wrong = disagreeing(&times);
        let disagrees = |at: usize| wrong.get(at).copied().unwrap_or_default();
        let first = hops.iter().find_map(|hop| hop.date.seconds);
        let taken_in_by = house(hops);
        let at_home = taken_in_by.as_deref().and_then(|house| self.home(house));
        let judged: Vec<HopJudgement> = hops
            .iter()
            .enumerate()
            .map(|(at, hop)| HopJudgement {
                place: place(hop),
                disagrees: disagrees(at + 1),
                handed_over: at.checked_sub(1).and_then(|before| handed_over(hops.get(before)?, hop)),
            })
            .collect();
        let mut path = PathJudgement {
            order: match (hops.is_empty(), wrong.contains(&true)) {
                (true, _) => Order::Absent,
                (false, true) => Order::OutOfOrder,
                (false, false) => Order::InOrder,
            },
            hops: judged,
            date_disagrees: disagrees(0),
            seconds_from_date: first.zip(sent).map(|(first, sent)| first.saturating_sub(sent)),
            taken_in_by,
            at_home,
            findings: Vec::new(),
        };
        path.findings = findings(&path, hops);
        path
    }

    /// Whether `house` takes mail in for one of the addresses to which this message was delivered, or else written.
    pub(super) fn home(&self, house: &str) -> Option<bool> {
        let domain = |address: &str| address.rsplit_once('@').map(|(_, domain)| domain.to_owned());
        let known: Vec<bool> = self
            .recipients()
            .iter()
            .take(COMPARED)
            .filter_map(|one| at_home(house, &domain(&one.address)?))
            .collect();
        if known.contains(&true) { Some(true) } else { known.first().copied() }
    }
}

/// The organisation of the last server that has a name.
///
/// Large providers pass a message on between machines without one, and say of them neither by whom nor from whom; a machine
/// without a name that had it from a stranger is the provider's border, and leaves the house unknown.
pub(super) fn house(hops: &[Hop]) -> Option<String> {
    for hop in hops.iter().rev().take(5) {
        let by = host_of(hop.by.as_deref().unwrap_or_default()).filter(|host| !is_private_name(host));
        match by {
            Some(host) => return Some(organisation(&host)),
            None if hop.from.as_deref().is_some_and(comes_from_outside) => return None,
            None => {}
        }
    }
    None
}

fn comes_from_outside(from: &str) -> bool {
    let inside = |host: &String| is_private_name(host);
    host_of(from).is_some_and(|host| !inside(&host))
        || numbers_of(from).iter().any(|number| !is_private(*number))
}

fn place(hop: &Hop) -> Place {
    let (from, by) = (hop.from.as_deref().unwrap_or_default(), hop.by.as_deref().unwrap_or_default());
    let numbers = numbers_of(from);
    let named = host_of(from);
    if numbers.iter().any(|number| is_private(*number))
        || named.as_deref().is_some_and(is_private_name)
        || from.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("localhost"))
    {
        return Place::Internal;
    }
    match (named, host_of(by)) {
        (Some(from), Some(by)) if organisation(&from) == organisation(&by) => Place::Within,
        (Some(_), Some(_)) => Place::Between,
        _ => Place::Unnamed,
    }
}

fn handed_over(before: &Hop, hop: &Hop) -> Option<bool> {
    let last = host_of(before.by.as_deref()?)?;
    let clause = hop.from.as_deref()?;
    let from = host_of(clause)?;
    if is_private_name(&last) || is_private_name(&from) {
        return None;
    }
    // What a server calls itself and what its address is called often differ: either will do.
    let organisation_before = organisation(&last);
    let edge = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '=' | ',');
    let same = clause.split(edge).filter_map(host_of).any(|host| organisation(&host) == organisation_before);
    Some(same)
}

/// Which of the times do not fit; an unknown time fits.
///
/// Kept is the longest series in which none is more than [`DRIFT`] before the one in front of it; of equally long ones that
/// which spans the least time, and then that which ends nearest to the recipient, whose own server is the best witness.
fn disagreeing(times: &[Option<i64>]) -> Vec<bool> {
    let mut wrong = vec![false; times.len()];
    let known: Vec<(usize, i64)> =
        times.iter().enumerate().filter_map(|(at, time)| Some((at, (*time)?))).collect();
    let known = known.get(known.len().saturating_sub(COMPARED)..).unwrap_or_default();
    let forward = |before: i64, after: i64| after.saturating_add(DRIFT) >= before;
    if known.iter().zip(known.iter().skip(1)).all(|((_, a), (_, b))| forward(*a, *b)) {
        return wrong;
    }
    // For each time, from the last to the first, the best series that it can begin: how long, how far, and what follows.
    let mut series = vec![Series { length: 1, span: 0, next: None }; known.len()];
    for at in (0..known.len()).rev() {
        let Some((_, time)) = known.get(at) else { continue };
        let mut best = Series { length: 1, span: 0, next: None };
        for next in (at + 1..known.len()).rev() {
            let (Some((_, after)), Some(rest)) = (known.get(next), series.get(next)) else { continue };
            let span = rest.span.saturating_add(after.abs_diff(*time));
            let longer = Series { length: rest.length + 1, span, next: Some(next) };
            if forward(*time, *after) && longer.rank() > best.rank() {
                best = longer;
            }
        }
        if let Some(slot) = series.get_mut(at) {
            *slot = best;
        }
    }
    let start = (0..series.len()).max_by_key(|at| (series.get(*at).map(Series::rank), *at));
    let mut kept = start;
    let mut right = vec![false; known.len()];
    while let Some(at) = kept {
        if let Some(slot) = right.get_mut(at) {
            *slot = true;
        }
        kept = series.get(at).and_then(|one| one.next);
    }
    for ((at, _), right) in known.iter().zip(right) {
        if let Some(slot) = wrong.get_mut(*at) {
            *slot = !right;
        }
    }
    wrong
}

/// A series of times that runs forward.
#[derive(Clone, Copy)]
struct Series {
    length: usize,
    span: u64,
    next: Option<usize>,
}

impl Series {
    fn rank(&self) -> (usize, std::cmp::Reverse<u64>) {
        (self.length, std::cmp::Reverse(self.span))
    }
}

/// A length of time in words, such as `2 h 5 min`.
pub fn duration_in_words(seconds: i64) -> String {
    let seconds = seconds.unsigned_abs();
    let (days, hours, minutes) = (seconds / 86_400, seconds / 3_600 % 24, seconds / 60 % 60);
    match (days, hours, minutes) {
        (0, 0, 0) => format!("{seconds} s"),
        (0, 0, minutes) => format!("{minutes} min {} s", seconds % 60),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (1, hours, _) => format!("1 day {hours} h"),
        (days, ..) => format!("{days} days"),
    }
}

fn findings(path: &PathJudgement, hops: &[Hop]) -> Vec<PathFinding> {
    let mut found = Vec::new();
    let mut say = |code: PathCode, hop: Option<usize>, text: String| {
        found.push(PathFinding { code, hop: hop.and_then(|at| u32::try_from(at).ok()), text });
    };
    if hops.is_empty() {
        say(PathCode::NoPath, None, "It has no headers that show the way it took.".to_owned());
        return found;
    }
    let from_date = path.seconds_from_date.unwrap_or_default();
    if path.date_disagrees {
        let when = if from_date < 0 { "before" } else { "after" };
        let text = format!(
            "The first server received it {} {when} its own date: the sender's clock was wrong, or the date was set by hand.",
            duration_in_words(from_date)
        );
        say(PathCode::DateDisagrees, None, text);
    } else if from_date > 86_400 {
        let text = format!(
            "It was written {} before the first server received it: it was queued, saved as a draft, or dated by hand.",
            duration_in_words(from_date)
        );
        say(PathCode::Waited, None, text);
    } else if (-DRIFT..0).contains(&from_date) {
        let text = format!(
            "The first server's clock is {} behind the sender's; that is ordinary.",
            duration_in_words(from_date)
        );
        say(PathCode::Drift, None, text);
    }
    for (at, (hop, judged)) in hops.iter().zip(&path.hops).enumerate() {
        let by = hop.by.as_deref().and_then(host_of).unwrap_or_else(|| "a server without a name".to_owned());
        let since = hop.seconds_since_previous.filter(|_| at > 0).unwrap_or_default();
        if hop.date.seconds.is_none() {
            say(PathCode::Undated, Some(at), format!("The time that {by} wrote cannot be read."));
        } else if judged.disagrees {
            let text = format!(
                "The time that {by} wrote does not fit those of the other servers: its clock was wrong, or the line was added or changed."
            );
            say(PathCode::HopDisagrees, Some(at), text);
        } else if since > WAIT {
            let text = format!(
                "It waited {} before {by} took it: greylisting, a queue, or a mailbox that was fetched later.",
                duration_in_words(since)
            );
            say(PathCode::Waited, Some(at), text);
        } else if (-DRIFT..0).contains(&since) {
            let text = format!("The clock of {by} is {} behind; that is ordinary.", duration_in_words(since));
            say(PathCode::Drift, Some(at), text);
        }
        if judged.handed_over == Some(false) {
            let text = format!(
                "{by} had it from a server of another name than the one before: a step is missing, or the sender uses several names."
            );
            say(PathCode::HandOver, Some(at), text);
        }
    }
    if path.at_home == Some(false)
        && let Some(house) = &path.taken_in_by
    {
        let text = format!(
            "It ended at {house}, which does not keep mail for the address that it names: it was forwarded, fetched, or copied there."
        );
        say(PathCode::NotAtHome, Some(hops.len().saturating_sub(1)), text);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::disagreeing;

    #[test]
    fn the_one_that_is_wrong_is_named_and_not_its_neighbour() {
        let wrong = |times: &[i64]| {
            let times: Vec<Option<i64>> = times.iter().map(|time| Some(*time)).collect();
            let found: Vec<usize> = disagreeing(&times)
                .iter()
                .enumerate()
                .filter(|(_, wrong)| **wrong)
                .map(|(at, _)| at)
                .collect();
            found
        };
        assert_eq!(wrong(&[0, 10, 20]), Vec::<usize>::new());
        assert_eq!(wrong(&[0, 9_000, 20, 30]), [1], "a clock that ran ahead");
        assert_eq!(wrong(&[0, -9_000, 20, 30]), [1], "a clock that lagged");
        assert_eq!(wrong(&[9_000, 0, 10]), [0], "the date");
        assert_eq!(wrong(&[0, 10, -9_000]), [2], "the last server");
        assert_eq!(wrong(&[0, 90, 0, 60]), Vec::<usize>::new(), "a minute and a half is drift");
        assert_eq!(disagreeing(&[None, Some(5), None]), [false; 3]);
    }
}
