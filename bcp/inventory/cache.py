"""Keeps checked inventories, keyed by the content of their files, so that they load again at once.

Entries are JSON, never anything that could run code, and safe to delete at any time: one that is
damaged, or written by another version, is as good as none.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from hashlib import blake2b
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

import bcp
from bcp.inventory.load import LoadedInventory, Place
from bcp.inventory.models import Inventory
from bcp.memory import paused_gc

__all__ = ["Cache", "default_cache"]

FORMAT = 1
"""Of the entries; raise it when they change."""
ENTRIES = 20
"""How many are kept; those not used for longest go."""
BYTES = 256 * 2**20
"""How much is kept in all, the newest apart."""
_HEX = 40


def default_cache(environ: Mapping[str, str] = os.environ) -> Cache | None:
    """Return the user's own cache; none if ``BCP_NO_CACHE`` is set in *environ*."""
    if environ.get("BCP_NO_CACHE"):
        return None
    from platformdirs import user_cache_path

    return Cache(user_cache_path("bcp", appauthor=False) / "inventories")


@dataclass(frozen=True)
class Cache:
    """Checked inventories in a folder of their own. Whatever fails here fails silently."""

    folder: Path
    """Made when first needed."""
    entries: int = ENTRIES
    """How many are kept."""

    def get(self, digest: str, folder: Path) -> LoadedInventory | None:
        """Return what was kept under *digest*, its files now standing in *folder*."""
        path = self._path(digest)
        try:
            checksum, payload = path.read_bytes().split(b"\n", 1)
            if checksum != _checksum(payload):
                return None
            os.utime(path)
            with paused_gc():
                return _restore(json.loads(payload), digest, folder)
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def put(self, loaded: LoadedInventory, folder: Path) -> None:
        """Keep *loaded*, whose files stand in *folder*."""
        with suppress(OSError, ValueError):
            payload = json.dumps(
                _dump(loaded, folder), ensure_ascii=False, separators=(",", ":")
            ).encode()
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(self._path(loaded.digest), _checksum(payload) + b"\n" + payload)
            self._forget()

    def _path(self, digest: str) -> Path:
        name = blake2b(f"{_origin()} {digest}".encode(), digest_size=20).hexdigest()
        return self.folder / f"{name}.json"

    def _forget(self) -> None:
        """Remove the entries not used for longest."""
        held = [(path.stat(), path) for path in self.folder.glob("*.json")]
        held.sort(key=lambda entry: entry[0].st_mtime, reverse=True)
        size = 0
        for number, (about, path) in enumerate(held):
            size += about.st_size
            if number and (number >= self.entries or size > BYTES):
                path.unlink(missing_ok=True)


def _checksum(payload: bytes) -> bytes:
    return blake2b(payload, digest_size=_HEX // 2).hexdigest().encode()


def _write(path: Path, data: bytes) -> None:
    """Write *data* to *path* whole or not at all."""
    import tempfile

    handle, made = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        Path(made).replace(path)
    except OSError:
        Path(made).unlink(missing_ok=True)
        raise


@cache
def _origin() -> str:
    """Return what made the entries: the version, and in a checkout the very code that checks."""
    total = blake2b(f"{FORMAT} {bcp.__version__}".encode(), digest_size=20)
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *here.parent.glob("*.py")]):
        with suppress(OSError):
            total.update(path.read_bytes())
    return total.hexdigest()


# --- to and from JSON --------------------------------------------------------------------------


_PLAIN = frozenset({str, int, bool, float, type(None)})


def _dump(loaded: LoadedInventory, folder: Path) -> dict[str, Any]:
    """Return *loaded* as JSON: of each item the keys that were written, files relative."""
    files = list(dict.fromkeys(place.file for place in loaded.places.values()))
    number = {file: at for at, file in enumerate(files)}
    return {
        "inventory": _dumped(loaded.inventory),
        "files": [Path(file).relative_to(folder).as_posix() for file in files],
        "places": {id_: [number[held.file], held.line] for id_, held in loaded.places.items()},
    }


def _dumped(value: Any) -> Any:
    """Return *value* as JSON holds it. Kinds are told apart by what is met most often first."""
    kind = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple or kind is list:
        return [_dumped(item) for item in value]
    if isinstance(value, BaseModel):
        written = value.model_fields_set
        return {name: _dumped(held) for name, held in vars(value).items() if name in written}
    if kind is dict:
        return {str(key): _dumped(held) for key, held in value.items()}
    return str(value) if kind is Fraction else value.isoformat()


def _restore(held: Any, digest: str, folder: Path) -> LoadedInventory:
    files = [str(folder / name) for name in held["files"]]
    places = {id_: Place(files[file], line) for id_, (file, line) in held["places"].items()}
    inventory: Inventory = _restorer(Inventory)(held["inventory"])
    return LoadedInventory(inventory, places, digest)


Reader = Callable[[Any], Any]
"""Turns JSON into the value that was dumped."""


@cache
def _restorer(model: type[BaseModel]) -> Reader:
    """Return what makes a *model* of its dumped keys, without checking them a second time.

    It fills the items as ``BaseModel.model_construct`` does, which is five times slower.
    """
    fields = model.model_fields
    plain = {name: field.default for name, field in fields.items()}
    empty = [name for name, field in fields.items() if field.default_factory is dict]
    readers = [(name, _reader(field.annotation)) for name, field in fields.items()]
    changed = [(name, read) for name, read in readers if read is not None]
    new, put = model.__new__, object.__setattr__

    def make(held: dict[str, Any]) -> Any:
        values = plain.copy()
        for name in empty:
            values[name] = {}
        values.update(held)
        for name, read in changed:
            if name in held:
                values[name] = read(held[name])
        item = new(model)
        put(item, "__dict__", values)
        put(item, "__pydantic_fields_set__", set(held))
        put(item, "__pydantic_extra__", None)
        put(item, "__pydantic_private__", None)
        return item

    return make


def _reader(kind: Any) -> Reader | None:
    """Return what reads a value of *kind*; ``None`` where JSON holds it as it is."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _reader(parts[0])
    if origin is tuple:
        return _tuple_reader(_reader(parts[0]))
    if origin in (dict, Mapping):
        return _mapping_reader(_is_number(parts[0]), _reader(parts[1]))
    if origin in (Union, UnionType):
        return _union_reader([_reader(part) for part in parts])
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return _restorer(kind)
    return _READERS.get(kind)


_READERS: Mapping[Any, Reader] = {Fraction: Fraction, date: date.fromisoformat}


def _is_number(kind: Any) -> bool:
    return kind is int or (get_origin(kind) is Annotated and get_args(kind)[0] is int)


def _tuple_reader(read: Reader | None) -> Reader:
    return tuple if read is None else lambda held: tuple(map(read, held))


def _mapping_reader(is_number: bool, read: Reader | None) -> Reader | None:
    """Return the reader of a mapping, whose keys are all text in JSON."""
    if read is None and not is_number:
        return None

    def make(held: dict[str, Any]) -> dict[Any, Any]:
        return {
            int(key) if is_number else key: value if read is None else read(value)
            for key, value in held.items()
        }

    return make


def _union_reader(readers: Sequence[Reader | None]) -> Reader | None:
    """Return the reader of a choice: of nothing or something, of heads or a share."""
    read = next((reader for reader in readers if reader is not None), None)
    if read is None:
        return None
    return lambda held: held if held is None or isinstance(held, int) else read(held)
