"""What the program says about findings of the check, per code: what is wrong, how to mend it."""

from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.checks.finding import FindingPlace, FindingSeverity, PlanDetail
from cchc_desktop.services.checks import CheckedFinding
from cchc_desktop.services.error_sentences import COLUMNS

FINDINGS: dict[str, tuple[str, str]] = {
    "abbreviation_spellings": (
        "Chữ viết tắt “{name}” có lẽ là “{usual}” viết sai.",
        "Hãy thống nhất một cách viết.",
    ),
    "abbreviation_unexplained": (
        "Chữ viết tắt “{name}” không được giải thích ở đâu trong phụ lục.",
        "Hãy viết đầy đủ, hoặc giải thích trong ngoặc ở chỗ dùng đầu tiên.",
    ),
    "agency_capitals": (
        "“{name}” viết hoa khác với danh mục.",
        "Hãy viết “{right}”.",
    ),
    "agency_ended": (
        "“{name}” không còn là tên cơ quan sau ngày {last_day}.",
        "Hãy thay bằng cơ quan kế thừa{successor}.",
    ),
    "agency_repeated": (
        "“{name}” được ghi hai lần trong một ô.",
        "Hãy bỏ bớt một lần.",
    ),
    "agency_spellings": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách viết trong cả phụ lục.",
    ),
    "agency_unknown": (
        "“{name}” chưa có trong danh mục cơ quan.",
        "Hãy sửa tên, hoặc thêm cơ quan, tên gọi này vào danh mục.",
    ),
    "annex_number": (
        "Số của phụ lục là “{words}”, không phải chữ số La Mã.",
        "Hãy ghi {right}.",
    ),
    "bracket_unclosed": (
        "Dấu “{words}” không có dấu đi cùng.",
        "Hãy thêm dấu còn thiếu hoặc bỏ dấu thừa.",
    ),
    "cell_list_numbering": (
        "Danh sách trong ô không bắt đầu từ đầu, bị nhảy hoặc lặp ở “{words}”.",
        "Hãy đánh lại thứ tự.",
    ),
    "citation_capitals": (
        "“{words}” phải viết hoa chữ cái đầu khi viện dẫn một văn bản cụ thể.",
        "Hãy viết hoa chữ cái đầu.",
    ),
    "citation_day_form": (
        "“{words}” thiếu số 0 trước ngày dưới 10 hoặc tháng 1, 2.",
        "Hãy ghi đủ, ví dụ “ngày 05/02/2024”.",
    ),
    "citation_dates": (
        "Văn bản này ghi ngày khác với chỗ viện dẫn trước ({other}): “{words}”.",
        "Hãy tra lại ngày ban hành và sửa chỗ sai.",
    ),
    "citation_future": (
        "Văn bản viện dẫn {day} là sau ngày {last_day}.",
        "Hãy tra lại ngày ban hành.",
    ),
    "citation_issuer": (
        "“{words}” được ghi là của {issuer}, nhưng ký hiệu là của {right}.",
        "Hãy sửa tên cơ quan ban hành hoặc ký hiệu.",
    ),
    "citation_malformed": (
        "Số, ký hiệu “{words}” viết chưa đúng thể thức.",
        "Hãy ghi dạng số/tên loại-cơ quan, không cách chữ, ví dụ 12/QĐ-UBND.",
    ),
    "citation_number_word": (
        "“{words}” không có chữ “số” như các chỗ viện dẫn khác ({usual_count} chỗ có).",
        "Hãy thêm chữ “số” sau tên loại văn bản.",
    ),
    "citation_type": (
        "“{name}”: tên loại là {type} mà ký hiệu là {symbol}.",
        "Hãy sửa tên loại, hoặc sửa ký hiệu thành {right}.",
    ),
    "citation_year": (
        "“{words}”: năm trong ký hiệu ({year}) khác năm ban hành.",
        "Hãy tra lại số, ký hiệu và ngày ban hành.",
    ),
    "column_empty": (
        "Không nhiệm vụ nào có chữ trong cột này.",
        "Hãy ghi đủ, hoặc chấp nhận nếu phụ lục không dùng cột này.",
    ),
    "committee_capitals": (
        "“{words}” viết hoa chưa đúng.",
        "Hãy viết “Ủy ban nhân dân”, “Hội đồng nhân dân”.",
    ),
    "content_missing": (
        "Dòng không có nội dung.",
        "Hãy ghi nội dung, hoặc xóa dòng.",
    ),
    "date_impossible": (
        "Không có ngày “{words}” trong lịch.",
        "Hãy sửa lại ngày.",
    ),
    "deadline_before_plan": (
        "Hạn {due} đã qua trước ngày ban hành kế hoạch ({issued_on}).",
        "Hãy sửa thời hạn hoặc ngày ban hành.",
    ),
    "deadline_missing": (
        "Nhiệm vụ chưa có thời gian thực hiện.",
        "Hãy ghi thời gian, ví dụ “Quý II”, “Thường xuyên trong năm”.",
    ),
    "deadline_not_understood": (
        "Không hiểu thời hạn “{words}” là ngày nào, kỳ nào hay chờ việc gì.",
        "Hãy ghi lại cho rõ, hoặc đặt cách hiểu bằng tay ở khung chi tiết.",
    ),
    "deadline_year": (
        "Hạn {due} không thuộc năm {year}.",
        "Hãy sửa năm; nếu đúng là năm khác thì ghi “năm trước”, “năm sau”.",
    ),
    "deliverable_incomplete": (
        "Dòng sản phẩm thêm chỉ có một nửa: thiếu sản phẩm hoặc thiếu thời gian.",
        "Hãy ghi nốt ô còn trống.",
    ),
    "double_space": ("Có hai dấu cách liền nhau.", "Hãy bỏ bớt một dấu cách."),
    "group_leads_and_cooperates": (
        "“{name}” vừa chủ trì vừa phối hợp.",
        "Hãy ghi rõ ai chủ trì, ai phối hợp.",
    ),
    "heading_without_subtasks": (
        "Dòng chỉ có nội dung: không có sản phẩm, thời gian, cơ quan, cũng không có nhiệm vụ con.",
        "Hãy ghi đủ các ô, hoặc thêm nhiệm vụ con a), b).",
    ),
    "lead_cooperates": (
        "“{name}” đã chủ trì nhiệm vụ này nhưng lại ghi ở cột phối hợp.",
        "Hãy bỏ tên ở cột phối hợp.",
    ),
    "lead_missing": ("Nhiệm vụ chưa có cơ quan chủ trì.", "Hãy ghi cơ quan chủ trì."),
    "markup_left_over": (
        "Mã “{words}” còn lẫn trong chữ.",
        "Hãy xóa mã.",
    ),
    "milestone_order": (
        "Các mốc không theo thứ tự thời gian ở “{words}”.",
        "Hãy xếp lại, hoặc sửa mốc ghi sai.",
    ),
    "outdated_words": (
        "“{words}” là từ của quy định cũ.",
        "Nay dùng “{right}” theo {rule}.",
    ),
    "parent_date": (
        "Ngày ban hành {words} không hợp với kế hoạch năm {year}.",
        "Hãy sửa ngày trong thông tin kế hoạch.",
    ),
    "parent_incomplete": (
        "Văn bản ban hành kèm theo mới có số hoặc mới có ngày.",
        "Hãy ghi cả số và ngày khi đã ban hành, hoặc để trống cả hai.",
    ),
    "parent_issuer": (
        "Dòng “Kèm theo …” ghi “{words}”, khác cơ quan ban hành là {right}.",
        "Hãy sửa tên cơ quan trong thông tin kế hoạch.",
    ),
    "parent_left_over": (
        "Ngày ban hành {words} trùng với kế hoạch năm {year}.",
        "Hãy sửa số, ngày của văn bản.",
    ),
    "parent_symbol": (
        "Ký hiệu “{words}” không hợp với {type} của cơ quan ban hành.",
        "Hãy sửa thành {right}.",
    ),
    "parts_and_total": (
        "Các phần cộng lại được {added}, nhưng tổng ghi là {total}: “{words}”.",
        "Hãy sửa tổng hoặc các phần.",
    ),
    "percent_over_100": (
        "Tỷ lệ {words} lớn hơn 100%.",
        "Hãy sửa lại tỷ lệ.",
    ),
    "place_capitals": (
        "“{words}”: danh từ chung chỉ đơn vị hành chính không viết hoa.",
        "Hãy viết “{right}”.",
    ),
    "product_missing": (
        "Nhiệm vụ chưa có kết quả, sản phẩm.",
        "Hãy ghi sản phẩm, ví dụ “Kế hoạch của UBND huyện”.",
    ),
    "section_twice": (
        "Lĩnh vực này trùng tên với lĩnh vực {other}.",
        "Hãy gộp hai lĩnh vực hoặc sửa tên.",
    ),
    "section_without_tasks": (
        "Lĩnh vực không có nhiệm vụ nào.",
        "Hãy thêm nhiệm vụ, hoặc xóa lĩnh vực.",
    ),
    "sentence_capitals": (
        "“{words}” ở đầu câu chưa viết hoa.",
        "Hãy viết hoa chữ cái đầu.",
    ),
    "space_after_sign": (
        "Thiếu dấu cách cạnh dấu “{words}”.",
        "Hãy thêm một dấu cách.",
    ),
    "space_before_sign": (
        "Thừa dấu cách ở “{words}”.",
        "Hãy bỏ dấu cách.",
    ),
    "special_place_capitals": (
        "“{words}” phải viết hoa cả danh từ chung.",
        "Hãy viết “Thủ đô Hà Nội”, “Thành phố Hồ Chí Minh”.",
    ),
    "spelling_slips": (
        "“{words}” có lẽ là “{right}”.",
        "Hãy sửa lại.",
    ),
    "subtask_alone": (
        "Nhiệm vụ chỉ có một nhiệm vụ con.",
        "Hãy thêm b), hoặc đưa nội dung lên dòng nhiệm vụ.",
    ),
    "task_nearly_twice": (
        "Nhiệm vụ gần giống nhiệm vụ {other}, chỉ khác dấu hoặc thứ tự chữ.",
        "Hãy xem có phải một nhiệm vụ ghi hai lần không.",
    ),
    "task_twice": (
        "Nhiệm vụ trùng với nhiệm vụ {other}.",
        "Hãy xóa một dòng, hoặc ghi rõ chỗ khác nhau.",
    ),
    "term_capitals": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất chữ hoa, chữ thường trong cả phụ lục.",
    ),
    "text_not_nfc": (
        "“{words}” gõ bằng chữ và dấu rời (Unicode tổ hợp), nên tìm kiếm không thấy.",
        "Hãy gõ lại bằng bảng mã Unicode dựng sẵn.",
    ),
    "title_place": (
        "Tên phụ lục ghi “{words}”, khác địa phương của {name}.",
        "Hãy sửa tên phụ lục.",
    ),
    "title_year": (
        "Tên phụ lục ghi năm {words}, khác năm kế hoạch {year}.",
        "Hãy sửa năm trong tên phụ lục.",
    ),
    "tone_places": (
        "“{words}” ({count} chỗ) đặt dấu thanh khác các chữ như “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách đặt dấu (tìm và thay thế).",
    ),
    "word_variants": (
        "“{words}” ({count} chỗ) ở nơi khác viết là “{usual}” ({usual_count} chỗ).",
        "Hãy thống nhất một cách viết (tìm và thay thế).",
    ),
    "year_left_over": (
        "Còn “{words}” trong kế hoạch năm {year}.",
        "Hãy sửa năm, hoặc chấp nhận nếu đúng là nói về năm ấy.",
    ),
}
"""Per code of a check: what is wrong, and how to mend it."""

