"""What nothing reaches: things that no function needs, and functions that need nothing."""

from __future__ import annotations

from collections.abc import Iterator

from bcp.audit.audited import Audited, found
from bcp.graph.network import Network
from bcp.recovery.result import Finding


def unneeded(audited: Audited) -> Iterator[Finding]:
    """Find components that no function needs in any way: to be up, to start, to be restored.

    What holds a reserve or a backup, and every place in which something needed stands, is needed.
    """
    network = audited.network
    if not network.functions:
        return
    needed = set(network.functions)
    queue = [*network.functions]
    for node in queue:
        for other in _used_by(network, node):
            if other not in needed:
                needed.add(other)
                queue.append(other)
    for component in network.components:
        if component not in needed:
            yield found("unneeded", (component,), "note")


def _used_by(network: Network, node: str) -> Iterator[str]:
    """Yield whatever *node* makes use of."""
    needs = [*network.needs[node], *network.start_needs[node]]
    component = network.components.get(node)
    if component is not None:
        for procedure in component.procedure:
            for task in network.procedures[procedure].tasks:
                needs += network.task_needs[procedure, task.id]
        yield from (backup.at for backup in component.backups)
        if component.within is not None:
            yield component.within
    for need in needs:
        yield from need.providers
        if need.held_by is not None:
            yield need.held_by


def loose_ends(audited: Audited) -> Iterator[Finding]:
    """Find functions that need nothing, and levels that nothing reads."""
    for function in audited.inventory.functions:
        if not audited.network.needs[function.id]:
            yield found("needs-nothing", (function.id,), "note", functions=(function.id,))
    for component in audited.inventory.components:
        if any(group.levels is not None for group in component.requires + component.starts_with):
            yield found("levels-unread", (component.id,), "note")
