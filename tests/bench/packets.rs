//! Packets received by the thousand (opened, checked, their evidence parsed and graded, listed) against reading the same bytes, and
//! what a page of a registration costs in the core: `cargo bench -p joinder-tests --bench packets -- 10000`.
#![expect(clippy::print_stdout, reason = "a measurement prints what it measured")]

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

use joinder_app::{App, Job};
use joinder_domain::audit::Digest;
use joinder_packet::{Error, ExchangeKey, FileEntry, How, Invitation, Manifest, Signature, read_invitation};
use serde_json::{Value, json};
use uuid::Uuid;

const PASSPHRASE: &str = "four unrelated short words";
/// What a packet's evidence weighs: a notice with a picture, as mail programs keep it.
const EVIDENCE: usize = 195_000;

fn main() {
    let packets = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(10_000_u32);
    let folder = tempfile::tempdir().unwrap();
    let invitation = receive(folder.path(), packets);
    pages(folder.path(), &invitation);
}

/// Runs a command of the table.
fn call(app: &App, name: &str, input: Value) -> Value {
    app.dispatch(name, input, &Job::quiet()).unwrap()["output"].take()
}

/// Receives so many packets of 200 kB in a new matter; gives its invitation.
fn receive(folder: &Path, packets: u32) -> PathBuf {
    let app = App::new(folder.join("firm-config"));
    let new = json!({
        "folder": folder.join("firm"), "name": "Bench", "profile": "labour-2021", "sign_in": "bench", "full_name": "Ben Ch",
        "passphrase": PASSPHRASE,
    });
    call(&app, "matter.create", new);
    let out = folder.join("bench.joinder-invite");
    let invite =
        json!({ "out": out, "firm": "Example", "contact": "020 7946 0000", "expires": "2099-12-31" });
    call(&app, "invitation.make", invite);
    let invitation = read_invitation(File::open(&out).unwrap()).unwrap();
    let inbox = folder.join("inbox");
    fs::create_dir(&inbox).unwrap();
    (0..packets).for_each(|n| seal(&invitation, n, &inbox.join(format!("{n:06}.joinder-packet"))));

    let begun = Instant::now();
    let read =
        fs::read_dir(&inbox).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap().len() as u64);
    let bytes: u64 = read.sum();
    let plain = begun.elapsed().as_secs_f64();
    let begun = Instant::now();
    let report = call(&app, "packet.receive", json!({ "paths": [inbox] }));
    let received = begun.elapsed().as_secs_f64();
    assert_eq!(report["received"].as_u64(), Some(u64::from(packets)), "{report}");
    let begun = Instant::now();
    let numbers = call(&app, "packet.numbers", json!({}));
    let first: Vec<Value> = numbers.as_array().unwrap().iter().take(100).cloned().collect();
    let rows = call(&app, "packet.rows", json!({ "numbers": first }));
    let listed = begun.elapsed().as_secs_f64();
    assert_eq!(rows.as_array().unwrap().len(), first.len());
    let begun = Instant::now();
    let view = call(&app, "packet.get", json!({ "number": 1 }));
    let looked = begun.elapsed().as_secs_f64();
    assert!(view["files"][0]["tier"].is_u64(), "the evidence was parsed: {}", view["files"]);
    println!(
        "packets: {packets} of {} kB received in {received:.1} s, {:.0} a second; only reading them took {plain:.1} s; the \
         first hundred listed in {:.0} ms, one opened for review in {:.0} ms",
        bytes / u64::from(packets) / 1000,
        f64::from(packets) / received,
        listed * 1000.0,
        looked * 1000.0
    );
    out
}

