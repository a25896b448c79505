"""The command `bcp report`: its help, options and what it says."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-report": {
        "ja": "管理者向けの報告を1枚のHTMLにする",
        "en": "one HTML page for managers",
    },
    "help-report": {
        "ja": "すべての被害想定を計算し、間に合わない業務とその理由、変える手立てと費用、復旧優先順位、"
        "被害想定と業務の一覧、予想復旧曲線、依存関係図を1つのHTMLファイルにまとめます。日本語と英語の両方が入り、"
        "ネットワークのない場所でも開けて、A4に印刷できます。庁内用です（弱点を含みます）。\n\n"
        "--json では、ファイルの代わりに数字を出力します（-o を付ければ両方）。",
        "en": "Play all scenarios and put into one HTML file which functions are late and why, what "
        "would change it and what that costs, the recovery priority, each scenario against each "
        "function, the expected recovery curves and the dependency map. It holds Japanese and "
        "English, opens without any network and prints on A4. For internal use: it tells weak "
        "points.\n\nWith --json, its figures are printed instead (with -o, both).",
    },
    "example-report": {
        "ja": "  bcp report\n  bcp report -o 報告.html --since ../昨年の台帳 --date 2027-04-01\n"
        "  bcp report --scenario flood-server-room --scenario ransomware",
        "en": "  bcp report\n  bcp report -o page.html --since ../last-year --date 2027-04-01\n"
        "  bcp report --scenario flood-server-room --scenario ransomware",
    },
    "option-report-output": {
        "ja": "書き出すファイル（.html）。既定は <台帳のID>-report.html",
        "en": "file to write (.html); default: <inventory>-report.html",
    },
    "option-report-since": {
        "ja": "比べる以前の状態。フォルダー又はgitの版。「前回からの変化」を加える",
        "en": "an earlier state to compare with, a folder or a revision of git: adds what changed",
    },
    "option-report-scenario": {
        "ja": "用いる被害想定（ライブラリーのものも）。複数回の指定ができる。既定はこの台帳の全て",
        "en": "scenario to use, of the library too, may be repeated; default: all of this inventory",
    },
    "option-report-date": {
        "ja": "報告に記す日付。既定は計画の日付。今日の日付は自動では入らない",
        "en": "the date to print; default: that of the plan; today is never put in by itself",
    },
    "option-report-risk": {
        "ja": "bcp risk --json の結果のファイル。結果の確からしさを加える",
        "en": "what `bcp risk --json` printed: adds how sure the results are",
    },
}
