"""The front door of a checkout: makes the environment, then runs what was asked for.

``make`` only calls this file, so that Windows has the same commands without make. It needs
nothing but Python, and is written so that an old Python can still read it and say what is missing.
"""

import argparse
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Tuple

OLDEST = (3, 11)
ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "installed"
DEMO = ROOT / "build" / "demo"

FORMAT = ["ruff", "format", "--check", "."]
LINT = ["ruff", "check", "."]
TYPES = ["mypy"]
CONTRACTS = ["lint-imports"]
KERNELS = ["python", "-m", "tools.kernels"]

# Tests that want no machine code, enough to keep a core busy while another makes it.
EARLY = ["tests/unit/" + room for room in ("drill", "inventory", "reading", "recovery", "report")]
PYTEST_EARLY = ["pytest", "-q", *EARLY]
PYTEST = ["pytest", "-n", "auto", "--dist", "worksteal", "-q"]
PYTEST += ["--ignore=" + folder for folder in EARLY]

PLAYED = [
    f"docs/{folder}{page}.md"
    for page in ("concepts", "tutorial", "tutorial-drill")
    for folder in ("", "ja/")
]

QUAKE = "quake-working-hours"
CITY = ("--inventory", "chikusei")
PICTURES = ("-o", "build/demo/timeline.png", "-o", "build/demo/timeline.svg")
DEMO_COMMANDS = (
    ("check", *CITY),
    ("simulate", QUAKE, *CITY),
    ("priority", QUAKE, *CITY),
    ("chart", "timeline", QUAKE, *CITY, *PICTURES),
)


def main() -> int:
    """Run the command named on the command line and return its exit status."""
    parser = argparse.ArgumentParser(prog="tools/run.py", description="The commands of a checkout.")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.required = True
    for name, (_, text) in COMMANDS.items():
        commands.add_parser(name, help=text)
    command = parser.parse_args().command
    if sys.version_info < OLDEST:
        return complain_about_python()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old console may lack some letters
    os.chdir(str(ROOT))
    return COMMANDS[command][0]()


def complain_about_python() -> int:
    """Say which Python is needed, in both languages."""
    found = ".".join(map(str, sys.version_info[:3]))
    print(
        f"Python 3.11 以降が必要です（この Python は {found}）。"
        "別の Python を使うには: make demo PYTHON=python3.12\n"
        f"Python 3.11 or newer is needed (this is {found}). "
        "To use another one: make demo PYTHON=python3.12",
        file=sys.stderr,
    )
    return 1


# --- the environment ---------------------------------------------------------------------------


def python() -> Path:
    """Return the interpreter of the environment."""
    folder, name = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return VENV / folder / name


def tool(name: str) -> Path:
    """Return the path of a command of the environment."""
    return python().with_name(name + ".exe" if os.name == "nt" else name)


def is_foreign() -> bool:
    """Return whether the environment there is was made by another Python."""
    try:
        facts = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
    except OSError:
        return False
    return "version = {}.{}.".format(*sys.version_info) not in facts


def wanted() -> str:
    """Return a digest of everything the environment is made from."""
    made_from = [str(sys.version_info[:2]).encode(), str(ROOT).encode()]
    made_from += [path.read_bytes() for path in (LOCK, ROOT / "pyproject.toml")]
    return hashlib.sha256(b"\0".join(made_from)).hexdigest()


def setup() -> int:
    """Make the environment unless it is there and up to date."""
    digest = wanted()
    if python().exists() and STAMP.exists() and STAMP.read_text() == digest:
        return subprocess.call([str(python()), "-m", "tools.catalogues"])
    print("環境を作っています（初回は数分） / making .venv (a few minutes at first)", flush=True)
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "-qq", "install"]
    steps = (
        [sys.executable, "-m", "venv", *(["--clear"] if is_foreign() else []), str(VENV)],
        # Each module is compiled when it is first imported, most never; all at once is half the time.
        [*pip, "--no-compile", "--require-hashes", "-r", str(LOCK)],
        [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)],
    )
    for step in steps:
        status = subprocess.call(step)
        if status:
            explain(step)
            return status
    STAMP.write_text(digest)
    return 0


def explain(step: List[str]) -> None:
    """Say what usually helps when *step* of the setup failed."""
    if "venv" in step:
        print(
            "仮想環境を作れませんでした。Debian・Ubuntu では: sudo apt install python3-venv\n"
            "No environment could be made. On Debian or Ubuntu: sudo apt install python3-venv",
            file=sys.stderr,
        )
    else:
        print(
            "パッケージを取得できませんでした。ネットワークとプロキシの設定を確かめてください。\n"
            "Packages could not be fetched. Check the network and the proxy settings of pip.",
            file=sys.stderr,
        )


def run(name: str, *arguments: str) -> int:
    """Show a command line, run that command of the environment, and return its exit status."""
    print("\n$ " + " ".join((name, *arguments)), flush=True)
    environment = dict(os.environ, PYTHONUTF8="1")
    return subprocess.call([str(tool(name)), *arguments], env=environment)


