"""Condense two Persian word lists into what the checker's rules ask: data/lexicon/*.txt.

    python scripts/condense_lexicon.py LILAK HAZM

LILAK is the unpacked npm package `dictionary-fa` 2.0.0 (the folder with index.dic), HAZM the unpacked wheel of
`hazm` 0.10.0 (the folder with data/verbs.dat). The same originals always give the same files.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

TARGET = Path(__file__).resolve().parents[1] / "data/lexicon"
ZWNJ = "\u200c"
NOT_JOINING = "اآأدذرزژوؤ"  # a ZWNJ after one of these changes nothing
WORD = re.compile(f"[\u0621-\u063a\u0641-\u0655\u0670-\u06d3{ZWNJ}]+")
PLURAL = {"sd", "sg"}  # Lilak's flags: takes ها
COMPARED = {"st", "su"}  # takes تر
SILENT_HEH = {"sc", "sk", "sm", "sp"}  # ends in a vowel written ه: takes هٔ, ‌ای, ‌ام
FORBIDDEN = "!!"
VERB = re.compile(f"(?:^|[{ZWNJ}نرزاوه])می{ZWNJ}|ه{ZWNJ}(?:ام|ای|ایم|اید|اند|است|ی)$")


def words_of(text: str) -> frozenset[str]:
    """The words of a list in this file."""
    return frozenset(text.split())


# Words whose final ه is sounded, which Lilak gives as silent.
SOUNDED = words_of(
    "آگه ابله اله بازده به بده بزه بنه پیاده‌ده تشابه تشبیه تنبه تنبیه تنزیه توجه توجیه ترفیه تفقه چه ده ذیوجه "
    "ره زره زه سازمانده سفیه سپه سیه شبه شبیه شه عنه فرمانده فره فقه فقیه فیه قه کریه که گره گنه گه له متشابه "
    "متنبه متوجه مرفه مشابه مشتبه مشوه منزه مواجه موجه مه ناموجه ناآگه نزیه نگه نه وجه وجیه غیرموجه سه بله آره "
    "منه طه الیه الله کوته موله وله بیه معتنابه مشارالیه معظم‌له"
)
# No verb takes these although a list says so: «می جهانی» would be a wine.
NO_VERBS = words_of("قبول فلسف لم چرم جهان گران پلاس پلک یون لاس شوت لول ترادیس سرش فرهیز چروک شل پک غر ز")
NO_PAST = words_of("باید فلسفید یونید شوتید پناهاند")
# Words in one piece that begin like a verb with می and are none.
OWN_WORDS = words_of("میدانی میرخواند میرداد میرزاد میزاد")
# Words that end like a plural or a comparative written in one piece and are none.
OWN_ENDINGS = words_of("آستر آستری بینهایت تنها تنهایی دیمیتری سربها لوستر مستتر منتها ولتر کلانتر کلانتری")
ENDING = re.compile("(?:های?|هایی|تری?|ترین)$")
# Compounds that are also rightly written in one piece, or that are names: their spelling is their bearers' affair.
FIRST_PARTS = words_of("هم به آن این هیچ چنان چه که بل یک پلی آنتی مینی سیم چک مونت فولکس ماری دی سی")
LAST_PARTS = words_of(
    "پور نژاد زاده آباد فر نیا لو وند راد منش کیا مهر خان بیگ بیک شهر کلا محله پناه بخش الدین الله الاسلام علی "
    "یار گر گری گرانه مند مندی مندانه ور وری بان بانی دان دانی ستان گاه گاهی گون گونه وار وارانه ناک گین چی "
    "سار کده را گو گوی گویی سرا سرای سرایی نشین نشینی پرست پرستی خوان خوانی جو جوی جویی شناس شناسی نویس نویسی "
    "پوش پوشی فروش فروشی باز بازی سوز دوز دل رو روی رخ چشم دست سر پا زن نام"
)
IN_ONE_PIECE = words_of("بینظیر بینام بینوا بیتا بیژن بیمار بیخ")


def lilak(folder: Path) -> dict[str, set[str]]:
    """Each headword with its flags, all its entries taken together."""
    entries: dict[str, set[str]] = {}
    for line in (folder / "index.dic").read_text(encoding="utf-8").splitlines()[1:]:
        word, _, flags = line.split("\t")[0].partition("/")
        if FORBIDDEN not in flags:
            entries.setdefault(word, set()).update(re.findall("..", flags))
    return {word: flags for word, flags in entries.items() if WORD.fullmatch(word)}


def stems(entries: dict[str, set[str]], folder: Path) -> tuple[set[str], set[str]]:
    """The past and the present stems both lists know, and those of Lilak that are no other word."""
    after_mi = {word[3:] for word in entries if word.startswith("می" + ZWNJ)}
    pairs = [line.split("#") for line in (folder / "data/verbs.dat").read_text(encoding="utf-8").split()]
    known_past = {pair[0] for pair in pairs if len(pair) == 2}
    known_present = {pair[1] for pair in pairs if len(pair) == 2}
    past = {form for form in after_mi if form[-1] in "تد" and form + "ند" in after_mi and form + "یم" in after_mi}
    present = {form[:-1] for form in after_mi if form[-1] == "د" and form[:-1] + "ند" in after_mi} - {""}
    present = {stem for stem in present if stem in known_present or stem not in entries}
    past = {stem for stem in past if stem in known_past or stem[:-1] not in present}
    return past - NO_PAST, present - NO_VERBS


def is_verb_form(word: str, after_mi: set[str]) -> bool:
    """Whether `word` is a form of a verb, with or without a prefix, that need not be kept as a headword."""
    bare = re.sub("^(?:بر|باز|در|فرو|فرا|وا|ور|بار|هم)?(?:می|بی|نی|ب|ن|م)?", "", word)
    shorter = re.sub("^(?:بی|نی|ب|ن|م)", "", word)
    forms = (word, bare, shorter, "ا" + bare, "آ" + bare, "ا" + shorter, "آ" + shorter)
    return any(form in after_mi or form + "ند" in after_mi for form in forms)


def is_glued(word: str, entries: dict[str, set[str]]) -> bool:
    """Whether `word` is a plural or a comparative that lost its ZWNJ, a mistake of the list."""
    base = ENDING.sub("", word)
    return base != word and base[-1:] not in NOT_JOINING and bool(entries.get(base, set()) & (PLURAL | COMPARED))


def compounds(entries: dict[str, set[str]]) -> set[str]:
    """The words in which a ZWNJ matters."""
    needed = {re.sub(f"(?<=[{NOT_JOINING}]){ZWNJ}", "", word) for word in entries}
    return {word for word in needed if ZWNJ in word and not VERB.search(word)}


def unmistakable(compound: str, other: set[str], known: set[str]) -> bool:
    """Whether the compound is Persian in all its parts and misspelled when written in one piece."""
    parts = compound.split(ZWNJ)
    joined = "".join(parts)
    if (
        joined in other
        or joined in IN_ONE_PIECE
        or len(joined) < 6
        or not all(p in known or p.startswith("ال") for p in parts)
    ):
        return False
    if re.search(f"[^اوی]ه{ZWNJ}", compound) and len(parts[0]) > 3:
        return True
    return parts[0] not in FIRST_PARTS and parts[-1] not in LAST_PARTS


def write(name: str, words: set[str]) -> None:
    (TARGET / f"{name}.txt").write_text("".join(f"{word}\n" for word in sorted(words)), encoding="utf-8")


def condense(lilak_folder: Path, hazm_folder: Path) -> None:
    entries = lilak(lilak_folder)
    rows = [line.split("\t") for line in (hazm_folder / "data/words.dat").read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if WORD.fullmatch(row[0])]
    other = {row[0] for row in rows}
    used = {row[0] for row in rows if row[2] != "0" and ZWNJ not in row[0]} - {"آنرا"}
    past, present = stems(entries, hazm_folder)
    after_mi = {word[3:] for word in entries if word.startswith("می" + ZWNJ)}
    participles = {stem + "ه" for stem in past} | {"ن" + stem + "ه" for stem in past}
    single = {word for word in entries if ZWNJ not in word} - participles - {"آنرا"}
    single -= {word for word in single if re.sub("^ن?می", "", word) in after_mi and re.match("ن?می", word)} - OWN_WORDS
    single = {word for word in single if word in OWN_ENDINGS or not is_glued(word, entries)}
    used = {word for word in used if word in OWN_ENDINGS or not is_glued(word, entries)}
    nouns = {word for word in single if entries[word] & PLURAL}
    adjectives = {word for word in single if entries[word] & COMPARED}
    rest = {w for w in single - nouns - adjectives if entries[w] or w in used or not is_verb_form(w, after_mi)}
    flagged = nouns | adjectives | rest
    sounded = {w for w in flagged if w.endswith("ه") and (not entries[w] & SILENT_HEH or w in SOUNDED)}
    write("past-stems", past)
    write("present-stems", present)
    write("adjectives", adjectives)
    write("nouns", nouns - adjectives)
    write("words", rest | (used - flagged - participles))
    write("sounded-heh", {word for word in sounded if word in nouns | adjectives})
    joined = compounds(entries)
    parts = single | participles | present | after_mi | used
    other |= set(entries)
    write("compounds", {word for word in joined if unmistakable(word, other, parts)})
    write("compounds-or-words", {word for word in joined if not unmistakable(word, other, parts)})


if __name__ == "__main__":
    condense(*(Path(argument) for argument in sys.argv[1:3]))
