# Copies of the matter, and what people may ask of whoever holds their data.

op-backup-make = Made a copy of the matter
op-right-hold = Put records on hold
op-right-release = Ended a hold
op-right-access = Wrote a copy of everything held about the person
op-claimant-erase = Erased the person
op-claimant-erase-evidence = Removed an original of somebody who was erased

err-backup-no-place = No folder was chosen for copies.
fix-backup-no-place = Choose a folder, on another disk if you can.
err-backup-place = The copy cannot be put into that folder.
fix-backup-place = Choose another folder.
err-backup-inside = That folder lies inside the matter.
fix-backup-inside = Choose a folder outside it, on another disk if you can.
err-backup-is-open = That is the matter that is open, and not a copy of it.
fix-backup-is-open = Choose the folder of a copy; its name begins with joinder-backup.
err-register-keeps = This claimant stands on the register, present or past.
fix-register-keeps = What was filed with a court is kept (UK GDPR art. 17(3)(e)). Ask an authorised person what may go.
err-on-hold = A hold keeps this record.
fix-on-hold = End the hold first, with a reason, if nothing needs the record any more.
err-no-such-hold = There is no such hold, or it has ended.
fix-no-such-hold = Load the list again.
err-hold-review = A hold needs a day in the future on which somebody looks whether it is still needed.
fix-hold-review = Enter a whole date, such as 1/6/2027.
err-erase-confirm = The reference does not match.
fix-erase-confirm = To erase this person for good, type { $reference }.

erased-elsewhere = Files that were exported or sent before, and copies of the matter made before, are not touched. Delete those that you have, and ask whoever else has one.

access-title = What we hold about you
access-marking = Confidential: for the person named only
access-as-at = As it stood on { $day }
access-what = This is a copy of the personal data that we hold about { $name } in this matter, with where it came from and what was done with it. The same is in the files record.json, history.json and evidence.json, which programs can read.
access-reference = Our reference
access-by = Prepared by
access-created = Record made
access-updated = Record last changed
access-originals = Documents enclosed
access-with-assessment = Our assessment of the case is in it, in assessment.json and at the end of the record.
access-without-assessment = Our assessment of the case and notes that we made for ourselves are not in it, where they are privileged or are not data about you.
access-merged = Earlier records of the same person were joined with this one: { $records }.
access-assessment = Our assessment
access-evidence = Documents that we hold
access-history = What happened to the record
access-history-what = Each line says when the record was added to, changed, or written out, by whom, and which parts changed. What they said before and after is in history.json.
access-at = When
access-who = Who
access-did = What was done
access-rights = What you may ask of us
access-rights-what = You may ask us to correct what is wrong, to erase what is no longer needed, or to stop using it while that is looked into. If you are not content with our answer you may complain to the Information Commissioner.
access-others = Look through the originals for what is about other people, and take that out before the copy goes out.
access-safe = Send it in a way that only this person can open, and check who asks for it first.
access-month = It is due within one month of the request (UK GDPR art. 12(3)).
