"""What the pictures say."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    # --- the headline ------------------------------------------------------------------------
    "headline": {"ja": "{scenario}: {outcome}", "en": "{scenario}: {outcome}"},
    "outcome-missed": {
        "ja": "{total}業務のうち{missed}業務がRTOに間に合わない",
        "en": "{missed} of {total} functions miss their RTO",
    },
    "outcome-missed-one": {
        "ja": "{total}業務のうち1業務がRTOに間に合わない",
        "en": "1 of {total} functions misses its RTO",
    },
    "outcome-missed-all": {
        "ja": "全{total}業務がRTOに間に合わない",
        "en": "all {total} functions miss their RTO",
    },
    "outcome-missed-only": {
        "ja": "業務がRTOに間に合わない",
        "en": "the function misses its RTO",
    },
    "outcome-met": {
        "ja": "止まる{stopped}業務はすべてRTOに間に合う",
        "en": "all {stopped} functions that stop are back within their RTO",
    },
    "outcome-met-one": {
        "ja": "止まる1業務はRTOに間に合う",
        "en": "the one function that stops is back within its RTO",
    },
    "outcome-impaired": {
        "ja": "止まる業務はなく、{hit}業務の水準が下がる",
        "en": "no function stops; impaired: {hit}",
    },
    "outcome-none": {"ja": "止まる業務はない", "en": "no function stops"},
    "outcome-empty": {"ja": "台帳に業務がない", "en": "the inventory holds no functions"},
    # --- below it ----------------------------------------------------------------------------
    "mtpd-missed": {
        "ja": "最大許容停止時間（MTPD）超過 {number}業務",
        "en": "beyond their MTPD: {number}",
    },
    "not-restored": {
        "ja": "{horizon}のうちに復旧しない {number}業務",
        "en": "not back within {horizon}: {number}",
    },
    "rpo-missed": {
        "ja": "データの損失が目標復旧時点（RPO）を超える {number}業務",
        "en": "losing more data than their RPO allows: {number}",
    },
    "starts": {
        "ja": "発生 {year}年{month}月{day}日（{weekday}）{clock}",
        "en": "starts {weekday} {year}-{month:02}-{day:02} {clock}",
    },
    "weekdays": {"ja": "月 火 水 木 金 土 日", "en": "Mon Tue Wed Thu Fri Sat Sun"},
    "severity-normal": {"ja": "平常時の目標を適用", "en": "targets of ordinary times"},
    "severity-disaster": {"ja": "災害時の目標を適用", "en": "targets of a disaster"},
    "strategy-slack": {
        "ja": "余裕の少ない順に復旧（slack）",
        "en": "least slack first (slack)",
    },
    "strategy-rank": {"ja": "業務のランク順に復旧（rank）", "en": "best rank first (rank)"},
    "strategy-optimal": {
        "ja": "損失が最小になる順に復旧（optimal）",
        "en": "least loss by search (optimal)",
    },
    "strategy-other": {"ja": "復旧の順番: {strategy}", "en": "recovery order: {strategy}"},
    # --- the axis ----------------------------------------------------------------------------
    "edge-0": {"ja": "発生", "en": "start"},
    "edge-1-week": {"ja": "1週間", "en": "1 wk"},
    "edge-2-weeks": {"ja": "2週間", "en": "2 wk"},
    "edge-1-month": {"ja": "1か月", "en": "1 mo"},
    "edge-months": {"ja": "{number}か月", "en": "{number} mo"},
    "axis-log": {
        "ja": "横軸は発生からの経過時間（対数目盛: 左ほど細かい）。濃淡の帯は復旧段階の区切り",
        "en": "Time since the incident, on a logarithmic scale (finer to the left); the shaded bands are the recovery tiers",
    },
    "axis-linear": {
        "ja": "横軸は発生からの経過時間。濃淡の帯は復旧段階の区切り",
        "en": "Time since the incident; the shaded bands are the recovery tiers",
    },
    "axis": {
        "ja": "横軸は発生からの経過時間。区切りごとに縮尺が変わる（区切りの中は等間隔。細線は左から{ticks}おき）",
        "en": "Time since the incident. The scale changes at each labelled line and is even in between (thin lines, from left to right: every {ticks})",
    },
    "axis-plain": {
        "ja": "横軸は発生からの経過時間（細線は{ticks}おき）",
        "en": "Time since the incident (thin lines: every {ticks})",
    },
    "clock": {"ja": "{month}/{day} {clock}", "en": "{month:02}-{day:02} {clock}"},
    # --- the columns -------------------------------------------------------------------------
    "column-function": {"ja": "業務（所管）", "en": "Function (department)"},
    "column-verdict": {"ja": "判定", "en": "Verdict"},
    "column-downtime": {"ja": "停止時間", "en": "Downtime"},
    "column-rto": {"ja": "RTO", "en": "RTO"},
    "column-mtpd": {"ja": "MTPD", "en": "MTPD"},
    "verdict-down": {"ja": "× 未復旧", "en": "× not back"},
    "verdict-mtpd": {"ja": "× MTPD超過", "en": "× MTPD missed"},
    "verdict-rto": {"ja": "△ RTO未達", "en": "△ RTO missed"},
    "verdict-met": {"ja": "○ 達成", "en": "○ met"},
    # --- the legend --------------------------------------------------------------------------
    "legend-within": {"ja": "停止（RTO以内）", "en": "down, within the RTO"},
    "legend-late": {"ja": "停止（RTO超過）", "en": "down, beyond the RTO"},
    "legend-beyond": {"ja": "停止（MTPD超過）", "en": "down, beyond the MTPD"},
    "legend-workaround": {
        "ja": "代替手段で継続（帯の高さと％＝業務レベル）",
        "en": "on a workaround (lower band and % = level)",
    },
    "legend-impaired": {"ja": "稼働（一部低下）", "en": "up, impaired"},
    "legend-up": {"ja": "稼働（○ 復旧）", "en": "up (○ restored)"},
    "legend-rto": {"ja": "目標復旧時間（RTO）", "en": "RTO is used up"},
    "legend-mtpd": {"ja": "最大許容停止時間（MTPD）", "en": "MTPD is used up"},
    "legend-open": {"ja": "期間の終わりも停止中", "en": "still down at the end"},
    # --- the notes ---------------------------------------------------------------------------
    "unaffected": {"ja": "影響なし {number}業務: {names}", "en": "Not hit, {number}: {names}"},
    "left-out": {
        "ja": "影響のある業務のうち、優先順位の低い{number}業務を省略（うちRTO未達{missed}業務）。--all ですべて表示する。",
        "en": "Left out: {number} less urgent functions that were hit too ({missed} of them miss their RTO); --all shows all.",
    },
    "left-out-met": {
        "ja": "影響のある業務のうち、優先順位の低い{number}業務を省略（いずれもRTOを達成）。--all ですべて表示する。",
        "en": "Left out: {number} less urgent functions that were hit too (all within their RTO); --all shows all.",
    },
    "several-outages": {
        "ja": "停止時間は停止した時間の合計。縦の印は、その合計がRTO・MTPDに達する時刻（達しないときは、最後の停止が続いたとした時刻）。",
        "en": "Downtime is the total of all outages; the marks show when it reaches the RTO and MTPD, or would if the last outage went on.",
    },
    "workaround-anew": {
        "ja": "代替手段は停止時間を短くしない。停止のたびに、始まるまでの時間と続けられる時間を数え直す。",
        "en": "A workaround shortens no downtime, and each outage counts its start and its length anew.",
    },
    "missing-letters": {
        "ja": "〓 は、図の書体にない文字。",
        "en": "〓 stands for a letter that the fonts of the picture lack.",
    },
    # --- read out ----------------------------------------------------------------------------
    "spoken-row": {
        "ja": "{rank} {name}（{department}）: {verdict}、停止時間 {downtime}、RTO {rto}、MTPD {mtpd}、{restored}。",
        "en": "{rank} {name} ({department}): {verdict}; downtime {downtime}, RTO {rto}, MTPD {mtpd}, {restored}.",
    },
    "spoken-restored": {"ja": "{moment}後に復旧", "en": "restored after {moment}"},
    "spoken-down": {"ja": "期間内に復旧しない", "en": "not restored"},
    "spoken-up": {"ja": "停止なし", "en": "never down"},
    # --- below every chart -------------------------------------------------------------------
    "source": {"ja": "出典: {facts}", "en": "Source: {facts}"},
    "source-inventory": {"ja": "台帳 {value}", "en": "inventory {value}"},
    "source-scenario": {"ja": "被害想定 {value}", "en": "scenario {value}"},
    "source-strategy": {"ja": "復旧順 {value}", "en": "strategy {value}"},
    "source-runs": {"ja": "試行 {value}回", "en": "{value} runs"},
    "source-seed": {"ja": "乱数の種 {value}", "en": "seed {value}"},
    "source-date": {"ja": "作成日 {value}", "en": "date {value}"},
    "source-version": {"ja": "bcp {value}", "en": "bcp {value}"},
}
