"""The head and the ending of papers, in the forms in which offices write them."""

import unicodedata

import pytest

from cchc_desktop.domain.document_draft import LineChoice, LineRole
from cchc_desktop.domain.office import SigningAuthority
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.importers.document import read_document
from cchc_desktop.importers.legacy_fonts import _TCVN3

BODY = "I. MỤC TIÊU\n1. Nội dung.\nTrên đây là kế hoạch./.\n"


@pytest.fixture
def read(tmp_path, headings):
    def from_text(text, encoding="utf-8", choices=None):
        path = tmp_path / "kế hoạch.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
        return read_document(path, headings, choices or {})

    return from_text


def roles(draft):
    return [(line.role.value, line.text) for line in draft.lines]


def kinds(draft):
    return [p.kind for p in draft.text.body.passages]


@pytest.mark.parametrize(
    ("line", "number", "symbol"),
    [
        ("Số: 395/KH-UBND", "395", "KH-UBND"),
        ("Số:        /KH-UBND", "", "KH-UBND"),
        ("Số: …../KH-UBND", "", "KH-UBND"),
        ("Số 03-NQ/TU", "03", "NQ/TU"),
        ("Số: 12/2024/QĐ-UBND", "12", "2024/QĐ-UBND"),
        ("Số: 05 / KH - UBND", "05", "KH-UBND"),
    ],
)
def test_number_and_symbol_are_read_blank_or_not(read, line, number, symbol):
    head = read(f"{line}\nKẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}").head
    assert (head.number, head.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Sông Trà, ngày 08 tháng 12 năm 2023", "2023-12-08"),
        ("Sông Trà, ngày 8/12/2023", "2023-12-08"),
        ("Sông Trà, ngày     tháng 12 năm 2023", None),
        ("Sông Trà, ngày … tháng … năm 20…", None),
        ("Sông Trà, ngày 31 tháng 02 năm 2023", None),
    ],
)
def test_place_and_day_are_read_blank_or_not(read, line, day):
    head = read(f"{line}\nKẾ HOẠCH\nCải cách hành chính\n\n{BODY}").head
    assert head.place == "Sông Trà"
    assert (head.issued_on.isoformat() if head.issued_on else None) == day


def test_letterhead_in_two_columns_of_text_is_parted(read):
    text = (
        "UBND TỈNH NAM HẢI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "UBND HUYỆN SÔNG TRÀ          Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/KH-UBND\tSông Trà, ngày 05 tháng 12 năm 2024\n"
        "-------\nKẾ HOẠCH\nCải cách hành chính năm 2025\n\n"
    )
    draft = read(text + BODY)
    head = draft.head
    assert (head.superior, head.issuer) == ("UBND TỈNH NAM HẢI", "UBND HUYỆN SÔNG TRÀ")
    assert (head.number, head.place) == ("12", "Sông Trà")
    assert kinds(draft)[0] is PassageKind.PART


def test_a_rule_drawn_with_characters_is_no_part_of_the_title(read):
    draft = read(f"KẾ HOẠCH\nCải cách hành chính\nnăm 2025\n_____________\nMở đầu.\n{BODY}")
    assert draft.text.body.title.text == "Cải cách hành chính\nnăm 2025"
    assert ("stamp", "_____________") in roles(draft)


def test_title_in_the_line_of_the_type_and_below(read):
    draft = read(f"KẾ HOẠCH CẢI CÁCH HÀNH CHÍNH\nHUYỆN SÔNG TRÀ NĂM 2025\n\n{BODY}")
    assert draft.head.type_name == "Kế hoạch"
    assert draft.text.body.title.text == "CẢI CÁCH HÀNH CHÍNH\nHUYỆN SÔNG TRÀ NĂM 2025"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Căn cứ Luật A;", "Căn cứ Luật B."], [True, True]),
        (["Căn cứ Luật A. Huyện ban hành Kế hoạch như sau:"], [False]),
        (["Căn cứ Luật A, huyện ban hành kế hoạch như sau:"], [False]),
        (["Căn cứ Luật A."], [False]),
        (["- Căn cứ Luật A;", "- Căn cứ Luật B;"], [True, True]),
        (["Căn cứ Luật A;", "Xét đề nghị của Phòng Nội vụ,"], [True, True]),
    ],
)
def test_grounds_are_told_from_paragraphs(read, lines, expected):
    draft = read("KẾ HOẠCH\nCải cách hành chính năm 2025\n\n" + "\n".join(lines) + f"\n{BODY}")
    assert [kind is PassageKind.BASIS for kind in kinds(draft)[: len(lines)]] == expected


