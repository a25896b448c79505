"""What is wrong with a file or a request, and what would be right."""

from __future__ import annotations

from bcp.words import Lang
from bcp.words.authoring import FAULTS as AUTHORING
from bcp.words.book_faults import FAULTS as BOOK
from bcp.words.cli_import import FAULTS as IMPORT
from bcp.words.cli_library import FAULTS as LIBRARY
from bcp.words.foreign import FAULTS as FOREIGN

WORDS: dict[str, dict[Lang, str]] = {
    **AUTHORING,
    **BOOK,
    **FOREIGN,
    **IMPORT,
    **LIBRARY,
    # --- the sorts of things that ids name ---------------------------------------------------
    "sort-component": {"ja": "構成要素（components）", "en": "component"},
    "sort-function": {"ja": "業務（functions）", "en": "function"},
    "sort-team": {"ja": "要員（teams）", "en": "team"},
    "sort-procedure": {"ja": "復旧手順（procedures）", "en": "procedure"},
    "sort-component-or-function": {
        "ja": "構成要素（components）又は業務（functions）",
        "en": "component or function",
    },
    "sort-component-or-function-or-team": {
        "ja": "構成要素（components）、業務（functions）又は要員（teams）",
        "en": "component, function or team",
    },
    "sort-person": {"ja": "人（people）", "en": "person"},
    "sort-role": {"ja": "役割（roles）", "en": "role"},
    "sort-scenario": {"ja": "被害想定（scenarios）", "en": "scenario"},
    # --- files -------------------------------------------------------------------------------
    "file-missing": {
        "ja": "ファイルがありません。名前と場所を確かめてください。",
        "en": "no such file; check its name and folder",
    },
    "file-forbidden": {
        "ja": "読み取りの権限がありません。ファイルの権限を確かめてください。",
        "en": "not allowed to read it; check its permissions",
    },
    "file-unreadable": {
        "ja": "読み取れません（{why}）。",
        "en": "cannot be read ({why})",
    },
    "not-a-file": {
        "ja": "通常のファイルではありません。YAMLファイルを置いてください。",
        "en": "not an ordinary file; put a YAML file here",
    },
    "file-too-large": {
        "ja": "ファイルが大き過ぎます（上限 {most} MiB）。複数のファイルに分けてください。",
        "en": "the file is too large (at most {most} MiB); split it into several files",
    },
    "inventory-too-large": {
        "ja": "ファイルの合計が大き過ぎます（上限 {most} MiB）。フォルダーの指定を確かめてください。",
        "en": "the files are too large together (at most {most} MiB); is this the right folder?",
    },
    "link-outside": {
        "ja": "フォルダーの外を指すリンクです。ファイルそのものを置いてください。",
        "en": "a link to outside of the folder; put the file itself here",
    },
    "link-to-folder": {
        "ja": "フォルダーへのリンクはたどりません。フォルダーそのものを置いてください。",
        "en": "links to folders are not followed; put the folder itself here",
    },
    "wrong-suffix": {
        "ja": "拡張子が .yaml でないファイルは読み込まれません。名前を {name} に変えてください。",
        "en": "only files ending in .yaml are read; rename it to {name}",
    },
    "inventory-missing": {
        "ja": "フォルダーがありません。場所を確かめるか、「bcp init フォルダー名」で見本から作ってください。",
        "en": "no such folder; check its name, or make one from a sample with `bcp init DIR`",
    },
    "inventory-not-folder": {
        "ja": "フォルダーではありません。YAMLファイルの入ったフォルダーを指定してください。",
        "en": "not a folder; name the folder that holds the YAML files",
    },
    "inventory-empty": {
        "ja": "*.yaml ファイルが一つもありません。「bcp init フォルダー名」で見本から作れます。",
        "en": "holds no *.yaml file; `bcp init DIR` makes a workspace from a sample",
    },
    "more-faults": {
        "ja": "誤りが非常に多いため、確認を途中で打ち切りました。",
        "en": "so many faults that checking stopped here",
    },
    # --- files that the inventory names, and chapters of one's own -----------------------------
    "beside-outside": {
        "ja": "「{name}」はフォルダーの外を指しています。台帳のフォルダーの中に置き、そこからの位置で書いてください。",
        "en": "`{name}` leads out of the folder; put it into the folder of the inventory and name it from there",
    },
    "beside-not-file": {
        "ja": "通常のファイルではありません。",
        "en": "not an ordinary file",
    },
    "chapter-too-long": {
        "ja": "章が長過ぎます（上限 {most} 文字）。複数のファイルに分けてください。",
        "en": "the chapter is too long (at most {most} letters); split it into several files",
    },
    "chapter-forbidden": {
        "ja": "章の中で {what} は使えません。使えるのは {{{{ 値 }}}}、if、for だけです。",
        "en": "a chapter cannot use {what}; it may use {{{{ value }}}}, if and for",
    },
    "chapter-no-filter": {
        "ja": "「{name}」という変換はありません。使えるもの: {known}",
        "en": "there is no filter or test `{name}`; there are {known}",
    },
    "chapter-no-value": {
        "ja": "「{name}」という値はありません。使えるもの: {known}",
        "en": "there is no value `{name}`; there are {known}",
    },
    "chapter-not-list": {
        "ja": "for と join に使えるのは一覧だけです。",
        "en": "only a list can be gone through with for or join",
    },
    "chapter-not-text": {
        "ja": "一覧や項目の集まりはそのまま表示できません。for で一つずつ取り出すか、項目の名前を続けてください。",
        "en": "a list or a group of values cannot be shown as it is; go through it with for, or name one value in it",
    },
    "chapter-too-many-steps": {
        "ja": "繰り返しが多過ぎます（上限は合わせて {most} 回）。",
        "en": "too many repetitions (at most {most} together)",
    },
    "chapter-too-much": {
        "ja": "章に値を入れた結果が長過ぎます（上限 {most} 文字）。",
        "en": "the chapter with its values is too long (at most {most} letters)",
    },
    "chapter-too-deep": {
        "ja": "入れ子が深過ぎます（上限 {most} 段）。",
        "en": "nested too deeply (at most {most} levels)",
    },
    "chapter-syntax": {
        "ja": "{{{{ }}}} や {{% %}} の書き方が正しくありません（{why}）。",
        "en": "not a right way to write {{{{ }}}} or {{% %}} ({why})",
    },
    "chapter-no-heading": {
        "ja": "見出しの前に本文があります。「# 章の名前」から始めてください。",
        "en": "text before the first heading; begin with `# Name of the chapter`",
    },
    "chapter-too-many-levels": {
        "ja": "見出しは {most} 段までです。段を減らしてください。",
        "en": "at most {most} levels of headings; use fewer",
    },
    "chapter-no-block": {
        "ja": "{what} は計画書に入れられません。段落、箇条書き、表に書き換えてください。",
        "en": "{what} has no place in the document; write it as a paragraph, list or table",
    },
    # --- how the papers of an organisation look ----------------------------------------------
    "logo-broken": {
        "ja": "ロゴの画像を読み取れません。4000万画素以下のPNG、又はSVGを指定してください。",
        "en": "the logo cannot be drawn; give a PNG of at most 40 million dots, or an SVG",
    },
    "word-template-broken": {
        "ja": "Wordのひな形を読み取れません。Wordで開いて .docx 又は .dotx で保存し直してください。",
        "en": "the Word template cannot be read; open it in Word and save it as .docx or .dotx",
    },
    "word-template-macros": {
        "ja": "Wordのひな形にマクロ等の動作する部品があります。マクロのない .docx 又は .dotx で保存し直してください。",
        "en": "the Word template holds macros or other parts that act; save it as .docx or .dotx without them",
    },
    "word-template-remote": {
        "ja": "Wordのひな形が外部のファイル（{what}）を参照しています。リンクや添付テンプレートを外して保存し直してください。",
        "en": "the Word template uses a file elsewhere ({what}); remove the link or attached template and save it again",
    },
    "word-template-too-large": {
        "ja": "Wordのひな形が大き過ぎます（展開して {most} MiB まで）。不要な画像等を除いてください。",
        "en": "the Word template is too large (at most {most} MiB unpacked); remove pictures that it does not need",
    },
    # --- text and YAML -----------------------------------------------------------------------
    "shift-jis": {
        "ja": "Shift_JIS で保存されています。文字コード UTF-8 で保存し直してください。",
        "en": "saved as Shift_JIS; save it as UTF-8",
    },
    "euc-jp": {
        "ja": "EUC-JP で保存されています。文字コード UTF-8 で保存し直してください。",
        "en": "saved as EUC-JP; save it as UTF-8",
    },
    "not-utf-8": {
        "ja": "UTF-8 でない文字があります。文字コード UTF-8 で保存し直してください。",
        "en": "holds bytes that are not UTF-8; save it as UTF-8",
    },
    "not-text": {
        "ja": "テキストではありません（NUL文字があります）。UTF-8 のYAMLファイルを置いてください。",
        "en": "not a text file (holds NUL characters); put a YAML file in UTF-8 here",
    },
    "control-character": {
        "ja": "制御文字が含まれています。取り除いてください。",
        "en": "holds a control character; remove it",
    },
    "second-document": {
        "ja": "2つ目の文書（---）が始まっています。1ファイルに1文書とし、別のファイルに分けてください。",
        "en": "a second document (---) begins here; one document a file, move it to a file of its own",
    },
    "yaml-tag": {
        "ja": "タグ（{tag}）は使えません。タグを消してください。",
        "en": "tags ({tag}) are not accepted; remove it",
    },
    "yaml-bomb": {
        "ja": "別名（*名前）の展開が多過ぎます（上限 {most} 項目）。繰り返しを減らしてください。",
        "en": "aliases (*name) expand to too much (at most {most} values); repeat less",
    },
    "too-deep": {
        "ja": "入れ子が深過ぎます（上限 {most} 段）。括弧と字下げを確かめてください。",
        "en": "nested too deeply (at most {most} levels); check brackets and indentation",
    },
    "key-twice": {
        "ja": "同じキーが {first} 行目にもあります。どちらか一つにしてください。",
        "en": "the same key is already on line {first}; keep one of them",
    },
    "key-not-text": {
        "ja": "キーが文字列ではありません。{{…}} や […] を値として書くときは引用符で囲んでください。",
        "en": "the key is not text; to write {{…}} or […] as text, put it in quotes",
    },
    "merge-not-mapping": {
        "ja": "「<<」の値は「キー: 値」の組（*名前）でなければなりません。",
        "en": "`<<` takes a mapping (*name)",
    },
    "yaml-alias": {
        "ja": "別名（*名前）の元になる「&名前」が、これより前にありません。文字として書くなら引用符で囲んでください。",
        "en": "no `&name` before this alias (*name); if it is meant as text, put it in quotes",
    },
    "yaml-tab": {
        "ja": "字下げにタブが使われています。半角空白にしてください。",
        "en": "indented with a tab; use spaces",
    },
    "yaml-colon": {
        "ja": "ここに「:」は置けません。字下げと前の行の「:」を確かめるか、値を引用符で囲んでください。",
        "en": "no `:` can stand here; check the indentation and the `:` of the line above, or quote the value",
    },
    "yaml-no-colon": {
        "ja": "キーの後に「: 」（コロンと半角空白）がありません。全角の「：」になっていないか確かめてください。",
        "en": "the key lacks `: ` (a colon and a space) after it",
    },
    "yaml-bracket": {
        "ja": "{opened} 行目で開いた括弧が閉じていないか、区切りの「,」がありません。",
        "en": "the bracket opened on line {opened} is not closed, or a `,` is missing",
    },
    "yaml-quote": {
        "ja": "{opened} 行目で始まった引用符が閉じていません。",
        "en": "the quote opened on line {opened} is not closed",
    },
    "yaml-escape": {
        "ja": "「\"…\"」の中の「\\」の使い方が違います。「'…'」で囲めば、そのままの文字になります。",
        "en": "wrong use of `\\` inside \"…\"; inside '…' it stands for itself",
    },
    "yaml-character": {
        "ja": "値を「{character}」で始めることはできません。値を引用符で囲んでください。",
        "en": "a value cannot begin with `{character}`; put it in quotes",
    },
    "yaml-indent": {
        "ja": "字下げが揃っていないか、「- 」や「: 」が足りません。{opened} 行目からの並びと揃えてください。",
        "en": "the indentation does not match, or a `- ` or `: ` is missing; align it with line {opened}",
    },
    "yaml-syntax": {
        "ja": "YAMLとして読めません。この行の記号と字下げを確かめてください。",
        "en": "not valid YAML; check the signs and the indentation of this line",
    },
    # --- what stands where -------------------------------------------------------------------
    "file-not-mapping": {
        "ja": "ファイルの最上位は「キー: 値」の組でなければなりません（例: 「components:」の下に一覧を書く）。",
        "en": "the top of the file must be a mapping, such as `components:` with a list below it",
    },
    "section-not-list": {
        "ja": "{name} は一覧です。各項目を「- 」で始めてください。",
        "en": "{name} is a list; begin each item with `- `",
    },
    "scenario-in-inventory": {
        "ja": "これは被害想定のファイルです。scenarios フォルダーに移してください。",
        "en": "this belongs to a scenario; move the file to the scenarios folder",
    },
    "scenario-empty": {
        "ja": "ファイルが空です。「scenario:」と「events:」を書いてください。",
        "en": "the file is empty; write `scenario:` and `events:`",
    },
    "accepted-missing": {
        "ja": "「accepted:」がありません。「accepted:」の下に、code、ids、reason、by、expires を持つ項目の一覧を書いてください。",
        "en": "`accepted:` is missing; write `accepted:` with a list of items, each with code, ids, reason, by and expires",
    },
    "accepted-no-code": {
        "ja": "「{code}」は指摘の番号ではありません。bcp check が示す BCP-501 のような番号を書いてください。",
        "en": "`{code}` is no code of a finding; write one that bcp check tells, such as BCP-501",
    },
    "accepted-no-code-near": {
        "ja": "「{code}」は指摘の番号ではありません。「{nearest}」の誤りではありませんか。",
        "en": "`{code}` is no code of a finding; did you mean `{nearest}`?",
    },
    "scenario-missing": {
        "ja": "「scenario:」がありません。「scenario: {{id: …, name: …}}」を書いてください。",
        "en": "`scenario:` is missing; write `scenario: {{id: …, name: …}}`",
    },
    "unknown-key": {
        "ja": "「{name}」というキーはありません。使えるキー: {known}",
        "en": "no such key as `{name}`; keys are {known}",
    },
    "unknown-key-near": {
        "ja": "「{name}」というキーはありません。「{nearest}」ではありませんか。",
        "en": "no such key as `{name}`; did you mean `{nearest}`?",
    },
    "missing": {
        "ja": "「{name}」がありません。書き加えてください。",
        "en": "`{name}` is missing; add it",
    },
    "empty-value": {
        "ja": "値がありません。値を書くか、この行を消してください。",
        "en": "has no value; write one or remove the line",
    },
    # --- values ------------------------------------------------------------------------------
    "bad-id": {
        "ja": "「{value}」はidに使えません。半角の英小文字、数字、ハイフンだけで書いてください（例: registry-db）。",
        "en": "`{value}` is no id; use small letters, digits and hyphens, such as registry-db",
    },
    "too-long": {
        "ja": "長過ぎます（上限 {max_length} 文字）。",
        "en": "too long; at most {max_length} characters",
    },
    "value-not-text": {
        "ja": "一つの文字列を書いてください（「{value}」は書けません）。",
        "en": "takes a single text, not `{value}`",
    },
    "bad-value": {
        "ja": "「{value}」は使えません。書き方を確かめてください。",
        "en": "`{value}` is not accepted; check how it is written",
    },
    "not-one-of": {
        "ja": "「{value}」は使えません。次のどれかを書いてください: {known}",
        "en": "`{value}` is not accepted; one of {known}",
    },
    "not-one-of-near": {
        "ja": "「{value}」は使えません。「{nearest}」ではありませんか。書けるもの: {known}",
        "en": "`{value}` is not accepted; did you mean `{nearest}`? One of {known}",
    },
    "bad-number": {
        "ja": "「{value}」は数として読めません。半角の数字で書いてください（例: 3）。",
        "en": "`{value}` is no number; write one such as 3",
    },
    "bad-bool": {
        "ja": "「{value}」は使えません。true か false を書いてください。",
        "en": "`{value}` is not accepted; write true or false",
    },
    "too-small": {
        "ja": "「{value}」は小さ過ぎます。{ge} 以上を書いてください。",
        "en": "`{value}` is too small; at least {ge}",
    },
    "too-large": {
        "ja": "「{value}」は大き過ぎます。{le} 以下を書いてください。",
        "en": "`{value}` is too large; at most {le}",
    },
    "list-empty": {
        "ja": "一覧が空です。一つ以上書いてください。",
        "en": "the list is empty; write at least one entry",
    },
    "not-list": {
        "ja": "一覧を書いてください（例: [a, b]、又は行ごとに「- 」で始める）。",
        "en": "takes a list, such as [a, b] or lines beginning with `- `",
    },
    "not-mapping": {
        "ja": "「キー: 値」の組を書いてください（例: {{id: a, name: b}}）。",
        "en": "takes a mapping, such as {{id: a, name: b}}",
    },
    "bad-duration": {
        "ja": "「{value}」は時間として読めません。90s、30m、4h、3d、2w、1d12h のように書いてください。",
        "en": "`{value}` is no duration; write it like 90s, 30m, 4h, 3d, 2w or 1d12h",
    },
    "bad-span": {
        "ja": "「{value}」は時間として使えません。0 より長い時間を 30m、4h、3d、1d12h のように書いてください。",
        "en": "`{value}` cannot stand here; write a duration above zero like 30m, 4h, 3d or 1d12h",
    },
    "bad-share": {
        "ja": "「{value}」は割合として読めません。30% か 0.3 のように、0 から 1 の間で書いてください。",
        "en": "`{value}` is no share; write 30% or 0.3, from 0 to 1",
    },
    "bad-people": {
        "ja": "「{value}」は人数とも割合とも読めません。人数は 2、割合は 60% か 0.6 のように書いてください。",
        "en": "`{value}` is neither heads nor a share; write 2 for two people, 60% or 0.6 for a share",
    },
    "bad-clock": {
        "ja": "「{value}」は時刻として読めません。09:00 のように、00:00 から 24:00 の間で書いてください。",
        "en": "`{value}` is no time of day; write it like 09:00, from 00:00 to 24:00",
    },
    "bad-hours": {
        "ja": "「{value}」は勤務時間として読めません。「weekdays 09:00-17:30」か「daily 08:00-20:00」のように書いてください。",
        "en": "`{value}` are no hours; write `weekdays 09:00-17:30` or `daily 08:00-20:00`",
    },
    "bad-month-day": {
        "ja": "「{value}」は月日として読めません。02-16 のように書いてください。",
        "en": "`{value}` is no day of the year; write it like 02-16",
    },
    "bad-date": {
        "ja": "「{value}」は日付として読めません。2026-11-23 のように書いてください。",
        "en": "`{value}` is no date; write it like 2026-11-23",
    },
    "bad-local-time": {
        "ja": "「{value}」は日時として読めません。現地時刻を 2026-11-23T02:00 のように（時差は付けずに）書いてください。",
        "en": "`{value}` is no local time; write it like 2026-11-23T02:00, without an offset",
    },
    "bad-weight": {
        "ja": "「{value}」は重みとして読めません。10 や 2.5 のように、0 以上の数で書いてください。",
        "en": "`{value}` is no weight; write a number from 0 on, such as 10 or 2.5",
    },
    "bad-colour": {
        "ja": '色は「"#005bac"」のように、# と16進数6桁を引用符で囲んで書いてください（引用符がないと注釈とみなされます）。',
        "en": 'write a colour as # and six hexadecimal digits in quotes, such as "#005bac" (without quotes it is a comment)',
    },
    "assumed-unknown": {
        "ja": "この項目にないキーが仮定とされています: {keys}。この項目のキーか all を書いてください。",
        "en": "names keys that this item does not have: {keys}; write a key of the item, or all",
    },
    # --- inside one item ---------------------------------------------------------------------
    "provider-twice": {
        "ja": "同じidが2回書かれています: {ids}。それぞれ1回だけ書いてください。",
        "en": "names the same id twice: {ids}; name each once",
    },
    "at-least-too-large": {
        "ja": "at_least が {at_least} ですが、any_of には {number} 個しかありません。",
        "en": "at_least is {at_least}, but any_of names only {number}",
    },
    "levels-at-least": {
        "ja": "levels の最小の数（{least}）と at_least（{at_least}）が違います。at_least を消せば揃います。",
        "en": "the smallest number of levels ({least}) differs from at_least ({at_least}); leave at_least out",
    },
    "levels-too-many": {
        "ja": "levels に {most} とありますが、any_of には {number} 個しかありません。",
        "en": "levels goes up to {most}, but any_of names only {number}",
    },
    "backups-not-data": {
        "ja": "backups は kind: data の構成要素にだけ書けます（これは {kind}）。",
        "en": "backups are for components of kind data only (this one is {kind})",
    },
    "pert-order": {
        "ja": "low ≤ likely ≤ high の順になっていません。",
        "en": "must be in the order low ≤ likely ≤ high",
    },
    "delay-no-step": {
        "ja": "delay がずらすのは assembly のうち 0h より後の参集です。assembly に {{2h: 100%}} のように書いてください。",
        "en": "delay moves the steps of assembly that lie after 0h; give it one, such as {{2h: 100%}}",
    },
    "rto-over-mtpd": {
        "ja": "RTO（業務開始目標時間）が MTPD（最大許容停止時間）より長くなっています。RTO を MTPD 以下にしてください。",
        "en": "the RTO is longer than the MTPD; make it as long or shorter",
    },
    "rto-over-mtpd-disaster": {
        "ja": "災害時の RTO が災害時の MTPD より長くなっています。RTO を MTPD 以下にしてください。",
        "en": "the RTO in a disaster is longer than the MTPD in a disaster; make it as long or shorter",
    },
    "unknown-rank": {
        "ja": "「{value}」は organisation の ranks にありません。次のどれかを書いてください: {known}",
        "en": "`{value}` is none of the organisation's ranks; one of {known}",
    },
    "unknown-measured-task": {
        "ja": "手順「{procedure}」に作業「{id}」はありません。あるもの: {known}。作業をなくしたのなら、この実測も消してください。",
        "en": "procedure `{procedure}` has no task `{id}`, only {known}; if the task is gone, remove what was measured of it",
    },
    "rank-twice": {
        "ja": "同じ重要度が2回書かれています。それぞれ1回だけ書いてください。",
        "en": "names a rank twice; name each once",
    },
    "tiers-order": {
        "ja": "短い順に、重複なく書いてください。",
        "en": "must rise from one to the next",
    },
    "unknown-timezone": {
        "ja": "「{value}」という時間帯はありません。Asia/Tokyo のように書いてください。",
        "en": "no such time zone as `{value}`; write it like Asia/Tokyo",
    },
    # --- between items -----------------------------------------------------------------------
    "organisation-missing": {
        "ja": "「organisation:」がどのファイルにもありません。{file} に「organisation: {{id: …, name: …}}」を書いてください。",
        "en": "no file has `organisation:`; write `organisation: {{id: …, name: …}}` in {file}",
    },
    "organisation-twice": {
        "ja": "organisation は {first} にもあります。一つにまとめてください。",
        "en": "organisation already stands at {first}; keep one",
    },
    "plan-twice": {
        "ja": "plan は {first} にもあります。一つにまとめてください。",
        "en": "plan already stands at {first}; keep one",
    },
    "id-twice": {
        "ja": "id「{id}」は {first} でも使われています。別のidにしてください。",
        "en": "the id `{id}` is already used at {first}; choose another",
    },
    "reserved-id": {
        "ja": "「{id}」は予約された語で、idには使えません。別のidにしてください。",
        "en": "`{id}` is a reserved word; choose another id",
    },
    "unknown-id": {
        "ja": "「{id}」というidの{wanted}はありません。idを確かめてください。",
        "en": "no {wanted} has the id `{id}`; check the id",
    },
    "unknown-id-near": {
        "ja": "「{id}」というidの{wanted}はありません。「{nearest}」ではありませんか。",
        "en": "no {wanted} has the id `{id}`; did you mean `{nearest}`?",
    },
    "wrong-sort": {
        "ja": "「{id}」は{sort}です。ここには{wanted}のidを書いてください。",
        "en": "`{id}` is a {sort}; this takes the id of a {wanted}",
    },
    "needs-itself": {
        "ja": "「{id}」が自分自身を必要としています。この行から消してください。",
        "en": "`{id}` requires itself; remove it here",
    },
    "own-outside-task": {
        "ja": "own は復旧手順の作業の requires にだけ書けます。",
        "en": "own is only for the requires of a task",
    },
    "own-not-alone": {
        "ja": "own は「requires: [own, …]」のように、それだけで一つの項目として書いてください。",
        "en": "own stands by itself, as in `requires: [own, …]`",
    },
    "task-twice": {
        "ja": "作業のid「{id}」がこの手順の中で2回使われています。別のidにしてください。",
        "en": "the procedure has two tasks with the id `{id}`; choose another",
    },
    "unknown-task": {
        "ja": "「{id}」という作業はこの手順にありません。この手順の作業: {known}",
        "en": "the procedure has no task `{id}`; its tasks are {known}",
    },
    "after-circle": {
        "ja": "作業が互いを待っています（{circle}）。どれかの after を消してください。",
        "en": "tasks wait for each other ({circle}); remove one after",
    },
    "within-circle": {
        "ja": "場所が互いの中にあります（{circle}）。どれかの within を直してください。",
        "en": "places stand inside each other ({circle}); correct one within",
    },
    # --- facts for documents -----------------------------------------------------------------
    "deputy-leads": {
        "ja": "「{id}」は lead（責任者）です。代理には別の人を書いてください。",
        "en": "`{id}` is the lead; name somebody else as a deputy",
    },
    "deputy-twice": {
        "ja": "代理「{id}」が2回書かれています。1回だけ書いてください。",
        "en": "names the deputy `{id}` twice; name each once",
    },
    "named-twice": {
        "ja": "「{id}」が2回書かれています。1回だけ書いてください。",
        "en": "names `{id}` twice; name each once",
    },
    "revisions-order": {
        "ja": "前の版より古い日付です。古い順に並べてください。",
        "en": "is dated before the revision above it; put the oldest first",
    },
    "file-not-inside": {
        "ja": "「{value}」は使えません。このファイルのあるフォルダーから見た場所を chapters/intro.md のように書いてください（絶対パス、「..」、「\\」は使えません）。",
        "en": "`{value}` cannot stand here; write the place as seen from this file, such as chapters/intro.md (no absolute path, no `..`, no `\\`)",
    },
    "file-suffix": {
        "ja": "「{value}」は使えません。ファイル名の末尾は次のどれかです: {known}",
        "en": "`{value}` cannot stand here; the name of the file has to end in {known}",
    },
    "unknown-changed-section": {
        "ja": "「{name}」は changes に書けません。書けるもの: {known}",
        "en": "`{name}` cannot be changed by a measure; sections are {known}",
    },
    "changed-twice": {
        "ja": "id「{id}」がこの一覧に2回書かれています。一つにまとめてください。",
        "en": "changes `{id}` twice; put both into one item",
    },
    "changed-elsewhere": {
        "ja": "id「{id}」は {section} にあります。{section}: の下に書いてください。",
        "en": "`{id}` stands in {section}; write it below `{section}:`",
    },
    # --- scenarios ---------------------------------------------------------------------------
    "select-empty": {
        "ja": "何も選んでいません。id、kind、within、tag のどれかを書いてください。",
        "en": "selects by nothing; write id, kind, within or tag",
    },
    "selects-nothing": {
        "ja": "すべての条件に合う構成要素が一つもありません。条件を減らすか、見直してください。",
        "en": "no component matches all of this; ask for less, or for something else",
    },
    "selects-empty-place": {
        "ja": "その場所の中には何もありません（場所そのものは含みません）。場所そのものを選ぶなら id で書いてください。",
        "en": "nothing stands within that place (the place itself is left out); to mean the place, use id",
    },
    "selects-no-kind": {
        "ja": "この種類（kind）の構成要素が一つもありません。",
        "en": "there is no component of this kind",
    },
    "unknown-tag": {
        "ja": "「{value}」というタグの付いた構成要素はありません。",
        "en": "no component has the tag `{value}`",
    },
    "unknown-tag-near": {
        "ja": "「{value}」というタグの付いた構成要素はありません。「{nearest}」ではありませんか。",
        "en": "no component has the tag `{value}`; did you mean `{nearest}`?",
    },
    "bad-correlation": {
        "ja": "「{value}」は使えません。correlation には site だけが書けます。",
        "en": "`{value}` is not accepted; correlation takes site only",
    },
    "event-one-kind": {
        "ja": "一つの出来事には damage、outage、access、staff のうち一つだけを書いてください。",
        "en": "an event is exactly one of damage, outage, access and staff",
    },
    "starts-missing-hours": {
        "ja": "「starts」がありません。要員「{id}」に勤務時間があるため、発災日時を starts: 2026-11-23T02:00 のように書いてください。",
        "en": "`starts` is missing; the team `{id}` has hours, so say when it happens, like starts: 2026-11-23T02:00",
    },
    "starts-missing-peaks": {
        "ja": "「starts」がありません。業務「{id}」に繁忙期があるため、発災日時を starts: 2026-11-23T02:00 のように書いてください。",
        "en": "`starts` is missing; the function `{id}` has peaks, so say when it happens, like starts: 2026-11-23T02:00",
    },
    # --- drills ------------------------------------------------------------------------------
    "drill-empty": {
        "ja": "ファイルが空です。「drill:」と「injects:」を書いてください。",
        "en": "the file is empty; write `drill:` and `injects:`",
    },
    "drill-missing": {
        "ja": "「drill:」がありません。「drill: {{id: …, name: …, kind: tabletop, scenario: …}}」を書いてください。",
        "en": "`drill:` is missing; write `drill: {{id: …, name: …, kind: tabletop, scenario: …}}`",
    },
    "drill-scenario-missing": {
        "ja": "被害想定のファイル {file} がありません。この訓練のファイルから見た場所か、被害想定のidを書いてください。",
        "en": "there is no scenario file {file}; write its place as seen from this file, or the id of a scenario",
    },
    "bad-moment": {
        "ja": "「{value}」は時点として読めません。発災からの時間（1h30m）、時刻（15:10）、日時（2026-11-25T10:00）のどれかを書いてください。",
        "en": "`{value}` is no moment; write a time since the incident (1h30m), a time of day (15:10) or a local time (2026-11-25T10:00)",
    },
    "bad-work": {
        "ja": "「{value}」は作業として読めません。「構成要素のid/作業のid」（例: registry-db/restore）の形で書いてください。",
        "en": "`{value}` is no task; write it as component/task, such as registry-db/restore",
    },
    "bad-option": {
        "ja": "「{value}」は選択肢として読めません。「状況付与の番号/選択肢のid」（例: 3/stay）の形で書いてください。",
        "en": "`{value}` is no option; write it as inject/option, such as 3/stay",
    },
    "sign-one-kind": {
        "ja": "{keys} のうち一つだけを書いてください。",
        "en": "takes exactly one of {keys}",
    },
    "measure-one-kind": {
        "ja": "測り方は {keys} のうち一つだけを書いてください。",
        "en": "a measure is exactly one of {keys}",
    },
    "when-one-kind": {
        "ja": "条件は {keys} のうち一つだけを書いてください。",
        "en": "a condition is exactly one of {keys}",
    },
    "jump-backwards": {
        "ja": "「to」が「at」より後になっていません。想定の時計は戻せません。「at」より後の時点を書いてください。",
        "en": "`to` is not later than `at`; the scenario's clock cannot go back, so write a later moment",
    },
    "jump-before-start": {
        "ja": "訓練の開始（clock の starts）より前です。開始以後の時点を書いてください。",
        "en": "lies before the drill starts (`starts` of the clock); write a later moment",
    },
    "jump-order": {
        "ja": "前の早送りの行き先（to）より前です。早送りは順に、重ならないように書いてください。",
        "en": "lies before the end (`to`) of the jump above; write jumps in order, one after the other",
    },
    "inject-at-and-when": {
        "ja": "「at」と「when」の両方があります。時刻を決めるなら at、条件で出すなら when、どちらか一つにしてください。",
        "en": "has both `at` and `when`; keep `at` for a time, or `when` for a condition",
    },
    "inject-twice": {
        "ja": "状況付与の番号「{id}」が2回使われています。別の番号にしてください。",
        "en": "two injects have the number `{id}`; choose another",
    },
    "objective-twice": {
        "ja": "訓練目標のid「{id}」が2回使われています。別のidにしてください。",
        "en": "two objectives have the id `{id}`; choose another",
    },
    "option-twice": {
        "ja": "選択肢のid「{id}」がこの状況付与の中で2回使われています。別のidにしてください。",
        "en": "the inject has two options with the id `{id}`; choose another",
    },
    "unknown-inject": {
        "ja": "番号「{id}」の状況付与はありません。あるもの: {known}",
        "en": "no inject has the number `{id}`; there are {known}",
    },
    "unknown-inject-near": {
        "ja": "番号「{id}」の状況付与はありません。「{nearest}」ではありませんか。",
        "en": "no inject has the number `{id}`; did you mean `{nearest}`?",
    },
    "unknown-objective": {
        "ja": "「{id}」という訓練目標はありません。あるもの: {known}",
        "en": "no objective has the id `{id}`; there are {known}",
    },
    "unknown-objective-near": {
        "ja": "「{id}」という訓練目標はありません。「{nearest}」ではありませんか。",
        "en": "no objective has the id `{id}`; did you mean `{nearest}`?",
    },
    "unknown-option": {
        "ja": "状況付与「{inject}」に「{id}」という選択肢はありません。あるもの: {known}",
        "en": "inject `{inject}` has no option `{id}`; there are {known}",
    },
    "unknown-option-near": {
        "ja": "状況付与「{inject}」に「{id}」という選択肢はありません。「{nearest}」ではありませんか。",
        "en": "inject `{inject}` has no option `{id}`; did you mean `{nearest}`?",
    },
    "unknown-work": {
        "ja": "「{component}」の復旧手順に「{id}」という作業はありません。あるもの: {known}",
        "en": "no procedure of `{component}` has the task `{id}`; there are {known}",
    },
    "unknown-work-near": {
        "ja": "「{component}」の復旧手順に「{id}」という作業はありません。「{nearest}」ではありませんか。",
        "en": "no procedure of `{component}` has the task `{id}`; did you mean `{nearest}`?",
    },
    "work-no-procedure": {
        "ja": "「{component}」には復旧手順（procedure）がないため、作業もありません。手順のある構成要素を書いてください。",
        "en": "`{component}` has no procedure and so no tasks; name a component that has one",
    },
    "when-circle": {
        "ja": "状況付与が互いを待っているため、どれも出ません（{circle}）。どれかの when を直してください。",
        "en": "injects wait for each other, so none is ever given ({circle}); change one `when`",
    },
    "missed-no-deadline": {
        "ja": "状況付与「{id}」には期限（deadline）がないため、期限切れになりません。{id} に deadline を書いてください。",
        "en": "inject `{id}` has no deadline that could pass; give it a `deadline`",
    },
    "deadline-no-expected": {
        "ja": "期限（deadline）がありますが、期待する行動（expected）がありません。何をいつまでに求めるのかを expected に書いてください。",
        "en": "has a deadline but nothing to be done by then; say in `expected` what is expected",
    },
    "answered-no-expected": {
        "ja": "状況付与「{id}」には期待する行動（expected）がないため、測れません。{id} に expected を書いてください。",
        "en": "inject `{id}` expects nothing that could be measured; give it `expected`",
    },
    "moment-needs-starts": {
        "ja": "時刻で書くには、被害想定「{scenario}」に発災日時（starts）が要ります。starts を書くか、発災からの時間（1h30m）で書いてください。",
        "en": "a time of day needs `starts` in the scenario `{scenario}`; add it, or write a time since the incident (1h30m)",
    },
    "moment-before-incident": {
        "ja": "発災（{starts}）より前です。発災以後の日時を書いてください。",
        "en": "lies before the incident ({starts}); write a later time",
    },
    # --- the Excel sheet of a drill ----------------------------------------------------------
    "msel-not-xlsx": {
        "ja": "Excelファイル（.xlsx）として読めません。Excelで開き、パスワードを付けずに「Excelブック (*.xlsx)」で保存し直してください。",
        "en": "cannot be read as an Excel file; open it in Excel and save it again as .xlsx, without a password",
    },
    "msel-too-large": {
        "ja": "ファイルが大き過ぎます（上限 {most} MiB）。状況付与の表だけを残して保存してください。",
        "en": "the file is too large (at most {most} MiB); keep only the sheet of the injects",
    },
    "msel-too-long": {
        "ja": "行が多過ぎます（上限 {most} 行）。余分な行を削除してください。",
        "en": "too many rows (at most {most}); delete those that are not needed",
    },
    "msel-no-headings": {
        "ja": "見出しの行がありません。「{no}」と「{text}」の列がある行が要ります。「bcp drill msel」で作った表を使ってください。",
        "en": "has no row of headings with the columns `{no}` and `{text}`; start from the sheet that `bcp drill msel` makes",
    },
    "msel-heading": {
        "ja": "「{value}」という見出しは使えません。使えるもの: {known}",
        "en": "no such heading as `{value}`; there are {known}",
    },
    "msel-heading-near": {
        "ja": "「{value}」という見出しは使えません。「{nearest}」ではありませんか。",
        "en": "no such heading as `{value}`; did you mean `{nearest}`?",
    },
    "msel-heading-twice": {
        "ja": "同じ見出し「{value}」が2回あります。どちらか一つにしてください。",
        "en": "the heading `{value}` stands twice; keep one of them",
    },
    "msel-no-heading": {
        "ja": "見出しのない列に書かれています。見出しのある列に移すか、消してください。",
        "en": "stands in a column without a heading; move it to one that has one, or remove it",
    },
    "msel-formula": {
        "ja": "数式又はエラー（{value}）は読み込めません。値を直接書いてください。",
        "en": "holds a formula or an error ({value}); write the value itself",
    },
    "msel-other-drill": {
        "ja": "この表は訓練「{found}」のものです。訓練「{wanted}」の表を指定してください。",
        "en": "this is the sheet of the drill `{found}`; give that of `{wanted}`",
    },
    "msel-cell-too-long": {
        "ja": "状況付与「{no}」の {name} が長過ぎて、表に書けません（上限 {most} 文字）。YAMLファイルの中で短くするか、分けてください。",
        "en": "`{name}` of inject `{no}` is too long for a cell (at most {most} characters); shorten or split it in the YAML file",
    },
    # --- records and scripts -----------------------------------------------------------------
    "record-no-head": {
        "ja": "訓練の記録ではありません（1行目が記録の見出しではない）。record.jsonl のあるフォルダーを指定してください。",
        "en": "no record of a drill (its first line is no head); name a folder that holds a record.jsonl",
    },
    "record-newer": {
        "ja": "bcp {version} が書いた、このbcpより新しい形式の記録です。bcp を新しくしてください。",
        "en": "a record of a later format, written by bcp {version}; use a later bcp",
    },
    "record-broken": {
        "ja": "この行は書かれたときのままではありません（ハッシュの連鎖が合わない）。控えがあれば戻してください。このままでも bcp drill report は警告付きで読めます。",
        "en": "this line is not as it was written (the chain of hashes is broken); restore a copy if there is one; `bcp drill report` still reads it, with a warning",
    },
    "record-strange": {
        "ja": "この行の内容が分かりません。新しい bcp が書いた記録なら、その bcp を使ってください。",
        "en": "this line holds something unknown; if a later bcp wrote the record, use that",
    },
    "record-input-changed": {
        "ja": "訓練を始めたときの写しから変わっています。控えがあれば戻してください。このままでも bcp drill report は警告付きで読めます。",
        "en": "differs from what was run; restore a copy if there is one; `bcp drill report` still reads it, with a warning",
    },
    "record-impossible": {
        "ja": "記録された出来事が、順に起こり得ないものになっています。控えがあれば戻してください。",
        "en": "what is recorded cannot have happened in this order; restore a copy if there is one",
    },
    "script-empty": {
        "ja": "台本が空です。「- {{at: 0, do: start}}」のように一つずつ書いてください。",
        "en": "the script is empty; write steps such as `- {{at: 0, do: start}}`",
    },
    "script-not-list": {
        "ja": "台本は一覧です。「- {{at: 5m, do: note, text: …}}」のように、各項目を「- 」で始めてください。",
        "en": "a script is a list; begin each step with `- `, as in `- {{at: 5m, do: note, text: …}}`",
    },
    "script-not-json": {
        "ja": "JSONとして読めません。1行に一つの {{…}} を UTF-8 で書いてください。",
        "en": "not JSON; write one {{…}} a line, in UTF-8",
    },
    "script-order": {
        "ja": "前の操作より早い時刻です。時刻の順に並べてください。",
        "en": "earlier than the step above; put the steps in the order of time",
    },
    "bad-exercise-time": {
        "ja": "「{value}」は訓練開始からの時間として読めません。5m、1h2m3s、又は秒数（90.5）で書いてください。",
        "en": "`{value}` is no time since the start of the drill; write it like 5m, 1h2m3s, or in seconds (90.5)",
    },
    "script-refused": {
        "ja": "この操作はできません（{why}）。台本を直すか、できないことを確かめるなら refused: true を書いてください。",
        "en": "refused: {why}; change the script, or write `refused: true` if that is what it tests",
    },
    "script-not-refused": {
        "ja": "refused: true とありますが、この操作は行われました。",
        "en": "says `refused: true`, but the command was carried out",
    },
    # --- what was asked for ------------------------------------------------------------------
    "no-workspace": {
        "ja": "作業フォルダー（inventory と scenarios のあるフォルダー）が見つかりません。その中で実行するか、--inventory で指定するか、「bcp init フォルダー名」で作ってください。",
        "en": "no workspace here (a folder with inventory and scenarios); go to one, name one with --inventory, or make one with `bcp init DIR`",
    },
    "unknown-inventory": {
        "ja": "「{name}」という台帳はありません。あるもの: {known}",
        "en": "no such inventory as `{name}`; there are {known}",
    },
    "unknown-inventory-near": {
        "ja": "「{name}」という台帳はありません。「{nearest}」ではありませんか。あるもの: {known}",
        "en": "no such inventory as `{name}`; did you mean `{nearest}`? There are {known}",
    },
    "which-inventory": {
        "ja": "台帳が複数あります（{known}）。--inventory か環境変数 BCP_INVENTORY でどれかを指定してください。",
        "en": "there are several inventories ({known}); choose one with --inventory, or set BCP_INVENTORY",
    },
    "unknown-scenario": {
        "ja": "「{name}」という被害想定はありません。あるもの: {known}。ほかは「bcp list scenarios」で探せます。",
        "en": "no such scenario as `{name}`; there are {known}; `bcp list scenarios` finds more",
    },
    "unknown-scenario-near": {
        "ja": "「{name}」という被害想定はありません。「{nearest}」ではありませんか。あるもの: {known}。ほかは「bcp list scenarios」で探せます。",
        "en": "no such scenario as `{name}`; did you mean `{nearest}`? There are {known}; `bcp list scenarios` finds more",
    },
    "no-scenarios": {
        "ja": "{folder} に被害想定のファイル（*.yaml）がありません。",
        "en": "{folder} holds no scenario (*.yaml)",
    },
    "which-scenario": {
        "ja": "「{name}」という被害想定が複数あります（{known}）。ファイルの場所で指定するか、--inventory で絞ってください。",
        "en": "there are several scenarios `{name}` ({known}); name the file, or choose with --inventory",
    },
    "target-not-empty": {
        "ja": "{target} は既にあり、空ではありません。新しいフォルダー名を指定してください。",
        "en": "{target} exists and is not empty; name a new folder",
    },
    "unknown-sample": {
        "ja": "「{name}」という見本はありません。あるもの: {known}",
        "en": "no such sample as `{name}`; there are {known}",
    },
    "unknown-drill": {
        "ja": "「{name}」という訓練はありません。あるもの: {known}",
        "en": "no such drill as `{name}`; there are {known}",
    },
    "unknown-drill-near": {
        "ja": "「{name}」という訓練はありません。「{nearest}」ではありませんか。あるもの: {known}",
        "en": "no such drill as `{name}`; did you mean `{nearest}`? There are {known}",
    },
    "no-drills": {
        "ja": "{folder} に訓練のファイル（*.yaml）がありません。「bcp drill new 被害想定」で下書きを作れます。",
        "en": "{folder} holds no drill (*.yaml); `bcp drill new SCENARIO` writes a first draft",
    },
    "which-drill": {
        "ja": "「{name}」という訓練が複数あります（{known}）。ファイルの場所で指定するか、--inventory で絞ってください。",
        "en": "there are several drills `{name}` ({known}); name the file, or choose with --inventory",
    },
    "record-held": {
        "ja": "{record} は別の端末で使用中です（{host}、プロセス {pid}、{since} から）。見るだけなら「bcp drill watch」を使ってください。",
        "en": "{record} is in use in another terminal ({host}, process {pid}, since {since}); to look on, use `bcp drill watch`",
    },
    "no-open-record": {
        "ja": "終了していない訓練の記録がありません。訓練を始めるには「bcp drill run 訓練」、終了した訓練に書き足すには訓練か記録を指定します。",
        "en": "no record of a drill that was not ended; start one with `bcp drill run DRILL`, or name the drill or record to add to",
    },
    "no-records": {
        "ja": "訓練の記録がまだありません。訓練を始めるには「bcp drill run 訓練」を使います。",
        "en": "there are no records of drills yet; start a drill with `bcp drill run DRILL`",
    },
    "unknown-record": {
        "ja": "「{name}」という記録はありません。あるもの: {known}",
        "en": "no such record as `{name}`; there are {known}",
    },
    "unknown-record-near": {
        "ja": "「{name}」という記録はありません。「{nearest}」ではありませんか。",
        "en": "no such record as `{name}`; did you mean `{nearest}`?",
    },
    # --- what `bcp risk` printed ---------------------------------------------------------------
    "risk-not-json": {
        "ja": "JSONとして読めません。「bcp risk 被害想定 --json」の出力をそのまま保存したファイルを指定してください。",
        "en": "is no JSON; name a file that holds what `bcp risk SCENARIO --json` printed",
    },
    "risk-not-risk": {
        "ja": "被害想定の結果がありません。「bcp risk 被害想定 --json」の出力を指定してください。",
        "en": "holds the result of no scenario; name what `bcp risk SCENARIO --json` printed",
    },
    "risk-key-twice": {
        "ja": "同じ階層にキー「{name}」が2回あります。1回だけにしてください。",
        "en": "the key `{name}` is there twice in one object; keep one",
    },
    "risk-twice": {
        "ja": "被害想定「{id}」の結果が2回あります。1回だけにしてください。",
        "en": "the scenario `{id}` is there twice; keep one",
    },
    "risk-number": {
        "ja": "「{value}」は使えません。引用符を付けずに数を書いてください。",
        "en": "`{value}` is not accepted; takes a number without quotes",
    },
    "risk-order": {
        "ja": "百分位数の順が逆です。p10、p50、p90、p99 の順に大きくなる必要があります。",
        "en": "the percentiles fall; p10, p50, p90 and p99 have to rise in this order",
    },
    "risk-which": {
        "ja": "{file} には複数の被害想定の結果があります。一つを指定してください: {known}",
        "en": "{file} holds the results of several scenarios; name one: {known}",
    },
    "risk-other": {
        "ja": "{file} に被害想定「{name}」の結果はありません。あるもの: {known}",
        "en": "{file} holds no result of the scenario `{name}`; it holds {known}",
    },
    "risk-band": {
        "ja": "帯は［秒, p10, p90］の一覧です。秒は重複なく増え、p10 は p90 以下でなければなりません。",
        "en": "takes entries [seconds, p10, p90] whose seconds rise, with p10 not above p90",
    },
}
