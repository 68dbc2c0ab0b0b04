"""The dialogs of the text's place: how the paper is signed, a further part, what is drafted."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_text import Passage, PlanDocument, TextPartId, TextPartKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.form_dialog import FormDialog
from cchc_desktop.ui.letterhead_form import AUTHORITY_NAMES
from cchc_desktop.ui.panel_words import word_label
from cchc_desktop.ui.workspace import Workspace

_WIDTH = 540
_WITHOUT_BODY = (SigningAuthority.OWN, SigningAuthority.ACTING)


class PaperDialog(FormDialog):
    """Sets what the paper calls itself, whom it goes to, and who signs it."""

    def __init__(
        self,
        workspace: Workspace,
        document: PlanDocument,
        usual: Signer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, "Thể thức của kế hoạch", "Ghi thể thức")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._document = document
        self.type_name = QLineEdit(document.type_name, self)
        self.recipients = QPlainTextEdit("\n".join(document.recipients), self)
        self.recipients.setTabChangesFocus(True)
        self.recipients.setMinimumHeight(7 * self.fontMetrics().lineSpacing())
        self.recipients.setPlaceholderText("mỗi dòng một nơi nhận; để trống thì ghi như thường lệ")
        self.own_signer = QCheckBox("Người ký khác với thường lệ của cơ quan", self)
        self.own_signer.setChecked(document.signer is not None)
        signer = document.signer or usual
        self.authority = QComboBox(self)
        for authority, words in AUTHORITY_NAMES.items():
            self.authority.addItem(words, authority)
        self.authority.setCurrentIndex(self.authority.findData(signer.authority))
        self.body_name = QLineEdit(signer.body, self)
        self.head_position = QLineEdit(signer.head_position, self)
        self.position = QLineEdit(signer.position, self)
        self.signer_name = QLineEdit(signer.name, self)
        self.form.addRow("&Tên loại văn bản", self.type_name)
        self.form.addRow("Nơi &nhận", self.recipients)
        self.form.addRow("", self.own_signer)
        self.form.addRow("&Cách ký", self.authority)
        self.form.addRow("Thay &mặt, thay cho", self.body_name)
        self.form.addRow("Ký thay chức &vụ", self.head_position)
        self.form.addRow("Chức vụ n&gười ký", self.position)
        self.form.addRow("&Họ tên người ký", self.signer_name)
        self.own_signer.toggled.connect(self._fit)
        self.authority.activated.connect(self._fit)
        self._fit()

    def submit(self) -> None:
        """Override FormDialog.submit."""
        if not self.type_name.text().strip():
            self.show_problem("Hãy ghi tên loại văn bản, như Kế hoạch.", self.type_name)
            return
        self.yes_button.setEnabled(False)
        document = replace(
            self._document,
            type_name=self.type_name.text(),
            recipients=tuple(self.recipients.toPlainText().splitlines()),
            signer=self._signer() if self.own_signer.isChecked() else None,
        )
        self._workspace.mutate(
            lambda s: s.text.save_document(document), self.written, self.show_error
        )

    def _signer(self) -> Signer:
        authority = SigningAuthority(self.authority.currentData())
        has_head = authority is SigningAuthority.COLLECTIVE_DEPUTY
        return Signer(
            authority,
            body="" if authority in _WITHOUT_BODY else self.body_name.text().strip(),
            position=self.position.text().strip(),
            name=self.signer_name.text().strip(),
            head_position=self.head_position.text().strip() if has_head else "",
        )

    @Slot()
    def _fit(self) -> None:
        is_own = self.own_signer.isChecked()
        authority = SigningAuthority(self.authority.currentData())
        for field, is_needed in (
            (self.authority, True),
            (self.body_name, authority not in _WITHOUT_BODY),
            (self.head_position, authority is SigningAuthority.COLLECTIVE_DEPUTY),
            (self.position, True),
            (self.signer_name, True),
        ):
            self.form.setRowVisible(field, is_own and is_needed)


class PartDialog(FormDialog):
    """Asks what a further part is about, and adds it.

    Attributes:
        made: The part that was added, once it is.
    """

    def __init__(
        self,
        workspace: Workspace,
        plan_id: PlanId,
        kind: TextPartKind,
        parent: QWidget | None = None,
    ) -> None:
        is_annex = kind is TextPartKind.ANNEX
        title = "Thêm phụ lục lời văn" if is_annex else "Thêm quyết định ban hành"
        super().__init__(parent, title, "Thêm phụ lục" if is_annex else "Thêm quyết định", "Thôi")
        self.setMinimumWidth(_WIDTH)
        self._workspace = workspace
        self._plan_id = plan_id
        self._kind = kind
        self.made: TextPartId | None = None
        plan = workspace.plan
        usual = f"Ban hành Kế hoạch cải cách hành chính {_years(plan)}" if plan else ""
        self.title_field = QPlainTextEdit("" if is_annex else usual, self)
        self.title_field.setTabChangesFocus(True)
        self.title_field.setFixedHeight(4 * self.fontMetrics().lineSpacing())
        self.form.addRow("&Tên phụ lục" if is_annex else "&Trích yếu", self.title_field)
        words = (
            "Phụ lục nhiệm vụ được in từ bảng nhiệm vụ, không cần thêm ở đây."
            if is_annex
            else "Số, ký hiệu và ngày sẽ là của quyết định; kế hoạch ban hành kèm theo."
        )
        self.form.addRow(word_label(words, self, "muted"))

    def submit(self) -> None:
        """Override FormDialog.submit."""
        title = RichText.plain(self.title_field.toPlainText())
        if not title:
            self.show_problem("Hãy ghi tên của phần này.", self.title_field)
            return
        self.yes_button.setEnabled(False)
        plan_id, kind = self._plan_id, self._kind
        self._workspace.mutate(
            lambda s: s.text.add_part(plan_id, kind, title), self.written, self.show_error
        )


class DraftDialog(FormDialog):
    """Shows what is drafted for the agencies before it is put into the text."""

    def __init__(self, passages: tuple[Passage, ...], where: str, parent: QWidget) -> None:
        super().__init__(parent, "Soạn Tổ chức thực hiện", "Đưa vào kế hoạch", "Thôi")
        self.setMinimumWidth(680)
        self.words = QPlainTextEdit("\n\n".join(p.printed for p in passages), self)
        self.words.setReadOnly(True)
        self.words.setAccessibleName("Bản dự thảo theo phân công")
        self.words.setMinimumHeight(16 * self.fontMetrics().lineSpacing())
        self.form.addRow(
            word_label("Soạn từ phân công trong bảng nhiệm vụ; sửa được sau khi đưa vào.", self)
        )
        self.form.addRow(self.words)
        self.form.addRow(word_label(where, self, "muted"))


def _years(plan: object) -> str:
    first, last = getattr(plan, "year", 0), getattr(plan, "last_year", None)
    return f"giai đoạn {first} - {last}" if last else f"năm {first}"
