"""Drafts "Tổ chức thực hiện": what each agency has to do, worded from the assignments.

Real plans give one item to all heads together, then one to the standing agency and to each
agency with tasks of its own, in the order of the catalogue, and ask Party bodies and unions.
The officer edits the draft afterwards; nothing here looks at what is written already.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from cchc_desktop.domain.agency import Agency, AgencyCatalogue, AgencyId, AgencyKind, Role
from cchc_desktop.domain.assignment_matrix import AssignmentMatrix, MatrixRow, assignment_matrix
from cchc_desktop.domain.days_and_numbers import count_text
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan, PlanTask
from cchc_desktop.domain.plan_skeleton import BLANK, live_markup, sentence_case
from cchc_desktop.domain.plan_text import Passage, PassageKind
from cchc_desktop.domain.vietnamese import comparison_key

_FEW = 3
"""Up to so many tasks are told one by one; more are told by fields of reform."""

_ANNEX = "Phụ lục ban hành kèm theo Kế hoạch này"
_COMMUNE_KINDS = ("xã", "phường", "thị trấn", "đặc khu")
_ASKED = (AgencyKind.PARTY_UNION, AgencyKind.VERTICAL, AgencyKind.SUPERIOR)
"""Kinds of bodies that the office can ask but not direct."""
_NAMES = ("Đảng", "Nhân dân", "Chính quyền", "Chính phủ", "Đề án 06")
_NOT_ADDRESSED = (AgencyKind.OFFICE, AgencyKind.COMMUNE, AgencyKind.SUPERIOR)


def draft_implementation(
    plan: Plan, catalogue: AgencyCatalogue, letterhead: Letterhead | None = None
) -> tuple[Passage, ...]:
    """Return the items of "Tổ chức thực hiện", without numbers.

    Names of the office and counts of tasks are marked as live fields.
    """
    day = plan.parent_document.issued_on or date(plan.year, 1, 1)
    matrix = assignment_matrix(plan, catalogue, day)
    return tuple(_Drafter(matrix, catalogue, letterhead, day).items())


@dataclass(frozen=True)
class _Drafter:
    matrix: AssignmentMatrix
    catalogue: AgencyCatalogue
    letterhead: Letterhead | None
    day: date

    def items(self) -> Iterator[Passage]:
        standing = self._standing()
        yield from self._everybody()
        if standing is not None:
            yield from self._standing_agency(standing)
        addressed = [
            agency
            for agency in self.matrix.agencies
            if agency is not standing and agency.kind not in _NOT_ADDRESSED
        ]
        leading = [agency for agency in addressed if self._named(agency, Role.LEAD)]
        for agency in leading:
            yield self._heading(self._addressed(agency))
            yield from self._duties(agency)
        yield from self._communes()
        yield from self._helpers([agency for agency in addressed if agency not in leading])

    def _standing(self) -> Agency | None:
        key = comparison_key(self.letterhead.standing_agency) if self.letterhead else ""
        valid = (agency for agency in self.catalogue.agencies if agency.is_valid_on(self.day))
        return next((a for a in valid if key and key in _names(a)), None)

    def _everybody(self) -> Iterator[Passage]:
        heads = ["Thủ trưởng các cơ quan, đơn vị"]
        if communes := self._commune_kinds():
            heads = ["Thủ trưởng các phòng, ban, ngành", f"Chủ tịch Ủy ban nhân dân các {communes}"]
        yield self._heading("; ".join(heads))
        whose = "cơ quan, đơn vị, địa phương" if communes else "cơ quan, đơn vị"
        yield self._point(
            f"Căn cứ Kế hoạch này và tình hình thực tế, xây dựng kế hoạch của {whose} mình và "
            "tổ chức thực hiện; phân công rõ người chịu trách nhiệm, thời hạn và sản phẩm của "
            "từng việc."
        )
        if common := _places(self._rows_of_groups()):
            yield self._point(
                f"Thực hiện các nhiệm vụ giao chung cho {_plural(whose)} tại mục {common} {_ANNEX}."
            )
        yield self._point(
            f"Chịu trách nhiệm trước {self._office} về tiến độ, chất lượng nhiệm vụ được giao; "
            f"phối hợp chặt chẽ với cơ quan chủ trì; báo cáo kết quả về {self._standing_words} "
            "theo định kỳ và khi có yêu cầu."
        )

    def _standing_agency(self, agency: Agency) -> Iterator[Passage]:
        yield self._heading(f"{agency.name} (cơ quan thường trực công tác cải cách hành chính)")
        yield self._point(
            f"Tham mưu {self._office} chỉ đạo, triển khai Kế hoạch này; theo dõi, đôn đốc, kiểm "
            "tra việc thực hiện của các cơ quan, đơn vị."
        )
        yield from self._duties(agency)
        yield self._point(
            "Tổng hợp kết quả thực hiện, xây dựng báo cáo định kỳ và đột xuất; đề xuất biểu "
            "dương, khen thưởng nơi làm tốt, chấn chỉnh nơi chậm trễ."
        )

    def _duties(self, agency: Agency) -> Iterator[Passage]:
        """Yield what an agency leads, by name, and in what it is named to co-operate."""
        rows = self._named(agency, Role.LEAD)
        tasks = _counted(rows)
        if 0 < len(tasks) <= _FEW:
            for task in tasks:
                mine = [row for row in rows if row.counted_task is task]
                words, place = _content(task, mine), _places(mine)
                yield self._point(f"Chủ trì nhiệm vụ: {words} (mục {place} Phụ lục).")
        elif tasks:
            fields = [
                f"{_lower_first(sentence_case(title))} (mục {_places(mine)})"
                for title, mine in _by_section(rows)
            ]
            yield self._point(
                f"Chủ trì thực hiện {self._count(agency, len(tasks))} nhiệm vụ tại {_ANNEX}, về: "
                f"{'; '.join(fields)}."
            )
        if helped := _places(self._named(agency, Role.COOPERATING)):
            yield self._point(
                f"Phối hợp với cơ quan chủ trì thực hiện nhiệm vụ tại mục {helped} Phụ lục."
            )
        if watched := _places(self._named(agency, Role.MONITOR)):
            yield self._point(
                f"Theo dõi, kiểm tra, đôn đốc việc thực hiện nhiệm vụ tại mục {watched} Phụ lục."
            )

    def _communes(self) -> Iterator[Passage]:
        """Yield what single communes lead by name; what they lead together is said before."""
        by_words: dict[str, list[MatrixRow]] = {}
        for row in self.matrix.rows:
            reading = row.task.lead.reading
            if reading.agency_ids and all(map(self._is_commune, reading.agency_ids)):
                words = " ".join(row.task.lead.text.text.split()).rstrip(" .;")
                by_words.setdefault(words, []).append(row)
        if not by_words:
            return
        yield self._heading(f"Ủy ban nhân dân các {self._commune_kinds()} được giao chủ trì")
        for words, rows in by_words.items():
            led = _places(rows)
            yield self._point(
                f"{escape(words, quote=False)} chủ trì nhiệm vụ tại mục {led} Phụ lục."
            )

    def _is_commune(self, agency_id: AgencyId) -> bool:
        agency = self.catalogue.agency(agency_id)
        return agency is not None and agency.kind is AgencyKind.COMMUNE

    def _helpers(self, agencies: Sequence[Agency]) -> Iterator[Passage]:
        named = [(a, places) for a in agencies if (places := _places(self._helped(a)))]
        if not named:
            return
        yield self._heading("Các cơ quan, đơn vị phối hợp")
        for agency, places in named:
            name = escape(self._addressed(agency), quote=False)
            yield self._point(f"{name} phối hợp thực hiện nhiệm vụ tại mục {places} Phụ lục.")

    def _helped(self, agency: Agency) -> list[MatrixRow]:
        rows = [*self._named(agency, Role.COOPERATING), *self._named(agency, Role.MONITOR)]
        return [row for row in self.matrix.rows if row in rows]

    def _named(self, agency: Agency, role: Role) -> list[MatrixRow]:
        """Return the rows whose words give an agency a role by its name."""
        cells = ((row, row.cell(agency.id)) for row in self.matrix.rows)
        return [row for row, cell in cells if cell.role is role and cell.is_by_name(role)]

    def _rows_of_groups(self) -> list[MatrixRow]:
        return [
            row
            for row in self.matrix.rows
            if row.task.lead.reading.group_ids and not row.is_heading
        ]

    def _count(self, agency: Agency, count: int) -> str:
        """Return a count, as a live field where the field says the same."""
        code = f"agency.{agency.id}.lead_count"
        own = [row for row in self.matrix.rows if agency.id in row.task.lead.reading.agency_ids]
        words = count_text(count)
        return f'<f code="{code}">{words}</f>' if len(_counted(own)) == count else words

    @property
    def _office(self) -> str:
        known = self.letterhead is not None and self.letterhead.name
        return "{office.name}" if known else "Ủy ban nhân dân"

    @property
    def _standing_words(self) -> str:
        known = self.letterhead is not None and self.letterhead.standing_agency
        return "{office.standing_agency}" if known else f"cơ quan thường trực {BLANK}"

    def _commune_kinds(self) -> str:
        communes = [
            comparison_key(agency.name)
            for agency in self.catalogue.agencies
            if agency.kind is AgencyKind.COMMUNE and agency.is_valid_on(self.day)
        ]
        return ", ".join(
            kind for kind in _COMMUNE_KINDS if any(f"dân {kind} " in name for name in communes)
        )

    def _addressed(self, agency: Agency) -> str:
        return f"Đề nghị {agency.name}" if agency.kind in _ASKED else agency.name

    def _heading(self, words: str) -> Passage:
        return self._passage(PassageKind.ITEM, f"<b>{escape(words, quote=False)}</b>")

    def _point(self, markup: str) -> Passage:
        return self._passage(PassageKind.POINT, markup)

    def _passage(self, kind: PassageKind, markup: str) -> Passage:
        fields = {}
        if self.letterhead is not None:
            fields["office.name"] = self.letterhead.name
            fields["office.standing_agency"] = self.letterhead.standing_agency
        return Passage(kind, live_markup(markup, fields), kind.rank)


def _names(agency: Agency) -> set[str]:
    return {comparison_key(name) for name in (agency.name, agency.short_name, *agency.aliases)}


def _counted(rows: Iterable[MatrixRow]) -> list[PlanTask]:
    return list({row.counted_task.id: row.counted_task for row in rows}.values())


def _by_section(rows: Iterable[MatrixRow]) -> Iterator[tuple[str, list[MatrixRow]]]:
    found: dict[str, list[MatrixRow]] = {}
    for row in rows:
        found.setdefault(row.section.title.text, []).append(row)
    yield from found.items()


def _places(rows: Sequence[MatrixRow]) -> str:
    """Return where tasks stand in the annex; sub-tasks that are all meant by their task."""
    found: dict[str, None] = {}
    for row in rows:
        parent = row.parent
        place = row.place.rstrip(")")
        if parent is not None:
            mine = {one.task.id for one in rows}
            if parent.id in mine or {task.id for task in parent.subtasks} <= mine:
                place = place.rpartition(".")[0]
        found[place] = None
    return ", ".join(found)


def _content(task: PlanTask, rows: Sequence[MatrixRow]) -> str:
    """Return what a task is; of one of which only sub-tasks are meant, what those are."""
    contents = [task.content.text]
    if all(row.parent is not None for row in rows) and len(rows) < len(task.subtasks):
        contents += [row.task.content.text for row in rows]
    words = [_lower_first(" ".join(one.split()).rstrip(" .;:,")) for one in contents]
    said = words[0] if len(words) == 1 else f"{words[0]}: {', '.join(words[1:])}"
    return escape(said, quote=False)


def _lower_first(words: str) -> str:
    """Return words that go on in a sentence; abbreviations and names keep their capital."""
    if not words[1:2].islower() or words.startswith(
        ("Đảng", "Nhân dân", "Chính quyền", "Đề án 06")
    ):
        return words
    return words[:1].lower() + words[1:]


def _plural(whose: str) -> str:
    return f"các {whose}"
