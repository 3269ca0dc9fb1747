use joinder_store::{audit, draft};
use serde_json::json;

use crate::stage::*;

#[test]
fn a_form_half_filled_in_survives_a_lock_and_is_nobody_elses() {
    let stage = stage();
    let before = stage.matter.read(|reader| audit::list(reader, None, 9)).unwrap().len();
    let (mine, theirs) = (imogen().id, tomasz().id);
    stage.matter.keep_draft(mine, "claimant:new", &json!({ "surname": "O" }), now()).unwrap();
    stage.matter.keep_draft(mine, "claimant:new", &json!({ "surname": "O’C" }), later(1)).unwrap();
    let temp = stage.close();

    let matter = open(&temp.path().join("matter")).unwrap();
    let draft = matter.read(|reader| draft::get(reader, mine, "claimant:new")).unwrap().unwrap();
    assert_eq!((draft.value, draft.saved), (json!({ "surname": "O’C" }), later(1)));
    assert_eq!(matter.read(|reader| draft::get(reader, theirs, "claimant:new")).unwrap(), None);
    assert!(matter.discard_draft(mine, "claimant:new").unwrap());
    assert!(!matter.discard_draft(mine, "claimant:new").unwrap());
    assert_eq!(matter.read(|reader| audit::list(reader, None, 9)).unwrap().len(), before);
}
