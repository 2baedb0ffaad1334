from dataclasses import replace
from datetime import date

import pytest

from sharik.render.facts import alternates, facts
from sharik.urls import Publication


@pytest.mark.parametrize(
    ("path", "title", "minutes", "stage", "count"),
    [
        ("articles/first-steps.md", 'The "first" steps', 1, "plan", 0),
        ("checklists/opening.md", "Before the page opens", 5, "run", 4),
        ("guides/start.md", "Start", 6, "plan", 2),
        ("about.md", "About Sharik", 1, None, 0),
    ],
)
def test_a_page_is_known_by_its_front_matter_or_by_its_data(base, path, title, minutes, stage, count):
    found = facts(base, base.pages["en", path])

    assert (found.title, found.minutes, found.stage, found.count) == (title, minutes, stage, count)
    assert found.description.startswith(("Price and place", "Four lines", "A short guide", "What Sharik is"))


def test_front_matter_wins_over_data(base):
    page = base.pages["en", "checklists/opening.md"]
    meta = page.meta.model_copy(update={"title": "Mine", "lead": "Ours", "stage": "plan", "reviewed": date(2027, 1, 1)})
    found = facts(base, replace(page, meta=meta))

    assert (found.title, found.lead, found.stage, found.reviewed) == ("Mine", "Ours", "plan", date(2027, 1, 1))
    assert found.description == "Four lines in five minutes, before the shop's page opens."


def test_a_page_without_a_review_was_reviewed_when_it_was_published(base):
    assert facts(base, base.pages["fa", "about.md"]).reviewed == date(2026, 11, 1)


def test_reading_takes_a_minute_for_180_words(base):
    page = replace(base.pages["en", "about.md"], body="word " * 900)

    assert facts(base, page).minutes == 5


def test_alternates_are_the_languages_in_which_the_page_is_written(base):
    pages = {key: page for key, page in base.pages.items() if key != ("fa", "about.md")}
    publication = Publication("https://a.example/")

    assert alternates(replace(base, pages=pages), publication, "about.md") == [
        ("ar", "https://a.example/ar/about/"),
        ("en", "https://a.example/en/about/"),
        ("x-default", "https://a.example/ar/about/"),
    ]
    assert alternates(base, publication, "nothing.md") == []
