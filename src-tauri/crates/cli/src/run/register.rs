//! The register of claimants.

use std::path::Path;

use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{count, list, number, strings, text};
use crate::args::{Common, Register, RegisterExport, RegisterKind, RegisterTemplate, RegisterValidate};
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(common: &Common, what: &Register) -> Result<Ending> {
    match what {
        Register::Status => status(common),
        Register::Build { numbers, unready } => build(common, numbers, *unready),
        Register::List { version } => listed(common, *version),
        Register::End { number: who, on, reason, .. } => {
            let end = json!({ "number": number(who)?, "on": on, "reason": reason });
            done(common, "register.end", end, "Kept. The number and the line stay on the register.")
        }
        Register::Mark { numbers, cipher, issues, value_band, special_features } => {
            let mark = json!({
                "numbers": all(numbers)?, "cipher": cipher, "issues": issues, "value_band": value_band,
                "special_features": special_features,
            });
            done(common, "register.mark", mark, "Kept.")
        }
        Register::Form { form, claim_number, issued } => {
            let form = json!({ "form": form, "claim_number": claim_number, "issued": issued });
            done(common, "register.form", form, "Kept.")
        }
        Register::Settings { form_size, firm, issues, court, division, defendant } => {
            let session = Session::open(common)?;
            let view = session.call("register.get", json!({}))?;
            let mut settings = view.get("settings").cloned().unwrap_or_default();
            let given = [
                ("form_size", json!(form_size)),
                ("firm", json!(firm)),
                ("issues", json!(issues)),
                ("court", json!(court)),
                ("division", json!(division)),
                ("defendant", json!(defendant)),
            ];
            for (key, value) in given.into_iter().filter(|(_, value)| !value.is_null()) {
                if let Some(place) = settings.get_mut(key) {
                    *place = value;
                }
            }
            session.call("register.settings", settings.clone())?;
            if common.json {
                screen::json(&settings)
            } else {
                screen::line("Kept.")
            }
            Ok(Ending::Done)
        }
        Register::Template(what) => template(common, what),
        Register::Check { version } => {
            let checked = Session::open(common)?.call("register.check", json!({ "version": version }))?;
            Ok(faults(common, &checked))
        }
        Register::Validate(what) => validate(common, what),
        Register::Seal { reason } => {
            let sealed = Session::open(common)?.call("register.seal", json!({ "reason": reason }))?;
            if common.json {
                screen::json(&sealed);
            } else {
                let (version, lines) = (count(&sealed, "version"), count(&sealed, "entries"));
                screen::line(&format!("Sealed version {version} with {lines} claimants."));
                screen::line(&format!("SHA-256 {}", text(&sealed, "sha256")));
            }
            Ok(Ending::Done)
        }
        Register::Diff { from, to } => diff(common, *from, *to),
        Register::Export(what) => export(common, what),
    }
}

fn done(common: &Common, command: &str, input: Value, words: &str) -> Result<Ending> {
    let output = Session::open(common)?.call(command, input)?;
    if common.json {
        screen::json(&output)
    } else {
        screen::line(words)
    }
    Ok(Ending::Done)
}

fn all(numbers: &[String]) -> Result<Vec<u32>> {
    numbers.iter().map(|who| number(who)).collect()
}

fn items<'a>(value: &'a Value, key: &str) -> &'a [Value] {
    value.get(key).map(list).unwrap_or_default()
}

fn status(common: &Common) -> Result<Ending> {
    let view = Session::open(common)?.call("register.get", json!({}))?;
    if common.json {
        screen::json(&view);
        return Ok(Ending::Done);
    }
    let (on, ended, waiting) = (count(&view, "on"), count(&view, "ended"), count(&view, "not_on"));
    screen::line(&format!(
        "{on} claimants on the register, {ended} of them have left; {waiting} are not on it."
    ));
    let forms = items(&view, "forms").iter().map(|form| {
        let cells = [count(form, "form").to_string(), count(form, "held").to_string()];
        cells.into_iter().chain(["claim_number", "issued"].map(|key| text(form, key).to_owned())).collect()
    });
    screen::line("");
    screen::table(&["Claim form", "Claimants", "Claim number", "Issued"], &forms.collect::<Vec<_>>());
    let versions = items(&view, "versions").iter().map(|version| {
        let cells = [count(version, "version").to_string(), count(version, "entries").to_string()];
        cells.into_iter().chain(["at", "who", "reason"].map(|key| text(version, key).to_owned())).collect()
    });
    screen::line("");
    screen::table(&["Version", "Claimants", "Sealed", "By", "For"], &versions.collect::<Vec<_>>());
    if let Some(template) = view.get("template").filter(|template| !template.is_null()) {
        screen::line("");
        print_template(template);
    }
    Ok(Ending::Done)
}

