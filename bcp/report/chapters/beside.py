"""Files that an inventory names: chapters, a logo, a Word template."""

from __future__ import annotations

from dataclasses import replace
from errno import ELOOP
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.reading import LIMITS, read_file, unreadable


def read_beside(folder: Path, name: str, limit: int) -> bytes:
    """Return what the file *name* holds.

    An inventory may come from elsewhere, and what it names is put into a paper: no file outside of
    it is read.

    Parameters
    ----------
    folder
        Of the inventory.
    name
        Relative to *folder*, with slashes.
    limit
        In bytes.

    Raises
    ------
    InputError
        If *name* leads out of *folder*, by itself or by links, or is no ordinary file, too large or
        cannot be read.
    """
    file = str(folder / name)
    try:
        whole = folder.resolve(strict=True)
        path = (whole / name).resolve(strict=True)
    except ValueError:
        raise InputError([_outside(file, name)]) from None
    except RuntimeError:
        # Links in a circle; a newer Python calls that an OSError.
        raise InputError([Fault(file, 0, "", "beside-not-file")]) from None
    except OSError as error:
        circle = Fault(file, 0, "", "beside-not-file")
        raise InputError([circle if error.errno == ELOOP else unreadable(error, file)]) from None
    if Path(name).is_absolute() or not path.is_relative_to(whole):
        raise InputError([_outside(file, name)])
    if not path.is_file():
        raise InputError([Fault(file, 0, "", "beside-not-file")])
    return read_file(path, file, replace(LIMITS, file_bytes=limit))


def _outside(file: str, name: str) -> Fault:
    return Fault(file, 0, "", "beside-outside", {"name": name})


def text_of(data: bytes, name: str) -> str:
    """Return *data* as text.

    Raises
    ------
    InputError
        If it is not UTF-8; *name* is the file.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise InputError([Fault(name, line, "", "not-utf-8")]) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
