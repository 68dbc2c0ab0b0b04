"""The guided set-up: what is typed is what is printed, and how a paper is signed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.office import OfficeLevel, SigningAuthority
from cchc_desktop.ui.setup_dialog import SetupDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> SetupDialog:
    shown = SetupDialog()
    qtbot.addWidget(shown)
    shown.show()
    return shown


def type_words(field: QLineEdit, words: str) -> None:
    """Type as a Vietnamese input method does: by committing whole words."""
    event = QInputMethodEvent()
    event.setCommitString(words)
    QApplication.sendEvent(field, event)


def choose(dialog: SetupDialog, authority: SigningAuthority) -> None:
    box = dialog.fields.authority
    box.setCurrentIndex(box.findData(authority))
    box.activated.emit(box.currentIndex())


def test_the_place_follows_the_name_until_another_is_written(dialog: SetupDialog) -> None:
    fields = dialog.fields
    type_words(fields.name, "Ủy ban nhân dân huyện Sông Trà")
    assert fields.place.text() == "Sông Trà"

    fields.place.setText("Bến Sông")
    type_words(fields.name, " Giang")
    assert fields.place.text() == "Bến Sông"


def test_the_preview_shows_at_once_what_will_be_printed(dialog: SetupDialog) -> None:
    type_words(dialog.fields.parent_name, "Ủy ban nhân dân tỉnh Thạch Hà")
    type_words(dialog.fields.name, "Ủy ban nhân dân huyện Sông Trà")
    choose(dialog, SigningAuthority.COLLECTIVE_DEPUTY)
    dialog.fields.position.setText("Phó Chủ tịch")
    dialog.fields.signer_name.setText("Họ Tên Người Ký")

    assert dialog.preview.lines == (
        "ỦY BAN NHÂN DÂN TỈNH THẠCH HÀ",
        "ỦY BAN NHÂN DÂN HUYỆN SÔNG TRÀ",
        "TM. ỦY BAN NHÂN DÂN",
        "KT. CHỦ TỊCH",
        "PHÓ CHỦ TỊCH",
        "Họ Tên Người Ký",
    )


@pytest.mark.parametrize(
    ("authority", "lines"),
    [
        (SigningAuthority.COLLECTIVE, ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")),
        (SigningAuthority.DEPUTY, ("KT. CHỦ TỊCH", "CHỦ TỊCH")),
        (SigningAuthority.ORDER, ("TL. CHỦ TỊCH", "CHỦ TỊCH")),
        (SigningAuthority.DELEGATED, ("TUQ. CHỦ TỊCH", "CHỦ TỊCH")),
        (SigningAuthority.ACTING, ("Q. CHỦ TỊCH",)),
        (SigningAuthority.OWN, ("CHỦ TỊCH",)),
    ],
)
def test_each_way_of_signing_gives_its_lines(
    dialog: SetupDialog, authority: SigningAuthority, lines: tuple[str, ...]
) -> None:
    choose(dialog, authority)

    assert dialog.setup.letterhead.signer.title_lines == lines


def test_only_the_fields_that_the_way_of_signing_needs_are_shown(dialog: SetupDialog) -> None:
    choose(dialog, SigningAuthority.OWN)
    assert dialog.fields.body.isHidden()
    assert dialog.fields.head_position.isHidden()

    choose(dialog, SigningAuthority.COLLECTIVE_DEPUTY)
    assert not dialog.fields.body.isHidden()
    assert not dialog.fields.head_position.isHidden()


def test_without_a_name_the_dialog_stays_and_says_why(qtbot: QtBot, dialog: SetupDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.isVisible()
    assert "tên cơ quan" in dialog.problem


def test_the_level_chosen_is_in_the_answer(dialog: SetupDialog) -> None:
    dialog.level.setCurrentIndex(dialog.level.findData(OfficeLevel.COMMUNE))
    dialog.level.activated.emit(dialog.level.currentIndex())

    assert dialog.setup.level is OfficeLevel.COMMUNE
    assert "xã" in dialog.fields.name.placeholderText()


@pytest.mark.parametrize(
    ("name", "authority", "position"),
    [
        ("Ủy ban nhân dân huyện Sông Trà", SigningAuthority.COLLECTIVE, "Chủ tịch"),
        ("Phòng Nội vụ huyện Sông Trà", SigningAuthority.OWN, "Trưởng phòng"),
        ("Sở Nội vụ tỉnh Thạch Hà", SigningAuthority.OWN, "Thủ trưởng"),
    ],
)
def test_the_name_proposes_how_such_a_body_signs(
    dialog: SetupDialog, name: str, authority: SigningAuthority, position: str
) -> None:
    type_words(dialog.fields.name, name)
    dialog.fields.name.editingFinished.emit()

    signer = dialog.setup.letterhead.signer
    assert (signer.authority, signer.position) == (authority, position)


def test_a_signer_given_by_hand_is_kept_when_the_name_is_given(dialog: SetupDialog) -> None:
    dialog.fields.position.setText("Quyền Trưởng ban")
    type_words(dialog.fields.name, "Phòng Nội vụ huyện Sông Trà")
    dialog.fields.name.editingFinished.emit()

    assert dialog.setup.letterhead.signer.position == "Quyền Trưởng ban"
