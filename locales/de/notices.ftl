# Was der Bot von selbst sagt, außerhalb der Bildschirme.

too-fast = Das war etwas schnell. Warten Sie einen Moment, dann geht es weiter.
banned = Der Laden nimmt von diesem Konto keine Bestellungen mehr an. Wenn das ein Irrtum ist, wenden Sie sich bitte direkt an den Laden.
not-here = Hier geht das nicht. Öffnen Sie einen privaten Chat mit dem Bot.
trouble-technical = Technische Probleme, bitte versuchen Sie es später noch einmal. Ihre Nachricht geht nicht verloren.
trouble-unexpected = Etwas ist schiefgegangen. Bitte senden Sie /start und versuchen Sie es noch einmal.

news-placed = 🧾 Bestellung Nr. { $number } ist eingegangen.
news-accepted = ✅ Bestellung Nr. { $number } ist angenommen. Wir packen sie ein.
news-shipped = 🚚 Bestellung Nr. { $number } ist unterwegs.
news-ready = 🏬 Bestellung Nr. { $number } liegt bereit. Sie können sie abholen.
news-delivered = 📦 Bestellung Nr. { $number } ist zugestellt. Viel Freude damit!
news-picked-up = 📦 Bestellung Nr. { $number } ist abgeholt. Viel Freude damit!
news-rejected = ❌ Wir können Bestellung Nr. { $number } nicht annehmen. Sie müssen nichts bezahlen.
news-cancelled = Bestellung Nr. { $number } ist storniert.
news-tracking = Sendungsverfolgung: { $text }
news-out-of-stock = Etwas daraus ist ausverkauft. Das tut uns leid.
news-cannot-deliver = An diese Adresse liefern wir nicht. Das tut uns leid.
news-no-contact = Wir konnten Sie nicht erreichen.
news-reason = Der Laden schreibt: { $text }
news-open = Bestellung ansehen
news-reply = 💬 <b>{ $shop }</b> antwortet:
news-answer = ✍️ Antworten

inline-open = Im Laden öffnen
inline-price-from = ab { $price }

command-menu = Im Laden stöbern
command-cart = Ihr Warenkorb
command-orders = Ihre Bestellungen
command-profile = Name, Telefon, Adressen
command-language = Sprache wählen
command-support = Dem Laden schreiben
command-help = Was der Bot kann
command-cancel = Abbrechen
command-delete-me = Ihre Daten löschen
