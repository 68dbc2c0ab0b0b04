"""A snapshot is read back as it was written, and bytes that are none are refused."""

import json
import zlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cchc_desktop.domain.agency import AgencyId, AgencyReading, Mention
from cchc_desktop.domain.deadline import Deadline, DeadlineKind, DeadlineReading, Milestone
from cchc_desktop.domain.errors import StorageDamaged
from cchc_desktop.domain.plan import Assignment
from cchc_desktop.domain.plan_snapshot import PlanSnapshot
from cchc_desktop.domain.plan_text import PassageKind, PlanText, TextTable
from cchc_desktop.domain.report_text import LiveText
from tests.domain.version_plans import CHAIR, body, passage, rich, sections, snapshot, task


def full() -> PlanSnapshot:
    reading = DeadlineReading(DeadlineKind.DATED, (Milestone(date(2025, 6, 1), date(2025, 1, 2)),))
    first = task(1, "Ban hành <b>kế hoạch</b> & <i>báo cáo</i>", task(5, "Việc nhỏ", label="a)"))
    set_by_hand = replace(
        first,
        lead=Assignment(
            rich("Phòng X"), AgencyReading((Mention("Phòng X", 0, 7, AgencyId(3)),)), True
        ),
        deliverables=(
            replace(first.deliverables[0], deadline=Deadline(rich("Giữa năm"), reading, True)),
        ),
    )
    table = replace(
        passage(PassageKind.TABLE, ""), table=TextTable(((rich("Chỉ tiêu"), rich("<b>95%</b>")),))
    )
    marked = replace(
        passage(PassageKind.ITEM, "x"),
        text=LiveText.from_markup('Năm <f code="plan.year">2025</f>, huyện'),
        own_number="3.",
        number="3.",
    )
    text = body(passage(PassageKind.PART, "MỤC TIÊU"), table)
    part = replace(text.parts[0], passages=(*text.parts[0].passages, marked), is_landscape=True)
    made = snapshot(PlanText((part,)), sections(("CHỈ ĐẠO", (set_by_hand,))))
    document = replace(made.document, recipients=("Như Điều 3", "Lưu: VT"), signer=CHAIR)
    return replace(made, document=document)


def test_a_snapshot_comes_back_whole() -> None:
    one = full()
    assert PlanSnapshot.decode(one.encode()) == one


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert full().encode() == full().encode()


def test_a_meaning_set_by_hand_later_is_no_other_content() -> None:
    one = full()
    section = one.plan.sections[0]
    changed = replace(section.tasks[0], lead=Assignment(section.tasks[0].lead.text))
    plan = replace(one.plan, sections=(replace(section, tasks=(changed,)),))
    assert one.says_the_same(replace(one, plan=plan))


def test_another_word_or_style_is_other_content() -> None:
    one = full()
    section = one.plan.sections[0]
    for words in ("Ban hành kế hoạch & báo cáo", "Việc khác"):
        changed = replace(section.tasks[0], content=rich(words))
        plan = replace(one.plan, sections=(replace(section, tasks=(changed,)),))
        assert not one.says_the_same(replace(one, plan=plan))


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4", full().encode()[:-20], b"x\x9c\x03\x00"])
def test_bytes_that_are_no_snapshot_are_refused(content: bytes) -> None:
    with pytest.raises(StorageDamaged):
        PlanSnapshot.decode(content)


def test_what_was_kept_by_the_first_format_is_read_for_ever() -> None:
    kept = (Path(__file__).parent / "snapshots" / "issued-1.json").read_text(encoding="utf-8")
    one = PlanSnapshot.decode(zlib.compress(kept.encode()))

    assert one == full()
    task_, subtask = one.plan.sections[0].tasks[0], one.plan.sections[0].tasks[0].subtasks[0]
    assert task_.content.markup == "Ban hành <b>kế hoạch</b> &amp; <i>báo cáo</i>"
    assert task_.lead.reading.mentions[0].agency_id == 3
    assert task_.deliverables[0].deadline.reading.milestones[0].due == date(2025, 6, 1)
    assert subtask.content.text == "Việc nhỏ"
    part, table, item = one.text.parts[0].passages
    assert (part.number, part.text.text) == ("I.", "MỤC TIÊU")
    assert table.table is not None
    assert table.table.rows[0][1].markup == "<b>95%</b>"
    assert (item.own_number, item.text.marks[0].code) == ("3.", "plan.year")
    assert one.document.signer == CHAIR
    assert json.loads(zlib.decompress(one.encode())) == json.loads(kept)
