# Сотрудники создают и меняют товары и категории.

staff-price = 💶 Цена
staff-price-of = 💶 Цена: { $name }
staff-stock = 📦 Остаток
staff-stock-of = 📦 Остаток: { $name }
staff-edit = ✏️ Изменить
staff-done = ✅ Готово

staff-products-drafts = 📝 Черновики
staff-products-archive = 🗄 Архив
staff-new-product = ➕ Новый товар
staff-product-draft = черновик
staff-product-archived = в архиве
staff-product-missing = Для продажи ещё нужны категория и цена.
staff-product-not-so = Не сделано: кто-то только что изменил товар, или ему не хватает категории или цены.
staff-publish = ✅ Опубликовать
staff-discard = 🗑 Удалить черновик
staff-bring-back = ↩️ Вернуть
staff-undo = ↩️ Отменить
staff-archive = 🗄 В архив
staff-archive-sure = Убрать в архив? Товар исчезнет из всех списков, и заказать его будет нельзя. В заказах он останется, и его можно вернуть.
staff-archive-yes = 🗄 Да, в архив
staff-product-gone = Такого товара больше нет.

staff-edit-name = 🏷 Название
staff-edit-text = 📄 Описание
staff-edit-category = 🗂 Категория
staff-edit-place = ↕️ Место
staff-edit-pictures = 🖼 Картинки
staff-edit-variants = 🧩 Варианты
staff-edit-summary =
    🗂 { $category }
    🖼 { $pictures ->
        [one] { $pictures } картинка
        [few] { $pictures } картинки
       *[many] { $pictures } картинок
    } · 🧩 { $variants ->
        [one] { $variants } вариант
        [few] { $variants } варианта
       *[many] { $variants } вариантов
    }
staff-text-none = —
staff-choose-category = 🗂 В какой категории стоит товар?
staff-categories-none = Категорий ещё нет. Создайте первую: /categories
staff-place = ↕️ № { $number } из { $of } в своей категории
staff-place-first = ⏫ В начало
staff-place-up = 🔼 Выше
staff-place-down = 🔽 Ниже
staff-place-last = ⏬ В конец

staff-pictures = 🖼 Покупатели видят картинки в этом порядке, первую — и в списках.
staff-pictures-none = 🖼 Картинок ещё нет.
staff-picture-see = 🖼 Открыть { $number }
staff-picture-lead = 🥇 Сделать { $number } первой
staff-picture-drop = 🗑 Убрать { $number }
staff-picture-add = ➕ Добавить картинки
staff-picture-hint = Ответьте на вопрос картинкой или несколькими, альбомом.
staff-picture-large = Картинка слишком большая: можно до 10 МБ.
staff-picture-gone = Этой картинки больше нет.
staff-pictures-full = Картинок уже десять. Сначала уберите одну.

staff-variants = 🧩 Нажмите вариант, чтобы изменить его. 🙈 — покупатели его не видят.
staff-variant-head = { $code } · { $state }
staff-variant-add = ➕ Новый вариант
staff-variants-full = Больше вариантов на карточке не поместится.

staff-ask-name = 🏷 { $who }, как называется { $number }? Ответьте на это сообщение, не длиннее 40 знаков. Прочерк (-) уберёт этот язык.
staff-ask-name-hint = Название
staff-ask-text = 📄 { $who }, как описать { $number }? Ответьте на это сообщение, не длиннее 300 знаков. Прочерк (-) уберёт этот язык.
staff-ask-text-hint = Описание
staff-ask-pictures = 🖼 { $who }, ответьте на это сообщение картинками товара { $number }: одной или несколькими, альбомом.
staff-ask-pictures-hint = Прикрепите картинки
staff-ask-variant = 🧩 { $who }, как называется новый вариант товара { $number }? Например, «Синий / 1 л». Ответьте на это сообщение.
staff-ask-variant-hint = Например, 100 г
staff-ask-label = 🧩 { $who }, как называется этот вариант товара { $number }? Ответьте на это сообщение, не длиннее 40 знаков. Прочерк (-) уберёт этот язык.
staff-ask-new = { $number }: { $who }, как он называется? Ответьте на это сообщение, не длиннее 40 знаков. До публикации покупатели ничего не увидят.
staff-too-long = Слишком длинно: можно до { $most } знаков. Ответьте на вопрос ещё раз.
staff-name-last = Название хотя бы на одном языке должно остаться.

staff-audit-category = категория { $id }
staff-command-newproduct = Создать товар шаг за шагом

staff-command-categories = Категории: создать, назвать, переставить, скрыть
staff-categories = <b>🗂 Категории</b>
staff-categories-empty = Пока нет.
staff-category-line = { $name } · { $products ->
    [one] { $products } товар
    [few] { $products } товара
   *[many] { $products } товаров
}
staff-category = <b>{ $name }</b> · категория { $id } · { $state }
staff-category-holds = 🛍 Товаров: { $products } · 🗄 в архиве: { $archived } · 🗂 категорий внутри: { $below }
staff-to-categories = 🗂 Категории
staff-new-category = ➕ Новая категория
staff-new-below = ➕ Категория внутри
staff-category-remove = 🗑 Убрать
staff-category-remove-yes = 🗑 Да, убрать
staff-category-sure = Убрать категорию «{ $name }»? Отменить это нельзя.
staff-category-full = Не убрана, она ещё нужна. Товаров: { $products }, в архиве: { $archived }, категорий внутри: { $below }, промокодов: { $promos }. Сначала перенесите их или скройте категорию.
staff-categories-full = Не создана: категорий столько, сколько помещается на клавиатуре, или верхней уже нет.
staff-ask-category = { $number }: { $who }, как она называется? Ответьте на это сообщение, не длиннее 40 знаков.
