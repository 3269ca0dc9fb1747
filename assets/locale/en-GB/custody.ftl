# Custody: what was done with originals, mailboxes that were looked through, text in pictures, and what can go wrong.

recovery-key-holder = Holder of the recovery key
op-evidence-view = Opened an original
op-evidence-verify = Checked originals against their fingerprints
op-evidence-export = Exported originals
op-evidence-export_failed = The export before this did not come to be
op-export-failed = What was entered as sent out did not come to be
op-evidence-remove = Removed an original for good
op-evidence-scan = Looked through a mailbox
op-evidence-check = Checked the signatures of an item again
op-key-add = Added keys for checking signatures
op-key-remove = Removed keys for checking signatures
op-evidence-take = Took a message from a mailbox
op-evidence-take-mailbox = Counted what was taken from a mailbox
op-evidence-ocr = Read the text of a picture
op-evidence-confirm = Confirmed what can be read in a picture

# What a person should know after an original was removed.
removed-log-busy = Somebody is still reading the matter; close and open it once, so that nothing of the original stays in its log.
removed-backups =
    { $backups ->
        [one] One earlier copy of the matter in its “backups” folder still holds the original; delete it when you no longer need it.
       *[other] { $backups } earlier copies of the matter in its “backups” folder still hold the original; delete them when you no longer need them.
    }
removed-elsewhere = Copies that were exported or backed up elsewhere are not touched. Ask whoever has one to delete it.

# The custody report, beside exported originals.
custody-title = Chain of custody
custody-as-at = As at { $day }
custody-marking = Confidential
custody-what = The files in the folder “originals” are copies, byte for byte, of evidence as it was received. This report says where each came from, who took it in and when, and how anybody can check that nothing was changed since.
custody-matter = Matter
custody-count = Originals
custody-bytes = Bytes in all
custody-at = Exported
custody-by = Exported by
custody-head = Head of the audit chain
custody-kept = How the originals are kept
custody-kept-how = Each file was hashed (SHA-256) as it was received, before anything read it, and stored in an encrypted database that refuses to change it. What was done with it since is in an audit of which every entry is bound to the one before it by a hash. Each original was hashed again while it was copied for this export; a single difference would have stopped the export.
custody-check = How to check this export
custody-check-sums = In this folder run “sha256sum -c SHA256SUMS” (on Windows, compare with “Get-FileHash”). Every line must say OK.
custody-check-head = Compare the head of the audit chain above with the matter: “joinder audit verify” confirms that nothing was altered, and the entry of this export is in “joinder audit list”.
custody-check-hash = Compare the SHA-256 below with that of the file that the claimant still has. Equal hashes mean equal files.
custody-note = A grade says how well an item proves that the claimant was told, by the rules of this matter. It is a suggestion for the person who decides, not a finding. Nothing here says that a file is genuine or forged.
custody-items = Originals
custody-item = Item
custody-name = Name as received
custody-bytes-of = { $count } bytes
custody-sha256 = SHA-256
custody-origin = Came from
custody-modified-at = last changed { $at }, by its own account
custody-received = Taken in
custody-state = Belongs to
custody-assigned = { $claimant }
custody-set-aside = Set aside: { $reason }
custody-unassigned = Not yet known
custody-grade = Grade
custody-no-grade = none
custody-mailboxes = Mailboxes that were looked through
custody-mailboxes-why = From a whole mailbox only what bears on the matter was taken. Of the other messages nothing was kept but their number.
custody-mailbox = Mailbox
custody-seen = Messages seen
custody-taken = Taken
custody-not-taken = Not taken
custody-removed = Items that were removed
custody-removed-why = These had been taken in by mistake. Their content is gone; their hash, who removed them, when and why remain.
custody-removed-by = Removed
custody-reason = Reason

# Mailboxes, of which only what bears on the matter is taken.
mailbox-from = It came later from { $domain }.
mailbox-to = It went later to { $domain }.
mailbox-taken = { $name }: { $seen } messages seen, { $taken } taken with the marks of the notice, { $rest } not taken; nothing of those was kept. { $related ->
        [0] None of them is later mail from or to the other side.
        [one] One of them is later mail from or to the other side: look through the mailbox (“joinder evidence scan”) to choose it.
       *[other] { $related } of them are later mail from or to the other side: look through the mailbox (“joinder evidence scan”) to choose from them.
    }

