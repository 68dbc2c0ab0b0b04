"""The panel beside the versions: all that is on record of the chosen one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from cchc_desktop.domain.plan_version import PlanVersion
from cchc_desktop.services.version_reading import VersionCheck
from cchc_desktop.services.version_sentences import VERSION_STATES, describe_check
from cchc_desktop.ui.date_field import format_day
from cchc_desktop.ui.panel_words import caption, word_label

_KILOBYTE = 1024


class VersionDetails(QFrame):
    """Shows a version: its paper, who issued it when and why, its fingerprint, signed copies."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("details")
        self.setAccessibleName("Chi tiết bản ban hành")
        self.setMinimumWidth(232)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)

    @property
    def text(self) -> str:
        """All words shown."""
        page = self._area.widget()
        return "\n".join(label.text() for label in page.findChildren(QLabel)) if page else ""

    def show_version(self, version: PlanVersion | None, check: VersionCheck | None) -> None:
        """Show another version, or none."""
        page = QWidget()
        page.setObjectName("detailsPage")
        column = QVBoxLayout(page)
        column.setContentsMargins(14, 10, 10, 14)
        column.setSpacing(4)
        for name, words in _lines(version, check):
            if name:
                column.addWidget(caption(name, page))
            style = "" if name else "heading"
            for line in words.split("\n"):
                label = word_label(line, page, style)
                label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                column.addWidget(label)
        column.addStretch()
        self._area.setWidget(page)
        page.setAutoFillBackground(False)


def _lines(version: PlanVersion | None, check: VersionCheck | None) -> list[tuple[str, str]]:
    if version is None:
        return [("", "Chưa có bản nào"), ("Khi ban hành", _ON_ISSUE)]
    lines = [
        ("", f"Bản {version.number} – số {version.full_symbol}"),
        ("Ngày ban hành", format_day(version.issued_on)),
        ("Cơ quan ban hành", version.issuer),
        ("Người ký", "\n".join(line for line in (*version.signing, version.signer) if line)),
        ("Tình trạng", VERSION_STATES[version.state]),
    ]
    if version.reason:
        lines.append(("Lý do điều chỉnh", version.reason))
    lines += [
        ("Ghi nhận", f"{version.made_at:%H:%M %d/%m/%Y}, {version.made_by}"),
        ("Tệp PDF", f"{-(-version.size // _KILOBYTE)} KB"),
        ("Dấu vân tay (SHA-256)", _spaced(version.fingerprint)),
    ]
    if check is not None:
        lines.append(("Kiểm tra toàn vẹn", describe_check(check)))
    lines += [
        ("Bản ký số", f"{signature.signer}, {signature.signed_at:%H:%M %d/%m/%Y}")
        for signature in version.signatures
    ]
    return lines


_ON_ISSUE = (
    "Chương trình ghi số, ngày, người ký vào văn bản, lưu nguyên bản PDF kèm dấu vân tay "
    "và khóa nội dung. Muốn thay đổi sau đó thì lập bản điều chỉnh."
)


def _spaced(fingerprint: str) -> str:
    """Return a fingerprint in groups, so that it wraps and can be read out."""
    return " ".join(fingerprint[i : i + 8] for i in range(0, len(fingerprint), 8))
