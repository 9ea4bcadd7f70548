# Nachrichten zwischen dem Laden und seinen Kunden: Fragen, Textbausteine.

canned-command = Fertige Antworten auf Fragen der Kunden
canned-answers = 💬 Fertige Antworten
canned-title = <b>💬 Fertige Antworten</b>
canned-about = Zum Senden unter der Nachricht eines Kunden auf „💬 Fertige Antworten“ drücken, oder mit dem Namen darauf antworten: !zeiten
canned-none = Noch keine. Öffnungszeiten, Lieferung, Rückgabe: Was fragen Kunden immer wieder?
canned-none-yet = Es gibt noch keine fertigen Antworten. Manager legen sie mit /answers an.
canned-line = <b>{ $name }</b> · { $text }
canned-unwritten = (noch ohne Text)
canned-new = ➕ Neue Antwort
canned-word = ✏️ Text
canned-remove = 🗑 Entfernen
canned-remove-ask = Diese Antwort entfernen? Gesendetes bleibt gesendet.
canned-remove-really = 🗑 Ja, entfernen
canned-removed = Entfernt.
canned-back = ‹ Alle Antworten
canned-gone = Das gibt es nicht mehr.
canned-full = Es gibt schon { $most } Antworten. Bitte zuerst eine entfernen.
canned-ask-name = 💬 { $who }, { $number }: Wie heißt sie? Bitte auf diese Nachricht mit einem kurzen Wort antworten, zum Beispiel: zeiten
canned-ask-name-hint = Zum Beispiel zeiten
canned-name-refused = Bitte auf die Frage mit einem Wort antworten, höchstens 24 Buchstaben und Ziffern, zum Beispiel: zeiten
canned-name-taken = Eine Antwort mit diesem Namen gibt es schon. Bitte auf die Frage mit einem anderen antworten.
canned-ask-text = ✏️ { $who }, was lesen Kunden bei { $number }? Bitte auf diese Nachricht antworten.
canned-ask-text-hint = Die Antwort
canned-text-refused = Bitte auf die Frage mit einem Text antworten, höchstens 2000 Zeichen. Zum Beispiel: Wir haben Montag bis Freitag von 10 bis 18 Uhr geöffnet.
canned-choose = 💬 Welche Antwort für { $who }?
canned-sent = ✅ { $who } hat { $name } gesendet:
canned-sent-toast = ✅ Gesendet
canned-unknown = Nichts gesendet: Eine Antwort { $name } gibt es nicht. /answers zeigt alle.
canned-audit = fertige Antwort

letters-open = 💬 Nachrichten
letters = <b>💬 Nachrichten mit { $name }</b>
letters-none = Noch keine.
letters-customer = <b>👤 { $who }</b> · { $at }
letters-shop = <b>🏪 { $who }</b> · { $at }
letters-file = 📎 Ein Bild oder eine Datei

