"""The parameters of a scenario file: `$name` in it is replaced before anything is checked.

Replacing happens on the tree that was read, in place, so that every fault still names the line
where a person wrote. There are no expressions: a value is one scalar, used as often as needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from bcp.errors import Fault
from bcp.inventory.faults import Nearest, fault_at, faults_of
from bcp.reading import Document, Steps
from bcp.scenario.written import Parameter

__all__ = ["Setting", "Settled", "settle"]

_PARTS = ("scenario", "events")
"""The keys of a file in which parameters are replaced."""
_USE = re.compile(r"\$([a-z][a-z0-9-]*)")


@dataclass(frozen=True, slots=True)
class Setting:
    """A parameter and the value that counts."""

    id: str
    name: str
    name_en: str | None
    value: str
    default: str

    @property
    def is_default(self) -> bool:
        """Whether nobody set it."""
        return self.value == self.default


@dataclass
class Settled:
    """What came of the parameters of one file."""

    settings: tuple[Setting, ...] = ()
    """In the order of the file."""
    faults: list[Fault] = field(default_factory=list)
    uses: list[tuple[Steps, str]] = field(default_factory=list)
    """Where which parameter was replaced."""
    unknown: list[Fault] = field(default_factory=list)
    """The uses of names that are no parameter; what is said of the same place only echoes them."""

    def told(self, document: Document, faults: Sequence[Fault]) -> list[Fault]:
        """Return all faults, those of values that came from a parameter told as such.

        Parameters
        ----------
        document
            The file.
        faults
            What is wrong in it after the parameters were replaced.
        """
        echoed = {(fault.line, fault.where) for fault in self.unknown}
        held = [fault for fault in faults if (fault.line, fault.where) not in echoed]
        wrong = {(fault.line, fault.where) for fault in held}
        return [*self.faults, *self.unknown, *held, *self._blamed(document, wrong)]

    def _blamed(self, document: Document, wrong: set[tuple[int, str]]) -> Iterator[Fault]:
        values = {setting.id: setting for setting in self.settings}
        for path, name in self.uses:
            held = values[name]
            told = {"name": name, "value": held.value, "default": held.default}
            fault = fault_at(document, path, "parameter-here", **told, known=_list(values))
            if (fault.line, fault.where) in wrong:
                yield fault


def settle(document: Document, root: Mapping[str, Any], wanted: Mapping[str, str]) -> Settled:
    """Replace the parameters in *root*, and return what was done.

    Parameters
    ----------
    document
        The file; its tree is changed.
    root
        The top of it.
    wanted
        Values to use in the place of defaults, by the names of parameters.
    """
    done = Settled()
    items = _items(document, root.get("parameters"), done.faults)
    done.settings = tuple(
        Setting(one.id, one.name, one.name_en, wanted.get(one.id, one.default), one.default)
        for _, one in items
    )
    done.faults += _not_there(document, wanted, [one.id for _, one in items])
    values = {setting.id: setting.value for setting in done.settings}
    seen: set[int] = set()
    for part in _PARTS:
        _replace(document, root.get(part), (part,), values, done, seen)
    used = {name for _, name in done.uses}
    for number, one in items:
        if one.id not in used:
            path = ("parameters", number, "id")
            done.faults.append(fault_at(document, path, "parameter-unused", name=one.id))
    return done


def _items(document: Document, raw: Any, faults: list[Fault]) -> list[tuple[int, Parameter]]:
    """Return the parameters that are in order, each with its place in the list."""
    if raw is None:
        return []
    if not isinstance(raw, list):
        faults.append(fault_at(document, ("parameters",), "section-not-list", name="parameters"))
        return []
    found: dict[str, tuple[int, Parameter]] = {}
    for number, held in enumerate(raw):
        path = ("parameters", number)
        try:
            one = Parameter.model_validate(held)
        except ValidationError as error:
            faults += faults_of(error, Parameter, document, path)
            continue
        if one.id in found:
            faults.append(fault_at(document, (*path, "id"), "parameter-twice", name=one.id))
        else:
            found[one.id] = number, one
    return [*found.values()]


def _not_there(
    document: Document, wanted: Mapping[str, str], known: Sequence[str]
) -> Iterator[Fault]:
    """Yield what was set although the file has no such parameter."""
    for name in wanted:
        if name in known:
            continue
        key, values = "parameter-not-there", {"name": name, "known": _list(known)}
        if not known:
            key = "parameter-none"
        elif meant := Nearest()(name, known):
            key, values["nearest"] = "parameter-not-there-near", meant
        yield fault_at(document, ("parameters",), key, **values)


def _replace(
    document: Document,
    node: Any,
    path: Steps,
    values: Mapping[str, str],
    done: Settled,
    seen: set[int],
) -> None:
    """Replace what is below *node*; a part that aliases name twice is gone through once."""
    if not isinstance(node, (dict, list)) or id(node) in seen:
        return
    seen.add(id(node))
    for step, held in list(node.items() if isinstance(node, dict) else enumerate(node)):
        here = (*path, step)
        if not isinstance(held, str):
            _replace(document, held, here, values, done, seen)
        elif held.startswith("$$"):
            node[step] = held[1:]
        elif match := _USE.fullmatch(held):
            name = match[1]
            if name in values:
                node[step] = values[name]
                done.uses.append((here, name))
            else:
                told = {"name": name, "known": _list(values) or "-"}
                done.unknown.append(fault_at(document, here, "parameter-unknown", **told))


def _list(names: Sequence[str] | Mapping[str, Any]) -> str:
    return ", ".join(names)
