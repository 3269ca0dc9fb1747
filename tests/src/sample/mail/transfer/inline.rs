//! Forwarded within the text, in the manner of each program: the route of the original is lost.

use super::to_the_firm;
use crate::sample::letter::Letter;
use crate::sample::mail::envelope::Envelope;
use crate::sample::mail::message::{base64, quoted_printable};
use crate::sample::mail::sender::{alternative, html, plain};

/// The file of a mail that forwards the letter in `style`.
pub fn inline(style: &str, e: &Envelope) -> Vec<u8> {
    let style = match style {
        "gpost" => gpost(e),
        "outpost" => outpost(e),
        "outlook" => outlook(e),
        "apple" => apple(e),
        "thunderbird" => thunderbird(e),
        "yonder" => yonder(e),
        "bare" => bare(e),
        other => panic!("people.toml: there is no way to forward called \"{other}\""),
    };
    let message = to_the_firm(e, &style.subject, style.program);
    let message = match style.encoding {
        Encoding::Alternative(boundary) => {
            let boundary = format!("{boundary}{}", e.seed.word("boundary", 16));
            message
                .with("Content-Type", format!("multipart/alternative; boundary=\"{boundary}\""))
                .saying(alternative(&boundary, &style.text, &style.html))
        }
        Encoding::QuotedPrintable => message
            .with("Content-Type", "text/plain; charset=\"utf-8\"")
            .with("Content-Transfer-Encoding", "quoted-printable")
            .saying(quoted_printable(&style.text)),
        Encoding::Base64 => message
            .with("Content-Type", "text/plain; charset=\"utf-8\"")
            .with("Content-Transfer-Encoding", "base64")
            .saying(base64(style.text.replace('\n', "\r\n").as_bytes())),
        Encoding::Windows1252 => message
            .with("Content-Type", "text/plain; charset=\"windows-1252\"")
            .with("Content-Transfer-Encoding", "quoted-printable")
            .saying(windows_1252(&style.text)),
    };
    message.bytes()
}

struct Style {
    subject: String,
    program: &'static [(&'static str, &'static str)],
    text: String,
    html: String,
    encoding: Encoding,
}

