"""What a returned cell means beside what is recorded, case by case."""

from datetime import date

import pytest

from cchc_desktop.domain.agency_return import (
    PieceRef,
    ReturnedRow,
    ReturnedWorkbook,
    ReturnField,
    ReturnIdentity,
    ReturnLine,
    ReturnRowKey,
    recorded_values,
    state_fingerprint,
    value_code,
    value_from_code,
    words_fingerprint,
)
from cchc_desktop.domain.errors import ConflictsUndecided
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.progress import Evidence, EvidenceId, Progress, ProgressKey, Statement
from cchc_desktop.domain.return_comparison import (
    CollectionPreview,
    CurrentPiece,
    ReturnChangeKind,
    ReturnDecision,
    ReturnFilePreview,
    ReturnFileStatus,
    accepted_changes,
    compare_return,
    set_against_each_other,
)
from cchc_desktop.domain.return_register import ReturnState, return_state

KEY = PeriodKey(2024, "quarter-1")
REF = PieceRef(3, 7, None)
PLACE = Place("a.xlsx", "Biểu", 6, 9, True)
FIELD = ReturnField.RESULT
NEW, SAME, CONFLICT, CLEARED = (
    ReturnChangeKind.NEW, ReturnChangeKind.SAME, ReturnChangeKind.CONFLICT,
    ReturnChangeKind.CLEARED,
)  # fmt: skip
IDENTITY = ReturnIdentity("ab" * 8, KEY, 17)


def changes(made_from, returned, recorded, *, knows_base=True, index=0, leads=(17,)):
    base = {FIELD: made_from}
    row = ReturnedRow(
        REF, PLACE, "Việc", {FIELD: returned}, {FIELD: PLACE},
        base if knows_base else None, state_fingerprint(base),
    )  # fmt: skip
    book = ReturnedWorkbook("a.xlsx", "0", IDENTITY, (row,), ())
    piece = CurrentPiece(REF, "I.1", "Việc", frozenset(leads), {FIELD: recorded})
    return compare_return(index, book, 17, "Phòng", lambda ref: piece if ref == REF else None)


@pytest.mark.parametrize(
    ("made_from", "returned", "recorded", "kind"),
    [
        (None, None, None, None),
        (None, "B", None, NEW),
        (None, "B", "B", SAME),
        (None, "B", "R", CONFLICT),
        (None, None, "R", None),
        ("A", "A", "A", None),
        ("A", "A", "R", None),
        ("A", "A", None, None),
        ("A", "B", "A", NEW),
        ("A", "B", "B", SAME),
        ("A", "B", "R", CONFLICT),
        ("A", "B", None, NEW),
        ("A", None, "A", CLEARED),
        ("A", None, "R", CLEARED),
        ("A", None, None, None),
    ],
)
def test_three_values_make_one_kind(made_from, returned, recorded, kind):
    found, problems = changes(made_from, returned, recorded)

    assert [change.kind for change in found] == ([] if kind is None else [kind])
    assert problems == ()


@pytest.mark.parametrize(
    ("returned", "recorded", "kind"),
    [("B", "A", NEW), ("B", "R", CONFLICT), ("B", None, NEW), ("B", "B", SAME), (None, "R", None)],
)
def test_a_lost_base_is_known_by_its_fingerprint_or_not_at_all(returned, recorded, kind):
    found, _ = changes("A", returned, recorded, knows_base=False)

    assert [change.kind for change in found] == ([] if kind is None else [kind])


def test_work_of_others_is_named_and_left_out():
    found, (problem,) = changes(None, "B", None, leads=(18,))

    assert found == ()
    assert (problem.code, problem.params) == ("return_piece_of_other", {"agency": "Phòng"})


def file(index, returned, recorded=None, made_from=None, agency=17):
    found, _ = changes(made_from, returned, recorded, index=index)
    return ReturnFilePreview(
        index, f"{index}.xlsx", f"{index}.xlsx", ReturnFileStatus.UNTOUCHED, agency, changes=found
    )


def preview(*files):
    return CollectionPreview(KEY, set_against_each_other(files))


