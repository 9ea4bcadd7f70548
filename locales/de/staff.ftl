# Was die Gruppe des Teams liest.

staff-card = 🧾 <b>Bestellung Nr. { $number }</b> · { $status }
    { $at }
staff-line = { $quantity } × { $name } · { $sum }
staff-more-lines = { $count ->
        [one] … und eine weitere Zeile
       *[other] … und { $count } weitere Zeilen
    }
staff-discount = Rabatt { $code }: −{ $sum }
staff-promo-free-delivery = Code { $code }: Lieferung frei
staff-delivery = Lieferung: { $sum }
staff-total = <b>Gesamt: { $sum }</b>
staff-customer = 👤 { $who } · { $lang }
staff-phone = 📞 { $phone }
staff-address = 📍 { $address }
staff-map = <a href="{ $link }">🗺 Karte</a>
staff-pickup = 🏬 Abholung
staff-note = 📝 { $note }
staff-forgotten = 👤 Die Person hat ihre Daten löschen lassen.
staff-event = { $at } · { $status } · { $who }
staff-event-note = ↳ { $note }
staff-by-customer = Kunde
staff-by-system = automatisch

staff-status-placed = 🆕 Neu
staff-status-accepted = ✅ Angenommen
staff-status-shipped = 🚚 Versandt
staff-status-ready = 🏬 Liegt zur Abholung bereit
staff-status-delivered = 📦 Zugestellt
staff-status-picked-up = 📦 Abgeholt
staff-status-rejected = ❌ Abgelehnt
staff-status-cancelled = 🚫 Storniert

staff-accept = ✅ Annehmen
staff-reject = ❌ Ablehnen
staff-cancel = 🚫 Stornieren
staff-ship = 🚚 Versandt
staff-ready = 🏬 Liegt bereit
staff-deliver = 📦 Zugestellt
staff-hand-over = 📦 Abgeholt
staff-ship-tracking = ✍️ Andere Sendungsnummer
staff-ship-plain = 🚚 Ohne Sendungsnummer
staff-back = ‹ Zurück
staff-reason-out-of-stock = Ausverkauft
staff-reason-cannot-deliver = Dorthin liefern wir nicht
staff-reason-no-contact = Niemand zu erreichen
staff-reason-other = ✍️ Anderer Grund…
staff-cancel-ask = <b>🚫 Bestellung Nr. { $number } wirklich stornieren?</b>
    Die Ware geht zurück in den Verkauf, ein Gutscheincode ist wieder frei, und der Kunde erfährt den Grund. Welcher ist es?
staff-cancel-plain = Ohne Grund

staff-ask-reason = ✍️ { $who }, warum wird Bestellung { $number } abgelehnt? Antworte auf diese Nachricht; der Kunde wird es lesen.
staff-ask-reason-hint = Der Grund
staff-ask-cancel = ✍️ { $who }, warum wird Bestellung { $number } storniert? Antworte auf diese Nachricht; der Kunde wird es lesen.
staff-ask-tracking = ✍️ { $who }, wie lässt sich Bestellung { $number } verfolgen? Antworte auf diese Nachricht mit einer Nummer oder einem Link.
staff-ask-tracking-hint = Sendungsnummer oder Link
staff-ask-parcel = ✍️ { $who }, wie lautet die Sendungsnummer von Bestellung { $number }? Antworte auf diese Nachricht; der Kunde bekommt den Link.
staff-ask-parcel-hint = Sendungsnummer
staff-parcel-hint = Das ist keine Sendungsnummer: 4 bis 40 Buchstaben und Ziffern. Bitte antworte noch einmal auf die Frage, zum Beispiel: 00340434161094
staff-answer-in-words = Bitte antworte mit Worten, höchstens 500 Zeichen, zum Beispiel: „DHL 00340434161094000000“.

