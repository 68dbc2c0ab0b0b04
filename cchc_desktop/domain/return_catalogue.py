"""The columns and words of the returns' workbook, read from the data file that ships."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from cchc_desktop.domain.agency_return import ReturnField
from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.progress import Statement
from cchc_desktop.domain.vietnamese import fold

READ_ONLY_COLUMNS = ("number", "content", "product", "deadline", "before")
_LONGEST_IN_EXCEL = 32_000
_LONGEST_HEADING = 60
_PUNCTUATION = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class ReturnColumn:
    """One column of the workbook ("cột của biểu báo cáo").

    Attributes:
        code: One of ``READ_ONLY_COLUMNS``, or a field's value.
        prompt: Shown beside the cell while it is filled in; "" for none.
        message: Said when a value does not fit; "" for none.
        longest: The most characters a text may have.
    """

    code: str
    heading: str
    width_mm: float
    prompt: str = ""
    message: str = ""
    longest: int = _LONGEST_IN_EXCEL

    @property
    def field(self) -> ReturnField | None:
        """What the agency fills in here, or None."""
        return None if self.code in READ_ONLY_COLUMNS else ReturnField(self.code)


@dataclass(frozen=True)
class ReturnCatalogue:
    """All that the workbook is written with ("mẫu biểu báo cáo của đơn vị").

    Attributes:
        source: What the columns follow.
        texts: The single lines, by their name in the data file.
        sheets: The names of the sheets, by what they hold.
        error_headings: Of the sheet that lists what is to be corrected.
        columns: In the order of the sheet.
        statements: What is chosen from, in the order of the list.
        guide: The instructions.
    """

    source: str
    texts: Mapping[str, str]
    sheets: Mapping[str, str]
    error_headings: tuple[str, ...]
    columns: tuple[ReturnColumn, ...]
    statements: Mapping[Statement, str]
    words: Mapping[str, Statement]
    guide: tuple[str, ...]
    _by_heading: dict[str, ReturnColumn] = field(init=False, repr=False, compare=False)
    _by_code: dict[str, ReturnColumn] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_heading = {_word_key(column.heading): column for column in self.columns}
        object.__setattr__(self, "_by_heading", by_heading)
        object.__setattr__(self, "_by_code", {column.code: column for column in self.columns})

    def statement_of(self, text: str) -> Statement | None:
        """Return what a word says, whatever its case, marks and punctuation; or None."""
        return self.words.get(_word_key(text))

    def column(self, of: ReturnField) -> ReturnColumn:
        """Return the column of a field."""
        return self._by_code[of.value]

    def column_by_heading(self, heading: str) -> ReturnColumn | None:
        """Return the column with this heading, whatever its case and punctuation; or None."""
        return self._by_heading.get(_word_key(heading)) if len(heading) < _LONGEST_HEADING else None


_TEXTS = (
    "title", "period_line", "agency_line", "receiver_line", "receiver_line_through", "due_line",
    "empty_line", "signer", "signer_hint", "preparer", "file_name",
)  # fmt: skip
_SHEETS = ("tasks", "cooperation", "guide", "errors")


def parse_return_catalogue(values: Mapping[str, object], source: str) -> ReturnCatalogue:
    """Return the checked catalogue.

    Raises:
        CatalogueDamaged: The data do not hold.
    """
    table = Table(values, source)
    table.allow(
        "version", "source", "sheets", "cooperation", "errors", "column", "statement", "guide",
        *_TEXTS,
    )  # fmt: skip
    texts = {name: table.text(name) for name in _TEXTS}
    sheets, cooperation = table.table("sheets"), table.table("cooperation")
    errors, guide = table.table("errors"), table.table("guide")
    cooperation.allow("title", "note", "lead")
    errors.allow("title", "note", "headings")
    guide.allow("title", "lines")
    texts["cooperation_title"] = cooperation.text("title")
    texts["cooperation_lead"] = cooperation.text("lead")
    texts["cooperation_note"] = cooperation.text("note")
    texts["errors_title"], texts["errors_note"] = errors.text("title"), errors.text("note")
    texts["guide_title"] = guide.text("title")
    sheets.allow(*_SHEETS)
    headings = errors.texts("headings")
    if len(headings) != 5:
        errors.refuse("headings are not five")
    labels, words = _statements(table)
    return ReturnCatalogue(
        source=table.text("source"),
        texts=texts,
        sheets={name: sheets.text(name) for name in _SHEETS},
        error_headings=headings,
        columns=_columns(table),
        statements=labels,
        words=words,
        guide=guide.texts("lines"),
    )


def _columns(table: Table) -> tuple[ReturnColumn, ...]:
    wanted = {*READ_ONLY_COLUMNS, *(field.value for field in ReturnField)}
    columns: list[ReturnColumn] = []
    for entry in table.tables("column"):
        entry.allow("code", "heading", "width_mm", "prompt", "message", "longest")
        code = entry.text("code")
        if code not in wanted:
            entry.refuse(f"code is unknown or repeated: {code}")
        wanted.remove(code)
        longest = entry.number("longest") if entry.has("longest") else _LONGEST_IN_EXCEL
        if not 0 < longest <= _LONGEST_IN_EXCEL:
            entry.refuse("longest is out of range")
        width = entry.number("width_mm")
        if width <= 0:
            entry.refuse("width_mm is not positive")
        heading = entry.text("heading")
        if any(_word_key(heading) == _word_key(c.heading) for c in columns):
            entry.refuse(f"heading is repeated: {heading}")
        columns.append(
            ReturnColumn(
                code, heading, width, entry.text("prompt", ""), entry.text("message", ""), longest
            )
        )
    if wanted:
        table.refuse(f"columns are missing: {', '.join(sorted(wanted))}")
    return tuple(columns)


def _statements(table: Table) -> tuple[dict[Statement, str], dict[str, Statement]]:
    labels: dict[Statement, str] = {}
    words: dict[str, Statement] = {}
    for entry in table.tables("statement"):
        entry.allow("code", "label", "synonyms")
        statement = entry.choice("code", Statement)
        labels[statement] = entry.text("label")
        for word in (labels[statement], *entry.texts("synonyms")):
            if words.setdefault(_word_key(word), statement) is not statement:
                entry.refuse(f"word has two meanings: {word}")
    if set(labels) != set(Statement):
        table.refuse("statements are missing")
    return labels, words


def _word_key(text: str) -> str:
    return _PUNCTUATION.sub(" ", fold(text)).strip()