FINDING_SEVERITIES: dict[FindingSeverity, str] = {
    FindingSeverity.ERROR: "Lỗi",
    FindingSeverity.WARNING: "Cảnh báo",
    FindingSeverity.HINT: "Gợi ý",
}

DETAILS: dict[PlanDetail, str] = {
    PlanDetail.TITLE: "Tên phụ lục",
    PlanDetail.ANNEX_NUMBER: "Số phụ lục",
    PlanDetail.PARENT_NUMBER: "Số văn bản",
    PlanDetail.PARENT_SYMBOL: "Ký hiệu văn bản",
    PlanDetail.PARENT_DATE: "Ngày ban hành",
    PlanDetail.PARENT_ISSUER: "Cơ quan ban hành",
}


@dataclass(frozen=True, slots=True)
class FindingText:
    """A finding in words ("lời của một điểm cần xem lại").

    Attributes:
        what: What is wrong.
        where: "II.3, cột Thời gian thực hiện".
        remedy: How to mend it.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what} {self.remedy}"


def describe_finding(item: CheckedFinding) -> FindingText:
    """Return a finding in words."""
    finding = item.finding
    params = dict(finding.params)
    if params.get("successor"):
        params["successor"] = f": {params['successor']}"
    what, remedy = (part.format(**params) for part in FINDINGS[finding.code])
    return FindingText(what, describe_finding_place(item.row_name, finding.place), remedy)


def describe_finding_place(row_name: str, place: FindingPlace) -> str:
    """Return where something was found: "II.3, cột Thời gian thực hiện"."""
    if isinstance(place.field, PlanDetail):
        return DETAILS[place.field]
    parts = [row_name]
    if isinstance(place.field, AnnexColumn) and not _is_title(row_name, place.field):
        parts.append(f"cột {COLUMNS[place.field]}")
    return ", ".join(part for part in parts if part) or "Cả phụ lục"


def describe_finding_severity(severity: FindingSeverity) -> str:
    """Return how grave a finding is, in words."""
    return FINDING_SEVERITIES[severity]


def _is_title(row_name: str, column: AnnexColumn) -> bool:
    """Tell whether the cell is a section's title, whose row has no columns."""
    return bool(row_name) and "." not in row_name and column is AnnexColumn.CONTENT
