"""The rows of a table by task: what is laid out, merged and broken together."""

from cchc_desktop.documents.blocks import RowKind, Table, TableRow


def row_groups(table: Table) -> list[tuple[TableRow, ...]]:
    """Return the rows by task: a row together with its continuation rows."""
    groups: list[list[TableRow]] = []
    for row in table.rows:
        if (
            row.kind is RowKind.CONTINUATION
            and groups
            and groups[-1][0].kind is not RowKind.SECTION
        ):
            groups[-1].append(row)
        else:
            groups.append([row])
    return [tuple(group) for group in groups]
