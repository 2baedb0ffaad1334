"""Which files a build writes, and that it writes the same ones every time."""

import hashlib
import re
import shutil
import zipfile
from pathlib import Path

import pytest

EXPECTED = Path(__file__).with_name("site-files.txt")
NUMBERED = re.compile(r"^(search/\w+\.[pt])\d+\.js$")  # parts of an index: as many as its texts need


def files(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def digests(folder, *parts):
    roots = [folder / part for part in parts] or [folder]
    found = (path for root in roots for path in root.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def test_the_site_holds_exactly_the_listed_files(site):
    """A line too few in site-files.txt: add the new file. A line too many: is its address to be given up?

    Sheets and cards are as many as there are pages: test_paper.py looks at them.
    """
    found = {NUMBERED.sub(r"\1<number>.js", name) for name in files(site) if not name.startswith(("cards/", "print/"))}

    assert sorted(found) == EXPECTED.read_text(encoding="utf-8").splitlines()


def test_the_parts_of_an_index_are_numbered_from_nought(site):
    kinds = [f"{code}.{part}" for code in ("ar", "en", "fa") for part in "pt"]
    parts = {kind: len(list(site.glob(f"search/{kind}*.js"))) for kind in kinds}
    missing = [
        f"{kind}{n}"
        for kind, count in parts.items()
        for n in range(count)
        if not (site / f"search/{kind}{n}.js").is_file()
    ]

    assert min(parts.values()) > 5
    assert missing == []


def test_every_page_of_every_locale_is_there(site, expected_urls):
    assert [url for url in expected_urls if not (site / url / "index.html").is_file()] == []


def test_two_builds_are_equal(site, repository, sharik, tmp_path):
    done = sharik(repository, "build", "--out", tmp_path / "again", PYTHONHASHSEED="1", TZ="Asia/Tehran", LC_ALL="C")

    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "again") == digests(site)


@pytest.fixture(scope="module")
def rebuilt(site, copied_repository, sharik, tmp_path_factory):
    """A build over an older site: (where it lies, the content of the repository before, and after)."""
    out = tmp_path_factory.mktemp("rebuilt") / "site"
    shutil.copytree(site, out)
    (out / "stale.html").touch()
    root = copied_repository(tmp_path_factory.mktemp("content") / "repository")
    before = digests(root, "data", "docs", "overrides")
    done = sharik(root, "build", "--out", out)
    assert done.returncode == 0, done.stderr
    return out, before, digests(root, "data", "docs", "overrides")


def test_a_build_replaces_the_old_site_and_leaves_nothing_beside_it(rebuilt, site):
    out, _, _ = rebuilt

    assert digests(out) == digests(site)
    assert [path.name for path in out.parent.iterdir()] == ["site"]


def test_a_build_writes_nothing_into_the_content(rebuilt):
    _, before, after = rebuilt

    assert after == before


def test_a_build_never_replaces_a_folder_that_is_no_site(repository, sharik, tmp_path):
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    done = sharik(repository, "build", "--out", tmp_path)

    assert done.returncode == 2
    assert str(tmp_path) in done.stderr
    assert files(tmp_path) == ["letter.txt"]


def test_the_portable_site_holds_the_same_files(site, portable_site):
    """But for pictures that only a site with an address has, and sheets in other sizes."""
    lacking = {name for name in set(files(site)) - set(files(portable_site)) if name.startswith("print/")}

    assert {name for name in files(site) if not name.startswith("cards/")} - lacking == set(files(portable_site))
    assert all(name.count(".") > 1 for name in lacking)


def test_the_portable_site_comes_as_an_archive_too(portable_site):
    with zipfile.ZipFile(portable_site.with_name(portable_site.name + ".zip")) as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}

    assert packed == {f"sharik/{name}": (portable_site / name).read_bytes() for name in files(portable_site)}


def test_properdocs_draws_the_same_site(site, repository, sharik, tmp_path):
    """The way out, should MkDocs be given up: the content, the hooks and the templates need nothing of it."""
    done = sharik(repository, "build", "--engine", "properdocs", "--out", tmp_path / "site")

    assert done.returncode == 0, done.stderr
    assert digests(tmp_path / "site") == digests(site)
