# Words of casework that window, spreadsheet and command line share.

op-work-apply = Worked on the file
op-view-save = Kept a view
op-view-remove = Forgot a view
op-undo-run = Undid a change
op-undo-run-work = Undid work on the file
op-undo-run-claimant = Undid a change of the record
op-undo-run-classification = Classified again
op-journal-add = Wrote beside the record
op-journal-edit = Changed what stands beside the record
op-journal-remove = Took away what stood beside the record
op-undo-run-journal = Undid what was written beside the record
op-undo-run-match = Undid a decision about duplicates
op-undo-run-import = Undid an import
op-undo-run-override = Undid what was said beside an answer
op-undo-run-view = Undid a change of a view
op-undo-run-evidence = Graded evidence again
op-claimant-export = Exported a list

missing-name = Full name
missing-other-names = Other names
missing-date-of-birth = Date of birth
missing-email = Email address
missing-address = Address
missing-nation = Nation of residence
missing-relationship = Relationship
missing-notice = Whether a notice came
missing-own-words = Their own words
missing-other-firm = Whether another firm acts
missing-identity-check = Identity check
missing-consent = Consent

purpose-letter = A letter
purpose-issue = Proceedings
purpose-onboarding = The client file

work-merged = They are part of another record now.
work-gone = They were taken out again.
work-no-such-state = The profile of this matter has no such state.
work-no-such-move = From “{ $from }” there is no move to “{ $to }”.
work-other-role = Moving from “{ $from }” to “{ $to }” is for another role.
work-reason-missing = Moving from “{ $from }” to “{ $to }” needs a reason.

undo-assign = who works on { $count ->
    [one] one file
   *[other] { $count } files
  }
undo-tag = tag “{ $tag }” on { $count ->
    [one] one file
   *[other] { $count } files
  }
undo-untag = removal of tag “{ $tag }” from { $count ->
    [one] one file
   *[other] { $count } files
  }
undo-move = move of { $count ->
    [one] one file
   *[other] { $count } files
  } to { $to }
undo-reason = undone
undo-merge = merge of { $lost } into { $kept }
undo-unmerge = parting of { $lost } from { $kept }
undo-not-same = “not the same person” for { $a } and { $b }
undo-ask-again = asking again about { $a } and { $b }
undo-evidence-given = giving “{ $name }” to { $reference }
undo-evidence-taken = taking “{ $name }” away from its claimant
undo-evidence-restricted = who may see “{ $name }”
undo-evidence-aside = setting “{ $name }” aside
undo-override = what was said of { $reference }
undo-override-withdrawn = withdrawal of what was said of { $reference }
undo-view = keeping the view “{ $name }”
undo-view-removed = removal of the view “{ $name }”
undo-note-added = a note about { $reference }
undo-note-changed = change of a note about { $reference }
undo-note-removed = removal of a note about { $reference }
undo-task-added = a task for { $reference }
undo-task-changed = change of a task for { $reference }
undo-task-removed = removal of a task for { $reference }
undo-correspondence-added = correspondence about { $reference }
undo-correspondence-changed = change of correspondence about { $reference }
undo-correspondence-removed = removal of correspondence about { $reference }
undo-added = adding { $name } ({ $reference })
undo-import = import of “{ $file }” ({ $count ->
  [one] one claimant
 *[other] { $rows } claimants
})
undo-record = change of { $field } of { $reference }
field-several = several answers
field-one = an answer
field-why = why
field-whole = What it says
field-identity-forenames = forenames
field-identity-surname = surname
field-identity-preferred-name = preferred name
field-identity-date-of-birth = date of birth
field-identity-other-names = other names
field-contact-emails = email addresses
field-contact-emails-address = email address
field-contact-mobile = mobile number
field-contact-landline = landline number
field-contact-addresses = addresses
field-contact-addresses-lines = address
field-contact-addresses-postcode = postcode
field-contact-nation-at-incident = nation of residence
field-episodes = relationship with the defendant
field-episodes-start = joining date
field-episodes-end = leaving date
field-episodes-ending = how it ended
field-episodes-membership-number = membership number
field-notification-received = whether a notice came
field-consequence-own-words = own words
field-identity-title = title
field-identity-capacity = who the claim is for
field-identity-acted-for-by = who acts for the claimant
field-identity-occupation = occupation
field-identity-statement-by = who makes the statement
field-identity-national-insurance-number = National Insurance number
field-contact-no-email-given = whether an email address was given
field-contact-addresses-country = country
field-contact-preferred = preferred way of contact
field-contact-language = language
field-contact-withhold-address = whether the address is withheld
field-episodes-kind = kind of relationship
field-episodes-ongoing = whether it goes on
field-episodes-payment = how it was paid
field-episodes-last-payment = last payment
field-episodes-local-party = local party
field-episodes-union = union or society
field-external-reference = reference elsewhere
field-status-now = status now
field-roles = roles
field-notification-channel = how the notice came
field-notification-received-at = address that the notice came to
field-notification-seen = when the notice was seen
field-notification-still-held = whether the notice is kept
field-proceedings-other-firm = other firm
field-proceedings-firm-name = name of the other firm
field-proceedings-earlier-claim = earlier claim
value-dont-know = don’t know

