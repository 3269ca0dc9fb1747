//! The notice as claimants forward it: taken out of whatever their mail program wrapped it in.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "test helpers"
)]

mod common;

use common::facts;
use joinder_evidence::{ForwardStyle, inline_forwards};

const NOTICE: &str = "Dear Sir / Madam,\n\nWe write to tell you about an incident.\n\nYours faithfully";

/// A forward's head, the program whose it is, and the day that it names.
const HEADS: &[(ForwardStyle, &str)] = &[
    (
        ForwardStyle::Gmail,
        "---------- Forwarded message ---------\nFrom: The Example Party <notices@party.example>\nDate: Wed, 3 Nov 2021 at 15:42\nSubject: Private and Confidential\nTo: <asha@example.com>\n",
    ),
    (
        ForwardStyle::Gmail,
        "---------- Weitergeleitete Nachricht ----------\nVon: The Example Party <notices@party.example>\nDatum: 3. November 2021 um 15:42\nBetreff: Private and Confidential\nAn: asha@example.com\n",
    ),
    (
        ForwardStyle::Gmail,
        "---------- Mensaje reenviado ----------\nDe: The Example Party <notices@party.example>\nFecha: mié, 3 nov 2021 a las 15:42\nAsunto: Private and Confidential\nPara: asha@example.com\n",
    ),
    (
        ForwardStyle::Outlook,
        "________________________________\nFrom: The Example Party <notices@party.example>\nSent: 03 November 2021 15:42\nTo: asha@example.com\nSubject: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "-----Original Message-----\nFrom: The Example Party <notices@party.example>\nTo: asha@example.com\nSent: Wed, 3 Nov 2021 15:42\nSubject: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "Von: The Example Party <notices@party.example>\nGesendet: Mittwoch, 3. November 2021 15:42\nAn: asha@example.com\nBetreff: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "De : The Example Party <notices@party.example>\nEnvoyé : mercredi 3 novembre 2021 15:42\nÀ : asha@example.com\nObjet : Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "Da: The Example Party <notices@party.example>\nInviato: mercoledì 3 novembre 2021 15:42\nA: asha@example.com\nOggetto: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "Van: The Example Party <notices@party.example>\nVerzonden: woensdag 3 november 2021 15:42\nAan: asha@example.com\nOnderwerp: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "From: The Example Party <notices@party.example>\nDate: Wednesday, 3 November 2021 at 15:42\nTo: asha@example.com\nSubject: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "Gesendet: Mittwoch, 03. November 2021 um 15:42 Uhr\nVon: \"The Example Party\" <notices@party.example>\nAn: asha@example.com\nBetreff: Private and Confidential\n",
    ),
    (
        ForwardStyle::Outlook,
        "-------- Original message --------\nFrom: The Example Party <notices@party.example>\nDate: 2021-11-03 15:42 (GMT+00:00)\nTo: asha@example.com\nSubject: Private and Confidential\n",
    ),
    (
        ForwardStyle::Thunderbird,
        "‐‐‐‐‐‐‐ Forwarded Message ‐‐‐‐‐‐‐\nFrom: The Example Party <notices@party.example>\nDate: On Wednesday, November 3rd, 2021 at 3:42 PM\nSubject: Private and Confidential\nTo: asha@example.com\n",
    ),
    (
        ForwardStyle::Apple,
        "Begin forwarded message:\n\nFrom: The Example Party <notices@party.example>\nSubject: Private and Confidential\nDate: 3 November 2021 at 15:42:10 GMT\nTo: asha@example.com\n",
    ),
    (
        ForwardStyle::Apple,
        "Début du message réexpédié :\n\nDe: The Example Party <notices@party.example>\nObjet: Private and Confidential\nDate: 3 novembre 2021 à 15:42:10 UTC\nÀ: asha@example.com\n",
    ),
    (
        ForwardStyle::Yahoo,
        "----- Forwarded Message -----\nFrom: The Example Party <notices@party.example>\nTo: asha@example.com\nSent: Wednesday, 3 November 2021, 15:42:10 GMT\nSubject: Private and Confidential\n",
    ),
    (
        ForwardStyle::Yahoo,
        "----- Message transféré -----\nDe : The Example Party <notices@party.example>\nÀ : asha@example.com\nEnvoyé : mercredi 3 novembre 2021 à 15:42:10 UTC\nObjet : Private and Confidential\n",
    ),
    (
        ForwardStyle::Thunderbird,
        "-------- Forwarded Message --------\nSubject: \tPrivate and Confidential\nDate: \tWed, 3 Nov 2021 15:41:59 +0000\nFrom: \tThe Example Party <notices@party.example>\nTo: \tasha@example.com\n",
    ),
    (
        ForwardStyle::Thunderbird,
        "-------- Weitergeleitete Nachricht --------\nBetreff: \tPrivate and Confidential\nDatum: \t03.11.2021 15:42\nVon: \tThe Example Party <notices@party.example>\nAn: \tasha@example.com\n",
    ),
];

