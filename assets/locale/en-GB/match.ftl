### Why two records may be of one person.

match-reason = { $said }: { $strength }
match-strength-strongly-for = strongly for
match-strength-for = for
match-strength-neither = hardly either way
match-strength-against = against
match-strength-strongly-against = strongly against

match-field-given = first name
match-field-family = surname
match-field-born = date of birth
match-field-national = National Insurance number
match-field-membership = membership number
match-field-email = email address
match-field-phone = telephone number
match-field-postcode = postcode
match-field-number = house number
match-field-street = street
match-field-district = part of the address
match-field-locality = town
match-field-region = county or country
match-field-sex = sex
match-field-birthplace = place of birth
match-field-occupation = occupation

match-level-exact = same { $field }
match-level-variant = another form of the same { $field }
match-level-close = { $field } a slip apart
match-level-near = { $field } alike
match-level-different = different { $field }
match-level-swapped = { $field } with two parts in each other’s place
match-level-initial = { $field } that fits an initial
match-other-name = { $said }, counting other names

match-given-variant = first names that are forms of each other
match-given-near = first names that sound or look alike
match-given-swapped = first name and surname in each other’s place
match-given-initial = an initial that fits the first name
match-family-variant = surnames that share a part
match-family-near = surnames that sound or look alike
match-born-close = dates of birth one figure apart
match-born-near = dates of birth that agree in part
match-born-swapped = dates of birth with day and month in each other’s place
match-email-variant = email addresses of one mailbox
match-email-near = the same name at two email providers
match-postcode-near = postcodes of one area
match-number-variant = house numbers that share a part

match-one-person = This looks like one person.
match-unsure = This may be one person; what is known does not settle it.
match-unsure-household = This may be one person, or two people of one household.
match-household = Kept apart: this looks like two people of one household, who share what is the same.
match-household-siblings = Kept apart: the same date of birth and household, but another first name, as twins have.
match-household-namesake = Kept apart: the same name and household, but another date of birth, as with father and son.

op-match-search = Looked for possible duplicates
op-match-search-classification = Classified again
op-match-decide = Decided of a possible duplicate
op-match-decide-classification = Classified again
op-claimant-add-match = Looked for possible duplicates
op-claimant-edit-match = Looked for possible duplicates
op-import-claimants-match = Looked for possible duplicates
op-claimant-merge = Merged two records
op-claimant-merge-evidence = Moved evidence with its record
op-claimant-merge-classification = Classified again
op-claimant-unmerge = Undid a merge
op-claimant-unmerge-evidence = Moved evidence back
op-claimant-unmerge-classification = Classified again
op-conflict-search = Searched for conflicts of interest
