### What customers read. HTML: <b>, <i>; values are escaped.

language-name = 🇬🇧 English

## Commands of the menu

## Buttons
button-home = 🏠 Start
button-catalog = 🛍 Catalogue
button-cart = 🛒 Cart
button-cart-pieces = 🛒 Cart ({ $pieces })
button-orders = 📦 My orders
button-profile = 👤 Profile
button-languages = 🌐 Language
button-notifications = 🔔 News
button-notifications-on = 🔔 Send me news
button-notifications-off = 🔕 No more news
button-support = 💬 Contact us
button-help = ❓ Help
button-back = ‹ Back
button-order = Order
button-tell-me = 🔔 Tell me when it is back
button-add = Add { $pieces } to cart · { $sum }
button-checkout = ✅ Check out · { $sum }
button-empty-cart = 🗑 Empty
button-continue = ‹ Keep shopping
button-keep = ✓ { $value }
button-keep-phone = ✓ Keep my number
button-share-phone = 📱 Share my number
button-share-location = 📍 Share my location
button-delivery = 🚚 Delivery
button-pickup = 🏬 Pickup
button-no-note = No note ›
button-no-promo = No code ›
button-confirm = ✅ Place order · { $sum }
button-change-delivery = ✏️ Delivery
button-change-promo = ✏️ Promo code
button-change-name = ✏️ Name
button-change-phone = ✏️ Phone
button-change-note = ✏️ Note
button-to-cart = ‹ Cart
button-my-order = 📦 My order
button-cancel-order = Cancel this order
button-cancel-yes = Yes, cancel it
button-cancel-no = No, keep it
button-amend-agree = ✅ Agree · { $sum }
button-amend-decline = ✖️ Leave it as it was
button-reorder = 🔁 Order again
button-edit-name = ✏️ Name
button-edit-phone = ✏️ Phone
button-delete-me = Erase my data
button-delete-yes = Yes, erase everything
button-delete-no = No, keep it

## Start and help
home-greeting = 👋 Hello, { $name }! Welcome to <b>{ $shop }</b>.
home-hint = Open the catalogue, or just type what you are looking for.
help =
    <b>How to order at { $shop }</b>

    1. Pick something in the catalogue, or type a word to search.
    2. Say how many and add it to your cart.
    3. Check out: where to, a promo code if you have one, confirm.

    We write to you here when your order moves on. /orders shows where it is, /support reaches a person, /notifications switches our news off and on.
support-ask = 💬 Write your question here, a photo is fine too. We answer in this chat.

## Catalogue
catalog-top = <b>Catalogue</b>
    What would you like?
catalog-empty = The catalogue is empty right now. Please look in again soon.
category = <b>{ $name }</b>
category-empty = <b>{ $name }</b>
    Nothing here right now.
category-gone = This shelf is no longer here.
search-found = 🔎 Found for “{ $words }”:
search-nothing = 🔎 Nothing found for “{ $words }”. Try another word, or look through the catalogue.
entry = { $name } · { $price }
entry-from = { $name } · from { $price }
entry-sold-out = { $name } · sold out

## Product
product-name = <b>{ $name }</b>
product-price = <b>{ $price }</b>
product-price-from = from <b>{ $price }</b>
product-variant = { $option }
product-choose = Which one?
stock-none = Sold out
stock-few = { $left ->
    [one] Only { $left } left
   *[other] Only { $left } left
}
stock-plenty = In stock
quantity-ask = How many? Use − and +, or type a number.

## Cart
cart-title = 🛒 <b>Your cart</b>
cart-empty = 🛒 Your cart is empty. Let’s find something nice.
line = { $name }
    { $quantity } × { $price } = <b>{ $sum }</b>
cart-line-fewer = ⚠️ Only { $left } left, you wanted { $wanted }
cart-line-price = ⚠️ The price was { $from }, it is { $to } now
cart-line-gone = ✖️ { $name }: sold out
cart-sum = Total: <b>{ $sum }</b>
cart-minimum = Orders start at { $minimum }.
cart-free-delivery = { $missing } more, and delivery is free.

