//! Each finding with its rule, its facts and its evidence.

use super::super::exhibit::Bound;
use super::super::{ClaimBundle, Term};
use super::{field, heading, row, third, words};
use crate::bundle::{Block, Text, plain};
use crate::code::Code;
use crate::finding::{FactRef, Finding, RuleRef};
use crate::id::EvidenceId;

pub(super) fn blocks(input: &ClaimBundle<'_>, exhibits: &[Bound<'_>]) -> Vec<Block> {
    let mut blocks = vec![heading(2, "What was found")];
    let printed: Vec<&Finding> =
        input.classification.findings.iter().filter(|finding| !is_private(finding)).collect();
    if printed.is_empty() {
        blocks.push(Block::Paragraph(plain(words::NO_FINDINGS)));
    }
    for finding in printed {
        blocks.push(heading(3, &input.matter.labels.of(Term::Flag, &finding.code)));
        blocks.push(Block::Paragraph(plain(third::said_of(&finding.text))));
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

/// "R12 of labour-2021-rules, version 1. Source: law.md 2.4".
pub(super) fn rule_words(rule: &RuleRef) -> String {
    let mut words = format!("{} of {}, version {}", rule.rule, rule.rule_set, rule.version);
    if !rule.citation.is_empty() {
        words.push_str(&format!(". Source: {}", rule.citation));
    }
    words
}

/// Facts by field, one a line.
pub(super) fn facts(input: &ClaimBundle<'_>, facts: &[FactRef]) -> Text {
    let lines: Vec<String> = facts.iter().map(|fact| field::fact_words(input, fact)).collect();
    plain(lines.join("\n"))
}

/// A finding that stays out of the bundle.
fn is_private(finding: &Finding) -> bool {
    finding.facts.iter().any(|fact| field::is_private(&fact.field))
}

/// The flags that are printed: not those that only a private finding raises.
pub(super) fn flags<'a>(input: &ClaimBundle<'a>) -> impl Iterator<Item = &'a Code> {
    let found = input.classification;
    found.flags.iter().filter(|flag| {
        let mut raised = found.findings.iter().filter(|finding| finding.code == **flag).peekable();
        raised.peek().is_none() || raised.any(|finding| !is_private(finding))
    })
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
