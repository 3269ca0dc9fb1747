# The register of claimants: columns, checks, lists that go out. Shared by the program, its papers and its window.

## Columns

register-field-number = Claimant no
register-field-claim-form = Claim form
register-field-name = Name
register-field-forenames = Forenames
register-field-surname = Surname
register-field-firm = Solicitor
register-field-reference = Solicitor's reference
register-field-status = Status category
register-field-cohort = Confirmed or unconfirmed
register-field-consent = Date of consent
register-field-claim-number = Claim number
register-field-issued = Issue date
register-field-entered = Entry date
register-field-ended = End date
register-field-issues = Issues relied on
register-field-heads = Heads claimed
register-field-value-band = Value band
register-field-special-features = Special features
register-field-address = Address
register-field-postcode = Postcode
register-field-date-of-birth = Date of birth
register-field-capacity = Capacity
register-field-acted-for-by = Litigation friend or representative
register-field-email = Email address
register-field-phone = Telephone
register-field-limitation = Limitation date
register-field-end-reason = Reason for leaving

register-not-settled = To be determined
register-no-consent = There is no consent in writing to be joined as a claimant (CPR 19.4(4)).

## What a version is called

register-version = Version { $version }
register-today = As it stands today
register-nothing = An empty register
register-part = Claim form { $form }
register-part-issued = Claim form { $form } ({ $claim })

## Papers

register-title-register = Register of claimants
register-title-schedule = Schedule of claimants
register-title-information = Schedule of information
register-title-bordereau = Bordereau
register-title-changes = Changes to the register
register-sheet-register = Register
register-sheet-schedule = Schedule
register-sheet-information = Information
register-sheet-bordereau = Bordereau
register-sheet-changes = Changes
register-as-at = As at { $day }
register-marking-public = Public version
register-marking-confidential = Confidential: for the court and the parties' solicitors
register-marking-counts = Counts without names
register-marking-funder = Confidential: counts for the funder, without names
register-sheet-confidential = { $sheet } (confidential)
register-same-note = { $what }, for everybody on this list: { $value }.
register-limitation-note = The limitation date is that of the claim for compensation under data protection law. Other causes, and other laws, may have other time limits.
register-public-note = Addresses, dates of birth and contact details are in the confidential version.
register-count-note = { $count ->
    [one] One claimant has a number on the register
   *[other] { $count } claimants have a number on the register
  }{ $ended ->
    [0] .
    [one] ; one has left and is listed with an end date.
   *[other] ; { $ended } have left and are listed with an end date.
  }
register-changes-note = Changes from “{ $from }” to “{ $to }”.
register-change-what = Change
register-change-field = What
register-change-form = Claim form { $form }, { $count } claimants
register-change-before = Before
register-change-after = After
register-change-added = Added
register-change-withdrawn = Withdrawn
register-change-amended = Amended
register-change-missing = Missing

register-bordereau-what = Counted by
register-bordereau-which = Group
register-bordereau-on = On the register
register-bordereau-left = Left
register-bordereau-everybody = Everybody
register-bordereau-all = All
register-bordereau-form = Claim form
register-bordereau-month = Month of entry
register-bordereau-status = Status category
register-bordereau-cohort = Confirmed or unconfirmed
register-bordereau-heads = Heads claimed
register-bordereau-value-band = Value band
register-bordereau-not-said = Not stated
register-bordereau-few = under { $few }
register-bordereau-withheld = withheld
register-bordereau-note = Numbers from 1 to below { $few } are not told. What says “withheld” is { $few } or more, and would give such a number away.
register-csv-unmarked = A CSV file has no place for “Confidential”: say it in the name of the file.

## Schedule of information

