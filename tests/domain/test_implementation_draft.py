"""Who has to do what, in the words of "Tổ chức thực hiện"."""

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    AgencyReading,
    GroupId,
    Mention,
)
from cchc_desktop.domain.implementation_draft import draft_implementation
from cchc_desktop.domain.office import Letterhead, LetterheadId
from cchc_desktop.domain.plan import Assignment, Plan, PlanId, PlanTask, Section, SectionId, TaskId
from cchc_desktop.domain.plan_text import PassageKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.rich_text import RichText

NAMES = {
    1: ("Văn phòng HĐND và UBND huyện", AgencyKind.DEPARTMENT),
    2: ("Phòng Nội vụ", AgencyKind.DEPARTMENT),
    3: ("Phòng Tư pháp", AgencyKind.DEPARTMENT),
    4: ("Ủy ban nhân dân xã Hạ Vân", AgencyKind.COMMUNE),
    5: ("Công an huyện", AgencyKind.VERTICAL),
    6: ("Sở Nội vụ", AgencyKind.SUPERIOR),
}
GROUP = AgencyGroup(
    GroupId(1), "Các phòng, ban", kinds=frozenset({AgencyKind.DEPARTMENT, AgencyKind.COMMUNE})
)
CATALOGUE = AgencyCatalogue(
    tuple(Agency(AgencyId(n), name, kind) for n, (name, kind) in NAMES.items()), (GROUP,)
)
LETTERHEAD = Letterhead(
    LetterheadId(1), "UBND tỉnh A", "Ủy ban nhân dân huyện B", "B", standing_agency="Phòng Nội vụ"
)


def named(*agencies: int, group: bool = False) -> Assignment:
    mentions = [Mention(NAMES[n][0], 0, len(NAMES[n][0]), agency_id=AgencyId(n)) for n in agencies]
    if group:
        mentions.append(Mention("Các phòng, ban", 0, 14, group_id=GroupId(1)))
    words = "; ".join(mention.text for mention in mentions)
    return Assignment(RichText.plain(words), AgencyReading(tuple(mentions)))


def task(number: int, content: str, lead: Assignment, *subtasks: PlanTask, **more: Assignment):
    return PlanTask(
        TaskId(number), str(number), RichText.plain(content), lead=lead, subtasks=subtasks, **more
    )


def plan_of(*tasks: PlanTask) -> Plan:
    sections = (Section(SectionId(1), "I", RichText.plain("CẢI CÁCH THỂ CHẾ"), tasks),)
    return Plan(PlanId(1), 2025, "", sections=sections)


def printed(plan: Plan) -> list[str]:
    return [p.printed for p in numbered(draft_implementation(plan, CATALOGUE, LETTERHEAD))]


def test_all_heads_come_first_then_the_standing_agency_then_the_catalogue():
    plan = plan_of(task(1, "Rà soát", named(3)), task(2, "In", named(2)), task(3, "In", named(1)))
    lines = draft_implementation(plan, CATALOGUE, LETTERHEAD)
    assert [p.text.text for p in lines if p.kind is PassageKind.ITEM] == [
        "Thủ trưởng các phòng, ban, ngành; Chủ tịch Ủy ban nhân dân các xã",
        "Phòng Nội vụ (cơ quan thường trực công tác cải cách hành chính)",
        "Văn phòng HĐND và UBND huyện",
        "Phòng Tư pháp",
    ]


def test_few_tasks_are_told_by_content_many_by_field():
    few = printed(plan_of(task(1, "Rà soát văn bản.", named(3))))
    many = printed(plan_of(*(task(n, "Việc", named(3)) for n in range(1, 5))))

    assert "a) Chủ trì nhiệm vụ: rà soát văn bản (mục I.1 Phụ lục)." in few
    assert (
        "a) Chủ trì thực hiện 04 nhiệm vụ tại Phụ lục ban hành kèm theo Kế hoạch này, về: cải cách "
        "thể chế (mục I.1, I.2, I.3, I.4)." in many
    )


def test_counts_and_names_are_live():
    plan = plan_of(*(task(n, "Việc", named(3)) for n in range(1, 5)))
    codes = {
        mark.code
        for passage in draft_implementation(plan, CATALOGUE, LETTERHEAD)
        for mark in passage.text.marks
    }
    assert codes == {"agency.3.lead_count", "office.name", "office.standing_agency"}


def test_all_subtasks_are_their_task_and_one_is_told_apart():
    both = task(1, "Rà soát:", named(), task(2, "Đất đai", named(3)), task(3, "Hộ tịch", named(3)))
    one = task(1, "Rà soát:", named(), task(2, "Đất đai", named(1)), task(3, "Hộ tịch", named(3)))

    assert "a) Chủ trì nhiệm vụ: rà soát (mục I.1 Phụ lục)." in printed(plan_of(both))
    assert "a) Chủ trì nhiệm vụ: rà soát: hộ tịch (mục I.1.3 Phụ lục)." in printed(plan_of(one))


def test_what_a_group_leads_is_told_to_all_and_not_to_each():
    lines = printed(plan_of(task(1, "Ban hành kế hoạch", named(group=True))))

    assert any("giao chung" in line and "mục I.1 Phụ lục" in line for line in lines)
    assert not any("Phòng Tư pháp" in line for line in lines)


def test_communes_and_helpers_are_told_together_and_others_are_asked():
    plan = plan_of(
        task(1, "Sáp nhập thôn", named(4), cooperating=named(5)),
        task(2, "Báo cáo", named(2), cooperating=named(6)),
    )
    lines = printed(plan)

    assert "a) Ủy ban nhân dân xã Hạ Vân chủ trì nhiệm vụ tại mục I.1 Phụ lục." in lines
    assert "a) Đề nghị Công an huyện phối hợp thực hiện nhiệm vụ tại mục I.1 Phụ lục." in lines
    assert not any("Sở Nội vụ" in line for line in lines)


def test_without_a_letterhead_the_standing_agency_is_left_to_fill_in():
    lines = draft_implementation(plan_of(task(1, "Việc", named(3))), CATALOGUE)
    assert any("cơ quan thường trực […]" in passage.text.text for passage in lines)
