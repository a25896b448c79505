"""Manifests of Kubernetes where they are plain: who routes to whom, who stores where.

Ingress → Service → workload → claim on a volume. A workload needs the services whose names stand
in its environment, or in the config maps that it reads, as ``NAME.NAMESPACE.svc`` or as the whole
host of an address. Objects of other kinds are named and left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bcp.errors import Fault, InputError
from bcp.exchange.foreign.copies import draw_copies, whole_number
from bcp.exchange.foreign.drawn import Drawing, Drawn, Need, Thing
from bcp.exchange.foreign.yaml_file import Part, read_parts
from bcp.reading import Steps, shown
from bcp.words import say
from bcp.words.foreign import WORDS

__all__ = ["draw_kubernetes"]

_WORKLOADS = frozenset({"Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Pod"})
_READ = _WORKLOADS | {"Service", "Ingress", "PersistentVolumeClaim", "ConfigMap"}
_QUIET = frozenset({"Namespace"})
_SVC = re.compile(r"(?<![a-z0-9.-])([a-z0-9-]{1,63})\.([a-z0-9-]{1,63})\.svc(?![a-z0-9-])")
_HOST = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://(?:[^@/\s]*@)?)?([a-z0-9-]{1,63})(?::[0-9]{1,5})?(?:/\S*)?"
)
_LONGEST = 4000
"""Letters of a value in which names of services are looked for."""


@dataclass(frozen=True, slots=True)
class _Object:
    part: Part
    path: Steps
    kind: str
    space: str
    name: str
    held: Mapping[str, Any]

    @property
    def key(self) -> tuple[str, str, str]:
        return self.kind, self.space, self.name

    def at(self, *keys: str) -> Any:
        """Return what stands below *keys*, if they are all there."""
        return _at(self.held, *keys)


@dataclass
class _Plan:
    drawing: Drawing
    objects: dict[tuple[str, str, str], _Object] = field(default_factory=dict)
    ids: dict[tuple[str, str, str], str] = field(default_factory=dict)
    copies: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    cluster: str = ""
    faults: list[Fault] = field(default_factory=list)

    def of(self, *kinds: str) -> list[_Object]:
        return [one for one in self.objects.values() if one.kind in kinds]


def _at(held: Any, *keys: str) -> Any:
    for key in keys:
        held = held.get(key) if isinstance(held, dict) else None
    return held


def _list(held: Any) -> list[Any]:
    return held if isinstance(held, list) else []


def _dict(held: Any) -> dict[str, Any]:
    return held if isinstance(held, dict) else {}


def draw_kubernetes(paths: Sequence[Path]) -> Drawn:
    """Return what manifests say.

    Raises
    ------
    InputError
        With every fault of all files.
    """
    plan = _Plan(Drawing(""))
    for path in paths:
        try:
            for part in read_parts(path):
                _collect(plan, part, (), part.root)
        except InputError as error:
            plan.faults += error.faults
    if not plan.faults and not plan.of(*_WORKLOADS):
        plan.faults.append(Fault(str(paths[0]), 0, "", "foreign-not-kubernetes"))
    if plan.faults:
        raise InputError(plan.faults)
    _draw_things(plan)
    for workload in plan.of(*_WORKLOADS):
        _workload_needs(plan, workload)
    labelled = _labelled(plan)
    for service in plan.of("Service"):
        _service_needs(plan, service, labelled)
    for ingress in plan.of("Ingress"):
        _ingress_needs(plan, ingress)
    return plan.drawing.drawn()


def _collect(plan: _Plan, part: Part, path: Steps, held: Any) -> None:
    """Take in an object, or those of a list of objects."""
    kind = held.get("kind") if isinstance(held, dict) else None
    if not isinstance(held, dict) or not isinstance(kind, str):
        plan.faults.append(part.fault(path, "foreign-no-kind"))
        return
    if kind == "List" or kind.endswith("List"):
        for place, one in enumerate(_list(held.get("items"))):
            _collect(plan, part, (*path, "items", place), one)
        return
    name = _at(held, "metadata", "name")
    if kind not in _READ:
        if kind not in _QUIET:
            plan.drawing.tell("left-out", "object", str(name or "?"), kind=shown(kind))
        return
    if not isinstance(name, str) or not name:
        plan.faults.append(part.fault((*path, "metadata"), "foreign-no-name"))
        return
    space = str(_at(held, "metadata", "namespace") or "default")
    one = _Object(part, path, kind, space, name, held)
    if one.key in plan.objects:
        values = {"name": shown(f"{kind} {space}/{name}")}
        plan.faults.append(
            part.fault((*path, "metadata", "name"), "foreign-object-twice", **values)
        )
    plan.objects[one.key] = one


# --- what there is ---------------------------------------------------------------------------

_PREFIX = {"Service": "svc", "Ingress": "ingress", "PersistentVolumeClaim": "pvc"}


def _draw_things(plan: _Plan) -> None:
    names = {lang: say(WORDS, "cluster", lang) for lang in ("ja", "en")}
    plan.cluster = plan.drawing.claim("cluster", "cluster")
    plan.drawing.add(Thing(plan.cluster, "server", names["ja"], names["en"]))
    plan.drawing.tell("guessed", "cluster", plan.cluster)
    spaces = {one.space for one in plan.objects.values()}
    for one in plan.objects.values():
        if one.kind == "ConfigMap":
            continue
        words = [_PREFIX.get(one.kind, ""), one.space if len(spaces) > 1 else "", one.name]
        id_ = plan.drawing.claim(" ".join(filter(None, words)), one.kind)
        plan.ids[one.key] = id_
        kind = "data" if one.kind == "PersistentVolumeClaim" else "service"
        thing = Thing(id_, "data" if kind == "data" else "service", one.name)
        if one.at("spec", "type") == "ExternalName":
            thing = Thing(id_, "external", str(one.at("spec", "externalName") or one.name))
        plan.copies[one.key] = draw_copies(plan.drawing, thing, _replicas(plan, one))
        plan.drawing.tell("taken", "kubernetes", f"{one.kind} {one.name}")
        if thing.kind != "external":
            for copy in plan.copies[one.key]:
                plan.drawing.need(copy, Need((plan.cluster,)))


def _replicas(plan: _Plan, one: _Object) -> int:
    stated = one.at("spec", "replicas") if one.kind in _WORKLOADS else None
    if stated is None:
        return 1
    number = whole_number(stated)
    if number is None:
        plan.drawing.tell("guessed", "replicas", f"{one.name}: {shown(stated)}")
    elif number == 0:
        plan.drawing.tell("guessed", "replicas-none", one.name)
    return number or 1


# --- who needs whom --------------------------------------------------------------------------


def _link(plan: _Plan, one: _Object, other: str, key: str, *, guessed: bool = False) -> None:
    """Let each copy of an object need something."""
    added = [plan.drawing.need(copy, Need((other,))) for copy in plan.copies[one.key]]
    if any(added):
        plan.drawing.tell("guessed" if guessed else "derived", key, f"{one.name} → {other}")


def _template(one: _Object) -> dict[str, Any]:
    """Return the pod, or the one that a workload makes."""
    return dict(one.held) if one.kind == "Pod" else _dict(one.at("spec", "template"))


def _workload_needs(plan: _Plan, one: _Object) -> None:
    pod = _template(one)
    for volume in _list(_at(pod, "spec", "volumes")):
        name = _at(volume, "persistentVolumeClaim", "claimName")
        if isinstance(name, str):
            _claim(plan, one, name)
    for claim in _list(one.at("spec", "volumeClaimTemplates")):
        _own_claim(plan, one, str(_at(claim, "metadata", "name") or "data"))
    for text in _texts(plan, one, pod):
        _named(plan, one, text[:_LONGEST])


def _claim(plan: _Plan, one: _Object, name: str) -> None:
    id_ = plan.ids.get(("PersistentVolumeClaim", one.space, name))
    if id_ is None:
        plan.drawing.tell("left-out", "claim-missing", f"{one.name}: {name}")
    else:
        _link(plan, one, id_, "workload-claim")


def _own_claim(plan: _Plan, one: _Object, name: str) -> None:
    """Draw a claim of a stateful set: each of its copies has its own."""
    for copy in plan.copies[one.key]:
        id_ = plan.drawing.claim(f"pvc {name} {copy}", "pvc")
        plan.drawing.add(Thing(id_, "data", f"{name} {copy}", needs=(Need((plan.cluster,)),)))
        plan.drawing.need(copy, Need((id_,)))
        plan.drawing.tell("derived", "workload-claim", f"{copy} → {id_}")


def _texts(plan: _Plan, one: _Object, pod: Mapping[str, Any]) -> Iterator[str]:
    """Yield the values in which a workload may name services."""
    maps: list[str] = []
    for container in _list(_at(pod, "spec", "containers")):
        for value in _list(_at(container, "env")):
            if isinstance(text := _at(value, "value"), str):
                yield text
            maps.append(str(_at(value, "valueFrom", "configMapKeyRef", "name") or ""))
        sources = _list(_at(container, "envFrom"))
        maps += [str(_at(source, "configMapRef", "name") or "") for source in sources]
    volumes = _list(_at(pod, "spec", "volumes"))
    maps += [str(_at(volume, "configMap", "name") or "") for volume in volumes]
    for name in dict.fromkeys(filter(None, maps)):
        held = plan.objects.get(("ConfigMap", one.space, name))
        if held is None:
            plan.drawing.tell("left-out", "config-missing", f"{one.name}: {name}")
            continue
        yield from (text for text in _dict(held.at("data")).values() if isinstance(text, str))


def _named(plan: _Plan, one: _Object, text: str) -> None:
    """Let a workload need the services that a value names."""
    for name, space in _SVC.findall(text):
        if (id_ := plan.ids.get(("Service", space, name))) is not None:
            _link(plan, one, id_, "env-host")
        else:
            plan.drawing.tell_once("left-out", "host-missing", f"{one.name}: {name}.{space}.svc")
    for line in text.split():
        whole = _HOST.fullmatch(line.partition("=")[2] or line)
        id_ = plan.ids.get(("Service", one.space, whole[1])) if whole else None
        if id_ is not None:
            _link(plan, one, id_, "env-name", guessed=True)


_Labelled = dict[tuple[str, str, str], list[tuple[str, dict[str, str]]]]
"""Ids and labels of workloads, by namespace and each of their labels."""


def _labelled(plan: _Plan) -> _Labelled:
    found: _Labelled = {}
    for one in plan.of(*_WORKLOADS):
        labels = _words(_at(_template(one), "metadata", "labels"))
        for key, value in labels.items():
            found.setdefault((one.space, key, value), []).append((plan.ids[one.key], labels))
    return found


def _words(held: Any) -> dict[str, str]:
    return {key: value for key, value in _dict(held).items() if isinstance(value, str)}


def _service_needs(plan: _Plan, one: _Object, labelled: _Labelled) -> None:
    selector = _words(one.at("spec", "selector"))
    if one.at("spec", "type") == "ExternalName":
        return
    first = next(iter(selector.items()), ("", ""))
    found = [
        id_
        for id_, labels in labelled.get((one.space, *first), ())
        if selector.items() <= labels.items()
    ]
    if not found:
        plan.drawing.tell("left-out", "selects-nothing", one.name)
    elif plan.drawing.need(plan.ids[one.key], Need(tuple(found))):
        plan.drawing.tell("derived", "service-workload", f"{one.name} → {', '.join(found)}")


def _ingress_needs(plan: _Plan, one: _Object) -> None:
    backends = [one.at("spec", "defaultBackend"), one.at("spec", "backend")]
    for rule in _list(one.at("spec", "rules")):
        backends += [_at(path, "backend") for path in _list(_at(rule, "http", "paths"))]
    for backend in backends:
        name = _at(backend, "service", "name") or _at(backend, "serviceName")
        if not isinstance(name, str):
            continue
        id_ = plan.ids.get(("Service", one.space, name))
        if id_ is None:
            plan.drawing.tell("left-out", "backend-missing", f"{one.name}: {name}")
        else:
            _link(plan, one, id_, "ingress-service")