staff-only = Diese Knöpfe sind für das Team des Ladens.
staff-unknown-button = Dieser Knopf ist veraltet. Sende /order und die Nummer für eine neue Karte.
staff-unknown-command = Diesen Befehl kenne ich nicht. /help zeigt alle.
staff-no-order = Diese Bestellung gibt es nicht.
staff-overtaken = Jemand war schneller: Die Bestellung ist jetzt „{ $status }“.

staff-support = 💬 { $who } · { $lang } schreibt. Antworte auf diese Nachricht.

staff-dead-letter = ⚠️ Eine Nachricht konnte nicht bearbeitet werden (Update { $update }): { $cause }
staff-try-again = 🔁 Noch einmal
staff-drop = 🗑 Verwerfen
staff-tried-again = Es wird noch einmal versucht.
staff-dropped = Verworfen.
staff-letter-gone = Das hat schon jemand erledigt.

staff-broadcast-hint = Schreib die Nachricht zuerst hier und antworte dann darauf mit /broadcast. Nichts geht hinaus, bevor du gesehen hast, wie viele sie bekommen.
staff-broadcast-album = Ein Album lässt sich nicht als eine Nachricht senden. Bitte antworte auf ein einzelnes Bild oder einen Text.
staff-broadcast-draft = 📣 Diese Nachricht an Kunden senden?
staff-broadcast-sending = 📣 Unterwegs
staff-broadcast-paused = ⏸ Angehalten
staff-broadcast-done = ✅ Alle waren an der Reihe
staff-broadcast-cancelled = ✖️ Abgebrochen
staff-broadcast-to = An: { $segment }
staff-broadcast-audience = Empfänger: { $count }
staff-broadcast-nobody = In dieser Gruppe ist niemand, der erreichbar ist und Neuigkeiten möchte.
staff-broadcast-soon = Dauert bis zu einer Minute.
staff-broadcast-minutes = Dauert etwa { $minutes } Min.
staff-broadcast-far = { $ended } von { $recipients }
staff-broadcast-sent = ✅ Gesendet: { $count }
staff-broadcast-unreachable = 🚫 Haben den Bot blockiert: { $count }
staff-broadcast-skipped = 🔕 Möchten keine Neuigkeiten mehr: { $count }
staff-broadcast-failed = ❌ Von Telegram abgelehnt: { $count }
staff-broadcast-uncertain = ❔ Ungewiss: { $count } (Telegrams Antwort ging verloren; nicht noch einmal gesendet)
staff-broadcast-trouble = ⚠️ Telegram nimmt diese Nachricht nicht an. Wurde sie gelöscht? { $cause }
staff-broadcast-send = 📣 An { $count } senden
staff-broadcast-cancel = ✖️ Abbrechen
staff-broadcast-pause = ⏸ Anhalten
staff-broadcast-resume = ▶️ Weiter
staff-broadcast-moved-on = Jemand war schneller. Die Karte zeigt den Stand.
staff-segment-everyone = Alle
staff-segment-bought = Kauf in { $days } Tagen
staff-segment-new = Noch nie gekauft

staff-command-order = Eine Bestellung zeigen, zum Beispiel /order 12
staff-command-broadcast = Als Antwort: Nachricht an Kunden senden
staff-command-help = Was der Bot hier tut
staff-order-hint = Bitte sende die Nummer der Bestellung, zum Beispiel: /order 12
staff-help =
    Neue Bestellungen kommen hier als Karten an. Drücke die Knöpfe, wenn es weitergeht; der Kunde wird jedes Mal benachrichtigt.

    Fragen von Kunden kommen auch hier an: Antworte darauf, und deine Antwort geht an die Person.

    /order 12 zeigt die Karte einer Bestellung noch einmal.

    /orders zeigt, was offen ist, /find Anna oder /find 030 1234 findet eine Bestellung.

    /answers · fertige Antworten; auf eine Kundenfrage mit !name antworten sendet sie

    Mit /orders new nimmst du alle neuen auf einmal an, mit /orders packed versendest du alle gepackten.

    /products zeigt, was verkauft wird: Preise, Bestand, verbergen und zeigen. /products low ist, was knapp wird, /product 17 ein einzelnes Produkt.

    Leitung und Inhaber haben außerdem:
    /newproduct, /categories · das Sortiment anlegen und ändern
    /import · das Sortiment als Datei aus einer Tabellenkalkulation
    /customer @name · wer jemand ist
    /stats, /export · wie der Laden läuft, in Bildern und Tabellen
    /promos · die Gutscheincodes
    /settings · Gebühren, Zeiten, Lieferung, Texte
    /setup, /topics · was dieser Gruppe noch fehlt, und ihre Themen
    /staff, /audit · wer was darf, und wer was getan hat
    /broadcast · an alle Kunden oder einen Teil: schreib die Nachricht hier und antworte darauf mit /broadcast

    /help zeigt das noch einmal.

