//! What a bound copy cannot show, said in words on the exhibit sheet.

use super::layer::Layers;
use super::open::dictionary;
use lopdf::{Document, Object};

pub(super) fn of_document(document: &Document, layers: &Layers, rescued: bool) -> Vec<String> {
    let mut remarks = Vec::new();
    if rescued || document.xref_recovery.is_some() {
        remarks.push("The PDF is damaged; it was repaired in order to be printed here.".to_owned());
    }
    let Ok(catalog) = document.catalog() else { return remarks };
    let form = catalog.get(b"AcroForm").ok().and_then(|form| dictionary(document, form));
    if form.is_some_and(|form| form.get_deref(b"XFA", document).is_ok_and(|xfa| !xfa.is_null())) {
        let text =
            "The PDF holds an XFA form, whose answers only some programs show; compare with the original.";
        remarks.push(text.to_owned());
    }
    if is_signed(document) {
        let text = "The PDF carries a digital signature. Printing it here ends that signature; \
                    the original keeps it.";
        remarks.push(text.to_owned());
    }
    let names = catalog.get(b"Names").ok().and_then(|names| dictionary(document, names));
    if names.is_some_and(|names| names.get_deref(b"EmbeddedFiles", document).is_ok_and(|f| !f.is_null())) {
        remarks.push("The PDF has files attached to it, which are not printed here.".to_owned());
    }
    if layers.any_hidden() {
        let text = "The PDF has layers that are switched off; they are not shown here either.";
        remarks.push(text.to_owned());
    }
    remarks
}

/// A signature field with a value (ISO 32000-1, 12.7.4.5).
fn is_signed(document: &Document) -> bool {
    document.objects.values().any(|object| {
        let Object::Dictionary(entries) = object else { return false };
        entries.get(b"FT").and_then(Object::as_name).ok() == Some(b"Sig")
            && entries.get_deref(b"V", document).is_ok_and(|value| value.as_dict().is_ok())
    })
}
