"""How good the orders of ``--strategy optimal`` are: PSPLIB, and cases shaped like ours.

Run ``python benchmarks/order.py [--psplib DIR] [--sets j30,j60,j120] [--shaped 60,500,5000]
[--seconds 10] [--rivals] [--quick]`` from the root of the checkout.

- ``--psplib DIR``: every single-mode file named in ``DIR/best_known.csv`` (set,file,lower_bound,
  upper_bound) is imported as users import it, and the makespan compared to the best known.
- ``--shaped``: cases of so many tasks (``benchmarks/shaped.py``), against the best of the priority
  rules below.
- ``--rivals``: beside them plain CP-SAT and PyJobShop, each in the same time on as many threads.

The orders come from the search that the command runs, and each loss is that of the one simulation.
Prints tables on standard error and JSON on standard output.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from statistics import mean

sys.path.insert(0, str(Path(__file__).parents[1]))

import yaml

from bcp.exchange.psplib import inventory_text, read_psplib, scenario_text
from bcp.inventory.models import Inventory
from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import Order, plan_by
from bcp.scenario.models import Scenario
from bcp.search.exact import Effort, solve
from bcp.search.judging import loss_of_order
from bcp.search.optimal import Optimal
from bcp.search.project import Project, project_of
from benchmarks.rivals_order import by_cp_sat, by_pyjobshop
from benchmarks.shaped import Form, Shape, shaped

_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@dataclass(frozen=True, slots=True)
class Wish:
    """How everything is tried."""

    seconds: float
    workers: int
    seed: int
    rivals: bool


@dataclass(frozen=True, slots=True)
class Row:
    """What came of one case."""

    group: str
    name: str
    known: tuple[float, float] | None
    """The best lower and upper bound known of a project of the library."""
    rules: Mapping[str, float]
    """What each priority rule loses."""
    optimal: float
    bound: float
    is_proven: bool
    cp_sat: float | None = None
    cp_sat_bound: float | None = None
    pyjobshop: float | None = None
    seconds: float = 0.0

    def gap(self, value: float | None) -> float | None:
        """Return how far a makespan lies above the best known, or a loss as a share of the rule."""
        if value is None:
            return None
        if self.known is not None:
            return 100 * (value / self.known[1] - 1)
        return value / min(self.rules.values())


def tried(group: str, name: str, case: Case, wish: Wish, known: tuple[float, float] | None) -> Row:
    """Return what the search, the rules and the rivals make of a case."""
    rules = {rule: float(loss) for rule, loss in losses_of_rules(case).items()}
    began = time.perf_counter()
    found = Optimal(
        effort=None,
        seed=wish.seed,
        workers=wish.workers,
        seconds=wish.seconds,
        is_over=lambda: time.perf_counter() - began > wish.seconds,
        spent=lambda: (time.perf_counter() - began) / wish.seconds,
    ).search(case)
    took = time.perf_counter() - began
    loss = loss_of_order(case, found.plan)
    row = {"optimal": float(loss), "bound": float(found.bound), "is_proven": found.is_proven}
    project = project_of(case, found.plan.procedures)
    rivals = _rivals(project, wish) if wish.rivals and project.is_exact else {}
    return Row(group, name, known, rules, **row, **rivals, seconds=took)  # type: ignore[arg-type]


def _rivals(project: Project, wish: Wish) -> dict[str, float | None]:
    loss, bound = by_cp_sat(project, wish.seconds, wish.workers)
    other = by_pyjobshop(project, wish.seconds, wish.workers)
    return {
        "cp_sat": None if loss is None else float(loss),
        "cp_sat_bound": float(bound),
        "pyjobshop": None if other is None else float(other),
    }


# --- priority rules ----------------------------------------------------------------------------


def losses_of_rules(case: Case) -> dict[str, Fraction]:
    """Return what each priority rule loses: those of bcp, and those of the literature."""
    slack = plan_by("slack", case.network, case.impact)
    rank = plan_by("rank", case.network, case.impact)
    orders = {"slack": slack, "rank": rank}
    project = project_of(case, slack.procedures)
    for name, rule in RULES.items():
        key = rule(project)
        works = sorted(range(len(project.works)), key=key.__getitem__)
        pairs = [(project.works[a][0], project.works[a][2]) for a in works]
        pairs += [(component, task) for component, _, task in project.never]
        places = {pair: i for i, pair in enumerate(pairs)}
        orders[name] = Order(slack.procedures, places, slack.durations)
    return {name: loss_of_order(case, order) for name, order in orders.items()}


def _followers(project: Project) -> Iterator[tuple[int, list[int]]]:
    """Yield each activity with those that wait for it, effects first."""
    after: list[list[int]] = [[] for _ in range(project.size)]
    for a in range(project.size):
        for b in project.before[project.before_from[a] : project.before_from[a + 1]].tolist():
            after[b].append(a)
    for a in reversed(project.causes_first.tolist()):
        yield a, after[a]


def _dues(project: Project) -> list[float]:
    """Return the latest finish of each activity by which every RTO can still be met."""
    due = [float("inf")] * project.size
    for f in range(len(project.functions)):
        cut = slice(project.back_from[f], project.back_from[f + 1])
        for a, lag in zip(project.back[cut].tolist(), project.delay[cut].tolist(), strict=True):
            due[a] = min(due[a], float(project.rto[f] - lag))
    for a, after in _followers(project):
        due[a] = min([due[a], *(due[b] - float(project.duration[b]) for b in after)])
    return due


def _weights(project: Project) -> list[float]:
    """Return the weight of each activity's functions and, by their sum, of what waits for it."""
    weight = [0.0] * project.size
    for f in range(len(project.functions)):
        for a in project.back[project.back_from[f] : project.back_from[f + 1]].tolist():
            weight[a] += float(project.weight[f])
    for a, after in _followers(project):
        weight[a] += sum(weight[b] for b in after) / max(1, len(after))
    return weight


