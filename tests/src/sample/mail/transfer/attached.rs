//! Passed on with the original whole, or with a picture of it.

use super::to_the_firm;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::mailbox::Mailbox;
use crate::sample::mail::message::{base64, quoted_printable};
use crate::sample::mail::native;

/// The file of a mail that carries the original as an attachment (message/rfc822), in `style`.
pub fn attached(style: &str, e: &Envelope) -> Vec<u8> {
    let original = String::from_utf8(native(Mailbox::of(&e.delivered_to), e).bytes())
        .expect("the sample's mails are UTF-8");
    let (subject, program, note, boundary, headers): (_, &[(&str, &str)], _, _, _) = match style {
        "outpost" => (
            "Private and Confidential",
            &[("X-MS-Has-Attach", "yes")][..],
            "Please find attached.\n",
            "_004_",
            "Content-Type: message/rfc822\r\nContent-Disposition: attachment;\r\n\tcreation-date=\"Wed, 15 Apr 2026 08:00:00 GMT\";\r\n\tmodification-date=\"Wed, 15 Apr 2026 08:00:00 GMT\"\r\n".to_owned(),
        ),
        "thunderbird" => (
            "Fwd: Private and Confidential",
            &[("User-Agent", "Mozilla Thunderbird"), ("Content-Language", "en-GB")][..],
            "As you asked.\n",
            "------------",
            "Content-Type: message/rfc822; charset=UTF-8; name=\"Private and Confidential.eml\"\r\nContent-Disposition: attachment; filename=\"Private and Confidential.eml\"\r\nContent-Transfer-Encoding: 7bit\r\n".to_owned(),
        ),
        "gpost" => (
            "my notice",
            &[][..],
            "",
            "000000000000",
            format!("Content-Type: message/rfc822; name=\"Private and Confidential.eml\"\r\nContent-Disposition: attachment; filename=\"Private and Confidential.eml\"\r\nX-Attachment-Id: 17{}\r\n", e.seed.hex("attachment", 12)),
        ),
        other => panic!("people.toml: there is no way to attach called \"{other}\""),
    };
    let boundary = format!("{boundary}{}", e.seed.word("boundary", 20));
    let body = format!(
        "This is a multi-part message in MIME format.\r\n--{boundary}\r\nContent-Type: text/plain; charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--{boundary}\r\n{headers}\r\n{original}\r\n--{boundary}--\r\n",
        quoted_printable(note)
    );
    to_the_firm(e, subject, program)
        .with("Content-Type", format!("multipart/mixed;\r\n boundary=\"{boundary}\""))
        .saying(body)
        .bytes()
}

/// The file of a mail from a telephone with a picture of the notice.
pub fn with_picture(e: &Envelope, png: &[u8]) -> Vec<u8> {
    let boundary = format!("Apple-Mail-{}", e.seed.token("boundary", "0123456789ABCDEF", 32));
    let body = format!(
        "\r\n--{boundary}\r\nContent-Type: text/plain;\r\n\tcharset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{}\r\n--{boundary}\r\nContent-Type: image/png;\r\n\tname=IMG_0589.PNG;\r\n\tx-apple-part-url={}\r\nContent-Disposition: inline;\r\n\tfilename=IMG_0589.PNG\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n--{boundary}\r\nContent-Type: text/plain;\r\n\tcharset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n\r\n\r\nSent from my iPhone\r\n--{boundary}--\r\n",
        quoted_printable("السلام علیکم\nیہ وہ ای میل ہے۔\n"),
        e.seed.token("part", "0123456789ABCDEF", 32),
        base64(png),
    );
    to_the_firm(e, "Re: your claim", &[("X-Mailer", "iPhone Mail (21E236)")])
        .with("Content-Type", format!("multipart/mixed;\r\n boundary={boundary}"))
        .saying(body)
        .bytes()
}
