"""Everything that `bcp explain` has to say about one thing in one scenario."""

from __future__ import annotations

from dataclasses import dataclass

from bcp.advice.candidate import Candidate
from bcp.advice.remedy import Advice, Track, advise
from bcp.advice.scene import Scene
from bcp.advice.story import Story, story_of
from bcp.recovery.result import PriorityRow
from bcp.recovery.strategy import Strategy

__all__ = ["Explained", "explain"]


@dataclass(frozen=True, slots=True)
class Explained:
    """Why a component or a function came back when it did, and what would change that."""

    id: str
    scene: Scene
    story: Story
    advice: Advice | None
    """Of a function that misses its RTO."""
    row: PriorityRow | None
    """Of a component that the scenario damages: its place in the recovery order."""
    ahead: tuple[PriorityRow, ...]
    """What stands before it in the order and is worked on by one of its teams."""


def explain(
    scene: Scene, id_: str, strategy: Strategy, track: Track[Candidate] = lambda held: held
) -> Explained:
    """Return what there is to say about *id_*, a component or a function.

    Parameters
    ----------
    scene
        As it was played by *strategy*.
    id_
        Of what to tell.
    strategy
        Who goes first when crews are short.
    track
        Is handed what is tried, and hands it on.

    Raises
    ------
    KeyError
        If there is no such component or function.
    """
    story = story_of(scene, id_)
    function = scene.result.functions.get(id_)
    is_late = function is not None and not function.rto_met
    advice = advise(scene, id_, strategy, track) if is_late else None
    row = next((row for row in scene.result.order if row.component == id_), None)
    return Explained(id_, scene, story, advice, row, _ahead(scene, row))


def _ahead(scene: Scene, row: PriorityRow | None) -> tuple[PriorityRow, ...]:
    if row is None:
        return ()
    teams: dict[str, set[str]] = {}
    for done in scene.result.tasks:
        crew = scene.result.crews[done.work.procedure, done.work.task]
        teams.setdefault(done.work.component, set()).update(crew)
    own = teams.get(row.component, set())
    earlier = (other for other in scene.result.order if other.rank < row.rank)
    return tuple(other for other in earlier if own & teams.get(other.component, set()))
