"""From the content to one file of HTML: nothing is fetched, and no script runs but its own."""

from __future__ import annotations

import json
from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.utils import htmlsafe_json_dumps
from markupsafe import Markup, escape

from bcp.report.dossier import Dossier
from bcp.report.page.content import Content, Layouts, content_of
from bcp.report.page.curves import HEIGHT, WIDTH
from bcp.report.page.heat import Heat
from bcp.report.page.network_map import map_json
from bcp.report.page.voice import Both, told
from bcp.report.plain import clean
from bcp.words import LANGS, Lang, say
from bcp.words.page import WORDS

__all__ = ["managers_page", "rendered"]

_KINDS = (
    "site",
    "room",
    "power",
    "cooling",
    "network",
    "server",
    "storage",
    "service",
    "data",
    "external",
    "function",
)
_SPOKEN = (
    "map-found",
    "map-pick",
    "panel-needs",
    "panel-users",
    "panel-stops",
    "panel-others",
    "panel-members",
    "panel-none",
    "panel-any",
    "panel-start",
    "panel-rest",
    "heat-pick",
)
"""What the script says."""


def managers_page(dossier: Dossier, lang: Lang, layouts: Layouts | None = None) -> bytes:
    """Return the page as a file of HTML.

    Parameters
    ----------
    dossier
        What there is to tell.
    lang
        In which language it opens; the reader can change to the other.
    layouts
        Where everything of the map lies; worked out if left out.
    """
    return rendered(content_of(dossier, layouts), lang)


def rendered(content: Content, lang: Lang) -> bytes:
    """Return *content* as a file of HTML that opens in *lang*."""
    templates = _templates()
    style, script = _own("page.css"), _own("page.js")
    sentences, numbers = _sentences(content.heat)
    page = templates.get_template("page.html.j2").render(
        page=content,
        lang=lang,
        style=style,
        script=script,
        policy=_policy(style, script),
        sentence_numbers=numbers,
        data=_data(content, sentences),
        say=_say,
        told=told,
        W=WIDTH,
        H=HEIGHT,
    )
    return page.encode("utf-8", "replace")


def _own(file: str) -> Markup:
    """Return one of the page's own files, which holds nothing that anybody wrote in a plan."""
    text = files("bcp.report.page").joinpath("templates", file).read_text(encoding="utf-8")
    return Markup(text)  # noqa: S704 (see above)


def _policy(style: str, script: str) -> str:
    """Return the rules by which a browser refuses everything but this very style and script."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style)}'",
            f"script-src '{_hash(script)}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def _sentences(heat: Heat) -> tuple[list[Both], dict[Both, int]]:
    """Return every sentence of the heat table once, and its number."""
    numbers: dict[Both, int] = {}
    for row in heat.rows:
        for cell in row.cells:
            if cell.sentence:
                numbers.setdefault(cell.sentence, len(numbers))
    return [*numbers], numbers


def _data(content: Content, sentences: list[Both]) -> Markup:
    """Return what the script needs, in a form that cannot end the element it stands in."""
    kinds = {kind: _say(f"kind-{kind}") for kind in _KINDS}
    held: dict[str, Any] = {
        "words": {lang: {key: WORDS[key][lang] for key in _SPOKEN} for lang in LANGS},
        "why": [[clean(text.ja), clean(text.en)] for text in sentences],
        "map": map_json(content.map, kinds),
    }
    return htmlsafe_json_dumps(held, dumps=_dumps)


def _dumps(held: object, **_: object) -> str:
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def _say(key: str, /, **values: object) -> Both:
    """Return the text *key*; values may be in both languages themselves."""
    return Both(
        *(
            say(
                WORDS,
                key,
                lang,
                **{n: v.in_(lang) if isinstance(v, Both) else v for n, v in values.items()},
            )
            for lang in LANGS
        )
    )


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("bcp.report.page", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters |= {"t": _shown, "both": _attributes, "pc": _percent, "n": _number}
    return templates


def _shown(text: Both) -> Markup:
    """Return a text in both languages, of which the style shows one; if both agree, once."""
    ja, en = clean(text.ja), clean(text.en)
    if ja == en:
        return _alike(ja)
    return Markup('<span lang="ja">{}</span><span lang="en">{}</span>').format(ja, en)


def _alike(text: str) -> Markup:
    """Return a text that there is in one language only, marked if that is surely Japanese."""
    if any("\u3041" <= sign <= "\u9fff" for sign in text):
        # "ja-JP" is Japanese for whoever reads aloud, and not what the language button hides.
        return Markup('<span lang="ja-JP">{}</span>').format(text)
    return escape(text)


def _attributes(text: Both) -> Markup:
    """Return a text as attributes from which the script takes the language that is shown."""
    return Markup('data-ja="{}" data-en="{}"').format(clean(text.ja), clean(text.en))


def _percent(share: float) -> str:
    return f"{share * 100:.2f}%"


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
