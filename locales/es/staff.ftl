# Lo que lee el grupo del equipo.

staff-card = 🧾 <b>Pedido n.º { $number }</b> · { $status }
    { $at }
staff-line = { $quantity } × { $name } · { $sum }
staff-more-lines = { $count ->
        [one] … y una línea más
       *[other] … y { $count } líneas más
    }
staff-discount = Descuento { $code }: −{ $sum }
staff-promo-free-delivery = Código { $code }: envío gratis
staff-delivery = Envío: { $sum }
staff-total = <b>Total: { $sum }</b>
staff-customer = 👤 { $who } · { $lang }
staff-phone = 📞 { $phone }
staff-address = 📍 { $address }
staff-map = <a href="{ $link }">🗺 Mapa</a>
staff-pickup = 🏬 Recogida
staff-note = 📝 { $note }
staff-forgotten = 👤 El cliente hizo borrar sus datos.
staff-event = { $at } · { $status } · { $who }
staff-event-note = ↳ { $note }
staff-by-customer = cliente
staff-by-system = automático

staff-status-placed = 🆕 Nuevo
staff-status-accepted = ✅ Aceptado
staff-status-shipped = 🚚 Enviado
staff-status-ready = 🏬 Listo para recoger
staff-status-delivered = 📦 Entregado
staff-status-picked-up = 📦 Recogido
staff-status-rejected = ❌ Rechazado
staff-status-cancelled = 🚫 Cancelado

staff-accept = ✅ Aceptar
staff-reject = ❌ Rechazar
staff-cancel = 🚫 Cancelar
staff-ship = 🚚 Enviado
staff-ready = 🏬 Listo para recoger
staff-deliver = 📦 Entregado
staff-hand-over = 📦 Recogido
staff-ship-tracking = ✍️ Otro seguimiento
staff-ship-plain = 🚚 Sin seguimiento
staff-back = ‹ Volver
staff-reason-out-of-stock = Agotado
staff-reason-cannot-deliver = No entregamos allí
staff-reason-no-contact = No se pudo contactar con el cliente
staff-reason-other = ✍️ Otro motivo…
staff-cancel-ask = <b>🚫 ¿Cancelar de verdad el pedido n.º { $number }?</b>
    Las unidades vuelven a la venta, el código promocional se devuelve y el cliente sabrá el motivo. Elígelo:
staff-cancel-plain = Sin motivo

staff-ask-reason = ✍️ { $who }, ¿por qué se rechaza el pedido { $number }? Responde a este mensaje; el cliente lo leerá.
staff-ask-reason-hint = El motivo
staff-ask-cancel = ✍️ { $who }, ¿por qué se cancela el pedido { $number }? Responde a este mensaje; el cliente lo leerá.
staff-ask-tracking = ✍️ { $who }, ¿cómo puede el cliente seguir el pedido { $number }? Responde a este mensaje con un número o enlace.
staff-ask-tracking-hint = Número o enlace de seguimiento
staff-ask-parcel = ✍️ { $who }, ¿cuál es el número de seguimiento del pedido { $number }? Responde a este mensaje; el cliente recibirá el enlace.
staff-ask-parcel-hint = Número de seguimiento
staff-parcel-hint = Eso no es un número de seguimiento: tiene de 4 a 40 letras y cifras. Responde otra vez a la pregunta, por ejemplo: 00340434161094
staff-answer-in-words = Responde con palabras, 500 caracteres como máximo, por ejemplo: «DHL 00340434161094000000».

staff-only = Estos botones son para el equipo de la tienda.
staff-unknown-button = Este botón ya no sirve. Envía /order y el número para ver una tarjeta nueva.
staff-unknown-command = No conozco ese comando. /help los muestra todos.
staff-no-order = Ese pedido no existe.
staff-overtaken = Alguien fue más rápido: el pedido está ahora en «{ $status }».

staff-support = 💬 { $who } · { $lang } escribe. Responde a este mensaje para contestar.

staff-dead-letter = ⚠️ No se pudo procesar un mensaje de un cliente (actualización { $update }): { $cause }
staff-try-again = 🔁 Reintentar
staff-drop = 🗑 Descartar
staff-tried-again = Se está reintentando.
staff-dropped = Descartado.
staff-letter-gone = Alguien ya se ha ocupado de ello.

