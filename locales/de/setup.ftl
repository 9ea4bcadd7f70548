# Die ersten Schritte in einer Gruppe: sie zur Gruppe des Teams machen.

setup-hint = 👋 Damit diese Gruppe die deines Teams wird, schicke hier /setup und den Code. Der Code steht im Protokoll des Bots, und <code>orderbot check</code> zeigt ihn auch.
setup-anonymous = Ich sehe nicht, wer du bist. Bitte schalte in deinen Administratorrechten „Anonym bleiben“ kurz aus und schicke /setup mit dem Code noch einmal.
setup-wrong = Dieser Code stimmt nicht oder wurde schon benutzt. Der, der jetzt gilt, steht im Protokoll des Bots; <code>orderbot check</code> zeigt ihn auch.
setup-too-often = Das waren zu viele Codes. Bitte versuche es in einer Stunde noch einmal.
setup-not-admin = Nur wer diese Gruppe verwaltet, kann sie zur Gruppe des Teams machen.
setup-not-owner = Der Laden hat schon eine Gruppe für das Team. Nur wer Inhaber ist, kann eine andere wählen.
setup-done = ✅ <b>Das ist jetzt die Gruppe des Teams von { $shop }.</b>
    Neue Bestellungen und Fragen von Kunden kommen hier an. Wer in der Gruppe ist, gehört zum Team; wer sie angelegt hat, ist Inhaber. /help sagt, was hier geht, /staff, wer was darf.
setup-is = ✅ Das ist die Gruppe des Teams. Es ist nichts einzurichten.
setup-bot-not-admin = ⚠️ Ich bin hier kein Administrator und erfahre erst spät, wenn jemand kommt oder geht. So geht es besser: Einstellungen der Gruppe, Administratoren, mich hinzufügen.
setup-command = Ist mit dieser Gruppe alles in Ordnung?
staff-audit-group = Gruppe des Teams

topics-no-forum = Diese Gruppe hat keine Themen. So schaltest du sie ein: Einstellungen der Gruppe, Themen. Dann schicke /topics noch einmal.
topics-no-right = ⚠️ Diese Gruppe hat Themen, und ich darf keine anlegen. So geht es: Einstellungen der Gruppe, Administratoren, meine Rechte, „Themen verwalten“. Dann schicke /topics.
topics-made = 🗂 Für jede Art von Nachricht gibt es jetzt ein Thema: Bestellungen, Kunden, Bestand, Meldungen.
topics-there = 🗂 Bestellungen, Kunden, Bestand und Meldungen haben ihre Themen.
topic-orders = 🧾 Bestellungen
topic-support = 💬 Kunden
topic-stock = 📦 Bestand
topic-alerts = 🔔 Meldungen
topic-gone = 🗂 Das Thema „{ $name }“ gibt es nicht mehr. Was dorthin gehörte, kommt hier an; /topics legt es neu an.
