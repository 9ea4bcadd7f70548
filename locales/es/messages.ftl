# Mensajes entre la tienda y sus clientes: preguntas, respuestas preparadas.

canned-command = Respuestas preparadas para los clientes
canned-answers = 💬 Respuestas preparadas
canned-title = <b>💬 Respuestas preparadas</b>
canned-about = Para enviar una, pulsad «💬 Respuestas preparadas» debajo del mensaje del cliente, o responded a él con el nombre: !horario
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
canned-full = Ya hay { $most } respuestas. Quitad una primero.
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
letters-file = 📎 Una foto o un archivo
