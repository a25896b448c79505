"""A picture can be read out."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from bcp.report.charts.writing import described


def test_a_picture_can_be_read_out() -> None:
    """Title and text come first in the picture, whatever letters they hold."""
    svg = b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="1"><g/></svg>'

    root = ET.fromstring(described(svg, "<b>&\x00\ufffe 題", "一\n二"))  # noqa: S314

    assert [child.tag.rpartition("}")[2] for child in root] == ["title", "desc", "g"]
    assert [root[0].text, root[1].text] == ["<b>& 題", "一\n二"]
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"{root[0].get('id')} {root[1].get('id')}"
