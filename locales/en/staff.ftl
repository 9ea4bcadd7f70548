# What the staff group reads.

staff-card = 🧾 <b>Order No. { $number }</b> · { $status }
    { $at }
staff-line = { $quantity } × { $name } · { $sum }
staff-more-lines = { $count ->
        [one] … and one more line
       *[other] … and { $count } more lines
    }
staff-discount = Discount { $code }: −{ $sum }
staff-promo-free-delivery = Code { $code }: free delivery
staff-delivery = Delivery: { $sum }
staff-total = <b>Total: { $sum }</b>
staff-customer = 👤 { $who } · { $lang }
staff-phone = 📞 { $phone }
staff-address = 📍 { $address }
staff-map = <a href="{ $link }">🗺 Map</a>
staff-pickup = 🏬 Pickup
staff-note = 📝 { $note }
staff-forgotten = 👤 The customer had their data erased.
staff-event = { $at } · { $status } · { $who }
staff-event-note = ↳ { $note }
staff-by-customer = customer
staff-by-system = automatic

staff-status-placed = 🆕 New
staff-status-accepted = ✅ Accepted
staff-status-shipped = 🚚 Shipped
staff-status-ready = 🏬 Ready for pickup
staff-status-delivered = 📦 Delivered
staff-status-picked-up = 📦 Picked up
staff-status-rejected = ❌ Rejected
staff-status-cancelled = 🚫 Cancelled

staff-accept = ✅ Accept
staff-reject = ❌ Reject
staff-cancel = 🚫 Cancel
staff-ship = 🚚 Shipped
staff-ready = 🏬 Ready for pickup
staff-deliver = 📦 Delivered
staff-hand-over = 📦 Picked up
staff-ship-tracking = ✍️ Other tracking
staff-ship-plain = 🚚 Without tracking
staff-back = ‹ Back
staff-reason-out-of-stock = Out of stock
staff-reason-cannot-deliver = We do not deliver there
staff-reason-no-contact = Could not reach the customer
staff-reason-other = ✍️ Other…
staff-cancel-ask = <b>🚫 Really cancel order No. { $number }?</b>
    The pieces go back on sale, a used promo code is given back, and the customer is told why. Choose the reason:
staff-cancel-plain = Without a reason

staff-ask-reason = ✍️ { $who }, why is order { $number } rejected? Reply to this message; the customer will read it.
staff-ask-reason-hint = The reason
staff-ask-cancel = ✍️ { $who }, why is order { $number } cancelled? Reply to this message; the customer will read it.
staff-ask-tracking = ✍️ { $who }, how can the customer follow order { $number }? Reply to this message with a number or link.
staff-ask-tracking-hint = Tracking number or link
staff-ask-parcel = ✍️ { $who }, what is the tracking number of order { $number }? Reply to this message; the customer gets the link.
staff-ask-parcel-hint = Tracking number
staff-parcel-hint = That is no tracking number: 4 to 40 letters and digits. Please reply to the question once more, for example: 00340434161094
staff-answer-in-words = Please reply in words, at most 500 characters, for example: “DHL 00340434161094000000”.

staff-only = These buttons are for the staff of the shop.
staff-unknown-button = This button is out of date. Send /order and the number for a fresh card.
staff-unknown-command = I don’t know that command. /help shows all of them.
staff-no-order = There is no such order.
staff-overtaken = Somebody was faster: the order is now “{ $status }”.

staff-support = 💬 { $who } · { $lang } writes. Reply to this message to answer.

staff-dead-letter = ⚠️ A customer’s message could not be handled (update { $update }): { $cause }
staff-try-again = 🔁 Try again
staff-drop = 🗑 Drop
staff-tried-again = It is tried again.
staff-dropped = Dropped.
staff-letter-gone = Somebody has dealt with it already.

