"""Pictures for formats that know no SVG."""

from __future__ import annotations

import struct

import typst

from bcp.report.writers.flow import Picture
from bcp.report.writers.letters import fonts

_PAGE = b"#set page(width: 170mm, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), width: 100%)"
_DOTS = 220.0
"""To the inch."""


def png_of(picture: Picture) -> bytes:
    """Return *picture* as a PNG."""
    if picture.suffix == ".png":
        return picture.image
    text = picture.image.decode("utf-8")
    made = typst.Compiler(
        _PAGE, font_paths=fonts(), ignore_system_fonts=True, sys_inputs={"svg": text}
    ).compile(format="png", ppi=_DOTS)
    if not isinstance(made, bytes):
        raise TypeError(f"typst returned {type(made).__name__}")
    return made


def height_of(png: bytes) -> float:
    """Return the height of a PNG as a share of its width."""
    width, height = struct.unpack(">II", png[16:24])
    return float(height / width)
