"""The text of plans as it reads now, and where in it a part or a passage stands."""

from collections.abc import Collection

from cchc_desktop.domain.errors import RecordMissing
from cchc_desktop.domain.plan import PlanId
from cchc_desktop.domain.plan_fields import with_live_fields
from cchc_desktop.domain.plan_text import PassageId, PlanText, TextPart, TextPartId
from cchc_desktop.services.plan_text_sources import PlanTextSources
from cchc_desktop.services.plans import PlanService
from cchc_desktop.storage.office_file import OfficeFile
from cchc_desktop.storage.plan_text_repository import (
    find_part_of_passage,
    find_plan_of_part,
    load_text,
)
from cchc_desktop.storage.version_repository import load_standing


class PlanTextReading:
    """Reads texts with their live fields up to date ("đọc phần lời")."""

    def __init__(self, file: OfficeFile, plans: PlanService, sources: PlanTextSources) -> None:
        self._file = file
        self._plans = plans
        self._sources = sources

    def load(self, plan_id: PlanId) -> PlanText:
        """Return the text of a plan, numbered, its live fields up to date.

        The fields of an issued plan say what they said when it was issued.

        Raises:
            RecordMissing: There is no such plan.
        """
        text = load_text(self._file.db, plan_id)
        if not _has_fields(text) or load_standing(self._file.db, plan_id).is_frozen:
            return text
        fields = self._sources.fields(self._plans.load(plan_id))
        return with_live_fields(text, fields, self._sources.documents())

    def plan_of(self, part_id: TextPartId) -> PlanId:
        """Return the plan that a part belongs to.

        Raises:
            RecordMissing: There is no such part.
        """
        plan_id = find_plan_of_part(self._file.db, part_id)
        if plan_id is None:
            raise RecordMissing(kind="text_part", id=part_id)
        return plan_id

    def part(self, part_id: TextPartId) -> TextPart:
        """Return a part with its passages.

        Raises:
            RecordMissing: There is no such part.
        """
        text = self.load(self.plan_of(part_id))
        return next(part for part in text.parts if part.id == part_id)

    def place(self, passage_id: PassageId) -> tuple[TextPart, int]:
        """Return the part of a passage, and the passage's place in it.

        Raises:
            RecordMissing: There is no such passage.
        """
        ((part, places),) = self.places([passage_id])
        return part, places[0]

    def places(self, ids: Collection[PassageId]) -> tuple[tuple[TextPart, list[int]], ...]:
        """Return the parts of passages, each once, with the passages' places in the order of ids.

        Each text is read once, however many of its passages are asked for.

        Raises:
            RecordMissing: One of them does not exist.
        """
        by_part: dict[TextPartId, list[PassageId]] = {}
        for passage_id in ids:
            part_id = find_part_of_passage(self._file.db, passage_id)
            if part_id is None:
                raise RecordMissing(kind="passage", id=passage_id)
            by_part.setdefault(part_id, []).append(passage_id)
        texts = [self.load(plan_id) for plan_id in dict.fromkeys(map(self.plan_of, by_part))]
        parts = {part.id: part for text in texts for part in text.parts}
        return tuple(
            (parts[part_id], [place_in(parts[part_id], one) for one in passages])
            for part_id, passages in by_part.items()
        )


def place_in(part: TextPart, passage_id: PassageId) -> int:
    """Return the place of a passage in its part.

    Raises:
        RecordMissing: It is not in that part.
    """
    for place, passage in enumerate(part.passages):
        if passage.id == passage_id:
            return place
    raise RecordMissing(kind="passage", id=passage_id)


def _has_fields(text: PlanText) -> bool:
    return any(p.text.marks for _, p in text.passages()) or any(p.title.marks for p in text.parts)
