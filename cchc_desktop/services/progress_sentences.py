"""What the program says about how work stands, and why."""

from datetime import date

from cchc_desktop.domain.days_and_numbers import day_words
from cchc_desktop.domain.progress import FollowMode, ProgressField, Statement
from cchc_desktop.domain.progress_state import ProgressState, Verdict, Why

STATES: dict[ProgressState, str] = {
    ProgressState.NOT_DUE: "Chưa đến hạn",
    ProgressState.IN_PROGRESS: "Đang thực hiện",
    ProgressState.DONE_ON_TIME: "Hoàn thành đúng hạn",
    ProgressState.DONE_LATE: "Hoàn thành quá hạn",
    ProgressState.OVERDUE: "Quá hạn chưa xong",
    ProgressState.NOT_ARISEN: "Chưa phát sinh",
    ProgressState.DROPPED: "Không còn phù hợp",
}
"""The seven states, as every screen and paper names them."""

STATEMENTS: dict[Statement, str] = {
    Statement.NOT_STARTED: "Chưa thực hiện",
    Statement.IN_PROGRESS: "Đang thực hiện",
    Statement.DONE: "Đã hoàn thành",
    Statement.NOT_ARISEN: "Chưa phát sinh",
    Statement.DROPPED: "Không còn phù hợp",
}
"""What can be said of work, as the officer and the agencies choose it."""

PROGRESS_FIELDS: dict[ProgressField, str] = {
    ProgressField.STATEMENT: "Tình hình thực hiện",
    ProgressField.DONE_ON: "Ngày hoàn thành",
    ProgressField.PERCENT: "Tỷ lệ (%)",
    ProgressField.MILESTONES_MET: "Số mốc đã đạt",
    ProgressField.RESULT: "Kết quả thực hiện",
    ProgressField.DIFFICULTIES: "Khó khăn, vướng mắc",
    ProgressField.PROPOSALS: "Kiến nghị, đề xuất",
}
"""The fields of a record."""

FOLLOW_MODES: dict[FollowMode, str] = {
    FollowMode.TOGETHER: "Theo dõi chung",
    FollowMode.EACH: "Theo dõi từng đơn vị",
}
"""How a task with several leads is followed."""

_REASONS: dict[Why, str] = {
    Why.STATED_DROPPED: "Được ghi là không còn phù hợp.",
    Why.DONE_BY_DUE: "Hoàn thành ngày {done_on}, hạn {due}.",
    Why.DONE_AFTER_DUE: "Hoàn thành ngày {done_on}, chậm {days_late} ngày so với hạn {due}.",
    Why.DONE_DAY_UNKNOWN_DUE_IN_PERIOD: (
        "Chưa ghi ngày hoàn thành; hạn {due} chưa qua khi vào kỳ nên tính là đúng hạn."
    ),
    Why.DONE_DAY_UNKNOWN_DUE_BEFORE: (
        "Chưa ghi ngày hoàn thành; hạn {due} đã qua trước kỳ báo cáo nên tính là quá hạn."
    ),
    Why.DONE_WITHOUT_DUE: "Đã hoàn thành; nhiệm vụ không có ngày hạn.",
    Why.ALL_TURNS_DONE: "Đã thực hiện đến hết năm.",
    Why.TURN_DONE: "Đã thực hiện trong kỳ; mốc tiếp theo {due}.",
    Why.UNDER_WAY: "Đang thực hiện{until_due}.",
    Why.DUE_LATER: "Chưa ghi kết quả; hạn {due} chưa đến.",
    Why.NO_DUE_DAY: "Chưa ghi kết quả; chưa xác định được thời hạn.",
    Why.DUE_PASSED: "Hạn {due} đã qua {days_late} ngày, chưa ghi là hoàn thành.",
    Why.EVENT_AWAITED: "Chờ sự việc nêu trong thời gian thực hiện; chưa ghi là đã phát sinh.",
    Why.EVENT_WITHOUT_DUE: "Sự việc đã phát sinh và không đặt ngày hạn.",
    Why.STATED_NOT_ARISEN: "Được ghi là chưa phát sinh trong kỳ.",
    Why.COMBINED: "Tổng hợp từ các phần của nhiệm vụ.",
}


def describe_verdict(verdict: Verdict) -> str:
    """Return in one sentence why work is said to stand so."""
    return _REASONS[verdict.why].format(
        due=_day(verdict.due),
        done_on=_day(verdict.done_on),
        days_late=verdict.days_late,
        until_due=f", hạn {_day(verdict.due)}" if verdict.due else "",
    )


def describe_state(verdict: Verdict) -> str:
    """Return the state in a few words: "Quá hạn chưa xong (12 ngày)"."""
    if verdict.state is ProgressState.OVERDUE and verdict.days_late:
        return f"{STATES[verdict.state]} ({verdict.days_late} ngày)"
    return STATES[verdict.state]


def _day(day: date | None) -> str:
    return day_words(day) if day else ""
