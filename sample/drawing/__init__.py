"""The pictures of the sample shop, drawn in code: every module holds the pictures of one category."""
