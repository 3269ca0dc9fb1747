//! The page that explains the folder.

use super::person::{Evidence, Person};

const TOP: &str = "# Sample matter

Everybody and everything here is invented: the people, their addresses and telephone numbers (from the ranges that Ofcom keeps
for drama), their mail providers (domains under `.example`, which cannot exist) and every word of the mails. The notice is our
own writing; it bears the features by which the notice of 2021 is known and is not a copy of it. Nothing here was sent by or to
anybody.

| file | what it is |
|---|---|
| `claimants.csv` | the people, as a campaign's spreadsheet would have them |
| `claimants-with-mistakes.csv` | eight rows of which one is right, to see what the import says of the others |
| `evidence/` | what they sent in: mails, PDFs, pictures |
| `sent-in-by.csv` | who sent in the files that no program can match to a person |
| `dkim.txt` | the public key that the sample's notices are signed with, as the DNS would have had it |

`joinder demo` takes all of it through the whole job. Made by `cargo run -p joinder-tests --bin sample` from
`tests/src/sample/people.toml`; a test checks that this gives the same bytes again. Change it there, not here.

The number of a reference is that of the situation that the person shows, where it has one.

| reference | name | shows | sent in |
|---|---|---|---|
";

/// The page.
pub fn page(people: &[Person], sent_in: &[(String, &Person, &Evidence)]) -> String {
    let mut page = TOP.to_owned();
    for person in people {
        let files: Vec<String> = sent_in
            .iter()
            .filter(|(_, sender, _)| sender.reference == person.reference)
            .map(|(name, _, evidence)| {
                format!(
                    "[{}](evidence/{name}) ({})",
                    name.trim_start_matches(&person.reference).trim_start_matches('-'),
                    evidence.shape
                )
            })
            .collect();
        page += &format!(
            "| {} | {} | {} | {} |\n",
            person.reference,
            person.full_name(),
            person.about,
            files.join(", ")
        );
    }
    page
}
