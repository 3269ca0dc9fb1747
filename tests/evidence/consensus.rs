//! What all copies of the notice in a matter show together.

use joinder_tests::program::Sandbox;
use joinder_tests::sample;
use serde_json::Value;

/// The sample's people, and all that they sent in.
fn matter() -> Sandbox {
    let sandbox = Sandbox::with_matter();
    for (name, bytes) in sample::make() {
        sandbox.file(&format!("sample/{name}"), bytes);
    }
    sandbox.run(["import", "claimants", "sample/claimants.csv"]).succeeds();
    sandbox.run(["import", "evidence", "sample/evidence"]).succeeds();
    sandbox
}

fn outlier<'v>(view: &'v Value, name: &str) -> Option<&'v Value> {
    view["outliers"].as_array().unwrap().iter().find(|one| one["name"] == name)
}

#[test]
fn independent_copies_agree_and_leopold_s_edited_one_is_shown_beside_them() {
    let sandbox = matter();
    let view = sandbox.run(["--json", "evidence", "consensus"]).succeeds().json();
    let (counts, canonical) = (&view["counts"], &view["canonical"]);
    assert_eq!(canonical["established"], true, "{counts:#}");
    assert_eq!(canonical["sender_domain"]["value"], "party.example");
    assert_eq!(canonical["dkim_selector"]["value"], "notice2021");
    assert!(canonical["text"].as_str().unwrap().contains("29 October 2021"));
    let number = |key: &str| counts[key].as_u64().unwrap();
    assert!(number("agreeing") >= 20 && number("agreeing") <= number("independent"), "{counts:#}");
    assert!(number("message_ids") >= number("agreeing"), "{counts:#}");
    let by = |list: &str| {
        view[list].as_array().unwrap().iter().map(|one| one["independent"].as_u64().unwrap()).sum::<u64>()
    };
    assert!(by("providers") >= number("agreeing") && by("times") >= number("agreeing"));

    let edited = outlier(&view, "S-060-notice.eml").expect("it differs");
    assert!(edited["similarity"].as_f64().unwrap() < 1.0);
    assert!(outlier(&view, "S-001-notice.eml").is_none());
    let id = edited["evidence"].as_str().unwrap();
    let diff = sandbox.run(["--json", "evidence", "consensus", "--diff", id]).succeeds().json();
    let rows = diff["side_by_side"]["rows"].as_array().unwrap();
    assert!(
        rows.iter().any(|row| row["same"] == false) && rows.iter().any(|row| row["same"] == true),
        "{diff:#}"
    );
    assert!(!diff.to_string().to_lowercase().contains("forge"));

    for name in ["annex.pdf", "annex.csv"] {
        sandbox.run(["evidence", "consensus", "--out", name]).succeeds();
    }
    assert!(std::fs::read(sandbox.path("annex.pdf")).unwrap().starts_with(b"%PDF-"));
    let table = std::fs::read_to_string(sandbox.path("annex.csv")).unwrap();
    assert_eq!(table.lines().count() as u64, number("copies") + 1);
    sandbox.run(["evidence", "consensus", "--out", "annex.doc"]).ends_with(1);
    let audit = sandbox.run(["audit", "list"]).succeeds().said();
    assert!(
        audit.contains("Exported what all copies prove"),
        "what left the machine is in the audit: {audit}"
    );
    sandbox.run(["audit", "verify"]).succeeds();
}

#[test]
fn an_empty_matter_has_nothing_to_show() {
    let sandbox = Sandbox::with_matter();
    let view = sandbox.run(["--json", "evidence", "consensus"]).ends_with(6).json();
    assert!(view["canonical"].is_null());
}
