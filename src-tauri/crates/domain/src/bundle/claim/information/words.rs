//! Wording of the information sheet.

use crate::claimant::{AddressUse, Capacity, Channel, EmailKind, NameKind, Nation, RequestKind};

pub(super) const TITLE: &str = "Claimant information sheet";
pub(super) const LEGEND: &str = "“Not given” means that the question was left blank. “Don’t know” is the claimant’s \
    own answer. Dates are printed as exactly as the claimant gave them.";
pub(super) const LEFT_OUT: &str = "Where this bundle says “[withheld]”, words were left out of the print at the \
    claimant’s request. The originals are kept unaltered.";
pub(super) const NONE: &str = "None";

pub(super) fn capacity(capacity: Capacity) -> &'static str {
    match capacity {
        Capacity::Own => "For himself, herself or themselves",
        Capacity::LitigationFriend => "By a litigation friend (CPR 21)",
        Capacity::PersonalRepresentative => "By a personal representative of the estate",
        Capacity::Attorney => "By an attorney (who is not for that reason a litigation friend)",
    }
}

pub(super) fn name_kind(kind: NameKind) -> &'static str {
    match kind {
        NameKind::Maiden => "before marriage or civil partnership",
        NameKind::DeedPoll => "changed by deed poll",
        NameKind::Alias => "also used",
    }
}

pub(super) fn email_kind(kind: EmailKind) -> &'static str {
    match kind {
        EmailKind::Personal => "Own",
        EmailKind::Work => "An employer’s",
        EmailKind::University => "A university’s or school’s",
    }
}

pub(super) fn address_use(used: AddressUse) -> &'static str {
    match used {
        AddressUse::Now => "Address now",
        AddressUse::WithDefendant => "Address when dealing with the defendant",
    }
}

pub(super) fn nation(nation: Nation) -> &'static str {
    match nation {
        Nation::England => "England",
        Nation::Wales => "Wales",
        Nation::Scotland => "Scotland",
        Nation::NorthernIreland => "Northern Ireland",
        Nation::Elsewhere => "Outside the United Kingdom",
        Nation::DontKnow => super::answer::DONT_KNOW,
    }
}

pub(in super::super) fn channel(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "By email",
        Channel::Letter => "By letter",
        Channel::Sms => "By text message",
        Channel::Website => "On a website",
        Channel::ThirdPerson => "From another person",
    }
}

pub(super) fn request(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::Query => "Question to the defendant",
        RequestKind::Access => "Request for access to data (UK GDPR art. 15)",
        RequestKind::Erasure => "Request for erasure (UK GDPR art. 17)",
        RequestKind::Complaint => "Complaint to the controller (DPA 2018 s.164A)",
        RequestKind::Regulator => "Complaint to the Information Commissioner (DPA 2018 s.165)",
    }
}
