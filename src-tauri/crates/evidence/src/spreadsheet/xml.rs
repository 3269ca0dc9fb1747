//! The elements of an XML file one by one, whatever prefixes they bear; damage ends the file early.

use quick_xml::Reader;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};

/// Something in a file.
pub(super) enum Token<'t, 'x> {
    /// An element begins.
    Open(&'t str, &'t Element<'x>),
    /// An element ends.
    Close(&'t str),
    /// Words, entities resolved.
    Text(&'t str),
}

/// What an element says about itself.
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// The value of an attribute by its name without prefix.
    pub(super) fn get(&self, name: &str) -> Option<String> {
        let mut attributes = self.0.attributes();
        let mut known = attributes.with_checks(false).flatten();
        let found = known.find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(unescape(&found.value))
    }

    /// Whether an attribute says yes.
    pub(super) fn says(&self, name: &str) -> bool {
        matches!(self.get(name).as_deref(), Some("1" | "true"))
    }

    /// An attribute as a number.
    pub(super) fn number<T: std::str::FromStr>(&self, name: &str) -> Option<T> {
        self.get(name)?.trim().parse().ok()
    }
}

/// Hands every token to `visit` until it says to stop or the file ends; `false` when the file is damaged.
pub(super) fn walk<'x>(text: &'x str, visit: &mut dyn FnMut(Token<'_, 'x>) -> bool) -> bool {
    let mut reader = Reader::from_str(text);
    reader.config_mut().allow_dangling_amp = true;
    loop {
        let more = match reader.read_event() {
            Ok(Event::Start(start)) => {
                let element = Element(start);
                visit(Token::Open(element.0.local_name().as_ref(), &element))
            }
            Ok(Event::Empty(start)) => {
                let element = Element(start);
                let name = element.0.local_name();
                visit(Token::Open(name.as_ref(), &element)) && visit(Token::Close(name.as_ref()))
            }
            Ok(Event::End(end)) => visit(Token::Close(end.local_name().as_ref())),
            Ok(Event::Text(words)) => visit(Token::Text(&words.xml10_content())),
            Ok(Event::CData(words)) => visit(Token::Text(&words.xml10_content())),
            Ok(Event::GeneralRef(name)) => visit(Token::Text(&entity(&name))),
            Ok(Event::Eof) => return true,
            Ok(_) => true,
            Err(_) => return false,
        };
        if !more {
            return true;
        }
    }
}

/// What an entity stands for; one that the file would have to declare stays as it is written.
fn entity(name: &str) -> String {
    let code = name.strip_prefix('#').and_then(|code| match code.strip_prefix(['x', 'X']) {
        Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
        None => code.parse().ok(),
    });
    match (code.and_then(char::from_u32), resolve_predefined_entity(name)) {
        (Some(character), _) => character.to_string(),
        (None, Some(known)) => known.to_owned(),
        (None, None) => format!("&{name};"),
    }
}

fn unescape(value: &str) -> String {
    let mut out = String::with_capacity(value.len());
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match after.split_once(';') {
            Some((name, after)) => {
                out.push_str(&entity(name));
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}
