# Nachrichten zwischen dem Laden und seinen Kunden: Fragen, Textbausteine.

canned-command = Fertige Antworten auf Fragen der Kunden
canned-answers = 💬 Fertige Antworten
canned-title = <b>💬 Fertige Antworten</b>
canned-about = Zum Senden drücke unter der Nachricht eines Kunden „💬 Fertige Antworten“, oder antworte darauf mit dem Namen: !zeiten
canned-none = Noch keine. Öffnungszeiten, Lieferung, Rückgabe: Was fragen Kunden immer wieder?
canned-none-yet = Es gibt noch keine fertigen Antworten. Die Leitung legt sie mit /answers an.
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
canned-full = Es gibt schon { $most } Antworten. Entferne bitte zuerst eine.
canned-ask-name = 💬 { $who }, { $number }: Wie heißt sie? Antworte bitte auf diese Nachricht mit einem kurzen Wort, zum Beispiel: zeiten
canned-ask-name-hint = Zum Beispiel zeiten
canned-name-refused = Antworte bitte auf die Frage mit einem Wort, höchstens 24 Buchstaben und Ziffern, zum Beispiel: zeiten
canned-name-taken = Eine Antwort mit diesem Namen gibt es schon. Antworte bitte auf die Frage mit einem anderen.
canned-ask-text = ✏️ { $who }, was lesen Kunden bei { $number }? Antworte bitte auf diese Nachricht.
canned-ask-text-hint = Die Antwort
canned-text-refused = Antworte bitte auf die Frage mit einem Text, höchstens 2000 Zeichen. Zum Beispiel: Wir haben Montag bis Freitag von 10 bis 18 Uhr geöffnet.
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
broadcast-starts-about = Wer sie bekommt, wird beim Beginn ermittelt. Lass die Nachricht so lange in der Gruppe.
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
broadcast-which-category = 🗂 An alle, die je aus einer Kategorie gekauft haben. Aus welcher?
broadcast-which-link = 🔗 Wohin soll der Knopf unter der Nachricht führen?
broadcast-open = Nr. { $id }
broadcast-line = { $id } · { $state } · { $segment }{ $at }
broadcast-this = die Nachricht
broadcast-ask-days = 🗓 { $who }, { $number } geht an alle, die in den letzten … Tagen gekauft haben. Wie viele Tage? Antworte mit einer Zahl.
broadcast-ask-days-hint = Zum Beispiel 60
broadcast-days-refused = Antworte bitte auf die Frage mit einer Zahl von 1 bis 3653, zum Beispiel: 60
broadcast-ask-product = 📦 { $who }, zu welchem Produkt führt der Knopf ({ $number })? Antworte bitte mit der Nummer; /products zeigt sie.
broadcast-ask-product-hint = Zum Beispiel 17
broadcast-product-refused = Ein Produkt mit dieser Nummer ist nicht im Verkauf. Antworte bitte auf die Frage mit der Nummer aus /products, zum Beispiel: 17
broadcast-ask-when = 🕐 { $who }, wann geht { $number } hinaus? Antworte bitte mit Tag und Uhrzeit des Ladens, zum Beispiel: morgen 10:00 oder 24.12. 18:30
broadcast-ask-when-hint = morgen 10:00
when-unreadable = Das verstehe ich nicht. Antworte bitte so auf die Frage: morgen 10:00, oder 24.12. 18:30, oder 2026-12-24 18:30.
when-no-time = Um wie viel Uhr? Antworte bitte auf die Frage mit Tag und Uhrzeit, zum Beispiel: morgen 10:00
when-past = Das ist schon vorbei. Antworte bitte auf die Frage mit einer späteren Zeit, zum Beispiel: morgen 10:00
when-too-far = Das ist mehr als ein Jahr voraus. Antworte bitte auf die Frage mit einem früheren Tag, zum Beispiel: 24.12. 18:30
segment-bought-from = Aus „{ $name }“ gekauft
segment-with-cart = 🛒 Warenkorb gefüllt
button-open-named = 🛍 { $name }

staff-section-messages = 💌 Nachrichten
staff-section-messages-about = Wann Nachrichten hinausgehen, auf die niemand wartet, und welche der Laden von selbst sendet. Neuigkeiten zu Bestellungen und Antworten gehen immer sofort hinaus.
staff-setting-quiet = 🌙 Ruhezeit
staff-ask-quiet = 🌙 { $who }, { $number }: Von wann bis wann soll täglich Ruhe sein? Antworte bitte auf diese Nachricht, zum Beispiel: 21:00-9:00. Ein Strich (-) heißt nie.
staff-ask-quiet-hint = Zum Beispiel 21:00-9:00
staff-quiet-refused = Antworte bitte so auf die Frage: 21:00-9:00. Ein Strich (-) heißt nie; ein ganzer Tag ist zu lang.
staff-setting-cart-reminder = 🛒 An Warenkorb erinnern
staff-setting-reminder-after = ⏳ Erinnern nach (Std.)
staff-setting-restock-news = 🔔 „Sag mir Bescheid“
staff-ask-hours-left = ⏳ { $who }, { $number }: wie viele? Antworte bitte auf diese Nachricht mit einer Zahl von 1 bis 168, zum Beispiel: 24
staff-ask-hours-left-hint = Zum Beispiel 24
staff-hours-left-refused = Antworte bitte auf die Frage mit einer Zahl von 1 bis 168, zum Beispiel: 24
news-cart = 🛒 <b>Dein Warenkorb ist noch da</b>
news-cart-line = { $pieces } × { $name }
news-cart-more = { $count ->
    [one] … und noch etwas
   *[other] … und { $count } weitere
}
news-cart-about = Wann immer du magst: Alles ist, wie du es verlassen hast. Wir erinnern dich nicht noch einmal daran.
