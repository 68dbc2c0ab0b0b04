"""The vocabulary of headings."""

import pytest
from importer_annexes import HEADINGS

from cchc_desktop.domain.annex_draft import AnnexColumn as C
from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.importers.headings import load_headings


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        ("STT", C.NUMBER),
        ("TT", C.NUMBER),
        ("Nhiệm vụ cụ thể", C.CONTENT),
        ("NỘI DUNG", C.CONTENT),
        ("Kết quả/Sản phẩm", C.PRODUCT),
        ("Sản phẩm", C.PRODUCT),
        ("Thời gian\nhoàn thành", C.DEADLINE),
        ("Chủ trì thực hiện", C.LEAD),
        ("Trách nhiệm thực hiện", C.LEAD),
        ("Phối hợp thực hiện", C.COOPERATING),
        ("Theo dõi, kiểm tra, đôn đốc", C.MONITOR),
        ("Đơn vị được kiểm tra", C.CONTENT),
        ("Ghi chú", C.NOTE),
        ("Các cơ quan, đơn vị có trách nhiệm phối hợp", C.COOPERATING),
    ],
)
def test_heading_in_use_is_known(heading, column, headings):
    match = headings.match(heading)
    assert match is not None
    assert match.column is column


@pytest.mark.parametrize("heading", ["Kinh phí", "Đơn vị tính", "", "x" * 300])
def test_other_heading_is_not_known(heading, headings):
    assert headings.match(heading) is None


def test_heading_of_both_roles_is_said_to_be_shared(headings):
    match = headings.match("Cơ quan chủ trì, phối hợp")
    assert match is not None
    assert match.is_shared


@pytest.mark.parametrize(
    ("text", "is_total", "is_note", "is_signature"),
    [
        ("Tổng cộng", True, False, False),
        ("Tổng số nhiệm vụ: 41", True, False, False),
        ("Cộng đồng dân cư giám sát", False, False, False),
        ("Ghi chú: số liệu tạm tính", False, True, False),
        ("(*) Việc mới", False, False, False),
        ("* Việc mới", False, True, False),
        ("Nơi nhận:", False, False, True),
        ("TM. ỦY BAN NHÂN DÂN", False, False, True),
        ("CHỦ TỊCH", False, False, True),
        ("Chủ tịch UBND xã chỉ đạo", False, False, False),
    ],
)
def test_rows_outside_the_tasks_are_told(text, is_total, is_note, is_signature, headings):
    assert headings.is_total(text) is is_total
    assert headings.is_note(text) is is_note
    assert headings.is_signature(text) is is_signature


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("[columns.lead]", "[columns.boss]"),
        ('exact = ["STT"', "exact = [1"),
        ("[rows]", "[lines]"),
        ('"Ghi chú", "Chú thích"', '"STT", "Chú thích"'),
        ("version = 1", "version = "),
    ],
)
def test_damaged_vocabulary_is_refused(old, new, tmp_path):
    text = HEADINGS.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "h.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CatalogueDamaged):
        load_headings(tmp_path / "h.toml")
