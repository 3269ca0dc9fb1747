//! What the columns of a file of people mean.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    Id,
    Given,
    Family,
    Name,
    OtherName,
    Born,
    BirthYear,
    BirthMonth,
    BirthDay,
    National,
    Membership,
    Email,
    Phone,
    Number,
    Street,
    District,
    Locality,
    Region,
    Postcode,
    Sex,
    Birthplace,
    Occupation,
}

/// Each meaning with its code and the headings by which it is known, in small letters and figures only.
const KNOWN: &[(Meaning, &str, &str)] = &[
    (
        Meaning::Id,
        "id",
        "id recid recordid uniqueid reference ref externalreference rowid personid claimantid",
    ),
    (
        Meaning::Given,
        "given",
        "given givenname givennames firstname firstnames forename forenames fname fnamec1 fnamec2 first christianname \
         middlename middlenames middle midname mname preferredname knownas",
    ),
    (
        Meaning::Family,
        "family",
        "family surname lastname familyname lname lnamec1 lnamec2 last sname secondname",
    ),
    (Meaning::Name, "name", "name fullname personname wholename"),
    (
        Meaning::OtherName,
        "other-name",
        "othername othernames previousname previousnames previoussurname formername formersurname maidenname alias aka \
         birthname",
    ),
    (Meaning::Born, "born", "born dateofbirth dob birthdate datebirth birthdt dateborn birth"),
    (Meaning::BirthYear, "birth-year", "birthyear yearofbirth by yob dobyear dobyr"),
    (Meaning::BirthMonth, "birth-month", "birthmonth monthofbirth bm mob dobmonth dobmo"),
    (Meaning::BirthDay, "birth-day", "birthday dayofbirth bd dobday dobdy"),
    (
        Meaning::National,
        "national",
        "socsecid ssn nino ni ninumber nationalinsurancenumber nationalinsurance socialsecuritynumber nationalid \
         nhsnumber nationalnumber passportnumber",
    ),
    (
        Meaning::Membership,
        "membership",
        "membershipnumber membershipno memberno membernumber membershipid memberid membership",
    ),
    (
        Meaning::Email,
        "email",
        "email emails emailaddress emailaddresses email1 email2 mail otheremail otheremails",
    ),
    (
        Meaning::Phone,
        "phone",
        "phone mobile landline telephone tel phonenumber telephonenumber mobilenumber mobilephone homephone workphone \
         phone1 phone2 cell",
    ),
    (
        Meaning::Number,
        "number",
        "streetnumber housenumber houseno housename number addressnumber buildingnumber",
    ),
    (
        Meaning::Street,
        "street",
        "street streetname streetaddress address address1 addressline1 line1 addr addr1 resaddress homeaddress",
    ),
    (Meaning::District, "district", "district address2 addressline2 line2 addr2 village"),
    (Meaning::Locality, "locality", "locality suburb city town posttown cityname place towncity"),
    (Meaning::Region, "region", "region state county country province statecd"),
    (Meaning::Postcode, "postcode", "postcode zip zipcode postalcode postcodefake plz"),
    (Meaning::Sex, "sex", "sex gender sexcode gendercode"),
    (Meaning::Birthplace, "birthplace", "birthplace placeofbirth pob birthstate birthtown"),
    (Meaning::Occupation, "occupation", "occupation job profession"),
];

impl Meaning {
    /// What a heading means, whatever its spaces, marks and capitals; none when it says nothing to Joinder.
    pub(super) fn of_heading(heading: &str) -> Option<Self> {
        let plain: String =
            heading.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let known = KNOWN.iter().find(|(.., names)| names.split_whitespace().any(|name| name == plain));
        known.map(|(meaning, ..)| *meaning)
    }

    /// The meaning with this code, such as `family`.
    pub(super) fn of_code(code: &str) -> Option<Self> {
        KNOWN.iter().find(|(_, known, _)| *known == code).map(|(meaning, ..)| *meaning)
    }

    /// Its code.
    pub(super) fn code(self) -> &'static str {
        KNOWN.iter().find(|(meaning, ..)| *meaning == self).map_or("", |(_, code, _)| code)
    }

    /// Every code.
    pub(super) fn codes() -> Vec<&'static str> {
        KNOWN.iter().map(|(_, code, _)| *code).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_in_many_spellings() {
        for (heading, meaning) in [
            ("rec_id", Meaning::Id),
            ("First Name", Meaning::Given),
            ("fname_c1", Meaning::Given),
            ("Last name", Meaning::Family),
            ("Date of birth", Meaning::Born),
            ("soc_sec_id", Meaning::National),
            ("address_1", Meaning::Street),
            ("ZIP", Meaning::Postcode),
        ] {
            assert_eq!(Meaning::of_heading(heading), Some(meaning), "{heading}");
        }
        // The answer of a labelled file is never looked at.
        for label in ["cluster", "cluster_id", "group", "true_match_id", "entity_id"] {
            assert_eq!(Meaning::of_heading(label), None, "{label}");
        }
    }
}
