//! Copies that are made when the matter is closed, and under a clock that was set back.

use joinder_app::{App, Clock, Job};
use serde_json::{Value, json};

use crate::stage::{PASSPHRASE, member, stage};

#[test]
fn a_copy_is_made_on_close_where_that_is_wanted_and_something_was_done() {
    let stage = stage();
    stage.add(member("Ada", "Examplar", "ada@post.example"));
    let close = || stage.call("backup.on_close", json!({}));
    assert_eq!(close(), Value::Null, "nobody asked for it");
    let nowhere = stage.refuse("backup.place", json!({ "on_close": true })).unwrap_err();
    assert_eq!(nowhere.code, "backup-no-place");
    let disk = stage.temp.path().join("disk");
    stage.call("backup.place", json!({ "folder": disk, "on_close": true }));
    let made = close();
    assert!(made["folder"].as_str().unwrap().starts_with(disk.to_str().unwrap()), "{made}");
    assert_eq!(close(), Value::Null, "nothing was done since");
    stage.add(member("Bron", "Parry", "bron@post.example"));
    let found = json!({ "folder": close()["folder"], "sign_in": "imogen", "passphrase": PASSPHRASE });
    let found = stage.call("backup.rehearse", found);
    assert_eq!((&found["claimants"], &found["audit"]["verdict"]), (&json!(2), &json!("intact")));

    // Whoever changes nothing leaves no copy behind, and a place that is gone is said, not passed over.
    let auditor =
        json!({ "sign_in": "aled", "full_name": "Aled Audit", "role": "auditor", "passphrase": PASSPHRASE });
    stage.call("person.add", auditor);
    std::fs::remove_dir_all(&disk).unwrap();
    std::fs::write(&disk, b"a file where the folder was").unwrap();
    assert!(stage.refuse("backup.on_close", json!({})).is_err());
    stage.call(
        "matter.unlock",
        json!({ "folder": stage.folder(), "sign_in": "aled", "passphrase": PASSPHRASE }),
    );
    assert_eq!(close(), Value::Null);
}

#[test]
fn under_a_clock_that_was_set_back_the_newest_copy_is_still_the_newest() {
    let stage = stage();
    let disk = stage.temp.path().join("disk");
    let first = stage.call("backup.make", json!({ "place": disk }));
    stage.call("matter.lock", json!({}));
    let at = "2019-03-31T01:30:00Z".parse().unwrap();
    let back = App::at(stage.temp.path().join("config"), Clock::Fixed(at));
    let call = |name: &str, input: Value| -> Value {
        let answer = back.dispatch(name, input, &Job::quiet());
        answer.unwrap_or_else(|error| panic!("{name}: {error:?}"))["output"].take()
    };
    call("matter.unlock", json!({ "folder": stage.folder(), "sign_in": "imogen", "passphrase": PASSPHRASE }));
    call("claimant.add", json!({ "claimant": member("Ada", "Examplar", "ada@post.example") }));
    let second = call("backup.make", json!({ "place": disk }));
    assert_ne!(first["folder"], second["folder"]);
    let status = call("backup.status", json!({}));
    assert_eq!(status["copies"][0]["folder"], second["folder"], "by what is in it, not by the clock");
    assert_eq!(status["due"], false);
    assert_eq!(call("audit.verify", json!({}))["verdict"], "intact");
    let rehearsal = json!({ "folder": second["folder"], "sign_in": "imogen", "passphrase": PASSPHRASE });
    let found = call("backup.rehearse", rehearsal);
    assert_eq!((&found["claimants"], &found["audit"]["verdict"]), (&json!(1), &json!("intact")));
}
