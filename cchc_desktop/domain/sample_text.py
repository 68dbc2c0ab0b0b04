"""The text of the sample plan, the documents it cites and what they demand, from a data file."""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.domain.data_file import Table
from cchc_desktop.domain.demand import DemandKind
from cchc_desktop.domain.plan_skeleton import SkeletonPart, TextSkeleton, parse_line
from cchc_desktop.domain.plan_text import TextPartKind
from cchc_desktop.domain.registered_document import RegisteredDocument


@dataclass(frozen=True, slots=True)
class SampleDemand:
    """What a document above the sample plan asks ("yêu cầu của cấp trên trong mẫu").

    Attributes:
        document: The number and symbol of the document.
        tasks: The tasks that answer it, by their place: "I.3.a".
        passages: The items of the text that answer it, as part and item: "II.4".
    """

    document: str
    kind: DemandKind
    place: str
    text: str
    milestone: int | None
    deadline: str
    agencies: str
    tasks: tuple[str, ...]
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SampleText:
    """The sample plan as a document ("phần lời của kế hoạch mẫu")."""

    skeleton: TextSkeleton
    documents: tuple[RegisteredDocument, ...]
    demands: tuple[SampleDemand, ...]


def parse_sample_text(data: Mapping[str, object], source: str) -> SampleText:
    """Return the text that a data file holds; ``source`` names the file in errors.

    Raises:
        CatalogueDamaged: Something in it does not hold.
    """
    file = Table(data, source)
    file.allow("title", "recipients", "lines", "document")
    lines = tuple(parse_line(file, line) for line in file.texts("lines"))
    body = SkeletonPart(TextPartKind.BODY, file.text("title"), lines)
    skeleton = TextSkeleton(
        id="sample",
        title=file.text("title"),
        for_period=False,
        with_decision=False,
        type_name="Kế hoạch",
        parts=(body,),
        recipients=file.texts("recipients"),
        fields=(),
        source=source,
    )
    documents = []
    demands: list[SampleDemand] = []
    for entry in file.tables("document"):
        document = _document(entry)
        documents.append(document)
        demands += (_demand(one, document.full_symbol) for one in entry.tables("demand"))
    return SampleText(skeleton, tuple(documents), tuple(demands))


def _document(entry: Table) -> RegisteredDocument:
    entry.allow("type", "number", "symbol", "issued_on", "issuer", "subject", "demand")
    return RegisteredDocument(
        type_name=entry.text("type"),
        number=entry.text("number"),
        symbol=entry.text("symbol"),
        issued_on=entry.day("issued_on"),
        issuer=entry.text("issuer"),
        subject=entry.text("subject"),
    )


def _demand(entry: Table, document: str) -> SampleDemand:
    entry.allow("kind", "place", "text", "milestone", "deadline", "agencies", "tasks", "passages")
    return SampleDemand(
        document=document,
        kind=entry.choice("kind", DemandKind),
        place=entry.text("place"),
        text=entry.text("text"),
        milestone=entry.number("milestone") if entry.has("milestone") else None,
        deadline=entry.text("deadline", ""),
        agencies=entry.text("agencies", ""),
        tasks=entry.texts("tasks"),
        passages=entry.texts("passages"),
    )
