//! DKIM keys that Bronwen keeps in the matter, from the command line.

use joinder_tests::program::Sandbox;
use joinder_tests::sample;

#[test]
fn bronwen_adds_lists_and_takes_out_a_key() {
    let sandbox = Sandbox::with_matter();
    let files = sample::make();
    sandbox.file("dkim.txt", &files["dkim.txt"]);
    sandbox.file("greeting.txt", "good morning");
    let notice = sandbox.file("notice.eml", &files["evidence/S-001-notice.eml"]);
    sandbox.run(["import".as_ref(), "evidence".as_ref(), notice.as_os_str()]).succeeds();

    let refused = sandbox.run(["evidence", "key", "add", "greeting.txt"]);
    assert!(
        refused.status() != 0 && refused.complained().contains("no DKIM key"),
        "{}",
        refused.complained()
    );
    let added = sandbox
        .run([
            "evidence",
            "key",
            "add",
            "dkim.txt",
            "--from",
            "2021-10-01",
            "--until",
            "2021-12-31",
            "--source",
            "an exhibit",
        ])
        .succeeds();
    assert!(added.said().contains("checked again: 1"), "{}", added.said());
    let listed = sandbox.run(["evidence", "key", "list"]).succeeds().said();
    assert!(listed.contains("2021-10-01") && listed.contains("an exhibit"), "{listed}");
    let keys = sandbox.run(["--json", "evidence", "key", "list"]).succeeds().json();
    let name = |what: &str| keys[0][what].as_str().unwrap().to_owned();
    let (domain, selector) = (name("domain"), name("selector"));
    sandbox.run(["evidence", "key", "remove", &domain, &selector]).succeeds();
    let again = sandbox.run(["evidence", "key", "remove", &domain, &selector]);
    assert!(again.status() != 0, "a key that is not there cannot be taken out");
}
