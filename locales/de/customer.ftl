language-name = 🇩🇪 Deutsch

button-home = 🏠 Start
button-catalog = 🛍 Sortiment
button-cart = 🛒 Warenkorb
button-cart-pieces = 🛒 Warenkorb ({ $pieces })
button-orders = 📦 Bestellungen
button-profile = 👤 Profil
button-languages = 🌐 Sprache
button-notifications = 🔔 Neuigkeiten
button-notifications-on = 🔔 Neuigkeiten bekommen
button-notifications-off = 🔕 Keine mehr
button-support = 💬 Schreib uns
button-help = ❓ Hilfe
button-back = ‹ Zurück
button-order = Bestellen
button-tell-me = 🔔 Sag mir Bescheid
button-add = { $pieces } in den Korb · { $sum }
button-checkout = ✅ Zur Kasse · { $sum }
button-empty-cart = 🗑 Leeren
button-continue = ‹ Weiter stöbern
button-keep = ✓ { $value }
button-keep-phone = ✓ Nummer behalten
button-share-phone = 📱 Meine Nummer senden
button-share-location = 📍 Standort senden
button-delivery = 🚚 Lieferung
button-pickup = 🏬 Abholung
button-no-note = Ohne Notiz ›
button-no-promo = Ohne Code ›
button-confirm = ✅ Bestellen · { $sum }
button-change-delivery = ✏️ Lieferung
button-change-promo = ✏️ Gutschein
button-change-name = ✏️ Name
button-change-phone = ✏️ Telefon
button-change-note = ✏️ Notiz
button-to-cart = ‹ Warenkorb
button-my-order = 📦 Meine Bestellung
button-cancel-order = Bestellung stornieren
button-cancel-yes = Ja, stornieren
button-cancel-no = Nein, behalten
button-amend-agree = ✅ Zustimmen · { $sum }
button-amend-decline = ✖️ So lassen, wie es war
button-reorder = 🔁 Nochmal bestellen
button-edit-name = ✏️ Name
button-edit-phone = ✏️ Telefon
button-delete-me = Meine Daten löschen
button-delete-yes = Ja, alles löschen
button-delete-no = Nein, behalten

home-greeting = 👋 Hallo, { $name }! Willkommen bei <b>{ $shop }</b>.
home-hint = Öffne das Sortiment oder schreib einfach, was du suchst.
help =
    <b>So bestellst du bei { $shop }</b>

    1. Such dir etwas aus dem Sortiment aus oder schreib ein Suchwort.
    2. Sag, wie viele, und leg es in den Warenkorb.
    3. Zur Kasse: wohin, ein Gutschein, wenn du einen hast, bestätigen.

    Wir schreiben dir hier, sobald es weitergeht. /orders zeigt, wo deine Bestellung ist, /support bringt dich zu einem Menschen, /notifications schaltet unsere Neuigkeiten aus und ein.
support-ask = 💬 Schreib deine Frage hier, ein Foto geht auch. Wir antworten in diesem Chat.

catalog-top = <b>Sortiment</b>
    Was darf es sein?
catalog-empty = Im Moment ist das Sortiment leer. Schau bald wieder vorbei.
category = <b>{ $name }</b>
category-empty = <b>{ $name }</b>
    Hier ist gerade nichts.
category-gone = Dieses Regal gibt es nicht mehr.
search-found = 🔎 Gefunden zu „{ $words }“:
search-nothing = 🔎 Nichts gefunden zu „{ $words }“. Versuch ein anderes Wort oder stöbere im Sortiment.
entry = { $name } · { $price }
entry-from = { $name } · ab { $price }
entry-sold-out = { $name } · ausverkauft

product-name = <b>{ $name }</b>
product-price = <b>{ $price }</b>
product-price-from = ab <b>{ $price }</b>
product-variant = { $option }
product-choose = Welche Sorte?
stock-none = Ausverkauft
stock-few = { $left ->
    [one] Nur noch { $left } Stück
   *[other] Nur noch { $left } Stück
}
stock-plenty = Vorrätig
quantity-ask = Wie viele? Mit − und +, oder schreib eine Zahl.

cart-title = 🛒 <b>Dein Warenkorb</b>
cart-empty = 🛒 Dein Warenkorb ist leer. Komm, wir finden etwas Schönes.
line = { $name }
    { $quantity } × { $price } = <b>{ $sum }</b>
cart-line-fewer = ⚠️ Nur noch { $left } da, gewünscht waren { $wanted }
cart-line-price = ⚠️ Der Preis war { $from }, jetzt { $to }
cart-line-gone = ✖️ { $name }: ausverkauft
cart-sum = Summe: <b>{ $sum }</b>
cart-minimum = Bestellen kannst du ab { $minimum }.
cart-free-delivery = Noch { $missing }, dann ist die Lieferung frei.

