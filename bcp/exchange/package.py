"""Office files as the same bytes each time: they are zip archives, which note the time of day."""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from io import BytesIO

_FIRST = dt.date(1980, 1, 1)
"""Before it a zip archive knows no time."""
_MOMENT = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")


def day_of(date: dt.date | None) -> dt.datetime:
    """Return the moment that a file of *date* carries."""
    day = max(date or _FIRST, _FIRST)
    return dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)


def repacked(data: bytes, date: dt.date | None) -> bytes:
    """Return the archive *data* with every time in it set to *date*."""
    moment = day_of(date)
    made = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(data)) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, moment.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            # What wrote it is not the same on every system.
            entry.create_system = 0
            content = old.read(name)
            if name == "docProps/core.xml":
                stamp = f"{moment:%Y-%m-%dT%H:%M:%SZ}".encode()
                content = _MOMENT.sub(rb"\g<1>" + stamp + rb"\g<3>", content)
            new.writestr(entry, content)
    return made.getvalue()
