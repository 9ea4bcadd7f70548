# Promo codes in the staff group.

promos-command = Promo codes: what came of them, pause, new ones
promos = <b>🎟 Promo codes</b>
promos-none = None yet.
promos-none-such = There is no such code. /promos lists them all.
promos-line = { $state } · <b>{ $code }</b> · { $benefit } · used: { $uses }
promos-new = ➕ New code
promos-back = ‹ All codes
promos-card = 🎟 <b>{ $code }</b> · { $state }
promos-running = ✅ Running
promos-planned = 🗓 Planned
promos-paused = ⏸ Paused
promos-over = ⌛️ Over
promos-used-up = 🔚 Used up
promos-pause = ⏸ Pause
promos-resume = ▶️ Resume
promos-benefit = Gives: { $benefit }
promos-free-delivery = 🚚 free delivery
promos-from = From { $first }
promos-until = Until { $last }
promos-days = From { $first } until { $last }
promos-minimum = For orders of { $sum } or more
promos-most = { $count ->
        [one] One use in all
       *[other] { $count } uses in all
    }
promos-once-each = Each code works once
promos-per-customer = { $count ->
        [one] Once per customer
       *[other] { $count } times per customer
    }
promos-first-order = For a first order only
promos-uses = Used: { $uses }
promos-came = Orders: { $orders } · { $sum } · taken off: { $discount }
promos-link = 🔗 A link that keeps the code for the order: { $link }
promos-links-in-file = 🔗 A link with one of the codes: t.me/yourbot?start=promo_CODE
promos-send-codes = 📄 Codes as a table
promos-codes = { $count ->
        [one] 📄 One code
       *[other] 📄 { $count } codes
    }
promos-draft = 🎟 <b>A new code</b>
promos-draft-name = the new code
promos-draft-gone = This draft is finished or was given up. /promos new begins another one.
promos-choose-kind = What does it give?
promos-goes-on = Something is missing still. Answer the question below, or press a button.
promos-preview = <b>{ $code }</b>
promos-holds-not-yet = It does not hold yet. Change what you like, then press “Make it”.
promos-make = ✅ Make it
promos-drop = 🗑 Give it up
promos-dropped = Given up.
promos-made = It holds from now on.
promos-taken = This code is taken. Choose another one.
promos-kind-percent = −%
promos-kind-fixed = −sum
promos-set-value = How much
promos-set-code = Code
promos-set-days = 🗓 Days
promos-set-minimum = Minimum order
promos-set-uses = Uses in all
promos-set-each = Per customer
promos-set-series = Many one-time codes
promos-for-first = Only first orders
promos-for-all = Not only first orders
promos-set-scope = 🎯 Applies to
promos-everything = Everything
promos-applies-to-everything = 🎯 Applies to everything
promos-applies-to = 🎯 Applies to: { $what }
promos-for-orders-with = 🎯 For orders with: { $what }
promos-categories = { $count ->
        [one] { $count } category
       *[other] { $count } categories
    }
promos-products = { $count ->
        [one] { $count } product
       *[other] { $count } products
    }
promos-nothing-on-sale = ⚠️ Nothing of this is on sale now, so nobody can use the code.
promos-removed = ❓ removed
promos-scope = 🎯 <b>What { $code } applies to</b>
    Now: { $now }
promos-scope-how = Tick categories; each counts with all that is below it. Single products are found by name.
promos-scope-at-once = A change holds at once. Customers who are checking out with the code are told before they order.
promos-add-product = 🔎 Add a product
promos-to-code = ‹ To the code
promos-scope-last = This is the last one. Tick another first, or press “Everything”.
promos-scope-full = A code can apply to { $most } categories and products at most. A category counts with all that is in it.
promos-scope-gone = A category or product of this is gone. Look at 🎯 Applies to, then try again.
promos-widen = Let <b>{ $code }</b> apply to everything in the shop? Now: { $now }
promos-widen-yes = 🎯 Yes, to everything
promos-ask-product = 🔎 { $who }, which product does { $number } apply to? Reply with a part of its name.
promos-ask-product-hint = For example mug
promos-no-such-product = I found no product like that. Please reply to the question with one word of its name.
promos-which-product = Which one?
promos-more-products = There are more. To find others, reply to the question with more of the name.
promos-ask-value = ✍️ { $who }, how much does { $number } take off? Reply to this message.
promos-ask-value-hint = For example 10
promos-ask-code = ✍️ { $who }, what is { $number } called? 4 to 20 letters A–Z, digits or hyphens. Reply to this message.
promos-ask-code-hint = For example SPRING10
promos-ask-days = 🗓 { $who }, when does { $number } work? Reply with the last day, or the first and the last: 2026-12-01 2026-12-24. A “-” is always.
promos-ask-days-hint = 2026-12-01 2026-12-24
promos-ask-minimum = ✍️ { $who }, from which sum of goods does { $number } work? Reply with an amount; “-” is any.
promos-ask-minimum-hint = For example 30
promos-ask-uses = ✍️ { $who }, how often can { $number } be used by all together? Reply with a number; “-” is no limit.
promos-ask-uses-hint = For example 100
promos-ask-each = ✍️ { $who }, how often can one customer use { $number }? Reply with a number; “-” is no limit.
promos-ask-each-hint = For example 1
promos-ask-series = ✍️ { $who }, how many codes for one use each, instead of { $number } for all? Up to 1000; “-” is one code for all.
promos-ask-series-hint = For example 200
promos-not-a-percentage = Please reply to the question with a percentage from 1 to 100, for example: 10
promos-not-an-amount = Please reply to the question with an amount, for example: 5.50
promos-not-a-code = A code has 4 to 20 letters A–Z, digits or hyphens, for example: SPRING10. Please reply to the question once more.
promos-prefix-too-long = What one-time codes begin with may have up to 11 characters. Please reply to the question once more.
promos-not-days = Please reply to the question with days like these: 2026-12-24, or 2026-12-01 2026-12-24
promos-in-the-past = Those days are over, or the last comes before the first. Please reply to the question once more.
promos-not-a-number = Please reply to the question with a number from { $least } to { $most }.
staff-audit-promo = promo code
staff-audit-promo-code = promo code { $code }
