# What is wrong in a claimant's record (err-) and what would be right (fix-). One pair for each code of
# `check::CODES` and of `DateProblem::CODES` in the domain.

# The dates of a record, as they begin a sentence.
record-date = { $what ->
    [answer] The date of the answer
    [acknowledgement] The date of the acknowledgement
    [death] The date of death
    [distress] The date when it was first felt
    [email-from] The date when the email address came into use
    [email-to] The date when the email address was last used
    [end] The date when the relationship ended
    [firm] The date when the other firm was instructed
    [identity-check] The date of the identity check
    [loss] The date of the payment
    [misuse] The date of the misuse
    [notice] The date when the notice was seen
    [payment] The date of the last payment
    [request] The date of the request
    [start] The date when the relationship began
    [suspension] The date of the suspension
    [suspension-lifted] The date when the suspension was lifted
    [time] The date when the time was spent
   *[other] The date
}

## Dates as written

err-date-empty = The date is blank.
fix-date-empty = Enter a date, or “don’t know”.
err-date-unreadable = The date cannot be read.
fix-date-unreadable = Enter a date, like “3 November 2021”, “April 2019”, “mid 2020”, “about 2018” or “don’t know”.
err-date-no-such-day = There is no { $day } { $month }.
fix-date-no-such-day = { $month } has { $last } days. Check the day and the month.
err-date-no-such-month = There is no month { $month }.
fix-date-no-such-month = Enter the month as a name, or as a number from 1 to 12, after the day.
err-date-month-name = The name of the month is misspelt.
fix-date-month-name = If you mean “{ $suggestion }”, enter that.
err-date-year = “{ $year }” is not a year.
fix-date-year = Enter the year with four figures, like 2019.
err-date-year-missing = The date must include a year.
fix-date-year-missing = Add the year, like “April 2019”. If you are not sure, write “about 2019”.
err-date-month-first = The date has the month before the day.
fix-date-month-first = Enter the day first. If you mean { $suggestion }, enter that.
err-date-ambiguous = The date can be read in two ways: { $first }, or { $second }.
fix-date-ambiguous = Enter the month as a name and the year with four figures.
err-date-reversed = The later date comes first.
fix-date-reversed = Enter the earlier date first, like “2015 to 2017”.
err-date-weekday = The day of the week does not fit: { $date } was a { $weekday }.
fix-date-weekday = Check the date, or leave out the day of the week.
err-date-relative = The date depends on when it was written.
fix-date-relative = Enter the year, like “2019” or “about 2019”.
err-date-ongoing = The date says that it has not ended.
fix-date-ongoing = Leave the date blank and choose that it has not ended.
err-date-day-number = The date is a spreadsheet’s number for a day.
fix-date-day-number = It stands for { $suggestion }. Format the column as text or as a date, and try again.
err-date-day-needed = The date must include a day, a month and a year.
fix-date-day-needed = Enter the whole date, like “27 March 1961”.

## Dates in the record

err-date-future = { record-date } is in the future: { $date }.
fix-date-future = Enter a date in the past. If it is not known, enter “don’t know”.
err-date-winter = The winter has been read as that of { $first }.
fix-date-winter = If the winter of { $second } is meant, enter “winter { $second }”.
err-before-incident = { record-date } is { $date }, before the incident on { $incident }.
fix-before-incident = Check the date. If it is right, say how it comes from the incident.

## Who the person is

err-name-missing = The name is missing.
fix-name-missing = Enter a forename and a surname.
err-forenames-missing = There is a surname but no forename.
fix-forenames-missing = Enter all forenames. If the person has one name only, leave this as it is.
err-surname-missing = There is a forename but no surname.
fix-surname-missing = Enter the surname. If the person has one name only, leave this as it is.
err-name-characters = The name has figures or signs in it.
fix-name-characters = Check that this is a name and not an email address, a date or another column.
err-other-name-missing = A previous or other name is blank.
fix-other-name-missing = Enter the name, or remove the line.
err-other-name-reversed = The previous name ended ({ $second }) before it began ({ $first }).
fix-other-name-reversed = Check both dates.
err-other-names-contradict = The record says that there are no other names, and lists some.
fix-other-names-contradict = Remove the other names, or change the answer.
err-birth-future = The date of birth, { $date }, is today or in the future.
fix-birth-future = Enter a date of birth in the past.
err-birth-too-early = The date of birth, { $date }, is before { $year }.
fix-birth-too-early = Check the year, like 1961.
err-birth-old = The date of birth, { $date }, makes the person { $age } years old.
fix-birth-old = Check the year. If the person has died, enter the date of death.
err-birth-after-incident = The date of birth, { $date }, is after the incident on { $incident }.
fix-birth-after-incident = Check that this is the claimant’s own date of birth.
err-death-before-birth = The date of death, { $date }, is before the date of birth, { $birth }.
fix-death-before-birth = Check both dates.
err-death-capacity = A date of death is given, and the claim is made by the person themselves.
fix-death-capacity = Check the date of death. If it is right, choose that the claim is made for an estate.
err-actor-missing = Somebody acts for the claimant, and their name is missing.
fix-actor-missing = Enter the name of the person who acts.
err-nino-shape = The National Insurance number is not in the right form.
fix-nino-shape = Enter two letters, six figures and a letter from A to D, or leave it blank.
err-nino-prefix = No National Insurance number begins with these letters.
fix-nino-prefix = Check the first two letters on a payslip or letter, or leave it blank.
err-nino-temporary = This is a temporary number, not a National Insurance number.
fix-nino-temporary = Leave the National Insurance number blank.

