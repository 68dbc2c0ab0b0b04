"""Blocks of marks as text, to and from the clipboard."""

from cchc_desktop.domain.agency import Role
from cchc_desktop.domain.assignment_matrix import LETTERS

Block = tuple[tuple[Role | None, ...], ...]

_ROLES = {
    "": None,
    "-": None,
    "c": Role.LEAD,
    "ct": Role.LEAD,
    "chủ trì": Role.LEAD,
    "p": Role.COOPERATING,
    "ph": Role.COOPERATING,
    "phối hợp": Role.COOPERATING,
}
"""What a cell may say in a table from elsewhere."""


def block_text(block: Block) -> str:
    """Return a block as tabbed lines that Excel takes."""
    lines = ("\t".join(LETTERS[role] if role else "" for role in row) for row in block)
    return "".join(f"{line}\r\n" for line in lines)


def read_block(text: str) -> tuple[Block, int]:
    """Return the marks in tabbed lines, and how many cells say something else."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and not lines[-1]:
        lines.pop()
    cells = [[cell.strip().casefold() for cell in line.split("\t")] for line in lines]
    unread = sum(cell not in _ROLES for row in cells for cell in row)
    return tuple(tuple(_ROLES.get(cell) for cell in row) for row in cells), unread
