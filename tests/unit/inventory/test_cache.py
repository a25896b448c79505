from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from pathlib import Path

import pytest
from hypothesis import given

import bcp
from bcp.inventory import cache as cache_module
from bcp.inventory.cache import Cache, default_cache
from bcp.inventory.load import LoadedInventory, load_inventory
from bcp.inventory.models import Component
from tests.reference.strategies import cases

from .conftest import ORGANISATION, Write
from .test_load import EVERYTHING

EXAMPLES = Path(__file__).parents[2] / "data" / "examples"


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


def entries(cache: Cache) -> list[Path]:
    return sorted(cache.folder.glob("*.json"))


def kept(cache: Cache, folder: Path) -> LoadedInventory | None:
    """Return what the cache alone knows of *folder*."""
    return cache.get(load_inventory(folder).digest, folder)


def test_same_as_loaded(write: Write, cache: Cache) -> None:
    """What comes from the cache equals what was read, to the last type."""
    folder = write({"a.yaml": EVERYTHING})
    loaded = load_inventory(folder, cache=cache)

    again = kept(cache, folder)
    assert again == loaded
    assert repr(again) == repr(loaded)
    assert again is not None
    assert again.inventory.components[0].model_fields_set == (
        loaded.inventory.components[0].model_fields_set
    )
    assert again.inventory.model_dump_json() == loaded.inventory.model_dump_json()


@pytest.mark.property
@given(cases())
def test_same_as_loaded_whatever_it_is(case: tuple[dict[str, str], str]) -> None:
    """Any inventory comes back equal."""
    with tempfile.TemporaryDirectory() as held:
        folder, cache = Path(held, "inventory"), Cache(Path(held, "cache"))
        for name, text in case[0].items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        loaded = load_inventory(folder, cache=cache)

        assert cache.get(loaded.digest, folder) == loaded


