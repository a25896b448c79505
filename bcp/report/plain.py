"""Text as it may be shown: nothing in it that steers a terminal or turns a line around."""

from __future__ import annotations

from unicodedata import category


def clean(text: str) -> str:
    """Return *text* without what is no sign but steers: escapes, line feeds, turned directions."""
    if text.isprintable():
        return text
    return "".join(_harmless(sign) for sign in text)


def _harmless(sign: str) -> str:
    kind = category(sign)
    if kind == "Cc":
        return " "
    return "" if kind in {"Cf", "Cs"} else sign
