"""The real annex and variants of it give the same draft from every kind of source."""

import unicodedata

import openpyxl
import pytest
from importer_annexes import (
    ALL,
    ATTACHED,
    HEADING,
    ROWS,
    TITLE,
    content_of,
    expected,
    shared,
    tsv,
    words,
)
from importer_documents import cell, grid, paragraph, row, table, write_docx

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import SourceHasNoTable
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Severity
from cchc_desktop.importers.annex import ImportChoices, read_annex, read_pasted_annex


def codes(draft):
    return [str(problem.code) for problem in draft.problems]


def paste(rows, headings, heading=HEADING, **choices):
    return read_pasted_annex(tsv(rows, heading), None, headings, ImportChoices(**choices))


REAL = [
    "cases/ninh-son-2024-phu-luc.docx",
    "cases/ninh-son-2024-phu-luc.xlsx",
    "documents/ke-hoach-395-ninh-son-2024.txt",
]


@pytest.mark.parametrize("source", REAL)
def test_real_annex_in_any_form_gives_the_same_cells(source, headings):
    reference = read_annex(shared("cases/ninh-son-2024-phu-luc.tsv"), headings)
    draft = read_annex(shared(source), headings)
    assert (len(draft.sections), draft.task_count, draft.subtask_count) == (7, 41, 4)
    assert content_of(draft) == content_of(reference)
    assert draft.title == "CÁC NHIỆM VỤ TRỌNG TÂM CỦA CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2024"
    assert draft.attached_to.startswith("(Ban hành kèm theo")
    assert all(problem.severity is Severity.NOTICE for problem in draft.problems)


def test_real_annex_equals_its_table_cell_by_cell(headings):
    path = shared("cases/ninh-son-2024-phu-luc.tsv")
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()][1:]
    even = [[" ".join(c.split()) for c in r] for r in rows]
    assert content_of(read_annex(path, headings)) == expected(even)


def test_pasted_text_with_page_cuts_rejoins_eight_rows(headings):
    text = shared("documents/ke-hoach-395-ninh-son-2024.txt").read_text(encoding="utf-8")
    block = "\n".join(text.split("\n")[219:])
    draft = read_pasted_annex(block, None, headings)
    reference = read_annex(shared("cases/ninh-son-2024-phu-luc.tsv"), headings)
    assert content_of(draft) == content_of(reference)
    assert codes(draft).count("fragment_joined") == 8


def test_plain_annex_gives_no_problem(headings):
    draft = paste(ROWS, headings)
    assert content_of(draft) == expected()
    assert draft.problems == ()


@pytest.mark.parametrize(
    "heading",
    [
        ["TT", "Nội dung công việc", "Sản phẩm đầu ra", "Thời hạn hoàn thành",
         "Đơn vị chủ trì", "Đơn vị phối hợp", "Ghi chú"],
        ["Số TT", "NHIỆM VỤ", "KẾT QUẢ/SẢN PHẨM", "TIẾN ĐỘ", "CHỦ TRÌ THỰC HIỆN",
         "PHỐI HỢP THỰC HIỆN", "GHI CHÚ"],
        ["STT", "Nhiệm vụ, giải pháp chủ yếu", "Dự kiến kết quả đạt được",
         "Thời gian dự kiến hoàn thành", "Cơ quan, đơn vị chủ trì thực hiện",
         "Các cơ quan, đơn vị phối hợp", "Ghi  chú"],
    ],
)  # fmt: skip
def test_renamed_columns_are_known(heading, headings):
    assert content_of(paste(ROWS, headings, heading)) == expected()


def test_reordered_columns_are_known(headings):
    order = [0, 1, 4, 5, 3, 2, 6]
    rows = [[r[i] for i in order] for r in ROWS]
    assert content_of(paste(rows, headings, [HEADING[i] for i in order])) == expected()


def test_annex_without_note_column_is_whole(headings):
    rows = [r[:6] for r in ROWS]
    assert content_of(paste(rows, headings, HEADING[:6])) == expected([[*r[:6], ""] for r in ROWS])


def test_seventh_column_of_monitoring_units_is_no_note(headings):
    heading = [*HEADING[:6], "Theo dõi, kiểm tra, đôn đốc"]
    rows = [[*r[:6], "Sở Nội vụ" if r[3] else ""] for r in ROWS]
    task = paste(rows, headings, heading).sections[0].tasks[0]
    assert (task.monitor.text, task.note.text) == ("Sở Nội vụ", "")


