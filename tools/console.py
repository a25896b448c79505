"""Plays the pages of docs as a reader would: writes their files, runs their commands, compares.

A page may hold three kinds of fenced block:

* ``yaml`` whose first line is ``# path/of/file.yaml`` is written to that file;
* ``diff`` whose first line is ``--- path/of/file.yaml`` replaces each ``-`` line by its ``+`` line;
* ``console`` holds ``$ bcp …`` lines, each followed by what it prints. A line ``…`` stands for any
  number of lines. ``$ echo $?`` prints the exit status of the command before.

``python -m tools.console PAGE…`` puts what the commands print today into the pages.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FENCE = re.compile(r"^```(yaml|diff|console)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
ANYTHING = "…"
WIDTH = 80


Completed = subprocess.CompletedProcess[str]
Call = Callable[[list[str], Path, dict[str, str]], Completed]
"""Runs ``bcp`` with arguments, in a folder, in an environment; errors go where the output goes."""


def process(arguments: list[str], here: Path, environment: dict[str, str]) -> Completed:
    """Run ``bcp`` in a process of its own; a :data:`Call`."""
    return subprocess.run(
        [sys.executable, "-m", "bcp", *arguments],
        cwd=here,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        check=False,
    )


@dataclass
class Reader:
    """Somebody who follows a page in a folder of their own."""

    here: Path
    call: Call = process
    status: int = 0
    """The exit status of the last command."""
    differences: list[str] = field(default_factory=list)
    """What the page says and what came out, where they differ."""

    def follow(self, page: str) -> str:
        """Do what *page* says and return it with what its commands print now."""
        return FENCE.sub(self._do, page)

    def _do(self, block: re.Match[str]) -> str:
        kind, text = block[1], block[2]
        if kind == "console":
            return f"```console\n{self._run_all(text)}```"
        first = text.split("\n", 1)[0]
        if kind == "yaml" and first.startswith("# ") and first.endswith(".yaml"):
            self._write(self.here / first.removeprefix("# "), text)
        elif kind == "diff":
            self._replace(self.here / first.removeprefix("--- "), text.splitlines()[1:])
        return block[0]

    def _write(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")

    def _replace(self, path: Path, lines: list[str]) -> None:
        text = path.read_text(encoding="utf-8")
        pairs = zip(lines[::2], lines[1::2], strict=True)
        for old, new in pairs:
            if text.count(old[1:]) != 1:
                self.differences.append(f"{path.name} does not hold once: {old[1:]}")
            text = text.replace(old[1:], new[1:])
        path.write_text(text, encoding="utf-8", newline="\n")

    def _run_all(self, text: str) -> str:
        return "".join(f"$ {line}\n{self._run(line, said)}" for line, said in commands(text))

    def _run(self, line: str, said: str) -> str:
        printed = f"{self.status}\n" if line == "echo $?" else self._bcp(shlex.split(line))
        if not matches(said, printed):
            self.differences.append(f"$ {line}\n--- the page says\n{said}--- it prints\n{printed}")
        return said if ANYTHING in said.split("\n") else printed

    def _bcp(self, words: list[str]) -> str:
        if words[0] == "cd":
            self.here = self.here / words[1]
            return ""
        if words[0] != "bcp":
            self.differences.append(f"not a command of these pages: {' '.join(words)}")
            return ""
        done = self.call(words[1:], self.here, {**os.environ, **ENVIRONMENT})
        self.status = done.returncode
        return "".join(row.rstrip() + "\n" for row in done.stdout.rstrip().splitlines())


ENVIRONMENT = {
    "BCP_LANG": "",
    "BCP_NO_CACHE": "1",
    "COLUMNS": str(WIDTH),
    "LANG": "C.UTF-8",
    "LC_ALL": "",
    "NO_COLOR": "1",
    "PYTHONPATH": str(ROOT),
    "PYTHONUTF8": "1",
    "TERM": "dumb",
}


def commands(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block with what the page says it prints."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        line, _, said = part.partition("\n")
        yield line.strip(), said


def matches(said: str, printed: str) -> bool:
    """Return whether *printed* is what the page says, a line ``…`` standing for any lines."""
    parts = [re.escape(part) for part in re.split(rf"^{ANYTHING}\n", said, flags=re.MULTILINE)]
    return re.fullmatch("(?:.*\n)*".join(parts), printed) is not None


def play(page: Path, folder: Path, call: Call = process) -> tuple[str, list[str]]:
    """Follow *page* in *folder*, a workspace; return the page as of today, and what differs."""
    for name in ("inventory", "scenarios"):
        (folder / name).mkdir()
    reader = Reader(folder, call)
    today = reader.follow(page.read_text(encoding="utf-8"))
    return today, reader.differences


def main() -> int:
    """Put today's output into the pages named on the command line."""
    for name in sys.argv[1:]:
        with tempfile.TemporaryDirectory() as folder:
            today, differences = play(Path(name), Path(folder))
        Path(name).write_text(today, encoding="utf-8", newline="\n")
        print(f"{name}: {len(differences)} differences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
