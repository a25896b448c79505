"""A record is followed while it is written: what others see is what it says, never more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bcp.drill.board.showing import board_of
from bcp.drill.live import commands as wish
from bcp.drill.live.fold import fold
from bcp.drill.live.forecast import NO_FORECAST
from bcp.drill.live.refusal import Refused
from bcp.drill.record.chain import encoded, first_line
from bcp.drill.record.following import Follower
from bcp.drill.record.journal import read_record
from bcp.drill.record.records import open_record
from bcp.drill.record.tail import Pace
from bcp.drill.session import HandClock
from bcp.errors import InputError
from tests.support.following import HIDDEN, play_secrets, stage, texts_in
from tests.support.random_drills import RandomDrill, lived, seen
from tests.support.records import DRILL, many_injects, record_at, workspace_at


def trouble(follower: Follower) -> str:
    """Return what is wrong with what is shown, after another look; empty: nothing."""
    try:
        follower.tick()
    except Refused as refused:
        return refused.phrase.key.removeprefix("refused-")
    return ""


@pytest.fixture(scope="module", params=["few", "many"])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a record in which nothing has happened."""
    work = tmp_path_factory.mktemp("work")
    return record_at(workspace_at(work, DRILL if request.param == "few" else many_injects(20)))


@pytest.mark.property
@given(seed=st.integers(0, 2**32), data=st.data())
def test_at_every_byte_one_sees_the_fold_of_the_lines_that_are_whole(
    made: Path, seed: int, data: st.DataObject
) -> None:
    """However the bytes arrive, the state is that of all whole lines, at the end of the record."""
    record = open_record(made)
    entries = lived(RandomDrill(record.setting, seed), 25).state.entries
    head, last = first_line(record.head)
    whole = head + encoded(entries, last)[0]
    cuts = data.draw(st.lists(st.integers(len(head), len(whole)), max_size=12).map(sorted))
    file, clock = made / "record.jsonl", HandClock()
    file.write_bytes(head)
    follower = Follower(lambda: made, clock, "observers")
    assert follower.open()

    for start, end in zip([len(head), *cuts], [*cuts, len(whole)], strict=True):
        with file.open("ab") as stream:
            stream.write(whole[start:end])
        assert trouble(follower) in {"", "signal-lost"}
        clock.milliseconds += 4000  # the clocks have caught up with the record
        number = whole[:end].count(b"\n") - 1
        assert follower.board() == seen(fold(record.setting, entries[:number]))


def test_who_looks_on_sees_what_the_facilitator_sees(tmp_path: Path) -> None:
    """After every command and beat the observers' board is the facilitator's own."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        for milliseconds in (250, 4000, 999, 60_000, 5000, 1):
            held.wait(milliseconds)
            held.session.do(wish.Note(text="書いた"))
            held.follower.tick()

            assert held.follower.board() == held.session.board()


def test_a_line_that_is_half_written_waits(tmp_path: Path) -> None:
    """Nothing of it is seen and nothing is wrong; when its rest comes, it is there."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        before = held.record.read_bytes()
        held.session.do(wish.Note(text="続き"))
        whole = held.record.read_bytes()
        for end in range(len(before), len(whole)):
            held.record.write_bytes(whole[:end])
            assert trouble(held.follower) == ""
            assert [row.kind for row in held.follower.board().log] == ["started"]
        held.record.write_bytes(whole)
        held.follower.tick()

        assert [row.kind for row in held.follower.board().log] == ["started", "noted"]


def test_a_record_that_shrank_is_told_and_read_again(tmp_path: Path) -> None:
    """What is no longer in it is no longer seen; after ten seconds nobody speaks of it."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.session.do(wish.Pause())
        shorter = held.record.read_bytes()
        held.session.do(wish.Note(text="消える"))
        held.follower.tick()
        held.record.write_bytes(shorter)

        assert trouble(held.follower) == "record-reread"
        assert [row.kind for row in held.follower.board().log] == ["started", "paused"]
        held.own.milliseconds += 10_000
        assert trouble(held.follower) == ""


def test_a_line_that_was_changed_is_told_until_it_is_mended(tmp_path: Path) -> None:
    """What is seen stays as it was before it, and goes on once the record is right."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.session.do(wish.Pause())
        held.follower.tick()
        for text in ("本物", "もう一つ"):
            held.session.do(wish.Note(text=text))
        right = held.record.read_bytes()
        held.record.write_bytes(right.replace("本物".encode(), "偽物".encode()))

        for _ in range(3):
            assert trouble(held.follower) == "record-broken"
            assert [row.kind for row in held.follower.board().log] == ["started", "paused"]
            held.own.milliseconds += 60_000
        held.record.write_bytes(right + b" ")
        assert trouble(held.follower) == "record-reread"
        held.own.milliseconds += 10_000
        assert trouble(held.follower) == ""
        assert len(held.follower.board().log) == 4


