//! Imogen locks the matter while something long still runs.

use joinder_app::Job;
use serde_json::json;

use crate::stage::*;
use crate::whatif::{sooner, two};

/// A job in the middle of which somebody does something else with the program.
fn meanwhile(app: &joinder_app::App, what: impl Fn(&joinder_app::App) + Send + Sync + 'static) -> Job {
    let (app, once) = (app.clone(), std::sync::Once::new());
    Job::new(move |_| once.call_once(|| what(&app)))
}

fn lock(app: &joinder_app::App) {
    app.dispatch("matter.lock", json!({}), &Job::quiet()).unwrap();
}

#[test]
fn a_matter_that_is_locked_while_rules_are_adopted_stays_locked_and_as_it_was() {
    let stage = stage();
    let (robin, _) = two(&stage);
    let before = stage.get(robin);
    let job = meanwhile(&stage.app, lock);
    let adopt = json!({ "rules": sooner(4), "reason": "counsel's advice" });
    assert_eq!(stage.app.dispatch("run.adopt", adopt, &job).unwrap_err().code, "cancelled");
    assert_eq!(stage.call("matter.status", json!({}))["state"], "none");
    assert_eq!(stage.refuse("claimant.get", json!({ "number": robin })).unwrap_err().code, "not-open");
    stage.unlock();
    assert_eq!(stage.call("run.list", json!({})), json!([]));
    assert_eq!(stage.get(robin), before);
}

#[test]
fn an_import_that_the_lock_stopped_adds_nobody_and_leaves_the_next_matter_nothing_to_undo() {
    let stage = stage();
    let csv = stage.temp.path().join("more.csv");
    let mut rows = "forenames,surname\n".to_owned();
    (0..1_500).for_each(|n| rows.push_str(&format!("Dede{n},Sample\n")));
    std::fs::write(&csv, rows).unwrap();
    let other = stage.temp.path().join("other");
    let job = meanwhile(&stage.app, move |app| {
        lock(app);
        let create = json!({
            "folder": other, "name": "Another", "profile": "labour-2021", "sign_in": "imogen", "full_name": "Imogen Achebe",
            "passphrase": PASSPHRASE,
        });
        app.dispatch("matter.create", create, &Job::quiet()).unwrap();
    });
    let import = json!({ "path": csv, "error_file": "" });
    assert_eq!(stage.app.dispatch("import.claimants", import, &job).unwrap_err().code, "cancelled");
    assert_eq!(stage.call("matter.status", json!({}))["name"], "Another");
    assert_eq!(stage.call("undo.status", json!({}))["steps"], 0);
    assert_eq!(
        stage.call("claimant.ids", json!({ "text": "", "filters": [], "sort": "name", "descending": false })),
        json!([])
    );
    stage.unlock();
    assert_eq!(stage.call("import.list", json!({})), json!([]));
    assert_eq!(stage.call("undo.status", json!({}))["steps"], 0);
}
