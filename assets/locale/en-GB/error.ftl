# What went wrong (err-) and what to do (fix-). One pair for each code of the core.

err-internal = Joinder could not do this because of a fault of its own.
fix-internal = Nothing was changed. Try again; if it happens again, report what you were doing.
err-unknown-command = Joinder has no command called “{ $command }”.
fix-unknown-command = See the list with “joinder call --list”.
err-bad-input = The input of “{ $command }” cannot be read: { $reason }.
fix-bad-input = Correct the input and try again. Nothing was changed.
err-cancelled = You stopped this.
fix-cancelled = What was finished before that is kept. Start it again to go on.
err-not-valid = Some answers need correcting.
fix-not-valid = Correct the answers that are named, then save again.
err-not-open = No matter is open.
fix-not-open = Open or unlock a matter first.
err-not-allowed = Your role in this matter does not allow this.
fix-not-allowed = Ask a coordinator of the matter to do it, or to change your role.
err-setting-not-saved = The settings could not be saved.
fix-setting-not-saved = Check that your home folder can be written and is not full.

err-wrong-passphrase = That passphrase is not right.
fix-wrong-passphrase = Check that Caps Lock is off and try again. If it is forgotten, use the recovery key.
err-wrong-recovery-key = That recovery key is not right.
fix-wrong-recovery-key = Copy it again from your notes; upper and lower case and dashes do not matter.
err-weak-passphrase = That passphrase is too short.
fix-weak-passphrase = Use at least 12 characters; four unrelated words are good and easy to remember.
err-no-such-person = Nobody with that sign-in name can open this matter.
fix-no-such-person = Choose a name from the list, or ask a coordinator to add you.
err-person-exists = That sign-in name is taken.
fix-person-exists = Choose another sign-in name.
err-last-person = This is the last coordinator of the matter.
fix-last-person = Add another coordinator first, then remove this one.
err-bad-sign-in = That sign-in name cannot be used.
fix-bad-sign-in = Use 2 to 32 lower-case letters, digits, dots or hyphens, beginning with a letter.
err-open-elsewhere = This matter is open in another window or program.
fix-open-elsewhere = Close it there, then open it here.
err-newer-matter = This matter was last used with a newer Joinder.
fix-newer-matter = Install the newest Joinder, then open it again. Nothing was changed.
err-damaged = The matter's database is damaged and was left exactly as it is.
fix-damaged = Copy the whole folder to a safe place first. Then restore the newest copy from its “backups” folder.
err-disk-full = The disk is full.
fix-disk-full = Nothing that was saved is lost. Free some space, then do the last step again.
err-read-only = The folder cannot be written.
fix-read-only = Ask for the right to write there, or copy the matter to a folder where you have it.
err-not-a-matter = There is no Joinder matter in that folder.
fix-not-a-matter = Choose the folder that contains “matter.db”.
err-folder-not-empty = That folder is not empty.
fix-folder-not-empty = Choose a new or empty folder for the matter.
err-conflict = Somebody changed this record while you were working on it.
fix-conflict = Your answers are kept as a draft. Load the record again, compare, and save once more.
err-no-such-claimant = There is no claimant with that number.
fix-no-such-claimant = Check the number in the list of claimants.
err-no-such-evidence = There is no such evidence item.
fix-no-such-evidence = Load the list again.
err-altered-evidence = The stored original no longer matches its fingerprint.
fix-altered-evidence = Do not rely on it. Verify the audit, and restore the matter from a copy.
err-store = The matter could not be read or written.
fix-store = Nothing was changed. Check the disk, then try again.

err-no-profile = There is no profile called “{ $profile }”.
fix-no-profile = Use one of: { $known }.
err-bad-profile = The profile of this matter cannot be read: { $reason }
fix-bad-profile = Install the version of Joinder that made this matter, or restore its profile.

err-bad-rules = The rule set “{ $file }” cannot be used: { $count ->
    [one] one mistake was found
   *[other] { $count } mistakes were found
  }.
fix-bad-rules = Correct each place that is named, then check it with “joinder rules check”. Nothing was changed.
err-no-such-code = No rule of this rule set knows “{ $code }”.
fix-no-such-code = Use a status, a flag, a tag, an outcome or a rule’s identifier; “joinder rules show” lists them all.
err-bad-claimant-json = The file is not JSON: line { $line }, column { $column }: { $reason }.
fix-bad-claimant-json = Correct it there. The format is described in docs/claimant-json.md.
err-no-claimants = There is no claimant in the file.
fix-no-claimants = Give one claimant in braces, or several in square brackets. The format is described in docs/claimant-json.md.