staff-broadcast-hint = Write the message here first, then reply to it with /broadcast. Nothing is sent before you have seen how many get it.
staff-broadcast-album = An album cannot be sent as one message. Please reply to a single picture or a text.
staff-broadcast-draft = 📣 Send this message to customers?
staff-broadcast-sending = 📣 On its way
staff-broadcast-paused = ⏸ Paused
staff-broadcast-done = ✅ Everybody has had their turn
staff-broadcast-cancelled = ✖️ Called off
staff-broadcast-to = To: { $segment }
staff-broadcast-audience = Customers: { $count }
staff-broadcast-nobody = Nobody is in this group who can be reached and wants news.
staff-broadcast-soon = Takes up to a minute.
staff-broadcast-minutes = Takes about { $minutes } min.
staff-broadcast-far = { $ended } of { $recipients }
staff-broadcast-sent = ✅ Sent: { $count }
staff-broadcast-unreachable = 🚫 Have blocked the bot: { $count }
staff-broadcast-skipped = 🔕 Do not want news any more: { $count }
staff-broadcast-failed = ❌ Refused by Telegram: { $count }
staff-broadcast-uncertain = ❔ Uncertain: { $count } (Telegram’s answer was lost; not sent again)
staff-broadcast-trouble = ⚠️ Telegram does not take this message. Was it deleted? { $cause }
staff-broadcast-send = 📣 Send to { $count }
staff-broadcast-cancel = ✖️ Cancel
staff-broadcast-pause = ⏸ Pause
staff-broadcast-resume = ▶️ Resume
staff-broadcast-moved-on = Somebody was faster. The card shows how it stands.
staff-segment-everyone = Everyone
staff-segment-bought = Bought in { $days } days
staff-segment-new = Never bought

staff-command-order = Show an order, for example /order 12
staff-command-broadcast = Reply to a message: send it to customers
staff-command-help = What the bot does here
staff-order-hint = Please send the number of the order, for example: /order 12
staff-help =
    New orders arrive here as cards. Press the buttons as the order goes on; the customer is told each time.

    Questions of customers arrive here too: reply to them, and your reply goes to the customer.

    /order 12 shows the card of an order again.

    /orders lists what is open, /find Ann or /find 030 1234 finds an order.

    /answers · what customers ask again and again; reply to one with !name to send it

    /orders new accepts all new orders at once, /orders packed ships all that are packed.

    /products lists what is sold: prices, pieces, hide and show. /products low is what runs out, /product 17 is one of them.

    Managers and owners also have:
    /newproduct, /categories · make and change what is sold
    /import · the catalogue as a file from a spreadsheet
    /customer @name · who somebody is
    /stats, /export · how the shop does, in pictures and tables
    /promos · the codes
    /settings · fees, hours, delivery, texts
    /setup, /topics · what this group still needs, and its topics
    /staff, /audit · who may do what, and who did what
    /broadcast · to all customers or a group of them: write the message here, then reply to it with /broadcast

    /help shows this again.

staff-not-allowed = Your role here is “{ $role }”, which does not include this. An owner can change it with /staff.
staff-role-owner = Owner
staff-role-manager = Manager
staff-role-packer = Packer
staff-role-support = Support
staff-role-guest = 🚫 No access
staff-role-gone = not in the group
staff-role-default = As the group has it
staff-role-of-creator = The group is theirs: they are always an owner.
staff-role-of-standing = Nobody gave them a role: administrators of the group are managers, everybody else packs.
staff-role-given = The role is changed.
staff-role-own = Nobody changes their own role. Ask another owner.
staff-role-overtaken = Somebody was faster. The card shows the role now.
staff-roster = <b>👥 Who works here</b>
    Press a name to change the role. To find somebody: /staff @name, or reply to their message with /staff.
staff-roster-back = ‹ Everybody
staff-person = 👤 { $who }
    <b>{ $role }</b>
staff-nobody = I do not find this person in the group. Add them to it first; then reply to a message of theirs with /staff.

