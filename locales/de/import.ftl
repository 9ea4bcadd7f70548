# Das Sortiment als Datei, die das Team schickt. Was an einer Zeile nicht stimmt, folgt auf Zeile und Spalte.

import-command = Auf eine Datei (CSV oder XLSX) antworten: Sortiment einlesen
import-hint = Schicke das Sortiment als Datei (CSV oder XLSX) und schreibe /import darunter, oder antworte mit /import auf eine Datei. /export products xlsx bringt das Sortiment, wie es ist: ändern und zurückschicken. Nichts ändert sich, bevor du gesehen hast, was.
import-large = Diese Datei ist zu groß: höchstens 5 MB.
import-title = <b>📥 Diese Datei einlesen?</b>
import-added = ➕ Neu: { $count }
import-changed = ✏️ Geändert: { $count }
import-same = ▫️ Unverändert: { $count }
import-kept = 🔒 Nicht in der Datei, bleiben wie sie sind: { $count }
import-line = • { $name }: { $what } { $from } → { $to }
import-line-new = • { $name }: { $what } neu
import-more = { $count ->
        [one] … und eine weitere Änderung
       *[other] … und { $count } weitere Änderungen
    }
import-yes = ✅ Einlesen
import-no = ✖ Nicht einlesen
import-toast = Eingelesen.
import-done = <b>📥 Eingelesen</b>
import-left = ✖ Nicht eingelesen. Nichts wurde geändert.
import-same-all = 📥 Nichts einzulesen: Alle { $count } Produkte sind so, wie die Datei sagt.
import-overtaken = Das Sortiment hat sich inzwischen geändert. Bitte sieh noch einmal hin.
import-gone = Diese Vorschau ist veraltet. Bitte schicke die Datei noch einmal.
import-wrong = { $count ->
        [one] <b>⚠️ Nichts wurde eingelesen:</b> In einer Zeile stimmt etwas nicht.
       *[other] <b>⚠️ Nichts wurde eingelesen:</b> In { $count } Zeilen stimmt etwas nicht.
    }
import-wrong-line = Zeile { $line }: { $problem }
import-wrong-cell = Zeile { $line }, { $column }: { $problem }
import-wrong-file = In der Tabelle stehen alle.
import-column-line = Zeile
import-column-column = Spalte
import-column-problem = Was nicht stimmt

import-detail-product = Produkt
import-detail-category = Kategorie
import-detail-category-names = Namen der Kategorie
import-detail-name = Name
import-detail-text = Beschreibung
import-detail-photo = Bild
import-detail-price = Preis
import-detail-stock = Stück
import-detail-visible = Zustand
import-detail-option = Variante

import-no-table = das ist keine Tabelle, die ich lesen kann. Speichere sie als XLSX oder als CSV UTF-8
import-old-workbook = das ist eine alte XLS-Datei. Speichere sie als XLSX
import-too-much = in der Datei ist zu viel: höchstens 10.000 Zeilen
import-not-utf8 = die Buchstaben sind nicht lesbar. Speichere die Datei als CSV UTF-8 oder als XLSX
import-columns = { $found } Spalten statt { $expected }: Steht ein Text mit Komma ohne Anführungszeichen da?
import-column-missing = die Spalte fehlt
import-column-unknown = diese Spalte gibt es nicht
import-empty = in der Datei ist kein Produkt
import-missing = fehlt
import-no-slug = nur a-z, 0-9 und -, etwa green-tea
import-no-stock-number = 1 bis 24 Zeichen aus A-Z, 0-9 und -
import-too-long = länger als { $most } Zeichen
import-unshowable = ein Zeichen, das sich nicht zeigen lässt
import-no-amount = „{ $text }“ ist kein Betrag
import-decimals = zu viele Nachkommastellen; schreibe ihn wie { $example }
import-at-most = höchstens { $most }
import-no-number = „{ $text }“ ist keine ganze Zahl
import-no-yes = „{ $text }“ ist weder yes noch no
import-date = die Tabellenkalkulation hat ein Datum daraus gemacht. Formatiere die Zelle als Text und tippe es noch einmal
import-formula = die Formel hat kein Ergebnis
import-twice = { $text } steht schon in Zeile { $line }
import-nameless = { $text } hat in keiner Sprache einen Namen
import-no-category = ein Kurzname wie tea, oder zwei mit / dazwischen: tea/green-tea
import-steps = so viele Namen wie Stufen, mit „ > “ dazwischen
import-other-names = { $text } heißt in Zeile { $line } anders
import-no-picture = ein Bild { $text } gibt es nicht. Schreibe einen Link, oder lass die Zelle leer und schicke das Bild mit /product

staff-audit-import = Sortimentsdatei
