# Words of the window. Words that paper and command line share are in core.ftl, errors in error.ftl and check.ftl.

## Everywhere

back = Back
close = Close
keep = Keep
open = Open
remove = Remove
cancel = Cancel
save = Save
undo = Undo
of-five = { " of 5" }
none = None
files = Files
failed = Failed
not-known = Not known
or = { " or " }
loading = Loading
skip = Skip to main content
choose = Choose
choose-folder = Choose folder
choose-file = Choose file
choose-target = Choose where
previous = Previous
next = Next
about = About Joinder
version = Version { $version }
title-error = { "Error: " }
error-prefix = Error:
warning-prefix = Check:
problem-at = { $place }:{ " " }
error-code = Code: { $code }
error-summary =
    { $count ->
        [one] One answer needs correcting
       *[other] { $count } answers need correcting
    }

## The native menu

menu-matter = Matter
menu-matter-new = New matter…
menu-matter-open = Open matter…
menu-matter-lock = Lock
locking = Locking. Work that was running is being stopped.
close-stops-work = Work is still running. Close the window again to stop it: what it has not finished is left undone.
menu-settings = Settings
menu-print = Print
menu-quit = Quit
menu-edit = Edit
menu-claimant = Claimant
menu-undo = Undo the last change
menu-claimant-new = New claimant
menu-import = Import CSV…
menu-evidence-add = Add evidence…
menu-mailbox = Look through a mailbox…
menu-bundle-one = Make bundle…
menu-bundle-all = Make all bundles…
menu-view = View
menu-view-today = Today
menu-view-claimants = Claimants
menu-view-unassigned = Unassigned evidence
menu-view-match = Possible duplicates
menu-view-conflict = Conflict search
menu-view-consensus = What the copies prove together
menu-view-register = Register
menu-view-howto = How to get the original
menu-view-insight = Who was affected
menu-view-people = People
menu-view-audit = Audit
menu-view-rules = Rules
menu-view-whatif = What if
menu-view-limitation = Time limits
menu-theme-system = Colours of the desktop
menu-theme-light = Light
menu-theme-dark = Dark
menu-theme-contrast = High contrast
menu-zoom-in = Larger
menu-zoom-out = Smaller
menu-zoom-reset = Normal size
menu-help = Help
menu-shortcuts = Keyboard shortcuts

## Navigation

nav = Matter
nav-today = Today
nav-claimants = Claimants
nav-unassigned = Unassigned evidence
nav-consensus = All copies together
nav-howto = Getting originals
nav-import = Import
nav-bundles = Bundles
nav-letters = Letters
nav-ready = Ready to issue
nav-register = Register
nav-answers = Answers
nav-rules = Rules
nav-whatif = What if
nav-limitation = Time limits
nav-matter = This matter

nav-insight = Who was affected
nav-people = People
nav-audit = Audit
nav-settings = Settings
lock = Lock

## Long work

jobs = Work under way
job-cancel = Stop
job-cancelling = Stopping
job-progress = { $label } ({ $done } of { $total })
job-left-under = less than a minute left
job-left =
    { $minutes ->
        [one] about one minute left
       *[other] about { $all } minutes left
    }
job-import-check = Checking the file
job-import-claimants = Importing claimants
job-evidence-add = Adding evidence
job-evidence-scan = Looking through the mailbox
job-key-add = Checking signatures
job-evidence-take = Taking messages
job-evidence-export = Writing originals
job-evidence-ocr = Reading pictures
job-consensus-run = Comparing all copies
job-consensus-export = Writing the annex
job-bundle-make = Making bundles
job-letter-make = Writing letters
job-ready-list = Looking at what is missing
job-register-enter = Entering claimants
job-register-seal = Sealing the register
job-register-check = Checking the register
job-register-validate = Checking the file
job-register-changes = Comparing
job-register-export = Writing the list
job-whatif-run = Trying the rules
job-whatif-export = Writing the table
job-run-adopt = Adopting the rules
job-limitation-calendar = Reading time limits
job-limitation-export = Writing the calendar

job-insight-export = Counting
job-audit-verify = Checking the audit

## Before a matter is open

start-purpose = Group claims, from “I think I was affected” to a paginated claim bundle.
start-not-government = This is software used by a law firm. It is not a government or court service.
start-title = Where do you want to start?
start-recent = Opened lately
start-none = No matter has been opened on this computer yet. Create one, or open a matter folder that somebody gave you.
start-missing = Folder not found
start-create = Create a matter
start-open = Open another matter
start-other = Path of a matter folder
    .hint = If you would rather type or paste it.

create-title = Create a matter
create-you = Your own access
create-do = Create matter
create-busy = Creating the matter
matter-name = Name of the matter
    .hint = For example the name of the proceeding. It appears on every bundle.
matter-folder = Matter folder
    .hint = An empty folder, or one that does not exist yet. Everything is kept in it, encrypted.
full-name = Full name
    .hint = It stands beside everything that this person does.
sign-in = Sign-in
    .hint = A short name for unlocking, such as initials.
sign-in-choose = Sign-in
passphrase = Passphrase
passphrase-new = New passphrase
    .hint = At least 12 characters. Four or five unrelated words are strong and easy to type.
passphrase-again = Same passphrase again
passphrase-differs = The two passphrases are not the same.
passphrase-short = Too short: use at least 12 characters.
passphrase-repeats = Weak: the same few characters repeat.
passphrase-guessable = Weak: it contains a name that others can guess.
passphrase-fair = Fair. A word or two more would make it strong.
passphrase-good = Good.
passphrase-strong = Strong.
blank-folder = Choose a matter folder.
blank-name = Enter a name for the matter.
blank-full_name = Enter your full name.
blank-sign_in = Enter a sign-in.
blank-passphrase = Enter a passphrase.
blank-reason = Say in a few words why.
blank-code = Choose what you say.
blank-file = Choose a file.
blank-target = Choose a file to write.
blank-out = Choose a folder for the bundles.

key-title = Your recovery key
key-why = This key opens the matter if every passphrase is forgotten. It is shown only now. Keep it on paper or in a safe place away from this computer: whoever has it can read everything.
key-copy = Copy
key-copied = Copied
key-print = Print
key-written = I have written it down
key-go = Go to the matter

unlock-title = Unlock the matter
unlock-do = Unlock
unlock-busy = Unlocking
unlock-forgotten = I have forgotten my passphrase
unlock-idle =
    { $minutes ->
        [one] Locked after one minute without use. What you were typing is kept.
       *[other] Locked after { $minutes } minutes without use. What you were typing is kept.
    }
recover-title = Open with the recovery key
recover-do = Open matter
recovery-key = Recovery key
    .hint = As it was shown when the matter was created. Spaces and line breaks do not matter.

## Claimants: the list

list-title = Claimants
list-new = New claimant
list-import = Import CSV
today-waiting = What waits
today-nothing = Nothing waits for you.
today-states = How far the files have come
today-missing = What records lack
today-limits = Time limits that run for everybody
today-limit-left =
    { $days ->
        [0] today
        [one] tomorrow
       *[other] { $days } days left
    }
today-limit-passed = passed
today-limits-hint = They run from the incident. A claimant’s own may end earlier: see Time limits.
today-changes = What others changed since you were last here
today-since = You were last here on { $at }.
today-first = You are here for the first time.
today-no-changes = Nobody else changed anything since.
today-what = What
today-who = Who
today-how-many = How many
today-list-of = { $label }: { $count }
completeness-title = Complete for
completeness-count = { $have } of { $needs }
completeness-missing = Missing: { $items }
palette-title = Go to, or do
palette-search = An action, a kept view or a claimant
palette-action = Action
palette-view = Kept view
palette-none = Nothing begins like that.
list-columns = Columns
list-keep = Keep this view
list-export = Export
list-ticked = Ticked
list-tick = Tick { $reference }
list-export-title =
    { $count ->
        [one] Export one claimant
       *[other] Export { $files } claimants
    }
list-export-hint = The columns and the order of the list are those of the file. What people wrote is never a formula in it. The export is in the audit.
list-export-file = File, ending in .xlsx or .csv
list-export-proposed = claimants.xlsx
list-exported =
    { $count ->
        [one] One claimant is in { $file }.
       *[other] { $files } claimants are in { $file }.
    }
columns-title = Columns of the list
columns-hint = A width is in letters of the text size; leave it empty for the usual one.
columns-column = Column
columns-width = Width
columns-width-of = Width of { $name }
columns-order = Order
columns-left = Earlier
columns-right = Later
columns-usual = Show the usual columns
nav-views = Kept views
view-remove = Forget the view { $name }
view-save-title = Keep this view
view-name = Name of the view
    .hint = It stands at the side, with these conditions, this order and these columns.
view-save-do = Keep
bulk-title = Everybody who is ticked
bulk-count =
    { $count ->
        [one] One claimant is ticked
       *[other] { $files } claimants are ticked
    }
bulk-all = Tick all { $files }
bulk-none = Untick all
bulk-assign = Say who works on it
bulk-tag = Tag
bulk-untag = Take a tag off
bulk-move = Move
bulk-bundles = Make bundles
bulk-export = Export
work-title = Work on this file
work-state = Work:
work-since = since { $day }
work-assignee = Worked on by:
work-move-to = Move to { $state }
work-assign = Say who works on it
work-tag = Tag
work-untag = Take off the tag
work-assign-title =
    { $count ->
        [one] Who works on this file?
       *[other] Who works on these { $files } files?
    }
work-assign-label = Person
work-assign-do = Save
work-tag-title =
    { $count ->
        [one] Tag one file
       *[other] Tag { $files } files
    }
work-tag-label = Tag
work-tag-do = Tag
work-untag-title =
    { $count ->
        [one] Take a tag off one file
       *[other] Take a tag off { $files } files
    }
work-untag-label = Tag to take off
work-untag-do = Take off
work-move-title =
    { $count ->
        [one] Move one file
       *[other] Move { $files } files
    }
work-move-label = Move to
work-move-do = Move
work-reason = Reason
    .hint = Some moves need one. It is kept in the history.