enum Encoding {
    Alternative(&'static str),
    QuotedPrintable,
    Base64,
    Windows1252,
}

fn from(letter: &Letter) -> String {
    format!("{} <{}>", letter.from.0, letter.from.1)
}

/// The block of headers above the quoted mail, as text and as HTML.
fn header_html(rows: &[(&str, String)]) -> String {
    rows.iter()
        .map(|(name, value)| {
            format!("<b>{name}:</b> {}<br>\n", value.replace('<', "&lt;").replace('>', "&gt;"))
        })
        .collect()
}

fn header_text(rows: &[(&str, String)]) -> String {
    rows.iter().map(|(name, value)| format!("{name}: {value}\n")).collect()
}

fn gpost(e: &Envelope) -> Style {
    let rows = [
        ("From", from(e.letter)),
        ("Date", e.at(0, 0).strftime("%a, %-d %b %Y at %H:%M").to_string()),
        ("Subject", e.letter.subject.to_owned()),
        ("To", format!("{} <{}>", e.to_name, e.to)),
    ];
    Style {
        subject: format!("Fwd: {}", e.letter.subject),
        program: &[("X-Gm-Features", "AQ5f1Jo")],
        text: format!(
            "Here is what I had from them.\n\n---------- Forwarded message ---------\n{}\n\n{}",
            header_text(&rows),
            plain(e.letter)
        ),
        html: format!(
            "<div dir=\"ltr\">Here is what I had from them.<br><br><div class=\"gmail_quote\"><div dir=\"ltr\" class=\"gmail_attr\">---------- Forwarded message ---------<br>{}</div><br><br>{}</div></div>\n",
            header_html(&rows),
            html(e.letter)
        ),
        encoding: Encoding::Alternative("000000000000"),
    }
}

fn outpost(e: &Envelope) -> Style {
    let rows = [
        ("From", from(e.letter)),
        ("Sent", e.at(0, 0).strftime("%A, %B %-d, %Y %-I:%M %p").to_string()),
        ("To", format!("{} <{}>", e.to_name, e.to)),
        ("Subject", e.letter.subject.to_owned()),
    ];
    Style {
        subject: format!("Fw: {}", e.letter.subject),
        program: &[("X-MS-Has-Attach", ""), ("X-MS-TNEF-Correlator", "")],
        text: format!("\n\n________________________________\n{}\n{}", header_text(&rows), plain(e.letter)),
        html: format!(
            "<html><body dir=\"ltr\"><hr tabindex=\"-1\" style=\"display:inline-block; width:98%\"><div id=\"divRplyFwdMsg\" dir=\"ltr\">{}</div>\n{}</body></html>\n",
            header_html(&rows),
            html(e.letter)
        ),
        encoding: Encoding::Alternative("_000_"),
    }
}

fn outlook(e: &Envelope) -> Style {
    let rows = [
        ("From", format!("{} [mailto:{}]", e.letter.from.0, e.letter.from.1)),
        ("Sent", e.at(0, 0).strftime("%d %B %Y %H:%M").to_string()),
        ("To", e.to.clone()),
        ("Subject", e.letter.subject.to_owned()),
    ];
    Style {
        subject: format!("FW: {}", e.letter.subject),
        program: &[
            ("X-Mailer", "Microsoft Office Outlook 12.0"),
            ("Thread-Index", "AdfQ2lYxK1p0QmVuY2htYXJrcw=="),
            ("Content-Language", "en-gb"),
        ],
        text: format!(
            "See below.\n\n-----Original Message-----\n{}\n{}",
            header_text(&rows),
            plain(e.letter)
        ),
        html: String::new(),
        encoding: Encoding::Windows1252,
    }
}

fn apple(e: &Envelope) -> Style {
    let rows = [
        ("From", from(e.letter)),
        ("Subject", e.letter.subject.to_owned()),
        ("Date", e.at(0, 0).strftime("%-d %B %Y at %H:%M:%S GMT").to_string()),
        ("To", e.to.clone()),
    ];
    let quoted: String = format!("{}\n{}", header_text(&rows), plain(e.letter))
        .lines()
        .map(|line| format!("> {line}\n"))
        .collect();
    Style {
        subject: format!("Fwd: {}", e.letter.subject),
        program: &[("X-Mailer", "Apple Mail (2.3654.120.0.1.13)")],
        text: format!("This is the one.\n\nBegin forwarded message:\n\n{quoted}"),
        html: format!(
            "<html><body style=\"overflow-wrap: break-word;\">This is the one.<br><div><br><blockquote type=\"cite\"><div>Begin forwarded message:</div><br class=\"Apple-interchange-newline\"><div style=\"margin: 0px;\">{}</div><br>{}</blockquote></div></body></html>\n",
            header_html(&rows),
            html(e.letter)
        ),
        encoding: Encoding::Alternative("Apple-Mail=_"),
    }
}

fn thunderbird(e: &Envelope) -> Style {
    let rows = [
        ("Subject", format!("\t{}", e.letter.subject)),
        ("Date", format!("\t{}", e.stamp(0, 0))),
        ("From", format!("\t{}", from(e.letter))),
        ("To", format!("\t{} <{}>", e.to_name, e.to)),
    ];
    Style {
        subject: format!("Fwd: {}", e.letter.subject),
        program: &[("User-Agent", "Mozilla Thunderbird"), ("Content-Language", "en-GB")],
        text: format!(
            "\n\n\n-------- Forwarded Message --------\n{}\n\n\n{}",
            header_text(&rows),
            plain(e.letter)
        ),
        html: String::new(),
        encoding: Encoding::QuotedPrintable,
    }
}

fn yonder(e: &Envelope) -> Style {
    let sent = e.at(0, 0).strftime("%A, %-d %B %Y at %H:%M:%S GMT").to_string();
    let rows = [
        ("From", from(e.letter)),
        ("To", format!("{} <{}>", e.to_name, e.to)),
        ("Sent", sent.clone()),
        ("Subject", e.letter.subject.to_owned()),
    ];
    // In its text alternative this system runs the headers together on one line.
    let text = format!(
        " \n   ----- Forwarded message ----- From: {} To: {} <{}>Sent: {sent}Subject: {}\n {}",
        from(e.letter),
        e.to_name,
        e.to,
        e.letter.subject,
        plain(e.letter).replace('\n', "\n ")
    );
    Style {
        subject: format!("Fw: {}", e.letter.subject),
        program: &[("X-Mailer", "WebService/1.1.24652 YMailNorrin")],
        text,
        html: format!(
            "<html><head></head><body><div id=\"yahoo_quoted_0589\" class=\"yahoo_quoted\"><div><div>----- Forwarded message -----</div>{}<div><br></div>{}</div></div></body></html>\n",
            header_html(&rows),
            html(e.letter)
        ),
        encoding: Encoding::Alternative("----=_Part_"),
    }
}

fn bare(e: &Envelope) -> Style {
    Style {
        subject: "the email i got from the party".into(),
        program: &[],
        text: format!("Hello, this is what it said\n\n{}", plain(e.letter)),
        html: String::new(),
        encoding: Encoding::Base64,
    }
}

fn windows_1252(text: &str) -> String {
    // The one character of the letters that the two character sets write differently.
    quoted_printable(text).replace("=E2=80=99", "=92")
}
