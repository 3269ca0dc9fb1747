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
op-letter-sent = A letter went out
op-letter-sent-classification = Classified again
op-letter-sent-journal = Wrote the letter in the log
op-import-claimants = Imported the claimant
op-import-claimants-classification = Classified imported claimants
op-import-claimants-import = Imported a file
op-import-claimants-setting = Kept what the columns of a file mean
op-import-undo = Took an import back
op-import-undo-claimant = Took back what an import did
op-import-undo-classification = Classified again
op-import-finish = Finished an import
op-evidence-add = Took evidence in
op-evidence-read = Read evidence
op-evidence-read-evidence = Read evidence and graded it
op-evidence-read-classification = Classified again
op-evidence-assign = Said whose evidence it is
op-evidence-assign-classification = Classified again
op-evidence-restrict = Said who may see an item
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
op-bundle-seal = Sealed a bundle
op-consensus-export = Exported what all copies prove together
op-consensus-run = Worked out what all copies prove together
op-exchange-key = Made the keys for what travels
op-invitation-make = Made an invitation
op-packet-receive = Took in a packet
op-packet-review = Began to look at a packet
op-packet-accept = Accepted a packet
op-packet-accept-claimant = Took the answers of a packet
op-packet-accept-evidence = Took evidence in from a packet
op-packet-accept-journal = Took a note, a task or a letter of a colleague
op-packet-accept-bundle = Took a paper of a colleague
op-packet-accept-classification = Classified after a packet
op-packet-reject = Rejected a packet
op-packet-paper = Said who saw the signed paper
op-transfer-key = Wrote the key of this copy for a colleague
op-transfer-make = Sealed for a colleague
op-transfer-make_failed = Nothing went to the colleague: sealing failed
op-registration-begin = Began a registration
op-registration-consent = Answered a consent
op-registration-request = Opened a request of the firm
op-registration-answer = Answered a question of the firm
op-registration-save = Saved a page
op-registration-save-claimant = Answered a page
op-registration-save-classification = Classified again
op-registration-save-evidence = Graded evidence again
op-registration-seal = Sealed the registration
op-packet-ask = Asked the claimant back
op-packet-ask_failed = The question did not go out: writing it failed

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

# What the whole group shows (insight), in window, paper and command line.
op-insight-export = Exported what the group shows
insight-title = Who was affected
insight-as-at = As at { $day }
insight-marking = Confidential: prepared for the purpose of litigation
insight-caveat = Claimants choose themselves: people who were told are likelier to come forward. These are counts of the claimants of this matter, not of everybody whose data was held, and what a claimant says has not been checked unless a notice is proved.
insight-list-caveat = This is a lead to ask the defendant about, not proof. Claimants choose themselves, so a pattern among them need not be the pattern of the list that was taken; and something that goes together with the real reason can look like the reason.
insight-withheld = withheld
insight-withheld-note = Numbers from 1 to below { $threshold } are withheld, and others with them, so that none can be worked out from the totals.
insight-claimants = Claimants
insight-claimant = Claimant
insight-all = All
insight-count = Number
insight-told = Told
insight-not-told = Not told
insight-not-known = Not known
insight-share = { $share } ({ $low } to { $high })
insight-share-told = Share told
insight-share-told-measure = Share told of those of whom it is known, with 95% intervals
insight-share-note = Shares stand with their 95% interval (Wilson). The share told is of those who were told or say that they were not; whoever does not know, or holds a notice of something else, is not in it.
insight-many-note = One claimant can stand in several rows, so the rows add up to more than all claimants.
insight-spans-note = A date is an interval. Where it may lie in more than one year, the claimant is counted under “More than one year possible” and in no year.
insight-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
insight-years = { $count ->
    [one] 1 year
   *[other] { $count } years
}
insight-between = { $from } to { $to }
insight-no-bound = not bounded
insight-no-date = no date
insight-at-least = At least
insight-at-most = At most
insight-median = Median
insight-shortest = Shortest
insight-longest = Longest
insight-p-tiny = less than 0.0001
insight-p-below = less than { $bound }
insight-p-large = 0.05 or more
insight-odds-huge = more than 10,000
insight-odds = { $odds } ({ $low } to { $high })