work-will-change =
    { $count ->
        [0] No file will change.
        [one] One file will change.
       *[other] { $files } files will change.
    }
work-is-so =
    { $count ->
        [one] One is so already.
       *[other] { $files } are so already.
    }
work-left-alone =
    { $count ->
        [one] One is left alone ({ $first }):
       *[other] { $files } are left alone (the first is { $first }):
    }
undo-named = Undo: { $name }
undone = Undone: { $name }.
undone-left =
    { $count ->
        [one] One file was changed again since and stays as it is.
       *[other] { $files } files were changed again since and stay as they are.
    }
list-count =
    { $count ->
        [0] No claimants
        [one] One claimant
       *[other] { $count } claimants
    }
list-count-filtered =
    { $count ->
        [0] None of { $all } match
        [one] One of { $all } matches
       *[other] { $count } of { $all } match
    }
search = Search claimants
search-placeholder = Name, reference, email or postcode
filter-any = Any
filter-status = Status
filter-notice = Notice
filter-cohort = Cohort
filter-outcome = Suggested outcome
filter-flag = Flag
filter-text = Words
filter-within = Counted elsewhere
filter-overridden = Said by a person
overridden-any = Anything
overridden-needs-second-person = Needs a second person
overridden-needs-fresh-look = Needs a fresh look
filter-issue = Issue
filter-state = Work
filter-assignee = Worked on by
filter-tag = Tag
filter-missing = Missing
filter-nation = Nation of residence
filter-evidence = Evidence
filter-evidence-yes = There is some
filter-evidence-no = There is none
filter-evidence-text = Words in evidence
filter-born = Born
filter-due = Due
filter-due-my-tasks = Tasks of mine or of nobody
filter-due-tasks = Anybody’s tasks
filter-due-replies = Answers that did not come
filter-updated = Changed
filter-added = Added
filter-more = More conditions
filter-on = Narrow by
filter-value = To
filter-words = Words
filter-first = First day
filter-last = Last day
filter-add = Add
filter-nothing = Nothing to choose yet
filter-between = { $from } to { $to }
filter-from = from { $from }
filter-to = up to { $to }
assignee-me = Me
assignee-nobody = Nobody
filter-chosen = Shown only:
filter-remove = Remove filter
filter-clear = Show everybody
column-reference = Reference
column-name = Name
empty = There is nobody here yet
    .hint = Take people in one of these ways:
empty-import = Import a spreadsheet saved as CSV
empty-new = Enter a claimant by hand
empty-evidence = Add the emails that people sent you; each is matched to its claimant later
empty-filtered = Nobody matches
    .hint = Try fewer letters, a reference such as C-000042, or take off a filter.

## Claimants: one record

record-place = Place in the list
record-nth = { $nth } of { $of } in this list
record-edit = Change details
record-preview = Preview bundle
record-bundle = Make bundle
record-part-of = It is part of another record now:
record-next = Next: ask for
record-classification = Classification
record-timeline = Timeline
record-details = Details
record-change = Change
record-changing = Changing the record
record-changed = Done
record-saved = Saved
record-not-saved = Not saved yet: something has to be corrected
record-discard = Discard what is not saved
record-why = Why you change it (optional; it stands in the history)
record-restricted = Not shown to your role: { $kinds }. It stays as it is when you save.
record-history = History
record-evidence =
    { $count ->
        [0] Evidence
       *[other] Evidence ({ $count })
    }
record-why-not = Why not something near it?
record-why-not-none = Nothing near it has to be ruled out.
record-earlier = Answers under earlier rules
record-earlier-when = Incident on { $incident }. Frozen on { $at }.
record-earlier-none = The claimant was not there yet.
copy-explanation = Copy this explanation
copy-settle = Copy these words for a letter
not-classified = Not classified yet.
axis-status = Status on { $on }
axis-status-now = Status now
axis-notice = Proof of the notice
axis-cohort = Cohort
axis-outcome = Suggested outcome
settled = Settled
unsettled = Not settled
review = A person should look
tier = Tier { $tier } of 5
settle = What would settle it
reasons = Reasons
reason-outcome = Outcome
reason-rule = Rule { $rule }, version { $version }.
reason-source = Source: { $source }
reason-fact = Rests on: { $words }
reason-evidence = Evidence:
evidence-item = Evidence item
severity-info = For information
severity-note = Note
severity-warning = Look at this
severity-blocking = Must be resolved
rule-set = Rule set { $id }, version { $version }, { $hash }. Outcomes are suggestions: a person decides.
history-by = { $who }, { $at }
history-change = { $field }: from { $before } to { $after }
history-blank = blank
history-why = Why: { $why }

timeline-alt = Timeline of the relationship with the organisation, the incident and the notice
timeline-table = The timeline as a table
timeline-what = What
timeline-start = Began
timeline-end = Ended
timeline-open = Has not ended
timeline-possible = Possible, not certain
range-between = between { $from } and { $to }
range-before = on or before { $to }
range-after = on or after { $from }
range-unknown = not known

## Claimants: the form

form-new = New claimant
form-edit = Change { $name }
form-add = Add claimant
form-save = Save changes
form-later = Leave for later
draft-kept = Draft kept
draft-keeping = Keeping draft
draft-restored = This is your draft, kept on { $at }.
draft-discard = Discard the draft
not-asked = Not asked

section-identity = Who the person is
section-contact = How to reach the person
section-episodes = Relationship with the organisation
    .hint = One entry for each spell: joined, left, joined again. Dates may be as vague as the person remembers them.
section-notification = The notice of the incident
section-losses = Costs and losses
section-duties = Identity and consents
identity-checks = Identity checks
identity-check-nth = Check { $number }
identity-check-add = Add a check
identity-check-document = Document seen
identity-check-on = Day of the check
identity-check-by = Who checked
consents = Consents
consent-nth = Consent { $number }
consent-add = Add a consent
consent-kind = What was asked
consent-given = Answer
consent-yes = Agreed
consent-no = Refused
consent-on = Day of the answer
consent-how = How, such as on paper
loss-head = What it was for
loss-amount = Amount in pounds
loss-payee = Paid to
loss-when = When
loss-recouped = Got back, in pounds
loss-no-document = Why there is no bill or receipt

forenames = Forenames
surname = Surname
preferred-name = Likes to be called (optional)
    .short = Likes to be called
date-of-birth = Date of birth
capacity = Claims
capacity-own = For themselves
capacity-litigation-friend = As litigation friend
capacity-personal-representative = As personal representative of an estate
capacity-attorney = As attorney
acted-for-by = Who acts, and how
occupation = Occupation
    .hint = As the statement is to say it. “Retired” and “none” are answers too.
statement-by = Who makes the statement
    .hint = Full name, address and occupation, with commas between them: whoever can speak to the facts.
other-names = Previous and other names
other-name = Name
other-name-kind = Kind
other-name-nth = Other name { $number }
other-name-add = Add another name
name-kind-maiden = Name before marriage or civil partnership
name-kind-deed-poll = Changed by deed poll
name-kind-alias = Other name in use
no-other-names = The person says there are no other names
protect-former-names = Never print a former name where others may read it

emails = Email addresses
    .hint = Every address used since the first contact with the organisation, even one that no longer works.
email = Email address
email-nth = Email address { $number }
email-add = Add another email address
email-more = More about this address
email-only-defendant = Given to this organisation and to nobody else?
    .short = given to nobody else
email-accessible = Can the person still open the mailbox?
email-shared-with = Who else reads it
email-never-given = Did the person never give the organisation an email address?
mobile = Mobile number
landline = Landline
addresses = Postal addresses
address = Address
address-nth = Address { $number }
address-add = Add another address
address-use = When
address-use-now = Lives there now
address-use-with-defendant = Lived there when dealing with the organisation
address-lines = Address, without postcode
postcode = Postcode
country = Country (blank for the United Kingdom)
withhold-address = The address must not appear in any paper that others may read
withhold-reason = Why
nation = Nation of residence
    .hint = Where the person lived on { $on }. Ask: it cannot be told from a postcode.

episode-nth = Spell { $number }
episode-add = Add another spell
episode-kind = The person was
episode-start = Began
episode-end = Ended
episode-ongoing = It has not ended
episode-ending = How it ended
episode-more = Membership number, branch and payments
episode-payment = How it was paid
episode-last-payment = Last payment
arrears-reminder = Did a reminder of unpaid dues come?
membership-number = Membership number
local-party = Local branch
episode-union = Union or affiliated organisation
union = Union or organisation
union-branch = Its branch
levy = Political levy
status-now = Status now, as the person sees it

notice-received = Did the person get a notice?
    .short = Got a notice
notice-channel = How it came
notice-received-at = Address or number at which it came
    .short = Came to
notice-seen = When the person saw it
notice-still-held = Is it still in the mailbox?
    .short = Still in the mailbox
notice-in-spam = Was it in the spam folder?
    .short = Was in spam
notice-earlier = Did an earlier notice come, about another incident?
    .short = Earlier notice
notice-other-recipient = Does the person know somebody else who was told?
notice-follow-up = Letters or calls that followed (optional)

own-words = In the person’s own words
own-words-label = What happened, and what it did to them
    .hint = Write it as it is said. It is kept word for word.
external-reference = Reference of whoever supplied the record (optional)
    .short = Supplier’s reference

date-day = Day
date-month = Month
date-year = Year
date-mode-fields = Date, or part of one
date-mode-words = In words
date-mode-unknown = Doesn’t know
date-in-words = { $label }, in words
date-examples = For example: mid 2020, autumn 2021, about 2018, before 2016, between March and June 2019
date-read-as = Read as: { $words }
date-not-a-day = This must be a whole date, with day, month and year.
    .fix = If only a part is known, leave it blank.

## What people say beside an answer

override-title = Said by a person
override-none = Nobody has said otherwise. The answer above is what the rules suggest.
override-set = Say otherwise
override-set-title = Say otherwise than the computed answer
override-set-what = What you say stands beside the computed answer, with your name, the day and your reason. It never takes its place. When rules or facts change the answer later, you will be asked to look again.
override-axis = About
override-code = What you say
override-reason = Why
    .hint = Name what you rely on, such as a document or a call. The audit keeps it.
