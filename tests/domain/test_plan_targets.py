"""Targets of a plan for several years that a year's plan leads to."""

from cchc_desktop.domain.plan import Plan, PlanId
from cchc_desktop.domain.plan_targets import milestone_of, targets_for
from cchc_desktop.domain.plan_text import Passage, PassageKind, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.plan_text_numbering import numbered
from cchc_desktop.domain.report_text import LiveText


def text_of(*lines: tuple[PassageKind, str]) -> PlanText:
    passages = (Passage(kind, LiveText.from_markup(words), kind.rank) for kind, words in lines)
    return PlanText((TextPart(TextPartKind.BODY, passages=numbered(passages)),))


TEXT = text_of(
    (PassageKind.PART, "MỤC TIÊU"),
    (PassageKind.ITEM, "Mục tiêu cụ thể"),
    (PassageKind.POINT, "Đến năm 2025:"),
    (PassageKind.DASH, "80% hồ sơ được nộp trực tuyến;"),
    (PassageKind.DASH, "mức độ hài lòng đạt trên 90%."),
    (PassageKind.POINT, "Đến năm 2030: 100% hồ sơ được nộp trực tuyến."),
    (PassageKind.ITEM, "Giảm 10% biên chế đến năm 2025."),
    (PassageKind.PART, "NHIỆM VỤ"),
    (PassageKind.ITEM, "Rà soát văn bản đến năm 2025."),
)


def test_targets_stand_below_their_milestone_or_name_it_among_the_targets():
    assert targets_for(TEXT, 2025) == (
        ("I.1.a", "80% hồ sơ được nộp trực tuyến."),
        ("I.1.a", "Mức độ hài lòng đạt trên 90%."),
        ("I.2", "Giảm 10% biên chế đến năm 2025."),
    )


def test_a_target_may_follow_its_milestone_in_the_same_passage():
    assert targets_for(TEXT, 2030) == (("I.1.b", "100% hồ sơ được nộp trực tuyến."),)


def test_the_milestone_of_a_year_is_the_next_one():
    plan = Plan(PlanId(1), 2021, "", last_year=2030, milestones=(2025, 2030))
    assert [milestone_of(plan, year) for year in (2021, 2025, 2026)] == [2025, 2025, 2030]
