"""Which parts of the style sheet a page of each kind carries in its head."""

from __future__ import annotations

import re

from sharik.text.bidi import RTL

STYLES = {
    "home": ("common", "home"),
    "article": ("common", "prose", "diagram"),
    "checklist": ("common", "checklist"),
    "guide": ("common", "prose", "diagram", "checklist"),
    "index": ("common", "prose", "home"),
    "page": ("common", "prose"),
    "lost": ("common", "lost"),
}

_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SPACE = re.compile(r"\s+")
_AROUND = re.compile(r" ?([{};,]) ?")


def minify(css: str) -> str:
    """`css` without comments and needless spaces; selectors and values keep theirs."""
    css = _SPACE.sub(" ", _COMMENT.sub("", css))
    return _AROUND.sub(r"\1", css).replace(";}", "}").strip()


def font(locale: str) -> str:
    """The font file of a page in `locale`, below assets/: the other script's letters come from the system."""
    return f"fonts/vazirmatn-{'arabic' if locale in RTL else 'latin'}.woff2"


def font_face(address: str) -> str:
    return (
        f'@font-face{{font-family:Vazirmatn;src:url({address}) format("woff2");font-weight:400 800;font-display:swap}}'
    )