override-set-do = Say so
override-computed = Computed: { $computed }
override-mark = { $by } says: { $label }
override-short = Said by a person: { $label } ({ $state })
override-by = { $who }, { $at }
override-confirmed-by = Confirmed by { $who }, { $at }
override-ended-by = Ended by { $who }, { $at }
override-stands = Stands
override-ended = Ended
override-needs-second-person = Needs a second person
override-needs-fresh-look = Needs a fresh look
override-second-why = Nobody is declined by one person. This counts only after an authorised person, who is somebody else, has confirmed it.
override-fresh-why = The computed answer has changed since this was said. Say it again if it still holds, or take it back.
override-again = Look again
override-withdraw = Take back
override-withdraw-title = Take back what was said
override-withdraw-what = It no longer counts. It stays readable as ended, with your reason.
override-withdraw-reason = Why it is taken back
override-confirm = Confirm as second person
override-confirm-title = Confirm that { $name } is declined?
override-confirm-what = You confirm that you have looked at the record yourself and agree. From then on the decline counts. The claimant has to be told, with a warning of the time limits and of other help.
override-confirm-reason = Why you agree
override-earlier =
    { $count ->
        [one] One earlier entry
       *[other] { $count } earlier entries
    }

## Time limits

limitation-title = Time limits
limitation-none = The rules in force have no time limits.
limitation-earliest = The earliest last safe day is
limitation-next = The next one still to come is
limitation-no-date = No cause of this claimant has a last day.
limitation-caution = A solicitor decides; this is what a careful reading allows.
limitation-safe = Last safe day: { $on }.
limitation-act-by = Act by { $on }.
limitation-due = Due by { $on }.
limitation-days-left =
    { $count ->
        [0] That is today.
        [one] One day is left.
       *[other] { $days } days are left.
    }
limitation-days-ago =
    { $count ->
        [one] That was one day ago.
       *[other] That was { $days } days ago.
    }
limitation-others =
    { $count ->
        [one] One clock that does not set the date
       *[other] { $count } clocks that do not set the date
    }
limitation-arithmetic = How this day comes about
limitation-source = How days are counted: { $source }
standing-running = Runs
standing-within =
    { $months ->
        [one] Ends within a month
       *[other] Ends within { $months } months
    }
standing-passed = Passed
standing-not-due = Not due yet
standing-met = Met
standing-not-begun = Has not begun
standing-continuing = Goes on
standing-unknown = A date is missing

calendar-page-title = Time limits
calendar-looked =
    { $count ->
        [one] One claimant was looked at, on { $on }.
       *[other] { $all } claimants were looked at, on { $on }.
    }
calendar-next = The next last safe day is
calendar-passed =
    { $count ->
        [one] For one claimant a day that counts has passed, on the face of it.
       *[other] For { $passed } claimants a day that counts has passed, on the face of it.
    }
calendar-passed-what = Whether it has is for a solicitor: see what is to be thought of at each entry.
calendar-all = Show clocks that do not set the date of a claimant as well
calendar-none = No time limit runs.
calendar-day = Last safe day
calendar-limits = What it limits
calendar-stands = How it stands
calendar-reminders = Reminders
calendar-reminder =
    { $months ->
        [one] One month: { $on }
       *[other] { $months } months: { $on }
    }
calendar-reminder-due =
    { $months ->
        [one] One month: since { $on }
       *[other] { $months } months: since { $on }
    }
calendar-unknown = A date is needed first
calendar-beside-short = Does not set the date
calendar-more = Show { $count } more days
calendar-export = Export
calendar-export-title = Export the calendar of time limits
calendar-kind = As
calendar-kind-ics = Calendar file (.ics), with reminders at 12, 6, 3 and 1 months
calendar-kind-pdf = PDF, with the arithmetic
calendar-kind-csv = Spreadsheet (.csv)
calendar-file = File
    .hint = It is not encrypted: choose a place that only the right people can read.
calendar-proposed = time-limits-{ $on }.{ $kind }
calendar-exported =
    { $count ->
        [one] Written to { $file }: one day.
       *[other] Written to { $file }: { $entries } days.
    }

## Rules

rules-title = Rules
rules-tab-sentences = In force
rules-tab-check = Check a file
rules-tab-compare = Compare with a file
rules-tab-adopted = Adopted rules
rules-search = Search the rules
rules-part = Part
rules-all = All parts
rules-found =
    { $count ->
        [0] No rule fits
        [one] One rule
       *[other] { $count } rules
    }
rules-in-force = In force: { $title }, version { $version }, meant to be used from { $from }.
rules-decide = The rules suggest and explain; a person decides.
rules-file = File with rules
rules-check = Check file
rules-check-what = Looks for mistakes in a file with rules, and shows it as sentences. Nothing changes.
rules-good = { $id }, version { $version }: { $count } rules, no mistakes.
rules-mistakes =
    { $count ->
        [one] One mistake: these rules cannot be used.
       *[other] { $count } mistakes: these rules cannot be used.
    }
rules-line = Line
rules-column = Column
rules-key = Key
rules-expected = What was expected, and what was found
rules-whole = whole file
rules-compare = Compare
rules-compare-what = Shows rule by rule what a file would change in the rules in force. Nothing changes.
rules-differences =
    { $count ->
        [0] Nothing differs: both decide alike.
        [one] One rule differs.
       *[other] { $count } rules differ.
    }
rules-try = See who would move
rules-added = Added
rules-removed = Removed
rules-changed = Changed
run-none = No other rules have been adopted. Those that the matter was made with are in force.
run-title = { $title }, version { $version }
run-nth = Run { $id }
run-in-force = In force
run-rules = Rules
run-incident = Incident
run-at = Adopted
run-first = When the matter was made
run-reason = Why
run-answers = Answers
run-answers-changed = Answers changed
run-changed =
    { $count ->
        [0] None of { $all } changed
       *[other] { $changed } of { $all } changed
    }
run-hash = SHA-256 of the rules
run-counts = How many stood where
run-text = The rule set as it was adopted

## What if

whatif-title = What if
whatif-intro = Try other rules, or another day of the incident, over all claimants. You see who would move and why. Nothing changes until you adopt them.
whatif-rules = File with other rules (optional)
whatif-incident = Another day of the incident (optional)
whatif-incident-now = Now: { $on }
whatif-run = Try
whatif-clear = Clear
whatif-cancelled = You stopped it.
whatif-cancelled-what = Nothing has changed: every claimant stands where they stood.
whatif-moved =
    { $count ->
        [0] Nobody would move
        [one] One of { $all } claimants would move
       *[other] { $moved } of { $all } claimants would move
    }
whatif-tried = Tried: { $title }, version { $version }, with the incident on { $on }.
whatif-reasons-only =
    { $count ->
        [one] One more would stay, for other reasons.
       *[other] { $stay } more would stay, for other reasons.
    }
whatif-nothing-changed = Nothing has changed yet.
whatif-same = These are the rules that are in force.
whatif-export = Export
whatif-adopt = Adopt
whatif-adopt-who = A coordinator or an authorised person can adopt these rules.
whatif-tabs = What was found
whatif-tab-counts = Before and after
whatif-tab-ways = Ways of moving ({ $ways })
whatif-tab-movers = Who would move ({ $count })
whatif-place = Place
whatif-now = Now
whatif-then = Then
whatif-change = Change
whatif-same-count = none
whatif-ways = Ways of moving
whatif-axis = Part of the answer
whatif-from = From
whatif-to = To
whatif-because = Because of rule
whatif-how-many = How many
whatif-nothing = nothing
whatif-no-rule = no single rule
whatif-way = { $axis }: from { $from } to { $to }
whatif-who = Show
whatif-everybody = Everybody who would move
whatif-mover = What would change for the claimant
whatif-rule = Rule { $rule }. { $citation }
whatif-open = Open record
whatif-file = what-if-{ $on }
whatif-export-title = Export who would move
whatif-export-what = One row for each claimant and each part of the answer that would move, with the rules and their sources. Numbers stand for people: no names or addresses are written.
whatif-export-file = File
    .hint = It is not encrypted: choose a place that only the right people can read.
whatif-kind-xlsx = Workbook (.xlsx), with the counts
whatif-kind-csv = Spreadsheet (.csv)
whatif-export-do = Write file
whatif-exported =
    { $count ->
        [one] Written to { $file }: one claimant in { $rows } rows.
       *[other] Written to { $file }: { $people } claimants in { $rows } rows.
    }
adopt-title = Adopt { $title }, version { $version }?
adopt-all =
    { $count ->
        [one] The one claimant is classified under these rules, now and from now on.
       *[other] All { $all } claimants are classified under these rules, now and from now on.
    }
adopt-moved =
    { $count ->
        [0] Nobody moves.
        [one] One claimant moves as shown.
       *[other] { $moved } claimants move as shown.
    }
adopt-incident = The day of the incident becomes { $to } instead of { $from }.
adopt-kept = The answers until now are frozen and stay readable; none is overwritten.
adopt-overrides = What people said stays. Where the answer under it changes, they are asked to look again.
adopt-nobody = Nobody is declined by this: outcomes stay suggestions.
adopt-reason = Why these rules are adopted
adopt-do = Adopt rules
adopt-cancelled = Nothing has changed: the rules until now are in force.

## Evidence

evidence-add = Add evidence
evidence-choose = Choose files
evidence-paths = Or type paths of files or folders, one on each line
evidence-add-typed = Add these paths
evidence-adding = The files are being read. You can close this and go on working.
evidence-for = The files are taken as evidence of { $reference }.
evidence-for-anyone = Emails are matched to claimants by the address they went to; what matches nobody waits under unassigned evidence.
drop-anyone = Drop to add as evidence
drop-this = Drop to add as evidence of this claimant
drop-kinds = Emails saved as .eml, PDFs, JPEG and PNG pictures, and folders of these.
evidence-report =
    { $added ->
        [0] Nothing new was added.
        [one] One file was added.
       *[other] { $added } files were added.
    } Assigned: { $assigned }. Unassigned: { $unassigned }. Already there: { $there }. Failed: { $failed }.
