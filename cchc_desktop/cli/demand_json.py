"""Demands and how plans stand to them as JSON documents."""

from cchc_desktop.domain.demand import Demand
from cchc_desktop.domain.demand_coverage import DemandCoverage
from cchc_desktop.domain.demand_proposal import DemandProposal
from cchc_desktop.domain.iso_days import to_iso


def proposal_json(item: DemandProposal) -> dict[str, object]:
    """Return a proposed demand as a JSON document."""
    return {
        "kind": item.kind.value,
        "place": item.place,
        "text": item.text.text,
        "milestone": item.milestone,
        "deadline": item.deadline,
        "agencies": item.agencies,
        "heading": item.heading,
        "chosen": item.is_chosen,
    }


def demand_json(demand: Demand, symbol: str) -> dict[str, object]:
    """Return a demand as a JSON document."""
    return {
        "id": demand.id,
        "document": symbol,
        "kind": demand.kind.value,
        "place": demand.place,
        "text": demand.text.text,
        "milestone": demand.milestone,
        "deadline": demand.deadline,
        "agencies": demand.agencies,
        "met_on": to_iso(demand.met_on),
        "met_note": demand.met_note,
    }


def coverage_json(item: DemandCoverage) -> dict[str, object]:
    """Return how a plan stands to a demand as a JSON document."""
    demand = item.demand
    return {
        "id": demand.id,
        "kind": demand.kind.value,
        "place": demand.place,
        "text": demand.text.text,
        "milestone": demand.milestone,
        "deadline": demand.deadline,
        "due": to_iso(item.due),
        "state": item.state.value,
        "met_on": to_iso(demand.met_on),
        "answers": [
            {
                "place": answer.place,
                "text": answer.text,
                "deadline": answer.deadline,
                "due": to_iso(answer.due),
                "later": answer.is_later,
                "task_id": answer.answer.task_id,
                "passage_id": answer.answer.passage_id,
            }
            for answer in item.answers
        ],
        "elsewhere": [str(key) for key in item.elsewhere],
    }
