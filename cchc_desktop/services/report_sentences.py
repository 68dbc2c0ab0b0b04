"""What the program says about where a figure of a report comes from."""

from dataclasses import dataclass

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.plan import TaskId
from cchc_desktop.domain.progress import ProgressId
from cchc_desktop.domain.report_facts import ReportFacts
from cchc_desktop.domain.report_figures import Figure, FigureRule
from cchc_desktop.services.progress_sentences import STATES

FIGURE_NAMES: dict[FigureRule, str] = {
    FigureRule.TASKS: "Số nhiệm vụ",
    FigureRule.APPLICABLE: "Số nhiệm vụ còn phù hợp",
    FigureRule.DONE: "Số nhiệm vụ đã hoàn thành",
    FigureRule.DONE_IN_PERIOD: "Số nhiệm vụ hoàn thành trong kỳ",
    FigureRule.DONE_PERCENT: "Tỷ lệ hoàn thành (%)",
    FigureRule.IN_STATE: "Số nhiệm vụ {state}",
    FigureRule.DOCUMENTS: "Số văn bản đã ban hành",
    FigureRule.DOCUMENTS_OF_TYPE: "Số văn bản cùng loại",
    FigureRule.DAYS_LATE: "Số ngày chậm",
    FigureRule.MEMBERS: "Số đơn vị phải thực hiện",
    FigureRule.MEMBERS_DONE: "Số đơn vị đã hoàn thành",
    FigureRule.MEMBERS_REPORTED: "Số đơn vị đã có kết quả",
    FigureRule.AGENCIES_EXPECTED: "Số cơ quan, đơn vị chủ trì phải báo cáo",
    FigureRule.AGENCIES_REPORTED: "Số cơ quan, đơn vị đã có kết quả",
    FigureRule.AGENCIES_SILENT: "Số cơ quan, đơn vị chưa có kết quả",
    FigureRule.DUE_NEXT: "Số nhiệm vụ đến hạn trong kỳ tiếp theo",
    FigureRule.RECURRING_NEXT: "Số nhiệm vụ thường xuyên, định kỳ còn phải làm",
}
"""What each kind of figure is called."""

_RULES: dict[FigureRule, str] = {
    FigureRule.TASKS: "Đếm theo STT: nhiệm vụ có nhiều nhiệm vụ con hoặc sản phẩm tính là một.",
    FigureRule.APPLICABLE: "Số nhiệm vụ trừ số nhiệm vụ được ghi là không còn phù hợp.",
    FigureRule.DONE: "Lũy kế đến ngày {day}: hoàn thành đúng hạn cộng hoàn thành quá hạn.",
    FigureRule.DONE_IN_PERIOD: (
        "Đã hoàn thành đến ngày {day} và chưa được ghi là hoàn thành trước ngày {first_day}."
    ),
    FigureRule.DONE_PERCENT: (
        "Số nhiệm vụ đã hoàn thành chia cho số nhiệm vụ còn phù hợp, nhân 100, làm tròn đến hai "
        "chữ số thập phân (từ 5 làm tròn lên)."
    ),
    FigureRule.IN_STATE: "Đếm theo STT các nhiệm vụ {state} tại ngày {day}.",
    FigureRule.DOCUMENTS: (
        "Đếm tài liệu kiểm chứng có số, ký hiệu ghi trong kỳ; cùng số và ngày tính một lần."
    ),
    FigureRule.DOCUMENTS_OF_TYPE: (
        "Đếm tài liệu kiểm chứng ghi trong kỳ có loại văn bản này theo ký hiệu; cùng số và ngày "
        "tính một lần."
    ),
    FigureRule.DAYS_LATE: (
        "Từ hạn đến ngày hoàn thành; chưa xong thì đến ngày {day}. Có nhiều phần thì lấy phần "
        "chậm nhất."
    ),
    FigureRule.MEMBERS: "Các thành viên của nhóm chủ trì, trừ đơn vị không còn phù hợp.",
    FigureRule.MEMBERS_DONE: "Các thành viên đã hoàn thành mọi sản phẩm của nhiệm vụ.",
    FigureRule.MEMBERS_REPORTED: "Các thành viên đã được ghi kết quả trong kỳ.",
    FigureRule.AGENCIES_EXPECTED: "Số đã có kết quả cộng số chưa có.",
    FigureRule.AGENCIES_REPORTED: "Cơ quan chủ trì có ít nhất một ô tiến độ ghi trong kỳ.",
    FigureRule.AGENCIES_SILENT: (
        "Cơ quan chủ trì còn nhiệm vụ đang mở và chưa có ô tiến độ nào ghi trong kỳ."
    ),
    FigureRule.DUE_NEXT: (
        "Nhiệm vụ và nhiệm vụ con chưa xong có ngày hạn sau ngày {day} đến ngày {next_day}."
    ),
    FigureRule.RECURRING_NEXT: "Nhiệm vụ và nhiệm vụ con thường xuyên, định kỳ chưa kết thúc.",
}


@dataclass(frozen=True, slots=True)
class FigureExplanation:
    """Where a figure comes from, in words ("giải trình số liệu").

    Attributes:
        name: What the figure is.
        rule: How it is made.
        inputs: The figures it was worked out from: name and figure as printed.
        task_ids: The tasks counted.
        progress_ids: The records that say so.
    """

    figure: Figure
    name: str
    rule: str
    inputs: tuple[tuple[str, str], ...]
    task_ids: tuple[TaskId, ...]
    progress_ids: tuple[ProgressId, ...]


def explain_figure(figure: Figure, facts: ReportFacts) -> FigureExplanation:
    """Return in words where a figure of ``facts`` comes from."""
    inputs = tuple(
        (figure_name(facts.figures[code]), facts.figures[code].text) for code in figure.inputs
    )
    rule = _RULES[figure.rule].format(
        state=_state(figure),
        day=day_words(facts.day),
        first_day=day_words(facts.period.first_day),
        next_day=day_words(facts.following.last_day),
    )
    return FigureExplanation(
        figure, figure_name(figure), rule, inputs, figure.task_ids, figure.progress_ids
    )


def figure_name(figure: Figure) -> str:
    """Return what a figure is: "Số nhiệm vụ đã hoàn thành – Cải cách thể chế"."""
    name = FIGURE_NAMES[figure.rule].format(state=_state(figure))
    return f"{name} – {figure.subject}" if figure.subject else name


def _state(figure: Figure) -> str:
    return STATES[figure.state].lower() if figure.state else ""