ask-name = 👤 Auf welchen Namen? Bitte schreib ihn.
ask-phone = 📱 Unter welcher Nummer erreichen wir dich? Tipp auf den Knopf oder schreib sie: +49 30 1234567
ask-method = Wie möchtest du es bekommen?
method-delivery = 🚚 Lieferung: { $fee }
method-delivery-free = 🚚 Lieferung: { $fee }, frei ab { $from }
method-pickup = 🏬 Abholung: { $place }
ask-address = 📍 Wohin? Sende deinen Standort oder schreib die Adresse: Straße, Nummer, Ort.
ask-address-saved = 📍 Wohin? Wähl eine Adresse oder schreib eine neue. Dein Standort (📎) geht auch.
ask-note = 📝 Noch etwas? Klingel, Stockwerk, ein Wunsch. Schreib es, oder weiter.
ask-promo = 🎟 Hast du einen Gutscheincode? Schreib ihn, oder weiter.
confirm-title = 🧾 <b>Deine Bestellung</b>
confirm-payment = 💵 Du zahlst bei Erhalt: bar oder per Überweisung.
total-subtotal = Waren: { $sum }
total-discount = Code { $code }: −{ $sum }
total-promo-free-delivery = Code { $code }: Lieferung frei
total-delivery = Lieferung: { $sum }
total-delivery-free = Lieferung: frei
total = <b>Gesamt: { $sum }</b>
detail-name = 👤 { $name }
detail-phone = 📱 { $phone }
detail-address = 📍 { $address }
detail-pickup = 🏬 Abholung: { $place }
detail-note = 📝 { $note }

placed = 🎉 <b>Danke! Bestellung Nr. { $number } ist da.</b>
    Gesamt: { $sum }

    Wir schauen sie gleich an und schreiben dir hier, sobald es weitergeht.
orders-title = 📦 <b>Deine Bestellungen</b>
orders-none = 📦 Noch keine Bestellungen.
orders-entry = { $icon } Nr. { $number } · { $day } · { $sum }
order-title = 📦 <b>Bestellung Nr. { $number }</b>
status-placed = 🕓 Eingegangen
status-accepted = 👍 Angenommen
status-shipped = 🚚 Unterwegs
status-delivered = ✅ Geliefert
status-ready = 🏬 Abholbereit
status-picked-up = ✅ Abgeholt
status-rejected = ✖️ Abgelehnt
status-cancelled = ✖️ Storniert
timeline = { $at } · { $status }
timeline-note = <i>{ $note }</i>
reason-out-of-stock = Leider ist doch etwas davon ausverkauft.
reason-cannot-deliver = Leider liefern wir dorthin nicht.
reason-no-contact = Wir haben dich nicht erreicht.
cancel-ask = Bestellung Nr. { $number } wirklich stornieren?
amend-asked = <b>✏️ Der Laden schlägt eine Änderung vor:</b>
amended-proposed = ✏️ Änderung vorgeschlagen
amended-agreed = ✏️ Geändert
amended-declined = ✏️ Änderung abgelehnt
amended-expired = ✏️ Änderung verfallen
amended-withdrawn = ✏️ Änderung zurückgezogen
amended-sold-out = ✏️ Nicht geändert: ausverkauft

profile-title = 👤 <b>Dein Profil</b>
profile-no-phone = noch nicht angegeben
profile-language = 🌐 { $language }
profile-credit = 💰 Guthaben: { $sum }
profile-addresses = Gespeicherte Adressen: antippen zum Vergessen.
ask-new-name = 👤 Jetzt: { $name }. Schreib den neuen Namen.
languages-title = 🌐 In welcher Sprache sprechen wir?
notifications-on = 🔔 Du bekommst hier Neuigkeiten und Angebote. Nachrichten zu deinen Bestellungen kommen in jedem Fall.
notifications-off = 🔕 Du bekommst keine Neuigkeiten und Angebote. Nachrichten zu deinen Bestellungen kommen in jedem Fall.
delete-ask = ⚠️ Name, Telefon, Adressen und Warenkorb löschen? Noch nicht angenommene Bestellungen werden storniert. Das lässt sich nicht rückgängig machen.

