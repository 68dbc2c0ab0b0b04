"""The letter to those whose report on a period has not come, as what the form ``reminder`` says."""

from dataclasses import replace
from typing import TYPE_CHECKING

from cchc_desktop.domain.days_and_numbers import running_day
from cchc_desktop.domain.errors import NobodyToRemind
from cchc_desktop.domain.office import Letterhead
from cchc_desktop.domain.plan import Plan
from cchc_desktop.domain.return_register import ReminderContent, ReturnStatus
from cchc_desktop.domain.rich_text import RichText
from cchc_desktop.domain.vietnamese import comparison_key
from cchc_desktop.services.printing import PrintOptions

if TYPE_CHECKING:
    from cchc_desktop.documents.official_paper import OfficialPaper, PaperTable

_SUBJECT = "đôn đốc báo cáo kết quả thực hiện nhiệm vụ cải cách hành chính {period}"
_BASIS = "Thực hiện {plan}, {due}, các cơ quan, đơn vị, địa phương gửi báo cáo kết quả thực hiện \
nhiệm vụ được giao {period} về {standing} để tổng hợp."
_STATE = "Tính đến ngày {day}, {issuer} chưa nhận được báo cáo của {count} cơ quan, đơn vị, địa \
phương sau đây:"
_REQUEST_BY = "Yêu cầu thủ trưởng các cơ quan, đơn vị, địa phương nêu trên khẩn trương hoàn thành \
báo cáo theo mẫu đã gửi, gửi về {standing} trước ngày {by} để tổng hợp, báo cáo cấp trên đúng hạn."
_REQUEST_NOW = "Yêu cầu thủ trưởng các cơ quan, đơn vị, địa phương nêu trên gửi báo cáo theo mẫu \
đã gửi về {standing} ngay sau khi nhận được Công văn này."


_MOST_NAMED = 8


def reminder_paper(
    content: ReminderContent, plan: Plan, letterhead: Letterhead, options: PrintOptions
) -> "OfficialPaper":
    """Return the letter.

    Raises:
        NobodyToRemind: Everybody has sent its report.
    """
    from cchc_desktop.documents.official_paper import OfficialPaper, PaperText

    standing = letterhead.standing_agency or letterhead.name
    own = comparison_key(standing)
    # The body that writes the letter does not remind itself.
    addressees = tuple(s for s in content.addressees if comparison_key(s.agency_name) != own)
    if not addressees:
        raise NobodyToRemind(period=content.period.title)
    content = replace(content, addressees=addressees)
    period = content.period
    due = min(status.due for status in content.addressees)
    words = {
        "plan": _plan_name(plan, letterhead),
        "due": f"chậm nhất ngày {running_day(due)}",
        "period": period.title,
        "standing": standing,
        "issuer": standing,
        "day": running_day(content.day),
        "count": f"{len(content.addressees):02}",
        "by": running_day(period.send_by),
    }
    request = _REQUEST_BY if content.day < period.send_by else _REQUEST_NOW
    symbol = "-".join(part for part in (letterhead.symbol, letterhead.standing_symbol) if part)
    return OfficialPaper(
        type_name="",
        number=options.number,
        symbol=symbol,
        issued_on=options.issued_on,
        subject=_SUBJECT.format(period=period.title),
        addressees=_addressees(content.addressees),
        parts=(
            PaperText(RichText.plain(_BASIS.format(**words))),
            PaperText(RichText.plain(_STATE.format(**words))),
            _table(content.addressees),
            PaperText(RichText.plain(request.format(**words))),
        ),
        electronic=options.is_electronic,
        made_on=options.issued_on or content.day,
    )


def _addressees(waiting: tuple[ReturnStatus, ...]) -> tuple[str, ...]:
    """Return whom the letter names in its head: each, or the list below when they are many."""
    if len(waiting) <= _MOST_NAMED:
        return tuple(status.agency_name for status in waiting)
    return ("Các cơ quan, đơn vị, địa phương có tên trong danh sách dưới đây",)


def _table(addressees: tuple[ReturnStatus, ...]) -> "PaperTable":
    from cchc_desktop.documents.blocks import Align, RowKind, TableColumn, TableRow
    from cchc_desktop.documents.official_paper import PaperTable

    columns = (
        TableColumn("number", "STT", 12, Align.CENTER),
        TableColumn("agency", "Cơ quan, đơn vị, địa phương", 83, Align.LEFT),
        TableColumn("tasks", "Số nhiệm vụ chủ trì", 25, Align.CENTER),
        TableColumn("due", "Hạn gửi", 25, Align.CENTER),
        TableColumn("late", "Số ngày chậm", 20, Align.CENTER),
    )
    rows = (
        TableRow(
            RowKind.TASK,
            tuple(
                RichText.plain(text)
                for text in (
                    str(number),
                    status.agency_name,
                    f"{status.task_count:02}",
                    running_day(status.due),
                    f"{status.days_late:02}" if status.days_late else "-",
                )
            ),
        )
        for number, status in enumerate(addressees, 1)
    )
    return PaperTable(columns, tuple(rows))


def _plan_name(plan: Plan, letterhead: Letterhead) -> str:
    """Return the plan as a letter cites it: with number and date once it has them."""
    parent = plan.parent_document
    issuer = parent.issuer or letterhead.name
    if parent.number and parent.issued_on:
        number = f"{parent.type_name} số {parent.number}/{parent.symbol}"
        return (
            f"{number} ngày {running_day(parent.issued_on)} của {issuer} "
            f"về cải cách hành chính năm {plan.year}"
        )
    return f"Kế hoạch cải cách hành chính năm {plan.year} của {issuer}"
