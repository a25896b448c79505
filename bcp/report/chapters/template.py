"""Fills values into a chapter, in a sandbox of the few things that a chapter needs.

Three walls: the text may hold only the nodes of :data:`_ALLOWED`, none of which calls anything;
Jinja2's own sandbox stands behind that; and what the text sees is plain data, of which it can only
take items. Steps of loops and letters of the result are counted.

A value is not pasted into the Markdown, where its stars and bars would be read as markup: a token
stands for it until the Markdown has been read.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from jinja2 import StrictUndefined, TemplateError, Undefined, UndefinedError, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

from bcp.errors import Fault, InputError

MOST_STEPS = 20_000
"""Of all loops together."""
MOST_MADE = 1_000_000
"""Letters of the result."""
DEEPEST = 40
"""Expressions and statements within one another."""

_ALLOWED: tuple[type[nodes.Node], ...] = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.For,
    nodes.If,
    nodes.Name,
    nodes.Const,
    nodes.Getattr,
    nodes.Getitem,
    nodes.Filter,
    nodes.Test,
    nodes.Compare,
    nodes.Operand,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.CondExpr,
)
"""Exactly these: no calls, assignments, macros, inclusions or sums."""
_FILTERS = ("default", "first", "join", "last", "length")
_TESTS = ("defined", "undefined", "none")
_LOOP = ("index", "index0", "first", "last", "length")
_RESERVED = re.compile("[\ufdd0-\ufdef]")
_VALUE = re.compile("\ufdd0(\\d+)\ufdd1")
_LINE = re.compile("\ufdd2(\\d+)\ufdd3")
_CALLED: Mapping[str, str] = {
    "Call": "( )",
    "Include": "include",
    "Import": "import",
    "FromImport": "import",
    "Extends": "extends",
    "Macro": "macro",
    "Assign": "set",
    "AssignBlock": "set",
    "Block": "block",
    "FilterBlock": "filter",
    "Concat": "~",
    "Slice": "[ : ]",
    "Tuple": ",",
    "Add": "+",
    "Sub": "-",
    "Mul": "*",
    "Div": "/",
    "Pow": "**",
}
"""What is written for nodes that people may try; others are called by the name of their class."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """Markdown in which tokens stand for values."""

    text: str
    values: tuple[str, ...]
    lines: tuple[int, ...]
    """For each line of *text* that of the chapter, counted from 1."""

    def filled(self, text: str) -> str:
        """Return *text*, a piece of the Markdown, with its values."""
        return _VALUE.sub(lambda token: self.values[int(token[1])], text)


def rendered(source: str, values: Mapping[str, object], name: str) -> Rendered:
    """Return *source* with tokens for *values*.

    Raises
    ------
    InputError
        If it asks for more than it may, for what is not there, or is no template; *name* is the
        file.
    TypeError
        If *values* are not plain data.
    """
    known = {key: _plain(value) for key, value in values.items()}
    environment = _Environment()
    try:
        tree = environment.parse(_RESERVED.sub("", source))
        _check(tree)
        _prepare(tree)
        template = environment.template_class.from_code(
            environment, environment.compile(tree, filename=_HERE), environment.make_globals(None)
        )
        made = "".join(environment.counted_letters(template.generate(known)))
    except _REFUSALS as error:
        raise InputError([_fault(error, known, name)]) from None
    return _with_lines(made, tuple(environment.shown))


_HERE = "chapter"


class _Refused(TemplateError):  # noqa: N818 (it is told apart from a mistake)
    """The text asks for what it may not have."""

    def __init__(self, key: str, line: int = 0, **values: object) -> None:
        super().__init__(key)
        self.key, self.line, self.values = key, line, values


_REFUSALS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What parsing, compiling or playing a text may raise."""


class _Missing(StrictUndefined):
    """A name that stands for nothing; its error says just the name."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name or "")


class _Environment(ImmutableSandboxedEnvironment):
    """What one text may do, with its counts of steps and letters."""

    def __init__(self) -> None:
        super().__init__(
            undefined=_Missing, finalize=self._token, trim_blocks=True, lstrip_blocks=True
        )
        self.globals.clear()
        self.filters = {key: self.filters[key] for key in _FILTERS} | {
            "join": _join,
            "counted": self.counted,
        }
        self.tests = {key: self.tests[key] for key in _TESTS}
        self.shown: list[str] = []
        self._steps = self._letters = 0

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return an item: nothing has attributes but the count of a loop."""
        if isinstance(obj, LoopContext) and attribute in _LOOP:
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Return an item, never an attribute."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=str(argument))

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """Yield *items*, as far as there are steps left."""
        if isinstance(items, (str, Mapping)):
            raise _Refused("chapter-not-list")
        for item in items:
            self._steps += 1
            if self._steps > MOST_STEPS:
                raise _Refused("chapter-too-many-steps", most=MOST_STEPS)
            yield item

    def counted_letters(self, pieces: Iterable[str]) -> Iterator[str]:
        """Yield *pieces*, as far as there is room left."""
        for piece in pieces:
            self._count(piece)
            yield piece

    def _count(self, text: str) -> None:
        self._letters += len(text)
        if self._letters > MOST_MADE:
            raise _Refused("chapter-too-much", most=MOST_MADE)

    def _token(self, value: Any) -> str:
        """Return the token that stands for *value*."""
        text = _shown(value)
        self._count(text)
        self.shown.append(text)
        return f"\ufdd0{len(self.shown) - 1}\ufdd1"


