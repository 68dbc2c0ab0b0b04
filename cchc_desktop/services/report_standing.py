"""Says in sentences how far a plan is, what went well in it and what did not."""

from collections.abc import Mapping

from cchc_desktop.domain.days_and_numbers import running_day
from cchc_desktop.domain.plan import Section
from cchc_desktop.domain.progress_state import ProgressState
from cchc_desktop.domain.report_facts import ReportFacts
from cchc_desktop.domain.report_text import LiveText, Part, joined, live
from cchc_desktop.services.report_phrases import names, overdue_line, said_lines, section_title

_STILL_OPEN = {
    ProgressState.IN_PROGRESS: "{count} nhiệm vụ đang thực hiện",
    ProgressState.NOT_DUE: "{count} nhiệm vụ chưa đến hạn",
    ProgressState.NOT_ARISEN: "{count} nhiệm vụ chưa phát sinh",
    ProgressState.OVERDUE: "{count} nhiệm vụ quá hạn chưa xong",
}


def section_standing(facts: ReportFacts, section: Section) -> LiveText:
    """Return how far the work of a section is, in one sentence."""
    code, figures = f"section.{section.id}", facts.figures
    parts: list[Part] = [_given(facts, code, "Kế hoạch giao {total} nhiệm vụ")]
    if figures[f"{code}.applicable"].value:
        parts.append(_done(facts, code, "đã hoàn thành"))
    if _is_told_apart(facts, code):
        new = figures[f"{code}.done_in_period"]
        parts.append(live("riêng trong kỳ hoàn thành {new} nhiệm vụ", new=new))
    overdue = figures[f"{code}.{ProgressState.OVERDUE.value}"]
    if overdue.value:
        parts.append(live("{overdue} nhiệm vụ quá hạn chưa xong", overdue=overdue))
    return live("{parts}.", parts=joined(parts, "; "))


def plan_standing(facts: ReportFacts) -> LiveText:
    """Return how far the whole plan is, what is late, and who reported; nothing of no tasks."""
    if not facts.plan.task_count:
        return LiveText()
    name = f"Kế hoạch cải cách hành chính năm {facts.plan.year}"
    start = _given(facts, "whole", name + " có {total} nhiệm vụ")
    lines: list[Part] = [live("{start}.", start=start)]
    if facts.figures["whole.applicable"].value:
        done = _done(facts, "whole", f"Tính đến ngày {running_day(facts.day)}, đã hoàn thành")
        lines = [live("{start}. {done}{how}.", start=start, done=done, how=_how_done(facts))]
    lines.append(_still_open(facts))
    late = facts.leaves_in(ProgressState.OVERDUE)
    if late:
        lines.append("Các nhiệm vụ quá hạn chưa xong:")
        lines += (overdue_line(leaf, facts) for leaf in late)
    lines.append(_reporting(facts))
    return joined(lines, "\n")


def strengths(facts: ReportFacts, known_titles: Mapping[str, str]) -> LiveText:
    """Return what went well: what is finished, and where more than elsewhere."""
    figures = facts.figures
    if not figures["whole.done"].value:
        return LiveText()
    lines: list[Part] = [
        live(
            "{done}, trong đó {in_time} nhiệm vụ đúng hạn.",
            done=_done(facts, "whole", "Đã hoàn thành"),
            in_time=figures[f"whole.{ProgressState.DONE_ON_TIME.value}"],
        )
    ]
    whole = figures["whole.done_percent"].value or 0
    better = []
    for section in facts.plan.sections:
        share = figures[f"section.{section.id}.done_percent"].value
        if share is not None and share > whole and section.title:
            better.append(_share(facts, section, known_titles))
    if better:
        words = "Các lĩnh vực có tỷ lệ hoàn thành cao hơn mức chung: {better}."
        lines.append(live(words, better=joined(better, "; ")))
    finished = [
        agency_id
        for agency_id, counts in facts.summary.by_agency.items()
        if counts.applicable and counts.done == counts.applicable
    ]
    if finished:
        who = names(finished, facts)
        lines.append(f"Cơ quan, đơn vị đã hoàn thành toàn bộ nhiệm vụ chủ trì: {who}.")
    return joined(lines, "\n")