err-unreadable-file = The file cannot be read.
fix-unreadable-file = Check that it still exists and that you may open it.
err-file-too-large = The file is larger than { $limit } MB.
fix-file-too-large = Save only the message or pages that matter, and add those.
err-no-files = There are no files there.
fix-no-files = Choose one or more files, or a folder that contains some.
err-out-not-writable = Nothing can be written to the output folder.
fix-out-not-writable = Choose a folder that you can write to.
err-no-bundle = The bundle could not be made: { $reason }.
fix-no-bundle = Nothing was written for this claimant. Correct what is named, then make it again.

err-csv-empty = The file is empty.
fix-csv-empty = Export the spreadsheet again as CSV (UTF-8), with a first row of headings.
err-csv-no-rows = The file has headings but no rows.
fix-csv-no-rows = Check that you exported the right sheet.
err-csv-missing-column = The column “{ $column }” is missing.
fix-csv-missing-column = Add a column with that heading. The headings found are: { $found }.
err-csv-duplicate-column = Two columns are headed “{ $column }”.
fix-csv-duplicate-column = Rename or remove one of them, so that it is clear which one counts.
err-csv-not-utf8 = The file is not UTF-8: the text on line { $line } is in another encoding, probably Windows-1252.
fix-csv-not-utf8 = In the spreadsheet choose “Save as”, “CSV UTF-8 (comma delimited)”. Names would be damaged otherwise.
err-csv-not-csv = This is not a CSV file but { $kind }.
fix-csv-not-csv = Open it in a spreadsheet and save it as “CSV UTF-8 (comma delimited)”.
err-csv-broken = The row cannot be read as CSV.
fix-csv-broken = Check the quotation marks of this row; every opening mark needs a closing one.
err-csv-column-count = The row has { $found } cells where there are { $expected } headings.
fix-csv-column-count = Check for a missing or extra comma, or a value with a comma that needs quotation marks.
err-csv-too-long = The cell holds { $length } characters; at most { $limit } are taken.
fix-csv-too-long = Shorten the text, or attach it as evidence.
err-csv-not-a-choice = This is not one of the answers for this column.
fix-csv-not-a-choice = Use one of: { $expected }.
err-csv-same-reference = { $number } has the reference “{ $found }” already, with other answers.
fix-csv-same-reference = Give each person a reference of their own. To change a claimant who is there, edit the record.
err-csv-bad-date-of-birth = “{ $found }” is not a full date of birth.
fix-csv-bad-date-of-birth = Write day, month and year, such as 7 May 1984, or leave it empty.
err-csv-spoilt = A spreadsheet has replaced this number by a rounded one.
fix-csv-spoilt = Format the column as text in the spreadsheet and enter the whole number again.

err-preview-gone = That preview is no longer there.
fix-preview-gone = Open the preview again.
err-no-such-page = The bundle has no such page.
fix-no-such-page = Choose a page from 1 to { $pages }.

err-no-matter = No matter is named.
fix-no-matter = Give its folder with --matter DIR, or set JOINDER_MATTER.
err-which-person = More than one person can open this matter.
fix-which-person = Say who you are with --person NAME, or set JOINDER_PERSON.
err-no-passphrase = There is no terminal to ask for the passphrase.
fix-no-passphrase = Give it with --passphrase-file FILE, or set JOINDER_PASSPHRASE.
err-passphrases-differ = The two passphrases are not the same.
fix-passphrases-differ = Try again; nothing was changed.
err-bad-json = The input is not JSON.
fix-bad-json = Give an object such as '{"{"}"number": 1{"}"}'.

err-no-page-picture = This page cannot be shown.
fix-no-page-picture = Make the bundle into a folder and open it in a PDF reader.
err-no-such-part = There is no such part in this item.
fix-no-such-part = Open the item again from the list.
err-html-too-heavy = The layout of this message is too large or too deep to be shown safely.
fix-html-too-heavy = Read its text instead. The original is kept as it came.
err-part-locked = This PDF is locked with a password.
fix-part-locked = Ask for a copy without a password and add that as well.
err-part-undrawable = This file is damaged, or too large to be shown here.
fix-part-undrawable = The original is kept as it came. Ask for another copy, or look at it outside Joinder once it is exported.

err-name-missing = A name is missing.
fix-name-missing = Enter the matter's name and the person's full name.
err-no-such-role = There is no such role.
fix-no-such-role = Use one of: paralegal, coordinator, authorised-person, auditor.

