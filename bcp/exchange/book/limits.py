"""How large a workbook of an inventory can be, and what is said of one that cannot be read."""

from __future__ import annotations

from bcp.exchange.grid import Complaints, Limits

__all__ = ["BOOK", "LIMITS"]

LIMITS = Limits(file_bytes=30 * 2**20, member_bytes=200 * 2**20, rows=20_000, columns=200)
BOOK = Complaints("book-not-xlsx", "book-too-large", "book-too-long", "book-formula")