def test_a_record_that_cannot_be_read_is_told_until_it_can(tmp_path: Path) -> None:
    """A network disk that comes and goes does not end the screen."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.session.do(wish.Pause())
        held.follower.tick()
        aside = held.record.with_name("aside")
        held.record.rename(aside)

        assert trouble(held.follower) == "record-unreadable"
        assert held.follower.board().phase == "paused"
        aside.rename(held.record)
        assert trouble(held.follower) == ""


def test_what_cannot_have_happened_is_told(tmp_path: Path) -> None:
    """Lines with a right chain that contradict each other change nothing of what is seen."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.session.do(wish.Pause())
        held.follower.tick()
        lines = read_record(held.folder)
        begun = {"component": "server", "task": "restore"}
        held.session.do(wish.StartTask(**begun))
        wrong = held.session.state.entries[-1]
        twice = [wrong, replace(wrong, n=wrong.n + 1)]
        held.record.write_bytes(held.record.read_bytes()[: lines.size])
        with held.record.open("ab") as stream:
            stream.write(encoded(twice, lines.last)[0])

        for _ in range(2):
            assert trouble(held.follower) == "record-impossible"
            assert [row.kind for row in held.follower.board().log] == ["started", "paused"]


def test_a_running_drill_that_falls_silent_is_told(tmp_path: Path) -> None:
    """After five seconds without a line, and no longer when there is one again."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.follower.tick()
        held.own.milliseconds += 4999
        assert trouble(held.follower) == ""
        held.own.milliseconds += 1
        assert trouble(held.follower) == "signal-lost"
        held.beats(1)
        assert trouble(held.follower) == ""


@pytest.mark.parametrize("last", [[], [wish.Start(), wish.Pause()], [wish.Start(), wish.End()]])
def test_a_drill_that_stands_may_be_silent(tmp_path: Path, last: list[wish.Command]) -> None:
    """Before the start, in a pause and after the end nothing is written, and nothing is wrong."""
    with stage(tmp_path) as held:
        for command in last:
            held.session.do(command)
        held.follower.tick()
        held.own.milliseconds += 3_600_000

        assert trouble(held.follower) == ""


@pytest.mark.property
@given(
    st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 5000), st.booleans()), max_size=30),
    st.integers(1, 400),
)
def test_the_clock_never_goes_back_and_never_overtakes_the_record(
    beats: list[tuple[int, int, bool]], step: int
) -> None:
    """Looked at in steps of any length, whatever the record says and when."""
    pace, now, record, shown = Pace(), 0, 0, 0
    for further, length, is_beat in beats:
        record += further
        pace = pace.told(record, now, is_beat=is_beat)
        for moment in range(now, now + length, step):
            assert shown <= pace.at(moment) <= record
            shown = pace.at(moment)
        now += length


def test_between_two_beats_the_clocks_run_on(tmp_path: Path) -> None:
    """At sixty times, a quarter of a second after a beat is fifteen seconds later."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.follower.tick()
        held.beats(1)
        held.follower.tick()
        times = []
        for _ in range(6):
            times.append((held.follower.board().exercise, held.follower.board().scenario))
            held.own.milliseconds += 250

        assert times == [(0, 0), (250, 15), (500, 30), (750, 45), (1000, 60), (1000, 60)]


def test_an_inject_is_seen_at_its_own_moment(tmp_path: Path) -> None:
    """The clocks leap to the moment at which it was given, and it is there, not before."""
    with stage(tmp_path, "players") as held:
        held.session.do(wish.Start())
        held.beats(4)
        held.follower.tick()
        held.own.milliseconds += 900
        assert held.follower.board().injects == ()
        held.wait(1000)
        held.follower.tick()

        board = held.follower.board()
        assert [(row.no, row.at) for row in board.injects] == [("1", 300)]
        assert (board.exercise, board.scenario) == (5000, 300)


