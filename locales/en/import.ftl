# The catalogue as a file that the staff send. What is wrong with a line follows the line and the column.

import-command = Reply to a file (CSV or XLSX): import the catalogue
import-hint = Send the catalogue as a file (CSV or XLSX) and write /import below it, or reply to a file with /import. /export products xlsx brings the catalogue as it is: change it and send it back. Nothing changes before you have seen what would.
import-large = That file is too large: at most 5 MB.
import-title = <b>📥 Import this file?</b>
import-added = ➕ New: { $count }
import-changed = ✏️ Changed: { $count }
import-same = ▫️ Unchanged: { $count }
import-kept = 🔒 Not in the file, stay as they are: { $count }
import-line = • { $name }: { $what } { $from } → { $to }
import-line-new = • { $name }: new { $what }
import-more = { $count ->
        [one] … and one more change
       *[other] … and { $count } more changes
    }
import-yes = ✅ Import
import-no = ✖ Leave
import-toast = Imported.
import-done = <b>📥 Imported</b>
import-left = ✖ Not imported. Nothing was changed.
import-same-all = 📥 Nothing to import: all { $count } products are as the file says.
import-overtaken = The catalogue has changed meanwhile. Please look again.
import-gone = This preview is out of date. Please send the file again.
import-wrong = { $count ->
        [one] <b>⚠️ Nothing was imported:</b> one line needs a correction.
       *[other] <b>⚠️ Nothing was imported:</b> { $count } lines need a correction.
    }
import-wrong-line = Line { $line }: { $problem }
import-wrong-cell = Line { $line }, { $column }: { $problem }
import-wrong-file = The table has them all.
import-column-line = line
import-column-column = column
import-column-problem = what is wrong

import-detail-product = product
import-detail-category = category
import-detail-category-names = category names
import-detail-name = name
import-detail-text = description
import-detail-photo = picture
import-detail-price = price
import-detail-stock = pieces
import-detail-visible = state
import-detail-option = variant label

import-no-table = this is no table I can read. Save it as XLSX or as CSV UTF-8
import-old-workbook = this is an old XLS file. Save it as XLSX
import-too-much = there is too much in the file: at most 10,000 lines
import-not-utf8 = the letters cannot be read. Save the file as CSV UTF-8, or as XLSX
import-columns = { $found } columns instead of { $expected }: is a text with a comma not in quotes?
import-column-missing = the column is missing
import-column-unknown = there is no such column
import-empty = there is no product in the file
import-missing = is missing
import-no-slug = only a-z, 0-9 and -, such as green-tea
import-no-stock-number = 1 to 24 of A-Z, 0-9 and -
import-too-long = longer than { $most } characters
import-unshowable = a character that cannot be shown
import-no-amount = “{ $text }” is no amount
import-decimals = too many decimals; write it like { $example }
import-at-most = at most { $most }
import-no-number = “{ $text }” is no whole number
import-no-yes = “{ $text }” is neither yes nor no
import-date = the spreadsheet made a date of it. Format the cell as text and type it again
import-formula = the formula has no result
import-twice = { $text } stands on line { $line } already
import-nameless = { $text } has no name in any language
import-no-category = a slug such as tea, or two with a / between: tea/green-tea
import-steps = as many names as steps, with “ > ” between
import-other-names = { $text } has other names on line { $line }
import-no-picture = there is no picture { $text }. Write a link, or leave the cell empty and send the picture with /product

staff-audit-import = catalogue file
