//! How common the commonest names are in the United Kingdom, in tenths of a per cent, roughly: for small matters, where
//! two people called John Smith must not look rare.

const GIVEN: &[(&str, u8)] = &[
    ("david", 21),
    ("john", 20),
    ("michael", 16),
    ("paul", 14),
    ("peter", 12),
    ("andrew", 12),
    ("james", 12),
    ("robert", 11),
    ("mark", 11),
    ("richard", 9),
    ("christopher", 9),
    ("stephen", 9),
    ("william", 8),
    ("thomas", 8),
    ("susan", 11),
    ("margaret", 10),
    ("sarah", 10),
    ("mary", 9),
    ("elizabeth", 9),
    ("patricia", 8),
    ("julie", 7),
    ("karen", 7),
    ("jane", 6),
    ("helen", 7),
    ("christine", 7),
    ("linda", 6),
    ("anne", 6),
    ("emma", 6),
    ("mohammed", 8),
    ("muhammad", 7),
    ("daniel", 8),
    ("matthew", 7),
    ("ian", 7),
    ("alan", 6),
    ("simon", 6),
    ("kevin", 6),
    ("anthony", 6),
    ("claire", 6),
    ("jennifer", 6),
    ("laura", 5),
    ("rebecca", 5),
    ("nicola", 5),
];

const FAMILY: &[(&str, u8)] = &[
    ("smith", 12),
    ("jones", 9),
    ("williams", 7),
    ("taylor", 6),
    ("brown", 6),
    ("davies", 5),
    ("evans", 4),
    ("wilson", 4),
    ("thomas", 4),
    ("johnson", 4),
    ("roberts", 4),
    ("robinson", 3),
    ("thompson", 3),
    ("wright", 3),
    ("walker", 3),
    ("white", 3),
    ("edwards", 3),
    ("hughes", 3),
    ("green", 3),
    ("hall", 3),
    ("lewis", 3),
    ("harris", 3),
    ("clarke", 3),
    ("patel", 3),
    ("jackson", 3),
    ("wood", 3),
    ("turner", 3),
    ("martin", 3),
    ("cooper", 2),
    ("hill", 2),
    ("ward", 2),
    ("morris", 2),
    ("moore", 2),
    ("clark", 2),
    ("lee", 2),
    ("king", 2),
    ("baker", 2),
    ("harrison", 2),
    ("morgan", 2),
    ("allen", 2),
    ("james", 2),
    ("scott", 2),
    ("khan", 3),
    ("hussain", 2),
    ("ahmed", 2),
    ("ali", 2),
    ("begum", 2),
    ("singh", 3),
    ("kaur", 2),
    ("murphy", 2),
];

/// The share of people with this first name, when nothing else is known.
pub(in crate::matching) fn given_rate(name: &str) -> f64 {
    rate(GIVEN, name.split(' ').next().unwrap_or(name), 0.001)
}

/// The share of people with this surname, when nothing else is known.
pub(in crate::matching) fn family_rate(name: &str) -> f64 {
    rate(FAMILY, name, 0.0003)
}

fn rate(table: &[(&str, u8)], name: &str, otherwise: f64) -> f64 {
    table.iter().find(|(known, _)| *known == name).map_or(otherwise, |(_, rate)| f64::from(*rate) / 1_000.0)
}