remark-stale = Der Knopf war aus einer älteren Nachricht. Hier sind wir:
remark-edited = Änderungen sehe ich nicht. Bitte schick es als neue Nachricht.
remark-unknown-command = Diesen Befehl kenne ich nicht. /help zeigt, was ich kann.
remark-unknown-link = Dieser Link führt nirgends mehr hin. Aber schau dich gern um:
remark-nothing-to-cancel = Es gibt nichts abzubrechen.
remark-checkout-left = Kasse verlassen. Dein Warenkorb bleibt.
remark-left = Gut, nichts wurde geändert.
remark-resumed = Wo waren wir? Dein Warenkorb ist noch da:
remark-added = { $pieces ->
    [one] ✅ Liegt im Warenkorb.
   *[other] ✅ { $pieces } Stück liegen im Warenkorb.
}
remark-only-left = { $incart ->
    [0] ⚠️ Nur noch { $left } da.
   *[other] ⚠️ Nur noch { $left } da, und { $incart } hast du schon im Warenkorb.
}
remark-quantity-range = { $most ->
    [one] Es ist nur noch 1 da.
   *[other] Bitte eine Zahl von 1 bis { $most }.
}
remark-product-gone = Das führen wir nicht mehr.
remark-sold-out = Gerade ausverkauft, tut uns leid.
remark-will-tell = 🔔 Wir sagen dir hier Bescheid, sobald es wieder da ist.
remark-cart-emptied = Dein Warenkorb ist jetzt leer.
remark-empty-cart = Dein Warenkorb ist leer.
remark-all-sold-out = 😔 Alles in deinem Warenkorb ist inzwischen ausverkauft. Es wurde nichts bestellt.
remark-cart-full = In deinem Warenkorb liegen { $most } verschiedene Artikel, mehr passen nicht in eine Bestellung. Nimm etwas heraus, oder bestelle diese zuerst.
remark-below-minimum = Bestellen kannst du ab { $minimum }: Es fehlen { $missing }.
remark-address-gone = Diese Adresse ist nicht mehr gespeichert. Bitte schreib sie.
remark-not-a-code = Ein Code hat 4 bis 20 Buchstaben oder Ziffern, etwa WELCOME10.
remark-promo-kept = 🎟 Code { $code } ist für deine Bestellung gemerkt.
remark-changed = ⚠️ <b>Inzwischen hat sich etwas geändert.</b> Bitte prüfen und noch einmal bestätigen:
remark-order-cancelled = Die Bestellung ist storniert.
remark-change-agreed = ✅ Deine Bestellung ist geändert.
remark-change-declined = Deine Bestellung bleibt, wie sie war.
remark-change-sold-out = 😔 Jemand war schneller: So viele gibt es nicht mehr. Deine Bestellung bleibt, wie sie war.
remark-change-over = Diese Änderung wird nicht mehr angeboten. Hier ist deine Bestellung, wie sie steht.
remark-order-unknown = Diese Bestellung finde ich nicht.
remark-order-is = Diese Bestellung ist jetzt: { $status }
remark-reordered = ✅ Alles liegt wieder im Warenkorb.
remark-reordered-without = ✅ Wieder im Warenkorb. Es fehlt ganz oder teilweise: { $names }
remark-saved = ✅ Gespeichert.
remark-language-set = ✅ Ab jetzt auf Deutsch.
remark-broadcasts-on = 🔔 Ab jetzt bekommst du wieder Neuigkeiten und Angebote.
remark-broadcasts-off = 🔕 Keine Neuigkeiten und Angebote mehr. /notifications bringt sie zurück.
remark-support-sent = ✅ Gesendet. Wir antworten hier.
remark-forgotten = ✅ Alles ist gelöscht.

hint-browse = Das kann ich nicht lesen, aber suchen kann ich: Schreib ein Wort, etwa „Tee“.
hint-quantity = Bitte die Menge als Zahl, zum Beispiel 2.
hint-name = Bitte schreib einen Namen, zum Beispiel Anna Schmidt.
hint-phone = Bitte sende deine Nummer mit dem Knopf oder schreib sie, zum Beispiel +49 30 1234567.
hint-method = Bitte mit den Knöpfen wählen: Lieferung oder Abholung.
hint-address = Bitte schreib die Adresse, zum Beispiel: Ulmenstraße 1, Berlin. Oder sende deinen Standort.
hint-note = Bitte schreib die Notiz in Worten, oder weiter ohne.
hint-promo = Bitte schreib den Code, zum Beispiel WELCOME10, oder weiter ohne.
hint-confirm = Bitte prüf die Bestellung und nutze die Knöpfe.
hint-support = Bitte schreib deine Frage oder sende ein Foto.
invalid-phone = Das sieht nicht nach einer Telefonnummer aus. Mit Landesvorwahl, zum Beispiel +49 30 1234567.
invalid-too-long = Das ist etwas lang. Bitte kürzer.

promo-unknown = Diesen Code kenne ich nicht. Vielleicht ein Tippfehler?
promo-not-yet = Dieser Code gilt ab { $from }.
promo-expired = Dieser Code ist abgelaufen.
promo-below-minimum = Dieser Code gilt ab einem Warenwert von { $minimum }.
promo-used-up = Dieser Code ist aufgebraucht.
promo-already-used = Diesen Code hast du schon benutzt.
promo-first-order = Dieser Code ist nur für die erste Bestellung.
promo-nothing-covered = Dieser Code gilt für nichts in deinem Warenkorb.
promo-no-effect = Die Lieferung ist schon frei: Heb dir den Code auf.

change-price = • { $name }: { $to } statt { $from }
change-quantity = • { $name }: { $to } statt { $from }
change-gone = • { $name }: ausverkauft
change-removed = • { $name }: herausgenommen
change-total = <b>Gesamt: { $to } statt { $from }</b>
change-promo = • Der Gutscheincode gilt nicht mehr.
change-discount = • Rabatt: { $to } statt { $from }
change-delivery = • Lieferung: { $to } statt { $from }

