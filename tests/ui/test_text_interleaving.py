"""Answers that come late, and changes from elsewhere, never take a word from who is typing."""
# ruff: noqa: F401, F811 - fixtures are found by their names

import random
from collections.abc import Callable
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.ui.jobs import Jobs, Lane
from tests.ui.test_text_clipboard import FROM_WORD, mime
from tests.ui.text_parts import (
    BODY,
    CTRL,
    DECISION,
    Desk,
    K,
    desk,
    lines,
    make_desk,
    part,
)


@pytest.fixture
def hold(jobs: Jobs) -> Callable[..., Callable[[], None]]:
    """Holds up the work of a lane until what is returned is called."""

    def begin(lane: Lane = Lane.DATA) -> Callable[[], None]:
        gate = Event()
        jobs.submit(lambda: gate.wait(30), lane=lane)
        return gate.set

    return begin


def save_elsewhere(desk: Desk, place: int, words: str) -> None:
    row = desk.text().parts[0].passages[place].id
    assert row
    desk.workspace.mutate(lambda s: s.text.save_passage(row, RichText.plain(words)))


def test_step_after_a_change_from_elsewhere_does_not_write_over_it(
    desk: Desk, hold: Callable[..., Callable[[], None]]
) -> None:
    row = desk.text().parts[0].passages[7].id
    assert row
    release = hold()
    desk.workspace.mutate(lambda s: s.text.save_passage(row, RichText.plain("Khác hẳn.")))
    desk.at(5)
    desk.key(Qt.Key.Key_Return)
    desk.type("Mới")
    release()
    kept = desk.kept()
    assert kept[6] == "c) Mới"
    assert kept[8] == "- Khác hẳn."
    assert desk.shown() == kept


def test_words_typed_into_an_empty_part_outlast_a_reading(
    make_desk: Callable[..., Desk],
) -> None:
    desk = make_desk(part(()))
    desk.at(0)
    desk.type("Can cu")
    body = desk.text().parts[0].id
    assert body
    desk.workspace.mutate(lambda s: s.text.set_part_title(body, RichText.plain("Khác")))
    desk.wait()
    assert desk.shown() == desk.kept() == ["Can cu"]


def test_space_typed_before_a_reading_still_parts_the_words(desk: Desk) -> None:
    desk.at(5)
    desk.type(" mot ")
    save_elsewhere(desk, 7, "Khác hẳn.")
    desk.wait()
    desk.type("hai")
    assert desk.kept()[5] == "b) Siết chặt kỷ luật. mot hai"


def test_space_typed_before_tab_still_parts_the_words(desk: Desk) -> None:
    desk.at(5)
    desk.type(" mot ")
    desk.key(Qt.Key.Key_Tab)
    desk.type("hai")
    assert desk.kept()[5] == "- Siết chặt kỷ luật. mot hai"


def test_row_number_given_again_by_the_file_names_the_new_passage(
    desk: Desk, hold: Callable[..., Callable[[], None]]
) -> None:
    desk.at(5)
    desk.key(Qt.Key.Key_Return)
    desk.type("mot")
    desk.keep()
    release = hold()
    for _ in range(2):
        desk.workspace.undo()
    desk.at(4)
    desk.key(Qt.Key.Key_Return)
    desk.type("hai")
    desk.at(7)
    desk.type(" ba")
    release()
    kept = desk.kept()
    assert desk.shown() == kept
    assert "b) hai" in kept
    assert any(line.endswith(" ba") for line in kept)


def test_words_of_a_part_left_before_they_were_read_back_are_shown_on_return(
    make_desk: Callable[..., Desk], hold: Callable[..., Callable[[], None]]
) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    decision, body = (one.id for one in desk.text().parts)
    assert decision
    assert body
    release = hold()
    desk.at(5)
    desk.type(" mot")
    desk.screen.writing.show_part(decision)
    desk.screen.writing.show_part(body)
    assert desk.shown()[5].endswith(" mot")
    desk.at(5)
    desk.type(" hai")
    release()
    assert desk.kept(1)[5].endswith(" mot hai")


def test_replacing_in_all_parts_keeps_words_not_yet_read_back(
    make_desk: Callable[..., Desk], hold: Callable[..., Callable[[], None]]
) -> None:
    desk = make_desk(part(DECISION, TextPartKind.DECISION), part(BODY))
    decision = desk.text().parts[0].id
    assert decision
    release = hold()
    desk.at(9)
    desk.type(" mot")
    desk.screen.writing.show_part(decision)
    bar = desk.screen.find_bar
    desk.screen.open_find_bar()
    bar.sought.setText("kế hoạch")
    bar.new_words.setText("KH")
    bar.replace_all()
    release()
    desk.wait()
    assert desk.kept(0) == ["Điều 1. Ban hành kèm theo Quyết định này KH."]
    assert desk.kept(1)[9] == "Các cơ quan triển khai KH này. mot"


def test_words_typed_while_another_plan_is_read_stay_with_their_own(
    desk: Desk, hold: Callable[..., Callable[[], None]], settle: Callable[[], None]
) -> None:
    first = desk.plan_id
    desk.workspace.mutate(lambda s: s.plans.create(2025))
    desk.wait()
    other = desk.plan_id
    desk.workspace.choose_plan(first)
    desk.wait()
    release = hold()
    desk.workspace.choose_plan(other)
    desk.at(5)
    desk.type(" Chen")
    release()
    desk.wait()
    assert desk.plan_id == other
    desk.workspace.choose_plan(first)
    desk.wait()
    assert desk.shown()[5].endswith(" Chen")
    assert desk.kept()[5].endswith(" Chen")


