# Was die Mitarbeiter von den Einstellungen lesen, und Kunden von dem, was sie entschieden haben.

staff-command-settings = Lieferung, Texte, Abholung, Zeiten
staff-audit-setting = Einstellung „{ $name }“
staff-settings = <b>⚙️ Einstellungen des Ladens</b>
staff-settings-about = Was du hier änderst, gilt sofort und für alle. Aufgegebene Bestellungen bleiben, wie sie sind.
staff-settings-back = ‹ Einstellungen
staff-section-shop = 🏷 Name und Begrüßung
staff-section-shop-about = Was Kunden als Erstes lesen. Dein Text steht auf der Startseite unter der Begrüßung; ohne ihn steht dort ein kurzer eingebauter.
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
staff-ask-amount = ✍️ { $who }, { $number }: wie viel? Antworte auf diese Nachricht, zum Beispiel: 4,90
staff-ask-amount-or-none = ✍️ { $who }, { $number }: wie viel? Antworte auf diese Nachricht, zum Beispiel: 50. Ein Strich (-) heißt: keiner.
staff-ask-amount-hint = Zum Beispiel 4,90
staff-ask-words = ✍️ { $who }, { $number }: Antworte auf diese Nachricht mit dem neuen Text. Du siehst ihn, bevor er gilt.
staff-ask-words-or-none = ✍️ { $who }, { $number }: Antworte auf diese Nachricht mit dem neuen Text. Du siehst ihn, bevor er gilt. Ein Strich (-) heißt: keiner.
staff-ask-words-hint = Der neue Text
staff-amount-refused = Das ist hier kein Betrag. Antworte bitte noch einmal auf die Frage, zum Beispiel: 4,90
staff-words-refused = Antworte bitte mit einem Text: höchstens 64 Zeichen für den Namen, 200 für den Abholort, 1000 für eine Begrüßung. Zum Beispiel: Marktstraße 12, Mo–Fr 10–18

remark-no-pickup = Bestellungen können nicht mehr abgeholt werden. Geh noch einmal zur Kasse und lass sie dir liefern.

staff-section-hours = 🕙 Zeiten und Pause
staff-section-hours-about = Wann jemand im Laden arbeitet. Zu anderen Zeiten erfahren Kunden, wann er öffnet; „Bestellungen, wenn zu“ entscheidet, ob sie trotzdem bestellen können. „Zurzeit keine Bestellungen“ schließt den Laden, bis du es wieder ausschaltest.
staff-setting-holidays = Feiertage
staff-setting-outside = Bestellungen, wenn zu
staff-setting-paused = ⏸ Zurzeit keine Bestellungen
staff-setting-copy-monday = ⤵ Montagszeiten bis Freitag
staff-setting-closed = zu
staff-setting-all-day = durchgehend
staff-setting-yes = ja
staff-setting-no = nein
staff-ask-hours = 🕙 { $who }, { $number }: von wann bis wann? Antworte auf diese Nachricht, zum Beispiel: 10:00-14:00, 17:00-20:30. Ein Strich (-) heißt zu, 0-24 durchgehend.
staff-ask-hours-hint = Zum Beispiel 10:00-19:00
staff-ask-holidays = 🎄 { $who }, { $number }: An welchen Tagen ist der Laden zu? Antworte mit allen, zum Beispiel: 25.12.2026, 26.12.2026. Ein Strich (-) heißt: keine.
staff-ask-holidays-hint = Zum Beispiel 25.12.2026
staff-hours-refused = Antworte bitte so auf die Frage: 10:00-19:00, oder mit Pause: 10:00-14:00, 17:00-20:30. Ein Strich (-) heißt zu.
staff-holidays-refused = Antworte bitte mit Daten auf die Frage, höchstens 60, zum Beispiel: 25.12.2026, 26.12.2026.

remark-paused = ⏸ Der Laden nimmt zurzeit keine Bestellungen an. Schau bald wieder vorbei; dein Warenkorb bleibt.
remark-closed = 🌙 Der Laden ist gerade zu und nimmt Bestellungen an, wenn er öffnet. Dein Warenkorb bleibt.
shop-closed-now = 🌙 Der Laden ist gerade zu. Um deine Bestellung kümmern wir uns, wenn er öffnet.
shop-opens = 🕙 Er öffnet: { $at }

