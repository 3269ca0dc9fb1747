//! The words by which mail programs mark a forward and name its headers, in the languages of their users.

use super::ForwardStyle;

/// A mark that Apple Mail puts before a forward.
const APPLE: &[&str] = &[
    "begin forwarded message",
    "anfang der weitergeleiteten nachricht",
    "début du message réexpédié",
    "début du message transféré",
    "inicio del mensaje reenviado",
    "inizio messaggio inoltrato",
    "begin doorgestuurd bericht",
    "início da mensagem reencaminhada",
    "początek przekazywanej wiadomości",
    "dechrau neges a anfonwyd ymlaen",
];
/// Words between dashes before a message that was forwarded.
const FORWARDED: &[&str] = &[
    "forwarded message",
    "weitergeleitete nachricht",
    "message transféré",
    "mail transféré",
    "mensaje reenviado",
    "messaggio inoltrato",
    "mensagem encaminhada",
    "doorgestuurd bericht",
    "przekazana wiadomość",
    "vidarebefordrat meddelande",
    "videresendt meddelelse",
    "videresendt melding",
];
/// Words between dashes before a message that was answered or forwarded.
const ORIGINAL: &[&str] = &[
    "original message",
    "original appointment",
    "ursprüngliche nachricht",
    "message d'origine",
    "message original",
    "mensaje original",
    "messaggio originale",
    "mensagem original",
    "oorspronkelijk bericht",
    "wiadomość oryginalna",
    "ursprungligt meddelande",
    "oprindelig meddelelse",
    "opprinnelig melding",
    "alkuperäinen viesti",
];

/// Pieces of the words for "subject", one of which stands in every forward's head, whatever its first letter's case.
pub(super) const SUBJECTS: &[&str] =
    &["ubject", "etreff", "bjet", "sunto", "ggetto", "nderwerp", "mne:", "emne", "emat", "ihe", "wnc"];

/// The name of a header as mail programs type it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    From,
    To,
    Cc,
    Date,
    Sent,
    Subject,
    Other,
}

const KEYS: &[(Key, &[&str])] = &[
    (
        Key::From,
        &["from", "von", "de", "da", "van", "från", "fra", "od", "lähettäjä", "expéditeur", "oddi wrth"],
    ),
    (
        Key::To,
        &[
            "to",
            "an",
            "à",
            "a",
            "para",
            "aan",
            "naar",
            "till",
            "til",
            "do",
            "vastaanottaja",
            "destinataire",
            "at",
        ],
    ),
    (Key::Cc, &["cc", "kopie", "copie", "copia", "kopia", "dw", "bcc"]),
    (Key::Date, &["date", "datum", "fecha", "data", "dato", "dyddiad"]),
    (
        Key::Sent,
        &[
            "sent",
            "gesendet",
            "envoyé",
            "enviado",
            "enviado el",
            "enviada em",
            "inviato",
            "verzonden",
            "skickat",
            "sendt",
            "wysłano",
            "lähetetty",
            "anfonwyd",
        ],
    ),
    (
        Key::Subject,
        &[
            "subject",
            "betreff",
            "objet",
            "asunto",
            "oggetto",
            "onderwerp",
            "assunto",
            "ämne",
            "emne",
            "temat",
            "aihe",
            "pwnc",
        ],
    ),
    (
        Key::Other,
        &["reply-to", "importance", "attachments", "antwort an", "répondre à", "priority", "sender"],
    ),
];
/// The longest name of a header, in bytes.
const NAME: usize = 24;

/// The mail program whose mark a line is.
pub(super) fn mark(line: &str) -> Option<ForwardStyle> {
    let line = line.trim();
    // A mark is short, and marks begin with dashes, or end with a colon.
    if line.len() > 120 {
        return None;
    }
    if let Some(words) = line.strip_suffix(':') {
        let words = words.trim().to_lowercase();
        return APPLE.contains(&words.as_str()).then_some(ForwardStyle::Apple);
    }
    let is_dash = |character: char| matches!(character, '-' | '\u{2010}'..='\u{2015}' | '=' | '_');
    let dashes = line.chars().take_while(|&character| is_dash(character)).count();
    if dashes < 2 {
        return None;
    }
    let words = line.trim_matches(is_dash).trim();
    // Only the way it writes "message" tells Gmail's English mark from the others'.
    let gmail = words == "Forwarded message";
    let words = words.to_lowercase();
    match () {
        () if FORWARDED.contains(&words.as_str()) => Some(match dashes {
            _ if gmail || dashes > 8 => ForwardStyle::Gmail,
            6..=8 => ForwardStyle::Thunderbird,
            _ => ForwardStyle::Yahoo,
        }),
        () if ORIGINAL.contains(&words.as_str()) => Some(ForwardStyle::Outlook),
        () => None,
    }
}

/// The key of a header line as mail programs type it, with its value; bold marks are taken off.
pub(super) fn key(line: &str) -> Option<(Key, String)> {
    let plain = line.trim().trim_start_matches('*');
    let colon = plain.bytes().take(NAME + 1).position(|byte| byte == b':')?;
    let (name, value) = (plain.get(..colon)?, plain.get(colon + 1..)?);
    let name = name.trim().trim_end_matches('*').trim();
    let lower = name.to_lowercase();
    let (key, _) = KEYS.iter().find(|(_, names)| names.contains(&lower.as_str()))?;
    let value = value.trim().trim_start_matches('*').trim();
    let value =
        if value.contains("**") || value.ends_with('*') { value.replace('*', "") } else { value.to_owned() };
    Some((*key, value.trim().to_owned()))
}
