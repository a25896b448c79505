"""``bcp risk --inventories``: every municipality of a prefecture, in one table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bcp.cli.opening import language_of, open_at
from bcp.cli.options import Request
from bcp.cli.printing import print_json, tell
from bcp.cli.progress import tracked
from bcp.cli.risk_folders import Meant, scenarios_of
from bcp.cli.risk_told import Asking, Organisation, how_well
from bcp.cli.trouble import FAULT, INTERRUPTED, Faulty, fault_text
from bcp.errors import InputError
from bcp.report.names import called
from bcp.report.plain import clean
from bcp.report.risk_json import rounded
from bcp.risk.blocks import Job, blocks_of
from bcp.risk.many import Errand, Fared, fared, gathered
from bcp.risk.pieces import Farm
from bcp.scenario.load import load_scenario
from bcp.words import say
from bcp.words.cli import WORDS

__all__ = ["run_many"]

_MOST_FAULTS = 5
"""So many of one organisation are told: `bcp check` tells all."""


class _NoScenarioError(Exception):
    """An organisation has no scenario, or not the one that was asked for."""

    def __init__(self, key: str, **values: object) -> None:
        self.key, self.values = key, values
        super().__init__(key)


class _Round:
    """The way through all folders, and what was met on it."""

    def __init__(self, request: Request, meant: Meant, asking: Asking) -> None:
        self.request, self.meant, self.asking = request, meant, asking
        self.lang = language_of(request, meant.folders[0])
        self.organisations: dict[Path, Organisation] = {}
        self.faulty: dict[Path, list[str]] = {}
        self._out: dict[str, tuple[Path, Job]] = {}
        """What is being played."""

    def play(self, farm: Farm) -> bool:
        """Play everything; return whether nobody broke it off."""
        try:
            for name, tally in gathered(self._errands(), farm):
                folder, job = self._out.pop(name)
                self.organisations[folder].fared.append(fared(job, tally))
        except KeyboardInterrupt:
            return False
        return True

    def done(self) -> list[Organisation]:
        """Return the organisations of which everything was played, the least sure first."""
        whole = [held for held in self.organisations.values() if len(held.fared) == held.number]
        return sorted(whole, key=lambda held: (*how_well(held.worst)[:3], str(held.folder)))

    def _errands(self) -> Iterator[Errand]:
        """Yield what is to be played, a folder at a time; one that is at fault is left out whole.

        An organisation without one of its scenarios would look better than it is.
        """
        for folder in tracked(self.meant.folders, "many", self.lang):
            try:
                jobs = self._jobs(folder)
            except Faulty as error:
                self._leave(folder, [fault_text(held, self.lang) for held in error.error.faults])
            except _NoScenarioError as error:
                self._leave(folder, [say(WORDS, error.key, self.lang, **error.values)])
            else:
                for number, job in enumerate(jobs):
                    name = f"{folder}#{number}"
                    self._out[name] = folder, job
                    yield Errand(name, job, blocks_of(self.asking.runs))

    def _jobs(self, folder: Path) -> list[Job]:
        opened = open_at(self.request, folder)
        inventory, asking = opened.loaded.inventory, self.asking
        jobs: list[Job] = []
        for path in self._scenarios(folder):
            try:
                scenario = load_scenario(path, opened.loaded, dict(opened.settings)).scenario
            except InputError as error:
                raise Faulty(error, opened.lang) from None
            jobs.append(Job(inventory, scenario, asking.strategy, asking.seed, asking.runs))
        held = inventory.organisation
        name = called(held, self.lang)
        self.organisations[folder] = Organisation(folder, held.id, name, len(jobs))
        return jobs

    def _scenarios(self, folder: Path) -> list[Path]:
        found: list[Path] = []
        for name, path in scenarios_of(folder, self.meant.scenarios):
            if path is None:
                known = ", ".join(id_ for id_, _ in scenarios_of(folder, ())) or "–"
                key = "many-scenario-missing"
                raise _NoScenarioError(key, folder=folder, name=name, known=known)
            found.append(path)
        if not found:
            raise _NoScenarioError("many-no-scenario", folder=folder)
        return found

    def _leave(self, folder: Path, lines: list[str]) -> None:
        self.faulty[folder] = lines
        more = len(lines) - _MOST_FAULTS
        shown = lines[:_MOST_FAULTS]
        if more > 0:
            shown.append(say(WORDS, "many-more-faults", self.lang, number=more, folder=folder))
        for line in [*shown, say(WORDS, "many-faulty", self.lang, folder=folder)]:
            tell(clean(line))


def run_many(request: Request, meant: Meant, asking: Asking, farm: Farm) -> int:
    """Play every organisation, show them in one table, and return the exit status."""
    if meant.passed_over:
        values = {"number": len(meant.passed_over), "names": ", ".join(meant.passed_over)}
        tell(clean(say(WORDS, "many-left-out", request.lang, **values)))
    round_ = _Round(request, meant, asking)
    is_whole = round_.play(farm)
    done, total, lang = round_.done(), len(meant.folders), round_.lang
    if request.as_json:
        print_json(many_json(done, round_.faulty, asking))
    elif done:
        from bcp.cli.views.risk_many import show_many

        show_many(done, asking, lang)
    if round_.faulty:
        tell(say(WORDS, "many-faulty-total", lang, number=len(round_.faulty), total=total))
    if not is_whole:
        tell(say(WORDS, "many-interrupted", lang, number=len(done), total=total))
        return INTERRUPTED
    return FAULT if round_.faulty else 0


def many_json(
    done: Sequence[Organisation], faulty: Mapping[Path, Sequence[str]], asking: Asking
) -> dict[str, Any]:
    """Return what is printed of all organisations, as one JSON document."""
    return {
        "runs": asking.runs,
        "seed": asking.seed,
        "strategy": asking.strategy,
        "organisations": [
            {
                "folder": str(held.folder),
                "inventory": held.id,
                "name": held.name,
                "loss_h_per_year": None if held.year is None else rounded(held.year),
                "worst_scenario": held.worst.head.id,
                "scenarios": [_scenario_json(one) for one in held.fared],
            }
            for held in done
        ],
        "faulty": [{"folder": str(folder), "faults": [*lines]} for folder, lines in faulty.items()],
    }


def _scenario_json(held: Fared) -> dict[str, Any]:
    return {
        "scenario": held.head.id,
        "likelihood": held.head.likelihood,
        "runs": held.runs,
        "rto_met_mean": rounded(held.in_time),
        "p_all_rto_met": rounded(held.all_met),
        "p_all_rto_met_ci": [rounded(end) for end in held.interval],
        "loss": {key: rounded(value) for key, value in held.loss.items()},
        "p_rto_met": {id_: rounded(value) for id_, value in held.rto_met.items()},
    }
