"""Persian and Arabic pages are mirrored: what stands first stands at the start side, what leads on points to the end."""

import pytest


@pytest.fixture
def at(desk, url, locale):
    """Opens a page in each language in turn and evaluates there."""

    def go(path, expression):
        if desk.url != url(locale, path):
            desk.goto(url(locale, path))
        return desk.evaluate(expression)

    return go


def test_the_header_starts_with_the_name_and_ends_with_the_scheme(at):
    starts = at("", "['.brand', '.langs', '.scheme'].map((s) => startOf(find(s)))")
    assert starts == sorted(starts)
    sections = at("", "findAll('.nav a').map(startOf)")
    assert sections == sorted(sections)
    assert at("", "Math.abs(startOf(find('.nav a')) - startOf(find('.brand')))") < 2


def test_the_contents_stand_at_the_start_of_an_article(at):
    path = "articles/push-and-pull/"

    assert at(path, "endOf(find('.toc')) <= startOf(find('.prose'))")
    assert at(path, "Math.abs(startOf(find('.toc')) - startOf(find('.title h1')))") < 2


def test_the_tools_of_a_list_stand_at_its_end(at):
    assert at("checklists/preflight/", "startOf(find('.bar')) >= endOf(find('.items'))")


def test_a_box_stands_at_the_start_of_its_text(at):
    gaps = at(
        "checklists/preflight/",
        "findAll('.item').map((item) => startOf(find('.item__text', item)) - endOf(find('.tick', item)))",
    )

    assert min(gaps) > 0
    assert max(gaps) < 40


def test_not_for_me_stands_at_the_end_of_an_item(at):
    assert at("checklists/preflight/", "findAll('.item').every((item) => endOf(item) - endOf(find('.na', item)) < 2)")


def test_the_sign_of_the_stop_stands_before_its_words(at):
    assert at("checklists/preflight/", "endOf(find('.pause svg')) <= startOf(find('.pause strong'))")


def test_the_path_runs_from_the_start_and_its_signs_point_onward(at, locale):
    path = "articles/push-and-pull/"
    steps = at(path, "findAll('.crumbs li').map(startOf)")
    assert steps == sorted(steps)
    # The tip of a chevron is the middle of its line.
    assert at(path, "findAll('.crumbs path').every((p) => pointOf(p, p.getTotalLength() / 2) > pointOf(p, 0))")
    mirrored = at(path, "findAll('.crumbs svg').map((s) => getComputedStyle(s).transform)")
    assert set(mirrored) == {"none" if locale == "en" else "matrix(-1, 0, 0, 1, 0, 0)"}


def test_arrows_point_where_they_lead(at):
    """The arrow's shaft is drawn first: from its beginning to its tip."""
    path = "articles/push-and-pull/"
    assert at(path, "(() => { const p = find('.pager .next path'); return pointOf(p, 15) > pointOf(p, 0); })()")
    assert at(path, "(() => { const p = find('.pager .prev path'); return pointOf(p, 15) < pointOf(p, 0); })()")
    assert at(path, "endOf(find('.pager .prev')) <= startOf(find('.pager .next')) + 1")
    assert at("", "findAll('.where path, .go path').every((p) => pointOf(p, 15) > pointOf(p, 0))")


def test_push_leads_away_from_the_firm_and_pull_towards_it(at):
    path = "articles/push-and-pull/"
    panels = "findAll('.pp svg')"
    firm = (
        f"{panels}.every((s) => endOf(find('circle.on', s)) < Math.min(...findAll('circle[r=\"9\"]', s).map(startOf)))"
    )
    assert at(path, firm)
    # Every whole line begins where the way begins; a little later it is nearer to where it leads.
    push, pull = at(
        path,
        f"{panels}.map((s) => findAll('path.on', s).map((p) => Math.sign(pointOf(p, 30) - pointOf(p, 0))))",
    )
    assert set(push) == {1}
    assert set(pull) == {-1}


def test_the_words_of_a_drawing_stand_under_what_they_name(at):
    path = "articles/push-and-pull/"

    assert at(path, "findAll('.pp span').every((s) => startOf(s.firstElementChild) < startOf(s.lastElementChild))")


def test_a_journey_runs_from_the_start(at):
    path = "articles/customer-journey/"
    moments = at(path, "findAll('.moments > li').map(startOf)")
    assert moments == sorted(moments)
    assert at(
        path, "(() => { const p = find('.fig:has(.moments) path.on'); return pointOf(p, 40) > pointOf(p, 0); })()"
    )


def test_the_owner_stands_first_in_the_drawing_of_roles(at):
    path = "articles/you-and-your-agency/"
    assert at(path, "startOf(find('.side--owner')) < startOf(find('.side--agency'))")
    assert at(path, "startOf(find('.roles rect.a')) < startOf(find('.roles rect.b'))")


def test_the_first_stroke_under_a_line_is_ink_and_the_second_lapis(at):
    path = "articles/push-and-pull/"
    first, second = at(
        path,
        """(() => {
          const style = getComputedStyle(find(".rule"), "::before");
          const sides = [style.borderLeftColor, style.borderRightColor];
          return isRtl ? sides.reverse() : sides;
        })()""",
    )
    ink, lapis = at(path, "[getComputedStyle(document.body).color, getComputedStyle(find('.sources a')).color]")
    assert (first, second) == (ink, lapis)
    gap = at(
        path, "(() => { const s = getComputedStyle(find('.rule'), '::before'); return isRtl ? s.right : s.left; })()"
    )
    assert float(gap.removesuffix("px")) < 12
    assert at("", "startOf(find('.slip > svg rect:nth-of-type(2)')) < startOf(find('.slip > svg .mark__b'))")


def test_the_bars_of_a_role_begin_with_the_owner(at):
    path = "checklists/preflight/"
    filled = """(role) => findAll("rect", find(`[data-role=${role}] .role`))
      .sort((a, b) => startOf(a) - startOf(b)).map((r) => getComputedStyle(r).fill !== "none")"""

    assert at(path, f"['owner', 'agency', 'shared'].map({filled})") == [[True, False], [False, True], [True, True]]


def test_the_drawer_comes_from_the_end(phone, url, locale):
    phone.goto(url(locale))
    phone.locator(".btn--menu").click()

    assert phone.evaluate("Math.abs(endOf(find('.menu')) - document.documentElement.clientWidth)") < 2
    assert phone.evaluate("startOf(find('.brand')) < startOf(find('.btn--menu'))")


def test_the_skip_link_appears_at_the_start(page, url, locale):
    page.goto(url(locale))
    page.keyboard.press("Tab")

    assert page.evaluate("startOf(find('.skip'))") < 200
