//! Each finding with its rule, its facts and its evidence.

use super::super::exhibit::Bound;
use super::super::{ClaimBundle, Term};
use super::{heading, row, words};
use crate::bundle::{Block, Text, plain};
use crate::finding::{FactRef, Finding, RuleRef};
use crate::id::EvidenceId;

pub(super) fn blocks(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Vec<Block> {
    let mut blocks = vec![heading(2, "What was found")];
    let findings = &input.classification.findings;
    if findings.is_empty() {
        blocks.push(Block::Paragraph(plain(words::NO_FINDINGS)));
    }
    for finding in findings {
        blocks.push(heading(3, &input.matter.labels.of(Term::Flag, &finding.code)));
        blocks.push(Block::Paragraph(plain(finding.text.as_str())));
        blocks.push(Block::KeyValues(rows(input, finding, exhibits)));
    }
    blocks
}

fn rows(input: &ClaimBundle<'_>, finding: &Finding, exhibits: &[Bound<'_>]) -> Vec<(String, Text)> {
    let mut rows = vec![row("How much it matters", plain(words::severity(finding.severity)))];
    if !finding.facts.is_empty() {
        rows.push(row("Rests on the facts", facts(input, &finding.facts)));
    }
    if !finding.evidence.is_empty() {
        rows.push(row("Rests on the evidence", plain(evidence(&finding.evidence, exhibits))));
    }
    rows.push(row("Rule", plain(rule_words(&finding.rule))));
    rows
}

/// "(rule R12 of labour-2021-rules, version 1; source: law.md 2.4)".
pub(super) fn rule_words(rule: &RuleRef) -> String {
    let mut words = format!("(rule {} of {}, version {}", rule.rule, rule.rule_set, rule.version);
    if !rule.citation.is_empty() {
        words.push_str(&format!("; source: {}", rule.citation));
    }
    words.push(')');
    words
}

/// Facts by field, one a line; those that this bundle withholds by name only.
pub(super) fn facts(input: &ClaimBundle<'_>, facts: &[FactRef]) -> Text {
    let withheld = |field: &str| {
        let identity = &input.claimant.identity;
        let contact = &input.claimant.contact;
        // A date of birth stands on the information sheet only, a National Insurance number and a disciplinary
        // note nowhere.
        field.starts_with("identity.date_of_birth")
            || field.starts_with("identity.national_insurance_number")
            || field.ends_with("restricted_note")
            || (identity.protect_former_names && field.starts_with("identity.other_names"))
            || (contact.withhold_address && field.starts_with("contact.addresses"))
    };
    let lines: Vec<String> = facts
        .iter()
        .map(|fact| {
            let words = if withheld(&fact.field) { words::NOT_PRINTED } else { fact.words.as_str() };
            match fact.field.as_str() {
                "" => words.to_owned(),
                field => format!("{field}: {words}"),
            }
        })
        .collect();
    plain(lines.join("\n"))
}

fn evidence(items: &[EvidenceId], exhibits: &[Bound<'_>]) -> String {
    let label =
        |item: &EvidenceId| exhibits.iter().find(|bound| bound.holds(*item)).map(|bound| bound.label.clone());
    let mut labels: Vec<String> = items.iter().filter_map(label).collect();
    labels.sort();
    labels.dedup();
    if items.iter().any(|item| label(item).is_none()) {
        labels.push(words::NOT_EXHIBITED.to_owned());
    }
    labels.join(", ")
}
