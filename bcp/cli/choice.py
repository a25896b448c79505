"""Which scenarios of an inventory are played: those that were named, or all, the foremost first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from bcp.cli.belonging import Belongings
from bcp.cli.conditions import tell_skipped
from bcp.cli.opening import Opened, meant
from bcp.cli.trouble import Faulty
from bcp.errors import InputError, UsageError
from bcp.scenario.load import LoadedScenario, load_scenario, read_outline

__all__ = ["choose"]


def choose(opened: Opened, held: Belongings, names: Sequence[str]) -> list[LoadedScenario]:
    """Return the scenarios to play, each once.

    Parameters
    ----------
    opened
        The inventory.
    held
        What belongs to it.
    names
        Ids or files, in the order wanted; if none is named, all of the inventory are meant, those
        that the plan names first.

    Raises
    ------
    Faulty
        If a file that was named is at fault.
    UsageError
        If there is no such scenario, or there are several of one id.
    """
    if names:
        chosen = _all_named(opened, held, tuple(dict.fromkeys(names)))
    elif opened.settings:
        raise UsageError("set-without-scenario")
    else:
        plan = opened.loaded.inventory.plan
        places = {id_: place for place, id_ in enumerate(plan.scenarios if plan else ())}
        chosen = sorted(held.listed, key=lambda one: places.get(_id(one), len(places)))
    return _each_once(chosen)


def _all_named(opened: Opened, held: Belongings, names: Sequence[str]) -> list[LoadedScenario]:
    """Return the scenarios of *names*; what is set counts for each that has the parameter."""
    listed = {name: _listed(held, name) for name in names}
    if opened.settings:
        chosen = _set(
            opened,
            [Path(one.place.file) if one else _path(opened, name) for name, one in listed.items()],
        )
    else:
        chosen = [one or _loaded(opened, _path(opened, name), {}) for name, one in listed.items()]
    tell_skipped(chosen, opened.lang)
    return chosen


def _set(opened: Opened, paths: Sequence[Path]) -> list[LoadedScenario]:
    """Return the scenarios of *paths* with what is set; what none of them has is a fault."""
    known = {path: _parameters(opened, path) for path in paths}
    everywhere = set().union(*known.values())
    chosen = []
    for path, own in known.items():
        foreign = everywhere - own
        wanted = {name: value for name, value in opened.settings if name not in foreign}
        chosen.append(_loaded(opened, path, wanted))
    return chosen


def _parameters(opened: Opened, path: Path) -> set[str]:
    try:
        return {setting.id for setting in read_outline(path).settings}
    except InputError as error:
        raise Faulty(error, opened.lang) from None


def _listed(held: Belongings, name: str) -> LoadedScenario | None:
    found = [one for one in held.listed if _id(one) == name]
    return found[0] if len(found) == 1 else None


def _path(opened: Opened, name: str) -> Path:
    return meant(str(opened.folder), name)[1]


def _loaded(opened: Opened, path: Path, wanted: Mapping[str, str]) -> LoadedScenario:
    try:
        return load_scenario(path, opened.loaded, wanted)
    except InputError as error:
        raise Faulty(error, opened.lang) from None


def _each_once(chosen: Sequence[LoadedScenario]) -> list[LoadedScenario]:
    """Refuse two scenarios of one id, as every figure is told by it; the same file twice is one."""
    held: dict[str, LoadedScenario] = {}
    for loaded in chosen:
        first = held.setdefault(_id(loaded), loaded)
        if first.place.file != loaded.place.file:
            both = f"{first.place.file}, {loaded.place.file}"
            raise UsageError("which-scenario", name=_id(loaded), known=both)
    return list(held.values())


def _id(loaded: LoadedScenario) -> str:
    return loaded.scenario.scenario.id
