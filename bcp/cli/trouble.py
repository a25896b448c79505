"""What went wrong, as sentences, and the exit status that tells a script of it."""

from __future__ import annotations

import errno
from collections.abc import Iterator, Sequence

import click

from bcp.cli.command import Complaint
from bcp.drill.live.refusal import Refused
from bcp.errors import Fault, InputError, Unavailable, UsageError
from bcp.report.plain import clean
from bcp.words import Lang, Names, render, say
from bcp.words.cli import WORDS

FAULT = 1
"""The input is at fault, or the output cannot be written."""
USAGE = 2
FAILED_ON = 3
"""Done, and `--fail-on` found something."""
UNEXPECTED = 70
INTERRUPTED = 130
PIPE_CLOSED = 141

_REASONS = {
    errno.ENOSPC: "reason-full",
    errno.EDQUOT: "reason-full",
    errno.EACCES: "reason-forbidden",
    errno.EPERM: "reason-forbidden",
    errno.EROFS: "reason-read-only",
    errno.ENOENT: "reason-missing",
    errno.ENOTDIR: "reason-not-folder",
    errno.EISDIR: "reason-is-folder",
    errno.EBUSY: "reason-busy",
}


class Faulty(Exception):  # noqa: N818 (it is told apart from what it carries)
    """Faults of input files, and the language of whoever wrote them."""

    def __init__(self, error: InputError, lang: Lang) -> None:
        self.error, self.lang = error, lang
        super().__init__(str(error))


def fault_text(fault: Fault, lang: Lang) -> str:
    """Return ``file:line: where: what is wrong; what would be right``."""
    from bcp.words.faults import WORDS as FAULTS

    place = f"{fault.file}:{fault.line}" if fault.line else fault.file
    what = say(FAULTS, fault.key, lang, **fault.values)
    return clean(": ".join(part for part in (place, fault.where, what) if part))


def fault_lines(faults: Sequence[Fault], lang: Lang) -> Iterator[str]:
    """Yield every fault, and at the end how many there are."""
    for fault in faults:
        yield fault_text(fault, lang)
    count = "faults-one" if len(faults) == 1 else "faults-count"
    yield say(WORDS, count, lang, number=len(faults))


def explain(error: BaseException, lang: Lang) -> tuple[int, str]:
    """Return the exit status for *error* and what to tell the user; nothing needs no telling."""
    if isinstance(error, InputError):
        error = Faulty(error, lang)
    if isinstance(error, Faulty):
        return FAULT, "\n".join(fault_lines(error.error.faults, error.lang))
    if isinstance(error, (UsageError, click.UsageError)):
        return USAGE, _misused(error, lang)
    if isinstance(error, BrokenPipeError):
        return PIPE_CLOSED, ""
    if isinstance(error, (OSError, Refused, Unavailable)):
        return FAULT, _wrong(_denied(error, lang), lang)
    if isinstance(error, (KeyboardInterrupt, click.Abort, EOFError)):
        return INTERRUPTED, say(WORDS, "interrupted", lang)
    what = f"{type(error).__name__}: {error}".split("\n")[0]
    return UNEXPECTED, say(WORDS, "unexpected", lang, what=what)


def _denied(error: OSError | Refused | Unavailable, lang: Lang) -> str:
    """Return what the system, the drill or something outside would not do."""
    if isinstance(error, Unavailable):
        return say(WORDS, error.key, lang, **error.values)
    return os_text(error, lang) if isinstance(error, OSError) else refusal_text(error, lang, {})


def refusal_text(refused: Refused, lang: Lang, names: Names) -> str:
    """Return why a drill refused a command."""
    from bcp.words.drill import WORDS as DRILL

    return clean(render(DRILL, refused.phrase, lang, names))


def os_text(error: OSError, lang: Lang, file: str | None = None) -> str:
    """Return what the system refused, in words where they are known."""
    key = _REASONS.get(error.errno or 0)
    why = say(WORDS, key, lang) if key else error.strerror or type(error).__name__
    name = file or error.filename
    if name is None:
        return say(WORDS, "not-written", lang, why=why)
    return say(WORDS, "not-written-to", lang, file=name, why=why)


def _wrong(text: str, lang: Lang) -> str:
    return say(WORDS, "wrong", lang, what=clean(text))


def _misused(error: UsageError | click.UsageError, lang: Lang) -> str:
    """Return what is wrong with what was asked for, and how to see what is right."""
    if isinstance(error, UsageError):
        return _wrong(_asked_in_vain(error, lang), lang)
    text = _wrong(_misuse(error, lang), lang)
    if error.ctx is None:
        return text
    return f"{text}\n{say(WORDS, 'see-help', lang, command=error.ctx.command_path)}"


def _asked_in_vain(error: UsageError, lang: Lang) -> str:
    from bcp.words.faults import WORDS as FAULTS

    table = WORDS if error.key in WORDS else FAULTS
    return say(table, error.key, lang, **error.values)


def _misuse(error: click.UsageError, lang: Lang) -> str:
    if isinstance(error, Complaint):
        return say(WORDS, error.key, lang, **error.values)
    if isinstance(error, click.NoSuchOption):
        near = "".join((error.possibilities or [])[:1])
        key = "no-option-near" if near else "no-option"
        return say(WORDS, key, lang, name=error.option_name, nearest=near)
    if isinstance(error, click.BadOptionUsage):
        return say(WORDS, "option-needs-value", lang, name=error.option_name)
    if isinstance(error, click.MissingParameter) and error.param is not None:
        return say(WORDS, "missing-argument", lang, name=error.param.human_readable_name)
    if isinstance(error, click.BadParameter) and error.param is not None:
        known = getattr(error.param.type, "choices", ())
        if known:
            values = {"name": error.param.opts[0], "known": ", ".join(known)}
            return say(WORDS, "bad-choice-of", lang, **values)
    return error.format_message()
