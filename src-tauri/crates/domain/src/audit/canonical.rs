//! One spelling for equal JSON: keys in order, no spaces.

use serde_json::Value;

/// The value as text: keys in order of their code points, no white space, one escape for each character.
///
/// Equal values give equal text on every platform and with every feature of `serde_json`. It is the order of
/// RFC 8785 for the keys in use here, which are ASCII.
pub fn canonical(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

pub(super) fn write(value: &Value, text: &mut String) {
    match value {
        Value::Object(fields) => {
            // `serde_json` keeps the order of insertion when any crate in the build asks it to.
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            text.push('{');
            for (position, (key, value)) in fields.into_iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                string(key, text);
                text.push(':');
                write(value, text);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (position, item) in items.iter().enumerate() {
                if position > 0 {
                    text.push(',');
                }
                write(item, text);
            }
            text.push(']');
        }
        Value::String(content) => string(content, text),
        Value::Null => text.push_str("null"),
        Value::Bool(true) => text.push_str("true"),
        Value::Bool(false) => text.push_str("false"),
        Value::Number(number) => text.push_str(&number.to_string()),
    }
}

pub(super) fn string(content: &str, text: &mut String) {
    text.push('"');
    let mut rest = content;
    while let Some(at) = rest.find(|c: char| c == '"' || c == '\\' || c < ' ') {
        let (plain, escaped) = rest.split_at(at);
        text.push_str(plain);
        let mut following = escaped.chars();
        if let Some(c) = following.next() {
            escape(c, text);
        }
        rest = following.as_str();
    }
    text.push_str(rest);
    text.push('"');
}

fn escape(c: char, text: &mut String) {
    text.push_str(match c {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\u{8}' => "\\b",
        '\u{c}' => "\\f",
        other => return text.push_str(&format!("\\u{:04x}", u32::from(other))),
    });
}
