//! Details of a record that only some roles see: health, disciplinary matters. Which ones is data of the profile: fields,
//! such as `consequence.treatment`, and items of a list by their code, such as `losses=medical`.

mod answer;
mod item;

pub use answer::{answer, closed, earlier};

use serde_json::Value;

use crate::claimant::Claimant;

/// Whether the field at `path`, such as `episodes[0].restricted_note`, is one of `hidden` or lies in one.
pub fn covers(hidden: &[&str], path: &str) -> bool {
    let plain = plain(path);
    // A path does not say which item of a list it leads to: then the whole list is covered.
    let within = |one: &&str| {
        plain.strip_prefix(item::list(one)).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    hidden.iter().any(within)
}

/// A path without places in lists.
fn plain(path: &str) -> String {
    let mut inside = false;
    let outside = path.chars().filter(|c| {
        inside = (inside || *c == '[') && *c != ']';
        !inside && *c != ']'
    });
    outside.collect()
}

/// Whether anything of the field at `path`, or something that it lies in, is one of `hidden`.
pub fn touches(hidden: &[&str], path: &str) -> bool {
    let plain = plain(path);
    hidden.iter().any(|one| covers(&[one], path) || covers(&[&plain], one))
}

/// The record without what is hidden. What cannot be taken out of a record is no reason to show it: then it is blank.
pub fn without(claimant: &Claimant, hidden: &[&str]) -> Claimant {
    let Ok(mut value) = serde_json::to_value(claimant) else { return Claimant::default() };
    for path in hidden {
        take_out(&mut value, &path.split('.').collect::<Vec<_>>());
    }
    serde_json::from_value(value).unwrap_or_default()
}

/// Whether the record says anything in what is hidden.
pub fn says_any(claimant: &Claimant, hidden: &[&str]) -> bool {
    !hidden.is_empty() && without(claimant, hidden) != *claimant
}

/// A record as somebody saves it who does not see everything: what is hidden stays as it was in `before`. `None` when
/// that cannot be told, since items of a list that hold something hidden were added, taken away or moved.
pub fn restored(typed: &Claimant, before: &Claimant, hidden: &[&str]) -> Option<Claimant> {
    let (mut value, old) = (serde_json::to_value(typed).ok()?, serde_json::to_value(before).ok()?);
    for path in hidden {
        put_back(&mut value, &old, &path.split('.').collect::<Vec<_>>())?;
    }
    serde_json::from_value(value).ok()
}

fn take_out(value: &mut Value, path: &[&str]) {
    let Some((first, rest)) = path.split_first() else { return };
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| take_out(item, path)),
        Value::Object(fields) if rest.is_empty() => match item::divided(first) {
            Some((list, code)) => item::take_out(fields.get_mut(list), code),
            None => drop(fields.remove(*first)),
        },
        Value::Object(fields) => {
            if let Some(inner) = fields.get_mut(*first) {
                take_out(inner, rest);
            }
        }
        _ => {}
    }
}

fn put_back(value: &mut Value, old: &Value, path: &[&str]) -> Option<()> {
    let Some((first, rest)) = path.split_first() else { return Some(()) };
    match (value, old) {
        (Value::Array(items), Value::Array(before)) => {
            if items.len() != before.len() {
                return before.iter().all(|item| is_blank(item, path)).then_some(());
            }
            let stays = |(at, old): (usize, &Value)| is_blank(old, path) || stays(items, at, old, path);
            if !before.iter().enumerate().all(stays) {
                return None;
            }
            items.iter_mut().zip(before).try_for_each(|(item, before)| put_back(item, before, path))
        }
        (Value::Object(fields), Value::Object(before)) if rest.is_empty() => {
            if let Some((list, code)) = item::divided(first) {
                return item::put_back(
                    fields.entry(list).or_insert_with(|| Value::Array(Vec::new())),
                    before.get(list),
                    code,
                );
            }
            match before.get(*first) {
                Some(old) => fields.insert((*first).to_owned(), old.clone()),
                None => fields.remove(*first),
            };
            Some(())
        }
        (Value::Object(fields), Value::Object(before)) => {
            match (fields.get_mut(*first), before.get(*first)) {
                (Some(inner), Some(before)) => put_back(inner, before, rest),
                (None, Some(before)) => {
                    fields.insert((*first).to_owned(), before.clone());
                    Some(())
                }
                (_, None) => Some(()),
            }
        }
        _ => Some(()),
    }
}

/// Whether the item at a place is still the one that held something hidden there: changed perhaps, but neither moved nor
/// another one.
fn stays(items: &[Value], at: usize, before: &Value, path: &[&str]) -> bool {
    let shown = |item: &Value| {
        let mut shown = item.clone();
        take_out(&mut shown, path);
        shown
    };
    let (old, now) = (shown(before), items.get(at).map(shown));
    let moved = now.as_ref() != Some(&old) && items.iter().any(|item| shown(item) == old);
    let same = |field: &str| {
        let known = old.get(field).filter(|known| !known.is_null());
        known.is_some() && now.as_ref().and_then(|now| now.get(field)) == known
    };
    !moved && (same("kind") || same("start"))
}

