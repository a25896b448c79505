"""Files are written whole or not at all, and the same document gives the same bytes."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from bcp.errors import UsageError
from bcp.report.writers import FORMATS, bytes_of, write
from tests.unit.report.writers.samples import document, whole

SUFFIXES = tuple(FORMATS)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("lang", ["ja", "en"])
def test_same_document_same_bytes(suffix: str, lang: str, tmp_path: Path) -> None:
    """Another process, another day, another time zone: the same bytes."""
    script = (
        "import sys, hashlib; from bcp.report.writers import bytes_of;"
        "from tests.unit.report.writers.samples import whole;"
        f"print(hashlib.sha256(bytes_of(whole({lang!r}), {suffix!r})).hexdigest())"
    )
    root = Path(__file__).parents[4]
    run = subprocess.run(
        [sys.executable, "-c", script],
        cwd=root,
        env={"TZ": "Pacific/Apia", "PYTHONHASHSEED": "7", "PYTHONUTF8": "1", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )

    here = hashlib.sha256(bytes_of(whole(lang), suffix)).hexdigest()  # type: ignore[arg-type]

    assert run.stdout.strip() == here


@pytest.mark.parametrize("suffix", [".docx", ".xlsx"])
def test_archives_carry_the_date_of_the_document(suffix: str) -> None:
    """Every entry and the properties say the document's date, not today's."""
    with zipfile.ZipFile(BytesIO(bytes_of(whole(), suffix))) as archive:
        times = {entry.date_time for entry in archive.infolist()}
        core = archive.read("docProps/core.xml").decode()

    assert times == {(2026, 11, 22, 0, 0, 0)}
    assert re.findall(r">(\d{4}[^<]*)</dcterms", core) == ["2026-11-22T00:00:00Z"] * 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_is_overwritten_unless_told(suffix: str, tmp_path: Path) -> None:
    """A file that is there stays as it is; with ``overwrite`` it is replaced."""
    path = tmp_path / f"報告{suffix}"
    path.write_text("mine", encoding="utf-8")

    with pytest.raises(UsageError) as caught:
        write(document(), path)

    assert (caught.value.key, caught.value.values) == ("exists", {"file": path})
    assert [held.read_text(encoding="utf-8") for held in tmp_path.iterdir()] == ["mine"]
    assert write(document(), path, overwrite=True) == (path,)
    assert path.read_bytes() == bytes_of(document(), suffix)


def test_a_folder_that_cannot_be_written_keeps_what_it_had(tmp_path: Path) -> None:
    """When the file cannot be put in its place nothing half-written is left."""
    (tmp_path / "report.pdf").mkdir()

    with pytest.raises(OSError, match="directory"):
        write(document(), tmp_path / "report.pdf", overwrite=True)

    assert [held.name for held in tmp_path.iterdir()] == ["report.pdf"]


def test_unknown_formats_are_refused(tmp_path: Path) -> None:
    """A suffix without a writer is told with those that have one."""
    with pytest.raises(UsageError) as caught:
        write(document(), tmp_path / "report.odt")

    assert caught.value.key == "bad-suffix"
    assert caught.value.values["known"] == ".docx, .pdf, .html, .md, .xlsx"
    assert list(tmp_path.iterdir()) == []


def test_a_suffix_may_be_in_capitals(tmp_path: Path) -> None:
    """``REPORT.MD`` is Markdown."""
    write(whole(), tmp_path / "REPORT.MD")

    assert (tmp_path / "REPORT.files" / "figure-1.png").is_file()


def test_markdown_keeps_its_pictures_beside(tmp_path: Path) -> None:
    """Every picture that the text names is there, and one that someone else put there stays."""
    path = tmp_path / "年次 報告.md"
    files = write(whole(), path)

    assert files == (
        path,
        tmp_path / "年次 報告.files" / "figure-1.png",
        tmp_path / "年次 報告.files" / "figure-2.svg",
    )
    assert all(file.is_file() for file in files)
    path.unlink()
    with pytest.raises(UsageError):
        write(whole(), path)
    assert not path.exists()