## How to reach them

err-email-blank = An email address is blank.
fix-email-blank = Enter the address, or remove the line.
err-email-incomplete = The email address is not complete.
fix-email-incomplete = Enter an email address like name@example.org.
err-email-character = The email address has a space, a comma or another character that does not belong in it.
fix-email-character = Enter one email address on each line, like name@example.org.
err-email-domain = The part of the email address after the @ is not complete.
fix-email-domain = Enter an email address like name@example.org.
err-email-too-long = The email address is too long.
fix-email-too-long = Check that it is one email address.
err-email-slip = The email address may be misspelt.
fix-email-slip = If { $suggestion } is meant, enter that. If it is right as it is, leave it.
err-email-twice = The email address is the same as number { $first }.
fix-email-twice = Remove one of the two.
err-email-reversed = The email address was last used ({ $second }) before it came into use ({ $first }).
fix-email-reversed = Check both dates.
err-email-contradict = The record says that no email address was ever given, and lists some.
fix-email-contradict = If these addresses were never given to the defendant, leave them. Otherwise change the answer.
err-phone-character = The phone number has something other than figures in it.
fix-phone-character = Enter one phone number, like 07700 900123 or +353 1 234 5678.
err-phone-length = The phone number has { $digits } digits, which is too few or too many.
fix-phone-length = Check the number. Put + and the country’s code before a number abroad.
err-phone-range = No phone number in the UK begins like this.
fix-phone-range = Check the number. Put + and the country’s code before a number abroad.
err-phone-zero-lost = The zero at the beginning of the phone number is missing.
fix-phone-zero-lost = Enter { $suggestion }. Spreadsheets drop the zero: format the column as text.
err-phone-not-mobile = The mobile number is not that of a mobile phone.
fix-phone-not-mobile = Enter it as the landline number, or check it.
err-postcode-form = The postcode is not in the form of a UK postcode.
fix-postcode-form = Check it against a letter. If the address is abroad, enter the country.
err-address-lines-missing = The address has a postcode and nothing else.
fix-address-lines-missing = Enter the house number, street and town.
err-preferred-missing = The person wants to be reached { $way ->
    [email] by email, and no email address
    [phone] by phone, and no phone number
   *[post] by post, and no address
} is given.
fix-preferred-missing = Add it, or choose another way.

## The relationship

err-episode-reversed = The relationship ended ({ $second }) before it began ({ $first }).
fix-episode-reversed = Check both dates. If one is not certain, enter it as “about 2018” or “don’t know”.
err-episode-ongoing-ended = The relationship has an end and is said to go on.
fix-episode-ongoing-ended = Remove the end date, or choose that it has ended.
err-ending-while-ongoing = The record says how the relationship ended, and that it goes on.
fix-ending-while-ongoing = Remove one of the two answers.
err-episodes-overlap = The person was a member twice at the same time: entries { $first } and { $second }.
fix-episodes-overlap = Check the dates of both. If they are one membership, remove one entry.
err-joined-young = The person was at most { $was } years old when joining ({ $date }); one could join from { $age }.
fix-joined-young = Check the date and the date of birth. If both are right, leave them.
err-start-before-birth = The relationship began ({ $date }) before the date of birth, { $birth }.
fix-start-before-birth = Check both dates.
err-start-after-death = The relationship began ({ $date }) after the date of death, { $death }.
fix-start-after-death = Check both dates.
err-suspension-reversed = The suspension was lifted ({ $second }) before it began ({ $first }).
fix-suspension-reversed = Check both dates.
err-suspension-outside = The suspension, { $date }, is outside the time of the relationship.
fix-suspension-outside = Check the dates.
err-payment-outside = The last payment, { $date }, is outside the time of the relationship.
fix-payment-outside = Check the dates. A payment after the end may show that it had not ended.
err-start-outside-window = Nobody could register then: { $date }.
fix-start-outside-window = Check the date. One could register for: { $windows }.
err-after-closure = This kind of relationship came to an end for everybody on { $date }.
fix-after-closure = Check which kind of relationship it was, and when it ended.
err-union-unknown = The union or society “{ $union }” is not in the list.
fix-union-unknown = Choose one from the list. If it is not there, leave it: it will be looked at.
err-union-never-affiliated = { $union } was never affiliated.
fix-union-never-affiliated = Check the name. If it is right, leave it, and add any other relationship.
err-union-not-then = { $union } was not affiliated at that time.
fix-union-not-then = Check the name and the dates.
err-union-left = { $union } was affiliated until { $date } only.
fix-union-left = Check when the relationship ended. If it went on in another way, add that.
err-none-with-number = The record says that there was no relationship, and gives a membership number.
fix-none-with-number = Ask where the number comes from, and change one of the two.
err-none-with-others = The record says that there was no relationship, and lists others.
fix-none-with-others = Remove this entry, or the others.
err-code-unknown = “{ $code }” is not one of the choices.
fix-code-unknown = Use one of: { $choices }.