list-sheet = Claimants
list-or = { " or " }
list-column-reference = Number
list-column-name = Name
list-column-born = Date of birth
list-column-status = Status at the incident
list-column-notice = Notice
list-column-outcome = Suggested
list-column-cohort = Cohort
list-column-state = Work
list-column-assignee = Worked on by
list-column-tags = Tags
list-column-missing = Missing
list-column-flags = Flags
list-column-evidence = Evidence
list-column-updated = Changed

err-bad-filter = A condition of this list cannot be read: “{ $found }”.
fix-bad-filter = Take the condition off, or write a day as 2021-10-29 and a code as the profile has it.
err-bad-view-name = A view needs a name of at most 80 letters.
fix-bad-view-name = Type a short name, such as “To chase”.
err-bad-tag = A tag needs 1 to 60 letters on one line.
fix-bad-tag = Type a short tag, such as “call back”.
err-list-file-kind = A list is written as .csv or .xlsx.
fix-list-file-kind = Give the file a name that ends in .csv or .xlsx.
err-list-too-long = The list is longer than a workbook can be.
fix-list-too-long = Narrow the list, or write it as .csv.
err-nothing-to-undo = There is nothing to undo.
fix-nothing-to-undo = Only what you changed since you opened the matter can be undone.
err-changed-since = This cannot be undone any more: { $name }.
fix-changed-since = Somebody changed the record again since. Open its history and correct it there.

today-approve = Waiting for your approval
today-approve-why = Complete, and nobody but you can move them on.
today-mine = Files that you work on
today-mine-why = They were given to you.
today-tasks = Tasks that are due
today-tasks-why = Yours, or nobody’s: the day is today or has passed.
today-replies = Answers that did not come
today-replies-why = The last day for them has passed.
today-second-person = Declined, and waiting for a second person
today-second-person-why = Somebody else than the person who said so has to agree.
today-fresh-look = Said otherwise, and the answer has changed since
today-fresh-look-why = What was said may rest on what is no longer so.
today-nobodys = New files that nobody works on
today-nobodys-why = Nobody has looked at them yet.
today-packets = Packets that came in
today-packets-why = They are taken in when somebody has looked at them.
today-duplicates = Records that may be of one person
today-duplicates-why = Merge them, or say that they are two.
today-unassigned = Evidence that belongs to nobody yet
today-unassigned-why = It proves nothing until somebody says whose it is.

# What spreadsheets do to cells, and what can be done about it.
doubt-day-number = In “{ $column }” dates have become the numbers of days. What are they?
doubt-day-number-mend = The dates that the numbers stand for
doubt-day-number-blank = Leave these cells out
doubt-month-first = In “{ $column }” some dates can only be read with the month first. How is the column to be read?
doubt-month-first-mend = Month first, as in the United States
doubt-month-first-as-is = Day first; those that then make no sense are corrected one by one
doubt-zero-lost = In “{ $column }” telephone numbers have lost the zero at the beginning. Put it back?
doubt-zero-lost-mend = Put the zero back
doubt-zero-lost-as-is = Take the numbers as they are
doubt-plus-lost = In “{ $column }” telephone numbers begin with 44 and without a plus. Put it back?
doubt-plus-lost-mend = Put the plus back
doubt-plus-lost-as-is = Take the numbers as they are
doubt-shortened = In “{ $column }” some numbers begin with zeros and others are shorter. Were their zeros lost?
doubt-shortened-mend = Put the zeros back
doubt-shortened-as-is = Take the numbers as they are
doubt-rounded = In “{ $column }” numbers were rounded, and their figures are gone. What is to become of them?
doubt-rounded-blank = Leave these cells out
doubt-decimal = In “{ $column }” numbers have a decimal point that does not belong there. Take it away?
doubt-decimal-mend = Take it away
doubt-decimal-as-is = Take the numbers as they are
doubt-became-date = In “{ $column }” some values look like dates. Were they numbers with a hyphen?
doubt-became-date-as-is = Take them as they are
doubt-became-date-blank = Leave these cells out
doubt-fault = In “{ $column }” formulas of the spreadsheet have failed. What is to become of these cells?
doubt-fault-blank = Leave these cells out
import-faults-row = row
import-faults-why = what is wrong

# Within what an answer is due.
reply-none = None is due
reply-fourteen-days = Within 14 days
reply-thirty-days = Within 30 days
reply-one-month = Within one month
restricted-value = not shown to your role
