# Сообщения между магазином и покупателями: вопросы, готовые ответы.

canned-command = Готовые ответы на вопросы покупателей
canned-answers = 💬 Готовые ответы
canned-title = <b>💬 Готовые ответы</b>
canned-about = Чтобы отправить, нажмите «💬 Готовые ответы» под сообщением покупателя или ответьте на него именем: !часы
canned-none = Пока нет ни одного. Часы работы, доставка, возврат: о чём спрашивают снова и снова?
canned-none-yet = Готовых ответов пока нет. Управляющий добавит их командой /answers.
canned-line = <b>{ $name }</b> · { $text }
canned-unwritten = (пока без текста)
canned-new = ➕ Новый ответ
canned-word = ✏️ Текст
canned-remove = 🗑 Убрать
canned-remove-ask = Убрать этот ответ? Отправленное останется отправленным.
canned-remove-really = 🗑 Да, убрать
canned-removed = Убрано.
canned-back = ‹ Все ответы
canned-gone = Этого больше нет.
canned-full = Ответов уже { $most }. Сначала уберите один из них.
canned-ask-name = 💬 { $who }, { $number }: как он называется? Ответьте на это сообщение одним коротким словом, например: часы
canned-ask-name-hint = Например, часы
canned-name-refused = Ответьте на вопрос одним словом, не больше 24 букв и цифр, например: часы
canned-name-taken = Ответ с таким именем уже есть. Ответьте на вопрос другим именем.
canned-ask-text = ✏️ { $who }, что прочитает покупатель по { $number }? Ответьте на это сообщение.
canned-ask-text-hint = Текст ответа
canned-text-refused = Ответьте на вопрос текстом, не больше 2000 знаков. Например: Мы работаем с понедельника по пятницу с 10 до 18.
canned-choose = 💬 Какой ответ для { $who }?
canned-sent = ✅ { $who } отправляет { $name }:
canned-sent-toast = ✅ Отправлено
canned-unknown = Ничего не отправлено: ответа { $name } нет. /answers покажет все.
canned-audit = готовый ответ

letters-open = 💬 Сообщения
letters = <b>💬 Переписка: { $name }</b>
letters-none = Пока ничего.
letters-customer = <b>👤 { $who }</b> · { $at }
letters-shop = <b>🏪 { $who }</b> · { $at }
letters-file = 📎 Картинка или файл

broadcast-leads = Кнопка: { $target }
broadcast-scheduled = 🕐 Запланировано
broadcast-starts = Начало: <b>{ $at }</b>
broadcast-starts-about = Получатели определятся в момент начала. До тех пор оставьте сообщение в группе.
broadcast-quiet = 🌙 Тихие часы: ждём до { $until }
broadcast-followed = { $count ->
    [0] 🛒 За 3 дня после сообщения заказов пока нет.
    [one] 🛒 { $count } заказ за 3 дня после сообщения: { $sum }
    [few] 🛒 { $count } заказа за 3 дня после сообщения: { $sum }
   *[many] 🛒 { $count } заказов за 3 дня после сообщения: { $sum }
}
broadcast-refresh = 🔄 Обновить
broadcast-other-time = 🕐 Другое время
broadcast-days = 🗓 Покупали за … дней
broadcast-category = 🗂 Покупали из категории
broadcast-link = 🔗 Кнопка: { $target }
broadcast-later = 🕐 Позже
broadcast-product = 📦 Товар
broadcast-which-category = 🗂 Всем, кто когда-либо покупал из категории. Из какой?
broadcast-which-link = 🔗 Куда ведёт кнопка под сообщением?
broadcast-open = № { $id }
broadcast-line = { $id } · { $state } · { $segment }{ $at }
broadcast-this = сообщение
broadcast-ask-days = 🗓 { $who }, { $number } получат те, кто покупал за последние … дней. За сколько дней? Ответьте числом.
broadcast-ask-days-hint = Например, 60
broadcast-days-refused = Ответьте на вопрос числом дней от 1 до 3653, например: 60
broadcast-ask-product = 📦 { $who }, к какому товару ведёт кнопка ({ $number })? Ответьте его номером; его показывает /products.
broadcast-ask-product-hint = Например, 17
broadcast-product-refused = Товара с таким номером нет в продаже. Ответьте на вопрос номером из /products, например: 17
broadcast-ask-when = 🕐 { $who }, когда отправить { $number }? Ответьте днём и временем по часам магазина, например: завтра 10:00 или 24.12. 18:30
broadcast-ask-when-hint = завтра 10:00
when-unreadable = Не понимаю. Ответьте на вопрос так: завтра 10:00, или 24.12. 18:30, или 2026-12-24 18:30.
when-no-time = В котором часу? Ответьте на вопрос днём и временем, например: завтра 10:00
when-past = Это время уже прошло. Ответьте на вопрос более поздним, например: завтра 10:00
when-too-far = До этого больше года. Ответьте на вопрос более ранним днём, например: 24.12. 18:30
segment-bought-from = Покупали из «{ $name }»
segment-with-cart = 🛒 С корзиной
button-open-named = 🛍 { $name }

staff-section-messages = 💌 Сообщения
staff-section-messages-about = Когда уходят сообщения, которых никто не ждёт, и какие магазин отправляет сам. Новости о заказах и ответы уходят всегда сразу.
staff-setting-quiet = 🌙 Тихие часы
staff-ask-quiet = 🌙 { $who }, { $number }: с какого и до какого часа, каждый день? Ответьте на это сообщение, например: 21:00-9:00. Прочерк (-) — «никогда».
staff-ask-quiet-hint = Например, 21:00-9:00
staff-quiet-refused = Ответьте на вопрос так: 21:00-9:00. Прочерк (-) — «никогда»; целые сутки — слишком долго.
staff-setting-cart-reminder = 🛒 Напоминать о корзине
staff-setting-reminder-after = ⏳ Через сколько часов
staff-setting-restock-news = 🔔 «Сообщить о поступлении»
staff-ask-hours-left = ⏳ { $who }, { $number }: сколько? Ответьте на это сообщение числом от 1 до 168, например: 24
staff-ask-hours-left-hint = Например, 24
staff-hours-left-refused = Ответьте на вопрос числом часов от 1 до 168, например: 24
news-cart = 🛒 <b>Ваша корзина ждёт вас</b>
news-cart-line = { $pieces } × { $name }
news-cart-more = { $count ->
    [one] … и ещё { $count } товар
    [few] … и ещё { $count } товара
   *[many] … и ещё { $count } товаров
}
news-cart-about = Возвращайтесь, когда захотите: всё осталось как было. Больше мы об этом не напомним.
