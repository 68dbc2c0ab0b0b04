"""A cited document whose kind and symbol disagree.

Example: "Quyết định số 12/KH-UBND".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I (table of abbreviations); the legal
documents' law for NĐ and TT; the Party's "Quy định" carry QĐ.
"""

from collections.abc import Iterator

from cchc_desktop.domain.checks.check import Check, Hit, cell_hit
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.context import CheckContext
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.vietnamese import comparison_key

# Kinds that go by a longer name, or that the Party and the law abbreviate otherwise.
_ALSO = {
    "quy định": frozenset({"QĐ", "QĐi", "QyĐ"}),
    "kết luận": frozenset({"KL"}),
    "chương trình hành động": frozenset({"CTr", "CTHĐ"}),
    "chương trình": frozenset({"CTr"}),
    "thông báo kết luận": frozenset({"TB", "TBKL", "KL"}),
    "nghị quyết liên tịch": frozenset({"NQLT"}),
    "thông tư liên tịch": frozenset({"TTLT"}),
    "tờ trình": frozenset({"TTr", "TT"}),
    "hướng dẫn": frozenset({"HD"}),
}


def find(context: CheckContext) -> Iterator[Hit]:
    """Yield citations whose symbol is of another kind than the word before it."""
    known = context.reference.type_symbols
    symbols = context.reference.all_symbols.union(*_ALSO.values())
    for cell in context.cells:
        for cited in citations(cell.text):
            key = comparison_key(cited.type_name)
            right = known.get(key, frozenset()) | _ALSO.get(key, frozenset())
            if right and cited.type_symbol in symbols and cited.type_symbol not in right:
                yield cell_hit(
                    cell,
                    cited.span,
                    name=f"{cited.type_name} số {cited.number}/{cited.symbol}",
                    type=cited.type_name,
                    symbol=cited.type_symbol,
                    right=sorted(right)[0],
                )


CHECK = Check(
    "citation_type",
    FindingSeverity.ERROR,
    "Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I (bảng chữ viết tắt tên loại văn bản)",
    find,
)
