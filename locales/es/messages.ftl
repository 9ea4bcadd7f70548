# Mensajes entre la tienda y sus clientes: preguntas, respuestas preparadas.

canned-command = Respuestas preparadas para los clientes
canned-answers = 💬 Respuestas preparadas
canned-title = <b>💬 Respuestas preparadas</b>
canned-about = Para enviar una, pulsa «💬 Respuestas preparadas» debajo del mensaje del cliente, o responde a él con el nombre: !horario
canned-none = Todavía ninguna. Horario, envío, devoluciones: ¿qué preguntan siempre los clientes?
canned-none-yet = Todavía no hay respuestas preparadas. Un encargado las añade con /answers.
canned-line = <b>{ $name }</b> · { $text }
canned-unwritten = (sin texto todavía)
canned-new = ➕ Nueva respuesta
canned-word = ✏️ Texto
canned-remove = 🗑 Quitar
canned-remove-ask = ¿Quitar esta respuesta? Lo enviado, enviado está.
canned-remove-really = 🗑 Sí, quitar
canned-removed = Quitada.
canned-back = ‹ Todas las respuestas
canned-gone = Eso ya no existe.
canned-full = Ya hay { $most } respuestas. Quita una primero.
canned-ask-name = 💬 { $who }, { $number }: ¿cómo se llama? Responde a este mensaje con una palabra corta, por ejemplo: horario
canned-ask-name-hint = Por ejemplo horario
canned-name-refused = Responde a la pregunta con una sola palabra, como mucho 24 letras y cifras, por ejemplo: horario
canned-name-taken = Ya hay una respuesta con ese nombre. Responde a la pregunta con otro.
canned-ask-text = ✏️ { $who }, ¿qué leen los clientes con { $number }? Responde a este mensaje.
canned-ask-text-hint = La respuesta
canned-text-refused = Responde a la pregunta con un texto de 2000 caracteres como mucho. Por ejemplo: Abrimos de lunes a viernes, de 10 a 18.
canned-choose = 💬 ¿Qué respuesta para { $who }?
canned-sent = ✅ { $who } ha enviado { $name }:
canned-sent-toast = ✅ Enviada
canned-unknown = No se ha enviado nada: no hay ninguna respuesta { $name }. /answers las muestra todas.
canned-audit = respuesta preparada

letters-open = 💬 Mensajes
letters = <b>💬 Mensajes con { $name }</b>
letters-none = Todavía nada.
letters-customer = <b>👤 { $who }</b> · { $at }
letters-shop = <b>🏪 { $who }</b> · { $at }
letters-file = 📎 Una imagen o un archivo

broadcast-leads = Botón: { $target }
broadcast-scheduled = 🕐 Programado
broadcast-starts = Empieza: <b>{ $at }</b>
broadcast-starts-about = Quién lo recibe se decide al empezar. Deja el mensaje en el grupo hasta entonces.
broadcast-quiet = 🌙 Horas de silencio: espera hasta las { $until }
broadcast-followed = { $count ->
    [0] 🛒 Todavía ningún pedido en los 3 días siguientes.
    [one] 🛒 Un pedido en los 3 días siguientes: { $sum }
   *[other] 🛒 { $count } pedidos en los 3 días siguientes: { $sum }
}
broadcast-refresh = 🔄 Actualizar
broadcast-other-time = 🕐 Otra hora
broadcast-days = 🗓 Compraron en … días
broadcast-category = 🗂 Compraron de una categoría
broadcast-link = 🔗 Botón: { $target }
broadcast-later = 🕐 Más tarde
broadcast-product = 📦 Un producto
broadcast-which-category = 🗂 A quienes compraron alguna vez de una categoría. ¿De cuál?
broadcast-which-link = 🔗 ¿Adónde lleva el botón debajo del mensaje?
broadcast-open = N.º { $id }
broadcast-line = { $id } · { $state } · { $segment }{ $at }
broadcast-this = el mensaje
broadcast-ask-days = 🗓 { $who }, { $number } va a quienes compraron en los últimos … días. ¿Cuántos días? Responde con un número.
broadcast-ask-days-hint = Por ejemplo 60
broadcast-days-refused = Responde a la pregunta con un número de días de 1 a 3653, por ejemplo: 60
broadcast-ask-product = 📦 { $who }, ¿a qué producto lleva el botón ({ $number })? Responde con su número; /products lo muestra.
broadcast-ask-product-hint = Por ejemplo 17
broadcast-product-refused = No conozco ningún producto a la venta con ese número. Responde a la pregunta con el número de /products, por ejemplo: 17
broadcast-ask-when = 🕐 { $who }, ¿cuándo sale { $number }? Responde con día y hora de la tienda, por ejemplo: mañana 10:00 o 24.12. 18:30
broadcast-ask-when-hint = mañana 10:00
when-unreadable = No lo entiendo. Responde a la pregunta así: mañana 10:00, o 24.12. 18:30, o 2026-12-24 18:30.
when-no-time = ¿A qué hora? Responde a la pregunta con día y hora, por ejemplo: mañana 10:00
when-past = Eso ya ha pasado. Responde a la pregunta con una hora posterior, por ejemplo: mañana 10:00
when-too-far = Falta más de un año para eso. Responde a la pregunta con un día anterior, por ejemplo: 24.12. 18:30
segment-bought-from = Compraron de «{ $name }»
segment-with-cart = 🛒 Con carrito
button-open-named = 🛍 { $name }

staff-section-messages = 💌 Mensajes
staff-section-messages-about = Cuándo salen los mensajes que nadie espera, y cuáles envía la tienda por sí misma. Las novedades de pedidos y las respuestas salen siempre al momento.
staff-setting-quiet = 🌙 Horas de silencio
staff-ask-quiet = 🌙 { $who }, { $number }: ¿de qué hora a qué hora, cada día? Responde a este mensaje, por ejemplo: 21:00-9:00. Un guion (-) significa nunca.
staff-ask-quiet-hint = Por ejemplo 21:00-9:00
staff-quiet-refused = Responde a la pregunta así: 21:00-9:00. Un guion (-) significa nunca; un día entero es demasiado.
staff-setting-cart-reminder = 🛒 Recordar el carrito
staff-setting-reminder-after = ⏳ Recordar tras (horas)
staff-setting-restock-news = 🔔 «Avísame cuando vuelva»
staff-ask-hours-left = ⏳ { $who }, { $number }: ¿cuántas? Responde a este mensaje con un número de 1 a 168, por ejemplo: 24
staff-ask-hours-left-hint = Por ejemplo 24
staff-hours-left-refused = Responde a la pregunta con un número de horas de 1 a 168, por ejemplo: 24
news-cart = 🛒 <b>Tu carrito sigue aquí</b>
news-cart-line = { $pieces } × { $name }
news-cart-more = { $count ->
    [one] … y uno más
   *[other] … y { $count } más
}
news-cart-about = Cuando quieras: todo está como lo dejaste. No te lo recordaremos otra vez.
