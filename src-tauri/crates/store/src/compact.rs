//! Writes records as canonical JSON without blanks, straight from the types.
//!
//! Nine tenths of a record are questions left blank. Building a tree of all of them, only to cut it down, takes
//! several times as long as everything else that is done with a record of an import.

use std::fmt::{Display, Write as _};

use joinder_domain::audit::canonical;
use serde::ser::{Error as _, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Value;

/// Types that read a missing field as a blank one. In any other, only an absent option may be left out.
const BLANKS_READ_BACK: &[&str] = &[
    "Claimant",
    "Identity",
    "Contact",
    "EmailAddress",
    "Address",
    "Episode",
    "Notification",
    "Aftermath",
    "Consequence",
    "Proceedings",
    "OtherFirm",
];

/// The value as canonical JSON, blanks left out. The same text as [`canonical`] gives for what is left.
pub(crate) fn compact(value: &impl Serialize) -> Result<String, serde_json::Error> {
    let mut writer = Writer { text: String::with_capacity(1024) };
    value.serialize(&mut writer)?;
    Ok(writer.text)
}

struct Writer {
    text: String,
}

/// Whether what was written says nothing: the question was left blank.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    /// An absent option.
    Nothing,
    /// An empty text, list or record, or "no" where that is the blank answer.
    Blank,
    /// Something.
    Something,
}

type Written = Result<Said, serde_json::Error>;

impl Writer {
    fn display(&mut self, value: impl Display) -> Written {
        write!(self.text, "{value}").map_err(|_| serde_json::Error::custom("cannot be written"))?;
        Ok(Said::Something)
    }

    fn object(&mut self, keep_blanks: bool) -> Object<'_> {
        let start = self.text.len();
        Object { writer: self, start, fields: Vec::with_capacity(8), keep_blanks }
    }
}

macro_rules! numbers {
    ($($method:ident $type:ty),+) => {
        $(fn $method(self, value: $type) -> Written { self.display(value) })+
    };
}

impl<'a> Serializer for &'a mut Writer {
    type Ok = Said;
    type Error = serde_json::Error;
    type SerializeSeq = List<'a>;
    type SerializeTuple = Impossible<Said, serde_json::Error>;
    type SerializeTupleStruct = Impossible<Said, serde_json::Error>;
    type SerializeTupleVariant = Impossible<Said, serde_json::Error>;
    type SerializeMap = Impossible<Said, serde_json::Error>;
    type SerializeStruct = Object<'a>;
    type SerializeStructVariant = Impossible<Said, serde_json::Error>;

    numbers!(serialize_i8 i8, serialize_i16 i16, serialize_i32 i32, serialize_i64 i64, serialize_u8 u8,
        serialize_u16 u16, serialize_u32 u32, serialize_u64 u64);

    fn serialize_bool(self, value: bool) -> Written {
        self.text.push_str(if value { "true" } else { "false" });
        Ok(if value { Said::Something } else { Said::Blank })
    }

    fn serialize_f32(self, _: f32) -> Written {
        Err(not_in_records("a fraction"))
    }

    fn serialize_f64(self, _: f64) -> Written {
        Err(not_in_records("a fraction"))
    }

    fn serialize_char(self, value: char) -> Written {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Written {
        self.text.push('"');
        if value.bytes().any(|byte| byte < b' ' || byte == b'"' || byte == b'\\') {
            let quoted = canonical(&Value::from(value));
            self.text.push_str(quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default());
        } else {
            self.text.push_str(value);
        }
        self.text.push('"');
        Ok(if value.is_empty() { Said::Blank } else { Said::Something })
    }

    fn serialize_bytes(self, _: &[u8]) -> Written {
        Err(not_in_records("bytes"))
    }

    fn serialize_none(self) -> Written {
        self.text.push_str("null");
        Ok(Said::Nothing)
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Written {
        value.serialize(self)?;
        Ok(Said::Something)
    }

    fn serialize_unit(self) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Written {
        self.serialize_none()
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Written {
        self.serialize_str(variant)?;
        Ok(Said::Something)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Written {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Written {
        let mut object = self.object(true);
        object.field(variant, value)?;
        object.close()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'a>, Self::Error> {
        self.text.push('[');
        Ok(List { writer: self, empty: true })
    }

    fn serialize_tuple(self, _: usize) -> Result<Self::SerializeTuple, Self::Error> {
        Err(not_in_records("a tuple"))
    }

    fn serialize_tuple_struct(
        self,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleStruct, Self::Error> {
        Err(not_in_records("a tuple"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Self::Error> {
        Err(not_in_records("a variant with several values"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Self::Error> {
        Err(not_in_records("a map"))
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Object<'a>, Self::Error> {
        Ok(self.object(!BLANKS_READ_BACK.contains(&name)))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Self::Error> {
        Err(not_in_records("a variant with fields"))
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Written {
        self.serialize_str(&value.to_string())
    }
}

fn not_in_records(what: &str) -> serde_json::Error {
    serde_json::Error::custom(format_args!("a record does not hold {what}"))
}

struct List<'a> {
    writer: &'a mut Writer,
    empty: bool,
}

impl SerializeSeq for List<'_> {
    type Ok = Said;
    type Error = serde_json::Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Self::Error> {
        if !self.empty {
            self.writer.text.push(',');
        }
        self.empty = false;
        value.serialize(&mut *self.writer)?;
        Ok(())
    }

    fn end(self) -> Written {
        self.writer.text.push(']');
        Ok(if self.empty { Said::Blank } else { Said::Something })
    }
}

/// Fields as they come; they are put in order when the last one is there.
struct Object<'a> {
    writer: &'a mut Writer,
    start: usize,
    /// Each field's name, and where its text begins.
    fields: Vec<(&'static str, usize)>,
    keep_blanks: bool,
}

impl Object<'_> {
    fn field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), serde_json::Error> {
        let before = self.writer.text.len();
        // A field's name is an identifier: nothing in it needs an escape.
        self.writer.text.push('"');
        self.writer.text.push_str(key);
        self.writer.text.push_str("\":");
        let left_out = match value.serialize(&mut *self.writer)? {
            Said::Nothing => true,
            Said::Blank => !self.keep_blanks,
            Said::Something => false,
        };
        if left_out {
            self.writer.text.truncate(before);
        } else {
            self.fields.push((key, before));
        }
        Ok(())
    }

    fn close(self) -> Written {
        let Self { writer, start, fields, .. } = self;
        let written = writer.text.split_off(start);
        let ends = fields.iter().skip(1).map(|(_, at)| *at).chain([start.saturating_add(written.len())]);
        let mut spans: Vec<_> = fields.iter().zip(ends).map(|((key, from), to)| (*key, *from, to)).collect();
        spans.sort_unstable();
        writer.text.push('{');
        for (position, (_, from, to)) in spans.into_iter().enumerate() {
            if position > 0 {
                writer.text.push(',');
            }
            let span = from.saturating_sub(start)..to.saturating_sub(start);
            writer.text.push_str(written.get(span).unwrap_or_default());
        }
        writer.text.push('}');
        Ok(if fields.is_empty() { Said::Blank } else { Said::Something })
    }
}

impl SerializeStruct for Object<'_> {
    type Ok = Said;
    type Error = serde_json::Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Self::Error> {
        self.field(key, value)
    }

    fn end(self) -> Written {
        self.close()
    }
}

#[cfg(test)]
mod tests;
