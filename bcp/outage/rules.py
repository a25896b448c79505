"""Rules R1 to R4 of model.md, and steps (2) to (4) of R5: one instant of losses and gains.

The caller does step (1), telling an :class:`Instant` what it struck and freed, calls
:meth:`Instant.settle`, starts tasks (5), and when nothing more happens calls
:meth:`Instant.close`.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable

from bcp.graph.network import Need, Network, Role
from bcp.outage.condition import (
    Change,
    Choice,
    Condition,
    Due,
    Fall,
    Gain,
    Released,
    Repaired,
    Rise,
    Trigger,
)

_OWNED = (Role.REQUIRES, Role.STAFF)


class Instant:
    """One moment at which something happens, played on a condition that this object may change."""

    def __init__(self, network: Network, condition: Condition, now: int) -> None:
        self.network, self.condition, self.now = network, condition, now
        self.regained: list[Need] = []
        """Needs satisfied again since the caller last looked: tasks may wait for them."""
        self._falling: list[str] = []
        self._hopeful: list[tuple[str, Trigger]] = []
        self._startups: list[tuple[str, int]] = []
        self._engagements: list[tuple[Need, int, Choice]] = []
        self._reserves: dict[Need, None] = {}
        self._touched: dict[Need, None] = {}
        self._fallen: dict[str, None] = {}
        self._struck: set[str] = set()
        self._blamed: dict[str, dict[str, None]] = {}
        self._take_agenda()

    def _take_agenda(self) -> None:
        agenda = self.condition.agenda
        while agenda and agenda[0][0] <= self.now:
            _, _, due, what = heapq.heappop(agenda)
            if due is Due.STARTUP:
                self._startups.append(what)  # type: ignore[arg-type]
            elif due is Due.RESERVE:
                self._reserves[what] = None  # type: ignore[index]
            else:
                self._engagements.append(what)  # type: ignore[arg-type]

    # Step (1): what the caller tells.

    def damage(self, component: str) -> None:
        """Strike *component*: it stays down until it is repaired."""
        self.condition.damaged.add(component)
        self._strike(component)

    def hold(self, component: str) -> None:
        """Begin an outage of *component*."""
        self.condition.held[component] = self.condition.held.get(component, 0) + 1
        self._strike(component)

    def _strike(self, component: str) -> None:
        self.condition.starting.pop(component, None)
        self._struck.add(component)
        self._falling.append(component)

    def repair(self, component: str, attempt: int) -> None:
        """Finish the last task of *component*."""
        self.condition.damaged.discard(component)
        self._hopeful.append((component, Repaired(component, attempt)))

    def release(self, component: str) -> None:
        """End one outage of *component*."""
        self.condition.held[component] -= 1
        if not self.condition.held[component]:
            del self.condition.held[component]
            self._hopeful.append((component, Released(component)))

    def staff(self, need: Need, *, enough: bool) -> None:
        """Say whether the people that a function needs are on hand."""
        if not enough and need not in self.condition.short:
            self._lose(need)
        elif enough and need in self.condition.short:
            self._gain(need, None)

    # Steps (2), (3) and (4).

    def settle(self) -> None:
        """Follow losses (2), gains (3) and ending reserves (4) until nothing changes."""
        while True:
            self._follow_losses()
            self._follow_gains()
            self._falling += self._ending_reserves()
            if not self._falling:
                return

    def _follow_losses(self) -> None:
        """R3, and R2 where there is no reserve."""
        while self._falling:
            node = self._falling.pop()
            if node in self.condition.down:
                continue
            self.condition.down.add(node)
            self.condition.changes.append(Change(self.now, node, None))
            self._fallen[node] = None
            self._reserves.update(dict.fromkeys(self.network.bridged[node]))
            for need in self.network.users[node]:
                self._miss(need, node)

    def _miss(self, need: Need, node: str) -> None:
        """R1: a provider of *need* went down."""
        state = self.condition
        state.absent[need] = state.absent.get(need, 0) + 1
        self._touched[need] = None
        if need in state.short:
            return
        if need.switchover:
            lost = node in state.engaged_in(need)
        else:
            lost = len(need.providers) - state.absent[need] < need.at_least
        if lost:
            self._lose(need)

    def _lose(self, need: Need) -> None:
        """R2: a need stops being satisfied; it also breaks a start (R4)."""
        state, owner = self.condition, need.owner
        state.short.add(need)
        state.losses.append((self.now, need))
        self._touched[need] = None
        if need.role is Role.TASK:
            return
        if owner in state.down or need.role is Role.STARTS_WITH:
            state.starting.pop(owner, None)
        if need.role not in _OWNED:
            return
        if not need.holdover:
            self._blame(need)
            self._falling.append(owner)
            return
        if need not in state.lost_at:
            state.lost_at[need] = self.now
            state.note(self.now + need.holdover, Due.RESERVE, need)
        self._reserves[need] = None

    def _follow_gains(self) -> None:
        """R4, and the changeovers of R1 that fall due."""
        for need, place, choice in self._engagements:
            if self.condition.is_up(choice.provider):
                self._engage(need, place, choice)
        for node, since in self._startups:
            start = self.condition.starting.get(node)
            if start is not None and start[0] == since:
                self._rise(node, *start)
        self._startups.clear()
        while self._hopeful:
            node, trigger = self._hopeful.pop()
            if node in self.condition.down and node not in self.condition.starting:
                self._try_start(node, trigger)

    def _try_start(self, node: str, trigger: Trigger) -> None:
        if not self.condition.may_start(self.network, node):
            return
        startup = self.network.startup(node)
        if not startup:
            self._rise(node, self.now, trigger)
            return
        self.condition.starting[node] = (self.now, trigger)
        self.condition.note(self.now + startup, Due.STARTUP, (node, self.now))

    def _rise(self, node: str, since: int, trigger: Trigger) -> None:
        rise = Rise(node, self.now, since, trigger)
        self.condition.starting.pop(node, None)
        self.condition.down.discard(node)
        self.condition.rises[node] = rise
        self.condition.changes.append(Change(self.now, node, rise))
        for need in self.network.users[node]:
            self._have(need, rise)
        for need, place, choice in self._engagements:
            if choice.provider == node:
                self._engage(need, place, choice)

    def _have(self, need: Need, rise: Rise) -> None:
        """R1: a provider of *need* came up."""
        state = self.condition
        state.absent[need] -= 1
        if not state.absent[need]:
            del state.absent[need]
        self._touched[need] = None
        if need not in state.short:
            return
        if need.switchover:
            gained = self._all_engaged_up(need)
        else:
            gained = len(need.providers) - state.absent.get(need, 0) >= need.at_least
        if gained:
            self._gain(need, rise)

    def _all_engaged_up(self, need: Need) -> bool:
        return self.condition.down.isdisjoint(self.condition.engaged_in(need))

    def _engage(self, need: Need, place: int, choice: Choice) -> None:
        """R1: the successor takes the place, unless the changeover was called off or redone."""
        state = self.condition
        places = state.chosen.get(need, {})
        if places.get(place) is not choice:
            return
        del places[place]
        engaged = list(state.engaged_in(need))
        engaged[place] = choice.provider
        state.engaged[need] = tuple(engaged)
        self._touched[need] = None
        if need in state.short and self._all_engaged_up(need):
            self._gain(need, choice)

    def _gain(self, need: Need, by: Rise | Choice | None) -> None:
        gain = Gain(need, self.now, by)
        self.condition.short.discard(need)
        self.condition.gains.append(gain)
        self._touched[need] = None
        self.regained.append(need)
        if need.role is not Role.TASK and need.owner in self.condition.down:
            self._hopeful.append((need.owner, gain))

    def _ending_reserves(self) -> list[str]:
        """R5 (4): owners that are up on a reserve which has run out or is held by nothing."""
        state = self.condition
        ending = [
            need
            for need in self._reserves
            if need in state.short and need.owner not in state.down and self._is_over(need)
        ]
        for need in ending:
            self._blame(need)
        return [need.owner for need in ending]

    def _is_over(self, need: Need) -> bool:
        if need.held_by is not None and need.held_by in self.condition.down:
            return True
        return self.now >= self.condition.lost_at[need] + need.holdover

    # When the instant is through.

    def close(self) -> None:
        """Fill reserves, choose successors, and write down why things are down."""
        for need in self._touched:
            if need not in self.condition.short:
                self.condition.lost_at.pop(need, None)
            if need.switchover:
                self._choose(need)
        self.condition.falls += [self._why(node) for node in self._fallen]

    def _choose(self, need: Need) -> None:
        """R1: who takes the place of an engaged provider that is down."""
        state = self.condition
        engaged = state.engaged_in(need)
        places = state.chosen.pop(need, {})
        kept = {
            place: choice
            for place, choice in places.items()
            if engaged[place] in state.down and choice.provider not in state.down
        }
        taken = {*engaged, *(choice.provider for choice in kept.values())}
        for place, provider in enumerate(engaged):
            if provider not in state.down or place in kept:
                continue
            spare = self._first_spare(need.providers, taken)
            if spare is None:
                break
            taken.add(spare)
            kept[place] = self._choice(need, place, spare)
        if kept:
            state.chosen[need] = kept

    def _first_spare(self, providers: Iterable[str], taken: set[str]) -> str | None:
        down = self.condition.down
        return next((p for p in providers if p not in taken and p not in down), None)

    def _choice(self, need: Need, place: int, provider: str) -> Choice:
        rise = self.condition.rises.get(provider)
        due = self.now + need.switchover
        fresh = rise if rise is not None and rise.at == self.now else None
        choice = Choice(provider, self.now, due, fresh)
        self.condition.note(due, Due.ENGAGEMENT, (need, place, choice))
        return choice

    def _blame(self, need: Need) -> None:
        """Keep what was missing when *need* brought its owner down."""
        state, blamed = self.condition, self._blamed.setdefault(need.owner, {})
        missing = [p for p in need.providers if p in state.down]
        if len(need.providers) - len(missing) >= need.at_least:
            # Enough are up, so what is awaited is only the changeover from the engaged ones.
            missing = [p for p in state.engaged_in(need) if p in state.down]
        blamed.update(dict.fromkeys(missing))
        if need.held_by is not None and need.held_by in state.down:
            blamed[need.held_by] = None

    def _why(self, node: str) -> Fall:
        missing = [need for need in self.network.needs[node] if need in self.condition.short]
        for need in missing:
            self._blame(need)
        return Fall(
            self.now,
            node,
            hit=node in self._struck,
            because=tuple(self._blamed.get(node, ())),
            teams=tuple(need.staff.team for need in missing if need.staff is not None),
        )
