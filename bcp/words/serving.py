"""What the pages of ``bcp drill serve`` say beside the screen itself."""

from __future__ import annotations

from bcp.words import Table

WORDS: Table = {
    "mark": {"ja": "訓練 EXERCISE", "en": "EXERCISE"},
    "enter-code": {
        "ja": "進行役の端末に表示された接続コードを入力してください。",
        "en": "Enter the code that the facilitator's terminal shows.",
    },
    "code": {"ja": "接続コード", "en": "Code"},
    "enter": {"ja": "見る", "en": "Watch"},
    "wrong-code": {"ja": "接続コードが違います。", "en": "This is not the code."},
    "locked": {
        "ja": "誤ったコードが続いたため、しばらく受け付けません。1分ほど待ってください。",
        "en": "Too many wrong codes. Wait a minute.",
    },
    "full": {
        "ja": "同時に見られるのは{number}台までです。ほかの画面が閉じるのを待ってください。",
        "en": "{number} screens are open, and no more can be. Wait until one is closed.",
    },
    "refused": {
        "ja": "このアドレスからは見られません。進行役の端末に表示されたURLを開いてください。",
        "en": "This page cannot be reached this way. Open the URL that the facilitator's terminal shows.",
    },
    "not-found": {"ja": "このページはありません。", "en": "There is no such page."},
    "opening": {"ja": "画面を開いています…", "en": "Opening the screen…"},
    "admitted": {"ja": "接続しました。", "en": "Welcome."},
    "go-on": {"ja": "画面へ", "en": "To the screen"},
    "closed": {
        "ja": "画面が閉じました。つながり次第、開き直します。",
        "en": "The screen was closed. It opens again as soon as it can.",
    },
    "open-again": {"ja": "開き直す", "en": "Open again"},
}