staff-broadcast-hint = Escribe primero el mensaje aquí y luego responde a él con /broadcast. No se envía nada antes de que veas a cuántos llega.
staff-broadcast-album = Un álbum no se puede enviar como un solo mensaje. Responde a una sola imagen o a un texto.
staff-broadcast-draft = 📣 ¿Enviar este mensaje a los clientes?
staff-broadcast-sending = 📣 En camino
staff-broadcast-paused = ⏸ En pausa
staff-broadcast-done = ✅ A todos les ha llegado el turno
staff-broadcast-cancelled = ✖️ Cancelado
staff-broadcast-to = Para: { $segment }
staff-broadcast-audience = Clientes: { $count }
staff-broadcast-nobody = En este grupo no hay nadie localizable que quiera novedades.
staff-broadcast-soon = Tarda un minuto como mucho.
staff-broadcast-minutes = Tarda unos { $minutes } min.
staff-broadcast-far = { $ended } de { $recipients }
staff-broadcast-sent = ✅ Enviados: { $count }
staff-broadcast-unreachable = 🚫 Han bloqueado el bot: { $count }
staff-broadcast-skipped = 🔕 Ya no quieren novedades: { $count }
staff-broadcast-failed = ❌ Rechazados por Telegram: { $count }
staff-broadcast-uncertain = ❔ Inciertos: { $count } (se perdió la respuesta de Telegram; no se vuelve a enviar)
staff-broadcast-trouble = ⚠️ Telegram no acepta este mensaje. ¿Se ha borrado? { $cause }
staff-broadcast-send = 📣 Enviar a { $count }
staff-broadcast-cancel = ✖️ Cancelar
staff-broadcast-pause = ⏸ Pausa
staff-broadcast-resume = ▶️ Seguir
staff-broadcast-moved-on = Alguien fue más rápido. La tarjeta muestra cómo está.
staff-segment-everyone = Todos
staff-segment-bought = Compraron en { $days } días
staff-segment-new = Nunca compraron

staff-command-order = Mostrar un pedido, por ejemplo /order 12
staff-command-broadcast = Como respuesta: enviar un mensaje a los clientes
staff-command-help = Qué hace el bot aquí
staff-order-hint = Envía el número del pedido, por ejemplo: /order 12
staff-help =
    Los pedidos nuevos llegan aquí como tarjetas. Pulsa los botones según avance el pedido; el cliente recibe un aviso cada vez.

    Aquí llegan también las preguntas de los clientes: responde a ellas y tu respuesta llegará al cliente.

    /order 12 muestra otra vez la tarjeta de un pedido.

    /orders muestra lo abierto, /find Ana o /find 91 123 45 encuentra un pedido.

    /answers · respuestas preparadas; responde a un cliente con !nombre para enviarla

    Con /orders new aceptas todos los nuevos a la vez; con /orders packed envías todos los empaquetados.

    /products muestra lo que se vende: precios, existencias, ocultar y mostrar. /products low es lo que se acaba, /product 17 es uno de ellos.

    Encargados y propietarios tienen además:
    /newproduct, /categories · crear y cambiar lo que se vende
    /import · el catálogo como archivo de una hoja de cálculo
    /customer @nombre · quién es alguien
    /stats, /export · cómo va la tienda, en gráficos y tablas
    /promos · los códigos
    /settings · precios de envío, horarios, entrega, textos
    /setup, /topics · lo que le falta a este grupo, y sus temas
    /staff, /audit · quién puede hacer qué, y quién hizo qué
    /broadcast · a todos los clientes o a una parte: escribe el mensaje aquí y responde a él con /broadcast

    /help muestra esto otra vez.

staff-not-allowed = Tu rol aquí es «{ $role }» y no incluye esto. Un propietario puede cambiarlo con /staff.
staff-role-owner = Propietario
staff-role-manager = Encargado
staff-role-packer = Preparación
staff-role-support = Atención al cliente
staff-role-guest = 🚫 Sin acceso
staff-role-gone = no está en el grupo
staff-role-default = Según el grupo
staff-role-of-creator = El grupo es suyo: siempre es propietario.
staff-role-of-standing = Sin rol propio: los administradores del grupo son encargados, los demás preparan pedidos.
staff-role-given = El rol ha cambiado.
staff-role-own = Nadie cambia su propio rol. Pídeselo a otro propietario.
staff-role-overtaken = Alguien fue más rápido. La tarjeta muestra el rol actual.
staff-roster = <b>👥 Quién trabaja aquí</b>
    Pulsa un nombre para cambiar su rol. Para buscar a alguien: /staff @nombre, o responde a un mensaje suyo con /staff.
staff-roster-back = ‹ Todos
staff-person = 👤 { $who }
    <b>{ $role }</b>
staff-nobody = No encuentro a esa persona en el grupo. Añádela primero y responde a un mensaje suyo con /staff.