def _shown(value: Any) -> str:
    """Return a single value as text; one that is missing says so by itself."""
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, (str, int, float, dt.date, Undefined)):
        raise _Refused("chapter-not-text")
    return str(value)


def _join(items: Iterable[Any], between: str = "、") -> str:
    """Return *items* in one text."""
    if isinstance(items, (str, Mapping)) or not isinstance(between, str):
        raise _Refused("chapter-not-list")
    made, room = [], MOST_MADE
    for item in items:
        made.append(_shown(item))
        room -= len(made[-1]) + len(between)
        if room < 0:
            raise _Refused("chapter-too-much", most=MOST_MADE)
    return between.join(made)


def _plain(value: object) -> object:
    """Return *value* as plain data that nobody else holds."""
    if value is None or isinstance(value, (str, bool, int, float, dt.date)):
        return value
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, (tuple, list)):
        return tuple(map(_plain, value))
    raise TypeError(f"a chapter may not hold {type(value).__name__}")


def _check(tree: nodes.Template) -> None:
    """Refuse what is not allowed, and what lies too deep to be compiled."""
    left: list[tuple[nodes.Node, int]] = [(tree, 0)]
    while left:
        node, depth = left.pop()
        if depth > DEEPEST:
            raise _Refused("chapter-too-deep", node.lineno, most=DEEPEST)
        is_recursive = isinstance(node, nodes.For) and node.recursive
        if type(node) not in _ALLOWED or is_recursive:
            what = "recursive" if is_recursive else type(node).__name__
            raise _Refused("chapter-forbidden", node.lineno, what=_CALLED.get(what, what))
        _check_names(node)
        left += [(child, depth + 1) for child in node.iter_child_nodes()]


def _check_names(node: nodes.Node) -> None:
    known = _FILTERS if isinstance(node, nodes.Filter) else _TESTS
    if isinstance(node, (nodes.Filter, nodes.Test)) and node.name not in known:
        values = {"name": node.name, "known": ", ".join(known)}
        raise _Refused("chapter-no-filter", node.lineno, **values)


def _prepare(tree: nodes.Template) -> None:
    """Count the steps of every loop, and mark every line of the text with its number."""
    for loop in tree.find_all(nodes.For):
        loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
    for data in tree.find_all(nodes.TemplateData):
        first, *rest = data.data.split("\n")
        marked = (f"\n\ufdd2{data.lineno + n}\ufdd3{line}" for n, line in enumerate(rest, start=1))
        data.data = "".join((f"\ufdd2{data.lineno}\ufdd3{first}", *marked))


def _with_lines(made: str, values: tuple[str, ...]) -> Rendered:
    lines, numbers, last = [], [], 1
    for line in made.split("\n"):
        marks = _LINE.findall(line)
        last = int(marks[0]) if marks else last
        lines.append(_LINE.sub("", line))
        numbers.append(last)
    return Rendered("\n".join(lines), values, tuple(numbers))


def _fault(error: Exception, known: Mapping[str, object], name: str) -> Fault:
    """Return what is wrong, at the line of the text where it is."""
    if isinstance(error, _Refused):
        line = error.line or _line_of(error.__traceback__)
        return Fault(name, line, "", error.key, error.values)
    if isinstance(error, UndefinedError):
        values = {"name": str(error.message), "known": ", ".join(sorted(known)) or "-"}
        return Fault(name, _line_of(error.__traceback__), "", "chapter-no-value", values)
    if isinstance(error, TemplateSyntaxError):
        return Fault(name, error.lineno, "", "chapter-syntax", {"why": error.message or ""})
    if isinstance(error, (RecursionError, MemoryError, SyntaxError)):
        return Fault(name, 0, "", "chapter-too-deep", {"most": DEEPEST})
    line = _line_of(error.__traceback__)
    return Fault(name, line, "", "chapter-syntax", {"why": str(error)})


def _line_of(trace: TracebackType | None) -> int:
    """Return the line of the text that was being played, or 0."""
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == _HERE:
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