def test_place_closed_before_anything_was_answered_keeps_every_word(
    desk: Desk, hold: Callable[..., Callable[[], None]], settle: Callable[[], None]
) -> None:
    release = hold()
    desk.at(9)
    for number in range(3):
        desk.key(Qt.Key.Key_Return)
        desk.type(f"Doan {number}")
    desk.workspace.undo()
    desk.type("x")
    desk.screen.commit_editing()
    desk.screen.hide()
    release()
    settle()
    assert lines(desk.text().parts[0].passages)[10:12] == ["Doan 0", "Doan 1"]
    assert lines(desk.text().parts[0].passages)[12].endswith("x")


def test_pasted_passages_go_where_they_were_asked_for(
    desk: Desk, hold: Callable[..., Callable[[], None]]
) -> None:
    release = hold(Lane.PAPER)
    desk.at(5)
    QGuiApplication.clipboard().setMimeData(mime("x", FROM_WORD))
    desk.key(Qt.Key.Key_V, CTRL)
    desk.type(" sau")
    desk.select((6, 0), (6, 7))
    release()
    desk.wait()
    kept = desk.kept()
    assert kept[5] == "b) Siết chặt kỷ luật."
    assert kept[6] == "II. <b>MỤC TIÊU</b>"
    assert "sau" in kept[11]
    assert any(line.endswith("Yêu cầu") for line in kept)


def test_pasting_waits_for_a_word_in_the_making(
    desk: Desk, hold: Callable[..., Callable[[], None]]
) -> None:
    release = hold(Lane.PAPER)
    desk.at(5)
    QGuiApplication.clipboard().setMimeData(mime("x", FROM_WORD))
    desk.key(Qt.Key.Key_V, CTRL)
    desk.at(3)
    QApplication.sendEvent(desk.sheet, QInputMethodEvent("ươ", []))
    release()
    desk.wait()
    assert len(desk.shown()) == len(BODY)
    compose(desk, "ước")
    desk._qtbot.waitUntil(lambda: len(desk.shown()) > len(BODY))
    assert desk.kept()[3] == "1. Mục đíchước"


def test_word_in_the_making_lands_where_it_was_begun(desk: Desk) -> None:
    desk.at(5)
    QApplication.sendEvent(desk.sheet, QInputMethodEvent("ươ", []))
    save_elsewhere(desk, 7, "Khác hẳn.")
    desk.wait()
    compose(desk, "ước")
    assert desk.sheet.place == 5
    desk._qtbot.waitUntil(lambda: desk.shown()[7] == "- Khác hẳn.")
    kept = desk.kept()
    assert kept[5] == "b) Siết chặt kỷ luật.ước"
    assert kept[7] == "- Khác hẳn."


def compose(desk: Desk, words: str) -> None:
    done = QInputMethodEvent("", [])
    done.setCommitString(words)
    QApplication.sendEvent(desk.sheet, done)


@pytest.mark.parametrize("seed", range(12))
def test_whatever_comes_in_between_the_file_holds_what_is_shown(
    desk: Desk, jobs: Jobs, hold: Callable[..., Callable[[], None]], qtbot: QtBot, seed: int
) -> None:
    chance = random.Random(seed)
    typed: list[str] = []
    gates: list[Callable[[], None]] = []

    def write() -> None:
        word = f"w{len(typed)}z"
        typed.append(word)
        desk.at(chance.randrange(desk.sheet.document().blockCount()))
        if not desk.sheet.keys.is_in_table:
            desk.type(f" {word}")
        else:
            typed.pop()

    def enter() -> None:
        desk.at(chance.randrange(desk.sheet.document().blockCount()))
        desk.key(Qt.Key.Key_Return)

    def join() -> None:
        desk.at(chance.randrange(desk.sheet.document().blockCount()), 0)
        desk.key(Qt.Key.Key_Backspace)

    def shift() -> None:
        desk.at(chance.randrange(desk.sheet.document().blockCount()))
        desk.key(*chance.choice([(Qt.Key.Key_Tab,), (Qt.Key.Key_Backtab,), (Qt.Key.Key_3, CTRL)]))

    def put_in() -> None:
        desk.at(chance.randrange(desk.sheet.document().blockCount()))
        html = chance.choice(["", FROM_WORD])
        QGuiApplication.clipboard().setMimeData(mime("- dan\n- vao", html))
        desk.key(Qt.Key.Key_V, CTRL)

    def elsewhere() -> None:
        chosen = chance.random()

        def step(session: Any) -> Any:
            every = session.text.load(desk.plan_id).parts[0].passages
            ids = [p.id for p in every if p.kind is not K.TABLE]
            one = ids[int(chosen * len(ids))]
            words = next(p.text.words for p in every if p.id == one)
            return session.text.save_passage(one, words.joined(RichText.plain("khac"), " "))

        desk.workspace.mutate(step)

    def answer() -> None:
        if gates:
            gates.pop(0)()
        qtbot.wait(chance.randrange(12))

    def slow() -> None:
        gates.append(hold(chance.choice(list(Lane))))

    steps = [write] * 5 + [enter, enter, join, shift, put_in, elsewhere, answer, answer, slow]
    steps += [desk.screen.commit_editing]
    for _ in range(45):
        chance.choice(steps)()
    for gate in gates:
        gate()
    desk.wait()
    desk.keep()
    shown, kept = desk.shown(), lines(desk.text().parts[0].passages)
    assert shown == kept
    words = " ".join(kept)
    assert [word for word in typed if word not in words] == []
    # What the document says, block by block, is what the sheet believes it says.
    contents = desk.sheet.contents
    contents._read.clear()
    assert desk.shown() == shown
    for _ in range(3):
        desk.undo()
        assert desk.shown() == lines(desk.text().parts[0].passages)