staff-audit = <b>📜 Who did what</b>
staff-audit-hint = Please ask like this: /audit, /audit 12 (an order), /audit p7 (a product), /audit @name.
staff-audit-empty = Nothing yet.
staff-audit-line = { $at } · { $who } · { $what }: { $change }
staff-audit-order = order { $number }
staff-audit-product = product { $id }
staff-audit-person = person { $id }
staff-audit-broadcast = broadcast { $id }
staff-audit-update = update { $id }
staff-newest = « Newest
staff-older = Older ›
staff-product-shown = on sale
staff-product-hidden = hidden
staff-command-staff = Who works here, and as what
staff-command-audit = Who did what

staff-take = 🙋 I take it
staff-put-back = ↩️ Put back
staff-pack = 📦 Packed
staff-unpack = ↩️ Unpack
staff-annotate = 📝 Note
staff-taken = It is yours.
staff-taken-by = { $who } looks after it.
staff-put-back-done = Somebody else can take it now.
staff-packed = 📦 Packed
staff-unpacked = Not packed any more.
staff-noted = 📝 Note
staff-done-already = That is done already.
staff-card-taken = 🙋 { $who }
staff-card-note = 🗒 { $note }
staff-ask-note = ✍️ { $who }, what should colleagues know about order { $number }? Reply to this message; the customer does not see it.
staff-ask-note-hint = Note for colleagues
staff-write = ✉️ Write
staff-ask-write = ✉️ { $who }, what shall the customer of order { $number } read? Reply to this message; a picture is fine too. Their answer arrives here.
staff-ask-write-hint = To the customer
staff-nobody-to-write-to = Not sent: the customer had their data erased.
staff-slip = 🖨 Slip
staff-slip-title = Order No. { $number }
staff-slip-discount = Discount { $code }
staff-slip-delivery = Delivery
staff-slip-total = Total
staff-slip-pickup = Pickup
staff-slip-note = Note: { $note }
staff-slip-forgotten = Data erased
staff-link-brought = 🧾 The card of order No. { $number } is at the end of the staff group now.
staff-link-open = Show the card
staff-amend = ✏️ Change
staff-amend-title = <b>✏️ Change of order No. { $number }</b>
staff-amend-draft = Nothing is changed until the customer agrees. They see what was and what would be.
staff-amend-waits = ✏️ <b>The customer is asked</b> · until { $until }
staff-amend-fee = 🚚 Delivery fee
staff-amend-propose = 📨 Ask the customer
staff-amend-discard = ✖️ Discard
staff-amend-withdraw = ✖️ Take it back
staff-amend-proposed = The customer is asked.
staff-amend-withdrawn = Taken back. The order stays as it is.
staff-amend-over = Not possible (any more). The card shows how it stands.
staff-amend-overtaken = Somebody changed it meanwhile. Please look again.
staff-amend-nothing = Nothing is different yet.
staff-amend-empty = Nothing would be left. To call the order off, cancel it.
staff-amend-short = There are not so many of: { $names }
staff-ask-fee = 🚚 { $who }, what shall the delivery of order { $number } cost? Reply to this message; the customer is asked once you send the change.
staff-ask-fee-hint = For example 12.50
staff-amend-fee-hint = That is no amount here. Please reply to the question once more, for example: 12.50
staff-amend-answered = <b>Order No. { $number }</b> · { $what }
staff-amend-was-proposed = ✏️ Change proposed
staff-amend-was-agreed = ✅ Change agreed
staff-amend-was-declined = ❌ Change declined
staff-amend-was-expired = ⌛ No answer to the change
staff-amend-was-withdrawn = ✖️ Change taken back
staff-amend-was-sold-out = 😔 Change agreed, but sold out meanwhile
staff-order-waits = ⏰ Order No. { $number } has been waiting since { $since } for somebody to accept it.
staff-orders = <b>🧾 Orders</b> · { $what }
staff-orders-open = 📂 Open
staff-orders-none = None.
staff-orders-line = { $status } · { $number } · { $name } · { $sum } · { $at }
staff-age-minutes = { $count } min
staff-age-hours = { $count } h
staff-age-days = { $count ->
    [one] 1 day
   *[other] { $count } days
}
staff-accept-all = { $count ->
    [one] ✅ Accept it
   *[other] ✅ Accept all { $count } on this page
}
staff-ship-all = { $count ->
    [one] 🚚 Ship it
   *[other] 🚚 Ship all { $count } on this page
}
staff-accept-all-ask = { $count ->
    [one] <b>✅ Accept order { $numbers }?</b> The customer is told.
   *[other] <b>✅ Accept these { $count } orders?</b> Each customer is told.
        { $numbers }
}
staff-ship-all-ask = { $count ->
    [one] <b>🚚 Ship order { $numbers }?</b> Without tracking; the customer is told. A pickup becomes ready.
   *[other] <b>🚚 Ship these { $count } orders?</b> Without tracking; each customer is told. Pickups become ready.
        { $numbers }
}
staff-batch-yes = ✅ Yes
staff-batch-done = Done: { $done }. Not: { $rest }.
staff-accept-all-done = <b>✅ Accepted: { $done } of { $all }</b>
staff-ship-all-done = <b>🚚 Shipped: { $done } of { $all }</b>
staff-batch-line = { $number } · { $status } · { $who }
staff-find-hint = Please say what to look for: /find Ann, /find 030 1234, /find @name, /find 2026-11-24.
staff-command-orders = Orders: open ones, or /orders new, /orders 2026-11-24
staff-command-find = Find orders by name, phone number or @name

