"""What one failure stops, or two together, and whether the functions are back in time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from bcp.audit.audited import LARGE, Audited, found, listed, stopping
from bcp.audit.paths import why_stopped
from bcp.recovery.result import Finding, Severity

Pair = tuple[str, str]
_TEXTS = {
    "single-point": {
        "late": "single-point",
        "in-time": "single-point-in-time",
        "for-good": "single-point-for-good",
        "bundle": "single-point-bundle",
        "unplayed": "single-point-unplayed",
    },
    "pair": {
        "late": "pair",
        "in-time": "pair-in-time",
        "for-good": "pair-for-good",
        "unplayed": "pair-unplayed",
    },
}
"""Which text says what comes of a failure."""
_PAIRS = 200
"""How many pairs are told at most, those that stop most functions."""


def single_points(audited: Audited) -> Iterator[Finding]:
    """Find components whose failure alone stops functions, those that stop most first."""
    functions: dict[str, list[str]] = {}
    for function in audited.network.functions:
        for component in audited.stopped_by[function]:
            functions.setdefault(component, []).append(function)
    place = audited.network.place
    for component in sorted(functions, key=lambda id_: (-len(functions[id_]), place[id_])):
        stopped = audited.stops[component]
        yield _stopping(audited, (component,), tuple(functions[component]), stopped)


def pairs(audited: Audited) -> Iterator[Finding]:
    """Find pairs that stop functions only together, those that stop most first.

    Of all pairs that stop the same functions only the nearest causes are told: where the line and
    the duct that it lies in do the same beside another line, the line is. What is only a name for
    what it needs is left to those.
    """
    place = audited.network.place
    real = {
        pair: functions
        for pair, functions in _pairs(audited).items()
        if not any(audited.network.is_bundle(component) for component in pair)
    }
    held = _nearest(audited, real)
    worst = sorted(held, key=lambda two: (-len(held[two]), place[two[0]], place[two[1]]))[:_PAIRS]
    stopped: list[set[str]] = [set() for _ in worst]
    for node, places in audited.failures.stopped_by(worst).items():
        for number in places:
            stopped[number].add(node)
    for pair, nodes in zip(worst, stopped, strict=True):
        yield _stopping(audited, pair, held[pair], nodes)


def _pairs(audited: Audited) -> Mapping[Pair, tuple[str, ...]]:
    if len(audited.network.components) < LARGE:
        return audited.failures.pairs(audited.stopped_by)
    from bcp.compiled.failures import pair_failures

    found_ = pair_failures(audited.network, worst=_PAIRS)
    return {held.components: held.functions for held in found_.worst}


def _nearest(audited: Audited, held: Mapping[Pair, tuple[str, ...]]) -> dict[Pair, tuple[str, ...]]:
    """Return the pairs neither of which is further from the functions than another does as well."""
    beside: dict[tuple[tuple[str, ...], str], set[str]] = {}
    for (one, other), functions in held.items():
        beside.setdefault((functions, one), set()).add(other)
        beside.setdefault((functions, other), set()).add(one)
    return {
        pair: functions
        for pair, functions in held.items()
        if not _has_nearer(audited, pair[0], beside[functions, pair[1]])
        and not _has_nearer(audited, pair[1], beside[functions, pair[0]])
    }


def _has_nearer(audited: Audited, component: str, others: Collection[str]) -> bool:
    """Return whether *component* stops one of *others*; of two that stop each other the first stays."""
    place = audited.network.place
    for other in audited.stops[component]:
        if other in others and other != component:
            is_mutual = component in audited.stops[other]
            if not is_mutual or place[other] < place[component]:
                return True
    return False


def _stopping(
    audited: Audited,
    failed: tuple[str, ...],
    functions: tuple[str, ...],
    stopped: Collection[str],
) -> Finding:
    """Return the finding that *failed* stop *functions*, and whether they are late by it."""
    network = audited.network
    is_bundle = any(audited.network.is_bundle(id_) for id_ in failed)
    missed = None if is_bundle else audited.rehearsal.missed_by(failed, functions)
    kind = "pair" if len(failed) > 1 else "single-point"
    outcome, grade = _told(audited, failed, missed)
    named = missed or functions
    first = min(named, key=lambda id_: network.functions[id_].rto.normal)
    return found(
        kind,
        failed,
        "note" if kind == "pair" else grade,
        text=_TEXTS[kind][outcome],
        paths=[why_stopped(network, first, {one}, stopped) for one in failed],
        functions=functions,
        missed=missed,
        values={
            "stopped": stopping(functions),
            "late": len(missed or ()),
            "names": listed(named),
        },
    )


def _told(
    audited: Audited, failed: tuple[str, ...], missed: tuple[str, ...] | None
) -> tuple[str, Severity]:
    """Return what comes of a failure, and how much it matters."""
    components = audited.network.components
    if any(audited.network.is_bundle(id_) for id_ in failed):
        return "bundle", "note"
    if missed is None:
        return "unplayed", "note"
    if not missed:
        return "in-time", "note"
    if not all(components[id_].procedure for id_ in failed):
        return "for-good", "warning"
    return "late", "warning"
