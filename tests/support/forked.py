"""Runs ``python -m bcp`` in forks of one process that has loaded everything once.

A call is a process of its own, with its own arguments, folder, environment, output and exit status,
as if started afresh; only what costs most of its time, loading modules, was done before it was
forked, when nothing had been asked for yet. That every command also starts by itself, and what it
loads then, is for ``tests/test_import_hygiene.py`` and ``tests/functional/test_light.py``.
"""

from __future__ import annotations

import array
import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import socket
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).resolve().parents[2]
CAN_FORK = sys.platform == "linux"
"""Elsewhere there is no fork, or one that frameworks of the system do not survive."""
_APART = ("bcp.__main__", "bcp.serving", "bcp.tui", "bcp.risk.cluster", "bcp.risk.parquet")
"""What few commands load, and takes long."""
_FIXED = ("LANG", "LC_", "HOME", "LOCALAPPDATA", "MPL", "NUMBA_", "PYTHON", "TZ", "XDG_")
"""Of the environment: what is read when a process starts, or when a library is loaded."""
_LONGEST = 1 << 20


class Forks:
    """The process that forks, as long as it is needed."""

    def __init__(self) -> None:
        self._environment = _fixed(os.environ)
        self._socket, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.support.forked", str(theirs.fileno())],
                cwd=ROOT,
                env={**os.environ, "OPENBLAS_NUM_THREADS": "1", "PYTHONPATH": str(ROOT)},
                stdin=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
            )

    def close(self) -> None:
        """Let it come to an end."""
        self._socket.close()
        self._process.wait()

    def fits(self, environment: Mapping[str, str]) -> bool:
        """Return whether *environment* leaves alone what was read before anything was forked."""
        is_ours = environment.get("PYTHONPATH") == str(ROOT)
        return is_ours and _fixed(environment) == self._environment

    def run(
        self,
        arguments: Sequence[str],
        cwd: Path,
        environment: Mapping[str, str],
        *,
        merged: bool = False,
        timeout: float = 180,
    ) -> subprocess.CompletedProcess[str]:
        """Run ``bcp`` with *arguments* and return what came of it.

        Parameters
        ----------
        arguments
            Of the command line.
        cwd
            In which folder.
        environment
            All of it.
        merged
            Whether errors go where the output goes.
        timeout
            After how many seconds it is killed.

        Raises
        ------
        subprocess.TimeoutExpired
            If it was killed for taking too long.
        """
        asked = json.dumps([[*arguments], str(cwd), {**environment}]).encode()
        with TemporaryFile() as out, TemporaryFile() as err:
            streams = (out, out if merged else err)
            files = array.array("i", [stream.fileno() for stream in streams])
            self._socket.sendall(len(asked).to_bytes(4, "big"))
            socket.send_fds(self._socket, [asked[:1]], [*files])
            self._socket.sendall(asked[1:])
            status = self._await([*arguments], timeout)
            printed, complaints = map(_text_of, (out, err))
        return subprocess.CompletedProcess(["bcp", *arguments], status, printed, complaints)

    def _await(self, arguments: list[str], timeout: float) -> int:
        pid = int(self._line(None))
        try:
            return int(self._line(timeout))
        except TimeoutError:
            os.kill(pid, signal.SIGKILL)
            self._line(None)
            raise subprocess.TimeoutExpired(arguments, timeout) from None

    def _line(self, timeout: float | None) -> bytes:
        self._socket.settimeout(timeout)
        held = b""
        while not held.endswith(b"\n"):
            more = self._socket.recv(1)
            assert more, "the process that forks has died"
            held += more
        self._socket.settimeout(None)
        return held


def _fixed(environment: Mapping[str, str]) -> dict[str, str]:
    return {
        name: held
        for name, held in environment.items()
        if held and name.startswith(_FIXED) and name != "PYTHONPATH"
    }


def _text_of(stream: IO[bytes]) -> str:
    stream.seek(0)
    return stream.read().decode().replace("\r\n", "\n")


# --- in the process that forks -----------------------------------------------------------------


def _modules(package: str) -> Iterator[str]:
    yield package
    for found in pkgutil.iter_modules(importlib.import_module(package).__path__, f"{package}."):
        if found.name in _APART:
            continue
        if found.ispkg:
            yield from _modules(found.name)
        else:
            yield found.name


def _requests(ours: socket.socket) -> Iterator[tuple[list[str], str, dict[str, str], list[int]]]:
    """Yield what is asked for until nobody is there to ask."""
    while size := ours.recv(4, socket.MSG_WAITALL):
        first, files, _, _ = socket.recv_fds(ours, 1, 2)
        rest = ours.recv(int.from_bytes(size, "big") - 1, socket.MSG_WAITALL)
        arguments, cwd, environment = json.loads(first + rest)
        yield arguments, cwd, environment, files


def serve(ours: socket.socket) -> None:
    """Load everything, then fork for every request and tell how its process ended."""
    for name in _modules("bcp"):
        importlib.import_module(name)
    gc.disable()  # it would go through all that was loaded, again in every fork
    for arguments, cwd, environment, files in _requests(ours):
        child = os.fork()
        if child == 0:
            ours.close()
            _become(arguments, cwd, environment, files)
        for file in files:
            os.close(file)
        ours.sendall(f"{child}\n".encode())
        _, ended = os.waitpid(child, 0)
        ours.sendall(f"{os.waitstatus_to_exitcode(ended)}\n".encode())


def _become(arguments: list[str], cwd: str, environment: dict[str, str], files: list[int]) -> None:
    """Run the command in this process, and end it."""
    for place, file in enumerate(files, 1):
        os.dup2(file, place)
        os.close(file)
    os.environ.clear()
    os.environ.update(environment)
    status = 1
    try:
        os.chdir(cwd)
        sys.path[0] = ""
        sys.argv[1:] = arguments
        status = _status_of_run()
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()
        sys.stdout.flush()
    finally:
        with suppress(OSError):
            sys.stderr.flush()
        os._exit(status)


def _status_of_run() -> int:
    """Return the exit status as the interpreter would make it."""
    try:
        runpy.run_module("bcp", run_name="__main__", alter_sys=True)
    except SystemExit as ending:
        if ending.code is None or isinstance(ending.code, int):
            return ending.code or 0
        sys.stderr.write(f"{ending.code}\n")
        return 1
    except BaseException:  # noqa: BLE001 (the edge: nobody is above)
        traceback.print_exc()
        return 1
    return 0


if __name__ == "__main__":
    serve(socket.socket(fileno=int(sys.argv[1])))