insight-place-spans = More than one year possible
insight-place-not-left = Had not left
insight-place-several = Several possible
insight-place-other = Another, not on the list
insight-place-not-known = Not given or not known
insight-place-not-classified = Not classified

insight-attribute-status = Status at the incident
insight-attribute-category = Relationship
insight-attribute-way-of-leaving = Way of leaving
insight-attribute-year-of-leaving = Year of leaving
insight-attribute-year-of-joining = Year of joining
insight-attribute-union = Union or society
insight-attribute-nation = Nation at the incident
insight-attribute-mail-provider = Email provider

insight-title-status = Told and not told, by status
insight-title-category = Told and not told, by relationship
insight-title-way-of-leaving = Told and not told, by way of leaving
insight-title-year-of-leaving = Told and not told, by year of leaving
insight-title-year-of-joining = Told and not told, by year of joining
insight-title-union = Told and not told, by union or society
insight-title-nation = Told and not told, by nation
insight-title-mail-provider = Told and not told, by email provider

insight-mail-gmail = Gmail
insight-mail-microsoft = Hotmail, Outlook and Live
insight-mail-yahoo = Yahoo
insight-mail-apple = iCloud
insight-mail-bt = BT
insight-mail-virgin = Virgin Media
insight-mail-sky = Sky
insight-mail-talktalk = TalkTalk
insight-mail-aol = AOL
insight-mail-proton = Proton
insight-mail-gmx = GMX
insight-mail-fastmail = Fastmail
insight-mail-university = A university
insight-mail-public = A public body
insight-mail-other = Another provider or a domain of one’s own

insight-status-title = Status and notice
insight-status-text = Who stood where at the incident, and how well it is proved that they were told.
insight-status-counts = Claimants by status and notice
insight-status-shares = Shares of each status, with 95% intervals

insight-retention-title = How long data was kept
insight-retention-text = People who had surely left before the incident and were told of it: the notice shows that their data was still held. Days run from leaving to the incident; the data may have been held longer.
insight-retention-counts = People who had left, and people who had asked for erasure
insight-retention-lengths = Time from leaving to the incident
insight-retention-years = By whole years since leaving
insight-retention-chart = Whole years since leaving, at least
insight-retention-note = Each length is worked out from the latest and the earliest day on which the claimant can have left: at least and at most. Medians are of all lengths at least, and of all at most.
insight-held = Had left, and was told: data still held
insight-left-not-told = Had left, and says not told: not known whether held
insight-left-unsure = May have left before or after the incident
insight-erasure-asked = Had asked for erasure before the incident
insight-erasure-ignored = Of these, told: data still held

insight-silence-title = What was never answered
insight-silence-text = Questions, requests and complaints that claimants say they sent, and what came of them.
insight-silence-people = Claimants who were left without an answer
insight-silence-kinds = Requests by kind
insight-silence-waiting = Waiting longest
insight-silence-chart = Requests by the year in which they were sent
insight-silence-note = Access and erasure must be answered within one month (UK GDPR article 12(3)), which can be extended by two for complex requests; every day counts, but an answer on the Monday after a weekend is not called late, and bank holidays are not known here. A time is missed only where no reading of the dates would make the answer timely; otherwise it may have been missed. Questions and complaints have no limit counted here.
insight-silent = With at least one request not answered
insight-request = Request
insight-requests = Requests
insight-request-query = Question
insight-request-access = Access to data
insight-request-erasure = Erasure
insight-request-complaint = Complaint to the defendant
insight-request-regulator = Complaint to the Commissioner
insight-sent = Sent
insight-sent-on = Sent on
insight-senders = Claimants
insight-answered = Answered
insight-unanswered = Not answered
insight-missed = Time missed
insight-perhaps-missed = Time perhaps missed
insight-waiting-median = Waiting, median
insight-waiting-longest = Waiting, longest
insight-due = Due

