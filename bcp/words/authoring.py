"""What is said where files are written and changed, and what can be wrong with that."""

from __future__ import annotations

from bcp.words import Lang

FAULTS: dict[str, dict[Lang, str]] = {
    "text-not-editable": {
        "ja": "{file}: この書き方のままでは、ほかを変えずに書き換えられません。エディターで直してください。",
        "en": "{file}: cannot be changed as it is written without touching the rest; please edit it by hand",
    },
}

STUBS: dict[str, dict[Lang, str]] = {
    "why": {"ja": "仮の値", "en": "a first guess"},
    "name-component": {"ja": "呼び名", "en": "as people call it"},
    "name-function": {"ja": "業務の名", "en": "as people call it"},
    "name-team": {"ja": "班・課・事業者の名", "en": "the team, division or vendor"},
    "name-procedure": {"ja": "手順の名", "en": "as people call it"},
    "name-measure": {"ja": "何をするか", "en": "what is done"},
    "kind-component": {
        "ja": "site room power cooling network server storage service data external のどれか",
        "en": "site room power cooling network server storage service data external",
    },
    "within": {"ja": "置いてある場所", "en": "where it stands"},
    "requires": {
        "ja": "これが全てなければ動かないもの。どれかでよければ {{any_of: [a, b]}}",
        "en": "all that it cannot work without; {{any_of: [a, b]}} where one will do",
    },
    "startup": {
        "ja": "必要なものがそろってから使えるまでの時間",
        "en": "from having all it needs to being of use",
    },
    "procedure": {"ja": "壊れたときの復旧手順のID", "en": "how it is recovered when damaged"},
    "tags": {
        "ja": "被害想定が選ぶための言葉（generator、windows、flood-prone など）",
        "en": "words that scenarios select it by: generator, windows, flood-prone …",
    },
    "backups": {"ja": "写しの置き場所と間隔", "en": "where copies are kept, and how often"},
    "assumed": {
        "ja": "確かめたら消す。根拠があれば source に書く",
        "en": "delete when verified; write the evidence under source",
    },
    "department": {"ja": "担当課", "en": "who is in charge"},
    "rank": {"ja": "organisation の ranks のどれか", "en": "one of organisation.ranks"},
    "rto": {
        "ja": "目標復旧時間（RTO）。災害時に別の値なら {{normal: 3h, disaster: 24h}}",
        "en": "by when it must be back; {{normal: 3h, disaster: 24h}} where a disaster allows more",
    },
    "mtpd": {
        "ja": "最大許容停止時間（MTPD）。RTO以上",
        "en": "how long it may be down at most; not below the RTO",
    },
    "rpo": {"ja": "失ってよいデータの長さ", "en": "how much data may be lost, as time"},
    "staff": {"ja": "必要な要員", "en": "the people it needs"},
    "workaround": {"ja": "代わりのやり方", "en": "how it goes on meanwhile"},
    "size": {"ja": "人数", "en": "how many they are"},
    "vendor": {
        "ja": "事業者なら true。時間は連絡から数える",
        "en": "true for a vendor: times count from the call",
    },
    "assembly": {"ja": "集まる人数の割合", "en": "the share on hand from then on"},
    "hours": {
        "ja": "働く時間帯。省略すれば24時間",
        "en": "when they work; around the clock if left out",
    },
    "tasks": {
        "ja": "作業。after は先に終えるもの",
        "en": "what is done; `after` names what comes first",
    },
    "duration": {
        "ja": "幅があれば low・likely・high",
        "en": "low, likely and high where nobody knows",
    },
    "own": {
        "ja": "own はその機器自身が必要とするもの全て",
        "en": "`own`: all that the component itself requires",
    },
    "of": {"ja": "弱点となっている構成要素・業務・班のID", "en": "what is weak without it"},
    "status": {
        "ja": "idea planned doing done dropped のどれか",
        "en": "idea, planned, doing, done or dropped",
    },
    "cost": {"ja": "一度だけの費用（円）", "en": "what it costs once"},
    "lead-time": {"ja": "決めてから効くまで", "en": "from the decision until it works"},
    "changes": {
        "ja": "台帳がどう変わるか。書けば bcp measures が効果を計算する",
        "en": "what it changes; `bcp measures` works out the benefit",
    },
    "scenario-head": {
        "ja": "新しい被害想定。仮の値を、ハザードマップや地域防災計画の値に置き換える。",
        "en": "A new scenario: replace what is assumed by what your hazard maps and plans say.",
    },
    "name-scenario": {"ja": "被害想定の名", "en": "as people call it"},
    "kind-scenario": {
        "ja": "earthquake flood blackout ransomware など",
        "en": "earthquake, flood, blackout, ransomware …",
    },
    "severity": {
        "ja": "normal なら平常時の目標で判定する",
        "en": "`normal`: the targets of ordinary times count",
    },
    "scenario-assembly": {
        "ja": "夜間・休日で、職員が参集しなければならないとき",
        "en": "at night or on a holiday, when people have to come in first",
    },
    "starts": {"ja": "発災の日時", "en": "when it happens, by the local clock"},
    "likelihood": {"ja": "1年あたりの回数", "en": "events a year"},
    "events": {
        "ja": "何が起きるか。select は id・kind・within・tag",
        "en": "what happens; select by id, kind, within or tag",
    },
    "event-damage": {"ja": "壊れて、直すまで戻らない", "en": "broken until it is repaired"},
    "event-access": {"ja": "立ち入れない", "en": "nobody can go in"},
    "event-staff": {"ja": "人が足りない", "en": "people are missing"},
}

BEGINNING: dict[str, dict[Lang, str]] = {
    "size-town": {"ja": "人口1万5千人ほどの町村", "en": "a town of about 15,000"},
    "size-city": {"ja": "人口5万人ほどの市", "en": "a city of about 50,000"},
    "size-large": {"ja": "人口20万人ほどの市", "en": "a city of about 200,000"},
    "core-vendor": {"ja": "基幹業務システムの保守事業者", "en": "Core system vendor"},
    "infra-vendor": {"ja": "サーバ・ストレージの保守事業者", "en": "Server and storage vendor"},
    "network-vendor": {"ja": "ネットワークの保守事業者", "en": "Network vendor"},
}
