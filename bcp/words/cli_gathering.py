"""What every command says that plays all scenarios of an inventory, and looks at earlier states."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- how far it is -----------------------------------------------------------------------
    "progress-scenarios": {"ja": "被害想定を計算中", "en": "playing the scenarios"},
    "progress-after": {"ja": "対策後を計算中", "en": "playing them after the measures"},
    "progress-measures": {"ja": "対策ごとの効果を計算中", "en": "playing each measure"},
    "progress-records": {"ja": "訓練の記録を読込中", "en": "reading drill records"},
    "progress-then": {"ja": "以前の状態を計算中", "en": "playing the earlier state"},
    "progress-files": {"ja": "ファイルを作成中", "en": "writing the files"},
    # --- an earlier state --------------------------------------------------------------------
    "since-no-git": {
        "ja": "「{name}」というフォルダーはありません。Gitの版として読むには git が要りますが、見つかりません。フォルダーの名前を確かめるか、git を導入してください。",
        "en": "there is no folder `{name}`; to read it as a revision, git is needed and was not found. Check the name of the folder, or install git",
    },
    "since-no-repository": {
        "ja": "「{name}」というフォルダーはありません。Gitの版としても読めません（{why}）。以前の台帳のフォルダーを指定するか、Gitで管理しているフォルダーで実行してください。",
        "en": "there is no folder `{name}`, and it cannot be read as a revision of git either ({why}); name a folder with the earlier inventory, or work in a folder that git keeps",
    },
    "since-unknown": {
        "ja": "「{name}」というフォルダーも、Gitの版もありません。「git log」で版を確かめてください。手元にない枝の版なら、先に「git fetch」で取り込んでください。",
        "en": "there is neither a folder nor a revision of git called `{name}`; see `git log`, or get it with `git fetch` first",
    },
    "since-not-there": {
        "ja": "{name} には台帳のフォルダー（{folder}）がありません。台帳があった版を指定してください。",
        "en": "{name} holds no inventory in {folder}; name a revision that does",
    },
    "since-failed": {
        "ja": "{name} を git から取り出せません（{why}）。",
        "en": "cannot get {name} out of git ({why})",
    },
    "since-too-large": {
        "ja": "{name} のファイルが大き過ぎます（上限 {most} MiB）。",
        "en": "the files of {name} are too large (at most {most} MiB)",
    },
    "since-which": {
        "ja": "{name} には台帳が複数あり（{known}）、「{folder}」がありません。比べる台帳のフォルダーを直接指定してください。",
        "en": "{name} holds several inventories ({known}) but none called `{folder}`; name the folder of the one to compare with",
    },
    "since-no-scenarios": {
        "ja": "{name} には被害想定がないため、今の被害想定を当時の台帳に当てはめて比べます。",
        "en": "{name} holds no scenarios: the present ones are played on the earlier inventory",
    },
    "since-left-out": {
        "ja": "以前の状態のうち、次は読めないため比べません: {fault}",
        "en": "left out of the earlier state, as it cannot be read: {fault}",
    },
    # --- bcp check --fail-on -----------------------------------------------------------------
    "option-check-fail-on": {
        "ja": "当てはまるものがあれば終了コードを3にする。rto・mtpd・rpo・deadlock は全ての被害想定を計算して、serious・warning・note（それより重いものを含む）と番号は受容していない指摘で判断する。コンマ区切り又は複数回の指定ができる",
        "en": "exit with status 3 if one is found: rto, mtpd, rpo and deadlock when all scenarios are played, a severity (or worse) or a code among the findings that are not accepted; separate by commas or repeat",
    },
    "option-check-scenario": {
        "ja": "--fail-on で計算する被害想定（ID又はYAMLファイル）。複数回の指定ができる。既定は全て",
        "en": "a scenario (id or YAML file) to play for --fail-on, may be repeated; default: all",
    },
    "example-check": {
        "ja": "  bcp check\n  bcp check --fail-on mtpd,deadlock --scenario quake-working-hours\n  bcp check --fail-on serious,BCP-403 --date 2027-04-01 --sarif check.sarif",
        "en": "  bcp check\n  bcp check --fail-on mtpd,deadlock --scenario quake-working-hours\n  bcp check --fail-on serious,BCP-403 --date 2027-04-01 --sarif check.sarif",
    },
    "scenario-needs-fail-on": {
        "ja": "--scenario は --fail-on とともに使います。",
        "en": "--scenario goes with --fail-on",
    },
    "no-scenario-to-play": {
        "ja": "この台帳の被害想定がないため、--fail-on で確かめるものがありません。scenarios フォルダーに置くか、--scenario で指定してください。",
        "en": "there is no scenario of this inventory to play for --fail-on; put one into the folder scenarios, or name one with --scenario",
    },
    "failed-title": {
        "ja": "目標を満たさないもの（{number}件）",
        "en": "What falls short ({number})",
    },
    "failed-none": {
        "ja": "{scenarios}件の被害想定の全てで目標を満たす（--fail-on {on}）。",
        "en": "All of {scenarios} scenarios are within the targets (--fail-on {on}).",
    },
    "failed-of-scenario": {"ja": "{scenario}（{id}）", "en": "{scenario} ({id})"},
    "failed-rto": {
        "ja": "{function}: 停止{measured}、RTO {target}",
        "en": "{function}: down for {measured}, RTO {target}",
    },
    "failed-rto-never": {
        "ja": "{function}: 期間内に復旧しない、RTO {target}",
        "en": "{function}: not restored within the horizon, RTO {target}",
    },
    "failed-mtpd": {
        "ja": "{function}: 停止{measured}、MTPD {target}",
        "en": "{function}: down for {measured}, MTPD {target}",
    },
    "failed-mtpd-never": {
        "ja": "{function}: 期間内に復旧しない、MTPD {target}",
        "en": "{function}: not restored within the horizon, MTPD {target}",
    },
    "failed-rpo": {
        "ja": "{function}: 失われるデータ{measured}分、RPO {target}",
        "en": "{function}: data of {measured} lost, RPO {target}",
    },
    "failed-rpo-lost": {
        "ja": "{function}: 使えるバックアップがない、RPO {target}",
        "en": "{function}: no usable backup, RPO {target}",
    },
    "failed-deadlock": {
        "ja": "デッドロック: {names}",
        "en": "deadlock: {names}",
    },
    "failed-in-all": {
        "ja": "--fail-on {on}: {scenarios}件の被害想定で、延べ{number}件",
        "en": "--fail-on {on}: {number} found in {scenarios} of the scenarios",
    },
}
