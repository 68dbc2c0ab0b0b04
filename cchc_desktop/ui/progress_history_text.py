"""One change of a value, as the details tell it."""

from cchc_desktop.services.progress_history import ValueChange
from cchc_desktop.ui.progress_values import field_name, value_text

_LONGEST_VALUE = 80

_MOST_CHANGES = 12


def history_text(change: ValueChange) -> str:
    """Return one change of a value in a line: when, who, before and after."""
    moment = change.made_at
    when = f"{moment:%d/%m %H:%M}"
    who = f" · {change.made_by}" if change.made_by else ""
    before, after = _shown(value_text(change.before)), _shown(value_text(change.after))
    return f"{when}{who} · {field_name(change.field)}: {before} → {after}"


def _shown(text: str) -> str:
    text = text.replace("\n", " ")
    if not text:
        return "(trống)"
    return f"“{text[: _LONGEST_VALUE - 1]}…”" if len(text) > _LONGEST_VALUE else f"“{text}”"


def history_lines(changes: tuple[ValueChange, ...]) -> list[tuple[str, str]]:
    """Return the latest changes, each line with the name of its style."""
    lines = [(history_text(change), "history") for change in changes[:_MOST_CHANGES]]
    more = len(changes) - _MOST_CHANGES
    if more > 0:
        lines.append((f"… và {more} lần sửa trước đó, xem ở Nhật ký.", "muted"))
    return lines
