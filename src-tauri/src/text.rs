//! Words of the native menu, from the same catalogue as the page's.

use std::sync::LazyLock;

use fluent_bundle::FluentResource;
use fluent_bundle::concurrent::FluentBundle;

static TEXTS: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| {
    let mut texts = FluentBundle::new_concurrent("en-GB".parse().into_iter().collect());
    let source = include_str!("../../assets/locale/en-GB/ui.ftl").to_owned();
    let (Ok(resource) | Err((resource, _))) = FluentResource::try_new(source);
    texts.add_resource_overriding(resource);
    texts
});

/// The text for `key`; the key itself when the catalogue has none.
pub(crate) fn text(key: &str) -> String {
    let Some(pattern) = TEXTS.get_message(key).and_then(|message| message.value()) else {
        return key.to_owned();
    };
    TEXTS.format_pattern(pattern, None, &mut Vec::new()).into_owned()
}
