# How the shop does: statistics of the staff group. Texts of charts have no emoji: their font has none.

stats-command = How the shop does: today, week, month, or /stats 2026-11
stats-hint = Please ask like this: /stats, /stats today, /stats month, /stats 2026-11, or two days: /stats 2026-11-01 2026-11-24. At most a year.
stats-days = { $first } – { $last }
stats-title = 📊 <b>{ $days }</b>
stats-revenue = 💰 Revenue: <b>{ $sum }</b>{ $growth }
stats-orders = 🧾 Orders: <b>{ $count }</b>{ $growth }
stats-average = ⚖️ Average order: { $sum }{ $growth }
stats-buyers = 👥 Customers: { $count } (new: { $new }, returning: { $returning })
stats-before = Compared with { $days }.
stats-before-so-far = Compared with { $days }, up to the same time of day.
stats-nothing = Nothing was ordered.
stats-promos = 🎟 With a promo code: { $orders } of { $all } orders, { $sum }; taken off: { $discount }
stats-promo = { $code } · { $orders } × · { $sum } · −{ $discount }
stats-no-promos = 🎟 No order came with a promo code.
stats-busiest = 🕒 Most orders: { $day }, { $from }–{ $until } ({ $count })
stats-visits = 👣 Visits: <b>{ $count }</b>{ $growth }
stats-conversion = 🛍 Ended in an order: <b>{ $share }</b> (before: { $before })
stats-visits-about = A visit is one customer on one day.
stats-view-sales = 📈 Sales
stats-view-goods = 🏆 Products
stats-view-hours = 🕒 Hours
stats-view-visitors = 👣 Visitors
stats-today = Today
stats-week = 7 days
stats-month = 30 days

chart-revenue = Revenue, { $currency }
chart-orders = Orders
chart-now = { $days }
chart-before = before: { $days }
chart-products = Best products
chart-product-amount = { $pieces } pcs · { $sum }
chart-nothing = Nothing was ordered.
chart-hours = Orders by hour
chart-few = few
chart-many = many
chart-funnel = Visits
chart-reached-shop = Came to the shop
chart-reached-cart = Filled the cart
chart-reached-checkout = Began the checkout
chart-reached-order = Ordered
chart-buyers = Customers who ordered
chart-new = New: { $count }
chart-returning = Returning: { $count }

export-command = Tables for a spreadsheet: /export orders 2026-11
export-hint = Please say which table: /export orders, /export customers, /export products, /export stock. A workbook instead of CSV: /export products xlsx. Orders and customers also of a time: /export orders month, /export orders 2026-11-01 2026-11-24.
export-nothing = There is nothing to export from that time.
export-done = 📄 { $what }, lines: { $lines }
export-cut = ⚠️ These are the newest; a table holds no more. Ask for the older ones by their time, for example /export orders 2026-11.
export-orders = Orders
export-customers = Customers
export-products = Catalogue
export-stock = Stock

digest-title = 🌆 <b>How the day was · { $day }</b>
digest-quiet = { $title } · no orders, new visitors: { $newcomers }
digest-newcomers = 🙋 New visitors: { $count }
digest-product = { $place }. { $name } · { $pieces } pcs · { $sum }
digest-waiting = { $count ->
        [one] ⏰ One order waits to be accepted.
       *[other] ⏰ { $count } orders wait to be accepted.
    }
digest-accepted = { $count ->
        [one] 📦 One order waits to be sent.
       *[other] 📦 { $count } orders wait to be sent.
    }
staff-audit-export = table “{ $what }”, lines
