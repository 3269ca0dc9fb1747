//! Views that a person keeps: a query with its columns, under a name.

use joinder_store::{Op, saved_view as store};
use serde::{Deserialize, Serialize};

use crate::claimant::{Column, Query};
use crate::command::{Applied, Context, Nothing};
use crate::error::{Error, Result};

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
    let saved =
        open.write(Op("view.save"), context.app.clock().now(), |tx| Ok(store::put(tx, name, &content)?))?;
    Ok(Applied::stored(Id { id: saved.output }, &saved.changes))
}

pub(crate) fn remove(context: Context<'_>, input: Id) -> Result<Applied<Nothing>> {
    let open = context.app.open_matter()?;
    let gone =
        open.write(Op("view.remove"), context.app.clock().now(), |tx| Ok(store::remove(tx, input.id)?))?;
    Ok(Applied::stored(Nothing {}, &gone.changes))
}
