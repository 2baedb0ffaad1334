"""Measures the checker of language: characters a second, by language, over the repository's own texts.

    python3 scripts/dev.py bench [--json]

Counted are whole files, as they lie; measured is the processor's time in one process, after a run to warm up.
The target is 500,000 in each language.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from sharik.check.files import prose_files
from sharik.check.findings import OTHER
from sharik.check.knowledge import load_checker
from sharik.check.language import LISTS, Checker
from sharik.load import load
from sharik.problems import Report

ROOT = Path(__file__).resolve().parents[2]
RUNS = 5
TARGET = 500_000

Texts = list[tuple[str, str]]  # path, what the file holds


class Speed(NamedTuple):
    files: int
    characters: int
    seconds: float

    @property
    def per_second(self) -> int:
        return round(self.characters / self.seconds)


def main() -> None:
    checker = load_checker(ROOT, load(ROOT, Report()), Report())
    speeds = {locale: measure(checker, texts) for locale, texts in texts_by_locale(checker).items()}
    if "--json" in sys.argv[1:]:
        rows = {locale: {**speed._asdict(), "per_second": speed.per_second} for locale, speed in speeds.items()}
        print(json.dumps({"target": TARGET, "languages": rows}, indent=1))
        return
    print(f"{'check of language':<28}{'files':>10}{'chars':>10}{'ms':>10}{'chars/s':>12}")
    for locale, speed in speeds.items():
        row = f"{locale:<28}{speed.files:>10}{speed.characters:>10}{speed.seconds * 1000:>10.0f}"
        print(f"{row}{speed.per_second:>12,}{'' if speed.per_second >= TARGET else '  below the target'}")


def texts_by_locale(checker: Checker) -> dict[str, Texts]:
    """Every text that is read, by language; files that hold ids or several languages are left out."""
    found: defaultdict[str, Texts] = defaultdict(list)
    for path in prose_files(ROOT):
        locale = checker.teller.locale_of(path) or (OTHER if path.endswith(".md") else None)
        if locale and not path.startswith(LISTS):
            found[locale].append((path, (ROOT / path).read_text(encoding="utf-8")))
    return {locale: found[locale] for locale in checker.locales if locale in found}


def measure(checker: Checker, texts: Texts) -> Speed:
    """The median of the runs; the first one, untimed, reads the lexicon and fills what is kept of words."""
    once(checker, texts)
    seconds = statistics.median(once(checker, texts) for _ in range(RUNS))
    return Speed(len(texts), sum(len(text) for _, text in texts), seconds)


def once(checker: Checker, texts: Texts) -> float:
    start = time.process_time()
    for path, text in texts:
        checker.problems(path, text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
