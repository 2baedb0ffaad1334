"""Which characters a text must hold for a rule to find anything: most rules need not run over most texts.

Only a matter of speed: a test holds that no finding is lost.
"""

from __future__ import annotations

import re

TRIGGERS = {
    code: re.compile(f"[{characters}]")
    for code, characters in {
        "UNI002": "\ufb00-\ufb06\ufb50-\ufdf9\ufe70-\ufefc",
        "UNI003": "\u202a-\u202e",
        "UNI004": "\u2066-\u2069",
        "UNI005": "\u200b\u200d\u2060-\u2064\u00ac\u00ad\ufeff\u180e\u115f\u1160\u3164",
        "UNI006": "\u061c\u200e\u200f\u2066-\u2069",
        "UNI007": "\u0640",
        "UNI008": "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000",
        "UNI009": "\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029Ø-ÛâÃ"
        "\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff\U000e0001-\U0010ffff",
        "FA102": "ة",
        "FA103": "٠-٩",
        "FA104": "0-9",
        "AR302": "۰-۹",
        "AR305": "\u064b",
        "AR306": "ى",
        "AR309": "\u200c",
        "EN604": "،؛؟٪٫٬٠-٩۰-۹",
        "AR303": "٠-٩0-9",
        "P201": ",;?",
        "P204": "()«»",
        "P205": '"“',
        "P206": ".",
        "P207": "!؟،؛",
        "P208": "%٪",
        "P209": "٠-٩۰-۹",
        "P214": "()«»",
        "P215": "«»",
        "BD401": "+#@.\u2212-",
        "BD403": "،",
        "MD501": "*_",
        "MD502": "#",
        "MD503": "•◦▪‣●○٠-٩۰-۹0-9",
        "MD504": "(",
        "MD505": "!",
    }.items()
}
