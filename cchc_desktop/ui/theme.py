"""The look: every colour of the program, once, for light and for dark, and its font's size.

Colours reach widgets through the palette and through ``current_tokens``; no colour is
written anywhere else.  All pairs of text and ground keep a contrast of at least 4.5:1.
"""

import re
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cchc_desktop.system.paths import resource


@dataclass(frozen=True)
class Tokens:
    """The colours of one theme, by what they are used for.

    A state has a strong colour for text and a soft one for the ground behind it.
    """

    background: QColor
    surface: QColor
    line: QColor
    text: QColor
    muted: QColor
    accent: QColor
    accent_soft: QColor
    on_accent: QColor
    section_row: QColor
    done: QColor
    done_soft: QColor
    soon: QColor
    soon_soft: QColor
    late: QColor
    late_soft: QColor
    waiting: QColor
    waiting_soft: QColor


def _tokens(**colours: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in colours.items()})


LIGHT = _tokens(
    background="#F6F7F9",
    surface="#FFFFFF",
    line="#DDE1E7",
    text="#1B1F24",
    muted="#626B77",
    accent="#1D5B9E",
    accent_soft="#E7F0FA",
    on_accent="#FFFFFF",
    section_row="#EEF2F7",
    done="#1E7A46",
    done_soft="#E4F4EA",
    soon="#8A5A00",
    soon_soft="#FDF3DC",
    late="#B3261E",
    late_soft="#FBEAE8",
    waiting="#5B6472",
    waiting_soft="#ECEFF3",
)

DARK = _tokens(
    background="#1B1E23",
    surface="#22262C",
    line="#363C45",
    text="#E6E9ED",
    muted="#9AA4B1",
    accent="#6EAEF0",
    accent_soft="#233549",
    on_accent="#10151B",
    section_row="#2A2F37",
    done="#86D3A6",
    done_soft="#20392B",
    soon="#EBC06D",
    soon_soft="#42371F",
    late="#F2A29B",
    late_soft="#452A29",
    waiting="#A7B1BE",
    waiting_soft="#30363F",
)


class ThemeChoice(StrEnum):
    """What an officer chooses: the computer's own theme, or one of the two."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


def apply_theme(choice: ThemeChoice) -> None:
    """Give the running application the chosen theme."""
    hints = QGuiApplication.styleHints()
    scheme = {
        ThemeChoice.SYSTEM: Qt.ColorScheme.Unknown,
        ThemeChoice.LIGHT: Qt.ColorScheme.Light,
        ThemeChoice.DARK: Qt.ColorScheme.Dark,
    }[choice]
    hints.setColorScheme(scheme)
    is_dark = (
        hints.colorScheme() is Qt.ColorScheme.Dark
        if choice is ThemeChoice.SYSTEM
        else choice is ThemeChoice.DARK
    )
    tokens = DARK if is_dark else LIGHT
    QGuiApplication.setPalette(_palette(tokens))
    application = QApplication.instance()
    if isinstance(application, QApplication):
        application.setStyleSheet(style_sheet(tokens))


def apply_font_percent(percent: int) -> None:
    """Give the running application the system's font at ``percent`` of its size."""
    font = QFont(_system_font())
    font.setPointSizeF(font.pointSizeF() * percent / 100)
    if QGuiApplication.font() == font:
        return
    QApplication.setFont(font)
    application = QApplication.instance()
    if isinstance(application, QApplication) and application.styleSheet():
        # Widgets that a style sheet has polished keep their font until they are polished anew.
        application.setStyleSheet(application.styleSheet())


def style_sheet(tokens: Tokens) -> str:
    """Return the style sheet of ``resources/styles`` with the tokens' colours."""
    values = {field.name: getattr(tokens, field.name).name() for field in fields(tokens)}
    # A style sheet takes a drawing only as a file, so there is one for each theme.
    theme = "dark" if tokens is DARK else "light"
    for drawing in ("chevron", "up", "check"):
        values[drawing] = resource("styles", f"{drawing}-{theme}.svg").as_posix()
    return re.sub(r"@(\w+)", lambda word: values[word[1]], _style_template())


@lru_cache(maxsize=1)
def _style_template() -> str:
    return resource("styles", "window.qss").read_text(encoding="utf-8")


@lru_cache(maxsize=1)
def _system_font() -> QFont:
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)


def current_tokens() -> Tokens:
    """Return the colours of the theme in force."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, colour in (
        (role.Window, tokens.background),
        (role.WindowText, tokens.text),
        (role.Base, tokens.surface),
        (role.AlternateBase, tokens.section_row),
        (role.Text, tokens.text),
        (role.PlaceholderText, tokens.muted),
        (role.Button, tokens.surface),
        (role.ButtonText, tokens.text),
        (role.BrightText, tokens.late),
        (role.Highlight, tokens.accent_soft),
        (role.HighlightedText, tokens.text),
        (role.Link, tokens.accent),
        (role.LinkVisited, tokens.accent),
        (role.ToolTipBase, tokens.surface),
        (role.ToolTipText, tokens.text),
        (role.Mid, tokens.line),
        (role.Midlight, tokens.line),
        (role.Dark, tokens.line),
        (role.Accent, tokens.accent),
    ):
        palette.setColor(target, colour)
    disabled = QPalette.ColorGroup.Disabled
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(disabled, target, tokens.muted)
    return palette
