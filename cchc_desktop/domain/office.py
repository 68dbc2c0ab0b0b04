"""The body that owns the data file: its letterheads and how its papers are signed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from cchc_desktop.domain.vietnamese import comparison_key

LetterheadId = NewType("LetterheadId", int)


class OfficeLevel(StrEnum):
    """The level of government ("cấp hành chính")."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"


class SigningAuthority(StrEnum):
    """In whose name a paper is signed ("hình thức ký").

    Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.
    """

    OWN = "own"
    """The signer signs in his own right (no abbreviation)."""
    COLLECTIVE = "TM."
    """Thay mặt tập thể."""
    DEPUTY = "KT."
    """Ký thay."""
    COLLECTIVE_DEPUTY = "TM.KT."
    """Thay mặt tập thể, cấp phó ký thay người đứng đầu."""
    ORDER = "TL."
    """Thừa lệnh."""
    DELEGATED = "TUQ."
    """Thừa ủy quyền."""
    ACTING = "Q."
    """Quyền."""


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and how ("người ký").

    Attributes:
        authority: In whose name.
        body: The collective or the head stood in for: "ỦY BAN NHÂN DÂN", "CHỦ TỊCH".
        position: The signer's own position, such as "PHÓ CHỦ TỊCH".
        name: The signer's name, without academic titles.
        head_position: For a deputy of a collective, the head's position ("CHỦ TỊCH").
    """

    authority: SigningAuthority = SigningAuthority.COLLECTIVE
    body: str = ""
    position: str = ""
    name: str = ""
    head_position: str = ""

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The lines above the signature, in capitals, as the decree writes them."""
        body, position = self.body.upper(), self.position.upper()
        if not body and self.authority not in (SigningAuthority.OWN, SigningAuthority.ACTING):
            return (position,) if position else ()
        match self.authority:
            case SigningAuthority.OWN:
                lines = [position]
            case SigningAuthority.ACTING:
                lines = [f"Q. {position}"]
            case SigningAuthority.COLLECTIVE_DEPUTY:
                head = self.head_position.upper() or "CHỦ TỊCH"
                lines = [f"TM. {body}", f"KT. {head}", position]
            case _:
                lines = [f"{self.authority.value} {body}", position]
        return tuple(line for line in lines if line.strip())


def usual_signer(office_name: str) -> Signer:
    """Return how the papers of a body are usually signed, without a name.

    A people's committee signs as a collective, "TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"
    (Nghị định 30/2020, Phụ lục I, Phần I, mục II.7.a); other bodies by their head.
    """
    if comparison_key(office_name).startswith(("ủy ban nhân dân", "ubnd")):
        return Signer(SigningAuthority.COLLECTIVE, "Ủy ban nhân dân", "Chủ tịch")
    head = "Trưởng phòng" if comparison_key(office_name).startswith("phòng") else "Thủ trưởng"
    return Signer(SigningAuthority.OWN, position=head)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The office's details as papers show them between two days ("thông tin đầu văn bản").

    Attributes:
        parent: The superior body ("Ủy ban nhân dân tỉnh …"), printed above.
        name: The issuing body.
        place: The place name before the date ("Ninh Sơn").
        symbol: The issuing body's abbreviation in document symbols ("UBND").
        standing_agency: The body that does the work ("Phòng Nội vụ").
        standing_symbol: Its abbreviation in "Lưu: VT, …" ("NV").
    """

    id: LetterheadId
    parent: str
    name: str
    place: str
    symbol: str = "UBND"
    standing_agency: str = ""
    standing_symbol: str = ""
    signer: Signer = Signer()
    valid_from: date | None = None
    valid_to: date | None = None

    def is_valid_on(self, day: date) -> bool:
        """Tell whether papers of ``day`` carry these details."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class Office:
    """The body that owns the data file ("cơ quan lập kế hoạch")."""

    level: OfficeLevel
    letterheads: tuple[Letterhead, ...]

    def letterhead_on(self, day: date) -> Letterhead:
        """Return the details in force on ``day``; failing that, the nearest in time."""
        valid = [x for x in self.letterheads if x.is_valid_on(day)]
        if valid:
            return max(valid, key=lambda x: x.valid_from or date.min)
        return min(self.letterheads, key=lambda x: _distance(x, day))


def _distance(letterhead: Letterhead, day: date) -> int:
    if letterhead.valid_from and day < letterhead.valid_from:
        return (letterhead.valid_from - day).days
    if letterhead.valid_to and letterhead.valid_to < day:
        return (day - letterhead.valid_to).days
    return 0
