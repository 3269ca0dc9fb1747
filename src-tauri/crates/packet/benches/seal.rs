//! How long sealing and opening 100 MB take beside `age` alone, as ratios: `cargo bench -p joinder-packet`.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench stops at the first surprise and prints what it saw"
)]

use std::io::{self, Read, Write};
use std::time::{Duration, Instant};

use joinder_domain::audit::Digest;
use joinder_packet::{Error, ExchangeKey, FileEntry, How, Manifest, Opened, Signature};
use serde_json::json;
use uuid::Uuid;

const SIZE: usize = 100 << 20;
const ROUNDS: usize = 5;

fn main() {
    let bytes: Vec<u8> =
        (0_u32..).flat_map(|word| word.wrapping_mul(2_654_435_761).to_le_bytes()).take(SIZE).collect();
    let key = ExchangeKey::generate().unwrap();
    let manifest = manifest(&bytes);
    let to = key.public().recipient;
    let recipient: age::x25519::Recipient = to.to_string().parse().unwrap();
    let mut sealed = Vec::with_capacity(SIZE + (1 << 20));
    let mut alone = Vec::with_capacity(SIZE + (1 << 20));

    let ours = best(|| {
        sealed.clear();
        manifest.seal(&mut sealed, &to, |_, target| Ok::<_, Error>(target.write_all(&bytes)?)).unwrap();
    });
    let theirs = best(|| {
        alone.clear();
        let encryptor = age::Encryptor::with_recipients(std::iter::once(&recipient as _)).unwrap();
        let mut writer = encryptor.wrap_output(&mut alone).unwrap();
        writer.write_all(&bytes).unwrap();
        writer.finish().unwrap();
    });
    println!("sealing 100 MB: {ours:?}, age alone: {theirs:?}, ratio {:.2}", ratio(ours, theirs));

    let identity: age::x25519::Identity = key.to_text().lines().next().unwrap().parse().unwrap();
    let ours = best(|| {
        Opened::packet(sealed.as_slice(), &key).unwrap().finish().unwrap();
    });
    let theirs = best(|| {
        let decryptor = age::Decryptor::new_buffered(alone.as_slice()).unwrap();
        let mut reader = decryptor.decrypt(std::iter::once(&identity as _)).unwrap();
        let mut block = vec![0; 64 << 10];
        while reader.read(&mut block).unwrap() > 0 {
            io::sink().write_all(&block).unwrap();
        }
    });
    println!("opening 100 MB: {ours:?}, age alone: {theirs:?}, ratio {:.2}", ratio(ours, theirs));
}

/// The best of some rounds: what the machine did beside it only ever makes a round longer.
fn best(mut work: impl FnMut()) -> Duration {
    let rounds = (0..ROUNDS).map(|_| {
        let begun = Instant::now();
        work();
        begun.elapsed()
    });
    rounds.min().unwrap()
}

fn ratio(ours: Duration, theirs: Duration) -> f64 {
    ours.as_secs_f64() / theirs.as_secs_f64()
}

fn manifest(bytes: &[u8]) -> Manifest {
    let at = "2026-11-25T18:30:00Z".parse().unwrap();
    Manifest {
        packet: Uuid::from_u128(3),
        invitation: Some(Uuid::from_u128(1)),
        matter: Uuid::from_u128(2),
        sequence: 1,
        replaces: None,
        sealed: at,
        program: "bench".into(),
        recipient: String::new(),
        device: None,
        claimant: json!({}),
        signature: Some(Signature {
            name: "Nia Enghraifft".into(),
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
            name: "photo.jpg".into(),
            size: bytes.len() as u64,
            sha256: Digest::of(bytes),
            modified: None,
        }],
    }
}
