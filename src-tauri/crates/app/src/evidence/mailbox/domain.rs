//! The domains of the other side.

use std::collections::BTreeSet;

use joinder_store::evidence as store;

use crate::app::OpenMatter;
use crate::error::Result;
use crate::evidence::item::kept;

/// Items from this grade on show who sent the notice.
const STRONG: u8 = 4;
/// Strong items that are asked: a campaign has one sender, or two.
const ASKED: usize = 50;

/// The domains of the other side: the profile's, those that strong notices came from, and those that a person named.
pub(super) fn other_side(open: &OpenMatter, named: &[String]) -> Result<Vec<String>> {
    let mut domains: BTreeSet<String> = open.profile.incident.domains.iter().cloned().collect();
    domains.extend(named.iter().filter_map(|name| domain(name)));
    for item in open.matter.read(|reader| store::strongest(reader, STRONG, ASKED))? {
        domains.extend(kept(&item).candidates.iter().filter_map(|facts| domain(&facts.from_domain)));
    }
    Ok(domains.into_iter().collect())
}

/// The domain in a domain, an address or `@domain`, in lower case; `None` for what is none.
fn domain(name: &str) -> Option<String> {
    let name = name.trim().trim_end_matches('.');
    let domain = name.rsplit_once('@').map_or(name, |(_, domain)| domain).to_ascii_lowercase();
    let plain = domain.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-'));
    (plain && domain.split('.').count() > 1 && domain.split('.').all(|label| !label.is_empty()))
        .then_some(domain)
}

#[cfg(test)]
mod tests {
    use super::domain;

    #[test]
    fn a_domain_is_found_in_what_people_type() {
        for (typed, found) in [
            ("Labour.org.uk", Some("labour.org.uk")),
            (" gwen@labour.org.uk ", Some("labour.org.uk")),
            ("@labour.org.uk.", Some("labour.org.uk")),
            ("uk", None),
            ("", None),
            ("labour .org", None),
            ("a..b", None),
        ] {
            assert_eq!(domain(typed).as_deref(), found, "{typed:?}");
        }
    }
}
