"""Files of Docker Compose: services, what they depend on, their volumes, on one host."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.copies import draw_copies, whole_number
from bcp.exchange.foreign.drawn import Drawing, Drawn, Need, Thing
from bcp.exchange.foreign.yaml_file import Part, read_parts
from bcp.reading import Steps, shown
from bcp.words import Phrase, say
from bcp.words.foreign import WORDS

__all__ = ["draw_compose"]

_DONE = "service_completed_successfully"
_UNREAD = ("configs", "secrets", "env_file", "extends", "volumes_from")


@dataclass
class _Plan:
    part: Part
    drawing: Drawing
    host: str = ""
    services: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    """By name: the id, and those of its copies."""
    volumes: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def fault(self, path: Steps, key: str, **values: object) -> None:
        self.faults.append(self.part.fault(path, key, **values))


def draw_compose(path: Path) -> Drawn:
    """Return what a Compose file says.

    ``depends_on`` and ``links`` count as needs for running, a named volume as data; everything
    stands on one host, which the file does not name.

    Raises
    ------
    InputError
        With every fault of the file.
    """
    parts = read_parts(path)
    root = parts[0].root if len(parts) == 1 else None
    services = root.get("services") if isinstance(root, dict) else None
    if not isinstance(root, dict) or not isinstance(services, dict) or not services:
        raise InputError([Fault(str(path), 0, "", "foreign-not-compose")])
    plan = _Plan(parts[0], Drawing(str(root.get("name") or "")))
    _host(plan)
    _volumes(plan, root.get("volumes"))
    for name, held in services.items():
        _service(plan, name, held)
    for name, held in services.items():
        if name in plan.services:
            _needs(plan, name, held if isinstance(held, dict) else {}, services)
    if plan.faults:
        raise InputError(plan.faults)
    _tell_rest(plan, root)
    return plan.drawing.drawn()


def _host(plan: _Plan) -> None:
    names = {lang: say(WORDS, "host", lang) for lang in ("ja", "en")}
    plan.host = plan.drawing.claim("host", "host")
    plan.drawing.add(Thing(plan.host, "server", names["ja"], names["en"]))
    plan.drawing.tell("guessed", "host", plan.host)


def _volumes(plan: _Plan, volumes: Any) -> None:
    for name, held in volumes.items() if isinstance(volumes, dict) else ():
        _volume(plan, name, held if isinstance(held, dict) else {})


def _volume(plan: _Plan, name: str, held: Mapping[str, Any]) -> str:
    if name not in plan.volumes:
        id_ = plan.drawing.claim(f"{name} volume", "volume")
        label = str(held.get("name") or name)
        plan.drawing.add(Thing(id_, "data", label, needs=(Need((plan.host,)),)))
        plan.drawing.tell("taken", "volume", name)
        plan.volumes[name] = id_
    return plan.volumes[name]


def _service(plan: _Plan, name: str, held: Any) -> None:
    if held is not None and not isinstance(held, dict):
        plan.fault(("services", name), "foreign-not-object")
        return
    id_ = plan.drawing.claim(name, "service")
    label = str((held or {}).get("container_name") or name)
    copies = draw_copies(plan.drawing, Thing(id_, "service", label), _replicas(plan, name, held))
    plan.services[name] = id_, copies
    plan.drawing.tell("taken", "service", name)


def _replicas(plan: _Plan, name: str, held: Any) -> int:
    deploy = (held or {}).get("deploy")
    stated = (held or {}).get("scale")
    if isinstance(deploy, dict) and deploy.get("replicas") is not None:
        stated = deploy["replicas"]
    if stated is None:
        return 1
    if (number := whole_number(stated)) is None:
        plan.drawing.tell("guessed", "replicas", f"{name}: {shown(stated)}")
        return 1
    return number


def _needs(plan: _Plan, name: str, held: Mapping[str, Any], services: Mapping[str, Any]) -> None:
    _, copies = plan.services[name]
    found = [Need((plan.host,))]
    for other, condition, path in _others(name, held):
        if other not in services:
            if condition != "optional":
                known = ", ".join(list(services)[:10])
                plan.fault(path, "foreign-no-service", value=shown(other), known=shown(known))
        elif other in plan.services and other != name:
            only_to_start = condition == _DONE
            note = Phrase("finished-job") if only_to_start else None
            need = Need((plan.services[other][0],), only_to_start=only_to_start, note=note)
            found.append(need)
            plan.drawing.tell("derived", "depends-on", f"{name} → {other}")
    for volume in _named_volumes(plan, name, held):
        found.append(Need((_volume(plan, volume, {}),)))
        plan.drawing.tell("derived", "volume-of", f"{name} → {volume}")
    for copy in copies:
        for need in found:
            plan.drawing.need(copy, need)


def _others(name: str, held: Mapping[str, Any]) -> Iterator[tuple[str, str, Steps]]:
    """Yield what a service depends on, under which condition, and where that stands."""
    at: Steps = ("services", name)
    wants = held.get("depends_on")
    for place, one in enumerate(wants if isinstance(wants, list) else ()):
        yield str(one), "", (*at, "depends_on", place)
    for one, how in wants.items() if isinstance(wants, dict) else ():
        said = how if isinstance(how, dict) else {}
        optional = str(said.get("required")).lower() == "false"
        condition = "optional" if optional else str(said.get("condition") or "")
        yield str(one), condition, (*at, "depends_on", one)
    links = held.get("links")
    for place, one in enumerate(links if isinstance(links, list) else ()):
        yield str(one).partition(":")[0], "", (*at, "links", place)
    mode = str(held.get("network_mode") or "")
    if mode.startswith("service:"):
        yield mode.removeprefix("service:"), "", (*at, "network_mode")


def _named_volumes(plan: _Plan, name: str, held: Mapping[str, Any]) -> Iterator[str]:
    volumes = held.get("volumes")
    for place, one in enumerate(volumes if isinstance(volumes, list) else ()):
        if isinstance(one, dict):
            sort, source = str(one.get("type") or "volume"), one.get("source")
            is_named = sort == "volume" and isinstance(source, str)
        else:
            source, sign, _ = str(one).partition(":")
            is_named = bool(sign) and not source.startswith((".", "/", "~", "$", "\\"))
            is_named = is_named and len(source) > 1  # a single letter is a drive of Windows
        if is_named and isinstance(source, str) and source:
            yield source
        elif not isinstance(one, (dict, str)):
            plan.fault(("services", name, "volumes", place), "foreign-not-object")
        else:
            plan.drawing.tell("left-out", "bind-mount", f"{name}: {shown(source or one)}")


def _tell_rest(plan: _Plan, root: Mapping[str, Any]) -> None:
    networks = root.get("networks")
    for name, held in networks.items() if isinstance(networks, dict) else ():
        is_external = isinstance(held, dict) and str(held.get("external")).lower() == "true"
        plan.drawing.tell("left-out", "network-outside" if is_external else "network-inside", name)
    for name, held in root["services"].items():
        for key in _UNREAD:
            if isinstance(held, dict) and held.get(key):
                plan.drawing.tell("left-out", "key-unread", f"{name}: {key}")
    if root.get("include"):
        plan.drawing.tell("left-out", "key-unread", "include")
