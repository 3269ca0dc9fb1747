//! A fictional crowd with people who are there twice, and households, of which it is known who is who.

use joinder_domain::matching::{Birth, NameUse, Particulars, PersonName, Place};

const GIVEN: &[&str] = &[
    "david",
    "john",
    "sarah",
    "mohammed",
    "susan",
    "michael",
    "margaret",
    "paul",
    "emma",
    "peter",
    "andrew",
    "helen",
    "james",
    "robert",
    "fatima",
    "mark",
    "claire",
    "richard",
    "laura",
    "william",
    "thomas",
    "elizabeth",
    "karen",
    "daniel",
    "priya",
    "matthew",
    "rachel",
    "simon",
    "gareth",
    "bronwen",
    "siobhan",
    "patrick",
    "katherine",
    "joseph",
    "amina",
    "oliver",
    "sophie",
    "harpreet",
    "simran",
    "rhys",
    "megan",
    "callum",
    "isla",
    "stephen",
    "julie",
    "agnieszka",
    "piotr",
    "olga",
    "chidi",
    "ngozi",
    "yusuf",
    "zainab",
    "george",
    "alice",
    "edward",
    "grace",
    "samuel",
    "hannah",
    "benjamin",
    "lucy",
    "joshua",
    "chloe",
    "adam",
    "ruth",
    "luke",
    "naomi",
    "owen",
    "carys",
    "dylan",
    "ffion",
];
const SYLLABLES: &[&str] = &[
    "ash", "ber", "cal", "dun", "ell", "far", "gil", "hol", "ing", "jar", "ken", "lan", "mar", "nor", "ost",
    "pen", "ray", "sel", "thorn", "wal", "whit", "ever", "brad", "croft", "dale",
];
const ENDINGS: &[&str] =
    &["son", "ton", "ley", "man", "field", "wood", "s", "well", "er", "ard", "by", "worth"];
const STREETS: &[&str] =
    &["High", "Mill", "Church", "Park", "Station", "Queen", "Elm", "Oak", "Victoria", "Green"];
const KINDS: &[&str] = &["Street", "Road", "Lane", "Avenue", "Close", "Terrace"];
const TOWNS: &[&str] =
    &["Leeds", "Hull", "Derby", "Swansea", "Hove", "Luton", "York", "Bolton", "Truro", "Wrexham"];

/// Numbers that look random and are the same each time.
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }

    pub fn chance(&mut self, in_hundred: usize) -> bool {
        self.below(100) < in_hundred
    }

    /// Early items come up more often than late ones, as names do.
    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        let (one, other) = (self.below(from.len()), self.below(from.len()));
        from[one.min(other)]
    }
}

/// Records in an order that tells nothing, each with the person whom it is of.
pub fn crowd(records: usize, dice: &mut Dice) -> Vec<(u32, Particulars)> {
    let mut crowd: Vec<(u32, Particulars)> = Vec::with_capacity(records);
    let mut person = 0;
    while crowd.len() < records {
        let first = somebody(dice, person);
        let mut home = vec![(person, first.clone())];
        person += 1;
        if dice.chance(20) {
            home.push((person, relative(&first, dice, person)));
            person += 1;
        }
        for (who, record) in home {
            if dice.chance(6) {
                crowd.push((who, again(&record, dice)));
            }
            crowd.push((who, record));
        }
    }
    crowd.truncate(records);
    for at in (1..crowd.len()).rev() {
        crowd.swap(at, dice.below(at + 1));
    }
    crowd
}

fn surname(dice: &mut Dice) -> String {
    let middle = if dice.chance(50) { dice.pick(SYLLABLES) } else { "" };
    format!("{}{middle}{}", dice.pick(SYLLABLES), dice.pick(ENDINGS))
}

