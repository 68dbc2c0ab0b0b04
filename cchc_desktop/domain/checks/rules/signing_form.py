"""Signing lines that are not as the decree has them.

Example: "CHỦ TỊCH" under a plan of the people's committee without "TM. ỦY BAN NHÂN DÂN"; "TM. CHỦ
TỊCH" (a head is no collective); "KT. ỦY BAN NHÂN DÂN" (one signs for a head); "TM. ỦY BAN NHÂN DÂN
/ PHÓ CHỦ TỊCH" without "KT. CHỦ TỊCH"; "TL. ỦY BAN NHÂN DÂN"; "ThS. Họ và tên".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.b and II.7.c.
"""

import re
from collections.abc import Iterator

from cchc_desktop.domain.agency_names import name_words
from cchc_desktop.domain.checks.check import Check, Hit
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.signing import DEPUTY, HEAD, signer_hit, signer_of
from cchc_desktop.domain.office import Signer, SigningAuthority
from cchc_desktop.domain.vietnamese import comparison_key

_TITLE = re.compile(
    r"(?:GS|PGS|TS|ThS|Ths|BS|KS|CN|CVC|LS|NGƯT|NGND|AHLĐ)[. ]|(?:Giáo sư|Phó giáo sư|Tiến sĩ|"
    r"Thạc sĩ|Bác sĩ|Kỹ sư|Cử nhân|Nhà giáo)\b"
)
_COLLECTIVE = "thay mặt tập thể ghi TM. trước tên tập thể: “TM. ỦY BAN NHÂN DÂN”"
_FOR_A_HEAD = "KT. đứng trước chức vụ của người đứng đầu: “KT. CHỦ TỊCH”"
_FOR_A_DEPUTY = "cấp phó ký thì ghi thêm “KT. CHỦ TỊCH” trên chức vụ cấp phó"
_BY_ORDER = "TL., TUQ. đứng trước chức vụ của người đứng đầu: “TL. CHỦ TỊCH”"
_NAME = "trước họ tên không ghi học hàm, học vị, danh hiệu"


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield each rule that the signing lines do not keep."""
    signer = signer_of(context)
    if signer is None or context.is_of_the_party or not signer.title_lines:
        return
    rule = _broken_rule(signer, context)
    if rule:
        yield signer_hit(signer, rule=rule)
    if _TITLE.match(signer.name):
        yield signer_hit(signer, words=signer.name, rule=_NAME)


def _broken_rule(signer: Signer, context: CheckContext) -> str:
    is_head = bool(HEAD.match(signer.body))
    is_deputy = bool(DEPUTY.match(signer.position))
    match signer.authority:
        case SigningAuthority.COLLECTIVE | SigningAuthority.COLLECTIVE_DEPUTY if is_head:
            return _COLLECTIVE
        case SigningAuthority.COLLECTIVE if is_deputy:
            return _FOR_A_DEPUTY
        case SigningAuthority.DEPUTY if not is_head:
            return _FOR_A_HEAD
        case SigningAuthority.ORDER | SigningAuthority.DELEGATED if not is_head:
            return _BY_ORDER
        case SigningAuthority.OWN if _is_chair_of_committee(signer, context):
            return _COLLECTIVE
    return ""


def _is_chair_of_committee(signer: Signer, context: CheckContext) -> bool:
    """Tell whether the chair of a committee signs alone what the committee issues."""
    issuer = context.plan.parent_document.issuer or context.letterhead.name
    is_committee = name_words(issuer)[:1] == ("ubnd",)
    return is_committee and comparison_key(signer.position).startswith(("chủ tịch", "phó chủ tịch"))


CHECK = Check(
    "signing_form",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục II.7.b và II.7.c",
    find,
)
