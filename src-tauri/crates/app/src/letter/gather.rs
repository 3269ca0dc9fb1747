//! What a letter rests on, read at one moment.

use jiff::civil::Date;
use joinder_domain::claimant::Claimant;
use joinder_domain::classification::Outcome;
use joinder_domain::code::Code;
use joinder_domain::id::ClaimantNumber;
use joinder_domain::letter::{Client, LetterInput, LetterPlan, Letterhead, letter};
use joinder_domain::overrides::OverrideAxis;
use joinder_domain::profile::LetterText;
use joinder_store::{Reader, claimant as store, classification as kept, merge, overrides};

use super::kind::find;
use crate::app::OpenMatter;
use crate::clock::uk;
use crate::error::{Error, Result};
use crate::label::ProfileLabels;
use crate::letterhead;
use crate::profile::label;
use crate::restricted::refuse_paper;
use crate::text::text;

/// A letter's claimants and wording, held while it is planned.
pub(crate) struct Gathered<'a> {
    open: &'a OpenMatter,
    pub(crate) text: &'a LetterText,
    head: Letterhead,
    people: Vec<(ClaimantNumber, Claimant, Vec<String>)>,
    dated: Date,
}

/// Reads the claimants of a letter.
///
/// # Errors
/// `no-such-letter`, `no-such-claimant`, `merged-already`, `letter-for-one`, those of the store.
pub(crate) fn gather<'a>(
    open: &'a OpenMatter,
    code: &str,
    numbers: &[u32],
    dated: Date,
) -> Result<Gathered<'a>> {
    let text = find(open, code)?;
    if numbers.is_empty() {
        return Err(Error::new("nobody-chosen"));
    }
    if !text.group && numbers.len() > 1 {
        return Err(Error::new("letter-for-one"));
    }
    let mut numbers = numbers.to_vec();
    numbers.sort_unstable();
    numbers.dedup();
    let people = open.matter.read(|reader| {
        let one = |number: &u32| {
            let number = ClaimantNumber(*number);
            let stored = store::get(reader, number)?.ok_or_else(|| Error::new("no-such-claimant"))?;
            if merge::merged_into(reader, number)?.is_some() {
                return Err(Error::new("merged-already"));
            }
            refuse_paper(open, &stored.claimant)?;
            let doubts = doubts(open, reader, text, number)?;
            Ok::<_, Error>((number, stored.claimant, doubts))
        };
        numbers.iter().map(one).collect::<Result<Vec<_>>>()
    })?;
    Ok(Gathered { open, text, head: letterhead::of(open)?, people, dated })
}

impl Gathered<'_> {
    /// Hands the whole input to `work`.
    pub(crate) fn with<T>(&self, marking: &str, work: impl FnOnce(&LetterInput<'_>) -> T) -> T {
        let clients: Vec<Client<'_>> = self
            .people
            .iter()
            .map(|(number, claimant, doubts)| Client { number: *number, claimant, doubts })
            .collect();
        let profile = &self.open.profile;
        work(&LetterInput {
            matter_name: self.open.matter.name(),
            profile,
            labels: &ProfileLabels(&self.open.choices, profile),
            text: self.text,
            head: &self.head,
            clients: &clients,
            dated: self.dated,
            zone: &uk(),
            marking,
        })
    }

    /// The letter as it stands: a draft while something is missing.
    pub(crate) fn plan(&self) -> LetterPlan {
        let plan = self.with("", letter);
        if plan.gaps.is_empty() { plan } else { self.with(&draft(), letter) }
    }
}

/// What a person has to settle before a letter goes out for somebody, in the words of the findings; nothing once a person has
/// said beside the answer that the claim is accepted.
fn doubts(
    open: &OpenMatter,
    reader: &Reader<'_>,
    text: &LetterText,
    number: ClaimantNumber,
) -> Result<Vec<String>> {
    let Some(answer) = kept::get(reader, number)? else { return Ok(Vec::new()) };
    let said = overrides::present(reader, number, OverrideAxis::Outcome)?;
    if said.is_some_and(|kept| kept.said.code().as_str() == Outcome::Accept.code()) {
        return Ok(Vec::new());
    }
    let outcome = Code::from(answer.outcome.code());
    let stops = |code: &&Code| text.stopped_by.contains(code);
    let flags = answer.flags.iter().filter(stops).map(|code| label(&open.choices.flags, code.as_str()));
    let outcome = Some(&outcome).filter(stops).map(|code| label(&open.choices.outcomes, code.as_str()));
    Ok(flags.chain(outcome).collect())
}

/// The marking of a paper that must not go yet.
pub(crate) fn draft() -> String {
    text("paper-draft", &[])
}
