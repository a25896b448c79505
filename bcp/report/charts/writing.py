"""Puts a finished picture into its file: the whole of it or nothing."""

from __future__ import annotations

import os
import re
from html import escape
from pathlib import Path

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path*, by way of a file beside it that takes its place when complete.

    Raises
    ------
    OSError
        If it cannot be written; what was at *path* before is still there then.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe: to replace it would be to destroy it.
        target.write_bytes(data)
        return
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.write_bytes(data)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


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
