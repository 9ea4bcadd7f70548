# The first steps in a group: making it the staff's.

setup-hint = 👋 To make this group the one of your shop’s staff, send /setup and the code here. The code is in the log of the bot, and <code>orderbot check</code> shows it too.
setup-anonymous = I cannot see who you are. Please switch off “Remain anonymous” in your administrator rights for a moment, and send /setup with the code again.
setup-wrong = This code is not right, or was used already. The one that works now is in the log of the bot; <code>orderbot check</code> shows it too.
setup-too-often = Those were too many codes. Please try again in an hour.
setup-not-admin = Only an administrator of this group can make it the staff’s.
setup-not-owner = The shop has a staff group already. Only its owner can choose another.
setup-done = ✅ <b>This is the staff group of { $shop } now.</b>
    New orders and questions of customers arrive here. Whoever is in the group belongs to the staff; its creator is the owner. /help tells what can be done here, /staff who may do what.
setup-is = ✅ This is the staff group. Nothing has to be set up.
setup-bot-not-admin = ⚠️ I am no administrator here, so I am told late when somebody comes or leaves. To mend it: the group’s settings, Administrators, add me.
setup-command = Is everything right with this group?
staff-audit-group = staff group

topics-no-forum = This group has no topics. To switch them on: the group’s settings, Topics. Then send /topics again.
topics-no-right = ⚠️ This group has topics, and I may not make any. To mend it: the group’s settings, Administrators, my rights, “Manage topics”. Then send /topics.
topics-made = 🗂 There is a topic for each kind of message now: orders, customers, stock, alerts.
topics-there = 🗂 Orders, customers, stock and alerts have their topics.
topic-orders = 🧾 Orders
topic-support = 💬 Customers
topic-stock = 📦 Stock
topic-alerts = 🔔 Alerts
topic-gone = 🗂 The topic “{ $name }” is not there any more. What belonged there arrives here; /topics makes it again.