staff-not-allowed = Deine Rolle hier ist „{ $role }“, dazu gehört das nicht. Ändern kann sie die Inhaberin oder der Inhaber mit /staff.
staff-role-owner = Inhaber
staff-role-manager = Leitung
staff-role-packer = Versand
staff-role-support = Kundendienst
staff-role-guest = 🚫 Kein Zugang
staff-role-gone = nicht in der Gruppe
staff-role-default = Wie in der Gruppe
staff-role-of-creator = Die Gruppe gehört ihr oder ihm: immer Inhaber.
staff-role-of-standing = Ohne eigene Rolle: Administratoren der Gruppe leiten, alle anderen packen.
staff-role-given = Die Rolle ist geändert.
staff-role-own = Niemand ändert die eigene Rolle. Frag jemand anderen mit der Rolle „Inhaber“.
staff-role-overtaken = Jemand war schneller. Die Karte zeigt die jetzige Rolle.
staff-roster = <b>👥 Wer hier arbeitet</b>
    Tippe auf einen Namen, um die Rolle zu ändern. Jemanden finden: /staff @name, oder antworte auf eine Nachricht mit /staff.
staff-roster-back = ‹ Alle
staff-person = 👤 { $who }
    <b>{ $role }</b>
staff-nobody = Diese Person finde ich nicht in der Gruppe. Nimm sie zuerst auf und antworte dann auf eine Nachricht von ihr mit /staff.

staff-audit = <b>📜 Wer was getan hat</b>
staff-audit-hint = Bitte frag so: /audit, /audit 12 (eine Bestellung), /audit p7 (ein Produkt), /audit @name.
staff-audit-empty = Noch nichts.
staff-audit-line = { $at } · { $who } · { $what }: { $change }
staff-audit-order = Bestellung { $number }
staff-audit-product = Produkt { $id }
staff-audit-person = Person { $id }
staff-audit-broadcast = Rundschreiben { $id }
staff-audit-update = Update { $id }
staff-newest = « Neueste
staff-older = Ältere ›
staff-product-shown = im Verkauf
staff-product-hidden = verborgen
staff-command-staff = Wer hier arbeitet, und als was
staff-command-audit = Wer was getan hat

