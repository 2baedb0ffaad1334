import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sharik.text.bidi import CONTROLS, FSI, PDI, inline, isolate, isolate_plain

WORD, NUMBER, END = '<bdi lang="en" dir="ltr">', '<bdi dir="ltr">', "</bdi>"
INSERTED = re.compile(f"{re.escape(WORD)}|{re.escape(NUMBER)}|{END}|{FSI}|{PDI}")


def shown(html: str) -> str:
    """`html` with the inserted markup as brackets: […] a run in Latin letters, {…} a number."""
    out, ends = "", []
    for piece in re.split(f"({INSERTED.pattern})", html):
        if piece in (WORD, NUMBER):
            ends.append("]" if piece == WORD else "}")
            out += "[" if piece == WORD else "{"
        else:
            out += ends.pop() if piece == END and ends else piece
    return out


def rtl(text: str) -> str:
    return shown(isolate(text, rtl=True))


# What is a run: the table of the design (bidi, section 4) and what lies beside it


@pytest.mark.parametrize(
    ("text", "isolated"),
    [
        ("زبان C++ است", "زبان [C++] است"),
        ("از .NET و", "از [.NET] و"),
        ("تلفن +98 21 1234 5678 است", "تلفن {+98 21 1234 5678} است"),
        ("تلفن +98 (21) 1234-5678", "تلفن {+98 (21) 1234-5678}"),
        ("تلفن +۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸", "تلفن {+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸}"),
        ("SEO، SEM، PPC", "[SEO]، [SEM]، [PPC]"),
        ("دما -5 درجه", "دما {-5} درجه"),
        ("دما \u2212۵٫۵٪ درجه", "دما {\u2212۵٫۵٪} درجه"),
        ("از ±3 تا +4", "از {±3} تا {+4}"),
        ("نشانی @user و #tag", "نشانی [@user] و [#tag]"),
        ("info@shop.example بنویسید", "[info@shop.example] بنویسید"),
        ("(KPI)", "([KPI])"),
        ("«SEO».", "«[SEO]»."),
        ("A/B testing (آزمون)", "[A/B testing] (آزمون)"),
        ("Google Ads (CPC) و", "[Google Ads (CPC)] و"),
        ("5G و 3.5mm و 2-day", "[5G] و [3.5mm] و [2-day]"),
        ("AT&amp;T و Q&amp;A", "[AT&amp;T] و [Q&amp;A]"),
        ("Research &amp; Development", "[Research &amp; Development]"),
        ("واحد R&amp; تمام", "واحد [R&amp;] تمام"),
        ("پایان R&amp;.", "پایان [R&amp;]."),
        ("نشانی ?a=1&amp;b=2 است", "نشانی ?[a=1&amp;b=2] است"),
        ("https://x.example/?a=1&amp;b=2.", "[https://x.example/?a=1&amp;b=2]."),
        ("www.x.example/~a؟", "[www.x.example/~a]؟"),
        ("نان & کره &amp; پنیر", "نان & کره &amp; پنیر"),
        ("واقعاً SEO? بله", "واقعاً [SEO]? بله"),
        ("SEO&nbsp;PPC", "[SEO]&nbsp;[PPC]"),
        ("SEO\u00a0PPC", "[SEO\u00a0PPC]"),
    ],
)
def test_a_run_from_left_to_right_is_wrapped_whole(text, isolated):
    assert rtl(text) == isolated


@pytest.mark.parametrize(
    "text",
    [
        "متن بی‌لاتین",
        "4.1 (بتا)",
        "$12 و 12٪ و ۱۲۳",
        "1405-08-30",
        "۹۸-۵",
        "&nbsp;&lt;&#8204;&#x200c;&#X200C;&quot; &amp; &AMP;",
        "? ! - + @ #",
        "",
        "   \n",
    ],
)
def test_what_reads_right_by_itself_is_left_alone(text):
    assert rtl(text) == text


# Where a run is looked for


@pytest.mark.parametrize("name", "bdi bdo code kbd math pre samp script style svg textarea".split())  # noqa: SIM905
def test_what_holds_no_prose_is_left_alone(name):
    assert rtl(f"SEO <{name}>SEO <b>SEO</b></{name}> SEO") == f"[SEO] <{name}>SEO <b>SEO</b></{name}> [SEO]"


@pytest.mark.parametrize(
    ("html", "isolated"),
    [
        ('<p lang="fa">SEO</p> SEO', '<p lang="fa">[SEO]</p> SEO'),
        ('<p lang="ar-SA">SEO</p>', '<p lang="ar-SA">[SEO]</p>'),
        ('<p dir="rtl">SEO</p>', '<p dir="rtl">[SEO]</p>'),
        ('<p lang="fa">SEO <i lang="en">SEO</i> SEO</p>', '<p lang="fa">[SEO] <i lang="en">SEO</i> [SEO]</p>'),
        ('<p lang="fa" dir="ltr">SEO</p>', '<p lang="fa" dir="ltr">SEO</p>'),
        ('<p lang="fa"><b data-lang="en">SEO</b></p>', '<p lang="fa"><b data-lang="en">[SEO]</b></p>'),
        ('<p lang="fa"><a hreflang="en">SEO</a></p>', '<p lang="fa"><a hreflang="en">[SEO]</a></p>'),
        ('<p lang="fa"><img lang="en"> SEO</p>', '<p lang="fa"><img lang="en"> [SEO]</p>'),
        ('<p lang="fa"><br/><i lang="en"/> SEO</p>', '<p lang="fa"><br/><i lang="en"/> [SEO]</p>'),
        (
            '<p lang="fa"><i lang="en">SEO</p><b lang="fa">SEO</b>',
            '<p lang="fa"><i lang="en">SEO</p><b lang="fa">[SEO]</b>',
        ),
        ('<p lang="fa"></i>SEO</p>', '<p lang="fa"></i>[SEO]</p>'),
        ('<P LANG="fa" dir="rtl">SEO</P>', '<P LANG="fa" dir="rtl">[SEO]</P>'),
        ('<p lang="fa"><!-- SEO <b> --> SEO</p>', '<p lang="fa"><!-- SEO <b> --> [SEO]</p>'),
    ],
)
def test_the_language_of_an_element_decides(html, isolated):
    assert shown(isolate(html)) == isolated


