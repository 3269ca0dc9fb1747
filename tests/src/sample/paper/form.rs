//! A form with fields, filled in and saved.

use lopdf::{Object, Stream, dictionary};

use super::page::{Document, written};
use crate::sample::person::Person;

/// An application for membership.
pub fn application(person: &Person) -> Vec<u8> {
    let mut document = Document::new("Application", "SampleForms 1", "D:20150818120000+01'00'");
    let values = [
        ("Title of the form", "Application for membership".to_owned()),
        ("Name", person.full_name()),
        ("Email", person.first_email().to_owned()),
        ("Date", "18 August 2015".to_owned()),
        ("For office use", "REJECTED 2 September 2015".to_owned()),
    ];
    let font = document.pdf.add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica", "Encoding" => "WinAnsiEncoding" });
    let mut fields = Vec::new();
    let mut labels = String::new();
    for (n, (name, value)) in values.iter().enumerate() {
        let bottom = 740 - 60 * i64::try_from(n).expect("few fields");
        labels += &format!("BT /Helv 9 Tf 72 {} Td ({name}) Tj ET\n", bottom + 26);
        let look = format!("/Tx BMC q BT /Helv 12 Tf 4 6 Td ({value}) Tj ET Q EMC");
        let look = document.pdf.add_object(Stream::new(
            dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 400.into(), 22.into()], "Resources" => dictionary! { "Font" => dictionary! { "Helv" => font } } },
            look.into_bytes(),
        ));
        let field = document.pdf.add_object(dictionary! {
            "Type" => "Annot", "Subtype" => "Widget", "FT" => "Tx", "F" => 4,
            "T" => Object::string_literal(*name), "V" => Object::string_literal(value.as_str()),
            "DA" => Object::string_literal("/Helv 12 Tf 0 g"),
            "Rect" => vec![72.into(), bottom.into(), 472.into(), (bottom + 22).into()],
            "AP" => dictionary! { "N" => look },
        });
        fields.push(Object::Reference(field));
    }
    let content = document.pdf.add_object(Stream::new(dictionary! {}, labels.into_bytes()));
    document.add(dictionary! {
        "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
        "Contents" => content,
        "Resources" => dictionary! { "Font" => dictionary! { "Helv" => font } },
        "Annots" => fields.clone(),
    });
    let form = dictionary! { "Fields" => fields, "DR" => dictionary! { "Font" => dictionary! { "Helv" => font } }, "DA" => Object::string_literal("/Helv 12 Tf 0 g") };
    written(document.finish(dictionary! { "AcroForm" => form }))
}
