# Gutscheincodes in der Mitarbeitergruppe.

promos-command = Gutscheincodes: was sie brachten, Pause, neue
promos = <b>🎟 Gutscheincodes</b>
promos-none = Noch keine.
promos-none-such = Diesen Code gibt es nicht. /promos zeigt alle.
promos-line = { $state } · <b>{ $code }</b> · { $benefit } · eingelöst: { $uses }
promos-new = ➕ Neuer Code
promos-back = ‹ Alle Codes
promos-card = 🎟 <b>{ $code }</b> · { $state }
promos-running = ✅ Läuft
promos-planned = 🗓 Geplant
promos-paused = ⏸ Pausiert
promos-over = ⌛️ Abgelaufen
promos-used-up = 🔚 Aufgebraucht
promos-pause = ⏸ Pause
promos-resume = ▶️ Weiter
promos-benefit = Bringt: { $benefit }
promos-free-delivery = 🚚 Lieferung frei
promos-from = Ab { $first }
promos-until = Bis { $last }
promos-days = Von { $first } bis { $last }
promos-minimum = Für Bestellungen ab { $sum }
promos-most = { $count ->
        [one] Insgesamt einmal
       *[other] Insgesamt { $count }-mal
    }
promos-once-each = Jeder Code gilt einmal
promos-per-customer = { $count ->
        [one] Einmal pro Kunde
       *[other] { $count }-mal pro Kunde
    }
promos-first-order = Nur für eine erste Bestellung
promos-uses = Eingelöst: { $uses }
promos-came = Bestellungen: { $orders } · { $sum } · Rabatt: { $discount }
promos-link = 🔗 Ein Link, der den Code für die Bestellung merkt: { $link }
promos-links-in-file = 🔗 Ein Link mit einem der Codes: t.me/yourbot?start=promo_CODE
promos-send-codes = 📄 Codes als Tabelle
promos-codes = { $count ->
        [one] 📄 Ein Code
       *[other] 📄 { $count } Codes
    }
promos-draft = 🎟 <b>Ein neuer Code</b>
promos-draft-name = der neue Code
promos-draft-gone = Dieser Entwurf ist fertig oder verworfen. /promos new beginnt einen neuen.
promos-choose-kind = Was bringt er?
promos-goes-on = Es fehlt noch etwas. Antworte auf die Frage unten oder drücke einen Knopf.
promos-preview = <b>{ $code }</b>
promos-holds-not-yet = Er gilt noch nicht. Ändere, was du möchtest, und drücke dann „Anlegen“.
promos-make = ✅ Anlegen
promos-drop = 🗑 Verwerfen
promos-dropped = Verworfen.
promos-made = Ab jetzt gilt er.
promos-taken = Diesen Code gibt es schon. Wähle einen anderen.
promos-kind-percent = −%
promos-kind-fixed = −Betrag
promos-set-value = Wie viel
promos-set-code = Code
promos-set-days = 🗓 Tage
promos-set-minimum = Mindestbestellwert
promos-set-uses = Insgesamt
promos-set-each = Pro Kunde
promos-set-series = Viele Einmalcodes
promos-for-first = Nur erste Bestellungen
promos-for-all = Nicht nur erste
promos-set-scope = 🎯 Gilt für
promos-everything = Alles
promos-applies-to-everything = 🎯 Gilt für alles
promos-applies-to = 🎯 Gilt für: { $what }
promos-for-orders-with = 🎯 Für Bestellungen mit: { $what }
promos-categories = { $count ->
        [one] { $count } Kategorie
       *[other] { $count } Kategorien
    }
promos-products = { $count ->
        [one] { $count } Produkt
       *[other] { $count } Produkte
    }
promos-nothing-on-sale = ⚠️ Davon ist gerade nichts im Verkauf, also kann niemand den Code nutzen.
promos-removed = ❓ entfernt
promos-scope = 🎯 <b>Wofür { $code } gilt</b>
    Jetzt: { $now }
