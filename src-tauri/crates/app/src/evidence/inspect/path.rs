//! The path of a message, hop by hop, in UK time.

use joinder_evidence::{Hop, HopJudgement, Message, Order, Place};
use serde::Serialize;

use super::InspectedDate;

/// The path of a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedPath {
    /// `in-order`, `out-of-order`, or `absent` when there are no hops.
    pub order: String,
    /// The hops that do not fit the others, counted from 1, oldest first.
    pub disagreeing: Vec<u32>,
    /// The message's own date is what does not fit.
    pub date_disagrees: bool,
    /// Seconds from the message's own date to the first server's; negative when it was received before it was written.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub seconds_from_date: Option<i64>,
    /// The organisation whose server took the message in for the recipient; empty when none is named.
    pub taken_in_by: String,
    /// Whether that organisation keeps mail for a recipient's address; `null` when names do not say.
    pub at_home: Option<bool>,
    /// Hops, oldest first.
    pub hops: Vec<InspectedHop>,
    /// Everything worth saying, in the order of the path.
    pub findings: Vec<InspectedPathFinding>,
}

/// One server that took the message on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedHop {
    /// Its number, from 1, the oldest first.
    pub number: u32,
    /// The server that it came from, as the receiving server saw it.
    pub from: String,
    /// The server that received it.
    pub by: String,
    /// The protocol.
    pub with: String,
    /// The recipient that the server was told; empty when it does not say.
    pub for_address: String,
    /// When it was received.
    pub at: InspectedDate,
    /// Seconds since the hop before; for the first hop, since the message's own date. Negative when a clock was wrong.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub skew_seconds: Option<i64>,
    /// It is the hop that does not fit the others.
    pub disagrees: bool,
    /// `between` organisations, `within` one, `internal` to a house by private addresses or names, or `unnamed`.
    pub place: String,
    /// Whether it came from the organisation that the hop before ended in; `null` when names do not say.
    pub handed_over: Option<bool>,
    /// The header as written.
    pub raw: String,
}

/// One thing worth saying about a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InspectedPathFinding {
    /// A stable short name, such as `hop-disagrees` or `waited`.
    pub code: String,
    /// The hop's number, from 1; `null` for the path as a whole.
    pub hop: Option<u32>,
    /// In words.
    pub text: String,
}

pub(super) fn path(message: &Message) -> InspectedPath {
    let judged = message.judge_path();
    let numbered = message.received.iter().zip(&judged.hops).zip(1_u32..);
    let hops: Vec<InspectedHop> = numbered.map(|((one, judged), number)| hop(number, one, judged)).collect();
    InspectedPath {
        order: match judged.order {
            Order::InOrder => "in-order",
            Order::OutOfOrder => "out-of-order",
            Order::Absent => "absent",
        }
        .to_owned(),
        disagreeing: hops.iter().filter(|hop| hop.disagrees).map(|hop| hop.number).collect(),
        date_disagrees: judged.date_disagrees,
        seconds_from_date: judged.seconds_from_date,
        taken_in_by: judged.taken_in_by.unwrap_or_default(),
        at_home: judged.at_home,
        hops,
        findings: judged
            .findings
            .into_iter()
            .map(|found| InspectedPathFinding {
                code: found.code.as_str().to_owned(),
                hop: found.hop.map(|at| at.saturating_add(1)),
                text: found.text,
            })
            .collect(),
    }
}

fn hop(number: u32, hop: &Hop, judged: &HopJudgement) -> InspectedHop {
    let text = |clause: &Option<String>| clause.clone().unwrap_or_default();
    InspectedHop {
        number,
        from: text(&hop.from),
        by: text(&hop.by),
        with: text(&hop.with),
        for_address: text(&hop.for_address),
        at: InspectedDate::of(format!("Received {number}"), &hop.date),
        skew_seconds: hop.seconds_since_previous,
        disagrees: judged.disagrees,
        place: match judged.place {
            Place::Between => "between",
            Place::Within => "within",
            Place::Internal => "internal",
            Place::Unnamed => "unnamed",
        }
        .to_owned(),
        handed_over: judged.handed_over,
        raw: hop.raw.clone(),
    }
}
