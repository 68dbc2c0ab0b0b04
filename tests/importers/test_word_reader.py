"""What Word keeps outside the plain text of a run."""

import pytest
from importer_annexes import ATTACHED, TITLE
from importer_documents import cell, grid, paragraph, row, run, table, write_docx

from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.annex import read_annex

HEADING = ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì"]
NUMBERING = (
    '<w:abstractNum w:abstractNumId="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/>'
    '<w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2"/>'
    '</w:lvl><w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
)


def listed(level):
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def read(tmp_path, headings, body, **parts):
    return read_annex(write_docx(tmp_path / "a.docx", body, **parts), headings)


def read_cell(tmp_path, headings, raw, **parts):
    """Return the content cell made of ``raw`` paragraphs, and the whole draft."""
    one = row(cell("1"), cell(raw=raw), cell("Báo cáo"), cell("Quý I"), cell("Phòng Nội vụ"))
    draft = read(tmp_path, headings, table(row(*map(cell, HEADING)), one), **parts)
    return draft.sections[0].tasks[0].content, draft


def test_automatic_numbers_become_text(tmp_path, headings):
    def item(level, *texts):
        return row(cell(raw=paragraph("", listed(level))), *map(cell, texts))

    body = paragraph("Mở đầu") + table(
        row(*map(cell, HEADING)),
        item(0, "CHỈ ĐẠO", "", "", ""),
        item(1, "Việc một", "Báo cáo", "Quý I", "Phòng Nội vụ"),
        item(1, "Việc hai", "", "", ""),
        item(2, "Điểm một", "Báo cáo", "Quý I", "Phòng Nội vụ"),
        item(2, "Điểm hai", "Báo cáo", "Quý I", "Phòng Nội vụ"),
        item(0, "THỂ CHẾ", "", "", ""),
        item(1, "Việc mới", "Báo cáo", "Quý I", "Phòng Nội vụ"),
    )
    draft = read(tmp_path, headings, body, numbering=NUMBERING)
    first, second = draft.sections
    assert [s.source_number for s in draft.sections] == ["I.", "II."]
    assert [t.source_number for t in first.tasks] == ["1", "2"]
    assert [t.source_number for t in first.tasks[1].subtasks] == ["a)", "b)"]
    assert [t.source_number for t in second.tasks] == ["1"]


def test_automatic_letter_before_a_text_is_part_of_it(tmp_path, headings):
    content, _ = read_cell(
        tmp_path, headings, paragraph("Rà soát", listed(2)) + paragraph("Công bố", listed(2)),
        numbering=NUMBERING,
    )  # fmt: skip
    assert content.text == "a) Rà soát\nb) Công bố"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        (f"<w:smartTag>{run('huyện Ninh')}</w:smartTag>{run(' Hải')}", "huyện Ninh Hải"),
        (f"<w:ins>{run('thêm ')}</w:ins>{run('vào')}", "thêm vào"),
        (f"<w:sdt><w:sdtContent>{run('trong ô')}</w:sdtContent></w:sdt>", "trong ô"),
        (f"<w:hyperlink>{run('liên kết')}</w:hyperlink>", "liên kết"),
        (f"<w:fldSimple w:instr='REF x'>{run('trường')}</w:fldSimple>", "trường"),
        ("<w:r><w:instrText>REF y</w:instrText></w:r>" + run("kết quả"), "kết quả"),
        ("<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t></w:r>", "một\nhai"),
        ("<w:r><w:t>một</w:t><w:tab/><w:t>hai</w:t></w:r>", "một hai"),
        ("<w:r><w:t>Tài</w:t><w:noBreakHyphen/><w:t>Kế</w:t></w:r>", "Tài-Kế"),
        ("<w:r><w:t>nghiệp</w:t><w:softHyphen/><w:t>vụ</w:t></w:r>", "nghiệpvụ"),
        ("<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>", "x+y"),
        ("<w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t>90%</w:t></w:r>", "≥90%"),
        (run("khoảng\u00a0trắng  đôi\u00ad"), "khoảng trắng đôi"),
    ],
)
def test_text_in_any_wrapping_is_kept(inner, text, tmp_path, headings):
    content, draft = read_cell(tmp_path, headings, f"<w:p>{inner}</w:p>")
    assert content.text == text
    assert draft.problems == ()


