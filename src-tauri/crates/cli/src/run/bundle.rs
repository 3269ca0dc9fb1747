//! Claim bundles into a folder.

mod plan;

use std::path::Path;

use joinder_app::Result;
use serde_json::{Value, json};

use super::{count, list, number, text};
use crate::args::{Bundle, Common, Form};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, bundle: &Bundle) -> Result<Ending> {
    let numbers = numbers(bundle)?;
    let session = Session::open(common)?;
    let audience = if bundle.public { "public" } else { "confidential" };
    let Some(out) = &bundle.out else { return plan::run(common, &session, numbers, audience) };
    let form = match bundle.form {
        Form::Draft => "draft",
        Form::Approval => "approval",
        Form::Issue => "issue",
    };
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let input = json!({ "numbers": numbers, "out": out, "audience": audience, "form": form });
    let report = session.call("bundle.make", input)?;
    if common.json {
        screen::json(&report);
    } else {
        print(&report);
    }
    Ok(
        match (
            report.get("cancelled"),
            count(&report, "made"),
            list(report.get("failed").unwrap_or(&Value::Null)),
        ) {
            (Some(Value::Bool(true)), _, _) => Ending::Stopped,
            (_, _, [_, ..]) => Ending::Partly,
            (_, 0, _) => Ending::Nothing,
            _ => Ending::Done,
        },
    )
}

/// The numbers as given; `None` is every claimant.
pub(super) fn numbers(bundle: &Bundle) -> Result<Option<Vec<u32>>> {
    if bundle.all {
        return Ok(None);
    }
    bundle.numbers.iter().map(|given| number(given)).collect::<Result<Vec<u32>>>().map(Some)
}

/// Makes draft bundles; `None` is every claimant.
pub(super) fn make(session: &Session, numbers: Option<&[u32]>, out: &Path) -> Result<Value> {
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    session.call("bundle.make", json!({ "numbers": numbers, "out": out }))
}

pub(super) fn print(report: &Value) {
    screen::line(&format!(
        "{} bundles, {} pages, in {}",
        count(report, "made"),
        count(report, "pages"),
        text(report, "folder")
    ));
    for placeholder in list(report.get("placeholders").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  C-{:06}, exhibit {}: not printed. {}",
            count(placeholder, "number"),
            text(placeholder, "label"),
            text(placeholder, "reason")
        ));
    }
    for failed in list(report.get("failed").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  C-{:06}: no bundle. {} {}",
            count(failed, "number"),
            text(failed, "message"),
            text(failed, "fix")
        ));
    }
}
