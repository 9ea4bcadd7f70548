# El catálogo como archivo que envía el equipo. Lo que falla en una línea va después de la línea y la columna.

import-command = Responder a un archivo (CSV o XLSX): importar el catálogo
import-hint = Envía el catálogo como archivo (CSV o XLSX) y escribe /import debajo, o responde a un archivo con /import. /export products xlsx trae el catálogo tal como está: cámbialo y devuélvelo. Nada cambia antes de que veas qué cambiaría.
import-large = Ese archivo es demasiado grande: como máximo 5 MB.
import-title = <b>📥 ¿Importar este archivo?</b>
import-added = ➕ Nuevos: { $count }
import-changed = ✏️ Cambiados: { $count }
import-same = ▫️ Sin cambios: { $count }
import-kept = 🔒 No están en el archivo y se quedan como están: { $count }
import-line = • { $name }: { $what } { $from } → { $to }
import-line-new = • { $name }: cambia { $what }
import-more = { $count ->
        [one] … y un cambio más
       *[other] … y { $count } cambios más
    }
import-yes = ✅ Importar
import-no = ✖ No importar
import-toast = Importado.
import-done = <b>📥 Importado</b>
import-left = ✖ No se importó. Nada ha cambiado.
import-same-all = 📥 Nada que importar: los { $count } productos ya están como dice el archivo.
import-overtaken = El catálogo ha cambiado entretanto. Míralo otra vez, por favor.
import-gone = Esta vista previa ya no vale. Envía el archivo otra vez, por favor.
import-wrong = { $count ->
        [one] <b>⚠️ No se importó nada:</b> hay que corregir una línea.
       *[other] <b>⚠️ No se importó nada:</b> hay que corregir { $count } líneas.
    }
import-wrong-line = Línea { $line }: { $problem }
import-wrong-cell = Línea { $line }, { $column }: { $problem }
import-wrong-file = Todas están en la tabla.
import-column-line = línea
import-column-column = columna
import-column-problem = qué falla

import-detail-product = producto
import-detail-category = categoría
import-detail-category-names = nombres de la categoría
import-detail-name = nombre
import-detail-text = descripción
import-detail-photo = imagen
import-detail-price = precio
import-detail-stock = unidades
import-detail-visible = estado
import-detail-option = variante

import-no-table = no es una tabla que pueda leer. Guárdala como XLSX o como CSV UTF-8
import-old-workbook = es un archivo XLS antiguo. Guárdalo como XLSX
import-too-much = hay demasiado en el archivo: como máximo 10.000 líneas
import-not-utf8 = no se pueden leer las letras. Guarda el archivo como CSV UTF-8 o como XLSX
import-columns = { $found } columnas en vez de { $expected }: ¿hay un texto con coma sin comillas?
import-column-missing = falta la columna
import-column-unknown = no existe esa columna
import-empty = no hay ningún producto en el archivo
import-missing = falta
import-no-slug = solo a-z, 0-9 y -, por ejemplo green-tea
import-no-stock-number = de 1 a 24 caracteres de A-Z, 0-9 y -
import-too-long = más de { $most } caracteres
import-unshowable = un carácter que no se puede mostrar
import-no-amount = «{ $text }» no es un importe
import-decimals = demasiados decimales; escríbelo como { $example }
import-at-most = como máximo { $most }
import-no-number = «{ $text }» no es un número entero
import-no-yes = «{ $text }» no es ni yes ni no
import-date = la hoja de cálculo lo convirtió en una fecha. Pon formato de texto a la celda y escríbelo otra vez
import-formula = la fórmula no tiene resultado
import-twice = { $text } ya está en la línea { $line }
import-nameless = { $text } no tiene nombre en ningún idioma
import-no-category = un nombre corto como tea, o dos con / en medio: tea/green-tea
import-steps = tantos nombres como niveles, con « > » en medio
import-other-names = { $text } tiene otros nombres en la línea { $line }
import-no-picture = no existe la imagen { $text }. Pon un enlace, o deja la celda vacía y envía la imagen con /product

staff-audit-import = archivo del catálogo