register-information-question = Question
register-information-answer = Answer
register-information-part = Claimant { $number }: { $name }
register-question-relationship = What the claimant was to the defendant, and when
register-question-told = Was the claimant told of the incident?
register-question-channel = How was the claimant told?
register-question-seen = When did the claimant see the notice?
register-question-held = Does the claimant still have the notice?
register-question-data = What information does the claimant believe was held?
register-question-misuse = Has the information been misused?
register-question-money = Money lost, less what was got back
register-question-time = Time spent
register-question-asked = Requests and complaints made
register-question-other-firm = Has another firm been instructed?
register-question-own-words = What happened, in the claimant's own words
register-question-fear = What the claimant fears, and why
register-answer-none = Not answered
register-answer-yes = Yes
register-answer-no = No
register-answer-dont-know = Does not know
register-answer-ongoing = has not ended
register-answer-since = since { $day }
register-answer-since-blank = beginning not answered
register-answer-since-unknown = beginning not known
register-answer-start = from { $day }
register-answer-start-blank = beginning not answered
register-answer-start-unknown = beginning not known
register-answer-end = until { $day }
register-answer-end-blank = end not answered
register-answer-end-unknown = end not known
register-answer-spell = { $kind }: { $start }; { $end }
register-answer-on = { $what } ({ $when })
register-answer-minutes = { $minutes ->
    [one] One minute
   *[other] { $minutes } minutes
  }
register-answer-request = { $what }, sent { $sent }, answered: { $answered }
register-basis-none = { $kind }
register-basis-given = { $kind } (given by the claimant)
register-basis-shown = { $kind } (shown by an access request)
register-basis-guess = { $kind } (a guess)
register-request-query = Question to the defendant
register-request-access = Request for access
register-request-erasure = Request for erasure
register-request-complaint = Complaint to the defendant
register-request-regulator = Complaint to the Information Commissioner

## Template

register-allowed-anything = Anything
register-allowed-words = Text, kept as typed
register-allowed-one-of = { $count ->
    [one] One value of its list
   *[other] One of the { $count } values of its list
  }
register-allowed-whole = A whole number
register-allowed-number = A number
register-allowed-day = A date, { $format }
register-allowed-any-day = A date
register-allowed-length = Text of a certain length
register-allowed-formula = What a formula of the template says

register-identifier-address = an address or postcode
register-identifier-date-of-birth = a date of birth
register-identifier-phone = a telephone number
register-identifier-email = an email address
register-identifier-national-insurance = a National Insurance number
register-identifier-former-name = a former name
register-identifier-name = the name behind the cipher
register-identifier-membership-number = the membership number
register-identifier-health = a word about health

## Faults. The row and column stand before these words.

register-bound-between = between { $first } and { $second }
register-bound-notBetween = not between { $first } and { $second }
register-bound-equal = exactly { $first }
register-bound-notEqual = anything but { $first }
register-bound-greaterThan = above { $first }
register-bound-lessThan = below { $first }
register-bound-greaterThanOrEqual = { $first } or above
register-bound-lessThanOrEqual = { $first } or below

register-fault-heading-missing = The column “{ $heading }” of the template is missing.
register-fix-heading-missing = Add the column at { $column }, with exactly this heading.
register-fault-heading-unknown = The template has no column “{ $found }”.
register-fix-heading-unknown = { $allowed ->
    [0] Remove the column.
   *[other] { $allowed } stands here in the template: write that heading, or remove the column.
  }
register-fault-heading-spelling = The heading “{ $found }” is not written as in the template.
register-fix-heading-spelling = Write { $allowed }, with the same capitals and spaces.
register-fault-heading-place = The column “{ $heading }” is not in the template's order.
register-fix-heading-place = The order is { $allowed }.
register-fault-heading-twice = There are two columns called “{ $found }”.
register-fix-heading-twice = Keep one of them.
register-fault-blank = Nothing is filled in, and something must be.
register-fix-blank = Fill in “{ $heading }”.
register-fault-not-listed = “{ $found }” is not in the list of this column.
register-fix-not-listed = Choose one of { $allowed }.
register-fault-nearly-listed = “{ $found }” is not written as in the list of this column.
register-fix-nearly-listed = Write { $allowed }, with the same capitals and spaces.
register-fault-not-number = “{ $found }” is not a number.
register-fix-not-number = Type a number, and do not format the cell as text.
register-fault-no-number = “{ $found }” cannot be a claimant’s number.
register-fix-no-number = Type the whole number that the claimant has on the register, 1 or more.
register-fault-text-number = “{ $found }” is stored as text, although it is a number.
register-fix-text-number = Format the cell as a number and type { $allowed } again.
register-fault-not-whole = “{ $found }” is not a whole number.
register-fix-not-whole = Type a whole number.
register-fault-out-of-range = “{ $found }” is outside what the template allows.
register-fix-out-of-range = The template allows { $bound }.
register-fault-not-day = “{ $found }” is not a date.
register-fix-not-day = Type a date such as { $allowed }, or leave the cell empty.
register-fault-text-day = “{ $found }” is text that looks like a date.
register-fix-text-day = Type { $allowed } into a cell that is formatted as a date.
register-fault-number-day = “{ $found }” is a number where a date should be: a spreadsheet has changed it.
register-fix-number-day = { $allowed ->
    [0] Type the date again, and format the cell as a date.
   *[other] Formatted as a date it would be { $allowed }. Check that against the papers, and format the cell as a date.
  }