# Text in pictures.
ocr-nothing-unread = All text is searchable.
ocr-not-installed = { $count ->
        [one] One item is a picture or scan: its text cannot be searched.
       *[other] { $count } items are pictures or scans: their text cannot be searched.
    } To change that, install Tesseract (on Debian or Ubuntu “apt install tesseract-ocr”, on a Mac “brew install tesseract”, on Windows its installer) and start Joinder again.
ocr-unread = { $count ->
        [one] One item is a picture or scan whose text has not been read yet.
       *[other] { $count } items are pictures or scans whose text has not been read yet.
    } Read it with “joinder evidence ocr --all”.

# What went wrong (err-) and what to do (fix-).

err-altered-item = The stored original of { $item } is not the file that was received: its fingerprint differs. Nothing was opened or exported.
fix-altered-item = Do not rely on it. Run “joinder audit verify” to see what else was altered, and restore the matter from a copy made before.
err-evidence-in-use = This item is in use and cannot be removed.
fix-evidence-in-use = Set it aside with a reason first, then remove it.
err-evidence-assigned = { $item } belongs to { $claimant } and may be relied on, so it cannot be removed.
fix-evidence-assigned = If it was taken in by mistake, set it aside with a reason first; what rested on it is then worked out again. After that it can be removed.
err-evidence-not-set-aside = { $item } still waits for a person to say whose it is, so it cannot be removed.
fix-evidence-not-set-aside = If it was taken in by mistake, set it aside with a reason first, then remove it.
err-evidence-was-removed = This file was in the matter as { $item } and was removed on purpose: { $reason }
fix-evidence-was-removed = It was left out again. If it belongs to the matter after all, add it once more and say that removed files may come back.
err-no-such-mailbox-scan = There is no such look through a mailbox.
fix-no-such-mailbox-scan = Look through the mailbox again, then choose what to take.
err-nothing-to-export = There is no evidence to export.
fix-nothing-to-export = Take evidence in first, or choose another claimant.
err-out-not-empty = The export needs a new or an empty folder, and there is something in this one.
fix-out-not-empty = Give the name of a folder that does not exist yet. Nothing was written.
err-export-disk-full = The disk is too full for this export.
fix-export-disk-full = It needs about { $needed } MB. What had been written was removed. Free that much, or choose another disk, and export again.
err-no-report = The custody report could not be made: { $reason }.
fix-no-report = Nothing was exported. Report what you were doing.
err-not-a-mailbox = This is not a mailbox.
fix-not-a-mailbox = Choose a mailbox file (mbox), a Maildir folder, or a ZIP archive that has a mailbox file in it. Single messages are added as evidence directly.
err-mailbox-changed = The mailbox is not as it was when it was looked through. Nothing was taken.
fix-mailbox-changed = Close the mail program, look through the mailbox again, and choose once more.
err-mailbox-too-many-notices = The mailbox has more notices in it than can be taken at once. Nothing was taken from it.
fix-mailbox-too-many-notices = Look through it with “joinder evidence scan”, and take its messages in parts.
err-no-ocr = The text in pictures cannot be read on this machine: Tesseract is not installed.
fix-no-ocr = Install Tesseract (on Debian or Ubuntu “apt install tesseract-ocr”, on a Mac “brew install tesseract”, on Windows its installer), then do this again. Everything else works without it.
err-ocr-failed = Tesseract could not read the picture, or took longer than a minute.
fix-ocr-failed = Look at the picture yourself and type in the recipient and date that you see.
err-ocr-undrawable = The picture or page cannot be drawn, so its text cannot be read.
fix-ocr-undrawable = Open the original in another program and save it as PNG, and add that as well.
err-nothing-visible = This item says itself to whom it was sent; there is nothing to confirm.
fix-nothing-visible = Only pictures, prints and scans are confirmed by what a person sees in them.
err-visible-recipient = That is not an email address.
fix-visible-recipient = Type the address as you see it in the picture, like name@example.org, or leave it empty.
err-visible-date = That is not a day.
fix-visible-date = Type the day as year, month and day, like 2021-11-03, or leave it empty.
err-no-such-guide = There is no guide called “{ $guide }”.
fix-no-such-guide = Use one of: { $known }.
