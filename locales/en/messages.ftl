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
