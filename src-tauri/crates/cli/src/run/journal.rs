//! Notes, tasks and correspondence beside a record.

use std::io::Read as _;

use clap::ValueEnum;
use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{list, number, text};
use crate::Ending;
use crate::args::{Common, Correspondence, Note, Task};
use crate::screen::{self, outside as line};
use crate::session::Session;

pub(super) fn note(common: &Common, note: &Note) -> Result<Ending> {
    let beside = Beside::open(common, &note.number)?;
    match typed(note.text.as_deref())? {
        Some(text) => beside.add(&json!({ "kind": "note", "text": text, "personal": note.personal })),
        None => beside.list("note"),
    }
}

pub(super) fn task(common: &Common, task: &Task) -> Result<Ending> {
    let beside = Beside::open(common, &task.number)?;
    if let Some(id) = task.done {
        return beside.change(id, "task", |entry| set(entry, "done", json!(true)));
    }
    let Some(text) = typed(task.text.as_deref())? else { return beside.list("task") };
    let assignee = task.r#for.as_deref().map(|name| beside.person(name)).transpose()?;
    let entry = json!({ "kind": "task", "text": text, "due": task.due, "assignee": assignee, "done": false });
    beside.add(&entry)
}

pub(super) fn correspondence(common: &Common, asked: &Correspondence) -> Result<Ending> {
    let beside = Beside::open(common, &asked.number)?;
    if let Some(id) = asked.answered {
        return beside.change(id, "correspondence", |entry| set(entry, "answered", json!(asked.on)));
    }
    let Some(text) = typed(asked.text.as_deref())? else { return beside.list("correspondence") };
    beside.add(&json!({
        "kind": "correspondence", "text": text, "direction": asked.direction.map(word), "by": word(asked.by),
        "with": asked.with, "on": asked.on, "reply": word(asked.reply),
    }))
}

/// The text of an argument; `-` stands for standard input, where other users of the machine cannot read along.
fn typed(text: Option<&str>) -> Result<Option<String>> {
    if text != Some("-") {
        return Ok(text.map(str::to_owned));
    }
    let mut read = String::new();
    std::io::stdin().read_to_string(&mut read).map_err(|_| Error::new("unreadable-file"))?;
    Ok(Some(read.trim_end().to_owned()))
}

fn word(value: impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn set(entry: &mut Value, key: &str, value: Value) {
    if let Some(entry) = entry.as_object_mut() {
        entry.insert(key.to_owned(), value);
    }
}

struct Beside<'a> {
    common: &'a Common,
    session: Session,
    number: u32,
}

impl<'a> Beside<'a> {
    fn open(common: &'a Common, claimant: &str) -> Result<Self> {
        Ok(Self { common, number: number(claimant)?, session: Session::open(common)? })
    }

    fn add(&self, entry: &Value) -> Result<Ending> {
        let added = self.session.call("journal.add", json!({ "number": self.number, "entry": entry }))?;
        if self.common.json {
            screen::json(&added);
        }
        Ok(Ending::Done)
    }

    fn entries(&self) -> Result<Value> {
        self.session.call("journal.list", json!({ "number": self.number }))
    }

    /// Changes one entry of a kind.
    fn change(&self, id: i64, kind: &str, change: impl FnOnce(&mut Value)) -> Result<Ending> {
        let entries = self.entries()?;
        let is = |row: &&Value| row.get("id") == Some(&json!(id)) && kind_of(row) == kind;
        let found = list(&entries).iter().find(is).ok_or_else(|| Error::new("no-such-entry"))?;
        let mut entry = found.get("entry").cloned().unwrap_or_default();
        change(&mut entry);
        let input = json!({ "id": id, "version": found.get("version"), "entry": entry });
        let edited = self.session.call("journal.edit", input)?;
        if self.common.json {
            screen::json(&edited);
        }
        Ok(Ending::Done)
    }

    fn list(&self, kind: &str) -> Result<Ending> {
        let entries = self.entries()?;
        let entries: Vec<&Value> = list(&entries).iter().filter(|row| kind_of(row) == kind).collect();
        if self.common.json {
            screen::json(&json!(entries));
        } else {
            entries.iter().for_each(|row| show(row));
        }
        Ok(if entries.is_empty() { Ending::Nothing } else { Ending::Done })
    }

    /// The id of whoever has a sign-in name.
    fn person(&self, name: &str) -> Result<Value> {
        let people = self.session.call("person.list", json!({}))?;
        let found = list(&people).iter().find(|person| text(person, "sign_in") == name);
        let found = found.ok_or_else(|| Error::with("no-such-person", &[("sign_in", name)]))?;
        Ok(found.get("id").cloned().unwrap_or_default())
    }
}

fn kind_of(row: &Value) -> &str {
    row.get("entry").map(|entry| text(entry, "kind")).unwrap_or_default()
}

fn show(row: &Value) {
    let entry = row.get("entry").cloned().unwrap_or_default();
    let id = row.get("id").and_then(Value::as_i64).unwrap_or_default();
    let mut head = vec![format!("{id}"), text(row, "at").to_owned(), text(row, "who").to_owned()];
    let is = |key: &str| entry.get(key).and_then(Value::as_bool) == Some(true);
    head.extend(["direction", "by", "with", "on"].iter().map(|key| text(&entry, key).to_owned()));
    head.extend(is("personal").then(|| "only you see it".to_owned()));
    head.extend(is("done").then(|| "done".to_owned()));
    for (key, words) in [("due", "due"), ("assignee", "for")] {
        head.extend(
            Some(text(row, key)).filter(|value| !value.is_empty()).map(|value| format!("{words} {value}")),
        );
    }
    let answered = Some(text(&entry, "answered")).filter(|day| !day.is_empty());
    head.extend(answered.map(|day| format!("answered {day}")));
    head.retain(|part| !part.is_empty());
    line(0, &head.join(", "));
    for words in text(&entry, "text").lines() {
        line(1, words);
    }
}
