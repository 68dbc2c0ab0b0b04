"""The kind of a cited document, "Điều" or the name of a law with a small letter.

Example: "theo quyết định số 12/QĐ-UBND", "tại điều 5 Luật Cán bộ, công chức", "Luật quản lý, sử
dụng tài sản công".
Source: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.6 (the kind of a document that is meant) and
V.7 ("Căn cứ điểm a khoản 2 Điều 103": khoản and điểm stay small).
"""

from cchc_desktop.domain.checks.check import Check, text_check
from cchc_desktop.domain.checks.citations import citations
from cchc_desktop.domain.checks.finding import FindingSeverity
from cchc_desktop.domain.checks.letters import pattern
from cchc_desktop.domain.text_finding import Span

_ARTICLE = pattern(
    r"\bđiều(?= \d{1,3}[a-zđ]? (?:của )?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định))"
)
# How the names of laws that such plans cite begin; "Luật này", "Luật sư" are other words.
_LAW = pattern(
    r"(?<=\bLuật )(?:quản lý|tổ chức chính quyền|cán bộ, công chức|viên chức|ban hành văn bản|"
    r"tiếp công dân|tiếp cận thông tin|khiếu nại|tố cáo|thanh tra|đất đai|xây dựng|đầu tư|"
    r"ngân sách|phòng, chống|thi đua|hộ tịch|cư trú|căn cước|doanh nghiệp|đấu thầu|lưu trữ|"
    r"giao dịch điện tử|công nghệ|an ninh mạng|an toàn thông tin|thực hành tiết kiệm|kế toán|"
    r"bảo vệ|quy hoạch)\b"
)


def spans(text: str) -> tuple[Span, ...]:
    """Return the words that should begin with a capital."""
    kinds = [
        (c.span[0], c.span[0] + len(c.type_name)) for c in citations(text) if c.type_name.islower()
    ]
    articles = [match.span() for match in _ARTICLE.finditer(text)]
    laws = [match.span() for match in _LAW.finditer(text)]
    return tuple(sorted(kinds + articles + laws))


CHECK = Check(
    "citation_capitals",
    FindingSeverity.HINT,
    "Nghị định 30/2020/NĐ-CP, Phụ lục II, mục V.6 và V.7",
    text_check(spans),
)
