"""Why something came back when it did: its critical chain as sentences that can be read aloud.

Consecutive links that tell one thing are told as one beat: the start-ups of a row of components,
the tasks of one component. Sentences are keys of ``bcp.words.story``, in no language yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from bcp.advice.lead import NAMED, exact, lead_of, until
from bcp.advice.scene import Scene
from bcp.recovery.result import Link
from bcp.recovery.works import Done
from bcp.words import Name, Phrase, Span

__all__ = ["Beat", "Rival", "Story", "story_of"]


@dataclass(frozen=True, slots=True)
class Rival:
    """Work that a team was at while another waited for it."""

    done: Done
    functions: tuple[str, ...]
    """Those that wait for the component it is done on."""


@dataclass(frozen=True, slots=True)
class Beat:
    """One thing of the story."""

    start: int
    end: int
    sort: str
    """outage, startup, work, crew (waiting for people), access, changeover, before."""
    links: tuple[Link, ...]
    phrases: tuple[Phrase, ...]
    rivals: tuple[Rival, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """What happened to a component or a function, and why it took as long as it did."""

    id: str
    lead: tuple[Phrase, ...]
    beats: tuple[Beat, ...]
    """Without a gap from the incident to the restoration; none if it never came back."""
    parts: tuple[tuple[str, int], ...]
    """How many seconds each sort of beat took in all, the longest first."""


_SORTS = {
    "task": "work",
    "startup": "startup",
    "switchover": "changeover",
    "outage": "outage",
    "event": "before",
}


def story_of(scene: Scene, node: str) -> Story:
    """Return the story of *node*, a component or a function of what was played.

    Raises
    ------
    KeyError
        If there is no such component or function.
    """
    links = scene.chain(node)
    beats = tuple(_beats(scene, links))
    parts: dict[str, int] = {}
    for beat in beats:
        parts[beat.sort] = parts.get(beat.sort, 0) + beat.end - beat.start
    ordered = sorted(parts.items(), key=lambda part: -part[1])
    return Story(node, lead_of(scene, node), beats, tuple(ordered))


# --- the chain ---------------------------------------------------------------------------------


def _beats(scene: Scene, links: tuple[Link, ...]) -> Iterator[Beat]:
    for (what, _), group in groupby(links, key=_telling):
        held = tuple(group)
        if what == "startup":
            yield _startups(scene, held)
        elif what == "task":
            yield _works(scene, held)
        else:
            for link in held:
                yield _single(scene, link)


def _telling(link: Link) -> tuple[str, str]:
    """Return what links are told together by."""
    if link.what == "startup":
        return "startup", ""
    return link.what, link.id.partition("/")[0]


def _startups(scene: Scene, links: tuple[Link, ...]) -> Beat:
    values = _timing(scene, links)
    key = "startups" if len(links) > 1 else "startup"
    values |= {"names": tuple(Name(link.id) for link in links), "number": len(links)}
    return Beat(links[0].start, links[-1].end, "startup", links, (Phrase(key, values),))


def _works(scene: Scene, links: tuple[Link, ...]) -> Beat:
    component = links[0].id.partition("/")[0]
    tasks = tuple(_task(scene, link) for link in links)
    values = {**_timing(scene, links), "component": Name(component), "tasks": tasks}
    key = "works" if len(links) > 1 else "work"
    return Beat(links[0].start, links[-1].end, "work", links, (Phrase(key, values),))


def _task(scene: Scene, link: Link) -> Phrase:
    work = scene.work_of(link)
    assert work is not None
    crew = scene.network.tasks[work.procedure, work.task].crew
    values: dict[str, object] = {"task": Name(f"{work.procedure}/{work.task}")}
    values |= {"length": Span(link.end - link.start)}
    if not crew:
        return Phrase("task", values)
    teams = tuple(Phrase("heads", {"team": Name(t), "number": n}) for t, n in crew.items())
    return Phrase("task-by", {**values, "teams": teams})


def _single(scene: Scene, link: Link) -> Beat:
    key = link.why.key
    values = {**_timing(scene, (link,)), **link.why.values, "name": Name(link.id)}
    sort = _SORTS.get(link.what) or ("access" if key == "why-access" else "crew")
    phrases = [Phrase(key.replace("why-", "tell-"), values)]
    rivals: tuple[Rival, ...] = ()
    if key in {"why-busy", "why-turn"}:
        rivals = _rivals(scene, link)
        phrases += _about(scene, link, rivals)
    return Beat(link.start, link.end, sort, (link,), tuple(phrases), rivals)


def _timing(scene: Scene, links: tuple[Link, ...]) -> dict[str, object]:
    start, end = links[0].start, links[-1].end
    return {"length": exact(end - start), "until": until(scene, end)}


# --- who else wanted the people ----------------------------------------------------------------


def _rivals(scene: Scene, link: Link) -> tuple[Rival, ...]:
    """Return what the team was at while it was waited for, what kept it longest first."""
    unlocks = {row.component: row.unlocks for row in scene.result.order}
    held = [
        done
        for done in scene.result.tasks
        if done.start < link.end
        and done.finish > link.start
        and link.id in scene.result.crews[done.work.procedure, done.work.task]
    ]

    def kept(done: Done) -> int:
        return min(done.finish, link.end) - max(done.start, link.start)

    held.sort(key=lambda done: (-kept(done), done.start))
    return tuple(Rival(done, unlocks.get(done.work.component, ())) for done in held)


def _about(scene: Scene, link: Link, rivals: tuple[Rival, ...]) -> Iterator[Phrase]:
    if not rivals:
        return
    size = next(team.size for team in scene.inventory.teams if team.id == link.id)
    components = tuple(dict.fromkeys(rival.done.work.component for rival in rivals))
    named = tuple(Name(id_) for id_ in components[:NAMED])
    key = "rivals" if len(components) <= NAMED else "rivals-more"
    values = {"team": Name(link.id), "size": size, "names": named}
    yield Phrase(key, {**values, "others": len(components) - NAMED})
    functions = tuple(dict.fromkeys(f for rival in rivals for f in rival.functions))
    if functions:
        key = "rivals-for" if len(functions) == 1 else "rivals-for-more"
        yield Phrase(key, {"function": Name(functions[0]), "others": len(functions) - 1})
