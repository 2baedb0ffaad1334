from dataclasses import replace
from datetime import date

import pytest

from sharik.render.facts import Facts, alternates, facts
from sharik.urls import Publication


@pytest.mark.parametrize(
    ("path", "found"),
    [
        (
            "articles/first-steps.md",
            Facts(
                'The "first" steps',
                "Price and place, the two things to know before any advertising.",
                "Two things before advertising.",
                minutes=1,
                stage="plan",
                reviewed=date(2026, 11, 20),
            ),
        ),
        (
            "checklists/opening.md",
            Facts(
                "Before the page opens",
                "Four lines in five minutes, before the shop's page opens.",
                'For whoever has a finger on "open".',
                minutes=5,
                stage="run",
                reviewed=date(2026, 11, 20),
                count=4,
            ),
        ),
        (
            "guides/start.md",
            Facts(
                "Start",
                "A short guide for the start.",
                "For whoever starts today.",
                minutes=6,
                stage="plan",
                reviewed=date(2026, 11, 20),
                count=2,
            ),
        ),
    ],
)
def test_a_page_is_known_by_its_front_matter_or_by_its_data(base, path, found):
    assert facts(base, base.pages["en", path]) == found


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
