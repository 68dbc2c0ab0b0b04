from datetime import date

import pytest

from cchc_desktop.documents.blocks import (
    Addressee,
    Align,
    BodyHeading,
    BodyText,
    OfficialHead,
    RowKind,
    SignatureBlock,
    Table,
    TableColumn,
    TableRow,
    Title,
)
from cchc_desktop.documents.official_paper import PaperHeading, PaperTable, PaperText
from cchc_desktop.domain.rich_text import RichText, Run


def _blocks(document, kind):
    return [block for block in document.blocks if isinstance(block, kind)]


def _text(text):
    return PaperText(RichText.plain(text))


def test_a_paper_with_a_type_name_has_a_title_and_no_v_v(official):
    document = official(_text("Lời"))

    (head,), (title,) = _blocks(document, OfficialHead), _blocks(document, Title)
    assert head.number == "Số:\xa007/BC-UBND"
    assert head.place_and_day == "Sông Trà, ngày 06 tháng 9 năm 2027"
    assert head.about == ""
    assert (title.type_name, title.subject[:8]) == ("BÁO CÁO", "Công tác")


def test_a_letter_has_its_subject_under_its_number(official):
    document = official(_text("Lời"), type_name="", subject="đôn đốc", symbol="UBND-NV")

    assert _blocks(document, OfficialHead)[0].about == "V/v đôn đốc"
    assert _blocks(document, Title) == []


@pytest.mark.parametrize("changes", [{"electronic": True}, {"number": "", "issued_on": None}])
def test_number_and_day_not_known_are_left_blank(official, changes):
    (head,) = _blocks(official(_text("Lời"), **changes), OfficialHead)

    assert head.number == "Số:\xa0" + "\xa0" * 8 + "/BC-UBND"
    assert not any(char.isdigit() for char in head.place_and_day)
    # Ordinary spaces would let the blank break over two lines.
    assert head.place_and_day.count(" ") == 2


def test_one_addressee_ends_without_a_mark_and_several_are_listed(official):
    one = official(_text("x"), addressees=("- Sở Nội vụ;",))
    two = official(_text("x"), addressees=("Sở Nội vụ", " Phòng Tư pháp. "))

    assert _blocks(one, Addressee)[0].names == ("Sở Nội vụ",)
    assert _blocks(two, Addressee)[0].names == ("Sở Nội vụ;", "Phòng Tư pháp.")


def test_the_bases_are_in_italics_and_end_as_the_decree_wants(official):
    document = official(_text("Lời"), bases=("Căn cứ A;", "Căn cứ B", "Căn cứ C;"))

    texts = _blocks(document, BodyText)[:3]
    assert [t.text.text for t in texts] == ["Căn cứ A;", "Căn cứ B;", "Căn cứ C."]
    assert all(run.italic for t in texts for run in t.text.runs)


@pytest.mark.parametrize(
    ("last", "printed"),
    [("để tổng hợp.", "để tổng hợp./."), ("hết", "hết./."), ("hết./.", "hết./.")],
)
def test_the_text_is_closed_once(official, last, printed):
    assert _blocks(official(_text(last)), BodyText)[-1].text.text == printed


def test_a_text_that_ends_in_a_table_is_closed_below_it(official):
    columns = (TableColumn("a", "STT", 1, Align.CENTER), TableColumn("b", "Việc", 3, Align.LEFT))
    rows = (TableRow(RowKind.TASK, (RichText.plain("1"), RichText.plain("x"))),)

    document = official(PaperTable(columns, rows))

    (table,) = _blocks(document, Table)
    assert [round(column.width_mm, 2) for column in table.columns] == [41.25, 123.75]
    assert _blocks(document, BodyText)[-1].text.text == "./."


def test_each_line_of_a_text_is_a_paragraph_in_its_styles(official):
    rich = RichText.from_runs((Run("một\nhai "), Run("đậm\nba", bold=True)))

    document = official(PaperText(rich))

    texts = [block.text for block in _blocks(document, BodyText)]
    assert [t.text for t in texts] == ["một", "hai đậm", "ba./."]
    assert [[run.bold for run in t.runs] for t in texts] == [[False], [False, True], [True]]


def test_headings_of_the_first_level_are_in_capitals(official):
    document = official(PaperHeading("I. Kết quả"), PaperHeading("1. Thể chế", 2), _text("x"))

    assert [(h.text, h.level) for h in _blocks(document, BodyHeading)] == [
        ("I. KẾT QUẢ", 1), ("1. Thể chế", 2)
    ]  # fmt: skip


def test_recipients_are_written_as_the_decree_wants(official):
    document = official(_text("x"), addressees=("A",), recipients=("- Huyện ủy;", "Lưu: VT, NV."))
    bare = official(_text("x"))

    assert _blocks(document, SignatureBlock)[0].recipients == (
        "- Như trên;", "- Huyện ủy;", "- Lưu: VT, NV."
    )  # fmt: skip
    assert _blocks(bare, SignatureBlock)[0].recipients == ("- Lưu: VT.",)


def test_the_file_says_what_it_is(official):
    about = official(_text("x"), made_on=date(2027, 9, 7)).metadata

    assert about.title == "Báo cáo Công tác cải cách hành chính quý III năm 2027"
    assert about.made_on == date(2027, 9, 7)


def test_a_long_name_is_broken_where_its_lines_are_alike(official):
    (head,) = _blocks(official(_text("x")), OfficialHead)

    assert head.letterhead.issuer == "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG TRÀ"
