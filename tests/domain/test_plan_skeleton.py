"""The skeletons that ship: complete, filled from the plan, and refused where they do not hold."""

import tomllib
from pathlib import Path

import pytest

from cchc_desktop.domain.errors import CatalogueDamaged
from cchc_desktop.domain.plan import Plan, PlanId, Section, SectionId
from cchc_desktop.domain.plan_skeleton import (
    BLANK,
    expand,
    live_markup,
    paper_of,
    parse_skeletons,
    sentence_case,
)
from cchc_desktop.domain.plan_text import Passage, PassageKind, TextPartKind
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText

FILE = Path(__file__).parents[2] / "resources" / "catalogues" / "plan-skeletons.toml"
FIELDS = {
    "plan.year": "2025",
    "plan.term": "năm 2025",
    "office.name": "Ủy ban nhân dân huyện B",
    "office.parent": "Ủy ban nhân dân tỉnh A",
    "office.standing_agency": "Phòng Nội vụ",
}
PLAN = Plan(PlanId(1), 2025, "")
PERIOD = Plan(PlanId(1), 2021, "", last_year=2030, milestones=(2025, 2030))


@pytest.fixture(scope="module")
def skeletons():
    parsed = parse_skeletons(tomllib.loads(FILE.read_text("utf-8")), FILE.name)
    return {skeleton.id: skeleton for skeleton in parsed}


def test_three_ship_one_for_periods_one_with_a_decision(skeletons):
    assert {s.id: (s.for_period, s.with_decision) for s in skeletons.values()} == {
        "annual": (False, False),
        "period": (True, False),
        "annual-decision": (False, True),
    }


@pytest.mark.parametrize("name", ["annual", "period", "annual-decision"])
def test_every_field_is_filled_and_the_text_ends_as_papers_do(skeletons, name):
    text = expand(skeletons[name], PLAN, FIELDS)
    words = [passage.text.text for _, passage in text.passages()]

    assert not any("{" in line for line in words)
    assert words[-1].endswith("./.")
    assert text.parts[0].passages[-1].text.text.endswith("./.")


def test_fields_are_live_and_an_unknown_one_is_a_place_to_fill_in(skeletons):
    text = expand(skeletons["annual"], PLAN, FIELDS | {"office.standing_agency": ""})
    closing = text.passages()
    last = list(closing)[-1][1].text

    assert BLANK in last.text
    assert {mark.code for mark in last.marks} == {"office.name"}
    assert text.body.title.text == "Cải cách hành chính năm 2025 của Ủy ban nhân dân huyện B"


def test_fields_of_reform_are_the_sections_of_the_plan(skeletons):
    title = RichText.plain("XÂY DỰNG CHÍNH QUYỀN ĐIỆN TỬ, CHÍNH QUYỀN SỐ")
    plan = Plan(PlanId(1), 2025, "", sections=(Section(SectionId(1), "I", title),))
    text = expand(skeletons["annual"], plan, FIELDS)
    headings = [p.text.text for _, p in text.passages() if p.kind is PassageKind.ITEM]

    assert "Xây dựng Chính quyền điện tử, Chính quyền số" in headings
    assert "Cải cách thể chế" not in headings
    assert sentence_case("Cải cách thể chế") == "Cải cách thể chế"


def test_each_milestone_has_its_own_targets(skeletons):
    text = expand(skeletons["period"], PERIOD, FIELDS)
    points = [p.printed for _, p in text.passages() if "Đến hết năm" in p.text.text]

    assert points == ["a) Đến hết năm 2025:", "b) Đến hết năm 2030:"]


def test_what_agencies_do_stands_where_the_skeleton_says(skeletons):
    item = Passage(PassageKind.ITEM, LiveText.from_markup("Phòng Nội vụ"), 2)
    text = expand(skeletons["annual"], PLAN, FIELDS, [item])
    printed = [p.printed for _, p in text.passages()]

    assert printed[printed.index("V. TỔ CHỨC THỰC HIỆN") + 1] == "1. Phòng Nội vụ"


def test_a_decision_has_grounds_and_articles(skeletons):
    decision = expand(skeletons["annual-decision"], PLAN, FIELDS).part(TextPartKind.DECISION)
    numbers = [p.number for p in decision.passages if p.kind is PassageKind.ARTICLE]

    assert numbers == ["Điều 1.", "Điều 2.", "Điều 3."]
    assert all(
        p.text.text[-1] not in ";." for p in decision.passages if p.kind is PassageKind.BASIS
    )


def test_recipients_name_the_office_and_leave_out_what_is_unknown(skeletons):
    paper = paper_of(skeletons["annual"], PlanId(7), FIELDS | {"office.parent": ""})

    assert paper.plan_id == 7
    assert "Lãnh đạo Ủy ban nhân dân huyện B" in paper.recipients
    assert not any("{" in name or not name for name in paper.recipients)


def test_braces_that_are_no_field_stay():
    assert live_markup("tập {hợp} A & B", {}).text == "tập {hợp} A & B"


@pytest.mark.parametrize(
    "part",
    [
        {"kind": "annex", "title": "T", "lines": ["text: A"]},
        {"kind": "body", "title": "T", "lines": ["heading: A"]},
        {"kind": "body", "title": "T", "lines": ["item:"]},
        {"kind": "body", "title": "T", "lines": ["text: A"], "more": 1},
    ],
)
def test_a_skeleton_that_does_not_hold_is_refused(part):
    entry = {"id": "x", "title": "X", "source": "s", "part": [part]}
    with pytest.raises(CatalogueDamaged):
        parse_skeletons({"skeleton": [entry]}, "x.toml")