insight-loss-title = What people lost
insight-loss-text = What claimants say they spent or lost, and what they felt. Nothing here has been assessed.
insight-loss-heads = Money by head of loss
insight-loss-distress = Distress by descriptor
insight-loss-people = Claimants in all
insight-loss-note = A descriptor counts a claimant who felt it mildly, moderately or severely. Sums are what claimants entered, to the penny.
insight-with-loss = Name a loss of money
insight-spent-time = Spent time on it
insight-no-distress = Say that they felt no distress
insight-hours = Hours spent, as claimants say
insight-head = Head of loss
insight-amount = Amount
insight-recouped = Got back
insight-net = Net
insight-descriptor = Descriptor
insight-mild = Mild
insight-moderate = Moderate
insight-severe = Severe
insight-share-of-all = Share of all claimants

insight-list-title = Which list
insight-list-basis = { $told } claimants were told and { $untold } say that they were not; { $left } are left out, since it is not known. { $tried } tests were tried: each status, relationship, way of leaving, union, nation and email provider, each cut-off date of joining and of leaving, and pairs of the best.
insight-list-none = Nothing separates those who were told from those who were not better than chance would, once everything that was tried is allowed for.
insight-list-rule = The simplest list that explains most: { $rule }.
insight-list-explains = It holds { $told } of those who were told and leaves out { $untold } of those who were not. It puts { $right } of them on the right side and leaves { $open } open; putting everybody on the larger side would be right for { $without }.
insight-list-odds = The odds of having been told are { $odds } times as high on it as off it (95% interval { $low } to { $high }). By chance alone, a difference as large as this or larger, in anything that was tried, has a probability of { $p }.
insight-list-same = Any cut-off from { $from } to { $to } gives the same result: no claimant’s dates tell these days apart.
insight-list-contradicts = Who contradicts it
insight-told-outside = Told, although not on this list
insight-untold-inside = Not told, although on this list
insight-list-tried = What separates best
insight-list-chart = How much each cut-off date explains
insight-list-measure = Mean of the shares explained of those told and of those not told; 50% is chance
insight-curve-left = Left on this day or later, or had not left
insight-curve-joined = Joined on this day or later
insight-list-note = Odds ratios stand with Woolf’s 95% interval; where a cell is empty, a half is added to each (Haldane and Anscombe). p is of Fisher’s exact test, two-sided; “corrected” is after Holm’s correction over everything that was tried. Whoever’s dates or facts leave a test open is in neither half of it. A list of two parts is named only where it explains clearly more than the best of one.
insight-retention-rounded = Claimants who were told are rounded to the nearest { $threshold } in this part; the list of claimants names each of them.
insight-list-rounded = Claimants in this part are rounded to the nearest { $threshold }, shares to the nearest five in a hundred, odds to one figure, and p is named by its bound, so that neighbouring cut-offs do not tell how few lie between them.
insight-rule = List
insight-rule-and = { $one }, and { $two }
insight-rule-or = { $one }, or { $two }
insight-rule-joined-from = joined on { $day } or later
insight-rule-joined-before = joined before { $day }
insight-rule-left-from = left on { $day } or later, or had not left
insight-rule-left-before = left before { $day }
insight-rule-is = { $attribute } is “{ $value }”
insight-rule-is-not = { $attribute } is not “{ $value }”
insight-told-in = Told, on it
insight-told-out = Told, not on it
insight-untold-in = Not told, on it
insight-untold-out = Not told, not on it
insight-open = Open
insight-odds-ratio = Odds ratio
insight-p = p
insight-p-adjusted = p, corrected

insight-annex = Claimants behind each number
insight-annex-text = For the firm’s own file. Together, these lists can show more of a person than any number does: leave them out of what is sent to anybody else. Claimants behind withheld numbers and behind totals are not listed.
insight-annex-sheet = There are too many to print: they are in the workbook and in insight-claimants.csv.
insight-sheet-about = About
insight-sheet-claimants = Claimants behind numbers
insight-sheet-section = Part
insight-sheet-row = Row
insight-sheet-column = Column
insight-sheet-numbers = Numbers

