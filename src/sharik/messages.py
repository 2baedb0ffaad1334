"""Interface texts: data/messages/<locale>.yml, flat keys, CLDR plurals, named placeholders."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sharik.locales import PLURAL_CATEGORIES, number, plural, plural_categories
from sharik.model.vocab import Locale
from sharik.problems import Report
from sharik.source import Document, Location

Message = str | Mapping[str, str]
_PLACEHOLDER = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True)
class Messages:
    """The interface texts of one locale."""

    code: str
    locale: Locale
    texts: Mapping[str, Message]

    def text(self, key: str, **values: str | int) -> str:
        """The text under `key`; a value `count` chooses the plural form. Numbers are formatted here."""
        message = self.texts[key]
        if not isinstance(message, str):
            category = plural(int(values["count"]), self.code)
            message = message.get(category, message["other"])
        shown = {k: number(v, self.locale) if isinstance(v, int) else v for k, v in values.items()}
        return _PLACEHOLDER.sub(lambda match: shown[match[1]], message)

    def group(self, prefix: str) -> dict[str, Message]:
        """All texts below `prefix`, without it: what a script on the page is given."""
        start = prefix + "."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}


def read_messages(
    documents: Mapping[str, Document], locales: Mapping[str, Locale], report: Report
) -> dict[str, Messages]:
    """The texts of every locale; each must have the same keys, placeholders and all its plural forms."""
    texts = {code: _flatten(document, report) for code, document in documents.items()}
    every = {key for flat in texts.values() for key in flat}
    for code, flat in texts.items():
        document = documents[code]
        for key in sorted(every - flat.keys() if flat else ()):
            report.error(
                document.path, 1, "missing-key", f"the interface text '{key}' is missing", f"Add '{key}' here."
            )
        for key, message in flat.items():
            _check(key, message, code, document, texts, report)
    return {code: Messages(code, locales[code], flat) for code, flat in texts.items()}


def _flatten(document: Document, report: Report, at: Location = ()) -> dict[str, Message]:
    value = document.value
    for step in at:
        value = value[step]
    flat: dict[str, Message] = {}
    if not isinstance(value, dict) or not value:
        report.error(
            document.path, 1, "invalid-value", "the file holds no texts", "Write 'key: text' lines, as in en.yml."
        )
        return flat
    for key, child in value.items():
        here = (*at, key)
        if isinstance(child, dict) and not set(child) <= set(PLURAL_CATEGORIES):
            flat |= _flatten(document, report, here)
        elif isinstance(child, str) or (isinstance(child, dict) and all(isinstance(v, str) for v in child.values())):
            flat[".".join(map(str, here))] = child
        else:
            report.error(
                document.path, document.line(*here), "invalid-value", f"'{key}' is not a text", "Put it in quotes."
            )
    return flat


def _check(
    key: str,
    message: Message,
    code: str,
    document: Document,
    texts: Mapping[str, Mapping[str, Message]],
    report: Report,
) -> None:
    line = document.line(*key.split("."))
    wanted = set().union(*(placeholders(flat[key]) for flat in texts.values() if key in flat))
    strange = (wanted ^ placeholders(message)) | (_every_placeholder(message) - wanted)
    if strange:
        names = ", ".join(sorted(f"{{{name}}}" for name in strange))
        hint = "Every language uses the same placeholders."
        report.error(document.path, line, "message-placeholder", f"'{key}': {names} is here or elsewhere alone", hint)
    if not isinstance(message, str) and set(message) != plural_categories(code):
        need = ", ".join(c for c in PLURAL_CATEGORIES if c in plural_categories(code))
        report.error(
            document.path,
            line,
            "message-plural",
            f"'{key}' needs exactly the forms {need}",
            "See any other plural in this file.",
        )


def placeholders(message: Message) -> set[str]:
    """The names in braces; of a plural, those of its form `other` (the rest may say the number in words)."""
    text = message if isinstance(message, str) else message.get("other", "")
    return set(_PLACEHOLDER.findall(text))


def _every_placeholder(message: Message) -> set[str]:
    forms = [message] if isinstance(message, str) else message.values()
    return {name for form in forms for name in _PLACEHOLDER.findall(form)}
