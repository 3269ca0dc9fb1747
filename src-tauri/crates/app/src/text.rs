//! Words for people, from the Fluent catalogues in `assets/locale`.

use std::collections::BTreeMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::sync::LazyLock;

const CATALOGUES: &[&str] = &[
    include_str!("../../../../assets/locale/en-GB/error.ftl"),
    include_str!("../../../../assets/locale/en-GB/check.ftl"),
    include_str!("../../../../assets/locale/en-GB/core.ftl"),
    include_str!("../../../../assets/locale/en-GB/rule.ftl"),
    include_str!("../../../../assets/locale/en-GB/lint.ftl"),
    include_str!("../../../../assets/locale/en-GB/custody.ftl"),
    include_str!("../../../../assets/locale/en-GB/howto.ftl"),
    include_str!("../../../../assets/locale/en-GB/casework.ftl"),
    include_str!("../../../../assets/locale/en-GB/paper.ftl"),
    include_str!("../../../../assets/locale/en-GB/register.ftl"),
    include_str!("../../../../assets/locale/en-GB/match.ftl"),
    include_str!("../../../../assets/locale/en-GB/packet.ftl"),
    include_str!("../../../../assets/locale/en-GB/right.ftl"),
    include_str!("../../../../assets/locale/en-GB/registration.ftl"),
];

static TEXTS: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut texts = FluentBundle::new_concurrent(vec!["en-GB".parse().unwrap_or_default()]);
    // Isolation marks would end up in file names, PDFs and terminals.
    texts.set_use_isolating(false);
    for source in CATALOGUES {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        texts.add_resource_overriding(resource);
    }
    texts
});

/// Named values that stand in a text.
pub type Values = BTreeMap<String, String>;

/// The text for `key`, or `None` when the catalogue has none.
pub fn find(key: &str, values: &Values) -> Option<String> {
    let pattern = TEXTS.get_message(key)?.value()?;
    let mut arguments = FluentArgs::new();
    for (name, value) in values {
        // Counts choose the plural form.
        let value =
            value.parse::<u32>().map_or_else(|_| FluentValue::from(value.as_str()), FluentValue::from);
        arguments.set(name.as_str(), value);
    }
    let mut problems = Vec::new();
    Some(TEXTS.format_pattern(pattern, Some(&arguments), &mut problems).into_owned())
}

/// A number as people write it: "12,345".
pub(crate) fn count(count: u64) -> String {
    let digits = count.to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// The text for `key`; the key itself when the catalogue has none, which a test refuses.
pub fn text(key: &str, values: &[(&str, &str)]) -> String {
    let values = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    find(key, &values).unwrap_or_else(|| key.to_owned())
}

/// Every message key of the catalogues, for tests that look for missing texts.
pub fn keys() -> Vec<String> {
    let mut keys = Vec::new();
    for source in CATALOGUES {
        for line in source.lines() {
            if let Some((key, _)) = line.split_once(" =")
                && !key.is_empty()
                && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            {
                keys.push(key.to_owned());
            }
        }
    }
    keys
}
