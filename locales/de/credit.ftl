# Guthaben, für die Mitarbeiter und für Kunden.

staff-patron-give = ➕ Gutschreiben
staff-patron-take = ➖ Abziehen
staff-patron-ledger = 📒 Verlauf
staff-credit = 📒 <b>Guthaben von { $who }: { $sum }</b>
staff-credit-none = Noch hat sich nichts geändert.
staff-credit-line = { $at } · <b>{ $change }</b> · { $what }
staff-ask-give = ➕ { $who }, wie viel Guthaben bekommt { $number }, und warum? Antworte auf diese Nachricht, zum Beispiel: 5 Paket kam zu spät. Der Kunde erfährt den Betrag; der Grund ist für die anderen im Team.
staff-ask-give-hint = 5 Paket kam zu spät
staff-ask-take = ➖ { $who }, wie viel Guthaben wird { $number } abgezogen, und warum? Antworte auf diese Nachricht, zum Beispiel: 5 aus Versehen gegeben. Der Grund ist für die anderen im Team.
staff-ask-take-hint = 5 aus Versehen gegeben
staff-credit-refused = Ich brauche einen Betrag und einen Grund. Antworte bitte noch einmal auf die Frage, zum Beispiel: 5 Paket kam zu spät
staff-credit-short = Nicht geändert: Das Guthaben beträgt nur { $sum }.
news-credit-given = 🎁 <b>{ $shop }</b> schenkt dir { $sum } Guthaben. Es wird bei deiner nächsten Bestellung verrechnet.

button-keep-credit = 🎁 Guthaben aufheben
button-use-credit = 🎁 Mit Guthaben zahlen
total-credit = 🎁 Guthaben: −{ $sum }
total-to-pay = <b>Zu zahlen: { $sum }</b>
confirm-paid = 🎁 Dein Guthaben deckt alles: Bei Erhalt ist nichts zu zahlen.
change-credit = • Guthaben: { $to } statt { $from }
delete-credit = 🎁 Dein Guthaben von { $sum } geht dabei verloren.
news-credit-back = 🎁 { $sum } Guthaben gehören wieder dir.
staff-credit-used = 🎁 Guthaben: −{ $sum }
staff-to-collect = <b>Zu kassieren: { $sum }</b>
staff-slip-credit = Guthaben
staff-slip-to-collect = Zu zahlen
