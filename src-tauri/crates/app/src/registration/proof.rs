//! What was found in a file, in words for the person who sends it: never more than the grade says.

use joinder_domain::notice::{Grade, GradeKind};
use joinder_evidence::Shape;
use joinder_store::evidence::Evidence;
use serde::Serialize;

use crate::evidence::Row;
use crate::text::text;

/// A file to send.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "RegistrationProof"))]
pub struct Proof {
    /// The file.
    pub row: Row,
    /// What it is, one sentence each.
    pub says: Vec<String>,
    /// What would be better, one sentence each; empty where nothing would.
    pub better: Vec<String>,
    /// The original email would be better, so that a guide to saving it helps.
    pub wants_original: bool,
}

/// Kinds of files in which nothing is looked for.
const UNREAD: [Shape; 5] = [Shape::Unknown, Shape::Text, Shape::Html, Shape::Rtf, Shape::Office];

impl Proof {
    pub(super) fn of(item: Evidence) -> Self {
        let grade = item.grade.clone();
        let to = item.recipients.first().cloned().unwrap_or_default();
        let row = Row::of(item, Vec::new());
        let mut proof = Self { row, says: Vec::new(), better: Vec::new(), wants_original: false };
        match &grade {
            None => proof.say("reg-found-other"),
            Some(grade) => proof.judge(grade, &to),
        }
        if Shape::named(&proof.row.shape).is_some_and(|shape| UNREAD.contains(&shape)) {
            // A note or a spreadsheet is not broken for not being read.
            proof.better.push(text("reg-better-kind", &[]));
        } else if !proof.row.damage.is_empty() {
            proof.better.push(text("reg-better-damaged", &[]));
        }
        proof
    }

    fn judge(&mut self, grade: &Grade, to: &str) {
        if matches!(grade.kind, GradeKind::Unrelated | GradeKind::Wrong(_)) {
            let wrong = matches!(grade.kind, GradeKind::Wrong(_));
            self.say(if wrong { "reg-found-wrong" } else { "reg-found-unrelated" });
            self.better.push(text("reg-better-unrelated", &[]));
            return;
        }
        for reason in &grade.reasons {
            let key = match reason.code.as_str() {
                "shape-native" => "reg-found-native",
                "shape-outlook" => "reg-found-outlook",
                "shape-attached" => "reg-found-attached",
                "shape-inline" | "shape-inline-bare" => "reg-found-forwarded",
                "shape-pdf" => "reg-found-print",
                "shape-picture" => "reg-found-picture",
                "shape-letter" | "address-letter" => "reg-found-letter",
                "shape-text-message" => "reg-found-text-message",
                "marks-not-visible" => "reg-found-unread",
                "address-own" => "reg-found-address-own",
                "address-other" => "reg-found-address-other",
                "address-variant" => "reg-found-address-variant",
                "address-undeclared" => "reg-found-address-undeclared",
                _ => continue,
            };
            self.says.push(text(key, &[("to", to)]));
            match reason.code.as_str() {
                "shape-inline" | "shape-inline-bare" | "shape-pdf" | "shape-picture" => {
                    self.better.push(text("reg-better-original", &[]));
                    self.wants_original = true;
                }
                "address-other" | "address-undeclared" | "address-variant" => {
                    self.better.push(text("reg-better-address", &[("to", to)]));
                }
                _ => {}
            }
        }
    }

    fn say(&mut self, key: &str) {
        self.says.push(text(key, &[]));
    }
}
