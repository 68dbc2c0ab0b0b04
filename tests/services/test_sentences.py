"""Every error, problem and step has a Vietnamese sentence, and none is left over."""

import re
import string
from pathlib import Path

import pytest

from cchc_desktop.domain import errors
from cchc_desktop.domain.errors import PlanExists, PlanFrozen
from cchc_desktop.domain.problem import Place, Problem, Severity
from cchc_desktop.domain.return_problems import ReturnProblem
from cchc_desktop.importers.problem_codes import DocumentProblem, ProblemCode
from cchc_desktop.services import sentences
from cchc_desktop.services.error_sentences import ERRORS
from cchc_desktop.services.problem_sentences import PROBLEMS
from cchc_desktop.services.step_sentences import STEPS

ROOT = Path(__file__).parents[2]


def error_types() -> list[type[errors.CchcError]]:
    found, waiting = [], [errors.CchcError]
    while waiting:
        kind = waiting.pop()
        found.append(kind)
        waiting.extend(kind.__subclasses__())
    return found


def documented_params(text: str) -> set[str]:
    match = re.search(r"Params: ([^.]*)\.", text)
    words = re.sub(r"\([^)]*\)", "", match[1]) if match else ""
    return {word.strip() for word in words.split(",")} - {"none", ""}


def blanks(*texts: str) -> set[str]:
    return {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_error_has_a_sentence_and_no_sentence_is_without_an_error():
    codes = {kind.code for kind in error_types()}

    assert set(ERRORS) == codes | {"file_held.stale"}


@pytest.mark.parametrize(
    "kind", [k for k in error_types() if "code" in vars(k)], ids=lambda k: k.__name__
)
def test_the_sentence_uses_only_what_the_error_carries(kind):
    used = blanks(*ERRORS[kind.code])

    known = documented_params(kind.__doc__ or "")
    # A plan's term in words is made from what names it.
    assert used <= known | ({"term"} if "year" in known else set())


@pytest.mark.parametrize("kind", error_types(), ids=lambda k: k.__name__)
def test_an_error_without_its_parts_is_still_said(kind):
    assert str(sentences.describe_error(kind()))


@pytest.mark.parametrize(
    ("plan", "words"), [("2025", "năm 2025"), ("2021-2025", "giai đoạn 2021 - 2025")]
)
def test_plans_are_named_by_their_term_in_steps_and_errors(plan, words):
    assert sentences.describe_step("create_plan", {"year": plan}) == f"Lập kế hoạch {words}"
    assert sentences.describe_step("submit_plan", {"plan": plan}) == f"Trình ký kế hoạch {words}"
    assert sentences.describe_error(PlanExists(year=plan)).what == f"Đã có kế hoạch {words}."
    frozen = sentences.describe_error(PlanFrozen(plan=plan)).what
    assert frozen.startswith(f"Kế hoạch {words} đã ban hành")


def test_a_bug_is_said_without_its_english():
    assert "KeyError" not in str(sentences.describe_error(KeyError("x")))


def test_every_problem_of_an_import_has_a_sentence():
    codes = (*ProblemCode, *DocumentProblem, *ReturnProblem)
    assert set(PROBLEMS) == {code.value for code in codes}


def test_every_step_of_the_services_has_a_sentence():
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for folder in ("services", "ui")
        for path in (ROOT / "cchc_desktop" / folder).glob("*.py")
    )
    labels = set(re.findall(r'transaction\(\s*"(\w+)"', source))
    labels |= set(re.findall(r'label="(\w+)"', source))

    assert labels <= set(STEPS)


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (
            Place("a.xlsx", "Phụ lục", 12, 4, is_sheet=True),
            "a.xlsx, trang tính Phụ lục, dòng 12, cột D",
        ),
        (Place("a.xlsx", "S", 1, 28, is_sheet=True), "a.xlsx, trang tính S, dòng 1, cột AB"),
        (Place("a.docx", "Bảng 2", 3, 1), "a.docx, Bảng 2, dòng 3, cột 1"),
        (Place("", "Bảng 1"), "Bảng 1"),
    ],
)
def test_a_place_is_named_as_on_the_screen(place, words):
    assert sentences.describe_place(place) == words


def test_a_problem_is_said_with_its_parts():
    problem = Problem(
        "column_left_out", Severity.DROPPED, Place("a", "b"), params={"heading": "Kinh phí"}
    )

    assert "“Kinh phí”" in sentences.describe_problem(problem)


def test_who_holds_a_file_is_said():
    error = errors.FileHeld(
        file="a.cchc", is_stale=False, host="PC-02", user="lan", since="2026-03-02T08:30:00"
    )

    assert "lan trên máy PC-02 từ 08:30 ngày 02/03/2026" in str(sentences.describe_error(error))
