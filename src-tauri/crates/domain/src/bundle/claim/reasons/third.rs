//! Sentences of rules speak to the claimant; this paper speaks of the claimant.

use super::super::answer::opening;

/// Words that change, each with what stands in its place; of two that begin alike the longer one first.
const CHANGED: [(&str, &str); 14] = [
    ("you told us", "the claimant said"),
    ("which of you", "which of them"),
    ("yourself", "in person"),
    ("yours", "the claimant’s"),
    ("your", "the claimant’s"),
    ("you were", "the claimant was"),
    ("you are", "the claimant is"),
    ("you have", "the claimant has"),
    ("you do", "the claimant does"),
    ("you say", "the claimant says"),
    ("and say", "and says"),
    ("you give", "the claimant gives"),
    ("you know", "the claimant knows"),
    ("you", "the claimant"),
];

/// "You were a member" as "The claimant was a member"; a sentence that speaks to nobody stays as it is.
pub(super) fn said_of(text: &str) -> String {
    if !text.split(|c: char| !c.is_alphabetic()).any(|word| word.to_lowercase().starts_with("you")) {
        return text.to_owned();
    }
    let mut said = String::with_capacity(text.len() + 16);
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let begins = said.chars().next_back().is_none_or(|before| !before.is_alphanumeric());
        let changed = CHANGED.iter().find_map(|(from, to)| Some((after(rest, from)?, to)));
        if let Some((left, to)) = changed.filter(|_| begins) {
            said.push_str(&if next.is_uppercase() { opening(to) } else { (*to).to_owned() });
            rest = left;
        } else {
            said.push(next);
            rest = rest.get(next.len_utf8()..).unwrap_or_default();
        }
    }
    said
}

/// What stands behind `words` where the text begins with them, whatever the case of their first letter.
fn after<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    let begin = text.get(..words.len())?;
    let rest = text.get(words.len()..)?;
    let whole = rest.chars().next().is_none_or(|next| !next.is_alphanumeric() && next != '’');
    (whole && begin.to_lowercase() == words).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::said_of;

    #[test]
    fn a_rule_that_speaks_to_mina_is_read_of_her() {
        let of = |text, expected| assert_eq!(said_of(text), expected);
        of("You had been in contact with the party.", "The claimant had been in contact with the party.");
        of("You told us that you were told.", "The claimant said that the claimant was told.");
        of(
            "You opted out of the levy, and say when it ended; you do not count.",
            "The claimant opted out of the levy, and says when it ended; the claimant does not count.",
        );
        of("saved as a file from your mailbox", "saved as a file from the claimant’s mailbox");
        of("whether you signed up yourself, or not", "whether the claimant signed up in person, or not");
        of("who uses the mailbox, and which of you", "who uses the mailbox, and which of them");
        of("The youth officer told us so.", "The youth officer told us so.");
        of("", "");
    }
}
