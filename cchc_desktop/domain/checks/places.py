"""How the places of findings are called, and what stands there."""

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingPlace, PlanDetail
from cchc_desktop.domain.checks.outline import node_name, part_name


class FindingPlaces:
    """Names and words of places in one plan ("tên gọi các vị trí")."""

    def __init__(self, context: CheckContext) -> None:
        self._rows = {row.key: row for row in context.rows}
        self._parts = {tree.part.id: tree.part for tree in context.outlines}
        self._nodes = {node.passage.id: node for tree in context.outlines for node in tree.nodes}
        self._recipients = context.document.recipients if context.document else ()

    def row_name(self, place: FindingPlace) -> str:
        """Return "II.3", "II.3.a)" for a row of the annex, else ""."""
        row = self._rows.get(place.row) if place.row else None
        return row.place_name if row else ""

    def text_name(self, place: FindingPlace) -> str:
        """Return "Phần lời, II.3" for a place in the text, else ""."""
        if place.passage is not None:
            node = self._nodes.get(place.passage)
            if node is None:
                return ""
            names = [part_name(node.part), node_name(node)]
            if place.table_cell is not None:
                names.append(f"dòng {place.table_cell[0] + 1}")
            return ", ".join(names)
        part = self._parts.get(place.part) if place.part is not None else None
        return part_name(part) if part else ""

    def words(self, place: FindingPlace) -> str:
        """Return the words that stand at a place, "" where it is the plan's own detail."""
        if place.passage is not None:
            return self._passage_words(place)
        if place.field is PlanDetail.TEXT_TITLE:
            part = self._parts.get(place.part)
            return part.title.text if part else ""
        if place.field is PlanDetail.RECIPIENTS:
            return "\n".join(self._recipients)
        row = self._rows.get(place.row) if place.row else None
        if row is None:
            return ""
        column = place.field if isinstance(place.field, AnnexColumn) else AnnexColumn.CONTENT
        return row.cell(column).text

    def _passage_words(self, place: FindingPlace) -> str:
        node = self._nodes.get(place.passage)
        if node is None:
            return ""
        table = node.passage.table
        if table is None or place.table_cell is None:
            return node.text
        row, column = place.table_cell
        return table.rows[row][column].text
