//! The faces by name and file.

use joinder_domain::bundle::Style;

macro_rules! faces {
    ($($face:ident $name:literal $file:literal,)*) => {
        /// One face of the set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum Face {
            $($face,)*
        }

        impl Face {
            /// All of them, in the order in which they are asked for a character.
            pub(crate) const ALL: &'static [Self] = &[$(Self::$face,)*];

            /// PostScript name, also the name of the resource on a page.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$face => $name,)*
                }
            }

            pub(crate) fn data(self) -> &'static [u8] {
                match self {
                    $(Self::$face => include_bytes!(concat!("../../../../../assets/fonts/", $file)),)*
                }
            }
        }
    };
}

faces! {
    Regular "NotoSans-Regular" "NotoSans-Regular.ttf",
    Bold "NotoSans-Bold" "NotoSans-Bold.ttf",
    Italic "NotoSans-Italic" "NotoSans-Italic.ttf",
    Mono "IBMPlexMono" "IBMPlexMono-Regular.ttf",
    Arabic "Vazirmatn-Regular" "Vazirmatn-Regular.ttf",
    Hebrew "NotoSansHebrew-Regular" "NotoSansHebrew-Regular.ttf",
    Gurmukhi "NotoSansGurmukhi-Regular" "NotoSansGurmukhi-Regular.ttf",
    Bengali "NotoSansBengali-Regular" "NotoSansBengali-Regular.ttf",
    Tamil "NotoSansTamil-Regular" "NotoSansTamil-Regular.ttf",
    Gujarati "NotoSansGujarati-Regular" "NotoSansGujarati-Regular.ttf",
    Telugu "NotoSansTelugu-Regular" "NotoSansTelugu-Regular.ttf",
    Kannada "NotoSansKannada-Regular" "NotoSansKannada-Regular.ttf",
    Malayalam "NotoSansMalayalam-Regular" "NotoSansMalayalam-Regular.ttf",
    Sinhala "NotoSansSinhala-Regular" "NotoSansSinhala-Regular.ttf",
    Thai "NotoSansThai-Regular" "NotoSansThai-Regular.ttf",
    Ethiopic "NotoSansEthiopic-Regular" "NotoSansEthiopic-Regular.ttf",
    Armenian "NotoSansArmenian-Regular" "NotoSansArmenian-Regular.ttf",
    Georgian "NotoSansGeorgian-Regular" "NotoSansGeorgian-Regular.ttf",
    EastAsian "DroidSansFallback" "DroidSansFallback-subset.ttf",
    Symbols "NotoSansSymbols2-Regular" "NotoSansSymbols2-Regular-subset.ttf",
    Emoji "NotoEmoji-Regular" "NotoEmoji-Regular.ttf",
}

impl Face {
    pub(crate) fn of_style(style: Style) -> Self {
        match style {
            Style::Plain => Self::Regular,
            Style::Bold => Self::Bold,
            Style::Italic => Self::Italic,
            Style::Mono => Self::Mono,
        }
    }

    /// Only what asks for its style is set in it.
    pub(super) fn is_styled(self) -> bool {
        matches!(self, Self::Bold | Self::Italic | Self::Mono)
    }

    /// Space above and below the baseline that a line with this face needs, in ems.
    pub(crate) fn extent(self) -> (f32, f32) {
        match self {
            Self::Arabic => (1.05, 0.55),
            Self::Gurmukhi | Self::Bengali | Self::Tamil | Self::Gujarati => (1.0, 0.45),
            Self::Telugu | Self::Kannada | Self::Malayalam | Self::Sinhala | Self::Thai => (1.05, 0.5),
            _ => (0.95, 0.3),
        }
    }
}
