# Store credit, for the staff and for customers.

staff-patron-give = ➕ Credit
staff-patron-take = ➖ Debit
staff-patron-ledger = 📒 Credit history
staff-credit = 📒 <b>Store credit of { $who }: { $sum }</b>
staff-credit-none = Nothing has changed it yet.
staff-credit-line = { $at } · <b>{ $change }</b> · { $what }
staff-ask-give = ➕ { $who }, how much store credit does { $number } get, and why? Reply to this message, for example: 5 parcel came late. The customer is told the amount; the reason is for colleagues.
staff-ask-give-hint = 5 parcel came late
staff-ask-take = ➖ { $who }, how much store credit is taken from { $number }, and why? Reply to this message, for example: 5 given by mistake. The reason is for colleagues.
staff-ask-take-hint = 5 given by mistake
staff-credit-refused = I need an amount and a reason. Please reply to the question once more, for example: 5 parcel came late
staff-credit-short = Not changed: there is only { $sum } of credit.
news-credit-given = 🎁 <b>{ $shop }</b> gave you { $sum } of store credit. It is used with your next order.

button-keep-credit = 🎁 Keep my credit for later
button-use-credit = 🎁 Pay with my credit
total-credit = 🎁 Store credit: −{ $sum }
total-to-pay = <b>To pay: { $sum }</b>
confirm-paid = 🎁 Your store credit pays for all of it: nothing to pay on receipt.
change-credit = • Store credit: { $to } instead of { $from }
delete-credit = 🎁 Your store credit of { $sum } is lost with it.
news-credit-back = 🎁 { $sum } of store credit is yours again.
staff-credit-used = 🎁 Store credit: −{ $sum }
staff-to-collect = <b>To collect: { $sum }</b>
staff-slip-credit = Store credit
staff-slip-to-collect = To pay
