"""Pictures for formats that know no SVG."""

from __future__ import annotations

import struct
import tempfile
from pathlib import Path

import typst

from bcp.errors import UsageError
from bcp.report.writers.flow import Picture
from bcp.report.writers.letters import fonts

_PAGE = """#set page(width: 170mm, height: auto, margin: 0pt)
#context {{
  let wanted = image("picture{suffix}", width: 170mm)
  if measure(wanted).height > 700mm {{ image("picture{suffix}", height: 700mm) }} else {{ wanted }}
}}"""
_DOTS, _COARSE = 220.0, 20.0
"""To the inch: for a document, and to see whether it can be drawn."""
_PNG = b"\x89PNG\r\n\x1a\n"
_HEAD = 33
"""Bytes of a PNG up to the end of what says its size."""
_MOST_DOTS = 40_000_000


def png_of(picture: Picture) -> bytes:
    """Return *picture* as a PNG."""
    return picture.image if picture.suffix == ".png" else _drawn(picture.image, ppi=_DOTS)


def _drawn(image: bytes, *, ppi: float) -> bytes:
    # It sees a folder with nothing else in it: an SVG may name other files.
    with tempfile.TemporaryDirectory(prefix="bcp-picture-") as held:
        folder = Path(held)
        suffix = ".png" if image.startswith(_PNG) else ".svg"
        (folder / f"picture{suffix}").write_bytes(image)
        (folder / "page.typ").write_text(_PAGE.format(suffix=suffix), encoding="utf-8")
        made = typst.Compiler(
            folder / "page.typ", root=folder, font_paths=fonts(), ignore_system_fonts=True
        ).compile(format="png", ppi=ppi)
    if not isinstance(made, bytes):
        raise TypeError(f"typst returned {type(made).__name__}")
    return made


def check_logo(image: bytes) -> None:
    """Refuse what cannot be drawn: unlike the charts, a logo comes from outside.

    Raises
    ------
    UsageError
        If *image* is neither a whole PNG nor an SVG, or has more dots than a page can show.
    """
    is_png = image.startswith(_PNG)
    if is_png and (len(image) < _HEAD or _dots(image) > _MOST_DOTS):
        raise UsageError("logo-broken")
    try:
        _drawn(image, ppi=_COARSE)
    except (typst.TypstError, UnicodeDecodeError):
        raise UsageError("logo-broken") from None


def _dots(png: bytes) -> int:
    width, height = struct.unpack(">II", png[16:24])
    return int(width) * int(height)


def height_of(png: bytes) -> float:
    """Return the height of a PNG as a share of its width."""
    width, height = struct.unpack(">II", png[16:24])
    return float(height / width)
