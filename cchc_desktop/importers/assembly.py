"""Puts the rows of an annex together: sections, tasks, sub-tasks, deliverables.

Every cell given in ends in a builder or in the list of problems; nothing is let go.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cchc_desktop.domain.annex_draft import AnnexColumn, DraftSection
from cchc_desktop.domain.problem import Problem, Severity
from cchc_desktop.domain.rich_text import EMPTY, RichText, Run
from cchc_desktop.importers.building import ASSIGNMENTS, SectionBuilder, TaskBuilder, Wording
from cchc_desktop.importers.fragments import SURE, fragment_score
from cchc_desktop.importers.headings import HeadingVocabulary
from cchc_desktop.importers.number_checks import check_numbers
from cchc_desktop.importers.problem_codes import ProblemCode
from cchc_desktop.importers.row_number import (
    Level,
    RowNumber,
    read_item_start,
    read_number,
    read_section_start,
    without_continuation_mark,
)
from cchc_desktop.importers.row_reading import AnnexLine

_NUMBER, _CONTENT = AnnexColumn.NUMBER, AnnexColumn.CONTENT
_PRODUCT, _DEADLINE = AnnexColumn.PRODUCT, AnnexColumn.DEADLINE


def assemble(
    lines: Iterable[AnnexLine], vocabulary: HeadingVocabulary, problems: list[Problem]
) -> tuple[SectionBuilder, ...]:
    """Return the sections that ``lines`` make; what is doubtful goes to ``problems``."""
    rows = tuple(lines)
    assembler = _Assembler(rows, vocabulary, problems)
    for line in rows:
        assembler.add(line)
    return assembler.finish()


def finished(sections: Sequence[SectionBuilder]) -> tuple[DraftSection, ...]:
    """Return the sections as drafts."""
    return tuple(section.finished() for section in sections)


class _Assembler:
    """Takes rows one by one and knows where the next one may belong."""

    def __init__(
        self, lines: Sequence[AnnexLine], vocabulary: HeadingVocabulary, problems: list[Problem]
    ) -> None:
        self._vocabulary = vocabulary
        self._problems = problems
        self._sections: list[SectionBuilder] = []
        self._task: TaskBuilder | None = None
        self._item: TaskBuilder | None = None
        self._has_ended = False
        numbers = [read_number(line.text(_NUMBER).text) for line in lines]
        self._has_numbers = any(n and n.level in {Level.TASK, Level.SUBTASK} for n in numbers)
        self._romans_are_tasks = not self._has_numbers and _mostly_work(lines, numbers)

    def add(self, line: AnnexLine) -> None:
        """Put one row where it belongs."""
        if not line.text(_NUMBER) and self._is_outside(line):
            return
        number, content = self._numbered(line)
        if self._has_ended:
            if number is None or not content or number.level is Level.BULLET:
                self._say(ProblemCode.ROW_BELOW_TABLE, Severity.CHECK, line)
                return
            self._has_ended = False
        if number is None:
            self._add_unnumbered(line)
        elif self._goes_on(line, number):
            self._add_to_item(line)
        elif line.has_only(_NUMBER) and not content and not line.merged.get(_CONTENT):
            self._drop(line, ProblemCode.NUMBER_LEFT_OUT)
        else:
            self._add_numbered(line, number, content)

    def finish(self) -> tuple[SectionBuilder, ...]:
        """Return the sections, after looking at them as a whole."""
        has_titles = any(section.number or section.title for section in self._sections)
        for section in self._sections:
            if has_titles and not section.number and not section.title:
                self._report(ProblemCode.TASKS_WITHOUT_SECTION, section)
            if not section.tasks:
                self._report(
                    ProblemCode.SECTION_WITHOUT_TASKS, section, number=section.source_number
                )
        self._problems += check_numbers(self._sections)
        return tuple(self._sections)

    def _numbered(self, line: AnnexLine) -> tuple[RowNumber | None, RichText]:
        """Return the row's number, from its STT or from the start of its content."""
        stt, content = line.text(_NUMBER), line.whole(_CONTENT)
        if stt:
            number = read_number(stt.text)
            if number is None and (whole := without_continuation_mark(stt.text)):
                marked = read_number(whole)
                number = replace(marked, text=stt.text) if marked else None
            if number:
                if number.level is Level.SECTION and self._romans_are_tasks:
                    number = RowNumber(number.text, Level.TASK, number.position)
                return number, content
            section = read_section_start(stt.text) or read_item_start(stt.text)
            if section and not content:
                return section, _after(stt, section)
            return RowNumber(stt.text, Level.TASK), content
        if line.has_only(_CONTENT) and (section := read_section_start(content.text)):
            return section, _after(content, section)
        item = read_item_start(line.text(_CONTENT).text)
        if item and (item.level is Level.SUBTASK or not self._has_numbers):
            return item, _after(content, item)
        return None, content

    def _add_numbered(self, line: AnnexLine, number: RowNumber, content: RichText) -> None:
        if number.level is Level.SECTION:
            self._begin_section(line, number, content)
        elif number.level is Level.TASK or not self._sections_tasks():
            if number.position is None and number.level is Level.TASK:
                self._say(ProblemCode.NUMBER_UNKNOWN, Severity.CHECK, line, number=number.text)
            self._begin_task(line, number, content)
        elif number.level is Level.SUBTASK:
            self._begin_subtask(line, number, content)
        else:
            self._begin_deeper(line, number, content)

    def _sections_tasks(self) -> list[TaskBuilder]:
        return self._sections[-1].tasks if self._sections else []

    def _begin_section(self, line: AnnexLine, number: RowNumber | None, content: RichText) -> None:
        self._sections.append(SectionBuilder(number, Wording(content), line.place))
        self._task = self._item = None
        for column, text in line.cells.items():
            if column not in {_NUMBER, _CONTENT}:
                self._problems.append(
                    Problem(
                        ProblemCode.SECTION_CELL_LEFT_OUT, Severity.DROPPED,
                        line.place_of(column), text.text, {"column": column.value},
                    )
                )  # fmt: skip

    def _begin_task(self, line: AnnexLine, number: RowNumber | None, content: RichText) -> None:
        if not self._sections:
            self._sections.append(SectionBuilder(None, Wording(EMPTY), line.place))
        task = TaskBuilder.begin(line, number, content)
        if number and number.level is not Level.TASK:
            task.promoted_from = "decimal" if number.parent else number.level.value
            if not self._is_of_section(number):
                self._say(
                    ProblemCode.SUBTASK_WITHOUT_TASK, Severity.CHECK, line, number=number.text
                )
        if not content:
            self._say(
                ProblemCode.TASK_WITHOUT_CONTENT, Severity.CHECK, line,
                number=task.source_number,
            )  # fmt: skip
        self._sections[-1].tasks.append(task)
        self._task = self._item = task

    def _is_of_section(self, number: RowNumber) -> bool:
        """Tell whether "2.1" is the first task of section II, not a sub-task gone astray."""
        section = self._sections[-1].number
        return bool(section and number.parent and number.parent == str(section.position))

    def _begin_subtask(self, line: AnnexLine, number: RowNumber, content: RichText) -> None:
        task = self._task
        kind = "decimal" if number.parent else number.level.value
        if task is None or task.promoted_from == kind:
            self._begin_task(line, number, content)
            return
        self._append_subtask(task, line, number, content)

    def _begin_deeper(self, line: AnnexLine, number: RowNumber, content: RichText) -> None:
        """Keep "-" under a task as its sub-task; what is lower still is said."""
        task, item = self._task, self._item
        if task is None or item is None:
            self._begin_task(line, number, content)
            return
        above = item.number
        is_below_subtask = item is not task and (
            number.level is Level.DEEPER
            or above is None
            or above.level not in {Level.BULLET, Level.DEEPER}
        )
        if is_below_subtask or number.level is Level.DEEPER:
            self._say(ProblemCode.LEVEL_TOO_DEEP, Severity.CHECK, line, number=number.text)
        if is_below_subtask and line.has_only(_NUMBER, _CONTENT):
            item.content.add(RichText.plain(number.text), "\n")
            item.content.add(content, " ")
            return
        self._append_subtask(task, line, number, content)

    def _append_subtask(
        self,
        task: TaskBuilder,
        line: AnnexLine,
        number: RowNumber | None,
        content: RichText,
    ) -> None:
        subtask = TaskBuilder.begin(line, number, content)
        task.subtasks.append(subtask)
        self._item = subtask

    def _goes_on(self, line: AnnexLine, number: RowNumber) -> bool:
        """Tell whether a numbered row is a further row of the item above: its STT is repeated."""
        item = self._item
        if item is None or item.number is None or number.level is Level.BULLET:
            return False
        content = line.text(_CONTENT)
        whole = without_continuation_mark(number.text)
        if item.source_number.strip("().") != (whole or number.text).strip("()."):
            return False
        return whole is not None or not content or item.content.says(content)

    def _add_unnumbered(self, line: AnnexLine) -> None:
        item = self._item
        content = line.text(_CONTENT)
        if item is None:
            self._add_after_section(line)
        elif not content:
            self._add_to_item(line)
        elif self._is_section_title(line):
            self._say(ProblemCode.SECTION_WITHOUT_NUMBER, Severity.CHECK, line)
            self._begin_section(line, None, content)
        elif (score := self._score(line, item)) > 0:
            self._join_fragment(line, item, score)
        elif not self._has_numbers and not content.text.startswith(("-", "+")):
            self._begin_task(line, None, content)
        elif line.has_only(_CONTENT):
            item.content.add(content, "\n")
            self._say(ProblemCode.ROW_JOINED, Severity.CHECK, line, number=item.source_number)
        elif self._task is not None:
            self._say(
                ProblemCode.SUBTASK_WITHOUT_NUMBER, Severity.CHECK, line,
                number=self._task.source_number,
            )  # fmt: skip
            self._append_subtask(self._task, line, None, content)

    def _add_after_section(self, line: AnnexLine) -> None:
        """Place a row without STT where no task has begun yet."""
        content = line.text(_CONTENT)
        section = self._sections[-1] if self._sections else None
        if line.has_only(_CONTENT) and content:
            if section and (line.follows_heading or content.text[0].islower()):
                section.title.add(content, " ")
                self._say(
                    ProblemCode.FRAGMENT_JOINED, Severity.NOTICE, line,
                    number=section.source_number,
                )  # fmt: skip
                return
            if self._is_section_title(line):
                self._say(ProblemCode.SECTION_WITHOUT_NUMBER, Severity.CHECK, line)
                self._begin_section(line, None, content)
                return
        if self._has_numbers or not content:
            self._say(ProblemCode.TASK_WITHOUT_NUMBER, Severity.CHECK, line)
        self._begin_task(line, None, line.whole(_CONTENT))

    def _is_section_title(self, line: AnnexLine) -> bool:
        text = line.text(_CONTENT).text
        if not line.has_only(_CONTENT) or text[0] in "-+*(" or len(text) > 200:
            return False
        if text.isupper() and len(text) > 6 and not line.follows_heading:
            return True
        return line.is_across and text[0].isupper() and not text.endswith((".", ";", ","))

    def _score(self, line: AnnexLine, item: TaskBuilder) -> int:
        return fragment_score(
            line.cells, item.tails(), self._vocabulary, follows_heading=line.follows_heading
        )

    def _add_to_item(self, line: AnnexLine) -> None:
        """Take a row without content of its own: a second half, or a further product."""
        item = self._item
        if item is None:
            return
        cells = {c: t for c, t in line.cells.items() if c not in {_NUMBER, _CONTENT}}
        if without_continuation_mark(line.text(_NUMBER).text) is not None:
            self._join_fragment(line, item, SURE)
            return
        is_merged = _CONTENT in line.merged or _NUMBER in line.merged
        is_product_row = _PRODUCT in cells or _DEADLINE in cells
        if not is_merged and not line.text(_NUMBER):
            score = self._score(line, item)
            if score > 0:
                self._join_fragment(line, item, score)
                return
        if is_product_row:
            self._add_deliverable(line, item)
        self._add_assignments(line, item, has_product=is_product_row)

    def _add_deliverable(self, line: AnnexLine, item: TaskBuilder) -> None:
        """Add a product row; a merged product or deadline holds for this row too."""
        product, deadline = line.text(_PRODUCT), line.text(_DEADLINE)
        last = item.deliverables[-1] if item.deliverables else None
        if last and not product and _PRODUCT in line.merged:
            last.deadline.add(deadline, "\n")
            return
        item.deliver(product, deadline or line.merged.get(_DEADLINE, EMPTY), line.place)

    def _add_assignments(
        self,
        line: AnnexLine,
        item: TaskBuilder,
        *,
        has_product: bool,
    ) -> None:
        for column in ASSIGNMENTS:
            text = line.text(column)
            wording = item.assignments[column]
            if not text or wording.says(text):
                continue
            if wording:
                code = ProblemCode.ASSIGNMENT_JOINED if has_product else ProblemCode.ROW_JOINED
                self._problems.append(
                    Problem(
                        code, Severity.CHECK, line.place_of(column), text.text,
                        {"column": column.value, "number": item.source_number},
                    )
                )  # fmt: skip
            wording.add(text, "\n")

    def _join_fragment(self, line: AnnexLine, item: TaskBuilder, score: int) -> None:
        for column, text in line.cells.items():
            if column is not _NUMBER:
                item.growing(column, line.place).add(text, " ")
        is_sure = score >= SURE
        self._say(
            ProblemCode.FRAGMENT_JOINED if is_sure else ProblemCode.ROW_JOINED,
            Severity.NOTICE if is_sure else Severity.CHECK,
            line,
            number=item.source_number,
        )

    def _is_outside(self, line: AnnexLine) -> bool:
        """Take out sums, notes and what stands below the table."""
        texts = [text.text for text in line.cells.values()]
        if self._has_ended:
            return False
        is_work = bool(line.text(_CONTENT) and line.text(_DEADLINE))
        is_short = len(texts) <= 3 and not is_work
        if is_short and any(self._vocabulary.is_signature(text) for text in texts):
            self._has_ended = True
            self._say(ProblemCode.ROW_BELOW_TABLE, Severity.CHECK, line)
            return True
        if self._vocabulary.is_total(texts[0]):
            self._drop(line, ProblemCode.TOTAL_ROW)
            return True
        if len(texts) == 1 and self._vocabulary.is_note(texts[0]):
            self._drop(line, ProblemCode.NOTE_LINE)
            return True
        return False

    def _drop(self, line: AnnexLine, code: ProblemCode) -> None:
        self._say(code, Severity.DROPPED, line)

    def _say(self, code: ProblemCode, severity: Severity, line: AnnexLine, **params: str) -> None:
        self._problems.append(Problem(code, severity, line.place, line.words, params))

    def _report(self, code: ProblemCode, section: SectionBuilder, **params: str) -> None:
        text = section.title.finished().text
        self._problems.append(Problem(code, Severity.CHECK, section.place, text, params))


def _after(text: RichText, number: RowNumber) -> RichText:
    """Return ``text`` without the number it begins with, in its styles."""
    cut = len(text.text) - len(number.rest)
    runs = []
    for run in text.runs:
        runs.append(Run(run.text[cut:], run.bold, run.italic) if cut > 0 else run)
        cut -= len(run.text)
    return RichText.from_runs(run for run in runs if run.text)


def _mostly_work(lines: Sequence[AnnexLine], numbers: Sequence[RowNumber | None]) -> bool:
    """Tell whether rows with Roman numbers hold products and deadlines, as tasks do."""
    romans = [
        line for line, number in zip(lines, numbers, strict=True)
        if number and number.level is Level.SECTION
    ]  # fmt: skip
    work = sum(bool(line.text(_PRODUCT) or line.text(_DEADLINE)) for line in romans)
    return work * 2 > len(romans)
