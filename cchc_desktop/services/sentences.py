"""What the program says about errors and steps, in Vietnamese, written once.

An error's sentence says what happened, where, and what to do; ``test_sentences.py``
sees that every error has one and that there is none without an error.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from cchc_desktop.domain.annex_draft import AnnexColumn
from cchc_desktop.domain.errors import CchcError
from cchc_desktop.domain.problem import Place, Problem, Severity


@dataclass(frozen=True, slots=True)
class ErrorText:
    """An error in words.

    Attributes:
        what: What happened.
        where: The file or place concerned, or "".
        remedy: What to do about it.
    """

    what: str
    where: str
    remedy: str

    def __str__(self) -> str:
        return " ".join(part for part in (self.what, self.where, self.remedy) if part)


_FILE = "Tệp: {file}."

ERRORS: dict[str, tuple[str, str, str]] = {
    "unexpected": (
        "Chương trình gặp lỗi ngoài dự kiến.",
        "",
        "Dữ liệu đã lưu vẫn nguyên vẹn. Hãy mở lại chương trình và báo cho người hỗ trợ.",
    ),
    "invalid_value": (
        "Không ghi được {field}: giá trị “{value}” chưa hợp lệ.",
        "",
        "Hãy sửa lại rồi ghi.",
    ),
    "plan_exists": (
        "Đã có kế hoạch năm {year}.",
        "",
        "Hãy mở kế hoạch đó, hoặc chọn năm khác.",
    ),
    "plan_missing": (
        "Chưa có kế hoạch năm {year}.",
        "",
        "Hãy lập kế hoạch năm {year} hoặc nhập từ tệp có sẵn.",
    ),
    "record_missing": (
        "Mục này không còn trong tệp dữ liệu.",
        "",
        "Có thể mục vừa bị xóa hoặc hoàn tác; hãy chọn lại trên màn hình.",
    ),
    "record_in_use": (
        "Chưa xóa được “{name}” vì đang được dùng.",
        "Nơi dùng: {used_by}.",
        "Hãy bỏ ở những nơi đó trước.",
    ),
    "name_taken": (
        "Tên “{name}” đã thuộc về “{owner}”.",
        "",
        "Hãy dùng tên khác, hoặc đặt thời gian hiệu lực không trùng nhau.",
    ),
    "move_not_possible": ("Không chuyển được dòng: {reason}.", "", ""),
    "form_unknown": (
        "Không có mẫu “{form}”.",
        "",
        "Xem danh sách mẫu bằng lệnh: cchc forms.",
    ),
    "form_damaged": (
        "Mẫu “{form}” của chương trình bị hỏng ({reason}).",
        "",
        "Hãy cài lại chương trình; dữ liệu không bị ảnh hưởng.",
    ),
    "catalogue_damaged": (
        "Tệp dữ liệu đi kèm chương trình bị hỏng ({reason}).",
        _FILE,
        "Hãy cài lại chương trình; dữ liệu của cơ quan không bị ảnh hưởng.",
    ),
    "source_empty": (
        "Tệp không có nội dung.",
        _FILE,
        "Hãy kiểm tra lại tệp, hoặc chọn tệp khác.",
    ),
    "source_kind_unknown": (
        "Chương trình không đọc được loại tệp này.",
        _FILE,
        "Hãy mở tệp rồi lưu lại thành Word (.docx), Excel (.xlsx) hoặc văn bản (.txt, .csv).",
    ),
    "source_is_old_word": (
        "Đây là tệp Word kiểu cũ (.doc).",
        _FILE,
        "Hãy mở tệp bằng Word, chọn Lưu thành (Save As) loại Word Document (.docx), rồi nhập lại.",
    ),
    "source_disguised": (
        "Nội dung tệp không đúng với đuôi tên: tên là {expected}, nội dung là {found}.",
        _FILE,
        "Hãy mở bằng chương trình đã tạo ra tệp và lưu lại đúng loại.",
    ),
    "source_encrypted": (
        "Tệp được bảo vệ bằng mật khẩu nên không đọc được.",
        _FILE,
        "Hãy mở tệp, bỏ mật khẩu, lưu lại rồi nhập.",
    ),
    "source_damaged": (
        "Tệp bị hỏng hoặc bị cắt mất một phần.",
        _FILE,
        "Hãy xin lại tệp từ nơi gửi, hoặc mở bằng Word, Excel để sửa rồi lưu lại.",
    ),
    "source_too_large": (
        "Tệp khi mở ra lớn hơn {limit_mb} MB, vượt xa một phụ lục kế hoạch.",
        _FILE,
        "Hãy tách riêng bảng phụ lục sang tệp mới rồi nhập.",
    ),
    "source_has_no_table": (
        "Không tìm thấy bảng nhiệm vụ.",
        _FILE,
        "Hãy chọn đúng tệp có bảng “STT, Nhiệm vụ, Thời gian …”, hoặc sao chép bảng rồi dán vào.",
    ),
    "edit_conflict": (
        "Dòng này đã thay đổi sau thao tác đó nên không hoàn tác được.",
        "",
        "Không có gì bị ghi đè. Hãy sửa trực tiếp trên dòng.",
    ),
    "nothing_to_undo": ("Không còn thao tác nào để hoàn tác.", "", ""),
    "nothing_to_redo": ("Không còn thao tác nào để làm lại.", "", ""),
    "cancelled": ("Đã dừng; không có gì được ghi.", "", ""),
    "file_missing": (
        "Không tìm thấy tệp.",
        _FILE,
        "Tệp có thể đã bị đổi tên, chuyển chỗ, hoặc ổ đĩa chưa được cắm.",
    ),
    "file_exists": (
        "Đã có tệp cùng tên.",
        _FILE,
        "Hãy chọn tên khác để không ghi đè tệp đang có.",
    ),
    "not_an_office_file": (
        "Đây không phải tệp dữ liệu của chương trình (.cchc).",
        _FILE,
        "Tệp được giữ nguyên. Hãy chọn tệp khác; bảng Word, Excel thì dùng chức năng Nhập.",
    ),
    "file_too_new": (
        "Tệp được ghi bằng phiên bản mới hơn của chương trình.",
        _FILE,
        "Tệp được giữ nguyên. Hãy cài phiên bản mới rồi mở lại.",
    ),
    "file_held": (
        "Tệp đang được mở bởi {user} trên máy {host} từ {since}.",
        _FILE,
        "Hãy đóng chương trình ở nơi đó trước khi mở lại.",
    ),
    "file_held.stale": (
        "Lần mở trước của {user} trên máy {host} lúc {since} không kết thúc bình thường.",
        _FILE,
        "Không còn chương trình nào giữ tệp; có thể bỏ khóa cũ và mở tiếp.",
    ),
    "storage_busy": (
        "Tệp dữ liệu đang bị chương trình khác khóa.",
        _FILE,
        "Hãy đóng chương trình đó (sao lưu, đồng bộ, diệt vi-rút) rồi thử lại.",
    ),
    "storage_damaged": (
        "Tệp dữ liệu bị hỏng.",
        _FILE,
        "Tệp được giữ nguyên. Hãy mở bản sao lưu mới nhất trong thư mục “sao lưu” bên cạnh tệp.",
    ),
    "storage_full": (
        "Ổ đĩa đã đầy; thay đổi vừa rồi chưa được ghi.",
        _FILE,
        "Dữ liệu đã lưu trước đó vẫn nguyên vẹn. Hãy xóa bớt tệp không cần rồi làm lại.",
    ),
    "storage_read_only": (
        "Không ghi được vào tệp hoặc thư mục này.",
        _FILE,
        "Tệp hoặc thư mục chỉ cho đọc. Hãy sao chép tệp sang thư mục Documents rồi mở.",
    ),
    "storage_failed": (
        "Đọc hoặc ghi ổ đĩa bị lỗi.",
        _FILE,
        "Hãy kiểm tra ổ đĩa, USB rồi thử lại; nên sao chép tệp sang ổ đĩa khác.",
    ),
    "target_busy": (
        "Không ghi được vì tệp đang mở trong chương trình khác.",
        _FILE,
        "Hãy đóng tệp trong Word, Excel hoặc trình xem PDF, hoặc lưu với tên khác.",
    ),
    "target_not_writable": (
        "Không ghi được tệp: {reason}.",
        _FILE,
        "Hãy chọn thư mục khác hoặc tên khác.",
    ),
    "target_disk_full": (
        "Ổ đĩa đã đầy nên chưa ghi được tệp.",
        _FILE,
        "Tệp cũ (nếu có) vẫn nguyên vẹn. Hãy xóa bớt tệp không cần rồi thử lại.",
    ),
    "font_missing": (
        "Không tìm thấy phông chữ để in ({names}).",
        "",
        "Hãy cài lại chương trình; phông chữ đi kèm trong bộ cài.",
    ),
}
"""Per code: what happened, where, what to do."""

FIELDS: dict[str, str] = {
    "valid_from": "ngày bắt đầu hiệu lực",
    "valid_to": "ngày hết hiệu lực",
    "office_name": "tên cơ quan",
    "agency_name": "tên cơ quan, đơn vị",
    "successor": "cơ quan kế thừa",
    "year": "năm kế hoạch",
    "section_title": "tên lĩnh vực",
    "cell": "ô này",
    "date": "ngày",
    "options": "lựa chọn",
}

KINDS: dict[str, str] = {
    "docx": "tệp Word (.docx)",
    "doc": "tệp Word kiểu cũ (.doc)",
    "xlsx": "tệp Excel (.xlsx)",
    "xls": "tệp Excel kiểu cũ (.xls)",
    "odf": "tệp LibreOffice",
    "pdf": "tệp PDF",
    "image": "tệp ảnh",
    "rtf": "tệp RTF",
    "zip": "tệp nén (.zip)",
    "archive": "tệp nén",
    "program": "tệp chương trình",
    "ole": "tệp Office kiểu cũ",
    "xml": "tệp XML",
    "html": "trang web",
    "text": "tệp văn bản",
    "unknown": "không rõ loại",
}
"""What a document is, by the codes that importers give."""

COLUMNS: dict[str, str] = {
    AnnexColumn.NUMBER: "STT",
    AnnexColumn.CONTENT: "Nhiệm vụ",
    AnnexColumn.PRODUCT: "Kết quả, sản phẩm",
    AnnexColumn.DEADLINE: "Thời gian thực hiện",
    AnnexColumn.LEAD: "Cơ quan chủ trì",
    AnnexColumn.COOPERATING: "Cơ quan phối hợp",
    AnnexColumn.MONITOR: "Theo dõi, đôn đốc",
    AnnexColumn.NOTE: "Ghi chú",
}
"""The columns of an annex."""

REASONS: dict[str, str] = {
    "mixed_rows": "các dòng đã chọn không cùng cấp, cùng chỗ",
    "at_the_edge": "đã ở đầu hoặc cuối kế hoạch",
    "too_deep": "nhiệm vụ con không thể có thêm cấp dưới",
    "no_task_before": "không có nhiệm vụ nào đứng trước trong cùng lĩnh vực",
    "not_a_subtask": "dòng này không phải nhiệm vụ con",
    "folder_missing": "thư mục không còn",
    "not_permitted": "không có quyền ghi ở đây",
    "is_folder": "đã có thư mục trùng tên",
    "bad_name": "tên tệp không hợp lệ hoặc quá dài",
    "failed": "lỗi khi ghi ổ đĩa",
    "no_program": "máy chưa có chương trình mở loại tệp này",
    "below_itself": "không thể chuyển một dòng vào bên dưới chính nó",
}

STEPS: dict[str, str] = {
    "set_up": "Thiết lập {name}",
    "set_level": "Đổi cấp hành chính",
    "save_letterhead": "Sửa thông tin cơ quan {name}",
    "add_letterhead": "Thêm thông tin cơ quan {name}",
    "delete_letterhead": "Xóa thông tin cơ quan",
    "add_agency": "Thêm {name} vào danh mục",
    "save_agency": "Sửa {name} trong danh mục",
    "delete_agency": "Xóa {name} khỏi danh mục",
    "succeed_agency": "Bàn giao {name} cho cơ quan kế thừa",
    "add_aliases": "Nhận tên gọi khác: {names}",
    "add_group": "Thêm nhóm {name}",
    "save_group": "Sửa nhóm {name}",
    "delete_group": "Xóa nhóm {name}",
    "create_plan": "Lập kế hoạch năm {year}",
    "save_plan_details": "Sửa thông tin kế hoạch năm {year}",
    "delete_plan": "Xóa kế hoạch năm {year}",
    "import_annex": "Nhập {count} nhiệm vụ năm {year} từ {file}",
    "edit_cell": "Sửa một ô",
    "edit_cells": "Sửa {count} ô",
    "paste_cells": "Dán {count} ô",
    "clear_cells": "Xóa nội dung {count} ô",
    "fill_down": "Điền xuống {count} ô",
    "style_cells": "Đổi kiểu chữ {count} ô",
    "replace_text": "Thay thế trong {count} ô",
    "paste_rows": "Dán {count} dòng",
    "add_section": "Thêm lĩnh vực {title}",
    "add_task": "Thêm nhiệm vụ",
    "add_subtask": "Thêm nhiệm vụ con",
    "add_deliverable": "Thêm sản phẩm",
    "delete_rows": "Xóa {count} dòng",
    "move_rows": "Chuyển {count} dòng",
    "indent_row": "Hạ xuống nhiệm vụ con",
    "outdent_row": "Nâng lên nhiệm vụ",
    "set_deadline_meaning": "Đặt lại cách hiểu thời hạn",
    "set_assigned_agencies": "Đặt lại cơ quan thực hiện",
}
"""Per step label: what an officer did."""


PROBLEMS: dict[str, str] = {
    "column_left_out": "Cột “{heading}” không được lấy vào kế hoạch; nếu cần, chọn nghĩa cho cột.",
    "row_above_table": "Dòng chữ phía trên bảng không đưa vào kế hoạch.",
    "row_below_table": "Dòng phía dưới bảng (nơi nhận, chữ ký…) không đưa vào kế hoạch.",
    "total_row": "Dòng cộng không phải nhiệm vụ nên không đưa vào kế hoạch.",
    "note_line": "Dòng ghi chú cho bảng không phải nhiệm vụ nên không đưa vào kế hoạch.",
    "number_left_out": "Chữ trong cột STT không giữ được cùng dòng; hãy chép lại nếu cần.",
    "section_cell_left_out": "Chữ ở cột {column} của dòng lĩnh vực không đưa vào kế hoạch.",
    "footnote_left_out": "Chú thích cuối trang không đưa vào bảng; hãy chép vào Ghi chú nếu cần.",
    "comment_left_out": "Nhận xét (comment) của người góp ý không đưa vào kế hoạch.",
    "hidden_merged_text": "Chữ bị ô gộp che khuất không đưa vào kế hoạch; hãy kiểm tra bản gốc.",
    "picture_left_out": "Hình hoặc đối tượng trong ô không đưa vào kế hoạch.",
    "symbol_left_out": "Ký hiệu của phông {font} không có chữ tương ứng; hãy gõ lại nếu cần.",
    "formula_without_value": "Công thức chưa có kết quả trong tệp; hãy mở bằng Excel và lưu lại.",
    "columns_guessed": "Không thấy dòng tiêu đề; các cột được đoán theo nội dung, hãy kiểm tra.",
    "column_shared": "Cột “{heading}” gộp chủ trì và phối hợp; được lấy làm cơ quan chủ trì.",
    "columns_joined": "Hai cột “{heading}” và “{other}” cùng nghĩa, đã ghép vào một ô.",
    "section_without_tasks": "Lĩnh vực {number} không có nhiệm vụ nào.",
    "section_without_number": "Dòng chạy ngang bảng được hiểu là tên lĩnh vực.",
    "tasks_without_section": "Có nhiệm vụ đứng trước lĩnh vực đầu tiên.",
    "task_without_number": "Dòng không có STT được hiểu là một nhiệm vụ.",
    "task_without_content": "Dòng {number} không có nội dung nhiệm vụ.",
    "subtask_without_number": "Dòng không có STT được hiểu là nhiệm vụ con của nhiệm vụ {number}.",
    "subtask_without_task": "Dòng {number} không có nhiệm vụ ở trên nên được ghi thành nhiệm vụ.",
    "level_too_deep": "Dòng {number} ở dưới nhiệm vụ con, được giữ ở cấp nhiệm vụ con.",
    "number_unknown": "STT “{number}” không rõ kiểu; dòng được ghi thành nhiệm vụ.",
    "row_joined": "Dòng không có STT đã ghép vào dòng {number} ở trên; hãy kiểm tra.",
    "assignment_joined": "Sản phẩm thêm của nhiệm vụ {number}: cột {column} đã ghép vào ô.",
    "number_repeated": "STT {number} lặp lại sau {previous}; chương trình đánh số lại.",
    "nested_table": "Bảng nằm trong ô được đọc thành các dòng chữ.",
    "text_box": "Hộp chữ (text box) trong ô được đọc như chữ của ô.",
    "fragment_joined": "Nửa sau của dòng {number} bị ngắt trang đã được ghép lại.",
    "number_jumps": "STT nhảy từ {previous} sang {number}; chương trình đánh số lại.",
    "tracked_deletion": "Chữ đã xóa theo chế độ theo dõi sửa đổi không được lấy.",
    "legacy_font_converted": "Đã chuyển {count} ô từ bảng mã cũ {encoding} sang Unicode.",
    "markup_removed": "Mã trang web lẫn trong ô đã đổi thành xuống dòng và kiểu chữ.",
    "hidden_row_read": "Dòng đang ẩn trong Excel vẫn được đọc.",
    "name_and_content_differ": "Tên tệp là {expected}, nội dung là {found}; đã đọc theo nội dung.",
    "tables_joined": "Các bảng {names} được đọc nối nhau thành một phụ lục.",
}
"""Per problem code of an import: what was done, and what to look at."""

SEVERITIES: dict[Severity, str] = {
    Severity.DROPPED: "Không đưa vào được",
    Severity.CHECK: "Cần xem lại",
    Severity.NOTICE: "Đã tự xử lý",
}


class _Blanks(dict[str, str]):
    """Leaves a blank that nobody filled empty instead of failing while reporting an error."""

    def __missing__(self, key: str) -> str:
        return ""


def describe_error(error: BaseException) -> ErrorText:
    """Return an error in words; what is not ours counts as unexpected."""
    if not isinstance(error, CchcError):
        return ErrorText(*ERRORS["unexpected"])
    params = {name: str(value) for name, value in error.params.items()}
    for name in ("expected", "found"):
        params[name] = KINDS.get(params.get(name, ""), params.get(name, ""))
    params["field"] = FIELDS.get(params.get("field", ""), params.get("field", ""))
    params["reason"] = REASONS.get(params.get("reason", ""), params.get("reason", ""))
    if error.code == "file_held":
        params["since"] = params.get("since", "").replace("T", " ")
        params["user"] = params.get("user") or "người khác"
        params["host"] = params.get("host") or "khác"
    code = f"{error.code}.stale" if error.params.get("is_stale") else error.code
    blanks = _Blanks(params)
    what, where, remedy = (part.format_map(blanks) for part in ERRORS[code])
    if not params.get("file"):
        where = "" if "{file}" in ERRORS[code][1] else where
    return ErrorText(what, where, remedy)


def describe_step(label: str, params: Mapping[str, str]) -> str:
    """Return in words what a step of the history did."""
    return STEPS[label].format_map(_Blanks(params))


def describe_problem(problem: Problem) -> str:
    """Return in words what an import says about one place of the document."""
    params = dict(problem.params)
    for name in ("expected", "found"):
        params[name] = KINDS.get(params.get(name, ""), params.get(name, ""))
    params["column"] = COLUMNS.get(params.get("column", ""), params.get("column", ""))
    return PROBLEMS[problem.code].format_map(_Blanks(params))


def describe_place(place: Place) -> str:
    """Return where something stands: "tệp.xlsx, trang tính Phụ lục, dòng 12, cột D"."""
    parts = [place.file, f"trang tính {place.part}" if place.is_sheet else place.part]
    if place.row is not None:
        parts.append(f"dòng {place.row}")
    if place.column is not None:
        name = _column_letters(place.column) if place.is_sheet else str(place.column)
        parts.append(f"cột {name}")
    return ", ".join(part for part in parts if part)


def _column_letters(column: int) -> str:
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
