language-name = 🇪🇸 Español

button-home = 🏠 Inicio
button-catalog = 🛍 Catálogo
button-cart = 🛒 Carrito
button-cart-pieces = 🛒 Carrito ({ $pieces })
button-orders = 📦 Mis pedidos
button-profile = 👤 Perfil
button-languages = 🌐 Idioma
button-notifications = 🔔 Novedades
button-notifications-on = 🔔 Recibir novedades
button-notifications-off = 🔕 No más novedades
button-support = 💬 Escríbenos
button-help = ❓ Ayuda
button-back = ‹ Atrás
button-order = Pedir
button-tell-me = 🔔 Avísame cuando vuelva
button-add = Añadir { $pieces } · { $sum }
button-checkout = ✅ Tramitar · { $sum }
button-empty-cart = 🗑 Vaciar
button-continue = ‹ Seguir mirando
button-keep = ✓ { $value }
button-keep-phone = ✓ Dejar mi número
button-share-phone = 📱 Enviar mi número
button-share-location = 📍 Enviar mi ubicación
button-delivery = 🚚 A domicilio
button-pickup = 🏬 Recoger
button-no-note = Sin nota ›
button-no-promo = Sin código ›
button-confirm = ✅ Hacer el pedido · { $sum }
button-change-delivery = ✏️ Entrega
button-change-promo = ✏️ Código
button-change-name = ✏️ Nombre
button-change-phone = ✏️ Teléfono
button-change-note = ✏️ Nota
button-to-cart = ‹ Carrito
button-my-order = 📦 Mi pedido
button-cancel-order = Cancelar este pedido
button-cancel-yes = Sí, cancelarlo
button-cancel-no = No, dejarlo
button-amend-agree = ✅ Aceptar · { $sum }
button-amend-decline = ✖️ Dejarlo como estaba
button-reorder = 🔁 Repetir
button-edit-name = ✏️ Nombre
button-edit-phone = ✏️ Teléfono
button-delete-me = Borrar mis datos
button-delete-yes = Sí, borrarlo todo
button-delete-no = No, dejarlo

home-greeting = 👋 ¡Hola, { $name }! Te damos la bienvenida a <b>{ $shop }</b>.
home-hint = Abre el catálogo o escribe lo que buscas.
help =
    <b>Cómo pedir en { $shop }</b>

    1. Elige algo del catálogo o escribe una palabra para buscar.
    2. Di cuántos y añádelo al carrito.
    3. Tramita el pedido: adónde, un código si lo tienes y confirma.

    Te escribimos aquí con cada novedad. /orders muestra por dónde va y /support te pone con una persona; /notifications activa o desactiva nuestras novedades.
support-ask = 💬 Escribe aquí tu pregunta, también vale una foto. Respondemos en este chat.

catalog-top = <b>Catálogo</b>
    ¿Qué te apetece?
catalog-empty = Ahora mismo el catálogo está vacío. Vuelve pronto.
category = <b>{ $name }</b>
category-empty = <b>{ $name }</b>
    De momento no hay nada aquí.
category-gone = Esta sección ya no está.
search-found = 🔎 Resultados de «{ $words }»:
search-nothing = 🔎 Nada para «{ $words }». Prueba otra palabra o mira el catálogo.
entry = { $name } · { $price }
entry-from = { $name } · desde { $price }
entry-sold-out = { $name } · agotado

product-name = <b>{ $name }</b>
product-price = <b>{ $price }</b>
product-price-from = desde <b>{ $price }</b>
product-variant = { $option }
product-choose = ¿Cuál prefieres?
stock-none = Agotado
stock-few = { $left ->
    [one] Solo queda { $left }
   *[other] Solo quedan { $left }
}
stock-plenty = Disponible
quantity-ask = ¿Cuántos? Usa − y +, o escribe un número.

cart-title = 🛒 <b>Tu carrito</b>
cart-empty = 🛒 Tu carrito está vacío. Vamos a buscar algo bonito.
line = { $name }
    { $quantity } × { $price } = <b>{ $sum }</b>
cart-line-fewer = ⚠️ Solo hay { $left }, querías { $wanted }
cart-line-price = ⚠️ Costaba { $from }, ahora { $to }
cart-line-gone = ✖️ { $name }: agotado
cart-sum = Total: <b>{ $sum }</b>
cart-minimum = El pedido mínimo es de { $minimum }.
cart-free-delivery = { $missing } más y el envío es gratis.