def _ratio(project: Project) -> list[float]:
    lengths = project.duration.tolist()
    return [-w / max(1, length) for w, length in zip(_weights(project), lengths, strict=True)]


def _tails(project: Project) -> list[float]:
    tail = [0.0] * project.size
    for a, after in _followers(project):
        tail[a] = float(project.duration[a]) + max((tail[b] for b in after), default=0.0)
    return [-length for length in tail]


def _positions(project: Project) -> list[float]:
    work = [0.0] * project.size
    for a, after in _followers(project):
        work[a] = float(project.duration[a]) + sum(float(project.duration[b]) for b in after)
    return [-held for held in work]


def _latest_starts(project: Project) -> list[float]:
    pairs = zip(_dues(project), project.duration.tolist(), strict=True)
    return [due - length for due, length in pairs]


def _by_length(project: Project) -> list[float]:
    return [float(length) for length in project.duration.tolist()]


RULES: Mapping[str, Callable[[Project], list[float]]] = {
    "LFT": _dues,
    "LST": _latest_starts,
    "WSPT": _ratio,
    "SPT": _by_length,
    "longest tail": _tails,
    "GRPW": _positions,
}
"""Smallest first: latest finish, latest start, weight by length, length, chain to the end, greatest
rank positional weight (Kolisch 1996)."""


# --- cases -------------------------------------------------------------------------------------


def library(folder: Path, sets: Iterable[str]) -> Iterator[tuple[str, str, Case, tuple[int, int]]]:
    """Yield the projects of the library in *folder* whose best values are known."""
    wanted = set(sets)
    with (folder / "best_known.csv").open(encoding="utf-8") as stream:
        for row in csv.DictReader(stream):
            path = folder / row["file"]
            if row["set"] in wanted and path.is_file():
                project = read_psplib(path)
                tree = yaml.load(inventory_text(project, language="en", head=[]), _LOADER)  # noqa: S506
                event = yaml.load(scenario_text(project), _LOADER)  # noqa: S506
                case = build_case(Inventory.model_validate(tree), Scenario.model_validate(event))
                bounds = int(row["lower_bound"]), int(row["upper_bound"])
                yield row["set"], row["file"], case, bounds


def ours(
    sizes: Iterable[int], crews: Iterable[int], seeds: int, form: Form, *, hold_back: bool
) -> Iterator[tuple[str, str, Case]]:
    """Yield cases shaped like ours."""
    for tasks in sizes:
        for number in [4] if tasks <= 60 else crews:
            for seed in range(seeds if tasks < 5000 else 1):
                inventory, scenario = shaped(Shape(tasks, number, seed, hold_back, form))
                group = f"{tasks} tasks, {number} crews"
                yield group, f"seed {seed}", build_case(inventory, scenario)


# --- what is printed ---------------------------------------------------------------------------


def _shown(value: float | None, digits: int = 2) -> str:
    return "–" if value is None else f"{value:,.{digits}f}"


def print_row(row: Row) -> None:
    """Print one case as soon as it is done."""
    best = min(row.rules, key=row.rules.__getitem__)
    known = "" if row.known is None else f" known {row.known[0]:.0f}..{row.known[1]:.0f}"
    print(
        f"{row.group:<22} {row.name:<12} rule {row.rules[best]:>12,.1f} ({best})"
        f" optimal {row.optimal:>12,.1f} {_shown(row.gap(row.optimal), 3)}"
        f" bound {row.bound:>10,.1f}{' proven' if row.is_proven else ''}{known}"
        f" cp-sat {_shown(row.cp_sat, 1)} pyjobshop {_shown(row.pyjobshop, 1)} {row.seconds:.1f} s",
        file=sys.stderr,
        flush=True,
    )