def test_four_columns_of_a_propaganda_plan_are_known(headings):
    text = "TT\tNội dung\tTrách nhiệm thực hiện\tThời gian\n1\tViết bài\tPhòng Nội vụ\tQuý I"
    task = read_pasted_annex(text, None, headings).sections[0].tasks[0]
    assert (task.content.text, task.lead.text) == ("Viết bài", "Phòng Nội vụ")
    assert task.deliverables[0].deadline.text == "Quý I"


def test_repeated_heading_and_column_numbers_are_no_content(headings):
    numbers = [f"({i})" for i in range(1, 8)]
    rows = [numbers, *ROWS[:4], HEADING, numbers, *ROWS[4:]]
    draft = paste(rows, headings)
    assert content_of(draft) == expected()
    assert draft.problems == ()


def test_two_row_heading_is_read_as_one(headings):
    text = (
        "STT\tNhiệm vụ\tSản phẩm\tThời gian\tCơ quan thực hiện\t\tGhi chú\n"
        "\t\t\t\tChủ trì\tPhối hợp\t\n" + tsv(ROWS).split("\n", 1)[1]
    )
    assert content_of(read_pasted_annex(text, None, headings)) == expected()


def test_block_without_heading_is_read_by_its_content(headings):
    block = tsv(ROWS).split("\n", 1)[1]
    draft = read_pasted_annex(block, None, headings)
    assert content_of(draft) == expected()
    assert codes(draft) == ["columns_guessed"]


def test_officer_can_say_what_a_column_means(headings):
    heading = [*HEADING[:6], "Đơn vị giám sát"]
    rows = [[*r[:6], "X" if r[3] else ""] for r in ROWS]
    draft = paste(rows, headings, heading, columns={6: AnnexColumn.NOTE, 5: None})
    task = draft.sections[0].tasks[0]
    assert (task.note.text, task.cooperating.text) == ("X", "")
    dropped = [p.text for p in draft.problems if p.code == "column_left_out"]
    assert dropped == [r[5] for r in rows if r[5]]


def test_column_without_meaning_is_reported_cell_by_cell(headings):
    heading = [*HEADING, "Kinh phí"]
    rows = [[*r, "10 triệu" if r[0] == "1" else ""] for r in ROWS]
    problems = paste(rows, headings, heading).problems
    assert [(p.code, p.place.row, p.place.column, p.text) for p in problems] == [
        ("column_left_out", line, 8, "10 triệu") for line in (3, 8, 11)
    ]


def test_decomposed_unicode_gives_the_same_draft(headings):
    text = unicodedata.normalize("NFD", tsv(ROWS))
    assert content_of(read_pasted_annex(text, None, headings)) == expected()


def test_cut_rows_are_joined_after_a_repeated_heading(headings):
    rows = [list(r) for r in ROWS]
    at = 6
    rows[at][1], rest = "Rà soát, đơn giản hóa thủ tục hành", "chính thuộc thẩm quyền của huyện"
    rows[at][2], rest_product = "Tờ trình của", "UBND huyện"
    cut = ["", rest, rest_product, "", "", "", ""]
    draft = paste([*rows[: at + 1], HEADING, cut, *rows[at + 1 :]], headings)
    assert content_of(draft) == expected()
    assert codes(draft) == ["fragment_joined"]


def test_further_product_row_is_a_second_deliverable(headings):
    extra = ["", "", "Báo cáo của UBND huyện", "Quý IV/2030", "", "", ""]
    draft = paste([*ROWS[:2], extra, *ROWS[2:]], headings)
    task = draft.sections[0].tasks[0]
    assert [words(d.product) for d in task.deliverables] == [
        "Kế hoạch của UBND huyện", "Báo cáo của UBND huyện",
    ]  # fmt: skip
    assert draft.problems == ()


def test_further_product_row_after_a_page_break_is_no_fragment(headings):
    extra = ["", "", "Báo cáo của UBND huyện", "Quý IV/2030", "", "", ""]
    draft = paste([*ROWS[:2], HEADING, extra, *ROWS[2:]], headings)
    assert len(draft.sections[0].tasks[0].deliverables) == 2


def test_product_row_with_its_own_agency_adds_a_line_and_is_said(headings):
    extra = ["", "", "Báo cáo", "Quý IV/2030", "Phòng Tư pháp", "", ""]
    draft = paste([*ROWS[:2], extra, *ROWS[2:]], headings)
    assert draft.sections[0].tasks[0].lead.text == "Phòng Nội vụ\nPhòng Tư pháp"
    assert codes(draft) == ["assignment_joined"]


