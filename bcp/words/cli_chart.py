"""The commands that draw: their help, options and what they say."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- what all of them take ---------------------------------------------------------------
    "option-chart-output": {
        "ja": "書き出すファイル（.png、.svg 又は .pdf）。複数回の指定ができる。既定は今いるフォルダーのPNG",
        "en": "file to write (.png, .svg or .pdf), may be repeated; default: a PNG in this folder",
    },
    "option-chart-size": {
        "ja": "用紙。a4: A4の資料（既定）、slide: 16対9のスライド（字が大きく、行が少ない）",
        "en": "the sheet; a4: for a paper (default), slide: 16 to 9, larger letters and fewer rows",
    },
    "option-chart-date": {
        "ja": "出典に書く日付（書かなければ日付は入らない）",
        "en": "the date to print in the source line; none is printed if left out",
    },
    "option-chart-scale": {
        "ja": "時間軸の目盛。log: 対数、linear: 等間隔。既定は、2日を超える図では対数",
        "en": "of the time axis; default: log where there is more than two days to see",
    },
    "option-chart-risk": {
        "ja": "bcp risk --json の結果のファイル。ばらつきを描き加える",
        "en": "what `bcp risk --json` printed: draws the spread, too",
    },
    "argument-chart-scenarios": {
        "ja": "被害想定のID又はYAMLファイル。省略すれば台帳の全ての被害想定",
        "en": "ids of scenarios or YAML files; all scenarios of the inventory if left out",
    },
    # --- the list of them --------------------------------------------------------------------
    "short-chart-recovery-priority": {
        "ja": "復旧優先順位を着手から復旧までの棒で描く",
        "en": "recovery priority as bars from start to restoration",
    },
    "short-chart-timeline": {
        "ja": "各業務がいつ止まり、いつ戻るかを描く",
        "en": "when each function is down and up again",
    },
    "short-chart-curve": {
        "ja": "予想復旧曲線と、失われる業務の量を描く",
        "en": "the recovery curve and the service that is lost",
    },
    "short-chart-crews": {
        "ja": "要員ごとの作業と稼働率を描く",
        "en": "the tasks of each team and how busy it is",
    },
    "short-chart-heatmap": {
        "ja": "被害想定ごとに各業務の判定を一覧にする",
        "en": "every scenario against every function",
    },
    "short-chart-map": {
        "ja": "依存関係図を描く",
        "en": "the dependency map",
    },
    "short-chart-spread": {
        "ja": "復旧時間のばらつきと、RTOを守れる確率を描く",
        "en": "the spread of recovery times and the chance of meeting the RTO",
    },
    "short-chart-benefit": {
        "ja": "対策の費用と効果を描く",
        "en": "cost against benefit of measures",
    },
    "short-chart-years": {
        "ja": "以前の状態と今を比べる",
        "en": "an earlier state against the present one",
    },
    # --- recovery-priority -------------------------------------------------------------------
    "help-chart-recovery-priority": {
        "ja": "復旧優先順位を、着手から復旧までの棒と期限の印で一枚の図にします。被害想定を指定すると、止まる業務も描きます。指定しなければ、全てが失われた場合の順位です。",
        "en": "Draw the recovery priority as bars from start to restoration, with marks where each is due. With a scenario, the functions that stop are drawn too; without one, it is the order if everything were lost.",
    },
    "example-chart-recovery-priority": {
        "ja": "  bcp chart recovery-priority -o priority.pdf\n  bcp chart recovery-priority ransomware --size slide -o priority.png",
        "en": "  bcp chart recovery-priority -o priority.pdf\n  bcp chart recovery-priority ransomware --size slide -o priority.png",
    },
    # --- timeline ----------------------------------------------------------------------------
    "help-chart-timeline": {
        "ja": "各業務がいつ止まり、いつ戻るかを、目標とともに一枚の図にします。",
        "en": "Draw when each function is down and up again, with its targets, on one page.",
    },
    "example-chart-timeline": {
        "ja": "  bcp chart timeline quake-working-hours -o quake.png -o quake.pdf",
        "en": "  bcp chart timeline quake-working-hours -o quake.png -o quake.pdf",
    },
    # --- curve -------------------------------------------------------------------------------
    "help-chart-curve": {
        "ja": "予想復旧曲線を描きます。全業務の水準が時間とともにどう戻るか、失われる業務が延べ何時間分かを示します。計画中の対策があれば、対策後の曲線も描きます。被害想定を複数指定すると、並べて描きます。",
        "en": "Draw the recovery curve: how the level of all functions comes back, and how many hours of service are lost. Planned measures add the curve after them; several scenarios stand side by side.",
    },
    "example-chart-curve": {
        "ja": "  bcp chart curve quake-working-hours -o curve.pdf\n  bcp chart curve -o curves.png",
        "en": "  bcp chart curve quake-working-hours -o curve.pdf\n  bcp chart curve -o curves.png",
    },
    # --- crews -------------------------------------------------------------------------------
    "help-chart-crews": {
        "ja": "要員ごとの作業を時間順に並べ、そこにいる人数と稼働率を示します。復旧を最も遅らせている要員が分かります。",
        "en": "Draw the tasks of each team in time, with the people on hand and how busy they are: which team holds recovery up.",
    },
    "example-chart-crews": {
        "ja": "  bcp chart crews quake-working-hours -o crews.pdf",
        "en": "  bcp chart crews quake-working-hours -o crews.pdf",
    },
    # --- heatmap -----------------------------------------------------------------------------
    "help-chart-heatmap": {
        "ja": "業務を行、被害想定を列とする表に、停止時間と判定（○ 達成、△ RTO未達、× MTPD超過又は未復旧）を示します。",
        "en": "Draw a table of functions against scenarios: downtime and verdict (○ met, △ RTO missed, × beyond the MTPD or not back).",
    },
    "example-chart-heatmap": {
        "ja": "  bcp chart heatmap -o heatmap.pdf\n  bcp chart heatmap ransomware flood-server-room -o heatmap.png",
        "en": "  bcp chart heatmap -o heatmap.pdf\n  bcp chart heatmap ransomware flood-server-room -o heatmap.png",
    },
    # --- map ---------------------------------------------------------------------------------
    "help-chart-map": {
        "ja": "何が何を必要とするかを、左から右への依存関係図にします。これだけが止まると最も多くの業務が止まるものを太い枠で示します。A4で読めないときはA3で、それでも読めないときは場所と種類でまとめて描きます。",
        "en": "Draw who needs what, from left to right. What stops most functions when it alone fails has a thick frame. What cannot be read on A4 is drawn on A3, and put together by place and kind where that is not enough.",
    },
    "example-chart-map": {
        "ja": "  bcp chart map -o map.pdf\n  bcp chart map --scenario quake-working-hours -o quake-map.png\n  bcp chart map --of resident-certificates -o certificates.svg",
        "en": "  bcp chart map -o map.pdf\n  bcp chart map --scenario quake-working-hours -o quake-map.png\n  bcp chart map --of resident-certificates -o certificates.svg",
    },
    "option-chart-map-scenario": {
        "ja": "この被害想定で損傷するもの、止まるものに印を付ける",
        "en": "mark what this scenario damages and stops",
    },
    "option-chart-map-of": {
        "ja": "このIDが必要とするものと、これを必要とするものだけを描く",
        "en": "draw only what ID needs, and who needs it",
    },
    "option-chart-map-most": {
        "ja": "箱の数の上限（既定は200）。超える分は場所と種類でまとめる",
        "en": "how many boxes at most (default: 200); what is more is put together by place and kind",
    },
    # --- spread ------------------------------------------------------------------------------
    "help-chart-spread": {
        "ja": "「bcp risk --json」の結果から、各業務の停止時間のばらつき（P10・P50・P90・P99）と、RTOを守れる確率を図にします。",
        "en": "From what `bcp risk --json` printed, draw how the downtime of each function spreads (P10, P50, P90, P99) and its chance of meeting the RTO.",
    },
    "example-chart-spread": {
        "ja": "  bcp chart spread --risk quake.json -o spread.png\n  bcp chart spread --risk all.json quake-working-hours -o quake-spread.pdf",
        "en": "  bcp chart spread --risk quake.json -o spread.png\n  bcp chart spread --risk all.json quake-working-hours -o quake-spread.pdf",
    },
    "spread-no-risk": {
        "ja": "「bcp risk 被害想定 --json」の出力を保存し、--risk ファイル で指定してください",
        "en": "save what `bcp risk SCENARIO --json` prints, and name the file with --risk",
    },
    # --- benefit -----------------------------------------------------------------------------
    "help-chart-benefit": {
        "ja": "台帳の対策（measures）ごとに、費用と、減らせる損失を図にします。被害想定を指定しなければ、台帳のすべての被害想定で計算します。",
        "en": "Draw what each measure of the inventory costs against the loss that it avoids, over all scenarios of the inventory unless some are named.",
    },
    "example-chart-benefit": {
        "ja": "  bcp chart benefit -o benefit.png\n  bcp chart benefit quake-working-hours -o quake-benefit.pdf",
        "en": "  bcp chart benefit -o benefit.png\n  bcp chart benefit quake-working-hours -o quake-benefit.pdf",
    },
    # --- years -------------------------------------------------------------------------------
    "help-chart-years": {
        "ja": "以前の状態（フォルダー又はgitの版）と今とで、各業務の停止時間と、被害想定ごとの損失を比べます。被害想定を指定しなければ、すべてを計算し、計画で最初に挙げるものの業務を描きます。",
        "en": "Compare an earlier state (a folder or a git revision) with the present one: the downtime of each function, and the loss by scenario. Without a scenario, all are played, and the functions are those of the one that the plan names first.",
    },
    "example-chart-years": {
        "ja": "  bcp chart years --since ../last-year -o years.png\n  bcp chart years --since v2025 quake-working-hours -o quake-years.pdf",
        "en": "  bcp chart years --since ../last-year -o years.png\n  bcp chart years --since v2025 quake-working-hours -o quake-years.pdf",
    },
    "option-chart-years-since": {
        "ja": "以前の状態: フォルダー又はgitの版",
        "en": "the earlier state: a folder or a git revision",
    },
    "years-no-since": {
        "ja": "比べる相手を --since で指定してください（フォルダー又はgitの版）",
        "en": "name what to compare with by --since: a folder or a git revision",
    },
}
