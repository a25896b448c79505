"""The text of a YAML file changed into what it is to hold, every other character left as it is.

:func:`amended` is given what the file is to hold afterwards, compares it with what it holds, and
rewrites only the entries and items that differ: comments, blank lines, quotes and the order of
keys stay wherever nothing changed. What comes out is read again; unless it holds exactly what was
wanted, nothing comes out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bcp.authoring.editor import Editor, Unable, applied
from bcp.errors import InputError, UsageError
from bcp.reading import Steps, Tree, read

__all__ = [
    "amended",
    "copied",
    "decoded",
    "encoded",
    "with_item",
    "with_lines",
    "with_value",
    "without_item",
]

_MARKS = {
    b"\xef\xbb\xbf": "utf-8-marked",
    b"\xff\xfe": "utf-16-le-marked",
    b"\xfe\xff": "utf-16-be-marked",
}


def amended(data: bytes, file: str, wanted: Tree) -> bytes:
    """Return the bytes of a file changed so that it holds *wanted*.

    Parameters
    ----------
    data
        The file as it is.
    file
        As the user would name it.
    wanted
        What it is to hold: mappings, lists, text and ``None``, as :func:`bcp.reading.read`
        returns it. Numbers and truth values are taken as they would be written. Items of lists
        are known again by their ``id`` (or ``no``). The order of keys says where new ones stand.

    Raises
    ------
    InputError
        If the file cannot be read.
    UsageError
        ``text-not-editable``, if what is written there cannot be changed without losing anything;
        nothing is changed then.
    """
    held = read(data, file).root
    aim = _as_tree(wanted)
    if held == aim:
        return data
    text, encoding = decoded(data)
    try:
        made = applied(text, Editor(text).amend(held, aim))
        result = encoded(made, encoding)
        is_right = read(result, file).root == aim
    except (Unable, InputError):
        is_right = False
    if not is_right:
        raise UsageError("text-not-editable", file=file)
    return result


def with_value(data: bytes, file: str, path: Steps, value: Any) -> bytes:
    """Return the bytes of a file in which *value* stands at *path*; ``None`` takes a key away.

    The last step may be a key that is not there yet. Raises what :func:`amended` does, and
    ``KeyError`` or ``IndexError`` if *path* leads nowhere.
    """
    root = copied(read(data, file).root)
    holder = _at(root, path[:-1])
    if value is None:
        holder.pop(path[-1])
    else:
        holder[path[-1]] = value
    return amended(data, file, root)


def with_item(data: bytes, file: str, section: str, item: Mapping[str, Any]) -> bytes:
    """Return the bytes of a file with *item* at the end of *section*, begun if it is not there."""
    root = copied(read(data, file).root) or {}
    root[section] = [*(root.get(section) or ()), item]
    return amended(data, file, root)


def with_lines(data: bytes, file: str, section: str, lines: Sequence[str]) -> bytes:
    """Return the bytes of a file with an item, as lines with comments, at the end of *section*.

    Parameters
    ----------
    data
        The file as it is; nothing, if it is new.
    file
        As the user would name it.
    section
        The key of a list at the top of the file, begun if it is not there.
    lines
        One item, its dash at the margin.

    Raises
    ------
    InputError
        If the file cannot be read.
    UsageError
        ``text-not-editable``, if the item cannot be put there.
    """
    held = copied(read(data, file).root) or {}
    item = read("\n".join(lines).encode(), file).root
    assert isinstance(held, dict)
    assert isinstance(item, list)
    aim = held | {section: [*(held.get(section) or ()), *item]}
    text, encoding = decoded(data)
    try:
        result = encoded(applied(text, Editor(text).append(section, lines)), encoding)
        is_right = read(result, file).root == aim
    except (Unable, InputError):
        is_right = False
    return result if is_right else amended(data, file, aim)


def without_item(data: bytes, file: str, section: str, number: int) -> bytes:
    """Return the bytes of a file without the item of that *number*, from 0, in *section*.

    The lines of the item go, comments in them too; comments above it stay.
    """
    root = copied(read(data, file).root)
    del root[section][number]
    return amended(data, file, root)


def decoded(data: bytes) -> tuple[str, str]:
    """Return the text of a file without its byte order mark, and how it is encoded."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding.removesuffix("-marked")), encoding
    return data.decode("utf-8"), "utf-8"


def encoded(text: str, encoding: str) -> bytes:
    """Return the bytes of a file: what :func:`decoded` takes apart."""
    marks = [mark for mark, name in _MARKS.items() if name == encoding]
    return b"".join(marks) + text.encode(encoding.removesuffix("-marked"))


def _at(root: Any, path: Steps) -> Any:
    for step in path:
        root = root[step]
    return root


def copied(tree: Any) -> Any:
    """Return *tree* with containers of its own: what aliases share is apart then."""
    if isinstance(tree, Mapping):
        return {key: copied(held) for key, held in tree.items()}
    return [copied(held) for held in tree] if isinstance(tree, (list, tuple)) else tree


def _as_tree(value: Any) -> Any:
    """Return *value* as it would be read from a file: text where a number was."""
    if isinstance(value, Mapping):
        return {str(key): _as_tree(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_as_tree(held) for held in value]
    if value is None or isinstance(value, str):
        return value
    return str(value).lower() if isinstance(value, bool) else str(value)
