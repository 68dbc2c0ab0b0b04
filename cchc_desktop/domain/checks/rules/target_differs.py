"""One target with two numbers: in the text and in the annex, or twice in the text.

Example: "80% hồ sơ công việc cấp huyện được xử lý trên môi trường mạng" among the targets and "85%
hồ sơ công việc cấp huyện được xử lý trên môi trường mạng" among the tasks.  Targets for two
milestones ("đến năm 2025", "đến năm 2030") may differ.
Source: practice; nobody can report on a target that is set twice.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.context import Cell, CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.targets import Target, targets, years_of

_Key = tuple[str, frozenset[str]]


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield the later place of each target that has another number than the first."""
    if not context.text:
        return
    places: dict[_Key, dict[object, list[tuple[Cell, Target]]]] = {}
    for cell in context.cells:
        for target in targets(cell.text):
            years = target.years | _years_above(cell)
            for key in target.keys:
                owners = places.setdefault((key, years), {})
                owners.setdefault(_owner(cell), []).append((cell, target))
    reported: set[tuple[int, object]] = set()
    for owners in places.values():
        first, *others = owners.values()
        values = {target.value for _, target in first}
        for same in others:
            cell, target = same[0]
            # A task may come to the year's number by steps: "Quý II: 60%", "Quý IV: 75%".
            if values & {x.value for _, x in same} or (id(cell), target.span) in reported:
                continue
            reported.add((id(cell), target.span))
            known_cell, known = first[0]
            yield cell_hit(cell, target.span, other=known_cell.text[slice(*known.span)])


def _owner(cell: Cell) -> object:
    """Return what a target is set by: a task as a whole, else the place itself."""
    task = cell.row.task if cell.row else None
    return ("task", task.id) if task else id(cell)


def _years_above(cell: Cell) -> frozenset[str]:
    """Return the years that the headings over a passage set its target for."""
    if cell.node is None:
        return frozenset()
    return frozenset().union(*(years_of(node.text) for node in cell.node.above))


CHECK = Check(
    "target_differs",
    FindingSeverity.WARNING,
    "Thông lệ: mỗi chỉ tiêu một con số trong cả kế hoạch",
    find,
)
