# Messages between the shop and its customers: support, canned answers.

canned-command = Canned answers for customers’ questions
canned-answers = 💬 Canned answers
canned-title = <b>💬 Canned answers</b>
canned-about = To send one, press “💬 Canned answers” below a customer’s message, or reply to it with the name: !hours
canned-none = None yet. Opening hours, delivery, returns: what do customers ask again and again?
canned-none-yet = There are no canned answers yet. A manager adds them with /answers.
canned-line = <b>{ $name }</b> · { $text }
canned-unwritten = (no text yet)
canned-new = ➕ New answer
canned-word = ✏️ Text
canned-remove = 🗑 Remove
canned-remove-ask = Remove this answer? What was sent stays sent.
canned-remove-really = 🗑 Yes, remove
canned-removed = Removed.
canned-back = ‹ All answers
canned-gone = That is not there any more.
canned-full = There are { $most } answers already. Please remove one first.
canned-ask-name = 💬 { $who }, { $number }: what is it called? Reply to this message with one short word, for example: hours
canned-ask-name-hint = For example hours
canned-name-refused = Please reply to the question with one word, at most 24 letters and digits, for example: hours
canned-name-taken = There is an answer with this name already. Please reply to the question with another one.
canned-ask-text = ✏️ { $who }, what do customers read as { $number }? Reply to this message.
canned-ask-text-hint = The answer
canned-text-refused = Please reply to the question with a text, at most 2000 characters. For example: We are open Monday to Friday, 10 to 18.
canned-choose = 💬 Which answer for { $who }?
canned-sent = ✅ { $who } sent { $name }:
canned-sent-toast = ✅ Sent
canned-unknown = Nothing was sent: there is no answer { $name }. /answers shows all of them.
canned-audit = canned answer

letters-open = 💬 Messages
letters = <b>💬 Messages with { $name }</b>
letters-none = Nothing yet.
letters-customer = <b>👤 { $who }</b> · { $at }
letters-shop = <b>🏪 { $who }</b> · { $at }
letters-file = 📎 A picture or file

broadcast-leads = Button: { $target }
broadcast-scheduled = 🕐 Scheduled
broadcast-starts = Begins: <b>{ $at }</b>
broadcast-starts-about = Who gets it is looked up when it begins. Leave the message in the group until then.
broadcast-quiet = 🌙 Quiet hours: waiting until { $until }
broadcast-followed = { $count ->
    [0] 🛒 No orders followed within 3 days yet.
    [one] 🛒 One order followed within 3 days: { $sum }
   *[other] 🛒 { $count } orders followed within 3 days: { $sum }
}
broadcast-refresh = 🔄 Refresh
broadcast-other-time = 🕐 Other time
broadcast-days = 🗓 Bought in … days
broadcast-category = 🗂 Bought from a category
broadcast-link = 🔗 Button: { $target }
broadcast-later = 🕐 Later
broadcast-product = 📦 A product
broadcast-which-category = 🗂 Who bought something of which category, ever?
broadcast-which-link = 🔗 Where shall the button below the message lead?
broadcast-open = No. { $id }
broadcast-line = { $id } · { $state } · { $segment }{ $at }
broadcast-this = the message
broadcast-ask-days = 🗓 { $who }, { $number } goes to those who bought in the last how many days? Reply with a number.
broadcast-ask-days-hint = For example 60
broadcast-days-refused = Please reply to the question with a number of days from 1 to 3653, for example: 60
broadcast-ask-product = 📦 { $who }, to which product does the button of { $number } lead? Reply with its number; /products shows it.
broadcast-ask-product-hint = For example 17
broadcast-product-refused = I know no product with this number that is on sale. Please reply to the question with the number from /products, for example: 17
broadcast-ask-when = 🕐 { $who }, when does { $number } go out? Reply with day and time by the clock of the shop, for example: tomorrow 10:00 or 24.12. 18:30
broadcast-ask-when-hint = tomorrow 10:00
when-unreadable = I do not understand that. Please reply to the question like this: tomorrow 10:00, or 24.12. 18:30, or 2026-12-24 18:30.
when-no-time = At what time? Please reply to the question with day and time, for example: tomorrow 10:00
when-past = That is over already. Please reply to the question with a later time, for example: tomorrow 10:00
when-too-far = That is more than a year ahead. Please reply to the question with an earlier day, for example: 24.12. 18:30
segment-bought-from = Bought from “{ $name }”
segment-with-cart = 🛒 Has a cart
button-open-named = 🛍 { $name }

staff-section-messages = 💌 Messages
staff-section-messages-about = When messages that nobody waits for may go out, and which ones the shop sends by itself. News of orders and answers always go at once.
staff-setting-quiet = 🌙 Quiet hours
staff-ask-quiet = 🌙 { $who }, { $number }: from when to when shall it be quiet, every day? Reply to this message, for example: 21:00-9:00. A dash (-) means never.
staff-ask-quiet-hint = For example 21:00-9:00
staff-quiet-refused = Please reply to the question like this: 21:00-9:00. A dash (-) means never; a whole day is too long.
staff-setting-cart-reminder = 🛒 Remind of a left cart
staff-setting-reminder-after = ⏳ After hours
staff-setting-restock-news = 🔔 “Tell me when it is back”
staff-ask-hours-left = ⏳ { $who }, { $number }: how many? Reply to this message with a number from 1 to 168, for example: 24
staff-ask-hours-left-hint = For example 24
staff-hours-left-refused = Please reply to the question with a number of hours from 1 to 168, for example: 24
news-cart = 🛒 <b>Your cart is still here</b>
news-cart-line = { $pieces } × { $name }
news-cart-more = { $count ->
    [one] … and one more
   *[other] … and { $count } more
}
news-cart-about = Whenever you like: everything is as you left it. We will not remind you of it again.