staff-take = 🙋 Ich mache das
staff-put-back = ↩️ Abgeben
staff-pack = 📦 Gepackt
staff-unpack = ↩️ Auspacken
staff-annotate = 📝 Notiz
staff-taken = Das ist jetzt deine.
staff-taken-by = { $who } kümmert sich darum.
staff-put-back-done = Jetzt kann es jemand anderes übernehmen.
staff-packed = 📦 Gepackt
staff-unpacked = Nicht mehr gepackt.
staff-noted = 📝 Notiz
staff-done-already = Das ist schon erledigt.
staff-card-taken = 🙋 { $who }
staff-card-note = 🗒 { $note }
staff-ask-note = ✍️ { $who }, was sollen die anderen über Bestellung { $number } wissen? Antworte auf diese Nachricht; der Kunde sieht es nicht.
staff-ask-note-hint = Notiz für das Team
staff-write = ✉️ Schreiben
staff-ask-write = ✉️ { $who }, was soll der Kunde von Bestellung { $number } lesen? Antworte auf diese Nachricht, auch mit einem Bild. Die Antwort kommt hierher.
staff-ask-write-hint = An den Kunden
staff-nobody-to-write-to = Nicht gesendet: Der Kunde hat seine Daten löschen lassen.
staff-slip = 🖨 Packzettel
staff-slip-title = Bestellung Nr. { $number }
staff-slip-discount = Rabatt { $code }
staff-slip-delivery = Lieferung
staff-slip-total = Gesamt
staff-slip-pickup = Abholung
staff-slip-note = Hinweis: { $note }
staff-slip-forgotten = Daten gelöscht
staff-link-brought = 🧾 Die Karte von Bestellung Nr. { $number } steht jetzt am Ende der Gruppe des Teams.
staff-link-open = Karte zeigen
staff-amend = ✏️ Ändern
staff-amend-title = <b>✏️ Änderung von Bestellung Nr. { $number }</b>
staff-amend-draft = Nichts ändert sich, bevor der Kunde zustimmt. Er sieht, was war und was wäre.
staff-amend-waits = ✏️ <b>Der Kunde wurde gefragt</b> · bis { $until }
staff-amend-fee = 🚚 Liefergebühr
staff-amend-propose = 📨 Kunden fragen
staff-amend-discard = ✖️ Verwerfen
staff-amend-withdraw = ✖️ Zurückziehen
staff-amend-proposed = Der Kunde wurde gefragt.
staff-amend-withdrawn = Zurückgezogen. Die Bestellung bleibt, wie sie ist.
staff-amend-over = Das geht nicht (mehr). Die Karte zeigt, wie es steht.
staff-amend-overtaken = Das hat inzwischen jemand geändert. Bitte sieh noch einmal nach.
staff-amend-nothing = Noch ist nichts anders.
staff-amend-empty = Es bliebe nichts übrig. Um die Bestellung aufzuheben, storniere sie.
staff-amend-short = So viele gibt es nicht: { $names }
staff-ask-fee = 🚚 { $who }, was soll die Lieferung von Bestellung { $number } kosten? Antworte auf diese Nachricht; der Kunde wird gefragt, sobald du die Änderung abschickst.
staff-ask-fee-hint = Zum Beispiel 12,50
staff-amend-fee-hint = Das ist hier kein Betrag. Bitte antworte noch einmal auf die Frage, zum Beispiel: 12,50
staff-amend-answered = <b>Bestellung Nr. { $number }</b> · { $what }
staff-amend-was-proposed = ✏️ Änderung vorgeschlagen
staff-amend-was-agreed = ✅ Änderung angenommen
staff-amend-was-declined = ❌ Änderung abgelehnt
staff-amend-was-expired = ⌛ Keine Antwort auf die Änderung
staff-amend-was-withdrawn = ✖️ Änderung zurückgezogen
staff-amend-was-sold-out = 😔 Änderung angenommen, aber inzwischen ausverkauft
staff-order-waits = ⏰ Bestellung Nr. { $number } wartet seit { $since } darauf, dass sie jemand annimmt.
staff-orders = <b>🧾 Bestellungen</b> · { $what }
staff-orders-open = 📂 Offen
staff-orders-none = Keine.
staff-orders-line = { $status } · { $number } · { $name } · { $sum } · { $at }
staff-age-minutes = { $count } Min.
staff-age-hours = { $count } Std.
staff-age-days = { $count ->
    [one] 1 Tag
   *[other] { $count } Tage
}
staff-accept-all = { $count ->
    [one] ✅ Annehmen
   *[other] ✅ Alle { $count } dieser Seite annehmen
}
staff-ship-all = { $count ->
    [one] 🚚 Versenden
   *[other] 🚚 Alle { $count } dieser Seite versenden
}
staff-accept-all-ask = { $count ->
    [one] <b>✅ Bestellung { $numbers } annehmen?</b> Der Kunde erfährt es.
   *[other] <b>✅ Diese { $count } Bestellungen annehmen?</b> Alle erfahren es.
        { $numbers }
}
staff-ship-all-ask = { $count ->
    [one] <b>🚚 Bestellung { $numbers } versenden?</b> Ohne Sendungsnummer; der Kunde erfährt es. Abholungen liegen dann bereit.
   *[other] <b>🚚 Diese { $count } Bestellungen versenden?</b> Ohne Sendungsnummer; alle erfahren es. Abholungen liegen dann bereit.
        { $numbers }
}
staff-batch-yes = ✅ Ja
staff-batch-done = Erledigt: { $done }. Nicht: { $rest }.
staff-accept-all-done = <b>✅ Angenommen: { $done } von { $all }</b>
staff-ship-all-done = <b>🚚 Versandt: { $done } von { $all }</b>
staff-batch-line = { $number } · { $status } · { $who }
staff-find-hint = Bitte sag, was du suchst: /find Anna, /find 030 1234, /find @name, /find 2026-11-24.
staff-command-orders = Bestellungen: offene, oder /orders new, /orders 2026-11-24
staff-command-find = Bestellungen nach Name, Telefonnummer oder @name finden