def test_files_that_say_the_same_do_not_conflict():
    found = preview(file(0, "B"), file(1, "B", agency=18))

    assert found.conflicts == ()
    assert [c.returned for c in accepted_changes(found, {})] == ["B", "B"]


def test_files_that_differ_conflict_even_where_one_says_what_is_recorded():
    found = preview(file(0, "R", "R"), file(1, "B", "R", "R", agency=18))

    assert [(c.kind, c.rivals) for c in found.changes] == [(SAME, ()), (CONFLICT, (0,))]
    assert [f.status for f in found.files] == [ReturnFileStatus.SAME, ReturnFileStatus.CONFLICTS]


def test_a_decision_is_needed_for_each_conflict_and_may_refuse_what_is_new():
    conflict = preview(file(0, "B", "R"))
    (change,) = conflict.changes
    with pytest.raises(ConflictsUndecided) as raised:
        accepted_changes(conflict, {})
    assert raised.value.params == {"count": 1}
    assert accepted_changes(conflict, {change.key: ReturnDecision.TAKE}) == (change,)
    assert accepted_changes(conflict, {change.key: ReturnDecision.KEEP}) == ()
    new = preview(file(0, "B"))
    assert accepted_changes(new, {new.changes[0].key: ReturnDecision.KEEP}) == ()


def test_two_files_of_one_agency_know_of_each_other():
    found = preview(file(0, "B"), file(1, "B"), file(2, "B", agency=18))

    assert [f.same_agency for f in found.files] == [(1,), (0,), ()]


def test_keys_are_read_back_and_nothing_else_is_a_key():
    line = ReturnLine(REF, "I.1", "Việc", "Kế hoạch", "", "", {FIELD: "A"})

    assert ReturnRowKey.from_code(line.key.code) == line.key
    assert PieceRef.from_code(PieceRef(1, None, None).code) == PieceRef(1, None, None)
    assert ReturnIdentity.from_stamp(IDENTITY.stamp) == IDENTITY
    for text in ("", "cchc:", "cchc:t1.d1.a1:x:y", "t1.d1"):
        assert ReturnRowKey.from_code(text) is None
        assert PieceRef.from_code(text) is None
        assert ReturnIdentity.from_stamp(text) is None


def test_words_are_told_apart_by_what_they_say():
    assert words_fingerprint("Uỷ  ban họp.", "KẾ HOẠCH") == words_fingerprint(
        "Ủy ban họp", "kế hoạch"
    )
    assert words_fingerprint("a", "b") != words_fingerprint("b", "a")


@pytest.mark.parametrize(
    ("of", "value"),
    [
        (ReturnField.STATEMENT, Statement.DONE),
        (ReturnField.DONE_ON, date(2024, 2, 29)),
        (ReturnField.PERCENT, 0),
        (ReturnField.RESULT, "a\nb"),
        (ReturnField.RESULT, None),
    ],
)
def test_values_are_kept_as_text_and_read_back(of, value):
    assert value_from_code(of, value_code(value)) == value


def test_of_several_documents_the_first_is_the_one_in_the_workbook():
    evidence = (
        Evidence(EvidenceId(1), " 1/BC ", date(2024, 1, 2)),
        Evidence(EvidenceId(2), "2/BC"),
    )
    values = recorded_values(Progress(ProgressKey(7, None, KEY), result=" ", evidence=evidence))

    assert values[ReturnField.DOCUMENT_NUMBER] == "1/BC"
    assert values[ReturnField.DOCUMENT_DATE] == date(2024, 1, 2)
    assert values[ReturnField.RESULT] is None


@pytest.mark.parametrize(
    ("received", "day", "state", "late"),
    [
        (date(2024, 3, 15), date(2024, 4, 1), ReturnState.IN_TIME, 0),
        (date(2024, 3, 16), date(2024, 4, 1), ReturnState.LATE, 1),
        (None, date(2024, 3, 15), ReturnState.AWAITED, 0),
        (None, date(2024, 3, 20), ReturnState.MISSING, 5),
    ],
)
def test_a_report_is_late_from_the_day_after_it_is_due(received, day, state, late):
    assert return_state(received, date(2024, 3, 15), day) == (state, late)
