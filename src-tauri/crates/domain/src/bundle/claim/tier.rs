//! What a tier of evidence means (`evidence.md` 5.1).

/// "5 of 5, strong: …".
pub(super) fn words(tier: u8) -> String {
    let meaning = match tier {
        0 => "nothing: it does not show that this claimant was told",
        1 => "the claimant’s word",
        2 => "weak: it supports what the claimant says",
        3 => "fair: the text can be read, the way it took is lost",
        4 => "good: an original with the way it took",
        _ => "strong: an original from the claimant’s mailbox, with its body as it was signed",
    };
    format!("{tier} of 5, {meaning}")
}
