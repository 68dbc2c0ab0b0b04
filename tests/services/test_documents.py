"""The register of documents, kept in a real data file."""

from dataclasses import replace
from datetime import date

import pytest

from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.errors import (
    DocumentRegistered,
    DocumentUnknown,
    InvalidValue,
    RecordInUse,
    RecordMissing,
)
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.plan_text import Passage, PassageKind, PlanText, TextPart, TextPartKind
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.report_text import LiveText
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session

ABOVE = RegisteredDocument(
    "Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), "Ủy ban nhân dân tỉnh A", "về cải cách"
)
NEWER = RegisteredDocument("Kế hoạch", "12", "KH-UBND", date(2026, 1, 5), "Ủy ban nhân dân tỉnh A")


def entered(session: Session, document: RegisteredDocument) -> RegisteredDocument:
    session.documents.add(document)
    return session.documents.list()[-1]


def id_of(document: RegisteredDocument) -> DocumentId:
    assert document.id is not None
    return document.id


def write_passage(session: Session, plan: Plan, markup: str) -> None:
    passages = (
        Passage(PassageKind.PART, LiveText.from_markup("MỤC ĐÍCH"), 1),
        Passage(PassageKind.ITEM, LiveText.from_markup(markup), 2),
    )
    text = PlanText((TextPart(TextPartKind.BODY, passages=passages),))
    session.text.write_text(plan.id, text, None)


def test_document_comes_back_as_it_was_entered(session: Session) -> None:
    document = entered(session, replace(ABOVE, subject=" về  cải cách; ", is_binding=True))

    assert document == replace(ABOVE, is_binding=True, id=document.id)


def test_undo_takes_an_entry_back(session: Session) -> None:
    entered(session, ABOVE)

    session.history.undo()

    assert session.documents.list() == ()


@pytest.mark.parametrize(
    ("document", "field"),
    [
        (replace(ABOVE, type_name=" "), "document_type"),
        (replace(ABOVE, symbol=""), "document_symbol"),
        (replace(ABOVE, number=""), "document_symbol"),
        (RegisteredDocument("Luật"), "document_subject"),
        (replace(ABOVE, ended_on=date(2020, 1, 1)), "document_ended_on"),
    ],
)
def test_document_that_nobody_could_find_is_refused(
    session: Session, document: RegisteredDocument, field: str
) -> None:
    with pytest.raises(InvalidValue) as refused:
        session.documents.add(document)

    assert refused.value.params["field"] == field
    assert session.documents.list() == ()


def test_same_document_is_not_entered_twice(session: Session) -> None:
    entered(session, ABOVE)

    with pytest.raises(DocumentRegistered):
        session.documents.add(replace(ABOVE, number="077"))
    session.documents.add(replace(ABOVE, issued_on=date(2022, 3, 22)))

    assert len(session.documents.list()) == 2


def test_symbol_is_found_however_it_is_spelt(session: Session) -> None:
    old = entered(session, ABOVE)
    new = entered(session, replace(ABOVE, issued_on=date(2022, 3, 22)))

    assert session.documents.find_symbol("số 0077 / KH–UBND") == new
    assert session.documents.find_symbol("77/KH-UBND", date(2021, 3, 22)) == old
    assert session.documents.find_symbol("78/KH-UBND") is None
    with pytest.raises(DocumentUnknown):
        session.documents.named("78/KH-UBND")


def test_replaced_document_ends_the_day_before(session: Session) -> None:
    old, new = entered(session, ABOVE), entered(session, NEWER)

    session.documents.replace(id_of(old), id_of(new), date(2026, 2, 1))

    after = session.documents.get(id_of(old))
    assert (after.ended_on, after.replaced_by) == (date(2026, 1, 31), new.id)


def test_documents_do_not_replace_each_other_in_a_circle(session: Session) -> None:
    old, new = entered(session, ABOVE), entered(session, NEWER)
    session.documents.replace(id_of(old), id_of(new), date(2026, 2, 1))

    with pytest.raises(InvalidValue):
        session.documents.replace(id_of(new), id_of(old), date(2026, 3, 1))
    with pytest.raises(InvalidValue):
        session.documents.save(replace(session.documents.get(id_of(new)), replaced_by=old.id))


def test_document_with_demands_is_not_deleted(session: Session) -> None:
    document = entered(session, ABOVE)
    demand = Demand(id_of(document), DemandKind.TASK, RichText.plain("Ban hành kế hoạch"))
    session.demands.add(demand)

    with pytest.raises(RecordInUse) as refused:
        session.documents.delete(id_of(document))

    assert refused.value.params["used_by"] == "1 yêu cầu đã ghi của văn bản"


def test_document_cited_in_a_plan_is_not_deleted_and_the_place_is_named(
    session: Session, plan: Plan
) -> None:
    document = entered(session, ABOVE)
    write_passage(session, plan, f'Theo <f code="document.{document.id}">Kế hoạch số 77</f>')

    with pytest.raises(RecordInUse) as refused:
        session.documents.delete(id_of(document))

    assert refused.value.params["used_by"] == "phần lời kế hoạch năm 2025, mục I.1"


def test_document_that_replaces_another_is_not_deleted(session: Session) -> None:
    old, new = entered(session, ABOVE), entered(session, NEWER)
    session.documents.replace(id_of(old), id_of(new), date(2026, 2, 1))

    with pytest.raises(RecordInUse):
        session.documents.delete(id_of(new))
    session.documents.delete(id_of(old))
    session.documents.delete(id_of(new))

    assert session.documents.list() == ()


def test_what_a_plan_cites_and_the_register_lacks_is_collected(
    session: Session, plan: Plan
) -> None:
    entered(session, ABOVE)
    write_passage(
        session,
        plan,
        "Kế hoạch số 77/KH-UBND ngày 22/3/2021; Nghị quyết số 76/NQ-CP ngày 15/7/2021 của"
        " Chính phủ",
    )

    found = session.documents.collect_citations(plan.id)
    session.documents.add_many(found)

    assert [document.full_symbol for document in found] == ["76/NQ-CP"]
    assert session.documents.collect_citations(plan.id) == ()


def test_shipped_document_comes_with_what_replaces_it(session: Session) -> None:
    wanted = next(
        item for item in session.documents.common() if item.document.full_symbol == "892/QĐ-BNV"
    )

    session.documents.add_common((wanted.id,))
    session.documents.add_common((wanted.id,))

    old, new = session.documents.list()
    assert (old.full_symbol, new.full_symbol) == ("892/QĐ-BNV", "1187/QĐ-BNV")
    assert old.replaced_by == new.id


def test_shipped_list_has_no_unknown_documents(session: Session) -> None:
    with pytest.raises(RecordMissing):
        session.documents.add_common(("none",))
