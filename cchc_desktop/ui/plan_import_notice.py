"""The screen for whole documents while there is none: what to do first, or an error."""

from PySide6.QtWidgets import QWidget

from cchc_desktop.ui.import_notice import ImportNotice


class PlanImportNotice(ImportNotice):
    """Says what belongs here, and offers to choose a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.leave_button.setToolTip("Về màn hình trước (Esc)")

    def show_start(self) -> None:
        """Say what belongs here."""
        self._say(
            "Chọn tệp văn bản kế hoạch để nhập",
            "",
            "Nhận tệp Word (.docx) hoặc văn bản (.txt) của cả kế hoạch: thể thức, phần lời, "
            "nơi nhận, chữ ký, phụ lục. Có thể kéo thả tệp vào đây. "
            "Chưa có gì được ghi cho tới khi xem xong và bấm nút ghi.",
        )
        self._offer(is_reading=False)

    def _offer(self, *, is_reading: bool) -> None:
        super()._offer(is_reading=is_reading)
        self.paste_button.hide()