def test_deadline_without_product_is_a_deliverable(headings):
    draft = paste([["1", "Việc", "", "Quý I/2030", "Phòng Nội vụ", "", ""]], headings)
    (deliverable,) = draft.sections[0].tasks[0].deliverables
    assert (deliverable.product.text, deliverable.deadline.text) == ("", "Quý I/2030")


@pytest.mark.parametrize(
    ("sections", "tasks", "points"),
    [
        (["I.", "II.", "III."], ["1.", "2."], ["a.", "b."]),
        (["A", "B", "C"], ["01", "02"], ["a", "b"]),
        (["A.", "B.", "C."], ["(1)", "(2)"], ["-", "-"]),
        (["I", "II", "III"], ["1", "2"], ["2.1", "2.2"]),
        (["I", "II", "III"], ["1", "2"], ["+", "+"]),
    ],
)
def test_numbers_in_any_manner_give_the_same_levels(sections, tasks, points, headings):
    plain = {"I": sections[0], "II": sections[1], "III": sections[2], "1": tasks[0],
             "2": tasks[1], "a)": points[0], "b)": points[1]}  # fmt: skip
    draft = paste([[plain[r[0]], *r[1:]] for r in ROWS], headings)
    assert (len(draft.sections), draft.task_count, draft.subtask_count) == (3, 5, 2)
    assert draft.problems == ()


def test_title_in_the_number_cell_is_a_section(headings):
    rows = [[f"{r[0]}. {r[1]}", "", *r[2:]] if r[0].isupper() else r for r in ROWS]
    draft = paste(rows, headings)
    assert [words(s.title) for s in draft.sections] == [r[1] for r in ROWS if r[0].isupper()]
    assert [s.source_number for s in draft.sections] == ["I.", "II.", "III."]


def test_continuous_numbers_are_kept_as_a_manner(headings):
    count = iter("12345")
    rows = [[next(count), *r[1:]] if r[0].isdigit() else r for r in ROWS]
    draft = paste(rows, headings)
    assert draft.task_numbering is TaskNumbering.CONTINUOUS
    assert draft.problems == ()


def test_jump_and_repetition_name_both_numbers(headings):
    rows = [[n, f"Việc {n}", "Báo cáo", "Quý I", "Phòng Nội vụ", "", ""] for n in "1335"]
    rows[2][1] = "Việc khác"
    found = [(p.code, dict(p.params)) for p in paste(rows, headings).problems]
    assert found == [
        ("number_jumps", {"previous": "1", "number": "3"}),
        ("number_repeated", {"previous": "3", "number": "3"}),
        ("number_jumps", {"previous": "3", "number": "5"}),
    ]


def test_rows_below_the_table_are_reported_not_imported(headings):
    rows = [
        *ROWS,
        ["", "Tổng cộng: 5 nhiệm vụ", "", "", "", "", ""],
        ["", "Ghi chú: số liệu đến ngày 01/01", "", "", "", "", ""],
        ["", "Nơi nhận:", "", "", "TM. ỦY BAN NHÂN DÂN", "", ""],
        ["", "- Như trên;", "", "", "CHỦ TỊCH", "", ""],
        ["", "", "", "", "Họ và tên người ký", "", ""],
    ]
    draft = paste(rows, headings)
    assert content_of(draft) == expected()
    assert codes(draft) == ["total_row", "note_line", *["row_below_table"] * 3]
    assert [p.severity for p in draft.problems] == [Severity.DROPPED] * 2 + [Severity.CHECK] * 3
    assert all(p.place.row for p in draft.problems)


def test_several_sheets_that_carry_on_are_one_annex(tmp_path, headings):
    book = openpyxl.Workbook()
    first, second = book.active, book.create_sheet("Phần 2")
    first.append([TITLE])
    first.append([ATTACHED])
    for sheet, rows in ((first, ROWS[:5]), (second, ROWS[5:])):
        for values in [HEADING, *rows]:
            sheet.append([int(v) if v.isdigit() else v or None for v in values])
    book.create_sheet("Danh bạ").append(["Họ tên", "Điện thoại", "Ghi chú"])
    book.save(tmp_path / "a.xlsx")
    draft = read_annex(tmp_path / "a.xlsx", headings)
    assert content_of(draft) == expected()
    assert [t.is_chosen for t in draft.tables] == [True, True, False]
    assert (draft.title, draft.attached_to) == (TITLE, ATTACHED)
    assert codes(draft) == ["tables_joined"]


