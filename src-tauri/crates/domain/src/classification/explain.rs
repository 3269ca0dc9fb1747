//! A short text about a classification that the claimant can read.

use super::{Classification, NoticeAxis, Outcome};
use crate::date::show;
use crate::profile::Profile;

impl Classification {
    /// The classification in two to five sentences, each a paragraph of its own; the words are the profile's.
    pub fn explain(&self, profile: &Profile) -> Vec<String> {
        let words = &profile.questions.explanation;
        let incident = show::long(self.incident_date);
        let fill = |text: &str| {
            text.replace("{incident}", &incident)
                .replace("{notice}", &show::long(profile.incident.notice_date))
        };
        let mut said = Vec::with_capacity(5);
        said.push(fill(self.status_words(profile)).replace("{status}", &self.statuses(profile)));
        if let Some(change) = self.later.first().filter(|change| change.certain) {
            said.push(change.text.clone());
        }
        let notice = NoticeAxis::ALL.iter().position(|axis| *axis == self.notice);
        said.extend(notice.and_then(|at| words.notices.get(at)).map(|text| fill(text)));
        let mut needed: Vec<_> = self.settle.iter().map(|settle| settle.text.as_str()).collect();
        // The same of two relationships is asked for once.
        needed.dedup();
        if !needed.is_empty() && self.outcome != Outcome::Decline {
            said.push(fill(&words.settle).replace("{settle}", &needed.join("; ")));
        }
        let outcome = Outcome::ALL.iter().position(|outcome| *outcome == self.outcome);
        said.extend(outcome.and_then(|at| words.outcomes.get(at)).map(|text| fill(text)));
        said
    }

    fn status_words<'p>(&self, profile: &'p Profile) -> &'p str {
        let words = &profile.questions.explanation;
        let nothing_said =
            profile.rules.no_rule.len() == u32::try_from(self.status.possible.len()).unwrap_or(0);
        let vague = self.flags.iter().any(|flag| flag == &words.vague_flag);
        match (self.status.settled, vague) {
            (true, true) => &words.vague,
            (true, false) => &words.settled,
            (false, _) if nothing_said => &words.nothing,
            (false, _) => &words.open,
        }
    }

    fn statuses(&self, profile: &Profile) -> String {
        let words = |code: &crate::code::Code| {
            profile
                .rules
                .status(code.as_str())
                .map_or_else(|| code.to_string(), |status| status.words.clone())
        };
        let all: Vec<_> = self.status.possible.iter().map(words).collect();
        all.join(", or ")
    }
}
