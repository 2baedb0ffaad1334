import re

import pytest

from sharik.render.content import finish, link_terms

TABLE = """<table>
<thead>
<tr>
<th></th>
<th style="text-align: right;">Margin</th>
</tr>
</thead>
<tbody>
<tr>
<td>Bread</td>
<td style="text-align: left;">4</td>
</tr>
</tbody>
</table>"""


@pytest.fixture
def finished(context):
    return lambda html, locale="en": finish(html, context(locale, "articles/first-steps.md"))


def test_a_heading_gets_a_link_to_itself_that_says_where_it_leads(finished):
    assert finished('<h2 id="a">Price &amp; <em>"place"</em></h2>') == (
        '<h2 class="rule" id="a">Price &amp; <em>"place"</em>'
        '<a class="headerlink" href="#a" aria-label="Link to the section “Price &amp; &quot;place&quot;”">#</a></h2>'
    )


def test_only_the_second_level_gets_a_rule(finished):
    html = finished('<h3 id="a">A</h3><h4 id="b">B</h4>')

    assert re.sub("<a .*?</a>", "", html) == '<h3 id="a">A</h3><h4 id="b">B</h4>'


@pytest.mark.parametrize("kind", ["stop", "try", "case", "note"])
def test_a_block_has_an_icon_before_its_title(finished, kind):
    html = finished(f'<div class="admonition {kind}">\n<p class="admonition-title">Title</p>\n<p>x</p></div>')

    assert re.sub("<svg .*?</svg>", "", html) == (
        f'<div class="admonition {kind}">\n<p class="admonition-title"> <span>Title</span></p>\n<p>x</p></div>'
    )
    assert html.count('<svg class="i" viewBox="0 0 24 24" aria-hidden="true">') == 1


def test_a_table_scrolls_in_a_region_with_a_number(finished):
    html = finished(TABLE + "<p>x</p>" + TABLE, "fa")

    assert re.findall(r"<div [^>]*>", html) == [
        '<div class="scroll wide" tabindex="0" role="region" aria-label="جدول ۱">',
        '<div class="scroll wide" tabindex="0" role="region" aria-label="جدول ۲">',
    ]


def test_the_heads_of_a_table_say_what_they_head(finished):
    assert finished(TABLE).replace("\n", "") == (
        '<div class="scroll wide" tabindex="0" role="region" aria-label="Table 1"><table><thead><tr>'
        '<td></td><th scope="col" class="end">Margin</th></tr></thead><tbody><tr>'
        '<th scope="row">Bread</th><td>4</td></tr></tbody></table></div>'
    )


def test_the_first_use_of_a_term_is_where_its_entry_leads_back_to():
    html = '<a href="#term-cpa">CPA</a> <a href="#term-cpa">CPA</a> <a href="#terms">x</a>'

    assert link_terms(html) == (
        '<a class="term" id="use-cpa" href="#term-cpa">CPA</a> <a class="term" href="#term-cpa">CPA</a>'
        ' <a href="#terms">x</a>'
    )


def test_a_column_keeps_to_its_side_in_either_direction(finished):
    cells = "".join(f'<td style="text-align: {side};">{side}</td>' for side in ("left", "center", "right"))
    html = finished(f"<table>\n<tbody>\n<tr>\n<td>a</td>{cells}\n</tr>\n</tbody>\n</table>")

    assert '<td>left</td><td class="middle">center</td><td class="end">right</td>' in html


def test_footnotes_speak_the_language_and_digits_of_the_page(finished):
    html = (
        '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a">12</a></sup>\n'
        '<div class="footnote">\n<hr />\n<ol>\n<li id="fn:a"><p>x&#160;'
        '<a class="footnote-backref" href="#fnref:a" title="Jump back to footnote 12 in the text">&#8617;</a>'
        "</p></li></ol></div>"
    )

    assert re.sub("<svg .*?</svg>", "", finished(html, "fa")) == (
        '<sup id="fnref:a"><a class="footnote-ref" href="#fn:a" aria-label="پانوشت ۱۲">۱۲</a></sup>\n'
        '<div class="footnote" role="doc-endnotes" aria-label="پانوشت‌ها">\n<ol>\n<li id="fn:a"><p>x&#160;'
        '<a class="footnote-backref" href="#fnref:a" aria-label="بازگشت به متن"></a>'
        "</p></li></ol></div>"
    )


def test_other_html_is_left_alone(finished):
    html = '<p>a <b>b</b> <a href="c">d</a></p><h2>no id</h2><div class="x">y</div><ul><li>z</li></ul>'

    assert finished(html) == html