#[test]
fn the_notice_comes_out_of_the_wrapping_of_every_mail_program() {
    for (style, head) in HEADS {
        let found = inline_forwards(&format!("Is this what you need?\n\nAsha\n\n{head}\n{NOTICE}\n"));
        assert_eq!(found.len(), 1, "{head}");
        let one = &found[0];
        assert_eq!(one.style, *style, "{head}");
        assert_eq!(
            one.from.as_deref().map(|from| from.contains("<notices@party.example>")),
            Some(true),
            "{head}"
        );
        assert_eq!(one.subject.as_deref(), Some("Private and Confidential"), "{head}");
        assert!(one.to.as_deref().unwrap().contains("asha@example.com"), "{head}");
        assert_eq!(one.day.as_deref(), Some("2021-11-03"), "{head}");
        assert_eq!(one.text, NOTICE, "{head}");
    }
}

#[test]
fn a_forward_inside_quoting_loses_just_that_quoting() {
    let quoted = |levels: usize, text: &str| -> String {
        text.lines()
            .map(|line| format!("{} {line}", ">".repeat(levels)).trim_end().to_owned() + "\n")
            .collect()
    };
    for (_, head) in HEADS {
        for levels in 1..4 {
            let inside = quoted(levels, &format!("{head}\n{NOTICE}\n> a quotation of its own\n"));
            let text = format!("See below.\n\nOn Thursday Asha wrote:\n{inside}\nThat is all I have.\n");
            let found = inline_forwards(&text);
            assert_eq!(found.len(), 1, "{text}");
            assert_eq!(found[0].text, format!("{NOTICE}\n> a quotation of its own"), "{text}");
        }
    }
}

#[test]
fn a_forward_of_a_forward_shows_both() {
    for (_, outer) in HEADS {
        let outer = outer.replace("notices@party.example", "bronwen@example.org");
        let text = format!("{outer}\nPlease keep this.\n\n{}\n{NOTICE}\n", HEADS[0].1);
        let found = inline_forwards(&text);
        assert_eq!(found.len(), 2, "{text}");
        assert!(found[0].from.as_deref().unwrap().contains("bronwen"), "{text}");
        assert!(
            found[0].text.starts_with("Please keep this.") && found[0].text.ends_with("Yours faithfully")
        );
        assert_eq!(found[1].text, NOTICE);
    }
}

#[test]
fn a_forward_that_only_the_page_holds_is_found() {
    let page = "<html><body><div>Here it is</div><div class=\"gmail_quote\"><div>---------- Forwarded message ---------<br>From: <b>The Example Party</b> &lt;<a href=\"mailto:notices@party.example\">notices@party.example</a>&gt;<br>Date: Wed, 3 Nov 2021 at 15:42<br>Subject: Private and Confidential<br>To: &lt;asha@example.com&gt;<br></div><p>Dear Sir / Madam,</p></div></body></html>";
    let outlook = "<p>Here</p><hr><p><b>Von:</b> The Example Party &lt;notices@party.example&gt;<br><b>Gesendet:</b> Mittwoch, 3. November 2021 15:42<br><b>An:</b> asha@example.com<br><b>Betreff:</b> Private and Confidential</p><p>Dear Sir / Madam,</p>";
    for html in [page, outlook] {
        for plain in [
            "",
            "--b\r\nContent-Type: text/plain\r\n\r\nHere it is, the page shows it all in one line and a great deal more of it\r\n",
        ] {
            let mail = format!(
                "From: asha@example.com\r\nTo: firm@example.org\r\nSubject: Fwd\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n{plain}--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{html}\r\n--b--\r\n"
            );
            let mail = facts(mail.as_bytes()).message.unwrap();
            assert_eq!(mail.forwards.len(), 1, "{html}");
            assert_eq!(mail.forwards[0].text, "Dear Sir / Madam,");
            assert_eq!(mail.forwards[0].day.as_deref(), Some("2021-11-03"));
        }
    }
}

#[test]
fn letters_that_only_mention_headers_are_no_forwards() {
    for text in [
        "From: us all\n\nDear Asha",
        "Date: Friday\nTo: be decided\n",
        "Von: hier\nAn: dort",
        "---------- \nForwarded message is what we call it",
        "The subject: privacy\nfrom: 3 pm\nto: 5 pm\ndate: 3 Nov 2021 and so on\nhello",
        "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n",
    ] {
        assert_eq!(inline_forwards(text), vec![], "{text}");
    }
}

#[test]
fn days_are_read_only_where_they_leave_no_doubt() {
    let day = |date: &str| {
        let text = format!("Begin forwarded message:\n\nFrom: a\nDate: {date}\nSubject: x\nTo: b\n\nDear\n");
        inline_forwards(&text)[0].day.clone()
    };
    for date in [
        "mar. 3 nov. 2021",
        "3 de noviembre de 2021",
        "Nov 3rd, 2021",
        "środa, 3 listopada 2021",
        "2021-11-03T15:42",
        "Wed, 03 Nov 2021",
        "November 3, 2021 at 3:42:10 PM GMT",
    ] {
        assert_eq!(day(date).as_deref(), Some("2021-11-03"), "{date}");
    }
    for date in ["03/11/2021 15:42", "11/3/21", "yesterday", "3 Nov", "31 Feb 2021", "99.99.2021"] {
        assert_eq!(day(date), None, "{date}");
    }
}
