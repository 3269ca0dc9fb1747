# The rules in sentences, put together by the domain crate.

rule-section-statuses = Statuses
rule-section-statuses-intro = What a person can have been. Where no rule fits, everything in the last line is possible.
rule-section-precedence = Precedence
rule-section-precedence-intro = Where several relationships hold at once, the earlier class gives the status.
rule-section-dates = Reading of dates
rule-section-dates-intro = Each relationship is placed on the day of the incident, at every point that its dates allow.
rule-section-status-rules = Status rules
rule-section-status-rules-intro = They are tried in order for each relationship; the first that fits gives its status.
rule-section-notice = Notice
rule-section-notice-intro = They are tried in order; the first that holds says how well it is proved that the person was told.
rule-section-flags = Flags
rule-section-flags-intro = What a flag means.
rule-section-flag-rules = Flag rules
rule-section-flag-rules-intro = Each that holds raises its flag. A flag asks somebody to look; it never decides.
rule-section-tags = Tags
rule-section-tags-intro = The issues that a case can raise.
rule-section-tag-rules = Tag rules
rule-section-tag-rules-intro = Each that holds sets its tag.
rule-section-outcomes = Suggested outcomes
rule-section-outcomes-intro = They are tried in order; the first that holds is suggested. A person decides.
rule-section-review = Review
rule-section-review-intro = Who is looked at although the suggestion stands.
rule-section-settle = What would settle it
rule-section-settle-intro = What is asked for, in words that fit a letter.
rule-section-clocks = Time limits
rule-section-clocks-intro = Clocks, each from its own day. The earliest of those that count is shown.

rule-if-then = If { $when }, then { $then }.
rule-only = { $words }.
rule-says = It says: “{ $words }”
rule-in-force = In force { $days }.
rule-from = from { $from }
rule-until = until { $until }
rule-from-until = from { $from } until { $until }
rule-or = { $list } or { $last }
rule-and = { $list } and { $last }
rule-nothing = nothing
rule-part-when = When
rule-part-then = Then
rule-part-and = And
rule-part-says = Says
rule-part-order = Order
rule-part-in-force = In force
rule-part-source = Source
rule-was-is = { $part }: was “{ $old }”, is “{ $new }”
rule-was-gone = { $part }: was “{ $old }”, is gone
rule-is-new = { $part }: is new: “{ $new }”
rule-status-all = every status that is possible at the incident is { $list }
rule-status-any = a status that is possible at the incident is { $list }
rule-secondary-any = a status beside the first is { $list }
rule-now-all = every status that is possible now is { $list }
rule-now-any = a status that is possible now is { $list }
rule-settled = only one status is possible at the incident
rule-not-settled = more than one status is possible at the incident
rule-notice-at = the notice stands at { $list }
rule-tier-from = the best own evidence is of tier { $tier } or higher
rule-tier-to = the best own evidence is of tier { $tier } or lower
rule-fact = { $list }
rule-facts-any = at least one of these holds: { $list }
rule-facts-none = none of these holds: { $list }
rule-flags-any = there is the flag { $list }
rule-flags-none = there is no flag { $list }
rule-categories-any = a relationship is of the kind { $list }
rule-endings-any = a relationship ended so: { $list }
rule-ended-so = it ended so: { $list }
rule-roles-any = the person is { $list }
rule-status-rules-any = the status comes from { $list }
rule-rule-named = rule { $rule }
rule-wrong-any = another message is held that is { $list }
rule-evidence-flags-any = the evidence was marked { $list }
rule-refused-any = consent was refused or taken back: { $list }
rule-any-of = one of these is true: { $list }
rule-none-of = this is not true: { $list }
rule-left-blank = left blank
rule-means = { $code } means: { $label }
rule-raises = there is the flag { $flag }: { $severity }
rule-raises-and-cites = there is the flag { $flag }: { $severity }; it names the dates of the relationship
rule-severity-info = for information
rule-severity-note = worth a look when the record is next open
rule-severity-warning = somebody should look at it
rule-severity-blocking = nothing is issued before it is resolved
rule-tagged = the case raises { $tag }
rule-suggest = suggest { $outcome }
rule-look = a person looks at it
rule-ask-for = ask for { $what }
rule-last-day-inside = that day itself still counts
rule-last-day-outside = that day itself no longer counts
rule-last-day-either = whether that day itself counts is tried both ways
rule-arrears-when = a relationship of the kind { $list } is no longer paid for
rule-arrears =
    it counts as ended ({ $ending }) { $months } months after the last payment ran out, and { $day }; dues count as unpaid { $grace ->
        [one] one month
       *[other] { $grace } months
    } after it
rule-affiliation = a relationship of the kind { $list } runs through a union or society, and lasts no longer than its affiliation
rule-closure = nobody was { $kind } after { $day }
rule-time-limit = time of more than { $task } hours for one task, or { $all } hours in all, needs explaining
rule-date-ended = the date given is the day on which it ended
rule-date-payments-stopped = the date given is the day of the last payment, and the relationship ran on
rule-date-either = the date given may be the day on which it ended or the day of the last payment: both are tried
rule-ending = { $means }, and { $day }
rule-ending-becomes = { $means }, and { $day }; in the second case it ended so: { $becomes }
rule-status-means = { $code } means “{ $label }”, of the class “{ $class }”; a person reads that they were { $words }
rule-status-is = the status is { $list }
rule-no-rule-when = no status rule fits, or no relationship is given
rule-no-rule = each of these is possible: { $list }
rule-class-number = number { $number } is the class “{ $class }”: { $members }
rule-absorbed = it is not even kept beside { $list }
rule-years =
    { $count ->
        [one] one year
       *[other] { $count } years
    }
rule-months =
    { $count ->
        [one] one month
       *[other] { $count } months
    }
rule-days =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
rule-from-incident = from the incident
rule-from-notice = from the notice
rule-from-request = from the day by which a request ({ $kind }){ $sent } was to be { $met }, { $within } after it was sent
rule-sent-from = sent on { $day } or later
rule-acknowledged = acknowledged
rule-answered = answered
rule-from-last-contact = from the last contact about a request
rule-from-continuing = for every day on which it goes on
rule-arithmetic = the day treated as the last lies { $safe } before the arithmetical one, and one should act { $issue } before that; warnings come { $months } months before; against a child time runs from the age of { $age }
rule-clock = “{ $label }” has { $period } { $from }
rule-clock-minor = for a child it has { $period } from majority
rule-clock-not-counted = it does not count for the date that is shown
rule-clock-counted-if = it counts for the date that is shown only if { $when }
rule-clock-no-court = it is no time limit of a court, so that its last day is the arithmetical one
rule-caution-if = { $text } (if { $when })
rule-phase-before = it had not begun
rule-phase-during = it had begun and not ended
rule-phase-arrears = it had begun and not ended, and dues were unpaid
rule-phase-suspended = it had begun and not ended, and was suspended
rule-phase-ended = it had ended
rule-levy-opted-in = the person signed up individually
rule-levy-never-opted-in = the person only paid the levy
rule-levy-opted-out = the person opted out of the levy
rule-levy-dont-know = the person does not know about the levy
rule-levy-blank = nothing is said of the levy
rule-levy-opted-out-at-end = the person opted out of the levy, and the relationship ended
rule-union-affiliated = the union was affiliated
rule-union-left = the union had been affiliated and had left
rule-union-never = the union was never affiliated in that time
rule-union-not-listed = the union is not in the list
rule-union-blank = no union is named
