"""Taking several documents into the register: from the shipped list, or cited in a plan."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLabel, QWidget

from cchc_desktop.domain.changes import ChangeSet
from cchc_desktop.domain.legal_documents import CommonDocument
from cchc_desktop.domain.registered_document import RegisteredDocument
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.services.session import Session
from cchc_desktop.ui.document_ticks import TickModel
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.import_cells import Cell
from cchc_desktop.ui.import_list import ImportList
from cchc_desktop.ui.workspace import Workspace

_WIDTH, _HEIGHT = 860, 420
Step = Callable[[Session, tuple[int, ...]], ChangeSet]


class DocumentTickDialog(FormDialog):
    """Lists documents with ticks; what is ticked is entered in one step."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        hint: str,
        rows: Sequence[tuple[str, str]],
        step: Step,
        parent: QWidget,
    ) -> None:
        """Make the dialog.

        Args:
            workspace: Where it is written.
            title: What is taken.
            hint: What the list holds.
            rows: Each document in full, and what stands in passing beside it.
            step: Enters the ticked rows.
            parent: The owner.
        """
        super().__init__(parent, title, "Thêm vào sổ")
        self.resize(_WIDTH, _HEIGHT)
        self._workspace = workspace
        self._step = step
        words = QLabel(hint, self)
        words.setObjectName("muted")
        words.setWordWrap(True)
        self.model = TickModel(("Văn bản", "Nguồn, ghi chú"), self)
        self.list = ImportList((5, 0.64, 0.36), self)
        self.list.setObjectName("framed")
        self.list.setAccessibleName(title)
        self.list.setModel(self.model)
        self.list.set_empty_sentence("Sổ đã có đủ các văn bản này.")
        self.body.addWidget(words)
        self.body.addWidget(self.list, 1)
        self.model.ticked_changed.connect(self._on_ticked)
        self.model.show_rows(
            [
                (Cell(RichText.plain(full)), Cell(RichText.plain(note), is_muted=True))
                for full, note in rows
            ]
        )
        self.list.select_first()
        self.list.setFocus()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        rows = self.model.ticked
        if not rows:
            self.show_problem("Hãy đánh dấu văn bản cần thêm (phím cách).", self.list)
            return
        self.yes_button.setEnabled(False)
        step = self._step
        self._workspace.mutate(lambda s: step(s, rows), self.written, self.show_error)

    @Slot()
    def _on_ticked(self) -> None:
        count = len(self.model.ticked)
        self.yes_button.setText(f"Thêm {count} văn bản vào sổ" if count else "Thêm vào sổ")


def common_dialog(
    workspace: Workspace, items: Sequence[CommonDocument], parent: QWidget
) -> DocumentTickDialog:
    """Return the dialog for documents of the shipped list."""
    names = {item.id: item.document.short_citation for item in items}
    rows = []
    for item in items:
        replaced = f"Thay bằng {names[item.replaced_by]}. " if item.replaced_by else ""
        rows.append((item.document.full_citation, f"{replaced}{item.source}"))
    return DocumentTickDialog(
        workspace,
        "Lấy từ văn bản thường dùng",
        "Chỗ chưa có nguồn chắc chắn (ngày, trích yếu) được để trống; hãy ghi bổ sung sau khi thêm."
        " Văn bản thay thế được thêm cùng.",
        rows,
        lambda session, chosen: session.documents.add_common([items[n].id for n in chosen]),
        parent,
    )


def cited_dialog(
    workspace: Workspace, cited: Sequence[RegisteredDocument], term: str, parent: QWidget
) -> DocumentTickDialog:
    """Return the dialog for documents that a plan cites and the register lacks."""
    dialog = DocumentTickDialog(
        workspace,
        "Lấy từ kế hoạch",
        f"Văn bản được dẫn trong kế hoạch {term} mà sổ chưa có.",
        [(document.full_citation, _missing(document)) for document in cited],
        lambda session, chosen: session.documents.add_many([cited[n] for n in chosen]),
        parent,
    )
    dialog.model.tick_all(is_on=True)
    return dialog


def _missing(document: RegisteredDocument) -> str:
    blanks = [
        name
        for name, value in (
            ("ngày", document.issued_on),
            ("cơ quan ban hành", document.issuer or document.is_named_by_name),
            ("trích yếu", document.subject),
        )
        if not value
    ]
    return f"Kế hoạch không ghi {', '.join(blanks)}" if blanks else ""
