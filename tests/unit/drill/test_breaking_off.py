"""A task that was broken off and begun again is a task like any other."""

from __future__ import annotations

from tests.support.drills import hall

BY_HAND = "clock: {speed: 60}"


def test_finishing_one_task_leaves_one_that_was_begun_again() -> None:
    """After a second start of the one, the end of the other is the end of that alone."""
    held = hall(BY_HAND)
    held.do("start-task", component="network", task="look")
    held.do("start-task", component="server", task="look")
    held.wait("2s").do("abort-task", component="network", task="look", why="余震")
    held.do("start-task", component="network", task="look")

    held.wait("5s").do("finish-task", component="server", task="look")

    assert held.task("network", "look").column == "running"
    held.wait("5s").do("finish-task", component="network", task="look")
    assert held.task("network", "look").column == "done"
