"""The command `bcp import`: its help, what it says, and what is wrong with files of others."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "short-import": {
        "ja": "他の形式のファイルから台帳を作る・台帳に取り込む",
        "en": "make an inventory of files of other formats, or change one by them",
    },
    "help-import": {
        "ja": "他の形式のファイルから台帳を作り、又は今ある台帳に取り込みます。\n\nExcelとCSVは、今ある台帳（と被害想定）と比べて、変わるところを示します。-o か --apply を付けるまで何も書きません。ほかの形式からは新しい作業フォルダーを作り、今あるものは変えません。",
        "en": "Make an inventory of files of other formats, or take their changes into one that is there.\n\nExcel and CSV are compared with the inventory (and its scenarios), and what changes is shown; nothing is written before -o or --apply. The other formats make a new workspace and leave alone what is there.",
    },
    "short-import-psplib": {
        "ja": "日程計画の標準問題集 PSPLIB のファイル（.sm）",
        "en": "a project of the PSPLIB scheduling library (.sm)",
    },
    "help-import-psplib": {
        "ja": "日程計画の標準問題集 PSPLIB の単一モードのファイル（.sm）から、台帳と被害想定 start を作ります。"
        "復旧順序の探索（--strategy optimal）がどこまで最短に迫るかを、既知の最良値と比べるためのものです。\n\n"
        "作業は損傷した構成要素、資源は要員、1期は1時間になり、すべての作業の完了を待つ業務が一つできます。"
        "損失は、全作業が終わるまでの時間（期の数）に等しくなります。",
        "en": "Make an inventory and the scenario `start` from a single-mode file (.sm) of PSPLIB, the "
        "library by which scheduling methods are measured: to see how close the search for the best "
        "order (`--strategy optimal`) comes to what is known.\n\n"
        "Jobs become damaged components, resources become teams, a period is an hour, and one function "
        "waits for all jobs. The loss is the time until all are done, in periods.",
    },
    "example-import-psplib": {
        "ja": "  bcp import psplib j301_1.sm\n  cd j301-1\n  bcp simulate start --strategy optimal",
        "en": "  bcp import psplib j301_1.sm\n  cd j301-1\n  bcp simulate start --strategy optimal",
    },
    "argument-psplib-file": {
        "ja": "PSPLIBの単一モードのファイル",
        "en": "a single-mode file of PSPLIB",
    },
    "argument-psplib-dir": {
        "ja": "作るフォルダー。省略するとファイルの名前から決めます。",
        "en": "the folder to make; named after the file if left out",
    },
    "import-not-empty": {
        "ja": "{target} は空ではありません。別のフォルダーを指定してください。",
        "en": "{target} is not empty; name another folder",
    },
    "import-psplib-done": {
        "ja": "{file} から {target} を作りました（作業 {jobs}、資源 {resources}）。",
        "en": "{target} made from {file}: {jobs} jobs, {resources} resources.",
    },
    "import-psplib-loss": {
        "ja": "1期を1時間とし、損失は全作業が終わるまでの期の数です。",
        "en": "A period is an hour; the loss is the number of periods until all jobs are done.",
    },
    "import-psplib-remark-1": {
        "ja": "PSPLIB のファイルから作った台帳。作業は構成要素、資源は要員、1期は1時間。",
        "en": "Made from a file of PSPLIB: jobs are components, resources are teams, a period is 1h.",
    },
    "import-psplib-remark-2": {
        "ja": "業務の目標復旧時間（RTO）は0、停止の重みは0なので、損失は全作業が終わるまでの期の数に等しい。",
        "en": "The RTO is 0 and an outage weighs 0, so the loss is the periods until all jobs are done.",
    },
    "import-psplib-remark-3": {
        "ja": "hold_back: 最短の日程には、始められる作業をあえて待たせることが要る場合がある。",
        "en": "hold_back: the shortest schedule may need a job to wait that could start.",
    },
}

FAULTS: dict[str, dict[Lang, str]] = {
    "psplib-not-psplib": {
        "ja": "PSPLIBのファイルではありません（「jobs … : 数」の行がありません）。拡張子 .sm のファイルを指定してください。",
        "en": "not a file of PSPLIB: there is no line `jobs … : number`; name a file ending in .sm",
    },
    "psplib-projects": {
        "ja": "複数のプロジェクト（{number}）を含むファイルは読めません。一つだけのファイルにしてください。",
        "en": "holds {number} projects; only files of one project can be read",
    },
    "psplib-resource": {
        "ja": "再生不能の資源（{sort}）を含むファイルは読めません。再生可能な資源だけの単一モードのファイル（.sm）を指定してください。",
        "en": "has resources that are used up ({sort}); name a single-mode file (.sm), which has renewable ones only",
    },
    "psplib-modes": {
        "ja": "作業 {number} に複数のモードがあります。単一モードのファイル（.sm）を指定してください。",
        "en": "job {number} has several modes; name a single-mode file (.sm)",
    },
    "psplib-number-of-jobs": {
        "ja": "作業の数 {number} がファイルの行数と合いません。",
        "en": "{number} jobs cannot be in a file of this length",
    },
    "psplib-no-number": {
        "ja": "「{value}」は0以上の整数ではありません。",
        "en": "`{value}` is not a whole number from 0 on",
    },
    "psplib-no-section": {
        "ja": "「{title}」の表がありません。",
        "en": "the section `{title}` is missing",
    },
    "psplib-too-short": {
        "ja": "「{title}」の行の列数が合いません。",
        "en": "a row of `{title}` has the wrong number of columns",
    },
    "psplib-bad-job": {
        "ja": "作業番号 {number} は使えません（1から {most} まで、各表に1回、自分自身を除く）。",
        "en": "job {number} cannot stand here: jobs are 1 to {most}, each once in a table and never after itself",
    },
    "psplib-missing-jobs": {
        "ja": "「{title}」に作業 {numbers} の行がありません。",
        "en": "`{title}` has no row for job {numbers}",
    },
    "psplib-successors": {
        "ja": "後続作業の数が {number} と書かれていますが、{found} 個並んでいます。",
        "en": "says {number} successors and lists {found}",
    },
    "psplib-too-long": {
        "ja": "{number} は大き過ぎます（上限 {most}）。",
        "en": "{number} is too large (at most {most})",
    },
    "psplib-too-many": {
        "ja": "資源 {resource} を {wanted} 使いますが、{there} しかありません。",
        "en": "takes {wanted} of resource {resource}, of which there are {there}",
    },
    "psplib-capacities": {
        "ja": "「RESOURCEAVAILABILITIES」には、資源の量の行が一つ要ります。",
        "en": "`RESOURCEAVAILABILITIES` must have exactly one row of amounts",
    },
    "psplib-circle": {
        "ja": "作業の前後関係が輪になっています: {numbers}",
        "en": "the jobs come after one another in a circle: {numbers}",
    },
}
