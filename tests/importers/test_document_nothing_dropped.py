"""The law of the import: every word of the real documents is in the draft, and comes out again."""

from collections import Counter
from pathlib import Path

import pytest
from document_words import rebuilt, words

from cchc_desktop.importers.document import read_document

SHARED = Path(__file__).parents[2].parent / "shared" / "documents"
NAMES = (
    "ke-hoach-395-ninh-son-2024.txt",
    "ke-hoach-120-yen-chau-2021-2025-trich.txt",
    "ke-hoach-1621-phu-yen-2021-2030.txt",
    "ke-hoach-par-index-lao-cai-2021-trich.txt",
    "nghi-quyet-03-son-la-2021.txt",
)


@pytest.fixture(params=NAMES, scope="module")
def real(request, headings):
    path = SHARED / request.param
    if not path.exists():
        pytest.skip("the real documents lie beside the checkout only where it is developed")
    return path.read_text(encoding="utf-8"), read_document(path, headings)


def test_every_word_stands_in_a_line_of_the_draft(real):
    source, draft = real
    assert words("\n".join(line.text for line in draft.lines)) == words(source)


def test_every_line_of_the_source_is_told_apart(real):
    source, draft = real
    filled = [n for n, line in enumerate(source.split("\n"), 1) if line.strip()]
    assert sorted({line.line for line in draft.lines}) == filled


def test_every_word_comes_out_again(real):
    source, draft = real
    lost = words(source) - rebuilt(draft)
    # Labels that the program prints itself, and the annex's heading, are no words of the plan.
    lost -= words("Nơi nhận PHỤ LỤC Phụ lục I")
    if draft.annex is not None:
        heading = next(line for line in source.split("\n") if line.startswith("STT\t"))
        repeats = source.count(heading)
        lost -= Counter({word: n * repeats for word, n in words(heading).items()})
    assert not lost


def test_no_word_is_invented(real):
    source, draft = real
    assert not rebuilt(draft) - words(source)


def test_lines_name_the_passage_that_holds_their_words(real):
    _, draft = real
    for line in draft.lines:
        if line.passage is None or line.role.value == "table":
            continue
        passage = draft.text.parts[line.part].passages[line.passage]
        assert not words(line.text) - words(passage.printed), line