## Checkout
ask-name = 👤 Who is the order for? Please type a name.
ask-phone = 📱 Which phone number may we call about the order? Tap the button, or type it: +49 30 1234567
ask-method = How would you like to get it?
method-delivery = 🚚 Delivery: { $fee }
method-delivery-free = 🚚 Delivery: { $fee }, free from { $from }
method-pickup = 🏬 Pickup: { $place }
ask-address = 📍 Where to? Share your location, or type the address: street, number, city.
ask-address-saved = 📍 Where to? Pick an address, or type a new one. A shared location (📎) works too.
ask-note = 📝 Anything we should know? Doorbell, floor, a wish. Type it, or go on.
ask-promo = 🎟 Do you have a promo code? Type it, or go on.
confirm-title = 🧾 <b>Your order</b>
confirm-payment = 💵 You pay on receipt: cash or transfer.
total-subtotal = Goods: { $sum }
total-discount = Promo { $code }: −{ $sum }
total-promo-free-delivery = Promo { $code }: free delivery
total-delivery = Delivery: { $sum }
total-delivery-free = Delivery: free
total = <b>Total: { $sum }</b>
detail-name = 👤 { $name }
detail-phone = 📱 { $phone }
detail-address = 📍 { $address }
detail-pickup = 🏬 Pickup: { $place }
detail-note = 📝 { $note }

## Orders
placed = 🎉 <b>Thank you! Order No. { $number } is placed.</b>
    Total: { $sum }

    We look at it now and write to you here as soon as it moves on.
orders-title = 📦 <b>Your orders</b>
orders-none = 📦 You have no orders yet.
orders-entry = { $icon } No. { $number } · { $day } · { $sum }
order-title = 📦 <b>Order No. { $number }</b>
status-placed = 🕓 Placed
status-accepted = 👍 Accepted
status-shipped = 🚚 On its way
status-delivered = ✅ Delivered
status-ready = 🏬 Ready for pickup
status-picked-up = ✅ Picked up
status-rejected = ✖️ Declined
status-cancelled = ✖️ Cancelled
timeline = { $at } · { $status }
timeline-note = <i>{ $note }</i>
reason-out-of-stock = Sorry, something in it is out of stock after all.
reason-cannot-deliver = Sorry, we cannot deliver there.
reason-no-contact = We could not reach you.
cancel-ask = Really cancel order No. { $number }?
amend-asked = <b>✏️ The shop proposes a change:</b>
amended-proposed = ✏️ Change proposed
amended-agreed = ✏️ Changed
amended-declined = ✏️ Change declined
amended-expired = ✏️ Change lapsed
amended-withdrawn = ✏️ Change taken back
amended-sold-out = ✏️ Not changed: sold out

## News of an order

## Profile
profile-title = 👤 <b>Your profile</b>
profile-no-phone = not given yet
profile-language = 🌐 { $language }
profile-credit = 💰 Store credit: { $sum }
profile-addresses = Saved addresses: tap one to forget it.
ask-new-name = 👤 Now: { $name }. Type the new name.
languages-title = 🌐 Which language shall we speak?
notifications-on = 🔔 You get the shop’s news and offers here. Messages about your orders come in any case.
notifications-off = 🔕 You do not get the shop’s news and offers. Messages about your orders come in any case.
delete-ask = ⚠️ Erase your name, phone number, addresses and cart? Orders nobody has accepted yet are cancelled. This cannot be undone.

