"""Refreshing writes over nothing that is edited, whatever was done before."""

from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.report import Report, ReportParagraph
from cchc_desktop.domain.report_changes import (
    WordChange,
    WordFate,
    out_of_date,
    refreshed,
    word_changes,
)
from cchc_desktop.domain.report_editing import added, changed, deleted, edited, moved, taken
from cchc_desktop.domain.report_figures import FigureList
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

KEY = PeriodKey(2025, "quarter-1")
CODES = ("title", "a", "a.text", "b", "b.text", "c.text", "closing")
LEVELS = (0, 1, 0, 2, 0, 0, 0)


def draft(words: dict[str, str]) -> tuple[ReportParagraph, ...]:
    found = []
    for code, level in zip(CODES, LEVELS, strict=True):
        if words.get(code):
            text = LiveText(RichText.plain(words[code]))
            found.append(ReportParagraph(code, level, text, text))
    return tuple(found)


def report(paragraphs) -> Report:
    return Report(KEY, "", "x", tuple(paragraphs))


WORDS = st.fixed_dictionaries(
    {"title": st.just("Tên")},
    optional={code: st.sampled_from(["một", "hai", ""]) for code in CODES[1:]},
)
ANY_CODE = st.sampled_from([*CODES, "own.1", "own.2"])
ACTS = st.one_of(
    st.tuples(st.just("edit"), ANY_CODE, st.sampled_from(["của tôi", "một", ""])),
    st.tuples(st.just("add"), ANY_CODE, st.integers(0, 3)),
    st.tuples(st.just("delete"), ANY_CODE, st.none()),
    st.tuples(st.just("move"), ANY_CODE, ANY_CODE),
    st.tuples(st.just("take"), ANY_CODE, WORDS),
    st.tuples(st.just("refresh"), st.none(), WORDS),
)


def act(old: Report, what: str, code, value):
    match what:
        case "edit":
            return edited(old, code, RichText.plain(value))
        case "add":
            return added(old, code, RichText.plain("thêm"), value)
        case "delete":
            return deleted(old, code)
        case "move":
            return moved(old, code, value)
        case "take":
            return taken(old, draft(value), code)
        case _:
            return refreshed(old, draft(value))


@given(WORDS, st.lists(ACTS, max_size=15))
def test_after_anything_codes_are_unique_and_a_refresh_leaves_edits_alone(words, acts):
    now = report(draft(words))
    for what, code, value in acts:
        before = {p.code: p for p in now.every_paragraph}
        try:
            now = report(act(now, what, code, value))
        except CchcError:
            continue
        codes = [p.code for p in now.every_paragraph]
        assert len(set(codes)) == len(codes)
        if what == "refresh":
            kept = {p.code: p for p in now.every_paragraph}
            for paragraph in before.values():
                if paragraph.is_edited:
                    assert kept[paragraph.code] == paragraph
            late = out_of_date(now, draft(value), FigureList({}))
            assert all(item.paragraph.is_edited for item in late)
        if what == "move":
            assert set(codes) == set(before)


def test_word_changes_put_together_give_both_wordings():
    changes = word_changes("Đã xong 12/41 nhiệm vụ", "Đã xong 13/41 việc")

    old = "".join(c.text for c in changes if c.fate is not WordFate.NEW)
    new = "".join(c.text for c in changes if c.fate is not WordFate.GONE)
    assert (old, new) == ("Đã xong 12/41 nhiệm vụ", "Đã xong 13/41 việc")
    assert WordChange(WordFate.NEW, "13/41") in changes


def test_wordings_too_long_to_compare_are_one_change():
    before, after = "a " * 3000, "b " * 3000

    fates = [change.fate for change in word_changes(before, after)]
    assert fates == [WordFate.GONE, WordFate.NEW]


def test_a_paragraph_that_came_back_is_up_to_date():
    now = report(draft({"title": "Tên", "a": "một"}))
    gone = report(deleted(now, "a"))

    assert [p.code for p in gone.paragraphs] == ["title"]
    back = report(taken(gone, draft({"title": "Tên", "a": "hai"}), "a"))
    assert back.find("a").text.text == "hai"
    assert changed(back, back.find("a")) == back.every_paragraph