def _mean(values: Iterable[float | None]) -> float | None:
    held = [value for value in values if value is not None]
    return round(mean(held), 4) if held else None


def summary(rows: list[Row]) -> dict[str, dict[str, float | int | None]]:
    """Return each group in figures: gaps in % for the library, shares of the best rule for ours."""
    groups = dict.fromkeys(row.group for row in rows)
    found: dict[str, dict[str, float | int | None]] = {}
    for group in groups:
        held = [row for row in rows if row.group == group]
        found[group] = {
            "cases": len(held),
            "best_rule": _mean(row.gap(min(row.rules.values())) for row in held),
            "optimal": _mean(row.gap(row.optimal) for row in held),
            "optimal_worst": max(row.gap(row.optimal) or 0.0 for row in held),
            "bound": _mean(row.gap(row.bound) for row in held),
            "proven": sum(row.is_proven for row in held),
            "as_good_as_known": sum(
                row.known is not None and row.optimal <= row.known[1] for row in held
            ),
            "cp_sat": _mean(row.gap(row.cp_sat) for row in held),
            "cp_sat_none": sum(row.cp_sat is None for row in held),
            "pyjobshop": _mean(row.gap(row.pyjobshop) for row in held),
        }
    return found


def print_summary(groups: Mapping[str, Mapping[str, float | int | None]]) -> None:
    """Print the table of groups."""
    keys = ["cases", "best_rule", "optimal", "optimal_worst", "bound", "proven"]
    keys += ["as_good_as_known", "cp_sat", "pyjobshop"]
    print(f"\n{'':<22}" + "".join(f"{key:>18}" for key in keys), file=sys.stderr)
    for group, held in groups.items():
        cells = (held[key] for key in keys)
        texts = (
            _shown(c, 3) if isinstance(c, float) else "–" if c is None else str(c) for c in cells
        )
        print(f"{group:<22}" + "".join(f"{text:>18}" for text in texts), file=sys.stderr)
    print("library: % above the best known; ours: share of the best rule", file=sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--psplib", type=Path, help="a folder with best_known.csv")
    parser.add_argument("--sets", default="j30,j60,j120")
    parser.add_argument("--shaped", default="", help="sizes, such as 60,200,500,5000")
    parser.add_argument("--crews", default="5,10,20")
    parser.add_argument("--seeds", type=int, default=3, help="cases of each shape")
    parser.add_argument("--form", choices=["deep", "town"], default="deep", help="of the shaped")
    parser.add_argument("--literal", action="store_true", help="shaped: no crew is held back")
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rivals", action="store_true")
    parser.add_argument("--most", type=int, help="at most so many cases of a set or shape")
    parser.add_argument("--quick", action="store_true", help="1 s, two cases of a kind, small ones")
    return parser


def _numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",") if word]


def _cases(
    chosen: argparse.Namespace,
) -> Iterator[tuple[str, str, Case, tuple[float, float] | None]]:
    if chosen.psplib is not None:
        yield from library(chosen.psplib, chosen.sets.split(","))
    sizes = _numbers(chosen.shaped)
    for group, name, case in ours(
        sizes, _numbers(chosen.crews), chosen.seeds, chosen.form, hold_back=not chosen.literal
    ):
        yield group, name, case, None


def main() -> None:
    """Try every case in turn and print what came out."""
    chosen = _parser().parse_args()
    if chosen.quick:
        chosen.seconds, chosen.most = min(chosen.seconds, 1.0), chosen.most or 2
        chosen.shaped = chosen.shaped or "60,200"
    wish = Wish(chosen.seconds, chosen.workers, chosen.seed, chosen.rivals)
    warm_up()
    rows: list[Row] = []
    for group, name, case, known in _cases(chosen):
        if chosen.most and sum(row.group == group for row in rows) >= chosen.most:
            continue
        rows.append(tried(group, name, case, wish, known))
        print_row(rows[-1])
    groups = summary(rows)
    print_summary(groups)
    print(json.dumps({"seconds": wish.seconds, "workers": wish.workers, "groups": groups}))


def warm_up() -> None:
    """Let everything be compiled and imported before the clock runs."""
    inventory, scenario = shaped(Shape(12, 2))
    case = build_case(inventory, scenario)
    Optimal(effort=2).search(case)
    solve(case, None, Effort(deterministic=0.1))


if __name__ == "__main__":
    main()
