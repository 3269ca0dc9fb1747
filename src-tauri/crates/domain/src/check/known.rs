//! Every code of a record must be one of the profile's.

use super::CheckRules;
use super::problem::Problems;
use crate::claimant::Claimant;
use crate::code::Code;

pub(super) fn check(claimant: &Claimant, rules: &CheckRules, found: &mut Problems) {
    let known = &rules.known;
    for (at, episode) in claimant.episodes.iter().enumerate() {
        let field = |name: &str| format!("episodes[{at}].{name}");
        if episode.kind != Code::default() {
            code(field("kind"), &episode.kind, &known.kinds, found);
        }
        for (name, said, known) in
            [("ending", &episode.ending, &known.endings), ("payment", &episode.payment, &known.payments)]
        {
            if let Some(said) = said {
                code(field(name), said, known, found);
            }
        }
    }
    if let Some(status) = &claimant.status_now {
        code("status_now".into(), status, &known.statuses, found);
    }
    for (at, role) in claimant.roles.iter().enumerate() {
        code(format!("roles[{at}]"), role, &known.roles, found);
    }
    for (at, held) in claimant.data_held.iter().enumerate() {
        code(format!("data_held[{at}].kind"), &held.kind, &known.data_kinds, found);
    }
    for (at, descriptor) in claimant.consequence.descriptors.iter().enumerate() {
        code(format!("consequence.descriptors[{at}].kind"), &descriptor.kind, &known.descriptors, found);
    }
    for (at, misuse) in claimant.misuse.iter().enumerate() {
        code(format!("misuse[{at}].kind"), &misuse.kind, &known.misuse_kinds, found);
    }
    for (at, loss) in claimant.losses.iter().enumerate() {
        code(format!("losses[{at}].head"), &loss.head, &known.loss_heads, found);
    }
    for (at, consent) in claimant.consents.iter().enumerate() {
        code(format!("consents[{at}].kind"), &consent.kind, &known.consents, found);
    }
}

fn code(field: String, said: &Code, known: &[Code], found: &mut Problems) {
    if !known.is_empty() && !known.contains(said) {
        let choices = known.iter().map(Code::as_str).collect::<Vec<_>>().join(", ");
        found.error(field, "code-unknown", &[("code", said.to_string()), ("choices", choices)]);
    }
}
