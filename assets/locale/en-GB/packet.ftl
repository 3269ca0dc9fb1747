# What travels: invitations, packets, requests.

invitation-has-ended = This invitation has ended. If the date on this computer is right, ask the firm for a new one.
invitation-clock-behind = This invitation was made later than this computer’s date. The date on this computer may be wrong: correct it before you go on.

packet-format = A file sealed with age (age-encryption.org, version 1). Only the key of the matter shows what it holds.

packet-state-received = Received
packet-state-in-review = In review
packet-state-has-issues = Has issues
packet-state-accepted = Accepted
packet-state-rejected = Rejected
packet-state-refused = Could not be opened

# What a person should look at before deciding. Each says what was found and what else it may mean.
packet-finding-newer-packet = A newer packet of the same registration has come in. Look at that one first: what is said here may have been put right there.
packet-finding-same-sequence = Another packet of the same registration says that it is this one’s place in the order. The claimant may have gone back to an earlier copy of the folder.
packet-finding-replaces-unknown = This packet says that it replaces another one, which has not come in.
packet-finding-replaces-other-key = This packet says that it replaces one that was sealed by somebody with another key. The claimant may have begun again on another device; ask by another way before you accept it.
packet-finding-unknown-invitation = This packet answers an invitation that this matter has no record of. It may have been made in another copy of the matter.
packet-finding-invitation-ended = By the claimant’s clock, this packet was sealed after its invitation had ended.
packet-finding-clock-behind = By the claimant’s clock, this packet was sealed before its invitation was made. That clock is wrong: do not rely on the times of signing.
packet-finding-clock-ahead = By the claimant’s clock, this packet was sealed later than it came in. That clock is wrong: do not rely on the times of signing.
packet-finding-same-address = { $count ->
    [one] A claimant of this matter gave an address that is given here too. It may be the same person, or a household with one mailbox.
   *[other] { $count } claimants of this matter gave an address that is given here too. They may be the same person, or a household with one mailbox.
}
packet-finding-same-device = { $count ->
    [one] Another registration was sealed on the same device. Families share devices, and so do helpers and meetings.
   *[other] { $count } other registrations were sealed on the same device. Families share devices, and so do helpers and meetings.
}
packet-finding-same-words = { $count ->
    [one] Another packet describes the effects in nearly the same words. Words alone prove nothing: people use the same guides.
   *[other] { $count } other packets describe the effects in nearly the same words. Words alone prove nothing: people use the same guides.
}
packet-finding-near-address = { $count ->
    [one] Another packet gives an email address that differs in one letter. One of the two may be mistyped.
   *[other] { $count } other packets give email addresses that differ in one letter. Some may be mistyped.
}
packet-finding-burst = { $count } other registrations were sealed within ten minutes of this one, by their own clocks. After a meeting or a message to many people, that is to be expected.

packet-finding-paper-not-seen = The statement of truth was signed on paper, and the paper is not in the packet. It counts when somebody has seen it: ask for it, and say below who saw it.

# What a colleague sends from another copy of the matter.
packet-finding-transfer-unknown-sender = Nothing that was signed with this key has been accepted here before. Anybody who has an invitation could write such a file. Compare the words below with the colleague who is named, on a number that you know.
packet-finding-transfer-newer = A newer packet about this claimant has come in. Look at that one first: this one says what stood there before.
packet-finding-transfer-same-sequence = Another packet about this claimant says that it comes from the same state of the same copy. That copy may have been put back to an earlier day.
packet-finding-transfer-erased = This claimant was erased here. Whoever accepts the packet brings the record back; find out first whether it must stay erased, there too.
sent-note-new = New note
sent-note-changed = Note, changed there
sent-note-removed = Note, taken away there
sent-note-both = Note, changed there and here: both will stand
sent-task-new = New task
sent-task-new-done = New task, done already
sent-task-changed = Task, changed there
sent-task-changed-done = Task, done there
sent-task-removed = Task, taken away there
sent-task-both = Task, changed there and here: both will stand
sent-task-both-done = Task, done there and changed here: both will stand
sent-correspondence-new = New correspondence
sent-correspondence-changed = Correspondence, changed there
sent-correspondence-removed = Correspondence, taken away there
sent-correspondence-both = Correspondence, changed there and here: both will stand
sent-paper = A file of { $pages } pages, made there by { $who } on { $day }.
sent-approval = { $name } approved it on { $day }: { $how }.
sent-approval-ended = { $name } approved it on { $day } ({ $how }), and took that back: { $reason }.
sent-left-conflict = A field was changed there and here.
sent-left-apart = The two records have no state in common, so nobody can tell which is the newer.
sent-left-likely = Somebody here may be the same person.
sent-left-problem = Something in the record is wrong.
sent-left-both = A note, a task or correspondence was changed there and here.
packet-left = Left as it was: { $field }.
packet-left-because = Left as it was: { $field }. { $reason }

# A claimant's own registration.
registration-person = The claimant
registration-task-you = About you
registration-task-reach = How to reach you
registration-task-relationship = When you were with them
registration-task-notice = What they told you
registration-task-effect = How it affected you
registration-task-harm = Money, time and misuse
registration-task-other = Other firms
registration-task-consents = What you agree to

# Approving a document by a packet.
request-approve = Please read the document “{ $name }”. Do you agree with what it says about you?
packet-approved = Approved as it is: the file with the fingerprint { $sha256 }.
packet-approval-how = in packet { $packet }, signed with a statement of truth
packet-approval-recorded = The claimant’s approval of the document was recorded.
packet-approval-known = The claimant had approved the document before.
packet-approval-stale = The claimant approved a document, but the record has changed since it was made: make it anew and ask again.
packet-approval-unknown = The claimant approved a document that was not sent from here, or that belongs to nobody’s record. Nothing was recorded.
