# Words of the core that window, paper and command line share.

yes = Yes
no = No
dont-know = Don’t know
not-given = Not given

nation-england = England
nation-wales = Wales
nation-scotland = Scotland
nation-northern-ireland = Northern Ireland
nation-elsewhere = Outside the United Kingdom
nation-dont-know = Don’t know

channel-email = Email
channel-letter = Letter
channel-sms = Text message
channel-website = A website
channel-third-person = From another person

levy-opted-in = Signed up individually
levy-never-opted-in = Paid the levy, never signed up
levy-opted-out = Opted out of the levy
levy-dont-know = Don’t know

# What was done, for history and audit: op-<operation>, or op-<operation>-<subject> where the subject matters.
op-matter-create = Made the matter
op-person-add = Let a person in
op-person-remove = Ended a person’s access
op-person-passphrase = Changed a passphrase
op-claimant-add = Added the claimant
op-claimant-add-classification = Classified
op-claimant-edit = Changed the record
op-claimant-edit-classification = Classified again
op-claimant-edit-evidence = Graded evidence again
op-import-start = Began an import
op-import-claimants = Imported the claimant
op-import-claimants-classification = Classified imported claimants
op-import-finish = Finished an import
op-evidence-add = Took evidence in
op-evidence-read = Read evidence
op-evidence-read-evidence = Read evidence and graded it
op-evidence-read-classification = Classified again
op-evidence-assign = Said whose evidence it is
op-evidence-assign-classification = Classified again
op-evidence-set_aside = Set evidence aside
op-evidence-set_aside-classification = Classified again
op-classification-run = Classified
op-classification-run-evidence = Graded evidence again
op-limitation-export = Exported the calendar of time limits
op-whatif-export = Exported who would move under other rules
op-run-adopt = Adopted rules
op-run-adopt-classification = Classified under the adopted rules
op-run-adopt-evidence = Graded evidence again
op-override-set = Said otherwise than the computed answer
op-override-confirm = Confirmed, as the second person, that the claimant is declined
op-override-withdraw = Took back what was said beside the computed answer
op-bundle-export = Exported a bundle

# Parts of an answer that can come out differently.
move-status = Status at the incident
move-status-now = Status now
move-notice = Notice
move-cohort = Cohort
move-outcome = Suggested outcome
move-review = Look by a person
move-flag = Flag
move-tag = Issue
move-to-review = asked for
whatif-same-version = Rules “{ $id }” version { $version } are in force with other content. Give these a version of their own before they are adopted.

# The calendar of time limits, on paper and for other calendars.
calendar-title = Calendar of time limits
calendar-as-at = As at { $day }
calendar-marking = Confidential
calendar-about = { $claimants ->
    [one] One claimant was looked at.
   *[other] { $claimants } claimants were looked at.
} { $passed ->
    [0] No clock of a cause that counts has passed.
    [one] For one of them a clock of a cause that counts has passed.
   *[other] For { $passed } of them a clock of a cause that counts has passed.
}
calendar-note = Days are worked out by rules from what claimants said. A solicitor confirms them before anybody relies on them.
calendar-part-passed = Passed on the face of it
calendar-part-running = Still to come
calendar-part-unknown = A date is needed first
calendar-arithmetic = How each day is worked out
calendar-column-day = Last safe day
calendar-column-cause = What it limits
calendar-column-count = Claimants
calendar-column-act-by = Act by
calendar-column-reminders = Reminders
calendar-column-claimants = Numbers
calendar-day-unknown = Not known
calendar-urgent = Urgent
calendar-beside = Does not count for the date that is shown of a claimant
calendar-source = Source: { $source }.
calendar-and-more = { $named } and { $more } more
ics-last = Last safe day: { $label } ({ $count ->
    [one] one claimant
   *[other] { $count } claimants
})
ics-passed = Passed on the face of it: { $label } ({ $count ->
    [one] one claimant
   *[other] { $count } claimants
})
ics-due = An answer is due: { $label } ({ $count ->
    [one] one claimant
   *[other] { $count } claimants
})
ics-act-by = Act by today: { $label } ({ $count ->
    [one] one claimant
   *[other] { $count } claimants
})
ics-warning = { $months ->
    [one] One month
   *[other] { $months } months
} left: { $label } ({ $count ->
    [one] one claimant
   *[other] { $count } claimants
})

# What a person says becomes of a claim; what the rules suggest has words of the profile.
decided-ACCEPT = Accept
decided-HOLD_INFO = Ask for more first
decided-HOLD_REVIEW = A solicitor looks first
decided-MERGE = Same person as another record
decided-DECLINE = Decline
