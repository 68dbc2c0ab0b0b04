"""Old encodings, checked against an encoder written from the code charts."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from importer_annexes import HEADING, ROWS, content_of, expected, tsv
from importer_documents import grid, write_docx

from cchc_desktop.importers.annex import read_annex
from cchc_desktop.importers.legacy_fonts import (
    LegacyConverter,
    LegacyEncoding,
    convert,
    detect,
    from_tcvn3,
    from_vni,
)
from cchc_desktop.importers.raw_table import RawRun

# TCVN 5712:1993, VN3: small letters by ascending code.
_TCVN3_CODES = dict(zip(
    "ăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
    [0xA8, 0xA9, 0xAA, 0xAB, 0xAC, 0xAD, 0xAE, 0xB5, 0xB6, 0xB7, 0xB8, 0xB9, 0xBB, 0xBC, 0xBD,
     0xBE, 0xC6, 0xC7, 0xC8, 0xC9, 0xCA, 0xCB, 0xCC, 0xCE, 0xCF, 0xD0, 0xD1, 0xD2, 0xD3, 0xD4,
     0xD5, 0xD6, 0xD7, 0xD8, 0xDC, 0xDD, 0xDE, 0xDF, 0xE1, 0xE2, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7,
     0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEE, 0xEF, 0xF1, 0xF2, 0xF3, 0xF4, 0xF5, 0xF6, 0xF7,
     0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE],
    strict=True,
))  # fmt: skip
_TCVN3_CAPITALS = dict(zip("ĂÂÊÔƠƯĐ", range(0xA1, 0xA8), strict=True))
_VNI_WHOLE = {"đ": "ñ", "ỉ": "æ", "ĩ": "ó", "ị": "ò", "í": "í", "ì": "ì", "ỵ": "î"}
_VNI_MARKS = {
    "\u0301": "ù", "\u0300": "ø", "\u0309": "û", "\u0303": "õ", "\u0323": "ï",
    "\u0302": "â", "\u0302\u0301": "á", "\u0302\u0300": "à", "\u0302\u0309": "å",
    "\u0302\u0303": "ã", "\u0323\u0302": "ä",
    "\u0306": "ê", "\u0306\u0301": "é", "\u0306\u0300": "è", "\u0306\u0309": "ú",
    "\u0306\u0303": "ü", "\u0323\u0306": "ë",
}  # fmt: skip


def to_tcvn3(text):
    """Encode; capitals other than the seven that have codes stay as small letters."""
    out = []
    for char in text:
        if char in _TCVN3_CAPITALS:
            out.append(chr(_TCVN3_CAPITALS[char]))
        else:
            code = _TCVN3_CODES.get(char.lower())
            out.append(chr(code) if code else char)
    return "".join(out)


def to_vni(text):
    out = []
    for char in text:
        if char.lower() in _VNI_WHOLE:
            code = _VNI_WHOLE[char.lower()]
            out.append(code if char.islower() else code.upper())
            continue
        decomposed = unicodedata.normalize("NFD", char)
        base, marks = decomposed[0], decomposed[1:]
        if "\u031b" in marks:
            base = {"o": "ô", "u": "ö", "O": "Ô", "U": "Ö"}[base]
            marks = marks.replace("\u031b", "")
        mark = _VNI_MARKS.get(marks, marks)
        out.append(base + (mark.upper() if base.isupper() else mark))
    return "".join(out)


LETTERS = "".join(_TCVN3_CODES)
WORDS = (
    "Kế hoạch cải cách hành chính của Ủy ban nhân dân huyện; rà soát, đơn giản hóa thủ tục, "
    "giữ kỷ luật, kỷ cương, nghĩa vụ, hằng quý, thường xuyên, ngoẵng, quỵt, mỹ, tuổi trẻ"
)


@given(st.text(alphabet=LETTERS + "bcnhgt ,.1"))
def test_tcvn3_round_trip_returns_every_letter(text):
    assert from_tcvn3(to_tcvn3(text)) == text


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " ,.1"))
def test_vni_round_trip_returns_every_letter(text):
    assert from_vni(to_vni(text)) == text


@pytest.mark.parametrize("encoding", LegacyEncoding)
def test_encoding_is_detected_without_a_font(encoding):
    encode = to_tcvn3 if encoding is LegacyEncoding.TCVN3 else to_vni
    assert detect(encode(WORDS.lower())) is encoding


@pytest.mark.parametrize(
    "text",
    [WORDS, "Các", "áo dài", "Quý", "Công tác", "«Đo lường»", "café", "resumé naïve", "20 °C", ""],
)
def test_unicode_is_never_converted(text):
    assert detect(text) is None
    assert LegacyConverter([RawRun(text)]).convert(RawRun(text))[0].text == text
    if text == WORDS:
        assert convert(text, LegacyEncoding.TCVN3) == text


def test_unicode_under_an_old_font_name_is_left_alone():
    runs = [RawRun("Các phòng", font=".VnTime"), RawRun("huyện", font=".VnTime")]
    converter = LegacyConverter(runs)
    assert [converter.convert(run)[0].text for run in runs] == ["Các phòng", "huyện"]


def test_capitals_font_draws_small_codes_as_capitals():
    run = RawRun(to_tcvn3("cải cách hành chính ubnd"), font=".VnTimeH")
    assert LegacyConverter([run]).convert(run)[0].text == "CẢI CÁCH HÀNH CHÍNH UBND"


@pytest.mark.parametrize("encode", [to_tcvn3, to_vni])
def test_old_text_without_font_gives_the_same_annex(encode, headings, tmp_path):
    # Small letters throughout: TCVN3 has codes for few capitals.
    rows = [[c if i == 0 else c.lower() for i, c in enumerate(r)] for r in ROWS]
    path = tmp_path / "cu.txt"
    heading = [name.lower() for name in HEADING]
    path.write_bytes(encode(tsv(rows, heading)).encode("latin-1"))
    assert content_of(read_annex(path, headings)) == expected(rows)


@pytest.mark.parametrize(("encode", "font"), [(to_tcvn3, ".VnTime"), (to_vni, "VNI-Times")])
def test_word_file_in_old_font_gives_the_same_annex(encode, font, headings, tmp_path):
    heading = ["STT", "Nhiệm vụ", "Sản phẩm", "Thời gian", "Chủ trì", "Phối hợp", "Ghi chú"]
    rows = [[c if i == 0 else c.lower() for i, c in enumerate(r)] for r in ROWS]
    body = grid([list(map(encode, r)) for r in [heading, *rows]],
                f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')  # fmt: skip
    draft = read_annex(write_docx(tmp_path / "a.docx", body), headings)
    assert content_of(draft) == expected(rows)
    assert [p.code for p in draft.problems] == ["legacy_font_converted"]


def test_soft_hyphen_element_is_a_letter_in_tcvn3(headings, tmp_path):
    rows = [["STT", "NhiÖm vô", "S¶n phÈm", "Thêi gian"]]
    rows += [["1", "Ch@¬ng tr\u00d7nh", "", "Quý I"]]
    body = grid(rows, '<w:rFonts w:ascii=".VnTime"/>')
    body = body.replace("Ch@¬ng", "Ch</w:t><w:softHyphen/><w:t>¬ng")
    draft = read_annex(write_docx(tmp_path / "a.docx", body), headings)
    assert draft.sections[0].tasks[0].content.text == "Chương trình"