promos-scope-how = Hake Kategorien an; jede zählt mit allem, was darunter ist. Einzelne Produkte findest du über den Namen.
promos-scope-at-once = Eine Änderung gilt sofort. Wer den Code in einer offenen Bestellung hat, erfährt es vor dem Bestellen.
promos-add-product = 🔎 Produkt hinzufügen
promos-to-code = ‹ Zum Code
promos-scope-last = Das ist das letzte. Hake erst etwas anderes an, oder drücke „Alles“.
promos-scope-full = Ein Code kann für höchstens { $most } Kategorien und Produkte gelten. Eine Kategorie zählt mit allem, was darin ist.
promos-scope-gone = Eine Kategorie oder ein Produkt davon gibt es nicht mehr. Sieh unter 🎯 Gilt für nach, und versuche es noch einmal.
promos-widen = Soll <b>{ $code }</b> für alles im Shop gelten? Jetzt: { $now }
promos-widen-yes = 🎯 Ja, für alles
promos-ask-product = 🔎 { $who }, für welches Produkt gilt { $number }? Antworte mit einem Teil des Namens.
promos-ask-product-hint = Zum Beispiel Becher
promos-no-such-product = So ein Produkt habe ich nicht gefunden. Bitte antworte auf die Frage mit einem Wort aus dem Namen.
promos-which-product = Welches davon?
promos-more-products = Es gibt noch mehr. Für andere antworte auf die Frage mit mehr vom Namen.
promos-ask-value = ✍️ { $who }, wie viel bringt { $number }? Antworte auf diese Nachricht.
promos-ask-value-hint = Zum Beispiel 10
promos-ask-code = ✍️ { $who }, wie heißt { $number }? 4 bis 20 Buchstaben A–Z, Ziffern oder Bindestriche. Antworte auf diese Nachricht.
promos-ask-code-hint = Zum Beispiel SPRING10
promos-ask-days = 🗓 { $who }, wann gilt { $number }? Antworte mit dem letzten Tag, oder dem ersten und dem letzten: 2026-12-01 2026-12-24. „-“ heißt immer.
promos-ask-days-hint = 2026-12-01 2026-12-24
promos-ask-minimum = ✍️ { $who }, ab welchem Warenwert gilt { $number }? Antworte mit einem Betrag; „-“ heißt ab jedem.
promos-ask-minimum-hint = Zum Beispiel 30
promos-ask-uses = ✍️ { $who }, wie oft gilt { $number } insgesamt? Antworte mit einer Zahl; „-“ heißt unbegrenzt.
promos-ask-uses-hint = Zum Beispiel 100
promos-ask-each = ✍️ { $who }, wie oft gilt { $number } pro Kunde? Antworte mit einer Zahl; „-“ heißt unbegrenzt.
promos-ask-each-hint = Zum Beispiel 1
promos-ask-series = ✍️ { $who }, wie viele Einmalcodes statt eines für alle ({ $number })? Bis zu 1000; „-“ heißt ein Code für alle.
promos-ask-series-hint = Zum Beispiel 200
promos-not-a-percentage = Bitte antworte auf die Frage mit einem Prozentsatz von 1 bis 100, zum Beispiel: 10
promos-not-an-amount = Bitte antworte auf die Frage mit einem Betrag, zum Beispiel: 5,50
promos-not-a-code = Ein Code hat 4 bis 20 Buchstaben A–Z, Ziffern oder Bindestriche, zum Beispiel: SPRING10. Bitte antworte noch einmal auf die Frage.
promos-prefix-too-long = Der Anfang von Einmalcodes hat höchstens 11 Zeichen. Bitte antworte noch einmal auf die Frage.
promos-not-days = Bitte antworte auf die Frage so: 2026-12-24, oder 2026-12-01 2026-12-24
promos-in-the-past = Diese Tage sind vorbei, oder der letzte liegt vor dem ersten. Bitte antworte noch einmal auf die Frage.
promos-not-a-number = Bitte antworte auf die Frage mit einer Zahl von { $least } bis { $most }.
staff-audit-promo = Gutscheincode
staff-audit-promo-code = Gutscheincode { $code }