staff-audit = <b>📜 Quién hizo qué</b>
staff-audit-hint = Pregunta así: /audit, /audit 12 (un pedido), /audit p7 (un producto), /audit @nombre.
staff-audit-empty = Todavía nada.
staff-audit-line = { $at } · { $who } · { $what }: { $change }
staff-audit-order = pedido { $number }
staff-audit-product = producto { $id }
staff-audit-person = persona { $id }
staff-audit-broadcast = difusión { $id }
staff-audit-update = actualización { $id }
staff-newest = « Lo último
staff-older = Anteriores ›
staff-product-shown = a la venta
staff-product-hidden = oculto
staff-command-staff = Quién trabaja aquí y con qué rol
staff-command-audit = Quién hizo qué

staff-take = 🙋 Yo me encargo
staff-put-back = ↩️ Soltar
staff-pack = 📦 Empaquetado
staff-unpack = ↩️ Desempaquetar
staff-annotate = 📝 Nota
staff-taken = Es tuyo.
staff-taken-by = Se encarga { $who }.
staff-put-back-done = Ahora puede encargarse otra persona.
staff-packed = 📦 Empaquetado
staff-unpacked = Ya no está empaquetado.
staff-noted = 📝 Nota
staff-done-already = Eso ya está hecho.
staff-card-taken = 🙋 { $who }
staff-card-note = 🗒 { $note }
staff-ask-note = ✍️ { $who }, ¿qué deben saber los compañeros del pedido { $number }? Responde a este mensaje; el cliente no lo ve.
staff-ask-note-hint = Nota para el equipo
staff-write = ✉️ Escribir
staff-ask-write = ✉️ { $who }, ¿qué quieres decirle al cliente del pedido { $number }? Responde a este mensaje, también con una imagen. Su respuesta llegará aquí.
staff-ask-write-hint = Al cliente
staff-nobody-to-write-to = No se ha enviado: el cliente borró sus datos.
staff-slip = 🖨 Albarán
staff-slip-title = Pedido n.º { $number }
staff-slip-discount = Descuento { $code }
staff-slip-delivery = Envío
staff-slip-total = Total
staff-slip-pickup = Recogida
staff-slip-note = Nota: { $note }
staff-slip-forgotten = Datos borrados
staff-link-brought = 🧾 La tarjeta del pedido n.º { $number } está ahora al final del grupo del equipo.
staff-link-open = Ver la tarjeta
staff-amend = ✏️ Cambiar
staff-amend-title = <b>✏️ Cambio del pedido n.º { $number }</b>
staff-amend-draft = Nada cambia hasta que el cliente acepte. Verá lo que había y lo que habría.
staff-amend-waits = ✏️ <b>Esperamos la respuesta del cliente</b> · hasta { $until }
staff-amend-fee = 🚚 Precio del envío
staff-amend-propose = 📨 Preguntar al cliente
staff-amend-discard = ✖️ Descartar
staff-amend-withdraw = ✖️ Retirar
staff-amend-proposed = Se ha preguntado al cliente.
staff-amend-withdrawn = Retirado. El pedido queda como está.
staff-amend-over = (Ya) no es posible. La tarjeta muestra cómo está.
staff-amend-overtaken = Alguien lo cambió mientras tanto. Míralo otra vez.
staff-amend-nothing = Todavía no hay nada distinto.
staff-amend-empty = No quedaría nada. Para anular el pedido, cancélalo.
staff-amend-short = No hay tantas unidades de: { $names }
staff-ask-fee = 🚚 { $who }, ¿cuánto costará el envío del pedido { $number }? Responde a este mensaje; preguntaremos al cliente cuando envíes el cambio.
staff-ask-fee-hint = Por ejemplo 12,50
staff-amend-fee-hint = Aquí eso no es un importe. Responde otra vez a la pregunta, por ejemplo: 12,50
staff-amend-answered = <b>Pedido n.º { $number }</b> · { $what }
staff-amend-was-proposed = ✏️ Cambio propuesto
staff-amend-was-agreed = ✅ Cambio aceptado
staff-amend-was-declined = ❌ Cambio rechazado
staff-amend-was-expired = ⌛ Sin respuesta al cambio
staff-amend-was-withdrawn = ✖️ Cambio retirado
staff-amend-was-sold-out = 😔 Cambio aceptado, pero ya agotado
staff-order-waits = ⏰ El pedido n.º { $number } espera desde { $since } a que alguien lo acepte.
staff-orders = <b>🧾 Pedidos</b> · { $what }
staff-orders-open = 📂 Abiertos
staff-orders-none = Ninguno.
staff-orders-line = { $status } · { $number } · { $name } · { $sum } · { $at }
staff-age-minutes = { $count } min
staff-age-hours = { $count } h
staff-age-days = { $count ->
    [one] 1 día
   *[other] { $count } días
}
staff-accept-all = { $count ->
    [one] ✅ Aceptarlo
   *[other] ✅ Aceptar los { $count } de esta página
}
staff-ship-all = { $count ->
    [one] 🚚 Enviarlo
   *[other] 🚚 Enviar los { $count } de esta página
}
staff-accept-all-ask = { $count ->
    [one] <b>✅ ¿Aceptar el pedido { $numbers }?</b> El cliente recibirá un aviso.
   *[other] <b>✅ ¿Aceptar estos { $count } pedidos?</b> Cada cliente recibirá un aviso.
        { $numbers }
}
staff-ship-all-ask = { $count ->
    [one] <b>🚚 ¿Enviar el pedido { $numbers }?</b> Sin seguimiento; el cliente recibirá un aviso. Si es de recogida, quedará listo.
   *[other] <b>🚚 ¿Enviar estos { $count } pedidos?</b> Sin seguimiento; cada cliente recibirá un aviso. Los de recogida quedarán listos.
        { $numbers }
}
staff-batch-yes = ✅ Sí
staff-batch-done = Hechos: { $done }. No: { $rest }.
staff-accept-all-done = <b>✅ Aceptados: { $done } de { $all }</b>
staff-ship-all-done = <b>🚚 Enviados: { $done } de { $all }</b>
staff-batch-line = { $number } · { $status } · { $who }
staff-find-hint = Di qué buscas: /find Ana, /find 91 123 45, /find @nombre, /find 2026-11-24.
staff-command-orders = Pedidos: los abiertos, o /orders new, /orders 2026-11-24
staff-command-find = Buscar pedidos por nombre, teléfono o @nombre

