"""Projects in the file format of PSPLIB, as an inventory and a scenario.

PSPLIB (Kolisch and Sprecher 1997) is the library by which methods of resource-constrained project
scheduling are measured. Its single-mode files (``.sm``) are read: jobs of known durations, one after
another and in need of renewable resources. Here every job is a damaged component, the resources are
teams, a period is an hour, and one function waits for all jobs: its downtime is the makespan.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from bcp.errors import Fault, InputError
from bcp.reading import read_file, shown

__all__ = ["Job", "Psplib", "id_of", "inventory_text", "read_psplib", "scenario_text"]

_LONGEST = 100_000
"""Periods that a job may take, and people that there may be: more is a slip of the pen."""
_RULE = re.compile(r"[*-]{5,}")


@dataclass(frozen=True, slots=True)
class Job:
    """One job of a project."""

    number: int
    """As in the file, from 1."""
    duration: int
    """In periods."""
    demands: tuple[int, ...]
    """How much it takes of each resource."""
    successors: tuple[int, ...]
    """The jobs that come after it."""


@dataclass(frozen=True, slots=True)
class Psplib:
    """A project as its file says."""

    name: str
    """Of the file."""
    jobs: tuple[Job, ...]
    """In the order of their numbers, without those of no work that only mark start and end."""
    capacities: tuple[int, ...]
    """How much there is of each resource."""


def read_psplib(path: Path) -> Psplib:
    """Return the project in a single-mode file of PSPLIB.

    Raises
    ------
    InputError
        With every fault of the file that could be found.
    """
    data = read_file(path, str(path))
    return _Reader(str(path), data.decode("utf-8", errors="replace")).project(path.name)


class _Reader:
    """Reads one file, section by section, and keeps what is wrong with it."""

    def __init__(self, file: str, text: str) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._faults: list[Fault] = []

    def project(self, name: str) -> Psplib:
        """Return what the file says."""
        count = self._head()
        self._stop_if_faulty()
        successors = dict(self._successors(count))
        capacities = self._capacities()
        work = dict(self._work(count, capacities))
        self._stop_if_faulty()
        self._refuse_circle(successors)
        jobs = tuple(
            Job(n, work[n][0], tuple(work[n][1:]), tuple(successors[n]))
            for n in range(1, count + 1)
        )
        return Psplib(name, _without_marks(jobs), tuple(capacities))

    def _fault(self, line: int, key: str, **values: object) -> None:
        self._faults.append(Fault(self._file, line, "", key, values))

    def _stop_if_faulty(self) -> None:
        if self._faults:
            raise InputError(self._faults)

    def _head(self) -> int:
        """Return how many jobs there are, and refuse what is no single-mode project."""
        jobs = self._figure("jobs")
        projects = self._figure("projects")
        if projects is not None and projects[1] != 1:
            self._fault(projects[0], "psplib-projects", number=projects[1])
        for sort in ("nonrenewable", "doubly constrained"):
            held = self._figure(f"- {sort}")
            if held is not None and held[1]:
                self._fault(held[0], "psplib-resource", sort=sort)
        if jobs is None:
            self._fault(0, "psplib-not-psplib")
            return 0
        if not 1 <= jobs[1] <= len(self._lines):
            self._fault(jobs[0], "psplib-number-of-jobs", number=jobs[1])
        return jobs[1]

    def _figure(self, name: str) -> tuple[int, int] | None:
        """Return the line and the number of ``name … : number …``, or None."""
        for number, line in enumerate(self._lines, 1):
            before, sign, after = line.partition(":")
            if sign and before.strip().split("(")[0].strip() == name:
                word = (after.split() or [""])[0]
                if re.fullmatch("[0-9]{1,9}", word):
                    return number, int(word)
                self._fault(number, "psplib-no-number", value=shown(word))
                return None
        return None

    def _rows(self, title: str) -> Iterator[tuple[int, list[int]]]:
        """Yield line and numbers of each row of the section *title*, its head left out."""
        begin = next((i for i, line in enumerate(self._lines) if line.startswith(title)), None)
        if begin is None:
            self._fault(0, "psplib-no-section", title=title)
            return
        for number, line in enumerate(self._lines[begin + 2 :], begin + 3):
            if _RULE.fullmatch(line.strip()):
                if line.startswith("*"):
                    return
                continue
            words = line.split()
            wrong = [word for word in words if not re.fullmatch("[0-9]{1,9}", word)]
            if wrong:
                self._fault(number, "psplib-no-number", value=shown(wrong[0]))
            elif words:
                yield number, [int(word) for word in words]

    def _table(self, title: str, count: int, least: int) -> Iterator[tuple[int, int, list[int]]]:
        """Yield line, job and the rest of each row; every job must have one of mode 1."""
        seen: set[int] = set()
        for line, row in self._rows(title):
            if len(row) < least:
                self._fault(line, "psplib-too-short", title=title)
            elif not 1 <= row[0] <= count or row[0] in seen:
                self._fault(line, "psplib-bad-job", number=row[0], most=count)
            elif row[1] != 1:
                self._fault(line, "psplib-modes", number=row[0])
            else:
                yield line, row[0], row[2:]
            seen.update(row[:1])
        missing = sorted({*range(1, count + 1)} - seen)
        if missing:
            self._fault(0, "psplib-missing-jobs", title=title, numbers=shown(_listed(missing)))

    def _successors(self, count: int) -> Iterator[tuple[int, list[int]]]:
        for line, job, rest in self._table("PRECEDENCE RELATIONS", count, 3):
            number, after = rest[0], rest[1:]
            if number != len(after):
                self._fault(line, "psplib-successors", number=number, found=len(after))
            for other in after:
                if not 1 <= other <= count or other == job:
                    self._fault(line, "psplib-bad-job", number=other, most=count)
            yield job, after

    def _work(self, count: int, capacities: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
        title = "REQUESTS/DURATIONS"
        for line, job, rest in self._table(title, count, 3):
            if len(rest) != 1 + len(capacities):
                self._fault(line, "psplib-too-short", title=title)
            if rest[0] > _LONGEST:
                self._fault(line, "psplib-too-long", number=rest[0], most=_LONGEST)
            for place, (wanted, there) in enumerate(zip(rest[1:], capacities, strict=False), 1):
                if wanted > there:
                    self._fault(line, "psplib-too-many", resource=place, wanted=wanted, there=there)
            yield job, rest

    def _capacities(self) -> list[int]:
        rows = [*self._rows("RESOURCEAVAILABILITIES")]
        if len(rows) != 1:
            self._fault(rows[1][0] if rows else 0, "psplib-capacities")
            return []
        line, row = rows[0]
        if max(row) > _LONGEST:
            self._fault(line, "psplib-too-long", number=max(row), most=_LONGEST)
        return row

    def _refuse_circle(self, successors: Mapping[int, Sequence[int]]) -> None:
        try:
            TopologicalSorter(successors).prepare()
        except CycleError as error:
            circle = ", ".join(str(number) for number in error.args[1])
            self._fault(0, "psplib-circle", numbers=shown(circle))
            self._stop_if_faulty()


def _listed(numbers: Sequence[int]) -> str:
    return ", ".join(str(number) for number in numbers)


def _without_marks(jobs: Sequence[Job]) -> tuple[Job, ...]:
    """Leave out jobs of no work before which, or after which, there is nothing."""
    followers = {number for job in jobs for number in job.successors}
    kept = [
        job
        for job in jobs
        if job.duration or any(job.demands) or (job.number in followers and job.successors)
    ]
    numbers = {job.number for job in kept}
    return tuple(
        Job(j.number, j.duration, j.demands, tuple(n for n in j.successors if n in numbers))
        for j in kept
    )


# --- as files of bcp ---------------------------------------------------------------------------


def id_of(name: str) -> str:
    """Return an id for the project in the file *name*."""
    words = re.findall("[a-z0-9]+", Path(name).stem.lower())
    return "-".join(words)[:60] or "project"


def inventory_text(project: Psplib, *, language: str, head: Sequence[str]) -> str:
    """Return the inventory as YAML, of which the loss is the makespan in periods.

    Parameters
    ----------
    project
        The project.
    language
        The language of the organisation: ``ja`` or ``en``.
    head
        Remarks for the beginning of the file, a line each.
    """
    name = json.dumps(project.name, ensure_ascii=True)
    before: dict[int, list[int]] = {job.number: [] for job in project.jobs}
    for job in project.jobs:
        for number in job.successors:
            before[number].append(job.number)
    own = f"{{id: {id_of(project.name)}, name: {name}, language: {language}"
    lines = [
        *(f"# {line}" for line in head),
        f"organisation: {own}, hold_back: true, outage_weight: 0}}",
        "teams:",
        *(
            f"  - {{id: r{k}, name: 資源{k}, name_en: Resource {k}, size: {size}}}"
            for k, size in enumerate(project.capacities, 1)
        ),
        "functions:",
        "  - id: project",
        "    name: 全作業の完了",
        "    name_en: All jobs done",
        "    rto: 0h",
        f"    requires: [{', '.join(f'job-{job.number}' for job in project.jobs)}]",
        "components:",
        *(_component(job) for job in project.jobs),
        "procedures:",
        *(_procedure(job, before[job.number]) for job in project.jobs),
    ]
    return "\n".join(lines) + "\n"


def _component(job: Job) -> str:
    n = job.number
    names = f"name: 作業{n}, name_en: Job {n}"
    return f"  - {{id: job-{n}, {names}, kind: service, procedure: do-{n}, tags: [job]}}"


def _procedure(job: Job, before: Sequence[int]) -> str:
    crew = ", ".join(f"r{k}: {number}" for k, number in enumerate(job.demands, 1) if number)
    wants = ", ".join(f"job-{number}" for number in before)
    requires = f", requires: [{wants}]" if wants else ""
    task = f"{{id: do, crew: {{{crew}}}, duration: {job.duration}h{requires}}}"
    names = f"name: 作業{job.number}の手順, name_en: Doing job {job.number}"
    return f"  - {{id: do-{job.number}, {names}, tasks: [{task}]}}"


def scenario_text(project: Psplib) -> str:
    """Return the scenario ``start`` as YAML: everything is still to be done.

    Its horizon is an hour more than all jobs take one after another.
    """
    horizon = sum(job.duration for job in project.jobs) + 1
    head = f"{{id: start, name: 開始, name_en: Start, horizon: {horizon}h}}"
    event = "{at: 0h, damage: {select: {tag: job}}}"
    return f"scenario: {head}\nevents:\n  - {event}\n"