def test_deleted_text_is_left_out_and_said(tmp_path, headings):
    inner = f"<w:del><w:r><w:delText>bỏ đi</w:delText></w:r></w:del>{run('giữ lại')}"
    content, draft = read_cell(tmp_path, headings, f"<w:p>{inner}</w:p>")
    assert content.text == "giữ lại"
    (problem,) = draft.problems
    assert (problem.code, problem.severity, problem.text) == (
        "tracked_deletion", Severity.NOTICE, "bỏ đi",
    )  # fmt: skip
    assert (problem.place.part, problem.place.row, problem.place.column) == ("Bảng 1", 2, 2)


def test_footnote_is_said_with_its_words(tmp_path, headings):
    inner = run("Việc") + '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="2">{paragraph("Theo Nghị quyết 76")}</w:footnote>'
    content, draft = read_cell(tmp_path, headings, f"<w:p>{inner}</w:p>", footnotes=notes)
    assert content.text == "Việc"
    assert [(p.code, p.text) for p in draft.problems] == [
        ("footnote_left_out", "Theo Nghị quyết 76")
    ]


def test_nested_table_and_text_box_keep_their_words(tmp_path, headings):
    box = (
        "<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        f"{paragraph('trong khung')}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f"<w:txbxContent>{paragraph('trong khung')}</w:txbxContent></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    raw = f"<w:p>{run('Việc')}{box}</w:p>" + grid([["bảng", "con"]]) + "<w:p/>"
    content, draft = read_cell(tmp_path, headings, raw)
    assert content.text.split() == ["Việc", "trong", "khung", "bảng", "con"]
    assert sorted(p.code for p in draft.problems) == ["nested_table", "text_box"]


def test_styles_reach_the_draft(tmp_path, headings):
    styles = (
        '<w:style w:type="character" w:styleId="Dam"><w:rPr><w:b/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Nghieng"><w:rPr><w:i/></w:rPr></w:style>'
    )
    inner = (
        '<w:pPr><w:pStyle w:val="Nghieng"/></w:pPr>' + run("nghiêng ")
        + run("cả hai ", '<w:rStyle w:val="Dam"/>') + run("thường", '<w:i w:val="0"/>')
    )  # fmt: skip
    content, _ = read_cell(tmp_path, headings, f"<w:p>{inner}</w:p>", styles=styles)
    assert content.markup == "<i>nghiêng </i><b><i>cả hai </i></b>thường"


def test_rows_in_content_controls_and_shifted_rows_are_read(tmp_path, headings):
    cells = [cell("1"), cell("Việc"), cell("Báo cáo"), cell("Quý I"), cell("Phòng Nội vụ")]
    wrapped = f"<w:sdt><w:sdtContent>{row(*cells)}</w:sdtContent></w:sdt>"
    shifted = row(cell("Báo cáo thêm"), cell("Quý II"), cell(),
                  properties='<w:gridBefore w:val="2"/>')  # fmt: skip
    draft = read(tmp_path, headings, table(row(*map(cell, HEADING)), wrapped, shifted))
    assert len(draft.sections[0].tasks[0].deliverables) == 2


def test_two_row_heading_with_merged_group_is_read(tmp_path, headings):
    body = paragraph("PHỤ LỤC") + paragraph(TITLE) + paragraph(ATTACHED) + table(
        row(cell("STT", merge="restart"), cell("Nhiệm vụ", merge="restart"),
            cell("Thời gian", merge="restart"), cell("Cơ quan thực hiện", span=2)),
        row(cell(merge="go"), cell(merge="go"), cell(merge="go"), cell("Chủ trì"),
            cell("Phối hợp")),
        row(*map(cell, "12345")),
        row(*map(cell, ["1", "Việc", "Quý I", "Phòng Nội vụ", "Các phòng"])),
    )  # fmt: skip
    draft = read(tmp_path, headings, body)
    (task,) = draft.sections[0].tasks
    assert (task.lead.text, task.cooperating.text) == ("Phòng Nội vụ", "Các phòng")
    assert (draft.title, draft.attached_to, draft.problems) == (TITLE, ATTACHED, ())
