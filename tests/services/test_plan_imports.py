"""Bringing a whole document in: seen before it is written, written in one step, undone in one."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from cchc_desktop.domain.clock import FixedClock
from cchc_desktop.domain.document_draft import LineChoice, LineRole
from cchc_desktop.domain.errors import PlanFrozen, SourceRejected
from cchc_desktop.domain.plan import PlanKey
from cchc_desktop.domain.plan_text import PassageKind, TextPartKind
from cchc_desktop.services.plan_import_preview import ChangeKind, proposed_key
from cchc_desktop.services.plan_imports import PlanImportChoices
from cchc_desktop.services.printing import PaperFormat, PaperRequest
from cchc_desktop.services.sample import create_sample
from cchc_desktop.storage.plan_text_repository import load_document, load_text

SHARED = Path(__file__).parents[2].parent / "shared" / "documents"
TEXT = """UBND TỈNH A
UBND HUYỆN C
Số: 12/KH-UBND
B, ngày 05 tháng 12 năm 2024

KẾ HOẠCH
Cải cách hành chính nhà nước năm 2025

Căn cứ Nghị quyết số 76/NQ-CP;

I. MỤC TIÊU
1. Nâng cao chất lượng phục vụ.
2. Rút ngắn thời gian giải quyết.
II. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ
Theo dõi, đôn đốc.
2. Phòng Không có thật
Phối hợp thực hiện.
Trên đây là Kế hoạch./.

Nơi nhận:
- UBND tỉnh;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lê Thị Mẫu

