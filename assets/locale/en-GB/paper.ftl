# Papers that go out: letters, gates, approvals.

plan-redactions =
    { $count ->
        [one] One place is blacked out.
       *[other] { $count } places are blacked out.
    }
paper-draft = Draft: not to be issued or sent

op-letter-export = Wrote a letter
op-letterhead-put = Changed the letterhead
op-paper-approve = Recorded that the claimant approved a file
op-paper-sign_off = Signed a file off
op-paper-withdraw = Took back an approval
op-redaction-set = Marked what is blacked out in the public version
op-redaction-end = Took back a mark of the public version

ready-looking = Looking at what is missing

gate-consent = Consent to be joined (CPR 19.4(4))
gate-other-firm = Whether another firm acts
gate-contradiction = No contradiction that blocks
gate-statement = The statement is complete
gate-approval = The claimant approved the exact file
gate-sign-off = An authorised person signed it off

gate-consent-met = Consent was given. { $by }
gate-other-firm-met = The claimant has answered.
gate-contradiction-met = Nothing blocks.
gate-statement-met = Nothing is missing in it.
gate-approval-met = Approved by { $by }.
gate-sign-off-met = Signed off by { $by }.

caution-other-firm = The claimant has answered: another firm was instructed, and it is not said that this has ended.
fix-caution-other-firm = Find out whether that firm still acts, and what it claims, before anything is issued.

lack-consent-missing = There is no written consent to be joined as a claimant.
fix-lack-consent-missing = Ask for it, and record it in the claimant’s record under consents.
lack-consent-refused = The claimant refused consent, or took it back.
fix-lack-consent-refused = Nothing is issued for this claimant unless the claimant consents anew.
lack-other-firm-blank = Nobody has asked whether another firm acts.
fix-lack-other-firm-blank = Ask the claimant, and write the answer into the record under other firms.
lack-other-firm-unknown = The claimant does not know whether another firm acts.
fix-lack-other-firm-unknown = Help the claimant to find out: old letters and emails from firms, bank statements.
lack-not-classified = The claimant is not classified yet.
fix-lack-not-classified = Run the classification.
lack-contradiction = Something blocks: { $findings }
fix-lack-contradiction = Look into it with the claimant, and correct the record or the evidence.
lack-statement-gaps = The statement still lacks: { $gaps }.
fix-lack-statement-gaps = Ask the claimant, and write the answers into the record. The occupation, and who makes the statement for somebody else, stand under identity.
lack-nothing-made = No file was made for the claimant to approve.
fix-lack-nothing-made = Make the bundle for approval, and send it to the claimant.
lack-nothing-to-sign-off = No file was made that an authorised person could sign off.
fix-lack-nothing-to-sign-off = Make the bundle for approval. Once the claimant has approved it, an authorised person signs it off.
lack-not-approved = The claimant has not approved the file that was made.
fix-lack-not-approved = Send it, and record who approved it, when and how.
lack-stale = The record has changed since the file was approved.
fix-lack-stale = Make the bundle for approval again, and have the new file approved.
lack-not-signed-off = No authorised person has signed the file off.
fix-lack-not-signed-off = Ask an authorised person to look at it and to sign it off under their own name.

paper-elsewhere = Made in another copy of the matter. What is issued from here is another file, which is approved anew.
approval-claimant = { $name } approved it on { $day }: { $how }. Recorded by { $person }.
approval-authorised-person = { $name } signed it off on { $day }.
approval-ended = { $name }, { $day }: taken back. { $reason }

public-place-page = page { $page }
public-place-beside = metadata, a bookmark or an annotation
public-place-name = the name of the file
identifier-address = address
identifier-date-of-birth = date of birth
identifier-phone = telephone number
identifier-email = email address
identifier-national-insurance = National Insurance number
identifier-former-name = former name
identifier-name = name behind the cipher
identifier-membership-number = membership number
identifier-health = words on health

# Batches of bundles, and pages that stand for good.
bundle-making = Making bundles
bundle-splitting = Splitting the bundle
bundle-map-missing = The list of its pages in every version could not be written beside it. { $why }
bundle-reading = Reading the words in pictures
batch-file = Batch report
batch-head-number = Number
batch-head-name = Name
batch-head-what = What
batch-head-file = File
batch-head-pages = Pages
batch-head-note = SHA-256, or what to know
batch-made = made
batch-kept = was there already
batch-sealed = made and sealed
batch-placeholder = exhibit not printed
batch-pictures = pages without words that a search finds
batch-failed = not made
batch-note = to know
page-map-file = page map
page-map-document = Document
page-map-title = Title
page-map-version = Pages in version { $version }
page-map-note = Note
bundle-page-taken-over = { $document } on page { $page } takes over from it
bundle-page-divider = the page before the section
bundle-page-withdrawn = not relied on since { $day }
