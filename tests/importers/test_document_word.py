"""A Word document as an office writes it: tables for letterhead and signature, numbers by Word."""

import pytest
from document_words import rebuilt, words
from importer_documents import cell, grid, paragraph, row, run, table, write_docx

from cchc_desktop.domain.document_draft import LineRole
from cchc_desktop.domain.office import SigningAuthority
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.importers.document import read_document

CENTRED = '<w:jc w:val="center"/>'
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
    '<w:lvlText w:val="%2."/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)
HEADING = ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì", "Phối hợp"]
ROWS = [
    ["I", "CHỈ ĐẠO ĐIỀU HÀNH", "", "", "", ""],
    ["1", "Ban hành kế hoạch", "Kế hoạch", "Quý I/2025", "Phòng Nội vụ", "Các phòng"],
    ["2", "Tự kiểm tra", "Báo cáo", "Quý IV/2025", "Phòng Nội vụ", "Phòng Tư pháp"],
]


def numbered(text, level):
    properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'
    return paragraph(run(text), properties)


def line(text, properties=""):
    return paragraph(run(text), properties)


def bold(text):
    return paragraph(run(text, "<w:b/>"), CENTRED)


def lines(*texts):
    return cell(raw="".join(bold(text) for text in texts))


LETTERHEAD = table(
    row(
        lines("UBND TỈNH NAM HẢI", "ỦY BAN NHÂN DÂN", "HUYỆN SÔNG TRÀ", "Số:       /KH-UBND"),
        lines(
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Sông Trà, ngày       tháng 12 năm 2024",
        ),
    )
)
SIGNATURE = table(
    row(
        lines("Nơi nhận:", "- UBND tỉnh;", "- Như Điều 3;", "- Lưu: VT, NV."),
        lines("TM.ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "", "Lê Thị Mẫu"),
    )
)
BODY = (
    bold("KẾ HOẠCH")
    + bold("Cải cách hành chính nhà nước")
    + bold("huyện Sông Trà năm 2025")
    + line("Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ;")
    + line("Căn cứ Kế hoạch số 12/KH-UBND của tỉnh,")
    + line("Ủy ban nhân dân huyện ban hành Kế hoạch như sau:")
    + numbered("MỤC ĐÍCH, YÊU CẦU", 0)
    + numbered("Mục đích", 1)
    + numbered("Nâng cao chất lượng phục vụ.", 2)
    + numbered("Yêu cầu", 1)
    + line("Bám sát chỉ đạo của cấp trên.")
    + numbered("CHỈ TIÊU", 0)
    + grid([["Chỉ số", "Mức"], ["PAR INDEX", "Nhóm A"], ["SIPAS", "90%"]])
    + numbered("TỔ CHỨC THỰC HIỆN", 0)
    + line("Trên đây là Kế hoạch năm 2025 của huyện./.")
)
ANNEX = bold("PHỤ LỤC") + bold("CÁC NHIỆM VỤ NĂM 2025") + grid([HEADING, *ROWS])


@pytest.fixture
def document(tmp_path):
    def write(body, **parts):
        return write_docx(tmp_path / "kế hoạch.docx", body, **parts)

    return write


@pytest.fixture
def draft(document, headings):
    path = document(LETTERHEAD + BODY + SIGNATURE + ANNEX, numbering=NUMBERING)
    return read_document(path, headings)


def test_letterhead_table_is_read_as_the_head(draft):
    head = draft.head
    assert head.superior == "UBND TỈNH NAM HẢI"
    assert head.issuer == "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ"
    assert (head.number, head.symbol, head.place) == ("", "KH-UBND", "Sông Trà")
    assert head.issued_on is None
    assert head.title == "Cải cách hành chính nhà nước huyện Sông Trà năm 2025"


def test_numbers_that_word_writes_by_itself_make_the_outline(draft):
    shown = [(p.kind, p.number, p.text.text) for p in draft.text.body.passages[3:8]]
    assert shown == [
        (PassageKind.PART, "I.", "MỤC ĐÍCH, YÊU CẦU"),
        (PassageKind.ITEM, "1.", "Mục đích"),
        (PassageKind.DASH, "-", "Nâng cao chất lượng phục vụ."),
        (PassageKind.ITEM, "2.", "Yêu cầu"),
        (PassageKind.TEXT, "", "Bám sát chỉ đạo của cấp trên."),
    ]
    assert not any(p.own_number for p in draft.text.body.passages)


def test_grounds_are_kept_without_their_last_sign(draft):
    grounds = [p.text.text for p in draft.text.body.passages if p.kind is PassageKind.BASIS]
    assert grounds == [
        "Căn cứ Nghị quyết số 76/NQ-CP của Chính phủ",
        "Căn cứ Kế hoạch số 12/KH-UBND của tỉnh",
    ]


def test_table_inside_the_text_is_a_passage(draft):
    tables = [p for p in draft.text.body.passages if p.kind is PassageKind.TABLE]
    assert [[c.text for c in r] for r in tables[0].table.rows][1] == ["PAR INDEX", "Nhóm A"]
    assert tables[0].level == 1


def test_signature_table_names_recipients_and_signer(draft):
    assert draft.recipients == ("UBND tỉnh", "Như Điều 3", "Lưu: VT, NV")
    signer = draft.signer
    assert signer.authority is SigningAuthority.COLLECTIVE_DEPUTY
    assert signer.title_lines == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert signer.name == "Lê Thị Mẫu"


def test_task_annex_is_handed_to_the_reader_of_annexes(draft):
    assert draft.annex.title == "CÁC NHIỆM VỤ NĂM 2025"
    assert [t.content.text for s in draft.annex.sections for t in s.tasks] == [
        "Ban hành kế hoạch",
        "Tự kiểm tra",
    ]
    assert draft.text.part(TextPartKind.ANNEX) is None


def test_no_word_of_the_document_is_lost(draft):
    numbers = "I II III 1 2 I"
    labels = "Nơi nhận PHỤ LỤC TM KT"
    source = words("\n".join(line.text for line in draft.lines))
    lost = source - rebuilt(draft) - words(numbers) - words(labels) - words(" ".join(HEADING))
    assert not lost


def test_words_inside_smart_tags_and_their_styles_are_kept(document, headings):
    tagged = (
        "<w:p><w:r><w:t xml:space='preserve'>- Tại </w:t></w:r><w:smartTag w:uri='x' "
        "w:element='place'><w:r><w:rPr><w:b/></w:rPr><w:t>xã Hòa Bình</w:t></w:r></w:smartTag>"
        "<w:r><w:t xml:space='preserve'> có họp.</w:t></w:r></w:p>"
    )
    draft = read_document(document(BODY + tagged), headings)
    last = draft.text.body.passages[-1]
    assert last.text.markup == "Tại <b>xã Hòa Bình</b> có họp."
    assert last.kind is PassageKind.DASH


def test_footnote_stands_in_brackets_where_it_was_called(document, headings):
    called = (
        "<w:p><w:r><w:t>Theo quy định</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
    )
    notes = "<w:footnote w:id='2'><w:p><w:r><w:t>Nghị định số 30</w:t></w:r></w:p></w:footnote>"
    draft = read_document(document(BODY + called, footnotes=notes), headings)
    assert draft.text.body.passages[-1].text.text == "Theo quy định (Chú thích: Nghị định số 30)"
    assert "document_footnote_kept" in [p.code for p in draft.problems]


def test_page_head_is_left_out_and_said(document, headings):
    header = "<w:p><w:r><w:t>DỰ THẢO LẦN 2</w:t></w:r></w:p>"
    draft = read_document(document(BODY, header1=header), headings)
    said = [p.text for p in draft.problems if p.code == "document_page_head_left_out"]
    assert said == ["DỰ THẢO LẦN 2"]


def test_decision_and_its_plan_are_two_parts(document, headings):
    decision = (
        bold("QUYẾT ĐỊNH")
        + bold("Về việc ban hành Kế hoạch cải cách hành chính năm 2025")
        + bold("ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ")
        + line("Căn cứ Luật Tổ chức chính quyền địa phương;")
        + line("Xét đề nghị của Trưởng phòng Nội vụ.")
        + bold("QUYẾT ĐỊNH:")
        + line("Điều 1. Ban hành kèm theo Quyết định này Kế hoạch năm 2025.")
        + line("Điều 2. Các cơ quan chịu trách nhiệm thi hành./.")
    )
    attached = line("(Kèm theo Quyết định số 45/QĐ-UBND ngày 20/12/2024 của UBND huyện)", CENTRED)
    plan = bold("KẾ HOẠCH") + bold("Cải cách hành chính năm 2025") + attached
    body = numbered("MỤC TIÊU", 0) + line("Nội dung của kế hoạch.")
    draft = read_document(
        document(decision + SIGNATURE + plan + body, numbering=NUMBERING), headings
    )
    assert [part.kind for part in draft.text.parts] == [TextPartKind.DECISION, TextPartKind.BODY]
    kinds = [p.kind for p in draft.text.parts[0].passages]
    assert kinds == [PassageKind.BASIS] * 2 + [PassageKind.ARTICLE] * 2
    assert (draft.head.number, draft.head.symbol) == ("45", "QĐ-UBND")
    assert draft.head.issued_on.isoformat() == "2024-12-20"
    assert draft.head.type_name == "Quyết định"
    assert draft.plan_type == "Kế hoạch"
    assert draft.signer.name == "Lê Thị Mẫu"
    assert [line.role for line in draft.lines].count(LineRole.TYPE) == 3


def test_attachment_line_cut_in_two_gives_its_day(document, headings):
    attached = line("(Kèm theo Quyết định số 45/QĐ-UBND ngày 11 tháng") + line(
        "11 năm 2021 của UBND huyện)"
    )
    draft = read_document(document(bold("KẾ HOẠCH") + bold("Năm 2022") + attached), headings)
    assert draft.head.issued_on.isoformat() == "2021-11-11"
    assert "document_day_unreadable" not in [p.code for p in draft.problems]


def test_bold_that_the_form_prints_by_itself_is_no_style_of_the_officer(document, headings):
    body = (
        bold("KẾ HOẠCH") + bold("Năm 2025") + bold("I. MỤC TIÊU") + bold("1. Mục đích")
        + paragraph(run("- ") + run("Đậm", "<w:b/>") + run(" giữa câu."))
        + paragraph(run("2. Phòng Nội vụ:", "<w:b/>") + run(" chủ trì việc:"))
        + line("- Theo dõi.") + bold("3. Câu cuối in đậm, không có gì bên dưới.")
    )  # fmt: skip
    shown = [p.text.markup for p in read_document(document(body), headings).text.body.passages]
    assert shown == [
        "MỤC TIÊU",
        "Mục đích",
        "<b>Đậm</b> giữa câu.",
        "Phòng Nội vụ: chủ trì việc:",
        "Theo dõi.",
        "<b>Câu cuối in đậm, không có gì bên dưới.</b>",
    ]
