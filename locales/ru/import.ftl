# Каталог файлом, который присылают сотрудники. Что не так, стоит после строки и столбца.

import-command = Ответ на файл (CSV или XLSX): загрузить каталог
import-hint = Пришлите каталог файлом (CSV или XLSX) с подписью /import или ответьте на файл командой /import. /export products xlsx принесёт каталог как есть: измените его и пришлите обратно. Ничего не изменится, пока вы не увидите, что именно.
import-large = Этот файл слишком большой: не больше 5 МБ.
import-title = <b>📥 Загрузить этот файл?</b>
import-added = ➕ Новых: { $count }
import-changed = ✏️ Изменится: { $count }
import-same = ▫️ Без изменений: { $count }
import-kept = 🔒 Нет в файле, остаются как есть: { $count }
import-line = • { $name }: { $what } { $from } → { $to }
import-line-new = • { $name }: новое — { $what }
import-more = { $count ->
        [one] … и ещё { $count } изменение
        [few] … и ещё { $count } изменения
       *[other] … и ещё { $count } изменений
    }
import-yes = ✅ Загрузить
import-no = ✖ Не надо
import-toast = Загружено.
import-done = <b>📥 Загружено</b>
import-left = ✖ Не загружено. Ничего не изменилось.
import-same-all = 📥 Загружать нечего: товаров { $count }, и все они уже такие, как в файле.
import-overtaken = Каталог тем временем изменился. Пожалуйста, посмотрите ещё раз.
import-gone = Этот предпросмотр устарел. Пожалуйста, пришлите файл ещё раз.
import-wrong = { $count ->
        [one] <b>⚠️ Ничего не загружено:</b> нужно исправить { $count } строку.
        [few] <b>⚠️ Ничего не загружено:</b> нужно исправить { $count } строки.
       *[other] <b>⚠️ Ничего не загружено:</b> нужно исправить { $count } строк.
    }
import-wrong-line = Строка { $line }: { $problem }
import-wrong-cell = Строка { $line }, { $column }: { $problem }
import-wrong-file = Все они в таблице.
import-column-line = строка
import-column-column = столбец
import-column-problem = что не так

import-detail-product = товар
import-detail-category = категория
import-detail-category-names = названия категории
import-detail-name = название
import-detail-text = описание
import-detail-photo = картинка
import-detail-price = цена
import-detail-stock = штук
import-detail-visible = состояние
import-detail-option = вариант

import-no-table = такую таблицу я не читаю. Сохраните её как XLSX или как CSV UTF-8
import-old-workbook = это старый файл XLS. Сохраните его как XLSX
import-too-much = в файле слишком много: не больше 10 000 строк
import-not-utf8 = буквы не читаются. Сохраните файл как CSV UTF-8 или как XLSX
import-columns = столбцов { $found } вместо { $expected }: может быть, текст с запятой стоит без кавычек?
import-column-missing = нет этого столбца
import-column-unknown = такого столбца не бывает
import-empty = в файле нет ни одного товара
import-missing = пусто
import-no-slug = только a-z, 0-9 и -, например green-tea
import-no-stock-number = от 1 до 24 знаков: A-Z, 0-9 и -
import-too-long = длиннее { $most } знаков
import-unshowable = знак, который нельзя показать
import-no-amount = «{ $text }» — не сумма
import-decimals = слишком много знаков после запятой; пишите как { $example }
import-at-most = не больше { $most }
import-no-number = «{ $text }» — не целое число
import-no-yes = «{ $text }» — не yes и не no
import-date = таблица сделала из этого дату. Задайте ячейке текстовый формат и введите ещё раз
import-formula = у формулы нет результата
import-twice = { $text } уже есть в строке { $line }
import-nameless = у { $text } нет названия ни на одном языке
import-no-category = короткое имя, например tea, или два через /: tea/green-tea
import-steps = столько названий, сколько ступеней, через « > »
import-other-names = у { $text } в строке { $line } другие названия
import-no-picture = картинки { $text } нет. Укажите ссылку или оставьте ячейку пустой и пришлите картинку через /product

staff-audit-import = файл каталога
