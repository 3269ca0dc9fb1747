//! The steps of the judgment; their words are data of the profile.

macro_rules! steps {
    ($($(#[doc = $doc:literal])+ $name:ident = $code:literal,)+) => {
        /// A step of the judgment.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(super) enum Step {
            $($(#[doc = $doc])+ $name,)+
        }

        impl Step {
            /// The codes that profiles use, in the order of the variants.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// Steps that came later: a profile that was kept from before has no words for them, and does without.
            pub const LATER: &'static [&'static str] = &[
                "signature-match",
                "signature-mismatch",
                "signature-no-key",
                "private-sender",
                "within-text",
                "differs",
                "date-off",
            ];
        }
    };
}

steps! {
    /// There is no notice in the item.
    NoNotice = "no-notice",
    /// Too few marks of the notice: something else.
    TooFewMarks = "too-few-marks",
    /// Some marks of the notice, not enough to be sure.
    FewMarks = "few-marks",
    /// Enough marks of the notice.
    Marks = "marks",
    /// The marks cannot be read in the item.
    MarksNotVisible = "marks-not-visible",
    /// It was sent to an address of the claimant.
    AddressOwn = "address-own",
    /// It was sent to somebody else.
    AddressOther = "address-other",
    /// It was sent to a variant of an address of the claimant.
    AddressVariant = "address-variant",
    /// It names no recipient.
    AddressNone = "address-none",
    /// The claimant declared no address to compare with.
    AddressUndeclared = "address-undeclared",
    /// A letter names a recipient.
    AddressLetter = "address-letter",
    /// A native mail.
    ShapeNative = "shape-native",
    /// A message saved by Outlook.
    ShapeOutlook = "shape-outlook",
    /// The original attached to another mail.
    ShapeAttached = "shape-attached",
    /// The text within another mail, with a quoted header block.
    ShapeInline = "shape-inline",
    /// The text within another mail, without one.
    ShapeInlineBare = "shape-inline-bare",
    /// A print or PDF.
    ShapePdf = "shape-pdf",
    /// A picture.
    ShapePicture = "shape-picture",
    /// A letter.
    ShapeLetter = "shape-letter",
    /// A text message.
    ShapeTextMessage = "shape-text-message",
    /// The Received chain is whole.
    ChainFull = "chain-full",
    /// It has a gap.
    ChainBroken = "chain-broken",
    /// There is none.
    ChainAbsent = "chain-absent",
    /// The recipient's own provider checked the signature.
    DkimPass = "dkim-pass",
    /// It did not say so.
    DkimNotStamped = "dkim-not-stamped",
    /// The body hash matches.
    HashMatch = "body-hash-match",
    /// It does not.
    HashMismatch = "body-hash-mismatch",
    /// It cannot be checked.
    HashNotCheckable = "body-hash-not-checkable",
    /// The signature is that of a key at hand.
    SignatureMatch = "signature-match",
    /// It is not.
    SignatureMismatch = "signature-mismatch",
    /// There is no key.
    SignatureNoKey = "signature-no-key",
    /// It was sent from somebody's private mailbox.
    PrivateSender = "private-sender",
    /// The words of the notice stand in a longer text.
    WithinText = "within-text",
    /// The text differs from that of other copies.
    Differs = "differs",
    /// The mail is dated before the notice was sent, or long after.
    DateOff = "date-off",
    /// A date can be read.
    DateVisible = "date-visible",
    /// None can be read.
    DateNotVisible = "date-not-visible",
    /// The text differs where it should not.
    Integrity = "integrity",
}