class Beside:
    """A command of the environment that runs while others do, and is shown when it is through."""

    def __init__(self, name: str, *arguments: str) -> None:
        self.line = " ".join((name, *arguments))
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed at the end)
        self._process = subprocess.Popen(
            [str(tool(name)), *arguments],
            env=dict(os.environ, PYTHONUTF8="1"),
            stdout=self._said,
            stderr=subprocess.STDOUT,
        )

    def end(self) -> int:
        """Wait for it, show what it said, and return its exit status."""
        status = self._process.wait()
        print("\n$ " + self.line, flush=True)
        with self._said as said:
            said.seek(0)
            print(said.read().decode("utf-8", "replace"), end="", flush=True)
        return status


def run_all(*steps: List[str]) -> int:
    """Run every step, even after a failure, and name those that failed."""
    status = setup()
    return status or told(failures(steps))


def failures(steps: Iterable[List[str]]) -> List[str]:
    """Run every step, even after a failure, and return those that failed."""
    return [" ".join(step) for step in steps if run(*step)]


def told(failed: List[str]) -> int:
    """Name the steps that failed and return the exit status."""
    for step in failed:
        print("失敗 / failed: " + step, file=sys.stderr)
    return 1 if failed else 0


def checked(*options: str) -> int:
    """Check everything, what can be done side by side so; pytest is given *options* and comes last."""
    status = setup()
    if status:
        return status
    beside = [Beside(*TYPES), Beside(*KERNELS)]
    failed = failures([FORMAT, LINT, CONTRACTS, [*PYTEST_EARLY, *options]])
    failed += [held.line for held in beside if held.end()]
    return told(failed + failures([[*PYTEST, *options]]))


# --- the commands ------------------------------------------------------------------------------


def demo() -> int:
    """Run the main job on Chikusei city and say what to try next."""
    status = setup()
    shutil.rmtree(str(DEMO), ignore_errors=True)
    DEMO.mkdir(parents=True)
    for command in DEMO_COMMANDS:
        status = status or run("bcp", *command)
    if status:
        return status
    print(NEXT.format(folder=DEMO, quake=QUAKE, bcp=tool("bcp")))
    return 0


NEXT = """
絵ができました / pictures: {folder}{sep}timeline.png, timeline.svg

次に試すこと / try next
  1. inventory/chikusei/functions-welfare.yaml の public-assistance（生活保護）の rto を
     disaster: 7d から disaster: 24h に変える
     In inventory/chikusei/functions-welfare.yaml, let the rto of public-assistance in a
     disaster be 24h instead of 7d
  2. {bcp} priority {quake} --inventory chikusei
     生活保護のサーバーの順番が上がる / the welfare server moves up
  3. docs/ja/tutorial-city.md（自分の市のデータを作る） / docs/tutorial-city.md (your own city)
""".replace("{sep}", os.sep)


def test() -> int:
    """Run everything that CI runs."""
    return checked()


def check() -> int:
    """Run everything but the slow tests."""
    return checked("-m", "not slow")


def tidy() -> int:
    """Format the code and mend what ruff can mend."""
    return run_all(["ruff", "format", "."], ["ruff", "check", "--fix", "."])


def reference() -> int:
    """Write the schemas, the generated pages and the output shown in pages again."""
    return run_all(
        ["python", "-m", "bcp.schema"],
        ["python", "-m", "tools.make_reference"],
        ["python", "-m", "tools.console", *PLAYED],
    )


def lock() -> int:
    """Resolve the lock again from pyproject.toml; needs uv."""
    command = ["uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    command += ["--generate-hashes", "--no-emit-index-url", "--group", "dev", "--upgrade"]
    command += ["--custom-compile-command", "python tools/run.py lock", "pyproject.toml"]
    return subprocess.call([*command, "--output-file", str(LOCK)])


def clean() -> int:
    """Remove what can be made again, the environment included."""
    caches = (".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".import_linter_cache")
    for name in (".venv", "build", "dist", *caches):
        shutil.rmtree(str(ROOT / name), ignore_errors=True)
    return 0


COMMANDS: Dict[str, Tuple[Callable[[], int], str]] = {
    "setup": (setup, "make the environment in .venv from the locked packages"),
    "demo": (demo, "what an earthquake stops in Chikusei city, and what to recover first"),
    "test": (test, "everything that CI runs"),
    "check": (check, "format, lint, types, layers and tests, but the slow ones"),
    "tidy": (tidy, "format the code and mend what can be mended by itself"),
    "reference": (reference, "write generated pages, shown output and the JSON schemas again"),
    "lock": (lock, "resolve requirements/dev.txt again (needs uv)"),
    "clean": (clean, "remove .venv, caches and everything else that can be made again"),
}


if __name__ == "__main__":
    sys.exit(main())