register-fault-impossible-day = The date cannot be right.
register-fix-impossible-day = Check it against the papers; a date looks like { $allowed }.
register-fault-length = “{ $found }” does not have the length that the template asks for.
register-fix-length = The template allows this many characters: { $bound }.
register-fault-number-for-words = { $found } is a number where text should be: zeros at its front are lost.
register-fix-number-for-words = Format the cell as text and type the value again, zeros included.
register-fault-shortened = “{ $found }” is a long number that a spreadsheet has shortened.
register-fix-shortened = Format the cell as text and type the whole number again.
register-fault-day-for-words = { $found } is a date where text should be: a spreadsheet has changed it.
register-fix-day-for-words = Format the cell as text and type the value again.
register-fault-formula = The cell holds a formula, which is not worked out here.
register-fix-formula = Put its value in its place: copy the cell, then paste values only.
register-fault-failed = The cell shows “{ $found }”: its formula has failed.
register-fix-failed = Type the value itself.
register-fault-like-formula = “{ $found }” begins like a formula and would be run by a spreadsheet.
register-fix-like-formula = Take away the sign at its front.
register-fault-number-twice = The number “{ $found }” is already on row { $other }.
register-fix-number-twice = Each claimant has one number, which is never used again. Correct one of the two rows.
register-fault-ended-early = The end date { $found } is before the entry date { $other }.
register-fix-ended-early = Correct one of the two dates.
register-fault-no-heading = There is a value under no heading: “{ $found }”.
register-fix-no-heading = Remove it, or move it under its heading.
register-fault-merged = The cells { $found } are merged.
register-fix-merged = Unmerge them, and fill in each row.

register-note-1904 = The file counts days from 1904, as old spreadsheets on the Macintosh did. Its dates were read that way.
register-note-cut = The sheet is damaged or larger than a register can be; only its beginning was read.
register-note-open = Nobody has said what “{ $heading }” holds: it was left empty.
register-note-formula = “{ $heading }” was not checked: its rule is a formula ({ $formula }).
register-note-bound = The limits of “{ $heading }” were not checked: the template works them out by a formula ({ $formula }).
register-note-empty =
    { $what ->
        [row] Row { $first } is empty.
        [rows] Rows { $first } to { $last } are empty.
       *[places] Empty rows lie between others in { $count } places; the first is row { $first }.
    } Some programs stop reading at an empty row.

## Errors

