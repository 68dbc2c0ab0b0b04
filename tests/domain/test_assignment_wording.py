"""The words proposed when the table of tasks and agencies is changed."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_desktop.domain.agency import (
    Agency,
    AgencyCatalogue,
    AgencyGroup,
    AgencyId,
    AgencyKind,
    GroupId,
)
from cchc_desktop.domain.agency_reading import AgencyReader
from cchc_desktop.domain.assignment_wording import AssignmentWriter
from cchc_desktop.domain.name_forms import NameForms
from cchc_desktop.domain.plan import Assignment
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.wording_proposal import WordingObstacle

DAY = date(2024, 1, 1)
NV, TP, YT, TTR, KTHT, TCKH, TNMT = (
    "Phòng Nội vụ",
    "Phòng Tư pháp",
    "Phòng Y tế",
    "Thanh tra huyện",
    "Phòng Kinh tế - Hạ tầng",
    "Phòng Tài chính - Kế hoạch",
    "Phòng Tài nguyên và Môi trường",
)
SN, MV, BS = "UBND xã Suối Ngà", "UBND xã Mộc Vân", "UBND thị trấn Bến Sim"
SEVERAL = (
    "Các Phòng: Kinh tế - Hạ tầng, Tài chính - Kế hoạch và Phòng Tài nguyên và Môi trường; "
    "Công an huyện"
)


@pytest.fixture(scope="session")
def writer(catalogue, reader):
    return AssignmentWriter(catalogue, DAY, NameForms(catalogue, reader.read))


@pytest.fixture(scope="session")
def ids(catalogue):
    return {agency.name: agency.id for agency in catalogue.agencies}


def worded(writer, text):
    wording = RichText.plain(text)
    return Assignment(wording, writer.forms.read(wording.text))


ADDED = [
    ("", [NV], "Phòng Nội vụ"),
    ("-", [NV], "Phòng Nội vụ"),
    (NV, [TP, TTR], "Phòng Nội vụ; Phòng Tư pháp; Thanh tra huyện"),
    ("Phòng Nội vụ, Phòng Tư pháp", [YT], "Phòng Nội vụ, Phòng Tư pháp, Phòng Y tế"),
    ("Phòng Nội vụ và Phòng Tư pháp", [YT], "Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế"),
    ("Phòng Nội vụ; Phòng Tư pháp.", [YT], "Phòng Nội vụ; Phòng Tư pháp; Phòng Y tế."),
    ("- Phòng Nội vụ;\n- Phòng Tư pháp.", [YT], "- Phòng Nội vụ;\n- Phòng Tư pháp;\n- Phòng Y tế."),
    ("1. Phòng Nội vụ\n2. Y tế", [TP], "1. Phòng Nội vụ\n2. Y tế\n3. Phòng Tư pháp"),
    ("Các Phòng: Nội vụ, Tư pháp", [YT], "Các Phòng: Nội vụ, Tư pháp, Y tế"),
    ("Các Phòng: Nội vụ và Tư pháp", [YT], "Các Phòng: Nội vụ, Tư pháp và Y tế"),
    ("Các Phòng: Nội vụ, Tư pháp", [TTR], "Các Phòng: Nội vụ, Tư pháp, Thanh tra huyện"),
    (
        SEVERAL,
        [NV],
        f"Các Phòng: Kinh tế - Hạ tầng, Tài chính - Kế hoạch, {TNMT} và {NV}; Công an huyện",
    ),
    ("UBND các xã: Đồng Mây, Suối Ngà", [MV], "UBND các xã: Đồng Mây, Suối Ngà, Mộc Vân"),
    ("Hội Văn nghệ; Phòng Nội vụ", [YT], "Hội Văn nghệ; Phòng Nội vụ; Phòng Y tế"),
    ("UBND các xã, thị trấn", [MV], "UBND các xã, thị trấn"),
    ("Phòng Nội vụ (cơ quan thường trực)", [YT], "Phòng Nội vụ (cơ quan thường trực); Phòng Y tế"),
]  # fmt: skip

REMOVED = [
    (NV, [NV], ""),
    ("Phòng Nội vụ; Phòng Tư pháp; Phòng Y tế", [TP], "Phòng Nội vụ; Phòng Y tế"),
    ("Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế", [TP], "Phòng Nội vụ và Phòng Y tế"),
    ("Phòng Nội vụ, Phòng Tư pháp và Phòng Y tế", [YT], "Phòng Nội vụ và Phòng Tư pháp"),
    ("Phòng Nội vụ; Phòng Tư pháp, Y tế; Công an huyện", [TP], "Phòng Nội vụ; Y tế; Công an huyện"),
    ("Phòng Nội vụ, Tư pháp, Y tế", [NV], "Phòng Tư pháp, Y tế"),
    ("Các Phòng: Nội vụ, Tư pháp, Y tế", [NV], "Các Phòng: Tư pháp, Y tế"),
    ("Các Phòng: Nội vụ, Tư pháp", [NV], "Phòng Tư pháp"),
    ("Các Phòng: Nội vụ, Tư pháp", [TP], "Phòng Nội vụ"),
    (SEVERAL, [KTHT], f"Các Phòng: Tài chính - Kế hoạch và {TNMT}; Công an huyện"),
    (SEVERAL, [KTHT, TCKH], "Phòng Tài nguyên và Môi trường; Công an huyện"),
    ("- Phòng Nội vụ;\n- Phòng Tư pháp.", [TP], "- Phòng Nội vụ."),
    ("1. Phòng Nội vụ\n2. Thanh tra huyện\n3. Phòng Y tế", [TTR], "1. Phòng Nội vụ\n2. Phòng Y tế"),
    ("UBND các xã, thị trấn", ["UBND xã Đồng Mây"], f"{SN}; {MV}; {BS}"),
    ("Phòng Nội vụ và UBND các xã, thị trấn", ["UBND xã Đồng Mây"], f"{NV}, {SN}, {MV} và {BS}"),
    ("Phòng Nội vụ và các đơn vị sự nghiệp công lập", [NV], "Các đơn vị sự nghiệp công lập"),
    (NV, [YT], NV),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names", "expected"), ADDED)
def test_a_name_is_put_in_as_the_cell_writes_names(writer, ids, text, names, expected):
    proposal = writer.propose(worded(writer, text), add=[ids[name] for name in names])

    assert proposal.obstacle is None
    assert proposal.after.text == expected


@pytest.mark.parametrize(("text", "names", "expected"), REMOVED)
def test_a_name_is_taken_out_with_its_separator(writer, ids, text, names, expected):
    proposal = writer.propose(worded(writer, text), remove=[ids[name] for name in names])

    assert proposal.obstacle is None
    assert proposal.after.text == expected


REFUSED = [
    ("Theo phân công tại Quyết định số 12/QĐ-UBND; Phòng Nội vụ", WordingObstacle.REFERENCE),
    ("Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp", WordingObstacle.JOINED_BY_WORDS),
    ("<b>Phòng Nội vụ</b>; Phòng Tư pháp", WordingObstacle.STYLED),
]


@pytest.mark.parametrize(("markup", "obstacle"), REFUSED)
def test_words_that_cannot_be_changed_cleanly_stay_with_a_reason(writer, ids, markup, obstacle):
    text = RichText.from_markup(markup)
    assignment = Assignment(text, writer.forms.read(text.text))

    proposal = writer.propose(assignment, remove=[ids[NV]])

    assert (proposal.obstacle, proposal.after) == (obstacle, text)


def test_what_was_set_by_hand_is_not_reworded(writer, ids):
    assignment = Assignment(RichText.plain("Tổ công tác"), worded(writer, NV).reading, True)

    proposal = writer.propose(assignment, add=[ids[TP]])

    assert proposal.obstacle is WordingObstacle.SET_BY_HAND


def test_an_agency_that_is_not_of_the_plans_year_is_refused(writer, ids):
    proposal = writer.propose(worded(writer, NV), add=[ids["Phòng Nông nghiệp và Môi trường"]])

    assert proposal.obstacle is WordingObstacle.NAME_NOT_READ


def test_a_cell_in_one_style_keeps_it(writer, ids):
    text = RichText.from_markup("<b>Phòng Nội vụ</b>")

    proposal = writer.propose(Assignment(text, writer.forms.read(text.text)), add=[ids[TP]])

    assert proposal.after.markup == "<b>Phòng Nội vụ; Phòng Tư pháp</b>"


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("Phòng Nội vụ; Thanh tra huyện", TP, "Phòng Tư pháp; Thanh tra huyện"),
        ("Phòng Nội vụ; Thanh tra huyện", TTR, "Thanh tra huyện"),
        ("Các Phòng: Nội vụ, Y tế", TP, "Các Phòng: Tư pháp, Y tế"),
        ("Các Phòng: Nội vụ, Y tế, Tư pháp", TTR, "Các Phòng: Y tế, Tư pháp, Thanh tra huyện"),
        ("Phòng Nội vụ, Y tế", TTR, "Thanh tra huyện, Phòng Y tế"),
        ("Phòng Nội vụ chủ trì, phối hợp với Phòng Y tế", TP,
         "Phòng Tư pháp chủ trì, phối hợp với Phòng Y tế"),
        ("Các Phòng, ban, ngành", TP, "Các Phòng, ban, ngành"),
    ],
)  # fmt: skip
def test_a_successor_stands_where_its_predecessor_stood(writer, ids, text, new, expected):
    assert writer.replace(worded(writer, text), {ids[NV]}, ids[new]).after.text == expected


# Names of every manner: with commas, "và", dashes, heads in common, and nearly alike.
POOL = (
    ("Phòng Nội vụ", AgencyKind.DEPARTMENT),
    ("Phòng Tư pháp", AgencyKind.DEPARTMENT),
    ("Phòng Kinh tế", AgencyKind.DEPARTMENT),
    ("Phòng Kinh tế, Hạ tầng và Đô thị", AgencyKind.DEPARTMENT),
    ("Phòng Tài chính - Kế hoạch", AgencyKind.DEPARTMENT),
    ("Văn phòng HĐND và UBND huyện", AgencyKind.DEPARTMENT),
    ("Thanh tra huyện", AgencyKind.DEPARTMENT),
    ("Trung tâm Y tế", AgencyKind.SERVICE_UNIT),
    ("Trung tâm Văn hóa", AgencyKind.SERVICE_UNIT),
    ("Công an huyện", AgencyKind.VERTICAL),
    ("UBND xã Đồng Mây", AgencyKind.COMMUNE),
    ("UBND xã Suối Ngà", AgencyKind.COMMUNE),
    ("UBND thị trấn Bến Sim", AgencyKind.COMMUNE),
)
GROUPS = (
    ("Các phòng, ban, ngành", {AgencyKind.DEPARTMENT, AgencyKind.VERTICAL}),
    ("UBND các xã, thị trấn", {AgencyKind.COMMUNE}),
    ("Các cơ quan, đơn vị, địa phương", set(AgencyKind)),
)
TEXTS = (
    *(name for name, _ in POOL),
    *(name for name, _ in GROUPS),
    "Hội Văn nghệ",
    "Các Phòng: Nội vụ, Tư pháp",
    "Các Phòng: Nội vụ, Kinh tế và Phòng Tư pháp",
    "UBND các xã: Đồng Mây, Suối Ngà",
    "Tư pháp",
)
SEPARATORS = ("; ", ", ", " và ", "\n", ";\n- ", ", và ")


@st.composite
def offices(draw):
    """A catalogue of some agencies, and a wording that names some of them, or others."""
    chosen = draw(st.lists(st.sampled_from(POOL), min_size=2, unique=True))
    agencies = tuple(Agency(AgencyId(n), *one) for n, one in enumerate(chosen, 1))
    groups = tuple(
        AgencyGroup(GroupId(n), name, kinds=frozenset(kinds))
        for n, (name, kinds) in enumerate(GROUPS, 1)
    )
    parts = draw(st.lists(st.sampled_from(TEXTS), max_size=5))
    between = draw(st.sampled_from(SEPARATORS))
    several = draw(st.lists(st.sampled_from((between, *SEPARATORS)), min_size=5, max_size=5))
    is_mixed = draw(st.booleans())
    text = "".join(
        (several[n] if is_mixed else between) * (n > 0) + part for n, part in enumerate(parts)
    )
    known = [a.id for a in agencies]
    add = draw(st.frozensets(st.sampled_from(known), max_size=3))
    remove = draw(st.frozensets(st.sampled_from(known), max_size=3))
    return AgencyCatalogue(agencies, groups), text + draw(st.sampled_from(("", "."))), add, remove


@given(offices())
@settings(max_examples=600, deadline=None)
def test_a_proposal_read_again_names_exactly_who_was_asked_for(office):
    catalogue, text, add, remove = office
    reader = AgencyReader(catalogue, DAY)
    writer = AssignmentWriter(catalogue, DAY, NameForms(catalogue, reader.read))
    before = worded(writer, text)

    proposal = writer.propose(before, add, remove)

    if proposal.obstacle:
        assert proposal.after == before.text
        return
    again = reader.read(proposal.after.text)
    assert writer.agency_ids(again) == (writer.agency_ids(before.reading) - remove) | add
    assert [n.casefold() for n in again.unknown] == [n.casefold() for n in before.reading.unknown]


@given(st.lists(st.sampled_from(POOL), min_size=1, max_size=6, unique=True), st.data())
@settings(deadline=None)
def test_plain_lists_of_names_can_always_be_changed(names, data):
    agencies = tuple(Agency(AgencyId(n), *one) for n, one in enumerate(POOL, 1))
    catalogue = AgencyCatalogue(agencies)
    writer = AssignmentWriter(
        catalogue, DAY, NameForms(catalogue, AgencyReader(catalogue, DAY).read)
    )
    before = worded(writer, data.draw(st.sampled_from(("; ", "\n"))).join(n for n, _ in names))
    add = data.draw(st.frozensets(st.sampled_from([a.id for a in agencies]), max_size=3))
    remove = data.draw(st.frozensets(st.sampled_from([a.id for a in agencies]), max_size=3))

    assert writer.propose(before, add, remove).obstacle is None


@given(offices())
@settings(deadline=None)
def test_adding_and_taking_out_again_leaves_the_same_agencies(office):
    catalogue, text, add, _ = office
    reader = AgencyReader(catalogue, DAY)
    writer = AssignmentWriter(catalogue, DAY, NameForms(catalogue, reader.read))
    before = worded(writer, text)
    new = add - writer.agency_ids(before.reading)
    there = writer.propose(before, new)
    if there.obstacle:
        return
    back = writer.propose(Assignment(there.after, there.reading), remove=new)
    if back.obstacle:
        return
    assert writer.agency_ids(back.reading) == writer.agency_ids(before.reading)