broadcast-leads = Knopf: { $target }
broadcast-scheduled = 🕐 Geplant
broadcast-starts = Beginnt: <b>{ $at }</b>
broadcast-starts-about = Wer sie bekommt, wird beim Beginn ermittelt. Bitte die Nachricht so lange in der Gruppe lassen.
broadcast-quiet = 🌙 Ruhezeit: wartet bis { $until }
broadcast-followed = { $count ->
    [0] 🛒 Noch keine Bestellungen binnen 3 Tagen danach.
    [one] 🛒 Eine Bestellung binnen 3 Tagen danach: { $sum }
   *[other] 🛒 { $count } Bestellungen binnen 3 Tagen danach: { $sum }
}
broadcast-refresh = 🔄 Aktualisieren
broadcast-other-time = 🕐 Andere Zeit
broadcast-days = 🗓 In … Tagen gekauft
broadcast-category = 🗂 Aus einer Kategorie gekauft
broadcast-link = 🔗 Knopf: { $target }
broadcast-later = 🕐 Später
broadcast-product = 📦 Ein Produkt
broadcast-which-category = 🗂 Wer hat je etwas aus welcher Kategorie gekauft?
broadcast-which-link = 🔗 Wohin soll der Knopf unter der Nachricht führen?
broadcast-open = Nr. { $id }
broadcast-line = { $id } · { $state } · { $segment }{ $at }
broadcast-this = die Nachricht
broadcast-ask-days = 🗓 { $who }, { $number } geht an alle, die in den letzten wie vielen Tagen gekauft haben? Bitte mit einer Zahl antworten.
broadcast-ask-days-hint = Zum Beispiel 60
broadcast-days-refused = Bitte auf die Frage mit einer Zahl von 1 bis 3653 antworten, zum Beispiel: 60
broadcast-ask-product = 📦 { $who }, zu welchem Produkt führt der Knopf ({ $number })? Bitte mit der Nummer antworten; /products zeigt sie.
broadcast-ask-product-hint = Zum Beispiel 17
broadcast-product-refused = Ein Produkt mit dieser Nummer ist nicht im Verkauf. Bitte auf die Frage mit der Nummer aus /products antworten, zum Beispiel: 17
broadcast-ask-when = 🕐 { $who }, wann geht { $number } hinaus? Bitte mit Tag und Uhrzeit des Ladens antworten, zum Beispiel: morgen 10:00 oder 24.12. 18:30
broadcast-ask-when-hint = morgen 10:00
when-unreadable = Das verstehe ich nicht. Bitte so auf die Frage antworten: morgen 10:00, oder 24.12. 18:30, oder 2026-12-24 18:30.
when-no-time = Um wie viel Uhr? Bitte auf die Frage mit Tag und Uhrzeit antworten, zum Beispiel: morgen 10:00
when-past = Das ist schon vorbei. Bitte auf die Frage mit einer späteren Zeit antworten, zum Beispiel: morgen 10:00
when-too-far = Das ist mehr als ein Jahr voraus. Bitte auf die Frage mit einem früheren Tag antworten, zum Beispiel: 24.12. 18:30
segment-bought-from = Aus „{ $name }“ gekauft
segment-with-cart = 🛒 Warenkorb gefüllt
button-open-named = 🛍 { $name }

staff-section-messages = 💌 Nachrichten
staff-section-messages-about = Wann Nachrichten hinausgehen, auf die niemand wartet, und welche der Laden von selbst sendet. Neues zu Bestellungen und Antworten gehen immer sofort.
staff-setting-quiet = 🌙 Ruhezeit
staff-ask-quiet = 🌙 { $who }, { $number }: Von wann bis wann soll täglich Ruhe sein? Bitte auf diese Nachricht antworten, zum Beispiel: 21:00-9:00. Ein Strich (-) heißt nie.
staff-ask-quiet-hint = Zum Beispiel 21:00-9:00
staff-quiet-refused = Bitte so auf die Frage antworten: 21:00-9:00. Ein Strich (-) heißt nie; ein ganzer Tag ist zu lang.
staff-setting-cart-reminder = 🛒 An Warenkorb erinnern
staff-setting-reminder-after = ⏳ Nach Stunden
staff-setting-restock-news = 🔔 „Sag mir, wenn es wieder da ist“
staff-ask-hours-left = ⏳ { $who }, { $number }: wie viele? Bitte auf diese Nachricht mit einer Zahl von 1 bis 168 antworten, zum Beispiel: 24
staff-ask-hours-left-hint = Zum Beispiel 24
staff-hours-left-refused = Bitte auf die Frage mit einer Zahl von 1 bis 168 antworten, zum Beispiel: 24
news-cart = 🛒 <b>Dein Warenkorb ist noch da</b>
news-cart-line = { $pieces } × { $name }
news-cart-more = { $count ->
    [one] … und noch etwas
   *[other] … und { $count } weitere
}
news-cart-about = Wann immer du magst: Alles ist, wie du es verlassen hast. Wir erinnern dich nicht noch einmal daran.
