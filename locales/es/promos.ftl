# Códigos promocionales en el grupo del equipo.

promos-command = Códigos promocionales: qué dieron, pausa, nuevos
promos = <b>🎟 Códigos promocionales</b>
promos-none = Aún no hay.
promos-none-such = No hay ningún código así. /promos los muestra todos.
promos-line = { $state } · <b>{ $code }</b> · { $benefit } · usado: { $uses }
promos-new = ➕ Código nuevo
promos-back = ‹ Todos los códigos
promos-card = 🎟 <b>{ $code }</b> · { $state }
promos-running = ✅ Activo
promos-planned = 🗓 Previsto
promos-paused = ⏸ En pausa
promos-over = ⌛️ Terminado
promos-used-up = 🔚 Agotado
promos-pause = ⏸ Pausar
promos-resume = ▶️ Reanudar
promos-benefit = Da: { $benefit }
promos-free-delivery = 🚚 envío gratis
promos-from = Desde el { $first }
promos-until = Hasta el { $last }
promos-days = Del { $first } al { $last }
promos-minimum = Para pedidos desde { $sum }
promos-most = { $count ->
        [one] Un uso en total
       *[other] { $count } usos en total
    }
promos-once-each = Cada código vale una vez
promos-per-customer = { $count ->
        [one] Una vez por cliente
       *[other] { $count } veces por cliente
    }
promos-first-order = Solo para un primer pedido
promos-uses = Usado: { $uses }
promos-came = Pedidos: { $orders } · { $sum } · descuento: { $discount }
promos-link = 🔗 Un enlace que guarda el código para el pedido: { $link }
promos-links-in-file = 🔗 Un enlace con uno de los códigos: t.me/yourbot?start=promo_CÓDIGO
promos-send-codes = 📄 Códigos en una tabla
promos-codes = { $count ->
        [one] 📄 Un código
       *[other] 📄 { $count } códigos
    }
promos-draft = 🎟 <b>Un código nuevo</b>
promos-draft-name = el código nuevo
promos-draft-gone = Este borrador está terminado o descartado. /promos new empieza otro.
promos-choose-kind = ¿Qué da?
promos-goes-on = Aún falta algo. Responde a la pregunta de abajo o pulsa un botón.
promos-preview = <b>{ $code }</b>
promos-holds-not-yet = Aún no vale. Cambia lo que quieras y pulsa «Crear».
promos-make = ✅ Crear
promos-drop = 🗑 Descartar
promos-dropped = Descartado.
promos-made = Vale desde ahora.
promos-taken = Ese código ya existe. Elige otro.
promos-kind-percent = −%
promos-kind-fixed = −importe
promos-set-value = Cuánto
promos-set-code = Código
promos-set-days = 🗓 Días
promos-set-minimum = Pedido mínimo
promos-set-uses = Usos en total
promos-set-each = Por cliente
promos-set-series = Muchos de un solo uso
promos-for-first = Solo primeros pedidos
promos-for-all = No solo primeros
promos-set-scope = 🎯 Vale para
promos-everything = Todo
promos-applies-to-everything = 🎯 Vale para todo
promos-applies-to = 🎯 Vale para: { $what }
promos-for-orders-with = 🎯 Para pedidos con: { $what }
promos-categories = { $count ->
        [one] { $count } categoría
       *[other] { $count } categorías
    }
promos-products = { $count ->
        [one] { $count } producto
       *[other] { $count } productos
    }
promos-nothing-on-sale = ⚠️ Nada de esto está a la venta ahora, así que nadie puede usar el código.
promos-removed = ❓ ya no existe
promos-scope = 🎯 <b>Para qué vale { $code }</b>
    Ahora: { $now }
promos-scope-how = Marca categorías; cada una cuenta con todo lo que tiene dentro. Los productos sueltos se buscan por su nombre.
promos-scope-at-once = Un cambio vale al instante. Quien tenga el código en un pedido sin confirmar lo sabrá antes de pedir.
promos-add-product = 🔎 Añadir un producto
promos-to-code = ‹ Al código
promos-scope-last = Es lo último que queda. Marca antes otra cosa, o pulsa «Todo».
promos-scope-full = Un código puede valer para { $most } categorías y productos como máximo. Una categoría cuenta con todo lo que tiene dentro.
promos-scope-gone = Una categoría o un producto de estos ya no existe. Míralo en 🎯 Vale para y prueba otra vez.
promos-widen = ¿Que <b>{ $code }</b> valga para toda la tienda? Ahora: { $now }
promos-widen-yes = 🎯 Sí, para todo
promos-ask-product = 🔎 { $who }, ¿para qué producto vale { $number }? Responde con una parte de su nombre.
promos-ask-product-hint = Por ejemplo taza
promos-no-such-product = No he encontrado ningún producto así. Responde a la pregunta con una palabra de su nombre.
promos-which-product = ¿Cuál de estos?
promos-more-products = Hay más. Para ver otros, responde a la pregunta con más palabras del nombre.
promos-ask-value = ✍️ { $who }, ¿cuánto descuenta { $number }? Responde a este mensaje.
promos-ask-value-hint = Por ejemplo 10
promos-ask-code = ✍️ { $who }, ¿cómo se llama { $number }? De 4 a 20 letras A–Z, cifras o guiones. Responde a este mensaje.
promos-ask-code-hint = Por ejemplo SPRING10
promos-ask-days = 🗓 { $who }, ¿cuándo vale { $number }? Responde con el último día, o el primero y el último: 2026-12-01 2026-12-24. «-» es siempre.
promos-ask-days-hint = 2026-12-01 2026-12-24
promos-ask-minimum = ✍️ { $who }, ¿desde qué importe vale { $number }? Responde con un importe; «-» es cualquiera.
promos-ask-minimum-hint = Por ejemplo 30
promos-ask-uses = ✍️ { $who }, ¿cuántas veces vale { $number } en total? Responde con un número; «-» es sin límite.
promos-ask-uses-hint = Por ejemplo 100
promos-ask-each = ✍️ { $who }, ¿cuántas veces puede usar un cliente { $number }? Responde con un número; «-» es sin límite.
promos-ask-each-hint = Por ejemplo 1
promos-ask-series = ✍️ { $who }, ¿cuántos códigos de un solo uso en vez de uno para todos ({ $number })? Hasta 1000; «-» es un código para todos.
promos-ask-series-hint = Por ejemplo 200
promos-not-a-percentage = Responde a la pregunta con un porcentaje de 1 a 100, por ejemplo: 10
promos-not-an-amount = Responde a la pregunta con un importe, por ejemplo: 5,50
promos-not-a-code = Un código tiene de 4 a 20 letras A–Z, cifras o guiones, por ejemplo: SPRING10. Responde otra vez a la pregunta.
promos-prefix-too-long = El principio de los códigos de un solo uso tiene como mucho 11 caracteres. Responde otra vez a la pregunta.
promos-not-days = Responde a la pregunta así: 2026-12-24, o 2026-12-01 2026-12-24
promos-in-the-past = Esos días ya pasaron, o el último es anterior al primero. Responde otra vez a la pregunta.
promos-not-a-number = Responde a la pregunta con un número de { $least } a { $most }.
staff-audit-promo = código promocional
staff-audit-promo-code = código promocional { $code }