staff-products = <b>🛍 Productos</b> · { $what }
staff-products-all = 📋 Todos
staff-products-low = 🪫 Se acaban
staff-products-none = Ninguno.
staff-products-line = { $id } · { $name } · { $price } · { $available } para vender
staff-products-back = ‹ Productos
staff-first = « Inicio
staff-more = Más ›
staff-product = <b>{ $name }</b> · producto { $id } · { $state }
staff-variant = { $name } · { $price } · en el estante { $shelf }, reservado { $reserved }
staff-ledger = { $at } · { $who } · { $code } { $change } → { $shelf }
staff-hide = 🙈 Ocultar
staff-show = 👁 Mostrar
staff-ask-price = 💶 { $who }, ¿cuánto cuesta { $number } desde ahora? Responde a este mensaje. Los pedidos hechos conservan su precio.
staff-ask-price-hint = Por ejemplo 12,50
staff-ask-stock = 📦 { $who }, ¿cuántas unidades de { $number }? Responde con +5 o -2 y un motivo, o con lo que hay en el estante: =12
staff-ask-stock-hint = Por ejemplo +5 entrega
staff-price-hint = Eso no es un precio aquí. Responde otra vez a la pregunta, por ejemplo: 12,50
staff-stock-hint = Responde a la pregunta así: +5 entrega, -2 rotas, =12 contadas.
staff-stock-reserved = Sin cambios: los pedidos tienen reservadas más unidades de las que quedarían.
staff-command-products = Productos: precios, existencias, qué está a la venta

staff-patron-hint = Di quién: /customer @nombre, /customer +34 91 123 45 67, o el id de Telegram.
staff-patron-none = No conozco a ese cliente.
staff-patron-id = 🆔 { $id }
staff-patron-credit = 💳 Saldo: { $sum }
staff-patron-banned = ⛔️ Ya no se le atiende
staff-patron-served = Se le atiende
staff-patron-orders = <b>Últimos pedidos</b>
staff-patron-order = { $status } · { $number } · { $sum } · { $at }
staff-patron-ban = ⛔️ Dejar de atender
staff-patron-unban = ✅ Volver a atender
staff-command-customer = Quién es un cliente y qué ha pedido
staff-patron-ban-really = ⛔️ Sí, dejar de atender
staff-ask-patron-note = ✍️ { $who }, ¿qué debe saber el equipo sobre { $number }? Responde a este mensaje; el cliente no lo ve. Un solo «-» borra la nota.
staff-note-removed = Nota borrada
staff-running-low = 🪫 <b>Se acaba</b>
staff-running-low-line = { $id } · { $name } · quedan: { $left }
