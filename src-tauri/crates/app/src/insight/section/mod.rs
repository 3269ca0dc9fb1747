//! The sections, one noun each.

mod attribute;
mod list;
mod loss;
mod retention;
mod silence;
mod status;

pub(super) use list::list;

use joinder_domain::insight::Attribute;

use super::grid::Section;
use super::study::Study;

/// Every section but the search for a list, in order.
pub(super) fn all(study: &Study<'_>) -> Vec<Section> {
    let mut sections = vec![status::section(study)];
    let others = Attribute::ALL.into_iter().filter(|attribute| *attribute != Attribute::Status);
    sections.extend(others.map(|attribute| attribute::section(study, attribute)));
    sections.extend([retention::section(study), silence::section(study), loss::section(study)]);
    sections
}
