# How to get the original of an email, for claimants. Words on buttons and in menus are those of the programs themselves
# (in English); what a program calls differently on another day is said with “or”. Those of Gmail and Yahoo were read on
# public help pages; the others are from memory and have to be tried in the programs before they are sent out.

howto-title = How to send us the original email
howto-why = A screenshot, a print or a normal forward shows the words of an email, but not how it reached you. The original file does, so it counts for much more. It takes about two minutes.
howto-before = Before you begin
howto-before-keep = Keep the email in your mailbox, and switch off any rule that empties old mail.
howto-before-open = Do not open the file in Word or another program and save it again: that changes it.
howto-before-find = Search for { $subject }, around { $date }. Look in Archive, Junk and Deleted too.
howto-steps = What to do
howto-after = When you have the file
howto-after-send = Attach the file to a new email to us. Its name ends in .eml or .msg.
howto-after-whom = Our address for it is { $email } ({ $firm }).
howto-after-work = Is it a mailbox of your work or your school? Then ask first if you may take it out.
howto-as-at = Does yours look different? Look for words like “original”, “source” or “download”.
howto-figure-menu = The menu “{ $opener }” with “{ $entry }” marked.
howto-figure-drag = The email is dragged out of the program and dropped on the desktop.
howto-figure-attach = A new email with the old one attached as a file.
howto-figure-three-dots = three dots

howto-gmail-name = Gmail in a web browser
howto-gmail-1 = On a computer, go to mail.google.com in a web browser. Open the email.
howto-gmail-2 = At the top right of the email, next to the arrow for replying, click the three dots. Choose “Show original” (not “Print”).
howto-gmail-3 = A new tab opens. Click “Download original”. The file, whose name ends in .eml, is in your Downloads folder.
howto-gmail-note = The Gmail app on a phone has no such menu: use a computer, or see the page for your phone.

howto-outlook-web-name = Outlook on the web (outlook.com, Hotmail, Live, Microsoft 365)
howto-outlook-web-1 = On a computer, go to outlook.com or outlook.office.com in a web browser. Open the email.
howto-outlook-web-2 = At the top right of the email click the three dots (“More actions”). Choose “Save as” or “Download”.
howto-outlook-web-3 = If you are asked for a format, choose EML. The file is in your Downloads folder.
howto-outlook-web-note = If there is no such entry, start a new email to us. Drag the old one from the list into it. Send us that.

howto-outlook-new-name = New Outlook for Windows
howto-outlook-new-1 = Open the email. You have the new Outlook if there is a switch “New Outlook” at the top right, or no menu “File” with “Options”.
howto-outlook-new-2 = At the top right of the email click the three dots (“More actions”). Choose “Save as”.
howto-outlook-new-3 = If you are asked for a format, choose EML. Choose a folder and save it.
howto-outlook-new-note = If there is no “Save as”, drag the email from the list into a new email, and send us that.

howto-outlook-classic-name = Classic Outlook for Windows
howto-outlook-classic-1 = Click the email twice, so that it opens in a window of its own.
howto-outlook-classic-2 = Click “File” at the top left, then “Save As”. As type choose “Outlook Message Format - Unicode (*.msg)”.
howto-outlook-classic-3 = Better still, if you can: start a new email to us, click “Attach Item”, then “Outlook Item”, and choose the email. Send that.
howto-outlook-classic-note = An .eml file from the web page of the same mailbox proves even more than an .msg file.

howto-apple-mail-name = Apple Mail on a Mac
howto-apple-mail-1 = Open Mail and click the email once in the list.
howto-apple-mail-2 = In the menu “File” choose “Save As…”. As format choose “Raw Message Source”, and save it.
howto-apple-mail-3 = Or drag the email from the list to the desktop: a file whose name ends in .eml appears there.
howto-apple-mail-note = If you would rather send it at once: menu “Message”, then “Forward as Attachment”.

howto-yahoo-name = Yahoo Mail in a web browser
howto-yahoo-1 = On a computer, go to mail.yahoo.com in a web browser. Open the email.
howto-yahoo-2 = Above the email click the three dots (“More”). Choose “View raw message”.
howto-yahoo-3 = A new tab with much small print opens. Press Ctrl and S (on a Mac Cmd and S) and save the page as text; give it a name that ends in .eml.
howto-yahoo-note = Do not copy and paste the text: that changes it. If your Yahoo Mail offers “Download” or “Forward as attachment” in the same menu, use that.

howto-thunderbird-name = Thunderbird
howto-thunderbird-1 = In the list, click the email with the right mouse button.
howto-thunderbird-2 = Choose “Save As…”. The file’s name ends in .eml; save it where you can find it.
howto-thunderbird-3 = Or drag the email from the list to the desktop.
howto-thunderbird-note = To send it at once: click it with the right mouse button, then “Forward As”, then “Attachment”.

howto-iphone-name = iPhone or iPad
howto-iphone-1 = The Mail app cannot save an original. The email is also on your provider’s web page, and from there it can be saved.
howto-iphone-2 = Use a computer if you can. Sign in to your mailbox in a web browser. Then follow the page for Gmail, Outlook or Yahoo. For iCloud, go to icloud.com.
howto-iphone-3 = Without a computer, open that web page in Safari. Touch the page menu at the left or right of the address. Choose “Request Desktop Website”. Then follow the same page.
howto-iphone-4 = If none of that works, forward the email to us in the normal way, and keep it. We will tell you whether we need more.
howto-iphone-note = Do not send a picture of the screen alone if you can help it. It shows neither the way that the email took nor its seal.

howto-android-name = Android phone or tablet
howto-android-1 = The Gmail app and most mail apps cannot save an original. The email is also on your provider’s web page.
howto-android-2 = Use a computer if you can: sign in to your mailbox in a web browser and follow the page for your provider.
howto-android-3 = Without a computer: open the provider’s web page in Chrome, touch the three dots and tick “Desktop site”, and follow the same page. If the app opens instead, touch and hold the link and open it in a new tab.
howto-android-4 = If none of that works, forward the email to us in the normal way, and keep it. We will tell you whether we need more.
howto-android-note = Do not send a picture of the screen alone if you can help it. It shows neither the way that the email took nor its seal.
howto-suggested = An address at { $domain } is mostly read this way.
howto-any-subject = the words of its subject
howto-any-date = the day on which it came
