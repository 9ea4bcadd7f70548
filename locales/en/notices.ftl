# What the bot says by itself, outside the screens.

too-fast = That was a bit fast. Wait a moment, then go on.
flooded = That was more than I can read at once, and I left some of it out. Wait a moment, then tell me again what you need.
banned = The shop does not take orders from this account any more. If you think this is a mistake, please contact the shop directly.
not-here = This does not work here. Open a private chat with the bot.
trouble-technical = Technical problems, please try again later. What you sent is not lost.
trouble-unexpected = Something went wrong. Please send /start and try again.

news-placed = 🧾 Order No. { $number } was placed.
news-accepted = ✅ Order No. { $number } was accepted. We are packing it.
news-shipped = 🚚 Order No. { $number } is on its way.
news-ready = 🏬 Order No. { $number } is ready. You can pick it up.
news-delivered = 📦 Order No. { $number } was delivered. Enjoy!
news-picked-up = 📦 Order No. { $number } was picked up. Enjoy!
news-rejected = ❌ We cannot take order No. { $number }. You do not have to pay anything.
news-cancelled = ❌ We had to cancel order No. { $number }. You do not have to pay anything.
news-tracking = To follow it: { $text }
news-follow = 🔎 Follow the parcel
news-reason = The shop writes: { $text }
news-open = Show the order
news-reply = 💬 <b>{ $shop }</b> replies:
news-about = 💬 <b>{ $shop }</b> writes about order No. { $number }:
amend-proposed = ✏️ <b>{ $shop }</b> proposes a change of order No. { $number }:
amend-until = Nothing changes until you agree. The offer holds until { $until }.
amend-over = The proposed change of order No. { $number } is off the table. Your order stays as it was.
news-answer = ✍️ Answer

inline-open = Open in the shop
inline-price-from = from { $price }

command-menu = Browse the shop
command-cart = Your cart
command-orders = Your orders
command-profile = Name, phone, addresses
command-language = Choose the language
command-notifications = News on or off
command-support = Write to the shop
command-help = What the bot can do
command-cancel = Leave what you are doing
command-delete-me = Erase your data
news-back-in-stock = 🔔 <b>{ $name }</b> is back: { $price }.
button-open-product = 👀 Have a look
