"""``bcp drill run``: a drill with people at a screen, or rehearsed by a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import click

from bcp.cli.command import Complaint
from bcp.cli.drilling import look_options, named
from bcp.cli.options import Asked, Request, drill_argument
from bcp.words import Lang

if TYPE_CHECKING:
    from bcp.cli.opening import Opened
    from bcp.drill.file.load import LoadedDrill
    from bcp.drill.record.making import Inputs
    from bcp.drill.record.scripts import Step
    from bcp.drill.session import HandClock, Session
    from bcp.scenario.load import LoadedScenario


def build(lang: Lang) -> click.Command:
    """Return the command."""
    path = click.Path(path_type=Path)
    return Asked(
        "run",
        lang,
        run,
        drill_argument(lang),
        named(lang, "--record", "record", metavar="DIR", type=path),
        named(lang, "--script", "script", metavar="FILE", type=path),
        named(lang, "--no-record", "no_record", is_flag=True),
        *look_options(lang),
        key="drill-run",
    )


def run(  # noqa: PLR0913 (as many as there are options)
    request: Request,
    drill: str,
    record: Path | None,
    script: Path | None,
    *,
    no_record: bool,
    theme: str,
    ascii_only: bool,
) -> None:
    """Run a drill."""
    from bcp.cli.drilling import has_terminal
    from bcp.cli.opening import open_drill
    from bcp.errors import UsageError

    if no_record and script is None:
        raise Complaint("no-record-needs-script", click.get_current_context())
    if script is None and not has_terminal():
        raise UsageError("drill-no-terminal")
    asked = _Asked(request, *open_drill(request, drill), record)
    if script is None:
        asked.show(theme, ascii_only=ascii_only)
    else:
        asked.rehearse(script, no_record=no_record)


class _Asked:
    """The drill that is to be run, loaded, and where its record is to lie."""

    def __init__(
        self,
        request: Request,
        opened: Opened,
        scenario: LoadedScenario,
        drill: LoadedDrill,
        record: Path | None,
    ) -> None:
        self.request, self.opened, self.scenario, self.drill = request, opened, scenario, drill
        self.record = record

    def show(self, theme: str, *, ascii_only: bool) -> None:
        """Run it with people."""
        from bcp.cli.drilling import cache_of, show
        from bcp.drill.record.records import hold_record
        from bcp.drill.session import WallClock

        clock = WallClock()
        folder = self._made(clock.real(), "people")
        with hold_record(folder, clock, cache=cache_of(self.request)) as held:
            show(self.request, held, theme, ascii_only=ascii_only)

    def rehearse(self, script: Path, *, no_record: bool) -> None:
        """Run it by a script, and print how it ends."""
        from bcp.cli.drilling import cache_of, print_state, tell_folder
        from bcp.cli.trouble import Faulty
        from bcp.drill.record.records import hold_record
        from bcp.drill.record.script_files import load_script
        from bcp.errors import InputError

        try:
            steps = load_script(script)
        except InputError as error:
            raise Faulty(error, self.opened.lang) from None
        clock = self._clock()
        if no_record:
            session = self._unrecorded(clock)
            self._play(session, clock, steps)
        else:
            folder = self._made(clock.real(), "script")
            tell_folder(folder, self.opened.lang)
            with hold_record(folder, clock, cache=cache_of(self.request)) as held:
                session = held.session(clock)
                self._play(session, clock, steps)
        print_state(session.state, self.opened.lang)

    def _clock(self) -> HandClock:
        """Return a clock that stands at the planned time: a script leaves the same record always."""
        from bcp.drill.session import HandClock

        planned = self.drill.drill.drill.on
        if planned is None:
            return HandClock()
        zone = ZoneInfo(self.opened.loaded.inventory.organisation.timezone)
        return HandClock(planned.replace(tzinfo=zone).isoformat())

    def _unrecorded(self, clock: HandClock) -> Session:
        from bcp.drill.live.setting import prepare
        from bcp.drill.session import MemoryJournal, Session

        inventory = self.opened.loaded.inventory
        setting = prepare(self.drill.drill, self.scenario.scenario, inventory)
        return Session(setting, MemoryJournal(), clock)

    def _play(self, session: Session, clock: HandClock, steps: tuple[Step, ...]) -> None:
        from bcp.cli.trouble import Faulty, refusal_text
        from bcp.drill.record.scripts import Stopped, play
        from bcp.errors import Fault, InputError

        try:
            play(session, clock, steps)
        except Stopped as stopped:
            key, values = "script-not-refused", {}
            if stopped.refused is not None:
                why = refusal_text(stopped.refused, self.opened.lang, self.opened.names)
                key, values = "script-refused", {"why": why}
            step = stopped.step
            fault = Fault(step.file, step.line, step.where, key, values)
            raise Faulty(InputError([fault]), self.opened.lang) from None

    def _made(self, made: str, by: str) -> Path:
        """Make the record and return its folder."""
        from bcp.cli.drilling import records_folder
        from bcp.drill.record.making import head_of, make_record

        inputs = self._inputs()
        drill = self.drill.drill.drill.id
        is_script = by == "script"
        head = head_of(inputs, drill, self.opened.lang, made, "script" if is_script else "people")
        if self.record is not None:
            return make_record(self.record, inputs, head, is_exact=True)
        return make_record(records_folder(self.drill.path.parent), inputs, head)

    def _inputs(self) -> Inputs:
        """Return the files once more, to be copied.

        Raises
        ------
        UsageError
            If they are no longer what was loaded.
        """
        from bcp.drill.record.making import read_inputs
        from bcp.errors import UsageError

        scenario = Path(self.scenario.place.file)
        inputs = read_inputs(self.opened.folder, scenario, self.drill.path)
        found = inputs.digests
        loaded = (self.opened.loaded.digest, self.scenario.digest, self.drill.digest)
        if (found.inventory, found.scenario, found.drill) != loaded:
            raise UsageError("files-changed")
        return inputs