/// How long each step of a registration takes in the core: what stands between a key that is pressed and the next page.
fn pages(folder: &Path, invitation: &Path) {
    let app = App::new(folder.join("home-config"));
    let timed = |name: &str, input: &Value| {
        let rounds = (0..20).map(|_| {
            let begun = Instant::now();
            call(&app, name, input.clone());
            begun.elapsed().as_secs_f64() * 1000.0
        });
        rounds.fold(f64::MAX, f64::min)
    };
    let begin = json!({ "invitation": invitation, "folder": folder.join("home"), "passphrase": PASSPHRASE });
    call(&app, "registration.begin", begin);
    call(&app, "claimant.edit", json!({ "number": 1, "version": 1, "claimant": claimant(0) }));
    let load = timed("registration.get", &json!({}));
    let record = timed("claimant.get", &json!({ "number": 1 }));
    let check = timed("claimant.check", &json!({ "claimant": claimant(0) }));
    let keep = timed("draft.save", &json!({ "key": "claimant:1:phone", "value": claimant(0) }));
    let mut version = call(&app, "registration.get", json!({}))["version"].as_u64().unwrap();
    let mut saves = f64::MAX;
    for round in 0..20_u32 {
        let mut answers = claimant(0);
        answers["contact"]["landline"] = json!(format!("020 7946 {round:04}"));
        let begun = Instant::now();
        let save = json!({ "code": "phone", "version": version, "claimant": answers });
        version = call(&app, "registration.save", save)["version"].as_u64().unwrap();
        saves = saves.min(begun.elapsed().as_secs_f64() * 1000.0);
    }
    println!(
        "a page of a registration: list of tasks {load:.1} ms, its answers {record:.1} ms, checked {check:.1} ms, kept as typed \
         {keep:.1} ms, saved and gone on from {saves:.1} ms"
    );
}

fn claimant(n: u32) -> Value {
    json!({
        "identity": { "forenames": "Nia", "surname": format!("Enghraifft{n}"), "capacity": "own", "no_other_names": true },
        "contact": { "emails": [{ "address": format!("p{n}@mailbox{}.example", n % 97) }], "mobile": format!("07700 {:06}", 900_000 + n % 1000) },
        "episodes": [{ "kind": "member", "start": "spring 2019", "end": "about June 2020", "ending": "resigned" }],
        "notification": { "received": true },
        "consequence": { "own_words": format!("For {n} nights I lay awake. I moved the bed away from window number {n}, and I still check the door.") },
    })
}

/// A mail like the notice, with a picture attached that no other has.
fn mail(n: u32) -> Vec<u8> {
    let mut bytes = format!(
        "Received: from mx.mailbox.example by mail.mailbox.example; Wed, 3 Nov 2021 17:02:11 +0000\r\nFrom: Labour Party \
         <noreply@labour.org.uk>\r\nTo: p{n}@mailbox{}.example\r\nDate: Wed, 3 Nov 2021 17:02:10 +0000\r\nMessage-ID: \
         <{n}@labour.org.uk>\r\nSubject: A data incident\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; \
         boundary=edge\r\n\r\n--edge\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nWe are writing to you about an incident at \
         a third party that handles data on our behalf.\r\n--edge\r\nContent-Type: application/octet-stream; \
         name=logo.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n",
        n % 97
    )
    .into_bytes();
    let mut word = n.wrapping_mul(2_654_435_761).wrapping_add(1);
    while bytes.len() < EVIDENCE {
        for _ in 0..76 {
            word = word.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            bytes.push(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef"[(word >> 27) as usize]);
        }
        bytes.extend(b"\r\n");
    }
    bytes.extend(b"--edge--\r\n");
    bytes
}

fn seal(invitation: &Invitation, n: u32, path: &Path) {
    let bytes = mail(n);
    let own = ExchangeKey::generate().unwrap();
    let at = invitation.issued;
    let manifest = Manifest {
        packet: Uuid::from_u128(u128::from(n) + 1),
        invitation: Some(invitation.id),
        matter: invitation.matter,
        sequence: 1,
        replaces: None,
        sealed: at,
        program: "bench".into(),
        recipient: own.public().recipient.to_string(),
        device: Some(Uuid::from_u128(u128::from(n) << 64)),
        claimant: claimant(n),
        signature: Some(Signature {
            name: format!("Nia Enghraifft{n}"),
            capacity: "own".into(),
            kind: "truth-declaration".into(),
            version: 1,
            wording: String::new(),
            at,
            how: How::Typed,
        }),
        assisted_by: None,
        request: None,
        answers: Vec::new(),
        transfer: None,
        files: vec![FileEntry {
            name: "notice.eml".into(),
            size: bytes.len() as u64,
            sha256: Digest::of(&bytes),
            modified: None,
        }],
    };
    let mut target = BufWriter::new(File::create(path).unwrap());
    manifest
        .seal(&mut target, &invitation.keys.recipient, |_, target| Ok::<_, Error>(target.write_all(&bytes)?))
        .unwrap();
    target.flush().unwrap();
}
