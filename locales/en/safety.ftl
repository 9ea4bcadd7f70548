# Protection of a shop that is paid on receipt, for the staff and for customers.

staff-section-safety = 🛡 Safety
staff-section-safety-about = For a shop that is paid on receipt: how many unpaid orders one customer may have open at once, whether the phone number must be that of their own Telegram account, and from how many orders on that they did not collect you take no more. Nothing is limited until you say so.
staff-setting-most-open = Open orders per customer
staff-setting-verified-phone = Only a shared phone number
staff-setting-no-shows = Refuse after no-shows
staff-setting-no-limit = no limit
staff-ask-limit = 🛡 { $who }, { $number }: how many? Reply to this message with a number from 1 to 99, for example: 3. A dash (-) means no limit.
staff-ask-limit-hint = For example 3
staff-limit-refused = Please reply to the question with a number from 1 to 99, for example: 3. A dash (-) means no limit.

staff-not-collected = 🚫 Not collected
staff-not-collected-ask = <b>🚫 Did nobody take order No. { $number }?</b>
    The pieces go back on sale, and what the customer had used for it (a code, store credit) is given back. They are told politely, and it counts against them.
staff-not-collected-yes = 🚫 Yes, not collected
staff-status-not-collected = 🚫 Not collected
staff-no-shows = 🚫 Orders not collected: { $count }
staff-clear-no-shows = 🧹 Forget what was not collected
staff-no-shows-cleared = It does not count any more.
staff-ledger-back = ↩️ order { $number }, not collected

reason-not-collected = It was not collected.
news-not-collected = 🏬 Order No. { $number } did not reach you and is back in the shop. You do not have to pay anything. If something went wrong, just write to us: /support
ask-phone-shared = 📱 Please share your phone number with the button below. The shop takes orders only with the number of your own Telegram account.
remark-phone-unshared = 📱 Please use the button below: the shop needs the number of your own Telegram account, a typed one will not do.
remark-too-many-open = { $most ->
    [one] ⏳ You have an order under way already. As soon as it has reached you, you can order again; your cart is kept.
   *[other] ⏳ You have { $most } orders under way already. As soon as one of them has reached you, you can order again; your cart is kept.
}
remark-no-shows = 🙏 Some of your orders were not collected, so we cannot take another one here right now. Please write to us, and we will find a way: /support
