//! Words that tell of somebody's health in free text, whatever the record says (UK GDPR art. 9).

use super::MARK;

/// The beginnings of words.
const BEGIN: [&str; 46] = [
    "doctor",
    "hospital",
    "therap",
    "counsell",
    "psychi",
    "psychol",
    "psychos",
    "psychot",
    "medicat",
    "medicin",
    "medical",
    "prescri",
    "diagnos",
    "antidepress",
    "depress",
    "suicid",
    "bipolar",
    "schizo",
    "anorexi",
    "bulimi",
    "overdos",
    "chemo",
    "cancer",
    "epilep",
    "diabet",
    "dementi",
    "sclerosis",
    "miscarr",
    "pregnan",
    "autis",
    "disab",
    "illness",
    "surger",
    "surgeon",
    "clinic",
    "asthma",
    "migraine",
    "allerg",
    "insomnia",
    "sertralin",
    "citalopram",
    "fluoxetin",
    "mirtazapin",
    "venlafaxin",
    "diazepam",
    "propranolol",
];
/// Whole words and runs of them.
const WHOLE: [&str; 20] = [
    "gp",
    "gps",
    "dr",
    "hiv",
    "ptsd",
    "ocd",
    "adhd",
    "nurse",
    "nurses",
    "tablets",
    "wheelchair",
    "mental health",
    "self harm",
    "eating disorder",
    "panic attack",
    "panic attacks",
    "panic disorder",
    "anxiety disorder",
    "off sick",
    "sick leave",
];

/// Whether a text tells of health. Distress itself is pleaded in public, so its words are not among those looked for.
pub(super) fn is_in(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let line = format!(" {} ", words.join(" "));
    WHOLE.iter().any(|whole| line.contains(&format!(" {whole} ")))
        || BEGIN.iter().any(|begin| line.contains(&format!(" {begin}")))
}

/// The text without the sentences that tell of health; `None` where none does.
pub(super) fn leave_out(text: &str) -> Option<String> {
    if !is_in(text) {
        return None;
    }
    let mut without = String::with_capacity(text.len());
    for sentence in sentences(text) {
        let words = sentence.trim();
        if !is_in(words) {
            without.push_str(sentence);
            continue;
        }
        let (before, after) = sentence.split_once(words).unwrap_or_default();
        without.push_str(before);
        without.push_str(MARK);
        without.extend(words.chars().next_back().filter(|end| ENDS.contains(end)));
        without.push_str(after);
    }
    Some(without)
}

const ENDS: [char; 4] = ['.', '!', '?', ';'];

/// The sentences of a text with what stands between them; together they are the text.
fn sentences(text: &str) -> Vec<&str> {
    let mut sentences = Vec::new();
    let (mut start, mut ended) = (0, false);
    for (at, c) in text.char_indices() {
        if c == '\n' || (ended && c.is_whitespace()) {
            sentences.push(text.get(start..at).unwrap_or_default());
            start = at;
        }
        let word = text.get(start..at).unwrap_or_default().rsplit(|c: char| !c.is_alphanumeric()).next();
        // "Dr. Smith" is no end.
        ended = ENDS.contains(&c) && !word.is_some_and(|word| word.eq_ignore_ascii_case("dr"));
    }
    sentences.push(text.get(start..).unwrap_or_default());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_on_health_goes_whole_and_its_neighbours_stay() {
        let own =
            "I was angry. My GP is treating me for depression! Ring my son.\nDr. Smith said so. I lost trust";
        let without = leave_out(own).unwrap();
        assert_eq!(without, "I was angry. [withheld]! Ring my son.\n[withheld]. I lost trust");
        assert_eq!(leave_out(&without), None);
    }

    #[test]
    fn distress_and_everyday_words_stay() {
        for text in
            ["I was anxious, and could not sleep.", "The councillor pressed me.", "A drama. Progress, 2021"]
        {
            assert_eq!(leave_out(text), None, "{text}");
        }
    }
}