err-register-not-workbook = “{ $file }” is not an Excel workbook or CSV.
fix-register-not-workbook = Save it as .xlsx or .csv and choose that file.
err-register-old-workbook = “{ $file }” is an old .xls workbook, or has a password.
fix-register-old-workbook = Open it, take the password off, and save it as .xlsx.
err-register-open-document = “{ $file }” is an OpenDocument spreadsheet.
fix-register-open-document = Open it and save it as .xlsx.
err-register-binary-workbook = “{ $file }” is a binary workbook (.xlsb).
fix-register-binary-workbook = Open it and save it as .xlsx.
err-register-damaged-workbook = “{ $file }” is damaged and cannot be read.
fix-register-damaged-workbook = Ask for it again, or open it in a spreadsheet and save it as .xlsx.
err-register-file-large = The file is larger than a register can be.
fix-register-file-large = Check that it is the right file; take out pictures and other sheets.
err-register-csv-broken = The CSV file is broken.
fix-register-csv-broken = Open it in a spreadsheet and save it again as “CSV UTF-8”.
err-register-csv-empty = “{ $file }” has no headings.
fix-register-csv-empty = The first row must hold the template's headings. If they are further down, say which row.
err-register-csv-not-utf8 = “{ $file }” is not in UTF-8, so letters with accents cannot be told.
fix-register-csv-not-utf8 = Save it again as “CSV UTF-8”.
err-register-all-hidden = Every sheet of “{ $file }” is hidden.
fix-register-all-hidden = Show the sheet that is meant, and save the workbook.
err-register-no-sheet = There is no sheet “{ $sheet }”.
fix-register-no-sheet = The sheets are { $known }.
err-register-which-sheet = There are several sheets with headings: { $known }.
fix-register-which-sheet = Say which one is the template (on the command line: --sheet NAME).
err-register-no-header = The sheet “{ $sheet }” has no row of headings.
fix-register-no-header = The first row with more than one cell must be words, one heading over each column. If the headings are elsewhere, say which row (--header-row N).
err-register-blank-header = Row { $row } of “{ $sheet }” has no headings.
fix-register-blank-header = Say the row that holds the headings, counted from 1.
err-register-two-headers = Rows { $first } and { $second } both look like headings.
fix-register-two-headers = Say which one holds the headings of the columns (--header-row { $first } or --header-row { $second }).
err-register-merged = The cells { $cells } are merged, so it cannot be told which column a value belongs to.
fix-register-merged = Unmerge them in the template, give each column its own heading, and save it. Merged titles above the headings may stay.
err-register-blank-heading = { $cell } has no heading, although columns to its left and right do.
fix-register-blank-heading = Write a heading there, or remove the column.
err-register-heading-twice = The heading “{ $heading }” stands over columns { $first } and { $second }.
fix-register-heading-twice = Give each column a heading of its own.
err-register-no-headings = “{ $file }” has none of the template's headings.
fix-register-no-headings = One row must hold these headings: { $headings }. Check that it is the right file and the right template.
err-register-no-template = There is no template.
fix-register-no-template = Choose the workbook that the lead firm supplied (on the command line: --template FILE).
err-register-no-heading = The template has no column “{ $found }”.
fix-register-no-heading = Its columns are: { $known }.
err-register-no-field = Joinder has no field “{ $found }”.
fix-register-no-field = The fields are: { $known }. Leave it empty for a column that stays empty.
err-register-column-open = Nobody has said what belongs in the template's column “{ $heading }”.
fix-register-column-open = Choose a field for it, or say that it stays empty (on the command line: register template --map "HEADING=FIELD" or --map "HEADING=").
err-no-register-version = There is no sealed version { $version }.
fix-no-register-version = Load the list of versions again.
err-register-empty = Nobody is on the register.
fix-register-empty = Enter claimants first.
err-register-end-day = That day cannot be the last one on the register.
fix-register-end-day = Give a day from the day of entry up to today.
err-register-cipher-one = A cipher stands for one person only.
fix-register-cipher-one = Give each claimant a cipher of their own.
err-register-cipher-taken = Another claimant has that cipher.
fix-register-cipher-taken = Give each claimant a cipher of their own.
err-no-claim-form = There is no claim form { $form }.
fix-no-claim-form = Claim forms are made as claimants are entered; load the list again.
err-register-form-size = A claim form cannot hold that many claimants.
fix-register-form-size = Give a number from 1 to { $most }; 60 is usual.
err-not-on-register = { $claimant } is not on the register.
fix-not-on-register = Enter the claimant first.
err-register-leak = The public version would show { $what } of { $claimant }, in “{ $field }”. Nothing was written.
fix-register-leak = Correct that field of the claimant, or write the confidential version.
err-register-kind = The file must end in .xlsx, .csv or .pdf.
fix-register-kind = Choose one of these endings.
err-register-changes-from = It is not said from which version the changes are wanted.
fix-register-changes-from = Name the earlier version.
err-register-workbook-refused = The list does not fit into a spreadsheet.
fix-register-workbook-refused = Write CSV or PDF, or fewer claimants.
err-register-too-many-pages = The list has too many pages for one PDF.
fix-register-too-many-pages = Write a spreadsheet.
err-register-map = “{ $found }” does not say which column is meant.
fix-register-map = Write --map "HEADING=FIELD", or --value "HEADING:OURS=THEIRS".

## The audit

op-register-enter = Entered on the register
op-register-end = Changed how long the claimant is on the register
op-register-mark = Wrote something beside the place on the register
op-register-form = Kept what the court said of a claim form
op-register-settings = Changed settings of the register
op-register-template = Changed the template of the register
op-register-seal = Sealed the register
op-register-export = Wrote the register or a list that goes with it
register-empty-note = Nothing is recorded of anybody under: { $names }.
