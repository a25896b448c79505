"""A drill made by hand: boards with every state in them, and a desk that only remembers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from bcp.drill.board.rows import (
    Board,
    ComponentRow,
    FunctionRow,
    InjectRow,
    ItemRow,
    LogRow,
    ObjectiveRow,
    OptionRow,
    TaskRow,
    TeamRow,
)
from bcp.drill.live.commands import Command
from bcp.drill.live.events import Entry
from bcp.words import Lang, Name, Names, Phrase

NAMES: Mapping[Lang, Names] = {
    "ja": {
        "resident": "住民票の写しの交付（窓口・郵送）",
        "tax": "税証明の交付",
        "web": "ホームページによる市政情報の発信",
        "phone": "代表電話の応対",
        "payroll": "職員の給与支給",
        "db": "住民記録データベース",
        "net": "基幹ネットワーク",
        "host": "仮想基盤ホスト1",
        "ict": "情報政策課",
        "vendor": "A社保守",
        "rebuild/inspect": "損傷調査",
        "rebuild/restore": "復元",
        "rebuild/verify": "動作確認",
    },
    "en": {
        "resident": "Resident certificates",
        "tax": "Tax certificates",
        "web": "Information on the website",
        "phone": "City telephone",
        "payroll": "Payroll",
        "db": "Resident registry database",
        "net": "Core network",
        "host": "Virtual host 1",
        "ict": "ICT policy division",
        "vendor": "Vendor A",
        "rebuild/inspect": "inspect",
        "rebuild/restore": "restore",
        "rebuild/verify": "verify",
    },
}


def function(id_: str, verdict: str, **changes: object) -> FunctionRow:
    row = FunctionRow(
        id=id_,
        rank="A",
        is_up=verdict in {"up", "late"},
        verdict=verdict,  # type: ignore[arg-type]
        down_since=600 if verdict.startswith(("down", "missed")) else None,
        downtime=0 if verdict == "up" else 4200,
        rto=10800,
        left=6600,
        restored=None,
        forecast=9000,
        planned=8400,
        because=("net", "db"),
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def task(component: str, name: str, column: str, **changes: object) -> TaskRow:
    row = TaskRow(
        component=component,
        procedure="rebuild",
        task=name,
        attempt=1,
        column=column,  # type: ignore[arg-type]
        rank=1,
        crew=(("ict", 1), ("vendor", 2)),
        planned=3600,
        started=None,
        finished=None,
        elapsed=None,
        assigned="",
        waits_for=(),
        functions=("resident", "tax"),
        others=(),
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def inject(no: str, status: str, **changes: object) -> InjectRow:
    row = InjectRow(
        no=no,
        status=status,  # type: ignore[arg-type]
        at=None,
        countdown=None,
        sender="対策本部",
        to=("ict",),
        means="電話",
        text="サーバ室の状況を確認して報告してほしい。",
        text_en="Check the server room and report.",
        expected="UPSの残り時間を確認する",
        expected_en="Look at the time left on the UPS",
        deadline=None,
        objective="o1",
        options=(),
        fired_by=None,
        waits_for=None,
        answer="",
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def log(n: int, kind: str, phrase: Phrase, **changes: object) -> LogRow:
    row = LogRow(
        n=n,
        number=n,
        exercise=n * 61_000,
        scenario=600 + n * 600,
        real="2026-11-25T10:00:00+09:00",
        kind=kind,
        phrase=phrase,
        who="",
        is_undone=False,
        original=None,
        is_moved=False,
    )
    return replace(row, **changes)  # type: ignore[arg-type]


def note(n: int, text: str, **changes: object) -> LogRow:
    return log(n, "noted", Phrase("log-noted-note", {"text": text, "kind": "note"}), **changes)


def board(**changes: object) -> Board:
    """Return a board on which everything occurs once."""
    made = Board(
        drill="quake",
        name="地震時ICT-BCP訓練（休日夜間）",
        name_en="Earthquake drill, holiday night",
        phase="running",
        exercise=754_000,
        scenario=4800,
        local=datetime(2026, 11, 23, 3, 20),  # noqa: DTZ001 (local time of the scenario)
        speed=60,
        length=7200,
        by_hand=True,
        functions=(
            function("resident", "missed", left=-600, rank="S"),
            function("tax", "down-late", left=900, forecast=None),
            function("web", "down-ok"),
            function("phone", "late", restored=4200, left=-60),
            function("payroll", "up", planned=0, forecast=0, because=()),
        ),
        components=(
            ComponentRow("net", 0, "damaged", (), None, 4),
            ComponentRow("host", 600, "starting", (), 5400, 2),
            ComponentRow("db", 600, "lacks", ("net", "host"), None, 2),
        ),
        tasks=(
            task("db", "restore", "waiting", rank=3, waits_for=(Phrase("waits-lacks", _NET),)),
            task("net", "inspect", "ready", rank=2),
            task("host", "restore", "running", started=2400, elapsed=2400, assigned="鈴木"),
            task("db", "inspect", "running", started=600, elapsed=4200, rank=4),
            task("host", "inspect", "done", started=600, finished=2400, elapsed=1800, rank=5),
        ),
        teams=(
            TeamRow("ict", 3, 5, 2, is_at_work=True),
            TeamRow("vendor", 0, 2, 0, is_at_work=False),
        ),
        injects=(
            inject("7", "due", at=6000, countdown=20),
            inject("9", "waiting", waits_for=Phrase("when-after", {"no": "7"})),
            inject("b1", "bench", text="余震が発生した。", text_en="An aftershock."),
            inject("3", "fired", at=4200, deadline=5400, options=_OPTIONS, fired_by="hand"),
            inject("1", "answered", at=600, answer="UPSは残り25分と報告", fired_by="clock"),
        ),
        objectives=(
            ObjectiveRow(
                "o1",
                "被害の報告",
                "Report damage",
                "60分以内",
                "in 60 min",
                None,
                "",
                3600,
                2700,
                is_met=True,
            ),
            ObjectiveRow(
                "o2",
                "順番の判断",
                "Choose order",
                "理由を示す",
                "reasons",
                "S",
                "概ね良い",
                None,
                None,
                None,
            ),
        ),
        items=(ItemRow("item-9", "UPSの交換", None, "契約管財課", "2027-03-31", ""),),
        log=(
            log(1, "started", Phrase("log-started")),
            note(2, "係長がUPSを確認した", who="係長"),
            note(3, "電話が通じない", original="電話が通じた"),
            note(4, "取り消した記録", is_undone=True),
            log(5, "undone", Phrase("log-undone", {"entry": 4, "text": ""})),
        ),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


_NET = {"ids": (Name("net"),)}
_OPTIONS = (
    OptionRow("wait", "到着を待つ", "Wait", is_chosen=False),
    OptionRow("alone", "職員だけで進める", "Go on alone", is_chosen=False),
)


@dataclass
class FakeDesk:
    """A desk that shows what it is given, remembers what it is told, and fails when it is to."""

    shown: Board = field(default_factory=board)
    told: list[Command] = field(default_factory=list)
    failure: Exception | None = None
    tick_failure: Exception | None = None
    board_failure: Exception | None = None
    forecasts: int = 0

    def board(self) -> Board:
        """Return the board it was given."""
        if self.board_failure:
            raise self.board_failure
        return self.shown

    def do(self, command: Command) -> tuple[Entry, ...]:
        """Remember *command*, or fail."""
        if self.failure:
            raise self.failure
        self.told.append(command)
        return ()

    def tick(self) -> tuple[Entry, ...]:
        """Fail, if it is to."""
        if self.tick_failure:
            raise self.tick_failure
        return ()

    def forecast(self) -> None:
        """Count."""
        self.forecasts += 1
