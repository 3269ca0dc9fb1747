//! Evidence taken in, and a mailbox looked through, each against the plain reading of the same bytes.

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::Joinder;

/// Takes in files of single notices, addressed to the claimants that the import made.
pub fn intake(joinder: &Joinder, files: u32) {
    let folder = joinder.folder.join("mails");
    fs::create_dir(&folder).unwrap();
    let notice = notice();
    for n in 0..files {
        let mail = notice
            .replacen("Message-ID: <", &format!("Message-ID: <{n}."), 1)
            .replace("ada.sampleworth@gpost.example", &format!("p{n}@example.org"));
        fs::write(folder.join(format!("{n:06}.eml")), mail).unwrap();
    }
    let begun = Instant::now();
    let bytes: u64 = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| fs::read(entry.unwrap().path()).unwrap().len() as u64)
        .sum();
    let plain = begun.elapsed().as_secs_f64();
    let (unlock, _) = joinder.run(&["people", "list"]);
    let (ours, _) = joinder.run(&["--json", "import", "evidence", folder.to_str().unwrap()]);
    let seconds = ours - unlock;
    println!(
        "evidence: {files} mails of {} KB in {seconds:.1} s, {:.0} a second; only reading them took {plain:.2} s",
        bytes / u64::from(files) / 1000,
        f64::from(files) / seconds
    );
}

/// Looks through a mailbox of this many megabytes.
pub fn mailbox(joinder: &Joinder, megabytes: u64) {
    let path = joinder.folder.join("all mail.mbox");
    let messages = write_mailbox(&path, megabytes << 20);
    let direct = read_directly(&path);
    let begun = Instant::now();
    let cached = Command::new("cat").arg(&path).stdout(std::process::Stdio::null()).status().unwrap();
    assert!(cached.success());
    let cached = begun.elapsed().as_secs_f64();
    let (unlock, _) = joinder.run(&["people", "list"]);
    let scan = ["--json", "evidence", "scan", path.to_str().unwrap()];
    let (ours, memory) = joinder.run_measured(&scan);
    let rate = |seconds: f64| (megabytes as f64) / seconds;
    println!(
        "mailbox: {messages} messages, {megabytes} MB at {:.0} MB/s, memory at most {} MB; the disk gives {:.0} MB/s, \
         ratio {:.2}; from memory it is read at {:.0} MB/s",
        rate(ours - unlock),
        memory / 1024,
        rate(direct),
        direct / (ours - unlock),
        rate(cached)
    );
}

/// Seconds that reading past the cache takes; where that cannot be done, of reading.
fn read_directly(path: &Path) -> f64 {
    let begun = Instant::now();
    let input = format!("if={}", path.display());
    let done =
        Command::new("dd").args([&input, "of=/dev/null", "bs=4M", "iflag=direct", "status=none"]).status();
    assert!(done.is_ok_and(|status| status.success()), "dd reads past the cache");
    begun.elapsed().as_secs_f64()
}

fn notice() -> String {
    let mail = joinder_tests::sample::make().remove("evidence/S-001-notice.eml").unwrap();
    String::from_utf8(mail).unwrap()
}

/// Writes letters, newsletters and letters with photographs as a mailbox has them; gives how many.
fn write_mailbox(path: &Path, size: u64) -> u32 {
    let mut file = BufWriter::with_capacity(1 << 20, File::create(path).unwrap());
    let photograph: String = (0..40_000_u32)
        .map(|line| {
            format!("{:076}\n", u128::from(line).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834))
        })
        .collect();
    let notice = notice().replace("\r\n", "\n");
    let (mut written, mut messages) = (0, 0);
    while written < size {
        messages += 1;
        let date = format!("Tue, {} Dec 2021 10:00:00 +0000", messages % 28 + 1);
        let head = format!(
            "From a@example.com Tue Dec  7 10:00:00 2021\nFrom: Friend <friend{messages}@example.com>\n\
             To: elen@gpost.example\nSubject: Letter {messages}\nDate: {date}\nMessage-ID: <{messages}@example.com>\n\
             MIME-Version: 1.0\n"
        );
        let words = "We went to the sea and it rained all day, so we read the paper and drank tea.\n";
        let message = match messages % 25 {
            24 if messages % 5_000 == 24 => {
                format!("From b@example.com Wed Nov  3 15:42:12 2021\n{notice}\n")
            }
            0 => format!(
                "{head}Content-Type: multipart/mixed; boundary=bound\n\n--bound\nContent-Type: text/plain\n\n{words}\n\
                 --bound\nContent-Type: image/jpeg\nContent-Transfer-Encoding: base64\n\n{}\n--bound--\n\n",
                photograph.get(..(messages as usize % 20 + 1) * 77 * 1900).unwrap()
            ),
            kind if kind < 10 => format!("{head}Content-Type: text/html\n\n<p>{}</p>\n\n", words.repeat(300)),
            _ => format!("{head}Content-Type: text/plain; charset=utf-8\n\n{}\n", words.repeat(40)),
        };
        file.write_all(message.as_bytes()).unwrap();
        written += message.len() as u64;
    }
    file.flush().unwrap();
    messages
}
