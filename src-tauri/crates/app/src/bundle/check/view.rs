//! What a check found, as scripts and the window read it (docs/check-bundle.md).

use std::path::{Path, PathBuf};

use joinder_bundle::{Fault, Lint, State};
use joinder_domain::audit::Digest;
use serde::Serialize;

/// Names the shape of the document; a change that breaks readers raises the number.
const SCHEMA: &str = "joinder-bundle-check/1";

/// A file, judged rule by rule.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleChecked"))]
pub struct Checked {
    /// Names the shape of this document.
    pub schema: &'static str,
    /// The file as it was named.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub file: PathBuf,
    /// Its name.
    pub name: String,
    /// Its length.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub bytes: u64,
    /// SHA-256 of its bytes, lower-case hex.
    pub sha256: String,
    /// Its pages; 0 where it cannot be opened.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub pages: usize,
    /// Rules that nothing speaks against.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub passed: usize,
    /// Rules with a fault.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub failed: usize,
    /// Rules that could not be judged.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub not_checked: usize,
    /// Each rule in order.
    pub rules: Vec<Verdict>,
    /// The report that was written.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub report: Option<PathBuf>,
}

/// One rule, judged.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleVerdict"))]
pub struct Verdict {
    /// Its number, such as "EB-02".
    pub rule: &'static str,
    /// What it asks for.
    pub asks: &'static str,
    /// `pass`, `fail` or `not-checked`.
    pub state: &'static str,
    /// Pages with faults, from 1.
    #[cfg_attr(feature = "ts", ts(type = "Array<number>"))]
    pub pages: Vec<usize>,
    /// What is wrong, at most 200 entries.
    pub faults: Vec<FaultView>,
    /// Faults beyond those.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub more: usize,
    /// What was seen, or why it could not be judged.
    pub remarks: Vec<String>,
}

/// One fault.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleFault"))]
pub struct FaultView {
    /// Page concerned, from 1; `null` where it is the file.
    #[cfg_attr(feature = "ts", ts(type = "number | null"))]
    pub page: Option<usize>,
    /// Where on the page.
    pub area: Option<AreaView>,
    /// What is wrong.
    pub text: String,
}

/// A rectangle in points from the top left corner of the page as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "BundleArea"))]
pub struct AreaView {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

pub(super) fn checked(file: &Path, bytes: &[u8], lint: &Lint) -> Checked {
    let count = |state: State| lint.verdicts.iter().filter(|verdict| verdict.state == state).count();
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned());
    Checked {
        schema: SCHEMA,
        file: file.to_owned(),
        name: name.unwrap_or_default(),
        bytes: bytes.len() as u64,
        sha256: Digest::of(bytes).to_string(),
        pages: lint.pages,
        passed: count(State::Pass),
        failed: count(State::Fail),
        not_checked: count(State::NotChecked),
        rules: lint.verdicts.iter().map(verdict).collect(),
        report: None,
    }
}

fn verdict(verdict: &joinder_bundle::Verdict) -> Verdict {
    Verdict {
        rule: verdict.rule.code(),
        asks: verdict.rule.words(),
        state: match verdict.state {
            State::Pass => "pass",
            State::Fail => "fail",
            State::NotChecked => "not-checked",
        },
        pages: verdict.pages.clone(),
        faults: verdict.faults.iter().map(fault).collect(),
        more: verdict.more,
        remarks: verdict.remarks.clone(),
    }
}

fn fault(fault: &Fault) -> FaultView {
    // A tenth of a point is finer than anybody can point at.
    let tenth = |value: f32| (value * 10.0).round() / 10.0;
    let area = fault.area.map(|area| AreaView {
        left: tenth(area.left),
        top: tenth(area.top),
        right: tenth(area.right),
        bottom: tenth(area.bottom),
    });
    FaultView { page: fault.page, area, text: fault.text.clone() }
}
