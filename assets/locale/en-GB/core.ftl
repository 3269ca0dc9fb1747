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
