"""Documents that hold every block, and texts that mean something to one format or other."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

from PIL import Image

from bcp.report.document import (
    Block,
    Box,
    Bullets,
    Cell,
    Check,
    CheckList,
    Column,
    Document,
    Figure,
    FormGrid,
    KeyValues,
    Meta,
    Numbered,
    PageBreak,
    Paragraph,
    Run,
    Section,
    Table,
)
from bcp.words import Lang

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></tr></table><b>",
    "#let x = 1",
    "$x$ #eval",
    "a|b||c",
    "=1+1",
    "+1",
    "-1+2",
    "@SUM(A1)",
    "#N/A",
    "'=1",
    "*a* **b** _c_ ~~d~~ `e`",
    "[a](b) ![c](d) [^1]",
    "&amp; &#65; &lt;",
    "\\",
    "\\|",
    "一行目\n二行目",
    "1. x\n- y\n# z\n---\n> q",
    "{{ title }} {% raw %} ${INK}",
    "とても長い日本語の文章が空白もなくずっと続く。" * 12,
    "http://example.org/" + "a" * 90,
    "𠮷野家 😀 👩‍👩‍👧",
    "a\u200bb\u202ec\u200d",
    "外字\ue000 葛\U000e0100",
    "\x00\x07\x1b[2J\ufffe",
    "　字下げ　",
    " 空 白  ",
    "007",
    "1e5",
    "-0",
    "",
)
RIGHT_TO_LEFT = ("مرحبا", "שלום")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#1F3A5F"/></svg>'
DAY = dt.date(2026, 11, 22)
FORM = FormGrid(
    "様式11 被害チェックシート",
    (1, 1.5, 1, 1.5),
    (
        (Box("確認者", is_label=True), Box(), Box("日時", is_label=True), Box("10:01")),
        (
            Box("機器", is_label=True, rows=2),
            Box("サーバー", is_label=True),
            Box("停止", columns=2, tone="bad"),
        ),
        (Box("回線", is_label=True), Box("", columns=2, lines=3)),
    ),
)
TABLE = Table(
    "機能ごとの結果",
    (
        Column("業務"),
        Column("判定", share=2),
        Column("分", align="right", kind="number"),
        Column("割合", kind="number"),
    ),
    (
        ("住民票の発行", Cell("達成", tone="good"), "12", "0.50"),
        ("国保の給付", Cell("△ RTO未達", tone="warn"), "-5", "1.25"),
        (Cell("税の収納", emphasis=True), Cell("", tone="bad"), "1,000", "–"),
    ),
    totals=(("計", "", "1007", ""),),
)
PAIRS = KeyValues((("訓練名", "机上訓練"), ("評価", Cell("S", tone="good"))))


def png(width: int = 40, height: int = 20) -> bytes:
    held = BytesIO()
    Image.new("RGB", (width, height), "navy").save(held, "PNG")
    return held.getvalue()


def document(*blocks: Block, lang: Lang = "ja", marks: tuple[str, ...] = ("訓練",)) -> Document:
    """Return a document of one section."""
    meta = Meta("筑西市", DAY, "1.0", "3f9a0c", marks)
    return Document("訓練結果報告書", "机上訓練", lang, meta, (Section("結果", blocks),))


def whole(lang: Lang = "ja") -> Document:
    """Return a document with every block there is."""
    sentence = (
        Run("結果は"),
        Run("良好。", strong=True),
        Run("経過", target="timeline"),
        Run("を見よ", emphasis=True),
    )
    inner = Section("目標", (Paragraph("目標の文"),), (Section("基準", (Paragraph("基準の文"),)),))
    return Document(
        "訓練結果報告書",
        "机上訓練",
        lang,
        Meta("筑西市", DAY, "1.0", "3f9a0c", ("訓練", "EXERCISE")),
        (
            Section("概要", (Paragraph(sentence), Paragraph("注釈", "note")), (inner,)),
            Section("経過", (TABLE, FORM, PageBreak()), id="timeline"),
            Section(
                "一覧",
                (
                    Bullets(("一つ", "二つ")),
                    Numbered(("まず", "次に")),
                    CheckList((Check("済んだ", is_done=True), "これから")),
                    Figure("棒の図", png(), "紺色の長方形", 0.5),
                    Figure("線の図", SVG, "同じ長方形"),
                ),
            ),
            Section("付録", (Paragraph("終わり"),), is_numbered=False),
        ),
        front=(Paragraph("一文でいえば良好。", "lead"), PAIRS),
        contents=True,
    )
