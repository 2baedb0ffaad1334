"""What a rule of the checker asks for, in words."""

from __future__ import annotations

import click

from sharik.catalog import Catalog
from sharik.check.findings import make_teller
from sharik.problems import CODES


def explain(catalog: Catalog, code: str, locale: str | None) -> str:
    """The rule `code` with its reason and an example, in `locale` if it reads that language, else in its own.

    Raises click.UsageError when there is no such rule.
    """
    rules = catalog.house_style.structure.rules
    rule = rules.get(code.upper())
    if code in CODES:
        return f"{code}: {CODES[code]} CONTRIBUTING.md says how to mend it."
    if rule is None:
        raise click.UsageError(f"there is no rule '{code}'; known: {', '.join(rules)}")
    language = locale if locale in rule.locales else ("en" if "en" in rule.locales else rule.locales[0])
    known = catalog.house_style.words.get(language)
    words = known.rules.get(rule.id) if known else None
    if words is None:
        path = catalog.house_style.word_path(language)
        raise click.UsageError(f"{path} does not explain '{rule.id}'; run check")
    repairs = "repaired by --fix where it is certain" if rule.repairs else "repaired by hand"
    address = make_teller(catalog).address(rule.id, language)
    head = f"{rule.id} ({rule.severity}, {', '.join(rule.locales)}; {repairs}): {words.title}"
    return "\n".join([head, "", words.why, "", f"  ✗ {words.bad}", f"  ✓ {words.good}", "", address])