evidence-report-caption = What became of each file
evidence-file = File
evidence-became = What became of it
evidence-state-assigned = Assigned
evidence-state-unassigned = Unassigned
evidence-state-already-there = Already there
evidence-state-failed = Failed
evidence-none = There is no evidence yet. Drop files anywhere in the window, or add them here.
evidence-dated = Dated
evidence-proof = What it proves
evidence-text-in-it = Text in it
evidence-about = What it proves, and what is known of it
evidence-views = The item
evidence-client = Written with
evidence-written = Written
tab-message = Message
tab-file = File
tab-headers = Headers
tab-path = Path
tab-structure = Structure
tab-source = Source
message-within = This message lies in:
message-carries = This message carries another one, which is what counts:
mail-frame = The message “{ $subject }”
mail-as-text = Show as plain text
mail-as-sent = Show as it was laid out
mail-remote =
    { $count ->
        [one] One picture from elsewhere was not fetched.
       *[other] { $count } pictures from elsewhere were not fetched.
    }
mail-active =
    { $count ->
        [one] One script, frame or form was left out.
       *[other] { $count } scripts, frames and forms were left out.
    }
mail-links = Links are dead; where one leads elsewhere than it says, that stands behind it.
evidence-header-name = Header
evidence-header-value = Value
evidence-path-none = It names no server that it passed.
hop-after = { $time } after the step before
hop-before = { $time } before the step before it
hop-for = For { $address }
path-findings = What is worth knowing
source-more = Show more ({ $shown } of { $all } shown)
part-page = Page { $page } of { $pages }
part-alt = { $name }, page { $page } of { $pages }
part-cut = There is more than is shown here.
markers = Marks of the notice ({ $matched } of { $all } found)
marker-matched = Found
marker-missed = Missing
marker-not-visible = Cannot show
effect-up = For it:
effect-down = Against it:
effect-none = Noted:
tier-0 = No proof that this person was told.
tier-1 = Hardly any proof.
tier-2 = Weak proof.
tier-3 = Fair proof.
tier-4 = Good proof.
tier-5 = Strong proof.
grade-nobody = It is graded once it is somebody’s: the same message proves something for one person and nothing for another.
grade-set-aside = It is set aside, so it is not graded.
grade-none = There is nothing in it to grade.
dkim = The sender’s signature (DKIM)
dkim-none = The message carries no signature. Many genuine messages do not, and forwarding takes it off.
dkim-by = By { $domain }, key { $selector }.
dkim-at = Signed on { $at }.
dkim-body = Text
dkim-is-match = As it was signed
dkim-is-mismatch = Not byte for byte as signed
dkim-is-not-checkable = Cannot be checked
dkim-is-key-available = Available
dkim-is-key-not-available = Key not available
dkim-causes = What may have happened, likeliest first:
dkim-signature = Signature
dkim-key = Key
dkim-time = In use
dkim-time-known = From { $from } until { $until }, as far as is known.
key-add = Add a key that somebody kept
key-add-another = Add another key
key-text = The key’s TXT record
key-hint = Paste what was published at { $name }, such as “v=DKIM1; k=rsa; p=…”, or a file of such records. Joinder never asks the network for it.
key-source = Where it was kept
key-from = First day on which it is known to have been in use, such as 2021-10-01
key-until = Last such day
key-do = Add the key and check
key-checked =
    { $count ->
        [one] One item was checked again.
       *[other] { $count } items were checked again.
    }
recipients = To whom it went
recipients-none = It names no recipient.
recipients-more = and { $count } more
recipient-in = Named in { $headers }
recipient-exact = Claimant’s own
recipient-gmail-dots = The claimant’s Gmail in another spelling
recipient-plus-tag = The claimant’s with another tag
recipient-other = Not the claimant’s
evidence-body-none = It has no text that can be shown here. The original is kept unchanged and goes into the bundle.
evidence-attachments =
    { $count ->
        [one] One attachment
       *[other] { $count } attachments
    }
evidence-facts = About this item
evidence-shape = Kind
evidence-received = Taken in
evidence-from = From
evidence-recipients = To
evidence-sha = SHA-256
evidence-hop = From { $from } to { $by }
evidence-headers = Headers ({ $count })
evidence-restricted = For some only
evidence-restricted-none = Nothing in it
evidence-open-claimant = Open the claimant
damage = Damaged
unassigned-title = Unassigned evidence
unassigned-count =
    { $count ->
        [0] Nothing waits
        [one] One item waits
       *[other] { $count } items wait
    }
aside-title = Evidence set aside
aside-count =
    { $count ->
        [0] Nothing is set aside
        [one] One item is set aside
       *[other] { $count } items are set aside
    }
aside-none = Nothing is set aside.
inbox-show-aside = Set aside
inbox-show-waiting = Waiting
unassigned-none = Every item belongs to a claimant. New emails that match nobody will wait here.
intake-title = What was taken in
intake-last = The last report
intake-filter = Show only
intake-left =
    { $count ->
        [one] It was stopped: one file was not looked at. Add it again to go on; what is there stays as it is.
       *[other] It was stopped: { $count } files were not looked at. Add them again to go on; what is there stays as it is.
    }
intake-all = All
intake-assigned = Assigned
intake-unassigned = Unassigned
intake-already-there = Already there
intake-look = Look at these
intake-failed = Not taken
intake-whose = Whose
intake-grade = Tier
intake-open = Open
intake-means-assigned = Taken in and given to its claimant.
intake-means-unassigned = Taken in. Nobody’s address is in it, or more than one person’s: say whose it is under unassigned evidence.
intake-means-already-there = The same file, byte for byte, had been taken in before. Nothing was added.
intake-means-failed = Not taken in.

inbox-keys = Enter accepts the suggestion, A chooses a claimant, S sets aside, O opens, J and K move.
inbox-item = The chosen item
inbox-suggested = Suggested
inbox-nobody = Nobody
inbox-others = { " " }and { $count } more
inbox-whose = Whose it may be
inbox-whose-none = No address in it is a claimant’s. Open it, or choose a claimant.
inbox-would-be = Would be tier { $tier } of 5
inbox-choose = Choose a claimant
inbox-open = Open
inbox-nth = { $nth } of { $of } in the list
inbox-assigned = { $file } was given to { $name }.
inbox-set-aside = { $file } was set aside.
assign-to = Give to { $name }
assign-other = Give to somebody else
assign-title = Whose is it?
assign-search = Claimant
assign-hint = Type a name, reference, email address or postcode. Arrows choose, Enter gives.
assign-more =
    { $count ->
        [one] One more matches: type more letters.
       *[other] { $count } more match: type more letters.
    }
set-aside = Set aside
set-aside-title = Set aside
set-aside-what = It is kept as it came and not used. Who set it aside and why stands in the audit.
set-aside-reason = Why is it not used?
set-aside-blank = Say why it is not used.
set-aside-often = Often:
reason-other-matter = It has nothing to do with this matter
reason-copy = It is a second copy of the same message
reason-unreadable = It cannot be read
reason-private = It is private

export = Export
export-title = Export originals
export-what = Originals are written byte for byte as they came, with a list of their hashes that any computer can check, and a report on their custody. The export is noted in the audit.
export-out = Folder for the export
    .hint = A new or empty folder. The files are not encrypted: choose a place that only the right people can read.
export-do = Write files
export-blank = Choose a folder.
export-done =
    { $count ->
        [one] One original was written ({ $size }), in { $folder }
       *[other] { $count } originals were written ({ $size }), in { $folder }
    }
export-papers = Beside the originals lie:
put-back = Put back
remove-title = Remove for good
remove-what = The original, its text and everything that was read in it go. What stays is that it was there: its reference, its hash, who removed it, and why. This cannot be undone.
remove-reason = Why is it removed?
    .hint = It is kept, so do not repeat what the item said.
remove-do = Remove for good
remove-done = { $reference } was removed.

ocr = Text in the picture
ocr-can = Nothing has read it yet, so it cannot be searched.
ocr-read = Read the text
ocr-read-by = Read by { $engine }. A program misreads letters: look at the picture.
ocr-text = What was read
ocr-empty = No text was found in it.
confirm-what = What you can see in it counts for its grade:
confirm-recipient = Address that received it
confirm-date = Its date (as 2021-11-03)
confirm-do = I can see this
confirm-kept = Kept

mailbox-title = Look through a mailbox
mailbox-intro = A mailbox holds a life. It is read from end to end on this computer; only what you tick is taken, and nothing else of it is kept, not even an address. How many messages were seen and not taken is noted.
mailbox-file = Mailbox file or folder (mbox, Maildir, or a ZIP of them)
mailbox-domains = Other addresses or domains of the other side (optional)
mailbox-blank = Choose a mailbox.
mailbox-look = Look through it
mailbox-seen = Seen
mailbox-notices = Like the notice
mailbox-related = Later, with the other side
mailbox-earlier = Earlier, not listed
mailbox-unreadable = Unreadable
mailbox-ticked = To be taken
mailbox-not-kept = Not kept
mailbox-searched = Looked for the marks of the notice, and for mail from and to { $domains }.
mailbox-more = There is more than the { $count } listed here.
mailbox-take =
    { $count ->
        [0] Take nothing
        [one] Take one message
       *[other] Take { $count } messages
    }
mailbox-tick-from = Tick all from the other side
mailbox-other = Another mailbox
mailbox-keys = Space ticks.
mailbox-none = Nothing in it bears on the matter.
mailbox-candidates = What bears on the matter
mailbox-take-it = Take
mailbox-message = Message
mailbox-no-subject = Without a subject
mailbox-there = It is in the matter already.
mailbox-too-large = It is too large to be taken whole. Ask for it without its attachments.
mailbox-counts = Seen: { $seen }. Taken: { $taken }. Not kept: { $left }.
mailbox-again = Take more from it
candidate-notice = It has the marks of the notice:
    .short = Notice
