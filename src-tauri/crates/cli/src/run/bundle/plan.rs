//! What a claim bundle would hold, before anything is drawn.

use joinder_app::Result;
use serde_json::{Value, json};

use super::super::{count, list, text};
use super::each;
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

pub(super) fn run(
    common: &Common,
    session: &Session,
    numbers: Option<Vec<u32>>,
    audience: &str,
) -> Result<Ending> {
    let plans = each(session, "bundle.plan", numbers, audience)?;
    if common.json {
        screen::json(&json!(plans));
        return Ok(if plans.is_empty() { Ending::Nothing } else { Ending::Done });
    }
    for plan in &plans {
        screen::line(&format!("{}  {}", text(plan, "reference"), text(plan, "name")));
        let none = Value::Null;
        let cells = |row: &Value| {
            vec![
                text(row, "section").to_owned(),
                text(row, "title").to_owned(),
                text(row, "date").to_owned(),
                text(row, "note").to_owned(),
            ]
        };
        let rows: Vec<Vec<String>> = list(plan.get("documents").unwrap_or(&none)).iter().map(cells).collect();
        screen::table(&["", "Document", "Date", ""], &rows);
        screen::line(&format!("{} exhibits", count(plan, "exhibits")));
        screen::line("");
    }
    Ok(if plans.is_empty() { Ending::Nothing } else { Ending::Done })
}
