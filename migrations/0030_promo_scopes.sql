-- What a promo code applies to is never taken from it from behind: a code for one shelf would become a code for
-- everything. Until now the shelf's removal took that line with it, and only the question before it stood in the way.
ALTER TABLE promo_categories
    DROP CONSTRAINT promo_categories_category_fkey,
    ADD CONSTRAINT promo_categories_category_fkey FOREIGN KEY (category) REFERENCES categories;
ALTER TABLE promo_products
    DROP CONSTRAINT promo_products_product_fkey,
    ADD CONSTRAINT promo_products_product_fkey FOREIGN KEY (product) REFERENCES products;
CREATE INDEX promo_categories_by_category ON promo_categories (category);
