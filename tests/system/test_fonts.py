import shutil
import unicodedata
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile

from cchc_desktop.domain.errors import FontMissing
from cchc_desktop.system.fonts import covers, find_fonts

ROOT = Path(__file__).parents[2]
BUNDLED = ROOT / "resources" / "fonts"
_FACES = ("Regular", "Bold", "Italic", "BoldItalic")
_WINDOWS_NAMES = ("times.ttf", "timesbd.ttf", "TIMESI.TTF", "timesbi.ttf")

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_LOWER = "bcdđghklmnpqrstvxfjwz" + "".join(
    unicodedata.normalize("NFC", vowel + tone) for vowel in _VOWELS for tone in _TONES
)
_ALPHABET = _LOWER + _LOWER.upper()
_SIGNS = "0123456789 \u00a0.,;:!?()[]{}/\\|%&@#*+=<>_-–—“”‘’\"'…•°²§€"


def _characters(path):
    """What reportlab, which prints the pages, finds in a font."""
    return set(TTFontFile(str(path)).charToGlyph)


@pytest.fixture
def windows_fonts(tmp_path):
    folder = tmp_path / "Fonts"
    folder.mkdir()
    for name, face in zip(_WINDOWS_NAMES, _FACES, strict=True):
        shutil.copy(BUNDLED / f"LiberationSerif-{face}.ttf", folder / name)
    return folder


def test_there_are_134_letters_with_marks():
    marked = {letter for letter in _ALPHABET if letter not in "aeiouybcdghklmnpqrstvxfjwz"
              and letter.lower() not in "aeiouybcdghklmnpqrstvxfjwz"}  # fmt: skip

    assert len(marked) == 134


@pytest.mark.parametrize("face", _FACES)
def test_the_bundled_font_has_every_vietnamese_letter_and_sign(face):
    found = _characters(BUNDLED / f"LiberationSerif-{face}.ttf")

    assert {char for char in _ALPHABET + _SIGNS if ord(char) not in found} == set()


@pytest.mark.parametrize("face", _FACES)
def test_the_bundled_font_has_every_character_of_forms_and_shipped_texts(face):
    found = _characters(BUNDLED / f"LiberationSerif-{face}.ttf")
    texts = [
        path
        for folder in ("forms", "resources", "cchc_desktop")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in (".toml", ".py", ".md", ".json", ".txt", ".csv")
        and "__pycache__" not in path.parts
    ]

    missing = {
        char: path.name
        for path in texts
        for char in unicodedata.normalize("NFC", path.read_text(encoding="utf-8"))
        if (char.isalpha() and ord(char) < 0x2000) and ord(char) not in found
    }
    assert texts
    assert missing == {}


def test_the_licence_stands_beside_the_bundled_font():
    text = (BUNDLED / "LICENSE-Liberation.txt").read_text(encoding="utf-8")

    assert "SIL OPEN FONT LICENSE Version 1.1" in text


def test_times_new_roman_of_the_system_is_preferred(windows_fonts):
    fonts = find_fonts(BUNDLED, folders=[windows_fonts])

    assert fonts.family == "Times New Roman"
    assert [path.name for path in fonts.paths] == list(_WINDOWS_NAMES)


def test_a_user_s_own_font_folder_is_searched_too(tmp_path, windows_fonts):
    fonts = find_fonts(BUNDLED, folders=[tmp_path / "none", windows_fonts])

    assert fonts.family == "Times New Roman"


def test_an_incomplete_times_new_roman_is_passed_over(windows_fonts):
    (windows_fonts / "timesbd.ttf").unlink()

    assert find_fonts(BUNDLED, folders=[windows_fonts]).family == "Liberation Serif"


def test_a_damaged_times_new_roman_is_passed_over(windows_fonts):
    (windows_fonts / "timesbd.ttf").write_bytes(b"\x00\x01\x00\x00 not a font")

    assert find_fonts(BUNDLED, folders=[windows_fonts]).family == "Liberation Serif"


def test_the_twin_is_taken_where_there_is_no_times_new_roman():
    fonts = find_fonts(BUNDLED, folders=[])

    assert fonts.family == "Liberation Serif"
    assert all(path.is_file() for path in fonts.paths)


def test_no_font_at_all_is_said_so(tmp_path):
    with pytest.raises(FontMissing) as caught:
        find_fonts(tmp_path, folders=[])

    assert "LiberationSerif-Bold.ttf" in str(caught.value.params["names"])


def test_the_character_map_agrees_with_an_independent_reader():
    path = BUNDLED / "LiberationSerif-Italic.ttf"
    found = _characters(path)

    sample = range(0x20, 0x3000, 37)
    assert [code for code in sample if covers(path, chr(code)) != (code in found)] == []


def test_a_font_without_vietnamese_does_not_cover_it():
    assert covers(BUNDLED / "LiberationSerif-Regular.ttf", "ệ")
    assert not covers(BUNDLED / "LiberationSerif-Regular.ttf", "漢")