def test_as_long_as_there_is_no_record_one_waits(tmp_path: Path) -> None:
    """The screen is empty and says so; when a drill is begun it is followed from then on."""
    work, clock, found = workspace_at(tmp_path), HandClock(), list[Path]()
    held: list[str] = []
    follower = Follower(
        lambda: found[0] if found else None, clock, opened=lambda it: held.append(it.head.drill)
    )
    assert not follower.open()
    assert trouble(follower) == ""
    assert (follower.board().drill, follower.board().phase) == ("", "ready")

    found.append(record_at(work))
    clock.milliseconds += 1000
    assert trouble(follower) == ""
    assert (follower.board().drill, follower.board().phase, held) == ("down", "ready", ["down"])


def test_a_record_at_fault_is_told_at_once_or_while_one_waits(tmp_path: Path) -> None:
    """Who names it hears of it; who waits sees it on the screen until it is mended."""
    work, clock, found = workspace_at(tmp_path), HandClock(), list[Path]()
    folder = record_at(work)
    scenario = folder / "inputs" / "scenario.yaml"
    right = scenario.read_bytes()
    scenario.write_bytes(right + b"\n")
    with pytest.raises(InputError):
        Follower(lambda: folder, clock).open()
    follower = Follower(lambda: found[0] if found else None, clock)
    assert not follower.open()
    found.append(folder)
    assert trouble(follower) == "record-unreadable"
    scenario.write_bytes(right)
    clock.milliseconds += 1000
    assert trouble(follower) == ""


def test_nothing_can_be_done_from_here(tmp_path: Path) -> None:
    """Every command is refused, and the record stays as it is."""
    with stage(tmp_path) as held:
        before = held.record.read_bytes()
        for command in (wish.Start(), wish.Note(text="x"), wish.Fire(inject="4"), wish.End()):
            with pytest.raises(Refused) as refused:
                held.follower.do(command)
            assert refused.value.phrase.key == "refused-read-only"

        assert held.record.read_bytes() == before


def test_players_see_nothing_that_is_hidden_from_them(tmp_path: Path) -> None:
    """No text of what is to come, is expected, aimed at or written down is in their board."""
    with stage(tmp_path, "players") as held:
        play_secrets(held)
        held.follower.tick()
        held.follower.forecast()
        board = held.follower.board()

        assert [text for text in texts_in(board) if any(word in text for word in HIDDEN)] == []
        assert [row.text for row in board.injects] == ["窓口が暗いとの電話"]
        assert {row.kind for row in board.log} == {
            "inject-fired",
            "decided",
            "task-started",
            "task-aborted",
        }
        assert {row.forecast for row in board.functions} == {None}
        assert board.injects[0].deadline is None


def test_before_the_start_players_see_no_inject(tmp_path: Path) -> None:
    """Not even the first, which is due at once."""
    with stage(tmp_path, "players") as held:
        board = held.follower.board()

        assert [text for text in texts_in(board) if any(word in text for word in HIDDEN)] == []
        assert (board.injects, board.log, board.objectives) == ((), (), ())


def test_observers_see_everything(tmp_path: Path) -> None:
    """Their board is the facilitator's, forecast and all."""
    with stage(tmp_path) as held:
        play_secrets(held)
        held.follower.tick()
        held.follower.forecast()
        held.session.forecast()
        held.own.milliseconds += 5000

        assert held.follower.board() == held.session.board()
        assert held.follower.board().functions[0].forecast is not None


def test_a_record_that_is_over_is_seen_as_it_ended(tmp_path: Path) -> None:
    """It is opened like any other, and stays as it is."""
    with stage(tmp_path) as held:
        play_secrets(held)
        held.session.do(wish.End())
        state = held.session.state
    late = Follower(lambda: held.folder, HandClock(), "observers")
    assert late.open()

    assert late.board() == board_of(state, NO_FORECAST, NO_FORECAST)
    assert late.board().phase == "ended"


def test_long_gaps_are_made_up_for(tmp_path: Path) -> None:
    """A laptop that slept for hundreds of lines shows what the others show."""
    with stage(tmp_path) as held:
        held.session.do(wish.Start())
        held.beats(300)
        held.follower.tick()

        assert held.follower.board() == held.session.board()
