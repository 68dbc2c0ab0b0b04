"""A plan, a register and demands in the data file that the tests of documents open."""

from datetime import date
from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from cchc_desktop.domain.annex_draft import AnnexDraft, DraftDeliverable, DraftSection, DraftTask
from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.demand import Demand, DemandKind
from cchc_desktop.domain.plan import TaskNumbering
from cchc_desktop.domain.problem import Place
from cchc_desktop.domain.registered_document import DocumentId, RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session

D = TypeVar("D", bound=QDialog)
ABOVE = RegisteredDocument(
    "Kế hoạch", "77", "KH-UBND", date(2021, 3, 22), "Ủy ban nhân dân tỉnh A", "về cải cách"
)
_NOWHERE = Place("", "")


def fill(session: Session) -> ChangeSet:
    """Write a plan of 2024, two documents, and three demands of one of them."""
    tasks = tuple(
        DraftTask(
            "", RichText.plain(words), _NOWHERE,
            (DraftDeliverable(RichText.plain("Kế hoạch"), RichText.plain(deadline), _NOWHERE),),
        )
        for words, deadline in (
            ("Ban hành Kế hoạch kiểm tra công tác cải cách hành chính", "Quý I/2024"),
            ("Đo lường sự hài lòng của người dân về thủ tục hành chính", "Quý IV/2024"),
        )
    )  # fmt: skip
    section = DraftSection("", RichText.plain("CHỈ ĐẠO"), _NOWHERE, tasks)
    annex = AnnexDraft("", "", "", TaskNumbering.PER_SECTION, (section,), (), ())
    session.imports.write(session.imports.preview(annex, 2024))
    session.documents.add(ABOVE)
    session.documents.add(
        RegisteredDocument("Nghị quyết", "76", "NQ-CP", date(2021, 7, 15), "Chính phủ")
    )
    document_id = DocumentId(1)
    return session.demands.add_many(
        [
            Demand(document_id, kind, RichText.plain(words), place, milestone, deadline)
            for kind, words, place, milestone, deadline in (
                (
                    DemandKind.TARGET, "Mức độ hài lòng của người dân về thủ tục hành chính",
                    "I.1.a", 2025, "",
                ),
                (
                    DemandKind.TASK, "Ban hành kế hoạch kiểm tra cải cách hành chính", "II.1", 2030,
                    "Trước ngày 30/01/2024",
                ),
                (DemandKind.TASK, "Sắp xếp các đơn vị sự nghiệp công lập", "II.2", 2030, ""),
            )
        ]
    )  # fmt: skip


def open_dialog(owner: QWidget, kind: type[D]) -> D:
    """Return the dialog that is open below ``owner``."""
    return next(dialog for dialog in owner.findChildren(kind) if dialog.isVisible())
