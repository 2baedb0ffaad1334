"""Rules for the rules: the programme knows each of them, and each is explained in its languages."""

from __future__ import annotations

from pathlib import Path

from sharik.catalog import Catalog
from sharik.problems import Report
from sharik.text.lint.linter import CODES
from sharik.text.lint.names import unknown_names


def check_rules(root: Path, catalog: Catalog, report: Report) -> None:
    """The rules of data/house-style/ against the checker's own, and against their words."""
    document = catalog.house_style.document
    rules = catalog.house_style.structure.rules
    for i, family in enumerate(catalog.house_style.structure.families):
        for j, rule in enumerate(family.rules):
            if rule.id not in CODES:
                line, hint = document.line("families", i, "rules", j), f"Known: {', '.join(sorted(CODES))}."
                report.error(document.path, line, "unknown-rule", f"the checker has no rule '{rule.id}'", hint)
    for code in catalog.locales:
        path, words = catalog.house_style.word_path(code), catalog.house_style.words.get(code)
        if words is None:
            if not (root / path).exists():
                hint = "Write it as the files beside it: editors are told in their language what a rule asks for."
                report.error(path, 1, "missing-file", "the words of the rules are missing in this language", hint)
            continue
        wanted = {id for id, rule in rules.items() if code in rule.locales and id in CODES}
        families = {f.id for f in catalog.house_style.structure.families if any(code in r.locales for r in f.rules)}
        for what, missing in (("rule", wanted - words.rules.keys()), ("family", families - words.families.keys())):
            for id in sorted(missing):
                hint = "Editors are told in their language what a rule asks for."
                report.error(path, 1, "missing-key", f"the {what} '{id}' has no words here", hint)
        document = catalog.house_style.word_documents[code]
        for id, said in words.rules.items():
            for name in sorted(unknown_names(said.bad)):
                line, hint = document.line("rules", id, "bad"), "Known: ⟨ZWNJ⟩ and its like; any character is ⟨U+200C⟩."
                report.error(path, line, "invalid-value", f"'{name}' names no character", hint)
        for id in sorted(words.rules.keys() - wanted):
            line = document.line("rules", id)
            report.error(path, line, "unknown-words", f"no rule '{id}' reads texts in '{code}'", "Remove these words.")