def test_right_table_is_found_among_several(tmp_path, headings):
    letterhead = grid([["UBND HUYỆN ĐÔNG HẢI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]])
    indicators = grid([["STT", "Chỉ tiêu", "Đơn vị tính", "Số liệu"], ["1", "Tỷ lệ", "%", "90"]])
    signature = grid([["Nơi nhận:\n- Như trên;", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"]])
    body = (
        letterhead + indicators + paragraph("PHỤ LỤC I") + paragraph(TITLE) + paragraph(ATTACHED)
        + grid([HEADING, *ROWS]) + signature
    )  # fmt: skip
    draft = read_annex(write_docx(tmp_path / "a.docx", body), headings)
    assert content_of(draft) == expected()
    assert [t.is_chosen for t in draft.tables] == [False, False, True, False]
    assert (draft.title, draft.attached_to) == (TITLE, ATTACHED)
    assert draft.problems == ()
    other = read_annex(tmp_path / "a.docx", headings, ImportChoices(table_index=1))
    assert [t.is_chosen for t in other.tables] == [False, True, False, False]


def test_one_table_per_page_is_one_annex(tmp_path, headings):
    body = grid([HEADING, *ROWS[:4]]) + grid([HEADING, *ROWS[4:7]]) + grid(ROWS[7:])
    draft = read_annex(write_docx(tmp_path / "a.docx", body), headings)
    assert content_of(draft) == expected()


def test_section_titles_between_tables_are_sections(tmp_path, headings):
    body = ""
    for first, last in ((0, 5), (5, 8), (8, 10)):
        title = f"{ROWS[first][0]}. {ROWS[first][1]}"
        body += paragraph(title) + grid([HEADING, *ROWS[first + 1 : last]])
    body += paragraph("Lời dẫn khác") + grid([HEADING, ["2", "Việc cuối", *[""] * 5]])
    draft = read_annex(write_docx(tmp_path / "a.docx", body), headings)
    assert [(s.source_number, s.title.text, len(s.tasks)) for s in draft.sections] == [
        ("I.", ROWS[0][1], 2), ("II.", ROWS[5][1], 2), ("III.", ROWS[8][1], 2),
    ]  # fmt: skip
    assert [(p.code, p.text) for p in draft.problems if p.severity is Severity.DROPPED] == [
        ("row_above_table", "Lời dẫn khác")
    ]


def test_merged_cells_of_word_and_html_mean_the_same(tmp_path, headings):
    merged = ["restart", "restart", None, None, "restart", None, None]
    first = row(*(cell(c, merge=m) for c, m in zip(ROWS[1], merged, strict=True)))
    second = row(
        cell(merge="go"), cell(merge="go"), cell("Quyết định"), cell("Quý II/2030"),
        cell(merge="go"), cell(), cell(),
    )  # fmt: skip
    third = row(cell("2"), cell("Việc thứ hai"), cell("Báo cáo"), cell("Quý III/2030"),
                cell(merge="go"), cell(), cell())  # fmt: skip
    section = row(cell("I. CHỈ ĐẠO, ĐIỀU HÀNH", span=7))
    heading = row(*map(cell, HEADING))
    word = read_annex(
        write_docx(tmp_path / "a.docx", table(heading, section, first, second, third)), headings
    )
    html = (
        "<table><tr>" + "".join(f"<td>{h}</td>" for h in HEADING) + "</tr>"
        "<tr><td colspan=7>I. CHỈ ĐẠO, ĐIỀU HÀNH</td></tr>"
        f"<tr><td rowspan=2>1</td><td rowspan=2>{ROWS[1][1]}</td><td>{ROWS[1][2]}</td>"
        f"<td>{ROWS[1][3]}</td><td rowspan=3>Phòng Nội vụ</td><td>{ALL}</td><td>{ROWS[1][6]}</td>"
        "</tr><tr><td>Quyết định</td><td>Quý II/2030</td><td></td><td></td></tr>"
        "<tr><td>2</td><td>Việc thứ hai</td><td>Báo cáo</td><td>Quý III/2030</td><td></td>"
        "<td></td></tr></table>"
    )
    web = read_pasted_annex("", html, headings)
    assert content_of(word) == content_of(web)
    (one,) = word.sections
    assert words(one.title) == "CHỈ ĐẠO, ĐIỀU HÀNH"
    assert [len(t.deliverables) for t in one.tasks] == [2, 1]
    assert [t.lead.text for t in one.tasks] == ["Phòng Nội vụ"] * 2


def test_document_without_an_annex_is_refused(tmp_path, headings):
    path = write_docx(tmp_path / "a.docx", paragraph("Kính gửi") + grid([["a", "b"]]))
    with pytest.raises(SourceHasNoTable):
        read_annex(path, headings)
