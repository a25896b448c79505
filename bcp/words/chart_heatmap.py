"""What the table of scenarios against functions says."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the headline ------------------------------------------------------------------------
    "title": {
        "ja": "{total}業務のうち{missed}業務が、いずれかの被害想定でRTOに間に合わない。最も多いのは「{scenario}」の{most}業務",
        "en": '{missed} of {total} functions miss their RTO in one scenario or another; most of them, {most}, in "{scenario}"',
    },
    "title-one": {
        "ja": "{scenario}: {total}業務のうち{missed}業務がRTOに間に合わない",
        "en": "{scenario}: {missed} of {total} functions miss their RTO",
    },
    "title-met": {
        "ja": "{number}件の被害想定のいずれでも、{total}業務すべてがRTOに間に合う",
        "en": "All {total} functions meet their RTO in each of {number} scenarios",
    },
    "title-empty": {
        "ja": "比べる業務又は被害想定がない",
        "en": "there are no functions or no scenarios to compare",
    },
    # --- below it ----------------------------------------------------------------------------
    "facts": {
        "ja": "行は業務（優先順）、列は被害想定。欄は判定と停止時間",
        "en": "Rows: functions, most urgent first; columns: scenarios; cells: verdict and downtime",
    },
    # --- the table ---------------------------------------------------------------------------
    "column-function": {"ja": "業務", "en": "Function"},
    "column-missed": {"ja": "未達", "en": "Missed"},
    "column-others": {"ja": "ほか{number}件の最悪", "en": "worst of {number} more"},
    "row-others": {"ja": "ほか{number}業務の最悪", "en": "worst of {number} more"},
    "foot-missed": {"ja": "RTO未達の業務", "en": "functions that miss their RTO"},
    "foot-beyond": {"ja": "うちMTPD超過・未復旧", "en": "of these, beyond MTPD or not back"},
    "foot-loss": {"ja": "損失（重み付き時間）", "en": "loss (weighted hours)"},
    "several": {"ja": "{number}件", "en": "{number}"},
    "days": {"ja": "{number}日", "en": "{number} d"},
    "hours": {"ja": "{number}時間", "en": "{number} h"},
    "minutes": {"ja": "{number}分", "en": "{number} min"},
    "verdict-met": {"ja": "○", "en": "○"},
    "verdict-late": {"ja": "△", "en": "△"},
    "verdict-beyond": {"ja": "×", "en": "×"},
    # --- the legend --------------------------------------------------------------------------
    "legend-none": {"ja": "停止なし", "en": "never down"},
    "legend-half": {"ja": "達成（RTOの半分まで）", "en": "met (within half the RTO)"},
    "legend-met": {"ja": "達成", "en": "met"},
    "legend-late": {"ja": "RTO未達（2倍まで）", "en": "RTO missed (up to twice)"},
    "legend-later": {"ja": "RTO未達（2倍超）", "en": "RTO missed (more than twice)"},
    "legend-beyond": {"ja": "MTPD超過・未復旧", "en": "beyond the MTPD, or not back"},
    # --- the notes ---------------------------------------------------------------------------
    "note-downtime": {
        "ja": "停止時間は停止した時間の合計（未復旧の業務は期間の終わりまで）。",
        "en": "Downtime is the total of all outages; of functions that are not back, up to the end.",
    },
    "note-rows": {
        "ja": "未達の多い{shown}業務を示し、残る{number}業務は最も悪い判定だけを最後の行に示す。",
        "en": "The {shown} functions that miss most are shown; of the other {number}, the last row holds the worst verdict.",
    },
    "note-columns": {
        "ja": "未達の多い{shown}件の被害想定を示し、残る{number}件は最も悪い判定だけを最後の列に示す。",
        "en": "The {shown} scenarios that miss most are shown; of the other {number}, the last column holds the worst verdict.",
    },
    # --- read out ----------------------------------------------------------------------------
    "spoken-column": {
        "ja": "{scenario}: RTO未達 {missed}業務、うちMTPD超過・未復旧 {beyond}業務、損失 {loss}。",
        "en": "{scenario}: RTO missed {missed}, of these beyond MTPD or not back {beyond}, loss {loss}.",
    },
    "spoken-row": {"ja": "{rank} {name}: {cells}。", "en": "{rank} {name}: {cells}."},
    "spoken-cell": {"ja": "{scenario} {text}", "en": "{scenario} {text}"},
    "spoken-none": {"ja": "停止なし", "en": "never down"},
}