fn place(dice: &mut Dice) -> Place {
    let letter = |dice: &mut Dice| char::from(b"ABDEFGHJLNPQRSTUWXYZ"[dice.below(20)]);
    Place {
        number: (dice.below(120) + 1).to_string(),
        street: format!("{} {}", dice.pick(STREETS), dice.pick(KINDS)),
        district: String::new(),
        locality: dice.pick(TOWNS).to_owned(),
        region: String::new(),
        postcode: format!("ZZ{} {}{}{}", dice.below(90) + 1, dice.below(10), letter(dice), letter(dice)),
    }
}

fn birth(dice: &mut Dice) -> Birth {
    Birth {
        year: 1938 + dice.below(68) as u16,
        month: 1 + dice.below(12) as u8,
        day: 1 + dice.below(28) as u8,
    }
}

fn phone(dice: &mut Dice) -> String {
    // No country has this code.
    format!("+999{:07}", dice.below(10_000_000))
}

fn email(given: &str, family: &str, dice: &mut Dice) -> String {
    format!("{given}.{family}{}@mail{}.example", dice.below(1_000), dice.below(5))
}

fn somebody(dice: &mut Dice, _person: u32) -> Particulars {
    let (given, family) = (dice.pick(GIVEN).to_owned(), surname(dice));
    let some =
        |dice: &mut Dice, chance, text: String| if dice.chance(chance) { vec![text] } else { Vec::new() };
    let (address, number) = (email(&given, &family, dice), phone(dice));
    Particulars {
        born: Some(birth(dice)),
        emails: some(dice, 92, address),
        phones: some(dice, 75, number),
        places: if dice.chance(90) { vec![place(dice)] } else { Vec::new() },
        names: vec![PersonName { given, family, used: NameUse::Present }],
        ..Particulars::default()
    }
}

/// A partner, child or twin: the same home, and what is one's own.
fn relative(of: &Particulars, dice: &mut Dice, person: u32) -> Particulars {
    let mut other = somebody(dice, person);
    other.places.clone_from(&of.places);
    other.names[0].family.clone_from(&of.names[0].family);
    if dice.chance(35) {
        other.emails.clone_from(&of.emails);
    }
    if dice.chance(30) {
        other.phones.clone_from(&of.phones);
    }
    match dice.below(100) {
        0..=3 => other.born = of.born,
        4..=7 => other.names[0].given.clone_from(&of.names[0].given),
        _ => {}
    }
    // Two in one home with one name and one birthday would be told apart by nobody.
    if other.born == of.born && other.names[0].given == of.names[0].given {
        other.born = Some(birth(dice));
    }
    other
}

/// The same person, registered a second time.
fn again(of: &Particulars, dice: &mut Dice) -> Particulars {
    let mut other = of.clone();
    for _ in 0..1 + dice.below(3) {
        match dice.below(11) {
            0 => slip(&mut other.names[0].given, dice),
            1 => slip(&mut other.names[0].family, dice),
            2 => {
                let name = &mut other.names[0];
                std::mem::swap(&mut name.given, &mut name.family);
            }
            3 => {
                if let Some(born) = &mut other.born
                    && born.day <= 12
                {
                    std::mem::swap(&mut born.day, &mut born.month);
                }
            }
            4 => {
                if let Some(born) = &mut other.born {
                    born.day = (born.day + 1) % 28 + 1;
                }
            }
            5 => other.emails = vec![email(&of.names[0].given, "mine", dice)],
            6 => other.phones = vec![phone(dice)],
            7 => other.places = vec![place(dice)],
            8 => other.names[0].family = surname(dice),
            9 => other.emails.clear(),
            _ => other.phones.clear(),
        }
    }
    other
}

fn slip(text: &mut String, dice: &mut Dice) {
    let mut letters: Vec<char> = text.chars().collect();
    let at = dice.below(letters.len());
    match dice.below(3) {
        0 if letters.len() > 2 => {
            letters.remove(at);
        }
        1 => letters.insert(at, 'e'),
        _ if at + 1 < letters.len() => letters.swap(at, at + 1),
        _ => letters.push('s'),
    }
    *text = letters.into_iter().collect();
}
