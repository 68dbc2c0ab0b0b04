"""Choosing a document to cite."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.registered_document import DocumentId
from cchc_desktop.ui.citation_dialog import CitationDialog
from cchc_desktop.ui.document_dialog import DocumentDialog
from cchc_desktop.ui.workspace import Workspace
from tests.ui.document_parts import fill, open_dialog

Settle = Callable[[], None]


@pytest.fixture
def dialog(workspace: Workspace, qtbot: QtBot, settle: Settle) -> CitationDialog:
    workspace.mutate(fill)
    settle()
    dialog = CitationDialog(workspace, None)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def test_typing_without_marks_finds_and_enter_chooses(dialog: CitationDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(dialog.search, "nghi quyet chinh phu")
    assert dialog.list.count() == 1
    qtbot.keyClick(dialog.search, Qt.Key.Key_Return)

    assert dialog.result() == CitationDialog.DialogCode.Accepted
    assert dialog.chosen == 2


def test_arrow_keys_move_in_the_list_while_typing(dialog: CitationDialog, qtbot: QtBot) -> None:
    assert dialog.chosen == 2
    qtbot.keyClick(dialog.search, Qt.Key.Key_Down)

    assert dialog.chosen == 1


def test_document_added_inside_is_chosen(
    dialog: CitationDialog, qtbot: QtBot, settle: Settle
) -> None:
    dialog.search.setText("không có")
    assert not dialog.choose_button.isEnabled()
    dialog.add_button.click()
    form = open_dialog(dialog, DocumentDialog)
    form.symbol.setText("30/2020/NĐ-CP")
    form.type_name.setCurrentText("Nghị định")
    form.yes_button.click()
    settle()

    assert dialog.chosen == 3
    assert "Nghị định số 30/2020/NĐ-CP" in dialog.list.currentItem().text()


def test_replaced_document_warns_by_what(
    dialog: CitationDialog, workspace: Workspace, settle: Settle
) -> None:
    old, new = DocumentId(1), DocumentId(2)
    workspace.mutate(lambda s: s.documents.replace(old, new, date(2024, 1, 1)))
    settle()
    dialog.list.setCurrentRow(1)

    assert dialog.note.text() == "Chú ý: văn bản này đã được thay bằng Nghị quyết số 76/NQ-CP."


def test_asking_gives_the_document_or_nothing(
    workspace: Workspace, qtbot: QtBot, settle: Settle
) -> None:
    workspace.mutate(fill)
    settle()
    owner = QWidget()
    qtbot.addWidget(owner)
    owner.show()

    def answer() -> None:
        open_dialog(owner, CitationDialog).reject()

    QTimer.singleShot(100, answer)

    assert CitationDialog.ask(workspace, owner) is None
    settle()
