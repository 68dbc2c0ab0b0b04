"""Whom the wording of an assignment names."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyKind
from cchc_desktop.domain.agency_names import words_of
from cchc_desktop.domain.agency_reading import AgencyReader, suggest_alias
from cchc_desktop.domain.agency_unknown import CONNECTING_PHRASES

VP = "Văn phòng HĐND và UBND huyện"
TCKH = "Phòng Tài chính - Kế hoạch"
LDTBXH = "Phòng Lao động - Thương binh và Xã hội"
TNMT = "Phòng Tài nguyên và Môi trường"
PBN = "Các phòng, ban, ngành"
COMMUNES = "UBND các xã, thị trấn"
EVERYONE = "Các cơ quan, đơn vị, địa phương"

CASES = [
    ("Phòng Nội vụ", ["Phòng Nội vụ"]),
    ("phòng nội vụ", ["Phòng Nội vụ"]),
    ("PHÒNG  NỘI VỤ.", ["Phòng Nội vụ"]),
    ("P. Nội vụ", ["Phòng Nội vụ"]),
    ("Phòng Nội vụ huyện", ["Phòng Nội vụ"]),
    ("Phòng Nội vụ huyện Trầm Sơn", ["Phòng Nội vụ"]),
    ("Văn phòng HĐND và UBND huyện", [VP]),
    ("Văn phòng HĐND và UBND", [VP]),
    ("Văn phòng Hội đồng nhân dân và Uỷ ban nhân dân huyện", [VP]),
    ("VP HĐND-UBND", [VP]),
    ("VP. HĐND và UBND", [VP]),
    ("VP HĐND&UBND huyện", [VP]),
    ("Văn phòng\nHĐND và\nUBND huyện", [VP]),
    (
        "Văn phòng HĐND và UBND huyện; Phòng Văn hóa và Thông tin",
        [VP, "Phòng Văn hóa và Thông tin"],
    ),
    ("Phòng Tài chính – Kế hoạch", [TCKH]),
    ("Phòng Tài chính-Kế hoạch", [TCKH]),
    ("Phòng LĐTB&XH", [LDTBXH]),
    ("Phòng LĐ-TB&XH", [LDTBXH]),
    ("Phòng KT-HT", ["Phòng Kinh tế - Hạ tầng"]),
    ("Phòng TN&MT", [TNMT]),
    ("BCH Quân sự", ["Ban Chỉ huy Quân sự huyện"]),
    ("Ban Chỉ huy Quân sự huyện", ["Ban Chỉ huy Quân sự huyện"]),
    ("CA huyện", ["Công an huyện"]),
    ("Uỷ  ban nhân dân HUYỆN", ["Ủy ban nhân dân huyện"]),
    ("Các Phòng: Nội vụ, Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("các phòng Nội vụ và Tài chính - Kế hoạch", ["Phòng Nội vụ", TCKH]),
    ("Các Phòng: Phòng Nội vụ, Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("Phòng Nội vụ, Tư pháp, LĐTB&XH", ["Phòng Nội vụ", "Phòng Tư pháp", LDTBXH]),
    (
        (
            "Các Phòng: Kinh tế - Hạ tầng, Tài chính - Kế hoạch và Phòng Tài nguyên và Môi trường; "
            "cơ quan, đơn vị, địa phương được phân cấp"
        ),
        ["Phòng Kinh tế - Hạ tầng", TCKH, TNMT, EVERYONE],
    ),
    ("UBND các xã: Đồng Mây, Suối Ngà", ["UBND xã Đồng Mây", "UBND xã Suối Ngà"]),
    (
        "UBND các xã Đồng Mây, Suối Ngà và thị trấn Bến Sim",
        ["UBND xã Đồng Mây", "UBND xã Suối Ngà", "UBND thị trấn Bến Sim"],
    ),
    ("UBND các xã, thị trấn: Mộc Vân, Bến Sim", ["UBND xã Mộc Vân", "UBND thị trấn Bến Sim"]),
    ("xã Mộc Vân", ["UBND xã Mộc Vân"]),
    ("Ủy ban nhân dân xã Mộc Vân", ["UBND xã Mộc Vân"]),
    ("UBND các xã, thị trấn", [COMMUNES]),
    ("Ủy ban nhân dân các xã, thị trấn trên địa bàn huyện", [COMMUNES]),
    ("Các Phòng, ban, ngành, UBND các xã, thị trấn", [PBN, COMMUNES]),
    ("Các phòng ban ngành; UBND các xã thị trấn", [PBN, COMMUNES]),
    ("Phòng Nội vụ, Các Phòng, ban, ngành", ["Phòng Nội vụ", PBN]),
    (
        "Phòng Nội vụ và các đơn vị sự nghiệp công lập",
        ["Phòng Nội vụ", "Các đơn vị sự nghiệp công lập"],
    ),
    ("Các cơ quan, đơn vị có liên quan", ["Các cơ quan, đơn vị"]),
    ("Các cơ quan, đơn vị, địa phương", [EVERYONE]),
    ("Phòng Nội vụ chủ trì, phối hợp với Phòng Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("1. Phòng Nội vụ\n2. Phòng Tư pháp", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("- Phòng Nội vụ;\n- Phòng Tư pháp.", ["Phòng Nội vụ", "Phòng Tư pháp"]),
    ("Phòng Kinh tế - Hạ tầng; Phòng Tư pháp", ["Phòng Kinh tế - Hạ tầng", "Phòng Tư pháp"]),
]

UNKNOWN = [
    ("Trường THPT Mây Ngàn", ["Trường THPT Mây Ngàn"]),
    ("UBND xã Lạ Hoắc", ["UBND xã Lạ Hoắc"]),
    ("Sở Kế hoạch và Đầu tư và Hội Văn nghệ", ["Sở Kế hoạch và Đầu tư", "Hội Văn nghệ"]),
    ("Phòng Nội vụ; Hội Văn nghệ, Hội Sinh vật cảnh", ["Hội Văn nghệ", "Hội Sinh vật cảnh"]),
    ("Các Phòng: Mây Ngàn, Tư pháp", ["Các Phòng: Mây Ngàn"]),
    (
        "Theo phân công tại Quyết định số 12/QĐ-UBND, ngày 05/01/2026 của UBND huyện; Phòng Nội vụ",
        ["Theo phân công tại Quyết định số 12/QĐ-UBND, ngày 05/01/2026 của UBND huyện"],
    ),
    ("phòng", ["phòng"]),
    ("Cơ quan", ["Cơ quan"]),
]


def names(catalogue, reading):
    return [
        catalogue.agency(m.agency_id).name
        if m.agency_id is not None
        else catalogue.group(m.group_id).name
        if m.group_id is not None
        else None
        for m in reading.mentions
    ]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_known_names_are_recognised_in_their_order(catalogue, reader, text, expected):
    assert names(catalogue, reader.read(text)) == expected


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_decomposed_marks_name_the_same(catalogue, reader, text, expected):
    decomposed = unicodedata.normalize("NFD", text)
    assert names(catalogue, reader.read(decomposed)) == expected


@pytest.mark.parametrize(("text", "expected"), UNKNOWN)
def test_unknown_names_are_kept_as_written(reader, text, expected):
    assert list(reader.read(text).unknown) == expected


def test_real_annex_leaves_no_name_unknown(catalogue, reader, real_rows):
    read = {cell: reader.read(cell) for row in real_rows for cell in row[4:6] if cell}
    assert len(read) > 8
    assert {text: r.unknown for text, r in read.items() if r.unknown} == {}


def test_name_is_recognised_only_while_valid(catalogue):
    text = "Phòng Lao động - Thương binh và Xã hội"
    before = AgencyReader(catalogue, date(2025, 2, 28)).read(text)
    after = AgencyReader(catalogue, date(2025, 3, 1)).read(text)
    assert before.unknown == ()
    assert after.unknown == (text,)


def test_department_of_another_district_is_not_ours():
    ours = AgencyCatalogue(
        (
            Agency(AgencyId(1), "Ủy ban nhân dân huyện Trầm Sơn", AgencyKind.OFFICE),
            Agency(AgencyId(2), "Phòng Nội vụ", AgencyKind.DEPARTMENT),
        )
    )
    reader = AgencyReader(ours, date(2024, 1, 1))
    assert reader.read("Phòng Nội vụ huyện Trầm Sơn").agency_ids == (2,)
    assert reader.read("Phòng Nội vụ huyện Mây Ngàn").agency_ids == ()


def test_place_of_a_mention_is_that_in_the_given_text(reader):
    text = unicodedata.normalize("NFD", "và Phòng Nội vụ;  UBND các xã: Đồng Mây, Lạ Hoắc")
    for mention in reader.read(text).mentions:
        assert text[mention.start : mention.end] == mention.text


def test_commune_catalogue_reads_the_offices_after_july_2025(commune_catalogue):
    reader = AgencyReader(commune_catalogue, date(2026, 1, 1))
    text = (
        "Phòng Văn hóa - Xã hội; Phòng Kinh tế; Văn phòng HĐND và UBND xã; các trường học; "
        "Trung tâm Phục vụ hành chính công; các thôn, tổ dân phố; các phòng, đơn vị"
    )
    assert names(commune_catalogue, reader.read(text)) == [
        "Phòng Văn hóa - Xã hội", "Phòng Kinh tế", "Văn phòng HĐND và UBND xã",
        "Các trường học công lập", "Trung tâm Phục vụ hành chính công", "Các thôn, tổ dân phố",
        "Các phòng, đơn vị",
    ]  # fmt: skip


PIECES = st.sampled_from(
    ["Phòng", "Nội vụ", "các", "Các Phòng", ":", ",", ";", "\n", "và", "UBND", "các xã", "thị trấn",
     "Đồng Mây", "huyện", "Trầm Sơn", "theo", "Theo Quyết định", "chủ trì", "phối hợp với", "HĐND",
     "1.", "a)", "(", ")", "-", "&", "liên quan", "đơn vị", "cơ quan", "Hội Lạ", "Tư pháp", "trên"]
)  # fmt: skip
WORDINGS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join))
CONNECTING = {word for phrase in CONNECTING_PHRASES for word in phrase}


@given(WORDINGS)
def test_no_word_is_swallowed(reader, text):
    mentions = reader.read(text).mentions
    ends = [0, *(m.end for m in mentions)]
    starts = [*(m.start for m in mentions), len(text)]
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
    for gap_start, gap_end in zip(ends, starts, strict=True):
        assert gap_start <= gap_end
        gap = [w for w in words_of(text) if gap_start <= w.start and w.end <= gap_end]
        assert {w.key for w in gap if not w.is_break} <= CONNECTING
    covered = {i for m in mentions for i in range(m.start, m.end)}
    for index, char in enumerate(text):
        if char.isalnum() and index not in covered:
            word = next(w for w in words_of(text) if w.start <= index < w.end)
            assert word.key in CONNECTING or word.is_break


@pytest.mark.parametrize(
    ("unknown", "expected"),
    [
        ("Phòng Tài nguyên Mội trường", TNMT),
        ("VP HDND va UBND", VP),
        ("phong noi vu", "Phòng Nội vụ"),
        ("Các phòng ban ngành huyện", PBN),
    ],
)
def test_likeliest_owner_of_an_alias_comes_first(catalogue, unknown, expected):
    assert suggest_alias(unknown, catalogue)[0].name == expected


def test_nothing_is_suggested_for_a_stranger(catalogue):
    assert suggest_alias("Xyz 123", catalogue) == ()
