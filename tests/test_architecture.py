"""The rules of the house that no linter knows, and proof that the contracts bite."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

LONGEST_MODULE = 400
LONGEST_FUNCTION = 40
LONGEST_KERNEL = 60
"""A kernel keeps a rule of the model in one place: a call costs it more than a line."""
NAMELESS = {"base", "common", "helpers", "manager", "misc", "util", "utils"}


def modules(root: Path) -> Iterator[Path]:
    return (root / "bcp").rglob("*.py")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    command = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [command, "--no-cache", "--no-logo"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def copy(root: Path, tmp_path: Path) -> Path:
    """Return a copy of the package and its contracts, free to be spoilt."""
    shutil.copytree(root / "bcp", tmp_path / "bcp", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_contracts_hold(copy: Path) -> None:
    """The package keeps every contract on its imports."""
    run = lint_imports(copy)

    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("outage/spoilt.py", "import bcp.recovery", "One direction"),
        ("helpers.py", "", "One direction"),  # a module without a place in the list
        ("recovery/spoilt.py", "import matplotlib", "The planning core"),
        ("words/spoilt.py", "import rich", "The planning core"),
        ("outage/spoilt.py", "import time", "The calculations never"),
        ("graph/spoilt.py", "import pathlib", "The calculations never"),
    ],
)
def test_contracts_bite(copy: Path, module: str, line: str, contract: str) -> None:
    """A forbidden import breaks the contract meant for it."""
    (copy / "bcp" / module).write_text(f'"""Spoilt."""\n{line}\n', encoding="utf-8")

    run = lint_imports(copy)

    assert run.returncode != 0
    broken = [row for row in run.stdout.splitlines() if " BROKEN" in row]
    assert any(row.startswith(contract) for row in broken), run.stdout


def test_every_module_has_a_name_of_its_own(root: Path) -> None:
    """No module is called by what it is instead of what it does."""
    found = [str(path) for path in modules(root) if path.stem in NAMELESS]

    assert found == []


def test_modules_stay_short(root: Path) -> None:
    """No module outgrows what fits in the head, tables of words aside."""
    lengths = {
        str(path.relative_to(root)): len(path.read_text(encoding="utf-8").splitlines())
        for path in modules(root)
        if path.parent.name != "words"
    }

    assert {name: n for name, n in lengths.items() if n > LONGEST_MODULE} == {}


def test_functions_stay_short(root: Path) -> None:
    """No function is longer than a page, its docstring aside."""
    found = [
        f"{path.relative_to(root)}:{node.lineno} {node.name}"
        for path in modules(root)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and code_lines(node) > longest(path)
    ]

    assert found == []


def longest(path: Path) -> int:
    return LONGEST_KERNEL if path.parent.name == "kernel" else LONGEST_FUNCTION


def code_lines(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
    return (node.end_lineno or node.lineno) - first.lineno + 1


def test_lock_names_no_host_and_has_hashes(root: Path) -> None:
    """The lock works behind any mirror, and every package in it is pinned to its hashes."""
    text = (root / "requirements" / "dev.txt").read_text(encoding="utf-8")
    packages = re.split(r"\n(?=[A-Za-z])", text)[1:]

    assert "://" not in text
    assert "--index-url" not in text
    assert [
        p.split("\n", 1)[0] for p in packages if "==" not in p or "--hash=sha256:" not in p
    ] == []


def test_lock_holds_what_the_project_names(root: Path) -> None:
    """Every package that pyproject.toml names is in the lock."""
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    lock = (root / "requirements" / "dev.txt").read_text(encoding="utf-8")
    lists = re.findall(r"^(?:dependencies|dev) = \[\n(.*?)^\]", project, re.DOTALL | re.MULTILINE)
    wanted = {
        name.lower() for rows in lists for name in re.findall(r'^ +"([\w.-]+)', rows, re.MULTILINE)
    }

    assert len(wanted) > 15
    assert wanted <= set(re.findall(r"^([\w.-]+)==", lock, re.MULTILINE))


def test_ci_runs_what_people_run(root: Path) -> None:
    """CI calls `make test` and nothing else."""
    assert "exec make test" in (root / ".ci" / "run").read_text(encoding="utf-8")