## Remarks
remark-stale = This button was from an older message. Here is where we are:
remark-edited = I can’t see edits. Please send it as a new message.
remark-unknown-command = I don’t know that command. /help shows what I can do.
remark-unknown-link = This link no longer leads anywhere. But have a look around:
remark-nothing-to-cancel = There is nothing to cancel.
remark-checkout-left = Checkout stopped. Your cart is kept.
remark-left = All right, nothing was changed.
remark-resumed = Where were we? Your cart is safe, here it is:
remark-added = { $pieces ->
    [one] ✅ Added to your cart.
   *[other] ✅ { $pieces } pieces added to your cart.
}
remark-only-left = { $incart ->
    [0] ⚠️ Only { $left } left.
   *[other] ⚠️ Only { $left } left, and your cart has { $incart } of them already.
}
remark-quantity-range = { $most ->
    [one] Only 1 is available.
   *[other] Please choose a number from 1 to { $most }.
}
remark-product-gone = This product is no longer sold.
remark-sold-out = Sold out right now, sorry.
remark-will-tell = 🔔 We will tell you here as soon as it is back.
remark-cart-emptied = Your cart is empty now.
remark-empty-cart = Your cart is empty.
remark-all-sold-out = 😔 Everything in your cart has sold out meanwhile. Nothing was ordered.
remark-cart-full = Your cart holds { $most } different items, the most that fit into one order. Take something out, or order these first.
remark-below-minimum = Orders start at { $minimum }: { $missing } to go.
remark-address-gone = That address is no longer saved. Please type it.
remark-not-a-code = A promo code has 4 to 20 letters or digits, like WELCOME10.
remark-promo-kept = 🎟 Code { $code } is kept for your order.
remark-changed = ⚠️ <b>Something changed meanwhile.</b> Please check and confirm again:
remark-order-cancelled = The order is cancelled.
remark-change-agreed = ✅ Your order is changed.
remark-change-declined = Your order stays as it was.
remark-change-sold-out = 😔 Somebody was faster: there are not so many left. Your order stays as it was.
remark-change-over = This change is no longer on offer. Here is your order as it stands.
remark-order-unknown = I can’t find that order.
remark-order-is = This order is now: { $status }
remark-reordered = ✅ Everything is in your cart again.
remark-reordered-without = ✅ In your cart again. Not, or not all, there: { $names }
remark-saved = ✅ Saved.
remark-language-set = ✅ From now on in English.
remark-broadcasts-on = 🔔 From now on you get news and offers again.
remark-broadcasts-off = 🔕 No more news and offers. /notifications brings them back.
remark-support-sent = ✅ Sent. We will answer here.
remark-forgotten = ✅ Everything is erased.

## Hints
hint-browse = I can’t read that, but I can search: type a word, for example “tea”.
hint-quantity = Please send the quantity as a number, for example 2.
hint-name = Please type a name, for example Ann Smith.
hint-phone = Please share your number with the button, or type it, for example +49 30 1234567.
hint-method = Please choose with the buttons: delivery or pickup.
hint-address = Please type the address, for example: 1 Elm Street, Berlin. Or share your location.
hint-note = Please type the note in words, or go on without.
hint-promo = Please type the code, for example WELCOME10, or go on without.
hint-confirm = Please check the order and use the buttons.
hint-support = Please write your question, or send a photo.
invalid-phone = That doesn’t look like a phone number. With country code, for example +49 30 1234567.
invalid-too-long = That is a bit too long. Please say it shorter.

## Promo codes
promo-unknown = I don’t know this code. Check for typos?
promo-not-yet = This code works from { $from }.
promo-expired = This code has expired.
promo-below-minimum = This code works from { $minimum } of goods.
promo-used-up = This code has been used up.
promo-already-used = You have used this code already.
promo-first-order = This code is for a first order only.
promo-nothing-covered = This code covers nothing in your cart.
promo-no-effect = Delivery is free already: keep this code for another time.

## What changed
change-price = • { $name }: { $to } instead of { $from }
change-quantity = • { $name }: { $to } instead of { $from }
change-gone = • { $name }: sold out
change-removed = • { $name }: taken out
change-total = <b>Total: { $to } instead of { $from }</b>
change-promo = • The promo code no longer works.
change-discount = • Discount: { $to } instead of { $from }
change-delivery = • Delivery: { $to } instead of { $from }

## Inline mode

## Trouble
