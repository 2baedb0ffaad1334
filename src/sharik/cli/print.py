"""`print`: any sheet as a PDF."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import click

from sharik.catalog import Catalog
from sharik.cli.check import ROOT, require_address, require_good_content
from sharik.cli.report import count, tell
from sharik.localize import localize
from sharik.paper.answers import Answers, AnswersError, read_answers
from sharik.paper.checklist import lacking_items
from sharik.paper.compose import sheet_data
from sharik.paper.facts import SheetFacts, facts_text
from sharik.paper.form_font import read_font
from sharik.paper.press import FONT, make_pdf
from sharik.paper.sheet import VARIANTS, Sheet
from sharik.paper.sheets import lists_of, sheets
from sharik.paper.store import draw_cards, forget_old, print_sheets, unprintable, write
from sharik.paper.typeset import FOLDER, TypesettingError
from sharik.problems import ContentError, Problem
from sharik.urls import publication

PAPERS = ("a4", *(name for name in VARIANTS if name in ("letter", "large", "two-up", "fillable")))


@click.command("print")
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--locale", help="Only this language (default: all).")
@click.option("--paper", type=click.Choice(PAPERS), help="Only this paper.")
@click.option("--depth", type=click.Choice(["full", "pocket"]), help="Everything, or texts and boxes alone.")
@click.option("--role", type=click.Choice(["owner", "agency"]), help="Only what is this side's to do.")
@click.option(
    "--fill", type=click.Path(path_type=Path, dir_okay=False), help="A backup saved on a page of a checklist."
)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path("print"), show_default=True)
@click.option("--strict", is_flag=True, help="Refuse a list that lacks a required item in its language.")
def print_(
    ids: tuple[str, ...],
    locale: str | None,
    paper: str | None,
    depth: str | None,
    role: str | None,
    fill: Path | None,
    out: Path,
    strict: bool,
) -> None:
    """Make the PDFs of checklists, articles, guides and books; of ID alone when any is given."""
    require_address()
    catalog = require_good_content(ROOT)
    wanted = list(_chosen(catalog, ids, locale, {paper or "", depth or "", role or ""} - {""}))
    if not wanted:
        raise click.UsageError("no sheet is all that was asked for: only checklists have parts and a pocket size")
    answers = _answers(fill) if fill else Answers()
    if strict:
        _require_whole(wanted, catalog)
    try:
        out.mkdir(parents=True, exist_ok=True)
        problems = _print(wanted, catalog, answers, out)
    except OSError as error:
        click.echo(f"{out}: cannot be written: {error.strerror}. Choose another folder with --out.", err=True)
        raise SystemExit(2) from error
    if problems:
        tell(problems)
        raise SystemExit(1)


def print_site(root: Path, catalog: Catalog, *, portable: bool) -> tuple[dict[str, Path], str]:
    """Every sheet and card of the site (path below it -> where the finished file is kept), and what pages say of them.

    Ends the programme with 1 when something cannot be set.
    """
    folder = Path(os.environ.get("SHARIK_PAPER_CACHE") or root / ".cache" / "paper")
    wanted = [sheet for sheet in sheets(catalog) if not portable or sheet.variant.name == ""]
    try:
        making = print_sheets(root, catalog, publication(), wanted, folder)
        with click.progressbar(making, length=len(wanted), label="Printing") as shown:
            printed = list(shown)
        cards = {} if portable else dict(draw_cards(root, catalog, folder))
    except ContentError as error:
        tell(error.problems)
        raise SystemExit(1) from error
    forget_old(folder, datetime.now(UTC))
    facts: dict[str, list[SheetFacts]] = {}
    for each in printed:
        page = f"{each.sheet.locale}/{each.sheet.page}"
        facts.setdefault(page, []).append(SheetFacts(each.sheet.name, each.sheet.path, each.pages, each.size))
    return {each.sheet.path: each.file for each in printed} | cards, facts_text(facts)


def _chosen(catalog: Catalog, ids: tuple[str, ...], locale: str | None, wishes: set[str]) -> Iterator[Sheet]:
    """The sheets that the options ask for. Raises click.UsageError for what does not exist."""
    if locale is not None and locale not in catalog.locales:
        raise click.UsageError(f"there is no language '{locale}'; known: {', '.join(catalog.locales)}")
    every = list(sheets(catalog))
    unknown = set(ids) - {sheet.id for sheet in every}
    if unknown:
        known = ", ".join(sorted({sheet.id for sheet in every}))
        raise click.UsageError(f"there is no sheet '{', '.join(sorted(unknown))}'; known: {known}")
    names = wishes - {"a4", "full"} or ({""} if wishes else set())  # A4 in full is what no other wish makes of a sheet
    if len(names) > 1:
        raise click.UsageError(f"no sheet is {' and '.join(sorted(names))} at once; give one of them")
    for sheet in every:
        if (
            (not ids or sheet.id in ids)
            and locale in (None, sheet.locale)
            and sheet.variant.name in (names or VARIANTS)
        ):
            yield sheet


def _answers(file: Path) -> Answers:
    letters = read_font((ROOT / FOLDER / FONT).read_bytes()).glyphs
    try:
        answers = read_answers(file.read_text(encoding="utf-8"), letters)
    except (AnswersError, OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{file}: {error}") from error
    if answers.business:
        click.echo(f"Filled with the answers of {answers.business}, which was chosen last")
    for key in answers.unprinted:
        click.echo(f"{file}: the note of {key} has signs that Vazirmatn lacks; paper shows \ufffd for them", err=True)
    return answers


def _require_whole(wanted: Iterable[Sheet], catalog: Catalog) -> None:
    """Ends the programme with 1 when a list lacks a required item in the language of its sheet."""
    problems = set()
    for sheet in wanted:
        for id in lists_of(sheet, catalog):
            lacking = lacking_items(localize(catalog, id, sheet.locale))
            path = catalog.checklists[id].word_path(sheet.locale)
            for key in (item.key for item in lacking if item.item.weight == "must"):
                hint = "Write the item in this language, or print without --strict."
                problems.add(Problem(path, 1, "missing-words", f"the required item {key} has no words", hint))
    if problems:
        tell(sorted(problems))
        raise SystemExit(1)


def _print(wanted: list[Sheet], catalog: Catalog, answers: Answers, out: Path) -> list[Problem]:
    """Writes every sheet whole or not at all; what cannot be set is told in the end."""
    problems: list[Problem] = []
    with click.progressbar(wanted, label="Printing", item_show_func=lambda s: s.path if s else "") as shown:
        for sheet in shown:
            data, reviewed = sheet_data(sheet, catalog, publication(), answers)
            try:
                made = make_pdf(ROOT, sheet, data, reviewed)
            except TypesettingError as error:
                problems.append(unprintable(sheet, error, catalog))
                continue
            write(out / Path(sheet.path).relative_to("print"), made)
    click.echo(f"{count(len(wanted) - len(problems), 'sheet')} in {out}")
    return problems
