//! Optional content: what is switched off in the original stays off (ISO 32000-1, 8.11.4).

use super::open::dictionary;
use lopdf::{Document, Object, ObjectId};
use std::collections::BTreeSet;

/// Layers of the original that its default configuration hides.
#[derive(Default)]
pub(super) struct Layers {
    hidden: BTreeSet<ObjectId>,
}

impl Layers {
    pub(super) fn read(document: &Document) -> Self {
        Self::try_read(document).unwrap_or_default()
    }

    fn try_read(document: &Document) -> Option<Self> {
        let properties = dictionary(document, document.catalog().ok()?.get(b"OCProperties").ok()?)?;
        let config = dictionary(document, properties.get(b"D").ok()?)?;
        let list = |value: Result<&Object, lopdf::Error>| -> Vec<ObjectId> {
            let items = value.ok().and_then(|value| document.dereference(value).ok());
            let items = items.and_then(|(_, items)| items.as_array().ok());
            items.into_iter().flatten().filter_map(|item| item.as_reference().ok()).collect()
        };
        let mut hidden = BTreeSet::new();
        if config.get_deref(b"BaseState", document).and_then(Object::as_name).ok() == Some(b"OFF") {
            hidden.extend(list(properties.get(b"OCGs")));
        }
        for layer in list(config.get(b"ON")) {
            hidden.remove(&layer);
        }
        hidden.extend(list(config.get(b"OFF")));
        Some(Self { hidden })
    }

    pub(super) fn hides(&self, layer: ObjectId) -> bool {
        self.hidden.contains(&layer)
    }

    pub(super) fn any_hidden(&self) -> bool {
        !self.hidden.is_empty()
    }
}