ask-name = 👤 ¿A nombre de quién? Escribe un nombre.
ask-phone = 📱 ¿A qué teléfono podemos llamarte? Pulsa el botón o escríbelo: +34 612 345 678
ask-method = ¿Cómo lo quieres recibir?
method-delivery = 🚚 A domicilio: { $fee }
method-delivery-free = 🚚 A domicilio: { $fee }, gratis desde { $from }
method-pickup = 🏬 Recoger: { $place }
ask-address = 📍 ¿Adónde? Envía tu ubicación o escribe la dirección: calle, número, ciudad.
ask-address-saved = 📍 ¿Adónde? Elige una dirección o escribe otra. También vale enviar la ubicación (📎).
ask-note = 📝 ¿Algo que debamos saber? Timbre, piso, un deseo. Escríbelo o sigue.
ask-promo = 🎟 ¿Tienes un código? Escríbelo o sigue.
confirm-title = 🧾 <b>Tu pedido</b>
confirm-payment = 💵 Pagas al recibirlo: en efectivo o por transferencia.
total-subtotal = Productos: { $sum }
total-discount = Código { $code }: −{ $sum }
total-promo-free-delivery = Código { $code }: envío gratis
total-delivery = Envío: { $sum }
total-delivery-free = Envío: gratis
total = <b>Total: { $sum }</b>
detail-name = 👤 { $name }
detail-phone = 📱 { $phone }
detail-address = 📍 { $address }
detail-pickup = 🏬 Recoger: { $place }
detail-note = 📝 { $note }

placed = 🎉 <b>¡Gracias! Hemos recibido tu pedido n.º { $number }.</b>
    Total: { $sum }

    Lo miramos ahora mismo y te escribimos aquí en cuanto avance.
orders-title = 📦 <b>Tus pedidos</b>
orders-none = 📦 Todavía no tienes pedidos.
orders-entry = { $icon } N.º { $number } · { $day } · { $sum }
order-title = 📦 <b>Pedido n.º { $number }</b>
status-placed = 🕓 Recibido
status-accepted = 👍 Aceptado
status-shipped = 🚚 En camino
status-delivered = ✅ Entregado
status-ready = 🏬 Listo para recoger
status-picked-up = ✅ Recogido
status-rejected = ✖️ Rechazado
status-cancelled = ✖️ Cancelado
timeline = { $at } · { $status }
timeline-note = <i>{ $note }</i>
reason-out-of-stock = Lo sentimos, al final falta algo del pedido.
reason-cannot-deliver = Lo sentimos, no llegamos hasta allí.
reason-no-contact = No pudimos hablar contigo.
cancel-ask = ¿Seguro que quieres cancelar el pedido n.º { $number }?
amend-asked = <b>✏️ La tienda propone un cambio:</b>
amended-proposed = ✏️ Cambio propuesto
amended-agreed = ✏️ Cambiado
amended-declined = ✏️ Cambio rechazado
amended-expired = ✏️ Cambio caducado
amended-withdrawn = ✏️ Cambio retirado
amended-sold-out = ✏️ Sin cambios: agotado

profile-title = 👤 <b>Tu perfil</b>
profile-no-phone = sin indicar
profile-language = 🌐 { $language }
profile-credit = 💰 Saldo en la tienda: { $sum }
profile-addresses = Direcciones guardadas: pulsa una para olvidarla.
ask-new-name = 👤 Ahora: { $name }. Escribe el nombre nuevo.
languages-title = 🌐 ¿En qué idioma hablamos?
notifications-on = 🔔 Recibes aquí novedades y ofertas. Los mensajes sobre tus pedidos llegan siempre.
notifications-off = 🔕 No recibes novedades ni ofertas. Los mensajes sobre tus pedidos llegan siempre.
delete-ask = ⚠️ ¿Borrar tu nombre, teléfono, direcciones y carrito? Los pedidos que nadie ha aceptado se cancelan. No se puede deshacer.

