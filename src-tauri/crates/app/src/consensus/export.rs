//! The consensus on paper, as an annex to a witness statement, and as a table for other programs.

use std::path::PathBuf;

use joinder_bundle::render_report;
use joinder_domain::audit::{Subject, SubjectKind};
use joinder_domain::consensus::{Consensus, survey};
use joinder_domain::noun::Noun;
use joinder_store::Op;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use super::gather::{Gathered, gather};
use super::paper::{About, paper};
use super::view::of;
use crate::bundle::render_error;
use crate::command::{Applied, Context};
use crate::error::{Error, Result};
use crate::outfile::Finished;
use crate::outgoing::release;
use crate::spreadsheet_cell::harmless;

/// What to write, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusExport"))]
pub struct Export {
    /// The file to write; one that is there is replaced.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// As what.
    pub format: Format,
}

/// The form of the annex.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusFormat"))]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// An annex for a witness statement: what the copies share, how many agree, by provider and time, and who differs.
    Pdf,
    /// A table with a row for each copy.
    Csv,
}

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ConsensusExported"))]
pub struct Exported {
    /// The file.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub path: PathBuf,
    /// Bytes.
    #[cfg_attr(feature = "ts", ts(type = "number"))]
    pub size: u64,
    /// SHA-256 of the file, lower-case hex.
    pub sha256: String,
    /// Pages of a PDF; 0 for a table.
    pub pages: u32,
}

pub(crate) fn export(context: Context<'_>, input: Export) -> Result<Applied<Exported>> {
    let open = context.app.open_matter()?;
    let gathered = open.matter.read(|reader| gather(reader, &open, context.job))?;
    let consensus = survey(&gathered.copies);
    let (bytes, pages) = match input.format {
        Format::Csv => (table(&gathered, &consensus)?, 0),
        Format::Pdf => {
            let about =
                About { case_title: open.matter.name().to_owned(), as_at: context.app.clock().today() };
            let report = paper(&about, &of(&gathered, consensus));
            let mut bytes = Vec::new();
            let rendered = render_report(&report, &*context.app.fonts()?, &mut bytes)
                .map_err(|error| render_error(&error))?;
            (bytes, u32::try_from(rendered.pages).unwrap_or(u32::MAX))
        }
    };
    let file = Finished::of(&input.path, &bytes)?;
    let exported = Exported { path: input.path, size: file.size, sha256: file.sha256.to_string(), pages };
    release(context, &open, Op("consensus.export"), [file], |tx| {
        let detail = json!({ "copies": gathered.copies.len(), "pages": pages, "sha256": exported.sha256 });
        Ok(tx.note(Subject::new(SubjectKind::Matter, ""), None, detail)?)
    })?;
    Ok(Applied::changed(exported, Noun::Audit, None))
}

/// A row for each copy. The signature is given as a fingerprint: equal ones show copies of one message.
fn table(gathered: &Gathered, consensus: &Consensus) -> Result<Vec<u8>> {
    let mut sheet = csv::Writer::from_writer(Vec::new());
    let heading = [
        "evidence",
        "part",
        "file",
        "claimant",
        "form",
        "strength",
        "provider",
        "sent_uk",
        "message_id",
        "signatures",
        "independent_group",
        "similarity",
        "agrees",
        "differences",
    ];
    sheet.write_record(heading).map_err(|_| Error::new("internal"))?;
    for ((copy, compared), at) in gathered.copies.iter().zip(&consensus.compared).zip(&gathered.of) {
        let Some(item) = gathered.items.get(*at) else { continue };
        let signatures: Vec<String> = copy.signatures.iter().map(|one| fingerprint(&one.value)).collect();
        let differences: Vec<&str> = compared.differences.iter().map(|one| one.text.as_str()).collect();
        let row = [
            item.id.to_string(),
            copy.id.split_once('/').map(|(_, place)| place.to_owned()).unwrap_or_default(),
            item.name.clone(),
            item.claimant.map(|number| number.to_string()).unwrap_or_default(),
            serde_json::to_value(copy.form)
                .ok()
                .and_then(|form| form.as_str().map(str::to_owned))
                .unwrap_or_default(),
            copy.tier.to_string(),
            copy.provider.clone(),
            copy.sent.map(|sent| sent.to_string()).unwrap_or_default(),
            copy.message_id.clone(),
            signatures.join(" "),
            compared.group.to_string(),
            compared.similarity.map(|likeness| format!("{likeness:.3}")).unwrap_or_default(),
            if compared.corroborates() { "yes" } else { "no" }.to_owned(),
            differences.join(" "),
        ];
        sheet.write_record(row.iter().map(|cell| harmless(cell))).map_err(|_| Error::new("internal"))?;
    }
    sheet.into_inner().map_err(|_| Error::new("internal"))
}

fn fingerprint(value: &str) -> String {
    Sha256::digest(value.as_bytes()).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
