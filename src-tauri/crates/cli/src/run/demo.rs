//! The fictional sample matter, through the whole job.

use std::path::Path;

use include_dir::{Dir, include_dir};
use joinder_app::{Error, Result};
use serde_json::{Value, json};

use super::{bundle, claimant, count, import, list, text};
use crate::args::Common;
use crate::session::Session;
use crate::{Ending, screen};

static SAMPLE: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../../assets/sample");

const SIGN_IN: &str = "sample";
const PASSPHRASE: &str = "only fictional people here";

pub(super) fn run(common: &Common, out: &Path) -> Result<Ending> {
    let failed = |_| Error::new("out-not-writable");
    let (matter, sample, bundles) = (out.join("matter"), out.join("sample"), out.join("bundles"));
    std::fs::create_dir_all(&sample).map_err(failed)?;
    SAMPLE.extract(&sample).map_err(failed)?;
    let absolute = |path: &Path| std::path::absolute(path).unwrap_or_else(|_| path.to_owned());

    let session = Session::new();
    let created = session.call(
        "matter.create",
        json!({
            "folder": absolute(&matter), "name": "Sample matter (fictional)", "profile": "labour-2021",
            "sign_in": SIGN_IN, "full_name": "Sam Ple", "passphrase": PASSPHRASE,
        }),
    )?;
    let claimants =
        import::claimants(&session, &sample.join("claimants.csv"), &out.join("claimants-errors.csv"))?;
    let evidence = session
        .call("evidence.add", json!({ "paths": [absolute(&sample.join("evidence"))], "claimant": null }))?;
    let counts = session.call("claimant.counts", json!({}))?;
    let made = bundle::make(&session, None, &bundles)?;
    let verdict = session.call("audit.verify", json!({}))?;
    session.call("matter.lock", json!({}))?;

    if common.json {
        screen::json(&json!({
            "matter": absolute(&matter), "person": SIGN_IN, "passphrase": PASSPHRASE, "created": created,
            "claimants": claimants, "evidence": evidence, "counts": counts, "bundles": made, "audit": verdict,
        }));
    } else {
        summary(&Outcome { matter: &absolute(&matter), claimants, evidence, counts, made, verdict });
    }
    Ok(Ending::Done)
}

struct Outcome<'a> {
    matter: &'a Path,
    claimants: Value,
    evidence: Value,
    counts: Value,
    made: Value,
    verdict: Value,
}

fn summary(outcome: &Outcome<'_>) {
    screen::line("The sample matter: everyone in it is fictional.");
    screen::line("");
    import::print_claimants(&outcome.claimants, false);
    screen::line("");
    import::print_evidence(&outcome.evidence);
    screen::line("");
    claimant::print_counts(&outcome.counts);
    screen::line("");
    bundle::print(&outcome.made);
    let files = list(outcome.made.get("files").unwrap_or(&Value::Null));
    if let Some(first) = files.first() {
        screen::line(&format!("  The first one: {}", text(first, "file")));
    }
    screen::line("");
    screen::line(&format!(
        "Audit: {}, {} entries.",
        text(&outcome.verdict, "verdict"),
        count(&outcome.verdict, "entries")
    ));
    screen::line("");
    screen::line(&format!("Matter:     {}", outcome.matter.display()));
    screen::line(&format!("Sign in as: {SIGN_IN}"));
    screen::line(&format!("Passphrase: {PASSPHRASE}"));
}
