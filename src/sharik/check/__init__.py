"""Everything that can be wrong between files; each function adds to a report."""

from __future__ import annotations

from pathlib import Path

from sharik.catalog import Catalog
from sharik.check.checklists import check_checklists
from sharik.check.guides import check_guides
from sharik.check.ids import check_ids
from sharik.check.leftovers import check_leftovers
from sharik.check.links import check_links
from sharik.check.pages import check_pages
from sharik.check.parity import check_parity
from sharik.check.rules import check_rules
from sharik.check.search import check_search
from sharik.check.texts import check_texts
from sharik.check.uses import check_uses
from sharik.check.vocab import check_vocab
from sharik.check.waivers import check_waivers, waive
from sharik.check.words import check_words
from sharik.load import load
from sharik.problems import Report


def load_and_check(root: Path) -> tuple[Catalog, Report]:
    """The catalog of the repository at `root`, and every problem that no site can be built with.

    Raises ContentError when there is no catalog to speak of (see `load`).
    """
    report = Report()
    catalog = load(root, report)
    check_vocab(catalog, report)
    check_checklists(catalog, report)
    check_guides(catalog, report)
    check_words(root, catalog, report)
    check_uses(catalog, report)
    check_rules(root, catalog, report)
    check_search(catalog, report)
    check_texts(root, catalog, report)
    check_pages(catalog, report)
    check_links(root, catalog, report)
    check_ids(root, catalog, report)
    return catalog, report


def load_and_compare(root: Path) -> tuple[Catalog, Report]:
    """The same with every problem of what the languages say; an editor is told, a reader can still read.

    Raises ContentError as load_and_check does.
    """
    catalog, report = load_and_check(root)
    check_parity(root, catalog, report)
    check_leftovers(root, catalog, report)
    waive(root, report)
    check_waivers(root, catalog, report)
    return catalog, report
