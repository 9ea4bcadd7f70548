-- What the staff know of a customer, for colleagues. It goes with the customer.
ALTER TABLE customers ADD COLUMN staff_note text;
