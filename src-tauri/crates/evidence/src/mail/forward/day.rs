//! The day that a typed date names, where nothing about it is in doubt.

/// How months begin in the languages of mail programs.
const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen", "sty", "ion"],
    &["feb", "fév", "fev", "lut", "chw"],
    &["mar", "mär", "maa", "mrt"],
    &["apr", "avr", "abr", "kwi", "ebr"],
    &["may", "mai", "mei", "mag", "maj"],
    &["jun", "juin", "giu", "cze"],
    &["jul", "juil", "lug", "lip", "gor"],
    &["aug", "aoû", "aou", "ago", "sie", "aws"],
    &["sep", "set", "wrz", "med"],
    &["oct", "okt", "ott", "out", "paź", "hyd"],
    &["nov", "lis", "tac"],
    &["dec", "déc", "dez", "dic", "des", "gru", "rha"],
];
/// Days of the week that begin like a month.
const WEEKDAYS: &[&str] = &["mardi", "martes", "martedì", "martedi", "mar", "maandag", "sat", "set"];
/// Words of a date that are looked at.
const WORDS: usize = 24;

/// The day, `2021-11-03`; dates of which the first number may be the month, such as `03/11/2021`, stay unread.
pub(super) fn day(raw: &str) -> Option<String> {
    let written =
        |text: &str| text.split(|c: char| c.is_whitespace() || c == ',' || c == 'T').find_map(in_figures);
    let words: Vec<&str> =
        raw.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(WORDS).collect();
    // The last month that fits: the name of a weekday may look like one.
    let found = (0..words.len()).rev().find_map(|at| in_words(&words, at));
    found.or_else(|| written(raw)).map(|date| date.to_string())
}

fn in_words(words: &[&str], at: usize) -> Option<jiff::civil::Date> {
    let word = words.get(at)?.to_lowercase();
    let followed = words.get(at + 1).and_then(|word| number(word)).is_some();
    if word.chars().any(char::is_numeric)
        || (WEEKDAYS.contains(&word.as_str()) && words.len() > 6 && !followed)
    {
        return None;
    }
    let month = MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name)))? + 1;
    let near = |at: Option<usize>| at.and_then(|at| words.get(at)).and_then(|word| number(word));
    // "3 de noviembre de 2021"
    let before = near(at.checked_sub(1)).or_else(|| match *words.get(at.checked_sub(1)?)? {
        "de" | "di" => near(at.checked_sub(2)),
        _ => None,
    });
    let day = before.or_else(|| near(at.checked_add(1)))?;
    let year: i16 = words
        .iter()
        .skip(at + 1)
        .find(|w| w.len() == 4 && w.bytes().all(|b| b.is_ascii_digit()))?
        .parse()
        .ok()?;
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, day).ok()
}

fn number(word: &str) -> Option<i8> {
    let digits = word.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h', 'e']);
    digits.parse::<i8>().ok().filter(|day| digits.len() <= 2 && (1..=31).contains(day))
}

/// `2021-11-03` and `03.11.2021` leave no doubt.
fn in_figures(word: &str) -> Option<jiff::civil::Date> {
    let of = |mark: char| -> Option<[i16; 3]> {
        let numbers: Option<Vec<i16>> =
            word.trim_end_matches('.').split(mark).map(|piece| piece.parse().ok()).collect();
        numbers?.try_into().ok()
    };
    let (year, month, day) = match (of('-'), of('.')) {
        (Some([year, month, day]), _) if year > 1000 => (year, month, day),
        (_, Some([day, month, year])) if year > 1000 => (year, month, day),
        _ => return None,
    };
    jiff::civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}
