//! Reduces the many ways of saying one thing to one word each.

use super::piece::{Kind, Piece};

/// Phrases, and the one word that stands for each; an empty one is left out.
const PHRASES: &[(&[&str], &str)] = &[
    (&["some", "time"], ""),
    (&["in", "or", "about"], "about"),
    (&["on", "or", "about"], "about"),
    (&["in", "or", "around"], "about"),
    (&["on", "or", "around"], "about"),
    (&["at", "the", "latest"], "or-earlier"),
    (&["at", "the", "earliest"], "onwards"),
    (&["in", "or", "after"], "since"),
    (&["in", "or", "before"], "until"),
    (&["on", "or", "before"], "until"),
    (&["on", "or", "after"], "since"),
    (&["no", "later", "than"], "until"),
    (&["not", "later", "than"], "until"),
    (&["not", "after"], "until"),
    (&["up", "to"], "until"),
    (&["no", "earlier", "than"], "since"),
    (&["not", "earlier", "than"], "since"),
    (&["not", "before"], "since"),
    (&["prior", "to"], "before"),
    (&["earlier", "than"], "before"),
    (&["later", "than"], "after"),
    (&["as", "of"], "since"),
    (&["or", "later"], "onwards"),
    (&["or", "after"], "onwards"),
    (&["and", "later"], "onwards"),
    (&["or", "earlier"], "or-earlier"),
    (&["or", "before"], "or-earlier"),
    (&["or", "so"], "about"),
    (&["or", "thereabouts"], "about"),
    (&["i", "think"], "about"),
    (&["i", "believe"], "about"),
    (&["more", "or", "less"], "about"),
    (&["give", "or", "take"], "about"),
    (&["back", "in"], ""),
];

fn single(word: &str) -> &str {
    match word {
        "in" | "on" | "the" | "of" | "during" | "sometime" | "it" | "was" | "over" | "year" | "way"
        | "at" | "within" | "part" | "month" | "towards" | "just" | "shortly" => "",
        // The field says already what happened then.
        "left" | "joined" | "rejoined" | "resigned" | "lapsed" | "expelled" | "started" | "ended" => "",
        "about" | "around" | "circa" | "ca" | "c" | "approx" | "approximately" | "roughly" | "maybe"
        | "probably" | "possibly" | "perhaps" | "nearly" | "ish" | "thereabouts" | "estimated" | "est" => {
            "about"
        }
        "before" | "pre" => "before",
        "by" | "until" | "til" | "till" => "until",
        "after" | "post" => "after",
        "since" => "since",
        "onwards" | "onward" => "onwards",
        "through" | "thru" => "to",
        "&" => "and",
        other => other,
    }
}

/// Replaces phrases and words by their one form, and leaves out those that say nothing about the date.
pub(super) fn fold(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut folded = Vec::with_capacity(pieces.len());
    let mut rest = pieces.as_slice();
    while let Some((piece, after)) = rest.split_first() {
        if let Some((phrase, to)) = PHRASES.iter().find(|(phrase, _)| starts_with(rest, phrase)) {
            push(&mut folded, to, piece.glued);
            rest = rest.get(phrase.len()..).unwrap_or_default();
            continue;
        }
        match &piece.kind {
            Kind::Word(word) => push(&mut folded, single(word), piece.glued),
            // EDTF level 1: "2020~" is approximate, "2020?" uncertain, "2020%" both.
            Kind::Mark('~' | '?' | '%') => push(&mut folded, "about", piece.glued),
            Kind::Mark('+') => push(&mut folded, "onwards", piece.glued),
            Kind::Mark('<') => push(&mut folded, "before", false),
            Kind::Mark('>') => push(&mut folded, "after", false),
            Kind::Mark('&') => push(&mut folded, "and", false),
            _ => folded.push(piece.clone()),
        }
        rest = after;
    }
    folded
}

fn push(folded: &mut Vec<Piece>, word: &str, glued: bool) {
    if !word.is_empty() {
        folded.push(Piece { kind: Kind::Word(word.to_owned()), glued });
    }
}

fn starts_with(pieces: &[Piece], phrase: &[&str]) -> bool {
    pieces.len() >= phrase.len()
        && pieces
            .iter()
            .zip(phrase)
            .all(|(piece, word)| matches!(&piece.kind, Kind::Word(said) if said == word))
}

/// Leaves out marks that only join what belongs together: "Nov.", "mid-2020", "pre-2016", "2018-ish".
pub(super) fn tidy(pieces: &[Piece]) -> Vec<Piece> {
    let mut tidy: Vec<Piece> = Vec::with_capacity(pieces.len());
    for (at, piece) in pieces.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| pieces.get(at)).map(|piece| &piece.kind);
        let after = pieces.get(at + 1).map(|piece| &piece.kind);
        let joins = match piece.kind {
            Kind::Mark('.') => {
                let ends = after.is_none() && !matches!(before, Some(Kind::Mark(_)));
                let shortens =
                    before.is_some_and(|before| !matches!(before, Kind::Number(_) | Kind::Mark(_)));
                ends || shortens || matches!(after, Some(Kind::Month(_)))
            }
            // "1990's".
            Kind::Mark('\'') => true,
            Kind::Mark('-') if piece.glued => match (before, after) {
                (Some(Kind::Part(_)), Some(Kind::Part(_))) => false,
                (Some(Kind::Part(_)), _) | (_, Some(Kind::Part(_))) => true,
                (Some(Kind::Word(word)), _) => {
                    matches!(word.as_str(), "before" | "after" | "until" | "since")
                }
                (_, Some(Kind::Word(word))) => word == "about",
                _ => false,
            },
            // "halfway through 2020".
            Kind::Word(ref word) if word == "to" => {
                matches!((before, after), (Some(Kind::Part(_)), Some(Kind::Number(_))))
            }
            _ => false,
        };
        if !joins {
            tidy.push(piece.clone());
        }
    }
    tidy
}

/// Leaves out marks between a month's name and the numbers beside it: "03-Nov-21", "Apr-19", "2021/Nov/3".
///
/// A year of two figures after such a mark is a year: that is how spreadsheets write a month.
pub(super) fn without_joints(pieces: &[Piece]) -> Vec<Piece> {
    let mut plain: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut joint = false;
    for piece in pieces {
        if matches!(piece.kind, Kind::Mark('-' | '/' | '.')) {
            joint = true;
            continue;
        }
        let mut piece = piece.clone();
        if let (true, Some(Kind::Month(_)), Kind::Number(number)) =
            (joint, plain.last().map(|piece| &piece.kind), &mut piece.kind)
        {
            number.short_year = number.figures == 2;
        }
        joint = false;
        plain.push(piece);
    }
    plain
}
