"""Where ``bcp risk`` runs and what it runs for: other machines, many organisations, Parquet."""

from __future__ import annotations

from collections.abc import Mapping

from bcp.words import Lang

WORDS: dict[str, Mapping[Lang, str]] = {
    # --- options -----------------------------------------------------------------------------
    "option-workers": {
        "ja": "この機械で同時に計算する数。既定は使えるコアの数。結果の数字は変わらない",
        "en": "how many compute at a time on this machine; default: the cores it may use. "
        "The figures stay the same",
    },
    "option-scheduler": {
        "ja": "Daskのスケジューラーのアドレス（tcp://ホスト:ポート 又は tls://…）。"
        "計算をそのワーカーに任せる。結果の数字は変わらない",
        "en": "address of a Dask scheduler (tcp://host:port or tls://…), whose workers compute. "
        "The figures stay the same",
    },
    "option-inventories": {
        "ja": "いくつもの団体をまとめて計算する。台帳又は作業フォルダー。複数回の指定も、"
        "'県内/*' のような書き方もできる",
        "en": "many organisations at once: folders of inventories or workspaces; may be repeated "
        "or be a pattern such as 'prefecture/*'",
    },
    "option-parquet": {
        "ja": "1回の試行を1行としてParquet形式のファイルに書き出す",
        "en": "write every run as a row of a Parquet file",
    },
    "metavar-address": {"ja": "アドレス", "en": "ADDRESS"},
    "metavar-folders": {"ja": "フォルダー...", "en": "DIR..."},
    "metavar-file": {"ja": "ファイル", "en": "FILE"},
    # --- complaints --------------------------------------------------------------------------
    "workers-or-scheduler": {
        "ja": "--workers はこの機械のための指定です。--scheduler とは一緒に使えません。",
        "en": "--workers is for this machine; it does not go with --scheduler",
    },
    "many-without": {
        "ja": "{name} は --inventories と一緒には使えません。一つの団体について実行してください。",
        "en": "{name} does not go with --inventories; run it for one organisation",
    },
    "many-none": {
        "ja": "「{pattern}」に当たるフォルダーがありません。",
        "en": "no folder matches `{pattern}`",
    },
    "bad-address": {
        "ja": "スケジューラーのアドレスは tcp://ホスト:ポート のように書きます（「{value}」）。",
        "en": "the address of a scheduler is written tcp://host:port (`{value}`)",
    },
    "parquet-missing": {
        "ja": "Parquet形式で書き出すための部品がありません。"
        "pip install 'ict-bcp[parquet]' で加えてください。",
        "en": "what writes Parquet is not installed; add it with pip install 'ict-bcp[parquet]'",
    },
    # --- a cluster that cannot ---------------------------------------------------------------
    "cluster-missing": {
        "ja": "Daskが入っていません。pip install 'ict-bcp[cluster]' で加えてください。"
        "この機械だけで計算するなら要りません（--workers）。",
        "en": "Dask is not installed; add it with pip install 'ict-bcp[cluster]'. "
        "It is not needed for this machine alone (--workers)",
    },
    "cluster-unreachable": {
        "ja": "スケジューラー {address} につながりません（{why}）。"
        "アドレスと、スケジューラーが動いているかを確かめてください。",
        "en": "cannot reach the scheduler {address} ({why}); check the address and that it runs",
    },
    "cluster-uncertified": {
        "ja": "{address} にはTLSの証明書が要ります。DASK_DISTRIBUTED__COMM__TLS__CA_FILE、"
        "…__TLS__CLIENT__CERT、…__TLS__CLIENT__KEY で示してください。",
        "en": "{address} needs TLS certificates; name them with DASK_DISTRIBUTED__COMM__TLS__CA_FILE, "
        "…__TLS__CLIENT__CERT and …__TLS__CLIENT__KEY",
    },
    "cluster-idle": {
        "ja": "スケジューラー {address} に計算するワーカーが一つもありません。"
        "dask worker {address} で起動してください。",
        "en": "the scheduler {address} has no worker; start one with dask worker {address}",
    },
    "cluster-editions": {
        "ja": "{place} の bcp が、この機械と同じものではありません"
        "（あちら: {theirs}、こちら: {ours}）。"
        "同じ結果になるよう、すべての機械に同じ版を入れてください。",
        "en": "{place} does not run the same bcp as this machine (there: {theirs}, here: {ours}). "
        "Install the same version everywhere, so that the figures are the same",
    },
    "cluster-killed": {
        "ja": "同じ計算で{number}台のワーカーが続けて止まりました。メモリー不足が考えられます。",
        "en": "{number} workers in a row died of the same piece of work; they may lack memory",
    },
    "cluster-lost": {
        "ja": "スケジューラーとの接続が切れました（{why}）。",
        "en": "the connection to the scheduler was lost ({why})",
    },
    # --- many organisations ------------------------------------------------------------------
    "progress-many": {"ja": "団体ごとに計算しています", "en": "computing by organisation"},
    "many-title": {
        "ja": "{number}団体の復旧の見込み",
        "en": "{number} organisations: how sure their recovery is",
    },
    "many-lead": {
        "ja": "被害想定ごとに{runs}回の試行（乱数の種 {seed}、復旧順序 {strategy}）。"
        "「間に合う」は、目標復旧時間（RTO）までに再開する業務の数の平均、"
        "「全て」は、すべての業務が間に合う確率。被害想定が複数あれば、最も厳しいものを示す。"
        "損失は重み付きの時間、「年間」は全被害想定に発生頻度を掛けて合わせた期待値。",
        "en": "{runs} runs of each scenario (seed {seed}, strategy {strategy}). “In time” is how "
        "many functions are resumed within their RTO on average, “all” the chance that every one "
        "is; of several scenarios the worst is shown. Losses are weighted hours, “a year” their "
        "expectation over all scenarios, each by its likelihood.",
    },
    "col-organisation": {"ja": "団体", "en": "Organisation"},
    "col-worst": {"ja": "最も厳しい被害想定", "en": "worst scenario"},
    "col-in-time": {"ja": "間に合う", "en": "In time"},
    "col-of-all": {"ja": "業務の数", "en": "of all"},
    "many-namesake": {"ja": "{name}（{folder}）", "en": "{name} ({folder})"},
    "many-of": {"ja": "{number}業務中", "en": "of {number}"},
    "col-all-rto": {"ja": "全て", "en": "All"},
    "col-interval": {"ja": "95%区間", "en": "95 %"},
    "col-mean-loss": {"ja": "損失の平均", "en": "Mean loss"},
    "col-p90-loss": {"ja": "P90", "en": "P90"},
    "col-loss-year": {"ja": "年間", "en": "A year"},
    "many-total": {
        "ja": "合わせて1年に{hours}時間（重み付き）の損失が見込まれる。"
        "団体どうしが同時に被災して互いに助けられないことは、ここには入っていない。",
        "en": "Together {hours} weighted hours are to be expected lost a year. That organisations "
        "are struck at the same time and cannot help each other is not in these figures.",
    },
    "many-unrated": {
        "ja": "発生頻度（likelihood）のない被害想定だけの団体は、年間の損失を出していない（–）。",
        "en": "Of organisations whose scenarios have no likelihood, no loss a year is given (–).",
    },
    "many-faulty": {
        "ja": "{folder}: 誤りがあるため、この団体を除いて続けます。",
        "en": "{folder}: at fault; going on without it",
    },
    "many-more-faults": {
        "ja": "…ほか{number}件。すべては bcp check --inventory {folder} で確かめられます。",
        "en": "… and {number} more; bcp check --inventory {folder} tells all of them",
    },
    "many-faulty-total": {
        "ja": "{total}団体のうち{number}団体に誤りがあり、結果に含めていません。",
        "en": "{number} of {total} organisations are at fault and not among the results",
    },
    "many-no-scenario": {
        "ja": "{folder}: この団体に使える被害想定がありません。",
        "en": "{folder}: there is no scenario for this organisation",
    },
    "many-scenario-missing": {
        "ja": "{folder}: 「{name}」という被害想定がありません（あるのは: {known}）。",
        "en": "{folder}: there is no scenario `{name}` (there are: {known})",
    },
    "many-left-out": {
        "ja": "{number}件はフォルダーではないため、読み飛ばしました: {names}",
        "en": "{number} are no folders and were passed over: {names}",
    },
    "many-interrupted": {
        "ja": "途中で止めました。{total}団体のうち、終わった{number}団体の結果です。",
        "en": "stopped half-way: these are the {number} of {total} organisations that were done",
    },
    # --- parquet -----------------------------------------------------------------------------
    "progress-parquet": {"ja": "試行を書き出しています", "en": "writing the runs"},
    "parquet-written": {
        "ja": "{file} に{rows}行を書き出しました（1行が1回の試行）。",
        "en": "wrote {rows} rows to {file}, one for each run",
    },
}
