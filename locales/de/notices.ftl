# Was der Bot von selbst sagt, außerhalb der Bildschirme.

too-fast = Das war etwas schnell. Warte einen Moment, dann geht es weiter.
flooded = Das war mehr, als ich auf einmal lesen kann; einiges davon habe ich ausgelassen. Warte einen Moment und sag mir dann noch einmal, was du brauchst.
banned = Der Laden nimmt von diesem Konto keine Bestellungen mehr an. Wenn das ein Irrtum ist, wende dich bitte direkt an den Laden.
not-here = Hier geht das nicht. Öffne einen privaten Chat mit dem Bot.
trouble-technical = Technische Probleme, bitte versuche es später noch einmal. Deine Nachricht geht nicht verloren.
trouble-unexpected = Etwas ist schiefgegangen. Bitte sende /start und versuche es noch einmal.

news-placed = 🧾 Bestellung Nr. { $number } ist eingegangen.
news-accepted = ✅ Bestellung Nr. { $number } ist angenommen. Wir packen sie ein.
news-shipped = 🚚 Bestellung Nr. { $number } ist unterwegs.
news-ready = 🏬 Bestellung Nr. { $number } liegt bereit. Du kannst sie abholen.
news-delivered = 📦 Bestellung Nr. { $number } ist zugestellt. Viel Freude damit!
news-picked-up = 📦 Bestellung Nr. { $number } ist abgeholt. Viel Freude damit!
news-rejected = ❌ Wir können Bestellung Nr. { $number } nicht annehmen. Du musst nichts bezahlen.
news-cancelled = ❌ Wir mussten Bestellung Nr. { $number } stornieren. Du musst nichts bezahlen.
news-tracking = Sendungsverfolgung: { $text }
news-follow = 🔎 Sendung verfolgen
news-reason = Der Laden schreibt: { $text }
news-open = Bestellung ansehen
news-reply = 💬 <b>{ $shop }</b> antwortet:
news-about = 💬 <b>{ $shop }</b> schreibt zu Bestellung Nr. { $number }:
amend-proposed = ✏️ <b>{ $shop }</b> schlägt eine Änderung von Bestellung Nr. { $number } vor:
amend-until = Nichts ändert sich, bevor du zustimmst. Das Angebot gilt bis { $until }.
amend-over = Die vorgeschlagene Änderung von Bestellung Nr. { $number } gilt nicht mehr. Deine Bestellung bleibt, wie sie war.
news-answer = ✍️ Antworten

inline-open = Im Laden öffnen
inline-price-from = ab { $price }

command-menu = Im Laden stöbern
command-cart = Dein Warenkorb
command-orders = Deine Bestellungen
command-profile = Name, Telefon, Adressen
command-language = Sprache wählen
command-notifications = Neuigkeiten an oder aus
command-support = Dem Laden schreiben
command-help = Was der Bot kann
command-cancel = Abbrechen
command-delete-me = Deine Daten löschen
news-back-in-stock = 🔔 <b>{ $name }</b> ist wieder da: { $price }.
button-open-product = 👀 Ansehen
