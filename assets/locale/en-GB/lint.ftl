# The check of a bundle against the rules for electronic bundles, and what can go wrong with it.

lint-title = Check of an electronic bundle
lint-what = This report holds a PDF against the rules EB-01 to EB-17, which are drawn from the judiciary’s general guidance on electronic court bundles of 29 November 2021. It says what a program can see in the file. Whether the bundle is what the court ordered is for a person to judge.
lint-file = File
lint-pages = Pages
lint-bytes = Bytes
lint-sha256 = SHA-256 of the file:
lint-summary = Rules
lint-counts = { $passed } passed, { $failed } failed, { $unchecked } not checked.
lint-rule = Rule
lint-asks = It asks
lint-state = Result
lint-on-pages = Pages
lint-pass = Pass
lint-fail = Fail
lint-not-checked = Not checked
lint-faults = What was seen
lint-more =
    { $count ->
        [one] One more is not listed here.
       *[other] { $count } more are not listed here.
    }
lint-place = ({ $left } mm from the left edge, { $top } mm from the top)
lint-limits = Words that stand on the pages are never repeated in this report, so that it can be handed on. Directions of the court come before these rules.

err-not-a-pdf = The file is not a PDF that can be read.
fix-not-a-pdf = Check that it is the right file; open it in the program that made it and save it as a PDF again.
err-bad-hearing-date = “{ $found }” is not a day.
fix-bad-hearing-date = Write year, month and day, such as 2026-12-01.

# A bundle in several files.
err-no-split-limit = It is not said how large a part may be.
fix-no-split-limit = Give either megabytes or pages, at least one of them.
err-not-split = The bundle could not be split: { $reason }.
fix-not-split = Check the file with “joinder check bundle”. Nothing was written.
