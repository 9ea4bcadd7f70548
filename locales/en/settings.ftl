# What the staff read of the settings, and customers of what the staff decided.

staff-command-settings = Fees, texts, pickup, hours
staff-audit-setting = setting “{ $name }”
staff-settings = <b>⚙️ Settings of the shop</b>
staff-settings-about = What you change here holds at once, for everybody. Orders that were placed stay as they are.
staff-settings-back = ‹ Settings
staff-section-shop = 🏷 Name and welcome
staff-section-shop-about = What customers read first. The welcome text stands on the start screen below the greeting; without one of yours there is a short built-in one.
staff-section-delivery = 🚚 Delivery and pickup
staff-section-delivery-about = What delivery costs, from which sum of goods it is free, the smallest order, and where orders can be picked up. ↺ puts a value back to what the installation says.
staff-setting-shop-name = Name
staff-setting-welcome = Welcome { $language }
staff-setting-fee = Delivery fee
staff-setting-free-from = Free from
staff-setting-minimum = Minimum order
staff-setting-pickup = Pickup
staff-setting-reset = ↺
staff-setting-preview = 👀 { $name }: customers will read this.
staff-setting-no-pickup = Pickup is no longer offered.
staff-setting-use = ✅ Use it
staff-setting-leave = ✖️ Leave as it was
staff-setting-done = That holds now.
staff-setting-left = Left as it was.
staff-setting-overtaken = Somebody has changed it meanwhile. Here is what holds.
staff-setting-no-value = That is no value of this setting any more.
staff-ask-amount = ✍️ { $who }, { $number }: how much? Reply to this message, for example: 4.90
staff-ask-amount-or-none = ✍️ { $who }, { $number }: how much? Reply to this message, for example: 50. A dash (-) means none.
staff-ask-amount-hint = For example 4.90
staff-ask-words = ✍️ { $who }, { $number }: reply to this message with the new text. You see it before it holds.
staff-ask-words-or-none = ✍️ { $who }, { $number }: reply to this message with the new text. You see it before it holds. A dash (-) means none.
staff-ask-words-hint = The new text
staff-amount-refused = That is no amount here. Please reply to the question once more, for example: 4.90
staff-words-refused = Please reply to the question with a text: at most 64 characters for the name, 200 for the pickup address, 1000 for a welcome. For example: 12 Market Street, Mon–Fri 10–18

remark-no-pickup = Orders can no longer be picked up. Check out again to have it delivered.

staff-section-hours = 🕙 Hours and pause
staff-section-hours-about = When somebody works in the shop. Outside these hours customers are told when it opens; “Orders while closed” decides whether they can order all the same. “No orders for now” closes the shop until you switch it off again.
staff-setting-holidays = Holidays
staff-setting-outside = Orders while closed
staff-setting-paused = ⏸ No orders for now
staff-setting-copy-monday = ⤵ Monday’s hours until Friday
staff-setting-closed = closed
staff-setting-all-day = all day
staff-setting-yes = yes
staff-setting-no = no
staff-ask-hours = 🕙 { $who }, { $number }: from when to when? Reply to this message, for example: 10:00-14:00, 17:00-20:30. A dash (-) means closed, 0-24 all day.
staff-ask-hours-hint = For example 10:00-19:00
staff-ask-holidays = 🎄 { $who }, { $number }: on which days is the shop closed? Reply with all of them, for example: 2026-12-25, 2026-12-26. A dash (-) means none.
staff-ask-holidays-hint = For example 2026-12-25
staff-hours-refused = Please reply to the question like this: 10:00-19:00, or with a break: 10:00-14:00, 17:00-20:30. A dash (-) means closed.
staff-holidays-refused = Please reply to the question with dates, at most 60, for example: 2026-12-25, 2026-12-26.

remark-paused = ⏸ The shop takes no orders at the moment. Please look in again soon; your cart is kept.
remark-closed = 🌙 The shop is closed right now and takes orders when it opens. Your cart is kept.
shop-closed-now = 🌙 The shop is closed right now. Your order is worked on when it opens.
shop-opens = 🕙 It opens: { $at }

staff-section-zones = 🗺 Delivery zones
staff-section-zones-about = Where you deliver to, each zone with a fee of its own. Customers pick theirs; a location they share finds it by itself if the zone has a radius and you have said where the shop is. Without zones you deliver everywhere for one fee.
staff-setting-zones = Zones
staff-setting-point = Where the shop is
staff-ask-zones = 🗺 { $who }, { $number }: reply with all zones, one a line: the name, = and the fee; for a radius around the shop / and kilometres. For example:
    Centre = 3.90 / 3 km
    Suburbs = 5.90 / 10 km
    Island = 9
    A dash (-) means none.
staff-ask-zones-hint = Centre = 3.90 / 3 km
staff-ask-point = 📍 { $who }, { $number }: reply with the location of the shop (📎), or type it, for example: 52.520008, 13.404954. A dash (-) means unknown.
staff-ask-point-hint = 52.520008, 13.404954
staff-zones-refused = Please reply to the question with one zone a line, at most 20, each name once. For example:
    Centre = 3.90 / 3 km
    Island = 9
staff-point-refused = Please reply to the question with a location (📎), or type it, for example: 52.520008, 13.404954

button-no-zone = Somewhere else
ask-zone = 🗺 Which part of town is that?
hint-zone = Please choose with the buttons where that is, or share your location.
method-by-zone = by area
method-zone = • { $zone }
detail-zone = 🗺 { $zone }
remark-outside-zones = 🗺 We do not deliver there, sorry. Another address? If we offer pickup, ‹ Back leads to it.
remark-zone-gone = 🗺 Our delivery areas have changed meanwhile. Please have another look.

staff-section-times = 🕐 Delivery times
staff-section-times-about = Customers choose when their delivery comes, on days when somebody works and before the time has begun. No more orders are taken than fit. Without times they are not asked.
staff-setting-times = Times
staff-setting-days = Days to choose from
staff-ask-times = 🕐 { $who }, { $number }: reply with all times, one a line, each with = and how many orders fit. For example:
    10:00-12:00 = 8
    18:00-20:00 = 5
    A dash (-) means none.
staff-ask-times-hint = 10:00-12:00 = 8
staff-ask-days = 📅 { $who }, { $number }: how many, with today? Reply with a number from 1 to 7.
staff-ask-days-hint = For example 2
staff-times-refused = Please reply to the question with one time a line, at most 10, each once. For example:
    10:00-12:00 = 8
    18:00-20:00 = 5
staff-days-refused = Please reply to the question with a number from 1 to 7, for example: 2

ask-time = 🕐 When shall we bring it?
ask-time-none = 🕐 All delivery times are taken or over, sorry. If we offer pickup, ‹ Back leads to it; or look in again later.
hint-time = Please choose the time with the buttons.
detail-time = 🕐 { $at }
remark-time-gone = 🕐 That time is no longer free. Please choose another one.
