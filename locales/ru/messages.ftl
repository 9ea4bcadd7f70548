# Сообщения между магазином и покупателями: вопросы, готовые ответы.

canned-command = Готовые ответы на вопросы покупателей
canned-answers = 💬 Готовые ответы
canned-title = <b>💬 Готовые ответы</b>
canned-about = Чтобы отправить, нажмите «💬 Готовые ответы» под сообщением покупателя или ответьте на него именем: !часы
canned-none = Пока нет ни одного. Часы работы, доставка, возврат: о чём спрашивают снова и снова?
canned-none-yet = Готовых ответов пока нет. Менеджер добавит их командой /answers.
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
letters-file = 📎 Фото или файл
