"""A plan as a paper: cover, lying pages, heads of two rows, official forms, a house."""

from __future__ import annotations

from io import BytesIO

import docx
from docx.oxml.ns import qn
from docx.shared import Mm, RGBColor

from bcp.report.document import (
    Box,
    Cell,
    CheckList,
    Column,
    Cover,
    Document,
    FormGrid,
    House,
    Meta,
    PageBreak,
    Paragraph,
    Section,
    Table,
)
from bcp.words import Lang
from tests.unit.report.writers.samples import DAY, FORM, png

GROUPED = Table(
    "目標と予想",
    (
        Column("業務", share=3),
        Column("RTO", group="目標"),
        Column("MTPD", group="目標", align="right"),
        Column("地震", group="予想"),
        Column("判定", align="center"),
    ),
    (
        ("住民票の発行", "12時間", "3日12時間", "1日", Cell("達成", tone="good")),
        ("税の収納", "13日7時間", "30日", "13日12時間", Cell("未達", tone="bad")),
    ),
    totals=(("計", "", "", "2", ""),),
)
GROUPED_MATRIX = [
    ["業務", "目標", "", "予想", "判定"],
    ["", "RTO", "MTPD", "地震", ""],
    ["住民票の発行", "12時間", "3日12時間", "1日", "○ 達成"],
    ["税の収納", "13日7時間", "30日", "13日12時間", "× 未達"],
    ["計", "", "", "2", ""],
]
COVER = Cover(
    "茨城県筑西市",
    (("管理文書番号", "BCP-001"), ("版", "3.2")),
    (("市長", "", ""), ("副市長", "鈴木 一郎", "2026年3月28日")),
    "庁内用である。",
)
SMALL = FormGrid("", (1, 2), ((Box("所属", is_label=True), Box("情報政策課")),))


def paper(lang: Lang = "ja", house: House | None = None) -> Document:
    """Return a plan with everything that only plans have."""
    broad = Table("一覧", tuple(Column(f"列{n}") for n in range(12)), (("あ",) * 12,) * 3)
    forms = (
        Section("一覧表", (Paragraph("注意", "note"), broad), form="様式1", is_wide=True),
        Section("点検表", (FORM, CheckList(("電源",)), SMALL, GROUPED), form="様式2"),
        Section("連絡先", (GROUPED,), form="様式3", is_wide=True),
    )
    return Document(
        "業務継続計画",
        "令和8年度",
        lang,
        Meta("筑西市", DAY, "3.2", "3f9a0c", ("部外秘",)),
        (
            Section("目的", (Paragraph("目的の文"), GROUPED, PageBreak())),
            Section("様式", (), forms),
            Section("付録", (Paragraph("終わり"),), is_numbered=False),
        ),
        front=(Paragraph("要点", "lead"),),
        contents=True,
        cover=COVER,
        house=house or House(),
    )


def template(*, with_head: bool = True) -> bytes:
    """Return a city's own Word file: colours, margins, a head with a logo, text to be dropped."""
    file = docx.Document()
    file.add_heading("旧版の見出し", 1)
    file.add_paragraph("秘密の下書き").add_run().add_picture(BytesIO(png()))
    file.core_properties.keywords = "draft"
    style = file.styles["Heading 1"]
    style.font.color.rgb = RGBColor(160, 20, 20)
    # What a Japanese Word calls it.
    style.element.set(qn("w:styleId"), "1")
    for held in file.styles.element.xpath(".//*[@w:val='Heading1']"):
        held.set(qn("w:val"), "1")
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(30)
    if with_head:
        head = section.header.paragraphs[0]
        head.add_run("筑西市 公式様式").add_picture(BytesIO(png()), width=Mm(30))
        section.footer.paragraphs[0].text = "筑西市役所"
    held = BytesIO()
    file.save(held)
    return held.getvalue()
