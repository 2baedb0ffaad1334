"""Scripts that meet on one page: Latin runs stand apart in Persian and Arabic text, and no English is left in the frame."""

import re

LATIN = re.compile(r"[A-Za-z]+")
ISOLATED = re.compile("\u2068[^\u2069]*\u2069")
SPOKEN = ("alt", "aria-label", "placeholder", "title")
LICENCE = {"CC", "BY"}  # the name of the licence is the same in all languages


def rtl(pages):
    return [page for page in pages.values() if page.lang in ("fa", "ar")]


def is_apart(element):
    """Whether a left-to-right text in this element cannot disturb the text around it, or is shown because it does."""
    if any(e.tag == "samp" for e in element.above()):  # a bad example
        return True
    for e in element.above():
        if e.tag == "bdi" or e.get("lang") == "en" or e.get("dir") == "ltr":
            return True
        if e.get("dir") == "rtl":
            return False
    return False


def test_latin_runs_in_texts_stand_apart(every_page):
    loose = [
        f"{page.file}: {text.strip()[:90]}"
        for page in rtl(every_page)
        for element, text in page.body.texts()
        if LATIN.search(text) and not is_apart(element)
    ]

    assert loose == []


def test_latin_runs_in_titles_and_labels_stand_apart(every_page):
    loose = []
    for page in rtl(every_page):
        said = [page.head.one("title").raw]
        said += [e[name] for e in page.body for name in SPOKEN if e.get(name) and not is_apart(e)]
        loose += [f"{page.file}: {text}" for text in said if LATIN.search(ISOLATED.sub("", text))]

    assert loose == []


def test_the_sample_has_latin_runs_at_all(pages):
    """Else the two tests above would prove nothing: abbreviations in texts, in headings and in their labels."""
    runs = [bdi for page in rtl(pages) for bdi in page.body.all("bdi", lang="en")]

    assert len(runs) > 100


def test_runs_are_not_isolated_twice(every_page):
    assert [page.file for page in every_page.values() for bdi in page.body.all("bdi") if bdi.all("bdi")] == []


def test_a_phrase_is_isolated_as_a_whole(every_page):
    """Two runs with nothing but a comma, a quote or a bracket between them would change places."""
    split = re.compile(r"</bdi>[^\S\n]*(?:[,;:'\"()–-]|&#x27;|&quot;)+[^\S\n]*<bdi lang=\"en\"[^>]*>[^<]*</bdi>")

    assert [f"{page.file}: {found}" for page in rtl(every_page) for found in split.findall(page.html)] == []


def test_no_english_word_is_left_in_the_interface(pages):
    """In the header, the footer, the tools and the small words of components; titles of pages may hold Latin terms."""
    left = []
    for page in rtl(pages):
        zones = [*page.root.all("nav", "nav"), *page.root.all("footer"), *page.root.all("div", "bar")]
        zones += [
            e for name in ("meta", "scheme", "btn", "na", "item__meta", "progress") for e in page.root.all("", name)
        ]
        zones += [e for e in page.root.all("small")] + page.root.all("legend") + page.root.all("summary")
        for zone in zones:
            words = {w for e, text in zone.texts() if e.get("hreflang") is None for w in LATIN.findall(text)}
            left += [f"{page.url}: {word} in <{zone.tag} {zone.classes}>" for word in words - LICENCE - {"PDF"}]

    assert left == []


def test_labels_hold_no_english_word_that_the_text_does_not(pages):
    left = []
    for page in rtl(pages):
        known = {word for _, text in page.body.texts() for word in LATIN.findall(text)}
        labels = [e[name] for e in page.body for name in SPOKEN if e.get(name)]
        left += [f"{page.url}: {label}" for label in labels if set(LATIN.findall(label)) - known]

    assert left == []


def test_what_scripts_say_is_in_the_language_of_the_page(pages):
    """The words are in the data; none of them is English on a Persian or Arabic page."""
    for page in rtl(pages):
        for form in page.root.all("form", "items"):
            said = re.sub(r"\{\w+\}|\\n", "", form["data-messages"])

            assert set(LATIN.findall(" ".join(re.findall(r'": "([^"]*)"', said)))) == set(), page.url


def test_numbers_are_in_the_digits_of_the_language(pages):
    """Persian pages count in Persian digits; Arabic and English ones in Latin digits (data/vocab.yml)."""
    other = {"fa": "0-9\u0660-\u0669", "ar": "\u0660-\u0669\u06f0-\u06f9", "en": "\u0660-\u0669\u06f0-\u06f9"}
    left = [
        f"{page.url}: {text.strip()[:80]}"
        for page in pages.values()
        for element, text in page.root.one("main").texts()
        if re.search(f"[{other[page.lang]}]", text)
        if not is_apart(element) and not any(e.get("lang") not in (None, page.lang) for e in element.above())
        if not any("law" in e.classes for e in element.above())  # the rules speak of digits
    ]

    assert left == []


def test_parts_in_another_language_say_which(pages):
    arabic_script = re.compile("[\u0600-\u06ff]{2,}")
    unsaid = [
        f"{page.url}: {text.strip()[:80]}"
        for page in pages.values()
        if page.lang == "en"
        for element, text in page.body.texts()
        if arabic_script.search(text) and element.inherited("lang") == "en"
        if not any(e.tag == "samp" for e in element.above())
    ]

    assert unsaid == []