candidate-from = Later mail from the other side:
candidate-to = Later mail to the other side:

## All copies together

chart-count = Copies
consensus-title = What all copies prove together
consensus-intro = Copies from different people corroborate one another. What counts is how many are independent: a message that was copied a hundred times is one message.
consensus-again = Compare again
consensus-export = Export
consensus-none = There is no strong copy yet: an email with its headers, sent to an address that a claimant gave. With the first one this page begins.
consensus-providers = Independent copies that agree, by provider
consensus-times = The same by the time of sending
consensus-outliers =
    { $count ->
        [0] Copies that differ
        [one] One copy differs
       *[other] { $count } copies differ
    }
consensus-format = As
consensus-pdf = A PDF to annex to a witness statement
consensus-csv = A table of all copies (CSV)
consensus-out = Folder
    .hint = The file is not encrypted: choose a place that only the right people can read.
consensus-file = Copies of the notice
consensus-written = Written to { $file }
consensus-hash = SHA-256 { $sha256 }
count-agreeing = Independent copies agree
count-message-ids = Different Message-IDs
count-signatures = Different signatures
count-body-matches = Text as signed
count-claimants = Claimants
count-outliers = Differ
count-not-compared = Text not known
count-items = Files, which prove nothing by their number
canonical = The notice that they share
canonical-shared = What the copies have in common
canonical-sent = Sent
canonical-sender = From
canonical-subject = Subject
canonical-message-id = Message-ID from
canonical-pattern = Message-ID made as
canonical-dkim = Signed by
canonical-selector = With the key
canonical-agree = { $agree } of { $of }
canonical-text = Its text
canonical-from = Open the copy that it is taken from
outliers = Copies that differ
outliers-none = No copy differs beyond personal details.
outliers-what = There may be a good reason: a footer, a copy typed by hand, another batch. A person should look.
outlier-alike = Alike
outlier-differs = How it differs
diff-title = Beside the shared notice
diff-alike = { $share } alike.
diff-unknown = Its text is not known.
diff-neutral = What stands on one side only is marked. Personal details are left out of the comparison.
diff-show-all = Show every paragraph
diff-show-different = Show only what differs
diff-canonical = The shared notice
diff-copy = This copy
diff-only = Only in { $side }:
diff-cut = One of the texts is longer than what is compared here.

## How to get the original

howto-page = How to get the original of an email
howto-intro = A forwarded text or a picture proves little; the message itself proves much. Here is how a claimant gets it out of a mailbox.
howto-guides = Guides
howto-suggested = Fits
howto-stronger = The original would prove more.
howto-before = Before you begin
howto-steps = What to do
howto-after = And then
howto-save = Save as PDF
howto-out = Folder for the PDF
    .hint = To send to the claimant.
howto-blank = Choose a folder.
howto-file = How to get the original, { $name }
howto-saved = Saved to { $file }

## Import

import-title = Import claimants
import-intro = A CSV file or an Excel workbook, with one claimant in a row. Everything is read as text, formulas are never worked out, and nothing is changed until you have seen what would happen.
import-file = Spreadsheet
import-check = Look at file
import-again = Check again
import-stale = Something was decided since the file was checked. Check it again to see what would happen.
import-columns = What the columns mean
import-sheet = Sheet
import-key = Claimants who are there already
import-key-none = Every row is a new claimant
import-key-reference = Change them, found by reference
import-key-number = Change them, found by claimant number
import-formulas =
  { $count ->
    [one] One cell is worked out by a formula: the value stored with it is taken.
   *[other] { $count } cells are worked out by formulas: the values stored with them are taken.
  }
import-hidden-rows =
  { $count ->
      [one] One row is hidden in this sheet. It is read like the others.
     *[other] { $count } rows are hidden in this sheet. They are read like the others.
  }
import-encoding-windows-1252 = This file is not in UTF-8. It is read as Windows-1252, as Excel saves “CSV (comma delimited)”. See whether names with accents are right below; if not, save the file as “CSV UTF-8”.
import-encoding-utf-16 = This file is in UTF-16 (“Unicode text”) and is read as such.
import-merged =
  { $count ->
      [one] Cells were merged in one place. What they show is taken for their first row only.
     *[other] Cells were merged in { $count } places. What they show is taken for their first row only.
  }
import-heading = Heading
import-samples = First rows
import-meaning = Means
import-meaning-of = What “{ $heading }” means
import-left-out = Left out
import-doubts = What a spreadsheet may have done
import-doubt-cells =
  { $count ->
    [one] One cell:
   *[other] { $count } cells, such as:
  }
import-row-at = row { $row }
import-would = What would happen
import-do =
  { $count ->
    [0] Nothing to import
    [one] Import one row
   *[other] Import { $count } rows
  }
import-rows = Rows
import-good = New claimants
import-updated = Changed claimants
import-added = Added
import-changed = Changed
import-bad = To correct
import-there = Already there
import-rows-left-out = Left out
import-warnings = Worth a look
import-unknown = These columns mean nothing yet and are left out: { $columns }
import-problems = What is wrong
import-problems-hint = Correct a value here and check again, leave the row out, or write the rows to a file. Rows that are still wrong are not imported; the others are.
import-row = Row
import-column = Column
import-found = Value
import-wrong = What is wrong, and what would be right
import-whole-row = Whole row
import-correct = Value of { $column } in row { $row }
import-corrected = Corrected. Check again to see whether it is right.
import-leave-row = Leave out
import-keep-row = Take after all
import-faults = Correct them in a spreadsheet
import-faults-hint = The rows to correct are written as they are, each with what is wrong. Import the file when it is corrected.
import-faults-file = File to write
import-faults-write = Write file
import-faults-written =
  { $count ->
    [one] One row is in { $file }.
   *[other] { $count } rows are in { $file }.
  }
import-like =
  { $count ->
    [one] One new row looks like somebody who is there
   *[other] { $count } new rows look like somebody who is there
  }
import-like-hint = Nothing is merged by itself. Rows that are added all the same wait under Possible duplicates.
import-like-name = Name in the row
import-like-whom = Looks like
import-like-why = How
import-like-take = What to do
import-like-take-of = What to do with row { $row }, { $name }
import-take-add = Add
import-take-leave-out = Leave out
import-take-update = Change that claimant
import-changes =
  { $count ->
    [one] One claimant changes
   *[other] { $count } claimants change
  }
import-change-whom = Claimant
import-change-field = What
import-before = Before
import-after = After
import-history = Imports so far
import-file-name = File
import-when = When
import-by = By
import-undone = taken back
imported-title = Import of { $file }
imported-by = By { $who }, { $when }.
imported-undone = It was taken back on { $when }.
imported-is-undone =
  { $count ->
    [one] One claimant is as before the import.
   *[other] { $count } claimants are as before the import.
  }
imported-left =
  { $count ->
    [one] One was worked on since, and was left as it is.
   *[other] { $count } were worked on since, and were left as they are.
  }
imported-of = added by { $file }
imported-changed-by = changed by { $file }
imported-show =
  { $count ->
    [one] Show the claimant
   *[other] Show the { $count } claimants
  }
imported-show-changed =
  { $count ->
    [one] Show the one changed
   *[other] Show the { $count } changed
  }
imported-undo = Take the import back
imported-more = Import another file
imported-undo-hint = Taking an import back removes whom it added and restores whom it changed, as far as nobody has worked on them since. Numbers are never given again.

## Bundles

bundle-title = Make bundles
bundle-intro = One PDF for each claimant: cover, index, information sheet, timeline, statement, exhibits and integrity page; a draft shows the classification too. Making one is noted in the audit.
bundle-whom = For whom
bundle-these = Only { $which }
bundle-listed =
    { $count ->
        [one] The one claimant listed now
       *[other] The { $count } claimants listed now
    }
bundle-all =
    { $count ->
        [one] The only claimant
       *[other] All { $all } claimants
    }
bundle-out = Folder for the bundles
    .hint = The PDFs are not encrypted: choose a place that only the right people can read.
bundle-make = Make bundles
bundle-made = What was made
bundle-summary =
    { $made ->
        [0] No bundle was made.
        [one] One bundle was made, { $pages ->
            [one] one page
           *[other] { $all } pages
        } in all.
       *[other] { $made } bundles were made, { $all } pages in all.
    }
bundle-failed =
    { $count ->
        [one] One could not be made.
       *[other] { $count } could not be made.
    }
bundle-kept =
    { $count ->
        [one] One was there already, as it would be made now.
       *[other] { $all } were there already, as they would be made now.
    }
bundle-seal = Seal them: page numbers stand for good
    .hint = Later documents go to the end, and nothing that was cited moves. What is issued is always sealed.
bundle-ocr = Read the words in pictures, so that a search finds them
    .hint = Scans and screenshots are read where Tesseract is installed on this computer. It takes some seconds for each page, once.
bundle-pictures = Pages that are pictures and cannot be searched
bundle-pictures-why = The index of each bundle lists them too. Nobody has read their words: Tesseract is not installed, or it found none.
bundle-picture-pages = pages { $pages }
bundle-sealed = Sealed
bundle-version = Version { $version }
bundle-versions = Sealed versions
bundle-versions-intro = These page numbers stand for good. What comes later is added at the end of the bundle.
bundle-version-pages = Pages { $from } to { $to }
bundle-version-sealed = { $at } by { $by }
bundle-which-page = Which page is which
bundle-document = Document
bundle-page-range = { $first } to { $last }
bundle-since = Since
bundle-cancelled = You stopped it; making them again goes on from there.
bundle-folder = In { $folder }
bundle-not-made = Not made
bundle-placeholders = Exhibits with a placeholder page
bundle-files = Files
bundle-pages = Pages
bundle-more = and { $count } more
preview-title = Bundle of { $name }
preview-making = Making the bundle
preview-pages = Page of the bundle
preview-controls = Pages
preview-previous = Previous page
preview-next = Next page
preview-page = Page
preview-of = of { $pages }
preview-part = Go to a part
preview-side = Pages and search
preview-find = Find in the bundle
preview-find-go = Find
preview-find-none = “{ $words }” is on no page.
preview-find-count =
    { $count ->
        [one] On one page
       *[other] On { $all } pages
    }
