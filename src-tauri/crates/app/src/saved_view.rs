//! Views that a person keeps: a query with its columns, under a name.

use joinder_store::{Op, saved_view as store};
use serde::{Deserialize, Serialize};

use crate::claimant::{Column, Query};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};
use crate::undo::{Undo, What};

/// Characters of a name.
const NAME_MOST: usize = 80;

/// What a view shows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ViewContent"))]
pub struct Content {
    /// Whom, in which order.
    pub query: Query,
    /// Columns from left to right; empty for the usual ones.
    pub columns: Vec<ViewColumn>,
}

/// A column of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ViewColumn {
    /// What it shows.
    pub key: Column,
    /// Its width in sixteenths of the text size; 0 for the usual one.
    pub width: u32,
}

/// A view that somebody keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "KeptView"))]
pub struct Kept {
    /// Which one.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
    /// Its name.
    pub name: String,
    /// What it shows.
    pub content: Content,
}

/// A view to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ViewSave"))]
pub struct Save {
    /// Its name; one of the same name is replaced.
    pub name: String,
    /// What it shows.
    pub content: Content,
}

/// Which view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ViewId"))]
pub struct Id {
    /// Its number.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub id: i64,
}

pub(crate) fn list(context: Context<'_>, _: Nothing) -> Result<Applied<Vec<Kept>>> {
    let open = context.app.open_matter()?;
    let person = open.matter.actor().id;
    let kept = open.matter.read(|reader| store::list(reader, person))?;
    // A view that a newer program kept may show what this one does not know: it stays, and is not shown.
    let known = kept.into_iter().filter_map(|view| {
        Some(Kept { id: view.id, name: view.name, content: serde_json::from_value(view.view).ok()? })
    });
    Ok(Applied::unchanged(known.collect()))
}

pub(crate) fn save(context: Context<'_>, input: Save) -> Result<Applied<Id>> {
    let open = context.app.open_matter()?;
    let name = input.name.trim();
    if name.is_empty() || name.chars().count() > NAME_MOST {
        return Err(Error::new("bad-view-name"));
    }
    let content = serde_json::to_value(&input.content).map_err(|_| Error::new("internal"))?;
    let saved = open.write(Op("view.save"), context.app.clock().now(), |tx| {
        let before = of_name(tx, name)?;
        Ok((store::put(tx, name, &content)?, before))
    })?;
    let (id, before) = saved.output;
    let what = What::View { name: name.to_owned(), before, after: Some(content) };
    open.session.remember(Undo::new("undo-view", &[("name", name)], what))?;
    Ok(Applied::stored(Id { id }, &saved.changes))
}

pub(crate) fn remove(context: Context<'_>, input: Id) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let gone = open.write(Op("view.remove"), context.app.clock().now(), |tx| {
        let person = tx.actor().id;
        let view = store::list(tx, person)?.into_iter().find(|view| view.id == input.id);
        store::remove(tx, input.id)?;
        Ok(view)
    })?;
    if let Some(view) = gone.output {
        let what = What::View { name: view.name.clone(), before: Some(view.view), after: None };
        open.session.remember(Undo::new("undo-view-removed", &[("name", &view.name)], what))?;
    }
    Ok(Applied::stored(Nothing {}, &gone.changes))
}

/// What whoever works keeps under a name.
fn of_name(reader: &joinder_store::Write<'_>, name: &str) -> Result<Option<serde_json::Value>> {
    let person = reader.actor().id;
    let found = store::list(reader, person)?.into_iter().find(|view| view.name == name);
    Ok(found.map(|view| view.view))
}