staff-products = <b>🛍 Produkte</b> · { $what }
staff-products-all = 📋 Alle
staff-products-low = 🪫 Wird knapp
staff-products-none = Keine.
staff-products-line = { $id } · { $name } · { $price } · { $available } verkäuflich
staff-products-back = ‹ Produkte
staff-first = « Anfang
staff-more = Weiter ›
staff-product = <b>{ $name }</b> · Produkt { $id } · { $state }
staff-variant = { $name } · { $price } · im Regal { $shelf }, reserviert { $reserved }
staff-ledger = { $at } · { $who } · { $code } { $change } → { $shelf }
staff-hide = 🙈 Verbergen
staff-show = 👁 Zeigen
staff-ask-price = 💶 { $who }, was kostet { $number } ab jetzt? Antworte auf diese Nachricht. Bestellungen behalten ihren Preis.
staff-ask-price-hint = Zum Beispiel 12,50
staff-ask-stock = 📦 { $who }, wie viele Stück von { $number }? Antworte mit +5 oder -2 und einem Grund, oder mit dem, was im Regal liegt: =12
staff-ask-stock-hint = Zum Beispiel +5 Lieferung
staff-price-hint = Das ist hier kein Preis. Bitte antworte noch einmal auf die Frage, zum Beispiel: 12,50
staff-stock-hint = Bitte antworte so auf die Frage: +5 Lieferung, -2 zerbrochen, =12 gezählt.
staff-stock-reserved = Nicht geändert: Für Bestellungen sind mehr Stück reserviert, als übrig blieben.
staff-command-products = Produkte: Preise, Bestand, was im Verkauf ist

staff-patron-hint = Bitte sag, wer: /customer @name, /customer +49 30 123456, oder die Telegram-Nummer.
staff-patron-none = So jemanden kenne ich nicht.
staff-patron-id = 🆔 { $id }
staff-patron-credit = 💳 Guthaben: { $sum }
staff-patron-banned = ⛔️ Wird nicht mehr bedient
staff-patron-served = Wird bedient
staff-patron-orders = <b>Letzte Bestellungen</b>
staff-patron-order = { $status } · { $number } · { $sum } · { $at }
staff-patron-ban = ⛔️ Nicht mehr bedienen
staff-patron-unban = ✅ Wieder bedienen
staff-command-customer = Wer jemand ist, und was bestellt wurde
staff-patron-ban-really = ⛔️ Ja, nicht mehr bedienen
staff-ask-patron-note = ✍️ { $who }, was sollen die anderen über { $number } wissen? Antworte auf diese Nachricht; der Kunde sieht es nicht. Ein einzelnes „-“ entfernt die Notiz.
staff-note-removed = Notiz entfernt
staff-running-low = 🪫 <b>Geht zur Neige</b>
staff-running-low-line = { $id } · { $name } · noch { $left }