staff-products = <b>🛍 Products</b> · { $what }
staff-products-all = 📋 All
staff-products-low = 🪫 Running out
staff-products-none = None.
staff-products-line = { $id } · { $name } · { $price } · { $available } to sell
staff-products-back = ‹ Products
staff-first = « First
staff-more = More ›
staff-product = <b>{ $name }</b> · product { $id } · { $state }
staff-variant = { $name } · { $price } · on the shelf { $shelf }, reserved { $reserved }
staff-ledger = { $at } · { $who } · { $code } { $change } → { $shelf }
staff-hide = 🙈 Hide
staff-show = 👁 Show
staff-ask-price = 💶 { $who }, what does { $number } cost from now on? Reply to this message. Orders that were placed keep their price.
staff-ask-price-hint = For example 12.50
staff-ask-stock = 📦 { $who }, how many pieces of { $number }? Reply with +5 or -2 and a reason, or with what lies on the shelf: =12
staff-ask-stock-hint = For example +5 delivery
staff-price-hint = That is no price here. Please reply to the question once more, for example: 12.50
staff-stock-hint = Please reply to the question like this: +5 delivery, -2 broken, =12 counted.
staff-stock-reserved = Not changed: orders have reserved more pieces than would be left.
staff-command-products = Products: prices, pieces, what is on sale

staff-patron-hint = Please say who: /customer @name, /customer +49 30 123456, or the Telegram id.
staff-patron-none = I know no such customer.
staff-patron-id = 🆔 { $id }
staff-patron-credit = 💳 Credit: { $sum }
staff-patron-banned = ⛔️ Not served any more
staff-patron-served = Served
staff-patron-orders = <b>Latest orders</b>
staff-patron-order = { $status } · { $number } · { $sum } · { $at }
staff-patron-ban = ⛔️ Serve no longer
staff-patron-unban = ✅ Serve again
staff-command-customer = Who somebody is, and what they ordered
staff-patron-ban-really = ⛔️ Yes, serve no longer
staff-ask-patron-note = ✍️ { $who }, what should colleagues know about { $number }? Reply to this message; the customer does not see it. A single “-” takes the note away.
staff-note-removed = Note taken away
staff-running-low = 🪫 <b>Running out</b>
staff-running-low-line = { $id } · { $name } · { $left } left