def test_second_load_reads_no_yaml(
    write: Write, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unchanged inventory is not read as YAML again; a changed one is."""
    folder = write({"a.yaml": ORGANISATION})
    loaded = load_inventory(folder, cache=cache)
    monkeypatch.setattr("bcp.inventory.load.read", None)

    assert load_inventory(folder, cache=cache) == loaded
    write({"a.yaml": ORGANISATION + "# changed\n"})
    with pytest.raises(TypeError):
        load_inventory(folder, cache=cache)


def test_moved_files(write: Write, cache: Cache, tmp_path: Path) -> None:
    """The places of an inventory that was moved are its new ones."""
    folder = write({"sub/a.yaml": ORGANISATION})
    load_inventory(folder, cache=cache)
    moved = folder.rename(tmp_path / "moved")

    again = kept(cache, moved)
    assert again is not None
    assert again.places["organisation"].file == str(moved / "sub" / "a.yaml")


def test_frozen_and_apart(write: Write, cache: Cache) -> None:
    """Items from the cache are frozen, and share no dictionary with each other."""
    folder = write({"a.yaml": EVERYTHING})
    load_inventory(folder, cache=cache)
    again = kept(cache, folder)

    assert again is not None
    first, second, _ = again.inventory.components
    with pytest.raises(ValueError, match="frozen"):
        first.name = "other"  # type: ignore[misc]
    assert first.assumed is not second.assumed
    assert first.assumed == {}


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda data: b"", id="empty"),
        pytest.param(lambda data: b"{}", id="another file"),
        pytest.param(lambda data: data[:-5], id="cut off"),
        pytest.param(lambda data: data.replace(b"core", b"cord"), id="one letter"),
        pytest.param(lambda data: os.urandom(100), id="noise"),
    ],
)
def test_damaged_entry_is_none(damage: object, write: Write, cache: Cache) -> None:
    """A damaged entry is as good as none, and is replaced."""
    folder = write({"a.yaml": EVERYTHING})
    loaded = load_inventory(folder, cache=cache)
    (entry,) = entries(cache)
    entry.write_bytes(damage(entry.read_bytes()))  # type: ignore[operator]

    assert kept(cache, folder) is None
    assert load_inventory(folder, cache=cache) == loaded
    assert kept(cache, folder) == loaded


def test_strange_entry_is_none(write: Write, cache: Cache) -> None:
    """An entry of another shape under a right checksum is as good as none."""
    folder = write({"a.yaml": EVERYTHING})
    load_inventory(folder, cache=cache)
    (entry,) = entries(cache)

    shapes: list[object] = [{}, [], {"inventory": 3, "files": [], "places": {}}, None]
    for shape in shapes:
        payload = json.dumps(shape).encode()
        entry.write_bytes(cache_module._checksum(payload) + b"\n" + payload)
        assert kept(cache, folder) is None


def test_other_version(write: Write, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """What another version kept is not used."""
    folder = write({"a.yaml": ORGANISATION})
    load_inventory(folder, cache=cache)
    assert kept(cache, folder) is not None

    monkeypatch.setattr(bcp, "__version__", "0.0.0")
    cache_module._origin.cache_clear()
    try:
        assert kept(cache, folder) is None
    finally:
        cache_module._origin.cache_clear()


def test_faulty_inventory_is_not_kept(write: Write, cache: Cache) -> None:
    """Only what is without fault is kept."""
    folder = write({"a.yaml": "components: []\n"})

    with pytest.raises(bcp.errors.InputError):
        load_inventory(folder, cache=cache)
    assert not cache.folder.exists()


def test_few_are_kept(write: Write, tmp_path: Path) -> None:
    """Entries not used for longest go first."""
    cache = Cache(tmp_path / "cache", entries=2)
    folder = write({"a.yaml": ORGANISATION})
    first = load_inventory(folder, cache=cache)
    write({"a.yaml": ORGANISATION + "# 2\n"})
    second = load_inventory(folder, cache=cache)
    for age, entry in enumerate((cache._path(first.digest), cache._path(second.digest))):
        os.utime(entry, (1000 - age, 1000 - age))
    write({"a.yaml": ORGANISATION + "# 3\n"})
    third = load_inventory(folder, cache=cache)

    assert set(entries(cache)) == {cache._path(first.digest), cache._path(third.digest)}


def test_little_is_kept(write: Write, cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    """However large, the newest entry is kept, and older ones only while there is room."""
    monkeypatch.setattr(cache_module, "BYTES", 10)
    load_inventory(write({"a.yaml": ORGANISATION}), cache=cache)
    newest = load_inventory(write({"a.yaml": ORGANISATION + "# 2\n"}), cache=cache)

    assert entries(cache) == [cache._path(newest.digest)]


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there")
def test_private(write: Write, cache: Cache) -> None:
    """Others can neither list nor read what is kept."""
    load_inventory(write({"a.yaml": ORGANISATION}), cache=cache)

    assert stat.S_IMODE(cache.folder.stat().st_mode) == 0o700
    assert [stat.S_IMODE(entry.stat().st_mode) for entry in entries(cache)] == [0o600]


def test_no_room_is_no_trouble(write: Write, tmp_path: Path) -> None:
    """Where nothing can be kept, loading works all the same and leaves nothing behind."""
    (tmp_path / "file").write_text("in the way")
    cache = Cache(tmp_path / "file" / "cache")

    assert load_inventory(write({"a.yaml": ORGANISATION}), cache=cache).places


def test_full_disk_leaves_nothing(
    write: Write, cache: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An entry that cannot be written whole is not there at all."""

    def refuse(*_: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    load_inventory(write({"a.yaml": ORGANISATION}), cache=cache)

    assert list(cache.folder.iterdir()) == []


def test_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own cache is used unless the environment says no."""
    assert default_cache({"BCP_NO_CACHE": "1"}) is None
    assert isinstance(default_cache({}), Cache)
    assert isinstance(default_cache({"BCP_NO_CACHE": ""}), Cache)


def test_every_kind_of_field_is_known() -> None:
    """A restored item has every field, those not written by their default."""
    held = cache_module._restorer(Component)({"id": "a", "kind": "site"})

    assert held == Component(id="a", kind="site")
    assert vars(held) == vars(Component(id="a", kind="site"))
