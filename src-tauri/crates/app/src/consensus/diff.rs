//! One item beside the canonical notice.

use joinder_domain::consensus::{Against, SideBySide, side_by_side, survey};
use joinder_store::evidence as store;
use serde::{Deserialize, Serialize};

use super::DifferenceView;
use super::gather::{gather, of};
use super::view::differences;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::restricted::refuse_item;

/// Which copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusDiffOf"))]
pub struct DiffOf {
    /// The evidence item.
    pub id: String,
    /// The part of it, as in an outlier; empty for the copy that has most in common with the canonical notice.
    #[serde(default)]
    pub place: String,
}

/// One copy beside the canonical notice.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusDiff"))]
pub struct DiffView {
    /// The evidence item.
    pub evidence: String,
    /// The part of it.
    pub place: String,
    /// File name as received.
    pub name: String,
    /// How much its text is that of the canonical notice, 0 to 1; `null` when its text is not known.
    pub similarity: Option<f64>,
    /// The text is that of the canonical notice, text before or after it aside.
    pub agrees: bool,
    /// How it differs, in neutral words.
    pub differences: Vec<DifferenceView>,
    /// Both texts side by side, a row for each paragraph of the canonical notice.
    pub side_by_side: SideBySide,
}

pub(crate) fn diff(context: Context<'_>, input: DiffOf) -> Result<Applied<DiffView>> {
    let open = context.app.open_matter()?;
    let id = input.id.parse().map_err(|_| Error::new("no-such-evidence"))?;
    let shown = open.matter.read(|reader| {
        let item = store::get(reader, id)?.ok_or_else(|| Error::new("no-such-evidence"))?;
        refuse_item(&open, &item)?;
        let copies = of(reader, &open, &item)?.ok_or_else(|| Error::new("no-copy-of-the-notice"))?;
        // What was agreed on when the matter last changed is what grades went by; before that it is worked out here.
        let against = match open.consensus().against(reader)? {
            Some(known) => known,
            None => {
                let canonical = survey(&gather(reader, &open, context.job)?.copies).canonical;
                Against::new(canonical.ok_or_else(|| Error::new("no-canonical-notice"))?).into()
            }
        };
        let compared = copies.iter().map(|copy| (copy, against.compare(copy)));
        let wanted = |id: &str| {
            input.place.is_empty() || id.split_once('/').is_some_and(|(_, place)| place == input.place)
        };
        let best = compared.filter(|(copy, _)| wanted(&copy.id)).max_by(|(_, a), (_, b)| {
            a.similarity.unwrap_or_default().total_cmp(&b.similarity.unwrap_or_default())
        });
        let (copy, compared) = best.ok_or_else(|| Error::new("no-copy-of-the-notice"))?;
        Ok::<_, Error>(DiffView {
            evidence: item.id.to_string(),
            place: copy.id.split_once('/').map(|(_, place)| place.to_owned()).unwrap_or_default(),
            name: item.name,
            similarity: compared.similarity,
            agrees: compared.agrees,
            differences: differences(&compared),
            side_by_side: side_by_side(against.canonical(), copy),
        })
    })?;
    Ok(Applied::unchanged(shown))
}
