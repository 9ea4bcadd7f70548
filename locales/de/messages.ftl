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
