"""What the official forms say: titles, columns, choices."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "blank": {"ja": "（未記入）", "en": "(not filled in)"},
    "and-more": {"ja": "{names}ほか{number}件", "en": "{names} and {number} more"},
}
