"""The pictures of the sample shop, drawn in code: one module for each shelf of the shop."""
