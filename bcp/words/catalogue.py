"""Tables of words, kept as gettext keeps them.

The texts are edited in ``bcp/locale/<language>/LC_MESSAGES/<domain>.po``, with any editor for such
files. A message is named by its key; where a domain has several tables, the table is its context.
What runs reads compiled catalogues (``.mo``) with the gettext of the standard library. They are
made when bcp is built or installed; in a checkout a text that is newer than they are is read by
Babel instead.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator, Mapping, MutableMapping
from functools import cache
from gettext import GNUTranslations
from pathlib import Path
from typing import cast

from bcp.words import LANGS, Entry, Lang, Table

__all__ = ["LOCALE", "catalogue", "domains", "joined"]

LOCALE = Path(__file__).parents[1] / "locale"
"""Where the catalogues lie."""


class _Messages(GNUTranslations):
    """A compiled catalogue all of whose texts can be had, not only one by one."""

    def texts(self) -> Mapping[str, str]:
        """Return each text by its key, with its context before it."""
        held: Mapping[str, str] = self._catalog  # type: ignore[attr-defined]
        return held


@cache
def _texts(domain: str, lang: Lang) -> Mapping[str, str]:
    folder = LOCALE / lang / "LC_MESSAGES"
    source, compiled = folder / f"{domain}.po", folder / f"{domain}.mo"
    if _is_newer(source, compiled):
        return _read(source)
    with compiled.open("rb") as stream:
        return _Messages(stream).texts()


def _is_newer(source: Path, compiled: Path) -> bool:
    """Return whether the source is there, and changed since it was compiled."""
    if not source.exists():
        return False
    return not compiled.exists() or source.stat().st_mtime_ns > compiled.stat().st_mtime_ns


def _read(source: Path) -> Mapping[str, str]:
    from babel.messages.pofile import read_po

    with source.open("rb") as stream:
        held = read_po(stream, charset="utf-8", abort_invalid=True)
    return {_named(str(one.id), str(one.context or "")): str(one.string) for one in held if one.id}


def _named(key: str, context: str) -> str:
    return GNUTranslations.CONTEXT % (context, key) if context else key


class _Entry(Mapping[Lang, str]):
    """One message, looked up in the language that is asked for."""

    __slots__ = ("_domain", "_key")

    def __init__(self, domain: str, key: str) -> None:
        self._domain, self._key = domain, key

    def __getitem__(self, lang: Lang) -> str:
        return _texts(self._domain, lang)[self._key]

    def __iter__(self) -> Iterator[Lang]:
        return (lang for lang in LANGS if self._key in _texts(self._domain, lang))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Catalogue(Mapping[str, Entry]):
    """The messages of a domain that have one context."""

    def __init__(self, domain: str, context: str) -> None:
        self._domain, self._context = domain, context

    def __getitem__(self, key: str) -> Entry:
        named = _named(key, self._context)
        if named not in _texts(self._domain, LANGS[0]):
            raise KeyError(key)
        return _Entry(self._domain, named)

    def __iter__(self) -> Iterator[str]:
        start = _named("", self._context)
        for named in _texts(self._domain, LANGS[0]):
            is_plain = named and "\x04" not in named
            if named.startswith(start) if self._context else is_plain:
                yield named.removeprefix(start)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def catalogue(domain: str, context: str = "") -> Table:
    """Return the table of a domain, read when it is first asked for something.

    Parameters
    ----------
    domain
        The name of its files.
    context
        Which of its tables, where it has several.
    """
    return _Catalogue(domain, context)


def joined(*tables: Table) -> Table:
    """Return one table of several; of a key that is in two of them the later one counts."""
    return ChainMap(*(cast("MutableMapping[str, Entry]", table) for table in reversed(tables)))


def domains() -> tuple[str, ...]:
    """Return the domains there are, by the files of the first language."""
    folder = LOCALE / LANGS[0] / "LC_MESSAGES"
    return tuple(sorted({path.stem for path in folder.iterdir()}))
