"""The command `bcp check`: its options and what it says of findings."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    "option-baseline": {
        "ja": "受容した指摘を書いたファイル。既定は accepted.yaml 又は accepted/<台帳>.yaml",
        "en": "file of the findings that are accepted; default: accepted.yaml or "
        "accepted/<inventory>.yaml",
    },
    "option-check-date": {
        "ja": "受容の期限と復元試験の古さを判断する日（2027-04-01）。既定は計画の日付",
        "en": "day by which acceptances expire and old tests are judged (2027-04-01); default: "
        "that of the plan",
    },
    "option-sarif": {
        "ja": "指摘と誤りを、コードレビューで行ごとに示せるSARIF 2.1.0のファイルにも書く",
        "en": "write faults and findings to this file too, as SARIF 2.1.0 for code review",
    },
    "no-baseline": {
        "ja": "受容した指摘のファイル {file} がありません。",
        "en": "there is no file of accepted findings {file}",
    },
    "check-why": {"ja": "経路: {why}", "en": "why: {why}"},
    "check-todo": {"ja": "対処: {todo}", "en": "do: {todo}"},
    "check-pages": {
        "ja": "番号ごとの説明: docs/ja/findings/README.md",
        "en": "What each code means: docs/findings/README.md",
    },
    "check-accepted": {
        "ja": "受け入れることにした指摘（{number}件、{file}）",
        "en": "Accepted ({number}, {file})",
    },
    "check-accepted-why": {
        "ja": "{by}、{expires}まで: {reason}",
        "en": "{by}, until {expires}: {reason}",
    },
    "check-accepted-hidden": {
        "ja": "受け入れることにした指摘が、ほかに{number}件ある（--all で全て表示、{file}）。",
        "en": "Accepted besides: {number} (--all shows them; {file}).",
    },
    "check-accepted-undated": {
        "ja": "計画に日付がないため、受容の期限は判断していない。--date で日を指定する。",
        "en": "The plan has no date, so no acceptance was taken as expired; say --date.",
    },
    "failed-findings": {
        "ja": "該当する指摘（--fail-on {on}、{number}件）",
        "en": "Findings for --fail-on {on} ({number})",
    },
    "failed-no-findings": {
        "ja": "該当する指摘はありません（--fail-on {on}）。",
        "en": "No such findings (--fail-on {on}).",
    },
    "failed-findings-total": {
        "ja": "--fail-on {on}: {number}件の指摘",
        "en": "--fail-on {on}: {number} found among the findings",
    },
}