preview-find-more = Only the first pages are listed.
preview-find-silent =
    { $count ->
        [one] One page is a picture and could not be searched.
       *[other] { $all } pages are pictures and could not be searched.
    }
preview-find-close = Show all pages
preview-thumb = Page { $page }
preview-smaller = Smaller
preview-larger = Larger
preview-alt = Page { $page } of { $pages } of the claim bundle of { $name }

## People

people-title = People
role = Role
role-paralegal = Paralegal
role-coordinator = Coordinator
role-authorised-person = Authorised person
role-auditor = Auditor
person-added = Added
person-access = Access
person-has-access = Has access
person-removed = Ended { $on }
person-add = Add a person
person-add-do = Add person
person-added-now = { $name } can unlock the matter now. Hand over the passphrase by telephone or in person.
person-passphrase = First passphrase
    .hint = The person can change it after unlocking.
person-remove = End access
person-remove-title = End the access of { $name }?
person-remove-what = The person can no longer unlock the matter. What the person did stays in the audit under this name.
passphrase-change = Change my passphrase
passphrase-old = Passphrase now
passphrase-change-do = Change passphrase
passphrase-changed = Your passphrase is changed.

## Audit

audit-title = Audit
audit-intro = Every change, and everything that left this computer, is an entry. Each entry is chained to the one before it, so that nothing can be altered or left out unnoticed.
audit-verify = Check the audit
audit-intact = Intact: { $count ->
        [one] one entry was
       *[other] { $entries } entries were
    } checked.
audit-tampered = Tampered with: something was altered outside Joinder.
audit-nothing-to-check = There is nothing to check yet.
audit-head = Head of the chain:
audit-seq = No.
audit-at = When
audit-who = Who
audit-what = What
audit-subject = Subject
audit-more = Show older entries

## Settings and keys

settings-title = Settings
settings-folder = Folder of this matter:
settings-saved = Saved
theme = Colours
theme-system = As on the desktop
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
density = Space
density-compact = Compact: much on one screen
density-comfortable = Comfortable: larger rows
zoom = Size of text and pages
zoom-percent = { $percent } per cent
idle = Lock when nobody uses the window for
    .hint = What is being typed is kept as a draft first. Work under way is not interrupted.
idle-minutes = { $minutes } minutes
idle-never = Never

keys-title = Keyboard shortcuts
keys-anywhere = Anywhere
keys-search = Search claimants
keys-help = These shortcuts
keys-back = Back
keys-list = In the list
keys-move = Up and down
keys-page = A page up or down
keys-ends = First and last
keys-open = Open the record
keys-tick = Tick, or take the tick away
keys-tick-all = Tick everybody in the list
keys-inbox = In unassigned evidence
keys-beside = Next and previous item
keys-accept = Give to the first suggested claimant
keys-accept-other = Give to the second or third
keys-assign = Choose a claimant
keys-set-aside = Set aside
keys-look = Open the item
keys-undo = Take the last step back
keys-record = In a record
keys-previous = Previous claimant
keys-next = Next claimant
keys-edit = Change details

insight-page-counted = { $count ->
    [one] One claimant, as at { $day }
   *[other] { $count } claimants, as at { $day }
}
insight-page-caution = Read this first
insight-page-lead = A lead, not proof
insight-page-parts = Parts of this page
insight-page-open = { $count }, { $row }, { $column }: show these claimants
insight-basis = Who counts as told
insight-basis-said = Whoever says so, or whose notice is proved
insight-basis-proved = Only whoever’s notice is proved or supported
insight-export-title = Write these figures into a folder
insight-export-text = A PDF with its charts, an Excel workbook, and CSV files. Small numbers are withheld in all of them, and the audit records the export.
insight-export-out = Folder
insight-export-threshold = Withhold numbers below
    .hint = 5 is usual. With 0 nothing is withheld.
insight-export-claimants = Add the numbers of the claimants behind each figure
    .hint = For the firm’s own file. Leave them out of what is sent to anybody else.
insight-export-make = Write the files
insight-export-whole = Enter a whole number, such as 5
insight-export-done = { $pages ->
    [one] Written into { $folder }: the report has one page, and { $withheld } numbers are withheld.
   *[other] Written into { $folder }: the report has { $pages } pages, and { $withheld } numbers are withheld.
}

chart-numbers = The numbers of this chart
chart-what = What
chart-day = Day
chart-line = Line
chart-value = Value

bundle-form = What for
bundle-form-draft = To look at: marked as a draft on every page
bundle-form-approval = For the claimant to approve: the very file that will be issued
bundle-form-issue = To issue: only for claimants who are ready
bundle-public = Public version
    .hint = Without address, date of birth, contact details, former names and matters of health. The finished file is searched for them before it is written.

## Ready to issue

redaction-heading = Public version
redaction-section = An original stands in the public version once somebody has looked through it and blacked out what no non-party may read.
redaction-unseen = Not looked through
redaction-places =
    { $count ->
        [one] One place is blacked out
       *[other] { $count } places are blacked out
    }
redaction-clear = Nothing to black out
redaction-title = Black out in { $name }
redaction-intro = Draw a box over what must not be read, or type where it is. In the public version the page becomes a picture in which the box is black: nothing under it is left. The original stays as it is.
redaction-intro-text = This is printed as text, without what no public paper holds of this claimant. Read it through under Evidence: if it tells something else that nobody should read, keep it out of the public version.
redaction-reason = Why
redaction-reason-usual = Personal details
redaction-place = A place by its measures
redaction-place-hint = In percent of page { $page }, from its upper left corner.
redaction-left = Left
redaction-top = Top
redaction-width = Width
redaction-height = Height
redaction-not-a-place = Type four numbers that lie on the page, such as 10, 20, 35 and 4
redaction-add = Black out this place
redaction-marks = Places and remarks
redaction-where = { $x } % from the left, { $y } % from the top, { $width } by { $height } %
redaction-end = Take back
redaction-nothing = Nothing to black out
redaction-nothing-hint = If you have looked through every page and found nothing:
ready-title = Ready to issue
ready-intro = Nothing is issued for a claimant before every one of these stands: consent, an answer on other firms, no contradiction that blocks, a statement without gaps, the claimant’s approval of the exact file, and an authorised person’s name.
ready-looking = Looking at what is missing
ready-count = { $ready } of { $all } claimants are ready.
ready-lacks = Show those who lack
ready-any = Everybody
ready-lack = { $gate } ({ $all })
ready-claimants = Claimants
ready-missing = What is missing
ready-heading = Ready to issue?
ready-yes = Ready
ready-no = Not ready
ready-met = Stands
ready-unmet = Missing
ready-stale = The record has changed since
ready-paper =
    { $pages ->
        [one] Made { $made }, one page.
       *[other] Made { $made }, { $pages } pages.
    }
ready-approve = Record approval
ready-sign-off = Sign off
ready-approve-title = The claimant has approved the file
ready-approve-what = This records that the claimant has read and approved the file with this fingerprint, and no other.
approve-by = Who approved it
    .hint = The claimant, or whoever acts for the claimant.
approve-on = On which day
approve-how = How
    .hint = For example signed on paper, by email, by telephone.
blank-approve-by = Say who approved the file.
blank-approve-on = Give the day on which it was approved.
blank-approve-how = Say how it was approved.

## Letters

letter-title = Letters
letter-intro = Letters are made from the claimant’s own answers and the firm’s letterhead. What is missing is marked in the letter and listed here; nothing is made up.
letter-code = Letter
letter-kind = { $title } (to { $to })
letter-whom = For whom
    .hint = Claimants’ numbers, such as 42 or 1-20, 35.
letter-out = Folder for the letters
letter-docx = Also as a word-processor file
letter-pack = Also as a pack
    .hint = One PDF with the letter, its schedules and the exhibits.
letter-make = Write letters
letter-gaps = This is a draft: something is missing.
letter-counted = { $title }: { $characters } of { $limit } characters.
letter-over = { $over } too many: shorten it before it is sent.
letter-reply = An answer is due by { $day } ({ $rule }).
letter-rests =
    { $count ->
        [one] Rests on one answer
       *[other] Rests on { $count } answers
    }
letter-written = What was written
letter-files =
    { $count ->
        [one] One file in { $folder }.
       *[other] { $count } files in { $folder }.
    }
letter-drafts = Some are drafts, because something is missing.
blank-letter-whom = Give at least one claimant’s number.
letterhead-title = Letterhead
letterhead-firm = Name of the firm
letterhead-address = Address
letterhead-telephone = Telephone number
letterhead-email = Email address for answers
letterhead-reference = Reference of the firm
    .hint = It stands before the claimant’s number.
letterhead-signatory = Authorised person who signs
letterhead-position = Position
    .hint = For example Solicitor.
letterhead-regulation = Who regulates the firm
    .hint = Printed at the foot of every page.
letterhead-funding = How the claims are funded
    .hint = One full sentence. A letter before claim has to say it.

## The register

register-title = Register
register-tabs = Work on the register
register-standing =
    { $count ->
        [0] Nobody is on the register.
        [one] One claimant on { $forms ->
            [one] one claim form
           *[other] { $forms } claim forms
        }{ $ended ->
            [0] .
           *[other] , { $ended } of them left.
        }
       *[other] { $on } claimants on { $forms ->
            [one] one claim form
           *[other] { $forms } claim forms
        }{ $ended ->
            [0] .
           *[other] , { $ended } of them left.
        }
    }