def weaknesses(facts: ReportFacts) -> LiveText:
    """Return what did not go well: what is late, who is silent, what agencies say is hard."""
    figures = facts.figures
    lines: list[Part] = []
    overdue = figures[f"whole.{ProgressState.OVERDUE.value}"]
    late = figures[f"whole.{ProgressState.DONE_LATE.value}"]
    if overdue.value:
        lines.append(live("Còn {count} nhiệm vụ quá hạn chưa xong.", count=overdue))
    if late.value:
        lines.append(live("Có {count} nhiệm vụ hoàn thành quá hạn.", count=late))
    if facts.silent:
        text = "Còn {count} cơ quan, đơn vị chưa có kết quả được ghi nhận trong kỳ."
        lines.append(live(text, count=figures["agencies.silent"]))
    if facts.difficulties:
        lines.append("Khó khăn, vướng mắc do các cơ quan, đơn vị nêu:")
        lines += said_lines(facts.difficulties, facts)
    return joined(lines, "\n")


def _given(facts: ReportFacts, code: str, start: str) -> LiveText:
    given = live(start, total=facts.figures[f"{code}.total"])
    dropped = facts.figures[f"{code}.{ProgressState.DROPPED.value}"]
    if not dropped.value:
        return given
    words = "{given}, trong đó {dropped} nhiệm vụ không còn phù hợp"
    return live(words, given=given, dropped=dropped)


def _done(facts: ReportFacts, code: str, verb: str) -> LiveText:
    return live(
        verb + " {done}/{applicable} nhiệm vụ, đạt {percent}%",
        done=facts.figures[f"{code}.done"],
        applicable=facts.figures[f"{code}.applicable"],
        percent=facts.figures[f"{code}.done_percent"],
    )


def _how_done(facts: ReportFacts) -> LiveText:
    figures = facts.figures
    if not figures["whole.done"].value:
        return LiveText()
    parts: list[Part] = [
        live(
            " (đúng hạn {in_time}, quá hạn {late})",
            in_time=figures[f"whole.{ProgressState.DONE_ON_TIME.value}"],
            late=figures[f"whole.{ProgressState.DONE_LATE.value}"],
        )
    ]
    if _is_told_apart(facts, "whole"):
        words = "; riêng trong kỳ hoàn thành {new} nhiệm vụ"
        parts.append(live(words, new=figures["whole.done_in_period"]))
    return joined(parts, "")


def _is_told_apart(facts: ReportFacts, code: str) -> bool:
    """Tell whether some of what is finished was so before the period began."""
    return facts.figures[f"{code}.done_in_period"].value != facts.figures[f"{code}.done"].value


def _still_open(facts: ReportFacts) -> LiveText:
    parts = [
        live(text, count=facts.figures[f"whole.{state.value}"])
        for state, text in _STILL_OPEN.items()
        if facts.figures[f"whole.{state.value}"].value
    ]
    return live("Còn lại: {parts}.", parts=joined(parts, ", ")) if parts else LiveText()


def _reporting(facts: ReportFacts) -> LiveText:
    if not facts.figures["agencies.expected"].value:
        return LiveText()
    text = live(
        "Trong kỳ có {reported}/{expected} cơ quan, đơn vị chủ trì có kết quả được ghi nhận",
        reported=facts.figures["agencies.reported"],
        expected=facts.figures["agencies.expected"],
    )
    if facts.silent:
        silent = names(facts.silent, facts)
        text = live("{text}; chưa có: {silent}", text=text, silent=silent)
    return live("{text}.", text=text)


def _share(facts: ReportFacts, section: Section, known_titles: Mapping[str, str]) -> LiveText:
    code = f"section.{section.id}"
    return live(
        "{title} ({done}/{applicable} nhiệm vụ, {percent}%)",
        title=section_title(section.title.text, known_titles),
        done=facts.figures[f"{code}.done"],
        applicable=facts.figures[f"{code}.applicable"],
        percent=facts.figures[f"{code}.done_percent"],
    )
