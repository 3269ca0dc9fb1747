//! A spreadsheet with a mistake in almost every row, to be tried out (situation 86).

use super::table::written;

const ROWS: [[&str; 8]; 9] = [
    [
        "reference",
        "forenames",
        "surname",
        "date of birth",
        "emails",
        "postcode",
        "episode 1 start",
        "episode 1 end",
    ],
    [
        "M-01",
        "Agatha",
        "Faultless",
        "14/02/1971",
        "agatha.faultless@gpost.example",
        "AA1 1AB",
        "2015",
        "ongoing",
    ],
    [
        "M-02",
        "Boris",
        "Tomorrow",
        "1 January 1980",
        "boris.tomorrow@gpost.example",
        "AA1 1AD",
        "2031",
        "ongoing",
    ],
    [
        "M-03",
        "Clara",
        "Backwards",
        "1 January 1980",
        "clara.backwards@gpost.example",
        "AA1 1AE",
        "May 2018",
        "March 2016",
    ],
    [
        "M-04",
        "Duncan",
        "Methuselah",
        "3/3/1890",
        "duncan.methuselah@gpost.example",
        "AA1 1AF",
        "2015",
        "ongoing",
    ],
    ["M-05", "Edna", "Early", "7 July 2001", "edna.early@gpost.example", "AA1 1AG", "2010", "ongoing"],
    ["M-06", "Felix", "", "7 July 1991", "felix.nosurname@gpost.example", "AA1 1AH", "2015", "ongoing"],
    ["M-07", "Greta", "Noaddress", "7 July 1991", "greta at gpost", "AA1 1AJ", "2015", "ongoing"],
    [
        "M-08",
        "Hugo",
        "Neverday",
        "31/02/1975",
        "hugo.neverday@gpost.example",
        "QQ1 1AA",
        "the other day",
        "ongoing",
    ],
];

/// The spreadsheet.
pub fn claimants() -> Vec<u8> {
    let more = |n: usize| if n == 0 { ["episode 1 kind", "notice received"] } else { ["member", "no"] };
    written(
        ROWS.iter().enumerate().map(|(n, row)| row.iter().chain(&more(n)).map(ToString::to_string).collect()),
    )
}