register-tab-list = Claimants
register-tab-template = Template
register-tab-validate = Another firm's register
register-tab-versions = Sealed versions
register-tab-write = Write
register-tab-forms = Claim forms and settings
register-line = Line { $number }
register-write-beside = Write beside it
register-end = End it
register-end-undo = Take the end back
register-end-title = { $number }, { $name }: leaves the register
register-end-what = The number and the line stay, with the last day. The number is never given again.
register-end-on = Last day on the register
register-end-reason = Why
register-end-do = End it
blank-register-end-on = Enter the last day on the register
register-beside-title = Beside line { $number }, { $name }
register-cipher = Cipher
    .hint = Only where the court allowed one in place of the name.
register-issues = Issues relied on
register-value-band = Value band
register-special = Special features that anybody may read
register-forms = Claim forms
register-no-forms = There is no claim form yet: they begin as claimants are entered.
register-claim-form =
    { $held ->
        [one] Claim form { $form }, with one claimant
       *[other] Claim form { $form }, with { $held } claimants
    }
register-claim-number = Claim number of the court
register-issued = Day of issue
register-settings = Settings
register-form-size = Claimants on one claim form
register-firm = Solicitor
register-all-issues = Issues that everybody relies on
register-court = Court
    .hint = As the title of proceedings names it, such as High Court of Justice. It stands on every statement, so fill it in before claimants approve one.
register-division = Division of the court
    .hint = Such as King’s Bench Division.
register-defendant = The defendant as a party
    .hint = With the capacity in which it is sued. Leave it empty for what the matter’s profile says.
register-saved = Saved.
register-shown = Shown
register-as-it-stands = As it stands today
register-from-nothing = An empty register
register-sealed = Version { $version }, { $at }: { $reason }
register-nobody = Nobody is on the register. Claimants who have consented in writing to be joined can be entered.
register-enter =
    { $count ->
        [one] Enter the claimant who is not on it
       *[other] Enter the { $waiting } claimants who are not on it
    }
register-entered =
    { $count ->
        [0] Nobody was entered.
        [one] One claimant was entered, with the number { $first }.
       *[other] { $count } claimants were entered, with the numbers { $first } to { $last }.
    }
register-refused-more = The page “Ready to issue” says of everybody what is missing.
register-enter-unready =
    { $count ->
        [one] Enter the one who has consented, though something else is missing
       *[other] Enter the { $all } who have consented, though something else is missing
    }
register-refused =
    { $count ->
        [one] One claimant was not entered:
       *[other] { $count } claimants were not entered:
    }
register-more =
    { $count ->
        [one] Show one more
       *[other] Show more of the other { $count }
    }

register-template-file = Workbook that the lead firm supplied
register-template-more = If its headings are not found
register-template-sheet = Name of its sheet
register-template-header = Row that holds the headings
register-template-take = Read the template
register-template-title = Template: { $name }
register-template-where = Sheet “{ $sheet }”, headings in row { $row }.
register-template-open = Say what belongs in these columns before the register is written: { $headings }.
register-template-none = There is no template: the register is written with columns of Joinder's own.
register-template-forget = Do without the template
register-column = Column
register-heading = Heading
register-holds = Joinder writes
register-holds-what = What Joinder writes under { $heading }
register-allowed = Allowed
register-hidden = hidden
register-required = Required
register-left-empty = Nothing
register-written-as = “{ $ours }” is written “{ $theirs }”
register-check-do = Check the register

register-faults =
    { $count ->
        [0] No faults
        [one] One fault
       *[other] { $count } faults
    }
register-no-faults =
    { $count ->
        [one] { $checked }: one row, which follows the template.
       *[other] { $checked }: { $rows } rows, all of which follow the template.
    }
register-faults-in =
    { $count ->
        [one] { $checked }: one row held against { $template }.
       *[other] { $checked }: { $rows } rows held against { $template }.
    }
register-cell = Cell
register-wrong = What is wrong
register-what-to-do = What to do
register-validate-intro = Check a register that another firm sent before it is used. The file is only read; nothing of it is kept.
register-received = Register to check (.xlsx or .csv)
register-against = Template that it should follow
register-against-other = Another template than the one in use (may stay empty)
register-validate-do = Check the file

register-seal-reason = What the register is sealed for, such as “Filed on 3 November”
register-seal-do = Seal the register as it stands
register-no-versions = Nothing was sealed yet.
register-version-number = Version
register-version-at = Sealed
register-version-who = By
register-version-reason = For
register-compare = What differs
register-compare-from = From
register-compare-to = To
register-compare-do = Compare
register-differs = From “{ $from }” to “{ $to }”: { $added } added, { $withdrawn } withdrawn, { $amended } amended.
register-change = Change
register-who = Claimant
register-field = What
register-before = Before
register-after = After
register-is-added = Added
register-is-withdrawn = Withdrawn
register-is-missing = Missing
register-is-amended = Amended

register-kind = What to write
register-kind-register = Register, in the template where there is one
register-kind-schedule = Schedule of claimants
register-kind-information = Schedule of information: what each claimant answered
register-kind-bordereau = Bordereau for the funder: counts alone
register-kind-changes = Changes from an earlier version
register-audience = For whom
register-audience-public = Anybody (no addresses, dates of birth or contact details)
register-audience-confidential = The court and the parties' solicitors
register-form = As
register-form-xlsx = Excel workbook
register-form-csv = CSV
register-form-pdf = PDF
register-write-version = Which register
register-file = File to write
register-write-do = Write
register-write-not = An auditor may look, and may not write lists.
register-written =
    { $count ->
        [one] Wrote { $file }: one row
       *[other] Wrote { $file }: { $rows } rows
    }{ $pages ->
        [0] .
        [one] {" "}on one page.
       *[other] {" "}on { $pages } pages.
    }

## Start, for those who were affected

start-affected = I was affected
start-affected-help = A law firm has sent you an invitation. Answer its questions at home, in your own time.
start-affected-do = Open an invitation
start-affected-go-on = Go on with your answers
start-affected-where = Choose the folder with your answers
start-forget = Take this off the list
start-work = I work on a matter

job-registration-seal = Making the file

## Packets, for the firm

nav-packets = Packets
packets-title = Packets
packets-intro = Sealed answers of claimants. Nothing in them counts until somebody has accepted it. A file that cannot be opened stays where it lies.
packets-path = A packet, or a folder with packets
packets-receive = Receive
packets-state = Show
packets-none = There are none.
packets-more = Show more ({ $shown } of { $all })
packets-report = { $received } received, { $there } had come in before, { $refused } could not be opened.
packets-report-more = { $count } more could not be opened. Each is in the list below, under “Could not be opened”.
packet-column-reference = Packet
packet-column-name = Name
packet-column-state = State
packet-column-received = Received
packet-column-receipt = Receipt
packet-newer = A newer one has come in: { $number }
packet-signed = Signed as { $name } on { $at }, { $how }.
packet-how-typed = with the name typed
packet-how-drawn = with a drawn signature, which is among the files
packet-how-paper = on paper
packet-how-spoken = by saying so to whoever wrote it down
packet-paper-by = Who has seen the signed paper?
    .hint = Only whoever held it in their hands.
packet-paper-blank = Say who saw the paper
packet-paper-do = The paper was seen
packet-paper-seen = The signed paper was seen by { $by }; kept here on { $at }.
packet-edit = Edit before accepting
packet-edit-leaves = You chose to leave some answers as they are now. Accept with those choices, or take them back to edit.
packet-edit-title = Edit what came in for { $name }
packet-edit-accept = Accept with these changes
packet-from = Sent by { $person }
packet-sent = Sent by { $person } from another copy of this matter, where it is { $reference }.
packet-sent-words = Compare these words with { $person } on a number that you know before you accept anything:
packet-sent-history = What happened there ({ $count })
packet-sent-head = The audit there had { $entries } entries and ended in:
packet-assisted = With the help of { $by }.
packet-open = Packet { $number }
packet-changes = What would change for { $name }
packet-no-changes = Nothing in the record would change.
packet-move-field = Field
packet-move-before = Now
packet-move-after = In the packet
packet-move-leave = Decision
packet-leave = Leave it as it is now
packet-leave-why = Why? (optional)
packet-conflict = Changed here too since both agreed: choose.
packet-new = A new claimant
packet-unanswered = Not answered in this packet.
packet-files = { $count ->
    [0] No files
    [one] One file
   *[other] { $count } files
}
packet-tier = Proves a notice at level { $tier } of 5.
packet-already = The matter has these bytes already: { $item }.
packet-accept = Accept
packet-reject = Reject
packet-reject-why = Why is it turned away?
packet-ask = Ask the claimant
packet-ask-message = What to say first
packet-ask-nth = Question { $number }
packet-ask-add = Add another question
packet-ask-text = What to ask, in your words
packet-ask-page = Which page to answer again
    .hint = The claimant lands on just these pages.
packet-ask-in-words = None: it is answered in words
packet-ask-document = Document to send with it (optional)
packet-ask-approve = Ask whether the claimant approves this document as it is
    .hint = It must be a bundle that was made for this claimant. The answer is recorded as an approval of exactly this file.
packet-likely = May be known already
packet-likely-help = These claimants are like the person of this packet. Nothing is joined unless you say so.
packet-into = Treat it as a packet of { $name }
packet-into-nobody = Treat it as a new claimant again
packet-ask-out = Where to write the request
packet-ask-do = Write the request
invite-title = Invite claimants
invite-intro = One file for everybody. It holds the questions and the key that answers are sealed for, and nobody’s data.
invite-firm = Name of the firm
invite-contact = How to reach the firm
    .hint = A number that people can look up for themselves.
invite-expires = Good until
    .hint = For example 31 March 2027.