remark-stale = Ese botón era de un mensaje antiguo. Estamos aquí:
remark-edited = No veo las correcciones. Envíalo como mensaje nuevo, por favor.
remark-unknown-command = No conozco esa orden. /help muestra lo que sé hacer.
remark-unknown-link = Ese enlace ya no lleva a ninguna parte. Pero echa un vistazo:
remark-nothing-to-cancel = No hay nada que cancelar.
remark-checkout-left = Pedido sin terminar. Tu carrito sigue ahí.
remark-left = De acuerdo, no se ha cambiado nada.
remark-resumed = ¿Por dónde íbamos? Tu carrito está a salvo, aquí lo tienes:
remark-added = { $pieces ->
    [one] ✅ En tu carrito.
   *[other] ✅ { $pieces } unidades en tu carrito.
}
remark-only-left = { $incart ->
    [0] ⚠️ Solo hay { $left }.
   *[other] ⚠️ Solo hay { $left }, y en tu carrito ya hay { $incart }.
}
remark-quantity-range = { $most ->
    [one] Solo hay 1.
   *[other] Elige un número del 1 al { $most }, por favor.
}
remark-product-gone = Este producto ya no se vende.
remark-sold-out = Agotado por ahora, lo sentimos.
remark-will-tell = 🔔 Te avisaremos aquí en cuanto vuelva a haber.
remark-cart-emptied = Tu carrito está vacío.
remark-empty-cart = Tu carrito está vacío.
remark-all-sold-out = 😔 Mientras tanto se ha agotado todo lo que había en tu carrito. No se ha pedido nada.
remark-cart-full = Tu carrito tiene { $most } artículos distintos, lo máximo que cabe en un pedido. Quita alguno o haz primero este pedido.
remark-below-minimum = El pedido mínimo es de { $minimum }: faltan { $missing }.
remark-address-gone = Esa dirección ya no está guardada. Escríbela, por favor.
remark-not-a-code = Un código tiene de 4 a 20 letras o cifras, como WELCOME10.
remark-promo-kept = 🎟 El código { $code } queda guardado para tu pedido.
remark-changed = ⚠️ <b>Algo ha cambiado mientras tanto.</b> Míralo y confirma otra vez:
remark-order-cancelled = El pedido está cancelado.
remark-change-agreed = ✅ Tu pedido ha cambiado.
remark-change-declined = Tu pedido queda como estaba.
remark-change-sold-out = 😔 Alguien fue más rápido: ya no quedan tantas unidades. Tu pedido queda como estaba.
remark-change-over = Este cambio ya no se ofrece. Así está tu pedido.
remark-order-unknown = No encuentro ese pedido.
remark-order-is = Este pedido está ahora: { $status }
remark-reordered = ✅ Todo está otra vez en tu carrito.
remark-reordered-without = ✅ Otra vez en tu carrito. Falta, del todo o en parte: { $names }
remark-saved = ✅ Guardado.
remark-language-set = ✅ A partir de ahora, en español.
remark-broadcasts-on = 🔔 A partir de ahora vuelves a recibir novedades y ofertas.
remark-broadcasts-off = 🔕 No más novedades ni ofertas. Con /notifications vuelven.
remark-support-sent = ✅ Enviado. Te respondemos aquí.
remark-forgotten = ✅ Todo borrado.

hint-browse = Eso no lo sé leer, pero sé buscar: escribe una palabra, por ejemplo «té».
hint-quantity = Escribe la cantidad con un número, por ejemplo 2.
hint-name = Escribe un nombre, por ejemplo Ana García.
hint-phone = Envía tu número con el botón o escríbelo, por ejemplo +34 612 345 678.
hint-method = Elige con los botones: a domicilio o recoger.
hint-address = Escribe la dirección, por ejemplo: calle Mayor 1, Madrid. O envía tu ubicación.
hint-note = Escribe la nota con palabras o sigue sin ella.
hint-promo = Escribe el código, por ejemplo WELCOME10, o sigue sin él.
hint-confirm = Revisa el pedido y usa los botones.
hint-support = Escribe tu pregunta o envía una foto.
invalid-phone = No parece un teléfono. Con prefijo de país, por ejemplo +34 612 345 678.
invalid-too-long = Es un poco largo. Dilo más corto, por favor.

promo-unknown = No conozco este código. ¿Quizá una errata?
promo-not-yet = Este código vale a partir del { $from }.
promo-expired = Este código ha caducado.
promo-below-minimum = Este código vale a partir de { $minimum } en productos.
promo-used-up = Este código ya se ha agotado.
promo-already-used = Ya has usado este código.
promo-first-order = Este código es solo para el primer pedido.
promo-nothing-covered = Este código no vale para nada de tu carrito.
promo-no-effect = El envío ya es gratis: guarda el código para otra vez.

change-price = • { $name }: { $to } en vez de { $from }
change-quantity = • { $name }: { $to } en vez de { $from }
change-gone = • { $name }: agotado
change-removed = • { $name }: retirado
change-total = <b>Total: { $to } en vez de { $from }</b>
change-promo = • El código ya no vale.
change-discount = • Descuento: { $to } en vez de { $from }
change-delivery = • Envío: { $to } en vez de { $from }

