"""Which scenarios of an inventory are played: those that were named, or all, the foremost first."""

from __future__ import annotations

from collections.abc import Sequence

from bcp.cli.belonging import Belongings
from bcp.cli.opening import Opened
from bcp.cli.trouble import Faulty
from bcp.errors import InputError, UsageError
from bcp.scenario.load import LoadedScenario, load_scenario
from bcp.workspace import resolve

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
        chosen = [_named(opened, held, name) for name in dict.fromkeys(names)]
    else:
        plan = opened.loaded.inventory.plan
        places = {id_: place for place, id_ in enumerate(plan.scenarios if plan else ())}
        chosen = sorted(held.listed, key=lambda one: places.get(_id(one), len(places)))
    return _each_once(chosen)


def _named(opened: Opened, held: Belongings, name: str) -> LoadedScenario:
    found = [one for one in held.listed if _id(one) == name]
    if len(found) == 1:
        return found[0]
    path = resolve(str(opened.folder), name)[1]
    try:
        return load_scenario(path, opened.loaded)
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