invite-out = Where to write it
invite-make = Write the invitation
invite-made = Wrote { $file }.
job-packet-receive = Opening packets
job-transfer-make = Sealing claimants
transfer-title = Between colleagues
transfer-intro = A colleague with another copy of this matter, on a laptop at a meeting for instance, can send claimants here. Give them the key of this copy. What they send comes in like any packet and is looked at first.
job-packet-accept_sent = Taking in what colleagues sent
sent-all = Take in what colleagues sent
sent-all-title = Take in what colleagues sent
sent-all-none = Nothing waits that can be taken in without a person’s choice.
sent-all-ready = { $count ->
    [one] One packet changes nothing that was changed here too. It can be taken in as it is.
   *[other] { $packets } packets change nothing that was changed here too. They can be taken in as they are.
}
sent-all-new = { $count ->
    [0] All are about people who are known here.
    [one] One is about somebody new.
   *[other] { $packets } are about people who are new here.
}
sent-all-do = Take in
sent-all-done = { $count ->
    [one] One packet was taken in.
   *[other] { $packets } packets were taken in.
}
sent-all-left = These wait for you:
packet-sent-beside = Notes, tasks and correspondence that come with it
packet-sent-papers = Papers that come with it
transfer-key-out = Where to write the key of this copy
transfer-key-proposed = this-copy.joinder-key
transfer-key-do = Write the key
bulk-send = Send to a colleague
transfer-send = { $count ->
    [one] Send one claimant to a colleague
   *[other] Send { $files } claimants to a colleague
}
transfer-send-hint = One sealed file for each claimant, with answers, evidence, notes, tasks, approvals and history. Only the copy of the matter that the key belongs to can open them. Your copy keeps everything.
transfer-key = Your colleague’s key
    .hint = Its name ends in .joinder-key. Your colleague makes it under Packets.
transfer-key-blank = Choose your colleague’s key
transfer-look = Look at the key
transfer-whose = The key of { $person }’s copy of “{ $matter }”.
transfer-own = Your copy has the same key: both come from one folder.
transfer-compare = Your colleague sees these words too. Compare them on a number that you know:
transfer-out = Folder for the sealed files
transfer-out-blank = Choose a folder for the sealed files
transfer-do = Seal
transfer-made = { $count ->
    [one] One sealed file is in { $folder }.
   *[other] { $files } sealed files are in { $folder }.
}

## Possible duplicates

nav-match = Possible duplicates
nav-conflict = Conflict search
match-title = Possible duplicates
match-intro = Records that may be of one person. Nothing is merged by itself, and every merge can be undone.
match-search = Search all claimants
job-match-search = Looking for possible duplicates
match-searched = { $claimants } claimants were compared; { $pairs } pairs wait for a decision.
match-waiting = Pairs that wait for a decision
match-waiting-count = Waiting ({ $count })
match-history = Decided
match-none = No pair waits for a decision.
match-pair = { $a } and { $b }
match-sure = { $share } per cent sure
match-why = What speaks for and against one person
match-choose = Where the records differ, choose which one is right
match-no-differences = The records say nothing different.
match-field = Field
match-merge = Merge
match-merge-title = Merge two records
match-merge-what = One record will say what both say; lists are joined, and evidence of both is kept. Names, numbers and dates that you did not choose stay in the history. You can undo this at any time.
match-keep = Which number is kept?
match-not-same = Not the same person
match-reopen = Ask again
match-open = Open { $name }
match-reason-field = Why
    .hint = Name what you rely on, such as a call. The audit keeps it.
match-unmerge = Undo the merge
match-unmerge-what = Both records will be as they were, with what was changed since in the one that it belongs to.
match-merged = Merged
match-merged-none = Nothing was merged.
match-merged-row = { $lost } went into { $kept }
match-apart = Not the same person
match-apart-none = Of no pair this was decided.
match-by = { $who }, { $at }
match-undone-by = Undone by { $who }, { $at }
conflict-title = Conflict search
conflict-intro = Looks for a person or organisation among all claimants, their former names, those who act for them or share their mailbox, other firms, and the people who work here. Every search is kept with its day and who made it.
conflict-name = Name
conflict-email = Email address
conflict-phone = Telephone number
conflict-address = Address or postcode
conflict-search = Search and keep
job-conflict-search = Looking through records
conflict-kept = Searches
conflict-none = Nobody has searched yet.
conflict-nobody = Nobody was found.
conflict-person = { $name }, who works on this matter
conflict-same = same: { $found }
conflict-alike = alike: { $found }

# Copies of the matter

nav-backup = Copies
menu-matter-backup = Copies of the matter…
backup-title = Copies of the matter
backup-intro = A copy is as encrypted as the matter and opens with the same passphrases. Keep it on another disk. Each copy is opened and checked before it counts.
backup-folder = Folder for copies
backup-on-close = Make a copy each time the window is closed and something was changed
backup-make = Make a copy now
backup-keep = Keep these settings
backup-made = The copy was made, opened and found to be whole.
backup-copies = Copies
backup-due = Something was entered since the newest copy.
backup-fresh = Nothing was entered since the newest copy.
backup-none = No copy was made yet.
backup-entries = Entries
backup-where = Folder
backup-not-here = Cannot be seen from here now
backup-rehearse-title = See whether a copy can be relied on
backup-rehearse-intro = The copy is opened beside this matter, every page, original and audit entry in it is checked, and it is closed again. Nothing in the copy or in this matter is changed.
backup-copy = Folder of the copy
backup-rehearse = Open and check
backup-whole = The copy opens and is whole.
backup-not-whole = The copy is not whole. Do not rely on it.
backup-holds = { $name }: { $claimants } claimants, { $evidence } items of evidence; last entry { $last }.
backup-behind = { $count ->
    [0] Nothing was entered here since.
    [one] One entry was made here since.
   *[other] { $count } entries were made here since.
}
backup-restore-title = Bring a copy back
backup-restore-intro = The copy is put into a new folder, which is then a matter like any other. The copy and the open matter stay as they are.
backup-to = New folder for the matter
backup-restore = Bring it back
backup-restored = It was brought back. Open it from the matter menu.
backup-closing = A copy of the matter is being made…
backup-close-again = Close the window again to close it without a copy.
job-backup-make = Copying the matter
job-backup-rehearse = Checking the copy
job-backup-restore = Bringing the copy back

# What people may ask, and what keeps or ends a record

nav-right = Data rights
menu-matter-right = Data rights…
right-title = Data rights
right-intro = What people may ask of you as the holder of their data, whose time is over, and what keeps a record all the same. Joinder lists and explains; a person decides.
right-person-title = One person
right-person = Number of the claimant
    .hint = Such as C-000012
right-access-title = Copy of everything held
right-access-intro = For a request for access: a readable PDF, files that programs can read, and the originals. What you think of the case stays out unless you say otherwise, since it may be privileged.
right-access-out = New folder for the copy
right-access-assessment = Put our assessment in as well (an authorised person has looked)
right-access = Write the copy
right-access-written = The copy was written. Before it goes out:
right-erase-title = Erasure
right-erase-intro = Everything about the person is deleted from the matter, its search index and its free pages. A number, your reason and the hashes of the audit stay. It cannot be undone. Whoever stands on the register or is on hold is kept.
right-erase = Erase this person…
right-erase-why = Why? This is kept, so do not repeat what the record said
right-erase-confirm = Type the reference once more
right-erase-for-good = Erase for good
right-erase-done = Erased: { $records }
right-erase-copies = These copies were made before and still hold the person. Delete them if nothing else needs them:
right-due-title = Whose time is over
right-due-intro = By the retention rules of the profile. Nothing goes by itself: erase the person, or put a hold on the record.
right-nobody-due = Nobody’s time is over.
right-who = Who
right-since = Nothing since
right-over = Over since
right-rule = Rule
right-kept-by = Kept by
right-by-register = The register
right-by-hold = A hold
right-holds-title = Holds
right-holds-intro = A hold keeps a record although its time is over or its person asks for erasure (UK GDPR art. 17(3)(e)). Each has a reason, somebody who approved it, and a day on which it is looked at again.
right-no-holds = There is no hold.
right-everybody = Everybody
right-ended = Ended ({ $who }, { $at }): { $reason }
right-review-due = It was to be looked at again on { $day }.
right-review-on = To be looked at again on { $day }.
right-end = End this hold
right-end-why = Why does it end?
right-hold-new = Put records on hold
right-hold-who = Whose record?
    .hint = A number, such as C-000012; empty keeps everybody
right-hold-why = Why is it kept?
right-hold-review = When will somebody look again?
right-hold = Set the hold
right-erased-title = People who were erased
right-nobody-erased = Nobody was erased.
job-right-access = Writing the copy
job-right-erase = Erasing

journal-title = Notes, tasks and correspondence
journal-none = Nothing is written yet.
journal-note = Note
journal-task = Task
journal-correspondence = Correspondence
journal-add-note = Write a note
journal-add-task = Add a task
journal-add-correspondence = Log correspondence
journal-personal = Only you see it
journal-done = Done
journal-out = From us
journal-in = To us
journal-by-letter = Letter
journal-by-email = Email
journal-by-phone = Telephone
journal-by-meeting = Face to face
journal-out-letter = Letter to { $with }, { $day }
journal-out-email = Email to { $with }, { $day }
journal-out-phone = Call to { $with }, { $day }
journal-out-meeting = Meeting with { $with }, { $day }
journal-in-letter = Letter from { $with }, { $day }
journal-in-email = Email from { $with }, { $day }
journal-in-phone = Call from { $with }, { $day }
journal-in-meeting = Meeting with { $with }, { $day }
journal-answered = Answered on { $day }
journal-due =
  { $count ->
    [0] Due today
    [one] Due tomorrow, { $day }
   *[other] Due in { $count } days, { $day }
  }
journal-late =
  { $count ->
    [one] Due yesterday, { $day }
   *[other] Due { $count } days ago, { $day }
  }
journal-for = for { $who }
journal-part-of = from { $reference }, which is part of this record
journal-do = Done
journal-undo-done = Not done yet
journal-answer-came = The answer came today
journal-edit = Change
journal-remove = Take away
journal-blank = Write what it is about
journal-day-blank = Say on which day
journal-with-blank = Say with whom
journal-restored = This is what you had begun to write.
journal-direction = Which way
journal-by = How
journal-with = With whom
journal-on = On which day
journal-text-note = What is worth remembering
journal-text-task = What is to be done
journal-text-correspondence = What about
journal-only-me = Only I see it
journal-due-day = By when
journal-assignee = Who
journal-reply = An answer is due
journal-save = Save
journal-discard = Discard
