//! Writes the sample bundle where asked, to be looked at: `JOINDER_SAMPLE=out.pdf cargo test --test sample`.

mod support;

#[test]
fn look() {
    let (plan, sources) = support::sample();
    let fonts = joinder_bundle::Fonts::embedded().unwrap();
    let mut out = Vec::new();
    let rendered = joinder_bundle::render(&plan, &sources, &fonts, &mut out).unwrap();
    if let Ok(path) = std::env::var("JOINDER_SAMPLE") {
        std::fs::write(path, &out).unwrap();
        println!("{rendered:#?}");
    }
    assert_eq!(rendered.bytes, out.len() as u64);
}
