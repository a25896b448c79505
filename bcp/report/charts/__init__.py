"""Pictures for managers: a view holds the numbers, a drawing puts them on a page."""