PHỤ LỤC
CÁC NHIỆM VỤ NĂM 2025
STT\tNhiệm vụ\tSản phẩm\tThời gian\tChủ trì
I\tCHỈ ĐẠO\t\t\t
1\tBan hành kế hoạch\tKế hoạch\tQuý I/2025\tPhòng Nội vụ
2\tTự kiểm tra\tBáo cáo\tQuý IV/2025\tPhòng Nội vụ
"""
KEY = PlanKey(2025)


@pytest.fixture
def document(tmp_path):
    def write(text=TEXT):
        path = tmp_path / "kế hoạch.txt"
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def brought_in(session, document):
    """The plan of 2025 as the document has it."""
    draft = session.plan_imports.read_file(document())
    session.plan_imports.write(session.plan_imports.preview(draft, KEY))
    return session.plans.load_year(2025)


def preview_of(session, path, key=KEY):
    return session.plan_imports.preview(session.plan_imports.read_file(path), key)


def bare(text):
    return [
        (part.kind, part.title, [replace(p, id=None) for p in part.passages]) for part in text.parts
    ]


def test_preview_writes_nothing_and_says_what_would_be(session, document):
    preview = preview_of(session, document())
    assert preview.plan is None
    assert not preview.had_text
    assert (preview.parent.number, preview.parent.issued_on) == ("12", date(2024, 12, 5))
    assert [(d.field, d.of_document) for d in preview.letterhead] == [("name", "UBND HUYỆN C")]
    assert [name.text for name in preview.unknown_names] == ["Phòng Không có thật"]
    assert session.plans.list() == ()


def test_new_plan_gets_text_annex_details_and_signer_in_one_step(session, brought_in):
    db = session._file.db
    text, paper = load_text(db, brought_in.id), load_document(db, brought_in.id)
    assert [p.kind for p in text.body.passages][:3] == [
        PassageKind.BASIS,
        PassageKind.PART,
        PassageKind.ITEM,
    ]
    assert brought_in.parent_document.number == "12"
    assert brought_in.parent_document.symbol == "KH-UBND"
    assert brought_in.task_count == 2
    assert paper.recipients == ("UBND tỉnh", "Lưu: VT")
    assert paper.signer.name == "Lê Thị Mẫu"
    session.history.undo()
    assert session.plans.list() == ()
    session.history.redo()
    assert bare(load_text(db, brought_in.id)) == bare(text)


def test_the_same_document_again_changes_nothing(session, brought_in, document):
    preview = preview_of(session, document())
    assert preview.changes_nothing
    assert not session.plan_imports.write(preview)


def test_differences_of_the_text_are_shown_passage_by_passage(session, brought_in, document):
    changed = TEXT.replace("1. Nâng cao chất lượng", "1. Nâng cao rõ rệt chất lượng").replace(
        "2. Rút ngắn thời gian giải quyết.\n", ""
    )
    preview = preview_of(session, document(changed + "\n"))
    assert [(c.kind, c.before, c.after) for c in preview.changes] == [
        (ChangeKind.CHANGED, "1. Nâng cao chất lượng phục vụ.",
         "1. Nâng cao rõ rệt chất lượng phục vụ."),
        (ChangeKind.GONE, "2. Rút ngắn thời gian giải quyết.", ""),
    ]  # fmt: skip
    session.plan_imports.write(preview)
    text = load_text(session._file.db, brought_in.id)
    assert text.body.passages[2].text.text == "Nâng cao rõ rệt chất lượng phục vụ."


def test_annex_of_an_existing_plan_is_merged_and_nothing_deleted(session, brought_in, document):
    changed = TEXT.replace("2\tTự kiểm tra\tBáo cáo", "2\tTổ chức đối thoại\tBáo cáo")
    session.plan_imports.write(preview_of(session, document(changed)))
    tasks = [t.content.text for t in session.plans.load_year(2025).tasks()]
    assert set(tasks) == {"Ban hành kế hoạch", "Tự kiểm tra", "Tổ chức đối thoại"}


def test_parts_that_were_not_chosen_are_left_as_they_are(session, brought_in, document):
    changed = TEXT.replace("Nâng cao chất lượng", "Nâng chất lượng").replace("12/KH", "99/KH")
    choices = PlanImportChoices(with_text=False, with_annex=False)
    session.plan_imports.write(preview_of(session, document(changed)), choices)
    text = load_text(session._file.db, brought_in.id)
    assert text.body.passages[2].text.text == "Nâng cao chất lượng phục vụ."
    assert session.plans.load_year(2025).parent_document.number == "99"


def test_blank_number_of_the_paper_stays_blank(session, document):
    path = document(TEXT.replace("Số: 12/KH", "Số:      /KH"))
    session.plan_imports.write(preview_of(session, path))
    assert session.plans.load_year(2025).parent_document.number == ""


def test_issued_plan_refuses_and_stays_as_it_was(session, brought_in, document):
    with session._file.transaction("issue_plan") as step:
        values = {"plan_id": brought_in.id, "state": "issued", "since": "2024-12-05", "reason": ""}
        step.unit.insert("plan_standing", values)
    before = bare(load_text(session._file.db, brought_in.id))
    preview = preview_of(session, document(TEXT.replace("Nâng cao", "Nâng")))
    assert preview.is_frozen
    with pytest.raises(PlanFrozen):
        session.plan_imports.write(preview)
    assert bare(load_text(session._file.db, brought_in.id)) == before


def test_officer_takes_a_line_for_something_else(session, document):
    path = document()
    number = TEXT.split("\n").index("Theo dõi, đôn đốc.") + 1
    choice = LineChoice(LineRole.PASSAGE, PassageKind.DASH)
    draft = session.plan_imports.read_file(path, {number: choice})
    found = next(p for p in draft.text.body.passages if p.text.text == "Theo dõi, đôn đốc.")
    assert (found.kind, found.number) == (PassageKind.DASH, "-")


def test_unreadable_document_writes_nothing(session, tmp_path):
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04" + bytes(300))
    with pytest.raises(SourceRejected):
        session.plan_imports.read_file(tmp_path / "a.docx")
    assert session.plans.list() == ()


def test_pasted_block_comes_as_passages(session):
    passages = session.plan_imports.read_pasted("- Một\n- Hai")
    assert [p.kind for p in passages] == [PassageKind.DASH] * 2


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("Cải cách hành chính năm 2025", PlanKey(2025)),
        ("Cải cách hành chính giai đoạn 2021 - 2025", PlanKey(2021, 2025)),
        ("CẢI CÁCH HÀNH CHÍNH GIAI ĐOẠN 2021-2030", PlanKey(2021, 2030)),
        ("Cải cách hành chính nhà nước", PlanKey(2025)),
    ],
)
def test_year_is_proposed_from_the_title_or_the_day(session, document, title, key):
    text = TEXT.replace("Cải cách hành chính nhà nước năm 2025", title)
    text = text.replace("CÁC NHIỆM VỤ NĂM 2025", "CÁC NHIỆM VỤ")
    assert proposed_key(session.plan_imports.read_file(document(text))) == key


REAL = {
    "ke-hoach-395-ninh-son-2024.txt": (PlanKey(2024), ["body"], 41, ()),
    "ke-hoach-120-yen-chau-2021-2025-trich.txt": (
        PlanKey(2021, 2025), ["body", "annex"], 0, (2025,),
    ),
    "ke-hoach-1621-phu-yen-2021-2030.txt": (
        PlanKey(2021, 2030), ["decision", "body"], 0, (2025, 2030),
    ),
    "ke-hoach-par-index-lao-cai-2021-trich.txt": (PlanKey(2021), ["body"], 0, ()),
    "nghi-quyet-03-son-la-2021.txt": (PlanKey(2021, 2025), ["body"], 0, ()),
}  # fmt: skip


@pytest.mark.parametrize("name", REAL)
def test_real_document_goes_in_whole_and_is_kept_as_it_was_read(session, name):
    path = SHARED / name
    if not path.exists():
        pytest.skip("the real documents lie beside the checkout only where it is developed")
    key, kinds, tasks, milestones = REAL[name]
    draft = session.plan_imports.read_file(path)
    assert proposed_key(draft) == key
    session.plan_imports.write(session.plan_imports.preview(draft, key))
    plan = session.plans.load_key(key)
    assert [part.kind.value for part in draft.text.parts] == kinds
    assert bare(load_text(session._file.db, plan.id)) == bare(draft.text)
    assert plan.task_count == tasks
    assert plan.milestones == milestones
    assert session.plan_imports.preview(draft, key).changes_nothing
    has_decision = draft.text.part(TextPartKind.DECISION) is not None
    assert (plan.parent_document.type_name == "Quyết định") == has_decision


def printed_and_read_again(session, key, folder):
    request = PaperRequest("plan", key.year, last_year=key.last_year)
    path = session.printing.prepare(request).write(PaperFormat.WORD, folder / "in ra.docx")
    return preview_of(session, path, key)


@pytest.mark.parametrize("name", [name for name in REAL if "lao-cai" not in name])
def test_real_plan_printed_to_word_and_brought_back_is_unchanged(session, tmp_path, name):
    if not (SHARED / name).exists():
        pytest.skip("the real documents lie beside the checkout only where it is developed")
    key = REAL[name][0]
    session.plan_imports.write(preview_of(session, SHARED / name, key))
    again = printed_and_read_again(session, key, tmp_path)
    assert again.changes == ()
    assert not again.is_text_new
    assert again.changes_nothing


def test_sample_plan_printed_to_word_and_brought_back_keeps_its_fields(tmp_path):
    session = create_sample(tmp_path / "m.cchc", FixedClock(datetime(2025, 6, 19, 9, 0)))
    again = printed_and_read_again(session, KEY, tmp_path)
    assert again.changes_nothing
    assert any(p.text.marks for _, p in again.draft.text.passages())
    assert not session.plan_imports.write(again)
    session.close()


def test_one_word_changed_in_the_printed_plan_is_the_only_change(session, brought_in, tmp_path):
    passage = session.text.load(brought_in.id).body.passages[2]
    printed = printed_and_read_again(session, KEY, tmp_path)
    assert printed.changes == ()
    session.text.save_passage(passage.id, replace(passage.text.words, runs=()).from_markup("Khác."))
    again = preview_of(session, tmp_path / "in ra.docx")
    assert [(c.before, c.after) for c in again.changes] == [
        ("1. Khác.", "1. Nâng cao chất lượng phục vụ.")
    ]