def test_ground_cut_by_a_page_is_whole_again(read):
    text = "Căn cứ Nghị quyết số 76/NQ-CP của\n\nChính phủ về cải cách hành chính;\n"
    draft = read(f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\n{text}{BODY}")
    first = draft.text.body.passages[0]
    assert first.kind is PassageKind.BASIS
    assert first.text.text == "Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ về cải cách hành chính"


@pytest.mark.parametrize(
    ("lines", "authority", "titles"),
    [
        (("TM.HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH"), SigningAuthority.COLLECTIVE,
         ("TM. HỘI ĐỒNG NHÂN DÂN", "CHỦ TỊCH")),
        (("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), SigningAuthority.DEPUTY,
         ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        (("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ"), SigningAuthority.ORDER,
         ("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG NỘI VỤ")),
        (("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG"), SigningAuthority.DELEGATED,
         ("TUQ. CHỦ TỊCH", "TRƯỞNG PHÒNG")),
        (("Q. CHỦ TỊCH",), SigningAuthority.ACTING, ("Q. CHỦ TỊCH",)),
        (("CHỦ TỊCH",), SigningAuthority.OWN, ("CHỦ TỊCH",)),
    ],
)  # fmt: skip
def test_signing_lines_say_in_whose_name(read, lines, authority, titles):
    ending = "Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.\n\n" + "\n".join(lines)
    draft = read(
        f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}{ending}\n\n(Đã ký)\n\nLê Thị Mẫu\n"
    )
    assert draft.signer.authority is authority
    assert draft.signer.title_lines == titles
    assert draft.signer.name == "Lê Thị Mẫu"
    assert draft.recipients == ("UBND tỉnh", "Lưu: VT")


def test_stamp_of_arrival_is_no_part_of_the_document(read):
    text = (
        "UBND TỈNH NAM HẢI\nUBND HUYỆN SÔNG TRÀ\nSố: 12/KH-UBND\n"
        "Sông Trà, ngày 05 tháng 12 năm 2024\nTRUNG TÂM Y TẾ\nCÔNG VĂN ĐẾN\nSố: 513\n"
        "Ngày: 18/12/2024\nChuyển: ………\n\nKẾ HOẠCH\nCải cách hành chính năm 2025\n\n"
    )
    draft = read(text + BODY)
    stamp = [line.text for line in draft.lines if line.role is LineRole.STAMP]
    assert stamp == ["TRUNG TÂM Y TẾ", "CÔNG VĂN ĐẾN", "Số: 513", "Ngày: 18/12/2024", "Chuyển: ………"]
    assert draft.head.issuer == "UBND HUYỆN SÔNG TRÀ"
    assert draft.head.number == "12"


def test_decision_without_its_plan_is_said(read):
    draft = read("QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành./.\n")
    assert [part.kind for part in draft.text.parts] == [TextPartKind.DECISION]
    assert "document_body_missing" in [p.code for p in draft.problems]


def test_paper_without_a_type_is_text_and_said(read):
    draft = read("Số: 12/KH-UBND\n\nNội dung không có tên loại.\n1. Một.")
    assert draft.head.number == "12"
    assert kinds(draft) == [PassageKind.TEXT, PassageKind.ITEM]
    assert "document_type_missing" in [p.code for p in draft.problems]


def test_second_signature_stays_in_the_text(read):
    ending = "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nLê Thị Mẫu\n\n"
    decision = "QUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\nĐiều 1. Ban hành Kế hoạch./.\n"
    draft = read(f"{decision}{ending}KẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}{ending}")
    words = [p.printed for p in draft.text.body.passages][-3:]
    assert "document_ending_repeated" in [p.code for p in draft.problems]
    assert any("Lê Thị Mẫu" in text for text in words)


def test_words_beside_the_task_annex_become_a_further_annex(read):
    annex = (
        "PHỤ LỤC 02\nNHIỆM VỤ NĂM 2025\nSTT\tNhiệm vụ\tSản phẩm\tThời gian\tChủ trì\n"
        "1\tBan hành kế hoạch\tKế hoạch\tQuý I/2025\tPhòng Nội vụ\n"
        "2\tTự kiểm tra\tBáo cáo\tQuý II/2025\tPhòng Nội vụ\n\nGhi chú: gửi về Phòng Nội vụ.\n"
    )
    draft = read(f"KẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}{annex}")
    assert draft.annex.task_count == 2
    assert draft.annex_number == "II"
    extra = draft.text.part(TextPartKind.ANNEX)
    assert [p.text.text for p in extra.passages] == ["Ghi chú: gửi về Phòng Nội vụ."]


def test_officer_decides_what_a_line_is(read):
    text = "KẾ HOẠCH\nCải cách hành chính năm 2025\n\nI. MỤC TIÊU\nMột ý.\nTrang in thử\n1. Hai."
    draft = read(
        text,
        choices={
            5: LineChoice(LineRole.PASSAGE, PassageKind.DASH),
            6: LineChoice(LineRole.STAMP),
            7: LineChoice(LineRole.PASSAGE, PassageKind.TEXT),
        },
    )
    shown = [(p.kind, p.number, p.text.text) for p in draft.text.body.passages]
    assert shown == [
        (PassageKind.PART, "I.", "MỤC TIÊU"),
        (PassageKind.DASH, "-", "Một ý."),
        (PassageKind.TEXT, "", "1. Hai."),
    ]
    assert ("stamp", "Trang in thử") in roles(draft)


TEXT = "Số: 395/KH-UBND\nKẾ HOẠCH\nCải cách hành chính huyện năm 2025\n\nI. MỤC TIÊU\n- Nâng cao."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_give_the_same_draft(read, encoding):
    reference = read(TEXT)
    assert read(TEXT, encoding).text == reference.text


def test_decomposed_and_old_letters_give_the_same_draft(read):
    reference = read(TEXT)
    assert read(unicodedata.normalize("NFD", TEXT)).text == reference.text
    codes = {letter: code for code, letter in _TCVN3.items()}
    # TCVN3 has no capitals of its own beyond these: an old file writes the rest small.
    old = bytes(codes.get(char, ord(char)) for char in TEXT.lower())
    shown = [line.text for line in read(old).lines]
    assert "cải cách hành chính huyện năm 2025" in shown


def test_second_letterhead_between_decision_and_plan_is_no_signature(read):
    decision = (
        "UBND TỈNH NAM HẢI\nUBND HUYỆN SÔNG TRÀ\nQUYẾT ĐỊNH\nVề việc ban hành Kế hoạch\n\n"
        "Điều 1. Ban hành Kế hoạch./.\nNơi nhận:\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\n"
    )
    letterhead = "ỦY BAN NHÂN DÂN\nHUYỆN SÔNG TRÀ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    draft = read(f"{decision}{letterhead}KẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}")
    assert draft.signer.name == ""
    assert draft.signer.title_lines == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    assert (draft.head.superior, draft.head.issuer) == ("UBND TỈNH NAM HẢI", "UBND HUYỆN SÔNG TRÀ")
    assert [part.kind for part in draft.text.parts] == [TextPartKind.DECISION, TextPartKind.BODY]


def test_annex_that_is_no_list_of_tasks_is_kept_as_text(read):
    annex = (
        "\nPHỤ LỤC II\nCHỈ TIÊU NĂM 2025\n"
        "(Kèm theo Kế hoạch số 13/KH-UBND của UBND huyện Sông Đà)\n\n"
        "STT\tChỉ tiêu\tMức\n1\tSIPAS\t90%\n\nSTT\tChỉ tiêu\tMức\n2\tHồ sơ trực\t50%\n\ttuyến\t\n"
    )
    draft = read(f"Số: 12/KH-UBND\nKẾ HOẠCH\nCải cách hành chính năm 2025\n\n{BODY}{annex}")
    part = draft.text.part(TextPartKind.ANNEX)
    assert part.title.text == "CHỈ TIÊU NĂM 2025"
    rows = [[cell.text for cell in row] for row in part.passages[0].table.rows]
    assert rows == [
        ["STT", "Chỉ tiêu", "Mức"], ["1", "SIPAS", "90%"], ["2", "Hồ sơ trực tuyến", "50%"],
    ]  # fmt: skip
    codes = {p.code for p in draft.problems}
    assert {
        "document_attachment_differs",
        "document_annex_number",
        "document_table_heading_repeated",
        "document_table_row_joined",
    } <= codes
