//! Which authentication results can be believed: those that the recipient's own provider stamped (RFC 8601, 1.2 and 5).

use serde::{Deserialize, Serialize};

use super::{
    Message,
    organisation::{host_of, is_private_name, organisation},
    path::house,
    received::read_by,
};

/// Whether one [`AuthenticationResults`](super::AuthenticationResults) header can be believed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StampJudgement {
    /// The recipient's own provider stamped it when the message arrived.
    pub by_own_provider: bool,
    /// Why, in words.
    pub reason: String,
}

impl Message {
    /// For each of [`Message::authentication_results`], whether the recipient's own provider stamped it.
    ///
    /// A sender can write any such header itself. Headers are added on top, so that everything above the first
    /// `Received` line of a stranger was added by the house that took the message in; in there, only a stamp that names
    /// this house counts. Microsoft leaves the name out.
    pub fn judge_stamps(&self) -> Vec<StampJudgement> {
        let house = house(&self.received);
        let microsoft =
            house.as_deref().is_some_and(|house| matches!(house, "outlook.com" | "hotmail.com" | "live.com"));
        let mut stranger = false;
        let mut judged = Vec::new();
        let mut stamps = self.authentication_results.iter();
        for header in &self.headers {
            let name = header.name();
            if name.eq_ignore_ascii_case("received") {
                let by =
                    read_by(header.raw()).and_then(|by| host_of(&by)).filter(|host| !is_private_name(host));
                stranger |= by.map(|by| organisation(&by)).is_some_and(|by| match &house {
                    Some(house) => by != *house,
                    None => self.home(&by) != Some(true),
                });
                continue;
            }
            let arc = name.eq_ignore_ascii_case("arc-authentication-results");
            if !arc && !name.eq_ignore_ascii_case("authentication-results") {
                continue;
            }
            let Some(stamp) = stamps.next() else { break };
            let by = organisation(&stamp.authserv_id);
            let named = !stamp.authserv_id.is_empty();
            let own = match (&house, named) {
                (Some(house), true) => by == *house,
                (Some(_), false) => microsoft,
                (None, true) => self.home(&by) == Some(true),
                (None, false) => false,
            };
            let reason = match (stranger, own, named) {
                (true, ..) => {
                    "It stands below a server of another house: whoever sent the message may have written it."
                        .to_owned()
                }
                (false, true, true) if house.is_none() => format!(
                    "{by} keeps mail for the recipient's address; no path shows that it took this message in."
                ),
                (false, true, true) => format!("{by} took the message in and stamped it."),
                (false, true, false) => {
                    "It names no server, as Microsoft's do, and Microsoft took the message in.".to_owned()
                }
                (false, false, false) => "It names no server: nobody vouches for it.".to_owned(),
                (false, false, true) => format!(
                    "{by} is not the house that took the message in{}.",
                    house.as_deref().map(|house| format!(", {house}")).unwrap_or_default()
                ),
            };
            judged.push(StampJudgement { by_own_provider: own && !stranger, reason });
        }
        judged
    }

    /// Whether the recipient's own provider said of the sender's signature that it was right when the message arrived.
    pub fn dkim_pass_by_own_provider(&self) -> bool {
        let own = |(stamp, judged): (&super::AuthenticationResults, StampJudgement)| {
            judged.by_own_provider
                && stamp.arc_instance.is_none()
                && stamp.results.iter().any(|result| result.method == "dkim" && result.result == "pass")
        };
        self.authentication_results.iter().zip(self.judge_stamps()).any(own)
    }
}
