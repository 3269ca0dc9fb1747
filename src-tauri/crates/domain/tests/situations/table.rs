//! One row: a person, and everything that must come of it.

use crate::people::Person;

/// A row of the table. `status` lists what is possible; `flags` and `tags` must appear, `never` must not.
pub struct Row {
    pub name: &'static str,
    pub person: Person,
    pub status: &'static str,
    pub notice: &'static str,
    pub outcome: &'static str,
    pub marks: &'static str,
    pub never: &'static str,
}

fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

impl Row {
    /// What is wrong with the answer; empty when nothing is.
    pub fn faults(&self) -> Vec<String> {
        let answer = self.person.classified();
        let mut faults = Vec::new();
        let mut expect = |what: &str, right: bool, found: String| {
            if !right {
                faults.push(format!("{}: {what}, found {found}", self.name));
            }
        };
        let possible: Vec<_> = answer.status.possible.iter().map(|code| code.as_str()).collect();
        let mut wanted = words(self.status);
        wanted.sort_unstable();
        let mut found = possible.clone();
        found.sort_unstable();
        expect(&format!("status {}", self.status), found == wanted, possible.join(" "));
        expect("settled", answer.status.settled == (wanted.len() == 1), answer.status.settled.to_string());
        if self.notice != "-" {
            expect(
                &format!("notice {}", self.notice),
                answer.notice.code() == self.notice,
                answer.notice.code().to_owned(),
            );
        }
        let outcome = self.outcome.trim_end_matches("+REVIEW");
        expect(
            &format!("outcome {outcome}"),
            answer.outcome.code() == outcome,
            format!("{} ({:?})", answer.outcome.code(), answer.outcome_reasons),
        );
        if self.outcome.ends_with("+REVIEW") {
            expect("review", answer.review, "none".to_owned());
        }
        let marks: Vec<&str> = answer
            .flags
            .iter()
            .map(|code| code.as_str())
            .chain(answer.tags.iter().map(|tag| tag.code.as_str()))
            .collect();
        for mark in words(self.marks) {
            expect(&format!("mark {mark}"), marks.contains(&mark), marks.join(" "));
        }
        for mark in words(self.never) {
            expect(&format!("no mark {mark}"), !marks.contains(&mark), marks.join(" "));
        }
        faults
    }
}