fn build(common: &Common, numbers: &[String], unready: bool) -> Result<Ending> {
    let wanted = if numbers.is_empty() { Value::Null } else { json!(all(numbers)?) };
    let report =
        Session::open(common)?.call("register.enter", json!({ "numbers": wanted, "unready": unready }))?;
    let (entered, refused) = (count(&report, "entered"), count(&report, "refused_count"));
    if common.json {
        screen::json(&report);
    } else {
        match entered {
            0 => screen::line("Nobody was entered."),
            _ => screen::line(&format!(
                "{entered} entered, with the numbers {} to {}.",
                count(&report, "first"),
                count(&report, "last")
            )),
        }
        if count(&report, "already") > 0 {
            screen::line(&format!("{} were on the register already.", count(&report, "already")));
        }
        if refused > 0 {
            screen::line(&format!("{refused} were not entered:"));
            for who in items(&report, "refused") {
                screen::line(&format!("  {}  {}", text(who, "reference"), text(who, "reason")));
            }
            if count(&report, "unready") > 0 {
                screen::line("Whoever has consented can be entered all the same: --unready.");
            }
        }
    }
    Ok(if refused > 0 { Ending::Partly } else { Ending::Done })
}

fn listed(common: &Common, version: Option<u32>) -> Result<Ending> {
    let session = Session::open(common)?;
    let numbers = session.call("register.ids", json!({ "version": version }))?;
    let mut rows = Vec::new();
    for block in list(&numbers).chunks(500) {
        let found = session.call("register.rows", json!({ "version": version, "numbers": block }))?;
        rows.extend(list(&found).to_vec());
    }
    if common.json {
        screen::json(&Value::Array(rows));
        return Ok(Ending::Done);
    }
    let fields = ["number", "claim-form", "name", "status", "cohort", "claim-number", "entered", "ended"];
    let cells = |row: &Value| {
        let values = row.get("values").cloned().unwrap_or_default();
        fields.iter().map(|field| text(&values, field).to_owned()).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = rows.iter().map(cells).collect();
    screen::table(&["No", "Form", "Name", "Status", "Cohort", "Claim number", "Entered", "Ended"], &rows);
    Ok(if rows.is_empty() { Ending::Nothing } else { Ending::Done })
}

fn template(common: &Common, what: &RegisterTemplate) -> Result<Ending> {
    let session = Session::open(common)?;
    if what.forget {
        session.call("register.template_forget", json!({}))?;
        screen::line("Kept.");
        return Ok(Ending::Done);
    }
    let shown = if what.file.is_none() && what.map.is_empty() && what.value.is_empty() {
        let view = session.call("register.get", json!({}))?;
        view.get("template").cloned().filter(|template| !template.is_null()).unwrap_or_default()
    } else {
        let path = what.file.as_deref().map(absolute);
        session.call(
            "register.template",
            json!({
                "path": path, "sheet": what.sheet, "header_row": what.header_row, "columns": choices(what)?,
            }),
        )?
    };
    if shown.is_null() {
        screen::line("There is no template.");
        return Ok(Ending::Nothing);
    }
    if common.json {
        screen::json(&shown)
    } else {
        print_template(&shown)
    }
    Ok(if items(&shown, "open").is_empty() { Ending::Done } else { Ending::Partly })
}

fn choices(what: &RegisterTemplate) -> Result<Vec<Value>> {
    let wrong = |found: &str| Error::with("register-map", &[("found", found)]);
    let mut choices = Vec::new();
    for map in &what.map {
        let (heading, field) = map.rsplit_once('=').ok_or_else(|| wrong(map))?;
        choices.push(json!({ "heading": heading, "field": field.trim() }));
    }
    let mut values: Vec<(String, Vec<Value>)> = Vec::new();
    for value in &what.value {
        let (heading, rest) = value.split_once(':').ok_or_else(|| wrong(value))?;
        let (ours, theirs) = rest.split_once('=').ok_or_else(|| wrong(value))?;
        let pair = json!([ours.trim(), theirs.trim()]);
        match values.iter_mut().find(|(known, _)| known == heading) {
            Some((_, pairs)) => pairs.push(pair),
            None => values.push((heading.to_owned(), vec![pair])),
        }
    }
    choices
        .extend(values.into_iter().map(|(heading, values)| json!({ "heading": heading, "values": values })));
    Ok(choices)
}

/// A heading on one line, however it is broken in its cell.
fn heading(of: &Value) -> String {
    text(of, "heading").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn print_template(template: &Value) {
    screen::line(&format!(
        "Template “{}”, sheet “{}”, headings in row {}.",
        text(template, "name"),
        text(template, "sheet"),
        count(template, "header_row")
    ));
    let cells = |column: &Value| {
        let holds = match text(column, "field") {
            "" if column.get("left_empty").and_then(Value::as_bool).unwrap_or_default() => "(left empty)",
            "" => "(say with --map)",
            field => field,
        };
        let must =
            if column.get("required").and_then(Value::as_bool).unwrap_or_default() { "yes" } else { "" };
        let hidden = column.get("hidden").and_then(Value::as_bool).unwrap_or_default();
        let heading = format!("{}{}", heading(column), if hidden { " (hidden)" } else { "" });
        [text(column, "letter"), &heading, holds, must, text(column, "allowed")].map(str::to_owned).to_vec()
    };
    let rows: Vec<Vec<String>> = items(template, "columns").iter().map(cells).collect();
    screen::table(&["", "Heading", "Joinder writes", "Required", "Allowed"], &rows);
    for column in items(template, "columns") {
        for pair in items(column, "values") {
            let word = |at: usize| list(pair).get(at).and_then(Value::as_str).unwrap_or_default();
            screen::line(&format!("  {}: “{}” is written “{}”", heading(column), word(0), word(1)));
        }
    }
}

fn validate(common: &Common, what: &RegisterValidate) -> Result<Ending> {
    let session = if what.template.is_some() { Session::new() } else { Session::open(common)? };
    let checked = session.call(
        "register.validate",
        json!({
            "path": what.file, "template": what.template, "sheet": what.sheet, "header_row": what.header_row,
            "register_header_row": what.register_header_row,
        }),
    )?;
    Ok(faults(common, &checked))
}

fn faults(common: &Common, checked: &Value) -> Ending {
    let total = count(checked, "total");
    if common.json {
        screen::json(checked);
    } else {
        screen::outside(
            0,
            &format!(
                "{}: {} rows held against “{}”.",
                text(checked, "checked"),
                count(checked, "rows"),
                text(checked, "template")
            ),
        );
        for fault in items(checked, "faults") {
            let heading = heading(fault);
            let heading = if heading.is_empty() { String::new() } else { format!(" ({heading})") };
            let place = format!("Row {}, column {}{heading}:", count(fault, "row"), text(fault, "column"));
            screen::outside(0, &format!("{place} {} {}", text(fault, "message"), text(fault, "fix")));
        }
        strings(checked, "notes").iter().for_each(|note| screen::outside(0, note));
        let shown = items(checked, "faults").len() as u64;
        match total {
            0 => screen::line("No faults."),
            1 => screen::line("1 fault."),
            _ if shown < total => screen::line(&format!("{total} faults; the first {shown} are shown.")),
            _ => screen::line(&format!("{total} faults.")),
        }
    }
    if total > 0 { Ending::Partly } else { Ending::Done }
}

fn diff(common: &Common, from: u32, to: Option<u32>) -> Result<Ending> {
    let view = Session::open(common)?.call("register.changes", json!({ "from": from, "to": to }))?;
    let changes = view.get("changes").cloned().unwrap_or_default();
    let named = |number: &Value| {
        let name =
            view.get("names").map(|names| text(names, &number.to_string()).to_owned()).unwrap_or_default();
        format!("  {number}  {name}")
    };
    let none =
        ["added", "withdrawn", "amended", "missing"].iter().all(|kind| items(&changes, kind).is_empty());
    if common.json {
        screen::json(&view);
    } else {
        screen::line(&format!("From “{}” to “{}”:", text(&view, "from"), text(&view, "to")));
        for kind in ["added", "withdrawn", "missing"] {
            let numbers = items(&changes, kind);
            if !numbers.is_empty() {
                screen::line(&format!("{} {kind}:", numbers.len()));
                numbers.iter().for_each(|number| screen::line(&named(number)));
            }
        }
        let amended = items(&changes, "amended");
        if !amended.is_empty() {
            screen::line(&format!("{} amended:", amended.len()));
        }
        for line in amended {
            screen::line(&named(line.get("number").unwrap_or(&Value::Null)));
            for change in items(line, "fields") {
                let label =
                    view.get("labels").map(|labels| text(labels, text(change, "field"))).unwrap_or_default();
                let (before, after) = (text(change, "before"), text(change, "after"));
                screen::line(&format!("      {label}: “{before}” became “{after}”"));
            }
        }
        if none {
            screen::line("Nothing differs.");
        }
    }
    Ok(if none { Ending::Nothing } else { Ending::Done })
}

fn export(common: &Common, what: &RegisterExport) -> Result<Ending> {
    let kind = match what.kind {
        RegisterKind::Register => "register",
        RegisterKind::Schedule => "schedule",
        RegisterKind::Information => "information",
        RegisterKind::Bordereau => "bordereau",
        RegisterKind::Changes => "changes",
    };
    // The register goes from solicitor to solicitor, schedules go where anybody may read them.
    let confidential = what.confidential || (!what.public && what.kind == RegisterKind::Register);
    let written = Session::open(common)?.call(
        "register.export",
        json!({
            "kind": kind, "audience": if confidential { "confidential" } else { "public" },
            "version": what.version, "from": what.from, "path": absolute(&what.out),
        }),
    )?;
    if common.json {
        screen::json(&written);
    } else {
        let pages = match count(&written, "pages") {
            0 => String::new(),
            1 => ", 1 page".to_owned(),
            pages => format!(", {pages} pages"),
        };
        screen::line(&format!("Wrote {}: {} rows{pages}.", what.out.display(), count(&written, "rows")));
        screen::line(&format!("SHA-256 {}", text(&written, "sha256")));
        strings(&written, "notes").iter().for_each(|note| screen::line(note));
    }
    Ok(Ending::Done)
}

fn absolute(path: &Path) -> std::path::PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
