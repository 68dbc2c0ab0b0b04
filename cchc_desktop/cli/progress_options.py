"""What commands about progress share: their options, and finding the work that a call names."""

import click

from cchc_desktop.cli import days
from cchc_desktop.domain.agency import AgencyId
from cchc_desktop.domain.errors import AgencyUnknown, InvalidValue
from cchc_desktop.domain.period import PeriodKey
from cchc_desktop.domain.plan_places import find_task
from cchc_desktop.domain.tracking import TrackedState
from cchc_desktop.domain.vietnamese import comparison_key
from cchc_desktop.services.progress import WorkRef
from cchc_desktop.services.session import Session

OPTIONAL_PERIOD = click.option(
    "--period", metavar="KỲ", help="Kỳ báo cáo; mặc định là kỳ hiện tại."
)
TASK = click.option("--task", required=True, metavar="SỐ", help="Nhiệm vụ, ví dụ II.3 hoặc II.3.a.")
PRODUCT = click.option("--product", type=int, default=1, metavar="SỐ", help="Sản phẩm thứ mấy.")
AGENCY = click.option("--agency", metavar="TÊN", help="Đơn vị, khi nhiệm vụ theo dõi từng đơn vị.")
DAY = click.option("--day", type=days.DAY, metavar="NGÀY", help="Xét đến ngày này.")


def work_ref(
    session: Session, key: PeriodKey, task: str, product: int, agency: str | None
) -> WorkRef:
    """Return the piece of work a call names, or say what it leaves open."""
    found = find_task(session.plans.load_year(key.year), task)
    agency_id = agency_id_of(session, agency) if agency else None
    states = [s for s in session.progress.board(key).states if s.item.task.id == found.id]
    check_product(product, max(len(found.deliverables), 1))
    wanted = found.deliverables[product - 1].id if found.deliverables else None
    for state in states:
        own = state.item.deliverable.id if state.item.deliverable else None
        is_whose = (
            state.item.agency_id == agency_id
            if agency_id is None
            else state.item.is_led_by(agency_id)
        )
        if own == wanted and is_whose:
            return ref_of(state)
    raise InvalidValue(field="agency", value=agency or "")


def check_product(product: int, count: int) -> None:
    """Refuse a product number that the task does not have."""
    if not 1 <= product <= count:
        raise InvalidValue(field="product", value=str(product))


def agency_id_of(session: Session, name: str) -> AgencyId:
    """Return the agency of this name, short name or alias."""
    wanted = comparison_key(name)
    for agency in session.agencies.catalogue().agencies:
        if wanted in {comparison_key(n) for n in (agency.name, agency.short_name, *agency.aliases)}:
            return agency.id
    raise AgencyUnknown(name=name)


def ref_of(state: TrackedState) -> WorkRef:
    """Return the name of a piece of work for writing."""
    item = state.item
    deliverable_id = item.deliverable.id if item.deliverable else None
    return WorkRef(item.task.id, deliverable_id, item.agency_id)


def is_of(state: TrackedState, work: WorkRef) -> bool:
    """Tell whether a state is that of a piece of work."""
    ref = ref_of(state)
    is_product = work.deliverable_id is None or ref.deliverable_id == work.deliverable_id
    return ref.task_id == work.task_id and is_product and ref.agency_id == work.agency_id
