# Was die Mitarbeiter von den Einstellungen lesen, und Kunden von dem, was sie entschieden haben.

staff-command-settings = Lieferung, Texte, Abholung, Zeiten
staff-audit-setting = Einstellung „{ $name }“
staff-settings = <b>⚙️ Einstellungen des Ladens</b>
staff-settings-about = Was ihr hier ändert, gilt sofort und für alle. Aufgegebene Bestellungen bleiben, wie sie sind.
staff-settings-back = ‹ Einstellungen
staff-section-shop = 🏷 Name und Begrüßung
staff-section-shop-about = Was Kunden als Erstes lesen. Euer Text steht auf der Startseite unter der Begrüßung; ohne ihn steht dort ein kurzer eingebauter.
staff-section-delivery = 🚚 Lieferung und Abholung
staff-section-delivery-about = Was die Lieferung kostet, ab welchem Warenwert sie frei ist, der Mindestbestellwert, und wo man abholen kann. ↺ stellt den Wert der Installation wieder her.
staff-setting-shop-name = Name
staff-setting-welcome = Begrüßung { $language }
staff-setting-fee = Liefergebühr
staff-setting-free-from = Frei ab
staff-setting-minimum = Mindestbestellwert
staff-setting-pickup = Abholung
staff-setting-reset = ↺
staff-setting-preview = 👀 { $name }: Das werden Kunden lesen.
staff-setting-no-pickup = Abholung wird nicht mehr angeboten.
staff-setting-use = ✅ Übernehmen
staff-setting-leave = ✖️ Lassen, wie es war
staff-setting-done = Das gilt jetzt.
staff-setting-left = Es bleibt, wie es war.
staff-setting-overtaken = Jemand hat das inzwischen geändert. So steht es jetzt.
staff-setting-no-value = Das ist kein Wert dieser Einstellung mehr.
staff-ask-amount = ✍️ { $who }, { $number }: wie viel? Antworte auf diese Nachricht, zum Beispiel: 4.90
staff-ask-amount-or-none = ✍️ { $who }, { $number }: wie viel? Antworte auf diese Nachricht, zum Beispiel: 50. Ein Strich (-) heißt: keiner.
staff-ask-amount-hint = Zum Beispiel 4.90
staff-ask-words = ✍️ { $who }, { $number }: Antworte auf diese Nachricht mit dem neuen Text. Du siehst ihn, bevor er gilt.
staff-ask-words-or-none = ✍️ { $who }, { $number }: Antworte auf diese Nachricht mit dem neuen Text. Du siehst ihn, bevor er gilt. Ein Strich (-) heißt: keiner.
staff-ask-words-hint = Der neue Text
staff-amount-refused = Das ist hier kein Betrag. Antworte bitte noch einmal auf die Frage, zum Beispiel: 4.90
staff-words-refused = Antworte bitte mit einem Text: höchstens 64 Zeichen für den Namen, 200 für den Abholort, 1000 für eine Begrüßung. Zum Beispiel: Marktstraße 12, Mo–Fr 10–18

remark-no-pickup = Bestellungen können nicht mehr abgeholt werden. Geh noch einmal zur Kasse und lass sie dir liefern.
