# Cómo va la tienda: estadísticas del grupo del equipo. Los textos de los gráficos no llevan emojis: su letra no los tiene.

stats-command = Cómo va la tienda: today, week, month o /stats 2026-11
stats-hint = Pregunta así: /stats, /stats today, /stats month, /stats 2026-11 o dos días: /stats 2026-11-01 2026-11-24. Un año como máximo.
stats-days = { $first } – { $last }
stats-title = 📊 <b>{ $days }</b>
stats-revenue = 💰 Ventas: <b>{ $sum }</b>{ $growth }
stats-orders = 🧾 Pedidos: <b>{ $count }</b>{ $growth }
stats-average = ⚖️ Pedido medio: { $sum }{ $growth }
stats-buyers = 👥 Clientes: { $count } (nuevos: { $new }, repiten: { $returning })
stats-before = En comparación con { $days }.
stats-before-so-far = En comparación con { $days }, hasta la misma hora.
stats-nothing = No se pidió nada.
stats-promos = 🎟 Con código promocional: { $orders } de { $all } pedidos, { $sum }; descuento: { $discount }
stats-promo = { $code } · { $orders } × · { $sum } · −{ $discount }
stats-no-promos = 🎟 Ningún pedido con código promocional.
stats-busiest = 🕒 Más pedidos: { $day }, { $from }–{ $until } ({ $count })
stats-visits = 👣 Visitas: <b>{ $count }</b>{ $growth }
stats-conversion = 🛍 Acabaron en pedido: <b>{ $share }</b> (antes: { $before })
stats-visits-about = Una visita es un cliente en un día.
stats-view-sales = 📈 Ventas
stats-view-goods = 🏆 Productos
stats-view-hours = 🕒 Horas
stats-view-visitors = 👣 Visitas
stats-today = Hoy
stats-week = 7 días
stats-month = 30 días

chart-revenue = Ventas, { $currency }
chart-orders = Pedidos
chart-now = { $days }
chart-before = antes: { $days }
chart-products = Mejores productos
chart-product-amount = { $pieces } uds. · { $sum }
chart-nothing = No se pidió nada.
chart-hours = Pedidos por hora
chart-few = pocos
chart-many = muchos
chart-funnel = Visitas
chart-reached-shop = Entraron en la tienda
chart-reached-cart = Llenaron el carrito
chart-reached-checkout = Empezaron a tramitar
chart-reached-order = Hicieron el pedido
chart-buyers = Clientes con pedido
chart-new = Nuevos: { $count }
chart-returning = Repiten: { $count }

export-command = Tablas: /export orders 2026-11
export-hint = Di qué tabla: /export orders (pedidos), /export customers (clientes), /export products (catálogo), /export stock (existencias). Como libro de Excel en vez de CSV: /export products xlsx. Pedidos y clientes también de un periodo: /export orders month, /export orders 2026-11-01 2026-11-24.
export-nothing = No hay nada que exportar de ese periodo.
export-done = 📄 { $what }, líneas: { $lines }
export-cut = ⚠️ Son las más recientes; en una tabla no caben más. Pide las anteriores por su periodo, por ejemplo /export orders 2026-11.
export-orders = Pedidos
export-customers = Clientes
export-products = Catálogo
export-stock = Existencias

digest-title = 🌆 <b>Así fue el día · { $day }</b>
digest-quiet = { $title } · sin pedidos, visitantes nuevos: { $newcomers }
digest-newcomers = 🙋 Visitantes nuevos: { $count }
digest-product = { $place }. { $name } · { $pieces } uds. · { $sum }
digest-waiting = { $count ->
        [one] ⏰ Un pedido espera a que lo acepten.
       *[other] ⏰ { $count } pedidos esperan a que los acepten.
    }
digest-accepted = { $count ->
        [one] 📦 Un pedido espera a que lo envíen.
       *[other] 📦 { $count } pedidos esperan a que los envíen.
    }
staff-audit-export = tabla «{ $what }», líneas
