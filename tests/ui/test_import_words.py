from datetime import date

import pytest

from cchc_desktop.domain.agency import AgencyKind
from cchc_desktop.domain.annex_draft import AnnexDraft, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.deadline import DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText
from cchc_desktop.services.imports import ImportPreview
from cchc_desktop.ui.import_words import deadline_words, guess_agency_kind, guess_year, summary

PLACE = Place("phu-luc.docx", "Bảng 1", 3)


def draft(title="", deadlines=(), file="phu-luc.docx", problems=()):
    tasks = tuple(
        DraftTask(
            str(number),
            RichText.plain(f"Việc {number}"),
            PLACE,
            (DraftDeliverable(EMPTY, RichText.plain(deadline), PLACE),),
        )
        for number, deadline in enumerate(deadlines, 1)
    )
    section = DraftSection("I", RichText.plain("CẢI CÁCH THỂ CHẾ"), PLACE, tasks)
    numbering = TaskNumbering.PER_SECTION
    return AnnexDraft(file, title, "", numbering, (section,), (), tuple(problems))


@pytest.mark.parametrize(
    ("title", "deadlines", "file", "year"),
    [
        ("NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2024", ["Quý I/2023"], "2022.docx", 2024),
        ("NHIỆM VỤ GIAI ĐOẠN 2021-2025", ["Quý I/2026", "Tháng 7/2026"], "x.docx", 2026),
        ("", ["Thường xuyên"], "phu-luc-2025.xlsx", 2025),
        ("", ["Thường xuyên"], "phu-luc-2021-2025.xlsx", None),
        ("", ["Thường xuyên"], "so-12345.xlsx", None),
    ],
)
def test_year_is_guessed_from_what_names_it_best(title, deadlines, file, year):
    assert guess_year(draft(title, deadlines, file)) == year


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Phòng Kinh tế", AgencyKind.DEPARTMENT),
        ("UBND xã Lâm Sơn", AgencyKind.COMMUNE),
        ("Ủy ban nhân dân các xã", AgencyKind.COMMUNE),
        ("Uỷ ban nhân dân huyện", AgencyKind.OFFICE),
        ("Hội đồng nhân dân huyện", AgencyKind.OFFICE),
        ("Hội Nông dân", AgencyKind.PARTY_UNION),
        ("Huyện ủy", AgencyKind.PARTY_UNION),
        ("Công an huyện", AgencyKind.VERTICAL),
        ("Trung tâm Văn hóa", AgencyKind.SERVICE_UNIT),
        ("Sở Nội vụ", AgencyKind.SUPERIOR),
        ("Tổ công tác", AgencyKind.OTHER),
    ],
)
def test_agency_kind_is_guessed_from_the_beginning_of_its_name(name, kind):
    assert guess_agency_kind(name) is kind


def test_deadline_of_another_year_names_the_year():
    reading = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2023, 12, 10)),))

    assert deadline_words(reading, 2024) == "Đến hạn 10/12/2023"
    assert deadline_words(reading, 2023) == "Đến hạn 10/12"


def test_summary_counts_sections_tasks_deadlines_and_dropped_cells():
    dropped = Problem("column_left_out", Severity.DROPPED, PLACE)
    notice = Problem("hidden_row_read", Severity.NOTICE, PLACE)
    read = draft(deadlines=["Quý I/2024", "Thường xuyên"], problems=[dropped, notice])
    kinds = {DeadlineKind.DATED: 1, DeadlineKind.RECURRING: 1}

    words = summary(ImportPreview(read, 2024, None, (), (), kinds, ()))

    assert words == (
        "1 lĩnh vực, 2 nhiệm vụ, 0 nhiệm vụ con; 1 có hạn, 1 theo kỳ, 0 chờ sự việc; "
        "1 ô không đưa vào được"
    )