## The notice

err-notice-contradict = The record says that no notice came, and tells how, where or when it came.
fix-notice-contradict = Check whether the person had a notice of their own.
err-notice-too-early = The notice was seen ({ $date }) before the first ones went out on { $first }.
fix-notice-too-early = Check the date. It may have been another notice.
err-notice-address = The address at which the notice came is not an email address.
fix-notice-address = Enter the email address, like name@example.org.
err-notice-address-undeclared = The address at which the notice came is not among the person’s email addresses.
fix-notice-address-undeclared = Add it to the email addresses if it is the person’s own.

## What it did

err-own-words-short = The person’s own words are very short.
fix-own-words-short = Ask for a little more, at least { $least } letters. It may be left as it is.
err-distress-contradict = The record says that there was no distress, and gives distress or treatment.
fix-distress-contradict = Ask which of the two is right.
err-money-negative = The amount is less than zero.
fix-money-negative = Enter the amount in pounds, like 12.50.
err-money-decimals = The amount has more than two decimal places.
fix-money-decimals = Enter pounds and pence, like 12.50.
err-money-recouped = More was got back (£{ $recouped }) than was paid (£{ $amount }).
fix-money-recouped = Check both amounts.
err-time-zero = No time is given.
fix-time-zero = Enter the minutes, or remove the line.
err-time-task-long = { $minutes ->
    [0] { $hours } hours
   *[other] { $hours } hours { $minutes } minutes
} on one thing is more than { $most } hours.
fix-time-task-long = Explain why it took so long, or check it.
err-time-total-long = { $minutes ->
    [0] { $hours } hours
   *[other] { $hours } hours { $minutes } minutes
} in all is more than { $most } hours.
fix-time-total-long = Explain why it took so long, or check the entries.
err-text-too-long = The text is longer than { $most } characters.
fix-text-too-long = Shorten it, or attach it as a document.

## What came afterwards

err-answer-before-request = The answer ({ $second }) came before the request ({ $first }).
fix-answer-before-request = Check both dates.
err-answer-contradict = The record says that no answer came, and gives its date.
fix-answer-contradict = Remove the date, or change the answer.
err-firm-contradict = The record says that no other firm was instructed, and names one.
fix-firm-contradict = Ask which is right. Nobody can be represented by two firms.
err-record-shape = The record cannot be read: { $reason }.
fix-record-shape = Check the name and the kind of each field.

## Questions left blank

err-blank-birth = The date of birth has not been given.
fix-blank-birth = Ask for it before the claim is issued.
err-blank-capacity = It has not been said who makes the claim.
fix-blank-capacity = Choose whether the person acts for themselves or somebody acts for them.
err-blank-other-names = It has not been said whether there are previous or other names.
fix-blank-other-names = Enter them, or choose that there are none.
err-blank-email = No email address has been given.
fix-blank-email = Enter every address used since the first contact, or choose that none was ever given.
err-blank-address = No address has been given.
fix-blank-address = Enter the address where the person lives now.
err-blank-nation = It has not been said in which nation the person lived at the incident.
fix-blank-nation = Ask: a postcode does not tell.
err-blank-episodes = No relationship has been given.
fix-blank-episodes = Add each one, or choose that there was none or that it is not known.
err-blank-kind = It has not been said what kind of relationship it was.
fix-blank-kind = Choose one, or that it is not known.
err-blank-start = It has not been said when the relationship began.
fix-blank-start = Enter a date, like “about 2015”, or “don’t know”.
err-blank-end = It has not been said when the relationship ended, or whether it goes on.
fix-blank-end = Enter a date, like “mid 2020”, or “don’t know”, or choose that it has not ended.
err-blank-ending = It has not been said how the relationship ended.
fix-blank-ending = Choose one, or that it is not known.
err-blank-status-now = It has not been said what the relationship is now.
fix-blank-status-now = Choose one.
err-blank-received = It has not been said whether a notice came.
fix-blank-received = Choose yes, no or don’t know.
err-blank-own-words = The person has not said in their own words what it did to them.
fix-blank-own-words = Ask before any list of examples is shown.
err-blank-other-firm = It has not been said whether another firm was instructed.
fix-blank-other-firm = Ask: nobody can be represented by two firms.
