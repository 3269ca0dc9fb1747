//! Claim bundles into a folder.

mod plan;
mod versions;

use std::path::Path;

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, number, text};
use crate::args::{Bundle, Common, Form};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, bundle: &Bundle) -> Result<Ending> {
    let session = Session::open(common)?;
    let numbers = numbers(bundle, &session)?;
    let audience = if bundle.public { "public" } else { "confidential" };
    if bundle.versions {
        return versions::run(common, &session, numbers, audience);
    }
    let Some(out) = &bundle.out else { return plan::run(common, &session, numbers, audience) };
    let form = match bundle.form {
        Form::Draft => "draft",
        Form::Approval => "approval",
        Form::Issue => "issue",
    };
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    let input = json!({
        "numbers": numbers, "out": out, "audience": audience, "form": form, "seal": bundle.seal,
        "again": bundle.again, "ocr": !bundle.no_ocr,
    });
    let report = session.call("bundle.make", input)?;
    if common.json {
        screen::json(&report);
    } else {
        print(&report);
    }
    Ok(
        match (
            report.get("cancelled"),
            count(&report, "made") + count(&report, "kept"),
            list(report.get("failed").unwrap_or(&Value::Null)),
        ) {
            (Some(Value::Bool(true)), _, _) => Ending::Stopped,
            (_, _, [_, ..]) => Ending::Partly,
            (_, 0, _) => Ending::Nothing,
            _ => Ending::Done,
        },
    )
}

/// The numbers as given, or those of a kept view; `None` is every claimant.
pub(super) fn numbers(bundle: &Bundle, session: &Session) -> Result<Option<Vec<u32>>> {
    if bundle.all {
        return Ok(None);
    }
    if let Some(name) = &bundle.view {
        let views = session.call("view.list", json!({}))?;
        let view = list(&views).iter().find(|view| text(view, "name") == name);
        let view = view.ok_or_else(|| Error::new("no-such-view"))?;
        let query = view.pointer("/content/query").cloned().unwrap_or_default();
        let numbers = session.call("claimant.ids", query)?;
        return Ok(Some(serde_json::from_value(numbers).unwrap_or_default()));
    }
    bundle.numbers.iter().map(|given| number(given)).collect::<Result<Vec<u32>>>().map(Some)
}

/// What a command says of each claimant's bundle, with the number that it was asked for; `None` is every claimant.
fn each(session: &Session, command: &str, numbers: Option<Vec<u32>>, audience: &str) -> Result<Vec<Value>> {
    let numbers = match numbers {
        Some(numbers) => numbers,
        None => serde_json::from_value(session.call("claimant.ids", json!({}))?).unwrap_or_default(),
    };
    let one = |number: u32| {
        let mut said = session.call(command, json!({ "number": number, "audience": audience }))?;
        if let Some(fields) = said.as_object_mut() {
            fields.insert("number".to_owned(), json!(number));
        }
        Ok(said)
    };
    numbers.into_iter().map(one).collect()
}

/// Makes draft bundles; `None` is every claimant.
pub(super) fn make(session: &Session, numbers: Option<&[u32]>, out: &Path) -> Result<Value> {
    let out = std::path::absolute(out).unwrap_or_else(|_| out.to_owned());
    session.call("bundle.make", json!({ "numbers": numbers, "out": out }))
}

pub(super) fn print(report: &Value) {
    let kept = match count(report, "kept") {
        0 => String::new(),
        kept => format!(" made, {kept} there already"),
    };
    screen::line(&format!(
        "{} bundles{kept}, {} pages, in {}",
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
    for one in list(report.get("pictures").unwrap_or(&Value::Null)) {
        screen::line(&format!(
            "  C-{:06}: pages that are pictures and cannot be searched: {}",
            count(one, "number"),
            text(one, "pages")
        ));
    }
    for file in list(report.get("files").unwrap_or(&Value::Null)) {
        if !text(file, "note").is_empty() {
            screen::line(&format!("  {}: {}", text(file, "file"), text(file, "note")));
        }
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
