"""A schedule that is mended after each change of its list, held against the one made anew."""

from __future__ import annotations

import random

import numpy as np
import pytest

from bcp.compiled.jit import jit
from bcp.compiled.kernel.late import search_late
from bcp.compiled.kernel.listing import Listing
from bcp.compiled.kernel.schedule import cost_into, new_desk, patient
from bcp.compiled.kernel.sheet import FROM, Sheet, mend, new_sheet, put_back, settle
from bcp.compiled.kernel.shifts import mark_causes, mark_followers, pull, push
from bcp.recovery.play import Case, build_case
from bcp.recovery.strategy import plan_by
from bcp.search.activities import Ints, Project
from bcp.search.judging import loss_of_order
from bcp.search.lists import listing_of
from bcp.search.optimal import Optimal
from bcp.search.project import project_of
from benchmarks.shaped import Form, Shape, shaped
from tests.reference.cases import random_case
from tests.support.projects import tame
from tests.support.random_cases import read_both

_KEPT = ("listed", "place", "prior", "next", "start", "finish", "idle", "cost", "mark")


@jit
def change(listing: Listing, sheet: Sheet, place: int, target: int) -> None:
    """Put what stands at a place elsewhere, with whatever has to go along."""
    item = sheet.listed[place]
    if target < place:
        pull(sheet, mark_causes(listing, sheet, item, 0, target), target)
    else:
        push(sheet, mark_followers(sheet, item, target), target)


def by_itself(listing: Listing, sheet: Sheet) -> tuple[float, Ints]:
    """Return the loss and the starts of the list of a sheet, from the beginning."""
    start = np.full(len(listing.duration), listing.horizon, np.int64)
    patient(listing, sheet.listed, new_desk(listing), start)
    return cost_into(listing, start, np.zeros(len(listing.rto))), start


def cases() -> list[Project]:
    """Return projects: made-up towns and chains, and small ones with hours, access and vendors."""
    forms: tuple[Form, Form] = ("town", "deep")
    found = [
        build_case(*shaped(Shape(70, 5, seed, form=form))) for seed in (0, 1) for form in forms
    ]
    for seed in range(100):
        both = read_both(random_case(random.Random(seed), 5), tame)
        found.append(build_case(both.inventory, both.scenario))
    projects = [project_for(case) for case in found]
    return [project for project in projects if project.is_exact and len(project.works) > 1]


def project_for(case: Case) -> Project:
    """Return a case as a project."""
    return project_of(case, plan_by("slack", case.network, case.impact).procedures)


@pytest.fixture(scope="module")
def projects() -> list[Project]:
    """Return projects that are changed."""
    found = cases()
    assert len(found) > 12
    return found


def test_mended_is_what_is_made_anew(projects: list[Project]) -> None:
    """After any change, thousands in a row, a mended schedule is the one that its list leads to."""
    chance = random.Random(4)
    for project in projects:
        listing = listing_of(project)
        sheet = new_sheet(listing, project.causes_first, 1)
        assert settle(listing, sheet, project.causes_first) == by_itself(listing, sheet)[0]
        last = project.size - 1
        for _ in range(300):
            change(listing, sheet, chance.randint(0, last), chance.randint(0, last))
            loss = mend(listing, sheet, sheet.last[FROM], np.inf)
            anew, start = by_itself(listing, sheet)

            assert (sheet.start[:-1] == start).all()
            assert loss == pytest.approx(anew)
            sheet.loss[0] = loss


@pytest.mark.parametrize("share", [0.0, 1.01, np.inf])
def test_put_back_is_as_before(projects: list[Project], share: float) -> None:
    """A change that is put back, mended wholly or given up half-way, leaves everything as it was."""
    chance = random.Random(5)
    for project in projects[:8]:
        listing = listing_of(project)
        sheet = new_sheet(listing, project.causes_first, 1)
        settle(listing, sheet, project.causes_first)
        last = project.size - 1
        for _ in range(60):
            before = {name: getattr(sheet, name).copy() for name in _KEPT}
            change(listing, sheet, chance.randint(0, last), chance.randint(0, last))
            mend(listing, sheet, sheet.last[FROM], share * sheet.loss[0])
            put_back(listing, sheet)

            assert not sheet.dirty.any()
            assert all((getattr(sheet, name) == old).all() for name, old in before.items())
            change(listing, sheet, chance.randint(0, last), chance.randint(0, last))
            sheet.loss[0] = mend(listing, sheet, sheet.last[FROM], np.inf)


def test_the_best_list_loses_what_is_said(projects: list[Project]) -> None:
    """However hot the search, its list holds what it waits for first, and its best loses as told."""
    for project in projects:
        listing = listing_of(project)
        sheet = new_sheet(listing, project.causes_first, 7)
        first = sheet.loss[1] = settle(listing, sheet, project.causes_first)
        for heat in (3.0, 0.3, 0.01):
            search_late(listing, sheet, 500, heat, np.zeros(1, np.int64))
            assert by_itself(listing, sheet)[0] == pytest.approx(sheet.loss[0])
        told = sheet.loss[1]

        assert told <= first
        assert settle(listing, sheet, sheet.best.copy()) == pytest.approx(told)
        for a in range(project.size):
            causes = project.before[project.before_from[a] : project.before_from[a + 1]]
            assert (sheet.place[causes] < sheet.place[a]).all()


@pytest.mark.parametrize("form", ["town", "deep"])
def test_crews_held_back_gain_by_it(form: Form) -> None:
    """The plan found for a middling case is far better than the rules, and loses what is said."""
    case = build_case(*shaped(Shape(80, 5, form=form)))
    found = Optimal(effort=30).search(case)

    assert found.loss == loss_of_order(case, found.plan)
    assert found.plan.holds_back
    assert found.loss < min(found.losses["slack"], found.losses["rank"]) * 9 / 10
