"""What every test can rely on: nothing of this machine or of its user leaks in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from platformdirs import user_cache_dir

from tests.support.forked import CAN_FORK, Forks

ROOT = Path(__file__).resolve().parents[1]

settings.register_profile(
    "everyday",
    max_examples=60,
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("thorough", settings.get_profile("everyday"), max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "everyday"))

# Machine code is no setting of the user: compiled once on a machine, for commands run by tests too.
os.environ.setdefault("NUMBA_CACHE_DIR", user_cache_dir("bcp", appauthor=False))


@pytest.fixture(autouse=True)
def _shut_out_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Keep the user's language, colours, terminal and caches away, for subprocesses too."""
    for name in ("BCP_LANG", "BCP_NO_CACHE", "FORCE_COLOR", "LANGUAGE", "LC_ALL", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    folder = str(tmp_path_factory.getbasetemp() / "user")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "MPLCONFIGDIR"):
        monkeypatch.setenv(name, folder)
    monkeypatch.setenv("BCP_INVENTORY", "chikusei")  # of the five cities of the checkout
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("MPLBACKEND", "Agg")
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.setenv("TERM", "dumb")


@pytest.fixture(scope="session")
def _kept() -> Iterator[list[Forks]]:
    held: list[Forks] = []
    yield held
    for one in held:
        one.close()


@pytest.fixture
def forks(_shut_out_the_user: None, _kept: list[Forks]) -> Forks | None:
    """Return what runs commands in forks, where that can be done; started when first asked for."""
    if CAN_FORK and not _kept:
        _kept.append(Forks())  # with the environment of a test, not with that of the user
    return _kept[0] if _kept else None


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the checkout."""
    return ROOT