err-reference-taken = Another claimant has this reference.
fix-reference-taken = Use a reference of its own for each person, or leave it empty.
err-file-empty = The file is empty.
fix-file-empty = Ask for it again; the copy or the download probably stopped early.
err-too-many-files = There are more than { $limit } files there.
fix-too-many-files = Choose the folder that holds only the evidence, or add it in parts.
err-reason-missing = A reason is missing.
fix-reason-missing = Say in a few words why; the audit keeps it.
err-not-classified = This claimant has not been classified yet.
fix-not-classified = Run the classification, then make the bundle again.

err-incident-after-notice = The incident cannot be on { $found }, after the notice of { $notice }.
fix-incident-after-notice = Choose the day of the notice or an earlier one.
err-rules-unreadable = The file with the rules cannot be read as text.
fix-rules-unreadable = Choose a text file of at most 4 MB, such as rules-2.toml.
err-rules-changed = The rules are not the ones that were tried: the file was edited since.
fix-rules-changed = Try them again, look at who would move, then adopt them.
err-rules-edited = Rules “{ $id }” version { $version } are known here with other content.
fix-rules-edited = Give the edited rules a version of their own. Answers name their rules by it, so it stands for one content for good.
err-rules-in-force = These rules are in force already.
fix-rules-in-force = Choose other rules, or another day of the incident.
err-rules-altered = The rules kept in this matter are not the ones that were adopted.
fix-rules-altered = Do not work on. Copy the folder to a safe place and restore the newest copy from its “backups” folder.
err-no-such-run = There is no run { $id } in this matter.
fix-no-such-run = Choose one from the list of runs.
err-no-such-whatif = That what-if is no longer there.
fix-no-such-whatif = Run it again: only the latest one is kept, and only while the matter is open.
err-unknown-code = “{ $found }” is not known there.
fix-unknown-code = Use one of: { $known }.
err-no-override = Nothing is said there that could be confirmed or withdrawn.
fix-no-override = Look at the claimant again: somebody may have withdrawn it.
err-confirmed-already = A second person has confirmed this already.
fix-confirmed-already = Nothing more is needed.
err-second-person = You proposed this yourself, so you cannot confirm it.
fix-second-person = Ask another authorised person to look at it.
err-authorised-person = Only an authorised person can confirm that a claimant is declined.
fix-authorised-person = Ask one to sign in and confirm it; a coordinator can let one in under People.
err-calendar-kind = A calendar is written as .ics, .pdf or .csv.
fix-calendar-kind = Give the file a name that ends in one of them, such as limits.ics.
err-no-such-calendar = That calendar is no longer there.
fix-no-such-calendar = Ask for the calendar again: only the latest one is kept, and only while the matter is open.
err-unreadable-key-file = The file of keys “{ $file }” cannot be read.
fix-unreadable-key-file = Check its name, and that it is a text file with the TXT record of the key.
err-no-key-in-file = There is no DKIM key in “{ $file }”.
fix-no-key-in-file = The file must hold the TXT record, such as “v=DKIM1; k=rsa; p=…”, with or without its name before it.
err-no-copy-of-the-notice = That item holds no copy of the notice.
fix-no-copy-of-the-notice = Choose an item that is graded as the notice.
err-no-canonical-notice = There is no canonical notice in this matter yet.
fix-no-canonical-notice = Take in native copies of the notice (.eml) from several claimants first.
err-annex-format = The annex can be a PDF or a CSV file.
fix-annex-format = Give a file name that ends in .pdf or .csv.



err-no-such-cell = There is no such number in insight.
fix-no-such-cell = Open the insight page again: the claimants may have changed since.
err-threshold-too-high = That threshold would hide every number.
fix-threshold-too-high = Give a number of at most { $most }; 5 is usual.
err-no-key-in-text = There is no DKIM key in that text.
fix-no-key-in-text = Paste the whole TXT record, such as “v=DKIM1; k=rsa; p=…”.
err-key-without-name = The record does not say of which domain and selector it is.
fix-key-without-name = Name both, or put the name before the record: selector._domainkey.domain.
err-key-day = A day of the key’s time cannot be read, or the last is before the first.
fix-key-day = Write days as in 2021-10-01, the earlier one first.
err-too-many-keys = That is more than the keys of one matter.
fix-too-many-keys = Add only the keys of the notice’s signatures; at most 200 are kept.
err-no-such-key = Nobody added a key of that domain and selector.
fix-no-such-key = List the keys with “joinder call key.list”.
