# El equipo crea y cambia productos y categorías.

staff-price = 💶 Precio
staff-price-of = 💶 Precio: { $name }
staff-stock = 📦 Unidades
staff-stock-of = 📦 Unidades: { $name }
staff-edit = ✏️ Cambiar
staff-done = ✅ Hecho

staff-products-drafts = 📝 Borradores
staff-products-archive = 🗄 Archivo
staff-new-product = ➕ Nuevo producto
staff-product-draft = borrador
staff-product-archived = archivado
staff-product-missing = Para venderlo aún faltan una categoría y un precio.
staff-product-not-so = No se ha hecho: alguien acaba de cambiarlo, o aún le falta la categoría o el precio.
staff-publish = ✅ Publicar
staff-discard = 🗑 Descartar
staff-bring-back = ↩️ Recuperar
staff-undo = ↩️ Deshacer
staff-archive = 🗄 Archivar
staff-archive-sure = ¿Archivarlo? Desaparece de todas las listas y ya no se puede pedir. Los pedidos lo conservan, y se puede recuperar.
staff-archive-yes = 🗄 Sí, archivar
staff-product-gone = Ese producto ya no existe.

staff-edit-name = 🏷 Nombre
staff-edit-text = 📄 Descripción
staff-edit-category = 🗂 Categoría
staff-edit-place = ↕️ Lugar
staff-edit-pictures = 🖼 Imágenes
staff-edit-variants = 🧩 Variantes
staff-edit-summary =
    🗂 { $category }
    🖼 { $pictures ->
        [one] { $pictures } imagen
       *[other] { $pictures } imágenes
    } · 🧩 { $variants ->
        [one] { $variants } variante
       *[other] { $variants } variantes
    }
staff-text-none = —
staff-choose-category = 🗂 ¿En qué categoría está?
staff-categories-none = Aún no hay categorías. Crea una: /categories
staff-place = ↕️ N.º { $number } de { $of } en su categoría
staff-place-first = ⏫ Primero
staff-place-up = 🔼 Subir
staff-place-down = 🔽 Bajar
staff-place-last = ⏬ Último

staff-pictures = 🖼 Los clientes ven las imágenes en este orden; la primera, también en las listas.
staff-pictures-none = 🖼 Aún no hay imágenes.
staff-picture-see = 🖼 Ver { $number }
staff-picture-lead = 🥇 Poner { $number } primero
staff-picture-drop = 🗑 Quitar { $number }
staff-picture-add = ➕ Añadir imágenes
staff-picture-hint = Responde a la pregunta con una imagen, o con varias como álbum.
staff-picture-large = Esa imagen es demasiado grande: 10 MB como máximo.
staff-picture-gone = Esa imagen ya no está.
staff-pictures-full = Ya hay diez imágenes. Quita una primero.

staff-variants = 🧩 Pulsa una variante para cambiarla. 🙈 marca las que los clientes no ven.
staff-variant-head = { $code } · { $state }
staff-variant-add = ➕ Nueva variante
staff-variants-full = No caben más variantes en una tarjeta.

staff-ask-name = 🏷 { $who }, ¿cómo se llama { $number }? Responde a este mensaje con 40 caracteres como máximo. Un guion (-) quita este idioma.
staff-ask-name-hint = El nombre
staff-ask-text = 📄 { $who }, ¿cómo se describe { $number }? Responde a este mensaje con 300 caracteres como máximo. Un guion (-) quita este idioma.
staff-ask-text-hint = La descripción
staff-ask-pictures = 🖼 { $who }, responde a este mensaje con imágenes de { $number }: una, o varias como álbum.
staff-ask-pictures-hint = Adjunta imágenes
staff-ask-variant = 🧩 { $who }, ¿cómo se llama la nueva variante de { $number }? Por ejemplo «Azul / 1 l». Responde a este mensaje.
staff-ask-variant-hint = Por ejemplo 100 g
staff-ask-label = 🧩 { $who }, ¿cómo se llama esta variante de { $number }? Responde a este mensaje con 40 caracteres como máximo. Un guion (-) quita este idioma.
staff-ask-new = { $number }: { $who }, ¿cómo se llama? Responde a este mensaje con 40 caracteres como máximo. Los clientes no ven nada hasta que lo publiques.
staff-too-long = Es demasiado largo: { $most } caracteres como máximo. Responde otra vez a la pregunta.
staff-name-last = Tiene que quedar un nombre en algún idioma.

staff-audit-category = categoría { $id }
staff-command-newproduct = Crear un producto paso a paso

staff-command-categories = Categorías: crear, nombrar, ordenar, ocultar
staff-categories = <b>🗂 Categorías</b>
staff-categories-empty = Aún ninguna.
staff-category-line = { $name } · { $products ->
    [one] { $products } producto
   *[other] { $products } productos
}
staff-category = <b>{ $name }</b> · categoría { $id } · { $state }
staff-category-holds = 🛍 Productos: { $products } · 🗄 archivados: { $archived } · 🗂 categorías dentro: { $below }
staff-to-categories = 🗂 Categorías
staff-new-category = ➕ Nueva categoría
staff-new-below = ➕ Categoría dentro
staff-category-remove = 🗑 Quitar
staff-category-remove-yes = 🗑 Sí, quitarla
staff-category-sure = ¿Quitar la categoría «{ $name }»? No se puede deshacer.
staff-category-full = No se ha quitado, aún se usa. Productos: { $products }, archivados: { $archived }, categorías dentro: { $below }, códigos: { $promos }. Muévelos antes a otra parte, u ocúltala.
staff-categories-full = No se ha creado: hay tantas categorías como caben en un teclado, o la de arriba ya no existe.
staff-ask-category = { $number }: { $who }, ¿cómo se llama? Responde a este mensaje con 40 caracteres como máximo.