def test_english_text_is_left_alone():
    assert isolate('<p lang="en" title="SEO -5">SEO -5</p>') == '<p lang="en" title="SEO -5">SEO -5</p>'


def test_a_run_that_goes_on_in_another_element_is_wrapped_in_each():
    assert rtl("Google <b>Ads</b> و") == "[Google] <b>[Ads]</b> و"


# Where no markup can stand


@pytest.mark.parametrize("name", ["alt", "title", "aria-label", "placeholder"])
def test_an_attribute_that_is_read_out_gets_characters(name):
    html = f'<a {name}="متن SEO و -5" href="SEO">'

    assert isolate(html, rtl=True) == f'<a {name}="متن {FSI}SEO{PDI} و {FSI}-5{PDI}" href="SEO">'


def test_the_title_of_a_page_gets_characters():
    html = '<html lang="fa"><title>شریک | SEO</title>'

    assert isolate(html) == f'<html lang="fa"><title>شریک | {FSI}SEO{PDI}</title>'


def test_attributes_of_an_english_element_are_left_alone():
    assert isolate('<img lang="en" alt="SEO">', rtl=True) == '<img lang="en" alt="SEO">'


def test_a_plain_text_that_is_isolated_already_stays():
    assert isolate_plain(isolate_plain("متن SEO")) == f"متن {FSI}SEO{PDI}"


# What holds for every text

PIECES = st.sampled_from(
    [
        *("متن ", "است", "، ", "؟", " ", " ", "\n", "۱۲۳", "-۵", "٪", "«", "»", "(", ")", "."),
        *("SEO", "C++", ".NET", "A/B", "Q&amp;A", " &amp; ", "&amp;", "&nbsp;", "&#8204;", "5G", "-5"),
        *(
            "https://x.example/?a=1&amp;b=2",
            "+98 21 1234 567",
            "@user",
            "#1",
            "$5",
            "a@b.example",
            "-",
            "–",
            "/",
            ";",
            "x",
        ),
        *("<b>", "</b>", '<i lang="en">', "</i>", '<p lang="fa">', "</p>", "<br>", "<code>", "</code>", "<!-- SEO -->"),
        *('<img alt="SEO متن">', '<a title="C++" href="x">', "</a>", '<div dir="ltr">', "</div>"),
    ]
)
HTML = st.lists(PIECES, max_size=25).map("".join)
ANY = st.text(alphabet=st.characters(exclude_characters=FSI + PDI))
HOSTILE = ANY | st.text(alphabet="<>/!-=\"'& ;#abلا05٥+@. bdi")


class _Text(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found = ""
        self.feed(html)
        self.close()

    def handle_data(self, data: str) -> None:
        self.found += data


@given(HTML | HOSTILE)
def test_nothing_but_markup_is_added(html):
    assert INSERTED.sub("", isolate(html, rtl=True)) == INSERTED.sub("", html)


@given(HTML)
def test_readers_get_the_same_text(html):
    assert _Text(isolate(html, rtl=True)).found == _Text(html).found


@given(HTML)
def test_a_run_holds_no_other_and_no_tag(html):
    assert not re.search(r"[\[{][^\]}]*[\[{<]", rtl(html))


@given(st.lists(PIECES, max_size=25).map(" ".join))
def test_doing_it_twice_changes_nothing(html):
    once = isolate(html, rtl=True)

    assert isolate(once, rtl=True) == once


def seconds(text: str) -> float:
    times = []
    for _ in range(2):
        start = time.process_time()
        isolate(text, rtl=True)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.parametrize(
    "unit",
    [
        '<p>متن SEO و <b>C++</b> با -5 و <a title="A/B" href="x">PPC</a>، &amp; تمام.</p>\n',
        "1",
        "1,",
        "-1 ",
        "+1 ",
        "+1(",
        "a ",
        "a  ",
        "a (",
        "a.",
        "&amp;",
        "a &amp; ",
        "https://",
        "<b>",
    ],
)
def test_time_grows_with_the_length_of_the_text(unit):
    """Eight times the text takes about eight times as long; a square would take 64 times."""
    short = unit * (8_000 // len(unit))

    assert seconds(short * 8) < 25 * max(seconds(short), 0.0002)


# Single texts


@pytest.mark.parametrize(
    ("locale", "html"),
    [
        ("fa", "&lt;a&gt; &amp; &quot;b&quot; &#x27;c&#x27;"),
        ("en", '<bdi lang="fa" dir="rtl">&lt;a&gt; &amp; &quot;b&quot; &#x27;c&#x27;</bdi>'),
    ],
)
def test_a_text_of_another_language_is_marked_and_always_escaped(locale, html):
    assert inline("<a> & \"b\" 'c'", "fa", locale) == html


def test_an_english_text_on_a_persian_page_runs_from_left_to_right():
    assert inline("SEO", "en", "fa") == '<bdi lang="en" dir="ltr">SEO</bdi>'


def test_every_invisible_control_of_unicode_is_known():
    assert "".join(sorted(CONTROLS)) == "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
