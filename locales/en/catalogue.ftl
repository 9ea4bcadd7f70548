# The staff make and change products and categories.

staff-price = 💶 Price
staff-price-of = 💶 Price: { $name }
staff-stock = 📦 Pieces
staff-stock-of = 📦 Pieces: { $name }
staff-edit = ✏️ Change
staff-done = ✅ Done

staff-products-drafts = 📝 Drafts
staff-products-archive = 🗄 Archive
staff-new-product = ➕ New product
staff-product-draft = draft
staff-product-archived = archived
staff-product-missing = To sell it, it still needs a category and a price.
staff-product-not-so = Not done: somebody has just changed it, or it still lacks a category or a price.
staff-publish = ✅ Publish
staff-discard = 🗑 Discard
staff-bring-back = ↩️ Bring back
staff-undo = ↩️ Undo
staff-archive = 🗄 Archive
staff-archive-sure = Archive it? It goes from every list and cannot be ordered any more. Orders keep it, and it can be brought back.
staff-archive-yes = 🗄 Yes, archive it
staff-product-gone = There is no such product any more.

staff-edit-name = 🏷 Name
staff-edit-text = 📄 Description
staff-edit-category = 🗂 Category
staff-edit-place = ↕️ Place
staff-edit-pictures = 🖼 Pictures
staff-edit-variants = 🧩 Variants
staff-edit-summary =
    🗂 { $category }
    🖼 { $pictures ->
        [one] { $pictures } picture
       *[other] { $pictures } pictures
    } · 🧩 { $variants ->
        [one] { $variants } variant
       *[other] { $variants } variants
    }
staff-text-none = —
staff-choose-category = 🗂 Which category does it stand in?
staff-categories-none = There is no category yet. Make one: /categories
staff-place = ↕️ No. { $number } of { $of } in its category
staff-place-first = ⏫ First
staff-place-up = 🔼 Up
staff-place-down = 🔽 Down
staff-place-last = ⏬ Last

staff-pictures = 🖼 Customers see the pictures in this order, the first one in lists too.
staff-pictures-none = 🖼 There is no picture yet.
staff-picture-see = 🖼 See { $number }
staff-picture-lead = 🥇 Make { $number } first
staff-picture-drop = 🗑 Remove { $number }
staff-picture-add = ➕ Add pictures
staff-picture-hint = Please reply to the question with a picture, or several as an album.
staff-picture-large = That picture is too large: at most 10 MB.
staff-picture-gone = That picture is not there any more.
staff-pictures-full = There are ten pictures already. Remove one first.

staff-variants = 🧩 Press a variant to change it. 🙈 marks those that customers do not see.
staff-variant-head = { $code } · { $state }
staff-variant-add = ➕ New variant
staff-variants-full = There are as many variants as a card can hold.

staff-ask-name = 🏷 { $who }, what is { $number } called? Reply to this message with at most 40 characters. A dash (-) takes this language away.
staff-ask-name-hint = The name
staff-ask-text = 📄 { $who }, how is { $number } described? Reply to this message with at most 300 characters. A dash (-) takes this language away.
staff-ask-text-hint = The description
staff-ask-pictures = 🖼 { $who }, please reply to this message with pictures of { $number }: one, or several as an album.
staff-ask-pictures-hint = Attach pictures
staff-ask-variant = 🧩 { $who }, what is the new variant of { $number } called? For example “Blue / 1 l”. Reply to this message.
staff-ask-variant-hint = For example 100 g
staff-ask-label = 🧩 { $who }, what is this variant of { $number } called? Reply to this message with at most 40 characters. A dash (-) takes this language away.
staff-ask-new = { $number }: { $who }, what is it called? Reply to this message with at most 40 characters. Customers see nothing before you publish it.
staff-too-long = That is too long: at most { $most } characters. Please reply to the question once more.
staff-name-last = A name in one language has to stay.

staff-audit-category = category { $id }
staff-command-newproduct = Make a product, step by step

staff-command-categories = Categories: make, name, order, hide
staff-categories = <b>🗂 Categories</b>
staff-categories-empty = None yet.
staff-category-line = { $name } · { $products ->
    [one] { $products } product
   *[other] { $products } products
}
staff-category = <b>{ $name }</b> · category { $id } · { $state }
staff-category-holds = 🛍 Products: { $products } · 🗄 archived: { $archived } · 🗂 categories below: { $below }
staff-to-categories = 🗂 Categories
staff-new-category = ➕ New category
staff-new-below = ➕ Category below
staff-category-remove = 🗑 Remove
staff-category-remove-yes = 🗑 Yes, remove it
staff-category-sure = Remove the category “{ $name }”? This cannot be undone.
staff-category-full = Not removed, it is still in use. Products: { $products }, archived: { $archived }, categories below: { $below }, promo codes: { $promos }. Move them elsewhere first, or hide it.
staff-categories-full = Not made: there are as many categories as a keyboard can hold, or the one above is gone.
staff-ask-category = { $number }: { $who }, what is it called? Reply to this message with at most 40 characters.