staff-section-zones = 🗺 Liefergebiete
staff-section-zones-about = Wohin du lieferst, jedes Gebiet mit eigener Gebühr. Kunden wählen ihres aus; ein geteilter Standort findet es von selbst, wenn das Gebiet einen Umkreis hat und du gesagt hast, wo der Laden ist. Ohne Gebiete lieferst du überallhin für eine Gebühr.
staff-setting-zones = Gebiete
staff-setting-point = Wo der Laden ist
staff-ask-zones = 🗺 { $who }, { $number }: Antworte mit allen Gebieten, eines je Zeile: der Name, = und die Gebühr; für einen Umkreis um den Laden / und Kilometer. Zum Beispiel:
    Mitte = 3.90 / 3 km
    Stadtrand = 5.90 / 10 km
    Insel = 9
    Ein Strich (-) heißt: keine.
staff-ask-zones-hint = Mitte = 3.90 / 3 km
staff-ask-point = 📍 { $who }, { $number }: Antworte mit dem Standort des Ladens (📎), oder tippe ihn, zum Beispiel: 52.520008, 13.404954. Ein Strich (-) heißt: unbekannt.
staff-ask-point-hint = 52.520008, 13.404954
staff-zones-refused = Antworte bitte mit einem Gebiet je Zeile auf die Frage, höchstens 20, jeder Name einmal. Zum Beispiel:
    Mitte = 3.90 / 3 km
    Insel = 9
staff-point-refused = Antworte bitte mit einem Standort (📎) auf die Frage, oder tippe ihn, zum Beispiel: 52.520008, 13.404954

button-no-zone = Woanders
ask-zone = 🗺 In welcher Gegend ist das?
hint-zone = Wähle bitte mit den Knöpfen, wo das ist, oder teile deinen Standort.
method-by-zone = je nach Gegend
method-zone = • { $zone }
detail-zone = 🗺 { $zone }
remark-outside-zones = 🗺 Dorthin liefern wir leider nicht. Eine andere Adresse? Gibt es Abholung, führt ‹ Zurück dorthin.
remark-zone-gone = 🗺 Unsere Liefergebiete haben sich inzwischen geändert. Schau bitte noch einmal.

staff-section-times = 🕐 Lieferzeiten
staff-section-times-about = Kunden wählen, wann die Lieferung kommt: an Tagen, an denen jemand arbeitet, und bevor die Zeit begonnen hat. Es werden nicht mehr Bestellungen angenommen, als hineinpassen. Ohne Zeiten werden sie nicht gefragt.
staff-setting-times = Zeiten
staff-setting-days = Tage zur Auswahl
staff-ask-times = 🕐 { $who }, { $number }: Antworte mit allen Zeiten, eine je Zeile, mit = und wie viele Bestellungen hineinpassen. Zum Beispiel:
    10:00-12:00 = 8
    18:00-20:00 = 5
    Ein Strich (-) heißt: keine.
staff-ask-times-hint = 10:00-12:00 = 8
staff-ask-days = 📅 { $who }, { $number }: wie viele, heute mitgezählt? Antworte mit einer Zahl von 1 bis 7.
staff-ask-days-hint = Zum Beispiel 2
staff-times-refused = Antworte bitte mit einer Zeit je Zeile auf die Frage, höchstens 10, jede einmal. Zum Beispiel:
    10:00-12:00 = 8
    18:00-20:00 = 5
staff-days-refused = Antworte bitte mit einer Zahl von 1 bis 7 auf die Frage, zum Beispiel: 2

ask-time = 🕐 Wann sollen wir es bringen?
ask-time-none = 🕐 Alle Lieferzeiten sind leider vergeben oder vorbei. Gibt es Abholung, führt ‹ Zurück dorthin; oder schau später wieder vorbei.
hint-time = Wähle die Zeit bitte mit den Knöpfen.
detail-time = 🕐 { $at }
remark-time-gone = 🕐 Diese Zeit ist nicht mehr frei. Wähle bitte eine andere.