fn is_blank(value: &Value, path: &[&str]) -> bool {
    let found = path.iter().try_fold(value, |value, key| value.get(*key));
    match found {
        None | Some(Value::Null) => true,
        Some(Value::String(text)) => text.trim().is_empty(),
        Some(Value::Array(items)) => items.is_empty(),
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claimant::{Descriptor, Episode, Severity, YesNo};

    const HIDDEN: &[&str] = &["consequence.treatment", "consequence.diagnosis", "episodes.restricted_note"];

    fn ada() -> Claimant {
        let mut ada = Claimant::default();
        ada.identity.surname = "Examplar".to_owned();
        ada.consequence.treatment = "my doctor in May".to_owned();
        ada.consequence.diagnosis = Some(YesNo::Yes);
        ada.episodes = vec![Episode { restricted_note: "suspended".to_owned(), ..Episode::default() }];
        ada
    }

    #[test]
    fn what_is_hidden_is_not_there_and_stays_when_somebody_saves_who_does_not_see_it() {
        let seen = without(&ada(), HIDDEN);
        assert_eq!((seen.consequence.treatment.as_str(), seen.consequence.diagnosis), ("", None));
        assert_eq!(seen.episodes.len(), 1);
        assert!(says_any(&ada(), HIDDEN) && !says_any(&seen, HIDDEN));
        let mut typed = seen;
        typed.identity.surname = "Married".to_owned();
        let saved = restored(&typed, &ada(), HIDDEN).unwrap();
        assert_eq!(saved.identity.surname, "Married");
        assert_eq!(saved.consequence, ada().consequence);
        assert_eq!(saved.episodes, ada().episodes);
    }

    #[test]
    fn a_spell_with_something_hidden_is_not_taken_away_by_somebody_who_does_not_see_it() {
        let mut typed = without(&ada(), HIDDEN);
        typed.episodes.clear();
        assert_eq!(restored(&typed, &ada(), HIDDEN), None);
        let mut open = ada();
        open.episodes = vec![Episode::default()];
        assert!(restored(&typed, &open, HIDDEN).is_some());
    }

    #[test]
    fn a_hidden_note_does_not_move_to_another_spell() {
        let spell = |kind: &str, note: &str| Episode {
            kind: kind.into(),
            restricted_note: note.to_owned(),
            ..Episode::default()
        };
        let mut before = ada();
        before.episodes = vec![spell("member", "suspended"), spell("donor", "")];
        let mut swapped = without(&before, HIDDEN);
        swapped.episodes.swap(0, 1);
        assert_eq!(restored(&swapped, &before, HIDDEN), None);
        let mut replaced = without(&before, HIDDEN);
        replaced.episodes = vec![spell("donor", ""), spell("volunteer", "")];
        assert_eq!(restored(&replaced, &before, HIDDEN), None);
        let mut changed = without(&before, HIDDEN);
        if let Some(first) = changed.episodes.first_mut() {
            first.ongoing = true;
        }
        let saved = restored(&changed, &before, HIDDEN).unwrap();
        assert_eq!(saved.episodes.first().map(|one| one.restricted_note.as_str()), Some("suspended"));
    }

    #[test]
    fn a_diagnosis_that_was_ticked_is_hidden_and_the_worries_beside_it_are_not() {
        const HIDDEN: &[&str] = &["consequence.descriptors=diagnosed", "losses=medical"];
        let ticked = |kind: &str| Descriptor {
            kind: kind.into(),
            severity: Severity::Severe,
            first_felt: None,
            lasted: String::new(),
            still: None,
        };
        let kinds = |of: &Claimant| {
            of.consequence.descriptors.iter().map(|one| one.kind.0.clone()).collect::<Vec<_>>()
        };
        let mut nia = Claimant::default();
        nia.consequence.descriptors = vec![ticked("sleep"), ticked("diagnosed"), ticked("anxiety")];
        let mut typed = without(&nia, HIDDEN);
        assert_eq!(kinds(&typed), ["sleep", "anxiety"]);
        assert!(says_any(&nia, HIDDEN) && covers(HIDDEN, "consequence.descriptors[1].severity"));
        typed.consequence.descriptors.pop();
        typed.consequence.descriptors.push(ticked("annoyance"));
        assert_eq!(kinds(&restored(&typed, &nia, HIDDEN).unwrap()), ["sleep", "diagnosed", "annoyance"]);
        typed.consequence.descriptors.push(ticked("diagnosed"));
        assert_eq!(restored(&typed, &nia, HIDDEN), None, "it is there already, and cannot be ticked twice");
    }

    #[test]
    fn paths_are_compared_by_whole_words() {
        assert!(covers(HIDDEN, "episodes[3].restricted_note"));
        assert!(covers(&["consequence"], "consequence.own_words"));
        assert!(!covers(HIDDEN, "consequence.treatments"));
        assert!(touches(HIDDEN, "episodes[0]") && !touches(HIDDEN, "contact"));
    }
}
