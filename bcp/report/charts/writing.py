"""Gives a finished picture the words that a screen reader reads out."""

from __future__ import annotations

import re
from html import escape

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def described(svg: bytes, title: str, text: str) -> bytes:
    """Return the picture *svg* with a title and a text that a screen reader can read out."""
    spoken = (
        f' role="img" aria-labelledby="bcp-title bcp-desc">\n <title id="bcp-title">{_xml(title)}</title>\n'
        f' <desc id="bcp-desc">{_xml(text)}</desc>'
    )
    opening, closing = svg.split(b"<svg", 1)
    attributes, rest = closing.split(b">", 1)
    return opening + b"<svg" + attributes + spoken.encode() + rest


def _xml(text: str) -> str:
    return escape(_ILLEGAL.sub("", text), quote=False)