# Why an answer is what it is, and why not something near it.
why-was = You were { $status } on { $incident }.
why-was-told = You were { $status } on { $incident } because you told us: { $told }.
why-may = You may have been { $status } on { $incident }.
why-may-told = You may have been { $status } on { $incident } because you told us: { $told }.
why-told-start = from { $words }
why-told-end = until { $words }
why-told-ongoing = still going on
why-told-payment = last payment { $words }
why-told-suspended = suspended { $words }
why-told-union = union { $words }
why-quoted = “{ $words }”
why-or = { $before } or { $last }
why-not-begun = It began only after { $incident }: you gave { $start }.
why-not-ended = It had not ended by { $incident }: you told us of no earlier end.
why-not-ended-told = It had not ended by { $incident }: the end that you gave is { $end }.
why-ended = It had ended by { $incident }.
why-ended-told = It had ended by { $incident }: the end that you gave is { $end }.
why-not-arrears = Nothing that you told us says that payments had stopped by { $incident }. A bank statement with an earlier last payment would.
why-not-unpaid = Nothing that you told us says that payments had stopped by { $incident }. A letter saying that it had lapsed, or a bank statement with an earlier last payment, would.
why-not-lapsed = The { $months } months after the last payment end on { $day } at the earliest, which is not before { $incident }. An earlier last payment would change that.
why-not-suspended = No suspension is known on { $incident }. A letter about one would show it.
why-suspended = It was suspended on { $incident }, which goes before.
why-unpaid = Payments had stopped, and the time after which it lapses was not over on { $incident }. A later payment would change that.
why-ending = It would have to have ended otherwise: { $wanted }. You told us: “{ $told }”.
why-ending-unknown = It would have to have ended so: { $wanted }. How it ended is not known; a letter or an email of the time would show it.
why-levy = That needs another answer about the political levy: { $wanted }. You told us: “{ $told }”.
why-levy-told = Of the political levy you told us: “{ $told }”.
why-levy-unknown = That needs an answer about the political levy: { $wanted }. Nothing was said of it; your union can tell.
why-union-affiliated = { $union } was affiliated to the party on { $incident }.
why-union-not-affiliated = { $union } was not affiliated to the party on { $incident }.
why-union-not-listed = “{ $union }” is not in our list of unions. Its full name would show whether it was affiliated.
why-union-blank = No union is named. Its name would show whether it was affiliated.

# Who would move under other rules, as a table.
whatif-column-number = Number
whatif-column-part = Part of the answer
whatif-column-from = From
whatif-column-to = To
whatif-column-claimants = Claimants
whatif-column-rules = Rules
whatif-column-sources = Sources
whatif-column-from-codes = From codes
whatif-column-to-codes = To codes
whatif-sheet-title = Who would move
whatif-sheet-about = What was tried
whatif-sheet-counts = From what to what
whatif-sheet-movers = Who
whatif-sheet-rules = Rule set and version
whatif-sheet-hash = SHA-256 of the rule set
whatif-sheet-incident = Day of the incident
whatif-sheet-looked-at = Claimants looked at
whatif-sheet-moved = Claimants who would move
whatif-sheet-reasons-only = Claimants who would stay where they are, for other reasons
whatif-sheet-note = Nothing was changed. Numbers stand for people.

# What a page of the calendar says of each claimant.
calendar-for =
    { $count ->
        [one] For { $named }.
       *[other] For { $count } claimants: { $named }.
    }
calendar-caution-for = For { $named }: { $caution }
calendar-by-claimant = By claimant
calendar-by-claimant-what = The figure before each time limit is that of the working above.
calendar-column-claimant = Claimants
calendar-column-clocks = Time limits

numbers-from-to = { $from } to { $to }
numbers-and-more = { $named } and { $more } more
